"""Signs of a difficult client: what the user can tick, and which terms each one calls for."""

from dataclasses import dataclass

from clausewright.deal.agreement import Deal
from clausewright.guidance.finding import Context


@dataclass(frozen=True, slots=True)
class Sign:
    """``selects`` are ids of rules, clauses and scripts whose terms the sign proposes; ``decline`` is
    True where the article's advice is to say no."""

    id: str
    sources: tuple[str, ...]
    selects: tuple[str, ...]
    decline: bool = False


SIGNS: tuple[Sign, ...] = (
    Sign(
        "screen.micromanager",
        ("s0 hands-on client", "s2 tramples"),
        (
            "communication.response-hours",
            "communication.status-reports",
            "schedule.buffer",
            "communication.boundary",
        ),
    ),
    Sign(
        "screen.distrustful",
        ("s0 distrustful client", "s2 does not trust"),
        ("price.references-first", "payment.stage-acceptance", "payment.late-delivery-guarantee"),
    ),
    Sign(
        "screen.knows-better",
        ("s0 better myself", "s3 know-it-all"),
        (
            "scope.client-role",
            "scope.against-advice",
            "revisions.count",
            "negotiation.convince",
            "client.ease-the-load",
        ),
    ),
    Sign(
        "screen.pushes-limits",
        ("s2 pushes limits", "s1 decline 4"),
        ("negotiation.priorities", "schedule.signed-before-start", "negotiation.counter-conditions"),
    ),
    Sign(
        "screen.no-vision",
        ("s2 no vision", "s3 undecided"),
        ("scope.brief-confirmed", "scope.goal-measurable", "revisions.count", "scope.changes-are-paid"),
    ),
    Sign("screen.other-values", ("s2 other values",), ("client.decline",), decline=True),
    Sign(
        "screen.unrealistic",
        ("s2 unrealistic expectations", "s1 decline 6"),
        ("scope.no-result-promise", "schedule.feasible", "negotiation.accept-before-declining"),
    ),
    Sign(
        "screen.no-answers",
        ("s2 no answers",),
        ("scope.client-materials", "schedule.client-delays", "communication.reminder"),
    ),
    Sign(
        "screen.no-integrity",
        ("s2 integrity",),
        ("communication.written-changes", "communication.call-summary"),
    ),
    Sign("screen.bad-product", ("s1 decline 10",), ("client.decline",), decline=True),
    Sign("screen.not-target", ("s2 target profile", "s2 wrong client"), ("client.wishes", "client.decline")),
    Sign(
        "screen.abusive",
        ("s3 abusive", "s1 decline 1", "s1 principle 8"),
        ("conduct.respect", "client.decline"),
        decline=True,
    ),
    Sign(
        "screen.bad-payer",
        ("s3 bad payer",),
        ("payment.prepaid-stages", "payment.stop-work", "payment.late-fee", "client.decline"),
        decline=True,
    ),
    Sign(
        "screen.round-the-clock",
        ("s3 round the clock",),
        ("communication.response-hours", "communication.weekend-reply", "schedule.rush"),
    ),
    Sign(
        "screen.anti-contract",
        ("s3 anti-contract",),
        ("schedule.signed-before-start", "communication.call-summary", "communication.written-changes"),
    ),
    Sign(
        "screen.cheapskate",
        ("s3 cheapskate",),
        (
            "price.itemised",
            "price.exclusions",
            "scope.extra-rate",
            "scope.changes-are-paid",
            "discount.refuse",
        ),
    ),
    Sign("screen.devalues", ("s1 decline 8",), ("price.itemised", "price.explain", "discount.refuse")),
    Sign("screen.greedy", ("s3 greedy",), ("scope.limits", "revisions.count", "payment.stage-acceptance")),
    Sign(
        "screen.complains-of-others",
        ("s1 decline 2",),
        ("price.references-first", "revisions.count", "scope.goal-measurable"),
    ),
    Sign("screen.profit-share", ("s1 decline 3",), ("price.profit-share", "client.decline"), decline=True),
    Sign(
        "screen.steady-work-bait",
        ("s1 decline 5", "s1 principle 4"),
        ("discount.no-future-promise", "increase.at-renewal", "scope.minimum-volume"),
    ),
    Sign(
        "screen.demoralising",
        ("s1 decline 7",),
        ("communication.status-reports", "scope.brief-confirmed", "client.decline"),
    ),
    Sign("screen.freebie", ("s1 decline 9",), ("price.free-trial", "payment.prepaid-stages")),
)

BY_ID = {sign.id: sign for sign in SIGNS}


def has_unmet_wish(deal: Deal, context: Context) -> bool:
    """Whether the client fails one of the profile's wishes; s2 target profile."""
    wishes = set(context.profile.wishes)
    return any(answer.fulfilled is False and answer.wish in wishes for answer in deal.client.screening.wishes)


def signs_of(deal: Deal, context: Context) -> tuple[Sign, ...]:
    """The signs that are ticked; one unmet wish ticks ``screen.not-target``."""
    ticked = set(deal.client.screening.signs)
    if has_unmet_wish(deal, context):
        ticked.add("screen.not-target")
    return tuple(sign for sign in SIGNS if sign.id in ticked)
