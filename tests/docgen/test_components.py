"""Boxes 10b to 13, several signers, joint documents, annexes across: what a document may have besides the usual."""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pypdfium2
import pytest

from docgen.errors import InvalidContentError
from docgen.kinds import Kind
from docgen.pdf import MadePdf
from docgen.rules.authority import Authority, Prefix, Signatory
from docgen.rules.page import LANDSCAPE, PAGE, URGENCY_FRAMES
from docgen.signers import signings
from docgen.workshop import Workshop
from tests.documents import KINDS, NUMBERED, POINTS_PER_MM, ReadPdf, example

LETTER = example("cong_van/ubnd-hung-yen")
PLAN = example("ke_hoach/thanh-thuy")
SHORT_BODY = [{"type": "paragraph", "text": f"Đoạn thứ {index} của văn bản thử"} for index in range(4)]


def made(workshop: Workshop, kind: Kind, content: Mapping[str, Any], issuer: Any) -> MadePdf:
    return workshop.pdf(kind, kind.checked(content), issuer, NUMBERED)


def letter(workshop: Workshop, **changes: Any) -> MadePdf:
    return made(workshop, LETTER.kind, {**LETTER.content, "body": SHORT_BODY, **changes}, LETTER.issuer)


def frame(pdf: MadePdf, page: int = 0) -> tuple[float, float, float, float, tuple[int, ...]]:
    """Left, top, width and height of the one frame on a page in millimetres between its lines, and their colour."""
    document = pypdfium2.PdfDocument(pdf.data)
    high = document[page].get_height() / POINTS_PER_MM
    across, down, colours = [], [], set()
    for path in document[page].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = (edge / POINTS_PER_MM for edge in path.get_bounds())
        if top - bottom > 5 and right - left < 1:
            down.append((left + right) / 2)
            colours.add(colour(path))
            across += [
                (rule.get_bounds()[1] + rule.get_bounds()[3]) / 2 / POINTS_PER_MM for rule in thick(document, page)
            ]
    assert len(colours) == 1
    return min(down), high - max(across), max(down) - min(down), max(across) - min(across), colours.pop()


def thick(document: Any, page: int) -> list[Any]:
    """The horizontal lines of a frame: 1 point, thicker than the rules under names."""
    paths = document[page].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH])
    return [path for path in paths if 0.6 < (path.get_bounds()[3] - path.get_bounds()[1]) / POINTS_PER_MM < 1]


def colour(path: Any) -> tuple[int, ...]:
    parts = [ctypes.c_uint() for _ in range(4)]
    pypdfium2.raw.FPDFPageObj_GetStrokeColor(path.raw, *(ctypes.byref(part) for part in parts))
    return tuple(part.value for part in parts[:3])


@pytest.mark.parametrize("urgency", list(URGENCY_FRAMES))
def test_the_stamp_of_urgency_has_the_size_of_the_decree_and_is_red(workshop: Workshop, urgency: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, III.2.b (box 10b: under the number and under 5b)."""
    pdf = letter(workshop, urgency=urgency.lower())
    left, top, width, height, red = frame(pdf)
    assert [width, height] == pytest.approx(list(URGENCY_FRAMES[urgency]), abs=0.1)
    assert red == (255, 0, 0)
    assert left == pytest.approx(PAGE.left, abs=0.5)
    read = ReadPdf(pdf.data)
    assert top > read.place(0, "V/v tiếp tục").bottom
    word = read.place(0, urgency)
    assert (word.left + word.right) / 2 == pytest.approx(left + width / 2, abs=0.5)
    assert (word.top + word.bottom) / 2 == pytest.approx(top + height / 2, abs=1)


@pytest.mark.parametrize("words", ["XEM XONG TRẢ LẠI", "LƯU HÀNH NỘI BỘ", "TÀI LIỆU THU HỒI"])
def test_the_scope_of_circulation_stands_framed_in_the_top_margin_of_page_1(workshop: Workshop, words: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, III.2.a, III.2.c and IV (box 11: top margin, right half)."""
    annex = {"title": "Thử", "body": SHORT_BODY}
    pdf = letter(workshop, circulation=words.lower(), annexes=[annex, {**annex, "landscape": True}])
    left, top, width, height, black = frame(pdf)
    assert left > PAGE.width / 2
    assert left + width <= PAGE.width - PAGE.right + 0.5
    assert 0 < top < top + height < PAGE.top
    assert black == (0, 0, 0)
    read = ReadPdf(pdf.data)
    assert [words in read.text(page) for page in range(read.pages)] == [True, False, False]


def test_the_address_of_the_office_stands_at_the_foot_of_page_1_alone(workshop: Workshop) -> None:
    """Source: NĐ 30/2020, PL I, P.I, III.4 and IV (box 13)."""
    long = [{"type": "paragraph", "text": f"Đoạn thứ {index} của công văn"} for index in range(60)]
    lines = ["Địa chỉ: số 1 đường Thử", "Thư điện tử: thu@example.vn"]
    pdf = letter(workshop, contact=lines, body=long, annexes=[{"title": "Thử", "body": SHORT_BODY}])
    read = ReadPdf(pdf.data)
    first, second = (read.place(0, line) for line in lines)
    assert first.top < second.top < PAGE.height - PAGE.bottom
    assert second.bottom == pytest.approx(PAGE.height - PAGE.bottom, abs=2)
    rule = read.rules(0)[-1]
    assert rule.right - rule.left == pytest.approx(PAGE.text_width, abs=0.7)
    assert first.top - 3 < rule.top < first.top
    assert [lines[0] in read.text(page) for page in range(read.pages)] == [True] + [False] * (read.pages - 1)


def test_an_office_may_have_an_address_of_its_own(workshop: Workshop) -> None:
    issuer = replace(LETTER.issuer, contact=("Địa chỉ: số 2 đường Thử",))
    content = {**LETTER.content, "body": SHORT_BODY}
    assert "số 2 đường Thử" in ReadPdf(made(workshop, LETTER.kind, content, issuer).data).text(0)


def test_the_drafter_stands_at_the_end_of_the_archive_line(workshop: Workshop) -> None:
    """Source: NĐ 30/2020, PL I, P.I, III.3 and IV (box 12, lower right of 9b)."""
    read = ReadPdf(letter(workshop, drafter={"initials": "PL", "copies": 300}).data)
    archive, drafter = read.place(0, "- Lưu:"), read.place(0, "PL.(300)")
    assert drafter.bottom == pytest.approx(archive.bottom, abs=1)
    assert archive.right < drafter.left < drafter.right < PAGE.left + 80


@pytest.mark.parametrize("field", ["secrecy", "do_mat", "độ mật"])
def test_a_document_of_a_secrecy_level_is_refused_with_the_reason(field: str) -> None:
    with pytest.raises(InvalidContentError, match="bí mật nhà nước") as caught:
        LETTER.kind.checked({**LETTER.content, field: "MẬT"})
    assert [problem.path for problem in caught.value.problems] == [field]


PEOPLE = {
    "mot": Signatory(name="Nguyễn Văn Một", position="Chủ tịch"),
    "hai": Signatory(name="Trần Thị Hai", position="Phó Chủ tịch Thường trực kiêm Trưởng Ban Chỉ đạo thực hiện"),
    "ba": Signatory(name="Lê Văn Ba", position="Giám đốc", other_position="Phó Trưởng Ban"),
    "bon": Signatory(
        name="Phạm Thị Bốn",
        position="Phó Chủ tịch",
        authority=[Authority(prefix=Prefix.TM, of="Ủy ban nhân dân"), Authority(prefix=Prefix.KT, of="Chủ tịch")],
    ),
    "nam": Signatory(name="Đỗ Văn Năm", position="Ủy viên"),
    "sau": Signatory(name="Vũ Thị Sáu", position="Ủy viên"),
}


@pytest.mark.parametrize("count", range(1, 7))
def test_one_to_six_signers_stand_in_rows_of_two_with_level_names(workshop: Workshop, count: int) -> None:
    """One stands on the right as the diagram wants; rows of two are practice. Source: NĐ 30/2020, PL I, P.I, IV."""
    codes = list(PEOPLE)[:count]
    content = {**LETTER.content, "body": SHORT_BODY, "signers": codes}
    pdf = made(workshop, LETTER.kind, content, replace(LETTER.issuer, signatories=PEOPLE))
    read = ReadPdf(pdf.data)
    middle = PAGE.left + PAGE.text_width / 2
    columns = [anchor.centre_x / POINTS_PER_MM > middle for anchor in pdf.anchors]
    expected = [bool(index % 2) for index in range(count)]
    assert columns == (expected if count % 2 == 0 else [*expected[:-1], True])
    for left, right in zip(codes[::2], codes[1::2], strict=False):
        page = pdf.anchors[codes.index(left)].page
        names = [read.place(page, PEOPLE[code].name, last=True) for code in (left, right)]
        assert names[0].bottom == pytest.approx(names[1].bottom, abs=1)
    found = signings(LETTER.kind, LETTER.kind.checked(content), replace(LETTER.issuer, signatories=PEOPLE))
    assert [one.sealed for one in found] == [False] * (count - 1) + [True]


def test_a_joint_document_shows_both_offices_and_leaves_room_for_the_partner(workshop: Workshop) -> None:
    partner = {
        "name": "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Thử",
        "printed": ["ỦY BAN MẶT TRẬN TỔ QUỐC", "VIỆT NAM TỈNH THỬ"],
        "abbreviation": "MTTQ",
        "signer": {"name": "Trần Thị Mai Lan", "position": "Chủ tịch"},
    }
    content = {**PLAN.content, "signer": "nguyen-le-huy", "body": SHORT_BODY, "partner": partner}
    pdf = made(workshop, PLAN.kind, content, LETTER.issuer)
    text = ReadPdf(pdf.data).text(0)
    assert "TỈNH HƯNG YÊN -" in text
    assert "Số: 07/KH-UBND-MTTQ" in text
    assert text.count("VIỆT NAM TỈNH THỬ") == 2
    assert len(pdf.anchors) == 2
    assert [one.code for one in signings(PLAN.kind, content, LETTER.issuer)] == ["nguyen-le-huy", ""]


def test_forty_recipients_flow_over_the_page_and_the_signature_stays_with_the_text(workshop: Workshop) -> None:
    names = [f"Ủy ban nhân dân xã thứ {index:02d}" for index in range(45)]
    pdf = letter(workshop, recipients=names)
    read = ReadPdf(pdf.data)
    assert read.pages == 2
    assert pdf.anchors[0].page == 0
    assert "Đoạn thứ 3" in read.text(0)
    text = read.text()
    assert [name for name in names if f"- {name};" not in text] == []
    first, last = read.place(0, "xã thứ 00"), read.place(1, "xã thứ 44")
    assert first.left == pytest.approx(last.left, abs=1)


def test_an_annex_may_lie_across_and_its_table_takes_the_width(workshop: Workshop) -> None:
    """Source: NĐ 30/2020, PL I, P.I, I.2."""
    columns = [{"title": f"Cột {index}"} for index in range(9)]
    table = {"type": "table", "columns": columns, "rows": [["Ô"] * 9] * 30}
    pdf = letter(
        workshop, annexes=[{"title": "Bảng", "landscape": True, "body": [table]}, {"title": "Chữ", "body": SHORT_BODY}]
    )
    read = ReadPdf(pdf.data)
    assert [read.sheet(page) for page in range(read.pages)] == [PAGE, LANDSCAPE, LANDSCAPE, PAGE]
    assert read.place(1, "Cột 8").right > LANDSCAPE.width - LANDSCAPE.right - 20
    assert read.place(2, "2").bottom < LANDSCAPE.top


def test_sixty_pages_are_made_and_numbered(workshop: Workshop) -> None:
    one = example("quyet_dinh/tai-san-60-trang")
    pdf = workshop.pdf(one.kind, one.content, one.issuer, NUMBERED)
    assert pdf.pages >= 60
    read = ReadPdf(pdf.data)
    assert read.place(pdf.pages - 1, str(pdf.pages - 1)).bottom < PAGE.top
    assert one.content["annexes"][0]["body"][0]["rows"][-1][0] in read.text(pdf.pages - 1)


@pytest.mark.parametrize("kind_id", ["sao_y_giay", "sao_luc_giay", "trich_sao_giay"])
def test_a_copy_on_paper_ends_with_a_rule_across_the_page_and_the_block_of_the_copier(
    workshop: Workshop, kind_id: str
) -> None:
    """Source: NĐ 30/2020, PL I, P.II, II.2; PL III, Mẫu 3.1."""
    kind = KINDS.kind(kind_id)
    one = example(f"{kind_id}/{next(iter(kind.examples))}")
    pdf = workshop.pdf(one.kind, one.content, one.issuer, NUMBERED)
    read, page = ReadPdf(pdf.data), pdf.anchors[0].page
    form = read.place(page, one.kind.heading, last=True)
    rule = [rule for rule in read.rules(page) if rule.top < form.top and rule.right - rule.left > PAGE.text_width - 1][
        -1
    ]
    assert rule.left == pytest.approx(PAGE.left, abs=0.5)
    number = read.place(page, f"Số: 07/{one.kind.abbreviation}-")
    assert rule.top < form.top < number.top
    assert "(Đã ký)" in read.text()
