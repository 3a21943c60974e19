"""The content of a paragraph: its lines as they are seen, and what hangs on it that is no text.

Tracked insertions count, deletions do not; of a field only its result is text.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from enum import Enum, auto

from docgen.paper.model import Line, Run
from docgen.paper.word_fonts import Theme, seen, symbol
from docgen.paper.word_properties import RunProperties, run_properties
from docgen.paper.word_styles import NO_TABLE, Styles, TableLook
from docgen.paper.word_xml import ALTERNATES, MATH, TEXT_BOX, Element, W, branch


class Turn(Enum):
    """What decides on which page a paragraph stands, in the order of the paragraph."""

    #: where Word last began a page by itself
    RENDERED = auto()
    #: a page break that somebody set
    SET = auto()
    #: words that are seen
    WORDS = auto()


@dataclass(slots=True)
class Content:
    """What was found in one paragraph."""

    lines: tuple[Line, ...] = ()
    drawings: list[Element] = field(default_factory=list)  #: ``w:drawing``, ``w:pict``, ``w:object``
    turns: list[Turn] = field(default_factory=list)
    field_codes: list[str] = field(default_factory=list)
    tabs_before_page: int = 0  #: tabulators before the page number, where there is one


class Fields:
    """How deep in fields the text of a story is; a field may run over many paragraphs."""

    def __init__(self, root: Element) -> None:
        marks = [mark.get(f"{W}fldCharType") for mark in root.iter(f"{W}fldChar")]
        # A field that nobody closed must not swallow the rest of the document.
        self._sound = marks.count("begin") == marks.count("end")
        self._in_result: list[bool] = []

    def mark(self, kind: str | None) -> None:
        """Take note of a ``w:fldChar``."""
        if not self._sound:
            return
        if kind == "begin":
            self._in_result.append(False)
        elif kind == "separate" and self._in_result:
            self._in_result[-1] = True
        elif kind == "end" and self._in_result:
            self._in_result.pop()

    @property
    def hidden(self) -> bool:
        """Whether text at this point belongs to a field code."""
        return not all(self._in_result)


#: Parts of a paragraph that are never text of the page.
_PASSED_OVER = frozenset(
    f"{W}{name}"
    for name in ("pPr", "rPr", "del", "moveFrom", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "delText", "rt")
) | {TEXT_BOX, f"{MATH}rPr", f"{MATH}ctrlPr"}
_DRAWINGS = frozenset(f"{W}{name}" for name in ("drawing", "pict", "object"))
#: Pieces of a run that are one sign each.
_SIGNS = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-"}
_TEXTS = frozenset({f"{W}t", f"{MATH}t"})
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Reader:
    """Reads the paragraphs of one story (body, one header, the notes) in order."""

    def __init__(self, root: Element, styles: Styles, theme: Theme) -> None:
        self._styles = styles
        self._theme = theme
        self._fields = Fields(root)

    def content(self, paragraph: Element, style_id: str, table: TableLook = NO_TABLE) -> Content:
        """What a ``w:p`` holds, text boxes left out."""
        reading = _Reading(self._styles, self._theme, self._fields, style_id, table)
        reading.walk(paragraph, None)
        return reading.done()


class _Reading:
    """One paragraph while it is read."""

    def __init__(self, styles: Styles, theme: Theme, fields: Fields, style_id: str, table: TableLook) -> None:
        self._styles = styles
        self._theme = theme
        self._fields = fields
        self._style_id = style_id
        self._table = table
        self._found = Content()
        self._plain = styles.run({}, style_id, table)
        self._lines: list[list[Run]] = [[]]
        self._tabs = 0

    def done(self) -> Content:
        """What was found; a paragraph without any sign has no line."""
        if not self._lines[-1]:
            self._lines.pop()
        self._found.lines = tuple(Line(runs=tuple(_joined(runs))) for runs in self._lines)
        return self._found

    def walk(self, element: Element, look: RunProperties | None) -> None:
        """Read the children of an element; ``look`` is that of the run around it."""
        for child in element:
            tag = child.tag
            if tag in _TEXTS:
                self._text(child, look)
            elif tag == f"{W}r":
                own = child.find(f"{W}rPr")
                run = self._plain if own is None else self._look(own)
                self.walk(child, run)
            elif tag in _PASSED_OVER:
                continue
            elif tag == ALTERNATES:
                chosen = branch(child)
                if chosen is not None:
                    self.walk(chosen, look)
            elif tag in _DRAWINGS:
                self._found.drawings.append(child)
            else:
                self._other(child, look)

    def _look(self, own: Element) -> RunProperties:
        return self._styles.run(run_properties(own, self._theme), self._style_id, self._table)

    def _other(self, child: Element, look: RunProperties | None) -> None:
        match str(child.tag).removeprefix(W):
            case "tab" | "ptab" | "noBreakHyphen":
                self._add(_SIGNS[str(child.tag)], look)
            case "br" | "cr":
                self._break(child)
            case "sym":
                self._add(symbol(child.get(f"{W}char", "")), look)
            case "fldChar":
                self._fields.mark(child.get(f"{W}fldCharType"))
            case "instrText":
                self._code(child.text or "")
            case "fldSimple":
                self._code(child.get(f"{W}instr", ""))
                self.walk(child, look)
            case "pgNum":
                self._code(" PAGE ")
            case "lastRenderedPageBreak":
                self._found.turns.append(Turn.RENDERED)
            case _:
                if len(child):
                    self.walk(child, look)

    def _code(self, code: str) -> None:
        if not self._found.field_codes:
            self._found.tabs_before_page = self._tabs
        self._found.field_codes.append(code)

    def _break(self, element: Element) -> None:
        if self._fields.hidden:
            return
        if element.get(f"{W}type") in ("page", "column"):
            if element.get(f"{W}type") == "page":
                self._found.turns.append(Turn.SET)
            if not self._lines[-1]:
                return
        self._lines.append([])

    def _text(self, element: Element, look: RunProperties | None) -> None:
        text = element.text or ""
        if element.get(_XML_SPACE) != "preserve":
            text = text.strip(" \t\r\n")
        self._add(text.replace("\r", " ").replace("\n", " "), look)

    def _add(self, text: str, look: RunProperties | None) -> None:
        look = look or self._plain
        if not text or self._fields.hidden or look.get("hidden"):
            return
        self._tabs += text.count("\t")
        if not text.isspace():
            self._found.turns.append(Turn.WORDS)
        shown = seen(text)
        if look.get("caps") or look.get("small_caps"):
            shown = shown.upper()
        self._lines[-1].extend(_runs(shown, look))


def _runs(text: str, look: RunProperties) -> list[Run]:
    """One run, or several where letters beyond ASCII have a font of their own."""
    if look.get("is_complex"):
        size = look.get("complex_size", look.get("size"))
        return [_run(text, look, look.get("complex") or look.get("hansi"), size)]
    ascii_font, other_font, size = look.get("ascii"), look.get("hansi"), look.get("size")
    if ascii_font == other_font or text.isascii():
        return [_run(text, look, ascii_font, size)]
    runs: list[Run] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or text[end].isascii() != text[start].isascii():
            runs.append(_run(text[start:end], look, ascii_font if text[start].isascii() else other_font, size))
            start = end
    return runs


def _run(text: str, look: RunProperties, font: str | None, size: float | None) -> Run:
    return Run(
        text=text,
        font=font,
        size=size,
        bold=look.get("bold", False),
        italic=look.get("italic", False),
        underline=look.get("underline", False),
        colour=look.get("colour"),
    )


def _joined(runs: list[Run]) -> list[Run]:
    """The runs with equal neighbours put together, in NFC."""
    joined: list[Run] = []
    texts: list[list[str]] = []
    for run in runs:
        if joined and _alike(joined[-1], run):
            texts[-1].append(run.text)
        else:
            joined.append(run)
            texts.append([run.text])
    return [_with(run, unicodedata.normalize("NFC", "".join(text))) for run, text in zip(joined, texts, strict=True)]


def _alike(one: Run, other: Run) -> bool:
    return (one.font, one.size, one.bold, one.italic, one.underline, one.colour) == (
        other.font, other.size, other.bold, other.italic, other.underline, other.colour
    )  # fmt: skip


def _with(run: Run, text: str) -> Run:
    return Run(
        text=text,
        font=run.font,
        size=run.size,
        bold=run.bold,
        italic=run.italic,
        underline=run.underline,
        colour=run.colour,
    )
