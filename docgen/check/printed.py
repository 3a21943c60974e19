"""The body as a PDF shows it: indents, even edges, gaps and line spacing, measured from where lines stand (C16).

Paragraphs of a PDF are guesses, so a single odd place proves nothing: only what most of many places show is told.
Source: NĐ 30/2020, PL I, P.I, II.6.e.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from docgen.check.findings import Finding
from docgen.check.lengths import FULL, LINE_HEIGHT, Measured, measured
from docgen.check.looks import main_size, seen
from docgen.check.subject import Subject
from docgen.check.words import paragraph_text
from docgen.paper.model import Paragraph
from docgen.rules.page import MM_PER_POINT

_PLACE = "PL I, P.I, II.6.e"
#: Fewest places that prove a habit.
_MANY = 6
#: Millimetres by which a measured indent may be off, and points by which a gap may be.
_INDENT_SLACK, _GAP_SLACK = 0.5, 1.5


def _texts(sheet: Subject) -> list[list[Measured]]:
    """The lines of every paragraph that runs over two full lines or more."""
    if not sheet.in_pdf:
        return []
    kept = (list(measured(paragraph)) for paragraph in sheet.prose)
    return [lines for lines in kept if len(lines) > 1 and lines[0].box.width > FULL - 15 and _apart(lines) is not None]


def _apart(lines: list[Measured]) -> float | None:
    """Millimetres from line to line, where they stand on one page one under the other."""
    steps = [below.box.bottom - above.box.bottom for above, below in pairwise(lines)]
    return median(steps) if steps and min(steps) > 0 else None


def indent(sheet: Subject) -> Iterator[Finding]:
    """C16: first lines begin 1 cm or 1,27 cm in."""
    starts = [lines[0].box.left - median(line.box.left for line in lines[1:]) for lines in _texts(sheet)]
    inward = [start for start in starts if start > 3]
    flush = [start for start in starts if abs(start) < 1]
    if len(inward) >= _MANY and not any(abs(median(inward) - v) <= _INDENT_SLACK for v in sheet.limits.indents):
        found = f"chữ đầu dòng lùi vào khoảng {median(inward) / 10:.1f} cm".replace(".", ",")
    elif len(flush) >= _MANY and not inward:
        found = "chữ đầu dòng không lùi vào"
    else:
        return
    yield _fault(sheet, found, "lùi vào 1 cm hoặc 1,27 cm", "Đặt chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.")


def justified(sheet: Subject) -> Iterator[Finding]:
    """C16: both edges even."""
    edges = [line.box.right for lines in _texts(sheet) if len(lines) > 2 for line in lines[:-1]]
    if len(edges) < 2 * _MANY:
        return
    ragged = [edge for edge in edges if edge < max(edges) - 2.5]
    if len(ragged) > len(edges) * 0.6:
        yield _fault(sheet, "lề phải không đều", "canh đều cả hai lề", "Canh đều hai lề cho nội dung văn bản.")


def spacing(sheet: Subject) -> Iterator[Finding]:
    """C16: lines from single to one and a half."""
    ratios = [step / single for lines in _texts(sheet) if (step := _apart(lines)) and (single := _single(lines[0]))]
    if len(ratios) >= _MANY and not sheet.limits.line_spacing.holds(value := median(ratios), tolerance=0.06):
        found = f"cách dòng khoảng {value:.2f} lines".replace(".", ",")
        yield _fault(
            sheet,
            found,
            "từ dòng đơn đến 1,5 lines",
            "Đặt khoảng cách giữa các dòng từ dòng đơn đến 1,5 lines.",
        )


def _single(line: Measured) -> float | None:
    """Millimetres of a single line in the size of a paragraph."""
    size = main_size(run for printed in line.paragraph.lines for run in seen(printed))
    return None if size is None else size * LINE_HEIGHT * MM_PER_POINT


def gaps(sheet: Subject) -> Iterator[Finding]:
    """C16: at least six points between paragraphs."""
    least = sheet.limits.paragraph_gap
    if not sheet.in_pdf:
        return
    found = [gap for above, below in pairwise(sheet.prose) if (gap := _gap(above, below)) is not None]
    if len(found) >= _MANY and (value := median(found)) < least - _GAP_SLACK:
        yield _fault(
            sheet,
            f"khoảng cách giữa các đoạn khoảng {max(value, 0):.0f} pt",
            f"tối thiểu {least:g} pt",
            f"Đặt khoảng cách giữa các đoạn văn tối thiểu {least:g} pt.",
        )


def _gap(above: Paragraph, below: Paragraph) -> float | None:
    """Points between two paragraphs beyond the step of the lines above; None where that is no gap of text."""
    upper, lower = list(measured(above)), list(measured(below))
    step = _apart(upper)
    if step is None or not lower or above.page != below.page or not paragraph_text(above).endswith((".", ";", ":")):
        return None
    if upper[0].box.width < FULL - 15 or lower[0].box.left < median(line.box.left for line in upper[1:]) + 5:
        return None
    gap = (lower[0].box.bottom - upper[-1].box.bottom - step) / MM_PER_POINT
    return gap if -3 < gap < 30 else None


def _fault(sheet: Subject, found: str, expected: str, message: str) -> Finding:
    return sheet.finding("C16", _PLACE, sheet.prose[0], found=found, expected=expected, message=message)


RULES = (indent, justified, spacing, gaps)
