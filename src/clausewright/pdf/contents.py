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

_SIZE, _LEADING, _NUMBERS, _GAP = 8.2, 12.4, 22.0, 24.0
_DOTS = 20.0
"""The shortest row of dots."""


def contents(
    setting: Setting, block: Contents, parent: Element, anchors: Sequence[tuple[str, Anchor]], places: Places
) -> list[Flowable]:
    """``anchors`` are the headings of the document, each with its number."""
    heading = Element("P", parent, setting.own(block.language))
    listed = Element("TOC", parent)
    lines = [_Line(setting, number, anchor, places.get(anchor.key, 0), listed) for number, anchor in anchors]
    half = (len(lines) + 1) // 2
    columns = [(1.0, lines[:half]), (1.0, lines[half:])]
    if any(line.needs > (setting.width - _GAP) / 2 for line in lines):
        columns = [(1.0, lines)]
    return [setting.label(block.heading, heading), Columns(columns, gap=_GAP)]


class _Line(Flowable):  # type: ignore[misc]
    def __init__(self, setting: Setting, number: str, anchor: Anchor, page: int, parent: Element) -> None:
        super().__init__()
        self._link = Element("Link", Element("Reference", Element("TOCI", parent)))
        self._anchor, self._page = anchor, str(page)
        words = anchor.words.removeprefix(number).strip()
        # The spaces keep number, words and page apart for who hears them.
        self._number = list(runs(f"{number} ", "regular", setting.language))
        self._words = list(runs(f"{words} ", "regular", setting.language))
        self.needs = _NUMBERS + _wide(self._words) + _DOTS + width(self._page, "regular", _SIZE)
        """The room for the line at its full size."""

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = available_width, _LEADING
        self._size = _SIZE * min(1.0, available_width / self.needs)
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        end = self.width - width(self._page, "regular", self._size)
        with canvas.content(self._link):
            self._draw_text(canvas, end)
        with canvas.artifact():
            canvas.setStrokeColor(FAINT)
            canvas.setLineWidth(0.4)
            canvas.setDash(0.4, 3)
            canvas.line(_NUMBERS + _wide(self._words, self._size) + 3, 4, end - 5, 4)
            canvas.setDash()
        rect = (0, 0, self.width, self.height)
        canvas.link_to(f"#{self._anchor.key}", self._link, self._anchor.words, rect)

    def _draw_text(self, canvas: Any, end: float) -> None:
        text = canvas.beginText(0, 4)
        pieces = (
            (0, MUTED, self._number),
            (_NUMBERS, INK, self._words),
            (end, INK, [("regular", self._page)]),
        )
        for left, colour, words in pieces:
            text.setTextOrigin(left, 4)
            text.setFillColor(colour)
            for font, run in words:
                text.setFont(font, self._size)
                text.textOut(run)
        canvas.drawText(text)


def _wide(words: list[tuple[str, str]], size: float = _SIZE) -> float:
    return sum(width(run, font, size) for font, run in words)
