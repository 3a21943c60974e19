"""What a PDF shows of the body: where its lines stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from docgen.check import checked
from docgen.paper.model import Box, Drawn, Line, Paper, Paragraph, Place, Rule, Run, Sheet, Source
from docgen.read.elements import Elements, Piece

WORDS = "Các cơ quan, đơn vị nghiêm túc triển khai thực hiện và báo cáo kết quả về phường."
#: Millimetres from line to line of 14 points, single.
STEP = 14 * 1.15 * 25.4 / 72


def _lines(top: float, *, indent: float, step: float, left: float, right: float, size: float) -> Iterator[Line]:
    ends = (right, right, 120.0)
    for index, end in enumerate(ends):
        start = left + (indent if index == 0 else 0)
        bottom = top + (index + 1) * step
        yield Line(
            runs=(Run(text=WORDS, font="Liberation Serif", size=size, bold=False, italic=False, colour="000000"),),
            box=Box(left=start, top=bottom - 5, right=end, bottom=bottom),
        )


def _page(
    *,
    indent: float = 12.7,
    step: float = STEP,
    gap: float = 6.0,
    left: float = 30.0,
    size: float = 14.0,
    ragged: float = 0.0,
) -> tuple[Paper, Elements]:
    """A page of eight paragraphs of three lines."""
    paragraphs = []
    top = 30.0
    for number in range(1, 9):
        lines = tuple(_lines(top, indent=indent, step=step, left=left, right=195.0 - ragged * (number % 3), size=size))
        paragraphs.append(Paragraph(number=number, lines=lines, page=1))
        top += 3 * step + gap * 25.4 / 72
    paper = Paper(source=Source.PDF, paragraphs=tuple(paragraphs), sheets=(Sheet(width=210, height=297),), pages=1)
    return paper, Elements(body=tuple(paragraphs))


@pytest.mark.parametrize(
    ("looks", "expected"),
    [
        pytest.param({}, [], id="right"),
        pytest.param({"indent": 10.0}, [], id="1 cm in"),
        pytest.param({"indent": 20.0}, ["C16"], id="2 cm in"),
        pytest.param({"indent": 0.0, "gap": 12.0}, ["C16"], id="not set in"),
        pytest.param({"gap": 0.0}, ["C16"], id="no gap"),
        pytest.param({"gap": 5.0}, [], id="a gap of almost 6 points"),
        pytest.param({"step": STEP * 1.5}, [], id="one and a half"),
        pytest.param({"step": STEP * 1.8}, ["C16"], id="1.8 lines"),
        pytest.param({"step": STEP * 0.85}, ["C16"], id="narrower than single"),
        pytest.param({"left": 34.0}, [], id="left margin 34 mm"),
        pytest.param({"left": 25.0}, ["C02"], id="left margin 25 mm"),
        pytest.param({"size": 13.9}, [], id="13.9 points, as a PDF rounds"),
        pytest.param({"size": 12.0, "step": STEP}, ["C16"], id="12 points"),
        pytest.param({"ragged": 5.0}, ["C16"], id="a ragged right edge"),
    ],
)
def test_the_body_of_a_pdf_is_measured(looks: dict[str, float], expected: list[str]) -> None:
    assert [finding.id for finding in checked(*_page(**looks))] == expected


def _numbered(place: Place, text: str, centre: float) -> Paragraph:
    line = Line(runs=(Run(text=text, size=14),), box=Box(left=centre - 1, top=10, right=centre + 1, bottom=15))
    return Paragraph(number=20, lines=(line,), place=place, page=2, sheet=1)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        pytest.param([(Place.HEADER, "2", 112.5)], [], id="in the middle of the text"),
        pytest.param([(Place.HEADER, "2", 105.0)], [], id="in the middle of the page"),
        pytest.param([(Place.HEADER, "2", 190.0)], ["C04"], id="at the right"),
        pytest.param([(Place.FOOTER, "2", 105.0)], ["C04"], id="at the foot"),
        pytest.param([], ["C04"], id="none"),
    ],
)
def test_the_second_page_of_a_pdf_has_a_number_in_the_middle_of_the_top(
    numbers: list[tuple[Place, str, float]], expected: list[str]
) -> None:
    paper, elements = _page()
    more = tuple(_numbered(*number) for number in numbers)
    sheets = (Sheet(width=210, height=297), Sheet(width=210, height=297))
    whole = Paper(source=Source.PDF, paragraphs=(*paper.paragraphs, *more), sheets=sheets, pages=2)
    assert [finding.id for finding in checked(whole, elements)] == expected


@pytest.mark.parametrize(
    ("word", "width", "height", "expected"),
    [
        pytest.param("KHẨN", 20.0, 8.0, [], id="KHẨN"),
        pytest.param("KHẨN", 30.0, 8.0, ["C27"], id="KHẨN in the frame of HỎA TỐC"),
        pytest.param("HOẢ TỐC", 30.0, 8.0, [], id="HOẢ TỐC"),
        pytest.param("THƯỢNG KHẨN", 40.0, 11.0, ["C27"], id="too high a frame"),
    ],
)
def test_the_frame_of_an_urgency_has_its_size(word: str, width: float, height: float, expected: list[str]) -> None:
    line = Line(
        runs=(Run(text=word, size=13, bold=True),), box=Box(left=52.0, top=50 - 2.5, right=38 + width - 2, bottom=52.5)
    )
    stamp = Paragraph(number=1, lines=(line,), page=1)
    edges = tuple(
        Rule(width=width, drawn=Drawn.BORDER, page=1, left=38.0, top=50 + side * height / 2) for side in (-1, 1)
    )
    paper = Paper(source=Source.PDF, paragraphs=(stamp,), sheets=(Sheet(width=210, height=297),), rules=edges, pages=1)
    elements = Elements(urgency=Piece(text=word, paragraph=stamp, line=line))
    assert [finding.id for finding in checked(paper, elements)] == expected
