from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import BytesIO

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID
from hypothesis import given, settings
from hypothesis import strategies as st
from pyhanko.sign.fields import SigSeedSubFilter

from clausewright.signing.identity import Identity, PrivateKey, create_identity
from clausewright.signing.verdict import Verification
from clausewright.signing.verify import LARGEST_PDF, verify
from tests.signing.papers import (
    NOW,
    SIGNED_AT,
    countersign,
    hybrid,
    paper,
    sign_by_other_program,
    with_timestamp,
)

YEARS_LATER = datetime(2033, 1, 1, tzinfo=UTC)


def judged(pdf: bytes, now: datetime = NOW) -> Verification:
    return verify(pdf, now=now)


def handmade(key: PrivateKey, *extensions: x509.ExtensionType) -> Identity:
    """A certificate that `create_identity` would not make."""
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Kim")])
    builder = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(NOW - timedelta(days=1))
        .not_valid_after(NOW + timedelta(days=365))
    )
    for extension in extensions:
        builder = builder.add_extension(extension, critical=True)
    return Identity(key, builder.sign(key, hashes.SHA256()))


def test_a_countersigned_contract_is_unchanged_and_names_both_sides(
    countersigned: bytes, freelancer: Identity, client: Identity
) -> None:
    verification = verify(
        countersigned,
        own=frozenset({freelancer.fingerprint}),
        known=frozenset({client.fingerprint}),
        now=NOW,
    )
    assert verification.is_fine
    assert verification.as_json() == {
        "document": "unchanged",
        "signers": [
            {
                "field": "Provider",
                "name": "Anna Bērziņa",
                "fingerprint": freelancer.fingerprint,
                "key": "own",
                "integrity": "intact",
                "covers": "earlier revision",
                "time": "2026-11-24T09:59:00+00:00",
            },
            {
                "field": "Client",
                "name": "Kim & Sons OÜ 김민준",
                "fingerprint": client.fingerprint,
                "key": "known",
                "integrity": "intact",
                "covers": "whole file",
                "time": "2026-11-24T09:59:00+00:00",
            },
        ],
        "sentences": list(verification.sentences),
    }
    assert verification.sentences[0] == "Nothing was changed in the file since it was signed."
    assert verification.sentences[1].startswith(
        "“Anna Bērziņa” signed in the field “Provider” on 24 November 2026"
    )


def test_a_contract_that_was_only_sent_is_signed_by_one_side(certified: bytes) -> None:
    verification = judged(certified)
    assert verification.is_fine
    assert [(signer.field, signer.covers) for signer in verification.signers] == [("Provider", "whole file")]
    assert verification.sentences[-1] == "The field “Client” is not signed."


def test_without_object_streams_the_same_holds(freelancer: Identity, client: Identity) -> None:
    signed = countersign(countersign(paper(plain=True), freelancer, "Provider"), client)
    assert judged(signed).is_fine


def test_keys_are_told_apart(countersigned: bytes, freelancer: Identity, client: Identity) -> None:
    own, stranger = freelancer.fingerprint, "0" * 64

    def keys(own: str, known: str) -> list[str]:
        pins = frozenset({own} - {""}), frozenset({known} - {""})
        return [signer.key for signer in verify(countersigned, own=pins[0], known=pins[1], now=NOW).signers]

    assert keys("", "") == ["new", "new"]
    assert keys(own, "") == ["own", "new"]
    assert keys(own, client.fingerprint) == ["own", "known"]
    assert keys(own, stranger) == ["own", "other"]


def test_it_is_said_when_no_signature_is_the_users_own(countersigned: bytes) -> None:
    told = verify(countersigned, own=frozenset({"0" * 64}), now=NOW)
    assert "None of the signatures was made with your key." in told.sentences


def test_one_key_in_both_fields_is_not_fine(certified: bytes, freelancer: Identity) -> None:
    verification = judged(countersign(certified, freelancer))
    assert verification.document == "unchanged"
    assert verification.signers[1].key == "same-as-another"
    assert (
        "The fields “Provider” and “Client” were signed with one and the same key." in verification.sentences
    )
    assert not verification.is_fine


def test_an_expired_certificate_is_said_although_it_is_its_own_root(countersigned: bytes) -> None:
    verification = judged(countersigned, now=YEARS_LATER)
    assert verification.document == "unchanged"
    assert not verification.is_fine
    assert any("“Provider” expired on 24 November 2031" in sentence for sentence in verification.sentences)


def test_a_certificate_that_is_not_valid_yet_is_said(countersigned: bytes) -> None:
    verification = judged(countersigned, now=NOW - timedelta(days=30))
    assert any("is valid from 24 November 2026 only" in sentence for sentence in verification.sentences)
    assert any("in the future" in sentence for sentence in verification.sentences)
    assert not verification.is_fine


def test_a_signature_dated_before_its_certificate_is_said(certified: bytes, client: Identity) -> None:
    verification = judged(countersign(certified, client, when=NOW - timedelta(days=400)))
    assert "was not valid" in verification.sentences[-1]
    assert not verification.is_fine


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (lambda: rsa.generate_private_key(65537, 1024), "its RSA key has 1024 bits"),
        (lambda: ec.generate_private_key(ec.SECP256K1()), "on the curve secp256k1"),
    ],
    ids=["RSA-1024", "secp256k1"],
)
def test_a_weak_key_proves_nothing(certified: bytes, key: type[PrivateKey], said: str) -> None:
    verification = judged(countersign(certified, handmade(key())))
    assert verification.document == "could-not-check"
    assert [signer.integrity for signer in verification.signers] == ["intact", "could-not-check"]
    assert any(said in sentence for sentence in verification.sentences)


def test_a_weak_digest_proves_nothing(certified: bytes, client: Identity) -> None:
    signed = sign_by_other_program(certified, client, "Client", md_algorithm="sha1")
    verification = judged(signed)
    assert verification.document == "could-not-check"
    assert any("relies on SHA1, which can be forged" in sentence for sentence in verification.sentences)


def test_a_signature_of_another_form_could_not_be_checked(certified: bytes, client: Identity) -> None:
    signed = sign_by_other_program(certified, client, "Client", subfilter=SigSeedSubFilter.PBAD_PADES)
    verification = judged(signed)
    assert verification.document == "could-not-check"
    assert verification.signers[1].integrity == "could-not-check"
    assert any("of a kind that is not known here" in sentence for sentence in verification.sentences)


def test_a_timestamp_of_the_whole_document_could_not_be_checked(
    countersigned: bytes, client: Identity
) -> None:
    verification = judged(with_timestamp(countersigned, client))
    assert verification.document == "could-not-check"
    assert [signer.integrity for signer in verification.signers] == ["intact", "intact", "could-not-check"]


def test_what_the_reader_can_not_follow_could_not_be_checked(freelancer: Identity, client: Identity) -> None:
    first = sign_by_other_program(hybrid(paper(plain=True)), freelancer, "Provider", certify=True)
    verification = judged(sign_by_other_program(first, client, "Client"))
    assert verification.document == "could-not-check"
    assert [signer.integrity for signer in verification.signers] == ["intact", "intact"]
    after = "What was added to the file after the signature in the field “Provider” could not be checked."
    assert after in verification.sentences


def test_a_key_that_was_not_issued_for_signing_is_said(certified: bytes) -> None:
    usage = x509.KeyUsage(False, False, True, False, False, False, False, False, False)
    encrypting = handmade(ec.generate_private_key(ec.SECP256R1()), usage)
    verification = judged(countersign(certified, encrypting))
    assert "The key used in the field “Client” was not issued for signing." in verification.sentences
    assert not verification.is_fine


def test_what_other_programs_sign_by_default_is_understood(certified: bytes, client: Identity) -> None:
    verification = judged(sign_by_other_program(certified, client, "Client", md_algorithm="sha512"))
    assert verification.is_fine


def test_a_name_in_a_certificate_is_no_proof(certified: bytes, freelancer: Identity) -> None:
    """A contract rebuilt with a look-alike key is sound in itself: only the fingerprint shows it."""
    forger = create_identity(freelancer.name, freelancer.email, now=NOW)
    rebuilt = countersign(paper(), forger, "Provider")
    (signer,) = verify(rebuilt, own=frozenset({freelancer.fingerprint}), now=NOW).signers
    assert (signer.name, signer.key) == (freelancer.name, "new")
    assert signer.fingerprint != freelancer.fingerprint


def test_a_paper_without_signatures_is_unsigned() -> None:
    for unsigned in (paper(), paper(fields={})):
        verification = judged(unsigned)
        assert (verification.document, verification.signers) == ("unsigned", ())
        assert not verification.is_fine


def test_an_encrypted_file_could_not_be_checked(countersigned: bytes) -> None:
    made = BytesIO()
    with pikepdf.open(BytesIO(countersigned)) as pdf:
        pdf.save(made, encryption=pikepdf.Encryption(owner="o", user="u"))
    verification = judged(made.getvalue())
    assert verification.document == "could-not-check"
    assert "encrypted" in verification.sentences[0]


def test_a_huge_file_could_not_be_checked() -> None:
    verification = judged(b"%PDF-1.7\n".ljust(LARGEST_PDF + 1))
    assert verification.document == "could-not-check"
    assert verification.sentences == ("The file could not be checked, since it is larger than 100 MB.",)


@pytest.mark.parametrize("junk", [b"", b"PK\x03\x04 a zip", b"\0" * 4096, b"x" * 2000 + b"%PDF-1.7"])
def test_what_is_not_a_pdf_is_damaged(junk: bytes) -> None:
    verification = judged(junk)
    assert verification.document == "damaged"
    assert verification.sentences == ("The file is damaged: it is not a PDF.",)


def test_a_paper_that_was_cut_off_is_damaged_although_it_was_never_signed() -> None:
    assert judged(paper()[:-300]).document == "damaged"


def test_structures_nested_without_end_are_no_traceback() -> None:
    nested = b"%PDF-1.7\n1 0 obj\n" + b"[" * 100_000 + b"\nstartxref\n9\n%%EOF\n"
    assert judged(nested).document in ("damaged", "could-not-check")


def test_a_foreign_file_that_the_reader_refuses_could_not_be_checked() -> None:
    unusual = b"%PDF-1.7\nwithout a cross-reference table\nstartxref\n0\n%%EOF\n"
    assert judged(unusual).document == "could-not-check"


@settings(max_examples=200, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"%PDF-1.7\n"]),
    st.sampled_from([b"", b"\nstartxref\n9\n%%EOF"]),
)
def test_junk_is_judged_and_never_raises(junk: bytes, head: bytes, tail: bytes) -> None:
    verification = judged(head + junk + tail)
    assert verification.document in ("damaged", "could-not-check", "unsigned")
    assert verification.sentences


def test_pins_do_not_change_what_is_said_of_the_bytes(countersigned: bytes, client: Identity) -> None:
    plain = judged(countersigned)
    pinned = verify(countersigned, known=frozenset({client.fingerprint}), now=NOW)
    assert [replace(signer, key="new") for signer in pinned.signers] == [
        replace(signer, key="new") for signer in plain.signers
    ]


def test_the_moment_of_signing_is_told(certified: bytes) -> None:
    assert judged(certified).signers[0].time == SIGNED_AT
