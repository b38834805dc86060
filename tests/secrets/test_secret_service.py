"""With a real Secret Service: gnome-keyring on a D-Bus of its own. Without these tools the tests fail."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

KEEP_ONE_SECRET = Path(__file__).with_name("keep_one_secret.py")
STORE_OR_SAY_WHY = Path(__file__).with_name("store_or_say_why.py")
UNLOCKED = "printf %s ci-pass | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null"


@pytest.fixture
def home() -> Iterator[Path]:
    # Short, since the daemon's socket must fit into 108 bytes of path.
    with tempfile.TemporaryDirectory(prefix="cw", dir="/tmp") as folder:
        yield Path(folder)


def in_session(home: Path, shell: str) -> "subprocess.CompletedProcess[str]":
    surroundings = {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
    }
    command = ["dbus-run-session", "--", "sh", "-c", shell, "sh", sys.executable]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=60, check=False)


def test_a_real_secret_service_keeps_the_passphrase_and_forgets_it(home: Path) -> None:
    done = in_session(home, f'{UNLOCKED} && exec "$1" "{KEEP_ONE_SECRET}"')
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "kept and forgotten by keyring.backends.SecretService"


def test_the_passphrase_is_not_in_plain_text_on_the_disk(home: Path) -> None:
    code = "from clausewright.secrets import store_passphrase; store_passphrase('ab' * 32, 'find-me-here')"
    done = in_session(home, f'{UNLOCKED} && exec "$1" -c "{code}"')
    assert done.returncode == 0, done.stderr
    stored = [file.read_bytes() for file in home.rglob("*.keyring")]
    assert stored
    assert not any(b"find-me-here" in each for each in stored)


@pytest.mark.parametrize(
    ("daemon", "said"),
    [
        ("true", "The system's keyring does not work"),
        ("gnome-keyring-daemon --components=secrets --daemonize >/dev/null", "The system's keyring"),
    ],
    ids=["no service", "locked, and nobody to ask"],
)
def test_a_secret_service_that_is_not_there_or_locked_gives_a_reason(
    home: Path, daemon: str, said: str
) -> None:
    done = in_session(home, f'{daemon} && exec "$1" "{STORE_OR_SAY_WHY}"')
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(f"ENVIRONMENT {said}")
