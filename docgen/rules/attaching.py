"""The line that ties an annex (*phụ lục*) or an attached text (*văn bản kèm theo*) to its document.

On paper it names number, day and office; on an electronic document its blanks are not filled: the file itself or the
office's signature on it says them.

Source: NĐ 30/2020, PL I, P.I, III.1.c; PL III, Mẫu 1.3, 2.1, 2.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from docgen.rules.dating import BLANK_DAY, long_date, month_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Parent:
    """The document that something is attached to."""

    name: str  #: type name as it is cited: ``Quyết định``; ``Văn bản`` for any
    symbol: str  #: ``07/QĐ-UBND``; with a blank for the number while there is none
    day: date
    numbered: bool  #: False in a preview: the day is left open too
    office: str  #: who issued it


def attachment_note(parent: Parent) -> str:
    """``(Kèm theo Quyết định số 07/QĐ-UBND ngày 05 tháng 11 năm 2026 của …)``, for paper.

    Source: NĐ 30/2020, PL I, P.I, III.1.c.
    """
    day = parent.day
    when = long_date(day) if parent.numbered else f"ngày {BLANK_DAY} tháng {month_text(day.month)} năm {day.year}"
    return f"(Kèm theo {parent.name} số {parent.symbol} {when} của {parent.office})"


def open_note(name: str, abbreviation: str = "") -> str:
    """The same line with its blanks left open, for electronic documents: ``(Kèm theo Quyết định số …/QĐ-… ngày …)``.

    Source: NĐ 30/2020, PL III, Mẫu 1.3 and 2.2, note on electronic documents.
    """
    return f"(Kèm theo {name} số …/{abbreviation or '…'}-… ngày … tháng … năm … của …)"
