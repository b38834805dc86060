"""Prints this environment's packages with their exact versions, for constraints.txt."""

import re
from importlib.metadata import distributions

# What installs packages, and what we are ourselves, is not constrained.
LEFT_OUT = {"pip", "setuptools", "wheel", "clausewright"}

# Wanted on other systems alone, so never seen in the environment that this is run in.
ELSEWHERE = {"colorama": "0.4.6", "pywin32-ctypes": "0.2.3"}


def main() -> None:
    found = {
        re.sub(r"[-_.]+", "-", package.metadata["Name"]).lower(): package.version
        for package in distributions()
    }
    pinned = ELSEWHERE | found
    print("# Names and exact versions; made by `make constraints`.")
    for name in sorted(pinned.keys() - LEFT_OUT):
        print(f"{name}=={pinned[name]}")


if __name__ == "__main__":
    main()
