import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import clausewright

SOURCES = str(Path(clausewright.__file__).parents[1])


@pytest.fixture(scope="session")
def child() -> Callable[..., subprocess.Popen[str]]:
    """Starts a Python process that can import the program."""

    def start(*arguments: str | Path) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": SOURCES},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    return start


@pytest.fixture(scope="session")
def unavailable() -> Callable[[str], None]:
    """Gives up a test that needs root, or a tool that is missing: a skip, but in CI a failure."""

    def give_up(why: str) -> None:
        if os.environ.get("CI") == "true":
            pytest.fail(why)
        pytest.skip(why)

    return give_up


@pytest.fixture
def small_disk(tmp_path: Path, unavailable: Callable[[str], None]) -> Iterator[Path]:
    """A disk of its own with room for 64 KiB and 12 files."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k,nr_inodes=12", "none", disk],
        capture_output=True,
        text=True,
        check=False,
    )
    if mounted.returncode != 0:
        unavailable(mounted.stderr.strip())
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.fixture
def read_only_disk(small_disk: Path) -> Path:
    """The small disk with a deal on it, on which nobody, root included, can write."""
    (small_disk / "deal").write_bytes(b"old\n")
    subprocess.run(["mount", "-o", "remount,ro", small_disk], check=True)
    return small_disk
