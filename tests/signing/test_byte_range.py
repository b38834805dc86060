import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.signing.byte_range import ByteRange, byte_range, has_stray_mark, marked_ranges, signature_in


def test_four_integers_around_one_gap_are_a_range() -> None:
    assert byte_range([0, 100, 140, 60], 200) == ByteRange(100, 140, 200)


@pytest.mark.parametrize(
    "numbers",
    [
        [],
        [0, 100, 140],
        [0, 100, 140, 60, 0],
        [1, 99, 140, 60],
        [0, 0, 140, 60],
        [0, 140, 100, 60],
        [0, 100, 100, 100],
        [0, 100, 140, 61],
        [0, 100, 140, 0],
        [0, 100, 140, -1],
        [0, -100, 140, 60],
        [0, 100.0, 140, 60],
        [0, "100", 140, 60],
    ],
)
def test_anything_else_is_none(numbers: list[object]) -> None:
    assert byte_range(numbers, 200) is None


@pytest.mark.parametrize(
    "gap", [b"", b"<", b"<0", b"<0>", b"<0g>", b"<aB>", b"<00 >", b"<00><00>", b"00", b"(00)", b"<00>\n"]
)
def test_a_gap_holds_one_hexadecimal_string_and_nothing_else(gap: bytes) -> None:
    assert signature_in(gap) is None


@given(st.binary(max_size=50), st.booleans())
def test_the_string_in_a_gap_comes_out(signature: bytes, upper: bool) -> None:
    digits = signature.hex().upper() if upper else signature.hex()
    assert signature_in(f"<{digits}>".encode()) == signature


def test_ranges_are_found_in_plain_sight(countersigned: bytes) -> None:
    first, second = marked_ranges(countersigned)
    assert first.end < second.end == len(countersigned)
    assert not has_stray_mark(countersigned)


def test_a_range_that_leads_nowhere_is_stray(countersigned: bytes) -> None:
    assert has_stray_mark(countersigned[:-1])
    assert has_stray_mark(b"x" + countersigned)
    assert marked_ranges(b"x" + countersigned) == []


@given(st.binary(max_size=200))
def test_junk_has_no_ranges(junk: bytes) -> None:
    assert marked_ranges(junk) == []
