from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from clausewright.deal.agreement import Deal, for_client
from clausewright.documents.contract import CLIENT_FIELD, PROVIDER_FIELD, contract
from clausewright.documents.tree import (
    Bullets,
    Clause,
    Contents,
    Document,
    KeyTerms,
    Section,
    SignatureBlock,
    Span,
    Table,
    Title,
    plain,
    walk,
)
from tests.documents.deals import CASES, HOURLY, PERSON, RETAINER, client_deal
from tests.documents.reading import read
from tests.generated import deals

TODAY = date(2026, 11, 24)


def paper(changes: dict[str, Any] | None = None) -> Document:
    return contract(client_deal(changes), dated=TODAY)


def clauses(document: Document) -> dict[str, Clause]:
    return {block.id: block for block in walk(document.blocks) if isinstance(block, Clause)}


def said(changes: dict[str, Any], id: str) -> str:
    return plain(clauses(paper(changes))[id].content).replace("\u00a0", " ")


def test_it_begins_with_the_title_the_key_terms_and_the_contents() -> None:
    title, terms, contents, *_ = paper().blocks
    assert isinstance(title, Title) and plain(title.heading) == "Services agreement: Online shop"
    assert plain(title.lead).replace("\u00a0", " ") == (
        "between Anna Ozola, Rīga, Latvia (“Designer”) and Kahvila Oy, Helsinki, Finland (“Client”), "
        "dated 24 November 2026."
    )
    assert isinstance(terms, KeyTerms) and "the clause applies" in terms.note
    assert isinstance(contents, Contents)


def test_a_signing_date_is_the_papers_date() -> None:
    document = paper({"signing_date": "2026-12-01"})
    assert document.made == date(2026, 12, 1)
    assert "dated 1 December 2026" in read(document)


def test_a_draft_says_so() -> None:
    assert contract(client_deal(), dated=TODAY, draft=True).draft == "DRAFT"
    assert paper().draft == ""


def test_the_title_is_in_the_metadata_with_number_and_version() -> None:
    document = paper()
    assert document.title == "Services agreement: Online shop"
    assert document.subject == "Contract C-2026-007 · version 2"
    assert document.masthead.reference == "C-2026-007 · version 2"
    assert document.masthead.initials == "OS"
    assert document.author == "Ozola Studio"


def test_both_fields_are_prepared_and_the_clients_says_how_to_sign() -> None:
    block = next(block for block in paper().blocks if isinstance(block, SignatureBlock))
    provider, client = block.signatories
    assert (provider.field, client.field) == (PROVIDER_FIELD, CLIENT_FIELD) == ("Provider", "Client")
    assert provider.role == "Designer"
    assert client.details == ("Maija Aho, Owner",)
    assert client.stamp == ("Signature field for the Client", "sign in your PDF reader, or print and sign")
    assert client.lines == ("Name", "Place and date")


def test_the_signatures_stand_between_the_clauses_and_the_annexes() -> None:
    kinds = [block for block in paper().blocks if isinstance(block, Section | SignatureBlock)]
    names = [block.number if isinstance(block, Section) else "signatures" for block in kinds]
    assert names[names.index("signatures") - 1].isdigit()
    assert names[names.index("signatures") + 1 :] == ["A", "B", "C"]
    assert [block.new_page for block in kinds if isinstance(block, Section)][-3:] == [True, False, False]


def test_numbers_and_references_follow_what_is_in_the_paper() -> None:
    assert said({}, "schedule.client-delays").endswith(
        "Such days do not count for the guarantee in clause 6.5. "
        "The Designer says in writing when the waiting begins."
    )
    shorter = paper({"scope.materials": [], "payment.guarantee": None})
    assert "guarantee" not in plain(clauses(shorter)["schedule.client-delays"].content)
    sections = [block for block in shorter.blocks if isinstance(block, Section)]
    assert [section.number for section in sections][-2:] == ["A", "B"]
    assert plain(clauses(shorter)["payment.plan"].content).startswith("Annex\u00a0B says")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(deals())
def test_numbers_run_without_a_gap_and_each_clause_is_there_once(deal: Deal) -> None:
    document = contract(for_client(deal), dated=TODAY)
    sections = [block for block in document.blocks if isinstance(block, Section)]
    numbered = [section.number for section in sections if section.number.isdigit()]
    assert numbered == [str(number) for number in range(1, len(numbered) + 1)]
    for section in sections:
        inside = [block for block in section.blocks if isinstance(block, Clause)]
        assert [clause.number for clause in inside] == [
            f"{section.number}.{position}" for position in range(1, len(inside) + 1)
        ]
    ids = [block.id for block in walk(document.blocks) if isinstance(block, Clause | Section)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", CASES)
def test_no_paper_shows_a_mark_or_a_brace_of_its_data(name: str) -> None:
    told = read(paper(CASES[name])).replace("{page} / {pages}", "")
    assert "{" not in told and "#" not in told.replace("# ", "")


def test_a_private_person_owes_nothing_by_silence() -> None:
    assert "Silence is not acceptance" in said(PERSON, "acceptance.silence")
    assert "acceptance.use" not in clauses(paper(PERSON))
    renewal = said({**RETAINER, **PERSON, "term.renewal": "automatic"}, "term.renewal")
    assert "only if the Client says yes" in renewal


def test_a_private_person_owes_no_kill_fee_and_only_the_laws_interest() -> None:
    person = paper(PERSON)
    assert "ending.kill-fee" not in clauses(person)
    assert "kill fee" not in read(person)
    assert "8%" not in said(PERSON, "payment.late-fee")
    assert "the law sets for consumers" in said(PERSON, "payment.late-fee")
    assert "liability.consumer-rights" in clauses(person)
    assert "80%" not in said(PERSON, "liability.limit")


def test_a_business_owes_interest_with_its_unit_from_the_day_after() -> None:
    assert said({}, "payment.late-fee").startswith(
        "A late payment costs interest of 8% per year, from the day after it was due"
    )
    assert "0.1% per day" in said(
        {"payment.late_interest": {"rate": "0.1", "unit": "per-day"}}, "payment.late-fee"
    )


def test_the_refund_is_reckoned_with_the_deals_own_figures() -> None:
    changes = {
        "price.discount.value": "0",
        "price.confidentiality_surcharge": "0",
        "price.tax": {"kind": "exempt"},
        "payment.kill_fee": "10",
    }
    table = clauses(paper(changes))["ending.example"].blocks[0]
    assert isinstance(table, Table)
    assert [tuple(plain(cell.content).replace("\u00a0", " ") for cell in row) for row in table.rows] == [
        ("Paid in advance: Catalogue and Checkout", "6,000.00"),
        ("minus accepted work: Catalogue", "−2,400.00"),
        ("minus the kill fee, 10% of 3,600.00 EUR", "−360.00"),
        ("Refund", "3,240.00"),
    ]


def test_a_single_stage_is_reckoned_as_paid_and_not_accepted() -> None:
    stage = {"id": "s1", "name": "All", "share": "100", "due": "on-signing"}
    table = clauses(paper({"payment.stages": [stage], **PERSON}))["ending.example"].blocks[0]
    assert isinstance(table, Table)
    assert [plain(row[0].content) for row in table.rows] == [
        "Paid in advance: All",
        "minus accepted work: none yet",
        "Refund",
    ]
    assert plain(table.rows[0][1].content) == plain(table.rows[2][1].content)


def test_the_first_stages_due_on_the_stage_before_is_due_on_signing() -> None:
    assert "| on signing |" in read(paper({"payment.stages.0.due": "on-previous-acceptance"}))


def test_an_hourly_deals_stages_have_no_share_of_the_price() -> None:
    document = paper(HOURLY)
    assert "annex.stages" in {block.id for block in document.blocks if isinstance(block, Section)}
    assert "payment.stages" not in clauses(document)


def test_a_clients_name_with_marks_in_it_is_printed_as_it_is() -> None:
    document = paper({"client.name": "**A** {net} <b>&amp;</b>", "scope.goal": "*x* {ref:price}"})
    title = document.blocks[0]
    assert isinstance(title, Title)
    assert Span("**A** {net} <b>&amp;</b>", strong=True) in title.lead
    assert plain(clauses(document)["scope.goal"].content) == "Goal. *x* {ref:price}"


def test_a_clause_that_the_deal_does_not_need_is_not_in_the_paper() -> None:
    found = clauses(paper({"scope.decisions": [], "payment.suspension": False, "provider.bank.iban": ""}))
    assert not {"scope.against-advice", "payment.suspension", "payment.account"} & found.keys()


def test_duties_of_both_sides_stand_in_it() -> None:
    lists = clauses(paper())["conflict.both-sides"].blocks
    assert [block.label for block in lists if isinstance(block, Bullets)] == ["The Designer", "The Client"]


def test_what_is_not_agreed_yet_is_said_in_a_draft() -> None:
    assert "[not agreed yet]" in said({"schedule.promised": None}, "schedule.promised")


def test_the_rush_rate_is_reckoned() -> None:
    assert "90.00 EUR per hour" in said({}, "schedule.rush")


@pytest.mark.parametrize("currency", ["KRW", "KWD"])
def test_amounts_have_their_currencys_decimals(currency: str) -> None:
    amount = said({"price.currency": currency, "price.discount.value": "0"}, "price.amount")
    assert (
        amount
        == {
            "KRW": "The price of the work is fixed: 7,800 KRW before VAT.",
            "KWD": "The price of the work is fixed: 7,800.000 KWD before VAT.",
        }[currency]
    )
