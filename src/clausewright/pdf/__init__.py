"""A document tree as PDF bytes. ``render`` loads reportlab and pikepdf when it is called."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from clausewright.documents.tree import Document

if TYPE_CHECKING:
    from clausewright.pdf.archive import Attachment


def render(document: Document, attachments: "Sequence[Attachment]" = ()) -> bytes:
    """The unsigned paper: tagged, with empty signature fields; the same document gives the same bytes.

    Raises Problem with the characters that no bundled typeface has, before anything is drawn.
    """
    from clausewright.pdf.archive import archived
    from clausewright.pdf.fonts import require_settable
    from clausewright.pdf.layout import lay_out

    require_settable(strings(document))
    return archived(document, lay_out(document), attachments)


def strings(value: object) -> Iterator[str]:
    """Every text of a document, metadata included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from strings(part)
    elif hasattr(value, "__dataclass_fields__"):
        for name in value.__dataclass_fields__:
            yield from strings(getattr(value, name))
