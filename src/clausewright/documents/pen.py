"""What a paper is written with: the deal, the words of a language and the values of the clauses."""

from dataclasses import dataclass
from functools import cached_property

from clausewright.deal.agreement import ClientDeal
from clausewright.deal.money import Money
from clausewright.documents.phrase import Phrase, fill
from clausewright.documents.tree import Column, Text
from clausewright.documents.vocabulary import values
from clausewright.documents.words import Words, words
from clausewright.wording import Format, Value


@dataclass(frozen=True)
class Pen:
    deal: ClientDeal
    language: str

    @cached_property
    def form(self) -> Format:
        return Format(self.deal.locale)

    @cached_property
    def words(self) -> Words:
        return words(self.language)

    @cached_property
    def values(self) -> dict[str, Value]:
        return values(self.deal, self.words, self.form)

    def say(self, name: str, /, **given: Value) -> str:
        return self.words.say(name, self.form, **given)

    def write(self, phrase: Phrase, references: dict[str, str]) -> Text:
        return fill(phrase, {**self.values, **references}, self.form)

    def known(self, told: str) -> str:
        """What the deal says, or that it isn't agreed yet."""
        return told.strip() or self.say("paper.missing")

    def signed(self, money: Money) -> str:
        """The figure alone, a negative one with a true minus sign."""
        return f"\u2212{self.form.amount(money * -1)}" if money.amount < 0 else self.form.amount(money)

    def amount_column(self) -> Column:
        """A table's column of figures, with the currency in its head."""
        return Column(self.say("table.amount", currency=self.deal.price.currency), 1.5, figures=True)
