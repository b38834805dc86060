"""The two sides: who provides, and who asks."""

import zoneinfo
from datetime import time
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from clausewright.deal.field import (
    Amount,
    Day,
    FileName,
    Flag,
    ForClient,
    Id,
    Line,
    Private,
    Prose,
    Record,
)


class Channel(StrEnum):
    """A way to reach the other side."""

    EMAIL = "email"
    CHAT = "chat"
    PORTAL = "portal"
    LETTER = "letter"
    PHONE = "phone"
    VIDEO = "video"


WRITTEN = frozenset({Channel.EMAIL, Channel.CHAT, Channel.PORTAL, Channel.LETTER})
CALLS = frozenset({Channel.PHONE, Channel.VIDEO})


class Address(Record):
    street: ForClient[Line] = ""
    postal_code: ForClient[Line] = ""
    city: ForClient[Line] = ""
    country: ForClient[Annotated[str, Field(strict=True, pattern="^([A-Z]{2})?$")]] = ""
    """ISO 3166-1 alpha-2; the papers print its name."""


class BankAccount(Record):
    holder: ForClient[Line] = ""
    iban: ForClient[Line] = ""
    """An IBAN, or whatever the user's bank calls the account."""
    bic: ForClient[Line] = ""
    bank: ForClient[Line] = ""


class WorkingHours(Record):
    """One stretch of work on one weekday; two stretches of a day leave room for lunch."""

    weekday: ForClient[Annotated[int, Field(strict=True, ge=1, le=7)]]
    """1 is Monday."""
    opens: ForClient[time]
    closes: ForClient[time]
    """00:00 is midnight at the day's end."""


def _known_zone(name: str) -> str:
    if name and name not in zoneinfo.available_timezones():
        raise ValueError("must be a time zone of the IANA database, such as Europe/Riga")
    return name


class Provider(Record):
    """The freelancer who writes the papers."""

    name: ForClient[Line] = ""
    trade_name: ForClient[Line] = ""
    line: ForClient[Line] = ""
    """What the freelancer does, in a few words below the name."""
    role: ForClient[Line] = ""
    """What the contract calls the freelancer, e.g. Designer; blank: the language's own word."""
    registration_number: ForClient[Line] = ""
    vat_number: ForClient[Line] = ""
    address: ForClient[Address] = Address()
    email: ForClient[Line] = ""
    phone: ForClient[Line] = ""
    website: ForClient[Line] = ""
    bank: ForClient[BankAccount] = BankAccount()
    zone: ForClient[Annotated[Line, AfterValidator(_known_zone)]] = ""
    hours: ForClient[Annotated[tuple[WorkingHours, ...], Field(max_length=50)]] = ()
    holiday_region: ForClient[
        Annotated[str, Field(strict=True, pattern="^([A-Z]{2}(-[A-Z0-9]{1,3})?)?$")]
    ] = ""
    """ISO 3166 code of a country, or of a part of one, whose public holidays are free."""
    accent: ForClient[Annotated[str, Field(strict=True, pattern="^#[0-9A-Fa-f]{6}$")]] = "#0B6B5D"
    logo: ForClient[FileName] = ""
    signature: ForClient[FileName] = ""

    @property
    def trades_as(self) -> str:
        return self.trade_name.strip() or self.name.strip()


class ClientKind(StrEnum):
    PERSON = "person"
    SMALL_BUSINESS = "small-business"
    COMPANY = "company"
    AGENCY = "agency"
    EMPLOYER = "employer"


class Level(StrEnum):
    """How much the client knows of the field."""

    NEW = "new"
    FAMILIAR = "familiar"
    EXPERT = "expert"


class RequestKind(StrEnum):
    """What a request of the client's is about; the scripts have an answer to most."""

    WORK = "work"
    SHORTER_DEADLINE = "shorter-deadline"
    LOWER_PRICE = "lower-price"
    LESS_PREPAYMENT = "less-prepayment"
    HALF_AFTER = "half-after"
    PAY_AFTER = "pay-after"
    NO_CONTRACT = "no-contract"
    OFF_HOURS_CALLS = "off-hours-calls"


class Answer(StrEnum):
    """What became of a request."""

    OPEN = "open"
    IN_SCOPE = "in-scope"
    EXCLUDED = "excluded"
    DECLINED = "declined"


class ClientRequest(Record):
    text: Private[Line] = ""
    kind: Private[RequestKind] = RequestKind.WORK
    answer: Private[Answer] = Answer.OPEN


class Wish(Record):
    """How this client answers one of the profile's wishes for a good client."""

    wish: Private[Line] = ""
    fulfilled: Private[Flag | None] = None


class Screening(Record):
    """What was seen when the client was looked at before work; ticking nothing sets the date too."""

    on: Private[Day | None] = None
    signs: Private[Annotated[tuple[Id, ...], Field(max_length=60)]] = ()
    """Ids of the catalogue's signs, such as ``screen.bad-payer``."""
    wishes: Private[Annotated[tuple[Wish, ...], Field(max_length=60)]] = ()


class Approver(Record):
    """The one person who may accept work and agree to changes for the client."""

    name: ForClient[Line] = ""
    position: ForClient[Line] = ""
    email: ForClient[Line] = ""


class Client(Record):
    kind: ForClient[ClientKind] = ClientKind.SMALL_BUSINESS
    name: ForClient[Line] = ""
    registration_number: ForClient[Line] = ""
    vat_number: ForClient[Line] = ""
    address: ForClient[Address] = Address()
    email: ForClient[Line] = ""
    phone: ForClient[Line] = ""
    approver: ForClient[Approver] = Approver()
    level: ForClient[Level] = Level.FAMILIAR
    """For an expert the quote leaves the plain descriptions out."""
    worked_before: Private[Flag] = False
    preferred_channel: Private[Channel | None] = None
    screening: Private[Screening] = Screening()
    requests: Private[Annotated[tuple[ClientRequest, ...], Field(max_length=100)]] = ()
    own_figure: Private[Amount | None] = None
    """What the client offered to pay, in the deal's currency."""
    budget_asked: Private[Flag] = False
    notes: Private[Prose] = ""

    @property
    def is_consumer(self) -> bool:
        return self.kind is ClientKind.PERSON
