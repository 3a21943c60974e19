"""Lists of offices, as ``Kính gửi`` and ``Nơi nhận`` print them: one item for each, with its dash and its end mark.

Source: NĐ 30/2020, PL I, P.I, II.9.d.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docgen.check.findings import Finding
from docgen.check.subject import Subject
from docgen.check.words import joined, plain
from docgen.read.elements import Piece

PLACE = "PL I, P.I, II.9.d"
DASH = re.compile(r"^\s*[-–—−•+*]\s*")
SHORT_DASH = re.compile(r"^\s*-")
ARCHIVE = re.compile(r"^Lưu\b")
#: The archive line, whole: no recipient follows it.
_ARCHIVED = re.compile(r"^\W*Lưu\b.*\.$")
#: The address line at the foot of the first page, which may stand between recipients on two pages.
CONTACT = re.compile(r"(?:Địa chỉ|Điện thoại|ĐT|Thư điện tử|E-?mail|Website|Trang thông tin)\b.*:", re.IGNORECASE)


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
        if not text or CONTACT.match(text):
            continue
        if groups and _ARCHIVED.match(plain(groups[-1][-1].text)):
            break
        ended = not groups or plain(groups[-1][-1].text).endswith((";", "."))
        if DASH.match(text) or ended or ARCHIVE.match(text):
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return [
        Item(
            at=group[0],
            text=DASH.sub("", joined(piece.text for piece in group)),
            dashed=bool(DASH.match(group[0].text)),
        )
        for group in groups
    ]


def end_faults(sheet: Subject, check: str, listed: Sequence[Item], *, last: bool = True) -> Iterator[Finding]:
    """Semicolons behind all but the last, and if asked a full stop behind the last."""
    open_ended = [item for item in listed[:-1] if not item.text.endswith((";", ":")) and item.dashed]
    if open_ended:
        more = f" và {len(open_ended) - 1} dòng khác" if len(open_ended) > 1 else ""
        yield sheet.finding(
            check,
            PLACE,
            open_ended[0].at,
            found=f"“{open_ended[0].text}”{more}",
            expected="dấu chấm phẩy (;) ở cuối dòng",
            message="Kết thúc mỗi dòng nơi nhận bằng dấu chấm phẩy (;).",
        )
    if last and not listed[-1].text.endswith("."):
        yield list_fault(sheet, check, listed[-1], "dấu chấm (.) ở cuối", "Kết thúc dòng cuối cùng bằng dấu chấm (.).")


def list_fault(sheet: Subject, check: str, item: Item, expected: str, message: str) -> Finding:
    """A finding at one item of a list."""
    return sheet.finding(check, PLACE, item.at, found=item.text, expected=expected, message=message)
