import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clausewright.problem import Cause, Problem
from clausewright.workspace.writer import append_safely, make_folder, write_safely

Write = Callable[[Path, bytes], None]


@pytest.fixture(params=[write_safely, append_safely])
def write(request: pytest.FixtureRequest) -> Write:
    """Either way of writing: what holds for a save holds for the record too."""
    chosen: Write = request.param
    return chosen


@pytest.fixture
def nobodys_rights() -> Iterator[Path]:
    """A folder in which this process may read but not write; root's own rights are laid down."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "deal").write_bytes(b"old\n")
        folder.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            os.seteuid(65534)
        yield folder
        os.seteuid(user)
        folder.chmod(0o755)


def test_a_new_file_holds_what_was_written(tmp_path: Path) -> None:
    write_safely(tmp_path / "deal", b"new")
    assert (tmp_path / "deal").read_bytes() == b"new"


def test_an_old_file_is_replaced_and_nothing_else_is_left_in_the_folder(tmp_path: Path) -> None:
    deal = tmp_path / "deal"
    deal.write_bytes(b"a longer text that was there before")
    write_safely(deal, b"new")
    assert deal.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["deal"]


def test_an_empty_file_can_be_written(tmp_path: Path) -> None:
    write_safely(tmp_path / "deal", b"")
    assert (tmp_path / "deal").read_bytes() == b""


def test_the_longest_name_that_the_disk_knows_can_be_written(tmp_path: Path) -> None:
    write_safely(tmp_path / ("x" * 255), b"new")
    assert os.listdir(tmp_path) == ["x" * 255]


def test_a_secret_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    write_safely(tmp_path / "key", b"secret", mode=0o600)
    assert permissions(tmp_path / "key") == 0o600


def test_a_file_that_the_user_made_private_stays_private(tmp_path: Path) -> None:
    deal = tmp_path / "deal"
    deal.touch(mode=0o600)
    write_safely(deal, b"new")
    assert permissions(deal) == 0o600


def test_an_open_file_becomes_private_when_a_secret_replaces_it(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.touch(mode=0o644)
    write_safely(key, b"secret", mode=0o600)
    assert permissions(key) == 0o600


def test_lines_are_added_one_after_the_other(tmp_path: Path) -> None:
    append_safely(tmp_path / "record", b"one")
    append_safely(tmp_path / "record", b"two")
    assert (tmp_path / "record").read_bytes() == b"one\ntwo\n"


def test_a_last_line_cut_off_by_a_crash_is_closed_before_the_next(tmp_path: Path) -> None:
    record = tmp_path / "record"
    record.write_bytes(b"one\ntw")
    append_safely(record, b"three")
    assert record.read_bytes() == b"one\ntw\nthree\n"


def test_a_line_with_a_break_in_it_is_a_mistake_of_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="line break"):
        append_safely(tmp_path / "record", b"one\ntwo")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path, write: Write) -> None:
    (tmp_path / "deal").mkdir()
    assert "there is a folder of that name" in refusal(write, tmp_path / "deal")
    assert os.listdir(tmp_path) == ["deal"]


def test_a_name_that_is_too_long_is_refused(tmp_path: Path, write: Write) -> None:
    assert "the name is too long" in refusal(write, tmp_path / ("x" * 256))
    assert os.listdir(tmp_path) == []


def test_a_name_that_no_system_can_hold_is_refused(tmp_path: Path, write: Write) -> None:
    assert "no file name can hold" in refusal(write, tmp_path / "a\0b")


def test_a_folder_that_is_missing_is_named(tmp_path: Path, write: Write) -> None:
    assert "there is no such file or folder" in refusal(write, tmp_path / "gone" / "deal")


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path, write: Write) -> None:
    (tmp_path / "file").touch()
    assert "not a folder" in refusal(write, tmp_path / "file" / "deal")


def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, write: Write) -> None:
    (tmp_path / "private").write_bytes(b"old")
    (tmp_path / "deal").symlink_to("private")
    assert "it is a link" in refusal(write, tmp_path / "deal")
    assert (tmp_path / "private").read_bytes() == b"old"
    assert (tmp_path / "deal").is_symlink()


def test_a_channel_is_refused_without_waiting_for_its_reader(tmp_path: Path, write: Write) -> None:
    os.mkfifo(tmp_path / "deal")
    assert "not a file" in refusal(write, tmp_path / "deal")


def test_a_file_marked_as_read_only_is_kept(tmp_path: Path, write: Write) -> None:
    deal = tmp_path / "deal"
    deal.write_bytes(b"signed")
    deal.chmod(0o444)
    assert "read-only" in refusal(write, deal)
    assert deal.read_bytes() == b"signed"


def test_a_folder_without_the_permission_is_said(nobodys_rights: Path) -> None:
    assert "you don't have the permission" in refusal(write_safely, nobodys_rights / "deal")
    assert "you don't have the permission" in refusal(append_safely, nobodys_rights / "record")
    assert (nobodys_rights / "deal").read_bytes() == b"old\n"
    assert os.listdir(nobodys_rights) == ["deal"]


def test_folders_are_made_with_those_above_and_may_be_there(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b", mode=0o700)
    make_folder(tmp_path / "a" / "b")
    assert permissions(tmp_path / "a" / "b") == 0o700


def test_a_folder_that_can_not_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(Problem, match=r"The folder .*/a could not be made") as caught:
        make_folder(tmp_path / "a")
    assert caught.value.cause is Cause.ENVIRONMENT


def refusal(write: Write, path: Path) -> str:
    with pytest.raises(Problem) as caught:
        write(path, b"new")
    assert caught.value.cause is Cause.ENVIRONMENT
    assert str(path).replace("\0", "\ufffd") in caught.value.title
    assert "What was there before is unchanged." in caught.value.advice
    return caught.value.title


def permissions(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)
