"""The papers of the examples that ship, as others read them."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from clausewright.actions.example import EXAMPLES, example
from clausewright.deal.agreement import for_client
from clausewright.deal.change import changed
from clausewright.documents.contract import contract
from clausewright.documents.quote import quote
from clausewright.documents.tree import Document, Section
from clausewright.pdf import render
from tests.pdf.reading import extracted, squeezed, structure
from tests.pdf.said import said

TODAY = date(2026, 11, 24)


@pytest.mark.parametrize("name", EXAMPLES)
@pytest.mark.parametrize("write", [contract, quote])
def test_an_example_is_heard_once_in_order_and_copied_whole(
    name: str, write: Callable[..., Document], tmp_path: Path
) -> None:
    draft = name != "website"
    paper = write(for_client(example(name, TODAY)), dated=TODAY, draft=draft)
    pdf = render(paper)
    with pikepdf.open(BytesIO(pdf)) as file:
        count = len(file.pages)
    each = [extracted(pdf, tmp_path, page=page) for page in range(1, count + 1)]
    texts = list(said(paper, _places(paper, each)))
    heard = squeezed("".join(node.text for node in structure(pdf).children))
    assert heard == squeezed(paper.draft + "".join(texts))
    whole = squeezed("".join(each))
    assert [words for words in texts if squeezed(words) not in whole] == []
    for number, page in enumerate(each, start=1):
        assert f"{number} / {count}" in page
        assert (paper.draft in page) is draft or not paper.draft


def _places(paper: Document, each: list[str]) -> dict[str, int]:
    return {
        block.id: next(
            number
            for number, page in enumerate(each, start=1)
            if f"{block.number} {block.heading}" in page.splitlines()
        )
        for block in paper.blocks
        if isinstance(block, Section)
    }


@pytest.mark.parametrize("write", [contract, quote])
@pytest.mark.parametrize("words", ["{page.__class__}", "{0}", "{", "%s %(x)s", "<b>&amp;"])
def test_signs_of_a_template_are_printed_as_they_stand(
    write: Callable[..., Document], words: str, tmp_path: Path
) -> None:
    deal: Any = example("website", TODAY)
    for field in ("title", "provider.name", "client.name"):
        deal = changed(deal, field, words)
    pdf = render(write(for_client(deal), dated=TODAY))
    lines = extracted(pdf, tmp_path)
    assert squeezed(words) in squeezed(lines)
    assert "1 / " in lines
