"""Imports run one way, and the linter sees it when they don't."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def lint(folder: Path) -> "subprocess.CompletedProcess[str]":
    code = "import sys; sys.path.insert(0, 'src'); from importlinter.cli import lint_imports_command; "
    code += "lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", code, "--no-cache"], cwd=folder, capture_output=True, text=True, check=False
    )


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_program_keeps_its_layers(tree: Path) -> None:
    done = lint(tree)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("deal/money.py", "import clausewright.guidance.review"),
        ("guidance/price.py", "import clausewright.documents.tree"),
        ("documents/tree.py", "import clausewright.pdf.style"),
        ("documents/quote.py", "import reportlab"),
        ("pdf/style.py", "import clausewright.signing.verify"),
        ("workspace/layout.py", "import clausewright.actions.example"),
        ("actions/example.py", "import clausewright.cli"),
        ("deal/sums.py", "import os"),
        ("cli/option.py", "import PySide6.QtCore"),
    ],
)
def test_a_planted_import_is_seen(tree: Path, module: str, line: str) -> None:
    path = tree / "src" / "clausewright" / module
    path.write_text(path.read_text("utf-8") + f"\n{line}\n", "utf-8")
    done = lint(tree)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_a_package_that_is_in_no_layer_is_seen(tree: Path) -> None:
    stray = tree / "src" / "clausewright" / "helpers"
    stray.mkdir()
    (stray / "__init__.py").write_text("")
    assert lint(tree).returncode == 1
