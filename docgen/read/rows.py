"""The paper as rows: what stands side by side on one line of the page, in reading order.

A row's text keeps the gaps between columns (a tab, or two and more spaces), so that a header whose columns run
together and one in a table are read by the same code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from docgen.paper.model import Line, Paper, Paragraph, Place
from docgen.read.elements import Piece
from docgen.read.folding import plain
from docgen.read.foot import contact_of, without

_GAP = re.compile(r"\s*\t\s*|[^\S\n]{2,}")
_EDGE = " \t\u00a0"


@dataclass(frozen=True, slots=True)
class Part:
    """Which characters of a row come from which line."""

    start: int
    end: int
    paragraph: Paragraph
    line: Line


@dataclass(frozen=True)
class Row:
    """One printed line across the page."""

    index: int
    text: str
    parts: tuple[Part, ...]
    after_gap: bool  #: an empty line or another page stands before it

    @cached_property
    def plain(self) -> str:
        """The text folded, character for character."""
        return plain(self.text)

    @property
    def page(self) -> int | None:
        """Number of the page, where the file says it."""
        return self.parts[0].paragraph.page

    def columns(self, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Starts and ends of what is parted by gaps, between two positions."""
        end = len(self.text) if end is None else end
        at = start
        for gap in _GAP.finditer(self.text, start, end):
            yield from self._trimmed(at, gap.start())
            at = gap.end()
        yield from self._trimmed(at, end)

    def _trimmed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        while start < end and self.text[start] in _EDGE:
            start += 1
        while end > start and self.text[end - 1] in _EDGE:
            end -= 1
        if start < end:
            yield start, end

    def part_at(self, position: int) -> Part:
        """The part that a position falls into."""
        return next((part for part in self.parts if position < part.end), self.parts[-1])

    def piece(self, start: int = 0, end: int | None = None, *, sure: float = 1.0, text: str | None = None) -> Piece:
        """The words between two positions; ``text`` where they were mended."""
        part = self.part_at(start)
        words = self.text[start : len(self.text) if end is None else end].strip()
        return Piece(text=words if text is None else text, paragraph=part.paragraph, line=part.line, sure=sure)

    def bold(self, start: int, end: int) -> bool | None:
        """Whether the words between two positions are bold throughout; None where the file does not say."""
        part = self.part_at(start)
        runs = [run for run in part.line.runs if run.text.strip()]
        if not runs or any(run.bold is None for run in runs):
            return None
        return all(run.bold for run in runs)


def rows_of(paper: Paper) -> list[Row]:
    """The rows of the running text and of text boxes, without the address at the foot of page 1.

    Empty lines only leave their mark on the next row.
    """
    rows: list[Row] = []
    gap = True
    for page, lines in groupby(_lines(paper), key=lambda item: item[0].page):
        gap = gap or page is not None
        floor: float | None = None
        for group in _side_by_side(list(lines)):
            if not any(line.text.strip() for _, line in group):
                gap = True
                continue
            boxes = [line.box for _, line in group if line.box]
            if boxes and floor is not None:
                top, bottom = min(box.top for box in boxes), max(box.bottom for box in boxes)
                gap = gap or top - floor > bottom - top
            floor = max((box.bottom for box in boxes), default=None)
            rows.append(_row(len(rows), group, gap))
            gap = False
    return rows


def _lines(paper: Paper) -> Iterator[tuple[Paragraph, Line]]:
    contact = contact_of(paper)
    for paragraph in paper.of(Place.BODY, Place.FRAME):
        for line in without(contact, paragraph):
            yield paragraph, line
        if not paragraph.lines:
            yield paragraph, Line(runs=())


def _side_by_side(lines: Sequence[tuple[Paragraph, Line]]) -> Iterator[list[tuple[Paragraph, Line]]]:
    """Lines of one page that stand at one height, from the left; lines without a place stay alone, in order."""
    if any(line.box is None for _, line in lines):
        yield from ([item] for item in lines)
        return
    ordered = sorted(lines, key=lambda item: (_middle(item[1]), item[1].box.left if item[1].box else 0))
    group: list[tuple[Paragraph, Line]] = []
    for item in ordered:
        if group and not _level(group[0][1], item[1]):
            yield sorted(group, key=lambda member: member[1].box.left if member[1].box else 0)
            group = []
        group.append(item)
    if group:
        yield sorted(group, key=lambda member: member[1].box.left if member[1].box else 0)


def _middle(line: Line) -> float:
    return (line.box.top + line.box.bottom) / 2 if line.box else 0


def _level(one: Line, other: Line) -> bool:
    if one.box is None or other.box is None:
        return False
    height = min(one.box.bottom - one.box.top, other.box.bottom - other.box.top)
    return abs(_middle(one) - _middle(other)) <= height * 0.4


def _row(index: int, group: Sequence[tuple[Paragraph, Line]], gap: bool) -> Row:
    text, parts = "", []
    for paragraph, line in group:
        text += "\t" if text else ""
        label = f"{paragraph.label} " if paragraph.label and line is paragraph.lines[0] else ""
        words = label + line.text.rstrip()
        parts.append(Part(len(text), len(text) + len(words), paragraph, line))
        text += words
    return Row(index, text, tuple(parts), gap)
