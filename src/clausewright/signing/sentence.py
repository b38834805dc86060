"""What is found out about a signed PDF, in words for people who don't know what a signature is made of."""

from collections.abc import Sequence
from datetime import datetime

from cryptography import x509

from clausewright.signing.certificate import short_fingerprint
from clausewright.signing.verdict import Key, Signer, State

NOT_A_PDF = "The file is damaged: it is not a PDF."
UNREADABLE = "The file is damaged: it is not whole, or its bytes were changed. Ask for it again."
ENCRYPTED = "The file could not be checked, since it is encrypted. Ask for it without a password."
TOO_LARGE = "The file could not be checked, since it is larger than {megabytes} MB."
TOO_UNUSUAL = "The file could not be checked: it is built in a way that the strict reader used here refuses."
ADDED = "The file was changed after it was signed: something stands behind the last signature."
HIDDEN = "The file was changed after it was signed: its form no longer shows the signatures that it holds."
UNSIGNED = "The file is not signed."

_STATES: dict[State, str] = {
    "unchanged": "Nothing was changed in the file since it was signed.",
    "changed": "The file was changed after it was signed. Don't rely on it; ask for it again.",
    "could-not-check": "The file could not be checked completely. Ask its sender before you rely on it.",
}

_KEYS: dict[Key, str] = {
    "own": "with your own key",
    "known": "with the key you know",
    "new": "with a key that is new here: ask by phone or in person whether its fingerprint is right",
    "other": "with another key than the one you know: ask by phone or in person before you rely on it",
    "same-as-another": "with the same key as in another field",
}


def on_document(
    state: State, signers: Sequence[Signer], open_fields: Sequence[str], knows_own: bool
) -> list[str]:
    said = [_STATES[state], *(_on_signer(signer) for signer in signers)]
    said += [fault for signer in signers for fault in signer.faults]
    if knows_own and not any(signer.key == "own" for signer in signers):
        said.append("None of the signatures was made with your key.")
    return said + [f"The field “{field}” is not signed." for field in open_fields]


def _on_signer(signer: Signer) -> str:
    who = f"“{signer.name}”" if signer.name else "Somebody"
    when = f" on {day(signer.time)} by their own clock" if signer.time else ""
    key = f", {_KEYS[signer.key]} ({short_fingerprint(signer.fingerprint)})" if signer.fingerprint else ""
    return f"{who} signed in the field “{signer.field}”{when}{key}."


def on_broken(field: str, why: str) -> str:
    return f"The signature in the field “{field}” is not valid: {why}."


def on_unchecked(field: str, why: str) -> str:
    return f"The signature in the field “{field}” could not be checked: {why}."


def on_changes(field: str) -> str:
    return f"The signature in the field “{field}” does not cover what the file says now."


def on_unchecked_changes(field: str) -> str:
    return f"What was added to the file after the signature in the field “{field}” could not be checked."


def on_added_field(field: str) -> str:
    return f"The field “{field}” was not there when the file was first signed."


def on_validity(certificate: x509.Certificate, field: str, now: datetime) -> str:
    if now < certificate.not_valid_before_utc:
        return (
            f"The key used in the field “{field}” is valid from {day(certificate.not_valid_before_utc)} only."
        )
    return (
        f"The key used in the field “{field}” expired on {day(certificate.not_valid_after_utc)}: "
        "nothing proves that the signature was made before."
    )


def on_signed_outside_validity(field: str) -> str:
    return f"The signature in the field “{field}” says that it was made while its key was not valid."


def on_future(field: str) -> str:
    return f"The signature in the field “{field}” says that it was made in the future."


def on_usage(field: str) -> str:
    return f"The key used in the field “{field}” was not issued for signing."


def on_same_key(field: str, other: str) -> str:
    return f"The fields “{other}” and “{field}” were signed with one and the same key."


def day(moment: datetime) -> str:
    return f"{moment.day} {moment:%B %Y}"
