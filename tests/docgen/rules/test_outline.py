"""The numbered body. Source: NĐ 30/2020, PL I, P.I, II.6.đ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from docgen.rules.outline import Line, Style, Table, outline


def plain(*blocks: Mapping[str, Any]) -> list[str]:
    return [line.plain for line in outline(blocks) if isinstance(line, Line)]


def test_parts_and_chapters_count_in_roman_and_run_through_the_document() -> None:
    chapter = {"type": "chapter", "title": "Quy định chung"}
    part = {"type": "part", "title": "Mở đầu", "children": [chapter, chapter]}
    assert plain(part, part) == [
        "Phần I", "MỞ ĐẦU", "Chương I", "QUY ĐỊNH CHUNG", "Chương II", "QUY ĐỊNH CHUNG",
        "Phần II", "MỞ ĐẦU", "Chương III", "QUY ĐỊNH CHUNG", "Chương IV", "QUY ĐỊNH CHUNG",
    ]  # fmt: skip


def test_sections_count_in_arabic_and_start_anew_in_every_chapter() -> None:
    section = {"type": "section", "title": "Hồ sơ", "children": [{"type": "subsection", "title": "Lập"}]}
    chapter = {"type": "chapter", "title": "Văn bản", "children": [section, section]}
    assert plain(chapter, chapter).count("Mục 1") == 2
    assert plain(chapter).count("Tiểu mục 1") == 2


def test_articles_run_on_from_chapter_to_chapter() -> None:
    chapter = {"type": "chapter", "title": "X", "children": [{"type": "article", "title": "Phạm vi"}]}
    assert [line for line in plain(chapter, chapter) if line.startswith("Điều")] == [
        "Điều 1. Phạm vi",
        "Điều 2. Phạm vi",
    ]


def test_clauses_and_points_start_anew_in_every_parent() -> None:
    points = [{"type": "point", "text": text} for text in ("một", "hai")]
    clause = {"type": "clause", "text": "Nội dung:", "children": points}
    article = {"type": "article", "title": "Y", "children": [clause, clause]}
    assert plain(article, article)[1:7] == ["1. Nội dung:", "a) một", "b) hai", "2. Nội dung:", "a) một", "b) hai"]


def test_headings_are_roman_and_in_capitals() -> None:
    assert plain({"type": "heading", "title": "Mục đích, yêu cầu"}) == ["I. MỤC ĐÍCH, YÊU CẦU"]


def test_subclauses_carry_the_number_of_their_clause() -> None:
    subclause = {"type": "subclause", "text": "Công an tỉnh:", "children": [{"type": "dash", "text": "Chủ trì;"}]}
    clause = {"type": "clause", "text": "Phân công:", "children": [subclause, subclause]}
    other = {"type": "clause", "text": "Khác"}
    assert plain(other, clause) == [
        "1. Khác",
        "2. Phân công:",
        "2.1. Công an tỉnh:",
        "- Chủ trì;",
        "2.2. Công an tỉnh:",
        "- Chủ trì;",
    ]


def test_run_in_items_are_numbered_inside_their_paragraph() -> None:
    assert plain({"type": "clause", "text": "Ban Chỉ đạo:", "items": ["Tham mưu.", "Đánh giá."]}) == [
        "1. Ban Chỉ đạo: (1) Tham mưu. (2) Đánh giá."
    ]


def test_plain_paragraphs_between_clauses_do_not_disturb_their_numbers() -> None:
    blocks = [{"type": "clause", "text": "a"}, {"type": "paragraph", "text": "b"}, {"type": "clause", "text": "c"}]
    assert plain(*blocks) == ["1. a", "b", "2. c"]


@pytest.mark.parametrize(
    ("block", "style", "label_bold"),
    [
        pytest.param({"type": "clause", "title": "T"}, Style.CLAUSE_TITLE, False, id="a clause with a title is bold"),
        pytest.param({"type": "clause", "text": "t"}, Style.BODY, False, id="a clause without one is not"),
        pytest.param({"type": "article", "title": "T"}, Style.ARTICLE, False, id="an article's title is bold"),
        pytest.param({"type": "article", "text": "t"}, Style.BODY, True, id="of a bare article only the number is"),
    ],
)
def test_boldness_follows_the_title(block: Mapping[str, Any], style: Style, label_bold: bool) -> None:
    line = outline([block])[0]
    assert isinstance(line, Line)
    assert (line.style, line.label_bold) == (style, label_bold)


def test_a_table_counts_its_rows_and_fills_missing_cells() -> None:
    columns = [{"title": "TT", "numbered": True}, {"title": "Tên"}, {"title": "Ghi chú"}]
    table = outline([{"type": "table", "columns": columns, "rows": [["A", "x"], ["B"]]}])[0]
    assert isinstance(table, Table)
    assert table.rows == [["1", "A", "x"], ["2", "B", ""]]
