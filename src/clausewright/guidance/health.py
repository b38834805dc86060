"""How a running deal is doing."""

from collections.abc import Iterator

from clausewright.deal.agreement import Deal, Status
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule


@rule("health.fire-client", Severity.WARN, "s0 firing a client", values={"count": int})
def fire_client(deal: Deal, _: Context) -> Iterator[Spot]:
    if deal.status is Status.ACTIVE and deal.health:
        yield Spot("health", {"count": len(set(deal.health))})


RULES: tuple[Rule, ...] = (fire_client,)
