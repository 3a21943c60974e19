"""The door: the bytes of any file in, a paper out, or an error that tells the clerk what to do.

The kind of a file is told by its bytes; names lie.
"""

from __future__ import annotations

import codecs
import io
import re
import struct
import zipfile

from docgen.paper.errors import (
    MOST_BYTES,
    DamagedPaperError,
    EmptyFileError,
    OldFormatError,
    PaperTooLargeError,
    ProtectedPaperError,
    UnsupportedFormatError,
)
from docgen.paper.letters import legacy_letters
from docgen.paper.model import Paper
from docgen.paper.pdf import pdf_paper
from docgen.paper.plain import text_paper
from docgen.paper.word import word_paper
from docgen.paper.word_package import MOST_ENTRIES

#: Some writers put bytes of their own before it; readers look so far.
_PDF = re.compile(rb"%PDF-\d")
_PDF_WITHIN = 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_PICTURE, _SHEET, _SLIDES, _ARCHIVE = "tệp ảnh", "bảng tính", "bản trình chiếu", "tệp nén"
#: How files begin that hold no text to read.
_BEGINNINGS = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"BM", _PICTURE),
    (b"RIFF", _PICTURE),
    (b"Rar!", _ARCHIVE),
    (b"7z\xbc\xaf", _ARCHIVE),
    (b"\x1f\x8b", _ARCHIVE),
)
_WEB = re.compile(rb"\s*(?:<!doctype|<html|<head|<body|<\?xml|<svg|mime-version:)", re.IGNORECASE)
_CONTROL = re.compile("[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
#: A text holds at most one control character in so many.
_CONTROL_SHARE = 200


def opened(data: bytes, *, name: str = "") -> Paper:
    """The paper that a file holds. ``name`` decides nothing: a PDF called ``.docx`` is read as a PDF.

    Raises:
        UnreadablePaperError: one of its classes for each thing that the clerk can do. See ``docgen.paper.errors``.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise EmptyFileError
    if len(data) > MOST_BYTES:
        raise PaperTooLargeError(f"Tệp nặng {len(data) / 10**6:.1f} MB", f"{MOST_BYTES // 10**6} MB")
    if data.startswith(b"PK"):
        return _archived(data)
    if _PDF.search(data, 0, _PDF_WITHIN):
        return pdf_paper(data)
    _refuse_others(data)
    return text_paper(_text(data))


def _archived(data: bytes) -> Paper:
    """The Word file that a zip archive is; its inflating is bounded where it is read."""
    # Counted in the bytes, because reading a million entries is work already and headers may lie.
    if data.count(_DIRECTORY_ENTRY) > MOST_ENTRIES:
        raise PaperTooLargeError(f"Tệp nén có hơn {MOST_ENTRIES} mục", f"{MOST_ENTRIES} mục")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = {entry.replace("\\", "/").lower() for entry in archive.namelist()}
            mimetype = archive.read("mimetype")[:100] if _small(archive, "mimetype") else b""
    except (zipfile.BadZipFile, struct.error, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise DamagedPaperError("Word") from error
    folders = {entry.split("/")[0] for entry in names}
    if "word" in folders or (not folders & {"xl", "ppt"} and "[content_types].xml" in names):
        return word_paper(data)
    if b"opendocument" in mimetype:
        raise UnsupportedFormatError("tệp OpenDocument (.odt, .ods)")
    raise UnsupportedFormatError(_SHEET if "xl" in folders else _SLIDES if "ppt" in folders else _ARCHIVE)


def _small(archive: zipfile.ZipFile, entry: str) -> bool:
    """Whether an entry is there, stored as it is and short, so that reading it costs nothing."""
    info = archive.NameToInfo.get(entry)
    return info is not None and info.compress_type == zipfile.ZIP_STORED and info.file_size <= 200


def _refuse_others(data: bytes) -> None:
    if data.startswith(_OLE):
        _refuse_compound(data)
    if data.lstrip()[:5] == b"{\\rtf":
        raise OldFormatError(".rtf")
    for beginning, format in _BEGINNINGS:
        if data.startswith(beginning):
            raise UnsupportedFormatError(format)
    if _WEB.match(data.removeprefix(codecs.BOM_UTF8)):
        raise UnsupportedFormatError("trang web hoặc tệp XML")


def _refuse_compound(data: bytes) -> None:
    """Compound files name their streams in UTF-16: old Office, or new Office behind a password."""

    def names(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if names("EncryptedPackage"):
        raise ProtectedPaperError
    if names("WordDocument"):
        raise OldFormatError(".doc")
    raise UnsupportedFormatError(
        _SHEET if names("Workbook") or names("Book") else _SLIDES if names("PowerPoint Document") else ""
    )


def _text(data: bytes) -> str:
    """The characters of a text in UTF-8, UTF-16, or the eight bits of old Vietnamese letters."""
    text = _decoded(data)
    if text is None or len(_CONTROL.findall(text)) * _CONTROL_SHARE > len(text):
        raise UnsupportedFormatError
    return text


def _decoded(data: bytes) -> str | None:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":
            # Cut short in the middle of a letter.
            return data[: error.start].decode("utf-8-sig")
    old = data.decode("latin-1")
    return old if legacy_letters(old, ()) else None
