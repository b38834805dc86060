"""What the work is: a goal that can be measured, what it is not, and what the client gives."""

from collections.abc import Iterator
from datetime import date

from clausewright.deal.agreement import Deal
from clausewright.deal.field import is_blank
from clausewright.deal.plan import stage_starts
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule


@rule("scope.goal-measurable", Severity.BLOCK, "s2 no vision", "s1 problem 3.1")
def goal_measurable(deal: Deal, _: Context) -> Iterator[Spot]:
    if is_blank(deal.scope.goal):
        yield Spot("scope.goal", variant="goal")
    if all(is_blank(criterion) for criterion in deal.scope.success_criteria):
        yield Spot("scope.success_criteria", variant="criteria")


@rule("scope.within-reach", Severity.WARN, "s2 no vision", "s3 undecided")
def within_reach(deal: Deal, _: Context) -> Iterator[Spot]:
    if not deal.scope.can_deliver:
        yield Spot("scope.can_deliver")


@rule(
    "scope.brief-confirmed",
    Severity.WARN,
    "s1 problem 3.3",
    values={"confirmed": date, "signed": date},
)
def brief_confirmed(deal: Deal, context: Context) -> Iterator[Spot]:
    confirmation, signed = deal.scope.confirmation, context.signing_date(deal)
    if confirmation is None:
        yield Spot("scope.confirmation", variant="never")
    elif confirmation.text != deal.scope.summary:
        yield Spot("scope.confirmation", {"confirmed": confirmation.on}, "changed")
    elif confirmation.on > signed:
        yield Spot("scope.confirmation", {"confirmed": confirmation.on, "signed": signed}, "late")


@rule(
    "scope.client-materials",
    Severity.WARN,
    "s2 no answers",
    values={"material": str, "due": date, "start": date},
)
def client_materials(deal: Deal, context: Context) -> Iterator[Spot]:
    scope = deal.scope
    if not scope.materials and not scope.nothing_needed:
        yield Spot("scope.materials", variant="none")
    starts = {
        stage.id: start
        for stage, start in zip(deal.payment.stages, stage_starts(deal, context.time(deal)), strict=True)
    }
    for index, material in enumerate(scope.materials):
        field, name = f"scope.materials.{index}", {"material": material.description}
        start = starts.get(material.stage)
        if material.due is None:
            yield Spot(f"{field}.due", name, "date")
        if material.stage not in starts or is_blank(material.stage):
            yield Spot(f"{field}.stage", name, "stage")
        elif material.due and start and material.due > start:
            yield Spot(f"{field}.due", {**name, "due": material.due, "start": start}, "late")


@rule(
    "scope.client-role",
    Severity.WARN,
    "s1 problem 3, end",
    "s0 distrustful client",
    values={"stage": str},
)
def client_role(deal: Deal, _: Context) -> Iterator[Spot]:
    for index, stage in enumerate(deal.payment.stages):
        if not stage.client_parts:
            yield Spot(f"payment.stages.{index}.client_parts", {"stage": stage.name or str(index + 1)})


@rule("scope.extra-rate", Severity.BLOCK, "s1 problem 5.1", "s3 cheapskate")
def extra_rate(deal: Deal, _: Context) -> Iterator[Spot]:
    if not deal.price.extra_rate:
        yield Spot("price.extra_rate")


@rule("scope.limits", Severity.WARN, "s3 greedy")
def limits(deal: Deal, _: Context) -> Iterator[Spot]:
    period = deal.price.period
    if (deal.is_hourly or deal.is_ongoing) and not period.cap_hours and not period.cap_amount:
        yield Spot("price.period.cap_hours")


RULES: tuple[Rule, ...] = (
    goal_measurable,
    within_reach,
    brief_confirmed,
    client_materials,
    client_role,
    extra_rate,
    limits,
)
