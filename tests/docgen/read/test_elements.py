"""Which lines of a paper are which element."""

from __future__ import annotations

import pytest

from docgen.paper.model import Box, Line, Paper, Paragraph, Run, Source
from docgen.paper.plain import text_paper
from docgen.read import Elements, elements_of
from docgen.read.rows import rows_of
from tests.docgen.read import papers


def elements(text: str) -> Elements:
    """The elements of a text."""
    return elements_of(text_paper(text))


def test_every_box_of_a_letter_has_its_lines() -> None:
    found = elements(papers.LETTER)
    assert [piece.text for piece in found.country] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]
    assert [piece.text for piece in found.motto] == ["Độc lập - Tự do - Hạnh phúc"]
    assert [piece.text for piece in found.number] == ["Số: 1207/SXD-QLN"]
    assert [piece.text for piece in found.place_date] == ["Vị Thanh, ngày 05 tháng 8 năm 2024"]
    assert [piece.text for piece in found.letter_subject] == ["V/v rà soát nhà ở công vụ", "năm 2024"]
    assert found.kind_name == ()
    assert found.to_word is not None
    assert found.to_word.text == "Kính gửi:"
    assert len(found.to) == 2
    assert found.recipients_word is not None
    assert found.recipients_word.text == "Nơi nhận:"
    assert len(found.recipients) == 3
    assert found.body[0].text.startswith("Thực hiện Công văn")
    assert found.body[-1].text == "Trân trọng./."


def test_bases_are_the_paragraphs_before_the_first_that_is_none() -> None:
    found = elements(papers.DECISION)
    assert [paragraph.text[:10] for paragraph in found.bases] == ["Căn cứ Luậ", "Căn cứ Ngh", "Theo đề ng"]
    assert [piece.text for piece in found.competence] == ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH NINH BÌNH"]
    assert found.body[0].text == "QUYẾT ĐỊNH:"


def test_addressees_may_stand_above_the_type_name() -> None:
    text = papers.DECISION.replace(
        "                          QUYẾT ĐỊNH\n          Về việc thành lập",
        "     Kính gửi: Hội đồng nhân dân tỉnh\n\n                          TỜ TRÌNH\n          Về việc thành lập",
    )
    found = elements(text)
    assert [piece.text for piece in found.kind_name] == ["TỜ TRÌNH"]
    assert [piece.text for piece in found.to] == ["Hội đồng nhân dân tỉnh"]


@pytest.mark.parametrize(
    ("stamp", "field"),
    [
        pytest.param("HỎA TỐC", "urgency", id="urgency"),
        pytest.param("TỐI MẬT", "secrecy", id="secrecy"),
        pytest.param("LƯU HÀNH NỘI BỘ", "circulation", id="circulation"),
        pytest.param("DỰ THẢO 2", "draft", id="draft"),
    ],
)
def test_stamps_over_the_header_are_told_from_the_names_of_offices(stamp: str, field: str) -> None:
    found = elements(papers.LETTER.replace("Số: 1207", f"{stamp}\nSố: 1207"))
    assert getattr(found, field).text == stamp
    assert [piece.text for piece in found.issuer] == ["SỞ XÂY DỰNG"]


def test_a_post_in_another_office_stands_over_the_name() -> None:
    text = papers.DECISION.replace(
        "                                            Đặng Quốc Mẫu",
        "                                     GIÁM ĐỐC SỞ GIÁO DỤC VÀ\n"
        "                                            ĐÀO TẠO\n"
        "                                          Đặng Quốc Mẫu",
    )
    block = elements(text).signatures[0]
    assert [piece.text for piece in block.position] == ["CHỦ TỊCH"]
    assert [piece.text for piece in block.other_position] == ["GIÁM ĐỐC SỞ GIÁO DỤC VÀ", "ĐÀO TẠO"]
    assert block.name is not None
    assert block.name.text == "Đặng Quốc Mẫu"


def test_annexes_behind_the_closing_have_label_title_note_and_body() -> None:
    annex = (
        "\f                 Phụ lục I\n            DANH SÁCH ĐƠN VỊ\n  (Kèm theo Công văn số 1207/SXD-QLN)\n\n1. Xã A\n"
    )
    found = elements(papers.LETTER + annex + annex.replace("Phụ lục I", "Phụ lục II")).annexes
    assert [one.label.text for one in found] == ["Phụ lục I", "Phụ lục II"]
    assert [piece.text for piece in found[0].title] == ["DANH SÁCH ĐƠN VỊ"]
    assert [piece.text for piece in found[0].note] == ["(Kèm theo Công văn số 1207/SXD-QLN)"]
    assert [paragraph.text for paragraph in found[0].body] == ["1. Xã A"]


def test_a_piece_knows_its_paragraph_and_line() -> None:
    paper = text_paper(papers.LETTER)
    piece = elements_of(paper).number[0]
    assert piece.paragraph in paper.paragraphs
    assert piece.line in piece.paragraph.lines
    assert piece.text in piece.line.text


SEAL = "- Lưu: VT. /(§ 8\n`^ Z{ ~|x\n¬z  TRƯỜNG ĐẠI HỌC\n"


def scanned_letter(below: str, inside: str) -> str:
    """A letter of a school as recognition leaves it, with what stands under and in its text."""
    return (
        "BỘ GIÁO DỤC VÀ ĐÀO TẠO CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TRƯỜNG ĐẠI HỌC MẪU Độc lập - Tự do ~ Hạnh phúc\n"
        "Số: |7 /ĐHM Cần Thơ, ngày {} tháng 5 năm 2024\n"
        f"V/v mời họp\nKính gửi: Các khoa\n\nNhà trường mời họp, gồm có:\n1. {inside}\nTrân trọng./.\n{below}"
    )


@pytest.mark.parametrize(
    ("below", "inside", "name"),
    [
        pytest.param(
            "Nơi nhận: HIỆU TRƯỞNG\n- Các khoa;\n- Lưu: VT.\n  =ương Thị Mẫu\n",
            "Dương Thị Mẫu, chủ trì",
            "Dương Thị Mẫu",
            id="a name that lost its first letter, printed clean above",
        ),
        pytest.param(
            f"Nơi nhận: HIỆU TRƯỞNG\n- Các khoa;\n{SEAL}",
            "TS. Dương Thị Mẫu Hiệu trưởng",
            "Dương Thị Mẫu",
            id="a name under the seal, whose post the text gives to one person",
        ),
        pytest.param(
            "Nơi nhận: HIỆU TRƯỞNG\n- Các khoa;\n- Lưu: VT.\n",
            "TS. Dương Thị Mẫu Hiệu trưởng",
            None,
            id="no seal, no name: a file copy",
        ),
        pytest.param(
            f"Nơi nhận: KT. HIỆU TRƯỞNG\n- Các khoa;\n{SEAL}",
            "TS. Dương Thị Mẫu Hiệu trưởng",
            None,
            id="a deputy signed",
        ),
        pytest.param(
            f"Nơi nhận: HIỆU TRƯỞNG\n- Các khoa;\n{SEAL}",
            "TS. Dương Thị Mẫu Phó Hiệu trưởng",
            None,
            id="the text names the deputy",
        ),
    ],
)
def test_a_misread_name_is_taken_from_the_text_only_where_it_must_be_that(
    below: str, inside: str, name: str | None
) -> None:
    blocks = elements(scanned_letter(below, inside)).signatures
    assert [block.name.text for block in blocks if block.name] == ([name] if name else [])


def test_lines_at_one_height_make_one_row_in_whatever_order_the_file_has_them() -> None:
    def paragraph(number: int, words: str, left: float, top: float) -> Paragraph:
        box = Box(left=left, top=top, right=left + 40, bottom=top + 5)
        return Paragraph(number=number, lines=(Line(runs=(Run(text=words),), box=box),), page=1)

    paper = Paper(
        source=Source.PDF,
        paragraphs=(
            paragraph(1, "CHÍNH PHỦ", 30, 20),
            paragraph(2, "Số: 5/NQ-CP", 30, 34),
            paragraph(3, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 90, 20.5),
            paragraph(4, "Hà Nội, ngày 05 tháng 01 năm 2026", 95, 34.2),
        ),
    )
    assert [row.text for row in rows_of(paper)] == [
        "CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 5/NQ-CP\tHà Nội, ngày 05 tháng 01 năm 2026",
    ]


def test_a_paper_without_lines_has_no_elements() -> None:
    assert elements_of(Paper(source=Source.PDF, paragraphs=())) == Elements()
