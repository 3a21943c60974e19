"""The end of a paper: signer, recipients, annexes, stamps."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from docgen.check import Level
from docgen.paper.model import Alignment
from tests.docgen.check.papers import (
    DECISION,
    LETTER,
    NUMBERS,
    PAGE,
    Spot,
    findings,
    ids,
    prose,
    spoiled,
    with_body,
    without,
)

_SIGNERS = [
    pytest.param("authority", {"text": "T/M ỦY BAN NHÂN DÂN"}, ["C19"], id="T/M"),
    pytest.param("authority", {"text": "TM ỦY BAN NHÂN DÂN"}, ["C19"], id="TM without its stop"),
    pytest.param("authority", {"text": "TM.ỦY BAN NHÂN DÂN"}, ["C19"], id="no blank after TM."),
    pytest.param("authority", {"size": 12.0}, ["C19"], id="12 points"),
    pytest.param("position", {"bold": False}, ["C19"], id="post not bold"),
    pytest.param("position", {"text": "Chủ tịch"}, ["C19"], id="post in small letters"),
    pytest.param("position", {"text": "PHÓ CHỦ TỊCH"}, ["C19"], id="a deputy without KT."),
    pytest.param("name", {"bold": False}, ["C20"], id="name not bold"),
    pytest.param("name", {"size": 13.0}, [], id="name 13 points"),
    pytest.param("name", {"text": "NGUYỄN VĂN AN"}, ["C20"], id="name in capitals"),
    pytest.param("name", {"text": "TS. Nguyễn Văn An"}, ["C20"], id="a degree before the name"),
    pytest.param("name", {"text": "Thạc sĩ Nguyễn Văn An"}, ["C20"], id="a degree in words"),
    pytest.param("name", {"text": "Đại tá Nguyễn Văn An"}, [], id="a rank"),
]


@pytest.mark.parametrize(("role", "changes", "expected"), _SIGNERS)
def test_the_signer_is_judged(role: str, changes: dict[str, Any], expected: list[str]) -> None:
    assert ids(spoiled(DECISION, role, **changes)) == expected


def test_a_deputy_of_a_committee_signs_tm_and_kt() -> None:
    deputy = spoiled(DECISION, "position", text="PHÓ CHỦ TỊCH")
    index = next(index for index, spot in enumerate(deputy) if spot.role == "authority")
    both = (*deputy[: index + 1], replace(deputy[index], text="KT. CHỦ TỊCH"), *deputy[index + 1 :])
    assert ids(both) == []


def test_what_a_committee_decides_is_signed_for_the_committee() -> None:
    assert ids(without(DECISION, "authority")) == ["C19"]
    alone = spoiled(without(DECISION, "authority"), "competence", text="CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG B")
    assert ids(alone) == []


def test_a_school_may_print_a_degree() -> None:
    school = spoiled(spoiled(DECISION, "issuer", text="TRƯỜNG ĐẠI HỌC B"), "name", text="TS. Nguyễn Văn An")
    assert "C20" not in ids(school)


_RECIPIENTS = [
    pytest.param("recipients_word", 0, {"size": 11.0}, ["C25"], id="Nơi nhận 11 points"),
    pytest.param("recipients_word", 0, {"italic": False}, ["C25"], id="Nơi nhận upright"),
    pytest.param("recipients_word", 0, {"text": "Nơi nhận"}, ["C25"], id="no colon after Nơi nhận"),
    pytest.param("recipients", 0, {"size": 12.0}, ["C25"], id="list 12 points"),
    pytest.param("recipients_word", 0, {"alignment": Alignment.LEFT, "left": 12.7}, ["C25"], id="Nơi nhận set in"),
    pytest.param("recipients_word", 0, {"alignment": Alignment.LEFT}, [], id="Nơi nhận at the margin"),
    pytest.param("recipients", 0, {"text": "- Như kính gửi;"}, ["C25"], id="Như kính gửi"),
    pytest.param("recipients", 0, {"text": "- Sở Nội vụ;"}, ["C25"], id="no Như trên"),
    pytest.param("recipients", 0, {"text": "- Như trên,"}, ["C25"], id="a comma for a semicolon"),
    pytest.param("recipients", 0, {"text": "Như trên;"}, ["C25"], id="no dash"),
    pytest.param("recipients", 1, {"text": "- Lưu VT, NC."}, ["C25"], id="no colon after Lưu"),
    pytest.param("recipients", 1, {"text": "- Lưu: VT, NC"}, ["C25"], id="no stop at the end"),
    pytest.param("recipients", 1, {"text": "- Lưu: VP, NC."}, ["C25"], id="no VT"),
    pytest.param("recipients", 1, {"text": "- Lưu: VT."}, ["C25"], id="no drafting unit"),
    pytest.param("recipients", 1, {"text": "- Lưu: VT, NC (2)."}, [], id="copies kept"),
    pytest.param("recipients", 1, {"text": "- Sở Nội vụ."}, ["C25"], id="no Lưu"),
    pytest.param("recipients_word", 0, {"cell": (1, 1, 0)}, ["C25"], id="below the signer"),
    pytest.param("to_word", 0, {"text": "Kính gửi"}, ["C24"], id="no colon after Kính gửi"),
    pytest.param("to_word", 0, {"bold": True}, ["C24"], id="Kính gửi bold"),
    pytest.param("to", 0, {"text": "- Sở Nội vụ,"}, ["C24"], id="a comma between addressees"),
    pytest.param("to", 1, {"text": "- Sở Tài chính;"}, ["C24"], id="a semicolon at the end"),
    pytest.param("to", 1, {"text": "Sở Tài chính."}, ["C24"], id="no dash before an addressee"),
    pytest.param("to", 1, {"left": 70.0}, ["C24"], id="a dash out of its column"),
    pytest.param("to", 0, {"size": 12.0, "text": "- Bộ Kế hoạch và Đầu tư;"}, ["C24"], id="addressees 12 points"),
]


@pytest.mark.parametrize(("role", "nth", "changes", "expected"), _RECIPIENTS)
def test_recipients_are_judged(role: str, nth: int, changes: dict[str, Any], expected: list[str]) -> None:
    assert ids(spoiled(LETTER, role, nth, **changes)) == expected


def test_a_recipient_on_two_lines_is_one() -> None:
    index = [index for index, spot in enumerate(DECISION) if spot.role == "recipients"][1]
    two = [replace(DECISION[index], text=text) for text in ("- Các sở, ban, ngành, đoàn thể", "của tỉnh;")]
    assert ids((*DECISION[:index], *two, *DECISION[index:])) == []


def test_addressees_that_go_on_below_the_address_line_are_not_at_their_end() -> None:
    more = (Spot(role="", text="Địa chỉ: số 1 phố A", size=11.0), Spot(role="", text="- Sở Y tế."))
    open_ended = spoiled(LETTER, "to", 1, text="- Sở Tài chính;")
    last = max(index for index, spot in enumerate(open_ended) if spot.role == "to")
    assert ids((*open_ended[: last + 1], *more, *open_ended[last + 1 :])) == []


def test_one_addressee_stands_after_the_words_without_dash() -> None:
    alone = spoiled(without(LETTER, "to"), "to_word", text="Kính gửi: Sở Nội vụ")
    assert ids(alone) == []


def test_a_letter_without_kinh_gui_lacks_it_and_a_decision_with_it_has_too_much() -> None:
    assert "C24" in ids(without(LETTER, "to_word", "to"))
    assert "C24" in ids((*DECISION[:8], Spot(role="to_word", text="Kính gửi: Sở Nội vụ"), *DECISION[8:]))


def _annex(number: int, label: str, **looks: Any) -> tuple[Spot, ...]:
    return (
        Spot(role="annex", text=label, bold=True, **looks),
        Spot(role=f"annex_title{number}", text="DANH MỤC HỒ SƠ", bold=True),
        Spot(role=f"annex_note{number}", text="(Kèm theo Văn bản số …/…-… ngày … tháng … năm …)", italic=True),
        prose("Nội dung của phụ lục.", role=f"annex_body{number}"),
    )


_POINTING = with_body(DECISION, prose("Danh mục tại Phụ lục kèm theo Quyết định này."))

_ANNEXES = [
    pytest.param((*_POINTING, *_annex(0, "Phụ lục")), [], id="one, without number"),
    pytest.param((*_POINTING, *_annex(0, "Phụ lục I"), *_annex(1, "Phụ lục II")), [], id="two, Roman"),
    pytest.param((*_POINTING, *_annex(0, "Phụ lục 1"), *_annex(1, "Phụ lục 2")), ["C26"], id="two, Arabic"),
    pytest.param((*_POINTING, *_annex(0, "PHỤ LỤC")), ["C26"], id="in capitals"),
    pytest.param((*_POINTING, *_annex(0, "Phụ lục", size=13.0)), ["C26"], id="13 points"),
    pytest.param((*_POINTING, *_annex(0, "Phụ lục", alignment=Alignment.LEFT)), ["C26"], id="at the left"),
    pytest.param((*DECISION, *_annex(0, "Phụ lục")), ["C26"], id="not mentioned"),
    pytest.param(without((*_POINTING, *_annex(0, "Phụ lục")), "annex_note0"), ["C26"], id="no note"),
    pytest.param(spoiled((*_POINTING, *_annex(0, "Phụ lục")), "annex_note0", italic=False), ["C26"], id="note upright"),
    pytest.param(
        spoiled((*_POINTING, *_annex(0, "Phụ lục")), "annex_title0", text="Danh mục"), ["C26"], id="title small"
    ),
]


@pytest.mark.parametrize(("spots", "expected"), _ANNEXES)
def test_annexes_are_judged(spots: tuple[Spot, ...], expected: list[str]) -> None:
    assert ids(spots) == expected


def test_an_annex_in_the_same_section_goes_on_with_the_page_numbers() -> None:
    spots = (*_POINTING, *_annex(0, "Phụ lục"))
    (finding,) = findings(spots, sheets=(replace(PAGE, numbers=replace(NUMBERS, paragraph=0)),))
    assert (finding.id, finding.clause) == ("C04", "NĐ 30/2020, PL I, P.I, III.1.đ")


_STAMPS = [
    pytest.param(Spot(role="urgency", text="HỎA TỐC", size=13.0, bold=True, colour="FF0000"), [], id="red HỎA TỐC"),
    pytest.param(Spot(role="urgency", text="HOẢ TỐC", size=13.0, bold=True), [], id="HOẢ TỐC"),
    pytest.param(Spot(role="urgency", text="RẤT KHẨN", size=13.0, bold=True), ["C27"], id="RẤT KHẨN"),
    pytest.param(Spot(role="urgency", text="KHẨN", size=12.0, bold=True), ["C27"], id="KHẨN 12 points"),
    pytest.param(Spot(role="circulation", text="LƯU HÀNH NỘI BỘ", size=13.0), ["C27"], id="circulation not bold"),
    pytest.param(Spot(role="drafter", text="PL.(300)", size=11.0), [], id="drafter"),
    pytest.param(Spot(role="drafter", text="PL.(300)", size=13.0), ["C27"], id="drafter 13 points"),
    pytest.param(Spot(role="contact", text="Số 1 phố A. ĐT: 0", size=11.0), [], id="address"),
    pytest.param(Spot(role="contact", text="Số 1 phố A. ĐT: 0", size=11.0, italic=True), ["C27"], id="address italic"),
    pytest.param(Spot(role="", text="SAO Y", bold=True), [], id="SAO Y"),
    pytest.param(Spot(role="", text="SAO Y BẢN CHÍNH", bold=True), ["C28"], id="SAO Y BẢN CHÍNH"),
    pytest.param(Spot(role="", text="Số: 05/TS-UBND"), ["C28"], id="TS for TrS"),
    pytest.param(Spot(role="", text="Số: 05/TrS-UBND"), [], id="TrS"),
]


@pytest.mark.parametrize(("spot", "expected"), _STAMPS)
def test_stamps_and_small_print_are_judged(spot: Spot, expected: list[str]) -> None:
    assert ids((*DECISION, spot)) == expected


def test_every_finding_says_where_it_stands_and_how_to_mend_it() -> None:
    (finding,) = findings(spoiled(DECISION, "name", text="TS. Nguyễn Văn An"))
    assert finding.level is Level.RULE
    assert finding.page == 1
    assert finding.paragraph == len(DECISION)
    assert finding.expected == "Nguyễn Văn An"
    assert finding.message.startswith("Bỏ học hàm")
