"""The line of address at the foot of page 1 (box 13), which is no part of the running text.

A Word file keeps it in its footer; in a PDF it is the last lines of page 1, under a rule or smaller than the text.
Source: NĐ 30/2020, PL I, P.I, III.4 and IV.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from docgen.paper.model import Line, Paper, Paragraph, Place, Source
from docgen.read.elements import Piece

_ADDRESS = re.compile(
    r"^\W*(?:địa chỉ|trụ sở|số điện thoại|điện thoại|đt|fax|email|e-mail|thư điện tử|website|trang thông tin điện tử)"
    r"\s*[:.]|\bsố (?:nhà )?\d+\w*,? (?:đường|phố|ngõ)\b",
    re.IGNORECASE,
)
_FOOT = 45.0  #: millimetres above the edge of the sheet that may hold the address
_RULE = 100.0  #: millimetres, shorter rules part footnotes from the text
_SMALL = 12.5  #: points; the text is set in 13 or 14


def contact_of(paper: Paper) -> tuple[Piece, ...]:
    """The lines of box 13 in reading order; empty where page 1 shows none."""
    if paper.source is Source.PDF and (lines := _foot_of_page(paper)):
        return lines
    footer = [
        Piece(text=line.text.strip(), paragraph=paragraph, line=line)
        for paragraph in paper.of(Place.FOOTER)
        if paragraph.page in (None, 1)
        for line in paragraph.lines
        if any(map(str.isalpha, line.text))
    ]
    return tuple(footer[_first_address(footer) :])


def _first_address(pieces: Sequence[Piece]) -> int:
    """Index of the first line that says where an office is to be found; the end where none does."""
    return next((at for at, piece in enumerate(pieces) if _ADDRESS.search(piece.text)), len(pieces))


def _foot_of_page(paper: Paper) -> tuple[Piece, ...]:
    """The last lines of page 1 of a PDF, where they are an address that a rule or smaller type parts from the text."""
    if not paper.sheets:
        return ()
    above = paper.sheets[0].height - _FOOT
    lines = [
        (line.box.top, paragraph, line)
        for paragraph in paper.of(Place.BODY, Place.FRAME, Place.FOOTER)
        if paragraph.page == 1
        for line in paragraph.lines
        if line.box and line.box.top > above and any(map(str.isalpha, line.text))
    ]
    lines.sort(key=lambda item: item[0])
    pieces = [Piece(text=line.text.strip(), paragraph=paragraph, line=line) for _, paragraph, line in lines]
    first = _first_address(pieces)
    if first == len(pieces) or not (_under_rule(paper, pieces[first].line) or _is_small(pieces[first:])):
        return ()
    return tuple(pieces[first:])


def _under_rule(paper: Paper, line: Line) -> bool:
    """Whether a rule from margin to margin stands right above the line."""
    top = line.box.top if line.box else 0.0
    return any(
        rule.page == 1 and rule.width >= _RULE and rule.top is not None and 0 <= top - rule.top < 6
        for rule in paper.rules
    )


def _is_small(pieces: Sequence[Piece]) -> bool:
    sizes = [run.size for piece in pieces for run in piece.line.runs if run.text.strip()]
    return all(size is not None and size <= _SMALL for size in sizes)


def without(pieces: Sequence[Piece], paragraph: Paragraph) -> tuple[Line, ...]:
    """The lines of a paragraph that none of the pieces is."""
    taken = {id(piece.line) for piece in pieces}
    return tuple(line for line in paragraph.lines if id(line) not in taken)
