"""Find documents again: search, one record, its file, and whether everything kept is still whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from api.desk import Desk
from api.errors import NotIssuedError
from archive.errors import ObjectCorruptError, ObjectNotFoundError
from archive.record import Record, Status
from archive.search.query import Page, Query


def search(desk: Desk, query: Query) -> Page:
    """One page of what the archive holds, newest first."""
    return desk.catalogue.search(query)


def show(desk: Desk, record_id: str) -> Record:
    """One record.

    Raises:
        RecordNotFoundError: there is none of this id.
    """
    return desk.catalogue.record(record_id)


def file_of(desk: Desk, record: Record) -> bytes:
    """The signed PDF of a record, hashed again on the way out.

    Raises:
        NotIssuedError: the number waits for its document, or was voided.
        ObjectNotFoundError: the bytes are lost.
        ObjectCorruptError: the bytes are no longer what was kept.
    """
    if record.sha256 is None or record.status not in (Status.ISSUED, Status.WITHDRAWN):
        raise NotIssuedError(record.symbol)
    return desk.store.get(record.sha256)


def location_of(desk: Desk, record: Record) -> str:
    """Where the PDF lies, for people; empty while there is none."""
    return desk.store.location(record.sha256) if record.sha256 else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What a look at every object found."""

    checked: int
    wrong: tuple[tuple[str, str], ...]  #: record id and a sentence, for each document that is lost or changed
    orphans: tuple[str, ...]  #: SHA-256 of objects that no issued document names; harmless leftovers of crashes
    reserved: int  #: numbers that wait for their request to come again


def audit(desk: Desk, progress: Callable[[int], None] = lambda done: None) -> Audit:
    """Hash every document again and compare the store with the catalogue in both directions."""
    wrong, named = [], set()
    for record_id, name in desk.catalogue.digests():
        named.add(name)
        try:
            desk.store.check(name)
        except (ObjectNotFoundError, ObjectCorruptError) as error:
            wrong.append((record_id, str(error)))
        progress(len(named))
    orphans = tuple(sorted(name for name in desk.store.digests() if name not in named))
    reserved = desk.catalogue.counts()[Status.RESERVED]
    return Audit(checked=len(named), wrong=tuple(wrong), orphans=orphans, reserved=reserved)
