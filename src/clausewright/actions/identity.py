"""The user's own signing key: a .p12 in the data folder, its passphrase in the system's keyring."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography import x509

from clausewright.problem import Cause, Problem
from clausewright.secrets import (
    forbid_core_dumps,
    new_passphrase,
    passphrase_from_file,
    read_passphrase,
    store_passphrase,
)
from clausewright.signing.certificate import (
    email_of,
    fingerprint_of,
    from_pem,
    name_of,
    short_fingerprint,
    to_pem,
)
from clausewright.signing.identity import Identity, KeyKind, create_identity, from_p12, to_p12
from clausewright.workspace.reader import read_input
from clausewright.workspace.temporary import remove_strays
from clausewright.workspace.writer import make_folder, write_safely

LARGEST_KEY_FILE = 1_000_000


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Where a passphrase may come from when the keyring has none: a file that the user named, or the
    user at the terminal. ``ask`` is None without one."""

    file: Path | None = None
    ask: Callable[[str], str] | None = None


@dataclass(frozen=True, slots=True)
class KeyFolder:
    """The signing key's place below the user's data folder."""

    data: Path

    @property
    def key(self) -> Path:
        return self.data / "identity.p12"

    @property
    def certificate(self) -> Path:
        """The public half, so that the key's owner is known without opening it."""
        return self.data / "identity.pem"


@dataclass(frozen=True, slots=True)
class OwnCertificate:
    """Whose key it is, in words."""

    certificate: x509.Certificate
    key: Path
    kept: str = ""
    """Where its passphrase is, when it was made just now."""

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.certificate)

    @property
    def lines(self) -> tuple[str, ...]:
        said = {
            "Name": name_of(self.certificate),
            "E-mail": email_of(self.certificate),
            "Fingerprint": self.fingerprint,
            "In short": short_fingerprint(self.fingerprint),
            "Valid until": f"{self.certificate.not_valid_after_utc:%Y-%m-%d}",
            "Key file": str(self.key),
            "Passphrase": self.kept,
        }
        return tuple(f"{label}: {value}" for label, value in said.items() if value)

    def as_json(self) -> dict[str, str]:
        return {
            "name": name_of(self.certificate),
            "email": email_of(self.certificate),
            "fingerprint": self.fingerprint,
            "valid_from": self.certificate.not_valid_before_utc.isoformat(),
            "valid_until": self.certificate.not_valid_after_utc.isoformat(),
            "key_file": str(self.key),
        }


def own_certificate(data: Path) -> OwnCertificate | None:
    """The user's certificate, or None while there is no key. Raises Problem for a damaged one."""
    folder = KeyFolder(data)
    if not folder.certificate.exists():
        return None
    return OwnCertificate(from_pem(read_input(folder.certificate, LARGEST_KEY_FILE)), folder.key)


def create_own_identity(
    data: Path, name: str, email: str, key: KeyKind, now: datetime, passphrase: Passphrase
) -> OwnCertificate:
    """Makes the user's key. Its random passphrase goes into the keyring; a passphrase from a file or
    the terminal is the user's own to keep.

    Raises Problem where there is a key already, and where there is neither keyring, file nor terminal.
    """
    folder = KeyFolder(data)
    if folder.key.exists():
        raise Problem(
            f"There is a signing key already: {folder.key}.",
            "Go on using it; to begin with another, move this one to a safe place first.",
        )
    forbid_core_dumps()
    identity = create_identity(name, email, now=now, key=key)
    chosen = _chosen_passphrase(passphrase)
    kept = "as you gave it; without it the key can't be used"
    if chosen is None:
        chosen, kept = _kept_in_keyring(identity, passphrase), "in the system's keyring"
        if chosen is None:
            chosen, kept = _asked_twice(passphrase), "as you gave it; without it the key can't be used"
    try:
        make_folder(data, mode=0o700)
        remove_strays(data)
        write_safely(folder.key, to_p12(identity, chosen), mode=0o600)
        write_safely(folder.certificate, to_pem(identity.certificate))
    except Problem:
        folder.key.unlink(missing_ok=True)
        raise
    return OwnCertificate(identity.certificate, folder.key, kept)


def _chosen_passphrase(passphrase: Passphrase) -> str | None:
    return passphrase_from_file(passphrase.file) if passphrase.file else None


def _kept_in_keyring(identity: Identity, passphrase: Passphrase) -> str | None:
    """A new passphrase that the keyring holds; None where it can't, but the user can be asked."""
    made = new_passphrase()
    try:
        store_passphrase(identity.fingerprint, made)
    except Problem as problem:
        if passphrase.ask is None:
            raise _no_passphrase(problem) from None
        return None
    return made


def _asked_twice(passphrase: Passphrase) -> str:
    assert passphrase.ask is not None
    first = passphrase.ask("No keyring can hold the passphrase. Choose one for the signing key")
    if first != passphrase.ask("The same again"):
        raise Problem("The two passphrases differ.", "Try again.")
    return first


def unlock_own_identity(data: Path, passphrase: Passphrase) -> Identity:
    """Loads the user's key. Raises Problem where there is none, or where its passphrase is nowhere to be
    had: not in a file, not in the keyring, not at a terminal."""
    folder = KeyFolder(data)
    own = own_certificate(data)
    if own is None or not folder.key.exists():
        raise Problem(
            "There is no signing key yet.",
            "Make one with: clausewright identity create --name NAME",
            cause=Cause.ENVIRONMENT,
        )
    forbid_core_dumps()
    return from_p12(read_input(folder.key, LARGEST_KEY_FILE), _passphrase_of(own, passphrase))


def _passphrase_of(own: OwnCertificate, passphrase: Passphrase) -> str:
    if (chosen := _chosen_passphrase(passphrase)) is not None:
        return chosen
    try:
        if found := read_passphrase(own.fingerprint):
            return found
        reason = Problem("The keyring holds no passphrase for this key.")
    except Problem as problem:
        reason = problem
    if passphrase.ask is None:
        raise _no_passphrase(reason)
    return passphrase.ask(f"{reason.title} Passphrase of the signing key")


def _no_passphrase(reason: Problem) -> Problem:
    return Problem(
        f"{reason.title} There is no terminal to ask for the passphrase on.",
        "Put the passphrase into a file and name it with --passphrase-file FILE.",
        cause=Cause.ENVIRONMENT,
    )
