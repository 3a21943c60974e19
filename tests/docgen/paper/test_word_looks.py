"""Type and layout of a Word paragraph are what defaults, styles and direct settings make together."""

from __future__ import annotations

import pytest

from docgen.paper.model import Alignment, Layout, Run
from docgen.paper.word import word_paper
from tests.docgen.paper.word_files import NAMESPACES, TIMES, paragraph, run, table, word_file

STYLES = TIMES + (
    '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Gốc"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:jc w:val="center"/><w:spacing w:before="120" w:line="360"/><w:ind w:left="567" w:hanging="284"/></w:pPr>'
    '<w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="Con"/><w:basedOn w:val="Base"/>'
    '<w:pPr><w:spacing w:after="60"/></w:pPr><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round1"><w:basedOn w:val="Round2"/>'
    '<w:rPr><w:sz w:val="24"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Round2"><w:basedOn w:val="Round1"/><w:rPr><w:i/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/><w:rPr><w:sz w:val="24"/></w:rPr>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
)
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme name="x"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:accent1><a:srgbClr val="4472c4"/></a:accent1></a:clrScheme>'
    '<a:fontScheme name="x"><a:majorFont><a:latin typeface="Calibri Light"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:fontScheme></a:themeElements></a:theme>'
)
LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="a" Type="http://x/styles" Target="styles.xml"/>'
    '<Relationship Id="b" Type="http://x/theme" Target="theme/theme1.xml"/></Relationships>'
)


def runs(body: str) -> tuple[Run, ...]:
    more = {"word/theme/theme1.xml": THEME, "word/_rels/document.xml.rels": LINKS}
    return word_paper(word_file(body, styles=STYLES, more=more)).paragraphs[0].lines[0].runs


def layout(properties: str, *, styles: str = STYLES, size: int = 28) -> Layout:
    body = paragraph(run("chữ", f'<w:sz w:val="{size}"/>'), properties)
    found = word_paper(word_file(body, styles=styles)).paragraphs[0].layout
    assert found is not None
    return found


def test_what_nobody_sets_comes_from_the_defaults() -> None:
    assert runs(paragraph("chữ")) == (
        Run(
            text="chữ",
            font="Times New Roman",
            size=14.0,
            bold=False,
            italic=False,
            underline=False,
            colour="000000",
        ),
    )


@pytest.mark.parametrize(
    ("style", "direct", "bold", "italic", "size"),
    [
        pytest.param("Child", "", True, True, 13.0, id="a style and its ancestor"),
        pytest.param("Child", '<w:b w:val="0"/><w:sz w:val="24"/>', False, True, 12.0, id="what the run says wins"),
        pytest.param("Base", '<w:rStyle w:val="Strong"/>', False, False, 13.0, id="bold twice by styles undoes itself"),
        pytest.param("Normal", '<w:rStyle w:val="Strong"/>', True, False, 14.0, id="a character style"),
        pytest.param("Base", '<w:rStyle w:val="Strong"/><w:b/>', True, False, 13.0, id="direct bold does not undo"),
        pytest.param("Unknown", "", False, False, 14.0, id="an unknown style"),
        pytest.param("Round1", "", False, True, 12.0, id="styles that name each other"),
        pytest.param("Strong", "", False, False, 14.0, id="a style of another kind"),
    ],
)
def test_styles_and_settings_add_up(style: str, direct: str, bold: bool, italic: bool, size: float) -> None:
    found = runs(paragraph(run("chữ", direct), f'<w:pStyle w:val="{style}"/>'))[0]
    assert (found.bold, found.italic, found.size) == (bold, italic, size)


@pytest.mark.parametrize(
    ("fonts", "seen"),
    [
        pytest.param('w:ascii="Arial" w:hAnsi="Arial"', [("Điều 1", "Arial")], id="one font"),
        pytest.param(
            'w:ascii="Arial" w:hAnsi="Tahoma"',
            [("Đ", "Tahoma"), ("i", "Arial"), ("ề", "Tahoma"), ("u 1", "Arial")],
            id="Vietnamese letters in a font of their own",
        ),
        pytest.param('w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"', [("Điều 1", "Calibri")], id="theme font"),
        pytest.param(
            'w:ascii="Arial" w:hAnsi="Arial" w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"',
            [("Điều 1", "Calibri Light")],
            id="the theme font beats the font beside it",
        ),
    ],
)
def test_fonts_are_named_by_letter(fonts: str, seen: list[tuple[str, str]]) -> None:
    assert [(one.text, one.font) for one in runs(paragraph(run("Điều 1", f"<w:rFonts {fonts}/>")))] == seen


def test_theme_fonts_are_chosen_for_the_letters_of_the_language() -> None:
    links = LINKS.replace("</R", '<Relationship Id="c" Type="http://x/settings" Target="settings.xml"/></R')
    viet = THEME.replace('"Calibri"/></a:minor', '"Calibri"/><a:font script="Viet" typeface="Arial"/></a:minor')
    themed = paragraph(run("Điều", '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>'))
    for language, font in (("vi-VN", "Arial"), ("en-US", "Calibri")):
        settings = f'<w:settings {NAMESPACES}><w:themeFontLang w:val="{language}"/></w:settings>'
        more = {"word/theme/theme1.xml": viet, "word/_rels/document.xml.rels": links, "word/settings.xml": settings}
        paper = word_paper(word_file(themed, styles=STYLES, more=more))
        assert [one.font for one in paper.paragraphs[0].lines[0].runs] == [font]


@pytest.mark.parametrize(
    ("colour", "seen"),
    [
        pytest.param('w:val="auto"', "000000", id="auto is black"),
        pytest.param('w:val="ff0000"', "FF0000", id="red"),
        pytest.param('w:val="123456" w:themeColor="accent1"', "4472C4", id="theme colour"),
        pytest.param('w:val="2F5496" w:themeColor="accent1" w:themeShade="BF"', "2F5496", id="shaded theme colour"),
        pytest.param('w:val="auto" w:themeColor="text1"', "000000", id="text colour of the theme"),
    ],
)
def test_colours_are_worked_out(colour: str, seen: str) -> None:
    assert runs(paragraph(run("chữ", f"<w:color {colour}/>")))[0].colour == seen


def test_equal_neighbours_become_one_run() -> None:
    assert [one.text for one in runs(paragraph(run("Điều") + run(" 1") + run(".", "<w:b/>")))] == ["Điều 1", "."]


def test_a_table_style_sets_type_and_its_first_row() -> None:
    properties = '<w:tblStyle w:val="Grid"/><w:tblLook w:val="0020"/>'
    body = table((paragraph("đầu"), paragraph("đầu")), (paragraph("sau"), paragraph("sau")), properties=properties)
    read = word_paper(word_file(body, styles=STYLES)).paragraphs
    assert [(one.lines[0].runs[0].size, one.lines[0].runs[0].bold) for one in read] == [
        (12.0, True),
        (12.0, True),
        (12.0, False),
        (12.0, False),
    ]


@pytest.mark.parametrize(
    ("properties", "seen"),
    [
        pytest.param('<w:jc w:val="both"/>', {"alignment": Alignment.JUSTIFIED}, id="both sides"),
        pytest.param('<w:jc w:val="distribute"/>', {"alignment": Alignment.JUSTIFIED}, id="distributed"),
        pytest.param('<w:jc w:val="end"/>', {"alignment": Alignment.RIGHT}, id="end"),
        pytest.param('<w:ind w:firstLine="720"/>', {"first_line": 12.7}, id="first line"),
        pytest.param('<w:ind w:left="1cm" w:hanging="5mm"/>', {"left": 10.0, "first_line": -5.0}, id="with units"),
        pytest.param('<w:ind w:firstLineChars="200"/>', {"first_line": 9.88}, id="two letters of 14 points"),
        pytest.param('<w:spacing w:before="120" w:after="60"/>', {"before": 6.0, "after": 3.0}, id="gaps"),
        pytest.param('<w:spacing w:before="0" w:beforeAutospacing="1"/>', {"before": 14.0}, id="automatic gap"),
        pytest.param('<w:spacing w:line="312" w:lineRule="auto"/>', {"spacing": 1.3, "exact": None}, id="multiple"),
        pytest.param('<w:spacing w:line="340" w:lineRule="exact"/>', {"spacing": None, "exact": 17.0}, id="exactly"),
        pytest.param('<w:spacing w:line="322" w:lineRule="atLeast"/>', {"spacing": 1.0}, id="at least a single line"),
        pytest.param('<w:spacing w:line="483" w:lineRule="atLeast"/>', {"spacing": 1.5}, id="at least more"),
        pytest.param("<w:contextualSpacing/>", {"same_style_gap": False}, id="no gap between its like"),
        pytest.param(
            '<w:pStyle w:val="Child"/><w:ind w:firstLine="567"/>',
            {
                "alignment": Alignment.CENTER,
                "left": 10.0,
                "first_line": 10.0,
                "before": 6.0,
                "after": 3.0,
                "spacing": 1.5,
                "style": "Con",
            },
            id="styles and the paragraph itself",
        ),
    ],
)
def test_layout_is_in_millimetres_and_points(properties: str, seen: dict[str, object]) -> None:
    found = layout(properties)
    assert {name: getattr(found, name) for name in seen} == seen
