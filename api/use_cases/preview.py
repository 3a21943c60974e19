"""A document to look at: all as it will be, number and day left open, nothing spent, nothing signed."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from api.desk import Desk
from api.use_cases.offices import issuer_of, office_code
from docgen.compose import Dating


class Format(StrEnum):
    """What a preview comes as."""

    #: tagged PDF/A-2b
    PDF = "pdf"
    #: a Word document that a clerk can edit
    DOCX = "docx"


def preview(desk: Desk, kind_id: str, content: Any, *, office: str | None = None, format: Format) -> bytes:
    """The document as it will look, as bytes of the format wanted.

    Raises:
        DocgenError: kind, content, template or converter are not in order.
        ArchiveError: the office is not known, or not in force today.
    """
    kind = desk.kinds.kind(kind_id)
    checked = kind.checked(content)
    today = desk.today()
    issuer = issuer_of(desk.catalogue.office(office_code(desk, office, checked), on=today))
    dating = Dating(day=today)
    if format is Format.DOCX:
        return desk.workshop.docx(kind, checked, issuer, dating)
    return desk.workshop.pdf(kind, checked, issuer, dating).data
