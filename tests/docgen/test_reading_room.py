"""Files of strangers cost one child at most: answers cross the line whole, errors as what they are."""

from __future__ import annotations

import io
import os
import signal
import time
import zlib
from collections.abc import Iterator

import pikepdf
import pytest

from docgen.children import Limits
from docgen.paper.errors import (
    DamagedPaperError,
    EmptyFileError,
    LegacyLettersError,
    OldFormatError,
    PaperTooSlowError,
    UnjudgeablePaperError,
    UnreadablePaperError,
    UnsupportedFormatError,
)
from docgen.reading_room import ReadingRoom
from docgen.workshop import Workshop
from tests.docgen.paper.pdf_files import Print, pdf_of
from tests.documents import NUMBERED, example

LETTER = pdf_of([Print(text="Số: 07/UBND-NC", x=30, y=40), Print(text="Kính gửi: Công an tỉnh", x=80, y=60)])


@pytest.fixture(scope="module")
def docx(workshop: Workshop) -> bytes:
    one = example("cong_van/bcd-hung-yen")
    return workshop.docx(one.kind, one.content, one.issuer, NUMBERED)


@pytest.fixture
def hasty() -> Iterator[ReadingRoom]:
    """A reading room that waits for nobody."""
    room = ReadingRoom(Limits(size=1, wait=30, answer=0.0001, memory=1024**3, jobs=10))
    yield room
    room.close()


def test_fields_come_back_with_value_confidence_and_place(reading_room: ReadingRoom, docx: bytes) -> None:
    fields = reading_room.read(docx)
    assert fields["number"]["value"] == "07"
    assert fields["date"]["value"] == "2026-11-05"
    assert 0.9 <= fields["kind"]["confidence"] <= 1
    assert fields["kind"]["where"].keys() == {"page", "paragraph"}


def test_findings_go_back_into_the_file_as_comments(reading_room: ReadingRoom, docx: bytes) -> None:
    checked = reading_room.check(docx)
    assert {"C36"} <= {finding["id"] for finding in checked.findings}
    annotated = reading_room.annotate(docx, checked.findings)
    assert reading_room.read(annotated) == reading_room.read(docx)
    assert len(annotated) > len(docx)


def test_a_check_names_the_cited_documents_that_nobody_knew(reading_room: ReadingRoom, workshop: Workshop) -> None:
    one = example("bao_cao/truong-thcs")
    asked = reading_room.check(workshop.docx(one.kind, one.content, one.issuer, NUMBERED)).asked
    assert "08/KH-THCSTAĐ" in asked
    assert "124/2021/TT-BCA" not in asked


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", EmptyFileError(), id="empty"),
        pytest.param(b"{\\rtf1 Kinh gui}", OldFormatError(".rtf"), id="an old format"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + b"\0" * 99, UnsupportedFormatError("tệp ảnh"), id="a picture"),
        pytest.param(LETTER[: len(LETTER) // 3], DamagedPaperError("PDF"), id="cut short"),
    ],
)
def test_an_error_of_the_child_is_the_same_error_here(
    reading_room: ReadingRoom, data: bytes, expected: UnreadablePaperError
) -> None:
    with pytest.raises(type(expected)) as raised:
        reading_room.read(data)
    assert str(raised.value) == str(expected)


def test_old_letters_are_told_instead_of_findings(reading_room: ReadingRoom) -> None:
    text = "CÉng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nSè: 12/Q§-UB\n" * 5
    for look in (reading_room.check, reading_room.read):
        with pytest.raises(LegacyLettersError, match="TCVN3"):
            look(text.encode())


def test_a_child_that_ended_while_it_was_idle_does_not_cost_the_next_file() -> None:
    room = ReadingRoom(Limits(size=1, wait=30, answer=30, memory=1024**3, jobs=10))
    try:
        before = room.read(LETTER)
        (child,) = room.pids()
        os.kill(child, signal.SIGKILL)
        assert room.read(LETTER) == before
    finally:
        room.close()


def test_a_text_that_is_no_official_document_is_not_found_faultless(reading_room: ReadingRoom) -> None:
    with pytest.raises(UnjudgeablePaperError, match="Không nhận ra"):
        reading_room.check(b"root:x:0:0:root:/root:/bin/bash\n")


def test_a_file_that_takes_too_long_is_left(hasty: ReadingRoom) -> None:
    with pytest.raises(PaperTooSlowError):
        hasty.read(LETTER)


def test_a_swollen_file_costs_its_child_only(reading_room: ReadingRoom, docx: bytes) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(595, 842))
    packer = zlib.compressobj(1)
    blanks = b" " * 10_000_000
    swollen = b"".join(packer.compress(blanks) for _ in range(150)) + packer.flush()
    pdf.pages[0].Contents = pikepdf.Stream(pdf, swollen, Filter=pikepdf.Name.FlateDecode)
    buffer = io.BytesIO()
    pdf.save(buffer, compress_streams=False)
    start = time.monotonic()
    with pytest.raises(UnreadablePaperError):
        reading_room.read(buffer.getvalue())
    assert time.monotonic() - start < 30
    assert reading_room.read(docx)["number"]["value"] == "07"
