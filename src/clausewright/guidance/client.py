"""Whether this client is one to work for, looked at before the work starts."""

from collections.abc import Iterator

from clausewright.deal.agreement import Deal
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule
from clausewright.guidance.signs import SIGNS, signs_of

SIGNS_TO_DECLINE = 3
"""From so many signs on, the advice is to consider declining; ours, the articles say "some clients"."""


@rule("client.evaluate-first", Severity.ADVISE, "s1 decline, end", "s2")
def evaluate_first(deal: Deal, context: Context) -> Iterator[Spot]:
    if context.is_new_client(deal) and deal.client.screening.on is None:
        yield Spot("client.screening.on")


@rule("client.wishes", Severity.ADVISE, "s2 target profile", values={"count": int})
def wishes(deal: Deal, context: Context) -> Iterator[Spot]:
    if not context.is_new_client(deal):
        return
    answered = {wish.wish for wish in deal.client.screening.wishes if wish.fulfilled is not None}
    open_wishes = set(context.profile.wishes) - answered
    if open_wishes:
        yield Spot("client.screening.wishes", {"count": len(open_wishes)})


@rule(
    "screen.verdict",
    Severity.WARN,
    "s1 decline",
    "s2 wrong client",
    "s0 firing a client",
    values={"count": int, "of": int},
    house=True,
)
def verdict(deal: Deal, context: Context) -> Iterator[Spot]:
    seen = signs_of(deal, context)
    if any(sign.decline for sign in seen) or len(seen) >= SIGNS_TO_DECLINE:
        yield Spot("client.screening.signs", {"count": len(seen), "of": len(SIGNS)})


RULES: tuple[Rule, ...] = (evaluate_first, wishes, verdict)
