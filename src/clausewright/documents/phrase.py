"""Texts of the papers: plain words with **strong** and *emphasised* runs and typed placeholders.

The marks are read before the values are filled in, so that a client's name with asterisks in it is
never taken for markup.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from markdown_it import MarkdownIt

from clausewright.documents.tree import Span, Text
from clausewright.wording import Format, Template, Value, Vocabulary
from clausewright.wording.template import TemplateError

_MARKS = MarkdownIt("zero").enable("emphasis")


@dataclass(frozen=True, slots=True)
class Run:
    template: Template
    strong: bool
    emphasis: bool


Phrase = tuple[Run, ...]


def parse(source: str, vocabulary: Vocabulary) -> Phrase:
    """Line breaks in the source are mere layout. Raises TemplateError for an unknown placeholder, and
    for a mark that has no partner."""
    runs: list[Run] = []
    strong = emphasis = False
    inline = _MARKS.parseInline(re.sub(r"\s*\n\s*", " ", source.strip()))[0]
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                strong = token.nesting == 1
            case "em_open" | "em_close":
                emphasis = token.nesting == 1
            case _ if "*" in token.content:
                raise TemplateError("an asterisk has no partner")
            case _ if token.content:
                runs.append(Run(Template.parse(token.content, vocabulary), strong, emphasis))
    return tuple(runs)


def names(phrase: Phrase) -> frozenset[str]:
    """The placeholders of a phrase."""
    return frozenset(name for run in phrase for name in run.template.names)


def fill(phrase: Phrase, values: Mapping[str, Value], form: Format) -> Text:
    spans = (Span(run.template.fill(values, form), run.strong, run.emphasis) for run in phrase)
    return tuple(span for span in spans if span.text)
