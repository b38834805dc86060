"""Tables: capital labels above hairlines, figures to the right, headers repeated on each page."""

from typing import Any

from reportlab.platypus import Flowable
from reportlab.platypus import Table as Grid
from reportlab.platypus.tables import TableRenderCB

from clausewright.documents.tree import Cell, Column, Table
from clausewright.pdf.fonts import register
from clausewright.pdf.setting import Setting
from clausewright.pdf.style import HAIRLINE, INK
from clausewright.pdf.tags import Element
from clausewright.pdf.words import Label, Words

TALLEST_ROW = 260.0
"""Points; a higher row is cut into several without a line between them, so that a page can end in it."""

_PADDING = 3.0
_GAP = 10.0


class _LinesAreArtifacts(TableRenderCB):  # type: ignore[misc]
    """reportlab tells what it is about to draw; the grid means nothing to a reader."""

    def startBG(self, table: Any) -> None:
        self._open = table.canv.artifact()
        self._open.__enter__()

    def endBG(self, _table: Any) -> None:
        self._open.__exit__(None, None, None)

    startLines, endLines = startBG, endBG

    def _ignore(self, *_: Any) -> None:
        pass

    startTable = endTable = startRow = endRow = startCell = endCell = _ignore


def grid(
    rows: list[list[Any]], widths: list[float], commands: list[tuple[Any, ...]], header: int = 0
) -> Grid:
    """A table whose lines are artifacts."""
    # Even a cell of flowables selects the font of its style: reportlab's own is Helvetica, not embedded.
    commands = [("FONTNAME", (0, 0), (-1, -1), register("regular")), *commands]
    return Grid(rows, colWidths=widths, style=commands, repeatRows=header, renderCB=_LinesAreArtifacts())


def table(setting: Setting, block: Table, parent: Element) -> list[Flowable]:
    """The table and its elements."""
    element = Element("Table", parent, setting.own(block.language), summary=block.summary)
    inner = setting.speaking(block.language)
    whole = sum(column.width for column in block.columns)
    widths = [setting.width * column.width / whole for column in block.columns]
    rows = [_header(inner, block.columns, Element("THead", element))]
    lines: list[tuple[Any, ...]] = [("LINEBELOW", (0, 0), (-1, 0), 0.9, INK)]
    body = Element("TBody", element)
    for row in block.rows:
        rows += _rows(inner, block, row, Element("TR", body), widths)
        lines.append(("LINEBELOW", (0, len(rows) - 1), (-1, len(rows) - 1), 0.6, HAIRLINE))
    commands: list[tuple[Any, ...]] = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("LEFTPADDING", (1, 0), (-1, -1), _GAP),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), _PADDING),
        ("BOTTOMPADDING", (0, 0), (-1, -1), _PADDING),
        ("TOPPADDING", (0, 0), (-1, 0), 0),
        ("BOTTOMPADDING", (0, 0), (-1, 0), 1),
        *lines,
    ]
    made = grid(rows, widths, commands, header=1)
    made.spaceBefore, made.spaceAfter = 4, 8
    return [made]


def _header(setting: Setting, columns: tuple[Column, ...], head: Element) -> list[Any]:
    row = Element("TR", head)
    return [
        Label(
            column.label,
            Element("P", Element("TH", row, scope="Column")),
            setting.language,
            align=2 if column.figures else 0,
        )
        for column in columns
    ]


def _rows(
    setting: Setting, block: Table, row: tuple[Cell, ...], element: Element, widths: list[float]
) -> list[Any]:
    """The row, cut into several where it is too high: continued cells stay the same cell's content."""
    cells: list[list[list[Flowable]]] = []
    for index, (cell, column) in enumerate(zip(row, block.columns, strict=True)):
        is_header = index == 0 and block.first_is_header
        own = Element("TH", element, scope="Row") if is_header else Element("TD", element)
        flowables = _cell(setting, cell, column, own)
        cells.append(_cut(flowables, widths[index] - (_GAP if index else 0)))
    height = max(len(pieces) for pieces in cells)
    return [[pieces[at] if at < len(pieces) else "" for pieces in cells] for at in range(height)]


def _cell(setting: Setting, cell: Cell, column: Column, element: Element) -> list[Flowable]:
    align = 2 if column.figures else 0
    look = "strong" if cell.strong else "figure"
    main = setting.words(cell.content, look, Element("P", element), align=align)
    notes = (setting.words(note, "note", Element("P", element), align=align) for note in cell.notes)
    return [main, *notes]


def _cut(flowables: list[Flowable], width: float) -> list[list[Flowable]]:
    pieces: list[list[Flowable]] = [[]]
    used = 0.0
    waiting = list(flowables)
    while waiting:
        flowable = waiting.pop(0)
        height = flowable.wrap(width, 10**6)[1]
        if used + height > TALLEST_ROW and isinstance(flowable, Words):
            parts = flowable.split(width, TALLEST_ROW - used)
            if len(parts) == 2:
                flowable, height = parts[0], TALLEST_ROW
                waiting.insert(0, parts[1])
        pieces[-1].append(flowable)
        used += height
        if used >= TALLEST_ROW and waiting:
            pieces.append([])
            used = 0.0
    return pieces
