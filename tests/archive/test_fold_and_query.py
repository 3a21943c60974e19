"""Reading what people type: nothing is an error, nothing is syntax."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.search.fold import LONGEST_WORD, fold, is_storable, words
from archive.search.query import read_number, read_text

ANYTHING = st.text() | st.text(alphabet='"“”*()-:^~/\\%_ \x00aàđĐ7²ß\u0301\ud800')


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("QĐ-UBND, số 07", "qd ubnd so 07", id="signs become spaces"),
        pytest.param("Đặng Hữu ĐỨC, ưỡn Ỷ", "dang huu duc uon y", id="accents, horns and đ"),
        pytest.param(unicodedata.normalize("NFD", "Quyết định"), "quyet dinh", id="decomposed"),
        pytest.param("a\u00a0b\n\tc__d", "a b c d", id="every kind of gap"),
        pytest.param("  ", "", id="nothing"),
        pytest.param("* ( ) : ^", "", id="only signs"),
        pytest.param("trước\x00sau", "truoc sau", id="NUL is a gap"),
    ],
)
def test_text_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(ANYTHING)
def test_folded_text_has_only_letters_and_digits_and_is_folded_for_good(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert is_storable(folded)
    assert folded == "" or all(word.isalnum() for word in folded.split(" "))
    assert not any(unicodedata.category(char).startswith("M") for char in folded)


@given(st.text())
def test_composed_and_decomposed_text_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFC", text)) == fold(unicodedata.normalize("NFD", text))


def test_endless_words_are_cut() -> None:
    assert words("x" * 5000 + " y") == ["x" * LONGEST_WORD, "y"]


@pytest.mark.parametrize(
    ("text", "read", "phrases"),
    [
        pytest.param("Công nhận", ("cong", "nhan"), (), id="words"),
        pytest.param('"Công nhận" tổ', ("cong", "nhan", "to"), ("cong nhan",), id="a phrase and a word"),
        pytest.param("“tổ dân phố”", ("to", "dan", "pho"), ("to dan pho",), id="curly quotes"),
        pytest.param('tổ "dân phố', ("to", "dan", "pho"), (), id="a quote without partner"),
        pytest.param('"07/QĐ"', ("07", "qd"), ("07 qd",), id="signs within a phrase"),
        pytest.param('"tổ"', ("to",), (), id="one word is no phrase"),
        pytest.param("tổ tổ TO", ("to",), (), id="each word once"),
        pytest.param('"" * NEAR(a)', ("near", "a"), (), id="no syntax"),
    ],
)
def test_a_typed_text_is_read(text: str, read: tuple[str, ...], phrases: tuple[str, ...]) -> None:
    found = read_text(text)
    assert (found.words, found.phrases) == (read, phrases)


@given(ANYTHING)
def test_a_typed_text_never_becomes_syntax(text: str) -> None:
    found = read_text(text)
    assert all(re.fullmatch(r"[^\W_]+", word) for word in found.words)
    assert all(set(phrase.split(" ")) <= set(found.words) for phrase in found.phrases)


@pytest.mark.parametrize(
    ("typed", "number", "tokens"),
    [
        ("12", 12, ()),
        ("07", 7, ()),
        ("12 qd ubnd", 12, ("qd", "ubnd")),
        ("07/QĐ-UBND", 7, ("qd", "ubnd")),
        ("Số: 07/QĐ-UBND", 7, ("qd", "ubnd")),
        ("so 12/qd", 12, ("qd",)),
        ("số12", 12, ()),
        ("qd 12", 12, ("qd",)),
        ("47/TTr-V05-P2", 47, ("ttr", "v05", "p2")),
        ("QĐ-UBND", None, ("qd", "ubnd")),
        ("000", 0, ()),
        ("", None, ()),
        ("/-*", None, ()),
    ],
)
def test_a_typed_number_is_read(typed: str, number: int | None, tokens: tuple[str, ...]) -> None:
    found = read_number(typed)
    assert (found.number, found.tokens) == (number, tokens)


@given(ANYTHING | st.text(alphabet="0123456789 /", max_size=10_000))
def test_a_typed_number_is_never_an_error(typed: str) -> None:
    found = read_number(typed)
    assert found.number is None or 0 <= found.number < 10**10
    assert all(token.isalnum() for token in found.tokens)
