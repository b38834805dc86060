"""Keeps the key out of the images that a crash leaves behind."""

import ctypes
import sys

_PR_SET_DUMPABLE = 4


def forbid_core_dumps() -> None:
    """For the rest of this process; call it before a key is loaded. Does what the system allows: on
    Windows crash images are the user's own setting, and off unless they asked for them."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        # The limit doesn't hold for a dump that is piped into a crash reporter; core(5).
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
