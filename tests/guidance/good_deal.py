"""Deals that no rule complains of, and what is known around them. 24 November 2026 is a Tuesday."""

from datetime import date
from typing import Any

from clausewright.deal.agreement import Deal
from clausewright.deal.file import validate
from clausewright.guidance.finding import Context

TODAY = date(2026, 11, 24)


def _item(id: str, name: str) -> dict[str, Any]:
    return {"id": id, "name": name, "description": "Eight pages", "price": "1000", "estimated_hours": "20"}


def _stage(id: str, name: str, part: str, share: str, due: str, days: int) -> dict[str, Any]:
    return {
        "id": id,
        "name": name,
        "result": f"{name}, approved",
        "client_parts": [part],
        "share": share,
        "due": due,
        "days": days,
    }


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
            _item("d1", "Design"),
            _item("d2", "Build"),
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
            _stage("s1", "Design", "approval", "50", "on-signing", 10),
            _stage("s2", "Build", "feedback", "30", "on-previous-acceptance", 5),
            _stage("s3", "Launch", "none", "20", "before-stage", 5),
        ]
    },
    "schedule": {"start": "2027-01-11", "promised": "2027-02-09"},
    "revisions": {"rounds": 2, "feedback_days": 5, "support_days": 0},
    "communication": {"response_hours": 8, "channels": ["email"], "report": "weekly"},
    "term": {"price_notice": {"length": 1, "unit": "months"}},
    "negotiation": {"price": "firm"},
    "schema_version": 1,
}
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
