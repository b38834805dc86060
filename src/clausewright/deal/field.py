"""What a field of the deal may hold, and who may see it.

Every field says whom it is for: ``ForClient[...]`` may stand on a paper, in an attachment or a mail;
``Private[...]`` never leaves the user's folder. A field that says neither fails a test.
"""

import re
import unicodedata
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Self, TypeVar, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic.fields import FieldInfo

T = TypeVar("T")


class Audience(Enum):
    CLIENT = "client"
    PRIVATE = "private"


ForClient = Annotated[T, Audience.CLIENT]
Private = Annotated[T, Audience.PRIVATE]


class Record(BaseModel):
    """A part of the deal: immutable, and keeping the fields that it doesn't know when saved again."""

    model_config = ConfigDict(frozen=True, extra="allow", validate_default=False)

    def for_client(self) -> Self:
        """This record with nothing private and nothing unknown in it: private fields are at their
        defaults, unknown ones are gone. Papers, attachments, file names and mail are made from this."""
        shown = {
            name: _for_client(getattr(self, name))
            for name, info in type(self).model_fields.items()
            if audience(info) is Audience.CLIENT
        }
        return cast(Self, type(self).model_construct(**shown))


def _for_client(value: Any) -> Any:
    if isinstance(value, Record):
        return value.for_client()
    if isinstance(value, tuple):
        return tuple(_for_client(part) for part in value)
    return value


def audience(field: FieldInfo) -> Audience | None:
    """Whom a field is for; None where its author forgot to say."""
    return next((mark for mark in field.metadata if isinstance(mark, Audience)), None)


# C0 and C1 controls (but newline and tab), line and paragraph separators, bidi controls, byte order
# mark, surrogates, non-characters: none is visible, and some make a text read otherwise than it is.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
    "\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)


def _printable(text: str) -> str:
    found = _UNPRINTABLE.search(text)
    if found:
        raise ValueError(
            f"holds the invisible control character U+{ord(found[0]):04X} at position {found.start() + 1}; "
            "delete it or type the text anew"
        )
    return unicodedata.normalize("NFC", text)


def _one_line(text: str) -> str:
    if "\n" in text or "\t" in text:
        raise ValueError("must be one line, without line breaks or tabs")
    return text


def _plain_name(name: str) -> str:
    if name in (".", "..") or re.search(r'[/\\:*?"<>|]', name):
        raise ValueError("must be the plain name of a file beside the deal, without a folder")
    return name


Line = Annotated[
    str, Field(strict=True, max_length=300), AfterValidator(_one_line), AfterValidator(_printable)
]
"""One line of text, at most 300 characters."""

Prose = Annotated[str, Field(strict=True, max_length=6000), AfterValidator(_printable)]
"""A text of some paragraphs, at most 6,000 characters."""

FileName = Annotated[Line, AfterValidator(_plain_name)]
"""A file beside the deal, by plain name: no folder, no drive, no address."""

Id = Annotated[str, Field(strict=True, pattern=r"^[A-Za-z0-9._-]{0,64}$")]

_DECIMAL = re.compile(r"[0-9]{1,15}(\.[0-9]{1,8})?")


def _decimal(value: object) -> object:
    """Decimal() also reads NaN, 1e5, 1_000 and digits of other scripts; a deal's file holds none."""
    if isinstance(value, bool) or not isinstance(value, str | int | Decimal):
        raise ValueError('must be a number, best written as text such as "1250.00"')
    text = format(value, "f") if isinstance(value, Decimal) and value.is_finite() else str(value)
    if text.startswith("-"):
        raise ValueError("must not be negative")
    if not _DECIMAL.fullmatch(text):
        raise ValueError('must be a plain number such as "1250.00"')
    return Decimal(text)


Number = Annotated[Decimal, BeforeValidator(_decimal)]
"""An exact number of 0 or more, at most 15 digits before the point."""

LARGEST_AMOUNT = 10**12

Amount = Annotated[Number, Field(le=LARGEST_AMOUNT)]
"""An amount of money in the deal's currency."""

Percent = Annotated[Number, Field(le=1000)]

Count = Annotated[int, Field(strict=True, ge=0, le=10_000)]

Flag = Annotated[bool, Field(strict=True)]

EARLIEST, LATEST = date(2000, 1, 1), date(2199, 12, 31)


def _day(value: object) -> object:
    if isinstance(value, date) or (
        isinstance(value, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value)
    ):
        return value
    raise ValueError("must be a date such as 2026-11-24")


Day = Annotated[date, BeforeValidator(_day), Field(ge=EARLIEST, le=LATEST)]
"""A date between 2000 and 2199."""


def is_blank(text: str) -> bool:
    """White space alone is missing."""
    return not text.strip()
