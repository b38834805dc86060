"""What a document says, in reading order: the other side of the comparison with its PDF."""

from collections.abc import Iterator, Mapping

from clausewright.documents.tree import (
    Acceptance,
    Block,
    Bullets,
    Clause,
    Contents,
    Document,
    Facts,
    KeyTerms,
    Paragraph,
    PaymentBar,
    QrCode,
    Section,
    SideBySide,
    SignatureBlock,
    Table,
    Title,
    Totals,
    plain,
)


def said(document: Document, pages: Mapping[str, int]) -> Iterator[str]:
    """``pages`` are the pages of the sections by id, as the contents must name them."""
    head = document.masthead
    yield from (head.name, head.line, head.paper, head.reference)
    for block in document.blocks:
        yield from _block(block, document, pages)


def _block(block: Block, document: Document, pages: Mapping[str, int]) -> Iterator[str]:
    match block:
        case Contents():
            yield block.heading
            for section in document.blocks:
                if isinstance(section, Section):
                    yield from (section.number, section.heading, str(pages[section.id]))
        case Section() | Clause():
            yield block.number
            yield block.heading if isinstance(block, Section) else plain(block.content)
            for inner in block.blocks:
                yield from _block(inner, document, pages)
        case SideBySide():
            for _, column in block.columns:
                for inner in column:
                    yield from _block(inner, document, pages)
        case _:
            yield from _leaf(block)


def _leaf(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from (plain(block.heading), plain(block.lead))
        case Paragraph():
            yield plain(block.content)
        case Bullets():
            yield block.label
            yield from map(plain, block.items)
        case KeyTerms():
            yield from (block.label, block.note)
            for term in block.terms:
                yield from (term.label, plain(term.value))
        case Facts():
            for fact in block.facts:
                yield from (fact.label, *fact.lines)
        case Table():
            yield from (column.label for column in block.columns)
            for cell in (cell for row in block.rows for cell in row):
                yield from (plain(cell.content), *map(plain, cell.notes))
        case Totals():
            yield plain(block.note)
            for total in block.totals:
                yield from (total.label, total.amount)
        case PaymentBar():
            yield block.label
            for part in block.parts:
                yield from (part.heading, part.amount, part.due)
        case QrCode():
            yield from (block.label, block.caption)
        case Acceptance():
            yield from (block.heading, plain(block.content), *block.lines)
        case SignatureBlock():
            yield block.heading
            for side in block.signatories:
                yield from (side.role, side.name, *side.details, *side.stamp, *side.lines)
