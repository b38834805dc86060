"""When things happen, by the definitions of the guidance: planned finish, buffer, prepaid, overdue."""

from datetime import date

import pytest

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.plan import (
    buffer,
    due_date,
    is_prepaid,
    overdue_stages,
    planned_finish,
    stage_starts,
    working_time,
)

MONDAY = date(2026, 11, 23)


def two_stages(**stage: object) -> Deal:
    return Deal.model_validate(
        {
            "scope": {"deliverables": [{"price": "1000"}]},
            "schedule": {"start": MONDAY, "promised": date(2026, 12, 4)},
            "payment": {
                "stages": [
                    {"id": "s1", "share": "50", "days": 3, "due": "on-signing"},
                    {"id": "s2", "share": "50", "days": 5, "due": "on-previous-acceptance", **stage},
                ]
            },
        }
    )


def finish(deal: Deal, *holidays: date) -> date | None:
    return planned_finish(deal, working_time(deal, frozenset(holidays)))


def test_the_start_is_day_one_of_the_work() -> None:
    assert finish(two_stages()) == date(2026, 12, 2)


def test_a_start_on_a_weekend_begins_on_monday() -> None:
    assert finish(changed(two_stages(), "schedule.start", date(2026, 11, 21))) == date(2026, 12, 2)


def test_a_public_holiday_is_no_working_day() -> None:
    assert finish(two_stages(), date(2026, 11, 25)) == date(2026, 12, 3)


def test_a_stage_starts_on_the_working_day_after_the_one_before() -> None:
    deal = two_stages()
    assert stage_starts(deal, working_time(deal)) == (MONDAY, date(2026, 11, 26))


def test_without_days_there_is_no_plan() -> None:
    deal = changed(two_stages(), "payment.stages.0.days", None)
    assert finish(deal) is None
    assert stage_starts(deal, working_time(deal)) == (MONDAY, None)


@pytest.mark.parametrize(
    ("promised", "days"),
    [(date(2026, 12, 2), 0), (date(2026, 12, 3), 1), (date(2026, 12, 4), 2), (date(2026, 12, 6), 2)],
)
def test_planned_wednesday_promised_friday_is_a_buffer_of_two(promised: date, days: int) -> None:
    deal = changed(two_stages(), "schedule.promised", promised)
    assert buffer(deal, working_time(deal)) == days


@pytest.mark.parametrize(
    ("stage", "prepaid"),
    [
        ({"due": "on-signing"}, True),
        ({"due": "before-stage"}, True),
        ({"due": "on-previous-acceptance"}, True),
        ({"due": "on-acceptance"}, False),
        ({"due": None}, False),
        ({"due": "on-date"}, False),
        ({"due": "on-date", "due_on": date(2026, 11, 26)}, True),
        ({"due": "on-date", "due_on": date(2026, 11, 27)}, False),
    ],
)
def test_prepaid_is_due_by_the_stages_start_and_the_same_day_counts(
    stage: dict[str, object], prepaid: bool
) -> None:
    deal = two_stages(**stage)
    assert is_prepaid(deal, 1, working_time(deal)) is prepaid


class TestOverdue:
    signed = changed(two_stages(), "signing_date", date(2026, 11, 20))

    def overdue(self, deal: Deal, today: date) -> list[str]:
        return [stage.id for stage in overdue_stages(deal, working_time(deal), today)]

    def test_due_today_is_not_overdue(self) -> None:
        assert self.overdue(self.signed, date(2026, 11, 20)) == []
        assert self.overdue(self.signed, date(2026, 11, 21)) == ["s1"]

    def test_what_was_never_signed_is_not_owed(self) -> None:
        assert self.overdue(two_stages(), date(2027, 1, 1)) == []

    def test_what_was_paid_is_not_owed(self) -> None:
        paid = changed(self.signed, "payment.received", [{"stage": "s1", "amount": "500.00"}])
        assert self.overdue(paid, date(2027, 1, 1)) == []

    def test_what_was_paid_in_part_is_still_owed(self) -> None:
        paid = changed(self.signed, "payment.received", [{"stage": "s1", "amount": "499.99"}])
        assert self.overdue(paid, date(2027, 1, 1)) == ["s1"]

    def test_an_agreed_new_date_replaces_the_old(self) -> None:
        later = changed(self.signed, "payment.stages.0.agreed_due", date(2026, 12, 15))
        assert self.overdue(later, date(2026, 12, 15)) == []
        assert self.overdue(later, date(2026, 12, 16)) == ["s1"]

    def test_a_stage_falls_due_when_the_one_before_is_accepted(self) -> None:
        deal = changed(self.signed, "payment.stages.0.accepted_on", date(2026, 11, 27))
        assert due_date(deal, 1, working_time(deal)) == date(2026, 11, 27)
        assert self.overdue(deal, date(2026, 11, 28)) == ["s1", "s2"]
