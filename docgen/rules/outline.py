"""The body (*nội dung*) as numbered lines: Phần, Chương, Mục, Điều, khoản, điểm and the I., 1., 3.1. scheme.

A clerk gives nested blocks without numbers; ``outline`` gives back the lines to print, in order, each with its
label. Tables come back as they are, in their place.

Source: NĐ 30/2020, PL I, P.I, II.6.c to e, and V (6a, 6b).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from docgen.rules.numbering import point_letter, roman


class Style(StrEnum):
    """How a line is set; the value is the id of a paragraph style in the Word template."""

    #: ``Phần I``, ``Chương II``, ``Mục 1``: a centred bold line of its own
    DIVISION = "Division"
    #: the title under such a line: centred, bold, in capitals
    DIVISION_TITLE = "DivisionTitle"
    #: ``Điều 1. Tiêu đề``: bold, set in
    ARTICLE = "Article"
    #: ``I. MỤC ĐÍCH``: bold, in capitals
    HEADING = "Heading"
    #: ``1. Tiêu đề`` of a khoản with a title: bold, a line of its own
    CLAUSE_TITLE = "ClauseTitle"
    #: running text, with or without a number in front
    BODY = "Body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One paragraph of the body."""

    style: Style
    label: str = ""  #: the number in front, with its stop: ``Điều 1.``, ``a)``, ``-``
    text: str = ""
    label_bold: bool = False  #: the label is bold though the text is not (``Điều 1.`` before running text)

    @property
    def plain(self) -> str:
        """The whole line as it is read."""
        return f"{self.label} {self.text}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table of the body: columns as the content gives them, rows filled up with their running numbers."""

    columns: Sequence[Mapping[str, Any]]
    rows: Sequence[Sequence[str]]


Block = Mapping[str, Any]

#: Blocks whose numbers run through the whole document; all others start anew in every parent.
_CONTINUOUS = frozenset({"part", "chapter", "article"})
_DIVISIONS = {"part": "Phần", "chapter": "Chương", "section": "Mục", "subsection": "Tiểu mục"}


#: Lines of a table that still fit into the 999 pages that a record can state (PL VI, P.II, PageAmount).
MOST_TABLE_LINES = 25_000
#: Letters of 13 points that stand on a line as wide as the text.
_LETTERS = 75


def table_problems(blocks: Sequence[Block], path: str) -> Iterator[tuple[str, str]]:
    """Place and fault of every table whose rows do not fit its columns, or that would fill a book."""
    for index, block in enumerate(blocks):
        here = f"{path}[{index}]"
        if block["type"] == "table":
            yield from _misfits(block, here)
        yield from table_problems(block.get("children", ()), f"{here}.children")


def _misfits(block: Block, path: str) -> Iterator[tuple[str, str]]:
    columns = [column for column in block["columns"] if not column.get("numbered")]
    for index, row in enumerate(block["rows"]):
        if len(row) != len(columns):
            yield f"{path}.rows[{index}]", f"hàng có {len(row)} ô, bảng có {len(columns)} cột cần điền"
    narrowest = min(float(column.get("width", 3)) for column in block["columns"])
    share = narrowest / sum(float(column.get("width", 3)) for column in block["columns"])
    longest = (max(map(len, row), default=0) for row in block["rows"])
    if sum(1 + length / (_LETTERS * share) for length in longest) > MOST_TABLE_LINES:
        yield f"{path}.rows", "bảng quá dài; hãy chia thành nhiều văn bản hoặc nới rộng cột"


@dataclass(slots=True)
class _Counters:
    """Running numbers: those of the document, and those of the parent that is being read."""

    document: dict[str, int]
    parent: dict[str, int]
    prefix: str = ""  #: number of the clause above, for ``3.1.``

    def next(self, kind: str) -> int:
        numbers = self.document if kind in _CONTINUOUS else self.parent
        numbers[kind] = numbers.get(kind, 0) + 1
        return numbers[kind]

    def inside(self, prefix: str) -> _Counters:
        return _Counters(document=self.document, parent={}, prefix=prefix)


def outline(blocks: Sequence[Block]) -> list[Line | Table]:
    """Every line and table of a body, in order, numbered.

    Source: NĐ 30/2020, PL I, P.I, II.6.đ.
    """
    return list(_read(blocks, _Counters(document={}, parent={})))


def _read(blocks: Sequence[Block], counters: _Counters) -> Iterator[Line | Table]:
    for block in blocks:
        kind = block["type"]
        if kind == "table":
            yield _table(block)
            continue
        number = "" if kind in ("paragraph", "dash") else _number(kind, counters)
        yield from _lines(block, number)
        yield from _read(block.get("children", ()), counters.inside(number or counters.prefix))


def _number(kind: str, counters: _Counters) -> str:
    value = counters.next(kind)
    match kind:
        case "part" | "chapter" | "heading":
            return roman(value)
        case "point":
            return point_letter(value)
        case "subclause":
            return f"{counters.prefix}.{value}" if counters.prefix else str(value)
        case _:
            return str(value)


def _lines(block: Block, number: str) -> Iterator[Line]:
    kind, title, text = block["type"], block.get("title", ""), _with_items(block)
    match kind:
        case "part" | "chapter" | "section" | "subsection":
            yield Line(style=Style.DIVISION, text=f"{_DIVISIONS[kind]} {number}")
            yield Line(style=Style.DIVISION_TITLE, text=title.upper())
        case "heading":
            yield Line(style=Style.HEADING, label=f"{number}.", text=title.upper())
        case "article":
            yield from _titled(Style.ARTICLE, f"Điều {number}.", title, text)
        case "clause" | "subclause":
            yield from _titled(Style.CLAUSE_TITLE, f"{number}.", title, text)
        case "point":
            yield from _titled(Style.BODY, f"{number})", title, text)
        case "dash":
            yield Line(style=Style.BODY, label="-", text=text)
        case _:
            yield Line(style=Style.BODY, text=text)


def _titled(style: Style, label: str, title: str, text: str) -> Iterator[Line]:
    """A title on its own line and the text below it, or the text right after the number."""
    if title:
        yield Line(style=style, label=label, text=title)
        if text:
            yield Line(style=Style.BODY, text=text)
    else:
        yield Line(style=Style.BODY, label=label, text=text, label_bold=style is Style.ARTICLE)


def _with_items(block: Block) -> str:
    """The text of a block, its run-in items behind it: ``… (1) Tham mưu … (2) Hằng năm …``."""
    items = [f"({index}) {item}" for index, item in enumerate(block.get("items", ()), 1)]
    return " ".join([*([block["text"]] if "text" in block else []), *items])


def _table(block: Block) -> Table:
    columns = block["columns"]
    rows = [_filled(columns, row, index) for index, row in enumerate(block["rows"], 1)]
    return Table(columns=columns, rows=rows)


def _filled(columns: Sequence[Mapping[str, Any]], row: Sequence[str], number: int) -> list[str]:
    """The cells of a row, one for each column: numbers where the service counts, blanks where cells lack."""
    cells = iter(row)
    return [str(number) if column.get("numbered") else next(cells, "") for column in columns]
