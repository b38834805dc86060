"""What stands below a clause and is made from the deal: tables, lists, a reckoning."""

from collections.abc import Callable, Iterator, Mapping

from clausewright.deal.field import is_blank
from clausewright.deal.money import Money
from clausewright.deal.price import ContingentPart
from clausewright.deal.scope import Decision, Material
from clausewright.documents.item import item_table
from clausewright.documents.party import client_details, provider_details, provider_role
from clausewright.documents.pen import Pen
from clausewright.documents.price import price_parts
from clausewright.documents.stage import refund, stage_name, stage_plan, stages
from clausewright.documents.tree import Block, Bullets, Cell, Column, Fact, Facts, Table, text


def parties(pen: Pen) -> Facts:
    """Both sides with all that identifies them."""
    deal = pen.deal
    provider = provider_details(deal.provider, pen.words, pen.form)
    client = client_details(deal.client, pen.words, pen.form)
    return Facts(
        (
            Fact(provider_role(deal, pen.words, pen.form), (pen.known(deal.provider.name), *provider)),
            Fact(pen.say("party.client"), (pen.known(deal.client.name), *client)),
        )
    )


def contingent(pen: Pen) -> Bullets:
    return Bullets(tuple(text(_contingent(pen, part)) for part in pen.deal.price.contingent))


def _contingent(pen: Pen, part: ContingentPart) -> str:
    amount = pen.form.money(Money(part.amount, pen.deal.price.currency))
    kind = "counted" if part.counted else "extra"
    return pen.say(f"contingent.{kind}", text=pen.known(part.description), amount=amount)


def deliverables(pen: Pen) -> Table:
    items = (item for item in pen.deal.scope.deliverables if item.counts)
    return item_table(
        pen, items, pen.say("table.what-is-delivered"), pen.say("table.items-summary"), plain=True
    )


def options(pen: Pen) -> Table:
    items = (item for item in pen.deal.scope.deliverables if not item.counts)
    return item_table(pen, items, pen.say("table.option"), pen.say("table.options-summary"), plain=True)


def criteria(pen: Pen) -> Bullets:
    return Bullets(tuple(text(criterion) for criterion in pen.deal.scope.success_criteria))


def exclusions(pen: Pen) -> Bullets:
    return Bullets(tuple(text(exclusion) for exclusion in pen.deal.scope.exclusions), mark="dash")


def materials(pen: Pen) -> Table:
    columns = (
        Column(pen.say("table.material"), 4),
        Column(pen.say("table.material-due"), 2),
        Column(pen.say("table.material-stage"), 2),
    )
    rows = tuple(_material(pen, material) for material in pen.deal.scope.materials)
    return Table(columns, rows, pen.say("table.materials-summary"))


def _material(pen: Pen, material: Material) -> tuple[Cell, ...]:
    due = pen.form.day(material.due) if material.due else pen.say("table.any-time")
    needing = (
        stage_name(pen, index)
        for index, stage in enumerate(pen.deal.payment.stages)
        if stage.id == material.stage != ""
    )
    stage = next(needing, pen.say("table.whole-work"))
    return Cell(text(pen.known(material.description)), strong=True), Cell(text(due)), Cell(text(stage))


def decisions(pen: Pen) -> Bullets:
    return Bullets(tuple(text("\n".join(_decision(pen, decision))) for decision in pen.deal.scope.decisions))


def _decision(pen: Pen, decision: Decision) -> Iterator[str]:
    told = pen.known(decision.decision)
    if decision.on:
        yield pen.say("decision.dated", day=pen.form.day(decision.on), text=told)
    else:
        yield pen.say("decision.decision", text=told)
    if not is_blank(decision.advice):
        yield pen.say("decision.advice", text=decision.advice)


BLOCKS: Mapping[str, Callable[[Pen], Block]] = {
    make.__name__: make
    for make in (
        parties,
        contingent,
        deliverables,
        options,
        criteria,
        exclusions,
        materials,
        decisions,
        price_parts,
        refund,
        stage_plan,
        stages,
    )
}
