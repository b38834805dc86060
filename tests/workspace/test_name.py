import unicodedata
from pathlib import PureWindowsPath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from clausewright.workspace.name import (
    MOST_BYTES,
    MOST_BYTES_OF_SLUG,
    file_name,
    is_plain_name,
    is_slug,
    shown,
    slug,
)

RESERVED = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³")}
any_text = (
    st.text() | st.sampled_from(sorted(RESERVED)) | st.text("con.COM1 ./\\:é\u202e\u0301", max_size=300)
)


@given(any_text, st.sampled_from(["", ".pdf", ".clausewright"]))
@example("con", ".pdf")
@example("CON . .", "")
@example("nul .x", "")
@example("é" * 200, ".pdf")
@example("x" * 139 + "😀", "")
@example("\ud800", "")
def test_any_words_make_a_name_that_is_legal_everywhere(words: str, extension: str) -> None:
    name = file_name(words, extension)
    assert name.endswith(extension)
    assert 0 < len(name.encode()) <= MOST_BYTES
    assert name[0] not in " .-~"
    assert name[-1] not in " ."
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in name)
    assert name.split(".")[0].rstrip(" ").upper() not in RESERVED
    assert not PureWindowsPath(name).is_reserved()
    assert unicodedata.is_normalized("NFC", name)
    assert is_plain_name(name)


@given(any_text)
@example("a \u202e b")
def test_a_name_made_of_a_name_is_the_same(words: str) -> None:
    assert file_name(file_name(words)) == file_name(words)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Quote: shop/site", "Quote- shop-site.pdf"),
        ("../../etc/passwd", "etc-passwd.pdf"),
        ("  Jānis   Bērziņš\n", "Jānis Bērziņš.pdf"),
        ("김민준 王小明", "김민준 王小明.pdf"),
        ("invoice\u202efdp.exe", "invoicefdp.exe.pdf"),
        ("Ja\u0304nis", "Jānis.pdf"),
        ("aux", "_aux.pdf"),
        ("...", "paper.pdf"),
        ("", "paper.pdf"),
    ],
)
def test_names_stay_close_to_the_words(words: str, name: str) -> None:
    assert file_name(words, ".pdf") == name


@given(any_text)
def test_any_words_make_a_slug(words: str) -> None:
    made = slug(words)
    assert is_slug(made)
    assert len(made.encode()) <= MOST_BYTES_OF_SLUG
    assert made == slug(made)
    assert "--" not in made
    assert made.strip("-") == made


@pytest.mark.parametrize(
    ("words", "made"),
    [
        ("Website redesign", "website-redesign"),
        ("  Shop & Café (2nd try) ", "shop-café-2nd-try"),
        ("Łukasz_Straße", "łukasz-straße"),
        ("웹사이트 개편", "웹사이트-개편"),
        ("!!!", "deal"),
    ],
)
def test_slugs_keep_letters_of_any_script(words: str, made: str) -> None:
    assert slug(words) == made


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "a/b",
        "..\\b",
        "C:logo",
        "logo.png:stream",
        "NUL",
        "con.png",
        "a\0b",
        "a\nb",
        "\u202egnp.x",
    ],
)
def test_what_is_more_than_a_name_is_not_plain(name: str) -> None:
    assert not is_plain_name(name)


def test_a_path_is_shown_without_what_hides_or_breaks_it() -> None:
    assert shown("/a b/Bērziņš\u202e\n\udce9.pdf") == "/a b/Bērziņš\ufffd\ufffd\ufffd.pdf"
