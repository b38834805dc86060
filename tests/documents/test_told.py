"""Every number, unit and date that the client must know stands in the papers, with its unit."""

from collections.abc import Iterator
from datetime import date

from hypothesis import HealthCheck, given, settings

from clausewright.deal.agreement import Deal, for_client
from clausewright.deal.money import Money, percent_of
from clausewright.deal.payment import Due, InterestUnit
from clausewright.deal.price import DiscountUnit, PriceKind, TaxKind
from clausewright.deal.sums import item_price, refund_on_ending, stage_amounts, sums
from clausewright.deal.terms import NoticeUnit
from clausewright.documents.contract import contract
from clausewright.documents.quote import quote
from clausewright.wording import Format
from tests.documents.deals import client_deal
from tests.documents.reading import read
from tests.generated import deals

TODAY = date(2026, 11, 24)

some_deals = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@some_deals
@given(deals())
def test_the_contract_tells_all_that_the_client_must_know(deal: Deal) -> None:
    told = read(contract(for_client(deal), dated=TODAY)).replace("**", "")
    missing = [must for must in (*prices(deal), *terms(deal)) if clean(must) not in told]
    assert missing == []


@some_deals
@given(deals())
def test_the_quote_tells_all_that_the_client_must_know(deal: Deal) -> None:
    told = read(quote(for_client(deal), dated=TODAY)).replace("**", "")
    form = Format(deal.locale)
    musts = [*prices(deal)]
    if deal.price.issued:
        musts.append(form.short_day(deal.price.issued))
    if deal.price.valid_until:
        musts += [form.short_day(deal.price.valid_until), form.day(deal.price.valid_until)]
    if deal.schedule.start:
        musts.append(form.day(deal.schedule.start))
    if deal.price.extra_rate is not None:
        musts.append(f"{form.rate(Money(deal.price.extra_rate, deal.price.currency))} per hour")
    assert [must for must in musts if clean(must) not in told] == []


def clean(text: str) -> str:
    return text.replace("\u00a0", " ")


def counted(number: object, one: str, form: Format) -> str:
    return f"{form.number(number)} {one if number == 1 else one + 's'}"  # type: ignore[arg-type]


def prices(deal: Deal) -> Iterator[str]:
    """What both papers tell of the price, as it is written."""
    form, price, made = Format(deal.locale), deal.price, sums(deal)
    unit = price.period.unit.value
    if price.kind is PriceKind.FIXED:
        yield form.amount(made.net)
        yield price.currency
        yield from (form.amount(item_price(deal, item)) for item in deal.scope.deliverables)
        for stage, amount in zip(deal.payment.stages, stage_amounts(deal), strict=True):
            yield form.percent(stage.share)
            yield form.amount(amount)
            if stage.due is Due.ON_DATE and stage.due_on:
                yield f"on {form.day(stage.due_on)}"
    if price.kind is PriceKind.HOURLY and price.hourly_rate is not None:
        yield form.rate(Money(price.hourly_rate, price.currency))
    if price.kind is PriceKind.RETAINER:
        yield form.money(made.net)
    if price.is_periodic:
        yield unit
        if price.period.due_day and price.period.due_day > 1:
            yield f"day {price.period.due_day} of that {unit}"
        for hours in (price.period.hours, price.period.cap_hours, price.period.minimum_hours):
            if hours:
                yield counted(hours, "hour", form)
        if price.period.cap_amount:
            yield form.money(Money(price.period.cap_amount, price.currency))
    if price.tax.kind is TaxKind.RATE:
        yield form.percent(price.tax.rate)
        if price.kind is PriceKind.FIXED or made.total:
            yield form.amount(made.tax)
            yield form.amount(made.total)
    if price.confidentiality_surcharge:
        yield form.percent(price.confidentiality_surcharge)
    if price.discount.value:
        taken = (
            made.discount
            if made.items or deal.is_fixed_price
            else Money(price.discount.value, price.currency)
        )
        percent = price.discount.unit is DiscountUnit.PERCENT
        yield form.percent(price.discount.value) if percent else form.amount(taken)
        if price.discount.ends:
            yield form.day(price.discount.ends)


def terms(deal: Deal) -> Iterator[str]:
    """What the contract tells besides."""
    form, price, payment = Format(deal.locale), deal.price, deal.payment
    business, fixed = not deal.client.is_consumer, deal.is_fixed_price
    for part in price.contingent:
        yield form.money(Money(part.amount, price.currency))
    if price.extra_rate is not None:
        yield f"{form.rate(Money(price.extra_rate, price.currency))} per hour"
    if price.rush_surcharge is not None:
        yield form.percent(price.rush_surcharge)
        if price.extra_rate is not None:
            rush = Money(price.extra_rate, price.currency) * (1 + price.rush_surcharge / 100)
            yield f"{form.money(rush.rounded())} per hour"
    if business:
        units = {InterestUnit.PER_YEAR: "year", InterestUnit.PER_MONTH: "month", InterestUnit.PER_DAY: "day"}
        yield f"{form.percent(payment.late_interest.rate)} per {units[payment.late_interest.unit]}"
        yield form.percent(deal.exit.liability_cap)
    if payment.suspension:
        yield counted(payment.suspension_after, "day", form)
    if payment.guarantee and (fixed or deal.schedule.promised):
        yield f"{form.percent(payment.guarantee.percent)} of the price"
        if fixed:
            yield form.money(percent_of(sums(deal).total, payment.guarantee.percent))
    if payment.kill_fee and business and fixed:
        yield f"{form.percent(payment.kill_fee)} of the price"
    if fixed and payment.stages:
        ids = [stage.id for stage in payment.stages][:2]
        made = refund_on_ending(deal, ids, ids[:-1])
        yield from (
            form.amount(amount)
            for amount in (made.prepaid, made.accepted, made.kill_fee, made.refund)
            if amount
        )
        yield f"Refund | {form.amount(made.refund)}"
    yield from dates(deal, form)
    yield from counts(deal, form)


def dates(deal: Deal, form: Format) -> Iterator[str]:
    known = [deal.schedule.start, deal.schedule.promised]
    known += [material.due for material in deal.scope.materials]
    known += [decision.on for decision in deal.scope.decisions]
    yield from (form.day(day) for day in known if day)
    yield form.day(TODAY)


def counts(deal: Deal, form: Format) -> Iterator[str]:
    revisions, exit = deal.revisions, deal.exit
    if revisions.rounds is not None and not revisions.unlimited:
        yield counted(revisions.rounds, "revision round", form)
    if revisions.feedback_days is not None:
        yield counted(revisions.feedback_days, "working day", form)
    if revisions.support_days:
        yield counted(revisions.support_days, "calendar day", form)
    if revisions.silence_days is not None:
        yield counted(revisions.silence_days, "working day", form)
    if deal.communication.response_hours is not None:
        yield counted(deal.communication.response_hours, "working hour", form)
    if deal.rights.confidential and deal.rights.confidential_years:
        yield counted(deal.rights.confidential_years, "year", form)
    if deal.is_ongoing and deal.term.months is not None:
        yield counted(deal.term.months, "month", form)
    if notice := deal.term.price_notice:
        units = {NoticeUnit.DAYS: "day", NoticeUnit.WEEKS: "week", NoticeUnit.MONTHS: "month"}
        yield counted(notice.length, units[notice.unit], form)
    if exit.notice_days:
        yield counted(exit.notice_days, "calendar day", form)
    yield counted(exit.remedy_days, "working day", form)
    if exit.talks_days:
        yield counted(exit.talks_days, "calendar day", form)


@some_deals
@given(deals())
def test_what_was_typed_is_never_read_as_markup(deal: Deal) -> None:
    told = read(contract(for_client(deal), dated=TODAY))
    for exclusion in deal.scope.exclusions:
        assert f"- {exclusion}".rstrip() in told


def test_a_rate_finer_than_the_smallest_coin_is_told_in_full() -> None:
    item = {"id": "w", "name": "Words", "quantity": "1000", "unit": "words", "rate": "0.085"}
    deal = client_deal({"scope.deliverables": [item]})
    assert "Words | 1,000 words | 0.085 | 85.00" in read(quote(deal, dated=TODAY))
