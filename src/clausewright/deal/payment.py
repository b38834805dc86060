"""Stages: the one thing that carries work, its result, the client's part and a share of the price."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from clausewright.deal.field import (
    Amount,
    Count,
    Day,
    Flag,
    ForClient,
    Id,
    Line,
    Percent,
    Private,
    Prose,
    Record,
)


class ClientPart(StrEnum):
    """What a stage asks of the client; NONE says that it asks nothing."""

    FEEDBACK = "feedback"
    APPROVAL = "approval"
    MATERIAL = "material"
    NONE = "none"


class Due(StrEnum):
    """When a stage's share falls due."""

    ON_SIGNING = "on-signing"
    BEFORE_STAGE = "before-stage"
    ON_PREVIOUS_ACCEPTANCE = "on-previous-acceptance"
    """Of the first stage, which has none before it: on signing."""
    ON_ACCEPTANCE = "on-acceptance"
    ON_DATE = "on-date"


class Stage(Record):
    id: ForClient[Id] = ""
    name: ForClient[Line] = ""
    work: ForClient[Prose] = ""
    result: ForClient[Line] = ""
    """What the client accepts at the stage's end."""
    client_parts: ForClient[Annotated[tuple[ClientPart, ...], Field(max_length=4)]] = ()
    share: ForClient[Percent] = Decimal(0)
    """In percent of the total."""
    due: ForClient[Due | None] = None
    due_on: ForClient[Day | None] = None
    """Holds for ``on-date``."""
    days: Private[Count | None] = None
    """Working days of work. Private: start and days together would show the buffer."""
    accepted_on: Private[Day | None] = None
    agreed_due: Private[Day | None] = None
    """A later due date that both sides agreed on; it replaces the first."""


class PaymentReceived(Record):
    stage: Private[Id] = ""
    amount: Private[Amount] = Decimal(0)
    on: Private[Day | None] = None


class InterestUnit(StrEnum):
    PER_YEAR = "per-year"
    PER_MONTH = "per-month"
    PER_DAY = "per-day"


class LateInterest(Record):
    rate: ForClient[Percent] = Decimal(8)
    """In percent. 8 points a year is what Directive 2011/7/EU, Article 2(6), adds to the reference rate."""
    unit: ForClient[InterestUnit] = InterestUnit.PER_YEAR


class Guarantee(Record):
    """Part of the price goes back when the promised date is missed."""

    percent: ForClient[Percent] = Decimal(50)


class Payment(Record):
    stages: ForClient[Annotated[tuple[Stage, ...], Field(max_length=50)]] = ()
    late_interest: ForClient[LateInterest] = LateInterest()
    suspension: ForClient[Flag] = True
    """The right to stop work while a payment is overdue."""
    suspension_after: ForClient[Count] = 7
    """Calendar days overdue after which work may stop."""
    guarantee: ForClient[Guarantee | None] = None
    kill_fee: ForClient[Percent] = Decimal(0)
    """In percent of the price of the stages not accepted when the client ends the deal early."""
    received: Private[Annotated[tuple[PaymentReceived, ...], Field(max_length=200)]] = ()
