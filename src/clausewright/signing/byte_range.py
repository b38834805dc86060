"""Which bytes of a file a signature speaks for, judged by the bytes alone.

A PDF signature covers the file but for the hexadecimal string that holds the signature itself. A reader
that trusts its numbers without looking can be shown a gap that hides more than that string.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_HEXADECIMAL = re.compile(rb"<(?:[0-9a-f]*|[0-9A-F]*)>")
"""One writer writes one case: a digit whose case alone was changed is a changed byte too."""

_MARK = re.compile(rb"/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]")


@dataclass(frozen=True)
class ByteRange:
    """From the file's first byte to the gap, and from the gap to ``end``."""

    gap_start: int
    gap_end: int
    end: int

    def covered(self, pdf: bytes) -> bytes:
        return pdf[: self.gap_start] + pdf[self.gap_end : self.end]

    def gap(self, pdf: bytes) -> bytes:
        return pdf[self.gap_start : self.gap_end]


def byte_range(numbers: Sequence[object], size: int) -> ByteRange | None:
    """None unless these are four integers that begin at 0, leave one gap and stay within the file;
    ISO 32000-2, 12.8.1, table 255."""
    if len(numbers) != 4 or not all(isinstance(number, int) for number in numbers):
        return None
    start, first, second_start, second = (number for number in numbers if isinstance(number, int))
    made = ByteRange(first, second_start, second_start + second)
    return made if start == 0 and 0 < first < second_start and second > 0 and made.end <= size else None


def signature_in(gap: bytes) -> bytes | None:
    """The string in the gap, with its padding; None unless it fills the gap exactly."""
    if not _HEXADECIMAL.fullmatch(gap) or len(gap) % 2:
        return None
    return bytes.fromhex(gap[1:-1].decode("ascii"))


def marked_ranges(pdf: bytes) -> list[ByteRange]:
    """The ranges that stand in the file in plain sight and lead to a gap of this file, earliest end first:
    what can be said about a file whose structure can't be read, or no longer names its signatures."""
    sound = {each for each in _marks(pdf) if each}
    return sorted(sound, key=lambda each: each.end)


def has_stray_mark(pdf: bytes) -> bool:
    """Whether a range leads nowhere: what it spoke for was cut off, moved or rewritten."""
    return any(each is None for each in _marks(pdf))


def _marks(pdf: bytes) -> Iterator[ByteRange | None]:
    for mark in _MARK.finditer(pdf):
        found = byte_range([int(number) for number in mark.groups()], len(pdf))
        gap = found.gap(pdf) if found else b""
        yield found if gap.startswith(b"<") and gap.endswith(b">") else None
