"""The deal: everything that two sides agree on, and what one of them keeps to itself."""

from enum import StrEnum
from typing import Annotated, Literal, NewType

from pydantic import AfterValidator, Field

from clausewright.deal.field import Day, ForClient, Id, Line, Private, Record
from clausewright.deal.party import Client, Provider
from clausewright.deal.payment import Payment
from clausewright.deal.price import Price, PriceKind
from clausewright.deal.private import HealthSign, KeptFinding, Negotiation
from clausewright.deal.scope import Scope
from clausewright.deal.terms import Communication, Exit, Revisions, Rights, Schedule, Term, TermKind

SCHEMA_VERSION = 1


class Status(StrEnum):
    DRAFT = "draft"
    SENT = "sent"
    SIGNED = "signed"
    ACTIVE = "active"
    DONE = "done"
    ENDED = "ended"


class PaperSize(StrEnum):
    A4 = "A4"
    LETTER = "Letter"


def _offered_locale(name: str) -> str:
    from babel import Locale, UnknownLocaleError

    try:
        Locale.parse(name)
    except (ValueError, UnknownLocaleError):
        raise ValueError(f"{name!r} is no locale such as en_GB") from None
    return name


class Deal(Record):
    schema_version: ForClient[Annotated[int, Field(strict=True, ge=1)]] = SCHEMA_VERSION
    id: ForClient[Id] = ""
    client_id: ForClient[Id] = ""
    number: ForClient[Annotated[str, Field(strict=True, pattern="^([0-9]{4}-[0-9]{3,6})?$")]] = ""
    """Year and running number, such as 2026-014; the papers put C- or Q- before it."""
    version: ForClient[Annotated[int, Field(strict=True, ge=1, le=10_000)]] = 1
    title: ForClient[Line] = ""
    languages: ForClient[Annotated[tuple[Literal["en"], ...], Field(min_length=1, max_length=2)]] = ("en",)
    locale: ForClient[Annotated[str, Field(strict=True, max_length=20), AfterValidator(_offered_locale)]] = (
        "en_GB"
    )
    """How numbers and dates are written."""
    paper_size: ForClient[PaperSize] = PaperSize.A4
    status: Private[Status] = Status.DRAFT
    signing_date: ForClient[Day | None] = None
    provider: ForClient[Provider] = Provider()
    client: ForClient[Client] = Client()
    scope: ForClient[Scope] = Scope()
    price: ForClient[Price] = Price()
    payment: ForClient[Payment] = Payment()
    schedule: ForClient[Schedule] = Schedule()
    revisions: ForClient[Revisions] = Revisions()
    communication: ForClient[Communication] = Communication()
    rights: ForClient[Rights] = Rights()
    term: ForClient[Term] = Term()
    exit: ForClient[Exit] = Exit()
    negotiation: Private[Negotiation] = Negotiation()
    health: Private[Annotated[tuple[HealthSign, ...], Field(max_length=4)]] = ()
    kept: Private[Annotated[tuple[KeptFinding, ...], Field(max_length=300)]] = ()

    @property
    def is_fixed_price(self) -> bool:
        return self.price.kind is PriceKind.FIXED

    @property
    def is_hourly(self) -> bool:
        return self.price.kind is PriceKind.HOURLY

    @property
    def is_ongoing(self) -> bool:
        return self.price.kind is PriceKind.RETAINER or self.term.kind is TermKind.ONGOING


ClientDeal = NewType("ClientDeal", Deal)
"""A deal as ``for_client()`` gives it; what writes papers and mail takes no other."""


def for_client(deal: Deal) -> ClientDeal:
    """The deal as the client may see it."""
    return ClientDeal(deal.for_client())
