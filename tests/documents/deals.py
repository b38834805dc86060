"""Deals for the tests of the papers: one of each kind, and the cases in which a clause reads otherwise."""

from typing import Any

from clausewright.deal.agreement import ClientDeal, Deal, for_client
from clausewright.deal.file import validate

WEEK = [{"weekday": day, "opens": "09:00", "closes": "17:00"} for day in range(1, 6)]

FIXED: dict[str, Any] = {
    "schema_version": 1,
    "number": "2026-007",
    "version": 2,
    "title": "Online shop",
    "locale": "en_GB",
    "provider": {
        "name": "Anna Ozola",
        "trade_name": "Ozola Studio",
        "line": "Shops that load fast",
        "role": "Designer",
        "registration_number": "40001234",
        "vat_number": "LV40001234567",
        "address": {"street": "Elizabetes 1", "postal_code": "LV-1010", "city": "Rīga", "country": "LV"},
        "email": "anna@ozola.example",
        "phone": "+371 2000 0000",
        "website": "https://ozola.example",
        "bank": {
            "holder": "A. Ozola",
            "iban": "LV80BANK0000435195001",
            "bic": "BANKLV22",
            "bank": "First Bank",
        },
        "zone": "Europe/Riga",
        "hours": WEEK,
        "holiday_region": "LV",
    },
    "client": {
        "kind": "company",
        "name": "Kahvila Oy",
        "registration_number": "1234567-8",
        "vat_number": "FI12345678",
        "address": {"street": "Katu 2", "postal_code": "00100", "city": "Helsinki", "country": "FI"},
        "email": "shop@kahvila.example",
        "phone": "+358 40 000 0000",
        "approver": {"name": "Maija Aho", "position": "Owner", "email": "maija@kahvila.example"},
        "level": "familiar",
    },
    "scope": {
        "goal": "A shop that sells coffee by post.",
        "success_criteria": ["A test order goes through in the shop"],
        "approach": "First the catalogue, then the checkout.",
        "deliverables": [
            {
                "id": "d1",
                "name": "Catalogue",
                "description": "Forty products",
                "plain_description": "The shelf",
                "steps": ["Import", "Photos placed"],
                "quantity": "10",
                "unit": "days",
                "rate": "400.00",
            },
            {"id": "d2", "name": "Checkout", "description": "Cards and transfers", "price": "2000.00"},
            {"id": "d3", "name": "Gift cards", "price": "500.00", "optional": True},
        ],
        "exclusions": ["Product photographs"],
        "materials": [{"description": "Price list", "due": "2027-01-11", "stage": "s1"}],
        "references": [{"title": "Tea shop", "link": "https://tea.example", "file": "tea.pdf"}],
        "price_justification": "Counted in days.",
        "schedule_justification": "Payments need a test week.",
        "summary": "A shop with forty products.",
        "confirmation": {"on": "2026-11-20", "text": "A shop with forty products."},
        "decisions": [{"decision": "No search field", "advice": "Visitors look for one", "on": "2026-11-19"}],
        "quote_lead": "Coffee by post, from spring on.",
        "quote_note": "Questions are welcome.",
    },
    "price": {
        "currency": "EUR",
        "tax": {"kind": "rate", "rate": "21", "name": "VAT"},
        "discount": {
            "value": "10",
            "item": "d1",
            "concession": "longer-deadline",
            "concession_text": "two more weeks",
            "repeated_structure": True,
            "ends": "2026-12-20",
        },
        "confidentiality_surcharge": "30",
        "rush_surcharge": "50",
        "extra_rate": "60.00",
        "contingent": [{"description": "A thousand orders", "amount": "250.00"}],
        "issued": "2026-11-24",
        "valid_until": "2026-12-12",
    },
    "payment": {
        "stages": [
            {
                "id": "s1",
                "name": "Catalogue",
                "work": "Products and shelf",
                "result": "The shelf on the test site",
                "client_parts": ["material", "feedback"],
                "share": "40",
                "due": "on-signing",
            },
            {
                "id": "s2",
                "name": "Checkout",
                "work": "Cart and payments",
                "result": "A test order",
                "client_parts": ["approval"],
                "share": "60",
                "due": "on-date",
                "due_on": "2027-02-01",
            },
        ],
        "late_interest": {"rate": "8", "unit": "per-year"},
        "suspension_after": 7,
        "guarantee": {"percent": "50"},
        "kill_fee": "15",
    },
    "schedule": {"start": "2027-01-11", "promised": "2027-03-12"},
    "revisions": {"rounds": 2, "feedback_days": 5, "support_days": 30, "silence_days": 10},
    "communication": {
        "response_hours": 8,
        "channels": ["email", "chat", "phone"],
        "call_window": {"opens": "10:00", "closes": "16:00"},
        "report": "weekly",
    },
    "rights": {
        "confidential": True,
        "confidential_years": 3,
        "portfolio": "forbidden",
        "transfer": "exclusive",
    },
    "term": {"kind": "one-off", "price_notice": {"length": 2, "unit": "months"}},
    "exit": {
        "notice_days": 21,
        "remedy_days": 9,
        "liability_cap": "80",
        "talks_days": 12,
        "law": "the law of Latvia",
        "place": "the courts of Rīga",
    },
}

HOURLY: dict[str, Any] = {
    "price.kind": "hourly",
    "price.hourly_rate": "75.00",
    "price.discount.value": "0",
    "price.contingent": [],
    "price.period": {
        "unit": "month",
        "hours": "40",
        "due_day": 5,
        "cap_hours": "60",
        "cap_amount": "4500.00",
        "minimum_hours": "20",
    },
    "payment.guarantee": None,
    "schedule.promised": None,
    "revisions.rounds": None,
}
RETAINER: dict[str, Any] = {
    **HOURLY,
    "price.kind": "retainer",
    "price.period": {
        "unit": "month",
        "amount": "1800.00",
        "hours": "24",
        "due_day": 1,
        "cap_hours": "30",
        "minimum_hours": "20",
    },
    "term.kind": "ongoing",
    "term.months": 12,
    "term.renewal": "agreed",
}
PERSON = {"client.kind": "person"}

CASES: dict[str, dict[str, Any]] = {
    "a fixed price": {},
    "an hourly rate": HOURLY,
    "a retainer": RETAINER,
    "a private person": PERSON,
    "a private person and no time to answer in": {**PERSON, "revisions.silence_days": None},
    "no time to answer in": {"revisions.silence_days": None},
    "a retainer of a private person": {**RETAINER, **PERSON, "term.renewal": "automatic"},
    "automatic renewal": {**RETAINER, "term.renewal": "automatic"},
    "no renewal": {**RETAINER, "term.renewal": "none"},
    "no approver": {"client.approver.name": ""},
    "no materials yet": {"scope.materials": []},
    "nothing is needed": {"scope.materials": [], "scope.nothing_needed": True},
    "a summary without confirmation": {"scope.confirmation": None},
    "another text confirmed": {"scope.summary": "A shop with fifty products."},
    "no stages yet": {"payment.stages": []},
    "many stages": {
        "payment.stages": [
            {"id": f"s{n}", "name": f"Part {n}", "share": "20", "due": "on-previous-acceptance"}
            for n in range(5)
        ]
    },
    "paid after the work": {
        "payment.stages": [{"id": "s1", "name": "All", "share": "100", "due": "on-acceptance"}]
    },
    "no tax, with the reason": {"price.tax": {"kind": "exempt", "reason": "small enterprise"}},
    "no tax": {"price.tax": {"kind": "exempt"}},
    "reverse charge": {"price.tax": {"kind": "reverse-charge"}},
    "reverse charge, with the reason": {"price.tax": {"kind": "reverse-charge", "reason": "Article 196"}},
    "an hourly rate without tax": {
        **HOURLY,
        "price.tax": {"kind": "exempt"},
        "price.period": {"unit": "week"},
    },
    "an hourly rate without hours": {**HOURLY, "price.period": {"unit": "week", "due_day": 1}},
    "an hourly rate under a cap of hours": {**HOURLY, "price.period": {"cap_hours": "9"}},
    "an hourly rate under a cap of money": {**HOURLY, "price.period": {"cap_amount": "900.00"}},
    "a retainer without tax": {**RETAINER, "price.tax": {"kind": "exempt"}},
    "a retainer due later": {**RETAINER, "price.period.due_day": 10},
    "a discount on all": {"price.discount.item": "", "price.discount.ends": None},
    "a discount without reason": {"price.discount": {"value": "5", "item": "d1", "ends": "2026-12-20"}},
    "a discount on all without reason": {"price.discount": {"value": "5"}},
    "no guarantee, no kill fee, no suspension": {
        "payment.guarantee": None,
        "payment.kill_fee": "0",
        "payment.suspension": False,
    },
    "an hourly rate with a guarantee": {
        **HOURLY,
        "payment.guarantee": {"percent": "50"},
        "schedule.promised": "2027-03-12",
    },
    "a promised date without reason": {"scope.schedule_justification": ""},
    "a start without reason": {**HOURLY, "scope.schedule_justification": ""},
    "urgent work without a rate": {"price.extra_rate": None},
    "no urgent work": {"price.rush_surcharge": None},
    "extra work without tax": {"price.tax": {"kind": "exempt"}},
    "no limit on rounds": {"revisions.rounds": None, "revisions.unlimited": True},
    "no rounds, no support": {"revisions.rounds": 0, "revisions.support_days": 0},
    "no response time": {"communication.response_hours": None},
    "no time zone": {"provider.zone": ""},
    "no hours": {"provider.hours": []},
    "no hours and no time zone": {"provider.hours": [], "provider.zone": ""},
    "hours that differ": {"provider.hours": [*WEEK, {"weekday": 6, "opens": "10:00", "closes": "12:00"}]},
    "calls by arrangement": {"communication.call_window": None},
    "no calls": {"communication.channels": ["email"]},
    "confidential until the end": {"rights.confidential_years": 0},
    "a portfolio after publication": {"rights.portfolio": "after-publication"},
    "a portfolio": {"rights.portfolio": "allowed"},
    "a licence": {"rights.transfer": "licence"},
    "a retainer with a licence": {**RETAINER, "rights.transfer": "licence"},
    "no notice": {"exit.notice_days": 0},
    "a retainer without notice": {**RETAINER, "exit.notice_days": 0},
    "a law without a place": {"exit.place": ""},
    "a place without a law": {"exit.law": ""},
    "hardly anything yet": {
        "number": "",
        "title": "",
        "provider": {},
        "client": {},
        "scope": {"deliverables": [{"id": "d1"}], "materials": [{}], "decisions": [{}]},
        "price": {},
        "payment": {"stages": [{}]},
        "schedule": {},
        "communication": {},
        "exit": {},
    },
    "a bank account without IBAN": {"provider.bank.iban": "12-3456-7890"},
    "a discount of an amount": {"price.discount": {"value": "5.00", "unit": "amount"}},
    "a discount of an amount on an item": {
        "price.discount": {"value": "5.00", "unit": "amount", "item": "d1"}
    },
    "a bonus that is counted": {
        "price.contingent": [{"description": "A thousand orders", "amount": "250.00", "counted": True}]
    },
    "a chosen option": {"scope.deliverables.2.chosen": True},
    "an hourly rate with a discount and no hours": {
        **HOURLY,
        "price.period": {"unit": "week"},
        "price.discount.value": "10",
    },
    "an hourly rate without stages": {**HOURLY, "payment.stages": []},
    "neither law nor place": {"exit.law": "", "exit.place": ""},
}
"""By what is special in it: each a fixed-price deal with some fields changed."""


def deal(changes: dict[str, Any] | None = None) -> Deal:
    """The fixed-price deal with these fields changed, by path."""
    data: Any = _copy(FIXED)
    for path, value in (changes or {}).items():
        holder = data
        *steps, last = path.split(".")
        for step in steps:
            holder = holder[int(step)] if isinstance(holder, list) else holder.setdefault(step, {})
        if isinstance(holder, list):
            holder[int(last)] = _copy(value)
        else:
            holder[last] = _copy(value)
    return validate(Deal, data, "The test's deal")


def client_deal(changes: dict[str, Any] | None = None) -> ClientDeal:
    return for_client(deal(changes))


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(part) for key, part in value.items()}
    return [_copy(part) for part in value] if isinstance(value, list) else value
