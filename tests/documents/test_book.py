"""The clauses as data: faults are found when they are loaded, each with its file and line."""

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest

from clausewright.actions.example import EXAMPLES, example
from clausewright.deal.agreement import ClientDeal, for_client
from clausewright.documents.book import AGREEMENT, book, read
from clausewright.documents.condition import CONDITIONS, holds
from clausewright.documents.contract import contract
from clausewright.documents.pen import Pen
from clausewright.documents.phrase import Phrase
from clausewright.documents.quote import quote
from clausewright.documents.source import Source
from clausewright.documents.tree import Text
from clausewright.documents.words import Words
from clausewright.documents.words import read as read_words
from clausewright.documents.writing import chosen
from clausewright.problem import Problem
from clausewright.resource import resource
from clausewright.wording import Format, Value
from tests.documents.deals import CASES, client_deal

CATALOGUE = {
    "communication.weekend-reply",
    "communication.written-changes",
    "conduct.respect",
    "conflict.both-sides",
    "conflict.law",
    "conflict.termination",
    "increase.final",
    "nda.portfolio",
    "payment.late-delivery-guarantee",
    "payment.late-fee",
    "payment.slot-reserved",
    "revisions.error-or-extra",
    "schedule.client-delays",
    "schedule.rush",
    "scope.against-advice",
    "scope.changes-are-paid",
    "scope.minimum-volume",
    "scope.no-result-promise",
}
"""The items of the guidance that are clauses."""

ALWAYS = CATALOGUE - {
    "payment.slot-reserved",
    "payment.late-delivery-guarantee",
    "increase.final",
    "schedule.client-delays",
    "scope.minimum-volume",
    "scope.against-advice",
}

GOOD = """
[[section]]
id = "price"
heading = "Price"

[[section.clause]]
id = "price.amount"
when = ["fixed"]
text = "The price is **{net}**."

[[section.clause]]
id = "price.tax"
text = "Tax is {tax_amount}."
"""


def faulty(old: str, new: str) -> str:
    """What is told of the good text with one change in it."""
    assert old in GOOD
    with pytest.raises(Problem) as caught:
        read([Source("xx/test.toml", GOOD.replace(old, new))], [], [])
    return caught.value.title


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{net}", "{nett}", "line 9: unknown placeholder {nett}"),
        ("{tax_amount}", "{ref:price.nothing}", "line 13: unknown placeholder {ref:price.nothing}"),
        (
            "{tax_amount}",
            "{ref:price.amount}",
            "line 13: price.amount may be missing from the paper where price.tax",
        ),
        ('"fixed"', '"fixd"', "line 8: unknown condition 'fixd'"),
        ('"fixed"', '"not fixd"', "line 8: unknown condition 'not fixd'"),
        ("**{net}**", "**{net}*", "line 9: an asterisk has no partner"),
        ("{net}", "{net", "line 9: a brace is not closed"),
        ("{net}", "{net|one: # euro|other: # euros}", "line 9: {net} is no number"),
        ('when = ["fixed"]', 'whne = ["fixed"]', "line 8: unknown key 'whne'"),
        ('text = "Tax', 'blocks = ["table"]\ntext = "Tax', "line 13: unknown block 'table'"),
        ('text = "Tax is {tax_amount}."', "", "line 12: a clause has either one text or variants"),
        ('heading = "Price"', "heading = Price", "line 4: "),
    ],
)
def test_a_fault_is_told_with_its_line(old: str, new: str, told: str) -> None:
    assert faulty(old, new).startswith(f"clauses/xx/test.toml, {told}")


def test_a_reference_holds_where_the_other_clause_is_sure_to_be() -> None:
    text = GOOD.replace("Tax is {tax_amount}.", "See {ref:price.amount}.").replace(
        'id = "price.tax"', 'id = "price.tax"\nwhen = ["fixed", "tax_added"]'
    )
    assert [clause.id for clause in read([Source("xx", text)], [], []).agreement[0].clauses] == [
        "price.amount",
        "price.tax",
    ]


def test_a_quotes_lists_refer_to_no_clause() -> None:
    with pytest.raises(Problem, match=r"unknown placeholder \{ref:price"):
        read([Source("xx/a.toml", GOOD)], [], [Source("xx/quote.toml", GOOD.replace("{net}", "{ref:price}"))])


def test_a_word_with_an_unknown_placeholder_is_told_with_its_line() -> None:
    text = resource("clauses", "en", "words.toml").read_text("utf-8")
    line = text[: text.index('reference = "{number}')].count("\n") + 1
    with pytest.raises(Problem, match=f"en/words.toml, line {line}: unknown placeholder {{nmber}}"):
        read_words(Source("en/words.toml", text.replace('reference = "{number}', 'reference = "{nmber}')))


def test_a_choice_without_a_word_is_told() -> None:
    text = resource("clauses", "en", "words.toml").read_text("utf-8").replace('quarter = "quarter"\n', "")
    with pytest.raises(Problem, match=r"\[period\] has no word for quarter"):
        read_words(Source("en/words.toml", text))


def test_every_clause_of_the_catalogue_is_in_the_set() -> None:
    assert {clause.id for section in book("en").agreement for clause in section.clauses} >= CATALOGUE


def test_the_catalogue_beside_the_project_has_the_same_clauses() -> None:
    path = Path(__file__).parents[3] / "shared" / "guidance" / "catalogue.toml"
    if not path.exists():
        pytest.skip("the catalogue is not beside the project")
    items = tomllib.loads(path.read_text("utf-8"))["item"]
    assert {item["id"] for item in items if item["kind"] == "clause"} == CATALOGUE


@pytest.mark.parametrize("name", CASES)
def test_clauses_that_always_stand_are_in_every_contract(name: str) -> None:
    deal = client_deal(CASES[name])
    assert ids(deal) >= ALWAYS
    assert ("schedule.client-delays" in ids(deal)) is deal.is_fixed_price
    assert ("scope.minimum-volume" in ids(deal)) is (deal.price.period.minimum_hours is not None)


def test_conditional_clauses_of_the_catalogue_follow_their_checks() -> None:
    plain_deal = client_deal(
        {
            "payment.stages": [{"id": "s1", "share": "100", "due": "on-signing"}],
            "payment.guarantee": None,
            "term.price_notice": None,
            "scope.decisions": [],
        }
    )
    assert ids(plain_deal) & CATALOGUE == ALWAYS | {"schedule.client-delays"}


def ids(deal: ClientDeal) -> set[str]:
    return {clause.id for section in book("en").agreement for clause, _ in chosen(Pen(deal, "en"), section)}


def test_every_variant_of_every_clause_is_in_an_example_or_a_case() -> None:
    deals = [client_deal(changes) for changes in CASES.values()]
    deals += [for_client(example(name, date(2026, 11, 24))) for name in EXAMPLES]
    seen = {
        (clause.id, clause.variants.index(variant))
        for deal in deals
        for section in book("en").sections()
        for clause, variant in chosen(Pen(deal, "en"), section)
    }
    every = {
        (clause.id, index)
        for section in book("en").sections()
        for clause in section.clauses
        for index in range(len(clause.variants))
    }
    assert every == seen


def test_every_condition_is_used() -> None:
    used = {
        name.removeprefix("not ")
        for section in book("en").sections()
        for clause in section.clauses
        for variant in clause.variants
        for name in (*section.when, *clause.when, *variant.when)
    }
    assert used == set(CONDITIONS)


def test_a_condition_is_turned_round_by_not() -> None:
    deal = client_deal()
    assert holds(["fixed", "not hourly"], deal)
    assert not holds(["not fixed"], deal)


LEGALESE = re.compile(
    r"\b(here(in|by|of|to|inafter|under)|there(of|in|to|under)|where(as|of)|notwithstanding|aforesaid|pursuant|"
    r"forthwith|shall|witnesseth|indemnif\w+|inter alia|mutatis|prima facie|in lieu|execute[sd]?|duly)\b",
    re.IGNORECASE,
)


def every_text() -> list[tuple[str, str]]:
    return [
        (clause.id, words_of(variant.text))
        for section in book("en").sections()
        for clause in section.clauses
        for variant in clause.variants
    ]


def words_of(phrase: Phrase) -> str:
    """The source's words, each placeholder read as one word."""
    return "".join(part if isinstance(part, str) else "X" for run in phrase for part in run.template.parts)


@pytest.mark.parametrize(("id", "text"), every_text())
def test_a_lay_client_understands_each_sentence_at_first_reading(id: str, text: str) -> None:
    for sentence in re.split(r"(?<=[.!?:])\s", text):
        assert len(sentence.split()) <= 35, f"{id}: {sentence}"
    assert not LEGALESE.search(text), id


def test_both_sides_have_their_duties_and_nothing_is_promised_of_results() -> None:
    contract = " ".join(text for _, text in every_text())
    assert "is not promised" in contract
    assert not re.search(r"\b(best|leading|unique|excellent|perfect|world-class)\b", contract)
    for name in ("duties.provider", "duties.client"):
        assert len(book("en").lists[name].clauses) >= 4


@pytest.mark.parametrize("part", [*AGREEMENT, "lists", "quote", "words"])
def test_the_texts_are_set_with_true_quotes_and_dashes(part: str) -> None:
    for line in resource("clauses", "en", f"{part}.toml").read_text("utf-8").splitlines():
        assert "'" not in line and " - " not in line, line


def test_every_word_stands_in_some_paper(monkeypatch: pytest.MonkeyPatch) -> None:
    used = set()
    write = Words.write

    def noting(self: Words, name: str, form: Format, /, **values: Value) -> Text:
        used.add(name)
        return write(self, name, form, **values)

    monkeypatch.setattr(Words, "write", noting)
    for changes in CASES.values():
        contract(client_deal(changes), dated=date(2026, 11, 24), draft=True)
        quote(client_deal(changes), dated=date(2026, 11, 24), draft=True)
    groups = tomllib.loads(resource("clauses", "en", "words.toml").read_text("utf-8"))
    said = {f"{group}.{name}" for group, names in groups.items() for name in names}
    choices = ("due.", "part.", "period.", "channel.", "report.", "interest.", "notice.", "discount.")
    assert sorted(name for name in said - used if not name.startswith(choices)) == []
