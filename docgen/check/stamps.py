"""Stamps and small print: urgency, circulation, drafter, address line, copies (C27, C28).

Source: NĐ 30/2020, PL I, P.I, III.2 to 4; P.II.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.findings import Finding
from docgen.check.looks import Look, look_findings
from docgen.check.subject import Subject
from docgen.check.words import folded, plain
from docgen.paper.model import Box, Place

_URGENCY = "PL I, P.I, III.2.b"
_CIRCULATION = "PL I, P.I, III.2.c"
#: Millimetres by which a frame may be off: it is drawn round the middle of its lines.
_FRAME_SLACK = 1.5
_LATER = re.compile(r"\s+HẸN GIỜ.*$")
_COPY = re.compile(r"^(?:SAO Y BẢN CHÍNH|SAO Y BẢN GỐC|BẢN SAO Y|TRÍCH SAO Y)$")
_COPY_NUMBER = re.compile(r"^Số:?\s*\d*\s*/(SY|SL|TrS|TS|BS|SYBC)\b")


def urgency(sheet: Subject) -> Iterator[Finding]:
    """C27: one of the three words, in capitals, bold, 13 to 14 points."""
    piece = sheet.elements.urgency
    if piece is None:
        return
    word = _LATER.sub("", folded(piece.text).strip(" .:"))
    if word not in {folded(known) for known in sheet.limits.urgencies}:
        yield sheet.finding(
            "C27",
            _URGENCY,
            piece,
            found=plain(piece.text),
            expected=", ".join(sheet.limits.urgencies),
            message="Ghi mức độ khẩn là “HỎA TỐC”, “THƯỢNG KHẨN” hoặc “KHẨN”.",
        )
    look = Look(size="urgency", bold=True, italic=False, caps=True)
    yield from look_findings(sheet, "C27", _URGENCY, "dấu chỉ mức độ khẩn", [piece], look)


def urgency_frame(sheet: Subject) -> Iterator[Finding]:
    """C27: the frame is as large as its word wants, where a PDF shows its upper and lower edge."""
    piece = sheet.elements.urgency
    if piece is None or piece.line.box is None or not sheet.in_pdf:
        return
    wanted = sheet.limits.urgencies.get(_LATER.sub("", folded(piece.text).strip(" .:")))
    frame = _frame(sheet, piece.line.box, piece.paragraph.page)
    if wanted is None or frame is None:
        return
    if abs(frame[0] - wanted[0]) > _FRAME_SLACK or abs(frame[1] - wanted[1]) > _FRAME_SLACK:
        size = f"{wanted[0]:g} mm x {wanted[1]:g} mm"
        yield sheet.finding(
            "C27",
            _URGENCY,
            piece,
            found=f"khung {frame[0]:.0f} mm x {frame[1]:.0f} mm",
            expected=size,
            message=f"Đặt khung của dấu “{plain(piece.text)}” rộng {size}.",
        )


def _frame(sheet: Subject, box: Box, page: int | None) -> tuple[float, float] | None:
    """Width and height between the nearest rules over and under a stamp's words."""
    near = [
        rule
        for rule in sheet.paper.rules
        if rule.page == page and rule.left is not None and rule.top is not None
        if rule.left <= box.left + 1 and rule.left + rule.width >= box.right - 1 and abs(rule.top - box.top) < 12
    ]
    over = [rule for rule in near if rule.top is not None and rule.top <= box.top + 1]
    under = [rule for rule in near if rule.top is not None and rule.top >= box.bottom - 1]
    if not over or not under:
        return None
    top, bottom = max(over, key=lambda rule: rule.top or 0), min(under, key=lambda rule: rule.top or 0)
    if abs(top.width - bottom.width) > _FRAME_SLACK or top.top is None or bottom.top is None:
        return None
    return top.width, bottom.top - top.top


def circulation(sheet: Subject) -> Iterator[Finding]:
    """C27: capitals, upright, bold, 13 to 14 points."""
    piece = sheet.elements.circulation
    if piece is not None:
        look = Look(size="circulation", bold=True, italic=False, caps=True)
        yield from look_findings(sheet, "C27", _CIRCULATION, "chỉ dẫn phạm vi lưu hành", [piece], look)


def drafter(sheet: Subject) -> Iterator[Finding]:
    """C27: drafter's sign and number of copies in 11 points, upright."""
    piece = sheet.elements.drafter
    if piece is not None:
        look = Look(size="drafter", bold=False, italic=False)
        yield from look_findings(sheet, "C27", "PL I, P.I, III.3", "ký hiệu người soạn thảo", [piece], look)


def contact(sheet: Subject) -> Iterator[Finding]:
    """C27: address and telephone in 11 to 12 points, upright."""
    look = Look(size="contact", bold=False, italic=False)
    yield from look_findings(sheet, "C27", "PL I, P.I, III.4", "địa chỉ cơ quan", sheet.elements.contact, look)


def copies(sheet: Subject) -> Iterator[Finding]:
    """C28: a copy is headed SAO Y, SAO LỤC or TRÍCH SAO, and numbered SY, SL or TrS."""
    for paragraph in sheet.paper.of(Place.BODY, Place.FRAME):
        for line in paragraph.lines:
            text = plain(line.text)
            if _COPY.match(text):
                yield sheet.finding(
                    "C28",
                    "PL I, P.II, II.1.a",
                    paragraph,
                    found=text,
                    expected="SAO Y, SAO LỤC hoặc TRÍCH SAO",
                    message="Ghi hình thức sao là “SAO Y”, “SAO LỤC” hoặc “TRÍCH SAO”.",
                )
            match = _COPY_NUMBER.match(text)
            if match is not None and match[1] not in ("SY", "SL", "TrS"):
                yield sheet.finding(
                    "C28",
                    "PL I, P.II, II.1.c; PL III, I",
                    paragraph,
                    found=text,
                    expected="SY, SL hoặc TrS",
                    message="Dùng chữ viết tắt SY, SL hoặc TrS trong ký hiệu bản sao.",
                )


RULES = (urgency, urgency_frame, circulation, drafter, contact, copies)
