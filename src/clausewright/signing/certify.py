"""Puts the freelancer's signature on a contract."""

from datetime import datetime

from clausewright.problem import Problem
from clausewright.signing.certificate import is_valid_at
from clausewright.signing.identity import Identity


def certify(
    pdf: bytes, identity: Identity, *, field: str, stamp: bytes, reason: str, location: str, when: datetime
) -> bytes:
    """Certifies the paper: PAdES B-B in a prepared, empty field; only the other prepared fields can be
    filled in after it. ``stamp`` is a one-page PDF that is shown in the field.

    The given bytes are the beginning of the result, unchanged.
    """
    from clausewright.signing.pades import Seal, is_open, seal

    _refuse_outside_validity(identity, when)
    try:
        open_field = is_open(pdf, field)
    except Exception as error:
        raise Problem("The paper to sign is not a PDF that can be signed.", "Build it again.") from error
    if open_field is None:
        raise Problem(f"The paper has no field for a signature named {field!r}.", "Build it again.")
    if not open_field:
        raise Problem(f"The field {field!r} is already signed.", "Sign a fresh copy of the paper.")
    try:
        return seal(pdf, identity, Seal(field, stamp, reason, location, when, certifies=True))
    except Exception as error:
        # pyHanko names the objects and texts it stumbles over: none of that is for the user.
        raise Problem(
            "The paper could not be signed.",
            "Build it again; a paper that was certified once can't be again.",
        ) from error


def _refuse_outside_validity(identity: Identity, when: datetime) -> None:
    if is_valid_at(identity.certificate, when):
        return
    start, end = identity.certificate.not_valid_before_utc, identity.valid_until
    raise Problem(
        f"Your signing key is valid from {start:%Y-%m-%d} to {end:%Y-%m-%d}, and today is {when:%Y-%m-%d}.",
        "Check the computer's date, or create a new key with: clausewright identity create",
    )
