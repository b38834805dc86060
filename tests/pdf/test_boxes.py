"""Boxes and columns: higher than a page they are set piece by piece, and empty they take no harm."""

from decimal import Decimal
from pathlib import Path

import pytest

from clausewright.documents.tree import (
    Acceptance,
    Block,
    Column,
    Fact,
    Facts,
    KeyTerms,
    Paragraph,
    PaymentBar,
    PaymentPart,
    QrCode,
    SideBySide,
    Signatory,
    SignatureBlock,
    Table,
    Total,
    Totals,
    text,
)
from clausewright.pdf import render
from clausewright.problem import Problem
from tests.pdf.reading import extracted, squeezed, structure
from tests.pdf.said import said
from tests.pdf.sample import document

WORDS = text("Both sides keep a written note of it. " * 300)
MANY = tuple(f"line {number}" for number in range(200))
LONG = Paragraph(WORDS)


def heard_as_said(*blocks: Block) -> bool:
    paper = document(*blocks)
    heard = "".join(node.text for node in structure(render(paper)).children)
    return squeezed(heard) == squeezed("".join(said(paper, {})))


@pytest.mark.parametrize(
    "block",
    [
        Acceptance("Accept", WORDS, ("Signature", "Date")),
        Facts((Fact("For", MANY), Fact("By", MANY))),
        SideBySide(((1.0, (LONG, LONG)), (1.0, (LONG,)))),
        SideBySide(((1.0, (SideBySide(((1.0, (LONG,)), (2.0, (LONG,)))),)),)),
        Totals(tuple(Total(line, "1.00") for line in MANY), WORDS),
        SignatureBlock("Signatures", (Signatory("Client", "Name", MANY, "Client", "Sign here"),)),
        PaymentBar("Payment", (PaymentPart(Decimal(100), "All", "1.00 EUR", "word " * 3000),)),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_is_higher_than_a_page_says_everything_once_and_in_order(block: Block) -> None:
    assert heard_as_said(Paragraph(text("Before.")), block, Paragraph(text("After.")))


@pytest.mark.parametrize(
    "block",
    [
        Acceptance("Accept", (), ()),
        Facts(()),
        SideBySide(()),
        Totals(()),
        SignatureBlock("Signatures", ()),
        PaymentBar("Payment", ()),
        PaymentBar("Payment", (PaymentPart(Decimal(0), "Nothing", "0.00", "never"),)),
        KeyTerms("Key terms", "", ()),
        Paragraph(()),
        Table((Column("Name"),), ()),
    ],
    ids=lambda block: type(block).__name__,
)
def test_an_empty_block_leaves_its_neighbours_alone(block: Block) -> None:
    assert heard_as_said(Paragraph(text("Before.")), block, Paragraph(text("After.")))


def test_a_sum_of_any_size_stays_on_one_line(tmp_path: Path) -> None:
    for sum_ in ("12,400.00", "1,234,567,890,123.00"):
        paper = document(Totals((Total("Total without VAT", sum_, grand=True),)))
        assert f"Total without VAT {sum_}" in extracted(render(paper), tmp_path).splitlines()


def test_a_square_code_of_too_much_text_is_refused() -> None:
    with pytest.raises(Problem, match="too much text"):
        render(document(QrCode(b"x" * 3000, "Pay", "", "Bank details")))
