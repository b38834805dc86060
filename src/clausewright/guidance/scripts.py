"""Ready wording that the user can send or say, filled in from the deal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from clausewright.deal.agreement import Deal, Status
from clausewright.deal.money import Money, split
from clausewright.deal.party import Answer, ClientKind, RequestKind
from clausewright.deal.scope import Material
from clausewright.deal.sums import stage_amounts, sums
from clausewright.guidance.finding import Context
from clausewright.guidance.signs import signs_of
from clausewright.guidance.texts import texts
from clausewright.wording import Format, Template, Value, Vocabulary

MISSING = "…"
"""Stands where the deal doesn't hold the value yet."""

VOCABULARY: Vocabulary = {
    "title": str,
    "total": Money,
    "quarter": Money,
    "last_quarter": Money,
    "first_stage": Money,
    "own_figure": Money,
    "extra_rate": Money,
    "promised": date,
    "valid_until": date,
    "response_hours": int,
    "material": str,
    "due": date,
}


@dataclass(frozen=True, slots=True)
class ScriptItem:
    """``step`` is the step of the walk that it is offered beside."""

    id: str
    sources: tuple[str, ...]
    step: str


SCRIPTS = (
    ScriptItem("negotiation.accept-before-declining", ("s1 principle 5",), "client"),
    ScriptItem("negotiation.alternative", ("s1 principle 3",), "price"),
    ScriptItem("negotiation.concession-for-concession", ("s1 principle 4",), "price"),
    ScriptItem("negotiation.keep-dialogue", ("s1 principle 7",), "review"),
    ScriptItem("negotiation.convince", ("s1 problem 4",), "scope"),
    ScriptItem("negotiation.by-client-size", ("s1 problem 4, end",), "scope"),
    ScriptItem("negotiation.counter-conditions", ("s1 problem 2.4",), "client"),
    ScriptItem("price.explain", ("s1 problem 1, rule 3",), "price"),
    ScriptItem("price.counter-low-offer", ("s1 problem 1, rule 1.1", "s1 problem 1, rule 1.3"), "price"),
    ScriptItem("price.when-asked", ("s1 problem 1, rule 2",), "price"),
    ScriptItem("discount.refuse", ("s1 discounts 1",), "price"),
    ScriptItem("revisions.weigh-comments", ("s1 problem 5.3",), "revisions"),
    ScriptItem("communication.reminder", ("s1 problem 3.4",), "scope"),
    ScriptItem("communication.boundary", ("s0 hands-on client", "s1 problem 2"), "communication"),
    ScriptItem("conflict.steps", ("s1 problem 6",), "exit"),
    ScriptItem("client.decline", ("s1 decline, end", "s2 wrong client"), "client"),
    ScriptItem("client.ease-the-load", ("s0 better myself",), "client"),
)


@dataclass(frozen=True, slots=True)
class Script:
    """A script for this deal, ready to send."""

    id: str
    variant: str
    step: str
    text: str


def offered(deal: Deal, context: Context, language: str = "en") -> tuple[Script, ...]:
    """The scripts that fit the deal now, in reading order."""
    form = Format(deal.locale)
    known = _values(deal)
    return tuple(
        Script(item.id, variant, item.step, _filled(language, item.id, variant, known | more, form))
        for item in SCRIPTS
        for variant, more in _occasions(item.id, deal, context)
    )


def _filled(language: str, id: str, variant: str, values: Mapping[str, Value], form: Format) -> str:
    item = texts(language)[id]
    source = item["variants"][variant] if variant else item["text"]
    template = Template.parse(source, VOCABULARY)
    return template.fill({name: values.get(name, MISSING) for name in template.names}, form)


_REFUSALS = {
    RequestKind.SHORTER_DEADLINE: "shorter-deadline",
    RequestKind.LOWER_PRICE: "lower-price",
    RequestKind.LESS_PREPAYMENT: "less-prepayment",
    RequestKind.HALF_AFTER: "less-prepayment",
    RequestKind.PAY_AFTER: "less-prepayment",
    RequestKind.NO_CONTRACT: "no-contract",
    RequestKind.OFF_HOURS_CALLS: "off-hours-calls",
}

_OWNERS = (ClientKind.PERSON, ClientKind.SMALL_BUSINESS)

Occasion = tuple[str, dict[str, Value]]


def _occasions(id: str, deal: Deal, context: Context) -> Iterator[Occasion]:
    """The variants of a script that fit the deal now, each with the values it has of its own."""
    requests = deal.client.requests
    match id:
        case "negotiation.accept-before-declining":
            refused = {
                _REFUSALS[request.kind]: None
                for request in requests
                if request.answer is Answer.DECLINED and request.kind in _REFUSALS
            }
            yield from ((variant, {}) for variant in refused)
        case "negotiation.alternative":
            if any(request.kind in (RequestKind.HALF_AFTER, RequestKind.PAY_AFTER) for request in requests):
                yield "", {}
        case "negotiation.by-client-size":
            yield ("owner" if deal.client.kind in _OWNERS else "representative"), {}
        case "negotiation.keep-dialogue":
            if deal.status is Status.DRAFT:
                yield "", {}
        case "price.counter-low-offer":
            offer = deal.client.own_figure
            if offer is not None and offer < sums(deal).total.amount:
                yield "value-not-seen", {}
                yield "no-money", {}
        case "price.when-asked":
            if deal.status is Status.DRAFT:
                yield "mail", {}
                yield "phone", {}
        case "communication.reminder":
            yield from _reminders(deal, context)
        case "client.ease-the-load":
            if any(sign.id == "screen.knows-better" for sign in signs_of(deal, context)):
                yield "", {}
        case _:
            yield "", {}


def _reminders(deal: Deal, context: Context) -> Iterator[Occasion]:
    if context.is_new_client(deal) and deal.signing_date is None:
        if deal.scope.confirmation is None:
            yield "lead", {}
        return
    for material in _late_materials(deal, context.today):
        values: dict[str, Value] = {"material": material.description}
        yield "material", values | ({"due": material.due} if material.due else {})


def _late_materials(deal: Deal, today: date) -> list[Material]:
    return [material for material in deal.scope.materials if material.due and material.due < today]


def _values(deal: Deal) -> dict[str, Value]:
    currency = deal.price.currency
    total = sums(deal).total
    quarters = split(total, [Decimal(25)] * 4)
    stages = stage_amounts(deal)
    known: dict[str, Value | None] = {
        "title": deal.title,
        "total": total,
        "quarter": quarters[0],
        "last_quarter": quarters[-1],
        "first_stage": stages[0] if stages else quarters[0],
        "own_figure": None if deal.client.own_figure is None else Money(deal.client.own_figure, currency),
        "extra_rate": None if deal.price.extra_rate is None else Money(deal.price.extra_rate, currency),
        "promised": deal.schedule.promised,
        "valid_until": deal.price.valid_until,
        "response_hours": deal.communication.response_hours,
    }
    return {name: value for name, value in known.items() if value is not None}
