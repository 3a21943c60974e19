"""A signature that shows as text: readable, embedded, within the top margin, still PDF/A; and places left open."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pikepdf import pdfa
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.signers import PdfSignatureMetadata, sign_pdf

from docgen.rules.page import PAGE
from docgen.sign.appearance import mm
from docgen.sign.bridge import BridgedSigner
from docgen.sign.document import OpenPlace, SignatureMark, sign_document
from docgen.sign.lettering import LEADING, text_box, text_lines
from docgen.verify import verify
from tests.docgen.sign.office import AT, LOWER_RIGHT, MIDDLE, Office, mark, small_pdf

TEXT = "Số: 07/QĐ-UBND; 05/11/2026; 08:00:00+07:00"
A4 = (mm(210), mm(297))


def lettered(office: Office) -> bytes:
    lines = text_lines(TEXT)
    one = SignatureMark(
        role="seal",
        signer=office.seal,
        page=0,
        box=text_box(lines, A4),
        text=lines,
        reason="Ban hành văn bản",
        location="Hà Nội",
    )
    return sign_document(small_pdf(), [one], at=AT)


def test_the_text_can_be_read_back_and_stands_in_the_top_margin_flush_right(office: Office) -> None:
    """Source: NĐ 30/2020, PL I, P.I, II.8.b."""
    document: Any = pypdfium2.PdfDocument(lettered(office))
    page = document[0]
    assert pypdfium2.raw.FPDFPage_Flatten(page.raw, pypdfium2.raw.FLAT_NORMALDISPLAY) == 1
    flat = io.BytesIO()
    document.save(flat)
    reader = pypdfium2.PdfDocument(flat.getvalue())[0].get_textpage()
    text = reader.get_text_range()
    assert TEXT in text
    boxes = [reader.get_charbox(index) for index in range(text.index(TEXT), text.index(TEXT) + len(TEXT))]
    assert max(box[2] for box in boxes) == pytest.approx(mm(PAGE.width - PAGE.right), abs=1)
    assert min(box[1] for box in boxes) > mm(PAGE.height - PAGE.top)


def test_the_file_stays_pdfa_and_the_signature_holds(office: Office, tmp_path: Path) -> None:
    signed = lettered(office)
    (tmp_path / "signed.pdf").write_bytes(signed)
    pdfa.validate_written(tmp_path / "signed.pdf", "2b")
    assert verify(signed, office.trust, at=AT).trusted


def test_a_long_text_is_broken_to_the_width_of_the_page() -> None:
    lines = text_lines("SAO Y; Trung tâm Cung ứng dịch vụ công ích và Chuyển đổi số phường Tân An Đông; " + TEXT)
    left, bottom, right, top = text_box(lines, A4)
    assert len(lines) == 2
    assert left >= mm(PAGE.left)
    assert [right, top - bottom] == pytest.approx([mm(PAGE.width - PAGE.right), 2 * LEADING])
    assert bottom > mm(PAGE.height - PAGE.top)


def test_a_partner_signs_later_in_the_place_left_open_and_nothing_breaks(office: Office) -> None:
    place = OpenPlace(name="Trần Thị Bình", page=0, box=MIDDLE)
    ours = sign_document(small_pdf(), [mark("signer", office.leader, LOWER_RIGHT)], at=AT, left_open=[place])
    assert verify(ours, office.trust, at=AT).trusted
    output = sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(ours)),
        PdfSignatureMetadata(field_name="partner_1", md_algorithm="sha256"),
        BridgedSigner(office.clerk),
        existing_fields_only=True,
        bytes_reserved=16_384,
    )
    verdict = verify(output.getvalue(), office.trust, at=AT)
    assert verdict.whole, verdict.problems
    assert [one.role for one in verdict.signatures] == ["signer", "unknown"]
