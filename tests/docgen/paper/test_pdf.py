"""PDFs made by hand: what stands where, in which order, and what belongs together."""

from __future__ import annotations

import io
import threading
import zlib
from typing import Any

import pikepdf
import pytest

from docgen.paper import DamagedPaperError, PaperTooLargeError, UnreadablePaperError
from docgen.paper.model import Drawn, Paper, Place, Remark
from docgen.paper.pdf import MOST_PAGES, pdf_paper
from tests.docgen.paper.pdf_files import BOLD, ITALIC, Print, line, pdf_of, picture, saved, upright

HEADER = (
    Print(text="UBND TỈNH HƯNG YÊN", x=35, y=25, size=13),
    Print(text="SỞ NỘI VỤ", x=45, y=31, size=13, font=BOLD),
    Print(text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", x=104, y=25, size=13, font=BOLD),
    Print(text="Độc lập - Tự do - Hạnh phúc", x=116, y=31, size=13, font=BOLD),
    Print(text="Số:          /QĐ-SNV", x=40, y=40, size=13),
    Print(text="Hưng Yên, ngày     tháng 3 năm 2026", x=110, y=40, font=ITALIC),
)
CLOSING = (
    Print(text="TM. ỦY BAN NHÂN DÂN", x=120, y=200, font=BOLD),
    Print(text="Nơi nhận:", x=30, y=206, size=12, font=ITALIC),
    Print(text="CHỦ TỊCH", x=135, y=206, font=BOLD),
    Print(text="- Như trên;", x=30, y=211, size=11),
    Print(text="- Lưu: VT.", x=30, y=216, size=11),
    Print(text="Nguyễn Văn Mẫu", x=130, y=235, font=BOLD),
)


def texts(paper: Paper, place: Place = Place.BODY) -> list[str]:
    return [paragraph.text for paragraph in paper.of(place)]


def lines(paper: Paper) -> list[str]:
    return [one.text for paragraph in paper.of(Place.BODY) for one in paragraph.lines]


def test_the_boxes_of_a_header_are_read_column_by_column() -> None:
    assert lines(pdf_paper(pdf_of(HEADER))) == [
        "UBND TỈNH HƯNG YÊN",
        "SỞ NỘI VỤ",
        "Số: /QĐ-SNV",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hưng Yên, ngày tháng 3 năm 2026",
    ]


def test_recipients_come_before_the_signature_that_stands_beside_them() -> None:
    assert lines(pdf_paper(pdf_of(CLOSING))) == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Nguyễn Văn Mẫu",
    ]


def test_a_number_and_a_day_stamped_into_blanks_become_part_of_their_lines() -> None:
    stamps = [
        Print(text="542", x=46, y=40.4, size=12.5),
        Print(text="06", x=143.5, y=40.3, size=13.3),
        Print(text="Ký bởi: Sở Nội vụ", x=150, y=12, size=8),
    ]
    paper = pdf_paper(pdf_of(HEADER, stamps=stamps))
    assert "Số: 542/QĐ-SNV" in lines(paper)
    assert "Hưng Yên, ngày 06 tháng 3 năm 2026" in lines(paper)
    assert texts(paper, Place.STAMP) == ["Ký bởi: Sở Nội vụ"]


def test_dots_give_way_to_the_number_stamped_on_them() -> None:
    dotted = [Print(text="Số:", x=40, y=40), Print(text="......", x=48, y=40), Print(text="/QĐ-SNV", x=63, y=40)]
    paper = pdf_paper(pdf_of(dotted, stamps=[Print(text="07", x=49, y=40)]))
    assert lines(paper) == ["Số: 07/QĐ-SNV"]


def test_a_run_says_font_size_style_and_colour() -> None:
    shown = [
        Print(text="Điều 1.", x=40, y=60, font=BOLD),
        Print(text="(sau đây)", x=60, y=60, size=13.04, colour="1 0 0 rg"),
    ]
    bold, plain = pdf_paper(pdf_of(shown)).paragraphs[0].lines[0].runs
    assert (bold.text, bold.font, bold.size, bold.bold, bold.italic, bold.colour) == (
        "Điều 1. ", "Times", 14.0, True, False, "000000",
    )  # fmt: skip
    assert (plain.size, plain.bold, plain.colour) == (13.0, False, "ff0000")


@pytest.mark.parametrize(
    ("shown", "size", "bold", "italic"),
    [
        pytest.param(Print(text="chữ", x=40, y=60, size=1, matrix="14 0 0 14"), 14.0, False, False, id="by the matrix"),
        pytest.param(Print(text="chữ", x=40, y=60, matrix="1 0 .3 1"), 14.0, False, True, id="slanted"),
        pytest.param(Print(text="chữ", x=40, y=60, mode=2), 14.0, True, False, id="stroked too"),
    ],
)
def test_type_is_told_as_it_is_seen(shown: Print, size: float, bold: bool, italic: bool) -> None:
    (run,) = pdf_paper(pdf_of([shown])).paragraphs[0].lines[0].runs
    assert (run.size, run.bold, run.italic) == (size, bold, italic)


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_places_are_those_of_the_page_as_it_is_read(turn: int) -> None:
    # The same words, written so that they stand upright, 40 mm from the left and 60 mm from the top, when turned.
    matrix, x, y = {
        0: ("1 0 0 1", 40, 60),
        90: ("0 1 -1 0", 60, 297.04 - 40),
        180: ("-1 0 0 -1", 209.9 - 40, 297.04 - 60),
        270: ("0 -1 1 0", 209.9 - 60, 40),
    }[turn]
    paper = pdf_paper(pdf_of([Print(text="Điều 1", x=x, y=y, matrix=matrix)], Rotate=turn))
    box = paper.paragraphs[0].lines[0].box
    assert box is not None
    assert (box.left, box.right) == pytest.approx((40, 40 + 5.5 * 0.5 * 14 * 25.4 / 72), abs=0.2)
    assert box.top < 60 < box.bottom
    width, height = (297.0, 209.9) if turn in (90, 270) else (209.9, 297.0)
    assert (paper.sheets[0].width, paper.sheets[0].height) == pytest.approx((width, height), abs=0.1)


def test_what_is_cropped_away_is_not_there() -> None:
    shown = [Print(text="ngoài", x=10, y=60), Print(text="trong", x=60, y=60)]
    paper = pdf_paper(pdf_of(shown, CropBox=pikepdf.Array([100, 0, 595, 842])))
    (box,) = [one.box for paragraph in paper.paragraphs for one in paragraph.lines]
    assert lines(paper) == ["trong"]
    assert box is not None
    assert box.left == pytest.approx(60 - 100 * 25.4 / 72, abs=0.1)


def test_lines_of_running_text_are_grouped_into_paragraphs() -> None:
    full = "Căn cứ Luật Tổ chức chính quyền địa phương và các văn bản hướng dẫn hiện"
    shown = [
        Print(text=full, x=42, y=60),
        Print(text="hành có liên quan đến công tác này của tỉnh.", x=30, y=66),
        Print(text=full, x=42, y=74),
        Print(text="hành.", x=30, y=80),
        Print(text="QUYẾT ĐỊNH:", x=93, y=92, font=BOLD),
    ]
    paper = pdf_paper(pdf_of(shown))
    assert [len(paragraph.lines) for paragraph in paper.paragraphs] == [2, 2, 1]


def test_upright_lines_part_the_cells_of_a_table() -> None:
    cells: list[Print | bytes] = [
        Print(text="TT", x=31, y=60), Print(text="Họ và tên", x=40, y=60), Print(text="Đơn vị", x=63, y=60),
        line(30, 55, 60), line(30, 62, 60), upright(30, 55, 7), upright(39, 55, 7),
        upright(61, 55, 7), upright(90, 55, 7),
    ]  # fmt: skip
    paper = pdf_paper(pdf_of(cells))
    assert lines(paper) == ["TT", "Họ và tên", "Đơn vị"]
    assert {rule.drawn for rule in paper.rules} == {Drawn.BORDER}


@pytest.mark.parametrize(
    "words",
    [
        pytest.param([("1.", 30), ("Các phường", 42)], id="a tab after a label"),
        pytest.param([("Kính gửi:", 30), ("Các phường", 60)], id="a tab after a colon"),
        pytest.param([("ngày", 30), ("tháng 3", 48)], id="a blank day"),
    ],
)
def test_a_gap_inside_a_line_does_not_part_it(words: list[tuple[str, float]]) -> None:
    shown = [Print(text=text, x=x, y=60) for text, x in words]
    assert lines(pdf_paper(pdf_of(shown))) == [" ".join(text for text, _ in words)]


def test_a_raised_mark_stays_with_its_word() -> None:
    shown = [Print(text="126/2024/NĐ-CP", x=30, y=60), Print(text="1", x=64.6, y=58, size=8)]
    assert lines(pdf_paper(pdf_of(shown))) == ["126/2024/NĐ-CP¹"]


def test_drawn_lines_are_rules_in_millimetres_and_underlines_are_told_apart() -> None:
    shown: list[Print | bytes] = [
        Print(text="Độc lập", x=40, y=60),
        line(45, 63, 12),
        Print(text="Nơi nhận", x=40, y=80),
        line(40, 80.4, 17.3),
    ]
    paper = pdf_paper(pdf_of(shown))
    assert [(rule.drawn, round(rule.width, 1), rule.page) for rule in paper.rules] == [
        (Drawn.SHAPE, 12.0, 1),
        (Drawn.UNDERLINE, 17.3, 1),
    ]
    assert (paper.rules[0].left, paper.rules[0].top) == pytest.approx((45, 63), abs=0.01)
    assert [run.underline for paragraph in paper.paragraphs for run in paragraph.lines[0].runs] == [False, True]


def test_page_numbers_and_footnotes_are_no_running_text() -> None:
    body = Print(text="Điều 1. Nội dung của điều này được ghi ở đây.", x=30, y=60)
    notes: list[Print | bytes] = [line(30, 270, 50), Print(text="1 Luật năm 2025.", x=30, y=275, size=10)]
    paper = pdf_paper(
        pdf_of([body], [Print(text="2", x=104, y=15), body, *notes], [body, Print(text="3", x=104, y=285)])
    )
    assert [(one.text, one.page) for one in paper.of(Place.HEADER)] == [("2", 2)]
    assert [(one.text, one.page) for one in paper.of(Place.FOOTER)] == [("3", 3)]
    assert texts(paper, Place.NOTE) == ["1 Luật năm 2025."]
    assert [paragraph.number for paragraph in paper.paragraphs] == list(range(1, 7))


def test_text_that_is_turned_stands_outside_the_running_text() -> None:
    shown = [Print(text="Điều 1", x=30, y=60), Print(text="BẢN SAO", x=100, y=150, size=60, matrix="0.7 0.7 -0.7 0.7")]
    paper = pdf_paper(pdf_of(shown))
    assert (texts(paper), texts(paper, Place.FRAME)) == (["Điều 1"], ["BẢN SAO"])


@pytest.mark.parametrize(
    ("page", "remarks", "bare"),
    [
        pytest.param([picture(0, 0, 210, 297)], {Remark.SCANNED}, (1,), id="a scan"),
        pytest.param(
            [picture(0, 0, 210, 150), picture(0, 150, 210, 147)], {Remark.SCANNED}, (1,), id="a scan in strips"
        ),
        pytest.param(
            [picture(0, 0, 210, 297), Print(text="Quyết định về việc công nhận đơn vị", x=30, y=60, mode=3)],
            {Remark.RECOGNISED},
            (),
            id="invisible letters over a scan",
        ),
        pytest.param(
            [Print(text="Quyết định về việc công nhận đơn vị", x=30, y=60), picture(0, 0, 210, 297)],
            {Remark.RECOGNISED},
            (),
            id="letters under a scan",
        ),
        pytest.param(
            [picture(0, 0, 210, 297), Print(text="Giấy công nhận của Ủy ban nhân dân", x=30, y=60)],
            set(),
            (),
            id="a decorated page",
        ),
        pytest.param([Print(text="Trang này cố ý để trống", x=60, y=100)], set(), (), id="a bare page without picture"),
    ],
)
def test_scans_are_remarked(page: list[Any], remarks: set[Remark], bare: tuple[int, ...]) -> None:
    paper = pdf_paper(pdf_of(page))
    assert (set(paper.remarks), paper.bare_pages) == (remarks, bare)


def test_a_seal_is_a_picture_where_it_is_placed() -> None:
    (seal,) = pdf_paper(pdf_of([picture(100, 200, 36, 36)])).pictures
    assert seal.box is not None
    assert (seal.box.left, seal.box.top, seal.width, seal.height) == pytest.approx((100, 200, 36, 36), abs=0.01)


def test_a_file_of_500_pages_is_read_and_one_of_501_is_not() -> None:
    page = [Print(text="Điều 1", x=30, y=60)]
    assert pdf_paper(pdf_of(*[page] * MOST_PAGES)).pages == MOST_PAGES
    with pytest.raises(PaperTooLargeError, match="501 trang"):
        pdf_paper(pdf_of(*[page] * (MOST_PAGES + 1)))


def test_a_page_without_end_is_read_in_part() -> None:
    paper = pdf_paper(pdf_of([b"BT /F1 1 Tf 50 700 Td (" + b"ab " * 200_000 + b") Tj ET"]))
    assert 0 < len(paper.text) <= 200_000


def test_forms_that_hold_themselves_end() -> None:
    with pikepdf.open(io.BytesIO(pdf_of([Print(text="Điều 1", x=30, y=60), b"/Loop Do"]))) as pdf:
        form = pdf.make_indirect(
            pikepdf.Stream(pdf, b"/Loop Do", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
        )
        form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Loop=form))
        pdf.pages[0].Resources.XObject.Loop = form
        assert texts(pdf_paper(saved(pdf))) == ["Điều 1"]


def test_a_pdf_without_pages_is_damaged() -> None:
    with pytest.raises(DamagedPaperError):
        pdf_paper(saved(pikepdf.new()))


def outcome(data: bytes) -> str:
    """``read``, or the sentence of the refusal; anything else than ours is raised."""
    try:
        pdf_paper(data)
    except UnreadablePaperError as error:
        return str(error)
    return "read"


def test_a_pdf_cut_anywhere_is_read_or_refused() -> None:
    whole = pdf_of(HEADER, CLOSING)
    outcomes = {outcome(whole[:end]) for end in range(20, len(whole), len(whole) // 60)}
    assert outcomes <= {"read", str(DamagedPaperError("PDF"))}


def test_changed_bytes_are_read_or_refused() -> None:
    whole = pdf_of(HEADER, CLOSING, stamps=[Print(text="542", x=46, y=40)])
    outcomes = set()
    for seed in range(60):
        damaged = bytearray(whole)
        for step in range(8):
            damaged[zlib.crc32(b"%d %d" % (seed, step)) % len(whole)] ^= 1 + step
        outcomes.add(outcome(bytes(damaged)))
    assert outcomes <= {"read", str(DamagedPaperError("PDF"))}


def test_threads_may_read_at_once() -> None:
    data = pdf_of(HEADER, CLOSING)
    alone = pdf_paper(data)
    found: list[Paper] = []
    threads = [threading.Thread(target=lambda: found.append(pdf_paper(data))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [alone] * 6
