"""Being paid: in advance, stage by stage, and what follows when it isn't."""

from collections.abc import Iterator
from decimal import Decimal

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed, unused_id
from clausewright.deal.field import is_blank
from clausewright.deal.money import Money
from clausewright.deal.payment import Due, Stage
from clausewright.deal.plan import buffer, is_period_prepaid, is_prepaid, overdue_stages
from clausewright.deal.sums import shares_complete, sums
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule
from clausewright.guidance.schedule import with_margin
from clausewright.wording import Value

LARGE_TOTALS = {"RUB": 50_000, "EUR": 700, "USD": 700, "GBP": 700, "CHF": 700}
"""From which total on a stranger finds it hard to pay at once: s1 prepayment 2 names 50,000 roubles;
the other currencies are ours, at about its worth."""


def _is_half_and_half(stages: tuple[Stage, ...]) -> bool:
    return [stage.share for stage in stages] == [50, 50]


def _in_four(deal: Deal) -> Deal:
    """Four prepaid quarters in place of one stage or of two halves, which keep their work, days,
    results and the client's parts."""
    stages = deal.payment.stages
    pieces = 4 // len(stages)
    taken = {stage.id for stage in stages}
    quarters = [part for stage in stages for part in _pieces(stage, pieces, deal.title, taken)]
    return changed(deal, "payment.stages", tuple(_prepaid(stage, at) for at, stage in enumerate(quarters)))


def _pieces(stage: Stage, count: int, title: str, taken: set[str]) -> list[Stage]:
    name = stage.name or title
    result = stage.result or stage.work.split("\n")[0][:280] or name
    days = [None] * count if stage.days is None else _shared_out(stage.days, count)
    return [
        stage.model_copy(
            update={
                "id": stage.id if number == 0 else unused_id(stage.id, taken),
                "name": f"{name[:280]} {number + 1}/{count}".strip(),
                "result": f"{result[:280]} {number + 1}/{count}".strip(),
                "share": Decimal(25),
                "days": days[number],
            }
        )
        for number in range(count)
    ]


def _shared_out(days: int, count: int) -> list[int]:
    return [days // count + (number < days % count) for number in range(count)]


def _prepaid(stage: Stage, index: int) -> Stage:
    due = Due.ON_SIGNING if index == 0 else Due.ON_PREVIOUS_ACCEPTANCE
    return stage.model_copy(update={"due": due, "due_on": None})


def _pay_first(deal: Deal, context: Context) -> Deal:
    if deal.price.is_periodic:
        deal = changed(deal, "price.period.due_day", 1)
    stages = deal.payment.stages
    if len(stages) == 1 or _is_half_and_half(stages):
        time = context.time(deal)
        late = any(not is_prepaid(deal, index, time) for index in range(len(stages)))
        return _in_four(deal) if late else deal
    time = context.time(deal)
    return changed(
        deal,
        "payment.stages",
        tuple(
            stage if is_prepaid(deal, index, time) else _prepaid(stage, index)
            for index, stage in enumerate(stages)
        ),
    )


def _is_untouched(deal: Deal) -> bool:
    """Whether the stages can still be cut anew: nothing was paid or accepted yet."""
    return not deal.payment.received and not any(stage.accepted_on for stage in deal.payment.stages)


@rule(
    "payment.prepaid-stages",
    Severity.WARN,
    "s1 principle 3",
    "s1 prepayment 2",
    values={"stages": str, "count": int},
    fix=_pay_first,
)
def prepaid_stages(deal: Deal, context: Context) -> Iterator[Spot]:
    time = context.time(deal)
    late = [
        stage.name or str(index + 1)
        for index, stage in enumerate(deal.payment.stages)
        if not is_prepaid(deal, index, time)
    ]
    if late:
        named: dict[str, Value] = {"stages": ", ".join(late), "count": len(late)}
        yield Spot("payment.stages", named, can_fix=_is_untouched(deal))
    elif deal.price.is_periodic and not is_period_prepaid(deal):
        yield Spot("price.period.due_day", {"stages": "", "count": 0}, "period")


def _split_in_four(deal: Deal, _: Context) -> Deal:
    return _in_four(deal)


@rule(
    "payment.split-large-totals",
    Severity.WARN,
    "s1 prepayment 2",
    values={"total": Money, "threshold": Money},
    house=True,
    fix=_split_in_four,
)
def split_large_totals(deal: Deal, context: Context) -> Iterator[Spot]:
    currency = deal.price.currency
    threshold = context.profile.large_totals.get(currency, LARGE_TOTALS.get(currency))
    if threshold is None or len(deal.payment.stages) != 1 or not context.is_new_client(deal):
        return
    total = sums(deal).total
    if total.amount >= threshold and is_prepaid(deal, 0, context.time(deal)):
        values = {"total": total, "threshold": Money(Decimal(threshold), currency)}
        yield Spot("payment.stages", values, can_fix=_is_untouched(deal))


@rule(
    "payment.sums-to-whole",
    Severity.BLOCK,
    "s1 prepayment 2",
    values={"sum": Decimal},
    can_be_kept=False,
)
def sums_to_whole(deal: Deal, _: Context) -> Iterator[Spot]:
    stages = deal.payment.stages
    if deal.is_fixed_price and not shares_complete(deal):
        total = sum((stage.share for stage in stages), Decimal(0))
        variant = "none" if not stages else "" if total != 100 else "parts"
        yield Spot("payment.stages", {"sum": total}, variant)


@rule("payment.stage-acceptance", Severity.WARN, "s1 principle 3", values={"stage": str})
def stage_acceptance(deal: Deal, _: Context) -> Iterator[Spot]:
    stages = deal.payment.stages
    for index, stage in enumerate(stages):
        if len(stages) > 1 and is_blank(stage.result):
            yield Spot(f"payment.stages.{index}.result", {"stage": stage.name or str(index + 1)})


@rule("payment.trust-for-prepayment", Severity.ADVISE, "s1 prepayment")
def trust_for_prepayment(deal: Deal, context: Context) -> Iterator[Spot]:
    all_at_once = [stage.share for stage in deal.payment.stages] == [100]
    shows_proof = (
        deal.scope.has_reference
        or not is_blank(deal.provider.registration_number)
        or deal.payment.guarantee is not None
    )
    if all_at_once and context.is_new_client(deal) and not shows_proof:
        yield Spot("payment.stages")


@rule(
    "payment.guarantee-needs-margin",
    Severity.BLOCK,
    "s1 prepayment 3",
    values={"percent": Decimal},
    fix=with_margin,
)
def guarantee_needs_margin(deal: Deal, context: Context) -> Iterator[Spot]:
    margin = buffer(deal, context.time(deal))
    if deal.payment.guarantee and margin is not None and margin < 1:
        yield Spot("payment.guarantee", {"percent": deal.payment.guarantee.percent})


def _may_stop(deal: Deal, _: Context) -> Deal:
    return changed(deal, "payment.suspension", True)


@rule("payment.stop-work", Severity.WARN, "s3 bad payer", house=True, fix=_may_stop)
def stop_work(deal: Deal, _: Context) -> Iterator[Spot]:
    if not deal.payment.suspension:
        yield Spot("payment.suspension")


@rule("payment.overdue-client", Severity.BLOCK, "s3 bad payer", values={"deals": str, "count": int})
def overdue_client(_: Deal, context: Context) -> Iterator[Spot]:
    owing = [
        other for other in context.other_deals if overdue_stages(other, context.time(other), context.today)
    ]
    if owing:
        names = ", ".join(f"{other.number} {other.title}".strip() for other in owing)
        yield Spot("client", {"deals": names, "count": len(owing)})


RULES: tuple[Rule, ...] = (
    prepaid_stages,
    split_large_totals,
    sums_to_whole,
    stage_acceptance,
    trust_for_prepayment,
    guarantee_needs_margin,
    stop_work,
    overdue_client,
)
