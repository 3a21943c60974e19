"""Number (*số*), notation (*ký hiệu*) and the symbol that both make: ``07/QĐ-UBND``.

Source: NĐ 30/2020, PL I, P.I, II.3 and PL III, I.
"""

from __future__ import annotations

from collections.abc import Sequence

#: Spaces that stand for a number that is not taken yet, wide enough for four written digits.
BLANK_NUMBER = "\N{NO-BREAK SPACE}" * 8


def number_text(number: int) -> str:
    """``07`` for 7, ``123`` for 123: numbers below ten get a zero in front.

    Source: NĐ 30/2020, PL I, P.I, II.3.c.
    """
    if number < 1:
        raise ValueError(f"a document number starts at 1, got {number}")
    return f"{number:02d}"


def symbol(number: int, notation: str) -> str:
    """Number and notation with a slash and no spaces. Source: NĐ 30/2020, PL I, P.I, II.3.c."""
    return f"{number_text(number)}/{notation}"


def number_line(number: int | None, notation: str) -> str:
    """The line of box 3, ``Số: 07/QĐ-UBND``; without a number the place for it stays blank.

    Source: NĐ 30/2020, PL I, P.I, II.3.c; blank as in the forms of PL III.
    """
    return f"Số: {BLANK_NUMBER if number is None else number_text(number)}/{notation}"


def notation(parts: Sequence[str]) -> str:
    """The groups of letters joined by hyphens, empty groups left out.

    A document with a type name takes ``type-office``, a letter (*công văn*) ``office-drafting unit``.
    Source: NĐ 30/2020, PL I, P.I, II.3.b and c.
    """
    return "-".join(part for part in parts if part)


_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def roman(number: int) -> str:
    """A Roman number, for Phần, Chương and Phụ lục. Source: NĐ 30/2020, PL I, P.I, II.6.đ and III.1.a."""
    if number < 1:
        raise ValueError(f"Roman numbers start at 1, got {number}")
    text = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        text += letters * count
    return text


#: The Vietnamese alphabet without the letters that only differ by a mark on a vowel, as points are lettered.
POINT_LETTERS = "abcdđeghiklmnopqrstuvxy"


def point_letter(number: int) -> str:
    """``a`` for 1, ``đ`` for 5; after ``y`` comes ``aa``.

    Source: NĐ 30/2020, PL I, P.I, II.6.đ (Vietnamese alphabet: no f, j, w, z).
    """
    if number < 1:
        raise ValueError(f"points start at 1, got {number}")
    rounds, index = divmod(number - 1, len(POINT_LETTERS))
    return POINT_LETTERS[index] * (rounds + 1)
