"""The one way in which files are written: completely or not at all, over crash, power loss, full disk.

A link is never written to: following it, a shared folder could point a save at any file of the user,
and replacing it would silently undo an arrangement that the user made.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from clausewright.problem import Cause, Problem
from clausewright.workspace.lock import lock, try_lock
from clausewright.workspace.name import shown
from clausewright.workspace.reason import Reason, reason_of
from clausewright.workspace.temporary import temporary_beside

_OWN_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
_FOLDER_SYNC_UNKNOWN = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)
"""What network and FUSE file systems answer that can't flush a folder, or folders that can't be listed."""


def write_safely(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Makes ``path`` hold exactly ``data``, on the disk for good, or leaves it as it was.

    ``mode`` is narrowed by the umask and by the permissions of the file that is replaced, so that
    a file made private stays private. Raises Problem; a link, a device, a folder and a file that
    its owner made read-only are refused.
    """
    with _told(path, "saved", "The file is as it was before."):
        permissions = mode & _permissions_to_keep(path)
        temporary = temporary_beside(path)
        with _removed_on_failure(temporary):
            _write_new(temporary, data, permissions)
            os.replace(temporary, path)
    _sync_folder_of(path)


def append_safely(path: Path, line: bytes, *, mode: int = 0o644) -> None:
    """Adds one whole line to ``path``, on the disk for good, or none of it.

    A last line that a crash left without its end is closed first, so that it can't swallow the new
    one; it is kept, for the reader to report. Two processes that append wait for each other.
    """
    if b"\n" in line:
        raise ValueError("a line holds no line break")
    with _told(path, "added to", "The file is as it was before."):
        _permissions_to_keep(path)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _OWN_FLAGS, mode)
        try:
            length = _append(descriptor, line)
        finally:
            os.close(descriptor)
    if length == 0:
        _sync_folder_of(path)


def make_folder(path: Path, *, mode: int = 0o777) -> None:
    """Makes a folder and those above it; fine when it is there already. ``mode`` is for the last one."""
    with _told(path, "made as a folder", ""):
        path.mkdir(mode=mode, parents=True, exist_ok=True)


@contextmanager
def _told(path: Path, done: str, consequence: str) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        raise _refused(path, done, reason, consequence) from error


def _refused(path: Path, done: str, reason: Reason, consequence: str) -> Problem:
    return Problem(
        f"{shown(path)} could not be {done}: {reason.words}",
        f"{consequence} {reason.remedy}".strip(),
        cause=Cause.ENVIRONMENT,
    )


def _permissions_to_keep(path: Path) -> int:
    """The permission bits of the file that is there, or all of them when there is none."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return 0o777
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISLNK(found.st_mode):
        raise _refusal("it is a link to another place.")
    if not stat.S_ISREG(found.st_mode):
        raise _refusal("it is not a file but a device or a channel.")
    if not found.st_mode & 0o222:
        raise _refusal("it is marked as read-only.")
    return stat.S_IMODE(found.st_mode) & 0o777
