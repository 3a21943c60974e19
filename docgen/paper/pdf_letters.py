"""The letters that PDFs hold, as a reader sees them: composed, hyphens as hyphens, bullets as bullets."""

from __future__ import annotations

import re
import unicodedata

#: PDFium writes U+FFFE, older ones U+0002, for a hyphen at the end of a line; symbol fonts are mapped to U+F0xx.
_SEEN_AS = str.maketrans(
    {
        "\ufffe": "-",
        "\x02": "-",
        "\u00ad": "-",
        "\uf02d": "-",
        "\uf02b": "+",
        "\uf0b7": "•",
        "\uf0a7": "▪",
        "\uf0d8": "➢",
        "\uf0fc": "✓",
        "\uf06f": "○",
    }
)
_MARKS = re.compile("([A-Za-zÀ-ỹ])([\u0300-\u036f]+)")
#: Marks that make a letter (â, ă, ơ) stand before those that make a tone.
_LETTER_MARKS = "\u0302\u0306\u031b"


def plain_letters(text: str) -> str:
    """The text in NFC, also where the marks of a letter were written in the wrong order."""
    if text.isprintable() and unicodedata.is_normalized("NFC", text) and not _MARKS.search(text):
        return text
    composed = unicodedata.normalize("NFC", text.translate(_SEEN_AS))
    if _MARKS.search(composed):
        composed = _MARKS.sub(_in_order, composed)
    return "".join(letter for letter in composed if letter.isprintable() or letter == "\u00a0")


def _in_order(match: re.Match[str]) -> str:
    letters = unicodedata.normalize("NFD", match[0])
    marks = sorted(letters[1:], key=lambda mark: mark not in _LETTER_MARKS)
    return unicodedata.normalize("NFC", letters[0] + "".join(marks))
