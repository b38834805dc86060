"""Our list of the guidance is complete, and its page is fresh."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from clausewright.guidance import RULES
from clausewright.guidance.items import ITEMS
from clausewright.guidance.page import page
from clausewright.guidance.signs import SIGNS
from clausewright.guidance.texts import texts

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT.parent / "shared" / "guidance" / "catalogue.toml"


@pytest.fixture(scope="module")
def catalogue() -> dict[str, dict[str, Any]]:
    if not CATALOGUE.exists():
        pytest.skip("the catalogue is not beside this checkout")
    items = tomllib.loads(CATALOGUE.read_text("utf-8"))["item"]
    return {item["id"]: item for item in items if item["kind"] in ("rule", "clause", "screen", "script")}


def test_it_has_the_catalogues_items_in_kind_severity_source_and_house(
    catalogue: dict[str, dict[str, Any]],
) -> None:
    wanted = {
        id: (item["kind"], item.get("severity"), tuple(item["source"]), item.get("house", False))
        for id, item in catalogue.items()
        if item["kind"] != "script"
    }
    ours = {
        item.id: (item.kind, item.severity and item.severity.value, item.sources, item.house)
        for item in ITEMS
        if item.kind != "script"
    }
    assert ours == wanted
    scripts = {id: tuple(item["source"]) for id, item in catalogue.items() if item["kind"] == "script"}
    assert {item.id: item.sources for item in ITEMS if item.kind == "script"} == scripts


def test_a_rule_has_a_fix_where_the_catalogue_names_one(catalogue: dict[str, dict[str, Any]]) -> None:
    wanted = {id for id, item in catalogue.items() if item["kind"] == "rule" and "fix" in item}
    # The negotiation sheet is opened, which is for the window to do.
    assert {rule.id for rule in RULES if rule.fix} == wanted - {"negotiation.priorities"}


def test_the_signs_select_and_decline_as_the_catalogue_says(catalogue: dict[str, dict[str, Any]]) -> None:
    wanted = {
        id: (tuple(item["selects"]), item.get("decline", False))
        for id, item in catalogue.items()
        if item["kind"] == "screen"
    }
    assert {sign.id: (sign.selects, sign.decline) for sign in SIGNS} == wanted


def test_every_item_says_something_and_no_text_is_left_over() -> None:
    assert {item.id for item in ITEMS} == set(texts("en"))
    assert all(texts("en")[item.id]["says"].strip() for item in ITEMS)


def test_every_rule_names_its_boundary() -> None:
    assert all(texts("en")[rule.id]["boundary"].strip() for rule in RULES)


def test_the_page_is_made_from_the_rules() -> None:
    written = (ROOT / "docs" / "guidance.md").read_text("utf-8")
    assert written == page() + "\n", "run `make guidance`"
