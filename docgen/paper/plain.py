"""Plain text as a paper: what pdftotext, OCR or a word processor leaves.

Text says nothing of places except by its blanks. A character's column and line make a place on a sheet of 210 mm, true
enough to tell left from right.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from docgen.paper.errors import MOST_CHARACTERS, EmptyFileError, PaperTooLargeError
from docgen.paper.letters import legacy_letters
from docgen.paper.model import Box, Line, Paper, Paragraph, Remark, Run, Sheet, Source

_WIDTH, _PITCH, _HEIGHT = 210.0, 6.0, 5.0
#: A line goes on in the next one when it is at least so long, as part of the long lines of its page, and ends openly.
_FULL, _FEWEST_LETTERS = 0.75, 30
_CLOSED = re.compile(r"[.;:!?/]$")
_LABEL = re.compile(r"(?:[-+•*–]|\d{1,2}[.)]|[a-zđ][.)]|[IVXLC]+\.|Điều|Chương|Mục) ")
#: A sheet shows at least so many columns: shorter lines do not reach its right edge.
_FEWEST_COLUMNS = 95
_TAB = 8
_SEGMENT = re.compile(r"[^ ]+(?: [^ ]+)*")
_PAGES = re.compile("\f")
_ENDS = re.compile("\r\n|[\n\r\v\x1c-\x1e\x85\u2028\u2029]")
_NO_LETTER = re.compile("[\0-\x08\x0e-\x1b\x7f\ufeff\u200b]")


@dataclass(slots=True)
class _Piece:
    """Words of a line without a gap of two blanks; counts from 0."""

    text: str
    column: int
    row: int


def text_paper(text: str) -> Paper:
    """The paper that a text shows, one page after each form feed.

    A gap of two blanks or a tab parts columns, and every part is a paragraph of its own, in the order of the text.
    Elsewhere long lines that end openly go on in the next line.

    Raises:
        EmptyFileError: nothing but blanks.
        PaperTooLargeError: over 3 million characters.
    """
    if len(text) > MOST_CHARACTERS:
        raise PaperTooLargeError("Tệp có quá nhiều chữ", f"{MOST_CHARACTERS // 10**6} triệu ký tự")
    pages = _PAGES.split(unicodedata.normalize("NFC", _NO_LETTER.sub("", text)))
    while len(pages) > 1 and not pages[-1].strip():
        pages.pop()
    if not any(page.strip() for page in pages):
        raise EmptyFileError
    lines = [[line.expandtabs(_TAB).rstrip() for line in _ENDS.split(_wide_tabs(page))] for page in pages]
    columns = max(_FEWEST_COLUMNS, *(len(line) for page in lines for line in page))
    found: list[Paragraph] = []
    for number, page in enumerate(lines, 1):
        for group in _groups(page):
            own = tuple(Line(runs=(Run(text=piece.text),), box=_box(piece, columns)) for piece in group)
            found.append(Paragraph(number=len(found) + 1, lines=own, page=number, sheet=number - 1))
    old = legacy_letters(text, ()) is not None
    return Paper(
        source=Source.TEXT,
        paragraphs=tuple(found),
        sheets=tuple(Sheet(width=_WIDTH, height=max(297.0, len(page) * _PITCH)) for page in lines),
        pages=len(pages),
        remarks=frozenset({Remark.LEGACY_LETTERS} if old else ()),
    )


def _wide_tabs(page: str) -> str:
    """A tab always parts columns, also where it would fill one column only."""
    return page.replace("\t", " \t ")


def _groups(lines: list[str]) -> Iterator[list[_Piece]]:
    """The pieces of a page, those of one paragraph together."""
    lengths = sorted(len(line.strip()) for line in lines if line.strip())
    full = max(_FULL * lengths[int(len(lengths) * 0.9)], _FEWEST_LETTERS) if lengths else 0.0
    group: list[_Piece] = []
    for row, line in enumerate(lines):
        pieces = [_Piece(found[0], found.start(), row) for found in _SEGMENT.finditer(line) if found[0].strip()]
        if len(pieces) == 1 and group and _goes_on(group[-1], pieces[0], full):
            group += pieces
            continue
        if group:
            yield group
        yield from ([piece] for piece in pieces[:-1])
        group = pieces[-1:] if len(pieces) == 1 else []
        if len(pieces) > 1:
            yield pieces[-1:]
    if group:
        yield group


def _goes_on(before: _Piece, piece: _Piece, full: float) -> bool:
    return (
        piece.row == before.row + 1
        and len(before.text) >= full
        and not _CLOSED.search(before.text)
        and not _LABEL.match(piece.text)
    )


def _box(piece: _Piece, columns: int) -> Box:
    scale = _WIDTH / columns
    left, top = piece.column * scale, piece.row * _PITCH
    return Box(left=left, top=top, right=left + len(piece.text) * scale, bottom=top + _HEIGHT)
