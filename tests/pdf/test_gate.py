"""What can't be printed as it was written is refused with a sentence, before anything is drawn."""

import unicodedata
from dataclasses import replace

import pytest

from clausewright.documents.tree import Paragraph, Span, text
from clausewright.pdf import render
from clausewright.pdf.stamp import stamp
from clausewright.problem import Problem
from tests.pdf.reading import structure
from tests.pdf.sample import contract, document


def refused(words: str) -> str:
    with pytest.raises(Problem) as told:
        render(document(Paragraph(text(f"We agree on {words} here."))))
    return str(told.value)


@pytest.mark.parametrize(
    ("words", "script"),
    [
        ("שלום", "Hebrew"),
        ("سلام", "Arabic"),
        ("नमस्ते", "Devanagari"),
        ("สวัสดี", "Thai"),
        ("ᠮᠣᠩᠭᠣᠯ", "Mongolian"),
        ("தமிழ்", "Tamil"),
    ],
)
def test_scripts_that_would_be_set_wrongly_are_named(words: str, script: str) -> None:
    assert f"Text in {script} script can't be printed" in refused(words)


@pytest.mark.parametrize("emoji", ["👨‍👩‍👧", "🇱🇻", "👍🏽", "1️⃣", "🏳️‍🌈"])
def test_an_emoji_of_several_characters_is_refused(emoji: str) -> None:
    assert "made of several characters" in refused(emoji)


@pytest.mark.parametrize("emoji", ["😀", "❤️", "👍", "✅"])
def test_an_emoji_of_one_character_is_printed(emoji: str) -> None:
    tree = structure(render(document(Paragraph(text(f"Fine {emoji}.")))))
    assert f"Fine {emoji[0]}." in [node.text for node in tree.all("P")]


def test_a_character_that_no_typeface_has_is_named() -> None:
    told = refused("龍 and 𒀀, and 龍 again,")
    assert "龍 (U+9F8D), 𒀀 (U+12000)" in told
    assert told.count("龍") == 1


@pytest.mark.parametrize(
    "paper",
    [
        replace(contract(), title="龍"),
        replace(contract(), author="龍"),
        replace(contract(), footer="龍"),
        replace(contract(), draft="龍"),
        replace(contract(), masthead=replace(contract().masthead, name="龍")),
        document(Paragraph(text(Span("龍", strong=True)))),
    ],
    ids=["title", "author", "footer", "draft", "masthead", "strong"],
)
def test_it_is_refused_wherever_it_stands(paper: object) -> None:
    with pytest.raises(Problem, match="龍"):
        render(paper)  # type: ignore[arg-type]


def test_a_stamp_refuses_what_a_paper_refuses() -> None:
    with pytest.raises(Problem, match="龍"):
        stamp(signer="龍", lines=("21 November 2026",))


def test_letters_in_two_parts_are_put_together() -> None:
    apart = unicodedata.normalize("NFD", "Jānis Bērziņš, 김민준, Łukasz Żółć")
    assert len(apart) > len(unicodedata.normalize("NFC", apart))
    tree = structure(render(document(Paragraph(text(apart)))))
    assert "Jānis Bērziņš, 김민준, Łukasz Żółć" in [node.text for node in tree.all("P")]
