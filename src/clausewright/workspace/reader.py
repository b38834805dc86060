"""Files that come from outside are read carefully: plain files only, and never more than agreed."""

import errno
import os
import stat
from pathlib import Path

from clausewright.problem import Cause, Problem
from clausewright.workspace.name import is_plain_name, shown
from clausewright.workspace.reason import reason_of

_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Not blocking, since a file may become a channel between looking at it and opening it."""
_GIVEN_WRONGLY = (
    errno.ENOENT,
    errno.ENOTDIR,
    errno.EISDIR,
    errno.EACCES,
    errno.EPERM,
    errno.ELOOP,
    errno.ENAMETOOLONG,
)


def read_input(path: Path, limit_bytes: int) -> bytes:
    """The content of a file that the user named; links are followed.

    Raises Problem for anything but a regular file (a device or a named pipe would hang) and for
    more than ``limit_bytes``.
    """
    try:
        _require_file(path, os.stat(path))
        return _read(path, _FLAGS, limit_bytes)
    except (OSError, ValueError) as error:
        raise _unread(path, error) from error


def read_beside(deal: Path, name: str, limit_bytes: int) -> bytes:
    """The content of a file that a deal names, e.g. its logo: a plain name in the deal's own folder.

    A path or a link is refused, so that a deal from someone else can't pull a private file into a
    paper that is then sent.
    """
    if not is_plain_name(name):
        raise Problem(
            f"{shown(name)} is not a plain file name.",
            f"Put the file into {shown(deal.parent)} and give its name alone.",
        )
    path = deal.with_name(name)
    try:
        found = os.lstat(path)
        if stat.S_ISLNK(found.st_mode):
            raise Problem(f"{shown(path)} is a link.", "Put the file itself in its place.")
        _require_file(path, found)
        return _read(path, _FLAGS | getattr(os, "O_NOFOLLOW", 0), limit_bytes)
    except (OSError, ValueError) as error:
        raise _unread(path, error) from error


def _read(path: Path, flags: int, limit_bytes: int) -> bytes:
    with open(os.open(path, flags), "rb") as file:
        _require_file(path, os.fstat(file.fileno()))  # it may have been exchanged since it was looked at
        content = file.read(limit_bytes + 1)
    if len(content) > limit_bytes:
        raise Problem(
            f"{shown(path)} is larger than {_megabytes(limit_bytes)} MB.",
            "Give a smaller file.",
        )
    return content


def _require_file(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise Problem(f"{shown(path)} is a folder.", "Give a file.")
    if not stat.S_ISREG(found.st_mode):
        raise Problem(f"{shown(path)} is not a file but a device or a channel.", "Give a file.")


def _megabytes(count: int) -> str:
    return f"{count / 1_000_000:.6f}".rstrip("0").rstrip(".")


def _unread(path: Path, error: OSError | ValueError) -> Problem:
    is_given_wrongly = isinstance(error, ValueError) or error.errno in _GIVEN_WRONGLY
    return Problem(
        f"{shown(path)} could not be read: {reason_of(error).words}",
        "Check the name, the folder and the permissions."
        if is_given_wrongly
        else "Check the disk or the connection to it, and try again.",
        cause=Cause.INPUT if is_given_wrongly else Cause.ENVIRONMENT,
    )
