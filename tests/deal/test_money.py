"""Money is exact, stays in its currency, and splits without a remainder."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausewright.deal.money import Money, is_currency, minor_units, percent_of, split

currencies = st.sampled_from(["EUR", "KRW", "KWD", "CLF"])
amounts = st.decimals(0, 10**12, places=4)


def eur(amount: str) -> Money:
    return Money(Decimal(amount), "EUR")


@pytest.mark.parametrize(
    ("code", "units"), [("EUR", 2), ("KRW", 0), ("JPY", 0), ("KWD", 3), ("HUF", 2), ("CLF", 4)]
)
def test_each_currency_has_the_decimals_of_iso_4217(code: str, units: int) -> None:
    assert minor_units(code) == units


@pytest.mark.parametrize("code", ["", "eur", "EURO", "XYZ", "€"])
def test_what_is_no_currency_is_refused(code: str) -> None:
    assert not is_currency(code)
    with pytest.raises(ValueError, match="no currency"):
        minor_units(code)


@given(amounts, st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=9), currencies)
def test_a_split_adds_up_to_the_last_unit(amount: Decimal, shares: list[Decimal], currency: str) -> None:
    total = Money(amount, currency).rounded()
    parts = split(total, shares)
    assert len(parts) == len(shares)
    assert sum((part.amount for part in parts), Decimal(0)) == total.amount


@given(amounts, st.integers(1, 60), currencies)
def test_equal_shares_differ_by_the_rest_alone(amount: Decimal, count: int, currency: str) -> None:
    total = Money(amount, currency).rounded()
    *parts, last = split(total, [Decimal(100) / count] * count)
    assert len(set(parts)) <= 1
    unit = Decimal(1).scaleb(-minor_units(currency))
    assert all(part <= last for part in parts)
    assert last.amount - (parts[0].amount if parts else last.amount) <= unit * count


def test_nothing_splits_into_nothing() -> None:
    with pytest.raises(ValueError, match="nothing to split"):
        split(eur("1"), [])


@pytest.mark.parametrize(
    ("amount", "rounded", "down"),
    [("0.005", "0.01", "0.00"), ("1.004", "1.00", "1.00"), ("2.999", "3.00", "2.99")],
)
def test_rounding_is_half_up_or_down(amount: str, rounded: str, down: str) -> None:
    assert eur(amount).rounded() == eur(rounded)
    assert eur(amount).rounded_down() == eur(down)


@given(amounts, st.decimals(0, 1000, places=4), currencies)
def test_a_percentage_is_never_finer_than_the_currency(
    amount: Decimal, percent: Decimal, currency: str
) -> None:
    part = percent_of(Money(amount, currency), percent)
    assert part == part.rounded()
    exact = amount * percent / 100
    assert abs(part.amount - exact) <= Decimal(1).scaleb(-minor_units(currency)) / 2


def test_two_currencies_neither_add_up_nor_compare() -> None:
    won = Money(Decimal(1), "KRW")
    for mistake in (
        lambda: eur("1") + won,
        lambda: eur("1") - won,
        lambda: eur("1") < won,
        lambda: won >= eur("1"),
    ):
        with pytest.raises(ValueError, match="don't add up"):
            mistake()


@pytest.mark.parametrize("amount", [Decimal("NaN"), Decimal("Infinity"), 1.5, 1])
def test_money_is_a_finite_decimal(amount: object) -> None:
    with pytest.raises(ValueError, match="finite Decimal"):
        Money(amount, "EUR")  # type: ignore[arg-type]
