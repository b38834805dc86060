"""A document tree as PDF bytes. ``render`` loads reportlab and pikepdf when it is called."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from clausewright.documents.tree import Document

if TYPE_CHECKING:
    from clausewright.pdf.archive import Attachment


def render(document: Document, attachments: "Sequence[Attachment]" = ()) -> bytes:
    """The unsigned paper: tagged, with empty signature fields; the same document gives the same bytes.

    Raises Problem with the characters that no bundled typeface has, before anything is drawn.
    """
    from clausewright.pdf.archive import archived
    from clausewright.pdf.gate import settable_document
    from clausewright.pdf.layout import lay_out

    paper = settable_document(document)
    return archived(paper, lay_out(paper), attachments)
