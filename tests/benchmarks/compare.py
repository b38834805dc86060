"""Ours beside a reference, in turn (A B A B), so that a busy machine is busy for both."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


@dataclass(frozen=True)
class Result:
    """Medians in milliseconds. ``aim`` is the largest ratio that we are content with; None where the
    ratio is only told. ``note`` says what is compared with what."""

    name: str
    ours: float
    reference: float
    aim: float | None
    note: str = ""

    @property
    def ratio(self) -> float:
        return self.ours / self.reference

    @property
    def row(self) -> str:
        aim = "" if self.aim is None else f"<= {self.aim:g}"
        verdict = "" if self.aim is None else "yes" if self.ratio <= self.aim else "NO"
        figures = f"{self.ours:10.2f} | {self.reference:10.2f} | {self.ratio:7.3f}"
        return f"| {self.name} | {figures} | {aim} | {verdict} | {self.note} |"


HEADER = (
    "| what | ours, ms | reference, ms | ratio | aim | met | reference |\n"
    "| --- | ---: | ---: | ---: | --- | --- | --- |"
)


def timed(work: Work) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def compare(name: str, ours: Work, reference: Work, rounds: int, aim: float | None, note: str) -> Result:
    """Each runs once unmeasured, then both in turn."""
    ours()
    reference()
    pairs = [(timed(ours), timed(reference)) for _ in range(rounds)]
    return Result(
        name,
        statistics.median(mine for mine, _ in pairs),
        statistics.median(theirs for _, theirs in pairs),
        aim,
        note,
    )
