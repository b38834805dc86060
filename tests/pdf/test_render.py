"""The words of the papers, as others read them out of the file."""

import subprocess
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from clausewright.documents.tree import Contents, Document, Paragraph, Section, Span, text
from clausewright.pdf import render
from clausewright.pdf.archive import Attachment
from tests.pdf.reading import Boxes, boxes, extracted, flat, read_page, squeezed, structure
from tests.pdf.said import said
from tests.pdf.sample import contract, document, quote

PAPERS = pytest.mark.parametrize("paper", [quote(), contract()], ids=["quote", "contract"])


@PAPERS
def test_a_screen_reader_hears_each_text_once_and_in_order(paper: Document, tmp_path: Path) -> None:
    pdf = render(paper)
    heard = "".join(node.text for node in structure(pdf).children)
    assert squeezed(heard) == squeezed("".join(said(paper, _pages(paper, pdf, tmp_path))))


@PAPERS
def test_each_text_can_be_copied_out_of_the_page(paper: Document, tmp_path: Path) -> None:
    pdf = render(paper)
    copied = squeezed(extracted(pdf, tmp_path))
    for words in said(paper, _pages(paper, pdf, tmp_path)):
        assert squeezed(words) in copied


@PAPERS
def test_everything_drawn_is_content_or_an_artifact(paper: Document) -> None:
    with pikepdf.open(BytesIO(render(paper))) as pdf:
        assert [read_page(page).loose for page in pdf.pages] == [0] * len(pdf.pages)


def test_contents_name_the_page_that_each_section_begins_on(tmp_path: Path) -> None:
    paper = contract()
    pdf = render(paper)
    pages = _pages(paper, pdf, tmp_path)
    assert len(set(pages.values())) > 2
    entries = [flat(node.text) for node in structure(pdf).all("TOCI")]
    sections = [block for block in paper.blocks if isinstance(block, Section)]
    assert entries == [flat(f"{s.number} {s.heading} {pages[s.id]}") for s in sections]


def test_a_long_heading_has_room_in_the_contents(tmp_path: Path) -> None:
    for words in ("A heading that is too long for half of the width of a page", "A heading " * 20):
        heading = words.strip()
        paper = document(
            Contents("Contents"), Section("12", heading, "s", ()), Section("13", "Law", "law", ())
        )
        line, *_ = [line for page in boxes(render(paper), tmp_path) for line in _lines(page) if "12" in line]
        assert " ".join(line) == f"12 {heading} 1"


def _lines(page: Boxes) -> list[list[str]]:
    """The words of each line, from left to right; none may touch the one after it."""
    rows: dict[float, list[tuple[float, float, str]]] = {}
    for left, _, right, bottom, word in page.words:
        rows.setdefault(bottom, []).append((left, right, word))
    for row in rows.values():
        assert all(before[1] <= after[0] for before, after in pairwise(sorted(row)))
    return [[word for _, _, word in sorted(row)] for row in rows.values()]


def _pages(paper: Document, pdf: bytes, folder: Path) -> dict[str, int]:
    """Where poppler finds the headings: the last page that has one on a line of its own."""
    with pikepdf.open(BytesIO(pdf)) as file:
        count = len(file.pages)
    lines = {page: extracted(pdf, folder, page=page).splitlines() for page in range(1, count + 1)}
    return {
        block.id: max(page for page, found in lines.items() if f"{block.number} {block.heading}" in found)
        for block in paper.blocks
        if isinstance(block, Section)
    }


def test_each_page_says_its_number_and_how_many_there_are(tmp_path: Path) -> None:
    pdf = render(contract())
    with pikepdf.open(BytesIO(pdf)) as file:
        count = len(file.pages)
    for page in range(1, count + 1):
        assert f"{page} / {count}" in extracted(pdf, tmp_path, page=page)


@pytest.mark.parametrize("language", ["en", "ko", "zh"])
def test_names_in_several_scripts_share_a_line_and_copy_exactly(language: str, tmp_path: Path) -> None:
    line = "Jānis Bērziņš, 김민준, 王小明, Łukasz Żółć, Müller & Söhne, 😀 12.5 €, ¥, “ok”."
    pdf = render(document(Paragraph(text(line)), language=language))
    assert line in flat(extracted(pdf, tmp_path))
    assert [node.text for node in structure(pdf).all("P") if "Jānis" in node.text] == [line]


@pytest.mark.parametrize(
    "hostile",
    [
        "<b>bold</b> & <i>more</i> &amp; &lt;",
        '<img src="file:///etc/passwd"/><img src="/etc/hostname">',
        '<a href="javascript:alert(1)">x</a>',
        "<para>]]> <!-- -- > {page} %s \\n (unbalanced ( <font size=99",
        "<onDraw name='showPage'/><br/><seq/>",
    ],
)
def test_markup_in_a_text_is_printed_as_it_stands(hostile: str, tmp_path: Path) -> None:
    paper = replace(document(Paragraph(text(hostile))), title=hostile, footer=hostile, author=hostile)
    pdf = render(paper)
    copied = squeezed(extracted(pdf, tmp_path))
    assert copied.count(squeezed(hostile)) == 2
    with pikepdf.open(BytesIO(pdf)) as file:
        assert "/XObject" not in file.pages[0].Resources
        assert "/Annots" not in file.pages[0]
        assert str(file.docinfo.Title) == hostile


@pytest.mark.parametrize("space", ["\u202f", "\u2007", "\u00a0"])
def test_a_no_break_space_of_any_width_keeps_figures_together(space: str, tmp_path: Path) -> None:
    figure = f"12{space}400{space}000,00"
    for fill in range(40, 90):
        pdf = render(document(Paragraph(text("x" * fill + " " + figure))))
        assert "12 400 000,00" in extracted(pdf, tmp_path).replace("\u00a0", " ")


def test_marks_that_nobody_sees_are_dropped(tmp_path: Path) -> None:
    pdf = render(
        document(Paragraph(text("a\u200bb\ufeffc\u202ed\u2066e\x00f\u00adg\ufe0fh\r\nnext\u2028last")))
    )
    assert "abcdefgh\nnext\nlast" in extracted(pdf, tmp_path)


def test_capitals_are_spaced_without_tearing_words_or_spacing_what_follows(tmp_path: Path) -> None:
    paper = document(Paragraph(text("Response time"), role="label"), Paragraph(text("after the label")))
    pdf = render(paper)
    assert "RESPONSE TIME\nafter the label" in extracted(pdf, tmp_path)
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            steps = pikepdf.parse_content_stream(page)
            spacing = [float(step.operands[0]) for step in steps if str(step.operator) == "Tc"]
            assert spacing[-1] == 0


@PAPERS
def test_qpdf_finds_nothing_wrong(paper: Document, tmp_path: Path) -> None:
    attachment = Attachment("deal.json", b"{}", "application/json", "The deal as data")
    path = tmp_path / "paper.pdf"
    path.write_bytes(render(paper, (attachment,)))
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    assert (checked.returncode, checked.stderr) == (0, "")


def test_a_draft_says_so_on_each_page_and_to_a_screen_reader(tmp_path: Path) -> None:
    pdf = render(replace(contract(), draft="DRAFT"))
    with pikepdf.open(BytesIO(pdf)) as file:
        count = len(file.pages)
    for page in range(1, count + 1):
        assert "DRAFT · Contract" in extracted(pdf, tmp_path, page=page)
    assert structure(pdf).text.count("DRAFT") == 1
    assert "DRAFT" not in extracted(render(contract()), tmp_path)


@pytest.mark.parametrize("word", ["초안", "草稿", "ENTWURF", "MELNRAKSTS"])
def test_the_word_for_a_draft_may_be_in_any_language(word: str, tmp_path: Path) -> None:
    assert word in extracted(render(replace(quote(), draft=word)), tmp_path)


def test_a_quote_of_a_usual_deal_fits_one_page_of_either_size() -> None:
    for size in ("A4", "Letter"):
        with pikepdf.open(BytesIO(render(replace(quote(), size=size)))) as pdf:
            assert len(pdf.pages) == 1


def test_links_lead_only_to_the_web_to_mail_and_to_places_in_the_paper() -> None:
    links = {
        "https://example.org/a?b=1&c=%20": "site",
        "mailto:a@example.org": "mail",
        "#section-9": "section 9",
        "javascript:alert(1)": "script",
        "file:///etc/passwd": "file",
        "#nowhere": "nowhere",
        "http://[broken": "broken",
    }
    spans = [Span(f"[{words}] ", link=link) for link, words in links.items()]
    target = Section("9", "Law", "section-9", ())
    tree = structure(render(document(Paragraph(text("See ", *spans, "and so on.")), target)))
    found = tree.all("Link")
    assert [node.text.strip() for node in found] == ["[site]", "[mail]", "[section 9]"]
    annotations: list[Any] = [node.parts[-1] for node in found]
    for annotation in annotations:
        assert (int(annotation.F), str(annotation.Subtype)) == (4, "/Link")
        assert str(annotation.Contents)
    assert [str(annotation.A.URI) for annotation in annotations[:2]] == list(links)[:2]
    [whole] = [node for node in tree.all("P") if "and so on" in node.text]
    assert flat(whole.text) == "See [site] [mail] [section 9] [script] [file] [nowhere] [broken] and so on."
