"""Money: exact, in one currency, never finer than that currency's smallest unit once rounded."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from functools import cache
from typing import Self

# ISO 4217 (list of 2024-06-25), column "Minor unit", where it isn't 2. CLDR's figures follow cash in
# use and differ for some (HUF, ISK ...), so they are not taken for contracts.
_OTHER_MINOR_UNITS = {
    0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
    3: "BHD IQD JOD KWD LYD OMR TND",
    4: "CLF UYW",
}


@cache
def _currencies() -> frozenset[str]:
    from babel.numbers import list_currencies

    return frozenset(code for code in list_currencies() if code.isascii() and code.isupper())


def is_currency(code: str) -> bool:
    return code in _currencies()


@cache
def minor_units(currency: str) -> int:
    """How many decimals a currency has (ISO 4217): KRW 0, EUR 2, KWD 3. Raises ValueError."""
    if not is_currency(currency):
        raise ValueError(f"{currency!r} is no currency")
    return next((units for units, codes in _OTHER_MINOR_UNITS.items() if currency in codes.split()), 2)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in a currency. Amounts of two currencies neither add up nor compare: ValueError."""

    amount: Decimal
    currency: str

    def __post_init__(self) -> None:
        if not isinstance(self.amount, Decimal) or not self.amount.is_finite():
            raise ValueError("money is a finite Decimal")
        minor_units(self.currency)

    def __add__(self, other: Self) -> Self:
        return type(self)(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Self) -> Self:
        return type(self)(self.amount - self._same(other), self.currency)

    def __mul__(self, factor: Decimal | int) -> Self:
        """Exact; round it before it is owed."""
        return type(self)(self.amount * factor, self.currency)

    def __lt__(self, other: Self) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Self) -> bool:
        return self.amount <= self._same(other)

    def __gt__(self, other: Self) -> bool:
        return self.amount > self._same(other)

    def __ge__(self, other: Self) -> bool:
        return self.amount >= self._same(other)

    def __bool__(self) -> bool:
        return bool(self.amount)

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"

    def rounded(self) -> Self:
        """Half up to the smallest unit."""
        return type(self)(self._quantized(ROUND_HALF_UP), self.currency)

    def rounded_down(self) -> Self:
        return type(self)(self._quantized(ROUND_DOWN), self.currency)

    def _quantized(self, rounding: str) -> Decimal:
        return self.amount.quantize(Decimal(1).scaleb(-minor_units(self.currency)), rounding)

    def _same(self, other: Self) -> Decimal:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} don't add up")
        return other.amount


def percent_of(money: Money, percent: Decimal) -> Money:
    """A part of an amount, rounded to the smallest unit."""
    return (money * percent * Decimal("0.01")).rounded()


def split(total: Money, shares: Sequence[Decimal]) -> tuple[Money, ...]:
    """The total in shares of percent: each rounded down to the smallest unit, the last takes the rest.

    The parts add up to the total, always. Raises ValueError for no shares.
    """
    if not shares:
        raise ValueError("nothing to split into")
    parts = [(total * share * Decimal("0.01")).rounded_down() for share in shares[:-1]]
    rest = total - Money(sum((part.amount for part in parts), Decimal(0)), total.currency)
    return (*parts, rest)
