"""A document tree as text that reads like the paper: for golden files, and to look for words in."""

from collections.abc import Iterator

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
    Text,
    Title,
    Totals,
)

MARKS = {"check": "+", "dash": "-", "dot": "*"}


def read(document: Document) -> str:
    """The whole paper. Strong runs are marked; no-break spaces are read as spaces."""
    head = document.masthead
    lines = [
        f"{head.name} | {head.line} | {head.paper} | {head.reference}",
        *(f"    {line}" for block in document.blocks for line in told(block)),
        f"{document.footer} | {document.page}",
    ]
    if document.draft:
        lines.insert(0, document.draft)
    return "\n".join(line.rstrip() for line in lines).replace("\u00a0", " ") + "\n"


def inline(text: Text) -> str:
    return "".join(f"**{span.text}**" if span.strong else span.text for span in text)


def told(block: Block) -> Iterator[str]:
    match block:
        case Title():
            yield from (f"# {inline(block.heading)}", inline(block.lead))
        case Paragraph():
            yield f"[{inline(block.content)}]" if block.role == "label" else inline(block.content)
        case Bullets():
            yield from filter(None, [block.label and f"[{block.label}]"])
            yield from (f"{MARKS[block.mark]} {inline(item)}" for item in block.items)
        case KeyTerms():
            yield f"[{block.label}] {block.note}"
            yield from (f"  {term.label}: {inline(term.value)}" for term in block.terms)
        case Facts():
            yield from (f"[{fact.label}] {' | '.join(fact.lines)}" for fact in block.facts)
        case Table():
            yield " | ".join(column.label for column in block.columns)
            for row in block.rows:
                yield " | ".join(inline(cell.content) for cell in row)
                yield from (f"  {inline(note)}" for cell in row for note in cell.notes)
        case Totals():
            yield from filter(None, [inline(block.note)])
            yield from (
                f"{'= ' if total.grand else ''}{total.label}: {total.amount}" for total in block.totals
            )
        case PaymentBar():
            yield f"[{block.label}]"
            yield from (f"{part.heading}: {part.amount}, {part.due}" for part in block.parts)
        case QrCode():
            yield f"[{block.label}] {block.caption} ({block.alternative})"
        case SideBySide():
            yield from (line for _, column in block.columns for inner in column for line in told(inner))
        case Acceptance():
            yield f"[{block.heading}] {inline(block.content)} {' ____ '.join(block.lines)} ____"
        case Section():
            yield from ("", f"{block.number} {block.heading}")
            yield from (line for inner in block.blocks for line in told(inner))
        case Clause():
            yield f"{block.number} {inline(block.content)}"
            yield from (f"    {line}" for inner in block.blocks for line in told(inner))
        case Contents():
            yield f"[{block.heading}]"
        case SignatureBlock():
            yield from ("", f"# {block.heading}")
            for one in block.signatories:
                yield " | ".join(
                    (one.role, one.name, *one.details, f"field {one.field}", *one.stamp, *one.lines)
                )
