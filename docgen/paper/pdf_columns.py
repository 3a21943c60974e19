"""Words on one baseline parted where one column ends and another begins.

A wide gap parts columns by itself, a drawn upright line too. A narrow one does only when its neighbours bear it out,
because a blank for a number, a tab after a label and a stretched line leave gaps of the same width.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from docgen.paper.pdf_content import Stroke, Word

#: A gap of so many ems may part columns; where a line is stretched, so many times its usual gap.
_GAP, _STRETCH = 0.6, 1.8
#: So many millimetres part columns always; after a word that something is left blank behind, so many.
_WIDE, _BLANK = 15.0, 22.0
_BLANK_EM = 0.25
#: Neighbours are lines no farther away than this; gaps of one column share so much, middles differ by no more.
_NEIGHBOUR, _SHARED, _MIDDLE = 15.0, 1.5, 2.0
#: No line of a paper has more columns.
_MOST_PARTS = 100
#: After a label or a colon the text begins at a tab stop, after these words a day or number is left blank.
LABEL = re.compile(r"[-+•▪*–—➢✓○]|\d{1,2}(\.\d{1,2})*[.)]?|[a-zđA-ZĐ][.)]|[IVXLC]+[.)]?|\(\w{1,2}\)|Điều|Khoản")
_OPEN = re.compile(r".*:|[Ss]ố|[Nn]gày|[Tt]háng|[Nn]ăm|/")


@dataclass(slots=True)
class _Part:
    """Words of a row up to the next gap that may part columns."""

    words: list[Word]
    sure: bool = False  #: whether the gap before it parts columns for certain

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return self.words[-1].right

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def columns(rows: Iterable[Sequence[Word]], uprights: Iterable[Stroke]) -> Iterator[list[Word]]:
    """The words of each row from left to right, a list for each column that it crosses; rows are sorted from the top.

    Empty rows are none.
    """
    standing = _Uprights(uprights)
    parted = [(row[0].baseline, _parts(row, standing)) for row in rows if row]
    heights = [baseline for baseline, _ in parted]
    for index, (baseline, parts) in enumerate(parted):
        if len(parts) == 1 or len(parts) > _MOST_PARTS:
            yield from (part.words for part in parts)
            continue
        first, last = bisect_left(heights, baseline - _NEIGHBOUR), bisect_right(heights, baseline + _NEIGHBOUR)
        neighbours = [own for place, (_, own) in enumerate(parted[first:last], first) if place != index]
        yield from _joined(parts, neighbours)


def _parts(row: Sequence[Word], uprights: _Uprights) -> list[_Part]:
    spaces = [gap for left, right in pairwise(row) if (gap := right.left - left.right) > 0]
    stretch = _STRETCH * median(spaces) if len(spaces) > 1 else 0.0
    parts = [_Part([row[0]])]
    for left, right in pairwise(row):
        gap = right.left - left.right
        if uprights and uprights.between(left, right):
            parts.append(_Part([right], sure=True))
        elif gap > _GAP * left.em and _may_part(parts[-1], left, right, gap, stretch):
            parts.append(_Part([right], sure=gap > _WIDE))
        else:
            parts[-1].words.append(right)
    return parts


def _may_part(part: _Part, left: Word, right: Word, gap: float, stretch: float) -> bool:
    stamped = (left.stamp is None) != (right.stamp is None)
    label = len(part.words) <= 2 and LABEL.fullmatch(part.words[0].text)
    if gap <= _WIDE and (stamped or label):
        return False
    if gap <= _BLANK and _OPEN.fullmatch(left.text):
        return False
    unwritten = gap - _BLANK_EM * left.em * bool(left.after)
    return unwritten > max(_GAP * left.em, stretch)


def _joined(parts: Sequence[_Part], neighbours: Sequence[Sequence[_Part]]) -> Iterator[list[Word]]:
    """The parts, those put together again whose gap no neighbour bears out."""
    words = list(parts[0].words)
    for left, right in pairwise(parts):
        if right.sure or any(_bears_out(left, right, neighbour) for neighbour in neighbours):
            yield words
            words = []
        words.extend(right.words)
    yield words


def _bears_out(left: _Part, right: _Part, neighbour: Sequence[_Part]) -> bool:
    """Whether a neighbouring line has a gap at the same place, or stands in one of the two columns, centred alike."""
    for one, other in pairwise(neighbour):
        if min(right.left, other.left) - max(left.right, one.right) >= _SHARED:
            return True
    return any(
        (one.right <= right.left and abs(one.centre - left.centre) <= _MIDDLE)
        or (one.left >= left.right and abs(one.centre - right.centre) <= _MIDDLE)
        for one in neighbour
    )


class _Uprights:
    """The upright lines of a page, asked whether one stands between two words."""

    def __init__(self, strokes: Iterable[Stroke]) -> None:
        self._strokes = sorted(strokes, key=lambda stroke: stroke.left)
        self._lefts = [stroke.left for stroke in self._strokes]

    def __bool__(self) -> bool:
        return bool(self._strokes)

    def between(self, left: Word, right: Word) -> bool:
        middle = left.baseline - 0.3 * left.em
        first, last = bisect_left(self._lefts, left.right - 0.5), bisect_right(self._lefts, right.left + 0.5)
        return any(stroke.top <= middle <= stroke.bottom for stroke in self._strokes[first:last])
