"""Working hours in words: Monday to Friday 09:00–17:00."""

from collections.abc import Sequence
from datetime import time

from clausewright.deal.party import WorkingHours
from clausewright.documents.words import Words
from clausewright.wording import Format

Windows = tuple[tuple[time, time], ...]


def hours_in_words(hours: Sequence[WorkingHours], words: Words, form: Format) -> str:
    """Neighbouring days with the same hours are told as one."""
    return form.list(
        tuple(_told(first, last, windows, words, form) for first, last, windows in _stretches(hours))
    )


def _stretches(hours: Sequence[WorkingHours]) -> list[tuple[int, int, Windows]]:
    found: list[tuple[int, int, Windows]] = []
    for day in sorted({stretch.weekday for stretch in hours}):
        windows = tuple(sorted((part.opens, part.closes) for part in hours if part.weekday == day))
        if found and found[-1][1:] == (day - 1, windows):
            found[-1] = (found[-1][0], day, windows)
        else:
            found.append((day, day, windows))
    return found


def _told(first: int, last: int, windows: Windows, words: Words, form: Format) -> str:
    told = form.list(
        tuple(
            words.say("hours.window", form, opens=form.time(opens), closes=form.time(closes))
            for opens, closes in windows
        )
    )
    if first == last:
        return words.say("hours.day", form, day=form.weekday(first), windows=told)
    return words.say("hours.days", form, first=form.weekday(first), last=form.weekday(last), windows=told)
