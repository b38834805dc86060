"""What the user keeps private changes no byte of a paper, and no file name."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from clausewright.actions.example import example
from clausewright.actions.export_paper import contract_pdf, paper_name, quote_pdf
from clausewright.actions.open_deal import OpenDeal
from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed

TODAY = date(2026, 11, 24)

PRIVATE: dict[str, Any] = {
    "status": "active",
    "payment.stages.0.days": 99,
    "payment.stages.0.accepted_on": date(2026, 12, 1),
    "payment.stages.1.agreed_due": date(2026, 12, 1),
    "payment.received": [{"stage": "s1", "amount": "5", "on": date(2026, 11, 1)}],
    "client.worked_before": True,
    "client.preferred_channel": "chat",
    "client.screening": {"on": date(2026, 11, 1), "signs": ["screen.greedy"]},
    "client.requests": [{"text": "secret wish", "kind": "pay-after"}],
    "client.own_figure": "7",
    "client.budget_asked": True,
    "client.notes": "pays late",
    "scope.deliverables.0.estimated_hours": "99",
    "scope.deliverables.0.trial": "test",
    "scope.can_deliver": False,
    "price.discount.reasoning": "because",
    "negotiation": {"price": "negotiable"},
    "health": ["unpaid-rework"],
    "kept": [{"id": "price.floor", "field": "price", "reason": "a friend"}],
}


def papers(deal: Deal) -> tuple[bytes, bytes, str]:
    opened = OpenDeal(Path("deal.json"), deal)
    return (
        quote_pdf(opened, TODAY, draft=False),
        contract_pdf(opened, TODAY, draft=False),
        paper_name("contract", deal),
    )


@pytest.mark.parametrize("path", PRIVATE)
def test_a_private_field_leaves_the_papers_as_they_are(path: str) -> None:
    deal = example("website", TODAY)
    other = changed(deal, path, PRIVATE[path])
    assert other != deal
    assert papers(other) == papers(deal)


def test_an_unknown_field_leaves_the_papers_as_they_are() -> None:
    deal = example("website", TODAY)
    other = Deal.model_validate({**deal.model_dump(), "surprise": "confidential"})
    assert papers(other) == papers(deal)


def test_a_client_field_changes_them() -> None:
    deal = example("website", TODAY)
    assert papers(changed(deal, "title", "Web shop"))[:2] != papers(deal)[:2]
