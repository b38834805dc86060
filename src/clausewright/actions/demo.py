"""The main job on the sample deal, without a window and without touching the user's own folders."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from clausewright.actions.check_deal import check_deal
from clausewright.actions.example import example
from clausewright.actions.export_paper import export_quote, paper_name
from clausewright.actions.open_deal import OpenDeal
from clausewright.actions.sign_contract import sign_contract
from clausewright.deal.file import dumps
from clausewright.problem import Problem
from clausewright.signing.identity import create_identity
from clausewright.signing.verify import verify
from clausewright.workspace.writer import make_folder, write_safely


def demonstrate(folder: Path, now: datetime) -> None:
    """Checks the sample deal, writes its quote and its signed contract into the folder with a key that
    is thrown away, verifies the signature, and prints what was done."""
    today = now.astimezone().date()
    deal = example("website", today)
    make_folder(folder)
    write_safely(folder / "website.json", dumps(deal).encode())
    opened = OpenDeal(folder / "website.json", deal)
    checked = check_deal(deal, today)
    found, fine = len(checked.review.findings), len(checked.review.checked)
    print(f"Checked {deal.title!r}: {found} findings, {fine} rules checked and fine.")

    quote = export_quote(opened, checked, folder / paper_name("quote", deal), today, now)
    identity = create_identity(deal.provider.name, deal.provider.email, now=now)
    contract = sign_contract(opened, checked, identity, folder / paper_name("contract", deal), today, now)
    verdict = verify(contract.read_bytes(), own=frozenset({identity.fingerprint}), now=now)
    print("Verified the contract, signed with a key made for this run alone:")
    for sentence in verdict.sentences:
        print(f"  {sentence}")
    print(f"Quote:    {quote}\nContract: {contract}")


def main() -> None:
    try:
        demonstrate(Path(sys.argv[1]), datetime.now(UTC))
    except Problem as problem:
        print(problem, file=sys.stderr)
        sys.exit(problem.cause.value)


if __name__ == "__main__":
    main()
