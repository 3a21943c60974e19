"""Requests and addresses that the tests of the archive share."""

from __future__ import annotations

import hashlib
import uuid
from datetime import UTC, date, datetime
from typing import Any

from archive import Metadata, Record, Reservation
from archive.catalogue import Catalogue

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def metadata(**changes: Any) -> Metadata:
    """The fields of a small decision."""
    values: dict[str, Any] = {
        "type_name": "Quyết định",
        "organ_name": "Ủy ban nhân dân phường Hải Châu",
        "subject": "Về việc công nhận tổ dân phố văn hóa",
        "signer_position": "Chủ tịch",
        "signer_name": "Đặng Quyết Thắng",
        "recipients": ("Như Điều 3", "Lưu: VT"),
    }
    return Metadata(**(values | changes))


def reservation(request_id: str = "", **changes: Any) -> Reservation:
    """A wish for a number; a new request each time, if no id is given."""
    request_id = request_id or uuid.uuid4().hex
    values: dict[str, Any] = {
        "request_id": request_id,
        "request_digest": sha256(request_id.encode()),
        "kind": "quyet-dinh",
        "office": "H17.01",
        "register": "quyet-dinh",
        "notation": "QĐ-UBND",
        "metadata": metadata(),
        "units": ("Tổ dân phố số 5",),
        "content": {"title": "Công nhận", "lines": [1, 2.5, None, True]},
    }
    return Reservation(**(values | changes))


def sha256(data: bytes) -> str:
    """The name of the bytes."""
    return hashlib.sha256(data).hexdigest()


def issue(catalogue: Catalogue, wish: Reservation, *, day: date = DAY, text: str = "") -> Record:
    """An issued record, its bytes only pretended."""
    record = catalogue.reserve(wish, day=day)
    name = sha256(record.id.encode())
    assert catalogue.intend(record.id, sha256=name, size=5, pages=1, previous=None)
    return catalogue.issue(record.id, sha256=name, issued_at=NOW, text=text)
