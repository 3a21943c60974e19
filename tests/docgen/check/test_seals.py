"""Signature, seal and text signature where a PDF shows them."""

from __future__ import annotations

import pytest

from docgen.check import checked
from docgen.paper.model import Box, Line, Paper, Paragraph, Picture, Place, Run, Sheet, Source
from docgen.read.elements import Elements, Piece, SignatureBlock

PAGE = Sheet(width=210.0, height=297.0)
SIGNATURE = Box(left=127.0, top=224.0, right=177.0, bottom=244.0)
SEAL = Box(left=108.0, top=216.0, right=144.0, bottom=252.0)


def _line(
    number: int, text: str, top: float, *, left: float = 130.0, place: Place = Place.BODY, **looks: float
) -> Paragraph:
    run = Run(text=text, font="Times New Roman", size=looks.get("size", 14.0), bold=True, italic=False, colour="000000")
    box = Box(left=left, top=top, right=left + 45, bottom=top + 5)
    return Paragraph(number=number, lines=(Line(runs=(run,), box=box),), page=1, place=place)


def _picture(box: Box) -> Picture:
    return Picture(width=box.width, height=box.bottom - box.top, page=1, box=box, stamp=True)


def _signed(signature: Box, seal: Box | None) -> list[str]:
    post, name = _line(1, "CHỦ TỊCH", 215.0), _line(2, "Nguyễn Văn An", 250.0)
    pieces = [Piece(text=p.lines[0].text, paragraph=p, line=p.lines[0]) for p in (post, name)]
    pictures = tuple(_picture(box) for box in (signature, seal) if box is not None)
    paper = Paper(source=Source.PDF, paragraphs=(post, name), sheets=(PAGE,), pictures=pictures, pages=1)
    return [
        f.id for f in checked(paper, Elements(signatures=(SignatureBlock(position=tuple(pieces[:1]), name=pieces[1]),)))
    ]


@pytest.mark.parametrize(
    ("signature", "seal", "expected"),
    [
        pytest.param(SIGNATURE, SEAL, [], id="both where they belong"),
        pytest.param(SIGNATURE, None, [], id="a signature alone"),
        pytest.param(Box(left=127, top=190, right=177, bottom=205), None, ["C21"], id="a signature above the post"),
        pytest.param(Box(left=180, top=224, right=205, bottom=236), None, ["C21"], id="a signature beside the name"),
        pytest.param(
            SIGNATURE, Box(left=88, top=216, right=124, bottom=252), ["C22"], id="a seal beside the signature"
        ),
        pytest.param(SIGNATURE, Box(left=160, top=216, right=196, bottom=252), ["C22"], id="a seal on the right"),
        pytest.param(SIGNATURE, Box(left=134, top=216, right=170, bottom=252), ["C22"], id="a seal over all of it"),
    ],
)
def test_signature_and_seal_have_their_places(signature: Box, seal: Box | None, expected: list[str]) -> None:
    assert _signed(signature, seal) == expected


TEXT = "Số: 27/KH-UBND; 23/11/2026; 03:53:59+07:00"


@pytest.mark.parametrize(
    ("text", "top", "left", "size", "expected"),
    [
        pytest.param(TEXT, 9.0, 126.0, 10.0, [], id="right"),
        pytest.param(TEXT, 9.0, 126.0, 13.0, ["C23"], id="13 points"),
        pytest.param(TEXT, 9.0, 20.0, 10.0, ["C23"], id="at the left"),
        pytest.param(TEXT, 280.0, 126.0, 10.0, ["C23"], id="at the foot"),
        pytest.param("Trung tâm Công báo 23.11.2026 03:53:59 +07:00", 280.0, 20.0, 8.0, [], id="another signature"),
    ],
)
def test_the_text_of_a_signature_has_its_place_and_size(
    text: str, top: float, left: float, size: float, expected: list[str]
) -> None:
    stamp = _line(1, text, top, left=left, place=Place.STAMP, size=size)
    paper = Paper(source=Source.PDF, paragraphs=(stamp,), sheets=(PAGE,), pages=1)
    assert [finding.id for finding in checked(paper, Elements())] == expected
