"""Words without their marks, and how far apart two words are: what makes reading of bad scans possible.

Every function keeps positions: the plain form of a text has one character for each of its own, so that a match found in
the one can be cut out of the other.
"""

from __future__ import annotations

import unicodedata

#: capital letters of Vietnamese, for use inside a regular expression's brackets
CAPITALS = "AÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬBCDĐEÈÉẺẼẸÊỀẾỂỄỆFGHIÌÍỈĨỊJKLMNOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢPQRSTUÙÚỦŨỤƯỪỨỬỮỰVWXYỲÝỶỸỴZ"


class _Bases(dict[int, str]):
    """Fills itself: the code of a character to its base letter in lower case."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        base = {"đ": "d", "Đ": "d", "⁄": "/", "∕": "/"}.get(char) or unicodedata.normalize("NFD", char)[0].lower()
        self[code] = base if len(base) == 1 else char
        return self[code]


_BASES = _Bases()


def plain(text: str) -> str:
    """The text in lower case without tone and vowel marks, ``đ`` as ``d``, character for character."""
    return text.translate(_BASES)


def squeezed(text: str) -> str:
    """Only the letters and digits of the plain text."""
    return "".join(char for char in plain(text) if char.isalnum())


def distance(one: str, other: str, limit: int) -> int:
    """Letters to change, add or drop to make one into the other; ``limit + 1`` where it is more than the limit."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, start=1):
        above, row[0] = row[0], i
        for j, b in enumerate(other, start=1):
            above, row[j] = row[j], min(above + (a != b), row[j] + 1, row[j - 1] + 1)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def find(phrase: str, text: str, limit: int) -> tuple[int, int] | None:
    """Start and end of the squeezed phrase in a plain text, spaces and marks between letters overlooked.

    Up to ``limit`` letters may be wrong. None where it is not there.
    """
    at = [i for i, char in enumerate(text) if char.isalnum()]
    letters = "".join(text[i] for i in at)
    start = letters.find(phrase)
    if start >= 0:
        return at[start], at[start + len(phrase) - 1] + 1
    if len(letters) + limit < len(phrase) or not _shares_enough(phrase, letters):
        return None
    span = _approximate(phrase, letters, limit)
    return (at[span[0]], at[span[1] - 1] + 1) if span else None


def _shares_enough(phrase: str, letters: str) -> bool:
    """Whether a third of the phrase's groups of three letters occur: a cheap test before the dear one."""
    groups = [phrase[i : i + 3] for i in range(len(phrase) - 2)]
    return sum(group in letters for group in groups) * 3 >= len(groups)


def _approximate(phrase: str, letters: str, limit: int) -> tuple[int, int] | None:
    """Where the phrase fits best (Sellers' algorithm): of equal fits the longest to the right."""
    costs = list(range(len(phrase) + 1))
    starts = [0] * (len(phrase) + 1)
    best, span = limit + 1, None
    for end, char in enumerate(letters, start=1):
        cost, origin = costs[0], starts[0]
        costs[0], starts[0] = 0, end
        for j, wanted in enumerate(phrase, start=1):
            options = (
                (cost + (char != wanted), origin),
                (costs[j] + 1, starts[j]),
                (costs[j - 1] + 1, starts[j - 1]),
            )
            cost, origin = costs[j], starts[j]
            costs[j], starts[j] = min(options, key=lambda option: option[0])
        if costs[-1] < best:
            best, span = costs[-1], (starts[-1], end)
    return span if span and span[0] < span[1] else None
