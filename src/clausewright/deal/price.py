"""What the work costs."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from clausewright.deal.field import (
    Amount,
    Day,
    Flag,
    ForClient,
    Id,
    Line,
    Number,
    Percent,
    Private,
    Prose,
    Record,
)
from clausewright.deal.money import is_currency


class PriceKind(StrEnum):
    FIXED = "fixed"
    HOURLY = "hourly"
    RETAINER = "retainer"


class PeriodUnit(StrEnum):
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"


class Period(Record):
    """What an hourly or ongoing deal bills at a time."""

    unit: ForClient[PeriodUnit] = PeriodUnit.MONTH
    amount: ForClient[Amount | None] = None
    """A retainer's price for one period, before tax."""
    hours: ForClient[Number | None] = None
    """Hours that are included (retainer) or bought (hourly) in a period."""
    due_day: ForClient[Annotated[int, Field(strict=True, ge=1, le=92)] | None] = None
    """The day of the period on which its bill is due; 1 is its first day, which is prepaid."""
    cap_hours: ForClient[Number | None] = None
    cap_amount: ForClient[Amount | None] = None
    minimum_hours: ForClient[Number | None] = None
    """The volume that the client takes, and pays, in each period."""


class TaxKind(StrEnum):
    RATE = "rate"
    EXEMPT = "exempt"
    REVERSE_CHARGE = "reverse-charge"


class Tax(Record):
    kind: ForClient[TaxKind] = TaxKind.EXEMPT
    rate: ForClient[Percent] = Decimal(0)
    """In percent; holds for kind ``rate`` alone."""
    name: ForClient[Line] = "VAT"
    reason: ForClient[Line] = ""
    """Why no tax is charged, as the law wants it said."""


class Concession(StrEnum):
    """What the client gives for a discount."""

    LONGER_DEADLINE = "longer-deadline"
    FEWER_SERVICES = "fewer-services"
    FUTURE_PROMISE = "future-promise"
    OTHER = "other"


class DiscountUnit(StrEnum):
    PERCENT = "percent"
    AMOUNT = "amount"


class Discount(Record):
    """Off the price before tax; of one deliverable where ``item`` names it."""

    value: ForClient[Amount] = Decimal(0)
    unit: ForClient[DiscountUnit] = DiscountUnit.PERCENT
    item: ForClient[Id] = ""
    concession: ForClient[Concession | None] = None
    concession_text: ForClient[Line] = ""
    repeated_structure: ForClient[Flag] = False
    """Less work, since the item follows the structure of another."""
    ends: ForClient[Day | None] = None
    reasoning: Private[Prose] = ""


class ContingentPart(Record):
    """A payment that depends on profit or results."""

    description: ForClient[Line] = ""
    amount: ForClient[Amount] = Decimal(0)
    counted: ForClient[Flag] = False
    """Counted in the total; a bonus outside it is not."""


def _known_currency(code: str) -> str:
    if not is_currency(code):
        raise ValueError(f"{code!r} is no currency code of ISO 4217, such as EUR")
    return code


class Price(Record):
    kind: ForClient[PriceKind] = PriceKind.FIXED
    currency: ForClient[Annotated[str, Field(strict=True, max_length=3), AfterValidator(_known_currency)]] = (
        "EUR"
    )
    hourly_rate: ForClient[Amount | None] = None
    period: ForClient[Period] = Period()
    tax: ForClient[Tax] = Tax()
    discount: ForClient[Discount] = Discount()
    confidentiality_surcharge: ForClient[Percent] = Decimal(0)
    """In percent of the items' price, before discount and tax."""
    rush_surcharge: ForClient[Percent | None] = None
    """In percent of the rate for extra work; None: no urgent work is taken."""
    contingent: ForClient[Annotated[tuple[ContingentPart, ...], Field(max_length=20)]] = ()
    extra_rate: ForClient[Amount | None] = None
    """For an hour of extra work, before tax."""
    issued: ForClient[Day | None] = None
    valid_until: ForClient[Day | None] = None
    """The last day on which the quote can be accepted."""

    @property
    def is_periodic(self) -> bool:
        """Billed period by period, rather than stage by stage."""
        return self.kind is not PriceKind.FIXED
