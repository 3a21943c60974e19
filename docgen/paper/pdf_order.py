"""Lines of a page in the order in which a person reads them, and grouped into paragraphs.

Lines that stand over one another make blocks; where two blocks stand side by side, the left one is read first: header
and closing column by column, running text from top to bottom. Rows of a drawn table are read row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from docgen.paper.pdf_columns import LABEL
from docgen.paper.pdf_lines import Segment

_MM = 25.4 / 72
#: A line that takes so much of the written width, alone on its row, ends every column above it.
_WIDE = 0.6
#: Lines of one block lie at most so many line heights apart, baseline to baseline.
_BLOCK_PITCH = 2.2
#: More lines between two wide ones, or more blocks of them, are read row by row: the order compares them all.
_MOST_LINES, _MOST_BLOCKS = 250, 60
#: Edges that differ by less are the same edge.
_EDGE = 1.5
_MIDDLE = 2.0
#: A first line is indented by no more.
_INDENT = 25.0
_ENDS = re.compile(r"[.;:!?]$")


def reading_order(segments: Sequence[Segment], separators: Sequence[float] = ()) -> list[Segment]:
    """The lines of a page as they are read; ``separators`` are heights of lines drawn right across a table."""
    if not segments:
        return []
    width = max(one.right for one in segments) - min(one.left for one in segments)
    ordered: list[Segment] = []
    region: list[Segment] = []
    cuts = sorted(separators)
    for row in _rows(segments):
        alone = len(row) == 1 and row[0].right - row[0].left >= _WIDE * width
        while cuts and cuts[0] < row[0].baseline:
            ordered += _region_order(region)
            region = []
            cuts.pop(0)
        if alone:
            ordered += _region_order(region)
            ordered += row
            region = []
        else:
            region += row
    return ordered + _region_order(region)


def paragraphs(ordered: Sequence[Segment]) -> Iterator[list[Segment]]:
    """The lines grouped: each line joins the one before it, or begins a paragraph."""
    if not ordered:
        return
    edges = _edges(ordered)
    group = [ordered[0]]
    for before, line in pairwise(ordered):
        if _joins(group, before, line, edges):
            group.append(line)
        else:
            yield group
            group = [line]
    yield group


def _rows(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Lines whose heights overlap, from top to bottom."""
    row: list[Segment] = []
    for one in sorted(segments, key=lambda segment: segment.baseline):
        if row and one.baseline - row[0].baseline > 0.5 * min(one.size, row[0].size) * _MM:
            yield row
            row = []
        row.append(one)
    if row:
        yield row


@dataclass(slots=True, eq=False)
class _Block:
    """Lines over one another in one column."""

    lines: list[Segment]
    left: float
    right: float
    top: float
    bottom: float

    def takes(self, line: Segment) -> bool:
        last = self.lines[-1]
        near = line.baseline - last.baseline <= _BLOCK_PITCH * max(line.size, last.size) * _MM
        return near and line.left < self.right and line.right > self.left

    def add(self, line: Segment) -> None:
        self.lines.append(line)
        self.left, self.right = min(self.left, line.left), max(self.right, line.right)
        self.bottom = max(self.bottom, line.bottom)


def _region_order(region: Sequence[Segment]) -> list[Segment]:
    """Lines between two wide ones: block by block, a left one before a right one beside it."""
    if len(region) < 2 or len(region) > _MOST_LINES:
        return list(region)
    waiting = _blocks(region)
    if len(waiting) > _MOST_BLOCKS:
        return list(region)
    ordered: list[Segment] = []
    last: _Block | None = None
    while waiting:
        free = [block for block in waiting if not any(_precedes(other, block) for other in waiting)] or waiting
        last = min(free, key=lambda block: (not _continues(last, block), block.top, block.left))
        waiting.remove(last)
        ordered += last.lines
    return ordered


def _blocks(region: Sequence[Segment]) -> list[_Block]:
    blocks: list[_Block] = []
    for line in region:
        homes = [block for block in blocks if block.takes(line)]
        if len(homes) == 1 and not any(_is_bridge(line, homes[0], block) for block in blocks):
            homes[0].add(line)
        else:
            blocks.append(_Block([line], line.left, line.right, line.top, line.bottom))
    return blocks


def _is_bridge(line: Segment, home: _Block, other: _Block) -> bool:
    """Whether a line would tie two columns together that stand side by side."""
    apart = other.right <= home.left or other.left >= home.right
    side_by_side = other.top < home.bottom and other.bottom > home.top
    return apart and side_by_side and line.left < other.right and line.right > other.left


def _precedes(first: _Block, second: _Block) -> bool:
    """Whether a block must be read before another: it stands over it, or left of it at the same height."""
    if first is second:
        return False
    if first.left < second.right - 0.5 and first.right > second.left + 0.5:
        return (first.top, first.left) < (second.top, second.left)
    side_by_side = first.top < second.bottom - 1 and first.bottom > second.top + 1
    return side_by_side and first.right <= second.left + 0.5


def _continues(last: _Block | None, block: _Block) -> bool:
    """Whether a block goes on, in the same column, where the last one ended."""
    if last is None:
        return False
    close = -1 <= block.top - last.bottom <= 15
    return close and block.left < last.right and block.right > last.left


class _Edges(NamedTuple):
    """Where the lines of running text begin and end."""

    left: float
    right: float


def _edges(lines: Sequence[Segment]) -> _Edges:
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    tenth = len(lines) // 10
    return _Edges(lefts[tenth], rights[-1 - tenth])


def _joins(group: Sequence[Segment], before: Segment, line: Segment, edges: _Edges) -> bool:
    """Whether a line goes on with the paragraph of the lines before it."""
    if not _is_next(group, before, line) or not _alike(before, line):
        return False
    if _starts_with_label(line) and abs(line.left - group[0].left) <= _EDGE:
        return False
    full = before.right > edges.right - 5
    if not full and _is_capital(before) != _is_capital(line):
        return False
    if _is_centred(group, line):
        return True
    right = max(edges.right, before.right) if before.right > edges.right - 40 else max(before.right, line.right)
    first_word = line.words[0].right - line.words[0].left
    if before.right + first_word + 0.3 * before.size * _MM < right - 1:
        return False
    if len(group) > 1:
        return abs(line.left - before.left) <= _EDGE
    if abs(line.left - before.left) <= _EDGE and before.left > edges.left + 5 and _ENDS.search(before.words[-1].text):
        return False
    return before.left - _INDENT <= line.left <= before.left + _EDGE or _starts_with_label(before)


def _is_next(group: Sequence[Segment], before: Segment, line: Segment) -> bool:
    """Directly below, no farther than the lines of the paragraph are from one another."""
    pitch = line.baseline - before.baseline
    if not 0.7 <= pitch / (max(before.size, line.size) * _MM) <= 2.3:
        return False
    if len(group) > 1:
        usual = median(later.baseline - sooner.baseline for sooner, later in pairwise(group))
        if pitch > usual + 0.15 * line.size * _MM:
            return False
    return line.left < before.right and line.right > before.left - _INDENT


def _alike(before: Segment, line: Segment) -> bool:
    """Type of the same size, and not one line all bold and the other not at all."""
    if abs(before.size - line.size) > 0.6:
        return False
    last, first = before.words[-1].look.face, line.words[0].look.face
    whole = all(w.look.face.bold for w in before.words) != all(w.look.face.bold for w in line.words)
    return not (whole and last.bold != first.bold)


def _starts_with_label(line: Segment) -> bool:
    return bool(LABEL.fullmatch(line.words[0].text)) and len(line.words) > 1


def _is_centred(group: Sequence[Segment], line: Segment) -> bool:
    return abs(group[-1].left - line.left) > _EDGE and all(abs(one.centre - line.centre) <= _MIDDLE for one in group)


def _is_capital(line: Segment) -> bool:
    text = "".join(word.text for word in line.words)
    return text == text.upper()
