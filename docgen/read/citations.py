"""Documents that a text cites: kind, symbol, date and issuer as far as they are written.

Source: NĐ 30/2020, PL I, P.I, II.6.b (what a citation names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_KINDS = (
    "Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Công văn|Công điện|"
    "Tờ trình|Kế hoạch|Báo cáo|Thông báo|Hướng dẫn|Biên bản|Kết luận|Chương trình|Đề án|Văn bản|Quy định|Quy chế|"
    "Giấy mời|Hợp đồng|Lệnh|Phương án"
)
_DAY = (
    r"(?:ngày\s+)?(?P<day>\d{1,2})\s*(?:/|-|\.|\s+tháng\s+)\s*(?P<month>\d{1,2})"
    r"\s*(?:/|-|\.|\s+năm\s+)\s*(?P<year>\d{4})"
)
_CITATION = re.compile(
    rf"\b(?P<kind>(?i:{_KINDS}))\s+(?:(?P<name>[^;:.\d\n/]{{0,80}}?)\s+)?(?:[Ss]ố:?\s*)?"
    r"(?P<symbol>\d+[A-Z]?(?:\s?/\s?\d{4})?\s?/\s?[A-ZĐƯa-zđ][\w.Đđ]*(?:\s?[-–]\s?[A-ZĐ][\wĐđ]*)*)"
    rf"(?:\s*\(?\)?[,\s]+(?:ban hành\s+)?{_DAY})?(?:\s+của\s+(?P<issuer>[^;,.:\n()]{{3,70}}?)"
    r"(?=\s+(?:về|[Qq]uy định|hướng dẫn|ban hành|phê duyệt|tại|và|đã|ngày|v/v|V/v|sửa đổi|công bố|ủy|cho)\b"
    r"|[;,.:\n()]|$))?"
)
_LAW = re.compile(rf"\b(?P<kind>Bộ luật|Luật|Pháp lệnh)\s+(?P<name>[^;:\d\n]{{3,120}}?)\s+{_DAY}")


@dataclass(frozen=True, slots=True)
class Citation:
    """One cited document; None for what the text does not say."""

    kind: str
    symbol: str | None
    date: date | None
    issuer: str | None
    name: str | None = None  #: of a law, which is cited without symbol


def citations(text: str) -> Iterator[Citation]:
    """What is cited in a text without hard line breaks, in order, each symbol once."""
    seen: set[str] = set()
    for found in _CITATION.finditer(text):
        symbol = re.sub(r"\s", "", found["symbol"]).replace("–", "-")
        if symbol in seen:
            continue
        seen.add(symbol)
        yield Citation(_capitalised(found["kind"]), symbol, day_of(found), _clean(found["issuer"]))
    for found in _LAW.finditer(text):
        name = " ".join(f"{found['kind']} {found['name']}".split()).removesuffix(" ngày").rstrip(" ,")
        if "/" not in name and name not in seen:
            seen.add(name)
            yield Citation(_capitalised(found["kind"]), None, day_of(found), None, name)


def day_of(found: re.Match[str]) -> date | None:
    """The day that the groups ``day``, ``month`` and ``year`` of a match name; None for no day of the calendar."""
    try:
        return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except (TypeError, ValueError):
        return None


def _capitalised(kind: str) -> str:
    return kind[:1].upper() + kind[1:].lower()


def _clean(issuer: str | None) -> str | None:
    return " ".join(issuer.split()) if issuer else None
