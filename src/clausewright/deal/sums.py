"""What a deal comes to: items, surcharge, discount, tax, stages and the refund on ending."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from clausewright.deal.agreement import Deal
from clausewright.deal.money import Money, percent_of, split
from clausewright.deal.payment import Stage
from clausewright.deal.price import DiscountUnit, PriceKind, TaxKind
from clausewright.deal.scope import Deliverable


@dataclass(frozen=True, slots=True)
class Sums:
    """The price of a fixed-price deal, or of one period of an hourly or ongoing one.

    ``net`` is before tax: items + surcharge + contingent - discount.
    """

    items: Money
    surcharge: Money
    contingent: Money
    discount: Money
    net: Money
    tax: Money
    total: Money


def item_price(deal: Deal, item: Deliverable) -> Money:
    """One item's price before discount and tax, rounded to the currency's smallest unit."""
    if item.price is not None:
        return Money(item.price, deal.price.currency).rounded()
    return Money((item.rate or Decimal(0)) * item.quantity, deal.price.currency).rounded()


def sums(deal: Deal) -> Sums:
    """All sums of the deal; with nothing priced yet they are zero."""
    zero = Money(Decimal(0), deal.price.currency)
    items = _items(deal)
    surcharge = percent_of(items, deal.price.confidentiality_surcharge)
    contingent = sum(
        (Money(part.amount, deal.price.currency).rounded() for part in deal.price.contingent if part.counted),
        zero,
    )
    before_discount = items + surcharge + contingent
    discount = min(_discount(deal, items), before_discount)
    net = before_discount - discount
    tax = percent_of(net, deal.price.tax.rate) if deal.price.tax.kind is TaxKind.RATE else zero
    return Sums(items, surcharge, contingent, discount, net, tax, net + tax)


def _items(deal: Deal) -> Money:
    price = deal.price
    if price.kind is PriceKind.HOURLY:
        return Money(
            (price.hourly_rate or Decimal(0)) * (price.period.hours or Decimal(0)), price.currency
        ).rounded()
    if price.kind is PriceKind.RETAINER:
        return Money(price.period.amount or Decimal(0), price.currency).rounded()
    zero = Money(Decimal(0), price.currency)
    return sum((item_price(deal, item) for item in deal.scope.deliverables if item.counts), zero)


def discounted_price(deal: Deal, items: Money | None = None) -> Money:
    """What the discount is taken from: the item that it names, else all items."""
    named = deal.price.discount.item
    for item in deal.scope.deliverables:
        if named and item.id == named:
            return item_price(deal, item)
    return _items(deal) if items is None else items


def _discount(deal: Deal, items: Money) -> Money:
    discount = deal.price.discount
    if discount.unit is DiscountUnit.AMOUNT:
        return Money(discount.value, deal.price.currency).rounded()
    return percent_of(discounted_price(deal, items), discount.value)


def unit_price(deal: Deal) -> Money:
    """What one unit of the deal costs before tax: an hour, a period, or the whole work."""
    if deal.is_hourly:
        return Money(deal.price.hourly_rate or Decimal(0), deal.price.currency)
    return sums(deal).net


def shares_complete(deal: Deal) -> bool:
    """Whether there are stages, each above 0 and of two decimals at most, that make exactly 100 percent."""
    shares = [stage.share for stage in deal.payment.stages]
    return (
        bool(shares)
        and all(share > 0 and round(share, 2) == share for share in shares)
        and sum(shares) == 100
    )


def stage_amounts(deal: Deal) -> tuple[Money, ...]:
    """Each stage's share of the total with tax: rounded down to the smallest unit, the last takes the
    rest. Shares that don't make the whole yet are each rounded down."""
    total = sums(deal).total
    shares = [stage.share for stage in deal.payment.stages]
    if shares_complete(deal):
        return split(total, shares)
    return tuple(Money(total.amount * share / 100, total.currency).rounded_down() for share in shares)


@dataclass(frozen=True, slots=True)
class Refund:
    """What goes back when the deal ends early: prepaid - accepted - kill fee, never below 0."""

    prepaid: Money
    accepted: Money
    kill_fee: Money
    refund: Money


def refund_on_ending(deal: Deal, paid: Collection[str], accepted: Collection[str]) -> Refund:
    """The refund when the client ends the deal with these stages (by id) paid and accepted.

    The kill fee is the agreed percent of the price of the stages that were not accepted; against a
    consumer there is none.
    """
    zero = Money(Decimal(0), deal.price.currency)
    amounts = tuple(zip(deal.payment.stages, stage_amounts(deal), strict=True))

    def of(chosen: Collection[str]) -> Money:
        return sum((amount for stage, amount in amounts if stage.id in chosen), zero)

    prepaid, done = of(paid), of(accepted)
    undone = sums(deal).total - done
    kill_fee = zero if deal.client.is_consumer else percent_of(undone, deal.payment.kill_fee)
    return Refund(prepaid, done, kill_fee, max(prepaid - done - kill_fee, zero))


def received(deal: Deal, stage: Stage) -> Money:
    """What was paid of a stage so far."""
    zero = Money(Decimal(0), deal.price.currency)
    return sum(
        (
            Money(payment.amount, deal.price.currency)
            for payment in deal.payment.received
            if payment.stage == stage.id
        ),
        zero,
    )


def has_paid_stage(deal: Deal) -> bool:
    """Whether a stage was paid in full, or a bill of a deal that has no stages."""
    if not deal.payment.stages:
        return bool(deal.payment.received)
    paid = (
        (received(deal, stage), amount)
        for stage, amount in zip(deal.payment.stages, stage_amounts(deal), strict=True)
    )
    return any(money and money >= amount for money, amount in paid)
