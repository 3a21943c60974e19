"""The head of a paper: Quốc hiệu, Tiêu ngữ, offices, number, date, title."""

from __future__ import annotations

from typing import Any

import pytest

from docgen.check import Level
from docgen.paper.model import Alignment, Source
from tests.docgen.check.papers import DECISION, LETTER, Spot, findings, ids, spoiled, without

_HEAD = [
    pytest.param("country", {"text": "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"}, [], id="HOÀ is right"),
    pytest.param("country", {"text": "CỘNG HÒA XÃ HỘI CHỦ NHĨA VIỆT NAM"}, ["C05"], id="a letter lost in Quốc hiệu"),
    pytest.param("country", {"size": 13.0}, ["C07"], id="Quốc hiệu as large as Tiêu ngữ"),
    pytest.param("country", {"size": 14.0}, ["C05"], id="Quốc hiệu 14 points"),
    pytest.param("country", {"bold": False}, ["C05"], id="Quốc hiệu not bold"),
    pytest.param("country", {"bold": None}, [], id="weight of Quốc hiệu unknown"),
    pytest.param("country", {"alignment": Alignment.LEFT}, [], id="so wide that left is the middle"),
    pytest.param("motto", {"text": "Độc lập – Tự do – Hạnh phúc"}, ["C06"], id="en dashes in Tiêu ngữ"),
    pytest.param("motto", {"text": "Độc lập - Tự Do - Hạnh Phúc"}, ["C06"], id="wrong capitals in Tiêu ngữ"),
    pytest.param("motto", {"text": "Độc lập\N{NO-BREAK SPACE}- Tự do -\N{NO-BREAK SPACE}Hạnh phúc"}, [], id="no-break"),
    pytest.param("motto", {"size": 12.0}, ["C06"], id="Tiêu ngữ 12 points"),
    pytest.param("motto", {"italic": True}, ["C06"], id="Tiêu ngữ italic"),
    pytest.param("motto", {"alignment": Alignment.LEFT}, ["C06"], id="Tiêu ngữ at the left"),
    pytest.param("superior", {"bold": True}, ["C08"], id="superior bold"),
    pytest.param("superior", {"text": "UBND tỉnh A"}, ["C08"], id="superior not in capitals"),
    pytest.param("superior", {"text": "ỦY BAN NHÂN DÂN", "bold": True}, [], id="half of a name on two lines"),
    pytest.param("issuer", {"bold": False}, ["C08"], id="issuer not bold"),
    pytest.param("issuer", {"size": 14.0}, ["C08"], id="issuer 14 points"),
    pytest.param("issuer", {"text": "TRƯỜNG THPT CHUYÊN B"}, ["C08"], id="issuer abbreviated"),
    pytest.param("issuer", {"text": "UBND PHƯỜNG BẮC TÂN AN ĐÔNG"}, ["C08"], id="UBND for the issuer"),
    pytest.param("issuer", {"text": "BAN DÂN TỘC QUẬN XII"}, [], id="a Roman number in the issuer"),
    pytest.param("number", {"size": 14.0}, ["C09"], id="number 14 points"),
    pytest.param("number", {"bold": True}, ["C09"], id="number bold"),
    pytest.param("place_date", {"size": 14.0}, ["C07"], id="date larger than Tiêu ngữ"),
    pytest.param("place_date", {"italic": False}, ["C11"], id="date upright"),
    pytest.param("place_date", {"size": 12.0}, ["C11"], id="date 12 points"),
]


@pytest.mark.parametrize(("role", "changes", "expected"), _HEAD)
def test_the_head_is_judged(role: str, changes: dict[str, Any], expected: list[str]) -> None:
    assert ids(spoiled(DECISION, role, **changes)) == expected


def test_sizes_that_grow_together_are_right() -> None:
    grown: tuple[Spot, ...] = DECISION
    for role, size in {"country": 13.0, "motto": 14.0, "place_date": 14.0}.items():
        grown = spoiled(grown, role, size=size)
    assert ids(grown, rules=(("issuer", 25.0), ("motto", 61.0), ("subject", 26.0))) == []


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        pytest.param({"motto": 57.0, "issuer": 25.0, "subject": 26.0}, [], id="all three as they should be"),
        pytest.param({"motto": 57.0, "issuer": 25.0}, ["C12"], id="none under the subject"),
        pytest.param({}, ["C06", "C08", "C12"], id="none at all"),
        pytest.param({"motto": 40.0, "issuer": 25.0, "subject": 26.0}, ["C06"], id="shorter than Tiêu ngữ"),
        pytest.param({"motto": 57.0, "issuer": 19.0, "subject": 26.0}, ["C08"], id="0.3 of the issuer"),
        pytest.param({"motto": 57.0, "issuer": 10.0, "subject": 26.0}, ["C08"], id="too short under the issuer"),
        pytest.param({"motto": 57.0, "issuer": 60.0, "subject": 26.0}, ["C08"], id="too long under the issuer"),
        pytest.param({"motto": 57.0, "issuer": 25.0, "subject": 60.0}, ["C12"], id="too long under the subject"),
    ],
)
def test_rules_hang_under_their_words(rules: dict[str, float], expected: list[str]) -> None:
    assert ids(DECISION, rules=tuple(rules.items())) == expected


_NUMBERS = [
    pytest.param("Số: 07/QĐ-UBND", [], id="right"),
    pytest.param("Số:        /QĐ-UBND", [], id="still blank"),
    pytest.param("Số: ……/QĐ-UBND", [], id="dotted"),
    pytest.param("Số: 123/QĐ-UBND", [], id="three figures"),
    pytest.param("Số: 7/QĐ-UBND", ["C09"], id="no zero before 7"),
    pytest.param("Số: 012/QĐ-UBND", ["C09"], id="a zero before 12"),
    pytest.param("Số 07/QĐ-UBND", ["C09"], id="no colon"),
    pytest.param("Số: 07 /QĐ-UBND", ["C09"], id="a blank before the slash"),
    pytest.param("Số: 07/QĐ - UBND", ["C09"], id="blanks around the hyphen"),
    pytest.param("Số: 07/QĐ–UBND", ["C09"], id="a long dash"),
    pytest.param("Số: 07/QĐ-BCA-V05", [], id="three groups"),
    pytest.param("Số: 07/UBND-NC", ["C10"], id="a decision numbered as a letter"),
    pytest.param("Số: 07/KH-UBND", ["C10"], id="the abbreviation of another type"),
    pytest.param("Số: 07/…-…", [], id="a notation still to be written"),
]


@pytest.mark.parametrize(("text", "expected"), _NUMBERS)
def test_the_number_line_is_judged(text: str, expected: list[str]) -> None:
    assert ids(spoiled(DECISION, "number", text=text)) == expected


def test_a_submission_is_abbreviated_with_a_small_letter() -> None:
    submission = spoiled(DECISION, "kind_name", text="TỜ TRÌNH")
    assert ids(spoiled(submission, "number", text="Số: 07/TTr-UBND")) == []
    assert ids(spoiled(submission, "number", text="Số: 07/TTR-UBND")) == ["C10"]


def test_a_type_that_the_table_does_not_name_may_have_any_notation() -> None:
    assert ids(spoiled(DECISION, "kind_name", text="CHƯƠNG TRÌNH PHỐI HỢP")) == []


def test_a_letter_is_not_numbered_as_cv() -> None:
    assert ids(spoiled(LETTER, "number", text="Số: 12/CV-UBND")) == ["C10"]


_DATES = [
    pytest.param("Hà Nội, ngày 05 tháng 01 năm 2026", [], id="zeros for 5 and January"),
    pytest.param("Hà Nội, ngày 15 tháng 12 năm 2026", [], id="no zeros needed"),
    pytest.param("Hà Nội, ngày      tháng 11 năm 2026", [], id="day still blank"),
    pytest.param("Hà Nội, ngày      tháng      năm 2026", [], id="day and month still blank"),
    pytest.param("Đắk Lắk, ngày 05 tháng 3 năm 2026", [], id="a place with many marks"),
    pytest.param("Hà Nội, ngày 5 tháng 3 năm 2026", ["C11"], id="no zero before 5"),
    pytest.param("Hà Nội, ngày 05 tháng 1 năm 2026", ["C11"], id="no zero before January"),
    pytest.param("Hà Nội, ngày 05 tháng 03 năm 2026", ["C11"], id="a zero before March"),
    pytest.param("Hà Nội, ngày 31 tháng 4 năm 2026", ["C11"], id="a day that no calendar has"),
    pytest.param("Hà Nội ngày 05 tháng 3 năm 2026", ["C11"], id="no comma"),
    pytest.param("hà Nội, ngày 05 tháng 3 năm 2026", ["C11"], id="a small letter in the place"),
    pytest.param("Hà Nội, ngày 05/3/2026", ["C11"], id="figures only"),
    pytest.param("TP. HCM, ngày 05 tháng 3 năm 2026", ["C11"], id="the place abbreviated"),
    pytest.param("Thành phố Hồ Chí Minh, ngày 05 tháng 3 năm 2026", [], id="the place in full"),
]


@pytest.mark.parametrize(("text", "expected"), _DATES)
def test_place_and_date_are_judged(text: str, expected: list[str]) -> None:
    assert ids(spoiled(DECISION, "place_date", text=text)) == expected


_TITLES = [
    pytest.param(DECISION, "kind_name", {"bold": False}, ["C12"], id="type name not bold"),
    pytest.param(DECISION, "kind_name", {"size": 16.0}, ["C12"], id="type name 16 points"),
    pytest.param(DECISION, "kind_name", {"alignment": Alignment.LEFT}, ["C12"], id="type name at the left"),
    pytest.param(DECISION, "subject", {"bold": False}, ["C12"], id="subject not bold"),
    pytest.param(DECISION, "subject", {"italic": True}, ["C12"], id="subject italic"),
    pytest.param(DECISION, "subject", {"size": 13.0}, [], id="subject 13 points"),
    pytest.param(LETTER, "letter_subject", {"text": "Về việc nâng bậc lương"}, ["C13"], id="Về việc for V/v"),
    pytest.param(LETTER, "letter_subject", {"text": "V/V nâng bậc lương"}, ["C13"], id="V/V for V/v"),
    pytest.param(LETTER, "letter_subject", {"size": 13.0}, [], id="V/v 13 points"),
    pytest.param(LETTER, "letter_subject", {"size": 14.0}, ["C13"], id="V/v 14 points"),
    pytest.param(LETTER, "letter_subject", {"bold": True}, ["C13"], id="V/v bold"),
    pytest.param(LETTER, "letter_subject", {"before": 0.0}, ["C13"], id="no gap over V/v"),
    pytest.param(LETTER, "letter_subject", {"before": 5.8}, [], id="a gap of almost 6 points"),
]


@pytest.mark.parametrize(("spots", "role", "changes", "expected"), _TITLES)
def test_titles_are_judged(spots: Any, role: str, changes: dict[str, Any], expected: list[str]) -> None:
    rules = (("issuer", 25.0), ("motto", 57.0), ("subject", 25.0))
    assert ids(spoiled(spots, role, **changes), rules=rules) == expected


def test_a_paper_with_number_and_date_but_no_quoc_hieu_lacks_it() -> None:
    (finding,) = [f for f in findings(without(DECISION, "country", "motto")) if f.id == "C05"]
    assert finding.found == "không có Quốc hiệu"
    assert finding.level is Level.RULE


def test_plain_text_is_judged_by_its_words_alone() -> None:
    spots = spoiled(spoiled(DECISION, "motto", size=20.0), "number", text="Số: 7/QĐ-UBND")
    assert ids(spots, source=Source.TEXT, rules=()) == ["C09"]


def test_a_paper_without_place_and_day_lacks_them_unless_it_is_minutes() -> None:
    bare = without(DECISION, "place_date")
    assert ids(bare) == ["C11"]
    minutes = spoiled(spoiled(bare, "kind_name", text="BIÊN BẢN"), "number", text="Số: 07/BB-UBND")
    assert "C11" not in ids(minutes)
