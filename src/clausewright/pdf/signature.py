"""The signature block: one card for each side, with the place that its signature field takes."""

from typing import Any

from reportlab.platypus import Flowable, Spacer

from clausewright.documents.tree import Signatory, SignatureBlock, text
from clausewright.pdf.boxes import Columns, Padding, Panel
from clausewright.pdf.picture import WritingLine
from clausewright.pdf.setting import Setting
from clausewright.pdf.stamp import STAMP_HEIGHT, STAMP_WIDTH
from clausewright.pdf.style import FIELD, FIELD_EDGE, HAIRLINE
from clausewright.pdf.tags import Element
from clausewright.pdf.words import Words


def signature_block(setting: Setting, block: SignatureBlock, parent: Element) -> list[Flowable]:
    element = Element("Sect", parent, setting.own(block.language))
    inner = setting.speaking(block.language)
    heading = inner.words(text(block.heading), "signature", Element("H2", element), keep_with_next=True)
    most = max((len(signatory.lines) for signatory in block.signatories), default=0)
    cards = [(1.0, [_card(inner, signatory, element, most)]) for signatory in block.signatories]
    return [heading, Columns(cards, gap=18, after=8)]


def _card(setting: Setting, signatory: Signatory, parent: Element, most_lines: int) -> Flowable:
    element = Element("Sect", parent)
    head: list[Flowable] = [
        setting.label(signatory.role, Element("P", element), coloured=True),
        setting.words(text(signatory.name), "name", Element("P", element)),
        *(setting.words(text(detail), "line", Element("P", element)) for detail in signatory.details),
    ]
    notes = [setting.words(text(note), "tiny", Element("P", element), align=1) for note in signatory.stamp]
    field = _Field(signatory, notes, Element("Form", element))
    lines: list[Flowable] = []
    for line in signatory.lines:
        lines += [WritingLine(22), setting.words(text(line), "tiny", Element("P", element))]
    # As high as its neighbour, which has lines to write on.
    lines += [Spacer(0, 32) for _ in range(most_lines - len(signatory.lines))]
    return Panel([*head, field, *lines], padding=Padding(14, 14, 12, 11), outline=HAIRLINE)


class _Field(Flowable):  # type: ignore[misc]
    """The empty field, with a word on how to sign where there is one."""

    def __init__(self, signatory: Signatory, notes: list[Words], element: Element) -> None:
        super().__init__()
        self._signatory, self._notes, self._element = signatory, notes, element
        self.spaceBefore, self.spaceAfter = 8, 2

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = min(available_width, STAMP_WIDTH), STAMP_HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        if self._signatory.lines:
            with canvas.artifact():
                canvas.setFillColor(FIELD)
                canvas.setStrokeColor(FIELD_EDGE)
                canvas.setLineWidth(0.8)
                canvas.setDash(3, 2.4)
                canvas.roundRect(0, 0, self.width, self.height, 4, stroke=1, fill=1)
                canvas.setDash()
        self._draw_notes()
        rect = (0, 0, self.width, self.height)
        canvas.place_field(self._signatory.field, self._signatory.tooltip, rect, self._element)

    def _draw_notes(self) -> None:
        heights = [note.wrap(self.width - 12, 10**6)[1] for note in self._notes]
        top = (self.height + sum(heights)) / 2
        for note, height in zip(self._notes, heights, strict=True):
            top -= height
            note.drawOn(self.canv, 6, top)
