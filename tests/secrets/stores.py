"""Keyrings written by hand: each answers as one kind does that was met in the wild.

The library's own classes are not their parents: it would offer every such class to the whole process.
"""

from collections.abc import Callable
from threading import Event
from typing import TypeVar

Kind = TypeVar("Kind", bound=type)


def called(name: str) -> Callable[[Kind], Kind]:
    """Gives a class the full name of the library's class that it stands for."""

    def rename(kind: Kind) -> Kind:
        kind.__module__, _, kind.__qualname__ = name.rpartition(".")
        return kind

    return rename


SAFE = "keyring.backends.SecretService.Keyring"


@called(SAFE)
class Vault:
    """A store that works, under the name of one that is allowed."""

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.held[service, username]


@called(SAFE)
class Lying(Vault):
    """Gives back something else than it was given."""

    def get_password(self, service: str, username: str) -> str | None:
        found = super().get_password(service, username)
        return None if found is None else found[:8]


@called(SAFE)
class Forgetful(Vault):
    """Says nothing and stores nothing."""

    def set_password(self, service: str, username: str, password: str) -> None:
        pass


@called(SAFE)
class Stubborn(Vault):
    """Does not delete."""

    def delete_password(self, service: str, username: str) -> None:
        pass


class KeyringLocked(Exception):
    pass


@called(SAFE)
class Locked(Vault):
    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked("the secret text of a library")

    def set_password(self, service: str, username: str, password: str) -> None:
        raise KeyringLocked("the secret text of a library")


@called(SAFE)
class Blocking(Vault):
    """Waits for somebody to answer a question that nobody sees."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = Event()
        self.forgot = Event()

    def set_password(self, service: str, username: str, password: str) -> None:
        self.answered.wait()
        super().set_password(service, username, password)

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait()
        return super().get_password(service, username)

    def delete_password(self, service: str, username: str) -> None:
        super().delete_password(service, username)
        self.forgot.set()


@called("keyrings.alt.file.PlaintextKeyring")
class PlainText(Vault):
    """Writes passwords where anybody can read them."""


@called("keyring.backends.chainer.ChainerBackend")
class Chain:
    def __init__(self, *backends: object) -> None:
        self.backends = backends
