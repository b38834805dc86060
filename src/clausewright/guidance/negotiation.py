"""How the deal is negotiated: what is held, what is argued for, what is answered."""

from collections.abc import Iterator

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.field import is_blank
from clausewright.deal.party import Answer, Level
from clausewright.deal.private import Negotiation, Stand
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule


@rule("negotiation.priorities", Severity.ADVISE, "s1 principle 1", "s3 end", values={"firm": int})
def priorities(deal: Deal, _: Context) -> Iterator[Spot]:
    terms = [getattr(deal.negotiation, name) for name in Negotiation.model_fields]
    firm = terms.count(Stand.FIRM)
    if firm in (0, len(terms)):
        yield Spot("negotiation", {"firm": firm}, "none" if firm == 0 else "all")


@rule("negotiation.justify", Severity.ADVISE, "s1 principle 6")
def justify(deal: Deal, _: Context) -> Iterator[Spot]:
    scope = deal.scope
    if is_blank(scope.price_justification) and not scope.has_reference:
        yield Spot("scope.price_justification", variant="price")
    if is_blank(scope.schedule_justification):
        yield Spot("scope.schedule_justification", variant="schedule")
    if not is_blank(scope.approach) and not scope.has_reference:
        yield Spot("scope.references", variant="approach")


@rule("negotiation.plain-language", Severity.ADVISE, "s1 principle 9", values={"item": str})
def plain_language(deal: Deal, _: Context) -> Iterator[Spot]:
    if deal.client.level is not Level.NEW:
        return
    for index, item in enumerate(deal.scope.deliverables):
        if is_blank(item.plain_description):
            yield Spot(f"scope.deliverables.{index}.plain_description", {"item": item.name})


def _without_pressure(deal: Deal, _: Context) -> Deal:
    items = tuple(
        item.model_copy(update={"chosen": False}) if item.optional else item
        for item in deal.scope.deliverables
    )
    deal = changed(deal, "scope.deliverables", items)
    ends, last = deal.price.discount.ends, deal.price.valid_until
    return changed(deal, "price.discount.ends", last) if ends and last and ends < last else deal


@rule(
    "negotiation.no-pushing",
    Severity.ADVISE,
    "s1 principle 10",
    values={"item": str},
    house=True,
    fix=_without_pressure,
)
def no_pushing(deal: Deal, _: Context) -> Iterator[Spot]:
    for index, item in enumerate(deal.scope.deliverables):
        if item.optional and item.chosen:
            yield Spot(f"scope.deliverables.{index}.chosen", {"item": item.name}, "preselected")
    ends, last = deal.price.discount.ends, deal.price.valid_until
    if deal.price.discount.value and ends and last and ends < last:
        yield Spot("price.discount.ends", variant="hurry")


@rule("negotiation.own-answer", Severity.ADVISE, "s1 principle 2", values={"request": str})
def own_answer(deal: Deal, context: Context) -> Iterator[Spot]:
    approach, template = deal.scope.approach.strip(), context.profile.template_approach.strip()
    if not approach or approach == template:
        yield Spot("scope.approach", variant="approach")
    for index, request in enumerate(deal.client.requests):
        if request.answer is Answer.OPEN and not is_blank(request.text):
            yield Spot(f"client.requests.{index}.answer", {"request": request.text}, "request")


RULES: tuple[Rule, ...] = (priorities, justify, plain_language, no_pushing, own_answer)
