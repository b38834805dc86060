"""What the quote and the contract have in common: the top of the page, its foot, and the cover's names."""

from clausewright.documents.party import initials
from clausewright.documents.pen import Pen
from clausewright.documents.tree import Masthead


def reference(pen: Pen, kind: str) -> str:
    """The paper's number and version; a deal that has no number yet, its version alone."""
    number = numbered(pen, kind)
    version = str(pen.deal.version)
    if not number:
        return pen.say("paper.version", version=version)
    return pen.say("paper.reference", number=number, version=version)


def numbered(pen: Pen, kind: str) -> str:
    """The paper's number, such as Q-2026-014; blank while the deal has none."""
    return pen.say(f"paper.{kind}-number", number=pen.deal.number) if pen.deal.number else ""


def masthead(pen: Pen, kind: str, logo: bytes | None) -> Masthead:
    provider = pen.deal.provider
    name = pen.known(provider.trades_as)
    first = initials(provider.trades_as)
    return Masthead(first, name, provider.line, pen.say(f"paper.{kind}"), reference(pen, kind), logo)


def page_count(pen: Pen) -> str:
    return pen.say("paper.page", page="{page}", pages="{pages}")
