"""A record after its number was given: bytes announced, issued, void or withdrawn; found and counted.

Every change is a compare-and-set in SQL: of two processes that finish one record, one changes it, the other
sees what it became.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime

import sqlalchemy as sa

from archive.catalogue import rows
from archive.catalogue.tables import records
from archive.errors import InvalidMetadataError, TransitionError
from archive.metadata import problem_of
from archive.record import TRANSITIONS, Event, Record, Status
from archive.search.conditions import conditions
from archive.search.fold import is_storable
from archive.search.index import put_text
from archive.search.query import MAX_PAGE_SIZE, Page, Query

_SHA256 = re.compile(r"[0-9a-f]{64}")
_KEPT = (str(Status.ISSUED), str(Status.WITHDRAWN))


def intend(
    connection: sa.Connection, record_id: str, *, sha256: str, size: int, pages: int, previous: str | None
) -> bool:
    """See `archive.catalogue.Catalogue.intend`."""
    if not _SHA256.fullmatch(sha256):
        raise InvalidMetadataError([f"mã băm SHA-256 “{sha256[:80]}” không đúng dạng"])
    if problem := problem_of("PageAmount", pages):
        raise InvalidMetadataError([problem])
    announce = (
        sa.update(records)
        .where(
            records.c.id == record_id,
            records.c.status == str(Status.RESERVED),
            records.c.sha256.is_not_distinct_from(previous),
        )
        .values(sha256=sha256, size=size, pages=pages)
    )
    if connection.execute(announce).rowcount == 1:
        return True
    rows.get_record(connection, record_id)
    return False


def issue(connection: sa.Connection, record_id: str, *, sha256: str, issued_at: datetime, text: str) -> Record:
    """See `archive.catalogue.Catalogue.issue`."""
    close = (
        sa.update(records)
        .where(
            records.c.id == record_id,
            records.c.status == str(Status.RESERVED),
            records.c.sha256 == sha256,
        )
        .values(status=str(Status.ISSUED), issued_at=issued_at)
    )
    won = connection.execute(close).rowcount == 1
    record = rows.get_record(connection, record_id)
    if won:
        rows.insert_event(
            connection,
            record_id,
            Event(at=issued_at, from_status=Status.RESERVED, to_status=Status.ISSUED, reason=""),
        )
        put_text(connection, record, text=text)
    elif record.status is not Status.ISSUED or record.sha256 != sha256:
        raise TransitionError(record.status, Status.ISSUED)
    return record


def change_status(connection: sa.Connection, record_id: str, to: Status, *, reason: str, at: datetime) -> Record:
    """See `archive.catalogue.Catalogue.change_status`."""
    if not reason.strip() or not is_storable(reason):
        raise InvalidMetadataError(["thiếu lý do, hoặc lý do có ký tự không lưu được"])
    before = rows.get_record(connection, record_id).status
    if to not in TRANSITIONS[before] or to is Status.ISSUED:
        raise TransitionError(before, to)
    change = sa.update(records).where(records.c.id == record_id, records.c.status == str(before))
    won = connection.execute(change.values(status=str(to))).rowcount == 1
    record = rows.get_record(connection, record_id)
    if not won:
        raise TransitionError(record.status, to)
    rows.insert_event(connection, record_id, Event(at=at, from_status=before, to_status=to, reason=reason))
    return record


def record_by_sha256(connection: sa.Connection, sha256: str) -> Record | None:
    """See `archive.catalogue.Catalogue.record_by_sha256`."""
    not_kept_last = sa.case((records.c.status.in_(_KEPT), 0), else_=1)
    select = sa.select(records).where(records.c.sha256 == sha256)
    found = rows.read_records(connection, select.order_by(not_kept_last, records.c.created_at).limit(1))
    return found[0] if found else None


def search(connection: sa.Connection, query: Query, *, on_postgresql: bool) -> Page:
    """See `archive.catalogue.Catalogue.search`."""
    wanted = conditions(query, on_postgresql=on_postgresql)
    page, size = max(1, query.page), min(max(1, query.page_size), MAX_PAGE_SIZE)
    start = (page - 1) * size
    total = connection.execute(sa.select(sa.func.count()).select_from(records).where(*wanted)).scalar_one()
    newest_first = (records.c.issued_on.desc(), records.c.number.desc(), records.c.id)
    select = sa.select(records).where(*wanted).order_by(*newest_first)
    items = rows.read_records(connection, select.limit(size).offset(start)) if start < total else ()
    return Page(total=total, items=items, page=page, page_size=size)


def digests_after(connection: sa.Connection, record_id: str, *, limit: int) -> list[tuple[str, str]]:
    """The next ids, in order, of records whose bytes must be in the store, with the names of the bytes."""
    select = sa.select(records.c.id, records.c.sha256).where(
        records.c.id > record_id, records.c.status.in_(_KEPT), records.c.sha256.is_not(None)
    )
    return [(row.id, row.sha256) for row in connection.execute(select.order_by(records.c.id).limit(limit))]


def counts(connection: sa.Connection) -> Mapping[Status, int]:
    """See `archive.catalogue.Catalogue.counts`."""
    select = sa.select(records.c.status, sa.func.count()).group_by(records.c.status)
    found = {str(status): int(count) for status, count in connection.execute(select)}
    return {status: found.get(status, 0) for status in Status}
