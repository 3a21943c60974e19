"""The names of the offices in a header (box 2): which lines, and where the superior ends and the issuer begins.

Source: NĐ 30/2020, PL I, P.I, II.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.read.claims import Claims, is_rule
from docgen.read.elements import Piece
from docgen.read.fixed_words import BODY_HEADS, CONNECTIVES, KINDS_SQUEEZED
from docgen.read.folding import squeezed
from docgen.read.rows import Row
from docgen.read.spelling import mended, soundness


@dataclass(frozen=True, slots=True)
class _Found:
    """Words that may be a line of an office's name."""

    words: str
    piece: Piece
    bold: bool | None
    goes_on: str  #: the hyphen or comma that it ends with, with its blank: the next line is of the same body


def offices_in(
    zone: Sequence[Row], claims: Claims, number: Piece | None, *, first: int, anchored: bool, noisy: bool
) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The superior body and the issuing body, each as its lines.

    ``zone`` are the rows of the header, ``first`` is the index of that of box 1 where the header is ``anchored`` by it;
    the name ends at the line of the ``number``.
    """
    above = _lines_above(zone, claims, first, noisy=noisy) if anchored else []
    below = _lines_below(zone[first:], claims, number, done=bool(above), noisy=noisy)
    bodies = _bodies(above + below)
    if not bodies:
        return (), ()
    superior = tuple(piece for body in bodies[:-1] for piece in _pieces(body))
    return superior, tuple(_pieces(bodies[-1]))


def _pieces(body: Sequence[_Found]) -> Iterator[Piece]:
    """The lines of one body; a hyphen or comma stays where the name goes on, a quotation is closed at its end."""
    opened = 0
    for line in body:
        last = line is body[-1]
        opened += line.words.count("“") - line.words.count("”")
        text = line.words + ("" if last else line.goes_on) + ("”" if last and opened > 0 else "")
        yield replace(line.piece, text=text)


def _lines_above(zone: Sequence[Row], claims: Claims, first: int, *, noisy: bool) -> list[_Found]:
    """Lines over box 1: all of the name, or its beginning where it stands higher."""
    begins_here = any(_office_words(row, span, noisy) for row in zone[first : first + 1] for span in claims.free(row))
    above: list[_Found] = []
    for row in reversed(zone[:first]):
        if _is_beside(row, zone[first]):
            continue
        lines = _row_lines(row, claims, noisy=noisy)
        if not lines and (is_rule(row.text) or row in claims):
            continue
        if not lines or (begins_here and (noisy or first - row.index > 2)):
            break
        above = lines + above
    return above


def _is_beside(row: Row, anchor: Row) -> bool:
    """Whether a row of a page stands wholly in the right half, over box 1: a stamp, no office."""
    box = row.parts[0].line.box
    country = anchor.parts[-1].line.box
    return bool(box and country and len(anchor.parts) > 1 and box.left > country.left)


def _lines_below(rows: Sequence[Row], claims: Claims, number: Piece | None, *, done: bool, noisy: bool) -> list[_Found]:
    """Lines beside and under box 1, down to the number; behind it only where there was nothing before."""
    below: list[_Found] = []
    numbered = False
    for row in rows:
        if numbered and (done or below):
            break
        lines = _row_lines(row, claims, noisy=noisy)
        hidden = noisy and not lines and not numbered and any(_hidden(row, span) for span in claims.free(row))
        if hidden and below:
            below[-1] = replace(below[-1], piece=replace(below[-1].piece, sure=0.5))
        below += lines
        numbered = numbered or (number is not None and any(number.line is part.line for part in row.parts))
    return below


def _row_lines(row: Row, claims: Claims, *, noisy: bool) -> list[_Found]:
    lines = []
    for start, end in claims.free(row):
        words = _office_words(row, (start, end), noisy)
        if words:
            claims.take(row, start, end)
            sure = 0.9 if noisy and words != row.text[start:end] else 1.0
            if noisy and (soundness(words) < 1.0 or words.count("(") != words.count(")")):
                sure = 0.5
            tail = re.search(r"(?: [-–]|,)$", row.text[start:end].rstrip())
            goes_on = tail[0] if tail else ""
            piece = row.piece(start, end, text=words, sure=sure)
            lines.append(_Found(words, piece, row.bold(start, end), goes_on))
            if not row.text[end:].strip() or noisy:
                break
    return lines[:1]


def _office_words(row: Row, span: tuple[int, int], noisy: bool) -> str | None:
    """The words, mended, where they can be a line of an office's name."""
    words = _office_edges(row.text[span[0] : span[1]])
    letters = [char for char in words if char.isalpha()]
    if len(letters) < 2 or sum(char.isupper() for char in letters) < 0.8 * len(letters):
        return None
    if noisy:
        words = _office_edges(mended(words))
        if soundness(words) < 0.75 or len(letters) < 4:
            return None
    if squeezed(words).startswith(("dangcongsan", "sodien", "kyboi")) or squeezed(words) in KINDS_SQUEEZED:
        return None
    return words


def _hidden(row: Row, span: tuple[int, int]) -> bool:
    """Whether words in capitals stand there that were too badly misread to be taken for a name."""
    letters = [char for char in row.text[span[0] : span[1]] if char.isalpha()]
    if re.match(r"\W*s[o06]\W*\w?\d", row.plain):
        return False
    return len(letters) >= 4 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)


def _office_edges(words: str) -> str:
    """The words without noise before and behind; a bracket may end them."""
    words = re.sub("[ˆˇ˘˙˚˛˜˝ªº]", " ", words)
    words = re.sub(r"^[^\w(“]+|[^\w)”]+$", "", words)
    return re.sub(r"^\d+\s+|\s+_+$", "", words).strip()


def _bodies(lines: Sequence[_Found]) -> list[list[_Found]]:
    """The lines, those of one body together."""
    bodies: list[list[_Found]] = []
    for line in lines:
        if bodies and not _begins_body(line, bodies[-1]):
            bodies[-1].append(line)
        else:
            bodies.append([line])
    return bodies


def _begins_body(line: _Found, before: Sequence[_Found]) -> bool:
    last, words = before[-1].words.lower(), line.words.lower()
    if before[-1].goes_on or last.split()[-1] in CONNECTIVES:
        return False
    if not any(words == head or words.startswith(head + " ") for head in BODY_HEADS):
        return False
    if before[-1].bold is not None and line.bold is not None:
        if before[-1].bold == line.bold and line.bold:
            return False
        if not before[-1].bold and line.bold:
            return True
    return squeezed(last) not in {"vanphong", "lienhiepcac", "uybannhandan", "hoidongnhandan", "vanphonghdndva"}
