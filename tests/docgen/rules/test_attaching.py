"""The line that ties an annex to its document: filled on paper, open on electronic documents."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from docgen.rules.attaching import Parent, attachment_note, open_note
from docgen.rules.recipients import drafter_text

DECISION = Parent(
    name="Quyết định", symbol="07/QĐ-UBND", day=date(2026, 2, 5), numbered=True, office="Ủy ban nhân dân tỉnh Hưng Yên"
)


def test_on_paper_the_note_names_number_day_and_office() -> None:
    """Source: NĐ 30/2020, PL I, P.I, III.1.c."""
    assert attachment_note(DECISION) == (
        "(Kèm theo Quyết định số 07/QĐ-UBND ngày 05 tháng 02 năm 2026 của Ủy ban nhân dân tỉnh Hưng Yên)"
    )


def test_before_the_number_is_taken_the_day_is_left_open() -> None:
    assert "ngày \N{NO-BREAK SPACE}" in attachment_note(replace(DECISION, numbered=False))


def test_on_electronic_documents_the_blanks_are_not_filled() -> None:
    """Source: NĐ 30/2020, PL III, Mẫu 1.3 and 2.2."""
    assert open_note("Quyết định", "QĐ") == "(Kèm theo Quyết định số …/QĐ-… ngày … tháng … năm … của …)"
    assert open_note("Văn bản") == "(Kèm theo Văn bản số …/…-… ngày … tháng … năm … của …)"


def test_the_drafter_is_printed_with_the_number_of_copies() -> None:
    """Source: NĐ 30/2020, PL I, P.I, V (11)."""
    assert [drafter_text("PL", 300), drafter_text("pl")] == ["PL.(300)", "PL."]
