"""Horizontal lines that a Word paragraph draws: by borders, by rows of characters, by underlining, by shapes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docgen.fonts import text_width
from docgen.paper.model import Alignment, Drawn, Layout, Line, Rule, Run
from docgen.paper.word_drawings import DrawnLine
from docgen.paper.word_properties import ParagraphProperties
from docgen.paper.word_tables import CellPlace
from docgen.paper.word_xml import millimetres

#: A row of characters that is meant as a line: underscores, dashes, overlines, lines of box drawing.
_ROW = re.compile(
    r"\s*[-_\u00ad\u00af\u2010-\u2015\u2017\u2500\u2501\u2504\u2505\u2508\u2509\u2550\u2581\u23af=]{3,}\s*"
)
_DASHES = frozenset("-\u2504\u2505\u2508\u2509")
_DOUBLE = frozenset("=\u2550\u2017")
_USUAL_SIZE = 14.0


def border_rules(
    properties: ParagraphProperties, before: ParagraphProperties | None, number: int, width: float
) -> Iterator[Rule]:
    """Lines over and under a paragraph; ``width`` is that of the text around it, in twentieths of a point.

    A border over it that the paragraph before has too is drawn once, around both.
    """
    inner = millimetres(max(width - properties.get("left", 0.0) - properties.get("right", 0.0), 0.0))
    top, bottom = properties.get("top_border", "none"), properties.get("bottom_border", "none")
    if top != "none" and not (before and _same_frame(properties, before)):
        yield _bordered(inner, top, number)
    if bottom != "none":
        yield _bordered(inner, bottom, number)


def _same_frame(one: ParagraphProperties, other: ParagraphProperties) -> bool:
    sides = ("top_border", "bottom_border", "left", "right")
    return all(one.get(side) == other.get(side) for side in sides)


def cell_rules(place: CellPlace, first: int, last: int) -> Iterator[Rule]:
    """Lines over and under a cell that stands in no grid; ``first`` and ``last`` are its paragraphs."""
    if place.cell.width:
        if place.top_line != "none":
            yield _bordered(place.cell.width, place.top_line, first)
        if place.bottom_line != "none":
            yield _bordered(place.cell.width, place.bottom_line, last)


def _bordered(width: float, kind: str, number: int) -> Rule:
    return Rule(
        width=width,
        drawn=Drawn.BORDER,
        paragraph=number,
        dashed="dash" in kind.lower() or "dot" in kind.lower(),
        double=kind.startswith(("double", "triple")),
    )


def text_rules(lines: Iterable[Line], layout: Layout, number: int) -> Iterator[Rule]:
    """Rows of characters, and underlined stretches of lines that are centred or underlined from end to end."""
    for line in lines:
        text = line.text
        if _ROW.fullmatch(text):
            yield _row(line, text.strip(), number)
        elif any(run.underline for run in line.runs):
            whole = all(run.underline or not run.text.strip() for run in line.runs)
            if whole or layout.alignment is Alignment.CENTER:
                yield from _underlined(line, number)


def _row(line: Line, text: str, number: int) -> Rule:
    size, bold = line.runs[0].size or _USUAL_SIZE, bool(line.runs[0].bold)
    return Rule(
        width=round(text_width(text, size, bold=bold), 2),
        drawn=Drawn.CHARACTERS,
        paragraph=number,
        dashed=text[0] in _DASHES,
        double=text[0] in _DOUBLE,
    )


def _underlined(line: Line, number: int) -> Iterator[Rule]:
    stretch: list[Run] = []
    for run in (*line.runs, Run(text="")):
        if run.underline:
            stretch.append(run)
            continue
        if any(part.text.strip() for part in stretch):
            width = sum(text_width(part.text, part.size or _USUAL_SIZE, bold=bool(part.bold)) for part in stretch)
            yield Rule(width=round(width, 2), drawn=Drawn.UNDERLINE, paragraph=number)
        stretch = []


def shape_rule(line: DrawnLine, number: int, *, page: int | None, margin: float, column: float) -> Rule:
    """The rule of a line shape; ``margin`` and ``column`` are millimetres from the page's left edge."""
    origin = {"page": 0.0, "margin": margin, "column": column}.get(line.left_of)
    return Rule(
        width=line.width,
        drawn=Drawn.SHAPE,
        paragraph=number,
        page=page,
        left=None if origin is None or line.left is None else round(origin + line.left, 2),
        dashed=line.dashed,
        double=line.double,
    )
