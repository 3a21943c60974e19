"""Number and notation: ``Số: 07/QĐ-UBND`` (C09, C10).

A number that is still blank, dotted or laid over the page by a signature is no fault.
Source: NĐ 30/2020, PL I, P.I, II.3; PL III, I.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.check.findings import Finding
from docgen.check.looks import Look, look_findings
from docgen.check.subject import Subject
from docgen.check.words import plain, text_of
from docgen.paper.model import Place
from docgen.read.elements import Piece

_FORM = "PL I, P.I, II.3.c"
_PARTS = re.compile(r"^(?P<word>S[ốỐ])(?P<colon>\s*:)?(?P<before>\s*)(?P<number>[^/]*?)(?P<gap>\s*)/(?P<notation>.*)$")
_NUMBER = re.compile(r"[0-9]{1,6}")
_GAPS = re.compile(r"\s+-|-\s+|^\s|\w\s+\w")
_DASHES = re.compile("[–—−‒_]")
#: A blank, dots or a row of x: somebody will write there.
_OPEN = re.compile(r"[.…_\s]*|[xX]+|\[.*\]")
_LETTERS = re.compile(r"[A-ZĐ][A-Za-zĐđ0-9]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """The line of box 3 in its parts."""

    at: Piece
    text: str
    colon: str
    number: str
    gap: str
    notation: str
    stamped: bool  #: whether a signature wrote a part of it


def _line(sheet: Subject) -> _Line | None:
    pieces = sheet.elements.number
    if not pieces:
        return None
    text = text_of(pieces)
    match = _PARTS.match(text)
    if match is None:
        return None
    stamped = any(piece.paragraph.place is Place.STAMP for piece in pieces)
    return _Line(
        at=pieces[0],
        text=text,
        colon=match["colon"] or "",
        number=match["number"].strip(),
        gap=match["gap"],
        notation=match["notation"].strip(" .,;"),
        stamped=stamped or (sheet.in_pdf and not _typed(pieces)),
    )


def numbered(sheet: Subject) -> bool:
    """Whether the paper has a line for its own number, filled or not."""
    return _line(sheet) is not None


def _typed(pieces: Sequence[Piece]) -> bool:
    """Whether one hand wrote number and notation: the figures stand in one run with the slash."""
    runs = [run.text for piece in pieces for run in piece.line.runs if "/" in run.text]
    return any(any(map(str.isdecimal, text.partition("/")[0])) for text in runs)


def colon(sheet: Subject) -> Iterator[Finding]:
    """C09: a colon follows the word ``Số``."""
    line = _line(sheet)
    if line is not None and not line.stamped and line.colon != ":":
        found = "không có dấu hai chấm" if not line.colon else "có khoảng trống trước dấu hai chấm"
        yield _fault(sheet, line, found, "Số:", "Viết dấu hai chấm (:) liền sau từ “Số”.")


def leading_zero(sheet: Subject) -> Iterator[Finding]:
    """C09: numbers below ten get one zero in front, others none."""
    line = _line(sheet)
    if line is None or not _NUMBER.fullmatch(line.number):
        return
    right = f"{int(line.number):02d}"
    if line.number != right:
        message = f"Ghi số của văn bản là “{right}”: số nhỏ hơn 10 thêm một số 0 phía trước, số khác thì không."
        yield _fault(sheet, line, f"số {line.number}", right, message)


def no_blanks(sheet: Subject) -> Iterator[Finding]:
    """C09: no blanks between number, slash, letters and hyphens."""
    line = _line(sheet)
    if line is None or line.stamped or _OPEN.fullmatch(line.notation):
        return
    raw = text_of(sheet.elements.number).partition("/")[2]
    numbered = bool(_NUMBER.fullmatch(line.number))
    if (numbered and line.gap) or _GAPS.search(raw.rstrip(" .")):
        right = f"{line.number if numbered else ''}/{''.join(raw.split())}"
        yield _fault(sheet, line, line.text, right, "Viết liền số, gạch chéo và ký hiệu, không cách chữ.")


def hyphens(sheet: Subject) -> Iterator[Finding]:
    """C09: short hyphens between the groups of letters."""
    line = _line(sheet)
    if line is not None and _DASHES.search(line.notation) and not _OPEN.fullmatch(line.notation):
        right = _DASHES.sub("-", line.notation)
        yield _fault(sheet, line, line.notation, right, "Dùng gạch nối (-) giữa các nhóm chữ viết tắt trong ký hiệu.")


def look(sheet: Subject) -> Iterator[Finding]:
    """C09: 13 points, upright, not bold."""
    wanted = Look(size="number", bold=False, italic=False)
    if _line(sheet) is not None:
        yield from look_findings(sheet, "C09", _FORM, "số, ký hiệu", sheet.elements.number, wanted)


def type_in_notation(sheet: Subject) -> Iterator[Finding]:
    """C10: the notation of a named type begins with the abbreviation of the type."""
    line, first = _line(sheet), _first_group(sheet)
    if line is None or not first or not sheet.is_named:
        return
    wanted = sheet.limits.abbreviations[sheet.kind]
    if first != wanted:
        yield sheet.finding(
            "C10",
            "PL I, P.I, II.3.b; PL III, I",
            line.at,
            found=f"{sheet.kind} có ký hiệu {line.notation}",
            expected=f"{wanted}-…",
            message=f"Bắt đầu ký hiệu của {sheet.kind.lower()} bằng chữ viết tắt tên loại “{wanted}”.",
        )


def letter_notation(sheet: Subject) -> Iterator[Finding]:
    """C10: a letter has no type abbreviation; its notation begins with the issuer."""
    line, first = _line(sheet), _first_group(sheet)
    if line is not None and sheet.is_letter and first in ("CV", "CVĐ"):
        yield sheet.finding(
            "C10",
            "PL I, P.I, II.3.b",
            line.at,
            found=f"công văn có ký hiệu {line.notation}",
            expected="<chữ viết tắt cơ quan>-<đơn vị soạn thảo hoặc lĩnh vực>",
            message="Bỏ chữ “CV” trong ký hiệu công văn; ghi chữ viết tắt tên cơ quan rồi đến đơn vị soạn thảo.",
        )


def _first_group(sheet: Subject) -> str:
    """The first group of letters of the notation; empty where it is open or not made of letters."""
    line = _line(sheet)
    if line is None or _OPEN.fullmatch(line.notation) or "…" in line.notation or "..." in line.notation:
        return ""
    first = plain(_DASHES.sub("-", line.notation)).split("-")[0].strip()
    return first if _LETTERS.fullmatch(first) else ""


def _fault(sheet: Subject, line: _Line, found: str, expected: str, message: str) -> Finding:
    return sheet.finding("C09", _FORM, line.at, found=found, expected=expected, message=message)


RULES = (colon, leading_zero, no_blanks, hyphens, look, type_in_notation, letter_notation)
