"""The tree of a paper: what is said, in which order and with which meaning, without a word on layout.

Papers are built as these values; ``pdf`` draws them and makes the structure tree (the tags that a
screen reader follows) from them. Every node may name its language; a node without one speaks the
language of the node around it, and the document's own at the root. Bilingual papers put two nodes
of one clause side by side later; nothing here assumes a single column.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one manner. ``link`` is an http, https or mailto address, or ``#id`` for a
    place in this document."""

    text: str
    strong: bool = False
    emphasis: bool = False
    link: str | None = None
    language: str | None = None


Text = tuple[Span, ...]
"""A line or paragraph: spans in reading order. ``\\n`` inside a span is a line break."""


def text(*parts: "str | Span") -> Text:
    """Plain strings and spans, made into one Text; empty strings fall away."""
    spans = (Span(part) if isinstance(part, str) else part for part in parts)
    return tuple(span for span in spans if span.text)


def plain(content: Text) -> str:
    """The words alone."""
    return "".join(span.text for span in content)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The top of the first page: who writes, and which paper this is.

    ``logo`` holds the bytes of a PNG or JPEG; without one the initials stand in a tinted square.
    """

    initials: str
    name: str
    line: str
    paper: str
    reference: str
    logo: bytes | None = None


@dataclass(frozen=True, slots=True)
class Title:
    """The document's title (H1) and the sentence below it."""

    heading: Text
    lead: Text = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """``role``: body, small (a note in muted small type), or label (capitals above a group)."""

    content: Text
    role: Literal["body", "small", "label"] = "body"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Bullets:
    """An unordered list; ``mark`` says how an item is marked: check (included), dash (not
    included) or dot."""

    items: tuple[Text, ...]
    mark: Literal["check", "dash", "dot"] = "dot"
    label: str = ""
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Term:
    """A label and what holds for it."""

    label: str
    value: Text


@dataclass(frozen=True, slots=True)
class KeyTerms:
    """The tinted summary box in two columns; ``note`` says that the clauses prevail."""

    label: str
    note: str
    terms: tuple[Term, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """Short facts side by side (prepared for, prepared by, issued, valid until).

    Each fact's value: the first line strong, the lines after it muted.
    """

    facts: tuple["Fact", ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """``width`` is a share of the table's width, relative to its neighbours; ``figures`` columns
    are set to the right with tabular figures."""

    label: str
    width: float = 1.0
    figures: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """``content`` in the row's first line, ``notes`` in small muted lines below it."""

    content: Text
    notes: tuple[Text, ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row, repeated on each page it reaches. ``first_is_header`` makes the
    first cell of each row its header (TH with Scope=Row)."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    summary: str = ""
    first_is_header: bool = True
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Total:
    """One line below a table of prices; ``grand`` is the figure that counts, set large."""

    label: str
    amount: str
    grand: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums below the items, set to the right; ``note`` (the tax sentence) to their left."""

    totals: tuple[Total, ...]
    note: Text = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class PaymentPart:
    """One stage in the payment bar; ``share`` in percent of the whole."""

    share: Decimal
    heading: str
    amount: str
    due: str


@dataclass(frozen=True, slots=True)
class PaymentBar:
    """How the price is paid, as a bar cut into the stages, with words below each part."""

    label: str
    parts: tuple[PaymentPart, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class QrCode:
    """A square code; ``payload`` is encoded as bytes at error level M, ``alternative`` is read
    aloud in its place."""

    payload: bytes
    label: str
    caption: str
    alternative: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Blocks in columns of the given relative widths, read column after column."""

    columns: tuple[tuple[float, tuple["Block", ...]], ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Acceptance:
    """The tinted box at a quote's end: how to accept, and the lines to write on."""

    heading: str
    content: Text
    lines: tuple[str, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Clause:
    """A numbered paragraph of a section, with what belongs to it (lists, tables) below.

    ``id`` is the clause's id in the language data: cross-references and tests find it by this.
    """

    number: str
    content: Text
    id: str
    blocks: tuple["Block", ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered part with its heading (H2). ``new_page`` is set for the first annex. Stands in
    the contents and in the outline."""

    number: str
    heading: str
    id: str
    blocks: tuple["Block", ...]
    new_page: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of sections with their pages."""

    heading: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Signatory:
    """One side of the signature block.

    ``field`` names the PDF's signature field; ``stamp`` is what stands in the space meanwhile
    (for the client: how to sign), ``lines`` are to be written on, when signed on paper.
    """

    role: str
    name: str
    details: tuple[str, ...]
    field: str
    tooltip: str
    stamp: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SignatureBlock:
    """Both sides' signatures under one heading; kept together with the clause before it."""

    heading: str
    signatories: tuple[Signatory, ...]
    language: str | None = None


Block = (
    Title
    | Paragraph
    | Bullets
    | KeyTerms
    | Facts
    | Table
    | Totals
    | PaymentBar
    | QrCode
    | SideBySide
    | Acceptance
    | Clause
    | Section
    | Contents
    | SignatureBlock
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper.

    ``made`` is the date that the file's metadata carry, so that the same deal on the same date
    gives the same bytes. ``draft`` is the word printed across each page while the paper is not
    meant for signing. ``page`` holds the words of the page count with {page} and {pages}.
    """

    kind: Literal["quote", "contract"]
    title: str
    author: str
    subject: str
    language: str
    made: date
    size: Literal["A4", "Letter"]
    accent: str
    masthead: Masthead
    footer: str
    page: str
    blocks: tuple[Block, ...]
    draft: str = ""


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks in reading order, outer before inner."""
    for block in blocks:
        yield block
        if isinstance(block, Section | Clause):
            yield from walk(block.blocks)
        elif isinstance(block, SideBySide):
            for _, column in block.columns:
                yield from walk(column)
