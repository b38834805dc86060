"""Sums add up to the last unit, always."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.money import Money, minor_units
from clausewright.deal.sums import (
    item_price,
    refund_on_ending,
    shares_complete,
    stage_amounts,
    sums,
    unit_price,
)

amounts = st.decimals(0, 10**9, places=4, allow_nan=False, allow_infinity=False)
percents = st.decimals(0, 100, places=2)
currencies = st.sampled_from(["EUR", "KRW", "KWD", "JPY", "USD"])


def priced(**price: object) -> Deal:
    items = [{"id": "a", "price": "1000"}, {"id": "b", "quantity": "1.5", "rate": "200"}]
    return Deal.model_validate({"scope": {"deliverables": items}, "price": price})


def shares() -> st.SearchStrategy[list[Decimal]]:
    """Shares above 0 with two decimals that make exactly 100."""
    return st.lists(st.integers(1, 9999), max_size=8, unique=True).map(
        lambda cuts: [
            Decimal(high - low) / 100
            for low, high in zip([0, *sorted(cuts)], [*sorted(cuts), 10000], strict=True)
        ]
    )


@st.composite
def deals(draw: st.DrawFn) -> Deal:
    items = draw(st.lists(st.fixed_dictionaries({"rate": amounts, "quantity": amounts}), max_size=5))
    return Deal.model_validate(
        {
            "scope": {"deliverables": items},
            "price": {
                "currency": draw(currencies),
                "tax": {"kind": "rate", "rate": draw(percents)},
                "discount": {"value": draw(amounts), "unit": draw(st.sampled_from(["percent", "amount"]))},
                "confidentiality_surcharge": draw(percents),
            },
            "payment": {
                "stages": [{"id": f"s{n}", "share": share} for n, share in enumerate(draw(shares()))]
            },
        }
    )


@given(deals())
def test_the_parts_make_the_total_and_the_stages_make_it_too(deal: Deal) -> None:
    found = sums(deal)
    assert found.net == found.items + found.surcharge + found.contingent - found.discount
    assert found.total == found.net + found.tax
    assert shares_complete(deal)
    parts = stage_amounts(deal)
    assert sum((part.amount for part in parts), Decimal(0)) == found.total.amount


@given(deals())
def test_nothing_is_negative_or_finer_than_the_currency(deal: Deal) -> None:
    found = sums(deal)
    unit = Decimal(1).scaleb(-minor_units(deal.price.currency))
    for money in (
        found.items,
        found.surcharge,
        found.discount,
        found.net,
        found.tax,
        found.total,
        *stage_amounts(deal),
    ):
        assert money.amount >= 0
        assert money.amount % unit == 0


@given(deals(), st.data())
def test_a_refund_is_prepaid_less_accepted_work_less_kill_fee_and_never_below_zero(
    deal: Deal, data: st.DataObject
) -> None:
    deal = changed(deal, "payment.kill_fee", data.draw(percents))
    ids = [stage.id for stage in deal.payment.stages]
    paid, accepted = data.draw(st.sets(st.sampled_from(ids))), data.draw(st.sets(st.sampled_from(ids)))
    found = refund_on_ending(deal, paid, accepted)
    assert found.refund.amount == max(found.prepaid.amount - found.accepted.amount - found.kill_fee.amount, 0)


def test_tax_surcharge_and_discount_are_taken_in_this_order() -> None:
    found = sums(
        priced(
            confidentiality_surcharge="30",
            discount={"value": "10"},
            tax={"kind": "rate", "rate": "21"},
        )
    )
    assert [
        m.amount for m in (found.items, found.surcharge, found.discount, found.net, found.tax, found.total)
    ] == [
        Decimal("1300.00"),
        Decimal("390.00"),
        Decimal("130.00"),
        Decimal("1560.00"),
        Decimal("327.60"),
        Decimal("1887.60"),
    ]


def test_a_discount_on_one_item_is_taken_from_that_item() -> None:
    assert sums(priced(discount={"value": "10", "item": "b"})).discount.amount == 30


def test_a_discount_is_never_larger_than_the_price() -> None:
    assert sums(priced(discount={"value": "5000", "unit": "amount"})).total.amount == 0


@pytest.mark.parametrize("kind", ["exempt", "reverse-charge"])
def test_no_tax_is_charged_where_none_is_due(kind: str) -> None:
    assert sums(priced(tax={"kind": kind, "rate": "21"})).tax.amount == 0


def test_options_count_only_when_they_are_chosen() -> None:
    deal = priced()
    deal = changed(deal, "scope.deliverables.1.optional", True)
    assert sums(deal).total.amount == 1000
    assert sums(changed(deal, "scope.deliverables.1.chosen", True)).total.amount == 1300


def test_a_profit_share_counts_only_where_it_is_counted() -> None:
    share = {"description": "of sales", "amount": "200"}
    assert sums(priced(contingent=[share])).total.amount == 1300
    assert sums(priced(contingent=[{**share, "counted": True}])).total.amount == 1500


def test_a_fixed_price_wins_over_quantity_and_rate() -> None:
    deal = changed(priced(), "scope.deliverables.1.price", "99")
    assert item_price(deal, deal.scope.deliverables[1]) == Money(Decimal("99.00"), "EUR")


def test_each_stage_is_rounded_down_and_the_last_takes_the_rest() -> None:
    deal = Deal.model_validate(
        {
            "scope": {"deliverables": [{"price": "100.01"}]},
            "payment": {"stages": [{"share": "33.33"}, {"share": "33.33"}, {"share": "33.34"}]},
        }
    )
    assert [str(part.amount) for part in stage_amounts(deal)] == ["33.33", "33.33", "33.35"]


@pytest.mark.parametrize("given_shares", [[], ["50", "49.99"], ["0", "100"], ["33.333", "66.667"]])
def test_shares_are_incomplete_unless_they_make_exactly_100_with_two_decimals(
    given_shares: list[str],
) -> None:
    deal = Deal.model_validate({"payment": {"stages": [{"share": share} for share in given_shares]}})
    assert not shares_complete(deal)


def test_hourly_and_retainer_deals_are_priced_by_the_period() -> None:
    hourly = priced(kind="hourly", hourly_rate="60", period={"hours": "10.5"})
    assert sums(hourly).total.amount == 630
    assert unit_price(hourly).amount == 60
    retainer = priced(kind="retainer", period={"amount": "2400"})
    assert sums(retainer).total.amount == 2400


def test_no_kill_fee_is_taken_from_a_consumer() -> None:
    deal = changed(priced(), "payment.stages", [{"id": "s1", "share": "50"}, {"id": "s2", "share": "50"}])
    deal = changed(deal, "payment.kill_fee", "10")
    assert refund_on_ending(deal, {"s1", "s2"}, {"s1"}).refund.amount == 585
    private = changed(deal, "client.kind", "person")
    assert refund_on_ending(private, {"s1", "s2"}, {"s1"}).refund.amount == 650
