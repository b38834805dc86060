"""The record of a deal: one line for each thing that happened, only ever added to.

The order of the lines is the order of events; ``at`` is what the clock said, and clocks go wrong.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from clausewright.workspace.reader import read_input
from clausewright.workspace.writer import append_safely

MOST_BYTES = 64_000_000
"""Some 200,000 entries; what is larger is not a record of ours."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to a deal."""

    at: datetime
    """With its zone."""
    what: str
    """A past participle: exported, signed, sent, returned. Newer versions may add others."""
    file: str = ""
    sha256: str = ""
    """Of the file's bytes, in hexadecimal."""
    fingerprint: str = ""
    """SHA-256 of the certificate that signed."""
    more: Mapping[str, object] = field(default_factory=dict)
    """What else the line says, in JSON's types."""

    def __post_init__(self) -> None:
        if self.at.tzinfo is None:
            raise ValueError("a record needs the time zone")


@dataclass(frozen=True, slots=True)
class Record:
    entries: tuple[Entry, ...] = ()
    """In the order in which they were added."""
    unreadable: tuple[int, ...] = ()
    """Numbers of the lines, from 1, that a crash cut off or someone damaged; they stay in the file."""


def add_to_record(path: Path, entry: Entry) -> None:
    """Adds one line, for good or not at all; raises Problem."""
    append_safely(path, _line(entry))


def read_record(path: Path) -> Record:
    """Every entry that can be read; a record that does not exist yet is empty. Raises Problem."""
    if not path.is_symlink() and not path.exists():
        return Record()
    entries: list[Entry] = []
    unreadable: list[int] = []
    for number, line in enumerate(read_input(path, MOST_BYTES).split(b"\n"), start=1):
        if not line.strip():
            continue
        try:
            entries.append(_entry(line))
        except (ValueError, RecursionError):
            unreadable.append(number)
    return Record(tuple(entries), tuple(unreadable))


def _line(entry: Entry) -> bytes:
    said = {"file": entry.file, "sha256": entry.sha256, "fingerprint": entry.fingerprint}
    fields = {"at": entry.at.isoformat(), "what": entry.what} | {k: v for k, v in said.items() if v}
    text = json.dumps(fields | {k: v for k, v in entry.more.items() if k not in fields}, ensure_ascii=False)
    # A file name that is not UTF-8 holds surrogates; backslashreplace writes them as JSON does.
    return text.encode("utf-8", "backslashreplace")


def _entry(line: bytes) -> Entry:
    fields = json.loads(line.decode("utf-8"))
    if not isinstance(fields, dict):
        raise ValueError("not an entry")
    said = {key: _text(fields.pop(key, "")) for key in ("at", "what", "file", "sha256", "fingerprint")}
    if not said["what"]:
        raise ValueError("nothing happened")
    return Entry(datetime.fromisoformat(said.pop("at")), more=fields, **said)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("not a text")
    return value
