"""Place names (*địa danh*) as box 4 writes them.

Source: NĐ 30/2020, PL I, P.I, II.4.a; PL II, III.1.b.
"""

from __future__ import annotations

#: Names of persons and events after which units are called; a unit's own settings may say so of any other.
#: Source: NĐ 30/2020, PL II, III.1.b (Quận 1, Phường Điện Biên Phủ), III.1.c (Thành phố Hồ Chí Minh).
HONOURED = frozenset(
    {
        "Hồ Chí Minh",
        "Điện Biên Phủ",
        "Bạch Đằng",
        "Đống Đa",
        "Hai Bà Trưng",
        "Lê Lợi",
        "Lý Thái Tổ",
        "Nguyễn Trãi",
        "Phạm Ngũ Lão",
        "Quang Trung",
        "Trần Hưng Đạo",
    }
)


def place_name(unit: str, name: str, *, honours: bool | None = None) -> str:
    """``Hưng Yên``, but ``Phường 15``, ``Phường Điện Biên Phủ``, ``Thành phố Hồ Chí Minh``.

    A unit named after a number, a person or an event keeps the word of its level, with a capital.

    Args:
        unit: the level: ``tỉnh``, ``thành phố``, ``xã``, ``phường``, ``đặc khu``.
        name: its proper name.
        honours: whether the name is that of a person or an event; by default as :data:`HONOURED` has it.
    """
    kept = name[:1].isdigit() or (name in HONOURED if honours is None else honours)
    return f"{unit[:1].upper()}{unit[1:]} {name}" if kept else name
