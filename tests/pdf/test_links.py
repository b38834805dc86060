"""Links: where they may lead, and that each is heard in its sentence and found where it stands."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from clausewright.documents.tree import (
    Block,
    Bullets,
    Cell,
    Clause,
    Column,
    Paragraph,
    Section,
    Span,
    Table,
    text,
)
from clausewright.pdf import render
from tests.pdf.reading import boxes, read_page, squeezed, structure
from tests.pdf.said import said
from tests.pdf.sample import document
from tests.pdf.test_structure import assert_each_leads_back

SITE = Span("our site", link="https://example.org/")


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        " javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "ftp://example.org/",
        "vbscript:x",
        "pdf:other.pdf",
        "document:section-9",
        "//example.org/",
        "/etc/passwd",
        "C:\\boot.ini",
        "https:",
        "https:///path",
        "http://[broken",
        "mailto:",
        "#nowhere",
        "#",
        "",
    ],
)
def test_a_link_to_anywhere_else_is_mere_text(link: str) -> None:
    pdf = render(document(Paragraph(text("See ", Span("this place", link=link), "."))))
    tree = structure(pdf)
    assert not tree.all("Link")
    assert "See this place." in [node.text for node in tree.all("P")]
    with pikepdf.open(BytesIO(pdf)) as file:
        assert "/Annots" not in file.pages[0]


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org?subject=Hi", "mailto:a@example.org?subject=Hi"),
        ("https://example.org/Rīga (1)", "https://example.org/R%C4%ABga%20(1)"),
        ('https://example.org/"><a href="file:///x', "https://example.org/%22%3E%3Ca%20href=%22file:///x"),
    ],
)
def test_a_link_to_the_web_or_to_mail_leads_there_and_nowhere_else(link: str, address: str) -> None:
    tree = structure(render(document(Paragraph(text("See ", Span("this", link=link), ".")))))
    [found] = tree.all("Link")
    annotation: Any = found.parts[-1]
    assert (str(annotation.A.S), str(annotation.A.URI)) == ("/URI", address)


WORDS = tuple(f"word{at} " for at in range(60))


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(text(SITE)),
        Paragraph(text("See ", SITE, " or ", SITE, SITE, " or ", replace(SITE, strong=True), ".")),
        Paragraph(text(*WORDS[:12], replace(SITE, text="".join(WORDS)), "end.")),
        Paragraph(text("由", replace(SITE, text="北京设计有限公司，" * 12), "签署。")),
        Paragraph(text("😀 ", replace(SITE, text="Jānis 김민준 王小明 😀"), " 😀"), language="ko"),
        Paragraph(text("In ", Span("eine Seite", link="https://example.org/", language="de"), ".")),
        Bullets((text("One ", SITE), text(SITE, " two")), label="Similar work"),
        Clause("1.1", text("By ", SITE, "."), "one", (Paragraph(text("And ", SITE)),)),
        Table((Column("Name"), Column("Where")), ((Cell(text(SITE), (text(SITE),)), Cell(text("x", SITE))),)),
    ],
    ids=["alone", "several", "lines", "chinese", "scripts", "language", "list", "clause", "table"],
)
def test_a_link_is_heard_in_its_sentence_and_stands_on_its_words(block: Block, tmp_path: Path) -> None:
    paper = document(Section("1", "Links", "links", (block,)))
    pdf = render(paper)
    tree = structure(pdf)
    assert squeezed("".join(node.text for node in tree.children)) == squeezed("".join(said(paper, {})))
    assert_each_leads_back(pdf)
    page = boxes(pdf, tmp_path)[0]
    found = tree.all("Link")
    assert found
    for node in found:
        annotations = [part for part in node.parts if isinstance(part, pikepdf.Object)]
        assert annotations
        covered = []
        for annotation in annotations:
            left, bottom, right, top = (float(number) for number in annotation.Rect)
            assert 0 < right - left < page.width
            covered += [
                word
                for x, y, until, foot, word in page.words
                if left - 1 <= (x + until) / 2 <= right + 1
                and page.height - top <= (y + foot) / 2 <= page.height - bottom
            ]
            assert (int(annotation.F), squeezed(str(annotation.Contents))) == (4, squeezed(node.text))
        assert squeezed(node.text) in squeezed("".join(covered))


def test_a_link_that_a_page_cuts_is_heard_once_and_leads_from_each_page() -> None:
    cut = 0
    for before in range(0, 900, 60):
        linked = Paragraph(text("see " * 900, "x " * before, replace(SITE, text="".join(WORDS)), "end."))
        paper = document(linked)
        pdf = render(paper)
        tree = structure(pdf)
        heard = squeezed("".join(node.text for node in tree.children))
        assert heard == squeezed("".join(said(paper, {})))
        assert_each_leads_back(pdf)
        [link] = tree.all("Link")
        leading = [part.objgen for part in link.parts if isinstance(part, pikepdf.Object)]
        on_pages = [[each.objgen for each in page.get("/Annots", [])] for page in link.file.pages]
        assert leading == [each for page in on_pages for each in page]
        assert [bool(page) for page in on_pages] == ["word" in page for page in _read(link.file)]
        cut += len([page for page in on_pages if page]) == 2
    assert cut, "no page cut the link: the test shows nothing"


def _read(file: pikepdf.Pdf) -> list[str]:
    return ["".join(read_page(page).spoken.values()) for page in file.pages]


def test_a_link_to_a_place_in_the_paper_leads_to_its_page() -> None:
    far = Section("9", "Law", "law", (Clause("9.1", text("The law of Latvia."), "latvia"),), new_page=True)
    links = text(Span("the law", link="#law"), " and ", Span("which", link="#latvia"))
    pdf = render(document(Paragraph(links), far))
    with pikepdf.open(BytesIO(pdf)) as file:
        pages = [page.obj.objgen for page in file.pages]
        law, latvia = (link.Dest for link in file.pages[0].Annots)
        assert [pages.index(place[0].objgen) for place in (law, latvia)] == [1, 1]
        assert float(law[3]) > float(latvia[3])
