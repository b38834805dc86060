"""The terms around the work: schedule, revisions, answers, rights, duration and exit."""

from datetime import time
from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from clausewright.deal.field import Count, Day, Flag, ForClient, Line, Percent, Record
from clausewright.deal.party import Channel


class Schedule(Record):
    start: ForClient[Day | None] = None
    promised: ForClient[Day | None] = None


class Revisions(Record):
    rounds: ForClient[Count | None] = None
    unlimited: ForClient[Flag] = False
    feedback_days: ForClient[Count | None] = None
    """Working days in which the client gives all feedback to a delivery."""
    support_days: ForClient[Count | None] = None
    """Calendar days of support after delivery; 0 is a plain "no support"."""
    silence_days: ForClient[Count | None] = None
    """Working days after which an unanswered delivery counts as accepted."""


class Rhythm(StrEnum):
    """How often the client gets a report."""

    SEVERAL_A_DAY = "several-a-day"
    DAILY = "daily"
    TWICE_A_WEEK = "twice-a-week"
    WEEKLY = "weekly"
    FORTNIGHTLY = "fortnightly"
    MONTHLY = "monthly"
    EACH_STAGE = "each-stage"


class CallWindow(Record):
    """When the client may call, on working days, in the provider's time zone."""

    opens: ForClient[time]
    closes: ForClient[time]


class Communication(Record):
    response_hours: ForClient[Count | None] = None
    """Working hours in which a message is answered."""
    channels: ForClient[Annotated[tuple[Channel, ...], Field(max_length=6)]] = ()
    call_window: ForClient[CallWindow | None] = None
    report: ForClient[Rhythm | None] = None


class Portfolio(StrEnum):
    ALLOWED = "allowed"
    AFTER_PUBLICATION = "after-publication"
    FORBIDDEN = "forbidden"


class Transfer(StrEnum):
    """What passes to the client on full payment."""

    EXCLUSIVE = "exclusive"
    LICENCE = "licence"


class Rights(Record):
    confidential: ForClient[Flag] = True
    confidential_years: ForClient[Count] = 2
    """Years after the deal's end."""
    portfolio: ForClient[Portfolio] = Portfolio.ALLOWED
    transfer: ForClient[Transfer] = Transfer.EXCLUSIVE


class TermKind(StrEnum):
    ONE_OFF = "one-off"
    ONGOING = "ongoing"


class Renewal(StrEnum):
    NONE = "none"
    AGREED = "agreed"
    AUTOMATIC = "automatic"


class NoticeUnit(StrEnum):
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Notice(Record):
    length: ForClient[Count]
    unit: ForClient[NoticeUnit] = NoticeUnit.MONTHS


class Term(Record):
    kind: ForClient[TermKind] = TermKind.ONE_OFF
    months: ForClient[Count | None] = None
    renewal: ForClient[Renewal] = Renewal.NONE
    price_notice: ForClient[Notice | None] = None
    """How long before a price increase the client is told."""


class Exit(Record):
    notice_days: ForClient[Count] = 14
    """Calendar days of notice with which either side may end the deal."""
    remedy_days: ForClient[Count] = 10
    """Working days to put a serious breach right before the other side may end at once."""
    liability_cap: ForClient[Percent] = Decimal(100)
    """In percent of the price paid."""
    talks_days: ForClient[Count] = 14
    """Calendar days in which both sides talk before they go to court."""
    law: ForClient[Line] = ""
    """Whose law applies, as it stands in a sentence: "the law of Latvia"."""
    place: ForClient[Line] = ""
    """Which courts decide: "the courts of Rīga"."""
