"""Findings become Word comments at their paragraphs, and the document stays what it was."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from lxml import etree

from docgen.check.comments import annotated
from docgen.check.findings import Finding, Level
from docgen.convert.office import PROGRAM
from docgen.paper.errors import DamagedPaperError, UnsupportedFormatError
from docgen.paper.word import word_paper
from docgen.paper.word_xml import W
from docgen.workshop import Workshop
from tests.docgen.paper.word_files import LINK, LINKS, NAMESPACES, paragraph, run, table, word_file, zipped
from tests.documents import NUMBERED, ReadPdf, example

BOX = (
    "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>DỰ THẢO</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></v:shape></w:pict></w:r>"
)
HEADED = word_file(
    paragraph("một", '<w:jc w:val="center"/>') + table((paragraph("hai"), paragraph())) + paragraph(run("bốn") + BOX),
    section='<w:headerReference w:type="default" r:id="header1"/>',
    margins={"header1": paragraph("đầu trang")},
)


def finding(paragraph: int | None, **other: str) -> Finding:
    texts = {"found": "Cộng hòa", "expected": "CỘNG HÒA", "message": "Viết hoa Quốc hiệu"} | other
    return Finding(
        id="C05",
        level=Level.RULE,
        clause="NĐ 30/2020, PL I, P.I, II.1",
        page=None,
        paragraph=paragraph,
        **texts,
    )


def parts(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def comments(docx: bytes) -> list[str]:
    """The text of each comment, in order."""
    root = etree.fromstring(parts(docx)["word/comments.xml"])
    return ["".join(text.text or "" for text in comment.iter(f"{W}t")) for comment in root]


def commented(docx: bytes) -> list[str]:
    """The first words of each paragraph that a comment is put around."""
    root = etree.fromstring(parts(docx)["word/document.xml"])
    found = []
    for begin in root.iter(f"{W}commentRangeStart"):
        around = begin.getparent()
        assert around is not None
        assert [child.tag for child in around][-2:] == [f"{W}commentRangeEnd", f"{W}r"]
        found.append(around.findtext(f"{W}r/{W}t") or "")
    return found


def test_a_finding_says_what_stands_there_and_what_is_wanted() -> None:
    assert comments(annotated(HEADED, [finding(1)])) == [
        "[C05] Viết hoa Quốc hiệu (NĐ 30/2020, PL I, P.I, II.1). Đang ghi: Cộng hòa. Cần: CỘNG HÒA."
    ]


def test_what_is_not_known_is_not_said() -> None:
    assert comments(annotated(HEADED, [finding(1, found="", expected="")])) == [
        "[C05] Viết hoa Quốc hiệu (NĐ 30/2020, PL I, P.I, II.1)."
    ]


@pytest.mark.parametrize(
    ("number", "text"),
    [
        pytest.param(1, "một", id="a paragraph"),
        pytest.param(2, "hai", id="one in a table"),
        pytest.param(4, "bốn", id="one with a text box"),
        pytest.param(5, "bốn", id="the one that a text box hangs on"),
        pytest.param(None, "một", id="no paragraph"),
        pytest.param(6, "một", id="a header"),
        pytest.param(99, "một", id="a paragraph that is not there"),
    ],
)
def test_a_comment_stands_at_its_paragraph(number: int | None, text: str) -> None:
    assert commented(annotated(HEADED, [finding(number)])) == [text]


def test_a_finding_in_a_header_says_that_it_stands_there() -> None:
    assert "đầu trang, chân trang" in comments(annotated(HEADED, [finding(6)]))[0]
    assert "đầu trang, chân trang" not in comments(annotated(HEADED, [finding(1)]))[0]


def test_the_paper_and_every_other_part_stay_as_they_were() -> None:
    copy = annotated(HEADED, [finding(one) for one in (None, 1, 2, 3, 3, 4, 5, 6)])
    assert word_paper(copy) == word_paper(HEADED)
    before, after = parts(HEADED), parts(copy)
    touched = {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
    assert {name for name in before if before[name] != after[name]} == touched
    assert set(after) - set(before) == {"word/comments.xml"}


def test_comments_that_are_there_stay_and_new_ones_are_numbered_after_them() -> None:
    once = annotated(HEADED, [finding(1)])
    twice = annotated(once, [finding(2, message="Sửa ô này")])
    assert [text[:20] for text in comments(twice)] == [comments(once)[0][:20], "[C05] Sửa ô này (NĐ "]
    root = etree.fromstring(parts(twice)["word/comments.xml"])
    assert [comment.get(f"{W}id") for comment in root] == ["1", "2"]
    assert parts(twice)["word/_rels/document.xml.rels"] == parts(once)["word/_rels/document.xml.rels"]


def test_a_name_that_is_taken_is_left_alone() -> None:
    other = word_file(paragraph("một"), more={"word/Comments.xml": b"<other/>"})
    after = parts(annotated(other, [finding(1)]))
    assert after["word/Comments.xml"] == b"<other/>"
    assert "word/comments1.xml" in after


def test_the_moment_is_that_of_the_caller_or_none() -> None:
    at = datetime(2026, 11, 5, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    assert b'w:date="2026-11-05T09:30:00+07:00"' in parts(annotated(HEADED, [finding(1)], at=at))["word/comments.xml"]
    assert b"w:date" not in parts(annotated(HEADED, [finding(1)]))["word/comments.xml"]


def test_equal_input_gives_equal_bytes() -> None:
    assert annotated(HEADED, [finding(1)]) == annotated(HEADED, [finding(1)])


def test_without_findings_the_file_is_the_same() -> None:
    assert annotated(HEADED, []) == HEADED


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    assert "a b < c" in comments(annotated(HEADED, [finding(1, found="a\x00b < c")]))[0]


def test_a_strict_file_stays_strict() -> None:
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    file = zipped({name: content.replace(usual, strict) for name, content in parts(HEADED).items()})
    copy = annotated(file, [finding(1)])
    assert not any(usual in content for content in parts(copy).values())
    assert word_paper(copy) == word_paper(HEADED)


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"%PDF-1.7", DamagedPaperError, id="a PDF"),
        pytest.param(zipped({"xl/workbook.xml": "<x/>"}), UnsupportedFormatError, id="a spreadsheet"),
        pytest.param(
            word_file(
                paragraph(),
                more={
                    "word/_rels/document.xml.rels": (
                        f'<Relationships xmlns="{LINKS}">'
                        f'<Relationship Id="c" Type="{LINK}/comments" Target="comments.xml"/></Relationships>'
                    ),
                    "word/comments.xml": f"<w:comments {NAMESPACES}>",
                },
            ),
            DamagedPaperError,
            id="broken comments",
        ),
    ],
)
def test_what_is_no_sound_word_file_is_refused(data: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        annotated(data, [finding(1)])


def test_libreoffice_opens_the_copy_and_prints_the_same_text(workshop: Workshop, tmp_path: Path) -> None:
    one = example("quyet_dinh_cong_nhan/phuong")
    docx = workshop.docx(one.kind, one.content, one.issuer, NUMBERED)
    paper = word_paper(docx)
    copy = annotated(docx, [finding(each.number) for each in paper.paragraphs])
    assert word_paper(copy) == paper
    (tmp_path / "copy.docx").write_bytes(copy)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    # The desktop program, because the kit that the service converts with loads no comments.
    command: list[str | Path] = [
        PROGRAM / "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        tmp_path,
    ]
    subprocess.run([*command, tmp_path / "copy.docx"], check=True, capture_output=True, timeout=60)
    before = ReadPdf(workshop.pdf(one.kind, one.content, one.issuer, NUMBERED).data)
    after = ReadPdf((tmp_path / "copy.pdf").read_bytes())
    assert (after.pages, after.text()) == (before.pages, before.text())
