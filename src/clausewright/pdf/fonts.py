"""The bundled typefaces: which font sets which character, and what can't be set at all."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache

from reportlab.pdfbase import pdfmetrics, ttfonts
from reportlab.pdfbase.ttfonts import TTFont

from clausewright.problem import Problem
from clausewright.resource import resource

FILES = {
    "regular": "IBMPlexSans-Regular",
    "medium": "IBMPlexSans-Medium",
    "semibold": "IBMPlexSans-SemiBold",
    "italic": "IBMPlexSans-Italic",
    "KR-regular": "IBMPlexSansKR-Regular",
    "KR-semibold": "IBMPlexSansKR-SemiBold",
    "SC-regular": "IBMPlexSansSC-Regular",
    "SC-semibold": "IBMPlexSansSC-SemiBold",
    "emoji": "NotoEmoji-Regular",
}

# The scripts whose letters join, stack or run from right to left: setting them one by one would print
# another text than was written. Unicode's names of their characters begin with these words.
_UNSUPPORTED = {
    "HEBREW": "Hebrew",
    "ARABIC": "Arabic",
    "SYRIAC": "Syriac",
    "THAANA": "Thaana",
    "NKO": "N'Ko",
    "DEVANAGARI": "Devanagari",
    "BENGALI": "Bengali",
    "GURMUKHI": "Gurmukhi",
    "GUJARATI": "Gujarati",
    "TAMIL": "Tamil",
    "TELUGU": "Telugu",
    "KANNADA": "Kannada",
    "MALAYALAM": "Malayalam",
    "SINHALA": "Sinhala",
    "THAI": "Thai",
    "LAO": "Lao",
    "TIBETAN": "Tibetan",
    "MYANMAR": "Burmese",
    "KHMER": "Khmer",
    "MONGOLIAN": "Mongolian",
}

# A space that no line breaks at, whatever its width: only U+00A0 is one to the layout engine.
_AS_SET = str.maketrans({"\u202f": "\u00a0", "\u2007": "\u00a0", "\t": " ", "\u2028": "\n", "\u2029": "\n"})

# What nobody sees, but what could hide a word from a search or turn the order of what is read: controls,
# soft hyphens, zero-width marks, marks of direction, variation selectors, halves of characters.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff]"
)

_JOINER = "\u200d"
_WHITE = frozenset(" \u00a0\n")


def settable(text: str) -> str:
    """The text as it is set: NFC, no-break spaces of one kind, nothing unseen; ``\\n`` breaks a line."""
    lines = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return _UNSEEN.sub("", lines.translate(_AS_SET))


def require_settable(texts: Iterable[str]) -> None:
    """Raises Problem with the characters that can't be printed, before anything is drawn."""
    missing: dict[str, None] = {}
    for text in texts:
        for character in _beyond_plain(settable(text)):
            missing.setdefault(character)
    if missing:
        _refuse(list(missing))


def _beyond_plain(text: str) -> Iterator[str]:
    plain = _glyphs("regular")
    previous = ""
    for character in text:
        is_plain = ord(character) in plain or character in _WHITE
        if character == _JOINER or not (is_plain or _can_set(character, previous)):
            yield character
        previous = character


def _can_set(character: str, previous: str) -> bool:
    if _modifies_emoji(character):
        return False
    if _is_flag(character) and _is_flag(previous):
        return False
    return any(ord(character) in _glyphs(name) for name in ("KR-regular", "SC-regular", "emoji"))


def _modifies_emoji(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff" or character == "\u20e3"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"


def _refuse(characters: list[str]) -> None:
    names = {_script(character) for character in characters} - {""}
    if names:
        raise Problem(
            f"Text in {' and '.join(sorted(names))} script can't be printed by this version.",
            "Write it in Latin letters for the paper.",
        )
    if any(
        character == _JOINER or _modifies_emoji(character) or _is_flag(character) for character in characters
    ):
        raise Problem(
            "An emoji that is made of several characters (a family, a flag, a skin tone) can't be printed.",
            "Use a single emoji, or a word.",
        )
    shown = ", ".join(f"{character} (U+{ord(character):04X})" for character in characters[:10])
    raise Problem(f"No bundled typeface has {shown}.", "Replace the character.")


def _script(character: str) -> str:
    if unicodedata.bidirectional(character) in ("R", "AL"):
        word = unicodedata.name(character, "").split(" ")[0]
        return _UNSUPPORTED.get(word, "right-to-left")
    return _UNSUPPORTED.get(unicodedata.name(character, "").split(" ")[0], "")


def runs(text: str, weight: str, language: str) -> Iterator[tuple[str, str]]:
    """The settable text in runs of one font each: (font, characters)."""
    font, run = "", ""
    for character in text:
        chosen = font if character in _WHITE and font else _font_for(character, weight, language)
        if chosen != font and run:
            yield font, run
            run = ""
        font, run = chosen, run + character
    if run:
        yield font, run


@cache
def _font_for(character: str, weight: str, language: str) -> str:
    for name in _chain(weight, language):
        if character in _WHITE or ord(character) in _glyphs(name):
            return name
    raise Problem(f"No bundled typeface has {character} (U+{ord(character):04X}).", "Replace the character.")


def _chain(weight: str, language: str) -> tuple[str, ...]:
    heavy = "semibold" if weight in ("medium", "semibold") else "regular"
    order = ("KR", "SC") if language.startswith("ko") else ("SC", "KR")
    return weight, *(f"{face}-{heavy}" for face in order), "emoji"


@cache
def _glyphs(name: str) -> frozenset[int]:
    """The characters of a font; registers it, which for the Chinese and Korean ones takes a while."""
    font = TTFont(name, str(resource("fonts", f"{FILES[name]}.ttf")), asciiReadable=0)
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)


def capitals(text: str) -> str:
    """The text in capitals, but for letters whose capital no typeface has (ƒ)."""
    plain = _glyphs("regular")
    return "".join(
        mark.upper() if all(ord(capital) in plain for capital in mark.upper()) else mark for mark in text
    )


def register(name: str) -> str:
    """Makes a font known to the layout engine and returns its name."""
    _glyphs(name)
    return name


def width(text: str, font: str, size: float) -> float:
    return float(pdfmetrics.stringWidth(text, font, size))


def _to_unicode(name: str, subset: list[int]) -> str:
    """The table that text is copied by (ISO 32000-1, 9.10.3): reportlab's own writes characters above
    U+FFFF as five digits, so that an emoji would be copied as something else."""
    entries = [(code, chr(point)) for code, point in enumerate(subset) if point]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(entries), 100):
        block = entries[start : start + 100]
        lines.append(f"{len(block)} beginbfchar")
        lines += [f"<{code:02X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in block]
        lines.append("endbfchar")
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


ttfonts.makeToUnicodeCMap = _to_unicode
