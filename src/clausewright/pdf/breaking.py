"""Where lines of Chinese may break: between any two characters, but for marks that belong to a neighbour."""

import unicodedata
from dataclasses import replace

from clausewright.documents.tree import Span, Text
from clausewright.pdf.fonts import runs, width
from clausewright.pdf.style import LOOKS

# What may not begin, or end, a line (GB/T 15834; JIS X 4051 for the marks that both share).
NOT_FIRST = frozenset("）】」』〕〉》〗〙〛］｝”’»›，。、；：？！％‰°℃′″…‥—～〜·‧・々ー,.;:?!%)]}")
NOT_LAST = frozenset("（【「『〔〈《〖〘〚［｛“‘«‹([{￥€$£₩¥")

_QUOTES = frozenset("“”‘’")

_ROUNDING = 0.01
"""Points; reportlab adds the same widths up in another order."""


def is_chinese(character: str) -> bool:
    """Whether a line may break beside it without a space; Korean puts spaces between its words."""
    return unicodedata.east_asian_width(character) in "WF" and not "\uac00" <= character <= "\ud7a3"


def has_chinese(text: str) -> bool:
    return not text.isascii() and any(map(is_chinese, text))


def atoms(text: str) -> list[str]:
    """A text in the pieces that a line may end after: words with their space, and single Chinese
    characters together with the marks that may not begin or end a line."""
    found: list[str] = []
    for character in text:
        if found and _belongs(character, found[-1]):
            found[-1] += character
        else:
            found.append(character)
    return found


def _belongs(character: str, before: str) -> bool:
    last = before.rstrip()[-1:]
    if character in " \n" or character in NOT_FIRST or last in NOT_LAST:
        return not before.endswith("\n") or character == "\n"
    if before[-1] in " \n" or is_chinese(last):
        return False
    return not (is_chinese(character) or character in _QUOTES)


def broken(content: Text, available: float, look: str, language: str) -> Text:
    """The spans with a line break put in wherever the next piece doesn't fit."""
    owners = [index for index, span in enumerate(content) for _ in span.text]
    lines: list[list[str]] = [[] for _ in content]
    used, at = 0.0, 0
    for atom in atoms("".join(span.text for span in content)):
        wide = _width(atom.rstrip(), owners[at:], content, look, language)
        if used and used + wide > available - _ROUNDING:
            if at and lines[owners[at - 1]][-1] == " ":
                lines[owners[at - 1]].pop()
            lines[owners[at]].append("\n")
            used = 0.0
        for owner, character in zip(owners[at:], atom, strict=False):
            lines[owner].append(character)
        whole = wide + _width(atom[len(atom.rstrip()) :].strip("\n"), owners[at:], content, look, language)
        used = 0.0 if atom.endswith("\n") else used + whole
        at += len(atom)
    return tuple(replace(span, text="".join(line)) for span, line in zip(content, lines, strict=True))


def _width(text: str, owners: list[int], content: Text, look: str, language: str) -> float:
    """``owners`` tells for each character which span it comes from."""
    size, weight = LOOKS[look].size, LOOKS[look].weight
    whole, start = 0.0, 0
    for end in range(1, len(text) + 1):
        if end == len(text) or owners[end] != owners[start]:
            span = content[owners[start]]
            chosen = weight_of(span, weight)
            spoken = span.language or language
            whole += sum(width(run, font, size) for font, run in runs(text[start:end], chosen, spoken))
            start = end
    return whole


def weight_of(span: Span, weight: str) -> str:
    return "semibold" if span.strong else "italic" if span.emphasis else weight
