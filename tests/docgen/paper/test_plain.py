"""Plain text: lines, columns by blanks, pages by form feeds."""

from __future__ import annotations

import pytest

from docgen.paper import EmptyFileError, PaperTooLargeError
from docgen.paper.errors import MOST_CHARACTERS
from docgen.paper.model import Remark, Source
from docgen.paper.plain import text_paper

LAYOUT = """\
   ỦY BAN NHÂN DÂN                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     XÃ TÂN LẬP                        Độc lập - Tự do - Hạnh phúc

                              QUYẾT ĐỊNH
"""


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in text_paper(text).paragraphs]


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        pytest.param("một hai  ba", ["một hai", "ba"], id="two blanks part columns"),
        pytest.param("một\thai", ["một", "hai"], id="a tab parts columns"),
        pytest.param("một\u00a0hai", ["một\u00a0hai"], id="a no-break space does not"),
        pytest.param("a\r\nb\rc", ["a", "b", "c"], id="line ends of all systems"),
        pytest.param("x" * 40 + "\n" + "y" * 30, ["x" * 40 + "\n" + "y" * 30], id="a long open line goes on"),
        pytest.param("x" * 40 + ".\ny", ["x" * 40 + ".", "y"], id="a closed line does not"),
        pytest.param("x" * 40 + "\n- y", ["x" * 40, "- y"], id="a label begins a paragraph"),
        pytest.param("x" * 40 + "\n\ny", ["x" * 40, "y"], id="an empty line parts"),
        pytest.param("\ufeffQuye\u0302\u0301t", ["Quyết"], id="composed, without its mark"),
    ],
)
def test_lines_become_paragraphs(text: str, paragraphs: list[str]) -> None:
    assert texts(text) == paragraphs


def test_blanks_tell_left_from_right() -> None:
    paper = text_paper(LAYOUT)
    boxes = {paragraph.text: paragraph.lines[0].box for paragraph in paper.paragraphs}
    issuer, country, title = boxes["XÃ TÂN LẬP"], boxes["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], boxes["QUYẾT ĐỊNH"]
    assert issuer is not None
    assert country is not None
    assert title is not None
    assert issuer.right < 105 < country.centre
    assert issuer.top == 6
    assert title.top == 18


def test_a_form_feed_begins_a_page() -> None:
    paper = text_paper("một\fhai\f")
    assert [(paragraph.text, paragraph.page) for paragraph in paper.paragraphs] == [("một", 1), ("hai", 2)]
    assert (paper.source, paper.pages, len(paper.sheets)) == (Source.TEXT, 2, 2)


def test_old_letters_are_remarked() -> None:
    assert text_paper("Céng hßa x· héi chñ nghÜa ViÖt Nam").remarks == {Remark.LEGACY_LETTERS}


def test_blanks_alone_are_refused() -> None:
    with pytest.raises(EmptyFileError):
        text_paper(" \n\f\t")


def test_too_much_text_is_refused() -> None:
    with pytest.raises(PaperTooLargeError):
        text_paper("x" * (MOST_CHARACTERS + 1))
