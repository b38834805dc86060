"""The values that a clause can name, taken from a deal: ``{net}``, ``{promised}``, ``{rounds}``.

One table per kind of value. What a deal doesn't hold yet stands in a draft as "[not agreed yet]".
"""

from collections.abc import Callable, Mapping
from datetime import date, time
from decimal import Decimal

from clausewright.deal.agreement import ClientDeal
from clausewright.deal.money import Money, percent_of
from clausewright.deal.party import CALLS, WRITTEN, Channel
from clausewright.deal.price import Concession, DiscountUnit
from clausewright.deal.sums import sums
from clausewright.documents.account import account_in_words
from clausewright.documents.party import approver, provider_role
from clausewright.documents.words import Words
from clausewright.documents.working_week import hours_in_words
from clausewright.wording import Format, Value, Vocabulary

_COUNTS: Mapping[str, Callable[[ClientDeal], int | Decimal | None]] = {
    "cap_hours": lambda deal: deal.price.period.cap_hours,
    "confidential_years": lambda deal: deal.rights.confidential_years,
    "due_day": lambda deal: deal.price.period.due_day,
    "feedback_days": lambda deal: deal.revisions.feedback_days,
    "minimum_hours": lambda deal: deal.price.period.minimum_hours,
    "months": lambda deal: deal.term.months,
    "notice_days": lambda deal: deal.exit.notice_days,
    "period_hours": lambda deal: deal.price.period.hours,
    "remedy_days": lambda deal: deal.exit.remedy_days,
    "response_hours": lambda deal: deal.communication.response_hours,
    "rounds": lambda deal: deal.revisions.rounds,
    "silence_days": lambda deal: deal.revisions.silence_days,
    "stage_count": lambda deal: len(deal.payment.stages),
    "support_days": lambda deal: deal.revisions.support_days,
    "suspension_after": lambda deal: deal.payment.suspension_after,
    "talks_days": lambda deal: deal.exit.talks_days,
}

_AMOUNTS: Mapping[str, Callable[[ClientDeal], Money | None]] = {
    "cap_amount": lambda deal: _money(deal, deal.price.period.cap_amount),
    "discount_amount": lambda deal: sums(deal).discount,
    "guarantee_amount": lambda deal: (
        percent_of(sums(deal).total, deal.payment.guarantee.percent) if deal.payment.guarantee else None
    ),
    "net": lambda deal: sums(deal).net,
    "surcharge_amount": lambda deal: sums(deal).surcharge,
    "tax_amount": lambda deal: sums(deal).tax,
    "total": lambda deal: sums(deal).total,
}

_RATES: Mapping[str, Callable[[ClientDeal], Money | None]] = {
    "extra_rate": lambda deal: _money(deal, deal.price.extra_rate),
    "hourly_rate": lambda deal: _money(deal, deal.price.hourly_rate),
    "rush_rate": lambda deal: _rush_rate(deal),
}

_PERCENTS: Mapping[str, Callable[[ClientDeal], Decimal | None]] = {
    "guarantee": lambda deal: deal.payment.guarantee.percent if deal.payment.guarantee else None,
    "kill_fee": lambda deal: deal.payment.kill_fee,
    "late_rate": lambda deal: deal.payment.late_interest.rate,
    "liability_cap": lambda deal: deal.exit.liability_cap,
    "rush": lambda deal: deal.price.rush_surcharge,
    "surcharge": lambda deal: deal.price.confidentiality_surcharge,
    "tax_rate": lambda deal: deal.price.tax.rate,
}

_DAYS: Mapping[str, Callable[[ClientDeal], date | None]] = {
    "confirmed_on": lambda deal: deal.scope.confirmation.on if deal.scope.confirmation else None,
    "discount_ends": lambda deal: deal.price.discount.ends,
    "promised": lambda deal: deal.schedule.promised,
    "start": lambda deal: deal.schedule.start,
}

_TIMES: Mapping[str, Callable[[ClientDeal], time | None]] = {
    "call_closes": lambda deal: (
        deal.communication.call_window.closes if deal.communication.call_window else None
    ),
    "call_opens": lambda deal: (
        deal.communication.call_window.opens if deal.communication.call_window else None
    ),
}

_TEXTS: Mapping[str, Callable[[ClientDeal], str]] = {
    "approach": lambda deal: deal.scope.approach,
    "confirmed_text": lambda deal: deal.scope.confirmation.text if deal.scope.confirmation else "",
    "discount_item": lambda deal: next(
        (item.name for item in deal.scope.deliverables if item.id == deal.price.discount.item), ""
    ),
    "goal": lambda deal: deal.scope.goal,
    "law": lambda deal: deal.exit.law.rstrip(" ."),
    "place": lambda deal: deal.exit.place.rstrip(" ."),
    "price_reason": lambda deal: deal.scope.price_justification,
    "schedule_reason": lambda deal: deal.scope.schedule_justification,
    "summary": lambda deal: deal.scope.summary,
    "tax_name": lambda deal: deal.price.tax.name,
    "tax_reason": lambda deal: deal.price.tax.reason.rstrip(" ."),
    "zone": lambda deal: deal.provider.zone,
}

_WORDED: Mapping[str, Callable[[ClientDeal, Words, Format], str]] = {
    "account": lambda deal, words, form: account_in_words(deal.provider.bank, words, form),
    "approver": lambda deal, words, form: _approver(deal, words, form),
    "calls": lambda deal, words, form: _channels(deal, CALLS, words, form),
    "discount": lambda deal, _, form: _discount(deal, form),
    "discount_reason": lambda deal, words, form: discount_reason(deal, words, form),
    "holiday_region": lambda deal, _, form: _region(deal, form),
    "hours": lambda deal, words, form: hours_in_words(deal.provider.hours, words, form),
    "late_unit": lambda deal, words, form: words.say(
        f"interest.{deal.payment.late_interest.unit.value}", form
    ),
    "period": lambda deal, words, form: words.say(f"period.{deal.price.period.unit.value}", form),
    "price_notice": lambda deal, words, form: _price_notice(deal, words, form),
    "provider": provider_role,
    "reference": lambda deal, words, form: payment_reference(deal, words, form),
    "report": lambda deal, words, form: (
        words.say(f"report.{deal.communication.report.value}", form) if deal.communication.report else ""
    ),
    "stage_shares": lambda deal, words, form: _stage_shares(deal, words, form),
    "written_channels": lambda deal, words, form: _channels(deal, WRITTEN, words, form),
}

VOCABULARY: Vocabulary = {
    **dict.fromkeys(_COUNTS, Decimal),
    **dict.fromkeys(_AMOUNTS, Money),
    **dict.fromkeys(_DAYS, date),
    **dict.fromkeys(_TIMES, time),
    **dict.fromkeys((*_RATES, *_PERCENTS, *_TEXTS, *_WORDED), str),
}


def values(deal: ClientDeal, words: Words, form: Format) -> dict[str, Value]:
    """Every value of the vocabulary, as this deal has it."""
    rates = {name: (money := rate(deal)) and form.rate(money) for name, rate in _RATES.items()}
    percents = {
        name: None if (percent := part(deal)) is None else form.percent(percent)
        for name, part in _PERCENTS.items()
    }
    exact = {
        name: value(deal)
        for name, value in (*_COUNTS.items(), *_AMOUNTS.items(), *_DAYS.items(), *_TIMES.items())
    }
    texts = {name: value(deal).strip() or None for name, value in _TEXTS.items()}
    worded = {name: value(deal, words, form).strip() or None for name, value in _WORDED.items()}
    missing = words.say("paper.missing", form)
    found: dict[str, Value | None] = {**rates, **percents, **exact, **texts, **worded}
    return {name: missing if value is None else value for name, value in found.items()}


def payment_reference(deal: ClientDeal, words: Words, form: Format) -> str:
    """What a transfer names, so that it finds its deal."""
    return words.say("paper.contract-number", form, number=deal.number) if deal.number else deal.title.strip()


def discount_reason(deal: ClientDeal, words: Words, form: Format) -> str:
    """What the client gives, or why the work is less, as the end of a sentence with because."""
    discount = deal.price.discount
    reasons = []
    if discount.concession is not None:
        reasons.append(_concession(discount.concession, discount.concession_text.strip(), words, form))
    if discount.repeated_structure:
        reasons.append(words.say("discount.structure", form))
    return form.list(tuple(reasons)) if reasons else ""


def _concession(concession: Concession, told: str, words: Words, form: Format) -> str:
    word = words.say(f"discount.{concession.value}", form)
    return words.say("discount.with-text", form, text=word, name=told) if told else word


def _money(deal: ClientDeal, amount: Decimal | None) -> Money | None:
    return None if amount is None else Money(amount, deal.price.currency)


def _rush_rate(deal: ClientDeal) -> Money | None:
    rate, rush = deal.price.extra_rate, deal.price.rush_surcharge
    if rate is None or rush is None:
        return None
    return (Money(rate, deal.price.currency) * (1 + rush / 100)).rounded()


def _discount(deal: ClientDeal, form: Format) -> str:
    discount = deal.price.discount
    if discount.unit is DiscountUnit.PERCENT:
        return form.percent(discount.value)
    return form.money(Money(discount.value, deal.price.currency))


def _approver(deal: ClientDeal, words: Words, form: Format) -> str:
    email = deal.client.approver.email.strip()
    return approver(deal.client, words, form) + (f" ({email})" if email else "")


def _channels(deal: ClientDeal, kind: frozenset[Channel], words: Words, form: Format) -> str:
    """Each once, in the deal's order."""
    named = dict.fromkeys(channel for channel in deal.communication.channels if channel in kind)
    return form.list(tuple(words.say(f"channel.{channel.value}", form) for channel in named)) if named else ""


def _region(deal: ClientDeal, form: Format) -> str:
    """The country; a part of it stands behind it by its code."""
    region = deal.provider.holiday_region
    country = form.country(region[:2])
    return f"{country} ({region})" if len(region) > 2 else country


def _price_notice(deal: ClientDeal, words: Words, form: Format) -> str:
    notice = deal.term.price_notice
    return words.say(f"notice.{notice.unit.value}", form, count=notice.length) if notice else ""


def _stage_shares(deal: ClientDeal, words: Words, form: Format) -> str:
    return form.list(
        tuple(
            words.say("share.stage", form, percent=form.percent(stage.share), name=stage.name).strip()
            for stage in deal.payment.stages
        )
    )
