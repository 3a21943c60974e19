"""What is seen of a Word paragraph is its text, and nothing else is."""

from __future__ import annotations

import pytest

from docgen.paper.model import Paper, Place, Remark
from docgen.paper.word import word_paper
from tests.docgen.paper.word_files import field, paragraph, run, table, word_file

HIDDEN_BOX = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>'
    "<w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def paper(body: str) -> Paper:
    return word_paper(word_file(body))


@pytest.mark.parametrize(
    ("content", "seen"),
    [
        pytest.param(run("Số: ") + run("07/QĐ-UBND", "<w:b/>"), "Số: 07/QĐ-UBND", id="runs one after another"),
        pytest.param("<w:r><w:t> Hà </w:t></w:r>", "Hà", id="blanks at the sides that are not kept"),
        pytest.param(run("Hà") + "<w:r><w:tab/></w:r>" + run("Nội"), "Hà\tNội", id="tabulator"),
        pytest.param(run("a") + "<w:r><w:br/></w:r>" + run("b"), "a\nb", id="line break"),
        pytest.param(run("a") + '<w:r><w:br w:type="page"/></w:r>' + run("b"), "a\nb", id="page break"),
        pytest.param('<w:r><w:br w:type="page"/></w:r>' + run("b"), "b", id="page break before the first word"),
        pytest.param(run("07") + "<w:r><w:noBreakHyphen/></w:r>" + run("QĐ"), "07-QĐ", id="hyphen that does not break"),
        pytest.param(run("thí") + "<w:r><w:softHyphen/></w:r>" + run("dụ"), "thídụ", id="hyphen that is not shown"),
        pytest.param('<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>', "•", id="letter of a symbol font"),
        pytest.param(run("Quyết định", "<w:caps/>"), "QUYẾT ĐỊNH", id="capitals by format"),
        pytest.param(run("thấy") + run("ẩn", "<w:vanish/>"), "thấy", id="hidden text"),
        pytest.param("<w:ins>" + run("mới") + "</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>", "mới",
                     id="tracked insertion and deletion"),
        pytest.param("<w:moveFrom>" + run("cũ") + "</w:moveFrom><w:moveTo>" + run("mới") + "</w:moveTo>", "mới",
                     id="tracked move"),
        pytest.param('<w:hyperlink r:id="x">' + run("trang") + "</w:hyperlink>", "trang", id="link"),
        pytest.param("<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>" + run("ô") + "</w:sdtContent></w:sdt>", "ô",
                     id="content control"),
        pytest.param("<w:smartTag><w:smartTagPr/>" + run("nơi") + "</w:smartTag>", "nơi", id="smart tag"),
        pytest.param(field("DATE", "05/11/2026"), "05/11/2026", id="field without its code"),
        pytest.param('<w:fldSimple w:instr="PAGE">' + run("3") + "</w:fldSimple>", "3", id="simple field"),
        pytest.param('<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + run("còn"), "còn", id="field that never ends"),
        pytest.param(run("Ho\u0300a"), "Hòa", id="letters put together from pieces"),
    ],
)  # fmt: skip
def test_a_paragraph_reads_as_it_is_seen(content: str, seen: str) -> None:
    assert paper(paragraph(content)).text == seen


def test_a_field_may_run_over_many_paragraphs() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    result = begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("Chương I")
    end = run("Chương II") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    assert paper(paragraph(result) + paragraph(end)).text == "Chương I\nChương II"


def test_every_paragraph_counts_the_empty_ones_and_those_in_tables_and_boxes_too() -> None:
    body = paragraph() + table((paragraph("trái"), paragraph("phải"))) + paragraph(run("Sau") + HIDDEN_BOX)
    read = paper(body + paragraph("cuối")).paragraphs
    assert [(one.number, one.text, one.place) for one in read] == [
        (1, "", Place.BODY),
        (2, "trái", Place.BODY),
        (3, "phải", Place.BODY),
        (4, "Sau", Place.BODY),
        (5, "DỰ THẢO", Place.FRAME),
        (6, "cuối", Place.BODY),
    ]


def test_of_two_branches_the_one_that_is_not_understood_is_left() -> None:
    branches = '<mc:AlternateContent><mc:Choice Requires="mới">{}</mc:Choice><mc:Fallback>{}</mc:Fallback>'
    body = (branches + "</mc:AlternateContent>").format(paragraph("một"), paragraph("hai"))
    assert paper(body + paragraph("ba")).text == "hai\nba"


def test_a_frame_stands_out_of_the_running_text_and_a_drop_capital_in_it() -> None:
    read = paper(
        paragraph("khung", '<w:framePr w:w="2000" w:wrap="around"/>')
        + paragraph("C", '<w:framePr w:dropCap="drop" w:lines="3"/>')
    )
    assert [one.place for one in read.paragraphs] == [Place.FRAME, Place.BODY]


def test_headers_footers_and_notes_count_on_after_the_body() -> None:
    references = '<w:headerReference w:type="default" r:id="header1"/><w:footerReference r:id="footer1"/>'
    notes = (
        f'<w:footnote w:type="separator">{paragraph()}</w:footnote><w:footnote>{paragraph("chú thích")}</w:footnote>'
    )
    read = word_paper(
        word_file(
            paragraph("thân"),
            section=references,
            margins={"header1": paragraph("đầu"), "footer1": paragraph("chân"), "header9": paragraph("không in")},
            footnotes=notes,
        )
    )
    assert [(one.number, one.text, one.place) for one in read.paragraphs] == [
        (1, "thân", Place.BODY),
        (2, "đầu", Place.HEADER),
        (3, "chân", Place.FOOTER),
        (4, "chú thích", Place.NOTE),
    ]
    assert read.text == "thân"


def test_tracked_changes_macros_and_old_letters_are_remarked() -> None:
    changed = word_file(paragraph("<w:ins>" + run("mới") + "</w:ins>"))
    macros = word_file(paragraph("thân"), more={"word/vbaProject.bin": b"x"})
    old = word_file(
        paragraph(run("Céng hßa x· héi chñ nghÜa ViÖt Nam", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'))
    )
    plain = word_file(paragraph("thân"))
    assert [word_paper(data).remarks for data in (changed, macros, old, plain)] == [
        {Remark.TRACKED_CHANGES},
        {Remark.MACROS},
        {Remark.LEGACY_LETTERS},
        set(),
    ]
