"""Ways to put flowables together: above each other in a tinted panel, or side by side."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import Color
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, NullActionFlowable

_LEAST_PAGE = 640.0
"""Points; what is no higher fits on an empty page of any size."""


def one_by_one(flowables: Sequence[Flowable]) -> list[Flowable]:
    """What is too high to stay whole, as its parts; the first of them may itself need the next page."""
    return [NullActionFlowable(), *flowables]


def stacked(flowables: Sequence[Flowable], width: float) -> tuple[list[tuple[Flowable, float]], float]:
    """Each flowable with its foot's distance from the stack's top, and the height of the whole."""
    placed: list[tuple[Flowable, float]] = []
    height = gap = 0.0
    for flowable in flowables:
        if placed:
            height += max(gap, flowable.getSpaceBefore())
        height += flowable.wrap(width, 10**6)[1]
        placed.append((flowable, height))
        gap = flowable.getSpaceAfter()
    return placed, height


def draw_stacked(canvas: Canvas, placed: Sequence[tuple[Flowable, float]], left: float, top: float) -> None:
    for flowable, distance in placed:
        flowable.drawOn(canvas, left, top - distance)


@dataclass
class Padding:
    left: float = 0
    right: float = 0
    top: float = 0
    bottom: float = 0


class Panel(Flowable):  # type: ignore[misc]
    """Flowables on a tinted or outlined ground; one that fits no page goes on without its ground."""

    def __init__(
        self,
        flowables: Sequence[Flowable],
        *,
        padding: Padding,
        ground: Color | None = None,
        outline: Color | None = None,
        bar: Color | None = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        super().__init__()
        self._flowables, self._padding = list(flowables), padding
        self._ground, self._outline, self._bar = ground, outline, bar
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        inner = available_width - self._padding.left - self._padding.right
        self._placed, height = stacked(self._flowables, inner)
        self.width, self.height = available_width, height + self._padding.top + self._padding.bottom
        return self.width, self.height

    def split(self, _width: float, available_height: float) -> list[Flowable]:
        if self.height <= _LEAST_PAGE or available_height >= self.height:
            return []
        return one_by_one(self._flowables)

    def draw(self) -> None:
        with self.canv.artifact():
            self._draw_ground()
        draw_stacked(self.canv, self._placed, self._padding.left, self.height - self._padding.top)

    def _draw_ground(self) -> None:
        canvas = self.canv
        if self._ground or self._outline:
            canvas.setFillColor(self._ground or self._outline)
            canvas.setStrokeColor(self._outline or self._ground)
            canvas.setLineWidth(0.8)
            canvas.roundRect(
                0,
                0,
                self.width,
                self.height,
                6,
                stroke=int(bool(self._outline)),
                fill=int(bool(self._ground)),
            )
        if self._bar:
            canvas.setFillColor(self._bar)
            canvas.roundRect(0, 0, 3, self.height, 1.5, stroke=0, fill=1)


class Columns(Flowable):  # type: ignore[misc]
    """Stacks side by side, with a gap; widths are relative. Too high for a page, they follow each other."""

    def __init__(
        self,
        columns: Sequence[tuple[float, Sequence[Flowable]]],
        *,
        gap: float = 14,
        before: float = 0,
        after: float = 0,
        rule: Color | None = None,
    ) -> None:
        super().__init__()
        self._columns, self._gap, self._rule = columns, gap, rule
        self.spaceBefore, self.spaceAfter = before, after

    def wrap(self, available_width: float, _height: float) -> tuple[float, float]:
        room = available_width - self._gap * (len(self._columns) - 1)
        whole = sum(share for share, _ in self._columns)
        widths = [room * share / whole for share, _ in self._columns]
        stacks = [
            stacked(flowables, width) for (_, flowables), width in zip(self._columns, widths, strict=True)
        ]
        self._stacks = [placed for placed, _ in stacks]
        self._lefts = [sum(widths[:index]) + self._gap * index for index in range(len(widths))]
        self._lead = 8.0 if self._rule else 0.0
        highest = max((height for _, height in stacks), default=0.0)
        self.width, self.height = available_width, highest + self._lead
        return self.width, self.height

    def split(self, _width: float, available_height: float) -> list[Flowable]:
        if self.height <= _LEAST_PAGE or available_height >= self.height:
            return []
        return one_by_one([flowable for _, column in self._columns for flowable in column])

    def draw(self) -> None:
        if self._rule:
            with self.canv.artifact():
                hairline(self.canv, 0, self.height, self.width, self._rule)
        for placed, left in zip(self._stacks, self._lefts, strict=True):
            draw_stacked(self.canv, placed, left, self.height - self._lead)


def hairline(canvas: Canvas, left: float, y: float, right: float, colour: Color, weight: float = 0.6) -> None:
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(weight)
    canvas.line(left, y, right, y)
