"""``Kính gửi`` (C24): who is asked to act.

Source: NĐ 30/2020, PL I, P.I, II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.findings import Finding
from docgen.check.listed import CONTACT, PLACE, SHORT_DASH, end_faults, items, list_fault
from docgen.check.looks import Look, look_findings, main_size, runs_of
from docgen.check.subject import Subject
from docgen.check.words import plain
from docgen.fonts import text_width
from docgen.paper.model import Alignment, Paragraph, Place
from docgen.read.elements import Piece


def addressed(sheet: Subject) -> Iterator[Finding]:
    """C24: a letter has ``Kính gửi``."""
    elements = sheet.elements
    if not sheet.is_letter or elements.to_word or elements.to or not elements.number or not sheet.laid_out:
        return
    if not re.search(r"kính\s+gửi", sheet.paper.text, re.IGNORECASE):
        yield sheet.finding(
            "C24",
            "PL I, P.I, II.9.b",
            elements.letter_subject[-1],
            found="công văn không có “Kính gửi”",
            expected="Kính gửi: …",
            message="Thêm “Kính gửi:” và tên nơi nhận trực tiếp giải quyết công việc.",
        )


def not_addressed(sheet: Subject) -> Iterator[Finding]:
    """C24: of the named types only submissions and reports have ``Kính gửi``; slips (*phiếu*) are left in peace."""
    word = sheet.elements.to_word
    if word is None or not sheet.is_named or sheet.kind in sheet.limits.addressed or sheet.kind.startswith("PHIẾU"):
        return
    yield sheet.finding(
        "C24",
        "PL I, P.I, II.9.b và c",
        word,
        found=f"{sheet.kind} có “Kính gửi”",
        expected="chỉ có “Nơi nhận”",
        message="Bỏ phần “Kính gửi”; chỉ công văn, tờ trình và báo cáo gửi cấp trên có phần này.",
    )


def to_colon(sheet: Subject) -> Iterator[Finding]:
    """C24: a colon follows ``Kính gửi``."""
    word = sheet.elements.to_word
    if word is None:
        return
    text = plain(word.line.text)
    place = text.lower().find("kính gửi")
    if place >= 0 and not text[place + len("kính gửi") :].startswith(":"):
        yield sheet.finding(
            "C24",
            PLACE,
            word,
            found=text,
            expected="Kính gửi:",
            message="Đặt dấu hai chấm (:) liền sau từ “Kính gửi”.",
        )


def to_look(sheet: Subject) -> Iterator[Finding]:
    """C24: small letters, upright, not bold, 13 to 14 points."""
    word = sheet.elements.to_word
    pieces = (*([word] if word is not None else []), *sheet.elements.to)
    look = Look(size="addressees", bold=False, italic=False)
    yield from look_findings(sheet, "C24", PLACE, "“Kính gửi” và nơi nhận", pieces, look)


def to_list(sheet: Subject) -> Iterator[Finding]:
    """C24: two or more addressees stand on lines of their own, each dashed, ``;`` behind each, ``.`` at the end."""
    listed, word = items(sheet.elements.to), sheet.elements.to_word
    if len(listed) < 2 or not any(item.dashed or item.text.endswith(";") for item in listed):
        return
    if word is not None and word.line is listed[0].at.line:
        yield sheet.finding(
            "C24",
            PLACE,
            word,
            found=word.line.text,
            expected="xuống dòng sau “Kính gửi:”",
            message="Xuống dòng sau “Kính gửi:” khi văn bản gửi từ hai nơi trở lên.",
        )
    bare = next((item for item in listed if not item.dashed), None)
    if bare is not None:
        yield list_fault(sheet, "C24", bare, f"- {bare.text}", "Đặt gạch đầu dòng (-) trước mỗi nơi nhận.")
    yield from end_faults(sheet, "C24", listed, last=not _goes_on(sheet, sheet.elements.to[-1]))


def _goes_on(sheet: Subject, last: Piece) -> bool:
    """Whether the page shows more of a list than was recognised."""
    if last.paragraph.lines and last.line != last.paragraph.lines[-1]:
        return True
    later = (p.text for p in sheet.paper.of(Place.BODY) if p.number > last.paragraph.number)
    after = next((text for text in later if text.strip() and not CONTACT.match(text.strip())), "")
    return bool(SHORT_DASH.match(after))


def to_dashes(sheet: Subject) -> Iterator[Finding]:
    """C24: the dashes stand in a column under the colon of ``Kính gửi:``."""
    listed, word = items(sheet.elements.to), sheet.elements.to_word
    dashed = [item.at for item in listed if item.dashed]
    if len(dashed) < 2 or word is None or word.line is dashed[0].line:
        return
    colon = _colon_place(sheet, word)
    places = [_dash_place(sheet, piece) for piece in dashed]
    if colon is None or None in places:
        return
    off = next((at for at, place in zip(dashed, places, strict=True) if place and abs(place - colon) > 3), None)
    if off is not None:
        yield sheet.finding(
            "C24",
            PLACE,
            off,
            found=f"gạch đầu dòng lệch dấu hai chấm {abs((_dash_place(sheet, off) or 0) - colon):.0f} mm",
            expected="thẳng hàng dưới dấu hai chấm",
            message="Đặt các gạch đầu dòng thẳng hàng dưới dấu hai chấm (:) của “Kính gửi:”.",
        )


def _colon_place(sheet: Subject, word: Piece) -> float | None:
    """Millimetres from an edge to the colon of ``Kính gửi:``, the edge of the page or in Word the margin."""
    text = plain(word.line.text)
    if not text.startswith("Kính gửi:"):
        return None
    size = main_size(runs_of(word)) or 13.0
    before = text_width("Kính gửi", size, bold=False)
    if sheet.in_pdf:
        return None if word.line.box is None else word.line.box.left + before
    start = _word_start(word.paragraph)
    return None if start is None else start + before


def _dash_place(sheet: Subject, piece: Piece) -> float | None:
    if sheet.in_pdf:
        return None if piece.line.box is None else piece.line.box.left
    return _word_start(piece.paragraph)


def _word_start(paragraph: Paragraph) -> float | None:
    """Where a paragraph's first letter stands, if indents alone say it and it is in no table."""
    layout = paragraph.layout
    if layout is None or paragraph.cell is not None or layout.alignment not in (Alignment.LEFT, Alignment.JUSTIFIED):
        return None
    if not paragraph.lines or "\t" in paragraph.lines[0].text or paragraph.lines[0].text[:1].isspace():
        return None
    return layout.left + layout.first_line


RULES = (addressed, not_addressed, to_colon, to_look, to_list, to_dashes)
