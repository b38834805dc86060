"""Deals that no rule complains of, and what is known around them. 24 November 2026 is a Tuesday."""

from datetime import date
from typing import Any

from clausewright.deal.agreement import Deal
from clausewright.deal.file import validate
from clausewright.guidance.finding import Context

TODAY = date(2026, 11, 24)

FIXED: dict[str, Any] = {
    "id": "good",
    "client_id": "c1",
    "number": "2026-001",
    "title": "Website",
    "provider": {
        "name": "Ann",
        "email": "ann@example.org",
        "registration_number": "123",
        "zone": "Europe/Riga",
        "hours": [{"weekday": day, "opens": "09:00", "closes": "17:00"} for day in range(1, 6)],
    },
    "client": {
        "name": "Client Oy",
        "kind": "company",
        "screening": {"on": "2026-11-20"},
        "preferred_channel": "email",
    },
    "scope": {
        "goal": "A faster shop",
        "success_criteria": ["Loads in 2 s on the staging site"],
        "approach": "Audit first, then templates.",
        "deliverables": [
            {"id": "d1", "name": "Design", "description": "Templates", "price": "1000", "estimated_hours": "20"},
            {"id": "d2", "name": "Build", "description": "Pages", "price": "1000", "estimated_hours": "20"},
        ],
        "exclusions": ["Photography"],
        "materials": [{"description": "Logo", "due": "2027-01-08", "stage": "s1"}],
        "references": [{"title": "A similar shop"}],
        "price_justification": "Priced by days",
        "schedule_justification": "Design before build",
        "summary": "A new shop",
        "confirmation": {"on": "2026-11-23", "text": "A new shop"},
        "can_deliver": True,
    },
    "price": {"extra_rate": "60", "issued": "2026-11-24", "valid_until": "2026-12-08"},
    "payment": {
        "stages": [
            {"id": "s1", "name": "Design", "result": "Approved design", "client_parts": ["approval"], "share": "50", "due": "on-signing", "days": 10},
            {"id": "s2", "name": "Build", "result": "Live shop", "client_parts": ["feedback"], "share": "30", "due": "on-previous-acceptance", "days": 5},
            {"id": "s3", "name": "Launch", "result": "Team trained", "client_parts": ["none"], "share": "20", "due": "before-stage", "days": 5},
        ]
    },
    "schedule": {"start": "2027-01-11", "promised": "2027-02-09"},
    "revisions": {"rounds": 2, "feedback_days": 5, "support_days": 0},
    "communication": {"response_hours": 8, "channels": ["email"], "report": "weekly"},
    "term": {"price_notice": {"length": 1, "unit": "months"}},
    "negotiation": {"price": "firm"},
    "schema_version": 1,
}  # fmt: skip
"""Planned finish Friday 5 February 2027, so the buffer is 2."""

_PERIOD = {"unit": "month", "due_day": 1, "cap_hours": "40", "hours": "40"}
_ONGOING = {"kind": "ongoing", "months": 12, "price_notice": {"length": 1, "unit": "months"}}

RETAINER = FIXED | {
    "price": FIXED["price"] | {"kind": "retainer", "period": _PERIOD | {"amount": "2400"}},
    "payment": {},
    "scope": FIXED["scope"] | {"materials": [], "nothing_needed": True},
    "schedule": {"start": "2027-01-01"},
    "term": _ONGOING,
}

HOURLY = RETAINER | {"price": FIXED["price"] | {"kind": "hourly", "hourly_rate": "60", "period": _PERIOD}}

DEALS = {"fixed": FIXED, "retainer": RETAINER, "hourly": HOURLY}

CONTEXT = Context(TODAY)


def good_deal(kind: str = "fixed") -> Deal:
    return validate(Deal, DEALS[kind], kind)
