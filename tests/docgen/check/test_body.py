"""Bases, body and outline."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.check import Level, checked
from docgen.paper.model import Alignment, Line, Paper, Paragraph, Run, Source
from docgen.read.elements import Elements
from tests.docgen.check.papers import DECISION, LETTER, LONG, Spot, findings, ids, prose, spoiled, with_body, without

_BASES = [
    pytest.param(0, {"text": "Căn cứ Luật Tổ chức chính quyền địa phương."}, ["C14"], id="a full stop inside"),
    pytest.param(1, {"text": "Theo đề nghị của Chánh Văn phòng;"}, ["C14"], id="a semicolon at the end"),
    pytest.param(
        0, {"text": "Căn cứ Luật Đất đai; Luật Nhà ở ngày 27 tháng 11 năm 2023;"}, ["C14"], id="two in one paragraph"
    ),
    pytest.param(1, {"text": "Theo đề nghị của Chánh Văn phòng,"}, ["C14"], id="a comma at the end"),
    pytest.param(1, {"text": "Căn cứ tình hình, Ủy ban xây dựng kế hoạch như sau:"}, ["C14"], id="a lead-in within"),
    pytest.param(0, {"italic": False}, ["C14"], id="upright"),
    pytest.param(0, {"size": 12.0}, ["C14"], id="12 points"),
    pytest.param(0, {"size": 13.0}, [], id="13 points"),
]


@pytest.mark.parametrize(("nth", "changes", "expected"), _BASES)
def test_bases_are_judged(nth: int, changes: dict[str, Any], expected: list[str]) -> None:
    assert ids(spoiled(DECISION, "bases", nth, **changes)) == expected


_BODY = [
    pytest.param({"size": 13.0}, [], id="13 points"),
    pytest.param({"size": 12.0}, ["C16"], id="12 points"),
    pytest.param({"size": 14.5}, ["C16"], id="14.5 points"),
    pytest.param({"size": None}, [], id="a size that the file does not say"),
    pytest.param({"italic": True}, ["C16"], id="a whole paragraph italic"),
    pytest.param({"alignment": Alignment.LEFT}, ["C16"], id="left aligned"),
    pytest.param({"alignment": Alignment.LEFT, "text": "Một dòng ngắn."}, [], id="left aligned on one line"),
    pytest.param({"first_line": 10.0}, [], id="1 cm in"),
    pytest.param({"first_line": 12.5}, [], id="1.25 cm in"),
    pytest.param({"first_line": 15.0}, ["C16"], id="1.5 cm in"),
    pytest.param({"first_line": 0.0}, ["C16"], id="not set in"),
    pytest.param({"first_line": 0.0, "text": "\t" + LONG}, [], id="set in by a tab"),
    pytest.param({"first_line": -6.0, "left": 18.7}, [], id="a hanging number at 1.27 cm"),
    pytest.param({"after": 0.0}, ["C16"], id="no gap to the next"),
    pytest.param({"after": 3.0, "before": 0.0}, ["C16"], id="a gap of 3 points"),
    pytest.param({"spacing": 1.5}, [], id="one and a half"),
    pytest.param({"spacing": 1.6}, ["C16"], id="1.6 lines"),
    pytest.param({"spacing": 0.9}, ["C16"], id="0.9 lines"),
    pytest.param({"spacing": None, "exact": 17.0}, [], id="exactly 17 points"),
    pytest.param({"spacing": None, "exact": 14.0}, ["C16"], id="exactly 14 points"),
    pytest.param(
        {"cell": (3, 0, 0), "size": 11.0, "first_line": 0.0, "alignment": Alignment.LEFT}, [], id="in a table"
    ),
]


@pytest.mark.parametrize(("changes", "expected"), _BODY)
def test_the_body_is_judged(changes: dict[str, Any], expected: list[str]) -> None:
    assert ids(spoiled(LETTER, "body", **changes)) == expected


def test_the_end_mark_is_a_matter_of_form() -> None:
    (finding,) = findings(spoiled(LETTER, "body", 1, text=LONG + "."))
    assert (finding.id, finding.level) == ("C18", Level.FORM)


def test_an_italic_basis_that_was_not_recognised_is_no_slanted_body() -> None:
    unseen = prose("Theo Đơn đề nghị ngày 02 tháng 01 năm 2026 của Hội và ý kiến của cơ quan chuyên môn.", italic=True)
    index = next(index for index, spot in enumerate(DECISION) if spot.role == "body")
    assert ids((*spoiled(DECISION, "bases", 1, text="Xét tình hình;")[:index], unseen, *DECISION[index:])) == []


def _article(number: int, title: str, *, bold: bool) -> Paragraph:
    """An article whose number is bold, its title too or not."""
    runs = (Run(text=f"Điều {number}. ", bold=True), Run(text=title, bold=bold))
    return Paragraph(number=number, lines=(Line(runs=runs),))


def test_the_title_of_an_article_is_as_bold_as_those_of_the_others() -> None:
    body = tuple(_article(n, "Khen thưởng", bold=n != 2) for n in (1, 2, 3))
    found = checked(Paper(source=Source.WORD, paragraphs=body), Elements(body=body))
    assert [(finding.id, finding.paragraph) for finding in found] == [("C17", 2)]


def _division(text: str, **looks: Any) -> Spot:
    return Spot(role="body", text=text, bold=True, **looks)


_OUTLINE = [
    pytest.param([_division("Chương I"), _division("QUY ĐỊNH CHUNG")], [], id="Chương I"),
    pytest.param([_division("Chương 1"), _division("QUY ĐỊNH CHUNG")], ["C17"], id="Chương 1"),
    pytest.param([_division("CHƯƠNG I"), _division("QUY ĐỊNH CHUNG")], ["C17"], id="CHƯƠNG I"),
    pytest.param([_division("Chương I. QUY ĐỊNH CHUNG")], ["C17"], id="the title on the same line"),
    pytest.param([_division("Mục 1"), _division("QUẢN LÝ")], [], id="Mục 1"),
    pytest.param([_division("Mục I"), _division("QUẢN LÝ")], ["C17"], id="Mục I"),
    pytest.param([prose("Mục 2 Chương này quy định.")], [], id="a sentence that begins with Mục"),
    pytest.param([prose("Điều 3. Trách nhiệm", bold=True)], [], id="Điều 3."),
    pytest.param([prose("Điều 3: Trách nhiệm", bold=True)], ["C17"], id="a colon after Điều 3"),
    pytest.param([prose("Điều 3. Trách nhiệm")], ["C17"], id="Điều 3 not bold"),
    pytest.param([prose("Điều 4. Trách nhiệm", bold=True)], ["C17"], id="Điều 3 left out"),
    pytest.param([prose("I. MỤC ĐÍCH", bold=True)], [], id="I. in capitals"),
    pytest.param([prose("I. Mục đích", bold=True)], ["C17"], id="I. in small letters"),
    pytest.param([prose("I. MỤC ĐÍCH")], ["C17"], id="I. not bold"),
    pytest.param([prose(f"{x}) việc thứ nhất;") for x in "abcdđe"], [], id="points a to e with đ"),
    pytest.param([prose(f"{x}) việc thứ nhất;") for x in "abcde"], ["C17"], id="points without đ"),
    pytest.param([prose(f"{x}) việc thứ nhất;") for x in "abcdđef"], ["C17"], id="a point f"),
    pytest.param([prose("a. Việc thứ nhất;"), prose("b. Việc thứ hai;")], ["C17"], id="points with a full stop"),
    pytest.param([prose("Việc một;", label="d)"), prose("Việc hai;", label="e)")], [], id="a series that begins at d"),
    pytest.param([prose("1. Việc thứ nhất;"), prose("2. Việc thứ hai;")], [], id="khoản with a full stop"),
    pytest.param([prose("1/ Việc thứ nhất;"), prose("2/ Việc thứ hai;")], ["C17"], id="khoản with a slash"),
    pytest.param([prose("1. Việc một;"), prose("2. Việc hai;"), prose("4. Việc tư;")], ["C17"], id="khoản 3 left out"),
    pytest.param([prose("1. Việc một;"), prose("2 Việc hai;"), prose("3. Việc ba;")], ["C17"], id="no stop behind 2"),
    pytest.param([prose("1. Việc một;"), prose("2 người đi cùng;")], [], id="a count of people"),
    pytest.param([prose("1. Thời gian tổ chức"), prose(LONG + ".")], ["C17"], id="a khoản's title not bold"),
    pytest.param([prose("1. Thời gian tổ chức", bold=True), prose(LONG + ".")], [], id="a khoản's title bold"),
    pytest.param([prose("1. Thời gian tổ chức;"), prose(LONG + ".")], [], id="a khoản that is an item"),
    pytest.param([prose(f"{n}. {LONG}.", bold=True) for n in (1, 2, 3)], ["C17"], id="khoản wholly bold"),
    pytest.param([prose(f"{n}. {LONG}.", bold=True) for n in (1, 2)], [], id="two bold khoản are no habit"),
    pytest.param([prose("Điều 3. HỘI NGƯỜI CAO TUỔI TỈNH", bold=True)], ["C17"], id="the title of Điều 3 in capitals"),
    pytest.param([prose("Điều 3. Trách nhiệm của UBND và HĐND", bold=True)], [], id="abbreviations in a title"),
    pytest.param([prose("Điều 4) Luật Đất đai"), prose("Điều 9) Luật Nhà ở")], [], id="a cell of a table"),
    pytest.param([prose("3.1. Việc thứ nhất;"), prose("(1) Việc thứ hai;")], [], id="free numbers below"),
]


@pytest.mark.parametrize(("paragraphs", "expected"), _OUTLINE)
def test_the_outline_is_judged(paragraphs: list[Spot], expected: list[str]) -> None:
    assert ids(with_body(DECISION, *paragraphs)) == expected


def _numbered(number: str, words: str, *, title: bool) -> Paragraph:
    """A khoản whose number is bold, its words too where they are a title."""
    runs = (Run(text=f"{number} ", bold=True), Run(text=words, bold=title))
    return Paragraph(number=int(number[0]), lines=(Line(runs=runs),))


@pytest.mark.parametrize(("title", "expected"), [(True, []), (False, ["C17"])], ids=["a title", "running text"])
def test_the_number_of_a_clause_is_bold_only_with_its_title(title: bool, expected: list[str]) -> None:
    body = tuple(_numbered(f"{index}.", LONG, title=title) for index in (1, 2, 3))
    paper = Paper(source=Source.WORD, paragraphs=body)
    assert [finding.id for finding in checked(paper, Elements(body=body))] == expected


def test_points_lettered_by_the_program_are_read_too() -> None:
    points = [prose("việc phải làm;", label=f"{letter})") for letter in "abcde"]
    (finding,) = findings(with_body(DECISION, *points))
    assert finding.expected == "điểm đ)"


def test_a_letter_that_opens_with_can_cu_has_no_list_of_bases() -> None:
    opening = prose("Căn cứ Kế hoạch số 05/KH-UBND ngày 02/01/2026, Ủy ban nhân dân báo cáo như sau:", role="bases")
    assert ids((*LETTER[:10], opening, *LETTER[10:])) == []


def test_a_paper_without_a_body_has_nothing_to_judge() -> None:
    assert ids(without(LETTER, "body")) == []
