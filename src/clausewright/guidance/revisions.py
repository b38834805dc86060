"""How often the work is gone over, by when the client says what, and what comes after."""

from collections.abc import Iterator

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule

USUAL_ROUNDS = 2
USUAL_FEEDBACK_DAYS = 5
"""Working days. Both figures are ours: s1 problem 5 asks for an agreed number and an agreed time."""


def _two_rounds(deal: Deal, _: Context) -> Deal:
    return changed(changed(deal, "revisions.rounds", USUAL_ROUNDS), "revisions.unlimited", False)


@rule("revisions.count", Severity.BLOCK, "s1 problem 5.1", "s3 greedy", house=True, fix=_two_rounds)
def count(deal: Deal, _: Context) -> Iterator[Spot]:
    if not deal.is_fixed_price:
        return
    if deal.revisions.unlimited:
        yield Spot("revisions.rounds", variant="unlimited")
    elif deal.revisions.rounds is None:
        yield Spot("revisions.rounds", variant="missing")


@rule("revisions.not-refused", Severity.WARN, "s1 problem 5.1-5.3")
def not_refused(deal: Deal, _: Context) -> Iterator[Spot]:
    if deal.is_fixed_price and deal.revisions.rounds == 0 and not deal.revisions.unlimited:
        yield Spot("revisions.rounds")


def _five_days(deal: Deal, _: Context) -> Deal:
    return changed(deal, "revisions.feedback_days", USUAL_FEEDBACK_DAYS)


@rule("revisions.feedback-window", Severity.WARN, "s1 problem 5.2", house=True, fix=_five_days)
def feedback_window(deal: Deal, _: Context) -> Iterator[Spot]:
    if not deal.revisions.feedback_days:
        yield Spot("revisions.feedback_days")


@rule("revisions.support", Severity.WARN, "s1 problem 5.1")
def support(deal: Deal, _: Context) -> Iterator[Spot]:
    if deal.revisions.support_days is None:
        yield Spot("revisions.support_days")


RULES: tuple[Rule, ...] = (count, not_refused, feedback_window, support)
