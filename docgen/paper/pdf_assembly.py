"""The pages of a PDF put together into one paper."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median

from docgen.paper.letters import legacy_letters
from docgen.paper.model import Box, Drawn, Line, Paper, Paragraph, Picture, Place, Remark, Rule, Sheet, Source
from docgen.paper.pdf_content import PageContent, Stroke, Word
from docgen.paper.pdf_lines import Segment, line, run, segments, underlines
from docgen.paper.pdf_order import paragraphs, reading_order

#: Text of fewer characters is no text layer; a picture that covers so much of the page is the page.
_BARE, _COVER = 25, 0.6
#: Running titles stand within so many millimetres of the paper's edge, page numbers within a few more.
_MARGIN, _NUMBER_MARGIN = 25.0, 30.0
_PAGE_NUMBER = re.compile(r"[-–—]?\s*(?:Trang\s+)?\d{1,4}(?:\s*/\s*\d{1,4})?\s*[-–—]?")
#: So many drawn lines of a page are tried as the one over its footnotes.
_MOST_NOTE_LINES = 10
_NOTE = re.compile(r"[(\[]?\d{1,3}[)\]]?|[*†]")
_DIGITS = re.compile(r"\d+")
#: Drawn pieces whose ends come so near, in millimetres, are one line.
_TOUCH = 0.6


@dataclass(slots=True)
class _Page:
    """One page, its lines in reading order."""

    number: int
    content: PageContent
    body: list[Segment]
    stamps: list[Segment]
    rules: list[Stroke]
    borders: list[Stroke]  #: those of the rules that a table draws
    underlines: list[Stroke]


def paper(contents: Iterable[PageContent]) -> Paper:
    """The paper that these pages make; each page is worked up before the next is asked for."""
    pages = [_page(number, content) for number, content in enumerate(contents, 1)]
    running = _running_titles(pages)
    found: list[Paragraph] = []
    for page in pages:
        for place, lines in _placed(page, running):
            found.append(
                Paragraph(number=len(found) + 1, lines=lines, place=place, page=page.number, sheet=page.number - 1)
            )
    bare = tuple(page.number for page in pages if _is_bare(page.content))
    return Paper(
        source=Source.PDF,
        paragraphs=tuple(found),
        sheets=tuple(Sheet(width=page.content.width, height=page.content.height) for page in pages),
        rules=tuple(rule for page in pages for rule in _rules(page)),
        pictures=tuple(picture for page in pages for picture in _pictures(page)),
        pages=len(pages),
        remarks=frozenset(_remarks([page.content for page in pages], bare)),
        bare_pages=bare,
    )


def _page(number: int, content: PageContent) -> _Page:
    found = segments(content)
    body = [one for one in found if not one.stamp]
    strokes = _whole(content.horizontals)
    words = [word for segment in body for word in segment.words]
    lines = underlines(strokes, words)
    lined = set(lines)
    rules = [stroke for stroke in strokes if stroke not in lined]
    borders = [stroke for stroke in rules if _is_border(stroke, content.verticals)]
    stamps = reading_order([one for one in found if one.stamp])
    ordered = reading_order(body, [stroke.top for stroke in borders])
    return _Page(number, content, ordered, stamps, rules, borders, lines)


def _placed(page: _Page, running: frozenset[str]) -> Iterator[tuple[Place, tuple[Line, ...]]]:
    """The paragraphs of a page in order: running titles, text, stamps, text that is turned."""
    top, bottom = _edges(page, running)
    rest = _without(page.body, top, bottom)
    notes = _notes(page, rest)
    body = _without(rest, notes)
    parts = (
        (Place.HEADER, top),
        (Place.BODY, body),
        (Place.NOTE, notes),
        (Place.FOOTER, bottom),
        (Place.STAMP, page.stamps),
    )
    for place, ordered in parts:
        for group in paragraphs(ordered):
            yield place, tuple(line(segment, page.underlines) for segment in group)
    for place, own in _turned(page.content.turned):
        yield place, (own,)


def _without(lines: Sequence[Segment], *others: Sequence[Segment]) -> list[Segment]:
    gone = {one for other in others for one in other}
    return [one for one in lines if one not in gone]


def _notes(page: _Page, lines: Sequence[Segment]) -> list[Segment]:
    """Footnotes: small type under a drawn line at the foot of the page, the first of them marked."""
    borders = set(page.borders)
    candidates = [rule for rule in page.rules if rule not in borders and rule.top > page.content.height / 3]
    for rule in candidates[:_MOST_NOTE_LINES]:
        below = [one for one in lines if one.baseline > rule.top]
        if not below or len(below) == len(lines) or rule.left > min(one.left for one in below) + 3:
            continue
        usual = median(one.size for one in lines if one.baseline <= rule.top)
        first = min(below, key=lambda one: one.baseline)
        if max(one.size for one in below) < usual - 1 and _NOTE.match(first.words[0].text):
            return below
    return []


def _edges(page: _Page, running: frozenset[str]) -> tuple[list[Segment], list[Segment]]:
    """The lines of a page that stand in its top and its bottom margin."""
    if not page.body:
        return [], []
    first, last = min(one.baseline for one in page.body), max(one.baseline for one in page.body)
    high = page.content.height
    top = [one for one in page.body if _is_running(one, running, one.bottom, abs(one.baseline - first))]
    bottom = [one for one in page.body if _is_running(one, running, high - one.top, abs(one.baseline - last))]
    return top, _without(bottom, top)


def _is_running(segment: Segment, running: frozenset[str], depth: float, inward: float) -> bool:
    """``depth`` is how far the line reaches into the page, ``inward`` how far it is from the outermost line."""
    if depth > _NUMBER_MARGIN:
        return False
    text = line(segment).text.strip()
    if depth <= _MARGIN and _DIGITS.sub("#", text) in running:
        return True
    return inward < 1 and bool(_PAGE_NUMBER.fullmatch(text))


def _running_titles(pages: Sequence[_Page]) -> frozenset[str]:
    """What stands in the margin of more than one page, its digits masked."""
    seen: Counter[str] = Counter()
    for page in pages:
        margin = {
            _DIGITS.sub("#", line(one).text.strip())
            for one in page.body
            if one.bottom <= _MARGIN or one.top >= page.content.height - _MARGIN
        }
        seen.update(margin)
    return frozenset(text for text, times in seen.items() if times > max(1, len(pages) // 3))


def _turned(words: Sequence[Word]) -> Iterator[tuple[Place, Line]]:
    """Text that is not level, a line for words of one look that follow one another."""
    for (look, stamp), group in groupby(words, key=lambda word: (word.look, word.stamp)):
        own = list(group)
        box = Box(
            left=min(word.left for word in own),
            top=min(word.top for word in own),
            right=max(word.right for word in own),
            bottom=max(word.bottom for word in own),
        )
        text = "".join(word.text + (word.after or " ") for word in own).strip()
        yield (Place.FRAME if stamp is None else Place.STAMP), Line(runs=(run(text, look),), box=box)


def _whole(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Level lines, those that continue or cover one another joined; tables draw a piece for each cell."""
    joined: list[Stroke] = []
    for stroke in sorted(strokes, key=lambda one: (round(one.top), one.left)):
        last = joined[-1] if joined else None
        if last and abs(stroke.top - last.top) <= 0.3 and stroke.left <= last.right + _TOUCH:
            right, bottom = max(last.right, stroke.right), max(last.bottom, stroke.bottom)
            joined[-1] = replace(last, right=right, bottom=bottom)
        else:
            joined.append(stroke)
    return joined


def _is_border(stroke: Stroke, uprights: Sequence[Stroke]) -> bool:
    """Whether an upright line meets the line: then both belong to a table or frame."""
    return any(
        stroke.left - 1 <= one.left <= stroke.right + 1 and one.top - 1 <= stroke.top <= one.bottom + 1
        for one in uprights
    )


def _rules(page: _Page) -> Iterator[Rule]:
    borders = set(page.borders)
    for stroke in page.rules:
        drawn = Drawn.BORDER if stroke in borders else Drawn.SHAPE
        yield _rule(page, stroke, drawn)
    for stroke in page.underlines:
        yield _rule(page, stroke, Drawn.UNDERLINE)


def _rule(page: _Page, stroke: Stroke, drawn: Drawn) -> Rule:
    width, top = stroke.right - stroke.left, (stroke.top + stroke.bottom) / 2
    return Rule(width=width, drawn=drawn, page=page.number, left=stroke.left, top=top, dashed=stroke.dashed)


def _pictures(page: _Page) -> Iterator[Picture]:
    for image in page.content.images:
        box = image.box
        height = box.bottom - box.top
        yield Picture(width=box.width, height=height, page=page.number, box=box, stamp=image.stamp)


def _cover(content: PageContent) -> float:
    """Which part of the page its own pictures cover, strips of one scan added up."""
    area = sum(one.box.width * (one.box.bottom - one.box.top) for one in content.images if not one.stamp)
    return area / max(content.width * content.height, 1.0)


def _letters(content: PageContent) -> int:
    return sum(len(word.text) for word in content.words if word.stamp is None)


def _is_bare(content: PageContent) -> bool:
    return _letters(content) < _BARE and _cover(content) >= _COVER


def _is_recognised(content: PageContent) -> bool:
    """Letters that nobody sees or that recognition made up, or letters under the picture that covers the page."""
    letters = _letters(content)
    if letters < _BARE:
        return False
    own = [word for word in content.words if word.stamp is None]
    if sum(len(word.text) for word in own if word.look.invisible or word.look.face.recognised) > 0.5 * letters:
        return True
    first_text, images = content.first_text, content.images
    return _cover(content) >= _COVER and first_text is not None and min(one.order for one in images) > first_text


def _remarks(contents: Sequence[PageContent], bare: Sequence[int]) -> Iterator[Remark]:
    if bare:
        yield Remark.SCANNED
    if any(_is_recognised(content) for content in contents):
        yield Remark.RECOGNISED
    words = [word for content in contents for word in content.words if not word.look.invisible]
    fonts = {word.look.face.family or "" for word in words}
    if legacy_letters(" ".join(word.text for word in words), fonts):
        yield Remark.LEGACY_LETTERS
