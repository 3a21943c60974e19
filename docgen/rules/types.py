"""The named types of administrative documents (*tên loại văn bản*) and their abbreviations.

Source: NĐ 30/2020, Điều 7; PL III, I.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

#: Abbreviation of each of the 27 named types, by its name in capitals; công văn and thư công have none.
ABBREVIATIONS: Mapping[str, str] = MappingProxyType(
    {
        "NGHỊ QUYẾT": "NQ",
        "QUYẾT ĐỊNH": "QĐ",
        "CHỈ THỊ": "CT",
        "QUY CHẾ": "QC",
        "QUY ĐỊNH": "QyĐ",
        "THÔNG CÁO": "TC",
        "THÔNG BÁO": "TB",
        "HƯỚNG DẪN": "HD",
        "CHƯƠNG TRÌNH": "CTr",
        "KẾ HOẠCH": "KH",
        "PHƯƠNG ÁN": "PA",
        "ĐỀ ÁN": "ĐA",
        "DỰ ÁN": "DA",
        "BÁO CÁO": "BC",
        "BIÊN BẢN": "BB",
        "TỜ TRÌNH": "TTr",
        "HỢP ĐỒNG": "HĐ",
        "CÔNG ĐIỆN": "CĐ",
        "BẢN GHI NHỚ": "BGN",
        "BẢN THỎA THUẬN": "BTT",
        "GIẤY ỦY QUYỀN": "GUQ",
        "GIẤY MỜI": "GM",
        "GIẤY GIỚI THIỆU": "GGT",
        "GIẤY NGHỈ PHÉP": "GNP",
        "PHIẾU GỬI": "PG",
        "PHIẾU CHUYỂN": "PC",
        "PHIẾU BÁO": "PB",
    }
)
