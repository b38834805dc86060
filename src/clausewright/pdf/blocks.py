"""The blocks of a paper as flowables, each with its elements in the structure tree."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.platypus import Flowable, Indenter, KeepTogether, PageBreak, Spacer

from clausewright.documents.tree import (
    Acceptance,
    Block,
    Bullets,
    Clause,
    Contents,
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
    text,
)
from clausewright.pdf.boxes import Columns, Padding, Panel
from clausewright.pdf.contents import Places, contents
from clausewright.pdf.numbered import Anchor, Numbered
from clausewright.pdf.payment import payment_bar, totals
from clausewright.pdf.picture import Code, WritingLine, bullet
from clausewright.pdf.setting import Setting
from clausewright.pdf.signature import signature_block
from clausewright.pdf.style import HAIRLINE, LOOKS, MUTED, NUMBER_COLUMN, tint
from clausewright.pdf.table import table
from clausewright.pdf.tags import Element


@dataclass(frozen=True, slots=True)
class Builder:
    """Sets the blocks of one document. ``places`` are the pages of its headings in the layout before."""

    anchors: Sequence[tuple[str, Anchor]] = ()
    places: Places = field(default_factory=dict)

    def blocks(self, setting: Setting, blocks: tuple[Block, ...], parent: Element) -> list[Flowable]:
        found: list[Flowable] = []
        for block in blocks:
            if isinstance(block, SignatureBlock):
                before = _last_words(found)
                del found[len(found) - len(before) :]
                found.append(KeepTogether([*before, *signature_block(setting, block, parent)]))
            else:
                found += self._block(setting, block, parent)
        return found

    def _block(self, setting: Setting, block: Block, parent: Element) -> list[Flowable]:
        match block:
            case Section():
                return self._section(setting, block, parent)
            case Clause():
                return self._clause(setting, block, parent)
            case Contents():
                return [
                    *contents(setting, block, parent, self.anchors, self.places),
                    Spacer(0, 4),
                ]
            case SideBySide():
                inner = setting.speaking(block.language)
                columns = [(share, self.blocks(inner, column, parent)) for share, column in block.columns]
                return [Columns(columns, gap=22, before=6, after=6)]
            case Table():
                return table(setting, block, parent)
            case _:
                return _plain(setting.speaking(block.language), setting, block, parent)

    def _section(self, setting: Setting, block: Section, parent: Element) -> list[Flowable]:
        element = Element("Sect", parent, setting.own(block.language))
        inner = setting.speaking(block.language)
        heading = Element("H2", element)
        look = LOOKS["section"]
        words = inner.words(text(block.heading), "section", heading, keep_with_next=True)
        made = Numbered(block.number, words, colour=inner.accent, font="semibold", size=look.size)
        made.anchor = Anchor(block.id, f"{block.number} {block.heading}".strip())
        page = [PageBreak()] if block.new_page else []
        return [*page, made, *self.blocks(inner, block.blocks, element)]

    def _clause(self, setting: Setting, block: Clause, parent: Element) -> list[Flowable]:
        language = setting.own(block.language)
        inner = setting.speaking(block.language)
        words = inner.words(
            block.content, "body", Element("P", parent, language), keep_with_next=bool(block.blocks)
        )
        made = Numbered(block.number, words, colour=MUTED, font="regular", size=LOOKS["number"].size)
        made.bookmark = block.id if block.id in setting.places else ""
        if not block.blocks:
            return [made]
        below = self.blocks(inner.below_a_clause(NUMBER_COLUMN), block.blocks, parent)
        indent = Indenter(left=NUMBER_COLUMN)
        indent.keepWithNext = 1
        return [made, indent, *below, Indenter(left=-NUMBER_COLUMN)]


def _last_words(flowables: list[Flowable]) -> list[Flowable]:
    """What comes along with signatures, which never stand alone on a page: the last flowable with
    words, and the headings that must not lose it."""
    start = len(flowables)
    while start and isinstance(flowables[start - 1], Spacer | Indenter):
        start -= 1
    start = max(start - 1, 0)
    while start and getattr(flowables[start - 1], "keepWithNext", 0):
        start -= 1
    return flowables[start:]


def _plain(inner: Setting, outer: Setting, block: Block, parent: Element) -> list[Flowable]:
    """Blocks that hold no other blocks."""
    language = outer.own(block.language)
    match block:
        case Title():
            heading = inner.words(block.heading, inner.title_look, Element("H1", parent, language))
            lead = [inner.words(block.lead, "lead", Element("P", parent, language))] if block.lead else []
            return [heading, *lead]
        case Paragraph(role="label"):
            return [inner.label(plain_of(block), Element("P", parent, language))]
        case Paragraph():
            return [inner.words(block.content, block.role, Element("P", parent, language))]
        case Bullets():
            return _bullets(inner, block, Element("L", parent, language), parent)
        case KeyTerms():
            return [_key_terms(inner, block, Element("Sect", parent, language))]
        case Facts():
            return [_facts(inner, block, Element("Sect", parent, language))]
        case Totals():
            return totals(inner, block, Element("Sect", parent, language))
        case PaymentBar():
            return payment_bar(inner, block, Element("Sect", parent, language))
        case QrCode():
            return _qr_code(inner, block, parent)
        case Acceptance():
            return [_acceptance(inner, block, Element("Sect", parent, language))]
        case _:
            raise TypeError(f"{type(block).__name__} is set by its own function")


def plain_of(block: Paragraph) -> str:
    return "".join(span.text for span in block.content)


def _bullets(setting: Setting, block: Bullets, element: Element, parent: Element) -> list[Flowable]:
    look = setting.list_look if block.label else "figure"
    items = [bullet(setting, item, block.mark, look, Element("LI", element)) for item in block.items]
    if items:
        items[-1].spaceAfter = 6
    if not block.label:
        return items
    # The label stands before the list, not in it.
    label = Element("P")
    label.parent = parent
    parent.children.insert(parent.children.index(element), label)
    return [setting.label(block.label, label), *items]


def _key_terms(setting: Setting, block: KeyTerms, element: Element) -> Flowable:
    head = Columns(
        [
            (1, [setting.label(block.label, Element("P", element), coloured=True)]),
            (3, [setting.words(text(block.note), "tiny", Element("P", element), align=2)]),
        ],
        after=5,
    )
    cells = []
    for term in block.terms:
        label = setting.label(term.label, Element("P", element))
        cells.append([label, setting.words(term.value, "strong", Element("P", element))])
    rows = [
        Columns([(1, pair[0]), (1, pair[1] if len(pair) > 1 else [])], gap=24, after=6)
        for pair in (cells[at : at + 2] for at in range(0, len(cells), 2))
    ]
    return Panel(
        [head, *rows],
        padding=Padding(16, 14, 11, 10),
        ground=tint(setting.accent, 0.07),
        bar=setting.accent,
        before=4,
        after=8,
    )


def _facts(setting: Setting, block: Facts, element: Element) -> Flowable:
    columns = []
    for at, fact in enumerate(block.facts):
        label = setting.label(fact.label, Element("P", element))
        lines = [
            setting.words(text(line), "line" if number else "strong", Element("P", element))
            for number, line in enumerate(fact.lines)
        ]
        columns.append((1.7 if at < 2 else 1.0, [label, *lines]))
    return Columns(columns, rule=HAIRLINE, before=2, after=6)


def _qr_code(setting: Setting, block: QrCode, parent: Element) -> list[Flowable]:
    label = setting.label(block.label, Element("P", parent))
    code = Code(block.payload, Element("Figure", parent, alternative=block.alternative))
    return [label, code, setting.words(text(block.caption), "tiny", Element("P", parent))]


def _acceptance(setting: Setting, block: Acceptance, element: Element) -> Flowable:
    inner = [
        setting.words(text(block.heading), "heading", Element("P", element)),
        setting.words(block.content, "note", Element("P", element)),
    ]
    lines: list[tuple[float, list[Flowable]]] = [
        (1.4 if at == 0 else 1.0, [WritingLine(), setting.words(text(line), "tiny", Element("P", element))])
        for at, line in enumerate(block.lines)
    ]
    columns = Columns([(1.35, inner), (1.5, [Spacer(0, 18), Columns(lines, gap=12)])], gap=22)
    return Panel(
        [columns], padding=Padding(15, 15, 9, 9), ground=tint(setting.accent, 0.07), before=6, after=2
    )
