"""The structure tree in the file: elements with their content, links and fields (ISO 32000-1, 14.7)."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf, String

from clausewright.pdf.layout import Laid
from clausewright.pdf.tags import Element

_PRINT = 4

_Place = tuple[int, int]
"""The page, and the number of a piece of content among that page's."""


@dataclass(slots=True)
class _Content:
    """What was drawn for one element, and annotations with their page."""

    marks: list[_Place] = field(default_factory=list)
    annotations: list[tuple[int, Any]] = field(default_factory=list)


def add_structure(pdf: Pdf, laid: Laid, widgets: Sequence[Any]) -> None:
    """Adds the tree, and the way back from each piece of content and each annotation to its element."""
    _Writer(pdf, _contents(pdf, laid, widgets)).write(laid.root)


def _contents(pdf: Pdf, laid: Laid, widgets: Sequence[Any]) -> dict[Element, _Content]:
    found: dict[Element, _Content] = defaultdict(_Content)
    for mark in laid.canvas.marks:
        found[mark.element].marks.append((mark.page, mark.id))
    for link in laid.canvas.links:
        annotations = pdf.pages[link.page].obj.Annots
        if not annotations[link.index].is_indirect:
            annotations[link.index] = pdf.make_indirect(annotations[link.index])
        annotation = annotations[link.index]
        annotation.Contents, annotation.F = String(link.words), _PRINT
        found[link.element].annotations.append((link.page, annotation))
    for placed, widget in zip(laid.canvas.fields, widgets, strict=True):
        found[placed.element].annotations.append((placed.page, widget))
    return found


class _Writer:
    def __init__(self, pdf: Pdf, contents: dict[Element, _Content]) -> None:
        self._pdf, self._contents = pdf, contents
        self._pages = [page.obj for page in pdf.pages]
        self._by_page: list[dict[int, Any]] = [{} for _ in self._pages]
        self._by_annotation: list[Any] = []

    def write(self, root: Element) -> None:
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        numbers: Any = Array()
        for index, page in enumerate(self._pages):
            elements = self._by_page[index]
            if elements:
                page.StructParents = index
                numbers.extend(
                    [index, self._pdf.make_indirect(Array([elements[at] for at in range(len(elements))]))]
                )
            if Name.Annots in page:
                page.Tabs = Name.S
        for offset, element in enumerate(self._by_annotation):
            numbers.extend([len(self._pages) + offset, element])
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        tree.ParentTreeNextKey = len(self._pages) + len(self._by_annotation)
        self._pdf.Root.StructTreeRoot = tree
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Any) -> Any:
        made = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + element.kind), P=parent))
        self._describe(element, made)
        content = self._contents.get(element) or _Content()
        parts = [*self._marks(content, made), *self._children(element, made)]
        # Stable: without marks between them, children keep their order.
        parts.sort(key=lambda part: part[0])
        listed = [part for _, part in parts] + self._annotations(content, made)
        made.K = listed[0] if len(listed) == 1 else Array(listed)
        return made

    def _is_drawn(self, element: Element) -> bool:
        """An element that drew nothing, such as an empty cell's paragraph, is left out, but not a cell:
        a row needs as many as its table has columns."""
        is_cell = element.kind in ("TH", "TD")
        return (
            is_cell or element in self._contents or any(self._is_drawn(child) for child in element.children)
        )

    def _marks(self, content: _Content, made: Any) -> Iterator[tuple[_Place, Any]]:
        for page, id in content.marks:
            self._by_page[page][id] = made
            if Name.Pg not in made:
                made.Pg = self._pages[page]
            is_here = made.Pg.objgen == self._pages[page].objgen
            part = id if is_here else Dictionary(Type=Name.MCR, Pg=self._pages[page], MCID=id)
            yield (page, id), part

    def _children(self, element: Element, made: Any) -> Iterator[tuple[_Place, Any]]:
        """A link inside of a paragraph stands between the pieces of text that it was drawn between."""
        is_inline = element in self._contents
        for child in element.children:
            if self._is_drawn(child):
                place = self._contents[child].marks[0] if is_inline else (0, 0)
                yield place, self._element(child, made)

    def _annotations(self, content: _Content, made: Any) -> list[Any]:
        found = []
        for page, annotation in content.annotations:
            annotation.StructParent = len(self._pages) + len(self._by_annotation)
            self._by_annotation.append(made)
            found.append(Dictionary(Type=Name.OBJR, Pg=self._pages[page], Obj=annotation))
        return found

    def _describe(self, element: Element, made: Any) -> None:
        if element.alternative:
            made.Alt = String(element.alternative)
        if element.language:
            made.Lang = String(element.language)
        attributes = []
        if element.scope:
            attributes.append(Dictionary(O=Name.Table, Scope=Name("/" + element.scope)))
        if element.summary:
            attributes.append(Dictionary(O=Name.Table, Summary=String(element.summary)))
        if element.bbox:
            box = Array([round(number, 3) for number in element.bbox])
            attributes.append(Dictionary(O=Name.Layout, BBox=box))
        if attributes:
            made.A = attributes[0] if len(attributes) == 1 else Array(attributes)
