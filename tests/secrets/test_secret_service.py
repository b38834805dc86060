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


def surroundings(home: Path) -> dict[str, str]:
    return {
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "PATH": os.environ["PATH"],
        "PYTHONPATH": os.pathsep.join(sys.path),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.SecretService.Keyring",
    }


def in_session(home: Path, shell: str) -> "subprocess.CompletedProcess[str]":
    command = ["dbus-run-session", "--", "sh", "-c", shell, "sh", sys.executable]
    return subprocess.run(
        command, env=surroundings(home), capture_output=True, text=True, timeout=60, check=False
    )


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


def test_without_a_session_bus_there_is_a_reason(home: Path) -> None:
    done = subprocess.run(
        [sys.executable, STORE_OR_SAY_WHY],
        env={**surroundings(home), "DBUS_SESSION_BUS_ADDRESS": f"unix:path={home}/nobody"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("ENVIRONMENT The system's keyring does not work")


def test_a_locked_secret_service_with_nobody_to_unlock_it_gives_a_reason(home: Path) -> None:
    locked = "gnome-keyring-daemon --components=secrets --daemonize >/dev/null"
    never_unlocked = in_session(home, f'{locked} && exec "$1" "{STORE_OR_SAY_WHY}"')
    assert never_unlocked.stdout.startswith("ENVIRONMENT The system's keyring could not be opened")
    in_session(home, f'{UNLOCKED} && exec "$1" "{KEEP_ONE_SECRET}"').check_returncode()
    locked_again = in_session(home, f'{locked} && exec "$1" "{STORE_OR_SAY_WHY}"')
    assert locked_again.stdout.startswith("ENVIRONMENT The system's keyring is locked")
