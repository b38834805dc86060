"""The words of the papers that belong to no clause: titles, labels and the names of choices."""

from decimal import Decimal
from functools import lru_cache

from clausewright.deal.party import Channel
from clausewright.deal.payment import ClientPart, Due, InterestUnit
from clausewright.deal.price import Concession, PeriodUnit
from clausewright.deal.terms import NoticeUnit, Rhythm
from clausewright.documents.phrase import Phrase, fill, parse
from clausewright.documents.source import Source
from clausewright.documents.tree import Text, plain
from clausewright.wording import Format, Value, Vocabulary
from clausewright.wording.template import TemplateError

_TEXTS = (
    "account amount client_name client_place closes contract currency day first heading hours last list name "
    "number opens page pages paper payment percent period place position provider provider_name "
    "provider_place reference role tax text title version windows"
)
_PLACEHOLDERS: Vocabulary = {**dict.fromkeys(_TEXTS.split(), str), "count": Decimal}

_CHOICES = {
    "due": Due,
    "part": ClientPart,
    "period": PeriodUnit,
    "channel": Channel,
    "report": Rhythm,
    "interest": InterestUnit,
    "notice": NoticeUnit,
    "discount": Concession,
}


class Words:
    """The words of one language, by group and name: ``words.say("table.stage", form)``."""

    def __init__(self, phrases: dict[str, Phrase]) -> None:
        self._phrases = phrases

    def say(self, name: str, form: Format, /, **values: Value) -> str:
        return plain(self.write(name, form, **values))

    def write(self, name: str, form: Format, /, **values: Value) -> Text:
        """As ``say``, with its strong and emphasised runs."""
        return fill(self._phrases[name], values, form)


@lru_cache
def words(language: str) -> Words:
    """Raises Problem, with file and line, for an unknown placeholder or a choice without a word."""
    return read(Source.read(language, "words"))


def read(source: Source) -> Words:
    groups = source.data()
    phrases = {}
    for group, entries in groups.items():
        for name, entry in entries.items():
            try:
                phrases[f"{group}.{name}"] = parse(entry, _PLACEHOLDERS)
            except TemplateError as error:
                raise source.fault(str(error), f"[{group}]", f"\n{name} = ", entry) from None
    for group, choice in _CHOICES.items():
        missing = [member.value for member in choice if f"{group}.{member.value}" not in phrases]
        if missing:
            raise source.fault(f"[{group}] has no word for {', '.join(missing)}", f"[{group}]")
    return Words(phrases)
