"""What this project prints lies within what the decree allows. Source: NĐ 30/2020, PL I, P.I, I.3 and V."""

from __future__ import annotations

import pytest

from docgen.rules.page import CHOSEN, INDENT, INDENTS, MARGINS, PAGE, SIZES


@pytest.mark.parametrize("edge", sorted(MARGINS))
def test_every_margin_is_allowed(edge: str) -> None:
    assert MARGINS[edge].holds(getattr(PAGE, edge), tolerance=0)


def test_every_element_has_a_size_and_the_size_is_allowed() -> None:
    assert {name for name in SIZES if not SIZES[name].holds(CHOSEN[name], tolerance=0)} == set()
    assert set(SIZES) == set(CHOSEN)


def test_motto_and_date_are_one_point_larger_than_the_country() -> None:
    assert CHOSEN["motto"] == CHOSEN["date"] == CHOSEN["country"] + 1


def test_the_indent_is_one_of_the_two_that_the_decree_names() -> None:
    assert INDENT in INDENTS
