"""The top of the first page: the provider's mark and name to the left, the paper's to the right."""

from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color, white
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Flowable

from clausewright.documents.tree import Masthead, text
from clausewright.pdf.boxes import Columns
from clausewright.pdf.fonts import runs, width
from clausewright.pdf.setting import Setting
from clausewright.pdf.tags import Element

_MARK = 30.0


def masthead(setting: Setting, block: Masthead, parent: Element) -> Flowable:
    left: list[Flowable] = [setting.words(text(block.name), "name", Element("P", parent))]
    if block.line:
        left.append(setting.words(text(block.line), "line", Element("P", parent)))
    right = [
        setting.words(text(block.paper), "name", Element("P", parent), align=2),
        setting.words(text(block.reference), "line", Element("P", parent), align=2),
    ]
    mark = _Mark(block.initials, block.logo, setting.accent)
    return Columns([(mark.share(setting.width), [mark]), (0.55, left), (0.4, right)], gap=10, after=18)


class _Mark(Flowable):  # type: ignore[misc]
    """The logo, or the initials on the accent; the name beside it says the same."""

    def __init__(self, initials: str, logo: bytes | None, accent: Color) -> None:
        super().__init__()
        self._initials, self._accent = initials, accent
        self._logo = ImageReader(BytesIO(logo)) if logo else None
        self.width = self.height = _MARK
        if self._logo:
            wide, high = self._logo.getSize()
            self.width = min(_MARK * wide / high, _MARK * 3)
            self.height = self.width * high / wide

    def share(self, available: float) -> float:
        """Its width as a share of columns that take 0.95 of the room together."""
        return 0.95 * self.width / (available - 20 - self.width)

    def wrap(self, _available_width: float, _height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        canvas: Any = self.canv
        with canvas.artifact():
            if self._logo:
                canvas.drawImage(self._logo, 0, 0, self.width, self.height, mask="auto")
                return
            canvas.setFillColor(self._accent)
            canvas.roundRect(0, 0, _MARK, _MARK, 5, stroke=0, fill=1)
            size = 12.0
            pieces = list(runs(self._initials, "semibold", "en"))
            left = (_MARK - sum(width(run, font, size) for font, run in pieces)) / 2
            line = canvas.beginText(left, _MARK / 2 - size * 0.35)
            line.setFillColor(white)
            for font, run in pieces:
                line.setFont(font, size)
                line.textOut(run)
            canvas.drawText(line)
