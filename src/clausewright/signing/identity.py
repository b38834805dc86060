"""The key that signs, with its certificate: made, stored as .p12, read back."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID, ObjectIdentifier

from clausewright.problem import Problem
from clausewright.signing.certificate import email_of, fingerprint_of, may_sign, name_of, weakness_of

KeyKind = Literal["P-256", "RSA-3072"]
PrivateKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

LONGEST_NAME = 64
"""Bytes of UTF-8. X.520 counts characters (ub-common-name); the library, as many others do, counts bytes."""

DOCUMENT_SIGNING = ObjectIdentifier("1.3.6.1.5.5.7.3.36")
"""id-kp-documentSigning, RFC 9336."""

_CLOCK_TOLERANCE = timedelta(minutes=5)
"""So that a reader whose clock is behind doesn't call a fresh certificate not yet valid."""


@dataclass(frozen=True)
class Identity:
    """Holds the loaded key: to check an RSA key again at each signature costs ten times the signature."""

    key: PrivateKey
    certificate: x509.Certificate
    chain: tuple[x509.Certificate, ...] = ()
    """The issuers' certificates of a bought key, put into each signature; none for our own."""

    @property
    def name(self) -> str:
        return name_of(self.certificate)

    @property
    def email(self) -> str:
        return email_of(self.certificate)

    @property
    def fingerprint(self) -> str:
        return fingerprint_of(self.certificate)

    @property
    def valid_until(self) -> datetime:
        return self.certificate.not_valid_after_utc


def create_identity(
    name: str, email: str = "", *, now: datetime, key: KeyKind = "P-256", years: int = 5
) -> Identity:
    """A new key with a certificate that it signs itself: it proves that papers come from one hand,
    and whose hand that is by its fingerprint, told to the client on another way.

    Raises Problem for a name or an address that a certificate can't hold.
    """
    _check_name(name)
    private = _new_key(key)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - _CLOCK_TOLERANCE)
        .not_valid_after(now + timedelta(days=365.25 * years))
    )
    for extension, critical in _extensions(private, email):
        builder = builder.add_extension(extension, critical)
    return Identity(private, builder.sign(private, hashes.SHA256()))


def _check_name(name: str) -> None:
    if not name.strip():
        raise Problem("A signing key needs a name.", "Give the name that you sign contracts with.")
    if len(name.encode()) > LONGEST_NAME or not name.isprintable():
        raise Problem(
            f"This name can't stand in a certificate: {name[:LONGEST_NAME]!r}.",
            f"Give one line of at most {LONGEST_NAME} Latin letters, or 21 Korean or Chinese characters.",
        )


def _new_key(kind: KeyKind) -> PrivateKey:
    if kind == "RSA-3072":
        return rsa.generate_private_key(public_exponent=65537, key_size=3072)
    return ec.generate_private_key(ec.SECP256R1())


def _extensions(key: PrivateKey, email: str) -> list[tuple[x509.ExtensionType, bool]]:
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    extensions: list[tuple[x509.ExtensionType, bool]] = [
        (x509.BasicConstraints(ca=False, path_length=None), True),
        (usage, True),
        (x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION, DOCUMENT_SIGNING]), False),
        (x509.SubjectKeyIdentifier.from_public_key(key.public_key()), False),
    ]
    if email:
        extensions.append((x509.SubjectAlternativeName([_address(email)]), False))
    return extensions


def _address(email: str) -> x509.RFC822Name:
    try:
        return x509.RFC822Name(email)
    except ValueError as error:
        raise Problem(
            f"This e-mail address can't stand in a certificate: {email!r}.",
            "Write it in plain ASCII (a domain as xn--...), or leave it out.",
        ) from error


def to_p12(identity: Identity, passphrase: str) -> bytes:
    """Key and certificates, encrypted (AES-256) under the passphrase, as other programs read them too."""
    if not passphrase:
        raise Problem(
            "The passphrase is empty.", "A signing key is stored encrypted only: give a passphrase."
        )
    return pkcs12.serialize_key_and_certificates(
        identity.name.encode(),
        identity.key,
        identity.certificate,
        identity.chain or None,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )


def from_p12(data: bytes, passphrase: str) -> Identity:
    """Raises Problem for a wrong passphrase, for what is not a .p12, and for a key that can't sign papers.

    Whether the certificate has expired is for `certify`, which knows the moment.
    """
    try:
        key, certificate, chain = pkcs12.load_key_and_certificates(data, passphrase.encode())
    except ValueError as error:
        raise _unreadable(error) from error
    except Exception as error:
        raise _not_a_p12() from error
    if key is None or certificate is None:
        raise Problem(
            "The .p12 file holds no signing key with its certificate.", "Export both of them together again."
        )
    weakness = weakness_of(certificate)
    if weakness or not isinstance(key, PrivateKey):
        raise Problem(
            f"This key can't sign papers: {weakness}.", "Create one with: clausewright identity create"
        )
    if not may_sign(certificate):
        raise Problem(
            "The certificate in the .p12 file is not meant for signing.",
            "Ask its issuer for one with the usage digitalSignature or nonRepudiation.",
        )
    return Identity(key, certificate, tuple(chain))


def _unreadable(error: ValueError) -> Problem:
    """The library tells a wrong passphrase apart from other data in its text alone."""
    if "password" in str(error).lower():
        return Problem(
            "The passphrase does not open the signing key, or its file is damaged.", "Try it again."
        )
    return _not_a_p12()


def _not_a_p12() -> Problem:
    return Problem("The file is not a signing key (.p12).", "Choose a file that ends in .p12 or .pfx.")
