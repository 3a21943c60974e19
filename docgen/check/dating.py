"""Place and date: ``Hà Nội, ngày 05 tháng 01 năm 2020`` (C11).

A day, month or year that is still blank, or that a signature lays over the page, is no fault.
Source: NĐ 30/2020, PL I, P.I, II.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from docgen.check.findings import Finding, Level
from docgen.check.looks import Look, look_findings, printed, runs_of, size_text
from docgen.check.subject import Subject
from docgen.check.words import SMALL, paragraph_text, text_of
from docgen.paper.model import Place
from docgen.read.elements import Piece
from docgen.rules.dating import day_text, month_text

_FORM = "PL I, P.I, II.4.b"
_PLACE = "PL I, P.I, II.4.c"
_PARTS = re.compile(
    r"^(?P<place>.*?)(?P<comma>\s*[,.]?)\s*(?P<word>[Nn]gày)(?P<day>[^"
    + SMALL
    + r"]*)tháng(?P<month>[^"
    + SMALL
    + r"]*)năm(?P<year>[\s\d.…_]*)\.?$"
)
_SHORT = re.compile(r"^[^,]{2,40},\s*ngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{2,4}\.?$")
#: A notation before the date: the line names another document.
_NOTATION = re.compile(r"/|-[A-ZĐ]{2}")
_DIGITS = re.compile(r"[0-9]{1,2}")
#: Units of two syllables before the name of a place, of which only the first is a capital.
_UNIT = re.compile(r"^(?:Thành phố|Thị xã|Thị trấn|Đặc khu)\s+")
#: Words of a place that stay small: none of the units and names does, only joining words might.
_SMALL = re.compile(r"(?:^|\s)([" + SMALL + r"]\S*)")
#: Kinds whose form begins with a time of its own. Source: NĐ 30/2020, PL III, Mẫu 1.9.
_DATELESS = frozenset({"BIÊN BẢN"})
#: Anything that may be a date, written or still blank.
_ANY_DATE = re.compile(r"ngày|tháng|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?\d{2}|20\d\d", re.IGNORECASE)
#: Short forms of units and cities; a unit of one letter stands before its name.
_ABBREVIATED = re.compile(r"(?:^|\s)(?:TP\b|Tp\b|TX\b|TT\b|[TQPHX]\.)|\b(?:HCM|HN|BRVT|TTH)\b")
#: Millimetres between lines that are surely not one: a line of 13 points.
_LINE = 4.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """The line of box 4 in its parts."""

    at: Piece
    text: str
    place: str
    comma: str
    word: str
    day: str
    month: str
    year: str
    stamped: bool


def _line(sheet: Subject) -> _Line | None:
    pieces = sheet.elements.place_date
    match = _PARTS.match(text := text_of(pieces)) if pieces else None
    if match is None or not match["place"].strip() or _NOTATION.search(match["place"]):
        return None
    return _Line(
        at=pieces[0],
        text=text,
        place=match["place"].strip(),
        comma=match["comma"].strip(),
        word=match["word"],
        day=match["day"].strip(),
        month=match["month"].strip(),
        year=match["year"].strip(),
        stamped=any(piece.paragraph.place is Place.STAMP for piece in pieces),
    )


def issued(sheet: Subject) -> date | None:
    """The day of issue as printed, where it is whole and real."""
    line = _line(sheet)
    if line is None:
        return None
    try:
        return date(int(line.year), int(line.month), int(line.day))
    except (ValueError, OverflowError):
        return None


def in_words(sheet: Subject) -> Iterator[Finding]:
    """C11: the date is written in full, with ``ngày``, ``tháng`` and ``năm``."""
    pieces = sheet.elements.place_date
    if pieces and _SHORT.search(text := text_of(pieces)):
        message = "Viết đầy đủ ngày, tháng, năm: “ngày … tháng … năm …”."
        yield sheet.finding("C11", _FORM, pieces[0], found=text, expected="ngày … tháng … năm …", message=message)


def day(sheet: Subject) -> Iterator[Finding]:
    """C11: days below ten get a zero."""
    line = _line(sheet)
    if line is None or not _DIGITS.fullmatch(line.day) or not 1 <= int(line.day) <= 31:
        return
    if line.day != (right := day_text(int(line.day))):
        yield _fault(sheet, line, f"ngày {line.day}", f"ngày {right}", "Thêm số 0 trước ngày nhỏ hơn 10.")


def month(sheet: Subject) -> Iterator[Finding]:
    """C11: only January and February get a zero."""
    line = _line(sheet)
    if line is None or not _DIGITS.fullmatch(line.month) or not 1 <= int(line.month) <= 12:
        return
    if line.month != (right := month_text(int(line.month))):
        message = "Thêm số 0 trước tháng 1 và tháng 2; từ tháng 3 không thêm."
        yield _fault(sheet, line, f"tháng {line.month}", f"tháng {right}", message)


def real_day(sheet: Subject) -> Iterator[Finding]:
    """C11: the day exists in the calendar."""
    line = _line(sheet)
    if line is None or not all(re.fullmatch(r"[0-9]{1,4}", part) for part in (line.day, line.month, line.year)):
        return
    try:
        date(int(line.year), int(line.month), int(line.day))
    except (ValueError, OverflowError):
        found = f"ngày {line.day} tháng {line.month} năm {line.year}"
        yield _fault(sheet, line, found, "ngày có thật", "Sửa ngày, tháng, năm: ngày này không có trong lịch.")


def comma(sheet: Subject) -> Iterator[Finding]:
    """C11: a comma follows the place."""
    line = _line(sheet)
    if line is not None and line.place and line.comma != "," and not line.stamped:
        yield sheet.finding(
            "C11",
            _PLACE,
            line.at,
            found=line.text,
            expected=f"{line.place}, ngày …",
            message="Đặt dấu phẩy (,) sau địa danh.",
        )


def place_capitals(sheet: Subject) -> Iterator[Finding]:
    """C11: every word of the place begins with a capital; ``ngày`` does not."""
    line = _line(sheet)
    if line is None:
        return
    if _SMALL.search(_UNIT.sub("", line.place)):
        yield sheet.finding(
            "C11",
            _PLACE,
            line.at,
            found=line.place,
            expected="viết hoa chữ cái đầu của địa danh",
            message="Viết hoa các chữ cái đầu của địa danh.",
        )
    if line.word == "Ngày" and line.place:
        yield sheet.finding(
            "C11",
            _PLACE,
            line.at,
            level=Level.FORM,
            found="Ngày",
            expected="ngày",
            message="Viết thường chữ “ngày” sau địa danh.",
        )


def look(sheet: Subject) -> Iterator[Finding]:
    """C11: 13 to 14 points, italic, not bold."""
    wanted = Look(size="date", bold=False, italic=True)
    if _line(sheet) is not None:
        yield from look_findings(sheet, "C11", _PLACE, "địa danh và ngày tháng", sheet.elements.place_date, wanted)


def stamped_day(sheet: Subject) -> Iterator[Finding]:
    """C11: a day that another hand set into the line looks like the rest: its size and slant."""
    allowed = sheet.limits.sizes["date"]
    for piece in printed(sheet.elements.place_date) if _line(sheet) is not None and sheet.laid_out else ():
        for run in runs_of(piece):
            if not run.text.strip().isdecimal() or run.size is None:
                continue
            faults = [] if allowed.holds(run.size, tolerance=sheet.size_slack) else [f"cỡ chữ {size_text(run.size)}"]
            faults += ["kiểu chữ đứng"] if run.italic is False else []
            if faults:
                found = f"số “{run.text.strip()}” {', '.join(faults)}"
                message = "Trình bày số của ngày, tháng, năm cùng cỡ chữ 13 đến 14, kiểu chữ nghiêng như cả dòng."
                yield sheet.finding(
                    "C11", _PLACE, piece, found=found, expected="cỡ chữ 13 đến 14, kiểu chữ nghiêng", message=message
                )
                return


def missing(sheet: Subject) -> Iterator[Finding]:
    """C11: the head of a numbered paper names place and day, if only with a blank for the day."""
    elements = sheet.elements
    if elements.place_date or not (elements.country and elements.number) or not sheet.in_word:
        return
    below = (*elements.kind_name, *elements.letter_subject)
    if not below or elements.annexes or sheet.kind in _DATELESS:
        return
    end = max(piece.paragraph.number for piece in below)
    head = " ".join(paragraph_text(p) for p in sheet.paper.of(Place.BODY, Place.FRAME) if p.number <= end)
    if not _ANY_DATE.search(head):
        yield sheet.finding(
            "C11",
            "PL I, P.I, II.4",
            elements.number[0],
            found="không có địa danh và thời gian ban hành",
            expected="<địa danh>, ngày … tháng … năm …",
            message="Thêm địa danh và ngày, tháng, năm ban hành ở dưới Quốc hiệu và Tiêu ngữ.",
        )


def full_name(sheet: Subject) -> Iterator[Finding]:
    """C11: the place bears its official name, without abbreviations."""
    line = _line(sheet)
    if line is not None and _ABBREVIATED.search(line.place):
        yield sheet.finding(
            "C11",
            "PL I, P.I, II.4.a",
            line.at,
            found=line.place,
            expected="tên gọi chính thức, không viết tắt",
            message="Ghi địa danh bằng tên gọi chính thức, không viết tắt.",
        )


def on_number_line(sheet: Subject) -> Iterator[Finding]:
    """C11: place and day stand on the line of the number, in a PDF."""
    number, day = printed(sheet.elements.number), printed(sheet.elements.place_date)
    if not sheet.in_pdf or not number or not day or number[0].paragraph.page != day[0].paragraph.page:
        return
    boxes = number[0].line.box, day[0].line.box
    if boxes[0] is None or boxes[1] is None:
        return
    if (apart := abs(boxes[0].bottom - boxes[1].bottom)) > _LINE:
        yield sheet.finding(
            "C11",
            _PLACE,
            day[0],
            found=f"địa danh và thời gian lệch dòng số, ký hiệu {apart:.0f} mm",
            expected="cùng một dòng với số, ký hiệu",
            message="Đặt địa danh và thời gian ban hành trên cùng một dòng với số, ký hiệu văn bản.",
        )


def _fault(sheet: Subject, line: _Line, found: str, expected: str, message: str) -> Finding:
    return sheet.finding("C11", _FORM, line.at, found=found, expected=expected, message=message)


RULES = (in_words, day, month, real_day, comma, place_capitals, look, stamped_day, missing, full_name, on_number_line)
