"""The door: every kind of file is told by its bytes, and every refusal says what to do."""

from __future__ import annotations

import io
import zipfile

import pikepdf
import pytest

from docgen.paper import (
    DamagedPaperError,
    EmptyFileError,
    OldFormatError,
    PaperTooLargeError,
    ProtectedPaperError,
    UnreadablePaperError,
    UnsupportedFormatError,
)
from docgen.paper.errors import MOST_BYTES
from docgen.paper.model import Remark, Source
from docgen.paper.opening import opened
from tests.docgen.paper.pdf_files import Print, pdf_of, saved

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LETTER = pdf_of([Print(text="Kính gửi: các phường", x=40, y=60)])


def archive(*names: str, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        if mimetype:
            made.writestr("mimetype", mimetype)
        for name in names:
            made.writestr(name, "<x/>")
    return buffer.getvalue()


def protected_pdf() -> bytes:
    with pikepdf.open(io.BytesIO(LETTER)) as pdf:
        return saved(pdf, encryption=pikepdf.Encryption(user="bí mật", owner="chủ"))


def stream(name: str) -> bytes:
    return OLE + name.encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "source", "text"),
    [
        pytest.param(LETTER, Source.PDF, "Kính gửi: các phường", id="pdf"),
        pytest.param(b"\r\n" * 10 + b"x" + LETTER, Source.PDF, "Kính gửi: các phường", id="pdf after 21 bytes"),
        pytest.param("Kính gửi".encode(), Source.TEXT, "Kính gửi", id="utf-8"),
        pytest.param("Kính gửi".encode("utf-8-sig"), Source.TEXT, "Kính gửi", id="utf-8 with a mark"),
        pytest.param("Kính gửi".encode("utf-16"), Source.TEXT, "Kính gửi", id="utf-16"),
        pytest.param("Kính gử".encode() + "i ở".encode()[:-1], Source.TEXT, "Kính gửi", id="utf-8 cut in a letter"),
        pytest.param(b"see %PDF- files", Source.TEXT, "see %PDF- files", id="text that names a format"),
    ],
)
@pytest.mark.parametrize("name", ["", "văn bản.docx", "a.xlsx"])
def test_a_file_is_read_as_what_it_is_whatever_its_name(data: bytes, source: Source, text: str, name: str) -> None:
    paper = opened(data, name=name)
    assert (paper.source, paper.text) == (source, text)


@pytest.mark.parametrize(
    ("data", "error", "says"),
    [
        pytest.param(b"", EmptyFileError, "rỗng", id="no bytes"),
        pytest.param(b" \r\n\0", EmptyFileError, "rỗng", id="only blanks"),
        pytest.param(b"x" * (MOST_BYTES + 1), PaperTooLargeError, "50 MB", id="over 50 MB"),
        pytest.param(stream("WordDocument"), OldFormatError, "lưu lại thành .docx", id="doc"),
        pytest.param(b"{\\rtf1\\ansi Xin}", OldFormatError, "lưu lại thành .docx", id="rtf"),
        pytest.param(stream("EncryptedPackage"), ProtectedPaperError, "mật khẩu", id="docx with a password"),
        pytest.param(stream("Workbook"), UnsupportedFormatError, "bảng tính", id="xls"),
        pytest.param(stream("PowerPoint Document"), UnsupportedFormatError, "bản trình chiếu", id="ppt"),
        pytest.param(OLE, UnsupportedFormatError, "định dạng", id="another compound file"),
        pytest.param(protected_pdf(), ProtectedPaperError, "mật khẩu", id="pdf with a password"),
        pytest.param(archive("xl/workbook.xml"), UnsupportedFormatError, "bảng tính", id="xlsx"),
        pytest.param(archive("ppt/presentation.xml"), UnsupportedFormatError, "trình chiếu", id="pptx"),
        pytest.param(archive("tệp.txt"), UnsupportedFormatError, "tệp nén", id="zip"),
        pytest.param(
            archive("content.xml", mimetype="application/vnd.oasis.opendocument.text"),
            UnsupportedFormatError,
            ".odt",
            id="odt",
        ),
        pytest.param(archive(*map(str, range(2001))), PaperTooLargeError, "2000 mục", id="2,001 entries"),
        pytest.param(archive("word/document.xml")[:-30], DamagedPaperError, "Word", id="docx cut short"),
        pytest.param(LETTER[:60], DamagedPaperError, "PDF", id="pdf cut short"),
        pytest.param(b"\x89PNG\r\n\x1a\n", UnsupportedFormatError, "ảnh", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", UnsupportedFormatError, "ảnh", id="jpeg"),
        pytest.param(b"\n<!DOCTYPE html><p>", UnsupportedFormatError, "trang web", id="html"),
        pytest.param(bytes(range(256)) * 4, UnsupportedFormatError, ".docx, .pdf", id="nobody knows"),
        pytest.param(b"Vi\xea\xf2t Nam", UnsupportedFormatError, "UTF-8", id="windows letters"),
    ],
)
def test_a_file_that_is_not_read_says_what_to_do(data: bytes, error: type[UnreadablePaperError], says: str) -> None:
    with pytest.raises(error, match=says.replace(".", r"\.")) as raised:
        opened(data)
    assert "Hãy " in str(raised.value)


def test_text_in_the_bytes_of_old_letters_is_read_and_remarked() -> None:
    assert opened("Céng hßa x· héi chñ nghÜa ViÖt Nam".encode("latin-1")).remarks == {Remark.LEGACY_LETTERS}
