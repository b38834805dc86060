"""What the project says of itself."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

import clausewright

ROOT = Path(__file__).parents[1]


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def texts() -> list[tuple[str, str]]:
    binary = {".ttf", ".icc", ".png", ".pdf"}
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text("utf-8"))
        for path in tracked()
        if path.suffix not in binary and path != Path(__file__)
    ]


@pytest.fixture(autouse=True)
def in_a_checkout() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: there is no list of what is committed")


def test_no_package_registry_is_named() -> None:
    names = (
        ("pypi", "org"),
        ("pythonhosted", "org"),
        ("npmjs", ""),
        ("deb", "debian", "org"),
        ("registry", ""),
    )
    hosts = re.compile("|".join(map(re.escape, map(".".join, names))))
    assert [name for name, text in texts() if hosts.search(text)] == []


def test_every_direct_dependency_has_an_exact_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    names = {re.split(r"[\[<>=]", line)[0].lower().replace("_", "-") for line in wanted}
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pinned = {line.split("==")[0] for line in lines if "==" in line}
    assert names <= pinned
    assert all(re.fullmatch(r"[a-z0-9-]+==[A-Za-z0-9.]+|#.*", line) for line in lines)


def test_the_version_stands_in_one_place() -> None:
    written = [name for name, text in texts() if f'"{clausewright.__version__}"' in text]
    assert written == ["src/clausewright/__init__.py"]


def test_the_fonts_and_profiles_come_with_their_licences() -> None:
    names = {path.name for path in tracked()}
    assert {"OFL-IBM-Plex.txt", "OFL-Noto-Emoji.txt", "LICENSE", "LICENSES.md"} <= names
