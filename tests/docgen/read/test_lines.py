"""One line at a time: number, citations, lines of a signature block, names of offices, titles."""

from __future__ import annotations

from datetime import date

import pytest

from docgen.paper.plain import text_paper
from docgen.read.citations import citations
from docgen.read.closing import recipients_begin
from docgen.read.header import header_of, place_of
from docgen.read.rows import Row, rows_of
from docgen.read.signing import Sign, mark_at
from docgen.read.symbol import symbol_of
from docgen.read.title import is_title, kind_in, title_of


def row_of(text: str) -> Row:
    """A text of one line as a row."""
    return rows_of(text_paper(text))[0]


@pytest.mark.parametrize(
    ("words", "number", "notation"),
    [
        pytest.param("Số: 07/QĐ-UBND", "07", "QĐ-UBND", id="plain"),
        pytest.param("Số: 614     /QĐ-UBND", "614", "QĐ-UBND", id="a gap before the slash"),
        pytest.param("Số:        /QĐ-UBND", None, "QĐ-UBND", id="a blank"),
        pytest.param("Số: ……/QĐ-UBND", None, "QĐ-UBND", id="a dotted blank"),
        pytest.param("Số: 15/2010/QĐ-UBND", "15", "QĐ-UBND", id="the year is neither"),
        pytest.param("Số: 12.3/2026/NQ-CP", "12.3", "NQ-CP", id="a number with a point"),
        pytest.param("Số: 2045B/QĐ-BYT", "2045B", "QĐ-BYT", id="a number with a letter"),
        pytest.param("Số 118 -CV/BTGTU", "118", "CV/BTGTU", id="a Party body"),
        pytest.param("Số: 73 BC-PNV", "73", "BC-PNV", id="the slash forgotten"),
        pytest.param("Số: 36/TTr -UBND", "36", "TTr-UBND", id="blanks around the hyphen"),
        pytest.param("Số: 77/QĐ-BCA-X03", "77", "QĐ-BCA-X03", id="three groups"),
        pytest.param("Số: 61/2024/UBTVQH15", "61", "UBTVQH15", id="a law"),
    ],
)
def test_number_and_notation_of_a_clean_text(words: str, number: str | None, notation: str | None) -> None:
    assert symbol_of(words, kind=None, office="", dated=True, noisy=False) == (number, notation)


@pytest.mark.parametrize(
    ("words", "kind", "office", "number", "notation"),
    [
        pytest.param("Số: 7# /CT-UBND", "CHỈ THỊ", "ỦY BAN", None, "CT-UBND", id="a number by hand"),
        pytest.param("Số: B51/CT-UBND", "CHỈ THỊ", "ỦY BAN", None, "CT-UBND", id="letters for a number"),
        pytest.param("Số: 1_ /TIr-UBND", "TỜ TRÌNH", "ỦY BAN", None, "TTr-UBND", id="the kind's letters misread"),
        pytest.param("số«&3./QĐ-cc", "QUYẾT ĐỊNH", "CHI CỤC KIỂM LÂM", None, "QĐ-CC", id="initials in small letters"),
        pytest.param("số: 5T /Qp-sxr", "QUYẾT ĐỊNH", "SỞ Y TẾ", None, None, id="letters of no office"),
        pytest.param("Số: 20/GM-SYT", "GIẤY MỜI", "SỞ Y TẾ", "20", "GM-SYT", id="clean beside a whole date"),
    ],
)
def test_number_and_notation_of_recognised_text(
    words: str, kind: str, office: str, number: str | None, notation: str | None
) -> None:
    assert symbol_of(words, kind=kind, office=office, dated=True, noisy=True) == (number, notation)


def test_citations_name_kind_symbol_day_and_issuer_as_far_as_written() -> None:
    text = (
        "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;\n"
        "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;\n"
        "theo Quyết định số 1377/QĐ-TTg và Công văn số 12/SYT-NVY ngày 31/02/2020 của Sở Y tế."
    )
    found = {cite.symbol or cite.name: (cite.kind, cite.date, cite.issuer) for cite in citations(text)}
    assert found == {
        "30/2020/NĐ-CP": ("Nghị định", date(2020, 3, 5), "Chính phủ"),
        "1377/QĐ-TTg": ("Quyết định", None, None),
        "12/SYT-NVY": ("Công văn", None, "Sở Y tế"),
        "Luật Tổ chức chính quyền địa phương": ("Luật", date(2015, 6, 19), None),
    }


def test_a_paper_cited_twice_is_named_once() -> None:
    assert len(list(citations("Quyết định số 7/QĐ-A ngày 01/02/2020; Quyết định số 7/QĐ-A."))) == 1


@pytest.mark.parametrize(
    ("words", "sign", "text"),
    [
        pytest.param("TM. ỦY BAN NHÂN DÂN", Sign.AUTHORITY, "TM. ỦY BAN NHÂN DÂN", id="a right"),
        pytest.param("KT.HIỆU TRƯỞNG", Sign.AUTHORITY, "KT.HIỆU TRƯỞNG", id="a right as printed"),
        pytest.param("Q. CHỦ TỊCH", Sign.AUTHORITY, "Q. CHỦ TỊCH", id="entrusted with the post"),
        pytest.param("PHÓ CHÁNH VĂN PHÒNG", Sign.POSITION, "PHÓ CHÁNH VĂN PHÒNG", id="a post"),
        pytest.param("GIÁM ĐỐC SỞ NỘI VỤ", Sign.POSITION, "GIÁM ĐỐC SỞ NỘI VỤ", id="a post with its office"),
        pytest.param("Phạm Văn Mẫu", Sign.NAME, "Phạm Văn Mẫu", id="a name"),
        pytest.param("(Đã ký)", None, None, id="neither"),
    ],
)
def test_a_line_of_a_clean_signature_block(words: str, sign: Sign | None, text: str | None) -> None:
    mark = mark_at(row_of(words), (0, len(words)), noisy=False)
    assert (mark and mark.sign, mark and mark.piece.text) == (sign, text)


@pytest.mark.parametrize(
    ("words", "sign", "text"),
    [
        pytest.param("KT.CHỦTỊCH =", Sign.AUTHORITY, "KT. CHỦ TỊCH", id="run together"),
        pytest.param("KTHIỆU TRƯỞNC", Sign.AUTHORITY, "KT. HIỆU TRƯỞNG", id="one letter wrong"),
        pytest.param("ÊM; KT. CHỦ TỊCH", Sign.AUTHORITY, "KT. CHỦ TỊCH", id="behind a seal"),
        pytest.param("HIỆU TRƯỜNGX=", Sign.POSITION, "HIỆU TRƯỞNG", id="a post with noise"),
        pytest.param("FHÓ CHỦ TỊCH", Sign.POSITION, "PHÓ CHỦ TỊCH", id="the deputy's first letter misread"),
        pytest.param("RÌN PHÓ CHỦ TỊCH", Sign.POSITION, "PHÓ CHỦ TỊCH", id="a deputy behind a seal"),
        pytest.param("4= ỈHÔ CHỦ TÍC", Sign.BLURRED, "4= ỈHÔ CHỦ TÍC", id="a post that nobody can read"),
        pytest.param("VƠTRƯỞNG", Sign.BLURRED, "VƠTRƯỞNG", id="too short a word to be told from others"),
    ],
)
def test_a_line_of_a_misread_signature_block(words: str, sign: Sign, text: str) -> None:
    mark = mark_at(row_of(words), (0, len(words)), noisy=True)
    assert mark is not None
    assert (mark.sign, mark.piece.text) == (sign, text)


@pytest.mark.parametrize(
    "words", ["Nơi nhận:", "Nơi nhận: CHỦ TỊCH", "Noi nhận:", "= Noi nhân:", "Nơinhận: KT. GIÁM ĐỐC", "No’i nhận"]
)
def test_the_list_of_recipients_begins_at_its_words(words: str) -> None:
    assert recipients_begin(row_of(words)) is not None


@pytest.mark.parametrize("words", ["Nơi ở hiện nay: Hà Nội", "Nội dung: họp", "nơi nhận hồ sơ của công dân"])
def test_other_words_do_not_begin_it(words: str) -> None:
    assert recipients_begin(row_of(words)) is None


@pytest.mark.parametrize(
    ("lines", "superior", "issuer"),
    [
        pytest.param(
            ["ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"], [], ["ỦY BAN NHÂN DÂN", "TỈNH HÀ NAM"], id="one, on two lines"
        ),
        pytest.param(["UBND TỈNH HÀ NAM", "SỞ NỘI VỤ"], ["UBND TỈNH HÀ NAM"], ["SỞ NỘI VỤ"], id="two"),
        pytest.param(
            ["SỞ Y TẾ", "CHI CỤC AN TOÀN", "THỰC PHẨM"],
            ["SỞ Y TẾ"],
            ["CHI CỤC AN TOÀN", "THỰC PHẨM"],
            id="on three lines",
        ),
        pytest.param(
            ["SỞ VĂN HÓA VÀ", "BAN TÔN GIÁO"], [], ["SỞ VĂN HÓA VÀ", "BAN TÔN GIÁO"], id="an unfinished line goes on"
        ),
        pytest.param(["CHÍNH PHỦ"], [], ["CHÍNH PHỦ"], id="one"),
        pytest.param(
            ["SỞ LAO ĐỘNG -", "THƯƠNG BINH", "VÀ XÃ HỘI"],
            [],
            ["SỞ LAO ĐỘNG -", "THƯƠNG BINH", "VÀ XÃ HỘI"],
            id="a hyphen stays where the name goes on",
        ),
        pytest.param(
            ["BAN CHỈ ĐẠO “VÌ", "MÔI TRƯỜNG XANH”"],
            [],
            ["BAN CHỈ ĐẠO “VÌ", "MÔI TRƯỜNG XANH”"],
            id="a quotation on two lines",
        ),
    ],
)
def test_a_new_body_begins_where_its_kind_of_office_begins(
    lines: list[str], superior: list[str], issuer: list[str]
) -> None:
    text = "\n".join([*lines, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 7/QĐ-X"])
    header = header_of(rows_of(text_paper(text)), noisy=False)
    assert [piece.text for piece in header.superior] == superior
    assert [piece.text for piece in header.issuer] == issuer


@pytest.mark.parametrize(
    ("words", "place"),
    [
        pytest.param("Cân Thơ, ", "Cần Thơ", id="a known place misread"),
        pytest.param("TP. HCM,", "TP. HCM", id="an abbreviation"),
        pytest.param("Hảỉ Phòqg", None, id="no word at all"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_a_place_is_known_or_made_of_sound_words(words: str, place: str | None) -> None:
    assert place_of(words) == place


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("QUYẾT ĐỊNH", "QUYẾT ĐỊNH", id="clean"),
        pytest.param("~ GIẤY MÒI ~", "GIẤY MỜI", id="marks misread"),
        pytest.param("_ TỜTRÌNH ;", "TỜ TRÌNH", id="a blank lost"),
        pytest.param("Ê ; QUYÉT ĐỊNH Ê", "QUYẾT ĐỊNH", id="among noise"),
        pytest.param("Quyết định", None, id="small letters are no title"),
        pytest.param("HỘI NGHỊ", None, id="no type"),
    ],
)
def test_type_names_are_known_through_noise(words: str, kind: str | None) -> None:
    known = kind_in(words)
    assert (known and known[0]) == kind


def test_a_type_name_in_clean_text_stays_as_it_is_printed() -> None:
    assert kind_in("GIẤY UỶ QUYỀN", noisy=False) == ("GIẤY UỶ QUYỀN", 1.0)
    assert kind_in("BẢN ĐĂNG KÝ", noisy=False) == ("BẢN ĐĂNG KÝ", 1.0)
    assert kind_in("GIẤY MÒII", noisy=False) is None


def test_a_line_that_ends_in_a_colon_is_no_subject() -> None:
    rows = rows_of(text_paper("GIẤY GIỚI THIỆU\nSở Nội vụ trân trọng giới thiệu:\nÔng: Lê Văn Mẫu"))
    assert title_of(rows, 0, noisy=False).subject == ()


def test_the_line_of_who_decides_is_no_subject() -> None:
    rows = rows_of(text_paper("GIẤY CÔNG NHẬN\nCHỦ TỊCH ỦY BAN NHÂN DÂN XÃ MẪU\nCông nhận ông Lê Văn Mẫu"))
    title = title_of(rows, 0, noisy=False)
    assert (title.subject, len(title.competence)) == ((), 1)


def test_a_type_name_that_no_table_holds_is_taken_as_printed() -> None:
    assert is_title(row_of("PHIẾU GHI NHẬN Ý KIẾN"), free=True)
    title = title_of(
        rows_of(text_paper("PHIẾU GHI NHẬN Ý KIẾN\nVề việc đặt tên đường\n\nCăn cứ Luật X;")), 0, noisy=False
    )
    assert title.kind == "PHIẾU GHI NHẬN Ý KIẾN"
    assert [piece.text for piece in title.subject] == ["Về việc đặt tên đường"]


def test_a_chapter_is_no_type_name() -> None:
    assert not is_title(row_of("QUY ĐỊNH CHUNG"), free=True)
