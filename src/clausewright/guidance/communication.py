"""When and where one is reached, and how the client knows where the work stands."""

from collections.abc import Iterator
from datetime import time

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.party import CALLS, WRITTEN, WorkingHours
from clausewright.deal.terms import Rhythm
from clausewright.deal.working_time import MONDAY_TO_FRIDAY
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule
from clausewright.guidance.schedule import keeping_the_margin

USUAL_RESPONSE_HOURS = 8
OFFICE_HOURS = tuple(
    WorkingHours(weekday=weekday, opens=time(9), closes=time(17)) for weekday in sorted(MONDAY_TO_FRIDAY)
)
"""Ours; s1 problem 2 asks that it be settled, s3 round the clock that it end."""


def _office_hours(deal: Deal, context: Context) -> Deal:
    deal = changed(deal, "provider.hours", OFFICE_HOURS)
    own_zone = context.profile.provider.zone
    return changed(deal, "provider.zone", own_zone) if own_zone and not deal.provider.zone else deal


def _answer_in_a_day(deal: Deal, context: Context) -> Deal:
    if not deal.communication.response_hours:
        deal = changed(deal, "communication.response_hours", USUAL_RESPONSE_HOURS)
    return deal if deal.provider.hours else _office_hours(deal, context)


@rule(
    "communication.response-hours",
    Severity.BLOCK,
    "s1 problem 2.1-2.2",
    "s3 round the clock",
    house=True,
    fix=_answer_in_a_day,
)
def response_hours(deal: Deal, _: Context) -> Iterator[Spot]:
    if not deal.communication.response_hours:
        yield Spot("communication.response_hours", variant="response")
    if not deal.provider.hours:
        yield Spot("provider.hours", variant="hours")


def _nine_to_five(deal: Deal, context: Context) -> Deal:
    return keeping_the_margin(deal, _office_hours(deal, context), context)


@rule(
    "communication.not-round-the-clock",
    Severity.WARN,
    "s3 round the clock",
    "s0 hands-on client",
    house=True,
    fix=_nine_to_five,
)
def not_round_the_clock(deal: Deal, context: Context) -> Iterator[Spot]:
    working = context.time(deal)
    if working.covers_all_days():
        yield Spot("provider.hours", variant="week")
    elif any(working.covers_whole_day(weekday) for weekday in working.weekdays):
        yield Spot("provider.hours", variant="day")


@rule("communication.channels", Severity.WARN, "s1 problem 2.2-2.3", values={"channel": str})
def channels(deal: Deal, context: Context) -> Iterator[Spot]:
    ours, window = set(deal.communication.channels), deal.communication.call_window
    if not ours & WRITTEN:
        yield Spot("communication.channels", variant="written")
    if ours & CALLS:
        if window is None:
            yield Spot("communication.call_window", variant="window")
        elif deal.provider.hours and not context.time(deal).contains_window(window.opens, window.closes):
            yield Spot("communication.call_window", variant="outside")
    preferred = deal.client.preferred_channel
    if preferred in WRITTEN and preferred not in ours:
        yield Spot("communication.channels", {"channel": preferred.value}, "preferred")


def _weekly(deal: Deal, _: Context) -> Deal:
    return changed(deal, "communication.report", Rhythm.WEEKLY)


@rule("communication.status-reports", Severity.WARN, "s1 problem 2.1-2.2", house=True, fix=_weekly)
def status_reports(deal: Deal, _: Context) -> Iterator[Spot]:
    if deal.communication.report is None:
        yield Spot("communication.report", variant="missing")
    elif deal.communication.report is Rhythm.SEVERAL_A_DAY:
        yield Spot("communication.report", variant="often")


RULES: tuple[Rule, ...] = (response_hours, not_round_the_clock, channels, status_reports)
