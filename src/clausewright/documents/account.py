"""The provider's bank account in words."""

from stdnum import iban

from clausewright.deal.party import BankAccount
from clausewright.documents.words import Words
from clausewright.wording import Format


def account_in_words(bank: BankAccount, words: Words, form: Format) -> str:
    """IBAN in groups of four, BIC, bank and holder, as far as they are known."""
    bic, holder = bank.bic.strip(), bank.holder.strip()
    parts = (
        account_number(bank, words, form),
        words.say("account.bic", form, number=bic) if bic else "",
        bank.bank.strip(),
        words.say("account.holder", form, name=holder) if holder else "",
    )
    return ", ".join(part for part in parts if part)


def account_number(bank: BankAccount, words: Words, form: Format) -> str:
    """The number that money goes to, a valid IBAN in groups of four; blank where none is known."""
    number = bank.iban.strip()
    if not number:
        return ""
    if not iban.is_valid(number):
        return words.say("account.number", form, number=number)
    return words.say("account.iban", form, number=iban.format(number).replace(" ", "\u00a0"))
