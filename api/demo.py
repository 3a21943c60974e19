"""What the demo prints: a table of what it issues, then what the archive finds again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from babel.dates import format_date

from api.desk import Desk
from api.telling import told_page, told_record
from api.use_cases.demo import Step, demo
from api.use_cases.find import location_of, search
from archive.search.query import Page, Query

#: The unit whose papers the demo looks for: the school of the made-up round.
UNIT = "Trường Trung học cơ sở Tân An Đông"


def told(desk: Desk, write: Callable[[Any], None]) -> bool:
    """The demo for a program, one object; whether every document is in order."""
    steps = list(demo(desk))
    found = _found(desk)
    items = [
        {
            **told_record(step.record),
            "example": step.example,
            "in_order": step.verification.in_order,
            "milliseconds": round(step.milliseconds),
        }
        for step in steps
    ]
    write({"total": len(items), "items": items, "search": told_page(found)})
    return all(step.verification.in_order for step in steps)


def shown(desk: Desk, write: Callable[[str], None]) -> bool:
    """The demo for a person, line by line as it goes; whether every document is in order."""
    write("Ban hành mọi ví dụ (chữ ký và con dấu đều là MẪU):")
    write(f"{'Loại':<21} {'Số, ký hiệu':<18} {'Ngày':<11} {'Trang':>5} {'Chữ ký':<10} {'ms':>6}  Trích yếu")
    good = True
    for step in demo(desk):
        good &= step.verification.in_order
        write(_row(step))
    found = _found(desk)
    write(f"\nTra cứu: đơn vị “{UNIT}”, năm {desk.today().year}: {found.total} văn bản")
    for record in found.items:
        write(f"  {record.symbol:<18} {record.issued_on:%d/%m/%Y}  {_short(record.metadata.subject, 60)}")
        write(f"    {location_of(desk, record)}")
    return good and found.total > 0


def _row(step: Step) -> str:
    record = step.record
    day = format_date(record.issued_on, "dd/MM/y", locale="vi")
    verdict = "hợp lệ" if step.verification.in_order else "KHÔNG hợp lệ"
    subject = _short(record.metadata.subject, 50)
    return (
        f"{record.kind:<21} {record.symbol:<18} {day:<11} {record.pages or 0:>5} {verdict:<10} "
        f"{step.milliseconds:>6.0f}  {subject}"
    )


def _short(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length - 1] + "…"


def _found(desk: Desk) -> Page:
    return search(desk, Query(unit=UNIT, year=desk.today().year))
