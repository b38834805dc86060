"""`make run` without a display."""

import subprocess
import sys
from pathlib import Path


def test_the_main_job_is_done_without_a_window_and_outside_the_users_folders(
    home: Path, tmp_path: Path
) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "clausewright.actions.demo", tmp_path / "demo"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "0 findings" in done.stdout
    assert "Nothing was changed" in done.stdout
    papers = {path.suffix for path in (tmp_path / "demo").iterdir()}
    assert papers == {".pdf", ".json"}
    assert list(home.iterdir()) == []
