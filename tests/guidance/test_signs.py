"""Signs of a difficult client propose the terms that protect."""

import pytest

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.guidance import RULES
from clausewright.guidance.items import ITEMS
from clausewright.guidance.proposals import Proposal, proposals
from clausewright.guidance.review import review
from clausewright.guidance.signs import SIGNS, Sign
from clausewright.guidance.texts import texts
from tests.guidance.good_deal import CONTEXT, good_deal


def with_signs(deal: Deal, *signs: str) -> Deal:
    return changed(deal, "client.screening.signs", signs)


def proposed(deal: Deal) -> dict[str, Proposal]:
    return {proposal.item: proposal for proposal in proposals(deal, CONTEXT)}


@pytest.mark.parametrize("sign", SIGNS, ids=lambda sign: sign.id)
def test_each_sign_proposes_what_it_selects(sign: Sign) -> None:
    assert tuple(proposed(with_signs(good_deal(), sign.id))) == sign.selects
    assert texts("en")[sign.id]["name"]


def test_what_a_sign_selects_is_an_item_of_the_guidance() -> None:
    known = {item.id for item in ITEMS} | {"communication.call-summary"}
    assert {item for sign in SIGNS for item in sign.selects} <= known


def test_a_rule_that_fires_is_proposed_with_its_fix() -> None:
    deal = with_signs(changed(good_deal(), "payment.suspension", False), "screen.bad-payer")
    fix = proposed(deal)["payment.stop-work"].apply
    assert fix
    assert fix(deal, CONTEXT).payment.suspension


def test_a_rule_that_is_content_needs_nothing() -> None:
    assert proposed(with_signs(good_deal(), "screen.bad-payer"))["payment.stop-work"].apply is None


def test_the_guarantee_is_switched_on_with_a_margin() -> None:
    deal = with_signs(changed(good_deal(), "schedule.promised", "2027-02-05"), "screen.distrustful")
    switch = proposed(deal)["payment.late-delivery-guarantee"].apply
    assert switch
    switched = switch(deal, CONTEXT)
    assert switched.payment.guarantee
    assert switched.payment.guarantee.percent == 50
    assert review(switched, CONTEXT, RULES).blocking == ()
    assert proposed(switched)["payment.late-delivery-guarantee"].apply is None


def test_urgent_work_gets_its_surcharge() -> None:
    deal = with_signs(good_deal(), "screen.round-the-clock")
    switch = proposed(deal)["schedule.rush"].apply
    assert switch
    assert switch(deal, CONTEXT).price.rush_surcharge == 50


def test_a_term_that_two_signs_select_is_proposed_once() -> None:
    deal = with_signs(good_deal(), "screen.no-vision", "screen.greedy")
    items = [proposal.item for proposal in proposals(deal, CONTEXT)]
    assert items.count("revisions.count") == 1
