"""Gives a new deal its number and folder, and saves it there."""

import os
from contextlib import suppress
from pathlib import Path

from clausewright.problem import Cause, Problem
from clausewright.workspace.layout import DealFolder, Workspace, names_in, year_and_number
from clausewright.workspace.name import shown, slug
from clausewright.workspace.reason import reason_of
from clausewright.workspace.writer import flush_folder, make_folder, write_safely


def create_deal_folder(workspace: Workspace, year: int, title: str) -> DealFolder:
    """A new folder with the year's next number, its inner folders made; the deal is not yet in it.

    No number is given twice, not even to two processes or two computers on one shared folder, and
    none again that lies in the trash or in a sync program's copy. Raises Problem.
    """
    make_folder(workspace.root)
    try:
        reserved, number = _reserve_number(workspace, year)
        try:
            return _furnish(reserved, DealFolder(_named(reserved, title), year, number))
        except BaseException:
            _give_up(reserved)
            raise
    except OSError as error:
        reason = reason_of(error)
        title = f"No folder for a new deal could be made in {shown(workspace.root)}: {reason.words}"
        raise Problem(title, reason.remedy, cause=Cause.ENVIRONMENT) from error


def save_deal(folder: DealFolder, text: str) -> None:
    """Makes this the deal's text, completely or not at all. Raises Problem."""
    write_safely(folder.deal, text.encode())


def _reserve_number(workspace: Workspace, year: int) -> tuple[Path, int]:
    """Takes a number by making the folder ``<year>-<number>``, which only one process can.

    Who made it looks again at what is there: another process may have given its own reservation the
    final name between our first look and our making. The name stays taken until the folder is
    renamed, which happens at once, so that nobody can slip in between.
    """
    number = max(_taken(workspace, year), default=0) + 1
    while True:
        reserved = workspace.root / f"{year:04}-{number:03}"
        try:
            reserved.mkdir()
        except FileExistsError:
            number += 1
            continue
        taken = _taken(workspace, year, besides=reserved)
        if number not in taken:
            return reserved, number
        reserved.rmdir()
        number = max(taken) + 1


def _taken(workspace: Workspace, year: int, besides: Path | None = None) -> set[int]:
    there = (path for folder in (workspace.root, workspace.trash) for path in names_in(folder))
    numbers = (year_and_number(path.name) for path in there if path != besides)
    return {number for taken_year, number in filter(None, numbers) if taken_year == year}


def _named(reserved: Path, title: str) -> Path:
    return reserved.with_name(f"{reserved.name}-{slug(title)}")


def _furnish(reserved: Path, folder: DealFolder) -> DealFolder:
    for inner in (folder.versions, folder.sent, folder.returned):
        (reserved / inner.name).mkdir()
    os.rename(reserved, folder.path)
    flush_folder(folder.path.parent)
    return folder


def _give_up(reserved: Path) -> None:
    with suppress(OSError):
        for inner in reserved.iterdir():
            inner.rmdir()
        reserved.rmdir()
