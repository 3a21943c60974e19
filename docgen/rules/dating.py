"""Place name (*địa danh*) and date of issue, as box 4 writes them.

Source: NĐ 30/2020, PL I, P.I, II.4.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from babel.dates import format_date

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


def weekday(day: date) -> str:
    """``thứ Năm``, ``Chủ nhật``: the day of the week within a sentence. Source: NĐ 30/2020, PL II, V.7."""
    name = format_date(day, "EEEE", locale="vi")
    return f"thứ{name.removeprefix('Thứ')}" if name.startswith("Thứ") else name.capitalize()


def meeting_time(moment: datetime) -> str:
    """``08 giờ 00, thứ Năm, ngày 12 tháng 11 năm 2026``, as invitations write it."""
    return f"{moment.hour:02d} giờ {moment.minute:02d}, {weekday(moment.date())}, {long_date(moment.date())}"


def signing_time(moment: datetime) -> str:
    """``05/11/2026; 08:00:00+07:00``: the moment of an office's signature, the zone as ISO 8601 writes it.

    Source: NĐ 30/2020, PL I, P.I, II.8.b; PL III, Mẫu 1.3, 2.2, 3.2 (``ngày/tháng/năm; giờ: phút: giây``).
    """
    local = moment.astimezone(VIETNAM)
    return f"{local:%d/%m/%Y}; {local:%H:%M:%S}+07:00"
