"""Check a file that a clerk has, ours or not."""

from __future__ import annotations

from collections.abc import Iterator

from api.desk import Desk
from archive.record import Record, Status
from archive.search.query import Query
from docgen.check.known import Cited
from docgen.reading_room import Checked

#: Cited documents of one paper that the archive is asked for, at most.
MOST_ASKED = 50


def check(desk: Desk, data: bytes) -> Checked:
    """The findings on a Word or PDF file; documents that it cites are compared with this archive's own.

    Raises:
        UnreadablePaperError: the file is none that can be judged; its class says why.
        ReadingRoomBusyError: every reader is at work.
    """
    checked = desk.reading_room.check(data)
    known = [cited for symbol in checked.asked[:MOST_ASKED] for cited in _archived(desk, symbol)]
    return desk.reading_room.check(data, known=known) if known else checked


def _archived(desk: Desk, symbol: str) -> Iterator[Cited]:
    """The archive's own documents of this number and notation, one for each office and year."""
    for record in desk.catalogue.search(Query(number=symbol)).items:
        if record.symbol == symbol and record.status in (Status.ISSUED, Status.WITHDRAWN):
            yield Cited(
                kind=_type_name(desk, record),
                symbol=symbol,
                day=record.issued_on,
                title=record.metadata.subject,
                issuer=record.metadata.organ_name,
            )


def _type_name(desk: Desk, record: Record) -> str:
    """The type as a citation names it: ``Quyết định``, not the long name of a special kind of it."""
    return desk.kinds.kind(record.kind).heading.capitalize() or "Công văn"


def annotated(desk: Desk, docx: bytes, checked: Checked) -> bytes:
    """A copy of a Word file with the findings as comments.

    Raises:
        UnreadablePaperError, ReadingRoomBusyError: as :func:`check`.
    """
    return desk.reading_room.annotate(docx, checked.findings)
