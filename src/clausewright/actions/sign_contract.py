"""Signs the contract."""

from datetime import date, datetime
from pathlib import Path

from clausewright.actions.check_deal import Check
from clausewright.actions.export_paper import contract_pdf, write_paper
from clausewright.actions.open_deal import OpenDeal
from clausewright.documents.contract import PROVIDER_FIELD
from clausewright.pdf.stamp import stamp
from clausewright.problem import Cause, Problem
from clausewright.signing.certificate import short_fingerprint
from clausewright.signing.certify import certify
from clausewright.signing.identity import Identity


def sign_contract(
    opened: OpenDeal, checked: Check, identity: Identity, target: Path, today: date, now: datetime
) -> Path:
    """Certifies the contract in the provider's field and writes it; the client's field stays open.

    Raises Problem while a finding blocks: such a contract is only built as a draft.
    """
    if checked.review.blocking:
        raise Problem(
            f"{len(checked.review.blocking)} findings block signing.",
            "Fix each of them, or record why it is fine.",
            cause=Cause.FINDING,
        )
    signed = signed_contract(opened, identity, today, now)
    return write_paper(opened, signed, target, "signed", now, identity.fingerprint)


def signed_contract(opened: OpenDeal, identity: Identity, today: date, now: datetime) -> bytes:
    """The signed contract's bytes: what ``contract_pdf`` gives, and the signature behind it."""
    return certify(
        contract_pdf(opened, today, draft=False),
        identity,
        field=PROVIDER_FIELD,
        stamp=stamp(signer=identity.name, lines=_lines(identity, now), image=opened.signature),
        reason=f"Contract {opened.deal.number}".strip(),
        location=opened.deal.provider.address.city,
        when=now,
    )


def _lines(identity: Identity, now: datetime) -> tuple[str, ...]:
    return (
        f"Digitally signed by {identity.name}",
        f"{now:%Y-%m-%d %H:%M} UTC · key {short_fingerprint(identity.fingerprint)}",
    )
