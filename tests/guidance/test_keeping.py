"""A finding kept with a reason holds for its values, and lapses when they change."""

from datetime import date

import pytest

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.file import dumps, loads
from clausewright.guidance import RULES
from clausewright.guidance.finding import Finding
from clausewright.guidance.review import keep, review
from clausewright.problem import Problem
from tests.guidance.good_deal import CONTEXT, good_deal

TODAY = date(2026, 11, 24)


def findings(deal: Deal) -> dict[str, Finding]:
    return {finding.id: finding for finding in review(deal, CONTEXT, RULES).findings}


def short_notice(days: int) -> Deal:
    return changed(good_deal(), "term.price_notice", {"length": days, "unit": "days"})


def test_it_no_longer_blocks_and_says_why() -> None:
    deal = short_notice(14)
    assert findings(deal)["increase.notice"].blocks
    kept = keep(deal, findings(deal)["increase.notice"], " An old friend ", TODAY)
    finding = findings(kept)["increase.notice"]
    assert finding.kept == "An old friend"
    assert not finding.blocks


def test_it_survives_saving() -> None:
    deal = short_notice(14)
    kept = keep(deal, findings(deal)["increase.notice"], "An old friend", TODAY)
    assert findings(loads(dumps(kept)))["increase.notice"].kept


def test_it_lapses_when_its_values_change() -> None:
    deal = short_notice(14)
    kept = keep(deal, findings(deal)["increase.notice"], "An old friend", TODAY)
    worse = changed(kept, "term.price_notice.length", 7)
    assert findings(worse)["increase.notice"].blocks


def test_it_is_kept_for_its_own_field_alone() -> None:
    deal = changed(good_deal(), "payment.stages.0.result", "")
    kept = keep(deal, findings(deal)["payment.stage-acceptance"], "Clear enough", TODAY)
    both = changed(kept, "payment.stages.1.result", "")
    open_fields = [
        finding.field
        for finding in review(both, CONTEXT, RULES).findings
        if finding.id == "payment.stage-acceptance" and not finding.kept
    ]
    assert open_fields == ["payment.stages.1.result"]


def test_a_second_reason_replaces_the_first() -> None:
    deal = short_notice(14)
    for reason in ("One", "Two"):
        deal = keep(deal, findings(deal)["increase.notice"], reason, TODAY)
    assert [kept.reason for kept in deal.kept] == ["Two"]


def test_a_reason_is_needed() -> None:
    deal = short_notice(14)
    with pytest.raises(Problem, match="reason"):
        keep(deal, findings(deal)["increase.notice"], "  ", TODAY)


def test_two_rules_cannot_be_kept() -> None:
    assert {rule.id for rule in RULES if not rule.can_be_kept} == {
        "payment.sums-to-whole",
        "contract.essentials",
    }
    deal = changed(good_deal(), "payment.stages.0.share", "40")
    with pytest.raises(Problem, match="can't be left"):
        keep(deal, findings(deal)["payment.sums-to-whole"], "Later", TODAY)
