"""Between rows and records: what a record looks like in the tables, and back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from archive.catalogue.database import insert
from archive.catalogue.tables import events, record_units, records
from archive.errors import RecordNotFoundError
from archive.metadata import FileCode, Metadata
from archive.record import Event, Record, Reservation, Status
from archive.search.fold import fold
from archive.search.index import wrap_tokens

_METADATA_FIELDS = frozenset(field.name for field in fields(Metadata))
_RECORD_FIELDS = frozenset(field.name for field in fields(Record)) - {"metadata", "units"}


def insert_record(
    connection: sa.Connection,
    reservation: Reservation,
    *,
    record_id: str,
    number: int,
    day: date,
    at: datetime,
) -> bool:
    """Whether the row was written; False if its request, number or number with notation is already there."""
    values = {
        "id": record_id,
        "request_id": reservation.request_id,
        "request_digest": reservation.request_digest,
        "kind": reservation.kind,
        "office": reservation.office,
        "register": reservation.register,
        "year": day.year,
        "number": number,
        "notation": reservation.notation,
        "issued_on": day,
        "status": str(Status.RESERVED),
        "created_at": at,
        "content": dict(reservation.content),
        **asdict(reservation.metadata),
        "organ_folded": fold(reservation.metadata.organ_name),
        "signer_folded": fold(reservation.metadata.signer_name),
        "notation_folded": wrap_tokens(fold(reservation.notation).split()),
    }
    wish = insert(connection, records).values(values).on_conflict_do_nothing()
    return connection.execute(wish.returning(records.c.id)).first() is not None


def insert_units(connection: sa.Connection, record_id: str, units: Sequence[str]) -> None:
    """Write the units that a record is about."""
    lines = [
        {"record_id": record_id, "position": position, "name": name, "folded": fold(name)}
        for position, name in enumerate(units)
    ]
    if lines:
        connection.execute(sa.insert(record_units), lines)


def insert_event(connection: sa.Connection, record_id: str, event: Event) -> None:
    """Add one line to the history of a record."""
    connection.execute(sa.insert(events).values(record_id=record_id, **asdict(event)))


def read_events(connection: sa.Connection, record_id: str) -> tuple[Event, ...]:
    """The history of a record, oldest first."""
    found = sa.select(events).where(events.c.record_id == record_id).order_by(events.c.id)
    return tuple(
        Event(
            at=row.at,
            from_status=None if row.from_status is None else Status(row.from_status),
            to_status=Status(row.to_status),
            reason=row.reason,
        )
        for row in connection.execute(found)
    )


def find_record(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> Record | None:
    """The one record that meets the condition, or None."""
    found = read_records(connection, sa.select(records).where(condition))
    return found[0] if found else None


def get_record(connection: sa.Connection, record_id: str) -> Record:
    """The record of that id, or raises `RecordNotFoundError`."""
    record = find_record(connection, records.c.id == record_id)
    if record is None:
        raise RecordNotFoundError(record_id)
    return record


def read_records(connection: sa.Connection, select: sa.Select[Any]) -> tuple[Record, ...]:
    """The records that a select of the whole table gives, in its order."""
    found = connection.execute(select).mappings().all()
    units = _units_of(connection, [row["id"] for row in found])
    return tuple(_record(row, units[row["id"]]) for row in found)


def _units_of(connection: sa.Connection, record_ids: Sequence[str]) -> Mapping[str, Sequence[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    select = sa.select(record_units.c.record_id, record_units.c.name)
    in_order = select.where(record_units.c.record_id.in_(record_ids)).order_by(record_units.c.position)
    for record_id, name in connection.execute(in_order) if record_ids else ():
        names[record_id].append(name)
    return names


def _record(row: Mapping[Any, Any], units: Sequence[str]) -> Record:
    values = {name: row[name] for name in _RECORD_FIELDS}
    values["status"] = Status(values["status"])
    return Record(**values, units=tuple(units), metadata=_metadata(row))


def _metadata(row: Mapping[Any, Any]) -> Metadata:
    values = {name: row[name] for name in _METADATA_FIELDS}
    values["recipients"] = tuple(values["recipients"])
    values["file_code"] = values["file_code"] and FileCode(**values["file_code"])
    return Metadata(**values)
