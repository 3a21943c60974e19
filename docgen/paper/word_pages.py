"""On which page a paragraph of a Word file stands, as far as the program that saved it left a trace."""

from __future__ import annotations

from collections.abc import Iterable

from docgen.paper.word_text import Turn
from docgen.paper.word_xml import Element, whole

_EXTENDED = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
#: How far the letters that a program counted may be from those that are there, for its pages to be believed.
_BELIEVED = 0.1


class Pager:
    """Counts pages along the body. Cells of a row begin on one page, whatever the cell before them did."""

    def __init__(self) -> None:
        self.page = 1
        self._turned = False
        self._row: Element | None = None
        self._cell: Element | None = None
        self._row_began = 1
        self._row_ends = 1

    def place(self, turns: Iterable[Turn], row: Element | None = None, cell: Element | None = None) -> int:
        """The page on which a paragraph begins, in a row of an outermost table or in none."""
        if row is not self._row:
            self.page = max(self.page, self._row_ends)
            self._row_began = self.page
        elif cell is not self._cell:
            self.page = self._row_began
        self._row, self._cell = row, cell
        page = self._read(turns)
        self._row_ends = max(self._row_ends, self.page)
        return page

    def set_break(self) -> None:
        """Begin a page, as a section does."""
        self.place([Turn.SET])

    @property
    def last(self) -> int:
        """The page on which the body ends."""
        return max(self.page, self._row_ends)

    def _read(self, turns: Iterable[Turn]) -> int:
        began, with_words = self.page, None
        for turn in turns:
            if turn is Turn.WORDS:
                with_words = with_words or self.page
                self._turned = False
            elif turn is Turn.SET:
                self.page += 1
                self._turned = True
            elif self._turned:
                # The break that somebody set, seen again where its page begins.
                self._turned = False
            else:
                self.page += 1
        return with_words or began


def believed_pages(properties: Element | None, letters: int) -> int | None:
    """How many pages the program that saved the file counted, when its count of letters fits those that are there.

    Templates and converters leave counts of another text behind.
    """
    if properties is None:
        return None
    pages, counted = (whole(properties.findtext(f"{_EXTENDED}{name}")) for name in ("Pages", "Characters"))
    if not pages or not counted or pages < 1:
        return None
    return pages if abs(letters - counted) <= _BELIEVED * counted else None
