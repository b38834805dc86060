"""Chooses the clauses that a deal needs, numbers them, and lets them refer to each other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from clausewright.documents.block import BLOCKS
from clausewright.documents.book import REFERENCE, Book, ClauseWording, SectionWording, Variant
from clausewright.documents.condition import holds
from clausewright.documents.pen import Pen
from clausewright.documents.phrase import Phrase
from clausewright.documents.tree import Block, Bullets, Clause, Section, Text, plain

_FIRST_ANNEX = "A"


@dataclass(frozen=True, slots=True)
class Numbered:
    """A section that is in the paper, with its number and the clauses that it has there."""

    number: str
    wording: SectionWording
    clauses: tuple[tuple[ClauseWording, Variant], ...]


class Writing:
    """One paper being written from a language's clauses."""

    def __init__(self, pen: Pen, book: Book) -> None:
        self._pen = pen
        self._book = book
        self._numbered = tuple(_numbered(pen, book.agreement))
        self._references = dict(self._refer())

    def sections(self) -> tuple[Section, ...]:
        return tuple(self._section(numbered) for numbered in self._numbered if not numbered.wording.annex)

    def annexes(self) -> tuple[Section, ...]:
        return tuple(self._section(numbered) for numbered in self._numbered if numbered.wording.annex)

    def bullets(self, name: str) -> Bullets:
        """A list of the book, with its heading as label."""
        heading, items = self.list(name)
        return Bullets(tuple(text for _, text in items), label=heading)

    def list(self, name: str) -> tuple[str, tuple[tuple[str, Text], ...]]:
        """The heading of a list, and each of its items with its own heading."""
        section = self._book.lists[name]
        items = (variant for _, variant in chosen(self._pen, section))
        return self._words(section.heading), tuple(
            (self._words(item.heading), self._pen.write(item.text, self._references)) for item in items
        )

    def _section(self, numbered: Numbered) -> Section:
        wording = numbered.wording
        clauses = tuple(
            self._clause(f"{numbered.number}.{position}", clause, variant)
            for position, (clause, variant) in enumerate(numbered.clauses, 1)
        )
        first_annex = wording.annex and numbered.number == _FIRST_ANNEX
        return Section(
            numbered.number, self._words(wording.heading), wording.id, clauses, new_page=first_annex
        )

    def _clause(self, number: str, wording: ClauseWording, variant: Variant) -> Clause:
        blocks: tuple[Block, ...] = tuple(BLOCKS[name](self._pen) for name in wording.blocks)
        blocks += tuple(self.bullets(name) for name in wording.lists)
        return Clause(number, self._pen.write(variant.text, self._references), wording.id, blocks)

    def _words(self, phrase: Phrase) -> str:
        return plain(self._pen.write(phrase, self._references))

    def _refer(self) -> Iterator[tuple[str, str]]:
        for section in self._numbered:
            annex = section.wording.annex
            yield self._reference(section.wording.id, "annex" if annex else "section", section.number)
            for position, (clause, _) in enumerate(section.clauses, 1):
                number = f"{section.number}.{position}"
                yield self._reference(clause.id, "point" if annex else "clause", number)

    def _reference(self, id: str, kind: str, number: str) -> tuple[str, str]:
        return f"{REFERENCE}{id}", self._pen.say(f"reference.{kind}", number=number).replace(" ", "\u00a0")


def _numbered(pen: Pen, sections: Iterable[SectionWording]) -> Iterator[Numbered]:
    """Sections by number and annexes by letter; one without a clause left is not in the paper."""
    number, letter = 0, ord(_FIRST_ANNEX)
    for section in sections:
        clauses = tuple(chosen(pen, section))
        if not clauses:
            continue
        if section.annex:
            yield Numbered(chr(letter), section, clauses)
            letter += 1
        else:
            number += 1
            yield Numbered(str(number), section, clauses)


def chosen(pen: Pen, section: SectionWording) -> Iterator[tuple[ClauseWording, Variant]]:
    if not holds(section.when, pen.deal):
        return
    for clause in section.clauses:
        if holds(clause.when, pen.deal):
            fitting = (variant for variant in clause.variants if holds(variant.when, pen.deal))
            if (variant := next(fitting, None)) is not None:
                yield clause, variant
