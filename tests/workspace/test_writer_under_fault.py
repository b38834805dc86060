"""What is left when a save is killed, starved or lied to: the old file or the new one, whole.

The tests know that they disturbed what they meant to: a killed run must have died by SIGKILL at
exactly the call that was chosen, and the calls are those of a run that nobody disturbed.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from clausewright.problem import Problem
from clausewright.workspace.filing import create_deal_folder
from clausewright.workspace.layout import Workspace
from clausewright.workspace.temporary import is_temporary, remove_strays
from clausewright.workspace.writer import append_safely, write_safely

if sys.platform != "linux":
    pytest.skip("strace and mount are Linux's", allow_module_level=True)

Child = Callable[..., subprocess.Popen[str]]
ONE_SAVE = Path(__file__).with_name("one_save.py")
OLD, ADDED = "one\n", "two"


@dataclass(frozen=True)
class Run:
    """How a process that saved ended."""

    code: int
    """Negative for the signal that killed it."""
    said: str
    calls: tuple[str, ...]
    """The system calls from the beginning of the save on, as strace writes them."""

    @property
    def names(self) -> list[str]:
        return [call.partition("(")[0] for call in self.calls]


@dataclass(frozen=True)
class Deed:
    """A way of writing, the text that was there before (None: no file) and the one there afterwards."""

    name: str
    before: str | None
    after: str


DEEDS = [
    Deed("write", OLD, ADDED),
    Deed("write", None, ADDED),
    Deed("append", OLD, f"{OLD}{ADDED}\n"),
    Deed("append", "one\ncut o", f"one\ncut o\n{ADDED}\n"),
]
every_deed = pytest.mark.parametrize("deed", DEEDS, ids=["save", "first save", "entry", "entry after crash"])


@pytest.fixture
def traced(child: Child, tmp_path: Path, unavailable: Callable[[str], None]) -> Callable[..., Run]:
    """Does a deed under strace, which sees and disturbs the save alone and not Python's start."""
    if not shutil.which("strace"):
        unavailable("strace is not installed")

    def run(deed: Deed, file: Path, disturbances: Sequence[str] = ()) -> Run:
        file.unlink(missing_ok=True)
        if deed.before is not None:
            file.write_text(deed.before)
        saver = child(ONE_SAVE, deed.name, file, ADDED, "--wait")
        os.waitid(os.P_PID, saver.pid, os.WSTOPPED | os.WNOWAIT)
        injections = [word for disturbance in disturbances for word in ("-e", f"inject={disturbance}")]
        strace = ["strace", "-p", str(saver.pid), "-o", str(tmp_path / "strace"), *injections]
        tracer = subprocess.Popen(strace, stderr=subprocess.PIPE, text=True)
        with saver, tracer:
            assert tracer.stderr is not None
            attached = tracer.stderr.readline()
            os.kill(saver.pid, signal.SIGCONT if "attached" in attached else signal.SIGKILL)
            said, _ = saver.communicate(timeout=20)
            tracer.communicate(timeout=20)
        if "attached" not in attached:
            unavailable(f"strace: {attached.strip()}")
        lines = (tmp_path / "strace").read_text().splitlines()
        return Run(saver.returncode, said, tuple(line for line in lines if re.match(r"\w+\(", line)))

    return run


def chosen(names: Sequence[str], n: int, disturbance: str) -> str:
    """The disturbance of the n-th call, in the manner of strace, which counts each call by its name."""
    name = names[n - 1]
    return f"{name}:{disturbance}:when={Counter(names[:n])[name]}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The deal's folder; strace's log lies elsewhere."""
    (tmp_path / "2026-001-shop").mkdir()
    return tmp_path / "2026-001-shop"


@every_deed
def test_a_kill_at_any_call_leaves_the_old_or_the_new_file_whole(
    deed: Deed, folder: Path, traced: Callable[..., Run]
) -> None:
    file = folder / "deal.clausewright"
    names = traced(deed, file).names
    assert len(names) > 5
    left, strays = [], 0
    for n in range(1, len(names) + 1):
        run = traced(deed, file, [chosen(names, n, "signal=SIGKILL")])
        assert (run.code, len(run.calls)) == (-signal.SIGKILL, n)
        left.append(content(file))
        strays += remove_strays(folder)
        again(deed, file)
        assert os.listdir(folder) == [file.name]
    kept = left.count(deed.before)
    assert 0 < kept < len(names)
    assert left == [deed.before] * kept + [deed.after] * (len(names) - kept)
    assert (strays > 0) == (deed.name == "write")


@every_deed
def test_an_error_of_the_disk_at_any_call_is_said_and_leaves_one_whole_file(
    deed: Deed, folder: Path, traced: Callable[..., Run]
) -> None:
    file = folder / "deal.clausewright"
    names = traced(deed, file).names[:-1]  # the last is the end of the process
    refused, unnoticed = 0, set()
    for n in range(1, len(names) + 1):
        run = traced(deed, file, [chosen(names, n, "error=EIO")])
        assert "(INJECTED)" in run.calls[n - 1]
        assert not any(is_temporary(name) for name in os.listdir(folder))
        if run.code == 0:
            assert content(file) == deed.after
            unnoticed.add(names[n - 1])
        elif "but may be lost when the power fails" in run.said:
            assert content(file) == deed.after
        else:
            assert "the disk reported an error" in run.said
            assert "What was there before is unchanged" in run.said
            assert content(file) == deed.before
            refused += 1
    assert refused > 4
    assert unnoticed == {"flock", "close"}, "a lock may be missing; what is closed was flushed before"


@pytest.mark.parametrize(
    ("deed", "order"),
    [
        (
            Deed("write", OLD, ADDED),
            ["O_EXCL", "write(", "fsync(", "read(", "close(", "rename", "O_DIRECTORY", "fsync("],
        ),
        (Deed("append", OLD, ADDED), ["O_APPEND", "flock(", "write(", "fsync("]),
        (Deed("append", None, ADDED), ["O_APPEND", "write(", "fsync(", "O_DIRECTORY", "fsync("]),
        (Deed("file", None, ""), ["mkdir", "getdents", "rename", "O_DIRECTORY", "fsync("]),
    ],
)
def test_what_was_written_is_on_the_disk_before_its_name_is_and_the_name_before_it_is_over(
    deed: Deed, order: list[str], folder: Path, traced: Callable[..., Run]
) -> None:
    calls = iter(traced(deed, folder / "deal.clausewright").calls)
    assert [step for step in order if not any(step in call for call in calls)] == []


def test_a_filing_killed_at_any_call_burns_a_number_at_most(folder: Path, traced: Callable[..., Run]) -> None:
    deed, workspace = Deed("file", None, ""), Workspace(folder)
    create_deal_folder(workspace, 2026, "the first")
    names = traced(deed, folder / "any").names
    for n in range(1, len(names) + 1):
        before = set(os.listdir(folder))
        run = traced(deed, folder / "any", [chosen(names, n, "signal=SIGKILL")])
        assert (run.code, len(run.calls)) == (-signal.SIGKILL, n)
        assert before <= set(os.listdir(folder))
        assert len(os.listdir(folder)) <= len(before) + 1
    numbers = [name.split("-")[1] for name in os.listdir(folder)]
    assert len(numbers) == len(set(numbers))
    assert create_deal_folder(workspace, 2026, "the last").number == len(numbers) + 1


def test_a_write_that_claims_more_than_it_wrote_is_found_out(
    folder: Path, traced: Callable[..., Run]
) -> None:
    run = traced(DEEDS[0], folder / "deal.clausewright", ["write:retval=2:when=1"])
    assert run.code == 3
    assert content(folder / "deal.clausewright") == OLD


def test_a_temporary_file_that_can_not_be_removed_hides_no_reason_and_goes_at_the_next_start(
    folder: Path, traced: Callable[..., Run]
) -> None:
    run = traced(DEEDS[0], folder / "deal.clausewright", ["fsync:error=ENOSPC:when=1", "unlink:error=EIO"])
    assert "the disk is full" in run.said
    assert content(folder / "deal.clausewright") == OLD
    assert remove_strays(folder) == 1


@pytest.mark.parametrize(
    ("disturbance", "words"),
    [
        ("write:error=EDQUOT", "quota"),
        ("rename:error=EBUSY", "open in another program"),
        ("openat:error=ESTALE", "network folder"),
        ("openat:error=EMFILE", "too many files"),
        ("write:error=ENOLINK", "the system answered"),
    ],
)
def test_the_reason_is_said_in_words(
    disturbance: str, words: str, folder: Path, traced: Callable[..., Run]
) -> None:
    run = traced(DEEDS[0], folder / "deal.clausewright", [f"{disturbance}:when=1"])
    assert run.code == 3
    assert words in run.said
    assert content(folder / "deal.clausewright") == OLD


@pytest.mark.parametrize("errno", ["EINVAL", "EOPNOTSUPP", "EACCES"])
def test_a_file_system_that_can_not_flush_folders_is_no_reason_to_complain(
    errno: str, folder: Path, traced: Callable[..., Run]
) -> None:
    run = traced(DEEDS[0], folder / "deal.clausewright", [f"fsync:error={errno}:when=2"])
    assert (run.code, run.said, content(folder / "deal.clausewright")) == (0, "", ADDED)


@pytest.mark.parametrize("room", range(0, 24_576, 4_096))
def test_a_disk_that_is_really_full_keeps_the_old_file(small_disk: Path, room: int) -> None:
    deal, record = small_disk / "deal", small_disk / "record"
    deal.write_bytes(b"old\n" * 1000)
    record.write_bytes(b"old\n" * 1000)
    fill(small_disk, room)
    for write, file in ((write_safely, deal), (append_safely, record)):
        with pytest.raises(Problem, match="the disk is full") as caught:
            write(file, b"x" * 30_000)
        assert str(file) in caught.value.title
        assert file.read_bytes() == b"old\n" * 1000
    assert sorted(os.listdir(small_disk)) == ["deal", "filler", "record"]


def test_a_save_that_just_fits_succeeds(small_disk: Path) -> None:
    fill(small_disk, 32_768)
    write_safely(small_disk / "deal", b"x" * 30_000)
    assert (small_disk / "deal").stat().st_size == 30_000


def test_a_disk_that_became_read_only_keeps_the_old_file(read_only_disk: Path) -> None:
    for write in (write_safely, append_safely):
        with pytest.raises(Problem, match="the disk is read-only"):
            write(read_only_disk / "deal", b"new")
    assert (read_only_disk / "deal").read_bytes() == b"old\n"


@pytest.mark.parametrize("deed", ["write", "append"])
def test_a_limit_on_the_size_of_files_keeps_the_old_file(deed: str, folder: Path, child: Child) -> None:
    file = folder / "deal.clausewright"
    file.write_text(OLD)
    with child(ONE_SAVE, deed, file, "x" * 10_000, "--limit", "5000") as saver:
        said, _ = saver.communicate(timeout=20)
    assert saver.returncode == 3
    assert "larger than this system allows" in said
    assert content(file) == OLD
    assert os.listdir(folder) == [file.name]


def fill(disk: Path, room: int) -> None:
    """Leaves this many bytes free, in whole pages, which is how a tmpfs counts."""
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    (disk / "filler").write_bytes(b"x" * (free - room))


def again(deed: Deed, file: Path) -> None:
    """What follows on a killed save must work as if nothing had happened."""
    if deed.name == "write":
        write_safely(file, b"next")
        assert content(file) == "next"
    else:
        append_safely(file, b"next")
        assert (content(file) or "").endswith("\nnext\n")


def content(file: Path) -> str | None:
    return file.read_text() if file.exists() else None
