"""The adapter: a catalogue in SQLite or PostgreSQL, written in SQLAlchemy Core.

This class opens one transaction per method and leaves the work to the module of the topic.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from typing import Any

import sqlalchemy as sa

from archive import registers
from archive.catalogue import offices, records, rows, tables
from archive.catalogue.database import Database
from archive.errors import OfficeNotFoundError, RecordNotFoundError
from archive.migrations import upgrade
from archive.record import Event, Office, Record, Reservation, Status, check_reservation
from archive.search.fold import is_storable
from archive.search.query import Page, Query

_DIGESTS_AT_ONCE = 1000


class SqlCatalogue:
    """See `archive.catalogue.Catalogue`."""

    def __init__(self, database: Database) -> None:
        """Use `SqlCatalogue.open`."""
        self._database = database

    @classmethod
    def open(cls, address: str) -> SqlCatalogue:
        """The catalogue at an address, migrated to the newest schema."""
        database = Database.at(address)
        try:
            database.prepare()
            with database.writing() as connection:
                upgrade(connection)
        except BaseException:
            database.close()
            raise
        return cls(database)

    def reserve(
        self, reservation: Reservation, *, day: date, first_number: int = 1, at: datetime | None = None
    ) -> Record:
        """Give the next number, or again the number that the request has."""
        check_reservation(reservation)
        if first_number < 1:
            raise ValueError(f"first_number is {first_number}, numbers start at 1")
        at = at or datetime.now(UTC)
        with self._database.writing() as connection:
            return registers.reserve(connection, reservation, day=day, first_number=first_number, at=at)

    def intend(self, record_id: str, *, sha256: str, size: int, pages: int, previous: str | None) -> bool:
        """Announce the bytes that are about to be stored."""
        _known(record_id)
        with self._database.writing() as connection:
            return records.intend(connection, record_id, sha256=sha256, size=size, pages=pages, previous=previous)

    def issue(self, record_id: str, *, sha256: str, issued_at: datetime, text: str = "") -> Record:
        """Close the record once its bytes are stored."""
        _known(record_id)
        with self._database.writing() as connection:
            return records.issue(connection, record_id, sha256=sha256, issued_at=issued_at, text=text)

    def change_status(self, record_id: str, to: Status, *, reason: str, at: datetime) -> Record:
        """Make a record void or withdraw it."""
        _known(record_id)
        with self._database.writing() as connection:
            return records.change_status(connection, record_id, to, reason=reason, at=at)

    def record(self, record_id: str) -> Record:
        """The record of that id."""
        _known(record_id)
        with self._database.reading() as connection:
            return rows.get_record(connection, record_id)

    def record_of_request(self, request_id: str) -> Record | None:
        """The record that the request was given, or None."""
        if not is_storable(request_id):
            return None
        with self._database.reading() as connection:
            return rows.find_record(connection, tables.records.c.request_id == request_id)

    def record_by_sha256(self, sha256: str) -> Record | None:
        """The record that carries these bytes, or None."""
        if not is_storable(sha256):
            return None
        with self._database.reading() as connection:
            return records.record_by_sha256(connection, sha256)

    def events(self, record_id: str) -> tuple[Event, ...]:
        """The history of a record."""
        _known(record_id)
        with self._database.reading() as connection:
            rows.get_record(connection, record_id)
            return rows.read_events(connection, record_id)

    def search(self, query: Query) -> Page:
        """One page of what was found."""
        with self._database.reading() as connection:
            return records.search(connection, query, on_postgresql=self._database.is_postgresql)

    def digests(self) -> Iterator[tuple[str, str]]:
        """Record id and name of the bytes, of all that must be in the store."""
        last_id = ""
        while True:
            with self._database.reading() as connection:
                found = records.digests_after(connection, last_id, limit=_DIGESTS_AT_ONCE)
            if not found:
                return
            yield from found
            last_id = found[-1][0]

    def counts(self) -> Mapping[Status, int]:
        """How many records there are in each status."""
        with self._database.reading() as connection:
            return records.counts(connection)

    def put_office(self, code: str, *, valid_from: date, valid_to: date | None, data: Mapping[str, Any]) -> None:
        """Store one period of an office."""
        office = Office(code=code, valid_from=valid_from, valid_to=valid_to, data=data)
        with self._database.writing() as connection:
            offices.put_office(connection, office)

    def offices(self) -> tuple[Office, ...]:
        """Every period of every office."""
        with self._database.reading() as connection:
            return offices.all_offices(connection)

    def office(self, code: str, *, on: date) -> Mapping[str, Any]:
        """The office as it was on a day."""
        if not is_storable(code):
            raise OfficeNotFoundError(code)
        with self._database.reading() as connection:
            return offices.office_data(connection, code, on=on)

    def ping(self) -> None:
        """Ask the database for the least it can answer."""
        with self._database.reading() as connection:
            connection.execute(sa.select(sa.func.count()).select_from(tables.registers))

    def close(self) -> None:
        """Give back every connection."""
        self._database.close()


def _known(record_id: str) -> None:
    """PostgreSQL cannot even be asked for an id with NUL in it."""
    if not is_storable(record_id):
        raise RecordNotFoundError(record_id)
