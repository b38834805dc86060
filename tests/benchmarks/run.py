"""Ratios against references that run beside us: `make bench`."""

import statistics
import sys
import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from clausewright.actions.example import example
from clausewright.deal.file import dumps
from clausewright.pdf.layout import lay_out
from tests.benchmarks import ours
from tests.benchmarks.compare import HEADER, Result, timed
from tests.benchmarks.peers import AIMS, COLD_AIM, Peer, peers


def main(rounds: int = 21) -> None:
    print(f"{datetime.now().astimezone():%Y-%m-%d %H:%M}, {rounds} rounds, medians\n\n{HEADER}")
    for result in (*ours.rules(rounds), *ours.signing(rounds), *ours.pages(max(rounds // 4, 1))):
        print(result.row, flush=True)
    with tempfile.TemporaryDirectory() as folder:
        skipped = against_peers(rounds, Path(folder))
    print()
    for line in (*skipped, ours.memory()):
        print(line)


def against_peers(rounds: int, folder: Path) -> list[str]:
    """Warm builds and cold commands; the peers run one after another, ours once before and once after."""
    document = ours.website()
    before = warm(rounds)
    source = folder / "website.json"
    source.write_text(dumps(example("website", ours.TODAY)), "utf-8")
    cold = statistics.median(ours.cold_ours(str(source)) for _ in range(max(rounds // 4, 1)))
    pages = lay_out(document).pages
    found = list(peers(document, pages, rounds, folder))
    mine = statistics.median([before, warm(rounds)])
    for peer in found:
        if isinstance(peer, Peer):
            note = f"{peer.name}, {peer.pages} pages; ours {pages}"
            print(Result("contract, warm", mine, peer.warm, AIMS[peer.name], note).row)
            aim = COLD_AIM if peer.name in ("weasyprint", "chromium") else None
            print(Result("`contract` command, cold", cold, peer.cold, aim, peer.name).row, flush=True)
    return [peer for peer in found if isinstance(peer, str)]


def warm(rounds: int) -> float:
    """From the deal, with another line in it each time, to the PDF."""
    deals = [ours.edited(number) for number in range(rounds + 1)]
    ours.build(deals.pop())
    return statistics.median(timed(partial(ours.build, deal)) for deal in deals)


if __name__ == "__main__":
    main(*(int(number) for number in sys.argv[1:]))
