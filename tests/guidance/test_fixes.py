"""A fix clears its finding, raises no new block, and keeps what was entered."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clausewright.deal.agreement import Deal
from clausewright.deal.file import dumps, loads
from clausewright.guidance import RULES
from clausewright.guidance.finding import Context, Rule
from clausewright.guidance.review import Review, review
from tests.generated import deals
from tests.guidance.good_deal import CONTEXT
from tests.guidance.table import Case, cases

FIXABLE = [rule for rule in RULES if rule.fix]
CASES = list(cases())

TOUCHED = {
    "negotiation.no-pushing": ("scope.deliverables", "price.discount.ends"),
    "price.itemised": ("scope.deliverables",),
    "payment.prepaid-stages": ("payment.stages", "price.period.due_day"),
    "payment.split-large-totals": ("payment.stages",),
    "payment.guarantee-needs-margin": ("schedule.promised",),
    "payment.stop-work": ("payment.suspension",),
    "increase.notice": ("term.price_notice",),
    "increase.at-renewal": ("term.months",),
    "nda.surcharge": ("price.confidentiality_surcharge",),
    "nda.surcharge-high": ("price.confidentiality_surcharge",),
    "schedule.buffer": ("schedule.promised",),
    "schedule.feasible": ("schedule.promised",),
    "schedule.signed-before-start": ("schedule.start", "schedule.promised"),
    "schedule.valid-until-start": ("price.valid_until",),
    "revisions.count": ("revisions.rounds", "revisions.unlimited"),
    "revisions.feedback-window": ("revisions.feedback_days",),
    "communication.response-hours": ("communication.response_hours", "provider.hours", "provider.zone"),
    "communication.not-round-the-clock": ("provider.hours", "provider.zone", "schedule.promised"),
    "communication.status-reports": ("communication.report",),
}
"""What each fix may change; everything else stays as it was entered."""


RAISE_NOTHING = ("payment.prepaid-stages", "payment.split-large-totals")
"""The catalogue asks of these that no finding at all be new."""


def flat(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for name, part in value.items():
            yield from flat(part, f"{path}.{name}" if path else name)
    else:
        yield path, value


def changed_fields(before: Deal, after: Deal) -> set[str]:
    old, new = dict(flat(before.model_dump())), dict(flat(after.model_dump()))
    return {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}


def blocks(found: Review) -> set[str]:
    return {finding.id for finding in found.blocking}


def check_fix(rule: Rule, deal: Deal, context: Context) -> None:
    before = review(deal, context, RULES)
    mine = [finding for finding in before.findings if finding.id == rule.id and finding.fix]
    if not mine or not rule.fix:
        return
    fixed = rule.fix(deal, context)
    after = review(fixed, context, RULES)
    assert [f.spot for f in after.findings if f.id == rule.id and f.fix] == []
    assert blocks(after) <= blocks(before)
    if rule.id in RAISE_NOTHING:
        assert {f.id for f in after.findings} <= {f.id for f in before.findings}
    touched = TOUCHED[rule.id]
    stray = [path for path in changed_fields(deal, fixed) if not path.startswith(touched)]
    assert stray == []
    assert loads(dumps(fixed)) == fixed


@pytest.mark.parametrize("rule", FIXABLE, ids=lambda rule: rule.id)
def test_the_fix_of_each_case_does_what_it_says(rule: Rule) -> None:
    fired = [case for case in CASES if case.rule == rule.id and case.finds]
    assert fired
    for case in fired:
        check_fix(rule, case.deal, case.context)


@pytest.mark.parametrize("rule", FIXABLE, ids=lambda rule: rule.id)
@settings(max_examples=60)
@given(deal=deals(), today=st.dates(date(2026, 1, 1), date(2029, 12, 31)))
def test_the_fix_holds_for_any_deal(rule: Rule, deal: Deal, today: date) -> None:
    check_fix(rule, deal, replace(CONTEXT, today=today))


def mixed() -> st.SearchStrategy[Case]:
    """A case's deal with the deviations of another rule's case on top."""
    return st.sampled_from(CASES)


@settings(max_examples=150)
@given(case=mixed(), today=st.dates(date(2026, 11, 1), date(2027, 3, 1)))
def test_the_fixes_hold_for_every_case_on_other_days(case: Case, today: date) -> None:
    for rule in FIXABLE:
        check_fix(rule, case.deal, replace(case.context, today=today))


@settings(max_examples=80)
@given(deal=deals(), today=st.dates(date(2026, 1, 1), date(2029, 12, 31)))
def test_every_rule_judges_any_deal_without_a_fault(deal: Deal, today: date) -> None:
    found = review(deal, replace(CONTEXT, today=today), RULES)
    assert {finding.id for finding in found.findings} | set(found.checked) == {rule.id for rule in RULES}


def of(case: str) -> Case:
    return next(each for each in CASES if each.name == case)


def test_a_single_stage_becomes_four_prepaid_quarters_with_its_work() -> None:
    case = of("paid afterwards is another rule's matter")
    rule = next(rule for rule in RULES if rule.id == "payment.prepaid-stages")
    assert rule.fix
    stages = rule.fix(case.deal, case.context).payment.stages
    assert [stage.share for stage in stages] == [25, 25, 25, 25]
    assert [stage.due and stage.due.value for stage in stages] == [
        "on-signing",
        *["on-previous-acceptance"] * 3,
    ]
    assert sum(stage.days or 0 for stage in stages) == 5
    assert stages[0].id == "s1"
    assert len({stage.id for stage in stages}) == 4


def test_two_halves_become_four_quarters_and_three_stages_stay_three() -> None:
    rule = next(rule for rule in RULES if rule.id == "payment.prepaid-stages")
    assert rule.fix
    three = of("the last stage is paid on acceptance").deal
    fixed = rule.fix(three, CONTEXT).payment.stages
    assert [(stage.share, stage.name) for stage in fixed] == [
        (stage.share, stage.name) for stage in three.payment.stages
    ]
    halves = tuple(stage.model_copy(update={"share": 50}) for stage in three.payment.stages[1:])
    two = three.model_copy(update={"payment": three.payment.model_copy(update={"stages": halves})})
    quarters = rule.fix(two, CONTEXT).payment.stages
    assert [stage.share for stage in quarters] == [25, 25, 25, 25]
    assert [stage.days for stage in quarters] == [3, 2, 3, 2]
    assert all(stage.client_parts for stage in quarters)
