"""The page and its sizes: what the decree allows, and what this project chose within it.

The ranges are the law; the choices are the sample sizes of the decree's own table (Mục V), so that Quốc hiệu,
Tiêu ngữ and date grow and shrink together as its footnote asks.
Source: NĐ 30/2020, PL I, P.I, I and V.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Millimetres in a point, and twentieths of a point (the unit of Word) in a millimetre.
MM_PER_POINT = 25.4 / 72
TWIPS_PER_MM = 1440 / 25.4

#: Font of every document. Source: NĐ 30/2020, PL I, P.I, I.4.
FONT = "Times New Roman"


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """The least and the most that the decree allows, both included."""

    least: float
    most: float

    def holds(self, value: float, *, tolerance: float = 0.05) -> bool:
        """Whether ``value`` lies in the range, give or take ``tolerance``."""
        return self.least - tolerance <= value <= self.most + tolerance


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A sheet of A4 and its margins, in millimetres."""

    width: float = 210.0
    height: float = 297.0
    top: float = 20.0
    bottom: float = 20.0
    left: float = 30.0
    right: float = 15.0

    @property
    def text_width(self) -> float:
        """Millimetres between the left and the right margin."""
        return self.width - self.left - self.right


#: Source: NĐ 30/2020, PL I, P.I, I.3 (millimetres).
MARGINS = {
    "top": Range(least=20, most=25),
    "bottom": Range(least=20, most=25),
    "left": Range(least=30, most=35),
    "right": Range(least=15, most=20),
}

#: The page of every kind.
PAGE = Page()

#: The page of an annex with a wide table, its margins as it is read. Source: NĐ 30/2020, PL I, P.I, I.2.
LANDSCAPE = Page(width=297.0, height=210.0)

#: Millimetres by which each of two signature blocks beside each other keeps off the middle; nothing prescribes it.
GUTTER = 2.0

#: Millimetres (width, height) of the frame of each urgency (*mức độ khẩn*). Source: NĐ 30/2020, PL I, P.I, III.2.b.
URGENCY_FRAMES = {"KHẨN": (20.0, 8.0), "THƯỢNG KHẨN": (40.0, 8.0), "HỎA TỐC": (30.0, 8.0)}
#: What box 11 may say: scope of circulation, or that the document is to be given back for good.
#: Source: NĐ 30/2020, PL I, P.I, III.2.a and c.
CIRCULATIONS = ("XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI")

#: Points allowed for each element. Source: NĐ 30/2020, PL I, P.I, V.
SIZES = {
    "country": Range(least=12, most=13),
    "motto": Range(least=13, most=14),
    "superior": Range(least=12, most=13),
    "office": Range(least=12, most=13),
    "number": Range(least=13, most=13),
    "date": Range(least=13, most=14),
    "kind": Range(least=13, most=14),
    "subject": Range(least=13, most=14),
    "letter_subject": Range(least=12, most=13),
    "body": Range(least=13, most=14),
    "authority": Range(least=13, most=14),
    "signer": Range(least=13, most=14),
    "addressees": Range(least=13, most=14),
    "recipients_word": Range(least=12, most=12),
    "recipients": Range(least=11, most=11),
    "annex": Range(least=14, most=14),
    "annex_title": Range(least=13, most=14),
    "page_number": Range(least=13, most=14),
    "urgency": Range(least=13, most=14),
    "circulation": Range(least=13, most=14),
    "drafter": Range(least=11, most=11),
    "contact": Range(least=11, most=12),
    "copy": Range(least=13, most=14),
}

#: Points that this project prints: the decree's sample sizes.
CHOSEN = {
    "country": 12.0,
    "motto": 13.0,
    "superior": 12.0,
    "office": 12.0,
    "number": 13.0,
    "date": 13.0,
    "kind": 14.0,
    "subject": 14.0,
    "letter_subject": 12.0,
    "body": 14.0,
    "authority": 14.0,
    "signer": 14.0,
    "addressees": 14.0,
    "recipients_word": 12.0,
    "recipients": 11.0,
    "annex": 14.0,
    "annex_title": 14.0,
    "page_number": 14.0,
    "urgency": 13.0,
    "circulation": 13.0,
    "drafter": 11.0,
    "contact": 11.0,
    "copy": 14.0,
}

#: Millimetres that the first line of a paragraph stands in (1 cm or 1,27 cm). Source: PL I, P.I, II.6.e.
INDENTS = (10.0, 12.7)
INDENT = 12.7
#: Points between paragraphs, at least. Source: PL I, P.I, II.6.e.
PARAGRAPH_GAP = 6.0
#: Lines: single at least, one and a half at most. Source: PL I, P.I, II.6.e.
LINE_SPACING = Range(least=1.0, most=1.5)
#: Part of the line of text above it that a rule under an agency's name or a subject is long.
#: Source: PL I, P.I, II.2.b and II.5.b.
RULE_SHARE = Range(least=1 / 3, most=1 / 2)
