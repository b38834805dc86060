"""What the system's error numbers mean, in words for a user."""

import errno
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """Why the system refused: ``words`` end a sentence after a colon, ``remedy`` is a sentence."""

    words: str
    remedy: str


_ELSEWHERE = "Choose another folder."
OTHER_NAME = "Choose another name."
_FREE_SPACE = "Free some space, or choose a folder on another disk."
_CHECK_DISK = "Copy your files to another disk while they can be read, and choose a folder there."
_CHECK_NETWORK = "Check the connection to it and try again, or choose a folder on this computer."
_CLOSE_PROGRAM = "Close it in the other program and try again, or choose another name."

_REASONS = {
    errno.ENOSPC: Reason("the disk is full.", _FREE_SPACE),
    errno.EDQUOT: Reason("your share of the disk (quota) is used up.", _FREE_SPACE),
    errno.EFBIG: Reason("it would be larger than this system allows a file to be.", _ELSEWHERE),
    errno.EROFS: Reason("the disk is read-only.", _ELSEWHERE),
    errno.EACCES: Reason("you don't have the permission.", _ELSEWHERE),
    errno.EPERM: Reason("you don't have the permission.", _ELSEWHERE),
    errno.ENOENT: Reason("there is no such file or folder.", "Check the name and the folder."),
    errno.ENOTDIR: Reason("a part of its path is not a folder.", _ELSEWHERE),
    errno.EISDIR: Reason("there is a folder of that name.", OTHER_NAME),
    errno.EEXIST: Reason("there is something of that name already.", OTHER_NAME),
    errno.ENAMETOOLONG: Reason("the name is too long.", "Choose a shorter name."),
    errno.EILSEQ: Reason("the disk does not accept the name.", OTHER_NAME),
    errno.EINVAL: Reason("the disk does not accept the name.", OTHER_NAME),
    errno.ELOOP: Reason("its path leads through a link.", _ELSEWHERE),
    errno.EIO: Reason("the disk reported an error.", _CHECK_DISK),
    errno.EBUSY: Reason("it is open in another program.", _CLOSE_PROGRAM),
    errno.ETXTBSY: Reason("it is open in another program.", _CLOSE_PROGRAM),
    errno.EMFILE: Reason("too many files are open.", "Close other programs and try again."),
    errno.ENFILE: Reason("too many files are open.", "Close other programs and try again."),
    errno.ENOMEM: Reason("the memory is used up.", "Close other programs and try again."),
    errno.ESTALE: Reason("the network folder can't be reached.", _CHECK_NETWORK),
    errno.ETIMEDOUT: Reason("the network folder can't be reached.", _CHECK_NETWORK),
    errno.ENOTCONN: Reason("the network folder can't be reached.", _CHECK_NETWORK),
    errno.EHOSTDOWN: Reason("the network folder can't be reached.", _CHECK_NETWORK),
}
_OPEN_ELSEWHERE_ON_WINDOWS = (32, 33)
"""ERROR_SHARING_VIOLATION and ERROR_LOCK_VIOLATION, which Python reports as missing permission."""


def reason_of(error: OSError | ValueError) -> Reason:
    """Why a call failed. Python raises ValueError for a name that holds NUL or can't be encoded."""
    if isinstance(error, ValueError):
        return Reason("the name holds a character that no file name can hold.", OTHER_NAME)
    if getattr(error, "winerror", None) in _OPEN_ELSEWHERE_ON_WINDOWS:
        return _REASONS[errno.EBUSY]
    unknown = Reason(f"the system answered: {error.strerror or 'no reason given'}.", _ELSEWHERE)
    return _REASONS.get(error.errno or 0, unknown)
