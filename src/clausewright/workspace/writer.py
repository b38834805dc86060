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
from clausewright.workspace.reason import OTHER_NAME, Reason, reason_of
from clausewright.workspace.temporary import temporary_beside

if sys.platform == "darwin":
    import fcntl

_ALWAYS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_FOLDERS_NOT_FLUSHED = (errno.EINVAL, errno.ENOTSUP, errno.EBADF, errno.EACCES)
"""What file systems answer that can't flush a folder, and folders that may be written but not listed."""


def write_safely(path: Path, data: bytes, *, mode: int = 0o644) -> None:
    """Makes ``path`` hold exactly ``data``, on the disk for good, or leaves it as it was.

    ``mode`` is narrowed by the umask and by the permissions of the file that is replaced, so that
    a file made private stays private. Raises Problem; a link, a device, a folder and a file that
    its owner made read-only are refused.
    """
    with _told(path):
        permissions = mode & _permissions_to_keep(path)
        temporary = temporary_beside(path)
        with _removed_on_failure(temporary):
            _write_new(temporary, data, permissions)
            os.replace(temporary, path)
    _flush_folder_of(path)


def append_safely(path: Path, line: bytes) -> None:
    """Adds one whole line to ``path``, on the disk for good, or none of it.

    A last line that a crash left without its end is closed first, so that it can't swallow the new
    one; it is kept, for the reader to report. Two processes that append wait for each other.
    """
    if b"\n" in line:
        raise ValueError("a line holds no line break")
    with _told(path):
        _permissions_to_keep(path)
        with _opened(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | _NO_LINK, 0o644) as descriptor:
            is_locked = lock(descriptor)
            length = os.fstat(descriptor).st_size
            start = b"\n" if _lacks_its_end(descriptor, length) else b""
            with _cut_back_on_failure(descriptor, length if is_locked else None):
                _write_all(descriptor, start + line + b"\n")
                _flush(descriptor)
    if length == 0:
        _flush_folder_of(path)


def make_folder(path: Path, *, mode: int = 0o777) -> None:
    """Makes a folder and those above it; fine when it is there already. ``mode`` is for the last one."""
    try:
        path.mkdir(mode=mode, parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        reason = reason_of(error)
        title = f"The folder {shown(path)} could not be made: {reason.words}"
        raise Problem(title, reason.remedy, cause=Cause.ENVIRONMENT) from error


def flush_folder(folder: Path) -> None:
    """Puts the names in a folder on the disk for good. Windows has no such call and needs none."""
    if sys.platform == "win32":
        return
    try:
        with _opened(folder, os.O_RDONLY | os.O_DIRECTORY) as descriptor:
            _flush(descriptor)
    except OSError as error:
        if error.errno not in _FOLDERS_NOT_FLUSHED:
            raise


def _permissions_to_keep(path: Path) -> int:
    """The permission bits of the file that is there, or all of them when there is none."""
    try:
        found = os.lstat(path)
    except FileNotFoundError:
        return 0o777
    if stat.S_ISDIR(found.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if stat.S_ISLNK(found.st_mode):
        raise _unwritten(path, Reason("it is a link to another place.", OTHER_NAME))
    if not stat.S_ISREG(found.st_mode):
        raise _unwritten(path, Reason("it is not a file but a device or a channel.", OTHER_NAME))
    if not found.st_mode & 0o222:
        raise _unwritten(path, Reason("it is marked as read-only.", OTHER_NAME))
    return stat.S_IMODE(found.st_mode)


def _write_new(path: Path, data: bytes, permissions: int) -> None:
    with _opened(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, permissions) as descriptor:
        try_lock(descriptor)  # says to remove_strays that this file is in use
        _write_all(descriptor, data)
        _flush(descriptor)
        os.lseek(descriptor, 0, os.SEEK_SET)
        if _read_all(descriptor, len(data) + 1) != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO))


def _write_all(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        count = os.write(descriptor, rest)
        if count == 0:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        rest = rest[count:]


def _read_all(descriptor: int, most: int) -> bytes:
    parts = bytearray()
    while len(parts) < most and (part := os.read(descriptor, most - len(parts))):
        parts += part
    return bytes(parts)


def _lacks_its_end(descriptor: int, length: int) -> bool:
    if length == 0:
        return False
    os.lseek(descriptor, length - 1, os.SEEK_SET)
    return os.read(descriptor, 1) != b"\n"


def _flush(descriptor: int) -> None:
    if sys.platform == "darwin":  # there, fsync leaves the data in the drive's own cache
        with suppress(OSError):  # not every file system knows it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)


@contextmanager
def _opened(path: Path, flags: int, mode: int = 0o777) -> Iterator[int]:
    descriptor = os.open(path, flags | _ALWAYS, mode)
    try:
        yield descriptor
    finally:
        with suppress(OSError):  # what matters was flushed, and its errors were told, before
            os.close(descriptor)


@contextmanager
def _removed_on_failure(path: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        with suppress(OSError, ValueError):
            os.unlink(path)
        raise


@contextmanager
def _cut_back_on_failure(descriptor: int, length: int | None) -> Iterator[None]:
    """Takes back what was appended; without a lock (None) it might be another's line, and stays."""
    try:
        yield
    except BaseException:
        if length is not None:
            with suppress(OSError):
                os.ftruncate(descriptor, length)
        raise


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, ValueError) as error:
        raise _unwritten(path, reason_of(error)) from error


def _unwritten(path: Path, reason: Reason) -> Problem:
    return Problem(
        f"{shown(path)} could not be written: {reason.words}",
        f"What was there before is unchanged. {reason.remedy}",
        cause=Cause.ENVIRONMENT,
    )


def _flush_folder_of(path: Path) -> None:
    try:
        flush_folder(path.parent)
    except OSError as error:
        reason = reason_of(error)
        raise Problem(
            f"{shown(path)} was written, but may be lost when the power fails: {reason.words}",
            reason.remedy,
            cause=Cause.ENVIRONMENT,
        ) from error
