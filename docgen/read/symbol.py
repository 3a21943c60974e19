"""Number and notation (*số, ký hiệu*) as they are printed; None for what a hand wrote and recognition spoilt.

Source: NĐ 30/2020, PL I, P.I, II.3.
"""

from __future__ import annotations

import re

from docgen.read.fixed_words import KINDS
from docgen.read.folding import distance, squeezed

_SO = r"(?i:s\w)\s*[:;.,]?\s*"
#: a number as it should be: digits, perhaps the year of a legal document, a slash (or a dash, as Party bodies write)
_CLEAN = re.compile(
    _SO + r"(?P<digits>\d{1,5}(?:\.\d+)?[A-ZĐa-zđ]?|[.…_]*)(?P<gap>\s*)(?:/\s*\d{4}\s*)?"
    r"(?:/|(?<=\d)\s*(?=-\s*[A-ZĐ])|(?<=\d)\s+(?=[A-ZĐ]))\s*(?:-\s*(?=\S+/))?"
    r"(?P<notation>(?:(?<=-)|(?<=-\s))[A-ZĐ]+/.+|[A-ZĐƯ][^/]*)$"
)
_BLURRED = re.compile(_SO + r"(?P<digits>.*)(?P<gap>)/\s*(?P<notation>[A-ZĐƯa-zđ].*)$")
_BARE = re.compile(r"(?P<digits>)(?P<gap>)(?P<notation>[A-ZĐ][A-Za-z]*\s?-\s?[A-ZĐ]{2,})$")
_DIGITS = re.compile(r"^\d{1,5}(?:\.\d+)?[A-ZĐa-zđ]?$")
_NOTATION = re.compile(r"[A-ZĐƯa-zđ0-9.&()]+(?:[-/.,][A-ZĐƯa-zđ0-9.&()]+)*")


def symbol_of(words: str, *, kind: str | None, office: str, dated: bool, noisy: bool) -> tuple[str | None, str | None]:
    """Number and notation that the line of box 3 prints; the year of a legal document belongs to neither.

    In recognised text (``noisy``) a number counts only where no gap stands before the slash, the mark of a blank that
    a hand filled, and where the date beside it was read whole (``dated``). The notation is mended by the kind and by
    the initials of the ``office``.
    """
    text = words.replace("\N{FRACTION SLASH}", "/").replace("Ð", "Đ")
    found = _CLEAN.match(text) or _BLURRED.match(text) or _BARE.search(text)
    if not found:
        return None, None
    digits = found["digits"].strip()
    believed = bool(_DIGITS.match(digits)) and (not noisy or (not found["gap"] and dated))
    notation = re.sub(r"\s*[-–]\s*", "-", found["notation"].strip(" .,-–"))
    notation = re.sub(r"\s+", "", notation)
    mended = _mended(notation, KINDS.get(kind or "", ""), office) if noisy else notation
    return digits if believed else None, mended


def _mended(notation: str, wanted: str, office: str) -> str | None:
    """The notation with the kind's letters where one was misread, small letters made large where the office's agree."""
    head, dash, rest = notation.partition("-")
    misread = squeezed(head) != squeezed(wanted) and distance(squeezed(head), squeezed(wanted), 1) == 1
    if wanted and misread and len(head) == len(wanted):
        head = wanted
    if rest.islower() or head.islower():
        right = _initials(rest, office)
        if right is None:
            return None
        head, rest = (wanted or head.upper()) if head.islower() else head, right
    notation = head + dash + rest
    return notation if _NOTATION.fullmatch(notation) else None


def _initials(letters: str, office: str) -> str | None:
    """The initials of the office's name that these letters are, but for one; None where they are others."""
    initials = "".join(word[0] for word in office.split())
    if letters and squeezed(initials).startswith(squeezed(letters)):
        return initials[: len(letters)].upper()
    near = len(letters) == len(initials) > 2 and distance(squeezed(letters), squeezed(initials), 1) == 1
    return initials.upper() if near else None
