"""The spaces at the ends of lines, which a layout drops: whoever hears or copies a paragraph needs them,
since tagged text must say by itself where words end (ISO 32000-1, 14.8.2.5)."""

from typing import Any

from reportlab.platypus.paragraph import _HSFrag


def end_lines_with_spaces(lines: list[Any], source: str, *, goes_on: bool) -> None:
    """Puts back the space that ``source`` has where reportlab's lines of it end. ``goes_on`` tells that
    the paragraph continues on the next page."""
    if len(lines) < 2 and not goes_on:
        return
    breaks, count = set(), 0
    for character in source:
        if character.isspace():
            breaks.add(count)
        else:
            count += 1
    reached = 0
    for line in lines:
        reached += sum(1 for character in _text(line) if not character.isspace())
        if goes_on if line is lines[-1] else reached in breaks:
            _append_space(line)


def _text(line: Any) -> str:
    # Lines in one style are (room left, words); others have pieces of text.
    return "".join(line[1] if isinstance(line, tuple) else (word.text for word in line.words))


def _append_space(line: Any) -> None:
    if isinstance(line, tuple):
        line[1].append("")
        return
    texts = [word for word in line.words if not hasattr(word, "cbDefn")]
    if texts and not texts[-1].text.endswith(" "):
        texts[-1].text += " "


def text_of(pieces: list[Any], *, line_break: str) -> str:
    """The text of reportlab's pieces of a paragraph that a page has cut."""
    return "".join(_piece(piece, line_break) for piece in pieces)


def _piece(piece: Any, line_break: str) -> str:
    if isinstance(piece, list):
        # A word: its width, and its parts in each style.
        text = "".join(
            _piece(style, line_break) if hasattr(style, "lineBreak") else part for style, part in piece[1:]
        )
        return text + " " * isinstance(piece, _HSFrag)
    if hasattr(piece, "lineBreak"):
        return line_break
    return " ".join(piece.words) if hasattr(piece, "words") else piece.text
