"""The elements of an administrative document (*thể thức*): which lines of a paper are which.

Boxes are numbered as in the decree's diagram. Source: NĐ 30/2020, PL I, P.I, IV.
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.paper.model import Line, Paragraph


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words of one line that are (part of) an element; ``text`` may be less than the line, and is in NFC."""

    text: str
    paragraph: Paragraph
    line: Line
    sure: float = 1.0  #: from 0 to 1, how sure the recognition is


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureBlock:
    """Box 7 of one signer."""

    authority: tuple[Piece, ...] = ()  #: lines of right: ``TM. …``, ``KT. …``
    position: tuple[Piece, ...] = ()  #: chức vụ; more than one piece where the line wraps
    other_position: tuple[Piece, ...] = ()  #: chức vụ khác, over the name (box 7b)
    name: Piece | None = None  #: with rank or degree as printed


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """A Phụ lục in the same file."""

    label: Piece
    title: tuple[Piece, ...] = ()
    note: tuple[Piece, ...] = ()  #: ``(Kèm theo …)``
    body: tuple[Paragraph, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Elements:
    """The boxes of a paper that were recognised; an empty tuple or None where there is none, or none was found."""

    country: tuple[Piece, ...] = ()  #: 1, Quốc hiệu
    motto: tuple[Piece, ...] = ()  #: 1, Tiêu ngữ
    superior: tuple[Piece, ...] = ()  #: 2, cơ quan chủ quản
    issuer: tuple[Piece, ...] = ()  #: 2, cơ quan ban hành
    number: tuple[Piece, ...] = ()  #: 3, ``Số: 07/QĐ-UBND`` with the word
    place_date: tuple[Piece, ...] = ()  #: 4
    kind_name: tuple[Piece, ...] = ()  #: 5a, tên loại
    subject: tuple[Piece, ...] = ()  #: 5a, trích yếu under the type name
    letter_subject: tuple[Piece, ...] = ()  #: 5b, ``V/v …``
    competence: tuple[Piece, ...] = ()  #: thẩm quyền ban hành, over the bases
    bases: tuple[Paragraph, ...] = ()  #: căn cứ
    body: tuple[Paragraph, ...] = ()  #: 6, without the bases
    to_word: Piece | None = None  #: 9a, the words ``Kính gửi``
    to: tuple[Piece, ...] = ()  #: 9a, one or more for each addressee; on one line without the words ``Kính gửi:``
    recipients_word: Piece | None = None  #: 9b, ``Nơi nhận:``
    recipients: tuple[Piece, ...] = ()  #: 9b, one for each printed line
    signatures: tuple[SignatureBlock, ...] = ()  #: 7
    urgency: Piece | None = None  #: 10b
    secrecy: Piece | None = None  #: 10a
    circulation: Piece | None = None  #: 11
    drafter: Piece | None = None  #: 12, ``PL.(300)``
    contact: tuple[Piece, ...] = ()  #: 13
    draft: Piece | None = None  #: ``DỰ THẢO``
    annexes: tuple[Annex, ...] = ()
    several: bool = False  #: another paper begins behind this one in the same file
