"""The fields of whole papers."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

import pytest

from docgen.paper.model import Cell, Line, Paper, Paragraph, Run, Source
from docgen.paper.plain import text_paper
from docgen.read import Reading, elements_of, reading
from tests.docgen.read import papers


def values(text: str) -> dict[str, Any]:
    """The values of the fields that were read from a text."""
    found = reading(text_paper(text))
    return {name.name: field.value for name in fields(Reading) if (field := getattr(found, name.name))}


def test_a_letter_is_read_whole() -> None:
    found = values(papers.LETTER)
    cited = found.pop("cited_documents")
    assert found == {
        "kind": "công văn",
        "superior_body": "UBND TỈNH HẬU GIANG",
        "issuing_body": "SỞ XÂY DỰNG",
        "number": "1207",
        "notation": "SXD-QLN",
        "place": "Vị Thanh",
        "date": "2024-08-05",
        "subject": "V/v rà soát nhà ở công vụ năm 2024",
        "recipients_to": ["Ủy ban nhân dân các huyện", "Công ty Cấp nước Hậu Giang"],
        "recipients": ["Như trên", "Giám đốc Sở (để báo cáo)", "Lưu: VT, QLN"],
        "signer_authority": ["KT. GIÁM ĐỐC"],
        "signer_position": "PHÓ GIÁM ĐỐC",
        "signer_name": "Phan Thị Thu Mẫu",
    }
    assert cited == [
        {
            "kind": "Công văn",
            "symbol": "88/UBND-KT",
            "date": "2024-07-01",
            "issuer": "Ủy ban nhân dân tỉnh",
            "name": None,
        }
    ]


def test_a_blank_number_and_a_blank_day_are_null_and_the_rest_is_read() -> None:
    found = values(papers.DECISION)
    assert "number" not in found
    assert "date" not in found
    assert found["kind"] == "QUYẾT ĐỊNH"
    assert found["notation"] == "QĐ-UBND"
    assert found["place"] == "Ninh Bình"
    assert found["issuing_body"] == "ỦY BAN NHÂN DÂN TỈNH NINH BÌNH"
    assert "superior_body" not in found
    assert found["subject"] == "Về việc thành lập Tổ công tác chuyển đổi số tỉnh Ninh Bình"
    assert found["signer_position"] == "CHỦ TỊCH"
    assert found["signer_name"] == "Đặng Quốc Mẫu"


def test_columns_that_run_together_on_one_line_are_parted_and_misread_words_mended() -> None:
    found = values(papers.SCANNED)
    assert found["kind"] == "TỜ TRÌNH"
    assert found["issuing_body"] == "ỦY BAN NHÂN DÂN TỈNH TIỀN GIANG"
    assert found["notation"] == "TTr-UBND"
    assert found["place"] == "Tiền Giang"
    assert found["subject"] == "Về việc đầu tư xây dựng trường mầm non tại các xã biên giới"
    assert found["recipients_to"] == ["Hội đồng nhân dân tỉnh"]
    assert found["signer_authority"] == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"]
    assert found["signer_position"] == "PHÓ CHỦ TỊCH"
    assert found["signer_name"] == "Lê Hoàng Mẫu"


def test_a_number_and_a_day_written_by_hand_and_misread_are_null() -> None:
    found = values(papers.SCANNED)
    assert "number" not in found
    assert "date" not in found


@pytest.mark.parametrize(
    ("number", "day", "believed"),
    [
        pytest.param("Số: 47/TTr-UBND", "ngày 17", True, id="tight and beside a whole date"),
        pytest.param("Số: 47 /TTr-UBND", "ngày 17", False, id="a gap before the slash was filled by hand"),
        pytest.param("Số: 47/TTr-UBND", "ngày {7", False, id="beside a misread day"),
    ],
)
def test_in_recognised_text_a_number_counts_only(number: str, day: str, believed: bool) -> None:
    text = papers.SCANNED.replace("Số: 4# /TTr-UBND", number).replace("ngày {7", day)
    assert ("number" in values(text)) is believed


def test_a_year_before_the_cited_papers_is_not_believed_in_recognised_text() -> None:
    text = papers.SCANNED.replace("ngày {7 tháng 6 năm 2023", "ngày 17 tháng 6 năm 2010")
    assert "date" not in values(text)
    assert values(text.replace("năm 2010", "năm 2023"))["date"] == "2023-06-17"


def test_an_annex_tells_the_number_that_the_header_lost() -> None:
    note = "\fPHỤ LỤC\nDANH MỤC TRƯỜNG\n(Kèm theo Tờ trình số 47/TTr-UBND ngày 17/6/2023 của Ủy ban nhân dân tỉnh)\n"
    assert values(papers.SCANNED + note)["number"] == "47"


def test_of_minutes_the_one_in_the_chair_is_the_signer_and_the_meeting_gives_the_day() -> None:
    found = values(papers.MINUTES)
    assert found["kind"] == "BIÊN BẢN"
    assert found["issuing_body"] == "BAN QUẢN LÝ CHỢ"
    assert found["superior_body"] == "ỦY BAN NHÂN DÂN XÃ LONG HÒA"
    assert found["date"] == "2024-05-12"
    assert (found["signer_position"], found["signer_name"]) == ("CHỦ TRÌ", "Ngô Thanh Mẫu")


def test_each_of_two_signers_has_a_block() -> None:
    blocks = elements_of(text_paper(papers.MINUTES)).signatures
    assert [(block.position[0].text, block.name.text if block.name else None) for block in blocks] == [
        ("THƯ KÝ", "Võ Thị Mẫu"),
        ("CHỦ TRÌ", "Ngô Thanh Mẫu"),
    ]


def test_a_letter_of_a_party_body_is_read() -> None:
    found = values(papers.PARTY)
    assert found["kind"] == "công văn"
    assert found["superior_body"] == "TỈNH ỦY VĨNH LONG"
    assert found["issuing_body"] == "BAN DÂN VẬN"
    assert (found["number"], found["notation"]) == ("210", "CV/BDVTU")
    assert (found["place"], found["date"]) == ("Vĩnh Long", "2022-07-14")
    assert found["signer_authority"] == ["K/T TRƯỞNG BAN"]
    assert found["signer_name"] == "Trương Văn Mẫu"


def test_of_several_papers_in_a_file_the_first_is_read() -> None:
    paper = text_paper(papers.DECISION + "\f" + papers.LETTER)
    elements = elements_of(paper)
    assert elements.several
    assert values(papers.DECISION + "\f" + papers.LETTER)["signer_name"] == "Đặng Quốc Mẫu"
    assert not elements_of(text_paper(papers.DECISION)).several


def test_the_form_of_a_copy_is_no_part_of_the_copied_paper() -> None:
    form = (
        "\nỦY BAN NHÂN DÂN XÃ LONG HÒA            SAO Y\n\nSố: 31/SY-UBND       Long Hòa, ngày 02 tháng 9 năm 2024\n\n"
        "Nơi nhận:                              CHỦ TỊCH\n- Công an xã.\n\n\n"
        "                                       Lý Văn Khuôn\n"
    )
    assert values(papers.LETTER + form) == values(papers.LETTER)
    assert elements_of(text_paper(papers.LETTER + form)).several


def test_a_file_that_is_an_annex_shows_no_more_than_its_title() -> None:
    text = (
        "Phụ lục II\nDANH MỤC TRƯỜNG HỌC NĂM\n2026\n(Kèm theo Báo cáo số 63/BC-UBND ngày 30 tháng 10 năm 2026 của"
        " Ủy ban nhân dân xã)\n\n1. Trường Tiểu học Mẫu.\n"
    )
    assert values(text) == {"kind": "Phụ lục", "subject": "DANH MỤC TRƯỜNG HỌC NĂM 2026"}


def test_text_without_any_element_reads_as_nothing() -> None:
    assert values("Hôm qua trời mưa, không ai đến chợ.\nSáng nay thì nắng.") == {}


def test_every_field_says_where_it_stands() -> None:
    found = reading(text_paper("\f".join(["", papers.LETTER])))
    assert found.kind is not None
    assert found.number is not None
    assert found.number.where["page"] == 2
    assert 0.9 <= found.number.confidence <= 1.0


def word_paper(*cells: tuple[int, str]) -> Paper:
    """A Word file: the column of a table (or -1 for running text) and the words of each paragraph."""
    paragraphs = tuple(
        Paragraph(
            number=number,
            lines=(Line(runs=(Run(text=words),)),) if words else (),
            cell=None if column < 0 else Cell(table=0, row=0, column=column, columns=2, bordered=False),
        )
        for number, (column, words) in enumerate(cells, 1)
    )
    return Paper(source=Source.WORD, paragraphs=paragraphs)


def test_the_header_table_of_a_word_file_is_read_cell_by_cell() -> None:
    found = reading(
        word_paper(
            (0, "SỞ GDĐT TỈNH ĐỒNG THÁP"),
            (0, "TRƯỜNG THPT MẪU"),
            (0, "Số: 12/KH-THPTM"),
            (1, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            (1, "Độc lập - Tự do - Hạnh phúc"),
            (1, "Đồng Tháp, ngày 02 tháng 01 năm 2025"),
            (-1, ""),
            (-1, "KẾ HOẠCH"),
            (-1, "Tổ chức hội thao mùa xuân"),
            (-1, ""),
            (-1, "Căn cứ Kế hoạch số 05/KH-SGDĐT ngày 01/12/2024 của Sở Giáo dục và Đào tạo;"),
            (-1, "Trường tổ chức hội thao như sau./."),
            (0, "Nơi nhận:"),
            (0, "- Các tổ chuyên môn;"),
            (0, "- Lưu: VT."),
            (1, "KT. HIỆU TRƯỞNG"),
            (1, "PHÓ HIỆU TRƯỞNG"),
            (1, ""),
            (1, "ThS. Huỳnh Mẫu"),
        )
    )
    assert found.superior_body is not None
    assert found.superior_body.value == "SỞ GDĐT TỈNH ĐỒNG THÁP"
    assert found.issuing_body is not None
    assert found.issuing_body.value == "TRƯỜNG THPT MẪU"
    assert found.kind is not None
    assert found.kind.value == "KẾ HOẠCH"
    assert found.date is not None
    assert found.date.value == "2025-01-02"
    assert found.subject is not None
    assert found.subject.value == "Tổ chức hội thao mùa xuân"
    assert found.recipients is not None
    assert found.recipients.value == ["Các tổ chuyên môn", "Lưu: VT"]
    assert found.signer_name is not None
    assert found.signer_name.value == "ThS. Huỳnh Mẫu"
