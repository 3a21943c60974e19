"""The offices (*cơ quan*), each in periods: after a re-organisation old documents still show the old name."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import sqlalchemy as sa

from archive.catalogue.database import insert
from archive.catalogue.tables import offices
from archive.errors import (
    InvalidMetadataError,
    OfficeNotFoundError,
    OfficeNotInForceError,
    OfficePeriodsOverlapError,
)
from archive.record import Office, is_json
from archive.search.fold import is_storable


def put_office(connection: sa.Connection, office: Office) -> None:
    """See `archive.catalogue.Catalogue.put_office`."""
    _check(office)
    if connection.dialect.name == "postgresql":
        # One import at a time: two new periods could overlap unseen. Readers are not held up.
        connection.execute(sa.text("LOCK TABLE offices IN SHARE ROW EXCLUSIVE MODE"))
    for other in _periods(connection, office.code):
        if other.valid_from != office.valid_from and _overlap(office, other):
            raise OfficePeriodsOverlapError(office.code, office.valid_from, other.valid_from)
    period = {"valid_to": office.valid_to, "data": dict(office.data)}
    wish = insert(connection, offices).values(code=office.code, valid_from=office.valid_from, **period)
    key = [offices.c.code, offices.c.valid_from]
    connection.execute(wish.on_conflict_do_update(index_elements=key, set_=period))


def all_offices(connection: sa.Connection) -> tuple[Office, ...]:
    """See `archive.catalogue.Catalogue.offices`."""
    return _read(connection, sa.select(offices))


def office_data(connection: sa.Connection, code: str, *, on: date) -> Mapping[str, Any]:
    """See `archive.catalogue.Catalogue.office`."""
    periods = _periods(connection, code)
    if not periods:
        raise OfficeNotFoundError(code)
    for period in periods:
        if period.valid_from <= on and (period.valid_to is None or on <= period.valid_to):
            return period.data
    raise OfficeNotInForceError(code, on)


def _check(office: Office) -> None:
    found = []
    if not office.code.strip() or not is_storable(office.code):
        found.append("thiếu mã cơ quan, hoặc mã có ký tự không lưu được")
    if office.valid_to is not None and office.valid_to < office.valid_from:
        found.append("ngày hết hiệu lực của cơ quan trước ngày bắt đầu")
    if not is_json(office.data):
        found.append("thông tin cơ quan không phải là một đối tượng JSON lưu được")
    if found:
        raise InvalidMetadataError(found)


def _overlap(one: Office, other: Office) -> bool:
    one_end, other_end = one.valid_to or date.max, other.valid_to or date.max
    return one.valid_from <= other_end and other.valid_from <= one_end


def _periods(connection: sa.Connection, code: str) -> tuple[Office, ...]:
    return _read(connection, sa.select(offices).where(offices.c.code == code))


def _read(connection: sa.Connection, select: sa.Select[Any]) -> tuple[Office, ...]:
    found = connection.execute(select.order_by(offices.c.code, offices.c.valid_from)).mappings()
    return tuple(Office(**row) for row in found)
