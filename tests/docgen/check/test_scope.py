"""What is not judged by the decree, and what cannot be judged at all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from docgen.check import Level, checked
from docgen.paper.model import Line, Paper, Paragraph, Remark, Run, Source
from tests.docgen.check.papers import DECISION, LETTER, Spot, findings, ids, made, spoiled, without


def test_a_paper_of_the_party_gets_a_remark_and_nothing_else() -> None:
    head = Spot(role="", text="ĐẢNG CỘNG SẢN VIỆT NAM", bold=True)
    (remark,) = findings((head, *spoiled(without(LETTER, "country", "motto"), "body", size=10.0)))
    assert (remark.id, remark.level) == ("C00", Level.PRACTICE)
    assert "Đảng" in remark.message


def test_a_legal_document_is_under_another_law() -> None:
    legal = spoiled(spoiled(DECISION, "number", text="Số: 07/2026/QĐ-UBND"), "body", 1, size=10.0)
    (remark,) = findings(legal)
    assert "quy phạm pháp luật" in remark.message


@pytest.mark.parametrize("remark", [Remark.LEGACY_LETTERS, Remark.RECOGNISED])
def test_letters_that_cannot_be_trusted_are_not_judged(remark: Remark) -> None:
    assert ids(spoiled(LETTER, "body", size=10.0), remarks=frozenset({remark})) == ["C00"]


def test_a_scan_without_text_is_not_judged() -> None:
    scan = Paper(source=Source.PDF, paragraphs=(), pages=2, remarks=frozenset({Remark.SCANNED}), bare_pages=(1, 2))
    (remark,) = checked(scan)
    assert "ảnh quét" in remark.message


def test_a_paper_older_than_the_decree_can_break_no_rule_of_it() -> None:
    old = spoiled(spoiled(DECISION, "place_date", text="Hà Nội, ngày 04 tháng 3 năm 2020"), "body", 1, size=10.0)
    found = findings(old)
    assert [finding.id for finding in found] == ["C00", "C16"]
    assert {finding.level for finding in found} == {Level.PRACTICE}


def test_a_paper_of_the_decree_s_first_day_can() -> None:
    first = spoiled(spoiled(DECISION, "place_date", text="Hà Nội, ngày 05 tháng 3 năm 2020"), "body", 1, size=10.0)
    assert [(finding.id, finding.level) for finding in findings(first)] == [("C16", Level.RULE)]


def test_a_type_that_the_decree_does_not_list_is_measured_for_practice_only() -> None:
    slip = spoiled(spoiled(DECISION, "kind_name", text="PHIẾU TRÌNH"), "body", 1, size=10.0)
    assert {finding.level for finding in findings(slip)} == {Level.PRACTICE}


@pytest.mark.parametrize(("paragraphs", "told"), [(30, True), (8, False)], ids=["another paper", "a few lines"])
def test_what_stands_behind_the_paper_is_told_as_not_judged(paragraphs: int, told: bool) -> None:
    paper, elements = made(LETTER)
    last = paper.paragraphs[-1].number
    behind = tuple(
        Paragraph(number=last + index, lines=(Line(runs=(Run(text=f"Điều lệ {index}"),)),))
        for index in range(1, paragraphs + 1)
    )
    found = checked(replace(paper, paragraphs=(*paper.paragraphs, *behind)), elements)
    assert [finding.id for finding in found if "văn bản khác" in finding.found] == (["C00"] if told else [])


def test_capitals_of_an_attached_text_are_judged_too() -> None:
    paper, elements = made(LETTER)
    last = paper.paragraphs[-1].number
    attached = tuple(
        Paragraph(number=last + index, lines=(Line(runs=(Run(text="Thực hiện theo Bộ luật dân sự."),)),))
        for index in range(1, 30)
    )
    found = checked(replace(paper, paragraphs=(*paper.paragraphs, *attached)), elements)
    assert [finding.paragraph for finding in found if finding.id == "C29"] == [last + 1]
