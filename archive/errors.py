"""Everything that can go wrong while keeping documents, one class per thing a caller can act on.

    ArchiveError
    ├── InvalidMetadataError        what was given cannot be kept; lists every problem
    ├── InvalidAddressError         the address of a store or a catalogue is not understood
    ├── RecordNotFoundError         no such record
    ├── OfficeNotFoundError         no such office
    ├── OfficeNotInForceError       the office exists, but not on that day
    ├── OfficePeriodsOverlapError   two periods of one office share a day
    ├── RequestConflictError        one request id, two contents
    ├── ClockMovedBackError         a number asked for a day before the last one given
    ├── NumberTakenError            number and notation already used by the office in the year
    ├── TransitionError             the record may not go from this status to that one
    ├── ObjectNotFoundError         no bytes of that name
    ├── ObjectCorruptError          bytes that do not hash to their name
    ├── StoreAwayError              the object store cannot take or give bytes now
    └── CatalogueAwayError          the database cannot answer now

Facts are attributes. `str(error)` is a Vietnamese sentence that tells the clerk (*văn thư*) what to do next.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from archive.record import Status


class ArchiveError(Exception):
    """Any failure of the archive; each class builds its own sentence from its facts."""

    def __str__(self) -> str:
        """What happened and what to do next, in Vietnamese."""
        return self._sentence()

    def __reduce__(self) -> tuple[type[ArchiveError], tuple[object, ...]]:
        """The class and its facts, so that an error crosses from one process to another."""
        names = getattr(self, "__dataclass_fields__", ())
        return type(self), tuple(getattr(self, name) for name in names)

    def _sentence(self) -> str:
        return "Kho lưu trữ văn bản gặp lỗi. Hãy báo quản trị viên."


@dataclass(eq=False)
class InvalidMetadataError(ArchiveError):
    """What was given cannot be kept: too long, not text, not a number. Nothing was stored."""

    problems: Sequence[str]

    def _sentence(self) -> str:
        return f"Thông tin văn bản chưa hợp lệ, hãy sửa rồi gửi lại: {'; '.join(self.problems)}."


@dataclass(eq=False)
class InvalidAddressError(ArchiveError):
    """The address of a store or a catalogue is not understood. Secrets are not in `address`."""

    address: str
    expected: str

    def _sentence(self) -> str:
        return f"Không hiểu địa chỉ “{self.address}” trong cấu hình. Hãy viết theo dạng {self.expected}."


@dataclass(eq=False)
class RecordNotFoundError(ArchiveError):
    """There is no record of that id, request id or digest."""

    key: str

    def _sentence(self) -> str:
        return f"Không tìm thấy văn bản “{self.key}” trong sổ. Hãy kiểm tra lại mã hoặc tìm theo số, trích yếu."


@dataclass(eq=False)
class OfficeNotFoundError(ArchiveError):
    """The office (*cơ quan*) was never entered."""

    code: str

    def _sentence(self) -> str:
        return f"Chưa có cơ quan mang mã “{self.code}”. Hãy nhập cơ quan này vào danh mục hoặc kiểm tra lại mã."


@dataclass(eq=False)
class OfficeNotInForceError(ArchiveError):
    """The office is known, but did not exist under that name on that day."""

    code: str
    day: date

    def _sentence(self) -> str:
        return (
            f"Cơ quan “{self.code}” không còn (hoặc chưa) hoạt động vào ngày {_day(self.day)}. "
            "Hãy chọn cơ quan khác hoặc cập nhật thời gian hiệu lực trong danh mục."
        )


@dataclass(eq=False)
class OfficePeriodsOverlapError(ArchiveError):
    """Two periods of one office share a day; the new one was not stored."""

    code: str
    valid_from: date
    other_from: date

    def _sentence(self) -> str:
        return (
            f"Thời gian hiệu lực của cơ quan “{self.code}” từ ngày {_day(self.valid_from)} trùng với "
            f"giai đoạn bắt đầu ngày {_day(self.other_from)}. Hãy kết thúc giai đoạn trước rồi nhập lại."
        )


@dataclass(eq=False)
class RequestConflictError(ArchiveError):
    """The request id was already used for another content; nothing was spent."""

    request_id: str

    def _sentence(self) -> str:
        return (
            f"Yêu cầu “{self.request_id}” đã được dùng cho một văn bản có nội dung khác. "
            "Nếu đây là văn bản mới, hãy gửi lại với mã yêu cầu mới."
        )


@dataclass(eq=False)
class ClockMovedBackError(ArchiveError):
    """The day is before the last day on which this register gave a number; nothing was spent."""

    register: str
    day: date
    last_day: date

    def _sentence(self) -> str:
        return (
            f"Sổ “{self.register}” đã cấp số đến ngày {_day(self.last_day)} nên không thể cấp số lùi về "
            f"ngày {_day(self.day)}. Hãy kiểm tra đồng hồ máy chủ, rồi gửi lại yêu cầu."
        )


@dataclass(eq=False)
class NumberTakenError(ArchiveError):
    """The office already used this number with this notation in this year; nothing was spent."""

    office: str
    year: int
    number: int
    notation: str

    def _sentence(self) -> str:
        return (
            f"Số {self.number:02d}/{self.notation} năm {self.year} của cơ quan “{self.office}” đã được cấp. "
            "Hãy kiểm tra xem hai sổ có đang dùng chung một ký hiệu, và chọn đúng sổ đăng ký."
        )


@dataclass(eq=False)
class TransitionError(ArchiveError):
    """The record may not go from one status to the other; it was not changed."""

    from_status: Status
    to_status: Status

    def _sentence(self) -> str:
        return (
            f"Văn bản đang ở trạng thái “{self.from_status.title_vi}” nên không chuyển được sang "
            f"“{self.to_status.title_vi}”. Hãy tải lại để xem trạng thái mới nhất của văn bản."
        )


@dataclass(eq=False)
class ObjectNotFoundError(ArchiveError):
    """The store has no bytes of that SHA-256."""

    sha256: str

    def _sentence(self) -> str:
        return f"Kho không có tệp mang mã băm {self.sha256}. Hãy báo quản trị viên khôi phục tệp này từ bản sao lưu."


@dataclass(eq=False)
class ObjectCorruptError(ArchiveError):
    """The stored bytes were changed behind our back: they do not hash to their name."""

    sha256: str
    found: str

    def _sentence(self) -> str:
        return (
            f"Tệp lưu trong kho không còn nguyên vẹn (mã băm phải là {self.sha256}, tệp có {self.found}). "
            "Không sử dụng tệp này; hãy báo quản trị viên khôi phục từ bản sao lưu."
        )


@dataclass(eq=False)
class StoreAwayError(ArchiveError):
    """The object store cannot take or give bytes now: unreachable, refused, full."""

    cause: str

    def _sentence(self) -> str:
        return (
            f"Kho lưu tệp đang không dùng được ({self.cause}). Số đã cấp vẫn được giữ; "
            "hãy gửi lại đúng yêu cầu này sau ít phút, nếu vẫn lỗi thì báo quản trị viên."
        )


@dataclass(eq=False)
class CatalogueAwayError(ArchiveError):
    """The database cannot answer now: unreachable, locked too long, disk full, not a catalogue."""

    cause: str

    def _sentence(self) -> str:
        return (
            f"Cơ sở dữ liệu sổ văn bản đang không dùng được ({self.cause}). "
            "Hãy gửi lại đúng yêu cầu này sau ít phút, nếu vẫn lỗi thì báo quản trị viên."
        )


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
