"""Temporary files of the writer: how they are named, and how those of a crashed program are cleared."""

import os
import secrets
import sys
from contextlib import suppress
from pathlib import Path

from clausewright.workspace.lock import try_lock

_PREFIX, _SUFFIX = ".~clausewright-", ".tmp"
"""A leading ``.~`` and a trailing ``.tmp`` are what sync programs leave alone."""
_OPENED_FOR_LOCKING = (
    os.O_RDWR | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
)


def temporary_beside(path: Path) -> Path:
    """A new name in the folder of ``path``, since a file can only be moved whole within one disk."""
    return path.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")


def is_temporary(name: str) -> bool:
    return name.startswith(_PREFIX) and name.endswith(_SUFFIX)


def remove_strays(folder: Path) -> int:
    """Removes what a killed save left directly in this folder; a save that still runs keeps its file.

    Returns how many were removed. What can't be looked at or removed stays: a stray file does no
    harm, and a folder that can only be read must still open.
    """
    removed = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for name in [entry.name for entry in entries if is_temporary(entry.name)]:
            with suppress(OSError):
                _remove_unless_in_use(folder / name)
                removed += 1
    return removed


def _remove_unless_in_use(path: Path) -> None:
    if sys.platform == "win32":  # there, a file that a program has open can't be removed anyway
        path.unlink()
        return
    descriptor = os.open(path, _OPENED_FOR_LOCKING)
    try:
        if not try_lock(descriptor):
            raise BlockingIOError
        path.unlink()
    finally:
        os.close(descriptor)
