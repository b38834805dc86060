"""Text with its number hanging to the left, and headings that the outline and the contents lead to."""

from dataclasses import dataclass
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable

from clausewright.pdf.fonts import runs
from clausewright.pdf.style import NUMBER_COLUMN
from clausewright.pdf.tags import Element
from clausewright.pdf.words import Words


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place that links lead to: its key, its words in the outline, and the outline's level."""

    key: str
    words: str
    level: int = 0


class Numbered(Flowable):  # type: ignore[misc]
    """A paragraph whose number stands in the column to its left.

    The number is content of ``label`` where a list asks for one, else of the paragraph's own element.
    """

    def __init__(
        self, number: str, text: Words, *, colour: Color, font: str, size: float, label: Element | None = None
    ) -> None:
        super().__init__()
        self._number, self._text, self._label = number, text, label
        self._colour, self._font, self._size = colour, font, size
        self.anchor: Anchor | None = None
        self.bookmark = ""
        """The key that links lead here by, for what stands in no outline."""
        self.keepWithNext = getattr(text, "keepWithNext", 0)

    def getSpaceBefore(self) -> float:
        return float(self._text.getSpaceBefore())

    def getSpaceAfter(self) -> float:
        return float(self._text.getSpaceAfter())

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        _, self.height = self._text.wrap(available_width - NUMBER_COLUMN, available_height)
        self.width = available_width
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        pieces = self._text.split(available_width - NUMBER_COLUMN, available_height)
        if len(pieces) < 2:
            return []
        numbers = [self._number, *[""] * (len(pieces) - 1)]
        return [self._piece(number, piece) for number, piece in zip(numbers, pieces, strict=True)]

    def _piece(self, number: str, text: Words) -> "Numbered":
        piece = Numbered(
            number, text, colour=self._colour, font=self._font, size=self._size, label=self._label
        )
        if number:
            piece.anchor, piece.bookmark = self.anchor, self.bookmark
        return piece

    def draw(self) -> None:
        if self.anchor:
            self.canv.bookmarkHorizontal(self.anchor.key, 0, self.height + 6)
            self.canv.addOutlineEntry(self.anchor.words, self.anchor.key, self.anchor.level)
            self.canv.places[self.anchor.key] = self.canv.page + 1
        if self.bookmark:
            self.canv.bookmarkHorizontal(self.bookmark, 0, self.height + 6)
        if self._number:
            element = self._label or self._text.element
            assert element is not None
            with self.canv.content(element):
                self._draw_number()
        self._text.drawOn(self.canv, NUMBER_COLUMN, 0)

    def _draw_number(self) -> None:
        style: Any = self._text.style
        # On the first line's own baseline, as reportlab sets it.
        baseline = self.height - style.fontSize
        text: Any = self.canv.beginText(0, baseline)
        text.setFillColor(self._colour)
        # The space keeps the number from the words for who hears them.
        for font, run in runs(f"{self._number} ", self._font, "en"):
            text.setFont(font, self._size)
            text.textOut(run)
        self.canv.drawText(text)
