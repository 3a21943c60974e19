"""Bad content gets a clear answer that names the field, in Vietnamese."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from docgen.errors import InvalidContentError
from docgen.kinds import Kind
from tests.documents import EXAMPLES, KINDS

LETTER = KINDS.kind("cong_van")
DECISION = KINDS.kind("quyet_dinh_cong_nhan")


def changed(kind: Kind, change: Callable[[dict[str, Any]], Any]) -> dict[str, str]:
    """The problems of the kind's example after a change, message by path."""
    content = dict(kind.example())
    change(content)
    with pytest.raises(InvalidContentError) as caught:
        kind.checked(content)
    return {problem.path: problem.message for problem in caught.value.problems}


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_in_order(name: str) -> None:
    kind_id, _, example = name.partition("/")
    kind = KINDS.kind(kind_id)
    assert kind.checked(kind.example(example))


@pytest.mark.parametrize(
    ("change", "path", "words"),
    [
        pytest.param(lambda c: c.pop("subject"), "subject", "thiếu trường bắt buộc", id="a missing field"),
        pytest.param(lambda c: c.update(subjekt="x"), "subjekt", "trường lạ", id="an extra field"),
        pytest.param(lambda c: c.update(subject="x" * 501), "subject", "dài quá 500", id="a text that is too long"),
        pytest.param(lambda c: c.update(subject=7), "subject", "phải là một chuỗi chữ", id="a number for a text"),
        pytest.param(lambda c: c.update(subject="  "), "subject", "không được để trống", id="a text of blanks"),
        pytest.param(lambda c: c.update(addressees=[]), "addressees", "ít nhất 1", id="an empty list"),
        pytest.param(lambda c: c.update(drafting_unit="nc"), "drafting_unit", "chưa đúng dạng", id="a wrong pattern"),
        pytest.param(
            lambda c: c.update(body=[{"type": "clause"}]), "body[0]", "tiêu đề", id="a clause without any words"
        ),
        pytest.param(
            lambda c: c.update(body=[{"type": "verse", "text": "x"}]),
            "body[0].type",
            "một trong",
            id="an unknown block",
        ),
        pytest.param(
            lambda c: c.update(body=[{"type": "paragraph", "text": "x", "rows": []}]),
            "body[0].rows",
            "trường lạ",
            id="a field of another block",
        ),
        pytest.param(
            lambda c: c.update(body=[{"type": "heading", "title": "A", "children": [{"type": "dash"}]}]),
            "body[0].children[0].text",
            "thiếu trường",
            id="a missing field deep inside",
        ),
        pytest.param(
            lambda c: c.update(record={"due_date": "2026-02-30"}),
            "record.due_date",
            "chưa đúng dạng",
            id="a day that the calendar lacks",
        ),
        pytest.param(
            lambda c: c.update(body=[{"type": "table", "columns": [{"title": "A"}], "rows": [["một", "hai"]]}]),
            "body[0].rows[0]",
            "có 2 ô",
            id="a cell beyond the columns",
        ),
        pytest.param(
            lambda c: c.update(
                body=[
                    {
                        "type": "table",
                        "columns": [{"title": "A", "width": 1}, {"title": "B", "width": 20}],
                        "rows": [["x" * 4900, ""]] * 190,
                    }
                ]
            ),
            "body[0].rows",
            "quá dài",
            id="a table that would fill a book",
        ),
        pytest.param(lambda c: c.update({"\ud800": 1}), "", "U+D800", id="half a letter in a name"),
        pytest.param(lambda c: c.update(subject="a\x00b"), "subject", "U+0000", id="a NUL"),
        pytest.param(
            lambda c: c.update(subject="a\u202eb"), "subject", "U+202E", id="a sign that turns the text round"
        ),
        pytest.param(lambda c: c.update(subject="Chúc mừng 🎉"), "subject", "🎉", id="an emoji"),
        pytest.param(lambda c: c.update(subject="漢字"), "subject", "phông", id="letters that the font lacks"),
        pytest.param(
            lambda c: c.update(body=[{"type": "paragraph", "text": "chữ " * 6000}]),
            "body[0].text",
            "dài quá 20000",
            id="a paragraph that is too long",
        ),
    ],
)
def test_wrong_content_is_refused_with_its_place(
    change: Callable[[dict[str, Any]], Any], path: str, words: str
) -> None:
    problems = changed(LETTER, change)
    assert path in problems, problems
    assert words in problems[path]


def test_more_than_a_million_letters_are_refused_as_a_whole() -> None:
    body = [{"type": "paragraph", "text": "chữ " * 4900}] * 60
    assert "1.000.000 ký tự" in changed(LETTER, lambda c: c.update(body=body))[""]


def test_text_in_decomposed_unicode_is_composed() -> None:
    decomposed = unicodedata.normalize("NFD", "Quyết định về việc đặt tên")
    checked = LETTER.checked({**LETTER.example(), "subject": decomposed})
    assert checked["subject"] == "Quyết định về việc đặt tên"


def test_blanks_around_and_between_words_are_tidied() -> None:
    checked = LETTER.checked({**LETTER.example(), "subject": "  tiếp tục \n thực\thiện "})
    assert checked["subject"] == "tiếp tục thực hiện"


def test_two_thousand_units_are_in_order() -> None:
    units = [{"name": f"Tổ dân phố {index}", "type": "Khu dân cư"} for index in range(2000)]
    checked = DECISION.checked({**DECISION.example(), "recognised": units})
    assert len(DECISION.units_of(checked)) == 2000 + len(DECISION.example()["units"])


@pytest.mark.parametrize("content", [None, [], "x", 7])
def test_a_content_that_is_no_object_is_refused(content: Any) -> None:
    with pytest.raises(InvalidContentError):
        LETTER.checked(content)


def test_blocks_that_lie_too_deep_in_each_other_are_refused() -> None:
    block: dict[str, Any] = {"type": "clause", "text": "x"}
    for _ in range(2000):
        block = {"type": "clause", "text": "x", "children": [block]}
    assert "quá sâu" in changed(LETTER, lambda c: c.update(body=[block]))[""]


def test_checking_takes_time_in_proportion_to_the_content() -> None:
    """Blocks twelve deep in each other: an exponential check would take seconds for each further level."""
    blocks: list[dict[str, Any]] = [{"type": "dash", "text": "x"}]
    for _ in range(11):
        blocks = [{"type": "clause", "text": "x", "children": blocks}, {"type": "clause", "text": "y"}]
    assert LETTER.checked({**LETTER.example(), "body": blocks})


def test_a_whole_number_written_as_a_fraction_is_that_number() -> None:
    checked = DECISION.checked({**DECISION.example(), "year": 2026.0})
    assert isinstance(checked["year"], int)
