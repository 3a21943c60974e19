"""Who gets the document: ``Kính gửi`` (box 9a) and ``Nơi nhận`` (box 9b).

Source: NĐ 30/2020, PL I, P.I, II.9.
"""

from __future__ import annotations

from collections.abc import Sequence

#: Ways in which offices write that the addressees above get the document too.
AS_ABOVE = ("Như trên", "Như kính gửi")


def _listed(names: Sequence[str], last: str) -> list[str]:
    ends = [";"] * (len(names) - 1) + [last]
    return [f"- {name}{end}" for name, end in zip(names, ends, strict=True)]


def addressee_lines(addressees: Sequence[str]) -> list[str]:
    """The lines after ``Kính gửi:``: the bare name of one addressee, or one dashed line for each of several.

    Source: NĐ 30/2020, PL I, P.I, II.9.d.
    """
    return list(addressees) if len(addressees) == 1 else _listed(addressees, ".")


def recipient_lines(recipients: Sequence[str], *, as_above: bool, archive: str) -> list[str]:
    """The dashed lines under ``Nơi nhận:``, the line ``Lưu`` last.

    Args:
        recipients: names as the clerk gave them, in order.
        as_above: the document has ``Kính gửi``, so ``Như trên`` comes first unless the clerk wrote it.
        archive: what follows ``Lưu:``, such as ``VT, NC (2)``.

    Source: NĐ 30/2020, PL I, P.I, II.9.b and d.
    """
    names = list(recipients)
    if as_above and not any(name in AS_ABOVE for name in names):
        names.insert(0, AS_ABOVE[0])
    return _listed([*names, f"Lưu: {archive}"], ".")


def archive_text(unit: str, copies: int | None) -> str:
    """``VT, NC (2)``: the clerk's office, the drafting unit, the number of copies kept if known.

    Source: NĐ 30/2020, PL I, P.I, II.9.d; PL III, Mẫu 1.1 to 1.5.
    """
    return f"VT, {unit}" + (f" ({copies})" if copies else "")


def drafter_text(initials: str, copies: int | None = None) -> str:
    """``PL.(300)``: the drafter's initials and the number of copies issued (box 12).

    Source: NĐ 30/2020, PL I, P.I, III.3 and V (11).
    """
    return f"{initials.upper()}." + (f"({copies})" if copies else "")
