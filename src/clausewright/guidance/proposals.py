"""What the ticked signs of a difficult client propose: terms that protect, one click each."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.payment import Guarantee
from clausewright.deal.plan import buffer
from clausewright.guidance import RULES
from clausewright.guidance.clauses import CLAUSES
from clausewright.guidance.finding import Context, Fix
from clausewright.guidance.review import review
from clausewright.guidance.schedule import BUFFER_DAYS, with_margin
from clausewright.guidance.signs import Sign, signs_of

RUSH_SURCHARGE = 50
"""Percent; ours, s3 round the clock asks that such work be paid as an exception."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One term that a sign calls for. ``apply`` puts it into the deal; None where it is there already,
    where it needs the user's own word, or where it is a script."""

    sign: Sign
    item: str
    kind: Literal["rule", "clause", "script", "letter"]
    apply: Fix | None


def _with_guarantee(deal: Deal, context: Context) -> Deal:
    """Half of the price back when late, and a schedule in which that is safe."""
    deal = changed(deal, "payment.guarantee", Guarantee())
    margin = buffer(deal, context.time(deal))
    return with_margin(deal, context) if margin is not None and margin < BUFFER_DAYS else deal


def _with_rush_surcharge(deal: Deal, _: Context) -> Deal:
    return changed(deal, "price.rush_surcharge", Decimal(RUSH_SURCHARGE))


_SWITCHES: dict[str, tuple[Callable[[Deal], bool], Fix]] = {
    "payment.late-delivery-guarantee": (lambda deal: deal.payment.guarantee is None, _with_guarantee),
    "schedule.rush": (lambda deal: deal.price.rush_surcharge is None, _with_rush_surcharge),
}
"""The clauses that can be switched on: whether one is off, and what switches it on."""


def proposals(deal: Deal, context: Context) -> tuple[Proposal, ...]:
    """The terms that the ticked signs select, each once, for the first sign that selects it."""
    found: dict[str, Proposal] = {}
    open_fixes = {finding.id: finding.fix for finding in review(deal, context, RULES).findings if finding.fix}
    for sign in signs_of(deal, context):
        for item in sign.selects:
            found.setdefault(item, Proposal(sign, item, _kind(item), _apply(item, deal, open_fixes)))
    return tuple(found.values())


def _apply(item: str, deal: Deal, open_fixes: dict[str, Fix]) -> Fix | None:
    is_off, switch_on = _SWITCHES.get(item, (None, None))
    if is_off and is_off(deal):
        return switch_on
    return open_fixes.get(item)


_RULES = frozenset(rule.id for rule in RULES)
_CLAUSES = frozenset(clause.id for clause in CLAUSES)
_LETTERS = frozenset({"communication.call-summary"})


def _kind(item: str) -> Literal["rule", "clause", "script", "letter"]:
    if item in _RULES:
        return "rule"
    if item in _CLAUSES:
        return "clause"
    return "letter" if item in _LETTERS else "script"
