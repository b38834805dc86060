"""What no contract can do without."""

from collections.abc import Iterator

from clausewright.deal.agreement import Deal
from clausewright.deal.field import is_blank
from clausewright.deal.payment import Due, Stage
from clausewright.deal.sums import sums
from clausewright.guidance.finding import Context, Moment, Rule, Severity, Spot, rule


def _missing(deal: Deal) -> Iterator[tuple[str, str]]:
    """Fields that are missing, each with what it is."""
    if is_blank(deal.provider.name):
        yield "provider.name", "provider"
    if is_blank(deal.client.name):
        yield "client.name", "client"
    if all(is_blank(item.name) for item in deal.scope.deliverables):
        yield "scope.deliverables", "deliverable"
    if not (deal.price.hourly_rate if deal.is_hourly else sums(deal).total):
        yield "price", "price"
    if deal.schedule.start is None:
        yield "schedule.start", "start"
    if deal.is_ongoing:
        if not deal.term.months:
            yield "term.months", "term"
    elif deal.is_fixed_price and deal.schedule.promised is None:
        yield "schedule.promised", "promised"


def _lacks_due_rule(stage: Stage) -> bool:
    return stage.due is None or (stage.due is Due.ON_DATE and stage.due_on is None)


@rule(
    "contract.essentials",
    Severity.BLOCK,
    "s3 anti-contract",
    "s3 end",
    values={"stage": str},
    can_be_kept=False,
    moments=frozenset({Moment.SEND, Moment.SIGN}),
)
def essentials(deal: Deal, _: Context) -> Iterator[Spot]:
    for field, variant in _missing(deal):
        yield Spot(field, variant=variant)
    for index, stage in enumerate(deal.payment.stages):
        name = {"stage": stage.name or str(index + 1)}
        if stage.days is None:
            yield Spot(f"payment.stages.{index}.days", name, "days")
        if _lacks_due_rule(stage):
            yield Spot(f"payment.stages.{index}.due", name, "due")


RULES: tuple[Rule, ...] = (essentials,)
