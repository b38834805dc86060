"""Settings of all tests: no display, no network, nothing of the user's own."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# Slow machines must not fail by the clock, and a failure must come again.
settings.register_profile(
    "steady", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folders are the test's own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("CLAUSEWRIGHT_HOME", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def program() -> list[str]:
    """The command as a user runs it."""
    return [sys.executable, "-m", "clausewright"]
