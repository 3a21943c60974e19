"""How bases and the last words end. Source: NĐ 30/2020, PL I, P.I, II.6.a; PL III."""

from __future__ import annotations

import pytest

from docgen.rules.ending import basis_lines, ended


def test_every_basis_ends_with_a_semicolon_and_the_last_with_a_stop() -> None:
    assert basis_lines(["Căn cứ A", "Căn cứ B;", "Theo đề nghị của C."], continued=False) == [
        "Căn cứ A;",
        "Căn cứ B;",
        "Theo đề nghị của C.",
    ]


def test_bases_that_go_on_in_the_next_sentence_all_end_with_a_semicolon() -> None:
    assert basis_lines(["Căn cứ A"], continued=True) == ["Căn cứ A;"]


def test_no_bases_give_no_lines() -> None:
    assert basis_lines([], continued=False) == []


@pytest.mark.parametrize("text", ["thực hiện", "thực hiện.", "thực hiện./.", "thực hiện. ", "thực hiện ./."])
def test_the_end_mark_stands_once(text: str) -> None:
    assert ended(text) == "thực hiện./."


def test_a_closing_quote_stays_before_the_end_mark() -> None:
    assert ended("“An toàn về an ninh, trật tự”") == "“An toàn về an ninh, trật tự”./."
