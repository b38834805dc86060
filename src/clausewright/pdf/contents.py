"""The list of sections with their pages, each line a link."""

from collections.abc import Mapping, Sequence
from typing import Any

from reportlab.platypus import Flowable

from clausewright.documents.tree import Contents
from clausewright.pdf.boxes import Columns
from clausewright.pdf.fonts import runs, width
from clausewright.pdf.numbered import Anchor
from clausewright.pdf.setting import Setting
from clausewright.pdf.style import FAINT, INK, MUTED
from clausewright.pdf.tags import Element

Places = Mapping[str, int]
"""The page of each heading, by its key, in the layout before; empty in the first."""

_SIZE, _LEADING, _NUMBERS = 8.2, 12.4, 22.0


def contents(
    setting: Setting, block: Contents, parent: Element, anchors: Sequence[tuple[str, Anchor]], places: Places
) -> list[Flowable]:
    """``anchors`` are the headings of the document, each with its number."""
    heading = Element("P", parent, setting.own(block.language))
    listed = Element("TOC", parent)
    lines = [_Line(setting, number, anchor, places.get(anchor.key, 0), listed) for number, anchor in anchors]
    half = (len(lines) + 1) // 2
    return [setting.label(block.heading, heading), Columns([(1, lines[:half]), (1, lines[half:])], gap=24)]


class _Line(Flowable):  # type: ignore[misc]
    def __init__(self, setting: Setting, number: str, anchor: Anchor, page: int, parent: Element) -> None:
        super().__init__()
        self._link = Element("Link", Element("Reference", Element("TOCI", parent)))
        self._anchor, self._number, self._page = anchor, number, str(page)
        self._runs = list(runs(anchor.words.removeprefix(number).strip(), "regular", setting.language))

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = available_width, _LEADING
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        end = self.width - width(self._page, "regular", _SIZE)
        with canvas.content(self._link):
            self._draw_text(canvas, end)
        left = _NUMBERS + sum(width(run, font, _SIZE) for font, run in self._runs) + 5
        with canvas.artifact():
            canvas.setStrokeColor(FAINT)
            canvas.setLineWidth(0.4)
            canvas.setDash(0.4, 3)
            canvas.line(left, 4, end - 5, 4)
            canvas.setDash()
        rect = (0, 0, self.width, self.height)
        canvas.link_to(f"#{self._anchor.key}", self._link, self._anchor.words, rect)

    def _draw_text(self, canvas: Any, end: float) -> None:
        text = canvas.beginText(0, 4)
        text.setFillColor(MUTED)
        text.setFont("regular", _SIZE)
        text.textOut(self._number)
        text.setTextOrigin(_NUMBERS, 4)
        text.setFillColor(INK)
        for font, run in self._runs:
            text.setFont(font, _SIZE)
            text.textOut(run)
        text.setTextOrigin(end, 4)
        text.setFont("regular", _SIZE)
        text.textOut(self._page)
        canvas.drawText(text)
