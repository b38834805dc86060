"""The user's own defaults and limits, and a notice of a price increase."""

from datetime import date
from typing import Annotated

from pydantic import Field

from clausewright.deal.field import Amount, Day, ForClient, Id, Line, Private, Prose, Record
from clausewright.deal.party import Provider


class Profile(Record):
    """What holds for all of the user's deals. An unset limit silences the rules that need it."""

    provider: Private[Provider] = Provider()
    currency: Private[Line] = "EUR"
    """Of the amounts below; a deal in another currency is not compared with them."""
    minimum_hourly_rate: Private[Amount | None] = None
    new_client_rate: Private[Amount | None] = None
    """What an hour costs a client who comes today."""
    large_totals: Private[dict[str, Amount]] = Field(default_factory=dict)
    """By currency: from which total on a stranger should not be asked to pay at once."""
    wishes: Private[Annotated[tuple[Line, ...], Field(max_length=60)]] = ()
    """What a good client is like."""
    template_approach: Private[Prose] = ""
    """The approach text that new deals start with; left as it is, it answers nobody."""


class PriceNotice(Record):
    """A letter that announces a higher price to one client."""

    client_id: ForClient[Id] = ""
    deal_id: ForClient[Id] = ""
    on: ForClient[Day]
    effective: ForClient[Day]
    old_rate: ForClient[Amount]
    new_rate: ForClient[Amount]
    unit: ForClient[Line] = "hour"
    """``hour``, or the period of a retainer: ``week``, ``month``, ``quarter``."""
    currency: ForClient[Line] = "EUR"
    reason: ForClient[Prose] = ""
    text: ForClient[Prose] = ""

    def takes_effect(self, on: date) -> bool:
        return on >= self.effective
