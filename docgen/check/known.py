"""What is known of documents that others cite: their type, day and title.

The table holds only what was read in an official text; the archive may answer in its place for its own documents.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A document that may be cited (*văn bản viện dẫn*)."""

    kind: str  #: ``Thông tư``
    symbol: str  #: ``124/2021/TT-BCA``
    day: date
    title: str = ""  #: trích yếu
    issuer: str = ""  #: whose document it is, where others may have one of the same symbol


#: Asked with a symbol such as ``124/2021/TT-BCA``; empty where no document is known, several where offices or years
#: share it.
Citations = Callable[[str], Sequence[Cited]]

_TABLE = {
    cited.symbol: cited
    for cited in (
        Cited(
            kind="Thông tư",
            symbol="124/2021/TT-BCA",
            day=date(2021, 12, 28),
            title="Quy định khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, cơ sở giáo dục đạt tiêu chuẩn "
            "“An toàn về an ninh, trật tự”",
        ),
        Cited(
            kind="Quyết định",
            symbol="510/QĐ-BCA-V05",
            day=date(2022, 1, 20),
            title="Quy định tiêu chí đánh giá, phân loại phong trào toàn dân bảo vệ an ninh Tổ quốc",
        ),
        Cited(
            kind="Thông tư",
            symbol="48/2025/TT-BCA",
            day=date(2025, 6, 27),
            title="Sửa đổi, bổ sung một số điều của Thông tư số 09/2024/TT-BCA và Thông tư số 124/2021/TT-BCA",
        ),
        Cited(
            kind="Thông tư",
            symbol="23/2012/TT-BCA",
            day=date(2012, 4, 27),
            title="Quy định về khu dân cư, xã, phường, thị trấn, cơ quan, doanh nghiệp, nhà trường đạt tiêu chuẩn "
            "“An toàn về an ninh, trật tự”",
        ),
        Cited(kind="Nghị định", symbol="30/2020/NĐ-CP", day=date(2020, 3, 5), title="Về công tác văn thư"),
        Cited(
            kind="Nghị định",
            symbol="26/2020/NĐ-CP",
            day=date(2020, 2, 28),
            title="Quy định chi tiết một số điều của Luật Bảo vệ bí mật nhà nước",
        ),
        Cited(
            kind="Thông tư",
            symbol="24/2020/TT-BCA",
            day=date(2020, 3, 10),
            title="Ban hành biểu mẫu sử dụng trong công tác bảo vệ bí mật nhà nước",
        ),
        Cited(
            kind="Quyết định",
            symbol="20/2020/QĐ-TTg",
            day=date(2020, 7, 22),
            title="Về mã định danh điện tử của các cơ quan, tổ chức phục vụ kết nối, chia sẻ dữ liệu với các bộ, "
            "ngành, địa phương",
        ),
    )
}


def known(symbol: str) -> Sequence[Cited]:
    """The small table that always stands ready."""
    return [_TABLE[symbol]] if symbol in _TABLE else []
