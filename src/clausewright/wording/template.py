"""Texts with typed placeholders: ``{price}``, ``{rounds|one: # round|other: # rounds}``.

The type of a placeholder is fixed by the vocabulary that the program hands in. A text that names
anything else, or counts what is no number, fails when it is loaded, with the line it stands in.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from clausewright.deal.money import Money
from clausewright.wording.format import Format

Value = str | int | Decimal | Money | date | time
Vocabulary = Mapping[str, type]
"""Which names a text may use, and what each of them is."""

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_FORM = re.compile(r"\s*(zero|one|two|few|many|other):\s?(.*)", re.DOTALL)


class TemplateError(ValueError):
    """A text that the program can't fill; says what is wrong in it."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number with the noun that it counts, in the language's plural forms; # is the number."""

    name: str
    forms: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Named:
    name: str


@dataclass(frozen=True, slots=True)
class Template:
    """A text whose placeholders were checked; ``fill`` puts the values in."""

    parts: tuple[str | _Named | _Counted, ...]

    @classmethod
    def parse(cls, source: str, vocabulary: Vocabulary) -> "Template":
        """Raises TemplateError for an unknown name, a stray brace, or a plural of what is no number."""
        parts: list[str | _Named | _Counted] = []
        end = 0
        for found in _PLACEHOLDER.finditer(source):
            parts += [source[end : found.start()], _placeholder(found[1], vocabulary)]
            end = found.end()
        parts.append(source[end:])
        if any(isinstance(part, str) and ("{" in part or "}" in part) for part in parts):
            raise TemplateError("a brace is not closed")
        return cls(tuple(part for part in parts if part != ""))

    @property
    def names(self) -> frozenset[str]:
        return frozenset(part.name for part in self.parts if not isinstance(part, str))

    def fill(self, values: Mapping[str, Value], form: Format) -> str:
        """A text in a number's place (something that isn't known yet) takes the form of "other"."""
        return "".join(_filled(part, values, form) for part in self.parts)


def _placeholder(inside: str, vocabulary: Vocabulary) -> _Named | _Counted:
    name, *forms = inside.split("|")
    if name not in vocabulary:
        raise TemplateError(f"unknown placeholder {{{name}}}")
    if not forms:
        return _Named(name)
    if not issubclass(vocabulary[name], int | Decimal):
        raise TemplateError(f"{{{name}}} is no number, so it has no plural forms")
    matched = [_FORM.fullmatch(form) for form in forms]
    read = {match[1]: match[2] for match in matched if match}
    if len(read) != len(forms) or "other" not in read:
        raise TemplateError(f"{{{name}}} needs plural forms such as one: # day|other: # days")
    return _Counted(name, read)


def _filled(part: str | _Named | _Counted, values: Mapping[str, Value], form: Format) -> str:
    if isinstance(part, str):
        return part
    value = values[part.name]
    if isinstance(part, _Counted):
        if not isinstance(value, int | Decimal):
            return part.forms["other"].replace("#", written(value, form))
        category = (
            form.plural(int(value)) if isinstance(value, int) or value == value.to_integral() else "other"
        )
        return part.forms.get(category, part.forms["other"]).replace("#", form.number(value))
    return written(value, form)


def written(value: Value, form: Format) -> str:
    """A value as a text shows it."""
    match value:
        case str():
            return value
        case Money():
            return form.money(value)
        case date():
            return form.day(value)
        case time():
            return form.time(value)
        case _:
            return form.number(value)
