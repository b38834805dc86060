"""File names out of people's words: one legal component on Windows, macOS and Linux alike."""

import re
import unicodedata
from pathlib import PurePath

MOST_BYTES = 140
"""The longest name we give. File systems allow 255 bytes; an encrypted home folder (eCryptfs) 143."""
MOST_BYTES_OF_SLUG = 60
"""Leaves room for the folders around it within the 260 characters of a path on Windows."""

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(COM|LPT)[0-9¹²³]) *(\.|$)", re.IGNORECASE)
_UNPRINTABLE = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
"""Controls, bidi marks, surrogates and the like, which hide what a name says."""


def file_name(words: str, extension: str = "", *, fallback: str = "paper") -> str:
    """A legal name made from free words, e.g. ``file_name("Quote: site/shop", ".pdf")``.

    The extension is ours, not the user's, and is always kept whole. Words of which nothing legal
    is left become the fallback.
    """
    spaced = "".join(" " if char.isspace() else char for char in words)
    visible = "".join(char for char in spaced if unicodedata.category(char) not in _UNPRINTABLE)
    legal = unicodedata.normalize("NFC", _FORBIDDEN.sub("-", " ".join(visible.split())))
    bare = legal.lstrip(" .-~").rstrip(" .")
    unreserved = f"_{bare}" if _RESERVED.match(bare) else bare
    stem = _cut(unreserved, MOST_BYTES - len(extension.encode())).rstrip(" .")
    return (stem or fallback) + extension


def slug(words: str, *, fallback: str = "deal") -> str:
    """Lower-case letters and digits of any script, joined by single hyphens; never empty."""
    lowered = unicodedata.normalize("NFC", unicodedata.normalize("NFKC", words).lower())
    joined = "".join(char if _is_of_a_word(char) else "-" for char in lowered)
    short = _cut(re.sub("-+", "-", joined).strip("-"), MOST_BYTES_OF_SLUG).strip("-")
    return short or fallback


def is_slug(text: str) -> bool:
    """Whether a text has the form of a slug; capitals are a user's own renaming and allowed."""
    return bool(text) and all(char == "-" or _is_of_a_word(char) for char in text)


def is_plain_name(name: str) -> bool:
    """Whether a name given in a file means a file beside it and nothing else on any system."""
    return (
        name not in ("", ".", "..")
        and not _FORBIDDEN.search(name)
        and not _RESERVED.match(name)
        and not any(unicodedata.category(char) in _UNPRINTABLE for char in name)
    )


def shown(path: PurePath | str) -> str:
    """A path as it can be printed in a sentence: control and bidi characters become U+FFFD."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in str(path))


def _is_of_a_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"


def _cut(text: str, most_bytes: int) -> str:
    return text.encode("utf-8", "ignore")[: max(most_bytes, 0)].decode("utf-8", "ignore")
