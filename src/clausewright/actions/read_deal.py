"""Reads the texts that a user keeps: a deal, a profile. No PDF or image library is loaded for it."""

import tomllib
from decimal import Decimal
from pathlib import Path

from clausewright.deal.agreement import Deal
from clausewright.deal.file import loads, validate
from clausewright.deal.profile import Profile
from clausewright.problem import Problem
from clausewright.workspace.reader import read_input

LARGEST_DEAL = 8_000_000
LARGEST_PROFILE = 1_000_000


def read_deal(path: Path) -> Deal:
    """Reads a deal file. Raises Problem with every fault in it."""
    return loads(read_input(path, LARGEST_DEAL), path.name)


def read_profile(path: Path) -> Profile:
    """Reads a profile in TOML. Raises Problem."""
    try:
        data = tomllib.loads(read_input(path, LARGEST_PROFILE).decode("utf-8"), parse_float=Decimal)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = str(error) if isinstance(error, tomllib.TOMLDecodeError) else "it is not UTF-8"
        raise Problem(f"{path.name} is not valid TOML: {reason}.", "Correct that place.") from None
    return validate(Profile, data, path.name)
