"""The type: Times New Roman, black, through the whole document (C03).

Source: NĐ 30/2020, PL I, P.I, I.4.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from docgen.check.findings import Finding
from docgen.check.looks import letters
from docgen.check.subject import Subject
from docgen.check.words import quoted
from docgen.paper.model import Paragraph, Place, Run

#: Parts of the page that belong to the document; what a signature lays over it does not.
_PLACES = (Place.BODY, Place.HEADER, Place.FOOTER, Place.FRAME, Place.NOTE)
#: Brightest shade that still prints as black, of 255.
_DARK = 0x40
#: Fonts of figures, bullets and formulas, which no text font replaces.
_SYMBOLS = re.compile(r"symbol|wingding|webding|dingbat|math|emoji|awesome", re.IGNORECASE)
#: What the name of a font adds to its family.
_STYLES = re.compile(r"(?:ps)?(?:mt)?(?:bold|italic)*(?:mt)?$")
#: Families that a PDF may name where Times New Roman was asked for: its metric-compatible twin, and short names.
_TWINS = frozenset({"timesnewroman", "liberationserif", "times", "timesroman"})
#: Letters in a strange font that are no oversight of a single blank or mark.
_LEAST = 3


def font(sheet: Subject) -> Iterator[Finding]:
    """C03: every letter is in Times New Roman."""
    wanted = sheet.limits.font
    places, found = _places(sheet, lambda run: _strange(run, sheet))
    if places:
        names = ", ".join(name for name, _ in found.most_common(3))
        yield sheet.finding(
            "C03",
            "PL I, P.I, I.4",
            places[0],
            found=f"phông {names}: “{_sample(places[0], lambda run: _strange(run, sheet))}”{_times(places)}",
            expected=f"phông {wanted}",
            message=f"Chuyển toàn bộ văn bản sang phông chữ {wanted}.",
        )


def colour(sheet: Subject) -> Iterator[Finding]:
    """C03: every letter is black, save the stamps of urgency and circulation."""
    stamps = {
        piece.paragraph.number
        for piece in (
            sheet.elements.urgency,
            sheet.elements.secrecy,
            sheet.elements.circulation,
            sheet.elements.draft,
        )
        if piece is not None
    }
    places, found = _places(sheet, _coloured, without=stamps)
    if places:
        names = ", ".join(f"#{name}" for name, _ in found.most_common(3))
        yield sheet.finding(
            "C03",
            "PL I, P.I, I.4",
            places[0],
            found=f"chữ màu {names}: “{_sample(places[0], _coloured)}”{_times(places)}",
            expected="chữ màu đen",
            message="Chuyển chữ trong toàn văn bản về màu đen.",
        )


def _places(
    sheet: Subject, strange: Callable[[Run], str], without: set[int] | None = None
) -> tuple[list[Paragraph], Counter[str]]:
    """Paragraphs with letters that are strange, and how many letters for each strange thing."""
    places, found = [], Counter[str]()
    for paragraph in sheet.paper.of(*_PLACES):
        if without and paragraph.number in without:
            continue
        here = Counter[str]()
        for line in paragraph.lines:
            for run in line.runs:
                if name := strange(run):
                    here[name] += letters(run.text)
        if sum(here.values()) >= _LEAST:
            places.append(paragraph)
            found += here
    return places, found


def _strange(run: Run, sheet: Subject) -> str:
    """The font of a run where it is not the wanted one; empty where it is, or where nobody can tell."""
    if run.font is None or _SYMBOLS.search(run.font):
        return ""
    twins = _TWINS if sheet.in_pdf else {_family(sheet.limits.font)}
    return "" if not (name := _family(run.font)) or name in twins else run.font


def _family(name: str) -> str:
    """The bare letters of a font's name, without what foundries add to it."""
    letters_only = re.sub(r"[^a-z]", "", name.lower())
    return _STYLES.sub("", letters_only)


def _coloured(run: Run) -> str:
    """The colour of a run where it is seen and not black."""
    shade = run.colour
    if shade is None or not re.fullmatch(r"[0-9A-Fa-f]{6}", shade):
        return ""
    parts = [int(shade[index : index + 2], 16) for index in (0, 2, 4)]
    return "" if max(parts) <= _DARK or min(parts) > 0xF0 else shade.upper()


def _sample(paragraph: Paragraph, strange: Callable[[Run], str]) -> str:
    text = "".join(run.text for line in paragraph.lines for run in line.runs if strange(run))
    return quoted(text, 40)


def _times(places: list[Paragraph]) -> str:
    return f" và {len(places) - 1} đoạn khác" if len(places) > 1 else ""


RULES = (font, colour)
