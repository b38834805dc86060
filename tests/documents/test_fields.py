"""Each field that is for the client changes a paper's text when it changes; no private one does."""

import types
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clausewright.deal.agreement import Deal, for_client
from clausewright.deal.field import Audience, Record, audience
from clausewright.deal.file import validate
from clausewright.documents.contract import contract
from clausewright.documents.quote import quote
from clausewright.documents.tree import Document
from tests.documents.deals import HOURLY, PERSON, RETAINER, client_deal, deal
from tests.documents.reading import read
from tests.generated import deals

TODAY = date(2026, 11, 24)

NOT_IN_A_PAPER = {
    "schema_version": "says how the file is written",
    "id": "names the deal among the user's files",
    "client_id": "names the client among the user's files",
    "languages": "there is only one language yet",
    "paper_size": "changes the page, not the text",
    "provider.accent": "changes the colour, not the text",
    "provider.logo": "its bytes are handed in and drawn",
    "provider.signature": "its bytes are drawn into the signature's stamp",
    "scope.quote_mail": "is the text of the mail",
    "payment.stages.0.id": "ties a material to its stage",
}
"""Fields for the client that no paper's text carries, each with its reason."""


CHANGES: dict[str, Any] = {
    "number": "2026-008",
    "version": 3,
    "title": "Shop and blog",
    "locale": "en_US",
    "signing_date": "2026-11-30",
    "provider.name": "Zane",
    "provider.trade_name": "Zane & Co",
    "provider.line": "Shops",
    "provider.role": "Builder",
    "provider.registration_number": "4000",
    "provider.vat_number": "LV4000",
    "provider.address.street": "Skolas 3",
    "provider.address.postal_code": "LV-1011",
    "provider.address.city": "Cēsis",
    "provider.address.country": "EE",
    "provider.email": "zane@ozola.example",
    "provider.phone": "+371 1",
    "provider.website": "https://zane.example",
    "provider.bank.holder": "Z. Ozola",
    "provider.bank.iban": "FI2112345600000785",
    "provider.bank.bic": "OKOYFIHH",
    "provider.bank.bank": "Second Bank",
    "provider.zone": "Europe/Helsinki",
    "provider.hours.0.weekday": 7,
    "provider.hours.0.opens": "08:00",
    "provider.hours.0.closes": "18:00",
    "provider.holiday_region": "DE-BY",
    "client.kind": "person",
    "client.name": "Tehdas Oy",
    "client.registration_number": "9",
    "client.vat_number": "FI9",
    "client.address.street": "Tie 3",
    "client.address.postal_code": "00200",
    "client.address.city": "Espoo",
    "client.address.country": "SE",
    "client.email": "a@kahvila.example",
    "client.phone": "+358 1",
    "client.approver.name": "Pekka",
    "client.approver.position": "Cook",
    "client.approver.email": "pekka@kahvila.example",
    "client.level": "expert",
    "scope.goal": "A shop that sells tea.",
    "scope.success_criteria": ["Two test orders go through"],
    "scope.approach": "First the checkout.",
    "scope.deliverables.0.id": "d9",
    "scope.deliverables.0.name": "Shelf",
    "scope.deliverables.0.description": "Fifty products",
    "scope.deliverables.0.plain_description": "The shelves",
    "scope.deliverables.0.steps": ["Import"],
    "scope.deliverables.0.quantity": "11",
    "scope.deliverables.0.unit": "weeks",
    "scope.deliverables.0.rate": "410.00",
    "scope.deliverables.0.price": "900.00",
    "scope.deliverables.0.optional": True,
    "scope.deliverables.2.chosen": True,
    "scope.exclusions": ["Texts"],
    "scope.materials.0.description": "Product list",
    "scope.materials.0.due": "2027-01-12",
    "scope.materials.0.stage": "s2",
    "scope.nothing_needed": True,
    "scope.references.0.title": "Book shop",
    "scope.references.0.link": "https://book.example",
    "scope.references.0.file": "book.pdf",
    "scope.price_justification": "Counted in hours.",
    "scope.schedule_justification": "Tests need a week.",
    "scope.summary": "A shop with fifty products.",
    "scope.confirmation.on": "2026-11-21",
    "scope.confirmation.text": "A shop with sixty products.",
    "scope.decisions.0.decision": "No menu",
    "scope.decisions.0.advice": "Visitors use one",
    "scope.decisions.0.on": "2026-11-18",
    "scope.quote_lead": "Coffee by mail.",
    "scope.quote_note": "Call at any time.",
    "price.kind": "hourly",
    "price.currency": "KWD",
    "price.hourly_rate": "80.00",
    "price.period.unit": "week",
    "price.period.amount": "1900.00",
    "price.period.hours": "41",
    "price.period.due_day": 6,
    "price.period.cap_hours": "61",
    "price.period.cap_amount": "4600.00",
    "price.period.minimum_hours": "21",
    "price.tax.kind": "exempt",
    "price.tax.rate": "20",
    "price.tax.name": "GST",
    "price.tax.reason": "small enterprise",
    "price.discount.value": "11",
    "price.discount.unit": "amount",
    "price.discount.item": "d2",
    "price.discount.concession": "fewer-services",
    "price.discount.concession_text": "three more weeks",
    "price.discount.repeated_structure": False,
    "price.discount.ends": "2026-12-21",
    "price.confidentiality_surcharge": "31",
    "price.rush_surcharge": "51",
    "price.contingent.0.description": "Two thousand orders",
    "price.contingent.0.amount": "251.00",
    "price.contingent.0.counted": True,
    "price.extra_rate": "61.00",
    "price.issued": "2026-11-25",
    "price.valid_until": "2026-12-13",
    "payment.stages.0.name": "Shelf",
    "payment.stages.0.work": "Products",
    "payment.stages.0.result": "The shelf",
    "payment.stages.0.client_parts": ["none"],
    "payment.stages.0.share": "39",
    "payment.stages.0.due": "on-acceptance",
    "payment.stages.1.due_on": "2027-02-02",
    "payment.late_interest.rate": "9",
    "payment.late_interest.unit": "per-month",
    "payment.suspension": False,
    "payment.suspension_after": 8,
    "payment.guarantee.percent": "51",
    "payment.kill_fee": "16",
    "schedule.start": "2027-01-12",
    "schedule.promised": "2027-03-13",
    "revisions.rounds": 3,
    "revisions.unlimited": True,
    "revisions.feedback_days": 6,
    "revisions.support_days": 31,
    "revisions.silence_days": 11,
    "communication.response_hours": 9,
    "communication.channels": ["email", "letter"],
    "communication.call_window.opens": "10:30",
    "communication.call_window.closes": "16:30",
    "communication.report": "daily",
    "rights.confidential": False,
    "rights.confidential_years": 4,
    "rights.portfolio": "allowed",
    "rights.transfer": "licence",
    "term.kind": "ongoing",
    "term.months": 6,
    "term.renewal": "automatic",
    "term.price_notice.length": 3,
    "term.price_notice.unit": "weeks",
    "exit.notice_days": 22,
    "exit.remedy_days": 10,
    "exit.liability_cap": "81",
    "exit.talks_days": 13,
    "exit.law": "the law of Finland",
    "exit.place": "the courts of Helsinki",
}

STARTING_FROM: dict[str, dict[str, Any]] = {
    "price.hourly_rate": HOURLY,
    "price.period": HOURLY,
    "price.period.amount": RETAINER,
    "term.months": RETAINER,
    "term.renewal": RETAINER,
    "price.tax.reason": {"price.tax": {"kind": "exempt"}},
    "scope.nothing_needed": {"scope.materials": []},
}
"""The deals in which a field counts, where it doesn't in one with a fixed price."""


def texts(changes: dict[str, Any]) -> list[str]:
    deal = client_deal(changes)
    return [read(contract(deal, dated=TODAY)), read(quote(deal, dated=TODAY))]


def starting_point(path: str) -> dict[str, Any]:
    return next((STARTING_FROM[path[:n]] for n in range(len(path), 0, -1) if path[:n] in STARTING_FROM), {})


@pytest.mark.parametrize("path", CHANGES)
def test_a_field_for_the_client_changes_a_papers_text(path: str) -> None:
    start = starting_point(path)
    before, after = texts(start), texts({**start, path: CHANGES[path]})
    assert before != after, path


def test_every_field_for_the_client_is_looked_at() -> None:
    looked_at = {numberless(path) for path in (*CHANGES, *NOT_IN_A_PAPER)}
    assert looked_at == {numberless(path) for path in fields(Deal)}


def numberless(path: str) -> str:
    return ".".join(step for step in path.split(".") if not step.isdigit())


def fields(record: type[Record], before: str = "") -> Iterator[str]:
    """The paths of all fields for the client; of a record in a field, those of its own fields."""
    for name, info in record.model_fields.items():
        if audience(info) is Audience.CLIENT:
            inner = [kind for kind in kinds(info.annotation) if issubclass(kind, Record)]
            if inner:
                yield from (path for kind in inner for path in fields(kind, f"{before}{name}."))
            else:
                yield f"{before}{name}"


def kinds(annotation: Any) -> Iterator[type]:
    """The plain types inside of a type such as Annotated[tuple[X, ...], Field()] or X | None."""
    if isinstance(annotation, type) and not isinstance(annotation, types.GenericAlias):
        yield annotation
    for argument in get_args(annotation):
        yield from kinds(argument)


PRIVATE = st.fixed_dictionaries(
    {
        "status": st.sampled_from(["draft", "sent", "active"]),
        "client.notes": st.just("difficult"),
        "client.worked_before": st.booleans(),
        "client.own_figure": st.just("1.00"),
        "client.budget_asked": st.booleans(),
        "client.preferred_channel": st.sampled_from(["email", "portal"]),
        "client.screening": st.just({"on": "2026-11-01", "signs": ["screen.bad-payer"]}),
        "client.requests": st.just([{"text": "Faster", "kind": "shorter-deadline", "answer": "declined"}]),
        "scope.can_deliver": st.booleans(),
        "price.discount.reasoning": st.just("They look poor"),
        "payment.received": st.just([{"stage": "s1", "amount": "5.00", "on": "2026-11-01"}]),
        "negotiation": st.just({"price": "firm"}),
        "health": st.just(["unpaid-rework"]),
        "kept": st.just([{"id": "price.floor", "reason": "A friend"}]),
    }
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deals(), PRIVATE, st.integers(1, 90))
def test_two_deals_that_differ_in_private_fields_alone_give_equal_papers(
    deal: Deal, private: dict[str, Any], number: int
) -> None:
    other = with_private(deal, private, number)
    assert papers(deal) == papers(other)


def with_private(deal: Deal, private: dict[str, Any], number: int) -> Deal:
    data = deal.model_dump(mode="json")
    for path, value in private.items():
        *steps, last = path.split(".")
        holder = data
        for step in steps:
            holder = holder[step]
        holder[last] = value
    for item in data["scope"]["deliverables"]:
        item.update(estimated_hours=str(number), trial="test")
    for stage in data["payment"]["stages"]:
        stage.update(days=number, accepted_on="2026-11-02", agreed_due="2026-11-03")
    data["unknown"] = data["client"]["unknown"] = "kept when saved"
    return validate(Deal, data, "The other deal")


def papers(deal: Deal) -> tuple[Document, Document]:
    shown = for_client(deal)
    return contract(shown, dated=TODAY), quote(shown, dated=TODAY)


def test_nothing_private_stands_in_the_papers() -> None:
    private = {"client.notes": "SECRET", "price.discount.reasoning": "SECRET", "unknown": "SECRET"}
    told = "".join(read(paper) for paper in papers(deal({**private, **PERSON})))
    assert "SECRET" not in told
