"""Every item of the guidance that a deal is checked against, or that its papers carry, in one list."""

from dataclasses import dataclass
from typing import Any, Literal

from clausewright.guidance import RULES
from clausewright.guidance.clauses import CLAUSES
from clausewright.guidance.finding import Severity
from clausewright.guidance.scripts import SCRIPTS
from clausewright.guidance.signs import SIGNS
from clausewright.guidance.texts import says

Kind = Literal["rule", "clause", "screen", "script"]


@dataclass(frozen=True, slots=True)
class Item:
    """``severity`` is a rule's alone; ``house`` is True where the number, the term or the wording of
    the check is ours, because the article gives the principle alone."""

    id: str
    kind: Kind
    sources: tuple[str, ...]
    severity: Severity | None = None
    house: bool = False


ITEMS: tuple[Item, ...] = (
    *(Item(rule.id, "rule", rule.sources, rule.severity, rule.house) for rule in RULES),
    *(Item(clause.id, "clause", clause.sources, house=clause.house) for clause in CLAUSES),
    *(Item(sign.id, "screen", sign.sources) for sign in SIGNS),
    *(Item(script.id, "script", script.sources) for script in SCRIPTS),
)


def listed(language: str) -> list[dict[str, Any]]:
    """The shape that ``guidance --json`` prints."""
    return [
        {
            "id": item.id,
            "kind": item.kind,
            "severity": item.severity.value if item.severity else None,
            "says": says(language, item.id),
            "sources": list(item.sources),
        }
        for item in ITEMS
    ]
