"""The signer's right, post and name (C19, C20).

Source: NĐ 30/2020, Điều 13; PL I, P.I, II.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docgen.check.findings import Finding, Level
from docgen.check.looks import Look, look_findings
from docgen.check.subject import Subject
from docgen.check.words import folded, plain, text_of
from docgen.read.elements import SignatureBlock

_RIGHT = "PL I, P.I, II.7.b"
_PRINT = "PL I, P.I, II.7.đ"
_NAME = "PL I, P.I, II.7.c"
#: A right written otherwise than the decree does: ``T/M``, ``K/T``, ``TM``, ``KT/``.
_ODD = re.compile(r"^(T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|T\s?/\s?U\s?Q|(?:TM|KT|TL|TUQ)(?=[\s/:]))\.?", re.IGNORECASE)
_TIGHT = re.compile(r"^(TM|KT|TL|TUQ|Q)\.(?=\S)")
_LEARNED = re.compile(
    r"^(?:(?:GS|PGS|TS|TSKH|ThS|Th\.\s?S|KS|CN|BS|DS|LS|BSCKI{0,2}|NGƯT|NGND|NSƯT|NSND|TTƯT|TTND)[.,\s]\s*"
    r"|(?:Giáo sư|Phó giáo sư|Tiến sĩ|Tiến sỹ|Thạc sĩ|Thạc sỹ|Kỹ sư|Cử nhân|Bác sĩ|Luật sư|Nhà giáo)\s)",
)
#: Bodies whose sector may allow rank and degree. Source: NĐ 30/2020, PL I, P.I, II.7.c, last paragraph.
_SECTORS = re.compile(
    r"TRƯỜNG|HỌC VIỆN|ĐẠI HỌC|BỆNH VIỆN|\bVIỆN\b|TRUNG TÂM|GIÁO DỤC|GD\s?&?\s?ĐT|Y TẾ|KHOA HỌC|CÔNG AN|QUÂN|QUỐC PHÒNG"
)
#: Resolutions of a people's council are certified by its chairman alone, so councils are left out.
_COLLEGIAL = re.compile(r"^(?:ỦY BAN NHÂN DÂN|UBND)\b")
_SPEAKS = re.compile(
    r"(?:Ủy|Uỷ) ban nhân dân(?: \S+){0,5}? "
    r"(?:yêu cầu|đề nghị|chỉ đạo|giao|thông báo|báo cáo|kính trình|trình|hướng dẫn|có ý kiến|ban hành|xây dựng)\b"
)


def authority_words(sheet: Subject) -> Iterator[Finding]:
    """C19: the right is written TM., KT., TL., TUQ. or Q."""
    for block in sheet.elements.signatures:
        for piece in block.authority:
            text = plain(piece.text)
            if match := _ODD.match(text):
                right = re.sub(r"[^A-Z]", "", match[1].upper()) + "."
                yield sheet.finding(
                    "C19",
                    _RIGHT,
                    piece,
                    found=text,
                    expected=f"{right} …",
                    message=f"Viết tắt quyền hạn của người ký là “{right}”.",
                )
            elif _TIGHT.match(text):
                yield sheet.finding(
                    "C19",
                    "PL I, P.I, V (7); PL III, II",
                    piece,
                    level=Level.FORM,
                    found=text,
                    expected=_TIGHT.sub(r"\1. ", text),
                    message="Cách một khoảng trắng sau chữ viết tắt quyền hạn của người ký.",
                )


def deputy(sheet: Subject) -> Iterator[Finding]:
    """C19: a deputy signs for the head, so KT. (or an order, TL., TUQ.) stands above."""
    if not sheet.laid_out or len(sheet.elements.signatures) != 1:
        return
    block = sheet.elements.signatures[0]
    post = folded(text_of(block.position))
    rights = [folded(piece.text) for piece in block.authority]
    if not post.startswith("PHÓ ") or block.other_position:
        return
    if any(re.match(r"K\s?/?\s?T|T\s?/?\s?L|T\s?/?\s?U\s?Q", right) for right in rights):
        return
    if rights or _COLLEGIAL.match(sheet.issuer):
        yield sheet.finding(
            "C19",
            "Điều 13; PL I, P.I, II.7.b",
            block.position[0],
            found=" / ".join([*(plain(piece.text) for piece in block.authority), text_of(block.position)]),
            expected="KT. <chức vụ người đứng đầu>",
            message="Ghi “KT.” và chức vụ của người đứng đầu trên chức vụ của cấp phó.",
        )


def collective(sheet: Subject) -> Iterator[Finding]:
    """C19: what a collegial body itself decides or asks is signed TM."""
    if not sheet.laid_out or len(sheet.elements.signatures) != 1:
        return
    block = sheet.elements.signatures[0]
    words = [folded(piece.text) for piece in (*block.authority, *block.position)]
    if not words or not _COLLEGIAL.match(sheet.issuer) or any(re.match(r"T\s?/?\s?M", word) for word in words):
        return
    if not re.search(r"CHỦ TỊCH$", words[0]) or any("TL" in word or "TUQ" in word for word in words):
        return
    competence = folded(text_of(sheet.elements.competence))
    if _COLLEGIAL.match(competence) or (not competence and _speaks(sheet)):
        at = (*block.authority, *block.position)[0]
        yield sheet.finding(
            "C19",
            "Điều 13.2; PL I, P.I, II.7.b",
            at,
            found=" / ".join(plain(piece.text) for piece in (*block.authority, *block.position)),
            expected="TM. ỦY BAN NHÂN DÂN",
            message="Thêm dòng “TM. ỦY BAN NHÂN DÂN”: văn bản nói nhân danh tập thể thì ký thay mặt tập thể.",
        )


def _speaks(sheet: Subject) -> bool:
    """Whether the body speaks for the committee and nowhere for its chairman."""
    text = sheet.wording.text
    return bool(_SPEAKS.search(text)) and not re.search(
        r"Chủ tịch (?:Ủy|Uỷ) ban nhân dân(?: \S+){0,4}? (?:yêu cầu|đề nghị|giao|có ý kiến|thông báo)", text
    )


def authority_look(sheet: Subject) -> Iterator[Finding]:
    """C19: capitals, upright, bold, 13 to 14 points."""
    look = Look(size="authority", bold=True, italic=False, caps=True)
    for block in sheet.elements.signatures:
        pieces = (*block.authority, *block.position)
        yield from look_findings(sheet, "C19", _PRINT, "quyền hạn, chức vụ của người ký", pieces, look)


def name_look(sheet: Subject) -> Iterator[Finding]:
    """C20: small letters, upright, bold, 13 to 14 points."""
    look = Look(size="signer", bold=True, italic=False, caps=False)
    for block in sheet.elements.signatures:
        if block.name is not None and ":" not in block.name.line.text:
            yield from look_findings(sheet, "C20", _PRINT, "họ tên người ký", [block.name], look)
            yield from _name_caps(sheet, block)


def _name_caps(sheet: Subject, block: SignatureBlock) -> Iterator[Finding]:
    """A name of two words in capitals, which the look lets pass as an abbreviation."""
    name = plain(block.name.text) if block.name is not None else ""
    if len(name.split()) == 2 and name == name.upper() and all(len(word) > 1 for word in name.split()):
        yield sheet.finding(
            "C20",
            _PRINT,
            block.name,
            found=name,
            expected="chữ in thường",
            message="Trình bày họ tên người ký bằng chữ in thường.",
        )


def learned(sheet: Subject) -> Iterator[Finding]:
    """C20: no degree or title of honour before the name, save where the sector allows it."""
    place = f"{folded(text_of(sheet.elements.superior))} {sheet.issuer}"
    if _SECTORS.search(place):
        return
    for block in sheet.elements.signatures:
        if block.name is not None and (match := _LEARNED.match(plain(block.name.text))):
            yield sheet.finding(
                "C20",
                _NAME,
                block.name,
                found=plain(block.name.text),
                expected=plain(block.name.text)[match.end() :],
                message="Bỏ học hàm, học vị, danh hiệu trước họ tên người ký.",
            )


RULES = (authority_words, deputy, collective, authority_look, name_look, learned)
