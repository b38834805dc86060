"""What lies where in the user's folder.

A deal is a folder ``<year>-<number>-<slug>`` with ``deal.clausewright``, ``versions/``, ``sent/``,
``returned/`` and ``record.jsonl``; beside the deals are ``clients/``, ``trash/`` and ``profile.toml``.
"""

import re
import stat
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from clausewright.problem import Cause, Problem
from clausewright.workspace.name import is_slug, shown
from clausewright.workspace.reason import reason_of
from clausewright.workspace.temporary import is_temporary, remove_strays

DEAL_SUFFIX = ".clausewright"
_NUMBERED = re.compile(r"([0-9]{4})-([0-9]{3,9})(?![0-9])(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DealFolder:
    """One deal's place on the disk."""

    path: Path
    year: int
    number: int

    @property
    def deal(self) -> Path:
        return self.path / f"deal{DEAL_SUFFIX}"

    @property
    def versions(self) -> Path:
        return self.path / "versions"

    @property
    def sent(self) -> Path:
        return self.path / "sent"

    @property
    def returned(self) -> Path:
        return self.path / "returned"

    @property
    def record(self) -> Path:
        return self.path / "record.jsonl"

    def copies(self) -> tuple[Path, ...]:
        """Other deal files beside the deal, as sync programs make them: to be shown, never opened."""
        suspects = (path for path in names_in(self.path) if DEAL_SUFFIX in path.name)
        return tuple(path for path in suspects if path != self.deal and not is_temporary(path.name))


@dataclass(frozen=True, slots=True)
class Shelf:
    """The deals of a workspace."""

    deals: tuple[DealFolder, ...]
    """By year and number."""
    set_aside: tuple[Path, ...]
    """Folders named like a deal's that are not opened: a sync program's copy, a link, a folder whose
    deal file is missing. To be listed for the user, never deleted."""

    @property
    def doubled(self) -> tuple[tuple[int, int], ...]:
        """Year and number that several deals share: given while two computers were out of touch."""
        counted = Counter((deal.year, deal.number) for deal in self.deals)
        return tuple(key for key, count in counted.items() if count > 1)


@dataclass(frozen=True, slots=True)
class Workspace:
    """The user's folder; it need not exist until something is kept in it."""

    root: Path

    @property
    def clients(self) -> Path:
        return self.root / "clients"

    @property
    def trash(self) -> Path:
        return self.root / "trash"

    @property
    def profile(self) -> Path:
        return self.root / "profile.toml"

    def shelf(self) -> Shelf:
        """Finds the deals by the names of their folders, without opening a file. Raises Problem."""
        named = [path for path in names_in(self.root) if year_and_number(path.name)]
        folders = {path: _deal_folder(path) for path in named}
        deals = sorted(
            (folder for folder in folders.values() if folder),
            key=lambda deal: (deal.year, deal.number, deal.path.name),
        )
        return Shelf(tuple(deals), tuple(path for path in named if not folders[path]))

    def clean(self) -> int:
        """Removes what killed saves left, in every folder we write to; returns how many files."""
        numbered = [path for path in names_in(self.root) if year_and_number(path.name)]
        inner = [path / name for path in numbered for name in ("", "versions", "sent", "returned")]
        return sum(remove_strays(folder) for folder in (self.root, self.clients, *inner))


def deal_folder_around(deal: Path) -> DealFolder | None:
    """The deal's folder when the file is the deal of one; None for a file that lies elsewhere."""
    folder = _deal_folder(deal.absolute().parent)
    return folder if folder and folder.deal == deal.absolute() else None


def year_and_number(name: str) -> tuple[int, int] | None:
    """What the name of a deal's folder, or of a sync program's copy of one, says about its number."""
    match = _NUMBERED.match(name)
    return (int(match[1]), int(match[2])) if match else None


def names_in(folder: Path) -> tuple[Path, ...]:
    """Everything directly in a folder, by name; nothing when there is no such folder. Raises Problem."""
    try:
        return tuple(sorted(folder.iterdir()))
    except FileNotFoundError:
        return ()
    except OSError as error:
        title = f"The folder {shown(folder)} could not be read: {reason_of(error).words}"
        raise Problem(title, "Check the folder and try again.", cause=Cause.ENVIRONMENT) from error


def _deal_folder(path: Path) -> DealFolder | None:
    match = _NUMBERED.match(path.name)
    if not match or match[3][:1] != "-" or not is_slug(match[3][1:]):
        return None
    folder = DealFolder(path, int(match[1]), int(match[2]))
    return folder if _is_own(path, stat.S_ISDIR) and _is_own(folder.deal, stat.S_ISREG) else None


def _is_own(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Whether it is there and no link: behind a link may be what another program writes to."""
    try:
        return is_kind(path.lstat().st_mode)
    except OSError:
        return False
