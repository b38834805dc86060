"""Locks on an open file, which the system drops by itself when the process ends, however it ends."""

import sys

if sys.platform == "win32":
    import msvcrt
    import os

    _BEYOND_ANY_CONTENT = 1 << 40

    def _lock(descriptor: int, mode: int) -> bool:
        position = os.lseek(descriptor, 0, os.SEEK_CUR)
        try:
            os.lseek(descriptor, _BEYOND_ANY_CONTENT, os.SEEK_SET)
            msvcrt.locking(descriptor, mode, 1)
        except OSError:
            return False
        finally:
            os.lseek(descriptor, position, os.SEEK_SET)
        return True

    def lock(descriptor: int) -> bool:
        """Waits (10 seconds at most) until the file is ours alone; False where it can't be locked."""
        return _lock(descriptor, msvcrt.LK_LOCK)

    def try_lock(descriptor: int) -> bool:
        """Whether the file is ours alone from now on; False also where files can't be locked."""
        return _lock(descriptor, msvcrt.LK_NBLCK)
else:
    import fcntl

    def _lock(descriptor: int, mode: int) -> bool:
        try:
            fcntl.flock(descriptor, mode)
        except OSError:
            return False
        return True

    def lock(descriptor: int) -> bool:
        """Waits until the file is ours alone; False where files can't be locked (some network folders)."""
        return _lock(descriptor, fcntl.LOCK_EX)

    def try_lock(descriptor: int) -> bool:
        """Whether the file is ours alone from now on; False also where files can't be locked."""
        return _lock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
