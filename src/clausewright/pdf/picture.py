"""What is drawn rather than written: the payment bar, the square code, marks of lists, writing lines."""

from typing import Any, Literal

import segno
from reportlab.lib.colors import Color, black
from reportlab.platypus import Flowable

from clausewright.documents.tree import Text
from clausewright.pdf.boxes import hairline
from clausewright.pdf.setting import Setting
from clausewright.pdf.style import INK, MUTED, tint
from clausewright.pdf.tags import Element
from clausewright.pdf.words import Words
from clausewright.problem import Problem


class Bar(Flowable):  # type: ignore[misc]
    """The price, cut into its stages; the words below it say the same."""

    GAP = 4.0
    HEIGHT = 8.5

    def __init__(self, shares: list[float], accent: Color) -> None:
        super().__init__()
        self._shares, self._accent = shares, accent
        self.spaceBefore, self.spaceAfter = 2, 4

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self.HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        room = self.width - self.GAP * (len(self._shares) - 1)
        whole, left = sum(self._shares), 0.0
        with self.canv.artifact():
            for index, share in enumerate(self._shares):
                strength = 1 - 0.65 * index / max(len(self._shares) - 1, 1)
                self.canv.setFillColor(tint(self._accent, strength))
                wide = max(room * share / whole, 0.5)
                self.canv.roundRect(left, 0, wide, self.HEIGHT, min(1.5, wide / 2), stroke=0, fill=1)
                left += wide + self.GAP


class Code(Flowable):  # type: ignore[misc]
    """A QR code (ISO/IEC 18004) of error level M, as squares on the canvas."""

    SIDE = 60.0

    def __init__(self, payload: bytes, element: Element) -> None:
        super().__init__()
        try:
            code = segno.make_qr(payload, error="m", boost_error=False)
        except segno.DataOverflowError:
            raise Problem("The square code holds too much text.", "Shorten what it says.") from None
        self._rows = [bytes(row) for row in code.matrix]
        self._element = element
        self.spaceBefore, self.spaceAfter = 1, 2

    def wrap(self, _available_width: float, _height: float) -> tuple[float, float]:
        self.width = self.height = self.SIDE
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        module = self.SIDE / len(self._rows)
        left, bottom = canvas.absolutePosition(0, 0)
        self._element.bbox = (left, bottom, left + self.SIDE, bottom + self.SIDE)
        with canvas.content(self._element):
            canvas.setFillColor(black)
            path = canvas.beginPath()
            for y, row in enumerate(self._rows):
                for x, is_dark in enumerate(row):
                    if is_dark:
                        path.rect(x * module, self.SIDE - (y + 1) * module, module, module)
            canvas.drawPath(path, stroke=0, fill=1)


Mark = Literal["check", "dash", "dot"]


class _Bullet(Flowable):  # type: ignore[misc]
    """An item of a list; its mark is drawn, since the list says what it is."""

    INDENT = 14.0

    def __init__(self, words: Words, mark: Mark | None, accent: Color) -> None:
        super().__init__()
        self._words, self._mark, self._accent = words, mark, accent

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        _, self.height = self._words.wrap(available_width - self.INDENT, available_height)
        self.width = available_width
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        pieces = self._words.split(available_width - self.INDENT, available_height)
        if len(pieces) < 2:
            return []
        marks: list[Mark | None] = [self._mark, *[None] * (len(pieces) - 1)]
        return [_Bullet(piece, mark, self._accent) for piece, mark in zip(pieces, marks, strict=True)]

    def draw(self) -> None:
        with self.canv.artifact():
            self._draw_mark(self.height - self._words.style.fontSize * 0.9)
        self._words.drawOn(self.canv, self.INDENT, 0)

    def _draw_mark(self, y: float) -> None:
        canvas: Any = self.canv
        match self._mark:
            case "check":
                canvas.setStrokeColor(self._accent)
                canvas.setLineWidth(1.2)
                path = canvas.beginPath()
                path.moveTo(0.5, y + 2.2)
                path.lineTo(3, y - 0.4)
                path.lineTo(7.5, y + 5)
                canvas.drawPath(path, stroke=1, fill=0)
            case "dash":
                hairline(canvas, 0.5, y + 2, 6.5, MUTED, 0.9)
            case "dot":
                canvas.setFillColor(MUTED)
                canvas.circle(3, y + 2, 1.1, stroke=0, fill=1)


def bullet(setting: Setting, item: Text, mark: Mark, look: str, element: Element) -> Flowable:
    body = Element("P", Element("LBody", element))
    return _Bullet(setting.words(item, look, body), mark, setting.accent)


class WritingLine(Flowable):  # type: ignore[misc]
    """A line to write on."""

    def __init__(self, height: float = 12) -> None:
        super().__init__()
        self.height = height

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        self.width = available_width
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.artifact():
            hairline(self.canv, 0, 2, self.width, INK, 0.7)
