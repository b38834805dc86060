import os
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from clausewright.problem import Cause, Problem
from clausewright.workspace.reader import read_beside, read_input


@pytest.fixture(autouse=True)
def nothing_hangs() -> Iterator[None]:
    signal.alarm(10)
    yield
    signal.alarm(0)


def refusal(read: Callable[[], bytes], cause: Cause = Cause.INPUT) -> str:
    with pytest.raises(Problem) as caught:
        read()
    assert caught.value.cause is cause
    assert caught.value.advice
    return caught.value.title


def test_a_file_is_read_up_to_the_limit(tmp_path: Path) -> None:
    (tmp_path / "deal").write_bytes(b"12345")
    assert read_input(tmp_path / "deal", 5) == b"12345"


def test_a_file_beyond_the_limit_is_refused_with_the_limit(tmp_path: Path) -> None:
    (tmp_path / "deal").write_bytes(b"123456")
    assert "larger than 0.000005 MB" in refusal(lambda: read_input(tmp_path / "deal", 5))


def test_a_huge_file_is_refused_without_being_read_whole(tmp_path: Path) -> None:
    with (tmp_path / "deal").open("wb") as file:
        file.truncate(1 << 40)
    assert "larger than 10 MB" in refusal(lambda: read_input(tmp_path / "deal", 10_000_000))


def test_a_file_that_hides_its_size_is_read_no_further_than_the_limit() -> None:
    assert "larger than" in refusal(lambda: read_input(Path("/proc/self/maps"), 100))


def test_a_named_pipe_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "deal")
    assert "a device or a channel" in refusal(lambda: read_input(tmp_path / "deal", 100))
    assert "a device or a channel" in refusal(lambda: read_beside(tmp_path / "x", "deal", 100))


def test_devices_sockets_and_folders_are_refused(tmp_path: Path) -> None:
    assert "a device or a channel" in refusal(lambda: read_input(Path("/dev/zero"), 100))
    assert "is a folder" in refusal(lambda: read_input(tmp_path, 100))
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(f"{tmp_path}/socket")
        assert "a device or a channel" in refusal(lambda: read_input(tmp_path / "socket", 100))


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    assert f"{tmp_path}/gone could not be read" in refusal(lambda: read_input(tmp_path / "gone", 100))


@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_can_not_be_is_refused(tmp_path: Path, name: str) -> None:
    assert "could not be read" in refusal(lambda: read_input(tmp_path / name, 100))


def test_the_user_may_name_a_link(tmp_path: Path) -> None:
    (tmp_path / "deal").write_bytes(b"a deal")
    (tmp_path / "link").symlink_to("deal")
    assert read_input(tmp_path / "link", 100) == b"a deal"


def test_a_circle_of_links_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("link")
    assert "could not be read" in refusal(lambda: read_input(tmp_path / "link", 100))


def test_a_disk_error_is_not_blamed_on_the_input() -> None:
    assert "the disk reported an error" in refusal(
        lambda: read_input(Path("/proc/self/mem"), 100), Cause.ENVIRONMENT
    )


def test_a_file_beside_the_deal_is_read_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "Bērziņš logo.png").write_bytes(b"png")
    assert read_beside(tmp_path / "deal.clausewright", "Bērziņš logo.png", 100) == b"png"


@pytest.mark.parametrize("name", ["/etc/passwd", "../secret", "sub/logo.png", "..", "", "C:\\secret", "a\0b"])
def test_a_deal_can_not_name_a_file_elsewhere(tmp_path: Path, name: str) -> None:
    assert "not a plain file name" in refusal(lambda: read_beside(tmp_path / "deal", name, 100_000))


def test_a_deal_can_not_name_a_link(tmp_path: Path) -> None:
    (tmp_path / "logo.png").symlink_to("/etc/passwd")
    assert "is a link" in refusal(lambda: read_beside(tmp_path / "deal", "logo.png", 100_000))


def test_a_file_beside_the_deal_has_its_limit_too(tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(b"123456")
    assert "larger than" in refusal(lambda: read_beside(tmp_path / "deal", "logo.png", 5))
