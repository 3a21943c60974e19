"""Long tables as a reader gets them: no cell is lost or cut, the head stands on every page, and pages are full."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from typing import Any

import pypdfium2
import pytest

from docgen.convert.tables import eased
from docgen.rules.page import Page
from docgen.workshop import Workshop
from tests.documents import NUMBERED, POINTS_PER_MM, ReadPdf, example

ROWS, COLUMNS = (10, 25, 45, 60, 130, 400), (3, 8, 12)
TABLES = list(product(ROWS, COLUMNS))
#: Sizes whose tables alone in a document LibreOffice cut into pieces that it did not join again.
CUT = [(25, 8), (45, 8)]
#: Letters that make the words of cells: three fit the narrowest column, and such a middle one is in no other word.
NARROW, MIDDLE = "abcdeghiklnopqrstuvxy0123456789", "0123456789zfjxqkvd"
#: Share of its height that a page is filled to before the next one begins.
FULL = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What stands on a page: its words, and how far from the top margin its lowest one ends, as a share."""

    words: Sequence[str]
    filled: float
    inside: bool


def sheets(pdf: bytes) -> list[Sheet]:
    """The pages of a PDF."""
    read = ReadPdf(pdf)
    return [_sheet(page, read.sheet(index)) for index, page in enumerate(pypdfium2.PdfDocument(io.BytesIO(pdf)))]


def _sheet(page: pypdfium2.PdfPage, size: Page) -> Sheet:
    reader = page.get_textpage()
    boxes = [[side / POINTS_PER_MM for side in reader.get_rect(index)] for index in range(reader.count_rects())]
    low = min(box[1] for box in boxes)
    return Sheet(
        words=reader.get_text_bounded().split(),
        filled=(size.height - size.top - low) / (size.height - size.top - size.bottom),
        inside=low >= size.bottom - 0.5
        and all(size.left - 0.5 <= box[0] and box[2] <= size.width - size.right + 0.5 for box in boxes),
    )


@cache
def tables() -> tuple[dict[str, Any], ...]:
    """A table of every size; every cell begins with a word of its own, and every twentieth row is taller."""
    words = ("".join(letters) for letters in product(NARROW, MIDDLE, NARROW))

    def rows(count: int, columns: int) -> Iterator[list[str]]:
        for index in range(count):
            cells = list(islice(words, columns))
            yield [*cells[:-1], f"{cells[-1]} và dài hơn"] if index % 20 == 7 else cells

    return tuple(
        {
            "type": "table",
            "columns": [{"title": f"B{index}" if number == 0 else "Cột"} for number in range(columns)],
            "rows": list(rows(count, columns)),
        }
        for index, (count, columns) in enumerate(TABLES)
    )


def lies(size: tuple[int, int]) -> bool:
    """Whether the table of this size lies across in the document that holds all: every other one."""
    return TABLES.index(size) % 2 == 0


def annex(size: tuple[int, int], *, across: bool) -> dict[str, Any]:
    """An annex that holds the table of this size."""
    return {"title": "Bảng dài", "landscape": across, "body": [tables()[TABLES.index(size)]]}


def letter(workshop: Workshop, **parts: Any) -> list[Sheet]:
    """The pages of a letter with these parts."""
    one = example("cong_van/ubnd-hung-yen")
    content = one.kind.checked({**one.content, **parts})
    return sheets(workshop.pdf(one.kind, content, one.issuer, NUMBERED).data)


@pytest.fixture(scope="module")
def everything(workshop: Workshop) -> list[Sheet]:
    """The pages of a letter with every table as an annex of its own."""
    return letter(workshop, annexes=[annex(size, across=lies(size)) for size in TABLES])


def judge(read: list[Sheet], size: tuple[int, int]) -> None:
    """Every cell of the table stands once on the pages with its head, inside the margins; the pages are full."""
    table = tables()[TABLES.index(size)]
    pages = [sheet for sheet in read if table["columns"][0]["title"] in sheet.words]
    shown = Counter(word for sheet in pages for word in sheet.words)
    assert [cell for row in table["rows"] for cell in row if shown[cell.split()[0]] != 1] == []
    assert all(sheet.inside for sheet in pages)
    assert [sheet.filled for sheet in pages[:-1] if sheet.filled < FULL] == []


@pytest.mark.parametrize("size", TABLES, ids=str)
def test_a_table_among_others_shows_every_cell_once_on_full_pages_that_repeat_its_head(
    everything: list[Sheet], size: tuple[int, int]
) -> None:
    judge(everything, size)


@pytest.mark.parametrize("across", [False, True], ids=["upright", "across"])
@pytest.mark.parametrize("size", CUT, ids=str)
def test_a_table_in_the_only_annex_shows_every_cell_once_on_full_pages_that_repeat_its_head(
    workshop: Workshop, size: tuple[int, int], across: bool
) -> None:
    judge(letter(workshop, annexes=[annex(size, across=across)]), size)


@pytest.mark.parametrize("before", [0, 12, 30])
def test_a_table_after_text_shows_every_cell_once_on_full_pages_that_repeat_its_head(
    workshop: Workshop, before: int
) -> None:
    text = [{"type": "paragraph", "text": f"Đoạn thứ {index} của công văn"} for index in range(before)]
    judge(letter(workshop, body=[*text, tables()[TABLES.index((45, 8))]]), (45, 8))


def test_a_column_is_wide_enough_for_its_longest_word_where_the_others_leave_room(workshop: Workshop) -> None:
    columns = [{"title": "Nội dung công việc", "width": 12}, {"title": "Nghiêng", "width": 1}]
    table = {"type": "table", "columns": columns, "rows": [["Một việc", "khoảng"]]}
    (words,) = (sheet.words for sheet in letter(workshop, body=[table]))
    assert {"Nghiêng", "khoảng"} <= set(words)


@pytest.mark.parametrize("name", ["giay_cong_nhan/truong-thcs", "nghi_quyet/phu-luc-kho-ngang"])
def test_a_document_without_a_long_table_is_converted_as_it_is(workshop: Workshop, name: str) -> None:
    one = example(name)
    docx = workshop.docx(one.kind, one.content, one.issuer, NUMBERED)
    assert eased(docx) is docx


def test_what_is_no_word_document_is_left_to_libreoffice() -> None:
    assert eased(b"PK\x03\x04 rubbish") == b"PK\x03\x04 rubbish"
