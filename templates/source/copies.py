"""Layouts of copies (*bản sao*): the copied document, and on paper the block of the office that copies it.

Source: NĐ 30/2020, PL I, P.II; PL III, Mẫu 3.1 and 3.2.
"""

from __future__ import annotations

from docgen.rules.page import PAGE
from templates.source.closing import closing, original_closing
from templates.source.pieces import LEFT, addressees, ending, head_table, paragraph, plain_table, repeat


def copy() -> str:
    """The copied document alone: the copying office's signature stands in the top margin. Source: Mẫu 3.2."""
    number = paragraph("Number", "{{ original.number_line }}") + repeat(
        "if not original.heading", paragraph("LetterSubject", "V/v {{ original.subject }}")
    )
    named = (
        paragraph("KindName", "{{ original.heading }}")
        + paragraph("Subject", "{{ original.subject }}")
        + paragraph("RulePart")
        + paragraph("AfterTable")
    )
    return (
        head_table(number, paragraph("PlaceDate", "{{ original.date_line }}"), "original.office")
        + paragraph("AfterTable")
        + repeat("if original.heading", named)
        + addressees(group="original.addressees")
        + repeat("if original.competence", paragraph("Competence", "{{ original.competence }}"))
        + paragraph("Body", "{{p original.bases }}")
        + repeat("if original.decides", paragraph("Decide", "{{ original.decides }}"))
        + paragraph("Body", "{{p original.body }}")
        + ending()
        + original_closing()
    )


def paper_copy() -> str:
    """The copied document, a rule across the page, the copying office's block without its superior. Source: Mẫu 3.1."""
    right = PAGE.text_width - LEFT
    form = paragraph("CopyForm", "{{ heading }}")
    day = paragraph("PlaceDate", "{{ date_line }}")
    number = paragraph("Number", "{{ number_line }}")
    name = repeat("for line in office.printed", paragraph("Office", "{{ line }}")) + paragraph("RulePart")
    return (
        copy()
        + paragraph("RuleFull", extra='<w:keepNext/><w:spacing w:before="240" w:after="120"/>')
        + plain_table([LEFT, right], [[name, form], [number, day]])
        + paragraph("AfterTable", extra="<w:keepNext/>")
        + closing()
    )
