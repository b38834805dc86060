"""Discounts: for something in return, and without an apology."""

import re
from collections.abc import Iterator
from decimal import Decimal

from clausewright.deal.agreement import Deal
from clausewright.deal.field import is_blank
from clausewright.deal.price import Concession, Discount, DiscountUnit
from clausewright.deal.sums import discounted_price
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule

MOST_FOR_REPEATED_STRUCTURE = 40
"""Percent: s1 discounts 2.2 sells a second text at 6,000 instead of 10,000."""

APOLOGIES = re.compile(
    r"\bapolog|\bsorry\b|\batvaino|\bpiedod|\banteeksi|죄송|미안|사과드|사과합|抱歉|对不起|道歉|不好意思",
    re.IGNORECASE,
)
"""Words of apology in the languages of the papers; regret ("regret", "diemžēl", 유감, 遗憾) is no apology."""


def _has_concession(discount: Discount) -> bool:
    if discount.concession is Concession.OTHER:
        return not is_blank(discount.concession_text)
    return discount.concession is not None


@rule("discount.needs-concession", Severity.BLOCK, "s1 discounts 2.1", values={"discount": Decimal})
def needs_concession(deal: Deal, _: Context) -> Iterator[Spot]:
    discount = deal.price.discount
    if discount.value and not discount.repeated_structure and not _has_concession(discount):
        yield Spot("price.discount.concession", {"discount": discount.value})


@rule("discount.no-future-promise", Severity.BLOCK, "s1 principle 4", "s1 decline 5")
def no_future_promise(deal: Deal, _: Context) -> Iterator[Spot]:
    discount = deal.price.discount
    if discount.value and discount.concession is Concession.FUTURE_PROMISE:
        yield Spot("price.discount.concession")


@rule("discount.by-complexity", Severity.WARN, "s1 discounts 2.2", values={"percent": Decimal}, house=True)
def by_complexity(deal: Deal, _: Context) -> Iterator[Spot]:
    discount, base = deal.price.discount, discounted_price(deal).amount
    if not discount.repeated_structure or not discount.value:
        return
    is_amount = discount.unit is DiscountUnit.AMOUNT
    above = (
        discount.value * 100 > base * MOST_FOR_REPEATED_STRUCTURE
        if is_amount
        else discount.value > MOST_FOR_REPEATED_STRUCTURE
    )
    if above:
        percent = round(discount.value * 100 / base, 1) if is_amount and base else discount.value
        yield Spot("price.discount.value", {"percent": percent})


def _texts_with_a_price(deal: Deal, context: Context) -> Iterator[tuple[str, str]]:
    yield "scope.quote_lead", deal.scope.quote_lead
    yield "scope.quote_note", deal.scope.quote_note
    yield "scope.quote_mail", deal.scope.quote_mail
    for index, letter in enumerate(context.letters):
        yield f"letters.{index}.reason", letter.reason
        yield f"letters.{index}.text", letter.text


@rule("discount.no-apology", Severity.ADVISE, "s1 discounts 1, third point", values={"word": str}, house=True)
def no_apology(deal: Deal, context: Context) -> Iterator[Spot]:
    for field, text in _texts_with_a_price(deal, context):
        if found := APOLOGIES.search(text):
            yield Spot(field, {"word": found[0]})


RULES: tuple[Rule, ...] = (needs_concession, no_future_promise, by_complexity, no_apology)
