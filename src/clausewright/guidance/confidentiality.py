"""Work that can't be shown later costs more now."""

from collections.abc import Iterator
from decimal import Decimal

from clausewright.deal.agreement import Deal
from clausewright.deal.change import changed
from clausewright.deal.terms import Portfolio
from clausewright.guidance.finding import Context, Rule, Severity, Spot, rule

LOWEST_SURCHARGE, HIGHEST_SURCHARGE = 20, 40
"""Percent of the items' price; s1 principle 4."""

USUAL_SURCHARGE = 30


def _usual(deal: Deal, _: Context) -> Deal:
    return changed(deal, "price.confidentiality_surcharge", Decimal(USUAL_SURCHARGE))


@rule("nda.surcharge", Severity.WARN, "s1 principle 4", values={"surcharge": Decimal}, fix=_usual)
def surcharge(deal: Deal, _: Context) -> Iterator[Spot]:
    percent = deal.price.confidentiality_surcharge
    if deal.rights.portfolio is Portfolio.FORBIDDEN and percent < LOWEST_SURCHARGE:
        yield Spot("price.confidentiality_surcharge", {"surcharge": percent})


@rule(
    "nda.surcharge-high",
    Severity.ADVISE,
    "s1 principle 4",
    values={"surcharge": Decimal},
    house=True,
    fix=_usual,
)
def surcharge_high(deal: Deal, _: Context) -> Iterator[Spot]:
    percent = deal.price.confidentiality_surcharge
    if deal.rights.portfolio is Portfolio.FORBIDDEN and percent > HIGHEST_SURCHARGE:
        yield Spot("price.confidentiality_surcharge", {"surcharge": percent})


RULES: tuple[Rule, ...] = (surcharge, surcharge_high)
