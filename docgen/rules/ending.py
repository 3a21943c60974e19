"""How the lines of a document end: the bases (*căn cứ*) and the last words of the body.

Source: NĐ 30/2020, PL I, P.I, II.6.a; the mark ``./.`` stands in every model form of PL III.
"""

from __future__ import annotations

from collections.abc import Sequence

#: The mark after the last word of a document. Source: NĐ 30/2020, PL III, Mẫu 1.1 to 1.9 (form only).
END_MARK = "./."


def basis_lines(bases: Sequence[str], *, continued: bool) -> list[str]:
    """One line for each basis: a semicolon after each, a full stop after the last.

    With ``continued`` the list goes on in the sentence that follows (*câu dẫn* that itself begins with
    ``Căn cứ``), so the last line ends with a semicolon too.

    Source: NĐ 30/2020, PL I, P.I, II.6.a.
    """
    stripped = [basis.rstrip(" ;.,") for basis in bases]
    last = ";" if continued else "."
    return [f"{basis};" for basis in stripped[:-1]] + [f"{stripped[-1]}{last}"] if stripped else []


def ended(text: str) -> str:
    """``text`` with the mark ``./.`` in place of its own last full stop or mark."""
    return text.rstrip().removesuffix(END_MARK).rstrip().removesuffix(".") + END_MARK
