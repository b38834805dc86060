"""Reads a PDF the way others do: poppler's text, and the structure tree that a screen reader follows."""

import html
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

_ENTRY = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{4,})>")


def extracted(pdf: bytes, folder: Path, *, page: int | None = None) -> str:
    """What ``pdftotext -raw`` finds, without its form feeds."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    pages = ["-f", str(page), "-l", str(page)] if page else []
    command = ["pdftotext", "-raw", "-enc", "UTF-8", *pages, str(path), "-"]
    return subprocess.run(command, check=True, capture_output=True).stdout.decode().replace("\f", "")


_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
_WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')


@dataclass(frozen=True)
class Boxes:
    """``words`` as (left, top, right, bottom, word), in points from the page's upper left."""

    width: float
    height: float
    words: list[tuple[float, float, float, float, str]]


def boxes(pdf: bytes, folder: Path) -> list[Boxes]:
    """Where poppler finds the words of each page."""
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    command = ["pdftotext", "-bbox", "-enc", "UTF-8", str(path), "-"]
    found = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    return [Boxes(float(wide), float(high), _words(page)) for wide, high, page in _PAGE.findall(found)]


def _words(page: str) -> list[tuple[float, float, float, float, str]]:
    return [
        (float(left), float(top), float(right), float(bottom), html.unescape(word))
        for left, top, right, bottom, word in _WORD.findall(page)
    ]


def squeezed(text: str) -> str:
    """The letters alone: where lines break and capitals stand is layout."""
    return re.sub(r"\s+", "", text).casefold()


def flat(text: str) -> str:
    """With single spaces in place of line breaks."""
    return " ".join(text.split())


@dataclass
class Page:
    """``spoken`` is the text of each marked-content id; ``decoration`` all other text; ``loose`` what
    was drawn outside of both."""

    spoken: dict[int, str] = field(default_factory=dict)
    decoration: list[str] = field(default_factory=list)
    loose: int = 0


_DRAWS = {"f", "F", "f*", "B", "S", "s", "b", "Do", "Tj", "TJ", "'", '"', "sh"}


def read_page(page: pikepdf.Page) -> Page:
    """Raises AssertionError where marked content is nested or an id is used twice."""
    read, tag, id_, decode = Page(), None, None, None
    for step in pikepdf.parse_content_stream(page):
        operands: Any = step.operands
        name = str(step.operator)
        if name in ("BMC", "BDC"):
            assert tag is None, f"{operands[0]} inside {tag}"
            tag = str(operands[0])
            id_ = int(operands[1].MCID) if tag != "/Artifact" else None
            if id_ is not None:
                assert id_ not in read.spoken
                read.spoken[id_] = ""
        elif name == "EMC":
            tag = id_ = None
        elif name == "Tf":
            decode = _decoder(page.Resources.Font[str(operands[0])])
        elif name in ("Tj", "TJ") and decode:
            codes = operands[0] if name == "TJ" else [operands[0]]
            words = "".join(decode(bytes(code)) for code in codes if isinstance(code, pikepdf.String))
            if id_ is not None:
                read.spoken[id_] += words
            else:
                read.decoration.append(words)
        if name in _DRAWS and tag is None:
            read.loose += 1
    return read


def _decoder(font: Any) -> Any:
    entries = _ENTRY.findall(font.ToUnicode.read_bytes().decode("latin-1"))
    table = {int(code, 16): bytes.fromhex(point).decode("utf-16-be") for code, point in entries}
    return lambda codes: "".join(table[code] for code in codes)


@dataclass(frozen=True)
class Node:
    """An element of the structure tree; ``parts`` are texts, annotations and elements in order."""

    kind: str
    element: Any
    parts: tuple["str | Node | Any", ...]
    file: Any
    """Kept open as long as an element of it is held."""

    def walk(self) -> Iterator["Node"]:
        yield self
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.walk()

    def all(self, *kinds: str) -> list["Node"]:
        return [node for node in self.walk() if node.kind in kinds]

    @property
    def children(self) -> list["Node"]:
        return [part for part in self.parts if isinstance(part, Node)]

    @property
    def text(self) -> str:
        return "".join(
            part if isinstance(part, str) else part.text if isinstance(part, Node) else ""
            for part in self.parts
        )


def structure(pdf: bytes) -> Node:
    """The document element."""
    file = pikepdf.open(BytesIO(pdf))
    pages = {page.objgen: read_page(page) for page in file.pages}
    return _node(file.Root.StructTreeRoot.K[0], pages, file)


def _node(element: Any, pages: dict[Any, Page], file: Any) -> Node:
    kids = element.get("/K", [])
    listed = list(kids) if isinstance(kids, pikepdf.Array) else [kids]
    parts = tuple(_part(kid, element, pages, file) for kid in listed)
    return Node(str(element.S)[1:], element, parts, file)


def _part(kid: Any, element: Any, pages: dict[Any, Page], file: Any) -> Any:
    if isinstance(kid, int):
        return pages[element.Pg.objgen].spoken[kid]
    if kid.get("/Type") == "/MCR":
        return pages[kid.Pg.objgen].spoken[int(kid.MCID)]
    if kid.get("/Type") == "/OBJR":
        return kid.Obj
    return _node(kid, pages, file)
