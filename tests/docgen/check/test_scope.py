"""What is not judged by the decree, and what cannot be judged at all."""

from __future__ import annotations

import pytest

from docgen.check import Level
from docgen.paper.model import Paper, Remark, Source
from tests.docgen.check.papers import DECISION, LETTER, Spot, findings, ids, spoiled, without


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
    from docgen.check import checked

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
