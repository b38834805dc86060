"""What a document must pass before it is drawn: only texts that can be printed as they were written."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from clausewright.documents.tree import Document
from clausewright.pdf.fonts import require_settable, settable


def settable_document(document: Document) -> Document:
    """The document with each text as it is set, metadata included.

    Raises Problem with the characters that can't be printed.
    """
    require_settable(_strings(document))
    cleaned: Document = _cleaned(document)
    return cleaned


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from _strings(part)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return settable(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(part) for part in value)
    if is_dataclass(value) and not isinstance(value, type):
        return type(value)(**{field.name: _cleaned(getattr(value, field.name)) for field in fields(value)})
    return value
