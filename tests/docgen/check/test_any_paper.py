"""No rule fails on any paper, however odd."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docgen.check import checked
from docgen.paper.model import (
    Alignment,
    Box,
    Cell,
    Drawn,
    Layout,
    Line,
    PageNumbers,
    Paper,
    Paragraph,
    Place,
    Remark,
    Rule,
    Run,
    Sheet,
    Source,
)
from docgen.read.elements import Annex, Elements, Piece, SignatureBlock

_LENGTHS = st.floats(min_value=-50, max_value=400)
_SIZES = st.none() | st.floats(min_value=0, max_value=100)
_FLAGS = st.none() | st.booleans()
_TEXTS = st.sampled_from(
    [
        "",
        " ",
        "\t- Lưu VT",
        "Số: 7/",
        "Số:/",
        "Số: " + "9" * 5000 + "/QĐ",
        "A, ngày 1 tháng 1 năm " + "9" * 5000,
        "Số: /QĐ-–",
        "ngày tháng năm",
        "A, ngày 99 tháng 99 năm 99",
        "Kính gửi",
        "Điều 1",
        "Chương I. A",
        "I. A",
        "a)",
        "a) b",
        "đ/ x",
        "1/ x",
        "V/v",
        "TM.",
        "TS. ",
        "Nơi nhận",
        "Luật số 1/2020/QH1",
        "Thông tư 124/2021/TT-BCA ngày 31/2/2021",
        "Phụ lục",
        "Phụ lục 1",
        "ĐẢNG CỘNG SẢN VIỆT NAM",
        "“" * 3,
        "x" * 400,
    ]
) | st.text(max_size=20)
_RUNS = st.builds(
    Run,
    text=_TEXTS,
    font=st.sampled_from([None, "", "Times New Roman", "Arial,Bold"]),
    size=_SIZES,
    bold=_FLAGS,
    italic=_FLAGS,
    colour=st.sampled_from([None, "000000", "FF0000", "zz", ""]),
)
_BOXES = st.builds(Box, left=_LENGTHS, top=_LENGTHS, right=_LENGTHS, bottom=_LENGTHS)
_LINES = st.builds(Line, runs=st.lists(_RUNS, max_size=2).map(tuple), box=st.none() | _BOXES)
_LAYOUTS = st.builds(
    Layout,
    alignment=st.sampled_from(Alignment),
    first_line=_LENGTHS,
    left=_LENGTHS,
    right=_LENGTHS,
    before=_LENGTHS,
    after=_LENGTHS,
    spacing=_SIZES,
    exact=_SIZES,
    style=st.sampled_from(["", "Normal"]),
    same_style_gap=st.booleans(),
)
_SMALL = st.integers(min_value=0, max_value=3)
_CELLS = st.builds(
    Cell, table=_SMALL, row=_SMALL, column=_SMALL, columns=_SMALL, bordered=st.booleans(), width=st.none() | _LENGTHS
)
_PARAGRAPHS = st.builds(
    Paragraph,
    number=st.integers(min_value=1, max_value=9),
    lines=st.lists(_LINES, max_size=2).map(tuple),
    place=st.sampled_from(Place),
    layout=st.none() | _LAYOUTS,
    cell=st.none() | _CELLS,
    page=st.none() | _SMALL,
    sheet=st.integers(min_value=0, max_value=4),
    label=st.sampled_from(["", "a)", "Điều 1."]),
)
_NUMBERS = st.builds(
    PageNumbers,
    place=st.sampled_from([Place.HEADER, Place.FOOTER]),
    alignment=st.sampled_from(Alignment),
    first_shown=st.booleans(),
    arabic=st.booleans(),
    start=st.none() | _SMALL,
    paragraph=_SMALL,
)
_SHEETS = st.builds(
    Sheet,
    width=_LENGTHS,
    height=_LENGTHS,
    top=st.none() | _LENGTHS,
    left=st.none() | _LENGTHS,
    right=st.none() | _LENGTHS,
    numbers=st.none() | _NUMBERS,
)
_DRAWN = st.builds(
    Rule,
    width=_LENGTHS,
    drawn=st.sampled_from(Drawn),
    paragraph=st.none() | _SMALL,
    page=st.none() | _SMALL,
    left=st.none() | _LENGTHS,
    top=st.none() | _LENGTHS,
    dashed=st.booleans(),
)


@st.composite
def _papers(draw: st.DrawFn) -> tuple[Paper, Elements]:
    """A paper and elements that point into it anywhere."""
    paragraphs = draw(st.lists(_PARAGRAPHS, min_size=1, max_size=6))
    piece = st.builds(Piece, text=_TEXTS, paragraph=st.sampled_from(paragraphs), line=_LINES)
    pieces = st.lists(piece, max_size=3).map(tuple)
    some = st.lists(st.sampled_from(paragraphs), max_size=6).map(tuple)
    blocks = st.builds(SignatureBlock, authority=pieces, position=pieces, other_position=pieces, name=st.none() | piece)
    annexes = st.builds(Annex, label=piece, title=pieces, note=pieces, body=some)
    elements = draw(
        st.builds(
            Elements,
            country=pieces,
            motto=pieces,
            superior=pieces,
            issuer=pieces,
            number=pieces,
            place_date=pieces,
            kind_name=pieces,
            subject=pieces,
            letter_subject=pieces,
            competence=pieces,
            bases=some,
            body=some,
            to_word=st.none() | piece,
            to=pieces,
            recipients_word=st.none() | piece,
            recipients=pieces,
            signatures=st.lists(blocks, max_size=2).map(tuple),
            urgency=st.none() | piece,
            circulation=st.none() | piece,
            drafter=st.none() | piece,
            contact=pieces,
            annexes=st.lists(annexes, max_size=2).map(tuple),
        )
    )
    paper = Paper(
        source=draw(st.sampled_from(Source)),
        paragraphs=tuple(paragraphs),
        sheets=tuple(draw(st.lists(_SHEETS, max_size=3))),
        rules=tuple(draw(st.lists(_DRAWN, max_size=3))),
        pages=draw(st.none() | _SMALL),
        remarks=draw(st.frozensets(st.sampled_from([Remark.SCANNED, Remark.SEVERAL, Remark.MACROS]), max_size=1)),
        bare_pages=draw(st.sampled_from([(), (1,)])),
    )
    return paper, elements


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(_papers())
def test_no_rule_fails_on_any_paper(made: tuple[Paper, Elements]) -> None:
    for finding in checked(*made):
        assert finding.id.startswith("C")
        assert finding.clause.startswith("NĐ 30/2020, ")
        assert finding.message.endswith(".")
