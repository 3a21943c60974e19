"""The input fields of an outgoing document (*văn bản đi*), and the longest value each may have.

Source: NĐ 30/2020, PL VI, P.II, “Thông tin đầu vào của văn bản đi”. The number, the notation, the date and
the number of pages are not here: they belong to the record.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from archive.search.fold import is_storable


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCode:
    """The file (*mã hồ sơ*) that the document belongs to."""

    organ_id: str = ""
    """Mã định danh cơ quan lập danh mục hồ sơ."""
    catalog: int | None = None
    """Năm hình thành hồ sơ."""
    notation: str = ""
    """Số và ký hiệu hồ sơ, such as ``01.TCCB``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What the register and the exchange say about a document. Empty text means: not stated."""

    organ_name: str
    """Tên cơ quan ban hành."""
    subject: str
    """Trích yếu nội dung."""
    type_name: str = ""
    """Tên loại văn bản; empty for an official letter (*công văn*)."""
    language: str = "Tiếng Việt"
    description: str = ""
    """Ghi chú."""
    signer_position: str = ""
    signer_name: str = ""
    recipients: tuple[str, ...] = ()
    """Nơi nhận, the names in the order printed."""
    priority: int | None = None
    """Mức độ khẩn, one digit; the decree gives no list of codes."""
    copies: int | None = None
    """Số lượng bản phát hành."""
    due_date: date | None = None
    """Hạn trả lời văn bản."""
    file_code: FileCode | None = None
    doc_ordinal: int | None = None
    """Số thứ tự văn bản trong hồ sơ."""


#: code -> (tên trường, longest value in characters). Source: NĐ 30/2020, PL VI, P.II. OrganId has 13 there
#: and 35 in the later exchange rules (QĐ 20/2020/QĐ-TTg), which we follow.
LIMITS: Mapping[str, tuple[str, int]] = {
    "FileCode.OrganId": ("mã định danh cơ quan lập danh mục hồ sơ", 35),
    "FileCode.FileCatalog": ("năm hình thành hồ sơ", 4),
    "FileCode.FileNotation": ("số và ký hiệu hồ sơ", 20),
    "DocOrdinal": ("số thứ tự văn bản trong hồ sơ", 3),
    "TypeName": ("tên loại văn bản", 100),
    "CodeNumber": ("số của văn bản", 11),
    "CodeNotation": ("ký hiệu của văn bản", 30),
    "OrganName": ("tên cơ quan ban hành", 200),
    "Subject": ("trích yếu nội dung", 500),
    "Language": ("ngôn ngữ", 30),
    "PageAmount": ("số trang", 3),
    "Description": ("ghi chú", 500),
    "SignerInfo.Position": ("chức vụ người ký", 100),
    "SignerInfo.FullName": ("họ và tên người ký", 50),
    "To.OrganName": ("nơi nhận", 200),
    "Priority": ("mức độ khẩn", 1),
    "IssuedAmount": ("số lượng bản phát hành", 3),
}


def problems(metadata: Metadata) -> list[str]:
    """What is wrong with the fields, each named by its Vietnamese name and its code; empty if nothing."""
    return [problem for code, value in _values(metadata) if (problem := problem_of(code, value))]


def problem_of(code: str, value: str | int) -> str | None:
    """What is wrong with one field, or None. Characters are counted in NFC, numbers by their digits."""
    title, limit = LIMITS[code]
    if isinstance(value, int):
        if not 0 <= value < 10**limit:
            return f"{title} ({code}) phải là số từ 0 đến {10**limit - 1}"
        return None
    if not is_storable(value):
        return f"{title} ({code}) có ký tự không lưu được (NUL hoặc ký tự hỏng)"
    length = len(unicodedata.normalize("NFC", value))
    if length > limit:
        return f"{title} ({code}) dài {length} ký tự, tối đa {limit}"
    return None


def _values(metadata: Metadata) -> Iterator[tuple[str, str | int]]:
    """The stated fields with their codes, in the order of the decree."""
    file_code = metadata.file_code or FileCode()
    for code, value in (
        ("FileCode.OrganId", file_code.organ_id),
        ("FileCode.FileCatalog", file_code.catalog),
        ("FileCode.FileNotation", file_code.notation),
        ("DocOrdinal", metadata.doc_ordinal),
        ("TypeName", metadata.type_name),
        ("OrganName", metadata.organ_name),
        ("Subject", metadata.subject),
        ("Language", metadata.language),
        ("Description", metadata.description),
        ("SignerInfo.Position", metadata.signer_position),
        ("SignerInfo.FullName", metadata.signer_name),
        *(("To.OrganName", name) for name in metadata.recipients),
        ("Priority", metadata.priority),
        ("IssuedAmount", metadata.copies),
    ):
        if value is not None:
            yield code, value
