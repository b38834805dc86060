import itertools
import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright.problem import Problem
from clausewright.signing.certificate import (
    fingerprint_of,
    from_pem,
    is_valid_at,
    name_of,
    short_fingerprint,
    to_pem,
)
from clausewright.signing.identity import Identity, create_identity, from_p12, to_p12
from tests.signing.papers import NOW

P256 = ec.generate_private_key(ec.SECP256R1())


def p12_of(
    key: pkcs12.PKCS12PrivateKeyTypes,
    *,
    with_certificate: bool = True,
    usage: x509.KeyUsage | None = None,
) -> bytes:
    """A .p12 as others make it."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kim")])
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), 1)
        .not_valid_before(NOW)
        .not_valid_after(NOW + timedelta(days=1))
    )
    if usage:
        builder = builder.add_extension(usage, critical=True)
    digest = None if isinstance(key, ed25519.Ed25519PrivateKey) else hashes.SHA256()
    certificate = builder.sign(key, digest) if with_certificate else None
    return pkcs12.serialize_key_and_certificates(
        b"kim",
        key,
        certificate if with_certificate else None,
        None,
        serialization.BestAvailableEncryption(b"pw"),
    )


def test_a_certificate_says_what_it_may_be_used_for(freelancer: Identity) -> None:
    extensions = freelancer.certificate.extensions
    usage = extensions.get_extension_for_class(x509.KeyUsage)
    assert usage.critical
    assert usage.value.digital_signature
    assert usage.value.content_commitment
    assert not usage.value.key_cert_sign
    assert not usage.value.key_encipherment
    assert extensions.get_extension_for_class(x509.BasicConstraints).value.ca is False
    purposes = extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    assert {each.dotted_string for each in purposes} == {
        ExtendedKeyUsageOID.EMAIL_PROTECTION.dotted_string,
        "1.3.6.1.5.5.7.3.36",
    }


def test_an_identity_knows_its_name_address_and_end(freelancer: Identity, client: Identity) -> None:
    assert (freelancer.name, freelancer.email) == ("Anna Bērziņa", "anna@example.com")
    assert client.email == ""
    assert freelancer.valid_until.date() == datetime(2031, 11, 24, tzinfo=UTC).date()
    assert is_valid_at(freelancer.certificate, NOW)


def test_the_key_is_p256_or_rsa_3072(freelancer: Identity, client: Identity) -> None:
    assert isinstance(freelancer.key, ec.EllipticCurvePrivateKey)
    assert freelancer.key.curve.name == "secp256r1"
    assert isinstance(client.key, rsa.RSAPrivateKey)
    assert client.key.key_size == 3072


def test_the_fingerprint_is_sha256_of_the_certificate(freelancer: Identity) -> None:
    der = freelancer.certificate.public_bytes(serialization.Encoding.DER)
    told = subprocess.run(
        ["openssl", "x509", "-inform", "DER", "-noout", "-fingerprint", "-sha256"],
        input=der,
        capture_output=True,
        check=True,
    ).stdout.decode()
    assert told.split("=")[1].strip().replace(":", "").lower() == freelancer.fingerprint
    assert told.split("=")[1].startswith(short_fingerprint(freelancer.fingerprint))


def test_a_short_fingerprint_can_be_read_out() -> None:
    assert short_fingerprint("9f3c71a00b42c7e1" + "0" * 48) == "9F:3C:71:A0:0B:42:C7:E1"


def test_the_public_half_can_lie_in_the_open(freelancer: Identity) -> None:
    pem = to_pem(freelancer.certificate)
    assert b"PRIVATE" not in pem
    assert fingerprint_of(from_pem(pem)) == freelancer.fingerprint


@pytest.mark.parametrize("damaged", [b"", b"junk", b"-----BEGIN CERTIFICATE-----\nAAAA\n"])
def test_a_damaged_certificate_is_a_problem(damaged: bytes) -> None:
    with pytest.raises(Problem, match="certificate is damaged"):
        from_pem(damaged)


def test_no_secret_shows_in_an_identity(freelancer: Identity) -> None:
    assert isinstance(freelancer.key, ec.EllipticCurvePrivateKey)
    assert str(freelancer.key.private_numbers().private_value) not in repr(freelancer)


@pytest.mark.parametrize("side", ["freelancer", "client"])
def test_a_p12_brings_the_identity_back(side: str, request: pytest.FixtureRequest) -> None:
    identity: Identity = request.getfixturevalue(side)
    back = from_p12(to_p12(identity, "pāsvārds 말"), "pāsvārds 말")
    assert back.certificate == identity.certificate
    assert back.key.private_numbers() == identity.key.private_numbers()


def test_openssl_reads_the_p12(freelancer: Identity) -> None:
    done = subprocess.run(
        ["openssl", "pkcs12", "-noout", "-info", "-passin", "pass:pw"],
        input=to_p12(freelancer, "pw"),
        capture_output=True,
        check=True,
    )
    assert b"AES-256-CBC" in done.stderr


def test_the_issuers_of_a_bought_key_come_with_it(freelancer: Identity, client: Identity) -> None:
    bought = Identity(freelancer.key, freelancer.certificate, (client.certificate,))
    assert from_p12(to_p12(bought, "pw"), "pw").chain == (client.certificate,)


def test_a_wrong_passphrase_is_told(freelancer: Identity) -> None:
    with pytest.raises(Problem, match="passphrase does not open") as told:
        from_p12(to_p12(freelancer, "right"), "wrong")
    assert "wrong" not in str(told.value)


def test_an_empty_passphrase_is_refused(freelancer: Identity) -> None:
    with pytest.raises(Problem, match="passphrase is empty"):
        to_p12(freelancer, "")


def test_what_is_not_a_p12_is_told() -> None:
    for junk in (b"", b"junk", b"%PDF-1.7", b"0\x82\x01"):
        with pytest.raises(Problem, match=r"not a signing key \(\.p12\)"):
            from_p12(junk, "pw")


@settings(max_examples=40, deadline=None)
@given(at=st.integers(0, 10_000), cut=st.booleans(), flipped=st.integers(1, 255))
def test_a_damaged_p12_is_a_problem_and_never_another_key(
    freelancer: Identity, at: int, cut: bool, flipped: int
) -> None:
    damaged = bytearray(to_p12(freelancer, "pw"))
    at %= len(damaged)
    damaged[at] ^= flipped
    try:
        back = from_p12(bytes(damaged[:at] if cut else damaged), "pw")
    except Problem:
        return
    assert back.certificate == freelancer.certificate


@pytest.mark.parametrize(
    ("p12", "said"),
    [
        (lambda: p12_of(rsa.generate_private_key(65537, 1024)), "its RSA key has 1024 bits"),
        (lambda: p12_of(ec.generate_private_key(ec.SECP256K1())), "curve secp256k1"),
        (lambda: p12_of(ed25519.Ed25519PrivateKey.generate()), "neither RSA nor P-256"),
        (
            lambda: p12_of(ec.generate_private_key(ec.SECP256R1()), with_certificate=False),
            "holds no signing key",
        ),
        (
            lambda: p12_of(
                P256,
                usage=x509.KeyUsage(False, False, True, False, False, False, False, False, False),
            ),
            "not meant for signing",
        ),
    ],
    ids=["RSA-1024", "secp256k1", "Ed25519", "no certificate", "for encryption"],
)
def test_a_key_that_can_not_sign_papers_is_refused(p12: object, said: str) -> None:
    assert callable(p12)
    with pytest.raises(Problem, match=said):
        from_p12(p12(), "pw")


def test_a_key_with_the_certificate_of_another_is_refused() -> None:
    """The libraries at hand refuse to write such a file: its certificate is exchanged in the bytes."""
    made = [create_identity("Anna", now=NOW) for _ in range(20)]
    ders = [each.certificate.public_bytes(serialization.Encoding.DER) for each in made]
    one, other = next((a, b) for a, b in itertools.combinations(range(20), 2) if len(ders[a]) == len(ders[b]))
    plain = pkcs12.serialize_key_and_certificates(
        None, made[one].key, made[one].certificate, None, serialization.NoEncryption()
    )
    container = asn1_pkcs12.Pfx.load(plain.replace(ders[one], ders[other]))
    del container["mac_data"]
    with pytest.raises(Problem, match="holds no signing key"):
        from_p12(container.dump(force=True), "")


def test_p384_and_p521_are_taken() -> None:
    for curve in (ec.SECP384R1(), ec.SECP521R1()):
        assert from_p12(p12_of(ec.generate_private_key(curve)), "pw").name == "Kim"


@pytest.mark.parametrize("name", ["", "  ", "x" * 65, "말" * 22, "two\nlines", "bidi \u202e"])
def test_a_name_that_a_certificate_can_not_hold_is_refused(name: str) -> None:
    with pytest.raises(Problem, match="name"):
        create_identity(name, now=NOW)


@pytest.mark.parametrize("email", ["ānna@example.com", "anna@bērzs.example"])
def test_an_address_that_a_certificate_can_not_hold_is_refused(email: str) -> None:
    with pytest.raises(Problem, match="e-mail address"):
        create_identity("Anna", email, now=NOW)


@given(st.text(st.characters(categories=["L", "N", "P"]), min_size=1, max_size=16))
@settings(max_examples=30, deadline=None)
def test_any_printable_name_stands_in_the_certificate_as_it_is(name: str) -> None:
    assert name_of(create_identity(name, now=NOW).certificate) == name


@pytest.mark.parametrize("package", ["", ".certificate", ".identity", ".certify", ".verify", ".verdict"])
def test_pyhanko_is_not_loaded_before_it_is_needed(package: str) -> None:
    code = f"import clausewright.signing{package}, sys; sys.exit('pyhanko' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
