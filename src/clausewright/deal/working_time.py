"""Working days and working hours: weekends, public holidays, time zones and clock changes."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

MONDAY_TO_FRIDAY = frozenset({1, 2, 3, 4, 5})
_DAY = timedelta(days=1)
_TOO_LONG = 3660
"""Days in a row without work after which a calendar is called empty."""

Window = tuple[int, time, time]
"""Weekday (1 is Monday), opening and closing; a closing time of 00:00 is midnight at the day's end."""


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """When somebody works. Working days are Monday to Friday while no windows are set."""

    windows: tuple[Window, ...]
    zone: str = "UTC"
    holidays: frozenset[date] = frozenset()

    @property
    def weekdays(self) -> frozenset[int]:
        return frozenset(weekday for weekday, _, _ in self.windows) or MONDAY_TO_FRIDAY

    def is_working_day(self, day: date) -> bool:
        return day.isoweekday() in self.weekdays and day not in self.holidays

    def working_days(self, start: date) -> Iterator[date]:
        """The working days from a day on, that day included. Raises ValueError when ten years hold none."""
        idle = 0
        while idle < _TOO_LONG:
            if self.is_working_day(start):
                idle = 0
                yield start
            idle += 1
            start += _DAY
        raise ValueError("no working day in ten years")

    def next_working_day(self, day: date) -> date:
        """The day itself if it is one."""
        return next(self.working_days(day))

    def add_working_days(self, start: date, count: int) -> date:
        """The count-th working day, the start (or the first working day after it) being day 1."""
        if count < 1:
            raise ValueError("working days are counted from 1")
        days = self.working_days(start)
        for _ in range(count - 1):
            next(days)
        return next(days)

    def working_days_between(self, after: date, through: date) -> int:
        """Working days after one day through another; 0 when there are none or the order is reversed."""
        span = (through - after).days
        return sum(self.is_working_day(after + _DAY * offset) for offset in range(1, span + 1))

    def add_working_hours(self, moment: datetime, hours: Decimal | int) -> datetime:
        """The moment at which so many hours of working time have passed, in the zone of the work.

        Real hours count: a window in which the clock changes is as long as it lasts. Raises ValueError
        for a moment without a zone, for negative hours, and while no windows are set.
        """
        if moment.tzinfo is None or hours < 0 or not self.windows:
            raise ValueError("working hours need a moment with a zone, hours of 0 or more, and windows")
        left = timedelta(microseconds=int(Decimal(hours) * 3_600_000_000))
        for opens, closes in self._stretches(moment):
            if opens + left <= closes:
                return (opens + left).astimezone(ZoneInfo(self.zone))
            left -= closes - opens
        raise AssertionError("working_days raises before it ends")

    def _stretches(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Stretches of working time from a moment on, in UTC, in which differences are real time."""
        now = moment.astimezone(UTC)
        for day in self.working_days(now.astimezone(ZoneInfo(self.zone)).date()):
            for opens, closes in self._spans(day):
                if closes > now:
                    yield max(opens, now), closes

    def _spans(self, day: date) -> list[tuple[datetime, datetime]]:
        """The windows of a day in UTC, joined where they overlap."""
        zone = ZoneInfo(self.zone)
        joined: list[tuple[datetime, datetime]] = []
        for opens, closes in sorted((o, c) for weekday, o, c in self.windows if weekday == day.isoweekday()):
            ends = day + _DAY if closes == time(0) else day
            start = datetime.combine(day, opens, zone).astimezone(UTC)
            end = datetime.combine(ends, closes, zone).astimezone(UTC)
            if joined and start <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            elif end > start:
                joined.append((start, end))
        return joined

    def covers_all_days(self) -> bool:
        return len(self.weekdays) == 7

    def covers_whole_day(self, weekday: int) -> bool:
        """Whether the windows of a weekday leave no minute free."""
        return self._minutes(weekday) >= set(range(24 * 60))

    def contains_window(self, opens: time, closes: time) -> bool:
        """Whether a stretch lies within the windows of every working day; equal limits are within."""
        asked = set(range(*_minutes_of(opens, closes)))
        return bool(self.windows) and all(asked <= self._minutes(weekday) for weekday in self.weekdays)

    def _minutes(self, weekday: int) -> set[int]:
        spans = (_minutes_of(opens, closes) for day, opens, closes in self.windows if day == weekday)
        return {minute for start, end in spans for minute in range(start, end)}


def _minutes_of(opens: time, closes: time) -> tuple[int, int]:
    return opens.hour * 60 + opens.minute, (closes.hour * 60 + closes.minute) or 24 * 60


def add_months(day: date, count: int) -> date:
    """So many calendar months later; a day that a month lacks becomes its last (31 Jan -> 28 Feb)."""
    years, month = divmod(day.month - 1 + count, 12)
    first = date(day.year + years, month + 1, 1)
    length = ((first + timedelta(days=31)).replace(day=1) - first).days
    return first.replace(day=min(day.day, length))
