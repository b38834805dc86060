import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from clausewright.problem import Cause, Problem
from clausewright.workspace.filing import create_deal_folder, save_deal
from clausewright.workspace.layout import Workspace

CREATE_TEN = """
import sys
from pathlib import Path
from clausewright.workspace.filing import create_deal_folder
from clausewright.workspace.layout import Workspace

workspace = Workspace(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
for n in range(10):
    print(create_deal_folder(workspace, 2026, f"deal {n} of {sys.argv[2]}").number)
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "workspace")


def test_numbers_count_up_within_each_year(workspace: Workspace) -> None:
    made = [create_deal_folder(workspace, year, "Website redesign") for year in (2026, 2026, 2027, 2026)]
    assert [folder.path.name for folder in made] == [
        "2026-001-website-redesign",
        "2026-002-website-redesign",
        "2027-001-website-redesign",
        "2026-003-website-redesign",
    ]


def test_a_new_folder_has_its_inner_folders_and_no_deal_yet(workspace: Workspace) -> None:
    folder = create_deal_folder(workspace, 2026, "Shop")
    assert sorted(os.listdir(folder.path)) == ["returned", "sent", "versions"]
    assert workspace.shelf().deals == ()


def test_a_saved_deal_is_found_with_its_text(workspace: Workspace) -> None:
    folder = create_deal_folder(workspace, 2026, "Jānis Bērziņš: shop/site")
    save_deal(folder, '{"title": "Jānis"}\n')
    (found,) = workspace.shelf().deals
    assert found == folder
    assert found.deal.read_text(encoding="utf-8") == '{"title": "Jānis"}\n'


@pytest.mark.parametrize(
    "name",
    ["2026-014-shop", "trash/2026-014-shop", "2026-014-x (conflicted copy)", "2026-014", "2026-014-x 2"],
)
def test_a_number_once_given_is_not_given_again(workspace: Workspace, name: str) -> None:
    (workspace.root / name).mkdir(parents=True)
    assert create_deal_folder(workspace, 2026, "Site").number == 15


def test_numbers_grow_beyond_three_digits(workspace: Workspace) -> None:
    (workspace.root / "2026-999-shop").mkdir(parents=True)
    assert create_deal_folder(workspace, 2026, "Site").path.name == "2026-1000-site"
    assert create_deal_folder(workspace, 2026, "Site").number == 1001


def test_processes_that_file_deals_at_once_never_share_a_number(
    workspace: Workspace, child: Callable[..., subprocess.Popen[str]]
) -> None:
    filers = [child("-c", CREATE_TEN, workspace.root, name) for name in "abcd"]
    for filer in filers:
        assert filer.stdout is not None
        assert filer.stdout.readline() == "ready\n"
    for filer in filers:
        assert filer.stdin is not None
        filer.stdin.write("go\n")
        filer.stdin.flush()
    said = [filer.communicate(timeout=30)[0] for filer in filers]
    numbers = [int(line) for words in said for line in words.split()]
    assert [filer.returncode for filer in filers] == [0] * 4
    assert len(numbers) == len(set(numbers)) == 40
    assert sorted(int(name.split("-")[1]) for name in os.listdir(workspace.root)) == sorted(numbers)


def test_a_disk_that_can_not_take_a_folder_is_told(read_only_disk: Path) -> None:
    with pytest.raises(Problem, match="the disk is read-only") as caught:
        create_deal_folder(Workspace(read_only_disk), 2026, "Shop")
    assert caught.value.cause is Cause.ENVIRONMENT
    assert str(read_only_disk) in caught.value.title


def test_a_disk_that_fills_up_in_the_midst_of_it_keeps_nothing_of_the_new_folder(small_disk: Path) -> None:
    others = fill_up(small_disk, but=3)
    with pytest.raises(Problem, match="the disk is full"):
        create_deal_folder(Workspace(small_disk), 2026, "Shop")
    assert sorted(os.listdir(small_disk)) == others


def fill_up(disk: Path, but: int) -> list[str]:
    """Leaves room for so many files and folders; returns the names of the others."""
    for n in range(os.statvfs(disk).f_ffree - but):
        (disk / f"filler {n}").touch()
    return sorted(os.listdir(disk))
