"""What happens inside of a paragraph: spans as reportlab's markup, and the parts of it that are elements
of their own (links, words in another language)."""

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from urllib.parse import quote, urlsplit

from clausewright.documents.tree import Clause, Document, Section, Span, Text, plain, walk
from clausewright.pdf.breaking import weight_of
from clausewright.pdf.fonts import runs
from clausewright.pdf.tags import BEGIN_PART, END_PART, Element

# Everything that an address may hold as it stands (RFC 3986); the rest is percent-encoded.
_IN_ADDRESS = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a paragraph with its own element; ``address`` is where it leads, "#id" inside the paper."""

    element: Element
    address: str
    words: str


def safe_address(link: str | None, places: frozenset[str]) -> str:
    """Where a span may lead: the web, mail, or one of the paper's places; else "", and it is mere text."""
    if not link:
        return ""
    if link.startswith("#"):
        return link if link[1:] in places else ""
    try:
        parts = urlsplit(link)
    except ValueError:
        return ""
    leads = parts.netloc if parts.scheme in ("http", "https") else parts.scheme == "mailto" and parts.path
    return quote(link, safe=_IN_ADDRESS) if leads else ""


def linked_places(document: Document) -> frozenset[str]:
    """The ids of sections and clauses that links in the document lead to."""
    there = {block.id for block in walk(document.blocks) if isinstance(block, Section | Clause)}
    return frozenset(span.link[1:] for span in _spans(document.blocks) if span.link) & there


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _spans(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _spans(getattr(value, field.name))


def parts(content: Text, element: Element, language: str, places: frozenset[str]) -> dict[int, Part]:
    """The spans that are elements of their own, by their index."""
    return dict(_parts(content, element, language, places))


def _parts(
    content: Text, element: Element, language: str, places: frozenset[str]
) -> Iterator[tuple[int, Part]]:
    for index, span in enumerate(content):
        address = safe_address(span.link, places)
        other = span.language if span.language and span.language != language else None
        if address or other:
            made = Element("Link" if address else "Span", element, other)
            yield index, Part(made, address, plain((span,)).strip())


def markup(content: Text, weight: str, language: str, accent: str, own: Mapping[int, Part]) -> str:
    """reportlab's paragraph language; the text itself is escaped and never read as markup."""
    return "".join(
        _marked(index, _span(span, weight, language, accent if _is_outward(own.get(index)) else ""), own)
        for index, span in enumerate(content)
    )


def _is_outward(part: Part | None) -> bool:
    return part is not None and part.address[:1] not in ("", "#")


def _marked(index: int, inner: str, own: Mapping[int, Part]) -> str:
    if index not in own:
        return inner
    return f'<onDraw name="{BEGIN_PART}" label="{index}"/>{inner}<onDraw name="{END_PART}"/>'


def _span(span: Span, weight: str, language: str, colour: str) -> str:
    painted = f' color="{colour}"' if colour else ""
    return "".join(
        f'<font name="{font}"{painted}>{html.escape(run).replace(chr(10), "<br/>")}</font>'
        for font, run in runs(span.text, weight_of(span, weight), span.language or language)
    )
