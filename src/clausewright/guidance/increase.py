"""Price increases: with notice, with a reason, and carried through."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from clausewright.deal.agreement import Deal, Status
from clausewright.deal.change import changed
from clausewright.deal.field import is_blank
from clausewright.deal.money import Money
from clausewright.deal.profile import PriceNotice
from clausewright.deal.terms import Notice, NoticeUnit
from clausewright.deal.working_time import add_months
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule
from clausewright.guidance.price import hourly_return

SHORTEST_NOTICE_DAYS = 30
"""A month in days, for a notice that is given in days or weeks; s1 raising prices 1 says one month."""

TERMS_IN_MONTHS = (6, 12)
"""s1 raising prices 4."""

_LINK = re.compile(r"https?://\S+")


def is_long_enough(notice: Notice) -> bool:
    """Whether a notice is a month at least: 30 days are, 29 days and 4 weeks are not."""
    days = {NoticeUnit.DAYS: 1, NoticeUnit.WEEKS: 7, NoticeUnit.MONTHS: SHORTEST_NOTICE_DAYS}[notice.unit]
    return notice.length * days >= SHORTEST_NOTICE_DAYS


def first_day_in_time(letter: PriceNotice, deal: Deal) -> date:
    """The later of a calendar month and the contract's own notice after the letter's date."""
    notice, month = deal.term.price_notice, add_months(letter.on, 1)
    match notice:
        case None:
            return month
        case Notice(unit=NoticeUnit.MONTHS):
            return max(month, add_months(letter.on, notice.length))
        case _:
            days = notice.length * (7 if notice.unit is NoticeUnit.WEEKS else 1)
            return max(month, letter.on + timedelta(days=days))


def renewals(deal: Deal) -> Iterator[date]:
    """The first days of the renewed terms, without end; none while start or term are missing."""
    start, months = deal.schedule.start, deal.term.months
    if start and months:
        term = 1
        while start.year + term * months // 12 < date.max.year:
            yield add_months(start, term * months)
            term += 1


def _letters_of(deal: Deal, context: Context) -> Iterator[tuple[int, PriceNotice]]:
    for index, letter in enumerate(context.letters):
        if letter.deal_id in ("", deal.id):
            yield index, letter


def _a_month(deal: Deal, _: Context) -> Deal:
    return changed(deal, "term.price_notice", Notice(length=1, unit=NoticeUnit.MONTHS))


@rule(
    "increase.notice",
    Severity.BLOCK,
    "s1 raising prices 1",
    values={"length": int, "unit": str, "effective": date, "earliest": date},
    house=True,
    fix=_a_month,
)
def notice(deal: Deal, context: Context) -> Iterator[Spot]:
    given = deal.term.price_notice
    if given is None:
        if deal.is_ongoing or deal.is_hourly:
            yield Spot("term.price_notice", variant="missing")
    elif not is_long_enough(given):
        yield Spot("term.price_notice", {"length": given.length, "unit": given.unit.value})
    for index, letter in _letters_of(deal, context):
        earliest = first_day_in_time(letter, deal)
        if letter.effective < earliest:
            dates = {"effective": letter.effective, "earliest": earliest}
            yield Spot(f"letters.{index}.effective", dates, "letter", can_fix=False)


@rule("increase.reasoned", Severity.BLOCK, "s1 raising prices 2")
def reasoned(_: Deal, context: Context) -> Iterator[Spot]:
    for index, letter in enumerate(context.letters):
        if is_blank(letter.reason):
            yield Spot(f"letters.{index}.reason", variant="blank")
        for name in ("reason", "text"):
            if re.search("[?？]", _LINK.sub("", getattr(letter, name))):
                yield Spot(f"letters.{index}.{name}", variant="question")


def _rate_in(deal: Deal, unit: str) -> Money | None:
    if unit == "hour":
        rate = deal.price.hourly_rate if deal.is_hourly else None
    else:
        rate = deal.price.period.amount if deal.price.period.unit.value == unit else None
    return None if rate is None else Money(rate, deal.price.currency)


@rule(
    "increase.followed-through",
    Severity.WARN,
    "s1 raising prices 3",
    values={"rate": Money, "announced": Money},
)
def followed_through(deal: Deal, context: Context) -> Iterator[Spot]:
    for letter in context.letters:
        rate = _rate_in(deal, letter.unit)
        is_another_deal = not letter.deal_id or letter.deal_id != deal.id
        if rate is None or rate.currency != letter.currency or not is_another_deal:
            continue
        announced = Money(letter.new_rate, letter.currency)
        if letter.takes_effect(context.today) and rate < announced:
            field = "price.hourly_rate" if letter.unit == "hour" else "price.period.amount"
            yield Spot(field, {"rate": rate, "announced": announced})


def _half_a_year_or_a_year(deal: Deal, _: Context) -> Deal:
    months = deal.term.months or TERMS_IN_MONTHS[1]
    nearest = min(TERMS_IN_MONTHS, key=lambda offered: (abs(offered - months), -offered))
    return changed(deal, "term.months", nearest)


@rule(
    "increase.at-renewal",
    Severity.ADVISE,
    "s1 raising prices 4",
    values={"months": int, "effective": date, "renewal": date},
    fix=_half_a_year_or_a_year,
)
def at_renewal(deal: Deal, context: Context) -> Iterator[Spot]:
    if not deal.is_ongoing:
        return
    months = deal.term.months
    if months not in TERMS_IN_MONTHS:
        yield Spot("term.months", {"months": months or 0}, "" if months else "missing")
    for index, letter in _letters_of(deal, context):
        renewal = next((day for day in renewals(deal) if day >= first_day_in_time(letter, deal)), None)
        if renewal and letter.effective not in _until(deal, letter.effective):
            dates = {"effective": letter.effective, "renewal": renewal}
            yield Spot(f"letters.{index}.effective", dates, "letter", can_fix=False)


def _until(deal: Deal, last: date) -> Iterator[date]:
    for day in renewals(deal):
        if day > last:
            return
        yield day


@rule(
    "increase.unprofitable-clients",
    Severity.ADVISE,
    "s1 raising prices",
    values={"rate": Money, "current": Money},
)
def unprofitable_clients(deal: Deal, context: Context) -> Iterator[Spot]:
    current, rate = context.profile.new_client_rate, hourly_return(deal)
    if deal.status is not Status.ACTIVE or not deal.is_ongoing or not current or rate is None:
        return
    if context.profile.currency == deal.price.currency and rate < current:
        currency = deal.price.currency
        yield Spot("price", {"rate": Money(rate, currency).rounded(), "current": Money(current, currency)})


RULES: tuple[Rule, ...] = (notice, reasoned, followed_through, at_renewal, unprofitable_clients)
