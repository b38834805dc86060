"""Where pages end: nothing is lost at an edge, and what belongs together stays together."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from clausewright.actions.example import example
from clausewright.deal.agreement import for_client
from clausewright.deal.change import changed
from clausewright.documents import contract as papers
from clausewright.documents.tree import (
    Block,
    Bullets,
    Cell,
    Clause,
    Column,
    Document,
    KeyTerms,
    Paragraph,
    PaymentBar,
    PaymentPart,
    Section,
    Table,
    Term,
    text,
)
from clausewright.pdf import render
from clausewright.pdf.style import BOTTOM, SIDE, TOP
from tests.pdf.reading import boxes, extracted, flat, squeezed, structure
from tests.pdf.said import said
from tests.pdf.sample import contract, document, signatures

TODAY = date(2026, 11, 24)
LAST = "What stands last before the signatures."


def pages(pdf: bytes, folder: Path) -> list[list[str]]:
    """The lines of each page, without the foot."""
    with pikepdf.open(BytesIO(pdf)) as file:
        count = len(file.pages)
    return [extracted(pdf, folder, page=page).splitlines()[1:] for page in range(1, count + 1)]


def _table(rows: int, content: str = "Row") -> Table:
    columns = (Column("Name"), Column("Amount", figures=True))
    return Table(columns, tuple((Cell(text(f"{content} {at}")), Cell(text(str(at)))) for at in range(rows)))


def filler(count: int) -> tuple[Clause, ...]:
    return tuple(Clause(f"1.{at}", text(f"Line {at}."), f"c{at}") for at in range(1, count + 1))


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_signatures_never_stand_alone_on_a_page(size: str, tmp_path: Path) -> None:
    alone = 0
    for count in range(20, 61):
        last = Clause("1.99", text(LAST), "last")
        section = Section("1", "Law", "law", (*filler(count), last))
        made = pages(render(document(section, signatures(), size=size)), tmp_path)
        [page] = [lines for lines in made if "Signatures" in lines]
        before = page[: page.index("Signatures")]
        assert f"1.99 {LAST}" in before, count
        alone += len(before) == 1
    assert alone > 3, "no layout put the signatures on a new page: the test shows nothing"


@pytest.mark.parametrize(
    "ending",
    [
        Clause("1.99", text(LAST), "last", (_table(2),)),
        Clause("1.99", text(LAST), "last", (_table(70),)),
        Clause("1.99", text(LAST), "last", (Bullets((text("one"), text("two"))),)),
        Clause("1.99", text(LAST * 200), "last"),
        Bullets((text("one"), text("two")), label="Included"),
        Section("2", "Response time", "time", (Clause("2.1", text(LAST), "last"),)),
    ],
    ids=["table", "long-table", "list", "long", "labelled-list", "heading"],
)
def test_whatever_stands_before_signatures_comes_along(ending: Block, tmp_path: Path) -> None:
    for count in range(20, 60, 2):
        made = pages(render(document(*filler(count), ending, signatures())), tmp_path)
        [page] = [lines for lines in made if "Signatures" in lines]
        assert page[0] != "Signatures", count
        assert "2 Response time" not in [lines[-1] for lines in made if lines], count


def test_signatures_of_the_example_stand_below_its_last_clause(tmp_path: Path) -> None:
    deal = example("website", TODAY)
    for count in range(0, 61, 10):
        exclusions = [*deal.scope.exclusions, *(f"Extra {at}" for at in range(count))]
        longer = for_client(changed(deal, "scope.exclusions", exclusions))
        paper = papers.contract(longer, dated=TODAY)
        made = pages(render(paper), tmp_path)
        [page] = [lines for lines in made if "Signatures" in lines]
        assert page.index("Signatures") > 0, count


@pytest.mark.parametrize("following", ["clause", "table", "bullets"])
def test_a_heading_never_stands_last_on_a_page(following: str, tmp_path: Path) -> None:
    moved = 0
    for count in range(32, 60):
        content: dict[str, Block] = {
            "clause": Clause("2.1", text("What follows the heading."), "next"),
            "table": _table(3),
            "bullets": Bullets((text("First"), text("Second")), label="Included"),
        }
        sections = (
            Section("1", "Services", "services", filler(count)),
            Section("2", "Response time", "time", (content[following],)),
        )
        made = pages(render(document(*sections)), tmp_path)
        [page] = [lines for lines in made if "2 Response time" in lines]
        assert page[-1] != "2 Response time", count
        moved += len(made) > 1 and page.index("2 Response time") == 0
    assert moved, "no layout moved the heading: the test shows nothing"


def test_a_clause_stays_with_the_table_that_it_leads(tmp_path: Path) -> None:
    moved = 0
    for count in range(25, 60):
        leading = Clause("2.1", text("Paid in these stages:"), "stages", (_table(12),))
        sections = (
            Section("1", "Services", "services", filler(count)),
            Section("2", "Price", "price", (Clause("2.0", text("Before."), "before"), leading)),
        )
        made = pages(render(document(*sections)), tmp_path)
        [page] = [lines for lines in made if "2.1 Paid in these stages:" in lines]
        at = page.index("2.1 Paid in these stages:")
        assert page[at + 1 : at + 3] == ["NAME AMOUNT", "Row 0 0"], count
        moved += len(made) > 1 and at == 0
    assert moved, "no layout moved the clause: the test shows nothing"


LONG = " ".join(f"word{number}" for number in range(700))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize(
    "block",
    [
        Paragraph(text(LONG * 2)),
        Clause("1.1", text(LONG * 2), "long"),
        Bullets((text(LONG * 2), text("short")), label="Included"),
        Table((Column("Name"), Column("What", 3)), ((Cell(text("one")), Cell(text(LONG), (text(LONG),))),)),
        Clause("1.1", text("So:"), "long", (_table(2, LONG), Bullets((text(LONG),)))),
        KeyTerms("Key terms", "A summary.", tuple(Term(f"Term {at}", text(LONG[:1500])) for at in range(12))),
        Paragraph(text("Donaudampfschiff" * 19)),
        Paragraph(text("x" * 300 + " " + "王" * 300)),
        Table((Column("Name", 0.5), Column("What")), ((Cell(text("w" * 300)), Cell(text("two"))),)),
        Table((Column("N" * 200, 0.5), Column("What")), ((Cell(text("one")), Cell(text("two"))),)),
        Paragraph(text("label " * 60), role="label"),
    ],
    ids=lambda block: type(block).__name__,
)
def test_what_is_too_long_breaks_and_nothing_is_lost_or_outside(
    block: Block, size: str, tmp_path: Path
) -> None:
    paper = document(Section("1", "Services", "services", (block,)), size=size)
    pdf = render(paper)
    heard = "".join(node.text for node in structure(pdf).children)
    assert squeezed(heard) == squeezed("".join(said(paper, {})))
    _assert_within_margins(pdf, tmp_path)


def _assert_within_margins(pdf: bytes, folder: Path) -> None:
    for page in boxes(pdf, folder):
        for left, top, right, bottom, word in page.words:
            assert left >= SIDE - 1, word
            assert right <= page.width - SIDE + 1, word
            is_foot = top > page.height - BOTTOM
            assert is_foot or (top >= TOP - 4 and bottom <= page.height - BOTTOM + 4), word


def test_key_terms_too_high_for_a_page_stay_in_order(tmp_path: Path) -> None:
    terms = tuple(Term(f"Term {at}", text(f"Value {at}. ", LONG[:800])) for at in range(30))
    copied = flat(extracted(render(document(KeyTerms("Key terms", "A summary.", terms))), tmp_path))
    places = [copied.index(f"Value {at}.") for at in range(30)]
    assert places == sorted(places)


def test_a_hundred_stages_and_deliverables_are_all_there(tmp_path: Path) -> None:
    parts = tuple(
        PaymentPart(Decimal(1), f"1%  Stage {at}", f"{at}.00 EUR", f"due {at}") for at in range(100)
    )
    paper = document(PaymentBar("How payment works", parts), Section("A", "Scope", "a", (_table(100),)))
    pdf = render(paper)
    heard = "".join(node.text for node in structure(pdf).children)
    assert squeezed(heard) == squeezed("".join(said(paper, {})))
    _assert_within_margins(pdf, tmp_path)


@pytest.mark.parametrize("name", ["website", "difficult-client"])
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_examples_stay_within_the_margins(name: str, size: str, tmp_path: Path) -> None:
    paper = replace(papers.contract(for_client(example(name, TODAY)), dated=TODAY), size=size)  # type: ignore[arg-type]
    _assert_within_margins(render(paper), tmp_path)


def test_the_outline_leads_to_each_section(tmp_path: Path) -> None:
    paper = contract()
    pdf = render(paper)
    made = pages(pdf, tmp_path)
    headings = [f"{block.number} {block.heading}" for block in paper.blocks if isinstance(block, Section)]
    with pikepdf.open(BytesIO(pdf)) as file, file.open_outline() as outline:
        assert [item.title for item in outline.root] == headings
        objects = [page.obj.objgen for page in file.pages]
        for item in outline.root:
            target: Any = item.destination
            if isinstance(target, pikepdf.String | pikepdf.Name):
                target = file.Root.Dests[f"/{str(target).lstrip('/')}"]
            assert item.title in made[objects.index(target[0].objgen)]


def test_the_same_words_are_there_on_either_paper_size() -> None:
    for paper in (contract(), _example_contract()):
        found = []
        for size in ("A4", "Letter"):
            tree = structure(render(replace(paper, size=size)))
            found.append([squeezed(node.text) for node in tree.all("P", "H2") if node.text])
        assert found[0] == found[1]


def _example_contract() -> Document:
    return papers.contract(for_client(example("website", TODAY)), dated=TODAY)


def test_a_new_page_begins_for_an_annex(tmp_path: Path) -> None:
    made = pages(render(contract()), tmp_path)
    assert [lines[0] for lines in made if "A Scope of work" in lines] == ["A Scope of work"]
