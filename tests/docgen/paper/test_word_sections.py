"""Sheets, page numbers and pages of a Word file are those that it says, and none where it says nothing."""

from __future__ import annotations

import pytest

from docgen.paper.model import Alignment, PageNumbers, Place, Sheet
from docgen.paper.word import word_paper
from tests.docgen.paper.word_files import A4, field, paragraph, run, table, word_file

LANDSCAPE = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
BREAK = '<w:r><w:br w:type="page"/></w:r>'
SEEN = "<w:r><w:lastRenderedPageBreak/></w:r>"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CENTRED = '<w:jc w:val="center"/>'
NUMBER = paragraph(field("PAGE"), CENTRED)


def header(kind: str = "default", place: str = "header", part: str = "header1") -> str:
    return f'<w:{place}Reference w:type="{kind}" r:id="{part}"/>'


def test_margins_are_millimetres_with_the_gutter() -> None:
    section = A4.replace('w:gutter="0"', 'w:gutter="284"')
    assert word_paper(word_file(paragraph(), section=section)).sheets == (
        Sheet(width=210.01, height=297.0, top=20.0, bottom=20.0, left=35.01, right=14.99),
    )


def test_each_section_is_a_sheet() -> None:
    first = paragraph("đứng", f"<w:sectPr>{A4}</w:sectPr>")
    read = word_paper(word_file(first + paragraph("ngang"), section=LANDSCAPE))
    assert [(sheet.width, sheet.height) for sheet in read.sheets] == [(210.01, 297.0), (297.0, 210.01)]
    assert [one.sheet for one in read.paragraphs] == [0, 1]


def test_a_file_that_says_nothing_has_the_sheet_that_word_takes() -> None:
    (sheet,) = word_paper(word_file(paragraph(), section="")).sheets
    assert (sheet.width, sheet.height, sheet.left) == (215.9, 279.4, 25.4)


def numbers(section: str, margins: dict[str, str], settings: str = "") -> PageNumbers | None:
    return word_paper(word_file(paragraph(), section=section, margins=margins, settings=settings)).sheets[0].numbers


@pytest.mark.parametrize(
    ("section", "first_shown", "arabic", "start"),
    [
        pytest.param(header(), True, True, None, id="on every page"),
        pytest.param(header() + "<w:titlePg/>", False, True, None, id="not on the first"),
        pytest.param(header() + header("first") + "<w:titlePg/>", True, True, None, id="on the first too"),
        pytest.param(header() + '<w:pgNumType w:fmt="upperRoman" w:start="3"/>', True, False, 3, id="Roman from three"),
        pytest.param(header() + '<w:pgNumType w:fmt="numberInDash"/>', True, True, None, id="between dashes"),
    ],
)
def test_page_numbers_of_a_section(section: str, first_shown: bool, arabic: bool, start: int | None) -> None:
    assert numbers(section, {"header1": NUMBER}) == PageNumbers(
        place=Place.HEADER,
        alignment=Alignment.CENTER,
        first_shown=first_shown,
        arabic=arabic,
        start=start,
        paragraph=2,
    )


@pytest.mark.parametrize(
    ("story", "alignment"),
    [
        pytest.param(NUMBER, Alignment.CENTER, id="as the paragraph"),
        pytest.param(paragraph(field("PAGE"), '<w:framePr w:xAlign="right"/>'), Alignment.RIGHT, id="in a frame"),
        pytest.param(f"<w:sdt><w:sdtContent>{NUMBER}</w:sdtContent></w:sdt>", Alignment.CENTER, id="in a control"),
        pytest.param(paragraph("<w:r><w:tab/></w:r>" + field("PAGE")), Alignment.CENTER, id="after a tabulator"),
        pytest.param(
            paragraph(
                "<w:r><w:tab/></w:r>" + field("PAGE"), '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>'
            ),
            Alignment.RIGHT,
            id="after a tabulator that ends at the right",
        ),
        pytest.param(
            paragraph(
                "<w:r><w:pict><v:shape style='mso-position-horizontal:center'><v:textbox><w:txbxContent>"
                + paragraph(field("PAGE"))
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            ),
            Alignment.CENTER,
            id="in a text box",
        ),
        pytest.param(paragraph('<w:fldSimple w:instr=" page ">' + run("1") + "</w:fldSimple>"), Alignment.LEFT,
                     id="a simple field"),
    ],
)  # fmt: skip
def test_a_page_number_stands_where_it_is_seen(story: str, alignment: Alignment) -> None:
    found = numbers(header(), {"header1": story})
    assert found is not None
    assert found.alignment is alignment


@pytest.mark.parametrize("code", ["NUMPAGES", "PAGEREF x", "DATE"])
def test_other_fields_are_no_page_numbers(code: str) -> None:
    assert numbers(header(), {"header1": paragraph(field(code))}) is None


def test_the_switch_of_the_field_beats_the_section() -> None:
    section = header() + '<w:pgNumType w:fmt="lowerRoman"/>'
    found = numbers(section, {"header1": paragraph(field(r"PAGE \* Arabic \* MERGEFORMAT"))})
    assert found is not None
    assert found.arabic


def test_a_header_that_the_section_does_not_show_has_no_page_number() -> None:
    assert numbers(header("even"), {"header1": NUMBER}) is None
    assert numbers(header("even"), {"header1": NUMBER}, "<w:evenAndOddHeaders/>") is not None


def test_a_section_takes_over_the_headers_of_the_one_before() -> None:
    body = paragraph("", f"<w:sectPr>{header()}</w:sectPr>") + paragraph()
    first, second = word_paper(word_file(body, margins={"header1": NUMBER}, section=LANDSCAPE)).sheets
    assert first.numbers == second.numbers
    assert first.numbers is not None


@pytest.mark.parametrize(
    ("body", "pages"),
    [
        pytest.param(paragraph("a") + paragraph("b"), [None, None], id="no trace"),
        pytest.param(paragraph("a") + paragraph(BREAK + run("b")), [None, None], id="a break alone is no trace"),
        pytest.param(paragraph("a") + paragraph(SEEN + run("b")), [1, 2], id="where Word began a page"),
        pytest.param(paragraph(run("a") + SEEN + run("b")) + paragraph("c"), [1, 2], id="in the middle"),
        pytest.param(
            paragraph("a") + paragraph(BREAK) + paragraph(SEEN + run("b")), [1, 1, 2], id="a break that is seen again"
        ),
        pytest.param(
            paragraph("a") + paragraph(SEEN + run("b"), "<w:pageBreakBefore/>"), [1, 2], id="a break of the paragraph"
        ),
        pytest.param(paragraph("a", f"<w:sectPr>{A4}</w:sectPr>") + paragraph(SEEN + run("b")), [1, 2], id="a section"),
        pytest.param(
            table((paragraph("a") + paragraph(SEEN + run("b")), paragraph("c") + paragraph(SEEN + run("d"))))
            + paragraph("e"),
            [1, 2, 1, 2, 2],
            id="cells side by side",
        ),
    ],
)
def test_pages_are_those_of_the_program_that_saved(body: str, pages: list[int | None]) -> None:
    assert [one.page for one in word_paper(word_file(body)).paragraphs] == pages


@pytest.mark.parametrize(
    ("counted", "pages"),
    [pytest.param(20, 1, id="of this text"), pytest.param(2_000, None, id="of another text")],
)
def test_a_count_of_pages_is_believed_when_its_count_of_letters_fits(counted: int, pages: int | None) -> None:
    app = f'<Properties xmlns="{PROPERTIES}"><Pages>1</Pages><Characters>{counted}</Characters></Properties>'
    read = word_paper(word_file(paragraph("hai mươi chữ cái không hơn"), more={"docProps/app.xml": app}))
    assert (read.pages, read.paragraphs[0].page) == (pages, pages)
