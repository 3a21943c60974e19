"""Capitals, and documents that are cited."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docgen.check import Cited, Level, checked
from docgen.paper.model import Source
from docgen.paper.plain import text_paper
from tests.docgen.check.papers import LETTER, findings, ids, made, prose, spoiled, with_body, without

SEEDS = Path(__file__).parents[2] / "specimens" / "seeds"

_CAPITALS = [
    pytest.param("Thực hiện theo khoản 7 Điều 7 của Luật này.", True, id="khoản 7 Điều 7"),
    pytest.param("Thực hiện theo Khoản 7 Điều 7 của Luật này.", False, id="Khoản inside a sentence"),
    pytest.param("Khoản 7 Điều 7 của Luật này quy định rõ.", True, id="Khoản at the beginning"),
    pytest.param("Thực hiện theo khoản 7 điều 7 của Luật này.", False, id="điều in small letters"),
    pytest.param("Sửa đổi một số điều của Luật này.", True, id="một số điều"),
    pytest.param("Vận động các tầng lớp Nhân dân tham gia.", True, id="Nhân dân"),
    pytest.param("Vận động các tầng lớp nhân dân tham gia.", False, id="tầng lớp nhân dân"),
    pytest.param("Giao Ủy ban nhân dân các xã, Công an nhân dân.", True, id="nhân dân in a name"),
    pytest.param("Báo cáo của nhân dân xã về việc này.", True, id="words that may be a name"),
    pytest.param("Chủ trương của Đảng, chính sách của nhà nước.", False, id="chính sách của nhà nước"),
    pytest.param("Cơ quan nhà nước có thẩm quyền quyết định.", True, id="cơ quan nhà nước"),
    pytest.param("Kiện toàn Ban Chỉ đạo của phường.", True, id="Ban Chỉ đạo"),
    pytest.param("Kiện toàn Ban chỉ đạo của phường.", False, id="Ban chỉ đạo"),
    pytest.param("Trình Ủy ban Nhân dân phường.", False, id="Ủy ban Nhân dân"),
    pytest.param("Trình Ủy ban nhân dân Tỉnh xem xét.", False, id="Ủy ban nhân dân Tỉnh"),
    pytest.param("Trình Ủy ban nhân dân tỉnh xem xét.", True, id="Ủy ban nhân dân tỉnh"),
    pytest.param("Trụ sở đặt tại Phường Phan Thiết.", False, id="Phường before a place"),
    pytest.param("Trụ sở đặt tại Phường Điện Biên Phủ.", True, id="Phường before an event"),
    pytest.param("Theo điểm a mục 2 Công văn của Bộ.", False, id="mục in small letters"),
    pytest.param("Theo điểm a Mục 2 Công văn của Bộ.", True, id="Mục with a capital"),
    pytest.param("Theo Luật Tổ chức Chính quyền địa phương.", False, id="a second capital in a law's name"),
    pytest.param("Theo Luật Tổ chức chính quyền địa phương.", True, id="one capital in a law's name"),
    pytest.param("Giao Sở Văn hóa, Thể thao và Du Lịch.", False, id="Du Lịch"),
    pytest.param("Giao Sở Văn hóa, Thể thao và Du lịch.", True, id="Du lịch"),
    pytest.param("Hội bầu Ban kiểm tra gồm 03 người.", False, id="Ban kiểm tra"),
    pytest.param("Hội bầu Ban Kiểm tra gồm 03 người.", True, id="Ban Kiểm tra"),
    pytest.param("Kết quả cao nhất. kế hoạch được giao.", False, id="a small letter behind a full stop"),
    pytest.param("Gồm vải, gạo, v.v. và tiền; xem tr. năm.", True, id="a stop that ends no sentence"),
    pytest.param("Các khoa của Khoa Cơ bản; khoa Cơ bản dời đi.", False, id="khoa Cơ bản beside Khoa Cơ bản"),
    pytest.param("Các khoa dời đi, khoa Cơ bản ở lại.", True, id="khoa Cơ bản alone"),
    pytest.param("Theo Công an Tỉnh ủy quyền thực hiện.", True, id="words that begin another name"),
    pytest.param("Chỉ thị của Bộ chính trị về việc này.", False, id="Bộ chính trị"),
    pytest.param("Theo quy định của Bộ luật dân sự.", False, id="Bộ luật dân sự"),
    pytest.param("Theo quy định của Bộ luật Dân sự.", True, id="Bộ luật Dân sự"),
    pytest.param("Giao Sở Văn hóa, thể thao và Du lịch.", False, id="a field in small letters"),
    pytest.param("Họp vào sáng Thứ Bảy, ngày 05/12/2026.", False, id="Thứ Bảy"),
    pytest.param("Họp vào sáng thứ Bảy, ngày 05/12/2026.", True, id="thứ Bảy"),
    pytest.param("Đứng thứ hai trong các phường.", True, id="thứ hai that is no day"),
    pytest.param("Mời lãnh đạo Tỉnh tham dự.", False, id="lãnh đạo Tỉnh"),
    pytest.param("Luật ghi: “Theo Khoản 7 Điều 7 của Nghị định, Ban chỉ đạo họp”.", True, id="somebody else's words"),
]


@pytest.mark.parametrize(("text", "right"), _CAPITALS)
def test_capitals_are_judged(text: str, right: bool) -> None:
    assert ids(with_body(LETTER, prose(text))) == ([] if right else ["C29"])


_TITLE = " của Bộ Công an quy định tiêu chuẩn"
_FULL = f"Thông tư số 124/2021/TT-BCA ngày 28/12/2021{_TITLE}"
_CITATIONS = [
    pytest.param([f"Thực hiện {_FULL}."], [], id="the first time in full"),
    pytest.param([f"Thực hiện {_FULL}.", "Theo Thông tư số 124/2021/TT-BCA."], [], id="later in short"),
    pytest.param(
        [f"Thực hiện {_FULL}.", "Theo Thông tư số 124/2021/TT-BCA ngày 28/12/2021."], ["C15"], id="later long"
    ),
    pytest.param(["Thực hiện Thông tư số 01/2024/TT-BNV của Bộ Nội vụ."], ["C15"], id="the first time without day"),
    pytest.param(["Ngày 02/01/2024, Bộ ban hành Thông tư số 01/2024/TT-BNV."], [], id="the day stands before"),
    pytest.param(
        ["Theo Quyết định số 05/QĐ-UBND ngày 02/01/2026 về việc thực hiện Thông tư số 01/2024/TT-BNV."],
        [],
        id="inside the title of another",
    ),
    pytest.param(["Theo Kế hoạch số 9/KH-UBND ngày 02/01/2026 của Ủy ban nhân dân tỉnh."], ["C15"], id="no title"),
    pytest.param(["Theo Kế hoạch số 9/KH-UBND ngày 02/01/2026 của UBND tỉnh phòng dịch."], [], id="a title without về"),
    pytest.param(
        ["Theo Quyết định số 1/QĐ-UBND ngày 02/01/2026 và Quyết định số 2/QĐ-UBND ngày 03/01/2026 của xã về đất."],
        [],
        id="two that share office and title",
    ),
    pytest.param(
        [
            "Theo Quyết định số 1/QĐ-UBND ngày 02/01/2026 của Chủ tịch Ủy ban nhân dân tỉnh và Quyết định số 2/QĐ-UBND "
            "ngày 03/01/2026 của Chủ tịch Ủy ban nhân dân tỉnh về đất."
        ],
        ["C15"],
        id="the first of two has an office and no title",
    ),
    pytest.param(["Theo Nghị định số 126/2024/NĐ-CP ngày 08/10/2024 quy định về hội."], ["C15"], id="no office"),
    pytest.param(["Theo đề nghị của Sở tại Tờ trình số 9/TTr-SNV ngày 02/01/2026."], [], id="a proposal"),
    pytest.param(["Sở ban hành Thông báo nộp hồ sơ tại Thông báo số 9/TB-SNV ngày 02/01/2026."], [], id="title before"),
    pytest.param(["Sở nêu: “Theo Kế hoạch số 9/KH-UBND ngày 02/01/2026.”"], [], id="in a quotation"),
    pytest.param(["Sở nhận Văn bản số 01/BC-HHDN ngày 02/01/2026 của Hội về đất."], ["C15"], id="Văn bản for Báo cáo"),
    pytest.param(["Sở nhận Văn bản số 01/SNV-TCCC ngày 02/01/2026 của Sở về đất."], [], id="a letter called Văn bản"),
    pytest.param(
        [f"Thực hiện {_FULL}.", "Theo Thông tư số 124/2021/TT-BCA của Bộ Công an ngày 28/12/2021."],
        ["C15"],
        id="later long, the day behind the office",
    ),
    pytest.param(["Căn cứ Luật Đất đai số 31/2024/QH15 ngày 18/01/2024."], ["C15"], id="a law with its number"),
    pytest.param(["Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024."], [], id="a law without number"),
    pytest.param(
        ["Căn cứ Luật Đất đai; Nghị quyết số 202/2025/QH15 ngày 12/6/2025 của Quốc hội về sắp xếp."],
        [],
        id="a resolution has one",
    ),
    pytest.param([f"Thực hiện Thông tư số 124/2021/TT-BCA ngày 18/12/2021{_TITLE}."], ["C36"], id="a wrong day"),
    pytest.param([f"Thực hiện Thông tư 124/2021/TT-BCA ngày 28 tháng 12 năm 2021{_TITLE}."], [], id="the day in words"),
    pytest.param([f"Thực hiện Quyết định số 124/2021/TT-BCA ngày 28/12/2021{_TITLE}."], ["C36"], id="a wrong type"),
    pytest.param(
        [f"Theo Quyết định số 510/QĐ-BCA-V05, ngày 21/01/2022{_TITLE}."], ["C36"], id="a comma before a wrong day"
    ),
    pytest.param([f"Theo Thông tư số 48/2025/TT-BCA ngày 27/6/2025{_TITLE}."], [], id="TT 48 rightly"),
]


@pytest.mark.parametrize(("texts", "expected"), _CITATIONS)
def test_citations_are_judged(texts: list[str], expected: list[str]) -> None:
    assert ids(with_body(LETTER, *map(prose, texts))) == expected


def test_a_text_that_goes_with_a_decision_may_cite_in_short_what_the_decision_cited_in_full() -> None:
    attached = with_body(without(LETTER, "number"), prose("Theo Thông tư số 01/2024/TT-BNV."))
    assert "C15" not in ids(attached)


def test_a_list_of_enclosures_keeps_the_days() -> None:
    plan = "Kế hoạch số 08/KH-UBND ngày 19/01/2026"
    texts = [f"Phường ban hành {plan} về chuyển đổi số.", "Hồ sơ gồm:", f"- {plan};"]
    assert ids(with_body(LETTER, *map(prose, texts))) == []


def test_every_wrong_day_is_a_finding_of_practice_with_the_right_day() -> None:
    wrong = prose("Thực hiện Thông tư số 124/2021/TT-BCA ngày 18/12/2021.")
    found = [f for f in findings(with_body(LETTER, wrong, wrong)) if f.id == "C36"]
    assert len(found) == 2
    assert {(f.level, f.expected) for f in found} == {(Level.PRACTICE, "ngày 28 tháng 12 năm 2021")}


OWN = Cited(
    kind="Kế hoạch",
    symbol="08/KH-UBND",
    day=date(2026, 1, 9),
    title="Chuyển đổi số năm 2026",
    issuer="Ủy ban nhân dân phường Tân An Đông",
)
OF_LAST_YEAR = replace(OWN, day=date(2025, 1, 20), title="Phòng chống thiên tai năm 2025")


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        pytest.param(
            "Theo Kế hoạch số 08/KH-UBND ngày 19/01/2026 của Ủy ban nhân dân phường Tân An Đông.",
            ["Sửa ngày ban hành: Kế hoạch số 08/KH-UBND ban hành ngày 09 tháng 01 năm 2026."],
            id="a wrong day",
        ),
        pytest.param(
            "Theo Quyết định số 08/KH-UBND ngày 09/01/2026 của Ủy ban nhân dân phường Tân An Đông.",
            ["Sửa tên loại: văn bản 08/KH-UBND là kế hoạch."],
            id="a wrong type",
        ),
        pytest.param(
            "Theo Kế hoạch số 08/KH-UBND ngày 09/01/2026 của Ủy ban nhân dân phường Tân An Đông về tổ chức hội thi "
            "nấu ăn cho phụ nữ các tổ dân phố.",
            ["Sửa trích yếu: Kế hoạch số 08/KH-UBND là “Chuyển đổi số năm 2026”."],
            id="the title of another document",
        ),
        pytest.param(
            "Theo Kế hoạch số 08/KH-UBND ngày 20/01/2025 của Ủy ban nhân dân phường Tân An Đông.", [], id="last year's"
        ),
        pytest.param(
            "Theo Kế hoạch số 08/KH-UBND ngày 19/01/2026 của Ủy ban nhân dân phường Bình Minh.", [], id="another office"
        ),
        pytest.param(
            "Theo Kế hoạch số 08/KH-UBND ngày 09/01/2026 của Ủy ban nhân dân phường Tân An Đông về chuyển đổi số.",
            [],
            id="all right",
        ),
    ],
)
def test_a_citation_is_compared_with_the_documents_of_its_own_office(text: str, messages: list[str]) -> None:
    paper, elements = made(with_body(LETTER, prose(text)))
    found = checked(paper, elements, cited=lambda symbol: [OWN, OF_LAST_YEAR] if symbol == OWN.symbol else [])
    assert [finding.message for finding in found if finding.id == "C36"] == messages


def test_a_citation_cut_by_the_end_of_a_line_is_whole() -> None:
    spots = spoiled(LETTER, "body", text="Thực hiện Thông tư số 124/2021/TT-")
    spots = spoiled(spots, "body", 1, text="BCA ngày 18/12/2021 của Bộ Công an./.")
    assert "C36" in ids(spots, source=Source.TEXT)


def test_the_seed_that_dates_a_circular_wrongly_twice_is_caught_twice() -> None:
    found = checked(text_paper((SEEDS / "seed0.txt").read_text(encoding="utf-8")))
    wrong = [finding for finding in found if finding.id == "C36"]
    assert [finding.expected for finding in wrong] == ["ngày 28 tháng 12 năm 2021"] * 2
    assert all("18/12/2021" in finding.found for finding in wrong)


@pytest.mark.parametrize("seed", ["seed1.txt", "seed2.txt", "seed3.txt", "seed4.txt"])
def test_seeds_that_cite_rightly_have_no_wrong_day(seed: str) -> None:
    found = checked(text_paper((SEEDS / seed).read_text(encoding="utf-8")))
    assert [finding for finding in found if finding.id == "C36"] == []
