import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from keyring.backends import fail, null

from clausewright.problem import Cause, Problem
from clausewright.secrets.system_keyring import SystemKeyring
from tests.secrets.stores import (
    Blocking,
    Chain,
    Forgetful,
    Locked,
    Lying,
    PlainText,
    Stubborn,
    Vault,
)

NULL: Any = null.Keyring
FAIL: Any = fail.Keyring

KEY = "9f3c71a0" * 8


def over(store: object, patience: float = 5.0) -> SystemKeyring:
    return SystemKeyring(lambda: store, patience)


@pytest.fixture
def blocking() -> Iterator[Blocking]:
    store = Blocking()
    yield store
    store.answered.set()


def test_what_is_stored_is_read_back_and_forgotten() -> None:
    vault = Vault()
    over(vault).store(KEY, "a passphrase")
    assert over(vault).read(KEY) == "a passphrase"
    assert list(vault.held) == [(f"clausewright-{KEY}", "signing key")]
    over(vault).forget(KEY)
    assert over(vault).read(KEY) is None


def test_keys_do_not_share_a_passphrase() -> None:
    vault = Vault()
    over(vault).store(KEY, "one")
    over(vault).store("0" * 64, "other")
    assert over(vault).read(KEY) == "one"


def test_forgetting_what_was_never_stored_is_fine() -> None:
    over(Vault()).forget(KEY)


@pytest.mark.parametrize(
    ("store", "said"),
    [
        (NULL(), "switched off"),
        (FAIL(), "has no keyring"),
        (PlainText(), "PlaintextKeyring"),
        (Chain(PlainText(), NULL()), "not known to keep secrets encrypted"),
        (Chain(), "not known to keep secrets encrypted"),
        (Locked(), "is locked"),
        (Lying(), "gave back something else"),
        (Forgetful(), "stored nothing"),
    ],
    ids=["null", "fail", "plain text", "unsafe chain", "empty chain", "locked", "lying", "forgetful"],
)
def test_a_keyring_that_cannot_be_relied_on_is_refused_with_the_reason(store: object, said: str) -> None:
    with pytest.raises(Problem, match=said) as told:
        over(store).store(KEY, "a passphrase")
    assert told.value.cause is Cause.ENVIRONMENT
    assert "--passphrase-file" in told.value.advice
    assert "secret text" not in str(told.value)


def test_nothing_reaches_an_unsafe_store_in_a_chain() -> None:
    unsafe, vault = PlainText(), Vault()
    over(Chain(unsafe, vault)).store(KEY, "a passphrase")
    assert not unsafe.held
    assert over(Chain(unsafe, vault)).read(KEY) == "a passphrase"


def test_what_a_lying_keyring_took_is_taken_back() -> None:
    lying = Lying()
    with pytest.raises(Problem):
        over(lying).store(KEY, "a passphrase")
    assert not lying.held


def test_a_keyring_that_does_not_forget_is_told() -> None:
    stubborn = Stubborn()
    over(stubborn).store(KEY, "a passphrase")
    with pytest.raises(Problem, match="does not forget"):
        over(stubborn).forget(KEY)


def test_reading_from_a_locked_keyring_is_told_and_not_taken_for_an_empty_one() -> None:
    with pytest.raises(Problem, match="is locked"):
        over(Locked()).read(KEY)


def test_a_keyring_that_cannot_be_found_is_a_problem_without_its_text() -> None:
    def find() -> object:
        raise RuntimeError("org.freedesktop.secrets: the text of a library")

    with pytest.raises(Problem, match="does not work") as told:
        SystemKeyring(find).read(KEY)
    assert "freedesktop" not in str(told.value)


def test_a_blocking_keyring_is_waited_for_no_longer_than_promised(blocking: Blocking) -> None:
    with pytest.raises(Problem, match=r"did not answer within 0\.05 seconds") as told:
        over(blocking, patience=0.05).read(KEY)
    assert told.value.cause is Cause.ENVIRONMENT


def test_what_a_blocking_keyring_stores_too_late_is_undone(blocking: Blocking) -> None:
    with pytest.raises(Problem, match="did not answer"):
        over(blocking, patience=0.05).store(KEY, "a passphrase")
    blocking.answered.set()
    assert blocking.forgot.wait(10)
    assert not blocking.held


def test_ten_seconds_are_the_patience() -> None:
    assert SystemKeyring().patience == 10


def test_the_keyring_library_is_not_loaded_before_it_is_needed() -> None:
    code = "import clausewright.secrets, sys; sys.exit('keyring' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
