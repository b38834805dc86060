"""The papers as text: the difference reads like the paper."""

from collections.abc import Callable
from datetime import date

import pytest

from clausewright.actions.example import example
from clausewright.deal.agreement import for_client
from clausewright.documents.contract import contract
from clausewright.documents.quote import quote
from tests.documents.deals import HOURLY, PERSON, RETAINER, client_deal
from tests.documents.reading import read

TODAY = date(2026, 11, 24)
MatchesGolden = Callable[[str, str], None]


@pytest.mark.parametrize("name", ["website", "difficult-client"])
def test_the_examples_papers_read_as_they_did(name: str, matches_golden: MatchesGolden) -> None:
    deal = for_client(example(name, TODAY))
    draft = name == "difficult-client"
    matches_golden(f"{name}-contract", read(contract(deal, dated=TODAY, draft=draft)))
    matches_golden(f"{name}-quote", read(quote(deal, dated=TODAY, draft=draft)))


@pytest.mark.parametrize(
    ("name", "changes"), [("fixed-person", PERSON), ("hourly", HOURLY), ("retainer", RETAINER)]
)
def test_the_other_kinds_of_deals_read_as_they_did(
    name: str, changes: dict[str, object], matches_golden: MatchesGolden
) -> None:
    deal = client_deal(changes)
    matches_golden(f"{name}-contract", read(contract(deal, dated=TODAY)))
    matches_golden(f"{name}-quote", read(quote(deal, dated=TODAY)))
