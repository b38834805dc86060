"""What a certificate says, and whether it is good enough to sign with."""

from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID

from clausewright.problem import Problem

SMALLEST_RSA_KEY = 2048
"""Bits; ETSI TS 119 312 table 5.1, and NIST SP 800-57 part 1 (112 bits of security)."""

CURVES = {"secp256r1": "P-256", "secp384r1": "P-384", "secp521r1": "P-521"}
"""What pdfsig, OpenSSL, Acrobat and pyHanko all verify."""


def fingerprint_of(certificate: x509.Certificate) -> str:
    """SHA-256 of the certificate's DER, in lower-case hexadecimal: what is pinned and compared."""
    return certificate.fingerprint(hashes.SHA256()).hex()


def short_fingerprint(fingerprint: str) -> str:
    """The first 64 bits as a person reads them out: ``9F:3C:71:A0:0B:42:C7:E1``.

    For print beside the full one, never for comparing: programs compare all 256 bits.
    """
    return ":".join(fingerprint[at : at + 2] for at in range(0, 16, 2)).upper()


def name_of(certificate: x509.Certificate) -> str:
    """Who the certificate says it is for; its e-mail address or nothing where it names nobody."""
    for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME):
        for attribute in certificate.subject.get_attributes_for_oid(kind):
            return str(attribute.value)
    return email_of(certificate)


def email_of(certificate: x509.Certificate) -> str:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except x509.ExtensionNotFound:
        return ""
    return next(iter(names.get_values_for_type(x509.RFC822Name)), "")


def weakness_of(certificate: x509.Certificate) -> str | None:
    """Why its key proves too little, as the end of a sentence; None for a key that is fine."""
    key = certificate.public_key()
    if isinstance(key, rsa.RSAPublicKey):
        if key.key_size < SMALLEST_RSA_KEY:
            return (
                f"its RSA key has {key.key_size} bits, and {SMALLEST_RSA_KEY} are the least that counts today"
            )
        return None
    if isinstance(key, ec.EllipticCurvePublicKey):
        return (
            None
            if key.curve.name in CURVES
            else f"its key is on the curve {key.curve.name}, not on P-256 to P-521"
        )
    return "its key is neither RSA nor P-256 to P-521, which many readers can't verify"


def may_sign(certificate: x509.Certificate) -> bool:
    """A certificate that doesn't restrict its use may; RFC 5280, 4.2.1.3."""
    try:
        usage = certificate.extensions.get_extension_for_class(x509.KeyUsage).value
    except x509.ExtensionNotFound:
        return True
    return usage.digital_signature or usage.content_commitment


def is_valid_at(certificate: x509.Certificate, moment: datetime) -> bool:
    return certificate.not_valid_before_utc <= moment <= certificate.not_valid_after_utc


def to_pem(certificate: x509.Certificate) -> bytes:
    """The public half, which may lie open beside the key: it is shown without a passphrase."""
    return certificate.public_bytes(serialization.Encoding.PEM)


def from_pem(data: bytes) -> x509.Certificate:
    try:
        return x509.load_pem_x509_certificate(data)
    except ValueError as error:
        raise Problem(
            "The file of the certificate is damaged.",
            "Bring it back from a backup, or create a new key with: clausewright identity create",
        ) from error
