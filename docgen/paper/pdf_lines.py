"""Words of a page put together into printed lines, parted where columns are.

A line here never crosses from one column into another: the two boxes of a header, the recipients and the signature,
the cells of a table each have lines of their own. Number and day that were stamped into a blank of a printed line
become part of that line.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from docgen.paper.model import Box, Line, Run
from docgen.paper.pdf_columns import columns
from docgen.paper.pdf_content import Look, PageContent, Stroke, Word

#: A gap that is a blank between words, in ems.
_SPACE = 0.13
#: Millimetres under the baseline that underlining lies at most, in the largest type.
_DEEPEST = 6.0
#: Dots and lines where something was to be written.
_LEADERS = re.compile(r"[._…‥-]{2,}")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
#: A stamped number or day is short and stands alone in its appearance.
_LONGEST_INSERT = 45


@dataclass(slots=True, kw_only=True, eq=False)
class Segment:
    """Words of one column on one printed line, from left to right."""

    words: list[Word]
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    size: float  #: points of the type that most of the letters have
    stamp: bool = False

    @property
    def centre(self) -> float:
        """Millimetres from the left edge of the page to the middle."""
        return (self.left + self.right) / 2


def segments(content: PageContent) -> list[Segment]:
    """The printed lines of a page in no order, those of stamps marked."""
    rows = _rows([word for word in content.words if word.stamp is None])
    stamped = _inserted(rows, _stamps(content.words))
    found = [_segment(words) for words in columns([row.words for row in rows], content.verticals)]
    for row in stamped:
        segment = _segment(row.words)
        segment.stamp = True
        found.append(segment)
    return found


def line(segment: Segment, lines: Sequence[Stroke] = ()) -> Line:
    """The segment as a line of the paper; words over one of the drawn ``lines`` are underlined."""
    runs: list[Run] = []
    looks = ((word.look, any(_is_under(stroke, word) for stroke in lines)) for word in segment.words)
    for (look, underlined), group in groupby(zip(looks, _pieces(segment.words), strict=True), key=lambda one: one[0]):
        runs.append(run("".join(piece for _, piece in group), look, underline=underlined))
    box = Box(left=segment.left, top=segment.top, right=segment.right, bottom=segment.bottom)
    return Line(runs=tuple(runs), box=box)


def run(text: str, look: Look, *, underline: bool | None = None) -> Run:
    """The text as a run of the paper."""
    family, bold, italic, _ = look.face
    return Run(
        text=text, font=family, size=look.size, bold=bold, italic=italic, underline=underline, colour=look.colour
    )


def underlines(strokes: Iterable[Stroke], words: Iterable[Word]) -> list[Stroke]:
    """Those of the drawn lines that underline words and are no rules of their own."""
    by_height = sorted(words, key=lambda word: word.baseline)
    heights = [word.baseline for word in by_height]
    found = []
    for stroke in strokes:
        middle = (stroke.top + stroke.bottom) / 2
        near = by_height[bisect_left(heights, middle - _DEEPEST) : bisect_right(heights, middle)]
        covered = [word for word in near if _is_under(stroke, word)]
        if covered and _spans(covered, stroke):
            found.append(stroke)
    return found


def _spans(words: Sequence[Word], stroke: Stroke) -> bool:
    slack = 0.1 * words[0].em
    return min(w.left for w in words) <= stroke.left + slack and max(w.right for w in words) >= stroke.right - slack


def _is_under(stroke: Stroke, word: Word) -> bool:
    """Within a fifth of the type below the baseline, for most of the word."""
    depth = (stroke.top + stroke.bottom) / 2 - word.baseline
    shared = min(stroke.right, word.right) - max(stroke.left, word.left)
    return 0 <= depth <= 0.2 * word.em and shared >= 0.7 * (word.right - word.left)


def _pieces(words: Sequence[Word]) -> Iterator[str]:
    """The text of each word with the blanks that follow it on the line."""
    for word, following in pairwise(words):
        yield word.text + _blanks(word, following)
    yield words[-1].text


def _blanks(word: Word, following: Word) -> str:
    gap = following.left - word.right
    if (word.stamp is None) != (following.stamp is None):
        # What was stamped fills the blanks: “Số:      /QĐ” becomes “Số: 7/QĐ”.
        return "" if following.text[0] in "/,.;-" else " "
    if word.after:
        return word.after
    return " " if gap > _SPACE * min(word.em, following.em) else ""


@dataclass(slots=True)
class _Row:
    """Words that stand on one baseline, whatever their columns; kept from left to right."""

    words: list[Word]
    lefts: list[float]
    baseline: float

    def takes(self, word: Word) -> float | None:
        """How far off the word's baseline is, None where it stands on another line.

        Baselines of scans slope, so the nearest word counts, not the first.
        """
        place = bisect_left(self.lefts, word.left)
        near = self.words[max(place - 1, 0)]
        gap = max(near.left - word.right, word.left - near.right)
        for one in self.words[place : place + 1]:
            if one.left - word.right < gap:
                gap, near = one.left - word.right, one
        off = abs(word.baseline - near.baseline)
        # A raised or lowered sign touches its word.
        reach = 0.45 * max(near.em, word.em) if gap < 0.5 * near.em else 0.3 * min(near.em, word.em)
        return off if off <= reach else None

    def before(self, word: Word) -> Word:
        """The word that stands left of a place, or the first one."""
        return self.words[max(bisect_left(self.lefts, word.left) - 1, 0)]

    def add(self, word: Word) -> None:
        place = bisect_right(self.lefts, word.left)
        self.words.insert(place, word)
        self.lefts.insert(place, word.left)
        self.baseline = word.baseline

    def drop(self, words: Sequence[Word]) -> None:
        """Take words out."""
        self.words = [one for one in self.words if one not in words]
        self.lefts = [one.left for one in self.words]


def _rows(words: Iterable[Word]) -> list[_Row]:
    rows: list[_Row] = []
    for word in sorted(words, key=lambda one: (one.baseline, one.left)):
        best, home = 0.0, None
        for row in rows[-4:]:
            if word.baseline - row.baseline > word.em and row is not rows[-1]:
                continue
            off = row.takes(word)
            if off is not None and (home is None or off < best):
                best, home = off, row
        if home is None:
            rows.append(_Row([word], [word.left], word.baseline))
        else:
            home.add(word)
    return _lowered(rows)


def _lowered(rows: Sequence[_Row]) -> list[_Row]:
    """Rows of raised signs (a note's number) put into the lines that they stand beside."""
    kept: list[_Row] = []
    for index, row in enumerate(rows):
        below = rows[index + 1 : index + 3]
        homes = [home for home in below if all(_is_raised(word, home.before(word)) for word in row.words)]
        if homes:
            for word in row.words:
                homes[0].add(word)
        else:
            kept.append(row)
    for row in kept:
        for left, word in pairwise(row.words):
            if _is_raised(word, left):
                # “NĐ-CP¹” and “m²”, not a symbol that ends in 1.
                word.text = word.text.translate(_RAISED)
    return kept


def _is_raised(word: Word, left: Word) -> bool:
    off = left.baseline - word.baseline
    return (
        word.em <= 0.75 * left.em
        and 0.15 * left.em < off <= 0.6 * left.em
        and abs(word.left - left.right) < 0.3 * left.em
    )


def _stamps(words: Iterable[Word]) -> list[list[_Row]]:
    """The rows of each appearance."""
    by_stamp: dict[int, list[Word]] = defaultdict(list)
    for word in words:
        if word.stamp is not None:
            by_stamp[word.stamp].append(word)
    return [_rows(own) for own in by_stamp.values()]


def _inserted(printed: Sequence[_Row], stamps: Iterable[list[_Row]]) -> list[_Row]:
    """Puts stamped numbers and days into the printed rows that they were stamped on; what is left, is returned."""
    left: list[_Row] = []
    for rows in stamps:
        length = sum(len(word.text) for row in rows for word in row.words)
        host = _host(printed, rows[0]) if len(rows) == 1 and length <= _LONGEST_INSERT else None
        if host is None:
            left.extend(rows)
            continue
        for word in rows[0].words:
            host.drop([one for one in host.words if _LEADERS.fullmatch(one.text) and _covers(word, one)])
            host.add(word)
    return left


def _host(printed: Sequence[_Row], row: _Row) -> _Row | None:
    """The printed row whose blank a stamp fills."""
    first, last = row.words[0], row.words[-1]
    best: tuple[float, _Row] | None = None
    for candidate in printed:
        off = abs(candidate.baseline - row.baseline)
        if off > 0.6 * first.em:
            continue
        words = [word for word in candidate.words if not _LEADERS.fullmatch(word.text)]
        place = bisect_right(words, first.left, key=lambda one: one.left)
        before = words[place - 1] if place else None
        after = words[place] if place < len(words) else None
        gaps = [first.left - before.right] if before else []
        gaps += [after.left - last.right] if after else []
        if gaps and -0.5 * first.em <= min(gaps) <= 1.5 * first.em and (best is None or off < best[0]):
            best = off, candidate
    return best[1] if best else None


def _covers(stamp: Word, printed: Word) -> bool:
    return min(stamp.right, printed.right) - max(stamp.left, printed.left) >= 0.5 * min(
        stamp.right - stamp.left, printed.right - printed.left
    )


def _segment(words: list[Word]) -> Segment:
    sizes: dict[float, int] = defaultdict(int)
    for word in words:
        sizes[word.look.size] += len(word.text)
    return Segment(
        words=words,
        left=words[0].left,
        right=max(word.right for word in words),
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
        baseline=median(word.baseline for word in words),
        size=max(sizes, key=lambda size: sizes[size]),
    )
