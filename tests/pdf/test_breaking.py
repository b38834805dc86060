"""Lines of Chinese, over many widths: what reportlab does by itself breaks them wrongly."""

from io import BytesIO
from itertools import pairwise

import pytest

from clausewright.documents.tree import Cell, Column, Paragraph, Span, Table, Text, plain, text
from clausewright.pdf import render
from clausewright.pdf.breaking import NOT_FIRST, NOT_LAST, atoms
from clausewright.pdf.fonts import runs, settable, width
from clausewright.pdf.tags import Element
from clausewright.pdf.words import words
from tests.pdf.reading import flat, squeezed, structure
from tests.pdf.sample import document

PROSE = text(
    "甲方（“客户”）应在收到发票之日起14天内付款；逾期付款的，乙方有权按年利率8.5%收取利息，并暂停工作。",
    Span("《服务协议》", strong=True),
    "（编号：C-2026-014）由Ieva Kalniņa与",
    Span("北京设计有限公司", strong=True),
    "，于2026年11月21日签署。价格为12,400.00欧元（不含增值税）。“验收”是指：甲方书面确认，或者10个工作日内未提出异议！",
)


def lines(content: Text, available: float, look: str = "body") -> list[str]:
    made = words(content, look, accent="#000000", language="zh", element=Element("P"))
    made.wrap(available, 10_000)
    found = made.blPara.lines
    return ["".join(word.text for word in line.words).strip() for line in found]


@pytest.mark.parametrize("available", range(80, 460, 4))
def test_no_line_begins_or_ends_with_a_mark_that_may_not(available: int) -> None:
    broken = lines(PROSE, available)
    assert squeezed("".join(broken)) == squeezed(plain(PROSE))
    assert [line for line in broken[1:] if line[0] in NOT_FIRST] == []
    assert [line for line in broken[:-1] if line[-1] in NOT_LAST] == []


@pytest.mark.parametrize("available", range(100, 460, 12))
def test_lines_fill_the_width_and_stay_in_it(available: int) -> None:
    def wide(line: str) -> float:
        return sum(width(run, font, 9.3) for font, run in runs(line, "regular", "zh"))

    unbroken = text(plain(PROSE))
    broken = lines(unbroken, available)
    assert max(map(wide, broken)) <= available + 0.1
    for line, after in pairwise(broken):
        assert wide(line + " " + atoms(after)[0].rstrip()) > available


def test_words_of_other_scripts_are_kept_whole() -> None:
    assert atoms("由Ieva Kalniņa（设计）签") == ["由", "Ieva ", "Kalniņa", "（设", "计）", "签"]
    assert atoms("Kim “王”, 12.5%，ok") == ["Kim ", "“王”, ", "12.5%，", "ok"]


def test_a_chinese_paragraph_that_a_page_cuts_says_everything_once() -> None:
    long = text(plain(PROSE) * 60)
    tree = structure(render(document(Paragraph(long), language="zh")))
    [node] = [node for node in tree.all("P") if "甲方" in node.text]
    assert len(node.parts) >= 2
    assert squeezed(node.text) == squeezed(settable(plain(long)))


def test_a_chinese_cell_higher_than_a_page_says_everything_once() -> None:
    long = text(plain(PROSE) * 40)
    tree = structure(render(document(Table((Column("项目"), Column("说明")), ((Cell(long), Cell(long)),)))))
    header, cell = tree.all("TBody")[0].children[0].children
    assert (header.kind, squeezed(header.text)) == ("TH", squeezed(plain(long)))
    assert (cell.kind, squeezed(cell.text)) == ("TD", squeezed(plain(long)))


def test_a_word_longer_than_the_line_is_broken() -> None:
    import pikepdf

    word = "Donaudampfschifffahrtsgesellschaft" * 12
    pdf = render(document(Paragraph(text(f"See {word} now."))))
    [node] = [node for node in structure(pdf).all("P") if "now." in node.text]
    assert flat(node.text).replace(" ", "") == f"See{word}now."
    with pikepdf.open(BytesIO(pdf)) as file:
        assert len(file.pages) == 1


@pytest.mark.parametrize("available", range(60, 300, 20))
def test_korean_breaks_at_its_spaces(available: int) -> None:
    prose = text("의뢰인은 청구서를 받은 날부터 14일 안에 대금을 지급하며, 늦어지면 연 8.5%의 이자를 냅니다.")
    broken = lines(prose, available)
    assert len(broken) > 1
    assert " ".join(broken) == plain(prose)
