"""Finds what is packaged in resources/: the same in a checkout, a wheel and a frozen bundle."""

from pathlib import Path

from clausewright.problem import Cause, Problem

_PACKAGED = Path(__file__).parent / "resources"
_CHECKOUT = Path(__file__).parents[2] / "resources"


def resource(*parts: str) -> Path:
    """The path of a packaged file or folder, e.g. ``resource("fonts", "IBMPlexSans-Regular.ttf")``.

    Raises Problem with the missing name: a broken installation must say which file it lost.
    """
    for root in (_PACKAGED, _CHECKOUT):
        path = root.joinpath(*parts)
        if path.exists():
            return path
    raise Problem(
        f"The installation is incomplete: {'/'.join(parts)} is missing.",
        "Install Clausewright again.",
        cause=Cause.ENVIRONMENT,
    )
