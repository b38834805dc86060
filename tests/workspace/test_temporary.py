import os
from pathlib import Path

from clausewright.workspace.lock import try_lock
from clausewright.workspace.temporary import is_temporary, remove_strays, temporary_beside


def test_a_temporary_file_lies_in_the_folder_of_its_target_and_is_recognised(tmp_path: Path) -> None:
    temporary = temporary_beside(tmp_path / ("x" * 255))
    assert temporary.parent == tmp_path
    assert is_temporary(temporary.name)


def test_names_of_other_files_are_not_taken_for_temporary() -> None:
    assert not any(map(is_temporary, ("deal.clausewright", "notes.tmp", ".~lock.notes.odt#", "")))


def test_strays_are_removed_and_everything_else_stays(tmp_path: Path) -> None:
    temporary_beside(tmp_path / "deal").write_text("half a d")
    (tmp_path / "deal").write_text("a deal")
    assert remove_strays(tmp_path) == 1
    assert os.listdir(tmp_path) == ["deal"]


def test_the_temporary_file_of_a_save_that_still_runs_is_left_to_it(tmp_path: Path) -> None:
    temporary = temporary_beside(tmp_path / "deal")
    with temporary.open("wb") as file:
        assert try_lock(file.fileno())
        assert remove_strays(tmp_path) == 0
    assert remove_strays(tmp_path) == 1


def test_a_link_named_like_a_stray_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "private").write_text("private")
    temporary_beside(tmp_path / "deal").symlink_to("private")
    assert remove_strays(tmp_path) == 0
    assert (tmp_path / "private").read_text() == "private"


def test_a_folder_that_is_missing_or_read_only_is_no_trouble(tmp_path: Path, read_only_disk: Path) -> None:
    assert remove_strays(tmp_path / "gone") == 0
    assert remove_strays(read_only_disk) == 0
