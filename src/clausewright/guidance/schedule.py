"""When it is started, promised and agreed: with room to breathe, and not before it is signed."""

from collections.abc import Iterator
from datetime import date

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.field import is_blank
from clausewright.deal.plan import buffer, planned_finish
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule

BUFFER_DAYS = 2
"""Working days: s0 hands-on client finishes on Wednesday what is promised for Friday."""

FEWEST_DAYS_TO_ASK = 3
"""Working days; ours, s2 pushes limits asks for ample time."""


def with_margin(deal: Deal, context: Context) -> Deal:
    """Promised for the planned finish and two working days more."""
    time = context.time(deal)
    finish = planned_finish(deal, time)
    if finish is None:
        return deal
    return changed(deal, "schedule.promised", time.add_working_days(finish, 1 + BUFFER_DAYS))


def keeping_the_margin(before: Deal, after: Deal, context: Context) -> Deal:
    """A deal whose plan has moved, its promised date moved along where it must: the buffer never
    shrinks below what it was, or below 0 where there was none."""
    margin = buffer(before, context.time(before)) or 0
    time = context.time(after)
    finish, promised = planned_finish(after, time), after.schedule.promised
    if finish is None or promised is None:
        return after
    if promised >= finish and time.working_days_between(finish, promised) >= margin:
        return after
    return changed(after, "schedule.promised", time.add_working_days(finish, 1 + margin))


@rule(
    "schedule.buffer",
    Severity.WARN,
    "s0 hands-on client",
    "s1 prepayment 3",
    values={"days": int},
    house=True,
    fix=with_margin,
)
def short_buffer(deal: Deal, context: Context) -> Iterator[Spot]:
    time = context.time(deal)
    days, finish = buffer(deal, time), planned_finish(deal, time)
    is_feasible = finish and deal.schedule.promised and deal.schedule.promised >= finish
    if is_feasible and days is not None and days < BUFFER_DAYS:
        yield Spot("schedule.promised", {"days": days})


@rule(
    "schedule.feasible",
    Severity.BLOCK,
    "s1 principle 5",
    "s2 unrealistic expectations",
    values={"promised": date, "finish": date},
    fix=with_margin,
)
def feasible(deal: Deal, context: Context) -> Iterator[Spot]:
    finish, promised = planned_finish(deal, context.time(deal)), deal.schedule.promised
    if finish and promised and promised < finish:
        yield Spot("schedule.promised", {"promised": promised, "finish": finish})


def _start_when_signed(deal: Deal, context: Context) -> Deal:
    start = context.time(deal).next_working_day(context.signing_date(deal))
    return keeping_the_margin(deal, changed(deal, "schedule.start", start), context)


@rule(
    "schedule.signed-before-start",
    Severity.BLOCK,
    "s3 anti-contract",
    "s2 pushes limits",
    values={"start": date, "signed": date},
    fix=_start_when_signed,
)
def signed_before_start(deal: Deal, context: Context) -> Iterator[Spot]:
    start, signed = deal.schedule.start, context.signing_date(deal)
    if start and start < signed:
        yield Spot("schedule.start", {"start": start, "signed": signed})


def _valid_until_start(deal: Deal, _: Context) -> Deal:
    return changed(deal, "price.valid_until", deal.schedule.start)


@rule(
    "schedule.valid-until-start",
    Severity.WARN,
    "s3 anti-contract",
    "s2 pushes limits",
    values={"until": date, "start": date},
    house=True,
    fix=_valid_until_start,
)
def valid_until_start(deal: Deal, _: Context) -> Iterator[Spot]:
    start, until = deal.schedule.start, deal.price.valid_until
    if deal.signing_date is None and start and until and until > start:
        yield Spot("price.valid_until", {"until": until, "start": start})


@rule("schedule.time-to-ask", Severity.ADVISE, "s2 pushes limits", values={"days": int}, house=True)
def time_to_ask(deal: Deal, context: Context) -> Iterator[Spot]:
    issued, until = deal.price.issued, deal.price.valid_until
    if issued and until:
        days = context.time(deal).working_days_between(issued, until)
        if days < FEWEST_DAYS_TO_ASK:
            yield Spot("price.valid_until", {"days": days}, "days")
    if is_blank(deal.provider.email) and is_blank(deal.provider.phone):
        yield Spot("provider.email", {"days": 0}, "contact")


RULES: tuple[Rule, ...] = (short_buffer, feasible, signed_before_start, valid_until_start, time_to_ask)
