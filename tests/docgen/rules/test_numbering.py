"""Number, notation and their line. Source: NĐ 30/2020, PL I, P.I, II.3."""

from __future__ import annotations

import re

import pytest

from docgen.rules.numbering import notation, number_line, number_text, point_letter, roman, symbol


@pytest.mark.parametrize(
    ("number", "text"),
    [
        pytest.param(1, "01", id="the first number of a year"),
        pytest.param(9, "09", id="the last number below ten"),
        pytest.param(10, "10", id="ten is not padded"),
        pytest.param(123, "123", id="three digits are not padded"),
    ],
)
def test_numbers_below_ten_get_a_zero_in_front(number: int, text: str) -> None:
    assert number_text(number) == text


def test_there_is_no_number_zero() -> None:
    with pytest.raises(ValueError, match="starts at 1"):
        number_text(0)


def test_the_decrees_own_samples_come_out() -> None:
    assert symbol(15, notation(["QĐ", "BNV"])) == "15/QĐ-BNV"
    assert symbol(5, notation(["BNV", "VP"])) == "05/BNV-VP"
    assert number_line(12, notation(["UBND", "VX"])) == "Số: 12/UBND-VX"


def test_a_line_without_number_keeps_room_for_it() -> None:
    assert re.fullmatch(r"Số: \s+/QĐ-UBND", number_line(None, "QĐ-UBND"))


def test_a_missing_group_leaves_no_hyphen() -> None:
    assert notation(["", "UBND"]) == "UBND"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (40, "XL"), (1994, "MCMXCIV")]
)
def test_parts_and_annexes_count_in_roman(number: int, text: str) -> None:
    assert roman(number) == text


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert "".join(point_letter(number) for number in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"
    assert not set("fjwz") & {point_letter(number) for number in range(1, 24)}


def test_after_the_last_letter_points_are_doubled() -> None:
    assert [point_letter(24), point_letter(28)] == ["aa", "đđ"]
