"""What a register remembers of one number: the request, the record, its status and its events.

Plain values only: nothing here knows a database.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from archive.errors import InvalidMetadataError
from archive.metadata import Metadata, problem_of, problems
from archive.search.fold import is_storable


class Status(StrEnum):
    """How far a number has come."""

    #: the number is given, the document is not yet kept (*đã giữ số*)
    RESERVED = "reserved"
    #: the document is signed, numbered and kept (*đã ban hành*)
    ISSUED = "issued"
    #: the number will never carry a document; it stays in the register with a reason (*đã hủy số*)
    VOID = "void"
    #: issued, then recalled: frozen, still kept (*đã thu hồi*; Source: NĐ 30/2020, Điều 18.4)
    WITHDRAWN = "withdrawn"

    @property
    def title_vi(self) -> str:
        """The words a clerk reads."""
        return _TITLES[self]


_TITLES: Mapping[Status, str] = {
    Status.RESERVED: "đã giữ số",
    Status.ISSUED: "đã ban hành",
    Status.VOID: "đã hủy số",
    Status.WITHDRAWN: "đã thu hồi",
}

#: Where each status may go. A number is never given back: Điều 15.1 wants the series without holes.
TRANSITIONS: Mapping[Status, frozenset[Status]] = {
    Status.RESERVED: frozenset({Status.ISSUED, Status.VOID}),
    Status.ISSUED: frozenset({Status.WITHDRAWN}),
    Status.VOID: frozenset(),
    Status.WITHDRAWN: frozenset(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reservation:
    """A wish for the next number of a register."""

    request_id: str
    """Chosen by the caller; the same id asked again gets the same number again."""
    request_digest: str
    """SHA-256 (hex) of the request: tells a repeated request from a reused id."""
    kind: str
    office: str
    """Code of the issuing office (*cơ quan*)."""
    register: str
    """Code of the series of numbers (*sổ văn bản đi*) within the office."""
    notation: str
    """Ký hiệu, such as ``QĐ-UBND``."""
    metadata: Metadata
    units: tuple[str, ...] = ()
    """Names of the units that the document is about."""
    content: Mapping[str, Any] = field(default_factory=dict)
    """JSON object, kept verbatim, so that another process can take the work up after a crash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One line of a register."""

    id: str
    request_id: str
    request_digest: str
    kind: str
    office: str
    register: str
    year: int
    number: int
    notation: str
    issued_on: date
    """The date of the document: the day for which the number was given."""
    status: Status
    created_at: datetime
    """Aware, UTC."""
    issued_at: datetime | None
    """Aware, UTC; None until the document is kept."""
    units: tuple[str, ...]
    content: Mapping[str, Any]
    metadata: Metadata
    sha256: str | None
    """Name of the bytes. On a RESERVED record: of the bytes announced by `intend`, maybe not yet stored."""
    size: int | None
    pages: int | None

    @property
    def printed_number(self) -> str:
        """The number with at least two digits: ``07``, ``123``. Source: NĐ 30/2020, PL I, P.I, II.3.c."""
        return printed_number(self.number)

    @property
    def symbol(self) -> str:
        """Number and notation (*số, ký hiệu*): ``07/QĐ-UBND``. Source: NĐ 30/2020, PL I, P.I, II.3.c."""
        return f"{self.printed_number}/{self.notation}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to a record; events are only ever added."""

    at: datetime
    from_status: Status | None
    """None for the first event, the reservation."""
    to_status: Status
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One period of an office (*cơ quan*): names and superiors change, the code stays."""

    code: str
    valid_from: date
    valid_to: date | None
    """The last day in force, or None while it is."""
    data: Mapping[str, Any]


def printed_number(number: int) -> str:
    """The number with at least two digits. Source: NĐ 30/2020, PL I, P.I, II.3.c."""
    return f"{number:02d}"


def check_reservation(reservation: Reservation) -> None:
    """Nothing, if the reservation can be kept; spends nothing.

    Raises:
        InvalidMetadataError: with every problem found.
    """
    found = [*_reservation_problems(reservation), *problems(reservation.metadata)]
    if found:
        raise InvalidMetadataError(found)


def _reservation_problems(reservation: Reservation) -> Iterator[str]:
    for title, value in (
        ("mã yêu cầu", reservation.request_id),
        ("mã băm của yêu cầu", reservation.request_digest),
        ("loại văn bản", reservation.kind),
        ("mã cơ quan", reservation.office),
        ("mã sổ", reservation.register),
        ("ký hiệu của văn bản", reservation.notation),
    ):
        if not value.strip():
            yield f"thiếu {title}"
        elif not is_storable(value):
            yield f"{title} có ký tự không lưu được (NUL hoặc ký tự hỏng)"
    if problem := problem_of("CodeNotation", reservation.notation):
        yield problem
    if not all(map(is_storable, reservation.units)):
        yield "tên đơn vị có ký tự không lưu được (NUL hoặc ký tự hỏng)"
    if not is_json(reservation.content):
        yield "nội dung không phải là một đối tượng JSON lưu được"


def is_json(content: Mapping[str, Any]) -> bool:
    """Whether both databases can store it as JSON and give it back unchanged."""
    try:
        written = json.dumps(content, ensure_ascii=False, allow_nan=False)
        return is_storable(written) and "\\u0000" not in written and json.loads(written) == content
    except (TypeError, ValueError, RecursionError):
        return False
