"""Place name (*địa danh*) and date of issue, as box 4 writes them.

Source: NĐ 30/2020, PL I, P.I, II.4.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

#: Việt Nam has one time of day and no summer time; people are always told days and hours of it.
VIETNAM = timezone(timedelta(hours=7))

#: Spaces that stand for a day that is not known yet.
BLANK_DAY = "\N{NO-BREAK SPACE}" * 6


def day_text(day: int) -> str:
    """``05`` for 5, ``16`` for 16: days below ten get a zero. Source: NĐ 30/2020, PL I, P.I, II.4.b."""
    return f"{day:02d}"


def month_text(month: int) -> str:
    """``01`` and ``02``, but ``3`` to ``12``: only January and February get a zero.

    Source: NĐ 30/2020, PL I, P.I, II.4.b.
    """
    return f"{month:02d}" if month < 3 else str(month)


def long_date(day: date) -> str:
    """``ngày 05 tháng 01 năm 2020``. Source: NĐ 30/2020, PL I, P.I, II.4.b."""
    return f"ngày {day_text(day.day)} tháng {month_text(day.month)} năm {day.year}"


def date_line(place: str, day: date, *, blank: bool) -> str:
    """``Hà Nội, ngày 05 tháng 01 năm 2020``; with ``blank`` the day is left open for a later hand.

    Source: NĐ 30/2020, PL I, P.I, II.4.c.
    """
    if blank:
        return f"{place}, ngày {BLANK_DAY} tháng {month_text(day.month)} năm {day.year}"
    return f"{place}, {long_date(day)}"


def clock_time(moment: datetime) -> str:
    """``08 giờ 00, ngày 05 tháng 11 năm 2026``, as minutes write it. Source: NĐ 30/2020, PL III, Mẫu 1.9."""
    return f"{moment.hour:02d} giờ {moment.minute:02d}, {long_date(moment.date())}"
