"""What experience says about a deal: every rule, in reading order."""

from clausewright.guidance import (
    client,
    communication,
    confidentiality,
    contract,
    discount,
    health,
    increase,
    negotiation,
    payment,
    price,
    revisions,
    schedule,
    scope,
)
from clausewright.guidance.finding import Rule

RULES: tuple[Rule, ...] = (
    *negotiation.RULES,
    *price.RULES,
    *payment.RULES,
    *discount.RULES,
    *increase.RULES,
    *confidentiality.RULES,
    *schedule.RULES,
    *scope.RULES,
    *revisions.RULES,
    *communication.RULES,
    *contract.RULES,
    *health.RULES,
    *client.RULES,
)

__all__ = ["RULES"]
