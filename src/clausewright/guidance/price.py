"""What the work costs, and that the client sees what for."""

from collections.abc import Iterator
from decimal import Decimal

from clausewright.deal.agreement import Deal
from clausewright.deal.change import unused_id
from clausewright.deal.field import is_blank
from clausewright.deal.money import Money, split
from clausewright.deal.party import ClientKind
from clausewright.deal.plan import is_period_prepaid, is_prepaid
from clausewright.deal.price import DiscountUnit
from clausewright.deal.scope import Deliverable
from clausewright.deal.sums import item_price, sums
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule

FEWEST_STEPS = 3
"""Included steps that show what a single price is paid for; ours, the article has the principle."""


@rule("price.state-it-yourself", Severity.WARN, "s1 problem 1, rule 1")
def state_it_yourself(deal: Deal, _: Context) -> Iterator[Spot]:
    if deal.client.budget_asked and deal.client.kind not in (ClientKind.AGENCY, ClientKind.EMPLOYER):
        yield Spot("client.budget_asked")


def _steps(item: Deliverable) -> tuple[str, ...]:
    return tuple(step for step in item.steps if not is_blank(step))


def _items_with_a_price(deal: Deal) -> list[tuple[int, Deliverable]]:
    """The items that the total pays for. An hourly or ongoing deal prices the period, and its items
    are what the period buys."""
    return [
        (index, item)
        for index, item in enumerate(deal.scope.deliverables)
        if item.counts and (deal.price.is_periodic or item.is_priced)
    ]


def _parts(deal: Deal, item: Deliverable) -> tuple[Money, ...]:
    steps = _steps(item)
    if len(steps) < 2 or deal.price.is_periodic or deal.price.discount.item:
        return ()
    return split(item_price(deal, item), [Decimal(100) / len(steps)] * len(steps))


def _by_steps(deal: Deal, _: Context) -> Deal:
    ((index, item),) = _items_with_a_price(deal)
    shared = zip(_steps(item), _parts(deal, item), strict=True)
    taken = {other.id for other in deal.scope.deliverables}
    split_up = [
        Deliverable(
            id=item.id if number == 0 else unused_id(item.id, taken),
            name=step,
            description=item.description if number == 0 else "",
            plain_description=item.plain_description if number == 0 else "",
            steps=(step,),
            price=price.amount,
            estimated_hours=item.estimated_hours if number == 0 else None,
            trial=item.trial,
        )
        for number, (step, price) in enumerate(shared)
    ]
    items = deal.scope.deliverables
    scope = deal.scope.model_copy(update={"deliverables": (*items[:index], *split_up, *items[index + 1 :])})
    return deal.model_copy(update={"scope": scope})


@rule(
    "price.itemised",
    Severity.WARN,
    "s1 problem 1, rule 2",
    values={"steps": int},
    house=True,
    fix=_by_steps,
)
def itemised(deal: Deal, _: Context) -> Iterator[Spot]:
    items = _items_with_a_price(deal)
    if not items:
        yield Spot("scope.deliverables", {"steps": 0}, "none", can_fix=False)
    elif len(items) == 1 and len(_steps(items[0][1])) < FEWEST_STEPS:
        ((index, item),) = items
        parts = _parts(deal, item)
        yield Spot(
            f"scope.deliverables.{index}.steps",
            {"steps": len(_steps(item))},
            can_fix=bool(parts) and all(part.amount > 0 for part in parts),
        )


@rule("price.inclusions", Severity.BLOCK, "s1 problem 1, rule 2", "s1 principle 9", values={"item": str})
def inclusions(deal: Deal, _: Context) -> Iterator[Spot]:
    for index, item in enumerate(deal.scope.deliverables):
        if is_blank(item.description) and not _steps(item):
            yield Spot(f"scope.deliverables.{index}.steps", {"item": item.name})


@rule("price.exclusions", Severity.WARN, "s1 problem 5.1", "s1 problem 1, rule 2")
def exclusions(deal: Deal, _: Context) -> Iterator[Spot]:
    if all(is_blank(exclusion) for exclusion in deal.scope.exclusions):
        yield Spot("scope.exclusions")


@rule("price.references-first", Severity.ADVISE, "s1 problem 1, rule 2", "s1 principle 6")
def references_first(deal: Deal, context: Context) -> Iterator[Spot]:
    if context.is_new_client(deal) and not deal.scope.has_reference:
        yield Spot("scope.references")


def hours_of(deal: Deal) -> Decimal:
    """The hours that the price pays for: estimated for the work, or included in a period."""
    if deal.price.is_periodic:
        return deal.price.period.hours or Decimal(0)
    return sum(
        (item.estimated_hours or Decimal(0) for item in deal.scope.deliverables if item.counts), Decimal(0)
    )


def hourly_return(deal: Deal) -> Decimal | None:
    """What an hour of this deal brings before tax, not rounded; None while it can't be told."""
    hours = hours_of(deal)
    if not deal.is_hourly:
        return sums(deal).net.amount / hours if hours else None
    rate, discount = deal.price.hourly_rate, deal.price.discount
    if rate is None or not discount.value:
        return rate
    if hours:
        return sums(deal).net.amount / hours
    return rate * (100 - discount.value) / 100 if discount.unit is DiscountUnit.PERCENT else None


def _below_minimum(deal: Deal, context: Context) -> Iterator[Spot]:
    minimum, brings = context.profile.minimum_hourly_rate, hourly_return(deal)
    if context.profile.currency != deal.price.currency or not minimum or brings is None:
        return
    if brings < minimum:
        currency = deal.price.currency
        field = "price.hourly_rate" if deal.is_hourly else "price"
        yield Spot(field, {"brings": Money(brings, currency).rounded(), "minimum": Money(minimum, currency)})


_FLOOR = {"brings": Money, "minimum": Money}


@rule("price.floor", Severity.WARN, "s1 problem 1, rule 1.2", "s1 problem 1, discounts", values=_FLOOR)
def floor(deal: Deal, context: Context) -> Iterator[Spot]:
    if not deal.price.discount.value:
        yield from _below_minimum(deal, context)


@rule("price.floor-after-discount", Severity.BLOCK, "s1 problem 1, discounts", values=_FLOOR, house=True)
def floor_after_discount(deal: Deal, context: Context) -> Iterator[Spot]:
    if deal.price.discount.value:
        for spot in _below_minimum(deal, context):
            yield Spot("price.discount.value", spot.values)


@rule("price.profit-share", Severity.BLOCK, "s1 decline 3", values={"amount": Money})
def profit_share(deal: Deal, _: Context) -> Iterator[Spot]:
    for index, part in enumerate(deal.price.contingent):
        if part.counted:
            yield Spot(
                f"price.contingent.{index}.counted", {"amount": Money(part.amount, deal.price.currency)}
            )


@rule("price.free-trial", Severity.BLOCK, "s1 decline 9", values={"item": str})
def free_trial(deal: Deal, context: Context) -> Iterator[Spot]:
    prepaid = _all_prepaid(deal, context)
    for index, item in enumerate(deal.scope.deliverables):
        if item.trial is None:
            continue
        if not deal.price.is_periodic and not item_price(deal, item):
            yield Spot(f"scope.deliverables.{index}.price", {"item": item.name}, "free")
        elif not prepaid:
            yield Spot(f"scope.deliverables.{index}.trial", {"item": item.name}, "unpaid")


def _all_prepaid(deal: Deal, context: Context) -> bool:
    if deal.price.is_periodic:
        return is_period_prepaid(deal)
    time = context.time(deal)
    return all(is_prepaid(deal, index, time) for index in range(len(deal.payment.stages)))


RULES: tuple[Rule, ...] = (
    state_it_yourself,
    itemised,
    inclusions,
    exclusions,
    references_first,
    floor,
    floor_after_discount,
    profit_share,
    free_trial,
)
