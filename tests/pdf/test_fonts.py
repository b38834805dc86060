"""Which typeface sets which character."""

import pytest
from reportlab.pdfbase import pdfmetrics

from clausewright.documents.tree import Paragraph, text
from clausewright.pdf import render
from clausewright.pdf.fonts import FILES, capitals, register, runs, settable, width
from tests.pdf.sample import document


@pytest.mark.parametrize(
    "words", ["😀", "☕️", "👍 ok", "Ünïcödé", "e\u0301", "→ ✓ € ₩ ¥ £", "한국어", "中文，简体"]
)
def test_what_the_typefaces_have_is_printed(words: str) -> None:
    assert render(document(Paragraph(text(words)))).startswith(b"%PDF-1.7")


@pytest.mark.parametrize(
    ("language", "face"),
    [("ko", "KR-regular"), ("zh", "SC-regular"), ("zh-Hans-CN", "SC-regular"), ("en", "SC-regular")],
)
def test_the_language_chooses_the_face_of_a_shared_character(language: str, face: str) -> None:
    assert list(runs("、", "regular", language)) == [(face, "、")]


def test_each_character_is_set_in_the_first_face_that_has_it() -> None:
    assert list(runs("Jo 김 王 😀!", "medium", "ko")) == [
        ("medium", "Jo "),
        ("KR-semibold", "김 "),
        ("SC-semibold", "王 "),
        ("emoji", "😀"),
        ("medium", "!"),
    ]


def test_texts_are_composed_and_spaces_made_one_kind() -> None:
    assert settable("e\u0301\u202f1\u20072\t3\r\n☕\ufe0f") == "é\u00a01\u00a02 3\n☕"


def test_capitals_stay_printable() -> None:
    assert capitals("straße ƒ ņ") == "STRASSE ƒ Ņ"


def test_all_weights_of_a_face_have_the_same_characters() -> None:
    """Otherwise a name could be checked in one weight and vanish in another."""
    faces: dict[str, set[frozenset[int]]] = {}
    for name in FILES:
        family = name.split("-")[0] if "-" in name else "emoji" if name == "emoji" else "latin"
        register(name)
        faces.setdefault(family, set()).add(frozenset(pdfmetrics.getFont(name).face.charToGlyph))
    assert {family: len(sets) for family, sets in faces.items()} == {"latin": 1, "KR": 1, "SC": 1, "emoji": 1}


def test_figures_are_tabular() -> None:
    for name in ("regular", "medium", "semibold"):
        assert len({width(digit, register(name), 100) for digit in "0123456789"}) == 1
