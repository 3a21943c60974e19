"""The sheet, its margins and its numbers; the type of the whole paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.paper.model import Alignment, Place
from tests.docgen.check.papers import (
    DECISION,
    LETTER,
    LONG,
    NUMBERS,
    PAGE,
    Spot,
    findings,
    ids,
    prose,
    spoiled,
    with_body,
)

NUMBER = Spot(role="page_number", text="2", place=Place.HEADER)


def test_a_right_letter_and_a_right_decision_have_no_findings() -> None:
    assert findings(LETTER) == []
    assert findings(DECISION) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        pytest.param({"top": 20.0}, [], id="top 20 mm"),
        pytest.param({"top": 25.0}, [], id="top 25 mm"),
        pytest.param({"top": 19.8}, [], id="top 19.8 mm, rounded by Word"),
        pytest.param({"top": 19.5}, ["C02"], id="top 19.5 mm"),
        pytest.param({"top": 25.4}, ["C02"], id="top an inch"),
        pytest.param({"bottom": 12.5}, ["C02"], id="bottom 12.5 mm"),
        pytest.param({"left": 30.0}, [], id="left 30 mm"),
        pytest.param({"left": 35.0}, [], id="left 35 mm"),
        pytest.param({"left": 25.4}, ["C02"], id="left an inch"),
        pytest.param({"left": 36.0}, ["C02"], id="left 36 mm"),
        pytest.param({"right": 20.0}, [], id="right 20 mm"),
        pytest.param({"right": 10.0}, ["C02"], id="right 10 mm"),
        pytest.param({"top": 10.0, "left": 20.0}, ["C02", "C02"], id="two margins, two findings"),
        pytest.param({"top": None, "bottom": None, "left": None, "right": None}, [], id="the file does not say"),
        pytest.param({"width": 215.9, "height": 279.4}, ["C01"], id="letter paper"),
        pytest.param({"width": 209.9, "height": 297.04}, [], id="A4 as Word rounds it"),
    ],
)
def test_the_sheet_and_its_margins_are_measured(changes: dict[str, Any], expected: list[str]) -> None:
    assert ids(LETTER, sheets=(replace(PAGE, **changes),)) == expected


def test_a_sheet_on_its_side_without_a_table_is_a_fault_and_its_margins_are_not_judged() -> None:
    flat = replace(PAGE, width=297.0, height=210.0, left=20.0)
    loose = tuple(replace(spot, cell=None) for spot in LETTER)
    assert "C01" in ids(loose, sheets=(flat,))
    assert "C01" not in ids(LETTER, sheets=(flat,))
    assert "C02" not in ids(LETTER, sheets=(flat,))


@pytest.mark.parametrize(
    ("changes", "look", "expected"),
    [
        pytest.param({}, {}, [], id="centred at the top, first hidden"),
        pytest.param({"place": Place.FOOTER}, {}, ["C04"], id="at the foot"),
        pytest.param({"alignment": Alignment.RIGHT}, {}, ["C04"], id="at the right"),
        pytest.param({"first_shown": True}, {}, ["C04"], id="first shown"),
        pytest.param({"arabic": False}, {}, ["C04"], id="Roman"),
        pytest.param({"start": 1}, {}, [], id="from 1"),
        pytest.param({"start": 0}, {}, ["C04"], id="from 0"),
        pytest.param({}, {"size": 13.0}, [], id="13 points"),
        pytest.param({}, {"size": 12.0}, ["C04"], id="12 points"),
        pytest.param({}, {"italic": True}, ["C04"], id="italic"),
    ],
)
def test_page_numbers_are_judged(changes: dict[str, Any], look: dict[str, Any], expected: list[str]) -> None:
    spots = (*LETTER, replace(NUMBER, **look))
    numbers = replace(NUMBERS, paragraph=len(spots), **changes)
    assert ids(spots, sheets=(replace(PAGE, numbers=numbers),)) == expected


def test_a_long_paper_without_page_numbers_is_told_and_a_short_one_is_not() -> None:
    long = with_body(LETTER, *[prose(LONG + ".") for _ in range(25)])
    assert ids(long, pages=None) == ["C04"]
    assert ids(LETTER, pages=None) == []


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        pytest.param({"font": "Times New Roman"}, [], id="Times New Roman"),
        pytest.param({"font": None}, [], id="a font that the file does not name"),
        pytest.param({"font": "Arial"}, ["C03"], id="Arial"),
        pytest.param({"font": "Liberation Serif"}, ["C03"], id="Liberation Serif in a Word file"),
        pytest.param({"font": "Symbol"}, [], id="a font of symbols"),
        pytest.param({"colour": "0D0D0D"}, [], id="so dark that it prints as black"),
        pytest.param({"colour": "FF0000"}, ["C03"], id="red"),
        pytest.param({"colour": "0563C1"}, ["C03"], id="the blue of a link"),
        pytest.param({"colour": None}, [], id="a colour that the file does not name"),
    ],
)
def test_every_letter_is_black_times_new_roman(look: dict[str, Any], expected: list[str]) -> None:
    assert ids(spoiled(LETTER, "body", **look)) == expected


def test_an_empty_paragraph_in_another_font_is_no_fault() -> None:
    assert ids((*LETTER, Spot(role="", text="  ", font="Calibri", size=11.0))) == []


def test_one_wrong_font_in_many_places_is_one_finding_that_counts_them() -> None:
    spots = spoiled(spoiled(LETTER, "body", font="Arial"), "body", 1, font="Arial")
    (finding,) = findings(spots)
    assert "và 1 đoạn khác" in finding.found
    assert finding.clause == "NĐ 30/2020, PL I, P.I, I.4"
