"""The issuing body and its superior: type and rule (C08).

Source: NĐ 30/2020, PL I, P.I, II.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.drawn import rule_findings
from docgen.check.findings import Finding
from docgen.check.looks import Look, look_findings, runs_of, share
from docgen.check.subject import Subject
from docgen.check.words import folded, text_of
from docgen.read.elements import Piece
from docgen.rules.page import CIRCULATIONS, URGENCY_FRAMES

_PLACE = "PL I, P.I, II.2.b"
#: First halves of names that stand on two lines and are no superior of what follows.
_HALVES = frozenset({"ỦY BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN", "ĐẢNG ỦY", "CÔNG AN", "SỞ"})
#: Words of stamps that stand above the head of a page and belong to no office.
_LETTERS, _ROMAN = re.compile(r"[^\W\d_]+"), re.compile("[IVXLC]+")
#: Letters with which a syllable sounds, marks aside.
_VOWEL = re.compile("[AEIOUYÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]")
#: Enterprises, whose registered names may hold abbreviations.
_COMPANY = re.compile(r"CÔNG TY|TẬP ĐOÀN|TỔNG CÔNG TY|NGÂN HÀNG")
_STAMPS = frozenset({*CIRCULATIONS, *URGENCY_FRAMES, "MẬT", "TỐI MẬT", "TUYỆT MẬT"})


def superior_look(sheet: Subject) -> Iterator[Finding]:
    """C08: capitals, upright, 12 to 13 points, not bold."""
    pieces = [piece for piece in sheet.elements.superior if folded(piece.text) not in _STAMPS]
    if not _headed(sheet) or folded(text_of(pieces)) in _HALVES:
        return
    while len(pieces) > 1 and not _bold(pieces[0]) and _bold(pieces[-1]):
        pieces.pop()  # a line of the issuer that was taken for one of its superior
    look = Look(size="superior", bold=False, italic=False, caps=True)
    yield from look_findings(sheet, "C08", _PLACE, "tên cơ quan chủ quản", pieces, look)


def issuer_look(sheet: Subject) -> Iterator[Finding]:
    """C08: capitals, upright, 12 to 13 points, bold."""
    pieces = list(sheet.issuer_pieces)
    if not _headed(sheet):
        return
    while len(pieces) > 1 and not _bold(pieces[0]) and _bold(pieces[-1]):
        pieces.pop(0)  # a line of the superior that was taken for one of the issuer
    look = Look(size="office", bold=True, italic=False, caps=True)
    yield from look_findings(sheet, "C08", _PLACE, "tên cơ quan ban hành", pieces, look)


def full_name(sheet: Subject) -> Iterator[Finding]:
    """C08: the issuer bears its full name; only its superior may be abbreviated."""
    pieces = [piece for piece in sheet.issuer_pieces if _bold(piece)]
    short = [word for piece in pieces for word in _LETTERS.findall(folded(piece.text)) if _is_short(word)]
    if short and _headed(sheet) and not _COMPANY.search(sheet.issuer):
        yield sheet.finding(
            "C08",
            "PL I, P.I, II.2.a",
            pieces[0],
            found=f"{text_of(pieces)} (viết tắt {', '.join(short)})",
            expected="tên chính thức, đầy đủ",
            message="Ghi đầy đủ tên cơ quan ban hành văn bản; chỉ tên cơ quan chủ quản được viết tắt.",
        )


def _is_short(word: str) -> bool:
    """Whether letters are surely an abbreviation: no syllable, no word of a foreign name, no Roman number."""
    return word == "UBND" or (len(word) > 1 and not _VOWEL.search(word) and not _ROMAN.fullmatch(word))


def issuer_rule(sheet: Subject) -> Iterator[Finding]:
    """C08: a solid rule under the issuer, a third to a half of its words."""
    if not _headed(sheet):
        return
    yield from rule_findings(
        sheet,
        "C08",
        _PLACE,
        "tên cơ quan ban hành",
        sheet.issuer_pieces,
        sheet.limits.rule_share,
        "dài từ 1/3 đến 1/2 dòng chữ",
    )


def _headed(sheet: Subject) -> bool:
    """Whether the paper has the head of a numbered document; a letter of courtesy has none."""
    elements = sheet.elements
    cells = [pieces[0].paragraph.cell for pieces in (elements.country, elements.issuer) if pieces]
    tables = {None if cell is None else cell.table for cell in cells}
    beside = len(cells) == 2 and len(tables) == 1 and (None not in tables or _on_one_line(sheet))
    return bool(elements.country and (elements.number or beside))


def _on_one_line(sheet: Subject) -> bool:
    """Whether the head is typed with blanks: Tiêu ngữ and issuer in one paragraph."""
    motto, issuer = sheet.elements.motto, sheet.elements.issuer
    return bool(motto and issuer) and motto[-1].paragraph is issuer[-1].paragraph


def _bold(piece: Piece) -> bool:
    return share(runs_of(piece), lambda run: run.bold) > 0.9


RULES = (superior_look, issuer_look, full_name, issuer_rule)
