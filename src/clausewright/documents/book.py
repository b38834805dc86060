"""The clauses of one language: read from resources/clauses, checked as a whole, and kept as data.

A clause that names an unknown value, condition, block or clause, or one that may be missing from the
paper it stands in, fails when it is loaded, with its file and line.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from clausewright.documents import phrase
from clausewright.documents.block import BLOCKS
from clausewright.documents.condition import is_known
from clausewright.documents.phrase import Phrase
from clausewright.documents.source import Source
from clausewright.documents.vocabulary import VOCABULARY
from clausewright.wording.template import TemplateError

AGREEMENT = ("opening", "money", "delivery", "together", "duration", "closing", "annexes")
"""The parts of the contract, in the order in which it has them."""

LISTS = ("lists",)
QUOTE = ("quote",)

REFERENCE = "ref:"


@dataclass(frozen=True, slots=True)
class Variant:
    """A clause's wording where its conditions hold; the first that fits is taken."""

    when: frozenset[str]
    text: Phrase
    heading: Phrase


@dataclass(frozen=True, slots=True)
class ClauseWording:
    """``blocks`` are made by the program, ``lists`` are sections of this book; both stand below the text."""

    id: str
    when: frozenset[str]
    variants: tuple[Variant, ...]
    blocks: tuple[str, ...]
    lists: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SectionWording:
    id: str
    heading: Phrase
    when: frozenset[str]
    clauses: tuple[ClauseWording, ...]
    annex: bool


@dataclass(frozen=True, slots=True)
class Book:
    agreement: tuple[SectionWording, ...]
    lists: Mapping[str, SectionWording]

    def sections(self) -> Iterator[SectionWording]:
        yield from self.agreement
        yield from self.lists.values()


@lru_cache
def book(language: str) -> Book:
    """All of a language's clauses. Raises Problem with file and line."""
    return read(
        [Source.read(language, part) for part in AGREEMENT],
        [Source.read(language, part) for part in LISTS],
        [Source.read(language, part) for part in QUOTE],
    )


def read(agreement: Iterable[Source], lists: Iterable[Source], quote: Iterable[Source]) -> Book:
    """A quote has no numbers, so its lists refer to no clause."""
    agreement, lists = list(agreement), list(lists)
    ids = [id for source in agreement for id in _ids(source)]
    vocabulary = {**VOCABULARY, **dict.fromkeys((f"{REFERENCE}{id}" for id in ids), str)}
    numbered = {source.name: _sections(source, vocabulary) for source in agreement}
    bulleted = {source.name: _sections(source, vocabulary) for source in lists}
    unnumbered = [section for source in quote for section in _sections(source, VOCABULARY)]
    whole = tuple(section for sections in numbered.values() for section in sections)
    for source in (*agreement, *lists):
        _check_references(source, {**numbered, **bulleted}[source.name], whole)
    listed = (*(section for sections in bulleted.values() for section in sections), *unnumbered)
    return Book(whole, {section.id: section for section in listed})


def _ids(source: Source) -> Iterator[str]:
    for section in source.data().get("section", ()):
        yield section["id"]
        yield from (clause["id"] for clause in section.get("clause", ()))


def _sections(source: Source, vocabulary: Mapping[str, type]) -> tuple[SectionWording, ...]:
    return tuple(_section(source, data, vocabulary) for data in source.data().get("section", ()))


def _section(source: Source, data: dict[str, Any], vocabulary: Mapping[str, type]) -> SectionWording:
    _check_keys(source, data, {"id", "heading", "when", "clause", "annex"})
    return SectionWording(
        data["id"],
        _phrase(source, data["id"], data["heading"], vocabulary),
        _when(source, data["id"], data),
        tuple(_clause(source, clause, vocabulary) for clause in data.get("clause", ())),
        data.get("annex", False),
    )


def _clause(source: Source, data: dict[str, Any], vocabulary: Mapping[str, type]) -> ClauseWording:
    _check_keys(source, data, {"id", "heading", "when", "text", "variant", "blocks", "lists"})
    id = data["id"]
    variants = data.get("variant") or [{"text": data.get("text", "")}]
    if ("text" in data) is ("variant" in data):
        raise source.fault("a clause has either one text or variants", f'"{id}"')
    for name in data.get("blocks", ()):
        if name not in BLOCKS:
            raise source.fault(f"unknown block {name!r}", f'"{id}"', f'"{name}"')
    return ClauseWording(
        id,
        _when(source, id, data),
        tuple(
            _variant(source, id, {"heading": data.get("heading", ""), **variant}, vocabulary)
            for variant in variants
        ),
        tuple(data.get("blocks", ())),
        tuple(data.get("lists", ())),
    )


def _variant(source: Source, id: str, data: dict[str, Any], vocabulary: Mapping[str, type]) -> Variant:
    if unknown := data.keys() - {"when", "text", "heading"}:
        raise source.fault(f"unknown key {min(unknown)!r}", f'"{id}"', f"{min(unknown)} =")
    return Variant(
        _when(source, id, data),
        _phrase(source, id, data["text"], vocabulary),
        _phrase(source, id, data["heading"], vocabulary),
    )


def _phrase(source: Source, id: str, text: str, vocabulary: Mapping[str, type]) -> Phrase:
    try:
        return phrase.parse(text, vocabulary)
    except TemplateError as error:
        raise source.fault(str(error), f'"{id}"', text, *_placeholder(str(error), text)) from None


def _placeholder(told: str, text: str) -> tuple[str, ...]:
    """The name that a TemplateError tells of, as the text has it."""
    start = told.find("{")
    name = told[start : told.find("}")] if start >= 0 else ""
    return (name,) if name and name in text else ()


def _when(source: Source, id: str, data: dict[str, Any]) -> frozenset[str]:
    for name in data.get("when", ()):
        if not is_known(name):
            raise source.fault(f"unknown condition {name!r}", f'"{id}"', f'"{name}"')
    return frozenset(data.get("when", ()))


def _check_keys(source: Source, data: dict[str, Any], known: set[str]) -> None:
    if "id" not in data or (data.keys() - known):
        what = min(data.keys() - known, default="id")
        raise source.fault(
            f"unknown key {what!r}" if what != "id" else "no id is given",
            f'"{data.get("id", "")}"',
            f"{what} =",
        )


def _check_references(
    source: Source, sections: tuple[SectionWording, ...], whole: tuple[SectionWording, ...]
) -> None:
    """A reference stands only where its target is sure to be in the paper: the target's conditions are
    among its own."""
    needs = dict(_conditions(whole))
    for section in sections:
        for clause in section.clauses:
            for variant in clause.variants:
                own = section.when | clause.when | variant.when
                for name in phrase.names(variant.text):
                    target = name.removeprefix(REFERENCE)
                    if target != name and not any(need <= own for need in needs[target]):
                        raise source.fault(
                            f"{target} may be missing from the paper where {clause.id} refers to it",
                            f'"{clause.id}"',
                            f"{{{name}}}",
                        )


def _conditions(sections: Iterable[SectionWording]) -> Iterator[tuple[str, tuple[frozenset[str], ...]]]:
    """For each clause and section: the sets of conditions each of which puts it into the paper."""
    for section in sections:
        certain: list[frozenset[str]] = []
        for clause in section.clauses:
            needs = tuple(section.when | clause.when | variant.when for variant in clause.variants)
            certain.extend(needs)
            yield clause.id, needs
        yield section.id, tuple(certain)
