"""How a signer signs (*quyền hạn, chức vụ, họ tên*): the lines above and below the signature.

Source: NĐ 30/2020, Điều 13; PL I, P.I, II.7.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Prefix(StrEnum):
    """The abbreviations of the right by which a person signs. Source: NĐ 30/2020, PL I, P.I, II.7.b."""

    #: ký thay mặt tập thể: for the collective, before its name
    TM = "TM."
    #: ký thay: for the head, before the head's post
    KT = "KT."
    #: ký thừa lệnh: by order of the head
    TL = "TL."
    #: ký thừa ủy quyền: by written delegation of the head
    TUQ = "TUQ."
    #: quyền: entrusted with the head's post
    Q = "Q."


@dataclass(frozen=True, slots=True, kw_only=True)
class Authority:
    """One line of right: a prefix and whose right it is (``KT.`` of ``Chủ tịch``)."""

    prefix: Prefix
    of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Signatory:
    """A person who signs (*người ký*), with the right, post and name to print."""

    name: str
    position: str  #: chức vụ; empty where the line of right says it all (``Q. CHỦ TỊCH``)
    authority: Sequence[Authority] = ()
    other_position: str = ""  #: chức vụ khác, printed over the name (box 7b)
    rank: str = ""  #: quân hàm, học hàm: only where the head of the sector allows it (PL I, P.I, II.7.c)


def authority_lines(signatory: Signatory) -> list[str]:
    """The lines of box 7a in capitals: ``TM. ỦY BAN NHÂN DÂN``, ``KT. CHỦ TỊCH``, ``PHÓ CHỦ TỊCH``.

    Source: NĐ 30/2020, PL I, P.I, II.7.b and đ.
    """
    lines = [f"{line.prefix} {line.of.upper()}" for line in signatory.authority]
    return lines + ([signatory.position.upper()] if signatory.position else [])


def name_lines(signatory: Signatory) -> list[str]:
    """The lines of box 7b: another post in capitals if there is one, then rank and name.

    Source: NĐ 30/2020, PL I, P.I, II.7.c and đ.
    """
    other = [signatory.other_position.upper()] if signatory.other_position else []
    return [*other, f"{signatory.rank} {signatory.name}".strip()]


def metadata_position(signatory: Signatory) -> str:
    """The signer's post for the record, the right in front: ``KT. Chủ tịch, Phó Chủ tịch``.

    Source: NĐ 30/2020, PL VI, P.II (Position, 100 characters).
    """
    lines = [f"{line.prefix} {line.of}" for line in signatory.authority]
    return ", ".join([*lines, *([signatory.position] if signatory.position else [])])[:100]
