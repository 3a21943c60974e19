"""Tables of a Word file: in which cell a paragraph stands, how wide the cell is, and whether lines are drawn.

Word sets the widths of columns anew when it opens a file; what is read here is what it wrote when it last did.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import accumulate

from docgen.paper.model import Cell
from docgen.paper.word_properties import visible_border
from docgen.paper.word_styles import NO_TABLE, Styles, TableLook
from docgen.paper.word_xml import VAL, Element, W, millimetres, twips, whole

_SIDES = {"top": "top", "bottom": "bottom", "left": "left", "right": "right", "start": "left", "end": "right"}
_SIDES |= {"insideH": "insideH", "insideV": "insideV"}
#: Gap between the sides of a cell and its text, in twentieths of a point, where nothing is said. Source: 17.4.42.
_CELL_GAP = 115.0
#: Bits of ``w:tblLook`` in old files.
_LOOKS = (("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100))
_CONDITIONS = {"firstRow": "firstRow", "lastRow": "lastRow", "firstColumn": "firstCol", "lastColumn": "lastCol"}


@dataclass(frozen=True, slots=True, kw_only=True)
class CellPlace:
    """A cell and what it does to the paragraphs in it."""

    cell: Cell
    look: TableLook = NO_TABLE
    text_width: float | None = None  #: twentieths of a point between its inner sides
    text_left: float = 0.0  #: twentieths of a point from the margin to its text
    top_line: str = "none"  #: only of cells that are not part of a drawn grid
    bottom_line: str = "none"


@dataclass(frozen=True, slots=True)
class _Column:
    """Where a cell lies in its row."""

    element: Element
    left: float
    width: float | None
    lines: Mapping[str, str]


class Tables:
    """The tables of one story; answers are remembered by cell."""

    def __init__(self, root: Element, styles: Styles, *, outer_indent: bool, first: int = 0) -> None:
        """``outer_indent``: whether the indent of a table is that of its text, as in files of Word 2010 and before.

        ``first`` is the number of the first table.
        """
        self._styles = styles
        self._outer_indent = outer_indent
        self._first = first
        self._numbers = {table: number for number, table in enumerate(root.iter(f"{W}tbl"), start=first)}
        self._places: dict[Element, CellPlace] = {}

    @property
    def next_number(self) -> int:
        """The number of the first table of the next story."""
        return self._first + len(self._numbers)

    def place(self, cell: Element, text_width: float) -> CellPlace | None:
        """Where a ``w:tc`` stands; ``text_width`` is that of the page, in twentieths of a point."""
        if cell not in self._places:
            table = next(cell.iterancestors(f"{W}tbl"), None)
            if table is None:
                return None
            self._read(table, text_width)
        return self._places.get(cell)

    def _read(self, table: Element, text_width: float) -> None:
        properties = table.find(f"{W}tblPr")
        style = self._styles.table_style(_attribute(properties, "tblStyle"))
        rows = [[cell for cell in row.iter(f"{W}tc") if _nearest(cell, "tr") is row] for row in _rows(table)]
        borders = self._borders(properties, style)
        gaps = self._gaps(properties, style)
        grid = [twips(column.get(f"{W}w")) or 0.0 for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        edges = list(accumulate(grid, initial=0.0))
        left = self._left(properties, style, grid, gaps, text_width)
        laid = [_columns(row, cells, edges, left, text_width) for row, cells in zip(_rows(table), rows, strict=True)]
        bordered = _drawn(borders, laid)
        looks = _looks(properties)
        for at, columns in enumerate(laid):
            for number, column in enumerate(columns):
                self._places[column.element] = CellPlace(
                    cell=Cell(
                        table=self._numbers[table],
                        row=at,
                        column=number,
                        columns=len(columns),
                        bordered=bordered,
                        left=millimetres(column.left),
                        width=None if column.width is None else millimetres(column.width),
                    ),
                    look=(style, _conditions(looks, at, len(laid), number, len(columns))),
                    text_width=None if column.width is None else max(column.width - sum(gaps), 0.0),
                    text_left=column.left + gaps[0],
                    top_line="none" if bordered else column.lines.get("top", "none"),
                    bottom_line="none" if bordered else column.lines.get("bottom", "none"),
                )

    def _borders(self, properties: Element | None, style: str) -> dict[str, str]:
        lines: dict[str, str] = {}
        for ancestor in self._styles.line(style, "table"):
            lines |= _lines(ancestor.element.find(f"{W}tblPr/{W}tblBorders"))
        return lines | _lines(None if properties is None else properties.find(f"{W}tblBorders"))

    def _gaps(self, properties: Element | None, style: str) -> tuple[float, float]:
        """Left and right gap of every cell."""
        elements = [ancestor.element.find(f"{W}tblPr/{W}tblCellMar") for ancestor in self._styles.line(style, "table")]
        elements.append(None if properties is None else properties.find(f"{W}tblCellMar"))
        gaps = {"left": _CELL_GAP, "right": _CELL_GAP}
        for element in elements:
            for child in () if element is None else element:
                side, width = _SIDES.get(str(child.tag).removeprefix(W), ""), twips(child.get(f"{W}w"))
                if side in gaps and width is not None:
                    gaps[side] = width
        return gaps["left"], gaps["right"]

    def _left(
        self, properties: Element | None, style: str, grid: list[float], gaps: tuple[float, float], text_width: float
    ) -> float:
        """Twentieths of a point from the margin to the left side of the table."""
        align = _attribute(properties, "jc")
        free = text_width - sum(grid)
        if align == "center":
            return free / 2
        if align in ("right", "end"):
            return free
        indent = twips(_attribute(properties, "tblInd", "w"))
        if indent is None:
            places = [a.element.find(f"{W}tblPr/{W}tblInd") for a in self._styles.line(style, "table")]
            indent = next((twips(e.get(f"{W}w")) for e in reversed(places) if e is not None), None)
        return (indent or 0.0) - (gaps[0] if self._outer_indent else 0.0)


def _rows(table: Element) -> list[Element]:
    return [row for row in table.iter(f"{W}tr") if _nearest(row, "tbl") is table]


def _nearest(element: Element, name: str) -> Element | None:
    return next(element.iterancestors(f"{W}{name}"), None)


def _attribute(properties: Element | None, name: str, attribute: str = "val") -> str | None:
    child = None if properties is None else properties.find(f"{W}{name}")
    return None if child is None else child.get(f"{W}{attribute}")


def _lines(borders: Element | None) -> dict[str, str]:
    """Side -> kind of line, ``none`` where it is switched off."""
    found = {}
    for child in () if borders is None else borders:
        side = _SIDES.get(str(child.tag).removeprefix(W))
        if side:
            found[side] = visible_border(child)
    return found


def _columns(row: Element, cells: list[Element], edges: list[float], left: float, text_width: float) -> list[_Column]:
    last = len(edges) - 1
    at = min(max(whole(_attribute(row.find(f"{W}trPr"), "gridBefore")) or 0, 0), last)
    columns = []
    for cell in cells:
        properties = cell.find(f"{W}tcPr")
        end = min(at + max(whole(_attribute(properties, "gridSpan")) or 1, 1), last)
        width = _width(properties, text_width) or (edges[end] - edges[at]) or None
        lines = _lines(None if properties is None else properties.find(f"{W}tcBorders"))
        columns.append(_Column(cell, left + edges[at], width, lines))
        at = end
    return columns


def _width(properties: Element | None, text_width: float) -> float | None:
    """The width that a cell asks for; in parts of the text's width where it says so."""
    text, kind = _attribute(properties, "tcW", "w"), _attribute(properties, "tcW", "type")
    if text and text.endswith("%"):
        return text_width * (twips(text[:-1]) or 0.0) / 100
    if kind == "pct":
        return text_width * (twips(text) or 0.0) / 5_000
    return twips(text) if kind in ("dxa", None) else None


def _drawn(borders: Mapping[str, str], rows: list[list[_Column]]) -> bool:
    """Whether lines of a grid are seen: those of the table that not every cell takes back, or sides of cells."""
    cells = [column.lines for columns in rows for column in columns]
    sides = any(lines.get(side, "none") != "none" for lines in cells for side in ("left", "right"))
    of_table = {side for side, kind in borders.items() if kind != "none"}
    if not of_table:
        return sides
    taken_back = bool(cells) and all(
        lines.get(side) == "none" for lines in cells for side in ("top", "bottom", "left", "right")
    )
    return sides or not taken_back


def _looks(properties: Element | None) -> frozenset[str]:
    """Which conditions of the table's style are switched on."""
    look = None if properties is None else properties.find(f"{W}tblLook")
    if look is None:
        return frozenset()
    try:
        bits = int(look.get(VAL, "0"), 16)
    except ValueError:
        bits = 0
    on_by_name = {name for name, _ in _LOOKS if look.get(f"{W}{name}", "0") in ("1", "true", "on")}
    return frozenset(on_by_name | {name for name, bit in _LOOKS if bits & bit and look.get(f"{W}{name}") is None})


def _conditions(looks: frozenset[str], row: int, rows: int, column: int, columns: int) -> tuple[str, ...]:
    """Conditions that hold for one cell, the weakest first."""
    held = [
        ("firstColumn", column == 0),
        ("lastColumn", column == columns - 1),
        ("firstRow", row == 0),
        ("lastRow", row == rows - 1 and rows > 1),
    ]
    return tuple(_CONDITIONS[name] for name, holds in held if holds and name in looks)
