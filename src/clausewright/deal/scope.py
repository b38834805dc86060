"""What the work is, what it is not, and what the client gives towards it."""

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from clausewright.deal.field import (
    Amount,
    Day,
    FileName,
    Flag,
    ForClient,
    Id,
    Line,
    Number,
    Private,
    Prose,
    Record,
    is_blank,
)

Lines = Annotated[tuple[Line, ...], Field(max_length=100)]


class Trial(StrEnum):
    """Work that is asked for to try the freelancer out."""

    TEST = "test"
    CONTEST = "contest"
    TRIAL = "trial"


class Deliverable(Record):
    """One item of the quote: priced by quantity and rate, or by a fixed price."""

    id: ForClient[Id] = ""
    name: ForClient[Line] = ""
    description: ForClient[Prose] = ""
    plain_description: ForClient[Prose] = ""
    """The same for a reader who is new to the field."""
    steps: ForClient[Lines] = ()
    """What is included."""
    quantity: ForClient[Number] = Decimal(1)
    unit: ForClient[Line] = ""
    rate: ForClient[Amount | None] = None
    price: ForClient[Amount | None] = None
    """A fixed price; it wins over quantity and rate."""
    optional: ForClient[Flag] = False
    chosen: ForClient[Flag] = False
    """Of an optional item: counted in the total."""
    estimated_hours: Private[Number | None] = None
    trial: Private[Trial | None] = None

    @property
    def counts(self) -> bool:
        """Whether the item is part of the total."""
        return self.chosen or not self.optional

    @property
    def is_priced(self) -> bool:
        return bool(self.price or self.rate)


class Material(Record):
    """What the client provides, by when, and for which stage."""

    description: ForClient[Line] = ""
    due: ForClient[Day | None] = None
    stage: ForClient[Id] = ""


class Reference(Record):
    """Similar work that was done before."""

    title: ForClient[Line] = ""
    link: ForClient[Line] = ""
    file: ForClient[FileName] = ""

    @property
    def is_shown(self) -> bool:
        return not (is_blank(self.title) and is_blank(self.link) and is_blank(self.file))


class Confirmation(Record):
    """The client's word that the task was understood; it holds for the text that was confirmed."""

    on: ForClient[Day]
    text: ForClient[Prose]


class Decision(Record):
    """What the client decided against advice, and what the advice was."""

    decision: ForClient[Prose] = ""
    advice: ForClient[Prose] = ""
    on: ForClient[Day | None] = None


class Scope(Record):
    goal: ForClient[Prose] = ""
    success_criteria: ForClient[Lines] = ()
    approach: ForClient[Prose] = ""
    deliverables: ForClient[Annotated[tuple[Deliverable, ...], Field(max_length=200)]] = ()
    exclusions: ForClient[Lines] = ()
    materials: ForClient[Annotated[tuple[Material, ...], Field(max_length=100)]] = ()
    nothing_needed: ForClient[Flag] = False
    """The client need not provide anything."""
    references: ForClient[Annotated[tuple[Reference, ...], Field(max_length=50)]] = ()
    price_justification: ForClient[Prose] = ""
    schedule_justification: ForClient[Prose] = ""
    summary: ForClient[Prose] = ""
    """The task restated as it was understood."""
    confirmation: ForClient[Confirmation | None] = None
    decisions: ForClient[Annotated[tuple[Decision, ...], Field(max_length=50)]] = ()
    quote_lead: ForClient[Prose] = ""
    """The sentence below the quote's title; blank: the goal stands there."""
    quote_note: ForClient[Prose] = ""
    quote_mail: ForClient[Prose] = ""
    """The text of the mail that the quote goes out with."""
    can_deliver: Private[Flag] = False

    @property
    def has_reference(self) -> bool:
        return any(reference.is_shown for reference in self.references)
