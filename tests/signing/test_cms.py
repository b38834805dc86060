"""Signatures that are sound as cryptography, and yet not what a PDF may hold."""

from collections.abc import Callable
from typing import Any

import pytest
from asn1crypto import cms
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa

from clausewright.signing.byte_range import marked_ranges, signature_in
from clausewright.signing.cms import Examined, examine
from clausewright.signing.identity import Identity
from tests.signing.papers import countersign, paper


@pytest.fixture(scope="module")
def signed(client: Identity) -> bytes:
    return countersign(paper(), client, "Provider")


def examined_with(signed: bytes, change: Callable[[Any, bytes], bytes]) -> Examined:
    """The gap is the one part of the file that no signature covers: another CMS is put into it."""
    (covers,) = marked_ranges(signed)
    content = cms.ContentInfo.load((signature_in(covers.gap(signed)) or b"").rstrip(b"\0") + b"\0")
    changed = change(content, covers.covered(signed)).hex().encode()
    room = covers.gap_end - covers.gap_start - 2
    assert len(changed) <= room
    gap = b"<" + changed.ljust(room, b"0") + b">"
    return examine(signed[: covers.gap_start] + gap + signed[covers.gap_end :], covers)


def signature_of(client: Identity, data: bytes, digest: hashes.HashAlgorithm) -> bytes:
    assert isinstance(client.key, rsa.RSAPrivateKey)
    return client.key.sign(data, padding.PKCS1v15(), digest)


def dumped(content: Any) -> bytes:
    made: bytes = content.dump(force=True)
    return made


def test_the_same_signature_written_again_is_intact(signed: bytes) -> None:
    assert examined_with(signed, lambda content, covered: dumped(content)).integrity == "intact"


def with_content(content: Any, covered: bytes) -> bytes:
    content["content"]["encap_content_info"]["content"] = b"12.00 EUR"
    return dumped(content)


def with_other_kind(content: Any, covered: bytes) -> bytes:
    content["content"]["encap_content_info"]["content_type"] = "tst_info"
    return dumped(content)


def with_other_versions(content: Any, covered: bytes) -> bytes:
    content["content"]["version"] = "v3"
    content["content"]["signer_infos"][0]["version"] = "v3"
    return dumped(content)


def with_two_signers(content: Any, covered: bytes) -> bytes:
    signer = content["content"]["signer_infos"][0]
    content["content"]["signer_infos"] = [signer, signer.copy()]
    return dumped(content)


def without_certificate(content: Any, covered: bytes) -> bytes:
    content["content"]["certificates"] = []
    return dumped(content)


def with_more_behind_it(content: Any, covered: bytes) -> bytes:
    return dumped(content) + b"\x05\x01"


def with_more_inside(content: Any, covered: bytes) -> bytes:
    """Two bytes more in the wrapper around the signed data: lengths that are told, content that is not."""
    inner = content["content"].untag().dump(force=True) + b"\x05\x00"
    wrapper = b"\xa0\x82" + len(inner).to_bytes(2, "big") + inner
    whole: bytes = content["content_type"].dump() + wrapper
    return b"\x30\x82" + len(whole).to_bytes(2, "big") + whole


@pytest.mark.parametrize(
    "change",
    [
        with_content,
        with_other_kind,
        with_other_versions,
        with_two_signers,
        without_certificate,
        with_more_behind_it,
        with_more_inside,
    ],
)
def test_a_signature_of_another_shape_is_broken(signed: bytes, change: Callable[[Any, bytes], bytes]) -> None:
    assert examined_with(signed, change).integrity == "broken"


def test_a_signature_without_attributes_is_broken_although_its_key_is_right(
    signed: bytes, client: Identity
) -> None:
    def change(content: Any, covered: bytes) -> bytes:
        signer = content["content"]["signer_infos"][0]
        del signer["signed_attrs"]
        signer["signature"] = signature_of(client, covered, hashes.SHA256())
        return dumped(content)

    assert examined_with(signed, change).integrity == "broken"


@pytest.mark.parametrize(("digest", "integrity"), [("sha256", "intact"), ("sha1", "could-not-check")])
def test_the_digest_of_the_signature_counts_as_much_as_that_of_the_file(
    signed: bytes, client: Identity, digest: str, integrity: str
) -> None:
    def change(content: Any, covered: bytes) -> bytes:
        signer = content["content"]["signer_infos"][0]
        kept = [each for each in signer["signed_attrs"] if each["type"].native != "cms_algorithm_protection"]
        signer["signed_attrs"] = cms.CMSAttributes(kept)
        signer["signature_algorithm"] = {"algorithm": f"{digest}_rsa"}
        attributes = signer["signed_attrs"].untag().dump(force=True)
        algorithm = {"sha256": hashes.SHA256(), "sha1": hashes.SHA1()}[digest]
        signer["signature"] = signature_of(client, attributes, algorithm)
        return dumped(content)

    examined = examined_with(signed, change)
    assert examined.integrity == integrity
    assert ("relies on SHA1" in examined.why) == (digest == "sha1")
