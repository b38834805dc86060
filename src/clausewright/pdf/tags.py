"""The structure tree, and a canvas that notes which marked content each of its elements drew.

The tree comes from the document; layout only reports the pieces (marked-content ids) that it drew for
an element, so that a paragraph cut by a page is still one paragraph to a screen reader.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfgen.canvas import Canvas


@dataclass(eq=False, slots=True)
class Element:
    """A structure element (ISO 32000-1, 14.8.4). ``bbox`` is set for figures when they are drawn."""

    kind: str
    parent: "Element | None" = None
    language: str | None = None
    alternative: str = ""
    scope: str = ""
    summary: str = ""
    bbox: tuple[float, float, float, float] | None = None
    children: list["Element"] = field(default_factory=list)

    def __post_init__(self) -> None:
        if self.parent is not None:
            self.parent.children.append(self)


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a page's content that belongs to an element."""

    page: int
    id: int
    element: Element


@dataclass(frozen=True, slots=True)
class LinkMark:
    """A link annotation, by its place among the page's annotations."""

    page: int
    index: int
    element: Element
    words: str


@dataclass(frozen=True, slots=True)
class FieldMark:
    """The place of a signature field on a page, in points from the lower left."""

    page: int
    name: str
    tooltip: str
    rect: tuple[float, float, float, float]
    element: Element


class TaggingCanvas(Canvas):  # type: ignore[misc]
    """A canvas on which everything drawn is either content of an element or an artifact."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.marks: list[Mark] = []
        self.links: list[LinkMark] = []
        self.fields: list[FieldMark] = []
        self.places: dict[str, int] = {}
        """The page of each heading, by its key."""
        self._next = 0
        self._is_open = False
        # Holding the objects keeps their ids from being given to others while we look them up.
        self._drawn: dict[int, object] = {}

    def showPage(self) -> None:
        super().showPage()
        self._next = 0

    @property
    def page(self) -> int:
        return int(self._pageNumber) - 1

    @contextmanager
    def content(self, element: Element, source: object = None) -> Iterator[None]:
        """What is drawn inside belongs to the element. A ``source`` that is drawn a second time, as a
        table's header on its next page, is an artifact of the pagination."""
        if self._is_open:
            yield
            return
        if source is not None and id(source) in self._drawn:
            tag = "/Artifact <</Type /Pagination>> BDC"
        else:
            if source is not None:
                self._drawn[id(source)] = source
            tag = f"/{element.kind} <</MCID {self._next}>> BDC"
            self.marks.append(Mark(self.page, self._next, element))
            self._next += 1
        yield from self._marked(tag)

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside means nothing to a reader."""
        if self._is_open:
            yield
            return
        yield from self._marked("/Artifact BMC")

    def _marked(self, tag: str) -> Iterator[None]:
        self._code.append(tag)
        self._is_open = True
        try:
            yield
        finally:
            self._code.append("EMC")
            self._is_open = False

    def link_inside(
        self, element: Element, words: str, rect: tuple[float, float, float, float], key: str
    ) -> None:
        """A link to a place in this document; ``rect`` is relative to the current origin."""
        self.links.append(LinkMark(self.page, len(self._annotationrefs), element, words))
        self.linkRect(words, key, rect, relative=1)

    def place_field(
        self, name: str, tooltip: str, rect: tuple[float, float, float, float], element: Element
    ) -> None:
        """Notes where a signature field goes; ``rect`` is relative to the current origin."""
        left, bottom = self.absolutePosition(rect[0], rect[1])
        right, top = self.absolutePosition(rect[2], rect[3])
        self.fields.append(FieldMark(self.page, name, tooltip, (left, bottom, right, top), element))
