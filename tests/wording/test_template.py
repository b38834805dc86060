"""Texts with typed placeholders: a mistake in one is found when it is loaded."""

from datetime import date
from decimal import Decimal

import pytest

from clausewright.deal.money import Money
from clausewright.wording import Format, Template
from clausewright.wording.template import TemplateError

VOCABULARY = {"rounds": int, "price": Money, "start": date, "client": str, "rate": Decimal}
FORM = Format("en_GB")


def fill(source: str, **values: object) -> str:
    return Template.parse(source, VOCABULARY).fill(values, FORM)  # type: ignore[arg-type]


def test_each_value_is_written_as_what_it_is() -> None:
    text = fill(
        "{client} pays {price} by {start} at {rate}.",
        client="A & B",
        price=Money(Decimal(5), "EUR"),
        start=date(2026, 1, 2),
        rate=Decimal("7.50"),
    )
    assert text.replace("\u00a0", " ") == "A & B pays 5.00 EUR by 2 January 2026 at 7.5."


@pytest.mark.parametrize(("rounds", "says"), [(1, "1 round"), (2, "2 rounds"), (0, "0 rounds")])
def test_a_counted_noun_takes_its_plural_form(rounds: int, says: str) -> None:
    assert fill("{rounds|one: # round|other: # rounds}", rounds=rounds) == says


def test_a_language_with_more_forms_gets_them() -> None:
    template = Template.parse("{rounds|zero: # kārtu|one: # kārta|other: # kārtas}", VOCABULARY)
    assert [template.fill({"rounds": n}, Format("lv")) for n in (0, 1, 2, 21)] == [
        "0 kārtu",
        "1 kārta",
        "2 kārtas",
        "21 kārta",
    ]


def test_a_value_is_never_read_as_a_placeholder() -> None:
    assert fill("{client}", client="{price} {{") == "{price} {{"


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{clinet}", "unknown placeholder {clinet}"),
        ("{}", "unknown placeholder"),
        ("{client", "not closed"),
        ("client}", "not closed"),
        ("{client|one: # x|other: # y}", "no number"),
        ("{rounds|one: # round}", "plural forms"),
        ("{rounds|# rounds}", "plural forms"),
    ],
)
def test_a_mistake_is_found_when_the_text_is_loaded(source: str, says: str) -> None:
    with pytest.raises(TemplateError) as caught:
        Template.parse(source, VOCABULARY)
    assert says in str(caught.value)


def test_a_template_knows_which_names_it_needs() -> None:
    assert Template.parse("{client} {rounds|other: #}", VOCABULARY).names == {"client", "rounds"}


def test_what_is_not_known_yet_stands_in_a_numbers_place() -> None:
    template = Template.parse("{rounds|one: # round|other: # rounds}", VOCABULARY)
    assert template.fill({"rounds": "[open]"}, Format("en_GB")) == "[open] rounds"
