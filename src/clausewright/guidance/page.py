"""Writes docs/guidance.md: everything that a deal is checked against, and where it comes from."""

from collections.abc import Iterator

from clausewright.guidance import RULES
from clausewright.guidance.clauses import CLAUSES
from clausewright.guidance.finding import Moment, Rule
from clausewright.guidance.scripts import SCRIPTS
from clausewright.guidance.signs import SIGNS
from clausewright.guidance.sources import SOURCES
from clausewright.guidance.texts import says, texts

LANGUAGE = "en"

_INTRODUCTION = """\
# What a deal is checked against

Made by `make guidance` from the rules themselves; a test fails when it is stale. Not legal advice: the
sources are named so that you can check them.

**Must fix** blocks signing, **should fix** is shown and signing goes on, **consider** is a tip. A finding
that is kept with a reason holds for the values that it was given for. Unless a moment is named, a rule
speaks up in drafts, before sending and before signing. An item marked with * has a number, a term or the
exact wording of its check from us, because the article gives the principle alone.
"""

_WORDS = {"block": "must fix", "warn": "should fix", "advise": "consider"}
_MOMENTS = {Moment.DRAFT: "drafting", Moment.SEND: "sending", Moment.SIGN: "signing"}


def page() -> str:
    """The whole page in Markdown."""
    return "\n".join([_INTRODUCTION, *_sources(), *_rules(), *_clauses(), *_signs(), *_scripts()])


def _sources() -> Iterator[str]:
    yield "## Sources\n"
    for key, source in SOURCES.items():
        yield f"- **{key}** {source.subject} ({source.language}): “{source.title}”"
    yield ""


def _rules() -> Iterator[str]:
    yield "## Rules\n"
    for rule in RULES:
        yield f"### {rule.id}{'*' if rule.house else ''}\n"
        yield f"{says(LANGUAGE, rule.id)}\n"
        yield f"- Fires when: {texts(LANGUAGE)[rule.id]['boundary']}"
        yield f"- Severity: {_WORDS[rule.severity]}{'' if rule.can_be_kept else ', and can not be kept'}"
        yield from _moments(rule)
        yield f"- Sources: {', '.join(rule.sources)}\n"


def _moments(rule: Rule) -> Iterator[str]:
    if rule.moments != frozenset(Moment):
        yield f"- Moment: {', '.join(name for moment, name in _MOMENTS.items() if moment in rule.moments)}"


def _clauses() -> Iterator[str]:
    yield "## Clauses that the contract carries\n"
    for clause in CLAUSES:
        name = f"**{clause.id}**{'*' if clause.house else ''}"
        yield f"- {name} ({clause.carried}; {', '.join(clause.sources)}): {says(LANGUAGE, clause.id)}"
    yield ""


def _signs() -> Iterator[str]:
    yield "## Signs of a difficult client\n"
    for sign in SIGNS:
        advice = "the advice is to decline; " if sign.decline else ""
        yield (
            f"- **{sign.id}** {says(LANGUAGE, sign.id)} ({advice}proposes {', '.join(sign.selects)}; "
            f"{', '.join(sign.sources)})"
        )
    yield ""


def _scripts() -> Iterator[str]:
    yield "## Scripts\n"
    for script in SCRIPTS:
        yield f"- **{script.id}** {says(LANGUAGE, script.id)} ({', '.join(script.sources)})"


if __name__ == "__main__":
    print(page())
