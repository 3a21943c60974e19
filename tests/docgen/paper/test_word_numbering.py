"""Labels that Word sets by itself come out as they are printed."""

from __future__ import annotations

import pytest

from docgen.paper.word import word_paper
from docgen.paper.word_numbering import spelled
from tests.docgen.paper.word_files import TIMES, paragraph, word_file


def level(at: int, text: str, format: str = "decimal", more: str = "", start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{format}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>'
    )


def numbering(*levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>') -> str:
    return f'<w:abstractNum w:abstractNumId="0">{"".join(levels)}</w:abstractNum>{nums}'


def item(at: int = 0, number: int = 1) -> str:
    return paragraph("nội dung", f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{number}"/></w:numPr>')


def labels(body: str, lists: str, styles: str = TIMES) -> list[str]:
    return [one.label for one in word_paper(word_file(body, numbering=lists, styles=styles)).paragraphs]


OUTLINE = numbering(level(0, "Điều %1."), level(1, "%1.%2."), level(2, "%3)", "lowerLetter"))
TWO_LISTS = (
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


@pytest.mark.parametrize(
    ("body", "lists", "seen"),
    [
        pytest.param(item() + item(), OUTLINE, ["Điều 1.", "Điều 2."], id="counting on"),
        pytest.param(
            item() + item(1) + item(2) + item(2) + item(1) + item(2) + item() + item(1),
            OUTLINE,
            ["Điều 1.", "1.1.", "a)", "b)", "1.2.", "a)", "Điều 2.", "2.1."],
            id="deeper levels begin anew",
        ),
        pytest.param(
            item() + item(1) + item() + item(1),
            numbering(level(0, "%1."), level(1, "%2.", more='<w:lvlRestart w:val="0"/>')),
            ["1.", "1.", "2.", "2."],
            id="a level that never begins anew",
        ),
        pytest.param(item(), numbering(level(0, "%1.", "upperRoman", start=4)), ["IV."], id="a start of its own"),
        pytest.param(item() + paragraph() + item(), OUTLINE, ["Điều 1.", "", "Điều 2."], id="text between"),
        pytest.param(item(number=0), OUTLINE, [""], id="taken out of every list"),
        pytest.param(item(number=9), OUTLINE, [""], id="an unknown list"),
        pytest.param(item(), numbering(level(0, "\uf0b7", "bullet")), ["•"], id="a bullet of a symbol font"),
        pytest.param(item(), numbering(level(0, "-", "bullet")), ["-"], id="a dash"),
        pytest.param(
            item() + item() + item(number=2) + item(number=2),
            numbering(level(0, "%1."), nums=TWO_LISTS),
            ["1.", "2.", "5.", "6."],
            id="a list that begins at five",
        ),
        pytest.param(
            item() + item(1),
            numbering(level(0, "%1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>")),
            ["I", "1.1"],
            id="digits at every level",
        ),
    ],
)
def test_labels_are_counted(body: str, lists: str, seen: list[str]) -> None:
    assert labels(body, lists) == seen


def test_a_style_may_carry_the_list_and_its_indent() -> None:
    styles = TIMES + (
        '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Mục"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    read = word_paper(word_file(paragraph("x", '<w:pStyle w:val="Item"/>'), numbering=OUTLINE, styles=styles))
    (one,) = read.paragraphs
    assert one.text == "Điều 1. x"
    assert one.layout is not None
    assert one.layout.left == 12.7


@pytest.mark.parametrize(
    ("number", "format", "seen"),
    [
        (4, "lowerRoman", "iv"),
        (1994, "upperRoman", "MCMXCIV"),
        (3, "upperLetter", "C"),
        (28, "lowerLetter", "bb"),
        (7, "decimalZero", "07"),
        (3, "none", ""),
        (3, "chineseCounting", "3"),
        (-2, "upperRoman", "-2"),
        (10**9, "upperRoman", "1000000000"),
    ],
)
def test_numbers_are_spelled(number: int, format: str, seen: str) -> None:
    assert spelled(number, format) == seen
