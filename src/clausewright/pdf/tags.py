"""The structure tree, and a canvas that notes which marked content each of its elements drew.

The tree comes from the document; layout only reports the pieces (marked-content ids) that it drew for
an element, so that a paragraph cut by a page is still one paragraph to a screen reader.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from reportlab.pdfgen.canvas import Canvas

if TYPE_CHECKING:
    from clausewright.pdf.inline import Part

Rect = tuple[float, float, float, float]
"""Left, bottom, right, top, in points."""

BEGIN_PART, END_PART = "begin-part", "end-part"
"""The names that paragraphs call the canvas by, where a part with its own element begins and ends."""


@dataclass(eq=False, slots=True)
class Element:
    """A structure element (ISO 32000-1, 14.8.4). ``bbox`` is set for figures when they are drawn."""

    kind: str
    parent: "Element | None" = None
    language: str | None = None
    alternative: str = ""
    scope: str = ""
    summary: str = ""
    bbox: Rect | None = None
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
    rect: Rect
    element: Element


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a paragraph, or of the piece of it on a page: ``first`` and ``last`` are the baselines."""

    width: float
    first: float
    last: float
    leading: float


@dataclass(frozen=True, slots=True)
class _OpenPart:
    """A part of a paragraph, and where its first line's text begins."""

    part: "Part"
    left: float
    baseline: float

    def boxes(self, right: float, baseline: float, lines: Lines) -> Iterator[Rect]:
        """A rectangle for each line of it, up to where its text ends."""
        count = round((self.baseline - baseline) / lines.leading)
        for line in range(count + 1):
            foot = self.baseline - line * lines.leading - lines.leading * 0.25
            left, end = self.left if line == 0 else 0.0, right if line == count else lines.width
            if end > left:
                yield left, foot, end, foot + lines.leading


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
        self._around: Element | None = None
        self._parts: Mapping[int, Part] = {}
        self._part: _OpenPart | None = None
        self._cut: dict[Element, Part] = {}
        """The part of each paragraph that its last piece ended in."""
        self.setNamedCB(BEGIN_PART, TaggingCanvas._begin_part)
        self.setNamedCB(END_PART, TaggingCanvas._end_part)
        # Holding the objects keeps their ids from being given to others while we look them up.
        self._drawn: dict[int, object] = {}

    def save(self) -> None:
        """Only the last of several layouts is written out, by ``finish``."""

    def finish(self) -> None:
        super().save()

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
            tag = self._mark(element)
            self._around = element
        yield from self._marked(tag)
        self._around = None

    @contextmanager
    def artifact(self) -> Iterator[None]:
        """What is drawn inside means nothing to a reader."""
        if self._is_open:
            yield
            return
        yield from self._marked("/Artifact BMC")

    def _mark(self, element: Element) -> str:
        self.marks.append(Mark(self.page, self._next, element))
        self._next += 1
        return f"/{element.kind} <</MCID {self._next - 1}>> BDC"

    def _marked(self, tag: str) -> Iterator[None]:
        self._code.append(tag)
        self._is_open = True
        try:
            yield
        finally:
            self._code.append("EMC")
            self._is_open = False

    def link_to(self, address: str, element: Element, words: str, rect: Rect) -> None:
        """A link to an address, or to "#key" in this document; ``rect`` is relative to the current origin."""
        self.links.append(LinkMark(self.page, len(self._annotationrefs), element, words))
        if address.startswith("#"):
            self.linkRect(words, address[1:], rect, relative=1)
        else:
            self.linkURL(address, rect, relative=1, kind="URI")

    @contextmanager
    def with_parts(self, parts: "Mapping[int, Part]", lines: Lines) -> Iterator[None]:
        """A paragraph of these lines is drawn inside, and calls by the index of its part. A part that a
        page cuts goes on in the paragraph's next piece."""
        self._parts, self._lines = parts, lines
        cut = self._cut.pop(self._around, None) if self._around else None
        if cut is not None:
            self._code += ["EMC", self._mark(cut.element)]
            self._part = _OpenPart(cut, 0.0, lines.first)
        yield
        if self._part is not None and self._around is not None:
            self._cut[self._around] = self._part.part
            self._close_part(lines.width, lines.last)

    def _begin_part(self, _kind: str, label: str) -> None:
        if self._around is None:
            return
        now, part = self._curr_tx_info, self._parts[int(label)]
        now["tx"]._code += ["EMC", self._mark(part.element)]
        self._part = _OpenPart(part, now["cur_x"], now["cur_y"])

    def _end_part(self, _kind: str, _label: str | None) -> None:
        if self._part is None or self._around is None:
            return
        now = self._curr_tx_info
        now["tx"]._code += ["EMC", self._mark(self._around)]
        self._close_part(now["cur_x"], now["cur_y"])

    def _close_part(self, right: float, baseline: float) -> None:
        opened, self._part = self._part, None
        if opened is not None and opened.part.address:
            for box in opened.boxes(right, baseline, self._lines):
                self.link_to(opened.part.address, opened.part.element, opened.part.words, box)

    def place_field(self, name: str, tooltip: str, rect: Rect, element: Element) -> None:
        """Notes where a signature field goes; ``rect`` is relative to the current origin."""
        left, bottom = self.absolutePosition(rect[0], rect[1])
        right, top = self.absolutePosition(rect[2], rect[3])
        self.fields.append(FieldMark(self.page, name, tooltip, (left, bottom, right, top), element))
