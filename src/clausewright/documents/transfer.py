"""The code from which a banking app fills in a transfer of the first payment."""

from stdnum import iban

from clausewright.deal.agreement import ClientDeal
from clausewright.deal.money import Money
from clausewright.deal.sums import shares_complete, stage_amounts, sums
from clausewright.documents.account import account_in_words
from clausewright.documents.condition import CONDITIONS
from clausewright.documents.pen import Pen
from clausewright.documents.tree import QrCode
from clausewright.documents.vocabulary import payment_reference

# Countries and territories of SEPA by the prefix of their IBANs (EPC409-09, list of 2025).
_SEPA = (
    "AD AL AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL "
    "PT RO RS SE SI SK SM VA"
)

# EPC069-12, section 3: the most that the fields and the whole code hold.
_LONGEST_NAME, _LONGEST_TEXT, _LARGEST_AMOUNT, _LARGEST_CODE = 70, 140, 999_999_999, 331


def transfer_code(pen: Pen) -> QrCode | None:
    """The QR code for the first payment; None where it isn't paid in advance, or where a bank's code
    can't hold it."""
    amount = _first_payment(pen.deal)
    reference = payment_reference(pen.deal, pen.words, pen.form)
    payload = transfer_payload(pen.deal, amount, reference) if amount else None
    if amount is None or payload is None:
        return None
    told = pen.form.money(amount)
    account = account_in_words(pen.deal.provider.bank, pen.words, pen.form)
    return QrCode(
        payload,
        pen.say("quote.pay"),
        pen.say("quote.qr-caption", amount=told),
        pen.say("quote.qr-alternative", amount=told, account=account, reference=reference),
    )


def transfer_payload(deal: ClientDeal, amount: Money, reference: str) -> bytes | None:
    """What a bank's QR code holds for a SEPA transfer to the provider (EPC069-12, version 002).

    None for another currency, without the IBAN of a SEPA country or a name, and for an amount or a
    text outside of what the code may hold.
    """
    bank = deal.provider.bank
    name = bank.holder.strip() or deal.provider.name.strip()
    figure = amount.rounded().amount
    if amount.currency != "EUR" or not 0 < figure <= _LARGEST_AMOUNT or not _is_sepa(bank.iban):
        return None
    if not 0 < len(name) <= _LONGEST_NAME or not 0 < len(reference) <= _LONGEST_TEXT:
        return None
    bic = bank.bic.strip() if len(bank.bic.strip()) in (8, 11) else ""
    lines = (
        "BCD",
        "002",
        "1",
        "SCT",
        bic,
        name,
        iban.compact(bank.iban),
        f"EUR{figure:f}",
        "",
        "",
        reference,
    )
    payload = "\n".join(lines).encode()
    return payload if len(payload) <= _LARGEST_CODE else None


def _first_payment(deal: ClientDeal) -> Money | None:
    if CONDITIONS["period_prepaid"](deal):
        return sums(deal).total
    if CONDITIONS["prepaid_first"](deal) and shares_complete(deal):
        return stage_amounts(deal)[0]
    return None


def _is_sepa(number: str) -> bool:
    return iban.is_valid(number) and iban.compact(number)[:2] in _SEPA.split()
