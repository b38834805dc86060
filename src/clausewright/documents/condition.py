"""When a clause is in the paper: conditions by name, as the clauses' files use them."""

from collections.abc import Callable, Iterable, Mapping

from clausewright.deal.agreement import Deal
from clausewright.deal.field import is_blank
from clausewright.deal.party import CALLS, WRITTEN
from clausewright.deal.payment import Due
from clausewright.deal.price import PriceKind, TaxKind
from clausewright.deal.sums import shares_complete, sums
from clausewright.deal.terms import Portfolio, Renewal, Transfer

Condition = Callable[[Deal], bool]

PREPAID = frozenset({Due.ON_SIGNING, Due.BEFORE_STAGE, Due.ON_PREVIOUS_ACCEPTANCE})

CONDITIONS: Mapping[str, Condition] = {
    # the client
    "consumer": lambda deal: deal.client.is_consumer,
    "business": lambda deal: not deal.client.is_consumer,
    "approver": lambda deal: not is_blank(deal.client.approver.name),
    # the kind of deal
    "fixed": lambda deal: deal.is_fixed_price,
    "hourly": lambda deal: deal.is_hourly,
    "retainer": lambda deal: deal.price.kind is PriceKind.RETAINER,
    "periodic": lambda deal: deal.price.is_periodic,
    "ongoing": lambda deal: deal.is_ongoing,
    "running": lambda deal: deal.price.is_periodic or deal.is_ongoing,
    # scope
    "summary": lambda deal: not is_blank(deal.scope.summary),
    "confirmed": lambda deal: (
        deal.scope.confirmation is not None and deal.scope.confirmation.text == deal.scope.summary
    ),
    "confirmed_otherwise": lambda deal: (
        deal.scope.confirmation is not None and deal.scope.confirmation.text != deal.scope.summary
    ),
    "approach": lambda deal: not is_blank(deal.scope.approach),
    "deliverables": lambda deal: any(item.counts for item in deal.scope.deliverables),
    "options": lambda deal: any(not item.counts for item in deal.scope.deliverables),
    "criteria": lambda deal: bool(deal.scope.success_criteria),
    "exclusions": lambda deal: bool(deal.scope.exclusions),
    "materials": lambda deal: bool(deal.scope.materials),
    "nothing_needed": lambda deal: deal.scope.nothing_needed,
    "decisions": lambda deal: bool(deal.scope.decisions),
    "price_reason": lambda deal: not is_blank(deal.scope.price_justification),
    "schedule_reason": lambda deal: not is_blank(deal.scope.schedule_justification),
    # price
    "tax_added": lambda deal: deal.price.tax.kind is TaxKind.RATE,
    "reverse_charge": lambda deal: deal.price.tax.kind is TaxKind.REVERSE_CHARGE,
    "tax_reason": lambda deal: not is_blank(deal.price.tax.reason),
    "surcharge": lambda deal: deal.price.confidentiality_surcharge > 0,
    "discount": lambda deal: deal.price.discount.value > 0,
    "discount_reason": lambda deal: (
        deal.price.discount.concession is not None or deal.price.discount.repeated_structure
    ),
    "discount_item": lambda deal: any(
        item.id == deal.price.discount.item != "" for item in deal.scope.deliverables
    ),
    "discount_ends": lambda deal: deal.price.discount.ends is not None,
    "contingent": lambda deal: bool(deal.price.contingent),
    "adjusted": lambda deal: sums(deal).items != sums(deal).net or deal.price.discount.value > 0,
    "price_known": lambda deal: deal.is_fixed_price or sums(deal).items.amount > 0,
    "period_price": lambda deal: deal.price.is_periodic and sums(deal).total.amount > 0,
    "period_hours": lambda deal: deal.price.is_periodic and bool(deal.price.period.hours),
    "cap": lambda deal: bool(deal.price.period.cap_hours or deal.price.period.cap_amount),
    "cap_hours": lambda deal: bool(deal.price.period.cap_hours),
    "cap_amount": lambda deal: bool(deal.price.period.cap_amount),
    "minimum_volume": lambda deal: (
        (deal.price.is_periodic or deal.is_ongoing) and bool(deal.price.period.minimum_hours)
    ),
    "extra_rate": lambda deal: deal.price.extra_rate is not None,
    "rush": lambda deal: deal.price.rush_surcharge is not None,
    # payment
    "stages": lambda deal: bool(deal.payment.stages),
    "several_stages": lambda deal: deal.is_fixed_price and len(deal.payment.stages) > 1,
    "few_stages": lambda deal: 1 <= len(deal.payment.stages) <= 4,
    "prepaid_stage": lambda deal: (
        deal.is_fixed_price and any(stage.due in PREPAID for stage in deal.payment.stages)
    ),
    "prepaid_first": lambda deal: (
        deal.is_fixed_price and bool(deal.payment.stages) and deal.payment.stages[0].due in PREPAID
    ),
    "period_prepaid": lambda deal: deal.price.is_periodic and deal.price.period.due_day == 1,
    "due_day": lambda deal: deal.price.is_periodic and deal.price.period.due_day is not None,
    "bank": lambda deal: not is_blank(deal.provider.bank.iban),
    "suspension": lambda deal: deal.payment.suspension,
    "guarantee": lambda deal: deal.payment.guarantee is not None and _has_promise(deal),
    "kill_fee": lambda deal: (
        deal.is_fixed_price and not deal.client.is_consumer and deal.payment.kill_fee > 0
    ),
    "refund_example": lambda deal: deal.is_fixed_price and shares_complete(deal) and _stages_have_ids(deal),
    # dates, revisions, communication
    "promised": lambda deal: _has_promise(deal),
    "silence_days": lambda deal: deal.revisions.silence_days is not None,
    "rounds_agreed": lambda deal: deal.revisions.unlimited or deal.revisions.rounds is not None,
    "unlimited_rounds": lambda deal: deal.revisions.unlimited,
    "no_rounds": lambda deal: deal.revisions.rounds == 0 and not deal.revisions.unlimited,
    "rounds_limited": lambda deal: bool(deal.revisions.rounds) and not deal.revisions.unlimited,
    "feedback_days": lambda deal: deal.revisions.feedback_days is not None,
    "support_agreed": lambda deal: deal.revisions.support_days is not None,
    "no_support": lambda deal: deal.revisions.support_days == 0,
    "response_hours": lambda deal: deal.communication.response_hours is not None,
    "hours": lambda deal: bool(deal.provider.hours),
    "alike_hours": lambda deal: len({(hours.opens, hours.closes) for hours in deal.provider.hours}) == 1,
    "zone": lambda deal: not is_blank(deal.provider.zone),
    "holiday_region": lambda deal: bool(deal.provider.holiday_region),
    "written_channels": lambda deal: any(channel in WRITTEN for channel in deal.communication.channels),
    "calls": lambda deal: any(channel in CALLS for channel in deal.communication.channels),
    "call_window": lambda deal: deal.communication.call_window is not None,
    "report": lambda deal: deal.communication.report is not None,
    # rights, duration, exit
    "confidential": lambda deal: deal.rights.confidential,
    "confidential_years": lambda deal: deal.rights.confidential_years > 0,
    "portfolio_forbidden": lambda deal: deal.rights.portfolio is Portfolio.FORBIDDEN,
    "portfolio_after_publication": lambda deal: deal.rights.portfolio is Portfolio.AFTER_PUBLICATION,
    "exclusive": lambda deal: deal.rights.transfer is Transfer.EXCLUSIVE,
    "price_notice": lambda deal: deal.term.price_notice is not None,
    "renewal_none": lambda deal: deal.term.renewal is Renewal.NONE,
    "renewal_agreed": lambda deal: deal.term.renewal is Renewal.AGREED,
    "notice": lambda deal: deal.exit.notice_days > 0,
    "law": lambda deal: not is_blank(deal.exit.law),
    "place": lambda deal: not is_blank(deal.exit.place),
    "talks": lambda deal: deal.exit.talks_days > 0,
}


def is_known(name: str) -> bool:
    return name.removeprefix("not ") in CONDITIONS


def holds(names: Iterable[str], deal: Deal) -> bool:
    """Whether all of the named conditions hold; ``not`` before a name turns it round."""
    return all(CONDITIONS[name.removeprefix("not ")](deal) is not name.startswith("not ") for name in names)


def _has_promise(deal: Deal) -> bool:
    return deal.is_fixed_price or deal.schedule.promised is not None


def _stages_have_ids(deal: Deal) -> bool:
    ids = [stage.id for stage in deal.payment.stages]
    return "" not in ids and len(set(ids)) == len(ids)
