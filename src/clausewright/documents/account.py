"""The provider's bank account in words."""

from stdnum import iban

from clausewright.deal.party import BankAccount
from clausewright.documents.words import Words
from clausewright.wording import Format


def account_in_words(bank: BankAccount, words: Words, form: Format) -> str:
    """IBAN in groups of four, BIC, bank and holder, as far as they are known."""
    number, bic, holder = bank.iban.strip(), bank.bic.strip(), bank.holder.strip()
    if iban.is_valid(number):
        account = words.say("account.iban", form, number=iban.format(number).replace(" ", "\u00a0"))
    else:
        account = words.say("account.number", form, number=number)
    parts = (
        account,
        words.say("account.bic", form, number=bic) if bic else "",
        bank.bank.strip(),
        words.say("account.holder", form, name=holder) if holder else "",
    )
    return ", ".join(part for part in parts if part)
