"""Place names: a unit named after a number, a person or an event keeps its word."""

from __future__ import annotations

import pytest

from docgen.rules.places import place_name


@pytest.mark.parametrize(
    ("unit", "name", "honours", "printed"),
    [
        pytest.param("tỉnh", "Hưng Yên", None, "Hưng Yên", id="a province"),
        pytest.param("thành phố", "Hà Nội", None, "Hà Nội", id="a city"),
        pytest.param("thành phố", "Hồ Chí Minh", None, "Thành phố Hồ Chí Minh", id="a city named after a person"),
        pytest.param("quận", "1", None, "Quận 1", id="a number"),
        pytest.param("phường", "15", None, "Phường 15", id="a number of two digits"),
        pytest.param("phường", "Điện Biên Phủ", None, "Phường Điện Biên Phủ", id="an event"),
        pytest.param("xã", "Kim Liên", None, "Kim Liên", id="a commune"),
        pytest.param("phường", "Nguyễn Du", True, "Phường Nguyễn Du", id="a person whom the office names"),
        pytest.param("xã", "Quang Trung", False, "Quang Trung", id="a name that only sounds like a person's"),
        pytest.param("đặc khu", "Phú Quốc", None, "Phú Quốc", id="a special zone"),
    ],
)
def test_a_place_name_follows_the_rule(unit: str, name: str, honours: bool | None, printed: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, II.4.a; PL II, III.1."""
    assert place_name(unit, name, honours=honours) == printed
