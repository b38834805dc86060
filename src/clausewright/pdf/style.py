"""How the papers look: sizes in points, colours, and the styles of text."""

from dataclasses import dataclass
from functools import cache

from reportlab.lib.colors import Color, HexColor
from reportlab.lib.styles import ParagraphStyle

MM = 72 / 25.4
PAGE_SIZES = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
SIDE, TOP, FOOT_LINE = 22 * MM, 20 * MM, 17 * MM
BOTTOM = FOOT_LINE + 3.5 * MM
NUMBER_COLUMN = 34.0
"""Clause numbers hang in it."""

INK, MUTED, FAINT = HexColor("#1B1F23"), HexColor("#59625D"), HexColor("#7A8580")
HAIRLINE, FIELD, FIELD_EDGE = HexColor("#D8DDE1"), HexColor("#FBFAF3"), HexColor("#B5AD8C")


def tint(colour: Color, strength: float) -> Color:
    """A colour mixed with white; 1 is the colour itself."""
    return Color(*(1 - strength * (1 - part) for part in (colour.red, colour.green, colour.blue)))


@dataclass(frozen=True, slots=True)
class Look:
    size: float
    leading: float
    weight: str = "regular"
    colour: Color | None = INK
    """None is the accent."""
    before: float = 0
    after: float = 0


LOOKS = {
    "title": Look(26, 31, "semibold", after=5),
    "agreement": Look(20, 26, "semibold", after=4),
    "lead": Look(11, 16, colour=MUTED, after=12),
    "section": Look(11, 15, "semibold", before=13, after=4),
    "body": Look(9.3, 14.2, after=4.5),
    "strong": Look(9.3, 14.2, "medium"),
    "small": Look(8.2, 11.6, colour=MUTED, after=3),
    "note": Look(8.2, 11.6, colour=MUTED),
    "figure": Look(9.3, 14.2),
    "number": Look(8.2, 14.2, colour=MUTED),
    "name": Look(11, 15, "semibold"),
    "line": Look(8.2, 11.6, colour=MUTED),
    "grand": Look(15, 20, "semibold", None),
    "tiny": Look(7.2, 10, colour=MUTED),
    "heading": Look(11, 15, "semibold", after=3),
    "signature": Look(15, 20, "semibold", before=16, after=8),
}


@cache
def paragraph_style(name: str, accent: str, align: int, font: str) -> ParagraphStyle:
    """``align`` is reportlab's: 0 left, 1 centre, 2 right. ``font`` is what the first character is set in."""
    look = LOOKS[name]
    return ParagraphStyle(
        f"{name}{align}",
        fontName=font,
        fontSize=look.size,
        leading=look.leading,
        textColor=look.colour or HexColor(accent),
        alignment=align,
        spaceBefore=look.before,
        spaceAfter=look.after,
        splitLongWords=1,
        allowWidows=0,
        allowOrphans=0,
        underlineWidth=0.4,
    )
