"""One signature and the bytes it speaks for. Imports pyHanko at once: import this module inside functions."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from asn1crypto import cms, core, parser
from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from pyhanko.sign.general import extract_signer_info
from pyhanko.sign.validation.generic_cms import (
    extract_certs_for_validation,
    extract_self_reported_ts,
    validate_sig_integrity,
)

from clausewright.signing.byte_range import ByteRange, signature_in
from clausewright.signing.certificate import weakness_of
from clausewright.signing.verdict import Integrity

STRONG_DIGESTS = frozenset({"sha256", "sha384", "sha512", "sha3_256", "sha3_384", "sha3_512"})
"""ETSI TS 119 312, clause 5.2; SHA-1 can be forged today."""


@dataclass(frozen=True)
class Examined:
    integrity: Integrity
    why: str = ""
    """Why it is not intact, as the end of a sentence."""
    certificate: x509.Certificate | None = None
    signed_at: datetime | None = None
    """As the signature says it, by the signer's own clock."""


_DAMAGED = "the signature itself is damaged"


class _MalformedError(Exception):
    pass


def examine(pdf: bytes, covers: ByteRange) -> Examined:
    """Whether the signature in the gap belongs to the bytes around it. Never raises."""
    try:
        signed_data = _signed_data(covers.gap(pdf))
        certificate = _certificate(signed_data)
        known = x509.load_der_x509_certificate(certificate.dump())
    except Exception:
        return Examined("broken", _DAMAGED)
    try:
        return _judged(covers.covered(pdf), signed_data, certificate, known)
    except (NotImplementedError, UnsupportedAlgorithm):
        return Examined("could-not-check", "it uses a method that is not known here", known)
    except Exception:
        return Examined("broken", _DAMAGED, known)


def _signed_data(gap: bytes) -> Any:
    """The one detached signature in the gap, with nothing but zeros behind it."""
    contents = signature_in(gap) or b""
    encoded = contents[: parser.peek(contents)]
    _demand(not any(contents[len(encoded) :]))
    _, wrapped = _parts(encoded)
    _demand(len(_parts(wrapped)) == 1)
    content = cms.ContentInfo.load(encoded, strict=True)
    _demand(content["content_type"].native == "signed_data")
    _check_form(content["content"])
    return content["content"]


def _check_form(signed_data: Any) -> None:
    """What no signature protects, although it is part of one: it can have one value only, so that no
    byte of the file can be changed unseen. RFC 5652, 5.1 and 5.3."""
    signer = extract_signer_info(signed_data)
    content = signed_data["encap_content_info"]
    _demand(content["content_type"].native == "data")
    _demand(len(_parts(content.dump())) == 1)  # a detached signature holds its kind alone, no content
    _demand(signer["signed_attrs"] is not core.VOID)
    by_issuer = signer["sid"].name == "issuer_and_serial_number"
    _demand(signer["version"].native == ("v1" if by_issuer else "v3"))
    _demand(signed_data["version"].native == signer["version"].native)
    digest = signer["digest_algorithm"].native
    _demand([each.native for each in signed_data["digest_algorithms"]] == [digest])


def _certificate(signed_data: Any) -> Any:
    certificate = extract_certs_for_validation(signed_data).signer_cert
    named = extract_signer_info(signed_data)["sid"]
    if named.name == "issuer_and_serial_number":
        # It was found by comparing names without regard to case.
        _demand(named.chosen["issuer"].dump() == certificate.issuer.dump())
    return certificate


def _parts(constructed: bytes) -> list[bytes]:
    """What a constructed value is made of, to its last byte."""
    rest, parts = parser.parse(constructed, strict=True)[4], []
    while rest:
        length = parser.peek(rest)
        parts.append(rest[:length])
        rest = rest[length:]
    return parts


def _demand(holds: bool) -> None:
    if not holds:
        raise _MalformedError


def _judged(covered: bytes, signed_data: Any, certificate: Any, known: x509.Certificate) -> Examined:
    signer = extract_signer_info(signed_data)
    digest = signer["digest_algorithm"]["algorithm"].native
    intact, valid = validate_sig_integrity(signer, certificate, "data", hashlib.new(digest, covered).digest())
    signed_at = extract_self_reported_ts(signer)
    if not (intact and valid):
        return Examined("broken", "the file is not the one that was signed", known, signed_at)
    if weakness := _weakness({digest, _digest_of_signature(signer, digest)}, known):
        return Examined("could-not-check", weakness, known, signed_at)
    return Examined("intact", "", known, signed_at)


def _digest_of_signature(signer: Any, otherwise: str) -> str:
    """Plain rsaEncryption names none: the one of the content holds."""
    algorithm = signer["signature_algorithm"]
    return otherwise if algorithm["algorithm"].native == "rsassa_pkcs1v15" else algorithm.hash_algo


def _weakness(digests: set[str], certificate: x509.Certificate) -> str | None:
    if weak := digests - STRONG_DIGESTS:
        return f"it relies on {', '.join(sorted(weak)).upper()}, which can be forged"
    return weakness_of(certificate)
