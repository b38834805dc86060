import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.problem import Cause, Problem
from clausewright.secrets import new_passphrase, passphrase_from_file


def test_a_new_passphrase_has_128_random_bits_in_plain_characters() -> None:
    made = {new_passphrase() for _ in range(100)}
    assert len(made) == 100
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", each) for each in made)


@pytest.mark.parametrize(
    ("content", "passphrase"),
    [
        (b"correct horse\n", "correct horse"),
        (b"correct horse", "correct horse"),
        (b"correct horse\r\nsecond line\n", "correct horse"),
        (b"\xef\xbb\xbfcorrect horse\n", "correct horse"),
        ("rāmīgs zirgs 말\n".encode(), "rāmīgs zirgs 말"),
        (b" spaces count \n", " spaces count "),
        (b"x" * 1024 + b"\n", "x" * 1024),
        (b"first\n\xff\xfe", "first"),
    ],
)
def test_the_first_line_is_the_passphrase(tmp_path: Path, content: bytes, passphrase: str) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(content)
    assert passphrase_from_file(file) == passphrase


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "its first line is empty"),
        (b"\nsecond\n", "its first line is empty"),
        (b"\r\n", "its first line is empty"),
        (b"\xff\xfe\n", "not UTF-8"),
        (b"x" * 1025, "longer than 1024 bytes"),
        (b"x" * 1_000_000, "longer than 1024 bytes"),
    ],
)
def test_a_file_without_a_passphrase_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "passphrase"
    file.write_bytes(content)
    with pytest.raises(Problem, match=said) as told:
        passphrase_from_file(file)
    assert told.value.cause is Cause.INPUT


@pytest.mark.parametrize("name", ["missing", ".", "a\0b", "n" * 300])
def test_what_is_no_readable_file_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Problem, match="can't be read from"):
        passphrase_from_file(tmp_path / name)


@given(st.text(st.characters(exclude_characters="\r\n\ufeff", codec="utf-8"), min_size=1, max_size=100))
def test_any_line_of_text_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, passphrase: str
) -> None:
    file = tmp_path_factory.getbasetemp() / "any-passphrase"
    file.write_bytes(passphrase.encode() + b"\n")
    assert passphrase_from_file(file) == passphrase
