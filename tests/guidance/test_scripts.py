"""Scripts are offered where they fit, and filled in from the deal."""

from dataclasses import replace
from datetime import date

import pytest

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.guidance.discount import APOLOGIES
from clausewright.guidance.finding import Context
from clausewright.guidance.scripts import MISSING, SCRIPTS, VOCABULARY, Script, offered
from clausewright.guidance.texts import texts
from clausewright.wording import Template
from tests.guidance.good_deal import CONTEXT, good_deal

ALWAYS = {
    "negotiation.concession-for-concession",
    "negotiation.convince",
    "negotiation.by-client-size",
    "negotiation.counter-conditions",
    "price.explain",
    "discount.refuse",
    "revisions.weigh-comments",
    "communication.boundary",
    "conflict.steps",
    "client.decline",
}


def scripts(deal: Deal, context: Context = CONTEXT) -> dict[tuple[str, str], Script]:
    return {(script.id, script.variant): script for script in offered(deal, context)}


def asked(kind: str, answer: str = "declined") -> Deal:
    return changed(good_deal(), "client.requests", [{"text": "x", "kind": kind, "answer": answer}])


def test_some_are_always_offered() -> None:
    assert {script.id for script in offered(good_deal(), CONTEXT)} >= ALWAYS


@pytest.mark.parametrize("item", SCRIPTS, ids=lambda item: item.id)
def test_every_text_can_be_filled_asks_no_pardon_and_stands_somewhere(item: object) -> None:
    text = texts("en")[item.id]  # type: ignore[attr-defined]
    sources = text.get("variants", {"": text.get("text")}).values()
    for source in sources:
        Template.parse(source, VOCABULARY)
        assert not APOLOGIES.search(source)


@pytest.mark.parametrize(
    ("kind", "variant"),
    [
        ("shorter-deadline", "shorter-deadline"),
        ("lower-price", "lower-price"),
        ("less-prepayment", "less-prepayment"),
        ("half-after", "less-prepayment"),
        ("pay-after", "less-prepayment"),
        ("no-contract", "no-contract"),
        ("off-hours-calls", "off-hours-calls"),
    ],
)
def test_each_refused_request_has_its_answer(kind: str, variant: str) -> None:
    assert ("negotiation.accept-before-declining", variant) in scripts(asked(kind))
    assert ("negotiation.accept-before-declining", variant) not in scripts(asked(kind, "open"))


def test_half_and_half_gets_four_quarters_of_this_deal() -> None:
    text = scripts(asked("half-after", "open"))["negotiation.alternative", ""].text.replace("\u00a0", " ")
    assert "2,000.00 EUR" in text
    assert "500.00 EUR" in text


def test_the_amounts_of_the_quarters_add_up() -> None:
    deal = changed(asked("pay-after"), "scope.deliverables.0.price", "0.03")
    text = scripts(deal)["negotiation.alternative", ""].text.replace("\u00a0", " ")
    assert "four parts of 250.00 EUR (the last one 250.03 EUR)" in text


@pytest.mark.parametrize(
    ("kind", "variant"),
    [
        ("person", "owner"),
        ("small-business", "owner"),
        ("company", "representative"),
        ("agency", "representative"),
        ("employer", "representative"),
    ],
)
def test_owners_and_representatives_are_spoken_to_differently(kind: str, variant: str) -> None:
    assert ("negotiation.by-client-size", variant) in scripts(changed(good_deal(), "client.kind", kind))


def test_a_low_offer_is_countered_only_while_it_is_low() -> None:
    low = scripts(changed(good_deal(), "client.own_figure", "1999.99"))
    assert "1,999.99" in low["price.counter-low-offer", "value-not-seen"].text
    assert ("price.counter-low-offer", "no-money") in low
    assert ("price.counter-low-offer", "no-money") not in scripts(
        changed(good_deal(), "client.own_figure", "2000")
    )


def test_the_price_is_named_while_no_quote_is_sent() -> None:
    assert ("price.when-asked", "phone") in scripts(good_deal())
    assert "8 December 2026" in scripts(good_deal())["price.when-asked", "mail"].text.replace("\u00a0", " ")
    assert ("price.when-asked", "mail") not in scripts(changed(good_deal(), "status", "sent"))


def test_a_new_lead_is_asked_once_and_an_old_client_for_what_is_late() -> None:
    lead = changed(good_deal(), "scope.confirmation", None)
    assert ("communication.reminder", "lead") in scripts(lead)
    late = replace(CONTEXT, today=date(2027, 1, 9))
    known = changed(good_deal(), "client.worked_before", True)
    assert "Logo" in scripts(known, late)["communication.reminder", "material"].text
    on_time = replace(CONTEXT, today=date(2027, 1, 8))
    assert ("communication.reminder", "material") not in scripts(known, on_time)


def test_a_client_who_knows_better_is_shown_the_load_that_is_taken() -> None:
    deal = changed(good_deal(), "client.screening.signs", ["screen.knows-better"])
    assert ("client.ease-the-load", "") in scripts(deal)
    assert ("client.ease-the-load", "") not in scripts(good_deal())


def test_what_the_deal_does_not_hold_yet_is_left_open() -> None:
    text = scripts(Deal())["price.when-asked", "mail"].text
    assert MISSING in text
    assert "{" not in text
