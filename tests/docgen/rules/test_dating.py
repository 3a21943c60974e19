"""Place and date. Source: NĐ 30/2020, PL I, P.I, II.4."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from docgen.rules.dating import clock_time, date_line, long_date


@pytest.mark.parametrize(
    ("day", "text"),
    [
        pytest.param(date(2020, 1, 5), "ngày 05 tháng 01 năm 2020", id="the decree's sample, January padded"),
        pytest.param(date(2019, 6, 29), "ngày 29 tháng 6 năm 2019", id="the decree's sample, June not padded"),
        pytest.param(date(2026, 2, 9), "ngày 09 tháng 02 năm 2026", id="February padded"),
        pytest.param(date(2026, 3, 10), "ngày 10 tháng 3 năm 2026", id="March not padded"),
        pytest.param(date(2026, 12, 31), "ngày 31 tháng 12 năm 2026", id="the last day"),
    ],
)
def test_only_days_below_ten_and_the_first_two_months_get_a_zero(day: date, text: str) -> None:
    assert long_date(day) == text


def test_the_place_stands_before_a_comma() -> None:
    assert date_line("Hà Nội", date(2020, 1, 5), blank=False) == "Hà Nội, ngày 05 tháng 01 năm 2020"


def test_a_blank_day_leaves_month_and_year() -> None:
    line = date_line("Hưng Yên", date(2025, 8, 17), blank=True)
    assert line.split() == ["Hưng", "Yên,", "ngày", "tháng", "8", "năm", "2025"]


def test_minutes_write_the_hour_before_the_day() -> None:
    assert clock_time(datetime(2026, 11, 5, 8, 0)) == "08 giờ 00, ngày 05 tháng 11 năm 2026"
