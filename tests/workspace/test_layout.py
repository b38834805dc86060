from pathlib import Path

import pytest

from clausewright.problem import Problem
from clausewright.workspace.layout import Shelf, Workspace
from clausewright.workspace.temporary import temporary_beside


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path)


def put_deal(workspace: Workspace, name: str) -> Path:
    folder = workspace.root / name
    folder.mkdir()
    (folder / "deal.clausewright").write_text("{}")
    return folder


def names(paths: tuple[Path, ...]) -> list[str]:
    return [path.name for path in paths]


def test_deals_are_found_by_year_and_number(workspace: Workspace) -> None:
    for name in ("2026-1000-big", "2026-014-shop", "2025-020-Old-Site", "2026-002-웹사이트"):
        put_deal(workspace, name)
    found = workspace.shelf()
    assert [(deal.year, deal.number) for deal in found.deals] == [
        (2025, 20),
        (2026, 2),
        (2026, 14),
        (2026, 1000),
    ]
    assert found.set_aside == ()
    assert found.doubled == ()


def test_a_workspace_that_does_not_exist_yet_is_empty(tmp_path: Path) -> None:
    assert Workspace(tmp_path / "gone").shelf().deals == ()


def test_a_workspace_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(Problem, match="could not be read: a part of its path is not a folder"):
        Workspace(tmp_path / "file").shelf()


@pytest.mark.parametrize(
    "name",
    [
        "2026-014-shop (conflicted copy 2026-03-01)",
        "2026-014-shop (Anna's conflicted copy)",
        "2026-014-shop.sync-conflict-20260301-093000-ABCDEF",
        "2026-014-shop (1)",
        "2026-014-shop 2",
        "2026-014-shop - Copy",
        "2026-014-shop_backup",
        "2026-014 (conflicted copy)",
    ],
)
def test_the_copy_of_a_sync_program_is_set_aside_and_stays(workspace: Workspace, name: str) -> None:
    put_deal(workspace, "2026-014-shop")
    copy = put_deal(workspace, name)
    found = workspace.shelf()
    assert [deal.path.name for deal in found.deals] == ["2026-014-shop"]
    assert found.set_aside == (copy,)
    workspace.clean()
    assert (copy / "deal.clausewright").read_text() == "{}"


def test_what_is_no_whole_deal_is_set_aside(workspace: Workspace) -> None:
    (workspace.root / "2026-001").mkdir()
    (workspace.root / "2026-002-empty").mkdir()
    (workspace.root / "2026-003-file").touch()
    (workspace.root / "2026-004-link").symlink_to(put_deal(workspace, "elsewhere"))
    (workspace.root / "2026-005-linked-deal").mkdir()
    (workspace.root / "2026-005-linked-deal" / "deal.clausewright").symlink_to("/etc/passwd")
    found = workspace.shelf()
    assert found.deals == ()
    assert len(found.set_aside) == 5


def test_other_folders_are_not_the_programs_business(workspace: Workspace) -> None:
    for name in ("notes", "clients", "trash", "26-1-short", "20260-014-x", "2026-14-x", "x2026-014-x"):
        put_deal(workspace, name)
    assert workspace.shelf() == Shelf((), ())


def test_a_number_that_two_computers_gave_is_reported_and_both_deals_open(workspace: Workspace) -> None:
    put_deal(workspace, "2026-014-shop")
    put_deal(workspace, "2026-014-website")
    found = workspace.shelf()
    assert len(found.deals) == 2
    assert found.doubled == ((2026, 14),)


def test_copies_of_the_deal_file_are_listed_and_strays_are_not(workspace: Workspace) -> None:
    folder = put_deal(workspace, "2026-014-shop")
    for name in (
        "deal (conflicted copy).clausewright",
        "deal.sync-conflict-20260301-093000-ABCDEF.clausewright",
        "deal.clausewright.bak",
        temporary_beside(folder / "deal.clausewright").name,
        "logo.png",
    ):
        (folder / name).touch()
    (deal,) = workspace.shelf().deals
    assert names(deal.copies()) == [
        "deal (conflicted copy).clausewright",
        "deal.clausewright.bak",
        "deal.sync-conflict-20260301-093000-ABCDEF.clausewright",
    ]


def test_strays_are_cleaned_wherever_the_program_writes(workspace: Workspace) -> None:
    folder = put_deal(workspace, "2026-014-shop")
    places = [workspace.root, workspace.clients, folder]
    places += [folder / name for name in ("versions", "sent", "returned")]
    for place in places:
        place.mkdir(exist_ok=True)
        temporary_beside(place / "x").touch()
    assert workspace.clean() == len(places)
    assert workspace.clean() == 0
    assert (folder / "deal.clausewright").exists()


def test_a_stray_is_never_taken_for_a_deal(workspace: Workspace) -> None:
    folder = workspace.root / "2026-014-shop"
    folder.mkdir()
    temporary_beside(folder / "deal.clausewright").write_text("{}")
    assert workspace.shelf().deals == ()
