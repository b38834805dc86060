"""A deal's file: read strictly, written in one form, and never guessed at."""

import json

import pytest

from clausewright.deal.agreement import SCHEMA_VERSION, Deal
from clausewright.deal.file import dumps, loads
from clausewright.problem import Cause, Problem


def text_of(**fields: object) -> str:
    return json.dumps({"schema_version": 1, **fields})


def refusal(text: str | bytes) -> Problem:
    with pytest.raises(Problem) as caught:
        loads(text, "offer.clausewright")
    assert caught.value.cause is Cause.INPUT
    assert "offer.clausewright" in caught.value.title
    assert caught.value.advice
    return caught.value


def test_a_deal_comes_back_as_it_was_written() -> None:
    deal = loads(text_of(title="Jānis & 김민준 <b>", price={"extra_rate": "60.00"}))
    assert loads(dumps(deal)) == deal


def test_the_file_has_sorted_keys_an_indent_of_two_and_a_last_newline() -> None:
    text = dumps(Deal())
    keys = [line.split('"')[1] for line in text.splitlines() if line.startswith('  "')]
    assert keys == sorted(keys)
    assert text.endswith("}\n")


def test_fields_that_are_not_known_are_kept_on_save() -> None:
    deal = loads(text_of(colour="blue", client={"name": "A", "shoe_size": 43}))
    saved = json.loads(dumps(deal))
    assert saved["colour"] == "blue"
    assert saved["client"]["shoe_size"] == 43


def test_a_newer_version_is_refused_with_a_sentence() -> None:
    problem = refusal(json.dumps({"schema_version": SCHEMA_VERSION + 1, "title": 3}))
    assert "newer version" in problem.title


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "line 1, column 1"),
        ('{"schema_version": 1,', "line 1"),
        ("[]", "a list or a single value"),
        ("{}", "no schema_version"),
        (b"\xff\xfe\x00", "UTF-8"),
        ('{"schema_version": 1, "schema_version": 1}', "twice"),
        ('{"schema_version": 1, "price": {"extra_rate": NaN}}', "NaN is not a number"),
        ('{"schema_version": 1, "price": {"extra_rate": 1e999}}', "price.extra_rate"),
        ('{"schema_version": 1, "price": {"extra_rate": -1}}', "price.extra_rate must not be negative"),
        (
            '{"schema_version": 1, "price": {"extra_rate": "1_000"}}',
            "price.extra_rate must be a plain number",
        ),
        ('{"schema_version": 1, "price": {"extra_rate": "NaN"}}', "price.extra_rate must be a plain number"),
        ('{"schema_version": 1, "price": {"extra_rate": "99999999999999"}}', "price.extra_rate"),
        ('{"schema_version": 1, "price": {"currency": "XYZ"}}', "price.currency"),
        ('{"schema_version": 1, "price": {"issued": "1999-12-31"}}', "price.issued"),
        ('{"schema_version": 1, "price": {"issued": 86400}}', "price.issued must be a date"),
        ('{"schema_version": 1, "price": {"issued": "2026-02-30"}}', "price.issued"),
        ('{"schema_version": 1, "title": 5}', "title"),
        ('{"schema_version": 1, "title": "a\\u202eb"}', "U+202E"),
        ('{"schema_version": 1, "title": "a\\u0000b"}', "U+0000"),
        ('{"schema_version": 1, "title": "a\\ud800b"}', "title"),
        ('{"schema_version": 1, "title": "a\\nb"}', "one line"),
        ('{"schema_version": 1, "payment": {"stages": [{"share": true}]}}', "payment.stages.0.share"),
        ('{"schema_version": 1, "payment": {"stages": [{"days": -3}]}}', "payment.stages.0.days"),
        ('{"schema_version": 1, "provider": {"logo": "../../etc/passwd"}}', "provider.logo"),
        ('{"schema_version": 1, "provider": {"zone": "Mars/Olympus"}}', "provider.zone"),
        ('{"schema_version": 1, "locale": "xx_YY"}', "locale"),
        ('{"schema_version": true}', "schema_version"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(text: str | bytes, says: str) -> None:
    assert says in refusal(text).title


def test_a_word_of_a_hundred_thousand_characters_is_refused() -> None:
    assert "title" in refusal(text_of(title="x" * 100_000)).title


def test_deep_nesting_is_refused() -> None:
    refusal('{"schema_version": 1, "title": ' + "[" * 100_000 + "]" * 100_000 + "}")


def test_all_faults_are_told_at_once() -> None:
    title = refusal(text_of(title=1, version=0, client={"name": 2})).title
    assert "title" in title
    assert "version" in title
    assert "client.name" in title


def test_the_refusal_does_not_repeat_what_was_entered() -> None:
    assert "Confidential Ltd" not in refusal(text_of(version="Confidential Ltd")).title
