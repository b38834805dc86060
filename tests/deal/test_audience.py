"""Every field says whom it is for, and what is private stays at home."""

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic.fields import FieldInfo

from clausewright.deal.agreement import Deal, for_client
from clausewright.deal.field import Audience, Record, audience
from clausewright.deal.file import dumps
from clausewright.deal.profile import PriceNotice, Profile


def records_in(kind: Any) -> Iterator[type[Record]]:
    if isinstance(kind, type) and issubclass(kind, Record):
        yield kind
    for part in get_args(kind):
        yield from records_in(part)


def fields_of(kind: type[Record], path: str = "") -> Iterator[tuple[str, FieldInfo]]:
    for name, info in kind.model_fields.items():
        yield f"{path}{name}", info
        for inner in records_in(info.annotation):
            yield from fields_of(inner, f"{path}{name}.")


@pytest.mark.parametrize("kind", [Deal, Profile, PriceNotice])
def test_every_field_is_marked_for_the_client_or_private(kind: type[Record]) -> None:
    unmarked = [path for path, info in fields_of(kind) if audience(info) is None]
    assert unmarked == []


def test_a_field_without_a_mark_is_noticed() -> None:
    class Careless(Record):
        secret: str = ""

    assert audience(Careless.model_fields["secret"]) is None


@pytest.mark.parametrize(
    "path",
    [
        "payment.stages.days",
        "payment.stages.accepted_on",
        "payment.received",
        "client.screening",
        "client.requests",
        "client.own_figure",
        "client.budget_asked",
        "client.notes",
        "scope.deliverables.estimated_hours",
        "scope.can_deliver",
        "price.discount.reasoning",
        "negotiation",
        "health",
        "kept",
        "status",
    ],
)
def test_what_the_client_must_not_see_is_private(path: str) -> None:
    marks = {name: audience(info) for name, info in fields_of(Deal)}
    assert marks[path] is Audience.PRIVATE


def test_what_goes_to_the_client_holds_no_private_and_no_unknown_field() -> None:
    deal = Deal.model_validate(
        {
            "title": "Website",
            "surprise": "unknown at the top",
            "client": {
                "name": "Client Oy",
                "notes": "pays late",
                "own_figure": "300",
                "later": "unknown inside",
            },
            "payment": {"stages": [{"id": "s1", "days": 17, "share": "100", "x": "unknown in a list"}]},
            "scope": {"deliverables": [{"name": "Page", "estimated_hours": "41"}]},
            "kept": [{"id": "price.floor", "reason": "a friend"}],
        }
    )
    sent = for_client(deal)
    text = dumps(sent)
    for private in ("unknown", "pays late", "300", "17", "41", "a friend"):
        assert private not in text
    assert sent.client.name == "Client Oy"
    assert sent.payment.stages[0].share == 100
