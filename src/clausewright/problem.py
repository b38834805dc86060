"""What is told to the user when something can't be done."""

from enum import Enum


class Cause(Enum):
    """Where the trouble lies; the command line turns it into its exit code."""

    FINDING = 1
    """A blocking finding, or a signature that is missing or not valid."""
    INPUT = 2
    """Input that can't be used or checked."""
    ENVIRONMENT = 3
    """The disk, the keyring, the system around us."""


class Problem(Exception):
    """One calm sentence on what is wrong and where, and one on what to do about it.

    Each outer package translates its library's errors into a Problem at its border, so that no
    library's wording, which may quote the user's private text, reaches the window or a log.
    """

    def __init__(self, title: str, advice: str = "", *, cause: Cause = Cause.INPUT) -> None:
        super().__init__(title)
        self.title = title
        self.advice = advice
        self.cause = cause

    def __str__(self) -> str:
        return f"{self.title} {self.advice}".strip()
