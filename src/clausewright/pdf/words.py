"""Text on the page: paragraphs with their element, and labels."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from reportlab.lib.colors import Color
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paragraph import cleanBlockQuotedText

from clausewright.documents.tree import Text, plain
from clausewright.pdf.breaking import broken, has_chinese
from clausewright.pdf.fonts import capitals, register, runs, width
from clausewright.pdf.inline import Part, markup, parts
from clausewright.pdf.spaces import end_lines_with_spaces, text_of
from clausewright.pdf.style import LOOKS, MUTED, paragraph_style
from clausewright.pdf.tags import Element, Lines


class Words(Paragraph):  # type: ignore[misc]
    """A paragraph that is content of an element. Its pieces, when a page cuts it, stay that element's."""

    element: Element
    parts: Mapping[int, Part]
    said: str
    """What it says, with each space."""
    goes_on = False
    """Whether a page cut it, and this is not the last of its pieces."""
    _wrapped_for: float | None = None
    _is_drawn = False
    line_break = " "
    """What a break inside of it stands for: Chinese breaks its lines between any two characters."""

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Broken into lines once for a width, however often the layout asks; a split that comes to
        nothing drops the lines."""
        if self._wrapped_for != available_width or not hasattr(self, "blPara"):
            super().wrap(available_width, available_height)
            self._wrapped_for = available_width
        return self.width, self.height

    def split(self, available_width: float, available_height: float) -> list["Words"]:
        pieces: list[Words] = super().split(available_width, available_height)
        for piece in pieces:
            piece.element, piece.parts = self.element, self.parts
            piece.said = text_of(piece.frags, line_break=self.line_break)
            piece.goes_on = self.goes_on or piece is not pieces[-1]
        return pieces

    def draw(self) -> None:
        if not self._is_drawn:
            end_lines_with_spaces(self.blPara.lines, self.said, goes_on=self.goes_on)
            self._is_drawn = True
        with self.canv.content(self.element, self), self.canv.with_parts(self.parts, self._lines()):
            super().draw()

    def _lines(self) -> Lines:
        size, leading = self.style.fontSize, self.style.leading
        return Lines(self.width, self.height - size, leading - size, leading)


class ChineseWords(Words):
    """A paragraph with Chinese in it, whose lines are broken by its own rules, for a given width."""

    content: Text | None = None
    """None in a piece of a paragraph that a page cut: its lines are broken already."""
    look: str
    language: str
    accent: str
    line_break = ""
    _broken_for: float | None = None

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        if self.content is not None and self._broken_for != available_width:
            lines = broken(self.content, available_width, self.look, self.language)
            text = markup(lines, LOOKS[self.look].weight, self.language, self.accent, self.parts)
            self._setup(text, self.style, None, None, cleanBlockQuotedText)
            self._broken_for, self._wrapped_for = available_width, None
        return super().wrap(available_width, available_height)


def words(
    content: Text,
    look: str,
    *,
    accent: str,
    language: str,
    element: Element,
    places: frozenset[str] = frozenset(),
    align: int = 0,
    keep_with_next: bool = False,
) -> Words:
    """A paragraph in one of the looks. ``places`` are the ids that its links may lead to."""
    weight = LOOKS[look].weight
    style = paragraph_style(look, accent, align, register(weight))
    own = parts(content, element, language, places)
    kind = ChineseWords if any(has_chinese(span.text) for span in content) else Words
    made = kind("", style, frags=list(_parsed(markup(content, weight, language, accent, own), style)))
    made.element, made.parts, made.said = element, own, plain(content)
    if isinstance(made, ChineseWords):
        made.content, made.look, made.language, made.accent = content, look, language, accent
    if keep_with_next:
        made.keepWithNext = 1
    return made


@lru_cache(maxsize=4096)
def _parsed(text: str, style: ParagraphStyle) -> tuple[Any, ...]:
    """reportlab's markup, parsed once for all layouts of a paper: the most costly part of a paragraph."""
    return tuple(Paragraph(text, style).frags)


class Label(Flowable):  # type: ignore[misc]
    """A short line in spaced capitals."""

    SIZE, LEADING, SPACING = 6.9, 11.0, 0.5

    def __init__(
        self, text: str, element: Element, language: str, *, colour: Color = MUTED, align: int = 0
    ) -> None:
        super().__init__()
        self._runs = list(runs(capitals(text), "medium", language))
        self._element, self._colour, self._align = element, colour, align
        self.keepWithNext = 1
        self.spaceBefore = 4

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        self.width, self.height = available_width, self.LEADING
        spaced = sum(width(run, font, self.SIZE) + self.SPACING * len(run) for font, run in self._runs)
        self._scale = min(1.0, available_width / spaced) if spaced else 1.0
        self._left = (available_width - spaced * self._scale) * self._align / 2
        return self.width, self.height

    def draw(self) -> None:
        with self.canv.content(self._element, self):
            self._draw_runs()

    def _draw_runs(self) -> None:
        text: Any = self.canv.beginText(self._left, 3.2)
        text.setFillColor(self._colour)
        text.setCharSpace(self.SPACING * self._scale)
        for font, run in self._runs:
            text.setFont(font, self.SIZE * self._scale)
            text.textOut(run)
        # The spacing would hold for every text after this one.
        text.setCharSpace(0)
        self.canv.drawText(text)
