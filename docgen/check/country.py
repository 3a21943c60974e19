"""Quốc hiệu and Tiêu ngữ: words, type, rule, and sizes that grow together (C05 to C07).

Source: NĐ 30/2020, PL I, P.I, II.1 and V.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.drawn import rule_findings
from docgen.check.findings import Finding
from docgen.check.looks import Look, look_findings, main_size, printed, runs_of, size_text
from docgen.check.subject import Subject
from docgen.check.words import folded, is_caps, plain, text_of
from docgen.fonts import text_width
from docgen.paper.model import Alignment, Source
from docgen.read.elements import Piece
from docgen.rules.page import Range

COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_AT_COUNTRY = "PL I, P.I, II.1.a"
_AT_MOTTO = "PL I, P.I, II.1.b"
#: Millimetres that Word keeps free at the sides of a cell.
_CELL_PADDING = 3.8
_DASHES = re.compile("[–—−‒]")


def country_words(sheet: Subject) -> Iterator[Finding]:
    """C05: the words of Quốc hiệu, in either school of spelling."""
    pieces = printed(sheet.elements.country)
    text = text_of(pieces)
    if pieces and not _same(folded(text), COUNTRY, sheet):
        yield sheet.finding(
            "C05",
            _AT_COUNTRY,
            pieces[0],
            found=text,
            expected=COUNTRY,
            message=f"Viết đúng Quốc hiệu: “{COUNTRY}”.",
        )


def country_missing(sheet: Subject) -> Iterator[Finding]:
    """C05: a document with an issuer and a number has a Quốc hiệu, unless its first page is a picture."""
    elements = sheet.elements
    headed = elements.issuer and elements.place_date and text_of(elements.number).startswith(("Số", "SỐ"))
    if elements.country or elements.annexes or not headed or not _whole(sheet):
        return
    if "CỘNG H" in folded(sheet.paper.text) or any("CỘNG H" in folded(p.text) for p in sheet.paper.paragraphs):
        return
    yield sheet.finding(
        "C05",
        _AT_COUNTRY,
        elements.issuer[0],
        found="không có Quốc hiệu",
        expected=COUNTRY,
        message="Thêm Quốc hiệu và Tiêu ngữ ở phía trên cùng, bên phải trang đầu.",
    )


def country_look(sheet: Subject) -> Iterator[Finding]:
    """C05: capitals, upright, bold, 12 to 13 points."""
    look = Look(size="country", bold=True, italic=False, caps=True)
    yield from look_findings(sheet, "C05", _AT_COUNTRY, "Quốc hiệu", sheet.elements.country, look)


def motto_words(sheet: Subject) -> Iterator[Finding]:
    """C06: the words of Tiêu ngữ, joined by hyphens with blanks around them."""
    pieces = printed(sheet.elements.motto)
    text = text_of(pieces)
    if not pieces or _same(text, MOTTO, sheet):
        return
    if _same(_DASHES.sub("-", text), MOTTO, sheet):
        message = "Dùng gạch nối (-), không dùng gạch ngang dài, giữa các cụm từ của Tiêu ngữ."
    else:
        message = f"Viết đúng Tiêu ngữ: “{MOTTO}”."
    yield sheet.finding("C06", _AT_MOTTO, pieces[0], found=text, expected=MOTTO, message=message)


def motto_look(sheet: Subject) -> Iterator[Finding]:
    """C06: upright, bold, 13 to 14 points."""
    pieces = sheet.elements.motto
    if pieces and is_caps(text_of(pieces)):
        return
    yield from look_findings(sheet, "C06", _AT_MOTTO, "Tiêu ngữ", pieces, Look(size="motto", bold=True, italic=False))


def motto_rule(sheet: Subject) -> Iterator[Finding]:
    """C06: a solid rule under Tiêu ngữ, as long as its words."""
    yield from rule_findings(
        sheet,
        "C06",
        _AT_MOTTO,
        "Tiêu ngữ",
        sheet.elements.motto,
        Range(least=1, most=1),
        "dài bằng dòng chữ",
    )


def sizes_together(sheet: Subject) -> Iterator[Finding]:
    """C07: Tiêu ngữ is a point larger than Quốc hiệu, and the date as large as Tiêu ngữ.

    Only where each size alone is allowed: a size out of its range is a finding of its own.
    """
    country, motto, day = (_size(sheet, pieces, key) for pieces, key in _trio(sheet))
    if country is None or motto is None:
        return
    slack = sheet.size_slack
    if abs(motto - country - 1) > slack:
        yield _uneven(sheet, sheet.elements.motto[0], f"Quốc hiệu {size_text(country)}, Tiêu ngữ {size_text(motto)}")
    elif day is not None and abs(day - motto) > slack:
        found = f"Tiêu ngữ {size_text(motto)}, địa danh và ngày {size_text(day)}"
        yield _uneven(sheet, sheet.elements.place_date[0], found)


def _trio(sheet: Subject) -> tuple[tuple[tuple[Piece, ...], str], ...]:
    elements = sheet.elements
    return ((elements.country, "country"), (elements.motto, "motto"), (elements.place_date, "date"))


def _size(sheet: Subject, pieces: tuple[Piece, ...], key: str) -> float | None:
    size = main_size(run for piece in printed(pieces) for run in runs_of(piece))
    allowed = sheet.limits.sizes[key]
    return size if size is not None and allowed.holds(size, tolerance=sheet.size_slack) else None


def _uneven(sheet: Subject, at: Piece, found: str) -> Finding:
    return sheet.finding(
        "C07",
        "PL I, P.I, V (chú thích 1)",
        at,
        found=f"cỡ chữ {found}",
        expected="12, 13, 13 hoặc 13, 14, 14",
        message="Tăng, giảm thống nhất cỡ chữ của Quốc hiệu, Tiêu ngữ, địa danh và ngày: 12-13-13 hoặc 13-14-14.",
    )


def country_place(sheet: Subject) -> Iterator[Finding]:
    """C06: Tiêu ngữ stands in the middle under Quốc hiệu."""
    country, motto = printed(sheet.elements.country), printed(sheet.elements.motto)
    if not country or not motto or not sheet.laid_out:
        return
    if sheet.in_word:
        wrong = any(_aside(piece) for piece in (country[-1], motto[0])) and not _blanks(country) and not _blanks(motto)
    else:
        boxes = country[-1].line.box, motto[0].line.box
        whole = all(plain(p.line.text) == plain(p.text) for p in (country[-1], motto[0]))
        wrong = whole and boxes[0] is not None and boxes[1] is not None and abs(boxes[0].centre - boxes[1].centre) > 3
    if wrong:
        yield sheet.finding(
            "C06",
            _AT_MOTTO,
            motto[0],
            found="Tiêu ngữ không ở giữa dưới Quốc hiệu",
            expected="canh giữa",
            message="Canh giữa Tiêu ngữ dưới Quốc hiệu.",
        )


def _aside(piece: Piece) -> bool:
    """Whether words in a cell of a Word table stand visibly out of its middle."""
    layout, cell = piece.paragraph.layout, piece.paragraph.cell
    if layout is None or cell is None or cell.width is None or layout.alignment is Alignment.CENTER:
        return False
    runs = runs_of(piece)
    width = text_width(piece.text, main_size(runs) or 13.0, bold=True)
    return (cell.width - _CELL_PADDING - width) / 2 > 3 and abs(layout.left) < 1 and abs(layout.first_line) < 1


def _blanks(pieces: list[Piece]) -> bool:
    """Whether blanks or tabs push the words to their place."""
    return any(piece.line.text[:1].isspace() for piece in pieces)


def _same(text: str, wanted: str, sheet: Subject) -> bool:
    """Whether words are the wanted ones; in a PDF blanks may have been lost or doubled."""
    if sheet.paper.source is Source.PDF:
        return "".join(text.split()) == "".join(wanted.split())
    return plain(text) == wanted


def _whole(sheet: Subject) -> bool:
    return sheet.laid_out and 1 not in sheet.paper.bare_pages


RULES = (
    country_words,
    country_missing,
    country_look,
    motto_words,
    motto_look,
    motto_rule,
    country_place,
    sizes_together,
)
