"""A file that is not the one that was signed is never called unchanged."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright.signing.byte_range import marked_ranges
from clausewright.signing.certify import certify
from clausewright.signing.identity import Identity
from clausewright.signing.verdict import Verification
from clausewright.signing.verify import verify
from tests.signing.attacks import DAMAGES, UPDATES, Attack, borrow_a_signature, fill_in_the_price
from tests.signing.papers import (
    NOW,
    SIGNED_AT,
    countersign,
    paper,
    sign_by_other_program,
    stamp,
    with_text_field,
)


def judged(pdf: bytes) -> Verification:
    return verify(pdf, now=NOW)


def is_refused(pdf: bytes) -> bool:
    verification = judged(pdf)
    return verification.document in ("changed", "damaged") and not verification.is_fine


@pytest.mark.parametrize("attack", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_file_that_was_tampered_with_is_refused(countersigned: bytes, attack: Attack) -> None:
    attacked = attack(countersigned)
    assert attacked != countersigned
    assert is_refused(attacked)


@pytest.mark.parametrize("update", UPDATES.values(), ids=UPDATES.keys())
def test_a_revision_after_the_last_signature_is_a_change(countersigned: bytes, update: Attack) -> None:
    assert judged(update(countersigned)).document == "changed"


@pytest.mark.parametrize("update", [v for k, v in UPDATES.items() if "nothing" not in k and "form" not in k])
def test_a_client_who_edits_and_then_signs_has_changed_the_contract(
    certified: bytes, client: Identity, update: Attack
) -> None:
    verification = judged(countersign(update(certified), client))
    assert verification.document == "changed"
    assert (
        "The signature in the field “Provider” does not cover what the file says now."
        in verification.sentences
    )
    assert [signer.integrity for signer in verification.signers] == ["intact", "intact"]


def test_no_field_but_those_for_signatures_may_be_filled_in(freelancer: Identity, client: Identity) -> None:
    """The certification itself would allow it, and pyHanko calls it fine."""
    first = certify(
        with_text_field(paper()),
        freelancer,
        field="Provider",
        stamp=stamp(),
        reason="",
        location="",
        when=SIGNED_AT,
    )
    assert judged(countersign(first, client)).document == "unchanged"
    assert judged(countersign(fill_in_the_price(first), client)).document == "changed"


def test_a_signature_borrowed_from_another_field_is_broken(certified: bytes) -> None:
    verification = judged(borrow_a_signature(certified))
    assert verification.document == "changed"
    assert {signer.field: signer.integrity for signer in verification.signers} == {
        "Provider": "intact",
        "Client": "broken",
    }


@pytest.mark.parametrize("certifies", [True, False], ids=["certified", "approved"])
def test_a_signature_in_a_field_that_was_not_prepared_is_a_change(
    freelancer: Identity, client: Identity, certifies: bool
) -> None:
    """After an approval the PDF standard allows a new field, which may be drawn over the price."""
    if certifies:
        first = certify(
            paper(), freelancer, field="Provider", stamp=stamp(), reason="", location="", when=SIGNED_AT
        )
    else:
        first = countersign(paper(), freelancer, "Provider")
    verification = judged(sign_by_other_program(first, client, "Added"))
    assert verification.document == "changed"
    assert "The field “Added” was not there when the file was first signed." in verification.sentences


def test_a_file_cut_back_to_its_first_revision_is_signed_by_the_freelancer_alone(
    certified: bytes, countersigned: bytes
) -> None:
    cut_back = judged(countersigned[: len(certified)])
    assert cut_back.document == "unchanged"
    assert [signer.field for signer in cut_back.signers] == ["Provider"]
    assert "The field “Client” is not signed." in cut_back.sentences


@settings(max_examples=300, deadline=None)
@given(at=st.floats(0, 1, exclude_max=True), flipped=st.integers(1, 255))
def test_no_byte_can_be_changed_unseen(countersigned: bytes, at: float, flipped: int) -> None:
    attacked = bytearray(countersigned)
    attacked[int(at * len(attacked))] ^= flipped
    assert is_refused(bytes(attacked))


@pytest.mark.parametrize("side", ["freelancer", "client"])
def test_no_byte_of_a_signature_that_no_hash_covers_can_be_changed_unseen(
    side: str, request: pytest.FixtureRequest
) -> None:
    """The head of the CMS, the name of the issuer, the case of the digits, the padding."""
    signed = countersign(paper(), request.getfixturevalue(side), "Provider")
    (covers,) = marked_ranges(signed)
    end = len(covers.gap(signed).rstrip(b"0>"))
    for place in (*range(140), *range(end - 1400, end, 7), end + 40):
        for flipped in (1, 2):
            attacked = bytearray(signed)
            attacked[covers.gap_start + place] ^= flipped
            assert is_refused(bytes(attacked)), (place, flipped)


def test_the_case_of_a_digit_can_not_be_changed_unseen(certified: bytes) -> None:
    (covers,) = marked_ranges(certified)
    letter = covers.gap_start + next(i for i, digit in enumerate(covers.gap(certified)) if digit in b"aAbB")
    attacked = bytearray(certified)
    attacked[letter] ^= 32
    assert is_refused(bytes(attacked))


@settings(max_examples=150, deadline=None)
@given(pieces=st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=5))
def test_no_patchwork_of_a_signed_file_passes_for_it(
    countersigned: bytes, pieces: list[tuple[float, float]]
) -> None:
    size = len(countersigned)
    patched = b"".join(countersigned[int(start * size) : int(end * size)] for start, end in pieces)
    if patched != countersigned:
        assert judged(patched).document != "unchanged" or countersigned.startswith(patched)
