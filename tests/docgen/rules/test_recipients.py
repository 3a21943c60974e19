"""Kính gửi and Nơi nhận. Source: NĐ 30/2020, PL I, P.I, II.9."""

from __future__ import annotations

from docgen.rules.recipients import addressee_lines, archive_text, recipient_lines


def test_one_addressee_stands_alone_without_dash_or_stop() -> None:
    assert addressee_lines(["Bộ Công an"]) == ["Bộ Công an"]


def test_several_addressees_get_dashes_semicolons_and_a_last_stop() -> None:
    assert addressee_lines(["A", "B", "C"]) == ["- A;", "- B;", "- C."]


def test_the_line_for_the_archive_comes_last_and_ends_with_a_stop() -> None:
    assert recipient_lines(["A"], as_above=False, archive="VT, NC") == ["- A;", "- Lưu: VT, NC."]


def test_as_above_comes_first_where_there_are_addressees() -> None:
    assert recipient_lines(["A"], as_above=True, archive="VT, NC")[0] == "- Như trên;"


def test_as_above_is_not_said_twice_where_the_clerk_wrote_it() -> None:
    for written in ("Như trên", "Như kính gửi"):
        lines = recipient_lines(["A", written], as_above=True, archive="VT, NC")
        assert lines == ["- A;", f"- {written};", "- Lưu: VT, NC."]


def test_the_decrees_own_line_for_the_archive_comes_out() -> None:
    assert archive_text("HC", 2) == "VT, HC (2)"
    assert archive_text("HC", None) == "VT, HC"
