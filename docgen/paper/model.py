"""What a paper shows, whatever program wrote it: paragraphs, lines, runs, drawn rules, pictures, sheets.

A Word file says how its paragraphs are laid out and seldom where they land; a PDF says where every character stands
and nothing of paragraphs; plain text says neither. ``None`` always means "this file does not say", never "no".

Lengths are millimetres, sizes of type and gaps between paragraphs points. Text is in NFC, no-break spaces kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Source(StrEnum):
    """What kind of file a paper was read from."""

    #: .docx and its macro-bearing or template cousins
    WORD = "docx"
    #: .pdf
    PDF = "pdf"
    #: .txt in UTF-8, as pdftotext, OCR or a word processor leaves it
    TEXT = "text"


class Place(StrEnum):
    """Which part of the file a paragraph comes from."""

    #: the running text, tables included
    BODY = "body"
    #: the top margin: where page numbers belong
    HEADER = "header"
    #: the bottom margin
    FOOTER = "footer"
    #: a text box or a frame, out of the running text
    FRAME = "frame"
    #: the appearance of a signature or stamp laid over the page of a PDF
    STAMP = "stamp"
    #: a footnote or endnote
    NOTE = "note"


class Alignment(StrEnum):
    """How the lines of a paragraph stand between its indents."""

    #: lề trái
    LEFT = "left"
    #: giữa
    CENTER = "center"
    #: lề phải
    RIGHT = "right"
    #: đều hai bên
    JUSTIFIED = "justified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle on a page, from the page's upper left corner as it is read (after rotation)."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Millimetres from side to side."""
        return self.right - self.left

    @property
    def centre(self) -> float:
        """Millimetres from the left edge of the page to the middle of the box."""
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters that look the same."""

    text: str
    font: str | None = None  #: family as declared, without subset prefix and style: ``Times New Roman``
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    colour: str | None = None  #: ``000000``; Word's ``auto`` is black


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line as it stands: in a PDF a printed line, in Word what lies between two hard breaks."""

    runs: tuple[Run, ...]
    box: Box | None = None

    @property
    def text(self) -> str:
        """The line's characters."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a Word paragraph is set, after styles, defaults and direct settings are put together."""

    alignment: Alignment
    first_line: float  #: millimetres; negative for a hanging first line
    left: float  #: indent from the margin
    right: float
    before: float  #: points
    after: float
    spacing: float | None  #: multiple of single line spacing
    exact: float | None = None  #: points, where line spacing is fixed ("exactly"); then ``spacing`` is None
    style: str = ""  #: name of the paragraph style
    same_style_gap: bool = True  #: False: no gap between paragraphs of one style (contextual spacing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """Where in a table a paragraph stands; counts from 0."""

    table: int
    row: int
    column: int
    columns: int  #: cells in the row
    bordered: bool  #: whether the table draws lines
    left: float | None = None  #: millimetres from the margin to the cell's left edge
    width: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph (*đoạn*); in a PDF a guess from lines that belong together."""

    number: int  #: from 1, in reading order, empty ones and those in tables counted
    lines: tuple[Line, ...]
    place: Place = Place.BODY
    layout: Layout | None = None
    cell: Cell | None = None
    page: int | None = None  #: from 1
    sheet: int = 0  #: index in ``Paper.sheets``
    label: str = ""  #: number that the program sets before it (``Điều 1.``, ``a)``); not in ``lines``

    @property
    def text(self) -> str:
        """Label and lines, hard breaks as newlines."""
        text = "\n".join(line.text for line in self.lines)
        return f"{self.label} {text}" if self.label else text


class Drawn(StrEnum):
    """How a rule (*đường kẻ*) was made."""

    #: a line shape, or a path in a PDF
    SHAPE = "shape"
    #: a border of a paragraph or of a table cell
    BORDER = "border"
    #: a row of ``_`` or ``-`` characters
    CHARACTERS = "characters"
    #: underlined text
    UNDERLINE = "underline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A horizontal line on the page."""

    width: float  #: millimetres
    drawn: Drawn
    paragraph: int | None = None  #: number of the paragraph that it hangs on, in Word
    page: int | None = None
    left: float | None = None  #: millimetres from the page's left edge
    top: float | None = None
    dashed: bool = False
    double: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """An image as it is placed, not as it was stored."""

    width: float
    height: float
    paragraph: int | None = None
    page: int | None = None
    box: Box | None = None
    stamp: bool = False  #: part of a signature's appearance


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumbers:
    """How a Word section numbers its pages."""

    place: Place  #: header or footer
    alignment: Alignment
    first_shown: bool  #: whether the section's first page shows one
    arabic: bool
    start: int | None  #: None: goes on from the section before
    paragraph: int  #: number of the paragraph that prints it


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A Word section, or one page of a PDF."""

    width: float
    height: float
    top: float | None = None  #: margins; a PDF does not say
    bottom: float | None = None
    left: float | None = None
    right: float | None = None
    numbers: PageNumbers | None = None  #: Word only; the pages of a PDF have them as paragraphs in HEADER or FOOTER


class Remark(StrEnum):
    """What a reader of the results must know of the file."""

    #: at least one page is a picture without text
    SCANNED = "scanned"
    #: the text was recognised from a scan (invisible letters over a picture)
    RECOGNISED = "recognised"
    #: text in VNI or TCVN3 letters, which no check can read
    LEGACY_LETTERS = "legacy-letters"
    #: tracked changes; read as if all were accepted
    TRACKED_CHANGES = "tracked-changes"
    #: macros; never run
    MACROS = "macros"
    #: more than one paper in the file
    SEVERAL = "several"


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A whole file as it is read."""

    source: Source
    paragraphs: tuple[Paragraph, ...]
    sheets: tuple[Sheet, ...] = ()
    rules: tuple[Rule, ...] = ()
    pictures: tuple[Picture, ...] = ()
    pages: int | None = None
    remarks: frozenset[Remark] = frozenset()
    bare_pages: tuple[int, ...] = ()  #: pages that are only a picture

    @cached_property
    def text(self) -> str:
        """The running text, a paragraph a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs if paragraph.place is Place.BODY)

    def of(self, *places: Place) -> Iterator[Paragraph]:
        """Paragraphs that stand in one of these parts."""
        return (paragraph for paragraph in self.paragraphs if paragraph.place in places)
