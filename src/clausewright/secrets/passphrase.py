"""Passphrases: made at random, or taken from a file that the user names."""

import secrets
from pathlib import Path

from clausewright.problem import Problem

RANDOM_BYTES = 16
"""128 bits: beyond guessing, so that how the .p12 stretches a passphrase doesn't matter."""

LONGEST_PASSPHRASE = 1024
"""Bytes; what is longer is some other file, taken by mistake."""


def new_passphrase() -> str:
    """22 letters, digits, ``-`` and ``_``: any keyring and any program that reads a .p12 takes them."""
    return secrets.token_urlsafe(RANDOM_BYTES)


def passphrase_from_file(path: Path) -> str:
    """The file's first line, without its end. Raises Problem for a file that holds no passphrase."""
    first_line = _beginning(path).split(b"\n")[0].removesuffix(b"\r")
    if len(first_line) > LONGEST_PASSPHRASE:
        raise _no_passphrase(path, f"its first line is longer than {LONGEST_PASSPHRASE} bytes")
    try:
        passphrase = first_line.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _no_passphrase(path, "its first line is not UTF-8 text") from None
    if not passphrase:
        raise _no_passphrase(path, "its first line is empty")
    return passphrase


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LONGEST_PASSPHRASE + 2)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "no such file"
        raise _no_passphrase(path, reason.lower()) from error


def _no_passphrase(path: Path, why: str) -> Problem:
    return Problem(
        f"The passphrase can't be read from {path}: {why}.",
        "Name a text file whose first line is the passphrase of your signing key.",
    )
