"""Values as a locale writes them; what must not be parted holds together."""

from datetime import date, time
from decimal import Decimal

import pytest

from clausewright.deal.money import Money
from clausewright.wording import Format

NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("locale", "amount", "currency", "written"),
    [
        ("en_GB", "12400", "EUR", f"12,400.00{NBSP}EUR"),
        ("lv", "12480.5", "EUR", f"12{NBSP}480,50{NBSP}EUR"),
        ("fi", "12480.5", "EUR", f"12{NBSP}480,50{NBSP}EUR"),
        ("fr", "12480.5", "EUR", f"12{NBSP}480,50{NBSP}EUR"),
        ("ko", "12400", "KRW", f"12,400{NBSP}KRW"),
        ("en_GB", "1.2345", "KWD", f"1.235{NBSP}KWD"),
        ("en_GB", "0", "EUR", f"0.00{NBSP}EUR"),
    ],
)
def test_money_has_its_currencys_decimals_and_does_not_break(
    locale: str, amount: str, currency: str, written: str
) -> None:
    assert Format(locale).money(Money(Decimal(amount), currency)) == written


@pytest.mark.parametrize(
    ("rate", "currency", "written"),
    [
        ("480", "EUR", f"480.00{NBSP}EUR"),
        ("0.085", "EUR", f"0.085{NBSP}EUR"),
        ("12000", "KRW", f"12,000{NBSP}KRW"),
        ("12.5", "KRW", f"12.5{NBSP}KRW"),
    ],
)
def test_a_rate_may_be_finer_than_the_smallest_coin(rate: str, currency: str, written: str) -> None:
    assert Format("en_GB").rate(Money(Decimal(rate), currency)) == written


@pytest.mark.parametrize(
    ("locale", "written"),
    [("en_GB", f"1{NBSP}December{NBSP}2026"), ("en_US", f"December{NBSP}1,{NBSP}2026")],
)
def test_a_date_names_its_month(locale: str, written: str) -> None:
    assert Format(locale).day(date(2026, 12, 1)) == written


def test_percent_is_taken_as_it_is() -> None:
    assert Format("en_GB").percent(Decimal("33.33")) == "33.33%"
    assert Format("fi").percent(Decimal("25.00")) == f"25{NBSP}%"


def test_times_numbers_lists_and_countries_follow_the_locale() -> None:
    form = Format("en_GB")
    assert form.time(time(9, 30)) == "09:30"
    assert form.number(Decimal("1.50")) == "1.5"
    assert form.number(Decimal("12000")) == "12,000"
    assert form.list(("a", "b", "c")) == "a, b and c"
    assert form.country("LV") == "Latvia"
    assert form.weekday(1) == "Monday"
