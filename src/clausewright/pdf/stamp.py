"""The visible signature: what the reader sees in the field that was signed."""

from io import BytesIO

from reportlab.lib.colors import white
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from clausewright.pdf.fonts import register, require_settable, runs, settable, width
from clausewright.pdf.style import INK, MUTED

STAMP_WIDTH, STAMP_HEIGHT = 198.0, 74.0
"""Points; the signature fields of our papers are as large."""

_LINE = 9.6
_NAME, _SMALL = 19.0, 7.2


def stamp(*, signer: str, lines: tuple[str, ...], image: bytes | None = None) -> bytes:
    """A one-page PDF: the signature as an image, or the name in italics, above a line with small print.

    No tick and no word of "valid": only the reader's own check can say so. Raises Problem for a name
    that can't be printed.
    """
    require_settable((signer, *lines))
    file = BytesIO()
    canvas = Canvas(
        file, pagesize=(STAMP_WIDTH, STAMP_HEIGHT), invariant=1, initialFontName=register("regular")
    )
    # Opaque: the paper says below it whose signature belongs there.
    canvas.setFillColor(white)
    canvas.rect(0, 0, STAMP_WIDTH, STAMP_HEIGHT, stroke=0, fill=1)
    line = _LINE * len(lines) + 5
    _draw_image(canvas, image, line) if image else _draw_name(canvas, signer, line)
    canvas.setStrokeColor(INK)
    canvas.setLineWidth(0.8)
    canvas.line(0, line, STAMP_WIDTH, line)
    for number, words in enumerate(lines, start=1):
        size = _fitting(words, "regular", _SMALL, STAMP_WIDTH)
        _draw(canvas, words, "regular", size, 0, line - _LINE * number + 1.2, MUTED if number > 1 else INK)
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_name(canvas: Canvas, signer: str, bottom: float) -> None:
    _draw(canvas, signer, "italic", _fitting(signer, "italic", _NAME, STAMP_WIDTH - 8), 4, bottom + 9, INK)


def _fitting(words: str, weight: str, size: float, room: float) -> float:
    """The size, or a smaller one at which the words are no wider than the room."""
    wide = sum(width(run, font, size) for font, run in runs(settable(words), weight, "en"))
    return min(size, size * room / wide) if wide else size


def _draw_image(canvas: Canvas, image: bytes, bottom: float) -> None:
    reader = ImageReader(BytesIO(image))
    wide, high = reader.getSize()
    scale = min((STAMP_WIDTH - 8) / wide, (STAMP_HEIGHT - bottom - 2) / high)
    canvas.drawImage(reader, 4, bottom + 1, wide * scale, high * scale, mask="auto")


def _draw(
    canvas: Canvas, words: str, weight: str, size: float, left: float, y: float, colour: object
) -> None:
    text = canvas.beginText(left, y)
    text.setFillColor(colour)
    for font, run in runs(settable(words), weight, "en"):
        text.setFont(font, size)
        text.textOut(run)
    canvas.drawText(text)
