"""The examples hold on any day."""

from datetime import date

import pytest

from clausewright.actions.check_deal import check_deal
from clausewright.actions.example import EXAMPLES, example
from clausewright.deal.agreement import for_client
from clausewright.deal.file import dumps, loads
from clausewright.documents.quote import quote
from clausewright.pdf.layout import lay_out

DAYS = [
    date(2026, 11, 24),
    date(2026, 11, 28),
    date(2026, 11, 29),
    date(2026, 12, 23),
    date(2026, 12, 24),
    date(2026, 12, 31),
    date(2027, 1, 1),
    date(2027, 1, 2),
    date(2027, 2, 28),
    date(2027, 3, 26),
    date(2027, 5, 1),
    date(2027, 6, 23),
    date(2027, 8, 31),
    date(2027, 10, 31),
    date(2028, 2, 28),
    date(2028, 2, 29),
    date(2028, 3, 1),
    date(2028, 12, 30),
    date(2030, 4, 19),
    date(2031, 7, 5),
]


@pytest.mark.parametrize("today", DAYS, ids=str)
def test_the_website_has_no_finding_and_a_quote_of_one_page(today: date) -> None:
    deal = example("website", today)
    found = check_deal(deal, today).review.findings
    assert [(finding.id, finding.field) for finding in found] == []
    assert lay_out(quote(for_client(deal), dated=today)).pages == 1


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_a_deal_that_can_be_saved_and_read(name: str) -> None:
    deal = example(name, date(2026, 11, 24))
    assert loads(dumps(deal)) == deal
    assert deal.number.startswith("2026-")
