"""Where the workspace and the keys are."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from clausewright.problem import Cause, Problem

HOME_VARIABLE = "CLAUSEWRIGHT_HOME"


@dataclass(frozen=True, slots=True)
class Location:
    """Absolute paths; the folders need not exist yet."""

    workspace: Path
    """The deals: readable without this program, and meant to be synced and backed up."""
    data: Path
    """The keys: this computer's own, never in the workspace."""


def locate(workspace: Path | None, environment: Mapping[str, str]) -> Location:
    """Where to work: the folder given on the command line, else CLAUSEWRIGHT_HOME, else the system's own.

    The environment is read here and nowhere else. Raises Problem for an account without a home.
    """
    home = environment.get(HOME_VARIABLE)
    found = _within(Path(home).absolute()) if home else _of_the_system()
    return Location(workspace.absolute(), found.data) if workspace else found


def _within(home: Path) -> Location:
    return Location(home / "workspace", home / "data")


def _of_the_system() -> Location:
    with suppress(RuntimeError):  # newer platformdirs raise it without a home, older ones give "~"
        documents = platformdirs.user_documents_path()
        data = platformdirs.user_data_path("Clausewright", appauthor=False)
        if documents.is_absolute() and data.is_absolute():
            return Location(documents / "Clausewright", data)
    raise Problem(
        "This user account has no home folder.",
        f"Set {HOME_VARIABLE} to a folder in which your deals and keys shall be.",
        cause=Cause.ENVIRONMENT,
    )
