"""The numbering ledger: every number of a register once, in order, without holes (*cấp số văn bản*).

Source: NĐ 30/2020, Điều 15.1: the numbers of a year run from 01 on 1 January to 31 December, in the order of
issue; number and notation are unique within the year. Hence a counter row per office, register and year,
moved under the lock of the register and in the transaction that writes the record: neither ``MAX + 1`` (two
at once get the same) nor a sequence of the database (a rollback leaves a hole).
"""

from __future__ import annotations

import uuid
from datetime import date, datetime

import sqlalchemy as sa

from archive.catalogue import rows
from archive.catalogue.database import insert
from archive.catalogue.tables import counters, records, registers
from archive.errors import ClockMovedBackError, NumberTakenError, RequestConflictError
from archive.record import Event, Record, Reservation, Status
from archive.search.index import put_text


def reserve(
    connection: sa.Connection, reservation: Reservation, *, day: date, first_number: int, at: datetime
) -> Record:
    """The record of the request, with the next number of its register; the same request, the same record.

    `connection` is in a transaction that may write. See `archive.catalogue.Catalogue.reserve`.
    """
    # The lock first, the look second: of two equal requests at once the later must see what the other wrote.
    last_day = _lock(connection, reservation)
    if record := _record_of(connection, reservation):
        return record
    if last_day is not None and day < last_day:
        raise ClockMovedBackError(reservation.register, day, last_day)
    last_number = _last_number(connection, reservation, day.year)
    if last_number is None:
        last_number = first_number - 1 if last_day is None else 0
    number = last_number + 1
    record_id = uuid.uuid4().hex
    if not rows.insert_record(connection, reservation, record_id=record_id, number=number, day=day, at=at):
        return _winner_of(connection, reservation, number=number, year=day.year)
    _move_on(connection, reservation, number=number, day=day)
    rows.insert_units(connection, record_id, reservation.units)
    first = Event(at=at, from_status=None, to_status=Status.RESERVED, reason="")
    rows.insert_event(connection, record_id, first)
    record = rows.get_record(connection, record_id)
    put_text(connection, record, text="")
    return record


def _lock(connection: sa.Connection, reservation: Reservation) -> date | None:
    """The last day on which the register gave a number, or None; locks its row, made if missing."""
    wish = insert(connection, registers).values(office=reservation.office, register=reservation.register)
    touch = wish.on_conflict_do_update(
        index_elements=[registers.c.office, registers.c.register], set_={"office": wish.excluded.office}
    )
    last_day: date | None = connection.execute(touch.returning(registers.c.last_day)).scalar_one()
    return last_day


def _record_of(connection: sa.Connection, reservation: Reservation) -> Record | None:
    """The record this request already has, whatever its status; None for a new request."""
    record = rows.find_record(connection, records.c.request_id == reservation.request_id)
    if record is not None and record.request_digest != reservation.request_digest:
        raise RequestConflictError(reservation.request_id)
    return record


def _last_number(connection: sa.Connection, reservation: Reservation, year: int) -> int | None:
    counter = sa.select(counters.c.last_number).where(
        counters.c.office == reservation.office,
        counters.c.register == reservation.register,
        counters.c.year == year,
    )
    return connection.execute(counter).scalar_one_or_none()


def _winner_of(connection: sa.Connection, reservation: Reservation, *, number: int, year: int) -> Record:
    """The record a rival wrote for the same request through another register; else the number is taken."""
    if record := _record_of(connection, reservation):
        return record
    raise NumberTakenError(reservation.office, year, number, reservation.notation)


def _move_on(connection: sa.Connection, reservation: Reservation, *, number: int, day: date) -> None:
    """Remember that the register gave this number on this day."""
    wish = insert(connection, counters).values(
        office=reservation.office, register=reservation.register, year=day.year, last_number=number
    )
    key = [counters.c.office, counters.c.register, counters.c.year]
    connection.execute(wish.on_conflict_do_update(index_elements=key, set_={"last_number": number}))
    connection.execute(
        sa.update(registers)
        .where(registers.c.office == reservation.office, registers.c.register == reservation.register)
        .values(last_day=day)
    )
