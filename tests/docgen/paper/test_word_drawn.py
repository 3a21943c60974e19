"""Tables, lines and pictures of a Word file have their place and size in millimetres."""

from __future__ import annotations

import pytest

from docgen.paper.model import Cell, Drawn, Paper, Picture, Rule
from docgen.paper.word import word_paper
from tests.docgen.paper.word_files import TIMES, paragraph, run, table, word_file

EMU = 36_000
FOUR = ("top", "bottom", "left", "right")
NO_GAP = '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'


def sides(*names: str, kind: str = "single") -> str:
    return "".join(f'<w:{name} w:val="{kind}" w:sz="4"/>' for name in names)


def cells(paper: Paper) -> list[Cell]:
    return [one.cell for one in paper.paragraphs if one.cell]


def rules(body: str) -> tuple[Rule, ...]:
    return word_paper(word_file(body)).rules


def test_a_cell_knows_its_table_its_row_and_its_width() -> None:
    row = (paragraph("trái"), paragraph("phải"))
    read = word_paper(word_file(paragraph() + table(row, row, properties=NO_GAP, grid=(2835, 5670))))
    assert [(one.row, one.column, one.left, one.width) for one in cells(read)] == [
        (0, 0, 0.0, 50.01),
        (0, 1, 50.01, 100.01),
        (1, 0, 0.0, 50.01),
        (1, 1, 50.01, 100.01),
    ]
    assert {(one.table, one.columns, one.bordered) for one in cells(read)} == {(0, 2, False)}


def test_a_paragraph_in_a_table_in_a_table_stands_in_the_inner_one() -> None:
    inner = table((paragraph("trong"),), grid=(1000,))
    read = word_paper(word_file(table((inner + paragraph("ngoài"),), grid=(5000,))))
    assert [(one.text, one.cell.table if one.cell else None) for one in read.paragraphs] == [("trong", 1), ("ngoài", 0)]


@pytest.mark.parametrize(
    ("properties", "mode", "left"),
    [
        pytest.param('<w:tblInd w:w="567" w:type="dxa"/>', 15, 10.0, id="Word 2013 indents the side"),
        pytest.param('<w:tblInd w:w="567" w:type="dxa"/>', 12, 7.97, id="Word 2007 indents the text"),
        pytest.param('<w:jc w:val="center"/>', 15, 3.13, id="centred"),
        pytest.param('<w:jc w:val="right"/>', 15, 6.26, id="at the right"),
    ],
)
def test_a_table_begins_where_it_is_set(properties: str, mode: int, left: float) -> None:
    settings = f'<w:compat><w:compatSetting w:name="compatibilityMode" w:val="{mode}"/></w:compat>'
    read = word_paper(word_file(table((paragraph(), paragraph()), properties=properties), settings=settings))
    assert cells(read)[0].left == left


@pytest.mark.parametrize(
    ("of_table", "of_cell", "bordered"),
    [
        pytest.param("", "", False, id="no lines"),
        pytest.param(sides("top", "left", "insideV"), "", True, id="lines of the table"),
        pytest.param(sides("top", "left", kind="nil"), "", False, id="lines switched off"),
        pytest.param(
            sides("top"), sides("top", "bottom", "left", "right", kind="nil"), False, id="taken back by cells"
        ),
        pytest.param("", sides("left", "right"), True, id="sides of cells"),
        pytest.param("", sides("bottom"), False, id="a line under a cell is no grid"),
    ],
)
def test_a_table_with_lines_is_told_from_one_that_only_places(of_table: str, of_cell: str, bordered: bool) -> None:
    cell = f"<w:tcPr><w:tcBorders>{of_cell}</w:tcBorders></w:tcPr>{paragraph()}"
    read = word_paper(word_file(table((cell, cell), properties=f"<w:tblBorders>{of_table}</w:tblBorders>")))
    assert {one.bordered for one in cells(read)} == {bordered}


def test_the_lines_of_a_table_style_count() -> None:
    styles = TIMES + (
        '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Lưới"/>'
        f"<w:tblPr><w:tblBorders>{sides('top', 'insideH')}</w:tblBorders></w:tblPr></w:style>"
    )
    body = table((paragraph(),), properties='<w:tblStyle w:val="Grid"/>')
    assert cells(word_paper(word_file(body, styles=styles)))[0].bordered


def anchored(shape: str, width: int, height: int = 0, place: str = "") -> str:
    drawing = (
        f'<w:drawing><wp:anchor>{place}<wp:extent cx="{width * EMU}" cy="{height * EMU}"/>'
        f"<a:graphic><a:graphicData>{shape}</a:graphicData></a:graphic></wp:anchor></w:drawing>"
    )
    return f"<w:r>{drawing}</w:r>"


def connector(line: str = "<a:ln/>", kind: str = "straightConnector1") -> str:
    return f'<wps:wsp><wps:spPr><a:prstGeom prst="{kind}"/>{line}</wps:spPr></wps:wsp>'


def vml(shape: str) -> str:
    return f"<w:r><w:pict>{shape}</w:pict></w:r>"


GROUP = (
    '<wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:ext cx="3600000"/><a:chExt cx="7200000"/></a:xfrm></wpg:grpSpPr>'
    '<wps:wsp><wps:spPr><a:xfrm><a:ext cx="3600000" cy="0"/></a:xfrm><a:prstGeom prst="line"/></wps:spPr></wps:wsp>'
    "</wpg:wgp>"
)


@pytest.mark.parametrize(
    ("shape", "width", "dashed", "double"),
    [
        pytest.param(anchored(connector(), 60), 60.0, False, False, id="straight connector"),
        pytest.param(anchored(connector(kind="line"), 60), 60.0, False, False, id="line"),
        pytest.param(
            anchored(connector('<a:ln cmpd="dbl"><a:prstDash val="dash"/></a:ln>'), 60), 60.0, True, True, id="dashed"
        ),
        pytest.param(anchored(GROUP, 100), 50.0, False, False, id="in a group half its size"),
        pytest.param(vml('<v:line from="10pt,2pt" to="3cm,2pt"/>'), 26.47, False, False, id="line of old Word"),
        pytest.param(
            vml('<v:shape type="#_x0000_t32" style="width:72pt;height:0"><v:stroke dashstyle="dash"/></v:shape>'),
            25.4,
            True,
            False,
            id="connector of old Word",
        ),
        pytest.param(vml('<v:rect style="width:72pt;height:1pt" o:hr="t"/>'), 25.4, False, False, id="ruler"),
        pytest.param(
            vml('<v:group style="width:100mm" coordsize="1000,10"><v:line from="0,0" to="500,0"/></v:group>'),
            50.0,
            False,
            False,
            id="in a group of old Word",
        ),
    ],
)  # fmt: skip
def test_a_line_shape_is_a_rule(shape: str, width: float, dashed: bool, double: bool) -> None:
    (rule,) = rules(paragraph() + paragraph(shape))
    assert (rule.width, rule.drawn, rule.paragraph) == (width, Drawn.SHAPE, 2)
    assert (rule.dashed, rule.double) == (dashed, double)


@pytest.mark.parametrize(
    "shape",
    [
        pytest.param(anchored(connector(), 60, 30), id="slanting"),
        pytest.param(anchored(connector(), 0, 30), id="upright"),
        pytest.param(anchored(connector(kind="rect"), 60, 8), id="a box"),
        pytest.param(anchored(connector("<a:ln><a:noFill/></a:ln>"), 60), id="without colour"),
        pytest.param(vml('<v:line from="a" to="b,c,d"/>'), id="nonsense"),
        pytest.param(vml('<v:line from="0,0" to="1e9,0"/>'), id="absurd"),
    ],
)
def test_other_shapes_are_no_rules(shape: str) -> None:
    assert rules(paragraph(shape)) == ()


def test_a_floating_line_begins_where_it_is_set() -> None:
    place = '<wp:positionH relativeFrom="{}"><wp:posOffset>720000</wp:posOffset></wp:positionH>'
    body = "".join(paragraph(anchored(connector(), 60, place=place.format(of))) for of in ("page", "margin", "column"))
    assert [rule.left for rule in rules(body)] == [20.0, 50.0, 50.0]


BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>'


def test_a_border_is_as_wide_as_the_text_between_the_indents() -> None:
    (rule,) = rules(paragraph("", BORDER + '<w:ind w:left="567" w:right="1134"/>'))
    assert (rule.width, rule.drawn) == (135.01, Drawn.BORDER)
    (rule,) = rules(table((paragraph("", BORDER),), properties=NO_GAP, grid=(2835,)))
    assert rule.width == 50.01


def test_a_line_under_a_cell_hangs_on_its_last_paragraph() -> None:
    cell = (
        f"<w:tcPr><w:tcBorders>{sides('bottom', kind='double')}</w:tcBorders></w:tcPr>{paragraph('a')}{paragraph('b')}"
    )
    (rule,) = rules(table((cell,), grid=(2835,)))
    assert rule == Rule(width=50.01, drawn=Drawn.BORDER, paragraph=2, double=True)


CENTRED = '<w:jc w:val="center"/>'


@pytest.mark.parametrize(
    ("content", "properties", "drawn", "width"),
    [
        pytest.param(run("_" * 10), CENTRED, Drawn.CHARACTERS, 24.69, id="underscores"),
        pytest.param(run("-------"), CENTRED, Drawn.CHARACTERS, 11.51, id="hyphens"),
        pytest.param(run("Độc lập", "<w:u/>"), "", Drawn.UNDERLINE, 15.5, id="a whole line underlined"),
        pytest.param(run("SỞ ") + run("NỘI", "<w:u/>") + run(" VỤ"), CENTRED, Drawn.UNDERLINE, 8.77,
                     id="a part of a centred line"),
    ],
)  # fmt: skip
def test_characters_may_stand_for_a_line(content: str, properties: str, drawn: Drawn, width: float) -> None:
    (rule,) = rules(paragraph(content, properties))
    assert rule.drawn is drawn
    assert rule.width == pytest.approx(width, abs=0.02)


@pytest.mark.parametrize(
    ("content", "properties"),
    [
        pytest.param(run("một ") + run("từ", "<w:u/>"), "", id="a word underlined in the text"),
        pytest.param(run("....................."), CENTRED, id="leaders"),
        pytest.param(run("- một"), "", id="an item of a list"),
    ],
)
def test_other_characters_are_no_rules(content: str, properties: str) -> None:
    assert rules(paragraph(content, properties)) == ()


@pytest.mark.parametrize(
    "drawing",
    [
        pytest.param(anchored("<pic:pic><pic:spPr/></pic:pic>", 40, 30), id="of new Word"),
        pytest.param(vml('<v:shape style="width:4cm;height:30mm"><v:imagedata r:id="x"/></v:shape>'), id="of old Word"),
    ],
)
def test_a_picture_has_the_size_of_its_place(drawing: str) -> None:
    read = word_paper(word_file(paragraph(drawing)))
    assert read.pictures == (Picture(width=40.0, height=30.0, paragraph=1),)
