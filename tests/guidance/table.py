"""Cases that a reader who doesn't program can follow: a good deal, a deviation, the fields found."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.file import validate
from clausewright.deal.profile import PriceNotice, Profile
from clausewright.guidance.finding import Context
from tests.guidance.good_deal import CONTEXT, good_deal

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    """``finds`` are the fields of the findings, in order."""

    rule: str
    name: str
    deal: Deal
    context: Context
    finds: list[str]


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.toml")):
        content = tomllib.loads(path.read_text("utf-8"), parse_float=Decimal)
        for rule, rows in content.items():
            for row in rows:
                yield _case(rule, row)


def _case(rule: str, row: dict[str, Any]) -> Case:
    deal = _changed(good_deal(row.get("deal", "fixed")), row.get("change", {}))
    return Case(rule, row["case"], deal, _context(row.get("context", {})), row["finds"])


def _changed(deal: Deal, changes: dict[str, Any]) -> Deal:
    for path, value in changes.items():
        deal = changed(deal, path, None if value == "nothing" else value)
    return deal


def _context(given: dict[str, Any]) -> Context:
    context = CONTEXT
    if "today" in given:
        context = replace(context, today=given["today"])
    if "profile" in given:
        context = replace(context, profile=validate(Profile, given["profile"], "profile"))
    if "holidays" in given:
        context = replace(context, holidays=frozenset(given["holidays"]))
    if "letters" in given:
        letters = (_LETTER | letter for letter in given["letters"])
        context = replace(
            context, letters=tuple(validate(PriceNotice, letter, "letter") for letter in letters)
        )
    if "others" in given:
        others = (_changed(good_deal(), {"id": "other"} | changes) for changes in given["others"])
        context = replace(context, other_deals=tuple(others))
    return context


_LETTER: dict[str, Any] = {
    "client_id": "c1",
    "deal_id": "good",
    "on": date(2026, 11, 24),
    "effective": date(2028, 1, 1),
    "old_rate": "50",
    "new_rate": "60",
    "reason": "Costs rose.",
}
