"""Lays a document out on pages."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import BaseDocTemplate, Frame, PageTemplate
from reportlab.platypus.doctemplate import LayoutError

from clausewright.documents.tree import Contents, Document, Section
from clausewright.pdf.blocks import Builder
from clausewright.pdf.boxes import hairline
from clausewright.pdf.fonts import register, runs, width
from clausewright.pdf.inline import linked_places
from clausewright.pdf.masthead import masthead
from clausewright.pdf.numbered import Anchor
from clausewright.pdf.setting import Setting
from clausewright.pdf.style import BOTTOM, FOOT_LINE, HAIRLINE, MUTED, PAGE_SIZES, SIDE, TOP
from clausewright.pdf.tags import Element, TaggingCanvas
from clausewright.problem import Problem

_MOST_LAYOUTS = 5
"""The contents' length may move pages, which moves what the contents say; this settles at once."""

# Below everything else, so that it need not be transparent, which some printers make a picture of.
_DRAFT = HexColor("#EEF0F1")
_DRAFT_LENGTH = 480.0
"""Points from end to end."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A document on its pages, before the archive step. ``places`` are the pages of the headings."""

    file: BytesIO
    root: Element
    canvas: TaggingCanvas
    pages: int
    places: dict[str, int]

    @property
    def pdf(self) -> bytes:
        return self.file.getvalue()


def lay_out(document: Document) -> Laid:
    """The document laid out until page numbers and contents agree with the pages themselves."""
    has_contents = any(isinstance(block, Contents) for block in document.blocks)
    pages, places = 1, dict[str, int]()
    for _ in range(_MOST_LAYOUTS):
        laid = _once(document, pages, places)
        found = (laid.pages, laid.places if has_contents else {})
        if found == (pages, places):
            break
        pages, places = found
    laid.canvas.finish()
    return laid


def _once(document: Document, pages: int, places: dict[str, int]) -> Laid:
    wide, high = PAGE_SIZES[document.size]
    # A contract's title is long, and not what it is bought for.
    title_look = "agreement" if document.kind == "contract" else "title"
    setting = Setting(
        document.accent, wide - 2 * SIDE, document.language, title_look, linked_places(document)
    )
    root = Element("Document", language=document.language)
    furniture = _Furniture(document, pages, root)
    story = [masthead(setting, document.masthead, Element("Sect", root))]
    story += Builder(_anchors(document), places).blocks(setting, document.blocks, root)

    file = BytesIO()
    made: list[TaggingCanvas] = []

    def canvas(*arguments: Any, **options: Any) -> TaggingCanvas:
        made.append(TaggingCanvas(*arguments, **options))
        return made[0]

    frame = Frame(SIDE, BOTTOM, wide - 2 * SIDE, high - TOP - BOTTOM, 0, 0, 0, 0)
    template = BaseDocTemplate(
        file,
        pagesize=(wide, high),
        invariant=1,
        pageCompression=0,
        initialFontName=register("regular"),
        title=document.title,
        author=document.author,
    )
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=furniture))
    try:
        template.build(story, canvasmaker=canvas)
    except LayoutError:
        raise Problem(
            "Something in the paper is too large for any page.", "Shorten the longest texts."
        ) from None
    return Laid(file, root, made[0], template.page, dict(made[0].places))


def _anchors(document: Document) -> list[tuple[str, Anchor]]:
    sections = (block for block in document.blocks if isinstance(block, Section))
    return [(s.number, Anchor(s.id, f"{s.number} {s.heading}".strip())) for s in sections]


class _Furniture:
    """What stands on every page: the footer, and the word that it is a draft."""

    def __init__(self, document: Document, pages: int, root: Element) -> None:
        self._document, self._pages = document, pages
        self._draft = Element("P", root) if document.draft else None

    def __call__(self, canvas: TaggingCanvas, template: BaseDocTemplate) -> None:
        if self._draft:
            # Said aloud once; on the pages that follow it is an artifact.
            with canvas.content(self._draft, self):
                self._draw_draft(canvas)
        with canvas.artifact():
            self._draw_footer(canvas, self._document.page.format(page=template.page, pages=self._pages))

    def _draw_footer(self, canvas: TaggingCanvas, count: str) -> None:
        end = PAGE_SIZES[self._document.size][0] - SIDE
        hairline(canvas, SIDE, FOOT_LINE, end, HAIRLINE)
        right = end - self._width(count)
        # In the footer too, since a reader that extracts text may pass over what is set aslant.
        words = " · ".join(filter(None, (self._document.draft, self._document.footer)))
        self._draw(canvas, self._fitting(words, right - SIDE - 12), SIDE)
        self._draw(canvas, count, right)

    def _draw_draft(self, canvas: TaggingCanvas) -> None:
        wide, high = PAGE_SIZES[self._document.size]
        pieces = list(runs(self._document.draft, "semibold", self._document.language))
        size = _DRAFT_LENGTH / max(sum(width(run, font, 1) for font, run in pieces), 2.5)
        canvas.saveState()
        canvas.translate(wide / 2, high / 2)
        canvas.rotate(52)
        text = canvas.beginText(-sum(width(run, font, size) for font, run in pieces) / 2, -size * 0.35)
        text.setFillColor(_DRAFT)
        for font, run in pieces:
            text.setFont(font, size)
            text.textOut(run)
        canvas.drawText(text)
        canvas.restoreState()

    def _fitting(self, words: str, room: float) -> str:
        if self._width(words) <= room:
            return words
        while words and self._width(words + "…") > room:
            words = words[:-1]
        return words.rstrip() + "…"

    def _width(self, words: str) -> float:
        return sum(width(run, font, 7.2) for font, run in runs(words, "regular", self._document.language))

    def _draw(self, canvas: TaggingCanvas, words: str, left: float) -> None:
        text = canvas.beginText(left, FOOT_LINE - 12)
        text.setFillColor(MUTED)
        for font, run in runs(words, "regular", self._document.language):
            text.setFont(font, 7.2)
            text.textOut(run)
        canvas.drawText(text)
