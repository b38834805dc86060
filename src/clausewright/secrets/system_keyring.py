"""The system's keyring, by the keyring library, which is trusted with nothing: which store it picks, whether
it answers, and whether it really stored what it was given are all checked."""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import Any, Protocol, TypeVar

from clausewright.problem import Cause, Problem

ALLOWED = frozenset(
    {
        "keyring.backends.Windows.WinVaultKeyring",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.libsecret.Keyring",
    }
)
"""The stores that encrypt. keyrings.alt writes plain text without a word, and the null store nothing."""

PATIENCE = 10.0
"""Seconds. A keyring may wait for a person who doesn't see its question, or for a service that hangs."""

_CHAINER = "keyring.backends.chainer.ChainerBackend"
_USER = "signing key"

Answer = TypeVar("Answer")


class Store(Protocol):
    """What is used of the keyring library's backends."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def _system_store() -> Any:
    import keyring

    return keyring.get_keyring()


@dataclass(frozen=True)
class SystemKeyring:
    """Every method raises Problem (environment) when there is no safe keyring, when it is locked, does not
    answer in time, or does not do what it says."""

    find: Callable[[], Any] = _system_store
    patience: float = PATIENCE

    def store(self, fingerprint: str, passphrase: str) -> None:
        """Stores the passphrase of the key with this fingerprint, and reads it back to be sure."""
        service = _service(fingerprint)

        def work() -> None:
            store = _safe_store(self.find())
            store.set_password(service, _USER, passphrase)
            found = store.get_password(service, _USER)
            if found != passphrase:
                _forget_quietly(store, service)
                raise _lost(found)

        def undo() -> None:
            _forget_quietly(_safe_store(self.find()), service)

        self._in_time(work, undo)

    def read(self, fingerprint: str) -> str | None:
        """The passphrase, or None if the keyring works but has none for this key."""
        return self._in_time(lambda: _safe_store(self.find()).get_password(_service(fingerprint), _USER))

    def forget(self, fingerprint: str) -> None:
        """Also fine if there was nothing to forget."""
        service = _service(fingerprint)

        def work() -> None:
            store = _safe_store(self.find())
            if store.get_password(service, _USER) is None:
                return
            store.delete_password(service, _USER)
            if store.get_password(service, _USER) is not None:
                raise _failed("The system's keyring does not forget what it is told to.")

        self._in_time(work)

    def _in_time(self, work: Callable[[], Answer], undo: Callable[[], object] = lambda: None) -> Answer:
        """Works in a thread of its own, which is left behind if it takes too long; what it achieves then
        is undone, since its caller has found another way by that time."""
        answers: SimpleQueue[tuple[Answer | None, Exception | None]] = SimpleQueue()
        decided = threading.Lock()

        def run() -> None:
            answer: tuple[Answer | None, Exception | None]
            try:
                answer = work(), None
            except Exception as error:
                answer = None, error
            if decided.acquire(blocking=False):
                answers.put(answer)
            else:
                with suppress(Exception):
                    undo()

        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            result, error = answers.get(timeout=self.patience)
        except Empty:
            if decided.acquire(blocking=False):
                raise _failed(
                    f"The system's keyring did not answer within {self.patience:g} seconds."
                ) from None
            result, error = answers.get()
        if error is not None:
            raise _told(error) from error
        return result  # type: ignore[return-value]


def store_passphrase(fingerprint: str, passphrase: str) -> None:
    SystemKeyring().store(fingerprint, passphrase)


def read_passphrase(fingerprint: str) -> str | None:
    return SystemKeyring().read(fingerprint)


def forget_passphrase(fingerprint: str) -> None:
    SystemKeyring().forget(fingerprint)


def _service(fingerprint: str) -> str:
    return f"clausewright-{fingerprint}"


def _safe_store(found: Any) -> Store:
    """The store itself, or the first safe one of a chain: the library's own chain would ask them all."""
    candidates = found.backends if _kind(found) == _CHAINER else [found]
    for store in candidates:
        if _kind(store) in ALLOWED:
            safe: Store = store
            return safe
    raise _failed(_why_unsafe(_kind(found)))


def _kind(store: Any) -> str:
    return f"{type(store).__module__}.{type(store).__qualname__}"


def _why_unsafe(kind: str) -> str:
    if kind == "keyring.backends.fail.Keyring":
        return "This system has no keyring that could hold the passphrase of the signing key."
    if kind == "keyring.backends.null.Keyring":
        return "The keyring is switched off on this system: it would store nothing."
    return f"The keyring of this system ({kind}) is not known to keep secrets encrypted."


def _forget_quietly(store: Store, service: str) -> None:
    with suppress(Exception):
        store.delete_password(service, _USER)


def _lost(found: str | None) -> Problem:
    if found is None:
        return _failed("The system's keyring took the passphrase and stored nothing.")
    return _failed("The system's keyring gave back something else than was stored.")


def _told(error: Exception) -> Problem:
    if isinstance(error, Problem):
        return error
    if "Locked" in type(error).__name__:
        return _failed("The system's keyring is locked.")
    if type(error).__name__ == "InitError":
        return _failed("The system's keyring could not be opened; it may be locked.")
    return _failed(f"The system's keyring does not work ({type(error).__name__}).")


def _failed(title: str) -> Problem:
    return Problem(
        title,
        "Unlock or set up the keyring, or give the passphrase in a file with --passphrase-file FILE.",
        cause=Cause.ENVIRONMENT,
    )
