"""``Kính gửi`` (C24) and ``Nơi nhận`` (C25): who gets the document.

Source: NĐ 30/2020, PL I, P.I, II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.check.findings import Finding
from docgen.check.looks import Look, look_findings, main_size, printed, runs_of
from docgen.check.subject import Subject
from docgen.check.words import joined, plain
from docgen.fonts import text_width
from docgen.paper.model import Alignment, Paragraph, Place
from docgen.read.elements import Piece
from docgen.rules.page import MM_PER_POINT
from docgen.rules.recipients import AS_ABOVE

_TO = "PL I, P.I, II.9.d"
_DASH = re.compile(r"^\s*[-–—−•+*]\s*")
_SHORT_DASH = re.compile(r"^\s*-")
_ARCHIVE = re.compile(r"^Lưu\b")
#: The archive line, whole: no recipient follows it.
_ARCHIVED = re.compile(r"^\W*Lưu\b.*\.$")
#: The address line at the foot of the first page, which may stand between recipients on two pages.
_CONTACT = re.compile(r"(?:Địa chỉ|Điện thoại|ĐT|Thư điện tử|E-?mail|Website|Trang thông tin)\b.*:", re.IGNORECASE)
#: An archive line anywhere: the list may go on where it was not followed, on the next page.
_FILED = re.compile(r"^\W*Lưu\b", re.MULTILINE)
_RIGHT_ARCHIVE = re.compile(r"^Lưu:\s*VT\s?,\s?\S.*\.$")
#: Kinds whose archive line may name no drafting unit. Source: NĐ 30/2020, PL III, Mẫu 1.8.
_UNITLESS = frozenset({"GIẤY GIỚI THIỆU"})
#: Millimetres by which a line may stand in before an eye sees it.
_FLUSH = 3.0
#: Kinds that are minutes: Nơi nhận stands below the secretary. Source: PL III, Mẫu 1.9.
_MINUTES = frozenset({"BIÊN BẢN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One addressee or recipient, its printed lines joined."""

    at: Piece
    text: str
    dashed: bool


def items(pieces: Sequence[Piece]) -> list[Item]:
    """Printed lines as a list up to the archive line: a new item at each dash, and after each semicolon."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        text = plain(piece.text)
        if not text or _CONTACT.match(text):
            continue
        if groups and _ARCHIVED.match(plain(groups[-1][-1].text)):
            break
        ended = not groups or plain(groups[-1][-1].text).endswith((";", "."))
        if _DASH.match(text) or ended or _ARCHIVE.match(text):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return [
        Item(
            at=group[0],
            text=_DASH.sub("", joined(piece.text for piece in group)),
            dashed=bool(_DASH.match(group[0].text)),
        )
        for group in groups
    ]


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
            _TO,
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
    yield from look_findings(sheet, "C24", _TO, "“Kính gửi” và nơi nhận", pieces, look)


def to_list(sheet: Subject) -> Iterator[Finding]:
    """C24: two or more addressees stand on lines of their own, each dashed, ``;`` behind each, ``.`` at the end."""
    listed, word = items(sheet.elements.to), sheet.elements.to_word
    if len(listed) < 2 or not any(item.dashed or item.text.endswith(";") for item in listed):
        return
    if word is not None and word.line is listed[0].at.line:
        yield sheet.finding(
            "C24",
            _TO,
            word,
            found=word.line.text,
            expected="xuống dòng sau “Kính gửi:”",
            message="Xuống dòng sau “Kính gửi:” khi văn bản gửi từ hai nơi trở lên.",
        )
    bare = next((item for item in listed if not item.dashed), None)
    if bare is not None:
        yield _list_fault(sheet, "C24", bare, f"- {bare.text}", "Đặt gạch đầu dòng (-) trước mỗi nơi nhận.")
    yield from _ends(sheet, "C24", listed, last=not _goes_on(sheet, sheet.elements.to[-1]))


def _goes_on(sheet: Subject, last: Piece) -> bool:
    """Whether the page shows more of a list than was recognised."""
    if last.paragraph.lines and last.line != last.paragraph.lines[-1]:
        return True
    later = (p.text for p in sheet.paper.of(Place.BODY) if p.number > last.paragraph.number)
    after = next((text for text in later if text.strip() and not _CONTACT.match(text.strip())), "")
    return bool(_SHORT_DASH.match(after))


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
            _TO,
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


def word_look(sheet: Subject) -> Iterator[Finding]:
    """C25: ``Nơi nhận:`` in 12 points, italic, bold, a colon behind."""
    word = sheet.elements.recipients_word
    if word is None:
        return
    look = Look(size="recipients_word", bold=True, italic=True)
    yield from look_findings(sheet, "C25", _TO, "từ “Nơi nhận”", [word], look)
    text = plain(word.line.text)
    if re.match(r"Nơi nhận(?!\s?:)", text):
        yield sheet.finding(
            "C25",
            _TO,
            word,
            found=text,
            expected="Nơi nhận:",
            message="Đặt dấu hai chấm (:) sau từ “Nơi nhận”.",
        )


def list_look(sheet: Subject) -> Iterator[Finding]:
    """C25: the list in 11 points, upright, not bold."""
    look = Look(size="recipients", bold=False, italic=False)
    yield from look_findings(sheet, "C25", _TO, "danh sách nơi nhận", sheet.elements.recipients, look)


def flush_left(sheet: Subject) -> Iterator[Finding]:
    """C25: ``Nơi nhận:`` and the dashes of its list stand at the left margin, in Word."""
    word = sheet.elements.recipients_word
    pieces = printed((*([word] if word is not None else []), *sheet.elements.recipients))
    at = next((piece for piece in pieces if (_indent(piece.paragraph) or 0) > _FLUSH), None)
    if at is not None:
        found = f"“{plain(at.text)}” lùi vào {_indent(at.paragraph) or 0:.0f} mm"
        message = "Đặt từ “Nơi nhận” và các gạch đầu dòng sát lề trái."
        yield sheet.finding("C25", _TO, at, found=found, expected="sát lề trái", message=message)


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
        yield _list_fault(sheet, "C25", bare[0], f"- {bare[0].text}", "Đặt gạch đầu dòng (-) trước mỗi nơi nhận.")
    kept = [item for item in listed if not _ARCHIVE.match(item.text)]
    yield from _ends(sheet, "C25", [*kept, *([listed[-1]] if listed and listed[-1] not in kept else [])], last=False)


def _ends(sheet: Subject, check: str, listed: Sequence[Item], *, last: bool = True) -> Iterator[Finding]:
    """Semicolons behind all but the last, and if asked a full stop behind the last."""
    open_ended = [item for item in listed[:-1] if not item.text.endswith((";", ":")) and item.dashed]
    if open_ended:
        more = f" và {len(open_ended) - 1} dòng khác" if len(open_ended) > 1 else ""
        yield sheet.finding(
            check,
            _TO,
            open_ended[0].at,
            found=f"“{open_ended[0].text}”{more}",
            expected="dấu chấm phẩy (;) ở cuối dòng",
            message="Kết thúc mỗi dòng nơi nhận bằng dấu chấm phẩy (;).",
        )
    if last and not listed[-1].text.endswith("."):
        yield _list_fault(sheet, check, listed[-1], "dấu chấm (.) ở cuối", "Kết thúc dòng cuối cùng bằng dấu chấm (.).")


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
    line = next((item for item in reversed(listed) if _ARCHIVE.match(item.text)), None)
    if line is None:
        if (sheet.is_named or sheet.is_letter) and not _FILED.search(sheet.paper.text):
            message = "Thêm dòng cuối “- Lưu: VT, <đơn vị soạn thảo>.”."
            yield _list_fault(sheet, "C25", listed[-1], "- Lưu: VT, ….", message)
        return
    if _RIGHT_ARCHIVE.match(line.text):
        return
    if wrong := _archive_fault(line.text, sheet.kind):
        yield _list_fault(sheet, "C25", line, "- Lưu: VT, <đơn vị soạn thảo>.", wrong)


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
            _TO,
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


def _list_fault(sheet: Subject, check: str, item: Item, expected: str, message: str) -> Finding:
    return sheet.finding(check, _TO, item.at, found=item.text, expected=expected, message=message)


RULES = (
    addressed,
    not_addressed,
    to_colon,
    to_look,
    to_list,
    to_dashes,
    word_look,
    list_look,
    flush_left,
    listed_right,
    as_above,
    archive,
    level_with_signer,
)
