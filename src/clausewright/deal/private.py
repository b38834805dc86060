"""What the user keeps to themselves about a deal."""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field

from clausewright.deal.field import Day, Id, Line, Private, Record


class Stand(StrEnum):
    """How a term of the negotiation is held."""

    FIRM = "firm"
    NEGOTIABLE = "negotiable"


class Negotiation(Record):
    """The negotiation sheet: an unmarked term is negotiable."""

    price: Private[Stand | None] = None
    prepayment: Private[Stand | None] = None
    deadline: Private[Stand | None] = None
    revisions: Private[Stand | None] = None
    response_hours: Private[Stand | None] = None
    term: Private[Stand | None] = None


class HealthSign(StrEnum):
    """What happens regularly in a running deal that has gone wrong."""

    STEPS_IN = "client-steps-in"
    UNPAID_REWORK = "unpaid-rework"
    SCOPE_GROWS = "scope-grows-pay-does-not"
    NO_TIME_FOR_OTHERS = "no-time-for-others"


class KeptFinding(Record):
    """A finding that the user keeps as it is, and why; it holds for the values it was given for."""

    id: Private[Id] = ""
    field: Private[Line] = ""
    values: Private[dict[str, Any]] = Field(default_factory=dict)
    reason: Private[Annotated[str, Field(strict=True, max_length=1000)]] = ""
    on: Private[Day | None] = None
