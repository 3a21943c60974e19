"""Numbers that Word sets before paragraphs: what a list level looks like, and which number comes next.

Source: ECMA-376, part 1, 17.9.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from docgen.paper.word_fonts import seen
from docgen.paper.word_properties import ParagraphProperties, paragraph_properties
from docgen.paper.word_xml import VAL, Element, W, on, whole

_PLACEHOLDER = re.compile(r"%([1-9])")
_ROMAN = [(1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl")]
_ROMAN += [(10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
#: Numbers beyond this are set as digits: no document counts so far, and Roman numbers would grow without end.
_MOST_SPELLED = 3_999
#: Word has nine levels, and labels of a few letters.
_LEVELS = range(9)
_LONGEST_LABEL = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One level of a list."""

    format: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None  #: after which level it begins anew, from 1; 0 never; None after any higher one
    digits: bool = False  #: whether the numbers of all levels are set as digits
    style: str = ""  #: paragraph style that is tied to the level
    paragraph: ParagraphProperties = field(default_factory=lambda: ParagraphProperties())


@dataclass(slots=True)
class _List:
    """A ``w:num``: an abstract list with levels of its own."""

    abstract: int
    levels: dict[int, Level]
    starts: dict[int, int]  #: levels that begin anew when this list is first used


class Numbering:
    """The lists of one file and where their counts stand: ask for the labels in the order of the paragraphs."""

    def __init__(self, root: Element | None) -> None:
        self._lists: dict[int, _List] = {}
        self._counts: dict[int, dict[int, int]] = {}
        self._begun: set[int] = set()
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        abstracts = {whole(e.get(f"{W}abstractNumId")): e for e in root.iterchildren(f"{W}abstractNum")}
        by_style = {_value(e, "styleLink"): e for e in abstracts.values() if _value(e, "styleLink")}
        known: dict[int, dict[int, Level]] = {}
        for num in root.iterchildren(f"{W}num"):
            number, abstract = whole(num.get(f"{W}numId")), whole(_value(num, "abstractNumId"))
            element = abstracts.get(abstract)
            if number is None or abstract is None or element is None:
                continue
            if abstract not in known:
                known[abstract] = _levels(by_style.get(_value(element, "numStyleLink"), element))
            self._lists[number] = _overridden(num, abstract, known[abstract])

    def indents(self, number: int, level: int) -> ParagraphProperties:
        """Properties that a level gives to its paragraphs."""
        found = self._lists.get(number)
        return found.levels[level].paragraph if found and level in found.levels else {}

    def indents_of_style(self, style: ParagraphProperties) -> ParagraphProperties:
        """Properties that the list of a paragraph style gives; nothing when it has none."""
        return self.indents(style["list"], style.get("level", 0)) if "list" in style else {}

    def label(self, paragraph: ParagraphProperties, style_id: str) -> str:
        """The next label for a paragraph with these properties; empty when it is in no list. Counts on."""
        number = paragraph.get("list", 0)
        found = self._lists.get(number)
        if found is None:
            return ""
        tied = next((at for at, level in found.levels.items() if level.style and level.style == style_id), 0)
        depth = paragraph.get("level", tied)
        level = found.levels.get(depth)
        if level is None:
            return ""
        counts = self._counted(number, found, depth, level)
        if level.format == "bullet":
            return seen(level.text)
        return _PLACEHOLDER.sub(lambda match: _number(found, level, counts, int(match[1]) - 1), level.text)

    def _counted(self, number: int, found: _List, depth: int, level: Level) -> dict[int, int]:
        counts = self._counts.setdefault(found.abstract, {})
        if number not in self._begun:
            self._begun.add(number)
            for at, start in found.starts.items():
                counts[at] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [at for at in counts if at > depth]:
            after = found.levels[deeper].restart if deeper in found.levels else None
            if after is None or (after and depth < after):
                del counts[deeper]
        return counts


def _number(found: _List, level: Level, counts: dict[int, int], at: int) -> str:
    other = found.levels.get(at, Level())
    return spelled(counts.get(at, other.start), "decimal" if level.digits else other.format)


def spelled(number: int, format: str) -> str:
    """A number as a list sets it: ``spelled(4, "lowerRoman") == "iv"``; formats of other scripts as digits."""
    if format == "none":
        return ""
    spell = _SPELLINGS.get(format)
    return spell(number) if spell and 0 < number <= _MOST_SPELLED else str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _letter(number: int) -> str:
    """Word repeats the letter after z: ``aa``, ``bb``."""
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


_SPELLINGS: dict[str, Callable[[int], str]] = {
    "lowerLetter": _letter,
    "upperLetter": lambda number: _letter(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "decimalZero": lambda number: f"{number:02d}",
    "numberInDash": lambda number: f"- {number} -",
}


def _overridden(num: Element, abstract: int, levels: dict[int, Level]) -> _List:
    own, starts = dict(levels), {}
    for override in num.iterchildren(f"{W}lvlOverride"):
        at = whole(override.get(f"{W}ilvl"))
        if at is None or at not in _LEVELS:
            continue
        element, start = override.find(f"{W}lvl"), whole(_value(override, "startOverride"))
        if element is not None:
            own[at] = _level(element)
        if start is not None:
            starts[at] = start
            own[at] = replace(own.get(at, Level()), start=start)
    return _List(abstract, own, starts)


def _levels(abstract: Element) -> dict[int, Level]:
    levels = ((whole(element.get(f"{W}ilvl")), element) for element in abstract.iterchildren(f"{W}lvl"))
    return {at: _level(element) for at, element in levels if at in _LEVELS and at is not None}


def _level(element: Element) -> Level:
    start, legal = whole(_value(element, "start")), element.find(f"{W}isLgl")
    return Level(
        format=_value(element, "numFmt") or "decimal",
        text=_value(element, "lvlText")[:_LONGEST_LABEL],
        start=1 if start is None else start,
        restart=whole(_value(element, "lvlRestart")),
        digits=legal is not None and on(legal),
        style=_value(element, "pStyle"),
        paragraph=paragraph_properties(element.find(f"{W}pPr")),
    )


def _value(element: Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(VAL, "")
