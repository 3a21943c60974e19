"""A long list of recipients (*nơi nhận*) beside a signature: its first lines stand there, the rest may run on.

The row of the signature block never splits, so that the signature keeps with the last words of the body. Forty
recipients in that row would fill a page of their own or fit on none; so the row takes only as many as stand beside
the signature, and a row below, which may split, takes the others.

Source: NĐ 30/2020, PL I, P.I, II.9.d (level with the signature, one below the other); how a list breaks is practice.
"""

from __future__ import annotations

from math import ceil

from lxml import etree

from docgen.fonts import line_count
from docgen.rules.page import CHOSEN, MM_PER_POINT, TWIPS_PER_MM

Element = etree._Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Lines of recipients that a signature block holds without ado.
_MOST = 24
#: Recipients that stay with a signature above them.
_UNDER = 3
#: Height of a line of Times New Roman in its size.
_LEADING = 1.15
#: Millimetres of the gap in which the signature stands (style ``SignatureGap``).
_GAP = 26.0


def flow(table: Element) -> None:
    """Give the rest of a long list in a signature block a row of its own."""
    for row in table.findall(f"{_W}tr"):
        cells = row.findall(f"{_W}tc")
        if len(cells) == 2 and _count(listed := _of_style(cells[0], "Recipients"), cells[0]) > _MOST:
            beside = _beside(listed, cells)
            if listed[beside:]:
                _run_on(row, cells, listed[beside:])


def _of_style(cell: Element, *styles: str) -> list[Element]:
    found = []
    for paragraph in cell.findall(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if style is not None and style.get(f"{_W}val") in styles:
            found.append(paragraph)
    return found


def _width(cell: Element) -> float:
    width = cell.find(f"{_W}tcPr/{_W}tcW")
    return 0.0 if width is None else int(width.get(f"{_W}w", "0")) / TWIPS_PER_MM


def _lines(paragraph: Element, width: float, size: float, *, bold: bool) -> int:
    text = "".join(part.text or "" for part in paragraph.iter(f"{_W}t"))
    return max(1, line_count(text, size, width, bold=bold))


def _count(paragraphs: list[Element], cell: Element) -> int:
    return sum(_lines(one, _width(cell), CHOSEN["recipients"], bold=False) for one in paragraphs)


def _beside(listed: list[Element], cells: list[Element]) -> int:
    """How many of the recipients fill the height of the signature beside them; some where they stand under one."""
    size = CHOSEN["authority"]
    if _of_style(cells[0], "Signer"):
        return _UNDER
    words = _of_style(cells[1], "Authority", "Signer")
    lines = sum(_lines(one, _width(cells[1]), size, bold=True) for one in words)
    height = lines * size * _LEADING * MM_PER_POINT + (_GAP if words else 0.0)
    room = ceil(height / (CHOSEN["recipients"] * _LEADING * MM_PER_POINT))
    for index, one in enumerate(listed):
        room -= _lines(one, _width(cells[0]), CHOSEN["recipients"], bold=False)
        if room < 0:
            return index + 1
    return len(listed)


def _run_on(row: Element, cells: list[Element], rest: list[Element]) -> None:
    below = etree.Element(f"{_W}tr")
    for cell, inner in zip(cells, (rest, [etree.Element(f"{_W}p")]), strict=True):
        new = etree.SubElement(below, f"{_W}tc")
        properties = cell.find(f"{_W}tcPr")
        if properties is not None:
            new.append(etree.fromstring(etree.tostring(properties)))
        new.extend(inner)
    row.addnext(below)
