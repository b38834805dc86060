"""Judges a PDF that came back. No validator alone is an oracle: of 312 attacked files the best one tried
called 15 valid. So the bytes (`byte_range`), the signatures (`cms`) and the revisions (`inspection`) are
each looked at, and every doubt counts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from clausewright.signing import sentence
from clausewright.signing.byte_range import has_stray_mark, marked_ranges
from clausewright.signing.certificate import fingerprint_of, is_valid_at, may_sign, name_of
from clausewright.signing.verdict import Covers, Key, Signer, State, Verification

if TYPE_CHECKING:
    from clausewright.signing.cms import Examined
    from clausewright.signing.inspection import Document, Found

LARGEST_PDF = 100_000_000
"""Bytes; a contract has some ten thousand."""

_CLOCK_TOLERANCE = timedelta(days=1)


@dataclass(frozen=True)
class _Pins:
    """What is known here, and when: fingerprints as `certificate.fingerprint_of` gives them."""

    own: frozenset[str]
    known: frozenset[str]
    now: datetime


def verify(
    pdf: bytes, *, own: frozenset[str] = frozenset(), known: frozenset[str] = frozenset(), now: datetime
) -> Verification:
    """Who signed the PDF and whether it was changed since. Never raises, whatever the bytes are.

    ``own`` and ``known`` are the fingerprints of the user's own keys and of those the user relies on for
    this client. Names in certificates prove nothing: anyone can make one.
    """
    try:
        return _verified(pdf, _Pins(own, known, now))
    except Exception:
        return _only("could-not-check", sentence.TOO_UNUSUAL)


def _only(state: State, said: str) -> Verification:
    return Verification(state, (), (said,))


def _verified(pdf: bytes, pins: _Pins) -> Verification:
    from clausewright.signing.inspection import inspect

    if len(pdf) > LARGEST_PDF:
        return _only("could-not-check", sentence.TOO_LARGE.format(megabytes=LARGEST_PDF // 1_000_000))
    if b"%PDF-" not in pdf[:1024]:
        return _only("damaged", sentence.NOT_A_PDF)
    try:
        document = inspect(pdf)
    except Exception:
        return _unreadable(pdf)
    if document.is_encrypted:
        return _only("could-not-check", sentence.ENCRYPTED)
    if not document.signatures:
        return _without_signatures(pdf)
    return _judged(pdf, document, pins)


def _unreadable(pdf: bytes) -> Verification:
    """A file that the reader refuses may be sound, only unusual: then its signatures match its bytes."""
    ranges = marked_ranges(pdf)
    if has_stray_mark(pdf) or not _all_intact(pdf):
        return _only("damaged", sentence.UNREADABLE)
    if ranges and ranges[-1].end < len(pdf):
        return _only("changed", sentence.ADDED)
    if not _has_an_end(pdf):
        return _only("damaged", sentence.UNREADABLE)
    return _only("could-not-check", sentence.TOO_UNUSUAL)


def _has_an_end(pdf: bytes) -> bool:
    end = pdf[-1024:]
    return b"startxref" in end and b"%%EOF" in end


def _without_signatures(pdf: bytes) -> Verification:
    if not marked_ranges(pdf):
        return _only("unsigned", sentence.UNSIGNED)
    if _all_intact(pdf):
        return _only("changed", sentence.HIDDEN)
    return _only("damaged", sentence.UNREADABLE)


def _all_intact(pdf: bytes) -> bool:
    from clausewright.signing.cms import examine

    return all(examine(pdf, covers).integrity == "intact" for covers in marked_ranges(pdf))


def _judged(pdf: bytes, document: "Document", pins: _Pins) -> Verification:
    signers: list[Signer] = []
    for found in document.signatures:
        signers.append(_signer(pdf, found, signers, pins))
    state = _state(document.signatures, signers)
    said = sentence.on_document(state, signers, document.open_fields, knows_own=bool(pins.own))
    return Verification(state, tuple(signers), tuple(said))


def _state(found: Sequence["Found"], signers: Sequence[Signer]) -> State:
    if any(signer.integrity == "broken" for signer in signers):
        return "changed"
    if any(each.after == "changes" or not each.is_prepared for each in found) or found[-1].after != "nothing":
        return "changed"
    if any(signer.integrity != "intact" for signer in signers):
        return "could-not-check"
    return "could-not-check" if any(each.after == "could-not-check" for each in found) else "unchanged"


def _signer(pdf: bytes, found: "Found", earlier: Sequence[Signer], pins: _Pins) -> Signer:
    examined = _examined(pdf, found)
    fingerprint = fingerprint_of(examined.certificate) if examined.certificate else ""
    twin = next((signer for signer in earlier if fingerprint and signer.fingerprint == fingerprint), None)
    faults = [*_faults_of_signature(found, examined), *_faults_of_key(found, examined, pins.now)]
    if twin:
        faults.append(sentence.on_same_key(found.field, twin.field))
    return Signer(
        field=found.field,
        name=name_of(examined.certificate) if examined.certificate else "",
        fingerprint=fingerprint,
        key="same-as-another" if twin else _key(fingerprint, pins),
        integrity=examined.integrity,
        covers=_covers(found),
        time=examined.signed_at or found.signed_at,
        faults=tuple(faults),
    )


def _examined(pdf: bytes, found: "Found") -> "Examined":
    from clausewright.signing.cms import Examined, examine
    from clausewright.signing.inspection import DETACHED, OTHER_FORMS

    if found.covers is None:
        return Examined("broken", "it does not belong to this file as it is now")
    unknown = Examined("could-not-check", "it is of a kind that is not known here")
    if found.form in OTHER_FORMS:
        return unknown
    examined = examine(pdf, found.covers)
    # Where the kind itself is garbled, the bytes tell whether the file is.
    return examined if found.form in DETACHED or examined.integrity == "broken" else unknown


def _key(fingerprint: str, pins: _Pins) -> Key:
    if fingerprint in pins.own:
        return "own"
    if fingerprint in pins.known:
        return "known"
    return "other" if pins.known else "new"


def _covers(found: "Found") -> Covers:
    if found.covers is None:
        return "unclear"
    return "whole file" if found.after == "nothing" else "earlier revision"


def _faults_of_signature(found: "Found", examined: "Examined") -> list[str]:
    faults = []
    if examined.integrity == "broken":
        faults.append(sentence.on_broken(found.field, examined.why))
    elif examined.integrity == "could-not-check":
        faults.append(sentence.on_unchecked(found.field, examined.why))
    if found.covers and found.after == "changes":
        faults.append(sentence.on_changes(found.field))
    elif found.after == "could-not-check":
        faults.append(sentence.on_unchecked_changes(found.field))
    if found.covers and not found.is_prepared:
        faults.append(sentence.on_added_field(found.field))
    return faults


def _faults_of_key(found: "Found", examined: "Examined", now: datetime) -> list[str]:
    certificate, signed_at = examined.certificate, examined.signed_at or found.signed_at
    if certificate is None:
        return []
    faults = []
    if not is_valid_at(certificate, now):
        faults.append(sentence.on_validity(certificate, found.field, now))
    elif signed_at and not is_valid_at(certificate, signed_at):
        faults.append(sentence.on_signed_outside_validity(found.field))
    if signed_at and signed_at > now + _CLOCK_TOLERANCE:
        faults.append(sentence.on_future(found.field))
    if not may_sign(certificate):
        faults.append(sentence.on_usage(found.field))
    return faults
