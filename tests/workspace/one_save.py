"""A process that does one thing and says how it went: the tests kill it and starve it.

    python one_save.py write|append|file FILE TEXT [--wait] [--limit BYTES]

``file`` files a new deal beside FILE. Exit 0: done. Exit 3: a Problem, whose sentences are printed.
"""

import argparse
import ctypes
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from clausewright.problem import Problem
from clausewright.workspace.filing import create_deal_folder
from clausewright.workspace.layout import Workspace
from clausewright.workspace.writer import append_safely, write_safely

PR_SET_PTRACER, ANY_PROCESS = 0x59616D61, ctypes.c_ulong(-1)


DEEDS: dict[str, Callable[[Path, str], object]] = {
    "write": lambda file, text: write_safely(file, text.encode()),
    "append": lambda file, text: append_safely(file, text.encode()),
    "file": lambda file, text: create_deal_folder(Workspace(file.parent), 2026, text),
}


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("deed", choices=tuple(DEEDS))
    parser.add_argument("file", type=Path)
    parser.add_argument("text")
    parser.add_argument("--wait", action="store_true", help="stop until strace is attached and SIGCONT comes")
    parser.add_argument("--limit", type=int, help="the largest file that the system allows")
    options = parser.parse_args()
    if options.limit is not None:
        limit_file_size(options.limit)
    if options.wait:
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANY_PROCESS)
        os.kill(os.getpid(), signal.SIGSTOP)
    try:
        DEEDS[options.deed](options.file, options.text)
    except Problem as problem:
        print(problem)
        return 3
    return 0


def limit_file_size(most_bytes: int) -> None:
    import resource

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))


if __name__ == "__main__":
    code = main()
    sys.stdout.flush()
    os._exit(code)
