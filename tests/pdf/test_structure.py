"""The tags: what a screen reader follows, and the way back from each piece of a page to its element."""

from collections import Counter
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from clausewright.documents.tree import Cell, Column, Document, Paragraph, Table, text
from clausewright.pdf import render
from tests.pdf.reading import Node, read_page, structure
from tests.pdf.sample import FIELDS, contract, document, quote

PAPERS = pytest.mark.parametrize("paper", [quote(), contract()], ids=["quote", "contract"])


def cells(rows: int, name: str = "one") -> Table:
    columns = (Column("Name"), Column("Amount", figures=True))
    return Table(columns, tuple((Cell(text(name)), Cell(text(str(row)))) for row in range(rows)), "Rows")


@PAPERS
def test_each_piece_and_annotation_leads_back_to_its_element_and_is_there_once(paper: Document) -> None:
    assert_each_leads_back(render(paper))


def assert_each_leads_back(file: bytes) -> None:
    with pikepdf.open(BytesIO(file)) as pdf:
        parents = _number_tree(pdf)
        kids = list(_kids(pdf.Root.StructTreeRoot.K[0]))
        expected: list[tuple[Any, ...]] = []
        keys = []
        for page in pdf.pages:
            keys.append(int(page.StructParents))
            ids = sorted(read_page(page).spoken)
            assert ids == list(range(len(parents[keys[-1]])))
            expected += [("content", page.objgen, id_) for id_ in ids]
            for annotation in page.get("/Annots", []):
                keys.append(int(annotation.StructParent))
                expected.append(("annotation", annotation.objgen, None))
        assert Counter(key for key, _ in kids) == Counter(expected)
        assert sorted(keys) == sorted(parents)
        assert int(pdf.Root.StructTreeRoot.ParentTreeNextKey) > max(keys)
        pages = {page.objgen: page for page in pdf.pages}
        for (kind, place, id_), element in kids:
            if kind == "content":
                back = parents[int(pages[place].StructParents)][id_]
            else:
                back = parents[int(pdf.get_object(place).StructParent)]
            assert back.objgen == element.objgen


def _number_tree(pdf: pikepdf.Pdf) -> dict[int, Any]:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    keys = [int(key) for key in numbers[::2]]
    assert keys == sorted(set(keys))
    return dict(zip(keys, numbers[1::2], strict=True))


def _kids(element: Any) -> Any:
    """((kind, page or annotation, id), element) for each leaf of the tree; checks the way up."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            yield ("content", element.Pg.objgen, kid), element
        elif kid.get("/Type") == "/MCR":
            yield ("content", kid.Pg.objgen, int(kid.MCID)), element
        elif kid.get("/Type") == "/OBJR":
            yield ("annotation", kid.Obj.objgen, None), element
        else:
            assert kid.P.objgen == element.objgen
            yield from _kids(kid)


@PAPERS
def test_one_title_comes_first_and_no_level_of_heading_is_skipped(paper: Document) -> None:
    levels = [node.kind for node in structure(render(paper)).all("H1", "H2", "H3")]
    assert levels[0] == "H1"
    assert set(levels[1:]) <= {"H2"}


@PAPERS
def test_a_table_has_a_head_a_body_and_as_many_cells_in_each_row(paper: Document) -> None:
    tables = structure(render(paper)).all("Table")
    assert tables
    for table in tables:
        head, body = table.children
        assert (head.kind, body.kind) == ("THead", "TBody")
        [labels] = head.children
        assert {cell.kind for cell in labels.children} == {"TH"}
        assert {_attribute(cell, "/Scope") for cell in labels.children} == {"/Column"}
        assert _attribute(table, "/Summary")
        for row in body.children:
            assert row.kind == "TR"
            assert [cell.kind for cell in row.children] == ["TH", *["TD"] * (len(labels.children) - 1)]
            assert _attribute(row.children[0], "/Scope") == "/Row"


def _attribute(node: Node, name: str) -> str | None:
    attributes = node.element.get("/A", [])
    listed = attributes if isinstance(attributes, pikepdf.Array) else [attributes]
    found = [each[name] for each in listed if name in each]
    return str(found[0]) if found else None


def test_a_table_without_row_headers_has_plain_cells() -> None:
    table = replace(cells(2), first_is_header=False)
    body = structure(render(document(table))).all("TBody")[0]
    assert [cell.kind for row in body.children for cell in row.children] == ["TD"] * 4


def test_an_empty_cell_is_still_a_cell() -> None:
    [row] = structure(render(document(cells(1, "")))).all("TBody")[0].children
    assert [(cell.kind, cell.text) for cell in row.children] == [("TH", ""), ("TD", "0")]


def test_a_header_repeated_on_the_next_page_is_heard_once() -> None:
    pdf = render(document(cells(120)))
    assert structure(pdf).text.count("AMOUNT") == 1
    with pikepdf.open(BytesIO(pdf)) as file:
        read = [read_page(page) for page in file.pages]
    assert len(read) > 2
    assert ["AMOUNT" in page.decoration for page in read] == [False, *[True] * (len(read) - 1)]


def test_footers_are_no_content() -> None:
    paper = replace(contract(), footer="At the foot")
    with pikepdf.open(BytesIO(render(paper))) as file:
        for page in file.pages:
            read = read_page(page)
            assert "At the foot" in read.decoration
            assert "At the foot" not in "".join(read.spoken.values())


def test_a_list_has_items_with_their_body() -> None:
    lists = structure(render(quote())).all("L")
    assert [len(found.children) for found in lists] == [3, 3]
    for item in (item for found in lists for item in found.children):
        assert (item.kind, [part.kind for part in item.children]) == ("LI", ["LBody"])


def test_the_square_code_says_what_it_is_and_where() -> None:
    pdf = render(quote())
    [figure] = structure(pdf).all("Figure")
    assert str(figure.element.Alt) == "Bank details as a code"
    left, bottom, right, top = (float(number) for number in figure.element.A.BBox)
    with pikepdf.open(BytesIO(pdf)) as file:
        _, _, wide, high = (float(number) for number in file.pages[0].mediabox)
    assert 0 < left < right < wide
    assert 0 < bottom < top < high
    assert right - left == pytest.approx(top - bottom)


def test_signature_fields_are_empty_named_and_told_to_a_screen_reader() -> None:
    pdf = render(contract())
    forms = structure(pdf).all("Form")
    widgets: list[Any] = [form.parts[-1] for form in forms]
    assert tuple(str(widget.T) for widget in widgets) == FIELDS
    assert [str(widget.TU) for widget in widgets] == ["Signature of the designer", "Signature of the client"]
    for widget in widgets:
        assert (str(widget.FT), str(widget.Subtype), int(widget.F)) == ("/Sig", "/Widget", 132)
        assert "/V" not in widget
        assert widget.AP.N.read_bytes() == b""
    with pikepdf.open(BytesIO(pdf)) as file:
        assert [field.objgen for field in file.Root.AcroForm.Fields] == [each.objgen for each in widgets]


def test_the_language_is_told_for_the_paper_and_for_each_part_in_another() -> None:
    korean = Paragraph(text("합의합니다"), language="ko")
    pdf = render(document(Paragraph(text("We agree.")), korean))
    with pikepdf.open(BytesIO(pdf)) as file:
        assert str(file.Root.Lang) == "en"
    told = {node.text: node.element.get("/Lang") for node in structure(pdf).all("P")}
    assert (told["We agree."], str(told["합의합니다"])) == (None, "ko")


def test_a_paragraph_over_two_pages_is_one_paragraph() -> None:
    long = " ".join(f"word{number}" for number in range(3000))
    tree = structure(render(document(Paragraph(text(long)))))
    [paragraph] = [node for node in tree.all("P") if node.text.startswith("word0 ")]
    assert len(paragraph.parts) > 1
    assert "".join(paragraph.text.split()) == "".join(long.split())
