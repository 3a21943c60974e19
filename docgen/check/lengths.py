"""Lengths that a file does not say outright: printed lines with their places, and how much text fills a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docgen.check.looks import main_size, seen
from docgen.check.subject import Subject
from docgen.check.words import paragraph_text
from docgen.fonts import text_width
from docgen.paper.model import Box, Paragraph, Place
from docgen.rules.page import MM_PER_POINT

#: Height of a single line of Times New Roman, as a multiple of its size.
LINE_HEIGHT = 1.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A printed line of a PDF."""

    paragraph: Paragraph
    box: Box
    first: bool  #: whether its paragraph begins with it
    last: bool


def measured(paragraph: Paragraph) -> Iterator[Measured]:
    """The lines of a paragraph that have a place and words."""
    lines = [line for line in paragraph.lines if line.box is not None and line.text.strip()]
    for index, line in enumerate(lines):
        if line.box is not None:
            yield Measured(paragraph=paragraph, box=line.box, first=index == 0, last=index == len(lines) - 1)


#: Millimetres of a line that surely runs from margin to margin and stands in no column of a table.
FULL = 130.0


def body_lines(sheet: Subject) -> list[Measured]:
    """The inner lines of paragraphs of running text, those that no column of a table could hold."""
    lines = (line for paragraph in sheet.prose for line in measured(paragraph))
    return [line for line in lines if line.box.width >= FULL and not line.first and not line.last]


def lines_taken(sheet: Subject, paragraph: Paragraph) -> float:
    """How many lines a Word paragraph surely fills, as a fraction; 1 where nothing can be said."""
    width = sheet.text_width(paragraph)
    if width is None or width < 30:
        return 1.0
    if paragraph.layout is not None:
        width -= max(paragraph.layout.left, 0) + max(paragraph.layout.right, 0)
    return sum(_long(line_runs(paragraph, index)) / max(width, 30) for index in range(len(paragraph.lines))) or 1.0


def line_runs(paragraph: Paragraph, index: int) -> tuple[str, float, bool]:
    """Text, size and weight of one line of a paragraph."""
    line = paragraph.lines[index]
    runs = seen(line)
    return line.text, main_size(runs) or 13.0, bool(runs) and all(run.bold for run in runs)


def _long(line: tuple[str, float, bool]) -> float:
    text, size, bold = line
    return text_width(text, size, bold=bold)


def fills_more_than_a_page(sheet: Subject) -> bool:
    """Whether the text of a Word file surely does not fit on one page."""
    if sheet.paper.pages is not None and sheet.paper.pages > 1 and len(sheet.paper.text) > 2000:
        return True
    height = 0.0
    for paragraph in sheet.paper.of(Place.BODY):
        if paragraph.cell is not None or not paragraph_text(paragraph):
            continue
        size = max((line_runs(paragraph, index)[1] for index in range(len(paragraph.lines))), default=13.0)
        taken = max(1.0, lines_taken(sheet, paragraph))
        height += taken * size * LINE_HEIGHT * MM_PER_POINT
    room = sheet.limits.paper_height - 2 * sheet.limits.margins["top"].least
    return height > room
