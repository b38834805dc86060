"""What is paid: the sums below the items, and the bar of the stages."""

from reportlab.platypus import Flowable

from clausewright.documents.tree import PaymentBar, Totals, text
from clausewright.pdf.boxes import Columns
from clausewright.pdf.picture import Bar
from clausewright.pdf.setting import Setting
from clausewright.pdf.table import grid
from clausewright.pdf.tags import Element

_MOST_PARTS_BELOW_THE_BAR = 5

_AMOUNT, _GAP = 104.0, 10.0
"""Points: the column of the sums, unless one needs more."""


def totals(setting: Setting, block: Totals, element: Element) -> list[Flowable]:
    note = [setting.words(block.note, "note", Element("P", element))] if block.note else []
    rows = [
        [
            setting.words(
                text(total.label), "figure" if total.grand else "note", Element("P", element), align=2
            ),
            setting.words(
                text(total.amount), "grand" if total.grand else "figure", Element("P", element), align=2
            ),
        ]
        for total in block.totals
    ]
    share = setting.width * 0.58
    amount = max([_AMOUNT, *(figure.minWidth() + _GAP for _, figure in rows)])
    commands = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
        ("VALIGN", (0, 0), (-1, -1), "BOTTOM"),
    ]
    amounts = [grid(rows, [share - amount, amount], commands)] if rows else []
    return [Columns([(0.42, note), (0.58, amounts)], gap=0, after=8)]


def payment_bar(setting: Setting, block: PaymentBar, element: Element) -> list[Flowable]:
    label = setting.label(block.label, Element("P", element))
    columns = []
    for part in block.parts:
        lines = [
            setting.words(text(part.heading), "strong", Element("P", element)),
            setting.words(text(part.amount), "figure", Element("P", element)),
            setting.words(text(part.due), "tiny", Element("P", element)),
        ]
        columns.append((float(part.share) or 1.0, lines))
    shares = [share for share, _ in columns]
    bar = Bar(shares, setting.accent)
    narrow = min(shares, default=1.0) < 0.13 * sum(shares)
    if len(columns) <= _MOST_PARTS_BELOW_THE_BAR and not narrow:
        return [label, bar, Columns(columns, gap=Bar.GAP, after=6)]
    rows = [
        columns[at : at + _MOST_PARTS_BELOW_THE_BAR]
        for at in range(0, len(columns), _MOST_PARTS_BELOW_THE_BAR)
    ]
    even = [Columns([(1, lines) for _, lines in row], gap=10, after=6) for row in rows]
    return [label, bar, *even]
