"""PORT: what the archive knows about documents and offices. One adapter, for SQLite and PostgreSQL."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Protocol

from archive.record import Event, Office, Record, Reservation, Status
from archive.search.query import Page, Query


class Catalogue(Protocol):
    """The registers, the records, the offices and the search over them.

    Safe to share between threads; several processes may have the same catalogue open. Each method is one
    transaction. Every method may raise `CatalogueAwayError`.
    """

    def reserve(
        self, reservation: Reservation, *, day: date, first_number: int = 1, at: datetime | None = None
    ) -> Record:
        """The record that holds the next number of the register; the same record for the same request.

        Numbers start at 01 each 1 January (Source: NĐ 30/2020, Điều 15.1). `day` is today in Việt Nam, told
        by the caller: it is the date of the document and chooses the year. `first_number` is used only for
        the very first number of a register, when paper is left behind in the middle of a year. `at` is the
        moment noted as `created_at`, now if not given.

        Raises:
            InvalidMetadataError: the reservation cannot be kept.
            RequestConflictError: the request id was used for another content.
            ClockMovedBackError: the register already gave a number on a later day.
            NumberTakenError: another register of the office used this number with this notation.
        """
        ...

    def intend(self, record_id: str, *, sha256: str, size: int, pages: int, previous: str | None) -> bool:
        """Whether the bytes about to be stored were announced: status RESERVED and `sha256` still `previous`.

        Raises:
            RecordNotFoundError: no such record.
            InvalidMetadataError: more than 999 pages (PageAmount), or not a SHA-256.
        """
        ...

    def issue(self, record_id: str, *, sha256: str, issued_at: datetime, text: str = "") -> Record:
        """The record, now ISSUED and found by search, `text` (the words of the document) included.

        Only a RESERVED record with the announced `sha256` is issued. If another process issued the same bytes
        first, its record comes back unchanged.

        Raises:
            RecordNotFoundError: no such record.
            TransitionError: the record is void, withdrawn, or holds other bytes.
        """
        ...

    def change_status(self, record_id: str, to: Status, *, reason: str, at: datetime) -> Record:
        """The record, now VOID or WITHDRAWN for a reason.

        Raises:
            RecordNotFoundError: no such record.
            TransitionError: not allowed by `archive.record.TRANSITIONS`; ISSUED is given by `issue` only.
            InvalidMetadataError: no reason given.
        """
        ...

    def record(self, record_id: str) -> Record:
        """The record of that id, or raises `RecordNotFoundError`."""
        ...

    def record_of_request(self, request_id: str) -> Record | None:
        """The record that the request was given, or None."""
        ...

    def record_by_sha256(self, sha256: str) -> Record | None:
        """The record that carries these bytes, or None; an issued or withdrawn one before others."""
        ...

    def events(self, record_id: str) -> tuple[Event, ...]:
        """What happened to the record, oldest first."""
        ...

    def search(self, query: Query) -> Page:
        """One page of the records that meet every condition, newest first."""
        ...

    def digests(self) -> Iterator[tuple[str, str]]:
        """Record id and SHA-256 of every issued or withdrawn record; holds no transaction open."""
        ...

    def counts(self) -> Mapping[Status, int]:
        """How many records there are in each status, every status named."""
        ...

    def put_office(self, code: str, *, valid_from: date, valid_to: date | None, data: Mapping[str, Any]) -> None:
        """Store one period of an office; the same code and `valid_from` again replaces it.

        Raises:
            OfficePeriodsOverlapError: another period of the code shares a day with it.
            InvalidMetadataError: it ends before it begins, or `data` is not JSON.
        """
        ...

    def offices(self) -> tuple[Office, ...]:
        """Every period of every office, by code and then by time."""
        ...

    def office(self, code: str, *, on: date) -> Mapping[str, Any]:
        """The data of the office as it was on that day.

        Raises:
            OfficeNotFoundError: the code is not known.
            OfficeNotInForceError: it is, but not on that day.
        """
        ...

    def ping(self) -> None:
        """Nothing, if the database answers; else raises `CatalogueAwayError` within ten seconds."""
        ...

    def close(self) -> None:
        """Give back every connection; the catalogue is not used afterwards."""
        ...


def open_catalogue(url: str) -> Catalogue:
    """The catalogue at an address, migrated to the newest schema: ``/path/x.db``, ``sqlite:////path/x.db`` or
    ``postgresql+psycopg://user:secret@host/name``.

    Several processes may open a fresh database at once. The folder of a SQLite file is made.

    Raises:
        InvalidAddressError: the address is not understood.
        CatalogueAwayError: the database does not answer, or was migrated by a newer version.
    """
    from archive.catalogue.sql import SqlCatalogue

    return SqlCatalogue.open(url)
