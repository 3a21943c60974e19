"""What a reader gets: every example of every kind as PDF, judged by other programs than those that made it."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pikepdf
import pytest
from pikepdf import pdfa

from docgen.compose import values
from docgen.fonts import text_width
from docgen.rules.page import PAGE
from docgen.workshop import Workshop
from tests.documents import BLANK, KINDS, NUMBERED, SHORT, Example, ReadPdf, example

COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
#: Millimetres that the thickness of a rule adds to its bounds.
STROKE = 0.6
EACH = pytest.mark.parametrize("name", SHORT)
HEADED = pytest.mark.parametrize("name", [name for name in SHORT if not name.startswith("phu_luc/")])
FIRST = pytest.mark.parametrize("name", [f"{kind.id}/{next(iter(kind.examples))}" for kind in KINDS.all()])


def texts(value: Any) -> Iterator[str]:
    """Every text of a content that is printed as it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        codes = ("office", "signer", "signers", "secretary", "members", "record", "units", "type", "drafting_unit")
        unprinted = {*codes, "date", "from", "to", "align", *(() if value.get("paper") else ("parent",))}
        for key, item in value.items():
            if key == "partner":
                yield from texts({name: one for name, one in item.items() if name in ("printed", "signer")})
            elif key not in unprinted and not (key == "unit" and isinstance(item, str)):
                yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def blocks(name: str) -> list[dict[str, Any]]:
    """The signature blocks of an example."""
    one = example(name)
    found: list[dict[str, Any]] = values(one.kind, one.content, one.issuer, NUMBERED)["signatures"]
    return found


def office_lines(one: Example) -> Sequence[str]:
    """Box 2 of page 1: a copy shows the office of what it copies."""
    printed = values(one.kind, one.content, one.issuer, NUMBERED)
    lines: Sequence[str] = (printed["original"] or printed)["office"]["printed"]
    return lines


def squeezed(text: str) -> str:
    """Letters and digits only, in capitals: line ends, numbering blanks and case say nothing."""
    return "".join(character for character in unicodedata.normalize("NFC", text).upper() if character.isalnum())


@EACH
def test_every_word_of_the_content_comes_back_from_the_pdf_in_nfc(made: Any, name: str) -> None:
    pdf = ReadPdf(made(name).data)
    pages = [pdf.text(page) for page in range(pdf.pages)]
    page_number = re.compile(r"^\d+ (?=\S)")
    read = squeezed(" ".join(page_number.sub("", page) if index else page for index, page in enumerate(pages)))
    moment = re.compile(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2})?")
    wanted = [text for text in texts(example(name).content) if not moment.fullmatch(text)]
    assert [text for text in wanted if squeezed(text) not in read] == []
    assert pages == [unicodedata.normalize("NFC", page) for page in pages]


@EACH
def test_the_pdf_is_valid_pdfa_2b(made: Any, name: str, tmp_path: Any) -> None:
    path = tmp_path / "made.pdf"
    path.write_bytes(made(name).data)
    pdfa.validate_written(path, "2b")


@EACH
def test_the_pdf_is_tagged_vietnamese_and_titled(made: Any, name: str) -> None:
    with pikepdf.open(io.BytesIO(made(name).data)) as pdf:
        assert str(pdf.Root.Lang) == "vi-VN"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert "/StructTreeRoot" in pdf.Root
        with pdf.open_metadata() as metadata:
            title = metadata["dc:title"]
    assert example(name).kind.subject_of(example(name).content) in title


@EACH
def test_only_the_font_of_the_decree_is_used_and_it_is_embedded(made: Any, name: str) -> None:
    """Times New Roman is asked for; its free twin with the same widths is embedded."""
    with pikepdf.open(io.BytesIO(made(name).data)) as pdf:
        fonts = {
            (str(font.BaseFont).split("+")[-1], "/FontFile2" in _descriptor(font))
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }
    assert {embedded for _, embedded in fonts} == {True}
    assert {font.split("-")[0] for font, _ in fonts} == {"LiberationSerif"}


def _descriptor(font: Any) -> Any:
    return font.FontDescriptor if "/FontDescriptor" in font else font.DescendantFonts[0].FontDescriptor


@HEADED
def test_the_header_stands_where_the_diagram_puts_it(made: Any, name: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, IV: box 1 right, box 2 left, both at the upper edge of the text."""
    read, one = ReadPdf(made(name).data), example(name)
    country, motto = read.place(0, COUNTRY), read.place(0, MOTTO)
    office = read.place(0, office_lines(one)[0])
    assert 20 <= country.top <= 25
    assert country.right <= PAGE.width - PAGE.right + 0.5
    assert (motto.left + motto.right) / 2 == pytest.approx((country.left + country.right) / 2, abs=0.3)
    assert PAGE.left <= office.left
    assert office.right < country.left
    assert country.right - country.left == pytest.approx(text_width(COUNTRY, 12, bold=True), abs=0.7)


@HEADED
def test_the_rule_under_the_motto_is_as_long_as_the_motto(made: Any, name: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, II.1.b."""
    read = ReadPdf(made(name).data)
    motto = read.place(0, MOTTO)
    rule = next(rule for rule in read.rules(0) if rule.top > motto.bottom - 0.5 and rule.left > 100)
    assert rule.right - rule.left == pytest.approx(text_width(MOTTO, 13, bold=True), abs=STROKE)
    assert (rule.left + rule.right) / 2 == pytest.approx((motto.left + motto.right) / 2, abs=0.3)
    assert rule.top - motto.bottom < 2


@HEADED
def test_the_rule_under_the_office_is_a_third_to_a_half_of_its_line(made: Any, name: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, II.2.b."""
    read, one = ReadPdf(made(name).data), example(name)
    longest = max(text_width(line, 12, bold=True) for line in office_lines(one))
    first = read.place(0, office_lines(one)[0])
    rule = next(rule for rule in read.rules(0) if rule.right < 110 and rule.top > first.bottom)
    assert longest / 3 <= rule.right - rule.left <= longest / 2
    assert (rule.left + rule.right) / 2 == pytest.approx((first.left + first.right) / 2, abs=0.5)


@HEADED
def test_number_and_date_stand_on_one_line(made: Any, name: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, II.4.c; minutes print no place and date (PL III, Mẫu 1.9)."""
    read, one = ReadPdf(made(name).data), example(name)
    printed = values(one.kind, one.content, one.issuer, NUMBERED)
    shown = printed["original"] or printed
    if not shown["number_line"]:
        assert "Số: " not in read.text(0)[:400]
        return
    number = read.place(0, shown["number_line"])
    assert number.top > read.place(0, office_lines(one)[-1]).bottom
    if not shown["date_line"]:
        assert "ngày 05 tháng 11 năm 2026\n" not in read.text(0)[:400]
        return
    assert read.place(0, shown["date_line"]).bottom == pytest.approx(number.bottom, abs=1.2)


@EACH
def test_nothing_is_printed_outside_the_margins(made: Any, name: str) -> None:
    """Page numbers and box 11 alone stand in the upper margin. Source: NĐ 30/2020, PL I, P.I, I.3, I.7 and IV."""
    pdf, stamp = ReadPdf(made(name).data), (example(name).content.get("circulation") or "").upper()
    for page in range(pdf.pages):
        sheet = pdf.sheet(page)
        for line in pdf.lines(page):
            assert line.left >= sheet.left - 0.3, (page, line)
            assert line.right <= sheet.width - sheet.right + 0.3, (page, line)
            assert line.bottom <= sheet.height - sheet.bottom + 0.3, (page, line)
            above = line.text.isdigit() if page else line.text == stamp
            assert line.top >= sheet.top - 0.3 or above, (page, line)


@EACH
def test_pages_are_numbered_from_the_second_on_in_the_middle_of_the_upper_margin(made: Any, name: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, I.7; annexes and attached texts count from 1 again (III.1.đ)."""
    pdf = ReadPdf(made(name).data)
    expected = 1
    for page in range(pdf.pages):
        begins = page == 0 or "(Kèm theo" in pdf.text(page)
        expected = 1 if begins else expected + 1
        if begins:
            assert not re.match(r"\d+ ", pdf.text(page))
        else:
            place, sheet = pdf.place(page, str(expected)), pdf.sheet(page)
            assert place.bottom < sheet.top
            assert (place.left + place.right) / 2 == pytest.approx((sheet.left + sheet.width - sheet.right) / 2, abs=1)


@pytest.mark.parametrize("name", [name for name in SHORT if len(blocks(name)) == 1])
def test_the_words_of_the_recipients_stand_level_with_the_signers_post(made: Any, name: str) -> None:
    """Source: NĐ 30/2020, PL I, P.I, II.9.d."""
    pdf = made(name)
    page, read = pdf.anchors[-1].page, ReadPdf(pdf.data)
    recipients = read.place(page, "Nơi nhận:", last=True)
    assert recipients.left == pytest.approx(PAGE.left, abs=0.5)
    first = text_of_first_line(blocks(name)[0]["lines"][0])
    assert recipients.top == pytest.approx(read.place(page, first, last=True).top, abs=1.5)


def text_of_first_line(line: str) -> str:
    """As much of a line of right as surely stands on one printed line."""
    return " ".join(line.split()[:2])


@pytest.mark.parametrize("name", [name for name in SHORT if len(blocks(name)) > 1])
def test_the_names_of_two_signers_beside_each_other_stand_on_one_line(made: Any, name: str) -> None:
    pdf, found = made(name), blocks(name)
    for left, right in zip(pdf.anchors[::2], pdf.anchors[1::2], strict=False):
        assert (left.page, left.name_top) == (right.page, pytest.approx(right.name_top, abs=1))
        assert left.centre_x < right.centre_x
    assert len(pdf.anchors) == len(found)


@pytest.mark.parametrize("name", [name for name in SHORT if len(blocks(name)) == 2])
def test_the_recipients_stand_below_the_left_one_of_two_signers(made: Any, name: str) -> None:
    """Source: NĐ 30/2020, PL III, Mẫu 1.9."""
    pdf = made(name)
    read, page = ReadPdf(pdf.data), pdf.anchors[0].page
    recipients = read.place(page, "Nơi nhận:", last=True)
    assert recipients.left == pytest.approx(PAGE.left, abs=0.5)
    assert recipients.top > read.place(page, blocks(name)[0]["name"], last=True).bottom


@FIRST
def test_a_preview_leaves_number_and_day_open(workshop: Workshop, name: str) -> None:
    one = example(name)
    text = ReadPdf(workshop.pdf(one.kind, one.content, one.issuer, BLANK).data).text()
    if one.kind.numbered:
        assert re.search(r"Số: ?/", text)
    if one.kind.dated:
        assert f"{one.issuer.place}, ngày tháng 11 năm 2026" in text


def test_a_letter_has_its_subject_under_its_number_and_the_dashes_under_the_colon(made: Any) -> None:
    """Source: NĐ 30/2020, PL I, P.I, II.5.b and II.9.d."""
    read = ReadPdf(made("cong_van/ubnd-hung-yen").data)
    number, subject = read.place(0, "Số: 07/UBND-NC"), read.place(0, "V/v tiếp tục nâng cao")
    assert subject.top > number.bottom
    assert subject.right < 110
    colon, dash = read.place(0, "Kính gửi:"), read.place(0, "- Các sở, ban, ngành")
    assert dash.left == pytest.approx(colon.right - 1.0, abs=1.2)


def test_the_units_of_a_decision_run_over_pages_that_repeat_the_head_and_split_no_row(made: Any) -> None:
    pdf, one = ReadPdf(made("quyet_dinh_cong_nhan/phuong").data), example("quyet_dinh_cong_nhan/phuong")
    annex = [page for page in range(pdf.pages) if "Tên đơn vị" in pdf.text(page)]
    assert len(annex) >= 3
    assert all("Loại đơn vị" in pdf.text(page) for page in annex)
    for unit in one.content["recognised"]:
        whole = [page for page in annex if unit["name"] in pdf.text(page) and unit["address"] in pdf.text(page)]
        assert whole, f"the row of {unit['name']} is split"


@pytest.mark.parametrize("lines", range(14, 34))
def test_the_signature_block_never_stands_alone_on_a_page(workshop: Workshop, lines: int) -> None:
    """However long the text, some of it stands on the page of the signature."""
    one = example("cong_van/ubnd-hung-yen")
    body = [{"type": "paragraph", "text": f"Đoạn thứ {index} của công văn thử độ dài trang"} for index in range(lines)]
    pdf = workshop.pdf(one.kind, {**one.content, "body": body}, one.issuer, NUMBERED)
    page = pdf.anchors[0].page
    assert f"Đoạn thứ {lines - 1} của" in ReadPdf(pdf.data).text(page)


def test_the_last_row_of_a_body_that_ends_in_a_table_goes_with_the_signature(workshop: Workshop) -> None:
    one = example("cong_van/ubnd-hung-yen")
    table = {"type": "table", "columns": [{"title": "Việc"}], "rows": [["Việc cuối cùng"]]}
    for lines in range(16, 30, 2):
        text = [{"type": "paragraph", "text": f"Đoạn thứ {index} của công văn"} for index in range(lines)]
        pdf = workshop.pdf(one.kind, {**one.content, "body": [*text, table]}, one.issuer, NUMBERED)
        assert "Việc cuối cùng" in ReadPdf(pdf.data).text(pdf.anchors[0].page)


def test_the_same_document_is_made_of_the_same_bytes(workshop: Workshop) -> None:
    one = example("giay_cong_nhan/truong-thcs")
    first, second = (workshop.docx(one.kind, one.content, one.issuer, NUMBERED) for _ in range(2))
    assert first == second
