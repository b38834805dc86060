"""Every rule fires exactly where it should: the cases in cases/*.toml, just inside and just outside."""

from dataclasses import replace

import pytest

from clausewright.guidance import RULES
from clausewright.guidance.finding import Rule, Spot
from clausewright.guidance.review import review
from clausewright.guidance.texts import tell, texts
from clausewright.wording import Format
from tests.guidance.good_deal import CONTEXT, DEALS, good_deal
from tests.guidance.table import Case, cases

CASES = list(cases())
BY_ID = {rule.id: rule for rule in RULES}


def found(rule: Rule, case: Case) -> list[Spot]:
    return list(rule.check(case.deal, case.context))


def fields(rule: Rule, case: Case) -> list[str]:
    return [spot.field for spot in found(rule, case)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule}: {case.name}")
def test_the_rule_finds_these_fields(case: Case) -> None:
    assert fields(BY_ID[case.rule], case) == case.finds


@pytest.mark.parametrize("kind", DEALS)
def test_a_good_deal_is_left_in_peace(kind: str) -> None:
    found = review(good_deal(kind), CONTEXT, RULES)
    assert [(finding.id, finding.field) for finding in found.findings] == []
    assert found.checked == tuple(rule.id for rule in RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
class TestEveryRule:
    def test_has_a_case_that_fires_and_one_that_does_not(self, rule: Rule) -> None:
        outcomes = {bool(case.finds) for case in CASES if case.rule == rule.id}
        assert outcomes == {True, False}

    def test_is_missed_by_the_cases_when_it_is_silent(self, rule: Rule) -> None:
        silent = replace(rule, check=lambda _deal, _context: iter(()))
        assert any(fields(silent, case) != case.finds for case in CASES if case.rule == rule.id)

    def test_is_missed_by_the_cases_when_it_always_fires(self, rule: Rule) -> None:
        loud = replace(rule, check=lambda _deal, _context: iter((Spot("title"),)))
        assert any(fields(loud, case) != case.finds for case in CASES if case.rule == rule.id)

    def test_yields_the_values_that_it_declares(self, rule: Rule) -> None:
        for case in CASES:
            for spot in found(rule, case):
                for name, value in spot.values.items():
                    assert isinstance(value, rule.values[name])

    def test_has_a_text_for_each_variant_and_each_text_has_its_case(self, rule: Rule) -> None:
        seen = {spot.variant for case in CASES if case.rule == rule.id for spot in found(rule, case)}
        item = texts("en")[rule.id]
        written = set(item.get("variants", {})) | ({""} if "title" in item else set())
        assert seen == written

    def test_its_texts_name_only_what_its_spots_hold(self, rule: Rule) -> None:
        for case in CASES:
            if case.rule == rule.id:
                for finding in review(case.deal, case.context, [rule]).findings:
                    told = tell(finding, "en", Format("en_GB"))
                    assert told.message.strip()
                    assert told.because.strip()
                    assert bool(told.fix) == bool(finding.fix)

    def test_names_its_sources(self, rule: Rule) -> None:
        assert all(source[:2] in ("s0", "s1", "s2", "s3") for source in rule.sources)
        assert rule.sources


def test_ids_are_unique() -> None:
    assert len(BY_ID) == len(RULES)


def test_a_spot_outside_the_fields_of_the_deal_is_a_mistake() -> None:
    from clausewright.deal.change import value_at

    for case in CASES:
        for name in case.finds:
            if not name.startswith("letters."):
                value_at(case.deal, name)
