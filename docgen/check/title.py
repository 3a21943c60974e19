"""Type name and subject (*tên loại, trích yếu*), of a named type and of a letter (C12, C13).

Source: NĐ 30/2020, PL I, P.I, II.5.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.drawn import rule_findings
from docgen.check.findings import Finding
from docgen.check.looks import Look, look_findings, printed
from docgen.check.subject import Subject
from docgen.check.words import plain, text_of
from docgen.paper.model import Alignment, Paragraph
from docgen.read.elements import Piece

_PLACE = "PL I, P.I, II.5.b"
_WORD = re.compile(r"^V/v(?=\s|:|$)")
#: Kinds whose form has no subject. Source: NĐ 30/2020, PL III, Mẫu 1.8 and 1.10.
_BARE = frozenset({"GIẤY GIỚI THIỆU", "GIẤY NGHỈ PHÉP"})


def kind_look(sheet: Subject) -> Iterator[Finding]:
    """C12: capitals, upright, bold, 13 to 14 points."""
    look = Look(size="kind", bold=True, italic=False, caps=True)
    yield from look_findings(sheet, "C12", _PLACE, "tên loại văn bản", sheet.elements.kind_name, look)


def subject_look(sheet: Subject) -> Iterator[Finding]:
    """C12: small letters, upright, bold, 13 to 14 points."""
    look = Look(size="subject", bold=True, italic=False, caps=False)
    if sheet.kind in _BARE:
        return
    yield from look_findings(sheet, "C12", _PLACE, "trích yếu", sheet.elements.subject, look)


def subject_missing(sheet: Subject) -> Iterator[Finding]:
    """C12: a named type has a subject."""
    elements = sheet.elements
    if sheet.is_named and sheet.kind not in _BARE and elements.number and not elements.subject:
        after = [p for p in (*elements.bases, *elements.body) if p.number > elements.kind_name[-1].paragraph.number]
        if sheet.in_word and after and sheet.kind not in ("BIÊN BẢN", "GIẤY MỜI"):
            yield sheet.finding(
                "C12",
                "PL I, P.I, II.5.a",
                elements.kind_name[-1],
                found="không có trích yếu",
                expected="trích yếu ngay dưới tên loại",
                message="Thêm trích yếu nội dung ngay dưới tên loại văn bản.",
            )


def centred(sheet: Subject) -> Iterator[Finding]:
    """C12: type name and subject stand in the middle of the page."""
    elements = sheet.elements
    subject = () if sheet.kind in _BARE else elements.subject
    for name, pieces in (("tên loại", elements.kind_name), ("trích yếu", subject)):
        aside = next((piece for piece in printed(pieces) if _aside(sheet, piece)), None)
        if aside is not None:
            yield sheet.finding(
                "C12",
                _PLACE,
                aside,
                found=f"{name} không ở giữa",
                expected="canh giữa",
                message=f"Canh giữa {name} theo chiều ngang văn bản.",
            )


def subject_rule(sheet: Subject) -> Iterator[Finding]:
    """C12: a solid rule under the subject, a third to a half of its words."""
    if sheet.kind in _BARE:
        return
    yield from rule_findings(
        sheet,
        "C12",
        _PLACE,
        "trích yếu",
        sheet.elements.subject,
        sheet.limits.rule_share,
        "dài từ 1/3 đến 1/2 dòng chữ",
    )


def letter_word(sheet: Subject) -> Iterator[Finding]:
    """C13: the subject of a letter begins with ``V/v``."""
    pieces = sheet.elements.letter_subject
    if pieces and not sheet.elements.kind_name and not _WORD.match(text := text_of(pieces)):
        yield sheet.finding(
            "C13",
            _PLACE,
            pieces[0],
            found=text,
            expected="V/v …",
            message="Bắt đầu trích yếu công văn bằng “V/v”.",
        )


def letter_look(sheet: Subject) -> Iterator[Finding]:
    """C13: small letters, upright, not bold, 12 to 13 points."""
    look = Look(size="letter_subject", bold=False, italic=False, caps=False)
    yield from look_findings(sheet, "C13", _PLACE, "trích yếu công văn", sheet.elements.letter_subject, look)


def letter_gap(sheet: Subject) -> Iterator[Finding]:
    """C13: six points between number and subject; an empty line is no less."""
    above, below = printed(sheet.elements.number), printed(sheet.elements.letter_subject)
    if not sheet.in_word or not above or not below:
        return
    gap = _gap(above[-1].paragraph, below[0].paragraph)
    wanted = sheet.limits.letter_subject_gap
    if gap is not None and gap < wanted - 0.3:
        yield sheet.finding(
            "C13",
            _PLACE,
            below[0],
            found=f"cách dòng {gap:g} pt",
            expected=f"cách dòng {wanted:g} pt",
            message=f"Đặt khoảng cách {wanted:g} pt giữa số, ký hiệu và trích yếu công văn.",
        )


def _gap(above: Paragraph, below: Paragraph) -> float | None:
    """Points between two paragraphs of a cell that follow each other; 0 where a line break parts them."""
    if above.number == below.number:
        return 0.0
    cells = above.cell, below.cell
    near = below.number == above.number + 1 and cells[0] is not None and cells[1] is not None
    if not near or cells[0] is None or cells[1] is None or cells[0].row != cells[1].row:
        return None
    if cells[0].column != cells[1].column or above.layout is None or below.layout is None:
        return None
    return above.layout.after + below.layout.before


def _aside(sheet: Subject, piece: Piece) -> bool:
    """Whether words surely do not stand in the middle."""
    if sheet.in_word:
        layout = piece.paragraph.layout
        pushed = piece.line.text[:1].isspace() or "\t" in piece.line.text
        return (
            layout is not None
            and layout.alignment in (Alignment.LEFT, Alignment.RIGHT)
            and not pushed
            and (abs(layout.left) < 1 and abs(layout.first_line) < 1)
        )
    box, section = piece.line.box, sheet.sheet_of(piece.paragraph)
    if not sheet.in_pdf or box is None or section is None or plain(piece.line.text) != plain(piece.text):
        return False
    return not _middle(box.centre, section.width)


def _middle(centre: float, width: float) -> bool:
    """Whether a place is in the middle of the text, whichever margins the law allows, or of the page."""
    return width / 2 - 4 <= centre <= width / 2 + 14


RULES = (
    kind_look,
    subject_look,
    subject_missing,
    centred,
    subject_rule,
    letter_word,
    letter_look,
    letter_gap,
)
