"""When things happen: planned finish and buffer, what is prepaid, what is overdue. All of it derived."""

from collections.abc import Iterator
from datetime import date

from clausewright.deal.agreement import Deal
from clausewright.deal.payment import Due, Stage
from clausewright.deal.sums import received, stage_amounts
from clausewright.deal.working_time import WorkingTime


def working_time(deal: Deal, holidays: frozenset[date] = frozenset()) -> WorkingTime:
    """The provider's working time; Monday to Friday while none is set."""
    windows = tuple((hours.weekday, hours.opens, hours.closes) for hours in deal.provider.hours)
    return WorkingTime(windows, deal.provider.zone or "UTC", holidays)


def stage_starts(deal: Deal, time: WorkingTime) -> tuple[date | None, ...]:
    """Each stage's planned first day: the start for the first, else the working day after the one
    before ends. None from the first stage on whose days, or the start, are not known."""
    return tuple(start for start, _ in _spans(deal, time))


def _spans(deal: Deal, time: WorkingTime) -> Iterator[tuple[date | None, date | None]]:
    """First and last day of each stage; a stage of no days ends before it starts."""
    start = deal.schedule.start and time.next_working_day(deal.schedule.start)
    done = 0
    for stage in deal.payment.stages:
        if start is None:
            yield None, None
            continue
        first = time.add_working_days(start, done + 1)
        if stage.days is None:
            start = None
            yield first, None
            continue
        done += stage.days
        yield first, time.add_working_days(start, done) if done else start


def planned_finish(deal: Deal, time: WorkingTime) -> date | None:
    """The n-th working day, n being the sum of the stages' days and the start (or the first working
    day after it) day 1; None while the start, the stages or a stage's days are missing."""
    days = [stage.days for stage in deal.payment.stages]
    total = sum(day for day in days if day)
    if deal.schedule.start is None or not total or None in days:
        return None
    return time.add_working_days(deal.schedule.start, total)


def buffer(deal: Deal, time: WorkingTime) -> int | None:
    """Working days after the planned finish through the promised date; None while either is missing."""
    finish = planned_finish(deal, time)
    if finish is None or deal.schedule.promised is None:
        return None
    return time.working_days_between(finish, deal.schedule.promised)


def is_prepaid(deal: Deal, index: int, time: WorkingTime) -> bool:
    """Due on signing, before the stage, on acceptance of the stage before, or by a date not after the
    stage's planned start; the same day counts. Without a planned start the deal's start stands in."""
    stage = deal.payment.stages[index]
    if stage.due is Due.ON_DATE:
        start = stage_starts(deal, time)[index] or deal.schedule.start
        return stage.due_on is not None and start is not None and stage.due_on <= start
    return stage.due in (Due.ON_SIGNING, Due.BEFORE_STAGE, Due.ON_PREVIOUS_ACCEPTANCE)


def is_period_prepaid(deal: Deal) -> bool:
    """Whether an hourly or ongoing deal's bill is due by the period's first day."""
    return deal.price.period.due_day == 1


def due_date(deal: Deal, index: int, time: WorkingTime) -> date | None:
    """The day on which a stage falls due, as far as it is known; a later agreed date replaces it."""
    stage = deal.payment.stages[index]
    if stage.agreed_due is not None:
        return stage.agreed_due
    before = deal.payment.stages[index - 1] if index else None
    match stage.due:
        case Due.ON_DATE:
            return stage.due_on
        case Due.ON_ACCEPTANCE:
            return stage.accepted_on
        case Due.ON_PREVIOUS_ACCEPTANCE if before is not None:
            return before.accepted_on
        case Due.BEFORE_STAGE:
            return stage_starts(deal, time)[index]
        case Due.ON_SIGNING | Due.ON_PREVIOUS_ACCEPTANCE:
            return deal.signing_date
        case _:
            return None


def overdue_stages(deal: Deal, time: WorkingTime, today: date) -> tuple[Stage, ...]:
    """Stages unpaid and due before today; due today is not overdue. What was never signed is not owed."""
    if deal.signing_date is None:
        return ()
    amounts = stage_amounts(deal)
    return tuple(
        stage
        for index, stage in enumerate(deal.payment.stages)
        if (due := due_date(deal, index, time)) and due < today and received(deal, stage) < amounts[index]
    )
