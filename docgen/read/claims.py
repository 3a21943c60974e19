"""Which words of which rows are spoken for: no two elements of a header share a word."""

from __future__ import annotations

import re

from docgen.read.elements import Piece
from docgen.read.rows import Row

_RULE = re.compile(r"^[\W_oO]*$")


def is_rule(words: str) -> bool:
    """Whether the words are no words: a row of characters that draws a line, or noise."""
    return bool(_RULE.match(words))


class Claims:
    """The spans that were taken, by row."""

    def __init__(self) -> None:
        """Nothing is taken."""
        self._spans: dict[int, list[tuple[int, int]]] = {}

    def __contains__(self, row: Row) -> bool:
        """Whether anything of the row is taken."""
        return row.index in self._spans

    def take(self, row: Row, start: int, end: int) -> Piece:
        """The words as a piece; nobody else gets them."""
        self._spans.setdefault(row.index, []).append((start, end))
        return row.piece(start, end)

    def last_before(self, row: Row, position: int) -> int:
        """Where the last taken span before a position ends; 0 where there is none."""
        return max((end for _, end in self._spans.get(row.index, ()) if end <= position), default=0)

    def free(self, row: Row) -> list[tuple[int, int]]:
        """Columns of a row that nobody took, without drawn lines."""
        at = 0
        result: list[tuple[int, int]] = []
        for start, end in sorted(self._spans.get(row.index, ())):
            result += row.columns(at, start)
            at = max(at, end)
        result += row.columns(at)
        return [(start, end) for start, end in result if not is_rule(row.text[start:end])]
