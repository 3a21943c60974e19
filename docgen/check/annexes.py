"""Annexes (*phụ lục*) in the same file: number, title, note, mention in the text, own page numbers (C26, C04).

Source: NĐ 30/2020, PL I, P.I, III.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.findings import Finding
from docgen.check.looks import Look, look_findings
from docgen.check.subject import Subject
from docgen.check.words import paragraph_text, plain, text_of
from docgen.paper.model import Alignment, Paragraph, Place
from docgen.read.elements import Annex

_LABEL = "PL I, P.I, III.1.b"
_NOTE = "PL I, P.I, III.1.c"
_NUMBER = re.compile(r"^(phụ lục)(?:\s+(?:số\s+)?([0-9]+|[IVXLC]+|[A-Z]))?\b", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+")
_ATTACHED = re.compile(r"kèm theo", re.IGNORECASE)


def mentioned(sheet: Subject) -> Iterator[Finding]:
    """C26: the text points to its annexes."""
    annexes = sheet.elements.annexes
    words = sheet.wording.lower
    if annexes and sheet.elements.body and "phụ lục" not in words and "kèm theo" not in words:
        yield sheet.finding(
            "C26",
            "PL I, P.I, III.1.a",
            annexes[0].label,
            found="văn bản không nhắc đến Phụ lục",
            expected="chỉ dẫn về Phụ lục trong văn bản",
            message="Thêm vào nội dung văn bản chỉ dẫn về Phụ lục kèm theo.",
        )


def numbered(sheet: Subject) -> Iterator[Finding]:
    """C26: two or more annexes have Roman numbers."""
    annexes = sheet.elements.annexes
    if len(annexes) < 2:
        return
    for annex in annexes:
        match = _NUMBER.match(plain(annex.label.text))
        if match is not None and not (match[2] and _ROMAN.fullmatch(match[2])):
            yield sheet.finding(
                "C26",
                "PL I, P.I, III.1.a",
                annex.label,
                found=plain(annex.label.text),
                expected="Phụ lục I, Phụ lục II…",
                message="Đánh số thứ tự các Phụ lục bằng chữ số La Mã.",
            )
            return


def label_look(sheet: Subject) -> Iterator[Finding]:
    """C26: ``Phụ lục I`` in 14 points, small letters, upright, bold, in the middle."""
    for annex in sheet.elements.annexes:
        faults = list(_label_faults(sheet, annex))
        yield from faults
        if faults:
            return


def _label_faults(sheet: Subject, annex: Annex) -> Iterator[Finding]:
    if plain(annex.label.text).startswith("PHỤ LỤC"):
        yield sheet.finding(
            "C26",
            _LABEL,
            annex.label,
            found=plain(annex.label.text),
            expected="Phụ lục …",
            message="Trình bày từ “Phụ lục” và số thứ tự bằng chữ in thường.",
        )
    look = Look(size="annex", bold=True, italic=False)
    yield from look_findings(sheet, "C26", _LABEL, "từ “Phụ lục”", [annex.label], look)
    layout = annex.label.paragraph.layout
    text = annex.label.line.text
    if layout is not None and layout.alignment is Alignment.LEFT and not text[:1].isspace() and abs(layout.left) < 1:
        yield sheet.finding(
            "C26",
            _LABEL,
            annex.label,
            found="từ “Phụ lục” không ở giữa",
            expected="canh giữa",
            message="Canh giữa từ “Phụ lục” và số thứ tự.",
        )


def title_look(sheet: Subject) -> Iterator[Finding]:
    """C26: the title in capitals, upright, bold, 13 to 14 points."""
    look = Look(size="annex_title", bold=True, italic=False, caps=True)
    for annex in sheet.elements.annexes:
        faults = list(look_findings(sheet, "C26", _LABEL, "tên Phụ lục", annex.title, look))
        yield from faults
        if faults:
            return


def note(sheet: Subject) -> Iterator[Finding]:
    """C26: every annex names the document that it belongs to, in italics of 13 to 14 points."""
    for annex in sheet.elements.annexes:
        if not annex.note and not _attached(annex):
            yield sheet.finding(
                "C26",
                _NOTE,
                annex.label,
                found=f"{text_of([annex.label])} không có thông tin kèm theo văn bản",
                expected="(Kèm theo Văn bản số … ngày … tháng … năm … của …)",
                message="Thêm dòng “(Kèm theo …)” chỉ dẫn văn bản ở dưới tên Phụ lục.",
            )
            return
        faults = list(
            look_findings(sheet, "C26", _NOTE, "dòng “(Kèm theo …)”", annex.note, Look(size="annex_note", italic=True))
        )
        yield from faults
        if faults:
            return


def _attached(annex: Annex) -> bool:
    """Whether the first lines name the document all the same, or there is nothing to see."""
    first = [paragraph_text(paragraph) for paragraph in annex.body[:4]]
    words = [text_of([annex.label]), text_of(annex.title), *first]
    return not any(first) or any(_ATTACHED.search(text) for text in words)


def own_numbers(sheet: Subject) -> Iterator[Finding]:
    """C04: the pages of every annex are counted by themselves; in Word it is a section that begins at 1."""
    for annex in sheet.elements.annexes:
        anew = _starts_anew if sheet.in_word else _counted_anew
        if not sheet.laid_out or not annex.body or anew(sheet, annex.label.paragraph):
            continue
        yield sheet.finding(
            "C04",
            "PL I, P.I, III.1.đ",
            annex.label,
            found=f"số trang của {text_of([annex.label])} đánh tiếp số trang trước",
            expected="đánh số riêng theo từng Phụ lục",
            message="Ngắt phần (section) trước mỗi Phụ lục và đánh lại số trang từ 1.",
        )
        return


def _starts_anew(sheet: Subject, label: Paragraph) -> bool:
    """Whether numbering begins anew with an annex, or there is none to begin."""
    section = sheet.sheet_of(label)
    if section is None or section.numbers is None:
        return True
    before = [
        p for p in sheet.paper.paragraphs if p.number < label.number and p.sheet == label.sheet and p.text.strip()
    ]
    return not before and section.numbers.start is not None


def _counted_anew(sheet: Subject, label: Paragraph) -> bool:
    """Whether the pages of an annex show numbers of their own and not their places in the file, if any."""
    first = label.page or 1
    starts = {annex.label.paragraph.page for annex in sheet.elements.annexes}
    if first == 1:
        return True
    own = (first,) if first + 1 in starts else (first, first + 1)
    shown = {p.page: plain(p.text) for p in sheet.paper.of(Place.HEADER, Place.FOOTER) if plain(p.text).isdecimal()}
    return not any(shown.get(page) == str(page) for page in own)


RULES = (mentioned, numbered, label_look, title_look, note, own_numbers)
