"""What a block needs to know to be set: the paper's colours, width and language."""

from dataclasses import dataclass, replace

from reportlab.lib.colors import Color, HexColor

from clausewright.documents.tree import Text
from clausewright.pdf.tags import Element
from clausewright.pdf.words import Label, Words, words


@dataclass(frozen=True, slots=True)
class Setting:
    """``width`` is the room for the block in points; ``title_look`` says how large the paper's title is.

    ``list_look`` is the look of lists that have a label: notes, unless a clause says them.
    """

    accent_code: str
    width: float
    language: str
    title_look: str = "title"
    places: frozenset[str] = frozenset()
    """The ids that links inside the paper lead to."""
    list_look: str = "note"

    @property
    def accent(self) -> Color:
        return HexColor(self.accent_code)

    def own(self, language: str | None) -> str | None:
        """The language to note on an element: only where it differs from what is around it."""
        return language if language and language != self.language else None

    def speaking(self, language: str | None) -> "Setting":
        return replace(self, language=language or self.language)

    def below_a_clause(self, indent: float) -> "Setting":
        return replace(self, width=self.width - indent, list_look="figure")

    def words(
        self,
        content: Text,
        look: str,
        element: Element,
        *,
        align: int = 0,
        keep_with_next: bool = False,
    ) -> Words:
        return words(
            content,
            look,
            accent=self.accent_code,
            language=self.language,
            element=element,
            places=self.places,
            align=align,
            keep_with_next=keep_with_next,
        )

    def label(self, text: str, element: Element, *, coloured: bool = False, align: int = 0) -> Label:
        if coloured:
            return Label(text, element, self.language, colour=self.accent, align=align)
        return Label(text, element, self.language, align=align)
