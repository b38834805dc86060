import os
from pathlib import Path

import pytest

from clausewright.problem import Cause, Problem
from clausewright.workspace.location import Location, locate


def test_the_home_variable_holds_workspace_and_keys() -> None:
    found = locate(None, {"CLAUSEWRIGHT_HOME": "/srv/desk"})
    assert found == Location(Path("/srv/desk/workspace"), Path("/srv/desk/data"))


def test_a_named_workspace_comes_first_and_leaves_the_keys_where_they_are() -> None:
    found = locate(Path("/other"), {"CLAUSEWRIGHT_HOME": "/srv/desk"})
    assert found == Location(Path("/other"), Path("/srv/desk/data"))


def test_relative_folders_are_taken_from_where_the_user_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = locate(Path("deals"), {"CLAUSEWRIGHT_HOME": "desk"})
    assert found == Location(tmp_path / "deals", tmp_path / "desk" / "data")


@pytest.mark.parametrize("environment", [{}, {"CLAUSEWRIGHT_HOME": ""}])
def test_otherwise_the_system_says_where(
    environment: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_DOCUMENTS_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    found = locate(None, environment)
    assert found == Location(
        tmp_path / "Documents" / "Clausewright", tmp_path / ".local" / "share" / "Clausewright"
    )


def test_an_account_without_a_home_is_told_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "")
    monkeypatch.setattr(os, "getuid", lambda: 987_654)  # not in the list of users either
    for name in ("XDG_DOCUMENTS_DIR", "XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(Problem, match="Set CLAUSEWRIGHT_HOME") as caught:
        locate(None, {})
    assert caught.value.cause is Cause.ENVIRONMENT


def test_an_account_without_a_home_can_name_its_folders() -> None:
    assert locate(Path("/deals"), {"CLAUSEWRIGHT_HOME": "/srv"}).data == Path("/srv/data")
