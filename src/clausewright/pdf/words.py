"""Text on the page: paragraphs with their element, labels, and the breaking of Chinese lines."""

import html
import unicodedata
from typing import Any

from reportlab.lib.colors import Color
from reportlab.platypus import Flowable, Paragraph
from reportlab.platypus.paragraph import cleanBlockQuotedText

from clausewright.documents.tree import Span, Text
from clausewright.pdf.fonts import register, runs, settable, width
from clausewright.pdf.style import LOOKS, MUTED, paragraph_style
from clausewright.pdf.tags import Element

# Characters that may not begin, or end, a line of Chinese (JIS X 4051 and GB/T 15834 name more; these
# occur in our texts).
_NOT_FIRST = frozenset("）】」』〕〉》”’，。、；：？！％…—·,.;:?!%)]}»")
_NOT_LAST = frozenset("（【「『〔〈《“‘([{«￥€$£₩")
_QUOTES = frozenset("“”‘’")


class Words(Paragraph):  # type: ignore[misc]
    """A paragraph that is content of an element. Its pieces, when a page cuts it, stay that element's."""

    element: Element | None = None

    def split(self, available_width: float, available_height: float) -> list["Words"]:
        pieces: list[Words] = super().split(available_width, available_height)
        for piece in pieces:
            piece.element = self.element
        return pieces

    def draw(self) -> None:
        if self.element is None:
            super().draw()
            return
        with self.canv.content(self.element, self):
            super().draw()


class ChineseWords(Words):
    """A paragraph with Chinese in it, whose lines are broken by its own rules, for a given width."""

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        if getattr(self, "_broken_for", None) != available_width:
            broken = _broken(self._words, available_width, self._look_name, self._language)
            text = markup(broken, self._weight, self._language)
            self._setup(text, self.style, None, None, cleanBlockQuotedText)
            self._broken_for = available_width
        return super().wrap(available_width, available_height)  # type: ignore[no-any-return]


def words(
    content: Text,
    look: str,
    *,
    accent: str,
    language: str,
    element: Element | None,
    align: int = 0,
    keep_with_next: bool = False,
) -> Words:
    """A paragraph in one of the looks."""
    weight = LOOKS[look].weight
    style = paragraph_style(look, accent, align, register(weight))
    kind = ChineseWords if any(_is_chinese(mark) for span in content for mark in span.text) else Words
    made = kind(markup(content, weight, language), style)
    made.element = element
    if isinstance(made, ChineseWords):
        made._words, made._look_name, made._weight, made._language = content, look, weight, language
    if keep_with_next:
        made.keepWithNext = 1
    return made


def markup(content: Text, weight: str, language: str) -> str:
    """Spans as reportlab's paragraph language; the text itself is escaped and never read as markup."""
    return "".join(_span(span, weight, span.language or language) for span in content)


def _span(span: Span, weight: str, language: str) -> str:
    chosen = "semibold" if span.strong else "italic" if span.emphasis else weight
    parts = (
        f'<font name="{font}">{html.escape(run).replace(chr(10), "<br/>")}</font>'
        for font, run in runs(settable(span.text), chosen, language)
    )
    return "".join(parts)


def _is_chinese(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"


def atoms(text: str) -> list[str]:
    """A text in the pieces that a line may end after: words with their space, and single Chinese
    characters together with the marks that may not begin or end a line."""
    found: list[str] = []
    for character in text:
        alone = _is_chinese(character) or character in _QUOTES
        if not found or alone or found[-1].endswith((" ", "\n")) or _is_chinese(found[-1][-1]):
            glued = found and (character in _NOT_FIRST or found[-1].rstrip()[-1:] in _NOT_LAST)
            if glued or (found and character in " \n"):
                found[-1] += character
            else:
                found.append(character)
        else:
            found[-1] += character
    return found


def _broken(content: Text, available: float, look: str, language: str) -> Text:
    """The spans with a line break put in wherever the next piece doesn't fit."""
    size, weight = LOOKS[look].size, LOOKS[look].weight
    used, broken = 0.0, []
    for span in content:
        chosen = "semibold" if span.strong else weight
        text = ""
        for atom in atoms(settable(span.text)):
            wide = sum(width(run, font, size) for font, run in runs(atom.rstrip(), chosen, language))
            if used and used + wide > available:
                text, used = text.rstrip(" ") + "\n", 0.0
            text += atom
            used = 0.0 if atom.endswith("\n") else used + wide + width(" ", chosen, size) * atom.endswith(" ")
        broken.append(Span(text, span.strong, span.emphasis, span.link, span.language))
    return tuple(broken)


class Label(Flowable):  # type: ignore[misc]
    """A short line in spaced capitals."""

    SIZE, LEADING, SPACING = 6.9, 11.0, 0.5

    def __init__(
        self, text: str, element: Element | None, language: str, *, colour: Color = MUTED, align: int = 0
    ) -> None:
        super().__init__()
        self._runs = list(runs(settable(text).upper(), "medium", language))
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
        if self._element is None:
            self._draw_runs()
            return
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
