"""What the checks cannot or need not judge: papers under other rules, scans, letters that no program reads (C00).

A remark is no fault: its level is practice, and it says why findings are missing or weak.
Source: NĐ 30/2020, Điều 2 and Điều 38.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.dating import issued
from docgen.check.findings import Finding, Level
from docgen.check.subject import Subject
from docgen.check.words import folded, plain, text_of
from docgen.paper.model import Paragraph, Place, Remark

_PARTY = re.compile(r"^(?:ĐẢNG CỘNG SẢN VIỆT NAM|ĐOÀN TNCS HỒ CHÍ MINH|ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH)$")
#: A year inside the symbol: ``12/2025/QĐ-UBND`` is a legal document, made under another law.
_LEGAL = re.compile(r"^S[ốỐ]\s*:?[\s\d.…]*/\s*20\d\d\s*/")


#: Papers that offices make and Điều 7 does not list; the decree's layout is good practice there.
_NOT_LISTED = ("PHIẾU TRÌNH", "ĐIỀU LỆ", "GIẤY CHỨNG NHẬN", "GIẤY CÔNG NHẬN", "GIẤY KHEN", "BẰNG KHEN", "ĐƠN ")
#: Paragraphs behind a closing that are no paper yet: a copy's own closing, a confirmation.
_FEW = 12


def not_listed(sheet: Subject) -> bool:
    """Whether the type is surely none of the 29 of Điều 7."""
    return sheet.kind.startswith(_NOT_LISTED)


def advisory(sheet: Subject) -> bool:
    """Whether no rule of the decree binds this paper, though its layout may be measured by it."""
    return older(sheet) or not_listed(sheet)


def other_rules(sheet: Subject) -> str:
    """Why the decree does not hold for this paper at all; empty where it does, or nobody can tell."""
    if Remark.LEGACY_LETTERS in sheet.paper.remarks:
        return "văn bản dùng bộ mã VNI hoặc TCVN3, không đọc được chữ; hãy chuyển sang Unicode rồi kiểm tra lại"
    if not sheet.elements.country and _under_party(sheet):
        return "văn bản của Đảng, Đoàn trình bày theo quy định riêng, không theo Nghị định 30/2020/NĐ-CP"
    if _LEGAL.match(text_of(sheet.elements.number)):
        return "văn bản quy phạm pháp luật trình bày theo quy định riêng, không theo Nghị định 30/2020/NĐ-CP"
    return ""


def unreadable(sheet: Subject) -> str:
    """Why no judgement is possible though the decree may hold."""
    if Remark.RECOGNISED in sheet.paper.remarks:
        return "văn bản là ảnh quét đã nhận dạng chữ; chữ nhận dạng không đủ tin cậy để kiểm tra"
    if Remark.SCANNED in sheet.paper.remarks and not plain(sheet.paper.text):
        return "văn bản là ảnh quét, không có chữ để kiểm tra"
    return ""


def behind(sheet: Subject) -> list[Paragraph]:
    """Paragraphs of another paper behind the one that is judged; none where only a few lines stand there."""
    known = sheet.elements
    judged = [*known.bases, *known.body, *(paragraph for annex in known.annexes for paragraph in annex.body)]
    pieces = [*known.number, *known.recipients, *(one.name for one in known.signatures if one.name)]
    last = max((paragraph.number for paragraph in (*judged, *(piece.paragraph for piece in pieces))), default=0)
    rest = [one for one in sheet.paper.of(Place.BODY) if one.number > last and plain(one.text)] if last else []
    return rest if len(rest) > _FEW else []


def _under_party(sheet: Subject) -> bool:
    """Whether the head of the first page names the Party or the Youth Union instead of the State."""
    first = [p for p in sheet.paper.of(Place.BODY, Place.FRAME, Place.HEADER) if p.text.strip()][:12]
    lines = [folded(line.text) for paragraph in first for line in paragraph.lines]
    return any(_PARTY.match(line) for line in lines)


def older(sheet: Subject) -> bool:
    """Whether the paper was issued before the decree held."""
    day = issued(sheet)
    return day is not None and day < sheet.limits.valid_from


def remarks(sheet: Subject) -> Iterator[Finding]:
    """C00: what a reader of the findings must know first."""
    if reason := other_rules(sheet) or unreadable(sheet):
        yield _remark(sheet, "không kiểm tra", f"Không kiểm tra được: {reason}.")
        return
    if sheet.paper.bare_pages:
        pages = ", ".join(map(str, sheet.paper.bare_pages[:10]))
        yield _remark(
            sheet, f"trang {pages} chỉ là ảnh", f"Không kiểm tra trang {pages}: trang chỉ là ảnh, không có chữ."
        )
    if rest := behind(sheet):
        where = f"trang {rest[0].page}" if rest[0].page else f"đoạn {rest[0].number}"
        yield _remark(
            sheet,
            f"tệp còn văn bản khác, từ {where}",
            f"Từ {where} là văn bản khác, chỉ kiểm tra bố cục và chữ viết hoa. Hãy tách riêng để kiểm tra đủ.",
        )
    if not_listed(sheet):
        yield _remark(
            sheet,
            f"{sheet.kind} không thuộc các loại văn bản hành chính ở Điều 7",
            "Loại này không thuộc Điều 7 Nghị định 30/2020/NĐ-CP; các nhận xét chỉ để tham khảo.",
        )
    if older(sheet):
        yield _remark(
            sheet,
            "văn bản có trước Nghị định 30/2020/NĐ-CP",
            "Văn bản ban hành trước ngày 05 tháng 3 năm 2020, theo quy định khi đó; các nhận xét chỉ để tham khảo.",
        )


def _remark(sheet: Subject, found: str, message: str) -> Finding:
    return sheet.finding(
        "C00", "Điều 2; Điều 7; Điều 38", None, level=Level.PRACTICE, found=found, expected="", message=message
    )
