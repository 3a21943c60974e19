"""``Nơi nhận`` (C25): who gets a copy.

Source: NĐ 30/2020, PL I, P.I, II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.findings import Finding
from docgen.check.listed import ARCHIVE, PLACE, Item, end_faults, items, list_fault
from docgen.check.looks import Look, look_findings, printed
from docgen.check.subject import Subject
from docgen.check.words import plain
from docgen.paper.model import Alignment, Paragraph
from docgen.read.elements import Piece
from docgen.rules.page import MM_PER_POINT
from docgen.rules.recipients import AS_ABOVE

#: An archive line anywhere: the list may go on where it was not followed, on the next page.
_FILED = re.compile(r"^\W*Lưu\b", re.MULTILINE)
_RIGHT_ARCHIVE = re.compile(r"^Lưu:\s*VT\s?,\s?\S.*\.$")
#: Kinds whose archive line may name no drafting unit. Source: NĐ 30/2020, PL III, Mẫu 1.8.
_UNITLESS = frozenset({"GIẤY GIỚI THIỆU"})
#: Millimetres by which a line may stand in before an eye sees it.
_FLUSH = 3.0
#: Kinds that are minutes: Nơi nhận stands below the secretary. Source: PL III, Mẫu 1.9.
_MINUTES = frozenset({"BIÊN BẢN"})


def word_look(sheet: Subject) -> Iterator[Finding]:
    """C25: ``Nơi nhận:`` in 12 points, italic, bold, a colon behind."""
    word = sheet.elements.recipients_word
    if word is None:
        return
    look = Look(size="recipients_word", bold=True, italic=True)
    yield from look_findings(sheet, "C25", PLACE, "từ “Nơi nhận”", [word], look)
    text = plain(word.line.text)
    if re.match(r"Nơi nhận(?!\s?:)", text):
        yield sheet.finding(
            "C25",
            PLACE,
            word,
            found=text,
            expected="Nơi nhận:",
            message="Đặt dấu hai chấm (:) sau từ “Nơi nhận”.",
        )


def list_look(sheet: Subject) -> Iterator[Finding]:
    """C25: the list in 11 points, upright, not bold."""
    look = Look(size="recipients", bold=False, italic=False)
    yield from look_findings(sheet, "C25", PLACE, "danh sách nơi nhận", sheet.elements.recipients, look)


def flush_left(sheet: Subject) -> Iterator[Finding]:
    """C25: ``Nơi nhận:`` and the dashes of its list stand at the left margin, in Word."""
    word = sheet.elements.recipients_word
    pieces = printed((*([word] if word is not None else []), *sheet.elements.recipients))
    at = next((piece for piece in pieces if (_indent(piece.paragraph) or 0) > _FLUSH), None)
    if at is not None:
        found = f"“{plain(at.text)}” lùi vào {_indent(at.paragraph) or 0:.0f} mm"
        message = "Đặt từ “Nơi nhận” và các gạch đầu dòng sát lề trái."
        yield sheet.finding("C25", PLACE, at, found=found, expected="sát lề trái", message=message)


def _indent(paragraph: Paragraph) -> float | None:
    """Millimetres from the margin, or from the side of the cell, to the first letter, where indents alone say it."""
    layout = paragraph.layout
    if layout is None or layout.alignment not in (Alignment.LEFT, Alignment.JUSTIFIED):
        return None
    return layout.left + layout.first_line


def listed_right(sheet: Subject) -> Iterator[Finding]:
    """C25: every recipient has a dash before and a semicolon behind."""
    listed = items(printed(sheet.elements.recipients))
    bare = [item for item in listed if not item.dashed and not item.text.startswith("(")]
    if bare and len(bare) < len(listed):
        yield list_fault(sheet, "C25", bare[0], f"- {bare[0].text}", "Đặt gạch đầu dòng (-) trước mỗi nơi nhận.")
    kept = [item for item in listed if not ARCHIVE.match(item.text)]
    yield from end_faults(
        sheet, "C25", [*kept, *([listed[-1]] if listed and listed[-1] not in kept else [])], last=False
    )


def as_above(sheet: Subject) -> Iterator[Finding]:
    """C25: where there is ``Kính gửi``, the list begins with ``Như trên``."""
    if sheet.elements.to_word is None or not sheet.elements.recipients:
        return
    listed = items(printed(sheet.elements.recipients))
    if not listed:
        return
    first = _name(listed[0])
    if first.startswith(AS_ABOVE[0]):
        return
    late = next((item for item in listed if _name(item).startswith(AS_ABOVE)), None)
    at = late or listed[0]
    yield sheet.finding(
        "C25",
        "PL I, P.I, II.9.b",
        at.at,
        found=at.text,
        expected=f"- {AS_ABOVE[0]}; ở dòng đầu",
        message=f"Ghi “- {AS_ABOVE[0]};” ở dòng đầu của Nơi nhận.",
    )


def _name(item: Item) -> str:
    return item.text.rstrip(" ;.,")


def archive(sheet: Subject) -> Iterator[Finding]:
    """C25: the last line is ``- Lưu: VT, <unit>.``"""
    listed = items(printed(sheet.elements.recipients))
    if not listed or sheet.elements.recipients_word is None:
        return
    line = next((item for item in reversed(listed) if ARCHIVE.match(item.text)), None)
    if line is None:
        if (sheet.is_named or sheet.is_letter) and not _FILED.search(sheet.paper.text):
            message = "Thêm dòng cuối “- Lưu: VT, <đơn vị soạn thảo>.”."
            yield list_fault(sheet, "C25", listed[-1], "- Lưu: VT, ….", message)
        return
    if _RIGHT_ARCHIVE.match(line.text):
        return
    if wrong := _archive_fault(line.text, sheet.kind):
        yield list_fault(sheet, "C25", line, "- Lưu: VT, <đơn vị soạn thảo>.", wrong)


def _archive_fault(text: str, kind: str) -> str:
    """What to mend in the line, all faults in one sentence; empty where it is right."""
    faults = []
    if not text.startswith("Lưu:"):
        faults.append("đặt dấu hai chấm (:) sau chữ “Lưu”")
    rest = text.removeprefix("Lưu").lstrip(" :")
    if not re.match(r"VT\b", rest):
        faults.append("ghi chữ viết tắt “VT”")
    elif not re.match(r"VT\s?[,.(]", rest + ","):
        faults.append("đặt dấu phẩy (,) sau “VT”")
    elif re.fullmatch(r"VT\s?[.,]?", rest) and kind not in _UNITLESS:
        faults.append("ghi chữ viết tắt tên đơn vị soạn thảo sau “VT”")
    if not text.endswith("."):
        faults.append("kết thúc bằng dấu chấm (.)")
    return f"Sửa dòng lưu: {', '.join(faults)}." if faults else ""


def level_with_signer(sheet: Subject) -> Iterator[Finding]:
    """C25: ``Nơi nhận:`` stands level with the signer's right or post, in a PDF and in a table of Word."""
    word, signatures = sheet.elements.recipients_word, sheet.elements.signatures
    if word is None or len(signatures) != 1 or sheet.kind in _MINUTES:
        return
    first = next(iter((*signatures[0].authority, *signatures[0].position)), None)
    if first is None:
        return
    if sheet.in_pdf:
        off = _apart(word, first)
    else:
        cells = word.paragraph.cell, first.paragraph.cell
        off = (
            cells[0] is not None
            and cells[1] is not None
            and cells[0].table == cells[1].table
            and (cells[0].row != cells[1].row)
        )
    if off:
        yield sheet.finding(
            "C25",
            PLACE,
            word,
            found="“Nơi nhận” không ngang hàng với chức vụ người ký",
            expected="ngang hàng",
            message="Đặt “Nơi nhận:” ngang hàng với dòng quyền hạn, chức vụ của người ký.",
        )


def _apart(word: Piece, first: Piece) -> bool:
    """Whether two lines of a page are surely on different heights: more than a line of 13 points."""
    boxes = word.line.box, first.line.box
    if boxes[0] is None or boxes[1] is None or word.paragraph.page != first.paragraph.page:
        return False
    return abs(boxes[0].bottom - boxes[1].bottom) > 13 * MM_PER_POINT


RULES = (word_look, list_look, flush_left, listed_right, as_above, archive, level_with_signer)
