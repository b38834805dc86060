import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
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


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own with room for 64 KiB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    _as_root("mount", "-t", "tmpfs", "-o", "size=64k", "none", disk)
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.fixture
def read_only_disk(small_disk: Path) -> Path:
    """The small disk with a deal on it, on which nobody, root included, can write."""
    (small_disk / "deal").write_bytes(b"old\n")
    _as_root("mount", "-o", "remount,ro", small_disk)
    return small_disk


def _as_root(*command: str | Path) -> None:
    """Without root there is no faulty disk: the test is skipped, but never in CI."""
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up(f"{' '.join(map(str, command))}: {result.stderr.strip()}")
