"""Money, dates, times and numbers, written as a locale writes them (Unicode CLDR, through babel)."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from babel import Locale
from babel.dates import format_date, format_time, get_day_names
from babel.lists import format_list
from babel.numbers import format_decimal

from clausewright.deal.money import Money, minor_units

# Narrow and figure spaces become breakable in the PDF's text; the plain no-break space survives.
_SPACES = str.maketrans({"\u202f": "\u00a0", "\u2007": "\u00a0", "\u2009": "\u00a0"})


@dataclass(frozen=True, slots=True)
class Format:
    """Writes values for one locale, e.g. ``Format("en_GB")``."""

    locale: str

    def amount(self, money: Money) -> str:
        """The figure alone, with the currency's own number of decimals: 12,400.00."""
        pattern = "#,##0" + ("." + "0" * minor_units(money.currency) if minor_units(money.currency) else "")
        return format_decimal(money.rounded().amount, pattern, locale=self.locale).translate(_SPACES)

    def money(self, money: Money) -> str:
        """Figure and currency code, which no line break may part: 12,400.00 EUR."""
        return f"{self.amount(money)}\u00a0{money.currency}"

    def rate(self, money: Money) -> str:
        """A price per unit, which may be finer than the currency's smallest unit: 0.085 EUR."""
        whole = "0" * minor_units(money.currency)
        pattern = f"#,##0.{whole}########" if whole or money != money.rounded() else "#,##0"
        figure = format_decimal(money.amount, pattern, locale=self.locale).translate(_SPACES)
        return f"{figure}\u00a0{money.currency}"

    def number(self, number: Decimal | int) -> str:
        return format_decimal(number, "#,##0.########", locale=self.locale).translate(_SPACES)

    def percent(self, percent: Decimal) -> str:
        """A figure that already is in percent: 25%."""
        sample = Locale.parse(self.locale).percent_formats[None].pattern
        return self.number(percent) + ("\u00a0%" if "\u00a0%" in sample or " %" in sample else "%")

    def day(self, day: date) -> str:
        return format_date(day, "long", locale=self.locale).replace(" ", "\u00a0")

    def short_day(self, day: date) -> str:
        return format_date(day, "medium", locale=self.locale).replace(" ", "\u00a0")

    def time(self, moment: time) -> str:
        return format_time(moment, "short", locale=self.locale).translate(_SPACES)

    def list(self, parts: tuple[str, ...]) -> str:
        """a, b and c"""
        return format_list(parts, locale=self.locale)

    def weekday(self, weekday: int) -> str:
        """The name of a weekday; 1 is Monday."""
        return str(get_day_names("wide", locale=self.locale)[weekday - 1])

    def country(self, code: str) -> str:
        return str(Locale.parse(self.locale).territories.get(code, code))

    def plural(self, number: int) -> str:
        """The CLDR plural category of a number: zero, one, two, few, many, other."""
        return Locale.parse(self.locale).plural_form(number)
