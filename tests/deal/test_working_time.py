"""Working days and hours, answered exactly across weekends, holidays, zones and clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright.deal.working_time import Window, WorkingTime, add_months

RIGA = ZoneInfo("Europe/Riga")
OFFICE = tuple((day, time(9), time(17)) for day in range(1, 6))


def riga(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=RIGA)  # type: ignore[arg-type, misc]


def office(*holidays: date) -> WorkingTime:
    return WorkingTime(OFFICE, "Europe/Riga", frozenset(holidays))


@pytest.mark.parametrize(
    ("moment", "hours", "ends"),
    [
        (riga(2026, 11, 27, 16), 8, riga(2026, 11, 30, 16)),  # Friday 16:00
        (riga(2026, 11, 27, 16), 1, riga(2026, 11, 27, 17)),
        (riga(2026, 11, 28, 3), 0, riga(2026, 11, 30, 9)),
        (riga(2026, 11, 27, 2), Decimal("0.5"), riga(2026, 11, 27, 9, 30)),
        (riga(2026, 11, 27, 23), 40, riga(2026, 12, 4, 17)),
    ],
)
def test_working_hours_are_counted_from_the_next_opening(
    moment: datetime, hours: Decimal, ends: datetime
) -> None:
    assert office().add_working_hours(moment, hours) == ends


def test_a_public_holiday_is_skipped() -> None:
    assert office(date(2026, 11, 30)).add_working_hours(riga(2026, 11, 27, 16), 8) == riga(2026, 12, 1, 16)


def test_the_question_may_come_from_another_zone() -> None:
    seoul = datetime(2026, 11, 27, 23, tzinfo=ZoneInfo("Asia/Seoul"))  # Friday 16:00 in Rīga
    assert office().add_working_hours(seoul, 8) == riga(2026, 11, 30, 16)


@pytest.mark.parametrize(
    ("day", "hours"), [(date(2026, 3, 29), 3), (date(2026, 10, 25), 5), (date(2026, 3, 22), 4)]
)
def test_a_window_in_which_the_clock_changes_is_as_long_as_it_lasts(day: date, hours: int) -> None:
    night = WorkingTime(((7, time(1), time(5)),), "Europe/Riga")
    opens = datetime.combine(day, time(1), RIGA)
    assert night.add_working_hours(opens, hours) == datetime.combine(day, time(5), RIGA)


def stepped(working: WorkingTime, moment: datetime, minutes: int) -> datetime:
    """The same by looking at every single minute."""
    now = moment.astimezone(UTC)
    while minutes:
        local = now.astimezone(ZoneInfo(working.zone))
        minute = local.hour * 60 + local.minute
        works = any(
            day == local.isoweekday()
            and opens.hour * 60 + opens.minute <= minute < ((closes.hour * 60 + closes.minute) or 1440)
            for day, opens, closes in working.windows
        )
        if works and local.date() not in working.holidays:
            minutes -= 1
        now += timedelta(minutes=1)
    return now


hours = st.integers(0, 23).map(time)
windows = st.tuples(st.integers(1, 7), hours, hours).filter(lambda w: w[1] < w[2] or w[2] == time(0))


@settings(max_examples=60)
@given(
    st.lists(windows, min_size=2, max_size=5),
    st.datetimes(datetime(2026, 3, 26), datetime(2026, 4, 1))
    | st.datetimes(datetime(2026, 10, 22), datetime(2026, 10, 28)),
    st.integers(1, 600),
    st.sets(st.dates(date(2026, 3, 26), date(2026, 4, 1)), max_size=2),
)
def test_it_agrees_with_counting_every_minute(
    chosen: list[Window], moment: datetime, minutes: int, holidays: set[date]
) -> None:
    working = WorkingTime(tuple(chosen), "Europe/Riga", frozenset(holidays))
    start = moment.replace(second=0, microsecond=0, tzinfo=UTC)
    found = working.add_working_hours(start, Decimal(minutes) / 60)
    assert abs(found - stepped(working, start, minutes)) < timedelta(seconds=1)


def test_the_start_counts_as_the_first_working_day() -> None:
    monday = date(2026, 11, 23)
    assert office().add_working_days(monday, 1) == monday
    assert office().add_working_days(monday, 5) == date(2026, 11, 27)
    assert office().add_working_days(date(2026, 11, 21), 1) == monday


@given(st.dates(date(2026, 1, 1), date(2027, 1, 1)), st.integers(1, 60))
def test_days_added_are_days_counted(start: date, count: int) -> None:
    working = office(date(2026, 12, 24), date(2026, 12, 25))
    last = working.add_working_days(start, count)
    assert working.working_days_between(start - timedelta(days=1), last) == count
    assert working.is_working_day(last)


def test_no_days_lie_between_a_day_and_one_before_it() -> None:
    assert office().working_days_between(date(2026, 11, 27), date(2026, 11, 23)) == 0


def test_working_days_are_monday_to_friday_while_none_is_set() -> None:
    free = WorkingTime(())
    assert free.is_working_day(date(2026, 11, 27))
    assert not free.is_working_day(date(2026, 11, 28))
    with pytest.raises(ValueError, match="windows"):
        free.add_working_hours(riga(2026, 11, 27, 16), 1)


def test_a_calendar_without_work_is_noticed() -> None:
    days = (date(2026, 1, 1) + timedelta(days=n) for n in range(4000))
    with pytest.raises(ValueError, match="no working day"):
        WorkingTime((), holidays=frozenset(days)).next_working_day(date(2026, 1, 1))


def test_a_moment_needs_its_zone() -> None:
    with pytest.raises(ValueError, match="zone"):
        office().add_working_hours(datetime(2026, 11, 27, 16), 1)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 24), 1, date(2026, 12, 24)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2026, 12, 15), 13, date(2028, 1, 15)),
    ],
)
def test_a_day_that_a_month_lacks_becomes_its_last(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later
