"""Words stay apart for who hears them, also where a line or a page ends between them."""

from dataclasses import replace

import pytest

from clausewright.documents.tree import Cell, Column, Paragraph, Span, Table, Text, plain, text
from clausewright.pdf import render
from tests.pdf.reading import structure
from tests.pdf.sample import contract, document

LONG = " ".join(f"word{number}" for number in range(1500))
WORD = "x" * 400
ZH = "甲方应在 Ieva Kalniņa 收到发票 2026 之日起付款；" * 20


def heard(content: Text, language: str = "en") -> str:
    tree = structure(render(document(Paragraph(content), language=language)))
    return max((node.text for node in tree.all("P")), key=len)


@pytest.mark.parametrize(
    "content",
    [
        text(LONG),
        text("Begin ", Span(LONG, strong=True), " in between ", Span(LONG, emphasis=True), " end."),
        text("See ", Span(LONG[:2000], link="https://example.org/"), " and so on."),
        text(WORD),
        text(f"before {WORD} after"),
        text("before ", Span(WORD, strong=True), " after"),
    ],
    ids=["plain", "styled", "link", "word", "word-inside", "strong-word"],
)
def test_a_paragraph_is_heard_as_it_was_written(content: Text) -> None:
    assert heard(content) == plain(content)


@pytest.mark.parametrize("repeated", [1, 20])
def test_chinese_gets_no_spaces_where_its_lines_end(repeated: int) -> None:
    assert heard(text(ZH * repeated), "zh").replace(" ", "") == (ZH * repeated).replace(" ", "")
    assert heard(text(ZH), "zh") == ZH


def test_a_line_break_keeps_words_apart() -> None:
    assert heard(text("The first line of these\nand the second, in one paragraph that is the longest")) == (
        "The first line of these and the second, in one paragraph that is the longest"
    )


def test_a_cell_is_heard_as_it_was_written() -> None:
    table = Table((Column("Name"), Column("What")), ((Cell(text("one")), Cell(text(LONG[:900]))),))
    [cell] = structure(render(document(table))).all("TD")
    assert cell.text == LONG[:900]


def test_the_same_words_are_heard_on_either_paper_size() -> None:
    found = [
        [node.text for node in structure(render(replace(contract(), size=size))).all("P", "H2")]
        for size in ("A4", "Letter")
    ]
    assert found[0] == found[1]
