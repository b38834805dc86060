"""Other ways to make a PDF, with our contract's text and about its number of pages.

They live in an environment of their own (`make bench-setup`); one that is not there is named as skipped.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from clausewright.documents.tree import (
    Block,
    Bullets,
    Cell,
    Clause,
    Document,
    KeyTerms,
    Paragraph,
    Section,
    Table,
    Title,
    plain,
    walk,
)

ROOT = Path(__file__).parents[2]
PYTHON = ROOT / ".venv-bench" / "bin" / "python"
WORKER = Path(__file__).with_name("peer.py")

AIMS = {"typst": 1.0, "chromium": 0.5, "weasyprint": 0.25, "fpdf2": 0.35}
COLD_AIM = 0.5


@dataclass(frozen=True)
class Peer:
    """Medians in milliseconds; ``cold`` includes the start of its process."""

    name: str
    warm: float
    cold: float
    pages: int


def told(document: Document) -> list[Sequence[object]]:
    """The document as simple blocks: a heading, a paragraph, an item of a list, a table."""
    return [each for block in walk(document.blocks) for each in _told(block)]


def _told(block: Block) -> Iterator[Sequence[object]]:
    match block:
        case Title():
            yield ["h1", plain(block.heading)]
        case Section():
            yield ["h2", f"{block.number} {block.heading}"]
        case Clause():
            yield ["p", f"{block.number} {plain(block.content)}"]
        case Paragraph():
            yield ["p", plain(block.content)]
        case Bullets():
            yield from (["li", plain(item)] for item in block.items)
        case KeyTerms():
            yield from (["p", f"{term.label}: {plain(term.value)}"] for term in block.terms)
        case Table():
            head = [column.label for column in block.columns]
            yield ["table", [head, *([_words(cell) for cell in row] for row in block.rows)]]


def _words(cell: Cell) -> str:
    return " ".join([plain(cell.content), *(plain(note) for note in cell.notes)])


def peers(document: Document, pages: int, rounds: int, folder: Path) -> Iterator[Peer | str]:
    """Each peer's figures, or the reason why it was skipped."""
    source = folder / "contract.json"
    source.write_text(json.dumps({"pages": pages, "blocks": told(document)}), "utf-8")
    for name in AIMS:
        if not PYTHON.exists():
            yield f"{name}: skipped, run `make bench-setup`"
        elif name == "chromium" and not shutil.which("chromium"):
            yield f"{name}: skipped, chromium is not installed"
        else:
            yield _measured(name, source, rounds)


def _measured(name: str, source: Path, rounds: int) -> Peer | str:
    done = subprocess.run(
        [PYTHON, WORKER, name, source, str(rounds)], capture_output=True, text=True, check=False
    )
    if done.returncode:
        return f"{name}: skipped, {done.stderr.strip().splitlines()[-1:]}"
    return Peer(name, **json.loads(done.stdout.splitlines()[-1]))
