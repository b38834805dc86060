from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import segno
from segno.helpers import make_epc_qr

from clausewright.documents.quote import quote
from clausewright.documents.tree import (
    Acceptance,
    Bullets,
    Document,
    Facts,
    PaymentBar,
    QrCode,
    Table,
    Title,
    Totals,
    plain,
    walk,
)
from tests.documents.deals import HOURLY, RETAINER, client_deal
from tests.documents.reading import read

TODAY = date(2026, 11, 24)


def paper(changes: dict[str, Any] | None = None) -> Document:
    return quote(client_deal(changes), dated=TODAY)


def only(kind: type[Any], document: Document) -> Any:
    (found,) = [block for block in walk(document.blocks) if isinstance(block, kind)]
    return found


def code(changes: dict[str, Any] | None = None) -> QrCode | None:
    return next((block for block in walk(paper(changes).blocks) if isinstance(block, QrCode)), None)


def test_similar_work_stands_before_the_prices() -> None:
    blocks = tuple(walk(paper().blocks))
    references = next(index for index, block in enumerate(blocks) if isinstance(block, Bullets))
    prices = next(index for index, block in enumerate(blocks) if isinstance(block, Table))
    assert references < prices
    (span,) = [span for span in blocks[references].items[0] if span.link]  # type: ignore[union-attr]
    assert (span.text, span.link) == ("tea.example", "https://tea.example")


def test_a_link_that_a_reader_should_not_follow_is_mere_text() -> None:
    document = paper({"scope.references.0.link": "file:///etc/passwd"})
    assert "file:///etc/passwd" in read(document)
    first = next(block for block in walk(document.blocks) if isinstance(block, Bullets))
    assert all(span.link is None for item in first.items for span in item)


def test_the_lead_is_the_goal_while_there_is_none() -> None:
    title = only(Title, paper({"scope.quote_lead": " "}))
    assert plain(title.lead) == "A shop that sells coffee by post."


def test_it_is_dated_today_while_it_has_no_issue_date() -> None:
    document = paper({"price.issued": None, "price.valid_until": None})
    assert document.made == TODAY
    assert [fact.label for fact in only(Facts, document).facts][2:] == ["Issued"]


def test_an_expert_reads_no_plain_descriptions() -> None:
    assert "In plain words" in read(paper())
    assert "In plain words" not in read(paper({"client.level": "expert"}))


def test_options_stand_apart_from_the_total() -> None:
    items, options = [block for block in paper().blocks if isinstance(block, Table)]
    assert [plain(row[0].content) for row in items.rows] == ["Catalogue", "Checkout"]
    assert options.columns[0].label == "Options, not in the total"
    assert [plain(row[0].content) for row in options.rows] == ["Gift cards"]


def test_a_chosen_option_is_in_the_total() -> None:
    before, after = only(Totals, paper()), only(Totals, paper({"scope.deliverables.2.chosen": True}))
    assert (before.totals[-1].amount, after.totals[-1].amount) == ("8,954.00", "9,740.50")


def test_the_total_is_made_up_line_by_line() -> None:
    totals = only(Totals, paper({"scope.deliverables": [{"id": "d1", "name": "X", "price": "1000"}]}))
    assert [(total.label, total.amount, total.grand) for total in totals.totals] == [
        ("Items", "1,000.00", False),
        ("Surcharge for confidentiality, 30%", "300.00", False),
        ("Discount on “X”, 10%", "−100.00", False),
        ("Total without VAT", "1,200.00", False),
        ("VAT, 21%", "252.00", False),
        ("Total with VAT", "1,452.00", True),
    ]


@pytest.mark.parametrize(
    ("tax", "note"),
    [
        ({"kind": "exempt"}, "No VAT is charged."),
        ({"kind": "exempt", "reason": "Article 57"}, "No VAT is charged: Article 57."),
        (
            {"kind": "reverse-charge", "reason": "Article 196"},
            "VAT: reverse charge, to be accounted for by the recipient (Article 196).",
        ),
        ({"kind": "rate", "rate": "21"}, ""),
    ],
)
def test_the_reason_for_no_tax_stands_beside_the_total(tax: dict[str, str], note: str) -> None:
    assert plain(only(Totals, paper({"price.tax": tax})).note) == note


def test_an_hourly_rate_is_told_with_its_currency() -> None:
    totals = only(Totals, paper({**HOURLY, "price.period": {"unit": "week"}}))
    assert [(total.label, total.amount) for total in totals.totals] == [
        ("Rate per hour without VAT", "75.00\u00a0EUR")
    ]


def test_an_hourly_rate_that_is_missing_is_said_to_be() -> None:
    totals = only(Totals, paper({**HOURLY, "price.hourly_rate": None}))
    assert totals.totals[0].amount == "[not agreed yet]"


def test_the_bar_shows_each_stage_with_amount_and_due_date() -> None:
    bar = only(PaymentBar, paper())
    assert [(part.heading, part.amount, part.due) for part in bar.parts] == [
        ("40% Catalogue", "3,581.60\u00a0EUR", "on signing"),
        ("60% Checkout", "5,372.40\u00a0EUR", "on 1\u00a0February\u00a02027"),
    ]


@pytest.mark.parametrize("shares", [["50", "40"], ["10"] * 10])
def test_a_table_takes_the_place_of_a_bar_that_could_not_be_read(shares: list[str]) -> None:
    stages = [{"id": f"s{n}", "share": share, "due": "on-signing"} for n, share in enumerate(shares)]
    document = paper({"payment.stages": stages})
    assert not [block for block in document.blocks if isinstance(block, PaymentBar)]
    assert "Stage | Falls due | Share | Amount, EUR" in read(document)


def test_the_acceptance_names_quote_contract_and_last_day() -> None:
    box = only(Acceptance, paper())
    assert plain(box.content).replace("\u00a0", " ") == (
        "Sign below, or reply “I accept Q-2026-007” by 12 December 2026. "
        "Both sides then sign contract C-2026-007; work starts when the first payment has arrived."
    )
    assert box.lines == ("Signature of the client", "Name and date")


def test_a_draft_says_so() -> None:
    assert quote(client_deal(), dated=TODAY, draft=True).draft == "DRAFT"


def test_the_bank_code_is_the_one_of_the_standard() -> None:
    found = code({"payment.stages.0.share": "41", "payment.stages.1.share": "59"})
    assert found and found.caption == "SEPA QR, 3,671.14\u00a0EUR"
    expected = make_epc_qr(
        name="A. Ozola",
        iban="LV80BANK0000435195001",
        amount=Decimal("3671.14"),
        text="C-2026-007",
        bic="BANKLV22",
        encoding=1,
    )
    made = segno.make(found.payload, error="m", boost_error=False, micro=False)
    assert [bytes(row) for row in made.matrix] == [bytes(row) for row in expected.matrix]


@pytest.mark.parametrize(
    "changes",
    [
        {"price.currency": "USD"},
        {"provider.bank.iban": "LV80BANK0000435195002"},
        {"provider.bank.iban": "BR1500000000000010932840814P2"},
        {"provider.bank.iban": ""},
        {"provider.bank.holder": "A" * 71},
        {"number": "", "title": "T" * 141},
        {"number": "", "title": ""},
        {"scope.deliverables": []},
        {"payment.stages.0.due": "on-acceptance"},
        {"payment.stages.0.share": "39"},
        HOURLY,
    ],
)
def test_there_is_no_bank_code_where_a_bank_could_not_use_it(changes: dict[str, Any]) -> None:
    assert code(changes) is None


def test_the_first_bill_of_a_prepaid_period_has_a_bank_code() -> None:
    found = code(RETAINER)
    assert found and b"\nEUR2831.40\n" in found.payload


def test_a_bic_that_is_none_is_left_out_of_the_code() -> None:
    found = code({"provider.bank.bic": "no idea"})
    assert found and found.payload.split(b"\n")[4] == b""
