"""Liberation Serif, the free font with the widths of Times New Roman: what it can print and how wide.

The decree names Times New Roman, which may not be shipped; LibreOffice takes Liberation Serif for it and embeds
that. Version 1 of the font lacks most Vietnamese letters, so the folder of version 2 is named here.
Source: NĐ 30/2020, PL I, P.I, I.4.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

from docgen.rules.page import MM_PER_POINT

#: Where Debian's package fonts-liberation2 puts its files.
FOLDER = Path("/usr/share/fonts/truetype/liberation2")


@cache
def _advances(bold: bool) -> tuple[Mapping[int, int], int]:
    """Advance widths by code point, and the units of the em."""
    path = FOLDER / f"LiberationSerif-{'Bold' if bold else 'Regular'}.ttf"
    with TTFont(path, lazy=True) as font:
        widths = font["hmtx"].metrics
        advances = {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}
        return advances, font["head"].unitsPerEm


def printable(character: str) -> bool:
    """Whether the font has a glyph for ``character``."""
    return ord(character) in _advances(bold=False)[0]


def text_width(text: str, size: float, *, bold: bool) -> float:
    """Millimetres that ``text`` takes on one line at ``size`` points."""
    advances, em = _advances(bold)
    return sum(advances.get(ord(character), em // 2) for character in text) / em * size * MM_PER_POINT


def line_widths(text: str, size: float, width: float, *, bold: bool) -> list[float]:
    """Millimetres of each line when ``text`` is broken at blanks to lines of ``width`` millimetres."""
    lines: list[float] = []
    blank = text_width(" ", size, bold=bold)
    for word in text.split():
        long = text_width(word, size, bold=bold)
        if lines and lines[-1] + blank + long <= width:
            lines[-1] += blank + long
        else:
            lines.append(long)
    return lines


def longest_line(text: str, size: float, width: float, *, bold: bool) -> float:
    """Millimetres of the longest line when ``text`` is broken at blanks to lines of ``width`` millimetres."""
    return min(max(line_widths(text, size, width, bold=bold), default=0.0), width)


def line_count(text: str, size: float, width: float, *, bold: bool) -> int:
    """Lines that ``text`` takes when it is broken at blanks to lines of ``width`` millimetres."""
    return len(line_widths(text, size, width, bold=bold))
