"""What the guidance says, as data per language: ``resources/guidance/<language>``.

Each item has ``says``, the advice itself; a rule has ``title`` (the fact in this deal, naming the
rule's values), ``because`` (the article's reason) and, where there is a fix, ``fix`` (the button,
named by its result). ``variants`` replace some of these for a rule that finds several things.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from clausewright.guidance.finding import Finding, Rule
from clausewright.resource import resource
from clausewright.wording import Format, Template

FILES = (
    "negotiation",
    "price",
    "payment",
    "discount",
    "increase",
    "confidentiality",
    "schedule",
    "scope",
    "revisions",
    "communication",
    "contract",
    "client",
    "signs",
    "scripts",
    "clauses",
)


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words; ``fix`` is blank where no click helps."""

    message: str
    because: str
    fix: str


@cache
def texts(language: str) -> Mapping[str, dict[str, Any]]:
    """All items' texts by id. Raises ValueError for an item that two files hold."""
    found: dict[str, dict[str, Any]] = {}
    for name in FILES:
        path = resource("guidance", language, f"{name}.toml")
        for id, item in tomllib.loads(path.read_text("utf-8")).items():
            if id in found:
                raise ValueError(f"{path.name} holds {id} again")
            found[id] = item
    return found


def tell(finding: Finding, language: str, form: Format) -> Told:
    """The finding in words, its values written as the deal's locale writes them."""
    title, because, fix = _templates(language, finding.rule, finding.spot.variant)
    values = finding.spot.values
    return Told(
        title.fill(values, form),
        because.fill(values, form),
        fix.fill(values, form) if fix and finding.fix else "",
    )


def says(language: str, id: str) -> str:
    """The advice of an item, whatever the deal."""
    return str(texts(language)[id]["says"])


_parsed: dict[tuple[str, str, str], tuple[Template, Template, Template | None]] = {}


def _templates(language: str, rule: Rule, variant: str) -> tuple[Template, Template, Template | None]:
    key = (language, rule.id, variant)
    if key not in _parsed:
        item = texts(language)[rule.id]
        chosen = item | item["variants"][variant] if variant else item
        fix = chosen.get("fix")
        _parsed[key] = (
            Template.parse(chosen["title"], rule.values),
            Template.parse(chosen["because"], rule.values),
            Template.parse(fix, rule.values) if fix else None,
        )
    return _parsed[key]
