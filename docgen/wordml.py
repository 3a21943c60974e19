"""Pieces of WordprocessingML: paragraphs and tables of a body, ready for ``{{p body }}`` in a template.

Only style ids and text are written; how a style looks is the template's own business, so an office changes it in
Word. A table takes the width of the text and repeats its head on every page; its rows do not split.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.sax.saxutils import escape

from docgen.fonts import text_width
from docgen.rules.outline import Line, Style, Table
from docgen.rules.page import TWIPS_PER_MM

#: Points of the styles TableHead and TableCell, and millimetres that a cell keeps free beside its text.
_SIZE, _BESIDE = 13.0, 3.4
#: What a word ends at, so that a line may.
_ENDS = re.compile(r"[\s-]+")
_ALIGN = {"left": "left", "center": "center", "right": "right"}


def paragraph(style: str, *runs: tuple[str, bool]) -> str:
    """One paragraph of a named style, made of runs of text, each bold or not."""
    inner = "".join(
        f'<w:r>{"<w:rPr><w:b/></w:rPr>" if bold else ""}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
        for text, bold in runs
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inner}</w:p>'


def body_xml(lines: Sequence[Line | Table], width: float) -> str:
    """The lines and tables of a body as XML, in order; tables are ``width`` millimetres wide."""
    return "".join(_table(line, width) if isinstance(line, Table) else _line(line) for line in lines)


def _line(line: Line) -> str:
    if line.label and line.label_bold:
        return paragraph(line.style, (f"{line.label} ", True), (line.text, False))
    text = f"{line.label} {line.text}" if line.label else line.text
    return paragraph(Style(line.style), (text, False))


def _table(table: Table, width: float) -> str:
    widths = [round(column * TWIPS_PER_MM) for column in _widths(table, width)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    titles = [str(column["title"]) for column in table.columns]
    head = _row(["TableHead"] * len(titles), titles, widths, ["center"] * len(titles), head=True)
    aligns = [_ALIGN[column.get("align", "center" if column.get("numbered") else "left")] for column in table.columns]
    rows = "".join(_row(["TableCell"] * len(row), row, widths, aligns, head=False) for row in table.rows)
    total = sum(widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Bordered"/><w:tblW w:w="{total}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>'
        + paragraph("AfterTable")
    )


def _row(
    styles: Sequence[str], cells: Sequence[str], widths: Sequence[int], aligns: Sequence[str], *, head: bool
) -> str:
    inner = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escape(cell)}</w:t></w:r></w:p></w:tc>'
        for style, cell, width, align in zip(styles, cells, widths, aligns, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if head else ''}</w:trPr>{inner}</w:tr>"


def _widths(table: Table, width: float) -> list[float]:
    """Millimetres of each column: ``width`` shared by weight, where no word must break for it."""
    weights = [float(column.get("width", 1 if column.get("numbered") else 3)) for column in table.columns]
    least = [_longest_word(table, index) + _BESIDE for index in range(len(weights))]
    if sum(least) > width:
        least = [0.0] * len(weights)
    narrow: set[int] = set()
    while True:
        wide = [index for index in range(len(weights)) if index not in narrow]
        share = (width - sum(least[index] for index in narrow)) / (sum(weights[index] for index in wide) or 1)
        found = {index for index in wide if weights[index] * share < least[index]}
        if not found:
            return [least[index] if index in narrow else weights[index] * share for index in range(len(weights))]
        narrow |= found


def _longest_word(table: Table, index: int) -> float:
    """Millimetres of the longest word in a column and over it."""
    words = {word for row in table.rows for word in _ENDS.split(row[index])}
    head = _ENDS.split(str(table.columns[index]["title"]))
    return max(
        max(text_width(word, _SIZE, bold=True) for word in head),
        max((text_width(word, _SIZE, bold=False) for word in words), default=0.0),
    )
