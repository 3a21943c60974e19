"""Folding, syllables, names and the mending of misread words."""

from __future__ import annotations

import pytest

from docgen.read.common_words import COMMON_WORDS
from docgen.read.fixed_words import KINDS, POSITIONS, PROVINCES
from docgen.read.folding import distance, find, plain, squeezed
from docgen.read.names import name_at_end
from docgen.read.spelling import mended, remarked, soundness
from docgen.read.syllables import is_syllable


def test_the_plain_form_keeps_every_position() -> None:
    text = "Số: 07/QĐ-UBND⁄ Đặng ẤỠ \u00a0x"
    assert len(plain(text)) == len(text)
    assert plain("ĐỘC LẬP") == "doc lap"
    assert squeezed("Độc lập - Tự do") == "doclaptudo"


@pytest.mark.parametrize(
    ("one", "other", "limit", "expected"),
    [
        pytest.param("chutich", "chutich", 2, 0, id="the same"),
        pytest.param("chutich", "hutich", 2, 1, id="a letter lost"),
        pytest.param("noinhan", "noinbam", 2, 2, id="two letters wrong"),
        pytest.param("abc", "xyz", 1, 2, id="over the limit is the limit and one"),
        pytest.param("ab", "abcdef", 2, 3, id="lengths too far apart"),
    ],
)
def test_distance_counts_letters_up_to_a_limit(one: str, other: str, limit: int, expected: int) -> None:
    assert distance(one, other, limit) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("SỞ X ĐỘC LẬP - TỰ DO - HẠNH PHÚC", "ĐỘC LẬP - TỰ DO - HẠNH PHÚC", id="clean, behind other words"),
        pytest.param("Độclập-Tựdo-Hạnhphúc", "Độclập-Tựdo-Hạnhphúc", id="without blanks"),
        pytest.param("Đôc lâp - Tư đo - Hanh phủc x", "Đôc lâp - Tư đo - Hanh phủc", id="marks misread"),
        pytest.param("TINH Dộc lạp - Tụ dn - Hạnh phúc", "Dộc lạp - Tụ dn - Hạnh phúc", id="letters misread"),
        pytest.param("Căn cứ Luật Đất đai", None, id="other words"),
    ],
)
def test_a_fixed_phrase_is_found_through_noise(text: str, found: str | None) -> None:
    span = find("doclaptudohanhphuc", plain(text), 4)
    assert (text[span[0] : span[1]] if span else None) == found


@pytest.mark.parametrize("word", ["nghiêng", "Quỳnh", "giá", "gì", "quốc", "THỦY", "khuỷu", "yếu", "xoong", "ươm"])
def test_vietnamese_words_are_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["đât", "Lfong", "kêt", "viêt", "sinii", "zatw", "hòá", "ngh", "FIFA"])
def test_misread_and_foreign_words_are_no_syllables(word: str) -> None:
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Trần Văn Mẫu", "Trần Văn Mẫu", id="alone"),
        pytest.param("- 9 kf 3X) RTE=- ÉM Lê Hoàng Mẫu", "Lê Hoàng Mẫu", id="behind noise in capitals"),
        pytest.param("`>Nguyễn Thị Mẫu", "Nguyễn Thị Mẫu", id="behind marks"),
        pytest.param("BSCKI. Võ Mẫu Mực", "BSCKI. Võ Mẫu Mực", id="with a degree"),
        pytest.param("TS-LS. Bùi Văn Mẫu", "TS-LS. Bùi Văn Mẫu", id="with two degrees"),
        pytest.param("Thượng tướng Đỗ Văn Mẫu", "Thượng tướng Đỗ Văn Mẫu", id="with a rank"),
        pytest.param("PHẠM THỊ MẪU", "PHẠM THỊ MẪU", id="in capitals"),
        pytest.param("guyễn Phước Mẫu", None, id="the family's first letter is lost"),
        pytest.param("Hội Phụ nữ", None, id="an office"),
        pytest.param("GIÁO DỤC ĐÀO TẠO", None, id="a field, though Đào is a family"),
        pytest.param("Hoàng Mẫn", None, id="two words that may be the end of a longer name"),
        pytest.param("Sở Tài chính", None, id="no family"),
    ],
)
def test_a_line_may_end_in_a_name(text: str, name: str | None) -> None:
    span = name_at_end(text)
    assert (text[span[0] : span[1]] if span else None) == name


def test_a_clean_text_may_hold_a_name_that_breaks_the_pattern() -> None:
    assert name_at_end("Y Biêr Mẫu", strict=True) is None
    assert name_at_end("Y Biêr Mẫu", strict=False) is not None


@pytest.mark.parametrize(
    ("misread", "right"),
    [
        pytest.param("SỞ YTẾ LAI CHÂU", "SỞ Y TẾ LAI CHÂU", id="a blank lost"),
        pytest.param("SỞ Y TẾLAI CHÂU", "SỞ Y TẾ LAI CHÂU", id="a blank lost between known names"),
        pytest.param("TINH TUYEN QUANG", "TỈNH TUYÊN QUANG", id="all marks lost"),
        pytest.param("MÔI TRƯỜNIỊ VÀ ĐÔ THỊ", "MÔI TRƯỜNIỊ VÀ ĐÔ THỊ", id="what no phrase is near to stays"),
        pytest.param("TRƯỜNG MẪU GIÁO HOA MAI", "TRƯỜNG MẪU GIÁO HOA MAI", id="unknown names stay"),
        pytest.param("BAN (DỰ ÁN X)", "BAN (DỰ ÁN X)", id="brackets stay"),
    ],
)
def test_names_of_offices_are_mended(misread: str, right: str) -> None:
    assert mended(misread) == right


@pytest.mark.parametrize(
    ("misread", "right"),
    [
        pytest.param("Kiêm tra kê hoạch", "Kiểm tra kế hoạch", id="marks lost"),
        pytest.param("trường Mâm non", "trường Mầm non", id="the case stays"),
        pytest.param("đâu tư, phục vu", "đầu tư, phục vụ", id="marks of punctuation stay"),
        pytest.param("giao đât", "giao đất", id="a stop without a tone"),
        pytest.param("tính Sóc Trăng", "tỉnh Sóc Trăng", id="before a province"),
        pytest.param("tính toán chi phí", "tính toán chi phí", id="right words stay"),
        pytest.param("Ban Quản lý chợ", "Ban Quản lý chợ", id="unknown words stay"),
    ],
)
def test_marks_are_put_right_where_common_words_show_them(misread: str, right: str) -> None:
    assert remarked(misread) == right


def test_words_that_are_no_syllables_make_a_name_unsound() -> None:
    assert soundness("SỞ Y TẾ") == 1.0
    assert soundness("UBND TỈNH HÀ NAM") == 1.0
    assert soundness("MÔI TRƯỜNIỊ") < 1.0
    assert soundness("") == 0.0


def test_the_tables_hold_real_words() -> None:
    assert [word for word in COMMON_WORDS if len(word.split()) != 2] == []
    assert [word for word in COMMON_WORDS if not all(is_syllable(part) for part in word.split())] == []
    assert len({squeezed(kind) for kind in KINDS}) == len(KINDS)
    assert all(post == post.upper() for post in POSITIONS)
    assert len(set(PROVINCES)) == len(PROVINCES)
