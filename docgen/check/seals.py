"""Pictures and words that digital signatures show on a PDF: signature, seal, text signature (C21 to C23).

Only what stands plainly elsewhere is told: a picture has a rim that nobody sees.
Source: NĐ 30/2020, PL I, P.I, II.7.d, II.8.a and b, III.1.d.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.findings import Finding
from docgen.check.looks import main_size, seen, size_text
from docgen.check.subject import Subject
from docgen.check.words import paragraph_text
from docgen.paper.model import Box, Paragraph, Picture, Place
from docgen.read.elements import Piece

_SIGNATURE, _SEAL = "PL I, P.I, II.7.d", "PL I, P.I, II.8.a"
_TEXT = "PL I, P.I, II.8.b; III.1.d"
#: How round a picture may be to be a seal, and millimetres from side to side that a seal may have.
_ROUND, _WIDE = (0.8, 1.25), (25.0, 50.0)
#: Part of the signature that a seal may cover; a third is wanted.
_COVERED = (0.12, 0.6)
#: Millimetres by which the middle of a signature may lie over the post or under the name.
_NEAR = 6.0
#: Number, notation, moment with the zone of Việt Nam: what a text signature says of the document that it goes with.
_SIGNED = re.compile(r"\d+[^\s;,]*/[^\s;,]*[A-ZĐ][^;]*[;,].*\+07:?00")
#: Points of its letters, and by how many they may differ as they are measured.
_SIZE, _STRETCHED = 10.0, 0.3


def signature_place(sheet: Subject) -> Iterator[Finding]:
    """C21: the picture of a signature stands between the signer's post and name."""
    found = _signed(sheet)
    if found is None:
        return
    post, name, signature, _ = found
    upper, lower = post.line.box, name.line.box
    if upper is None or lower is None or signature.box is None:
        return
    middle = (signature.box.top + signature.box.bottom) / 2
    beside = not signature.box.left <= lower.centre <= signature.box.right
    if beside or not upper.top - _NEAR <= middle <= lower.bottom + _NEAR:
        yield sheet.finding(
            "C21",
            _SIGNATURE,
            name,
            found="hình ảnh chữ ký không nằm giữa chức vụ và họ tên người ký",
            expected="canh giữa chức vụ và họ tên người ký",
            message="Đặt hình ảnh chữ ký số vào giữa chức vụ và họ tên của người ký.",
        )


def seal_place(sheet: Subject) -> Iterator[Finding]:
    """C22: the picture of the seal covers about a third of the signature, on its left."""
    found = _signed(sheet)
    if found is None or found[3] is None:
        return
    _, name, signature, seal = found
    if signature.box is None or seal is None or seal.box is None:
        return
    covered = (min(seal.box.right, signature.box.right) - signature.box.left) / signature.box.width
    apart = seal.box.bottom < signature.box.top or seal.box.top > signature.box.bottom
    if apart or seal.box.centre > signature.box.centre or not _COVERED[0] <= covered <= _COVERED[1]:
        share = 0 if apart else max(min(covered, 1), 0) * 100
        yield sheet.finding(
            "C22",
            _SEAL,
            name,
            found=f"hình ảnh dấu trùm {share:.0f} % chữ ký",
            expected="trùm khoảng 1/3 chữ ký về bên trái",
            message="Đặt hình ảnh dấu trùm lên khoảng 1/3 hình ảnh chữ ký về bên trái.",
        )


def _signed(sheet: Subject) -> tuple[Piece, Piece, Picture, Picture | None] | None:
    """Post, name, signature and seal of the one signer of a PDF, where pictures stand on the page of the name."""
    blocks = sheet.elements.signatures
    if not sheet.in_pdf or len(blocks) != 1 or not blocks[0].position or blocks[0].name is None:
        return None
    name = blocks[0].name
    here = [
        p for p in sheet.paper.pictures if p.stamp and p.page == name.paragraph.page and _close(p.box, name.line.box)
    ]
    seals = [picture for picture in here if _is_seal(picture)]
    others = [picture for picture in here if not _is_seal(picture)]
    if len(others) != 1 or len(seals) > 1 or blocks[0].position[0].paragraph.page != name.paragraph.page:
        return None
    return blocks[0].position[0], name, others[0], seals[0] if seals else None


def _close(picture: Box | None, name: Box | None) -> bool:
    """Whether a picture stands in the quarter of the page where the signer's name does."""
    return (
        picture is not None and name is not None and abs(picture.top - name.top) < 80 and picture.right > name.left - 60
    )


def _is_seal(picture: Picture) -> bool:
    return _ROUND[0] <= picture.width / max(picture.height, 0.1) <= _ROUND[1] and _WIDE[0] <= picture.width <= _WIDE[1]


def text_signature(sheet: Subject) -> Iterator[Finding]:
    """C23: number and moment of signing stand at the top right of the first page, 10 points, upright, black."""
    for paragraph in sheet.paper.of(Place.STAMP):
        if not sheet.in_pdf or not _SIGNED.search(paragraph_text(paragraph)):
            continue
        runs = [run for line in paragraph.lines for run in seen(line)]
        faults = []
        if not _top_right(sheet, paragraph):
            faults.append(("không ở góc trên, bên phải trang đầu", "góc trên, bên phải, trang đầu"))
        if (size := main_size(runs)) is not None and abs(size - _SIZE) > _STRETCHED:
            faults.append((f"cỡ chữ {size_text(size)}", "cỡ chữ 10"))
        if any(run.italic for run in runs):
            faults.append(("kiểu chữ nghiêng", "kiểu chữ đứng"))
        if any(run.colour not in (None, "000000") for run in runs):
            faults.append(("chữ không đen", "màu đen"))
        if faults:
            yield _text_fault(sheet, paragraph, faults)


def _text_fault(sheet: Subject, at: Paragraph, faults: Sequence[tuple[str, str]]) -> Finding:
    wanted = ", ".join(expected for _, expected in faults)
    return sheet.finding(
        "C23",
        _TEXT,
        at,
        found=f"thông tin chữ ký số {', '.join(found for found, _ in faults)}",
        expected=wanted,
        message=f"Trình bày thông tin chữ ký số của cơ quan: {wanted}.",
    )


def _top_right(sheet: Subject, paragraph: Paragraph) -> bool:
    """Whether words stand in the upper right quarter of the first page; True where nobody can tell."""
    section = sheet.sheet_of(paragraph)
    boxes = [line.box for line in paragraph.lines if line.box is not None]
    if section is None or not boxes:
        return True
    return paragraph.page == 1 and all(b.top < section.height / 4 and b.right > section.width / 2 for b in boxes)


RULES = (signature_place, seal_place, text_signature)
