"""A Word file as a package: a bounded unpacking, parts by name, relationships that stay inside.

Nothing here knows paragraphs. Part names are compared without regard to case, as the packaging standard says.
Source: ECMA-376, part 2.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from docgen.paper.errors import DamagedPaperError, PaperTooLargeError, UnsupportedFormatError
from docgen.paper.word_xml import Element, parsed

#: Source: the limits that this service promises for a file.
MOST_ENTRIES = 2_000
MOST_BYTES = 200_000_000
#: A thousand pages of text are some 20 MB of XML; a tree takes about ten times its text.
MOST_XML_BYTES = 32_000_000
#: A page of Word takes about 2,000 tags; a node of the tree takes some 150 bytes.
MOST_TAGS = 2_000_000

_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_DIRECTORY_ENTRY = b"PK\x01\x02"
_ZIP_FAILURES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)


def unpacked(data: bytes, *, endings: tuple[str, ...] = ("",)) -> dict[str, bytes]:
    """The entries of a zip by name, in its order, inflated no further than a paper needs; folders are left out.

    Only names with one of ``endings`` (in small letters) are inflated.

    Raises:
        DamagedPaperError: the bytes are no zip, or an entry is cut short,
            encrypted or packed in a way that Word never uses.
        PaperTooLargeError: more than 2,000 entries or 200 MB.
    """
    # Counted before the directory is read, because reading a million entries is work already.
    if data.count(_DIRECTORY_ENTRY) > MOST_ENTRIES:
        raise PaperTooLargeError("Tệp nén có quá nhiều mục", f"{MOST_ENTRIES} mục")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _ZIP_FAILURES as error:
        raise DamagedPaperError("Word") from error
    parts: dict[str, bytes] = {}
    left = MOST_BYTES
    with archive:
        for info in archive.infolist():
            # ZipInfo.is_dir() stumbles over an entry without a name (Python 3.11).
            if info.filename.endswith("/") or not info.filename.lower().endswith(endings):
                continue
            parts[info.filename] = _entry(archive, info, left)
            left -= len(parts[info.filename])
    return parts


def _entry(archive: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    try:
        with archive.open(info) as entry:
            content = entry.read(most + 1)
    except _ZIP_FAILURES as error:
        raise DamagedPaperError("Word") from error
    if len(content) > most:
        raise PaperTooLargeError("Nội dung sau giải nén quá lớn", f"{MOST_BYTES // 1_000_000} MB")
    return content


@dataclass(frozen=True, slots=True, kw_only=True)
class Relationship:
    """A link from one part to another part of the same package."""

    id: str
    kind: str  #: last word of its type: ``header``, ``styles``
    target: str  #: part name in small letters, without a leading slash


class Package:
    """The parts of a Word file."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """Take what :func:`unpacked` gives.

        Raises:
            UnsupportedFormatError: there is no main part.
        """
        self._parts = {part_name(name): content for name, content in parts.items()}
        starts = (link.target for link in self.relationships("") if link.kind == "officeDocument")
        main = next(starts, "word/document.xml")
        if main not in self._parts:
            raise UnsupportedFormatError
        self.main = main
        self.links = self.relationships(main)  #: of the main part

    @property
    def has_macros(self) -> bool:
        """Whether the file carries macros, or says that it does."""
        types = self._parts.get("[content_types].xml", b"")
        return b"macroEnabled" in types or any(name.endswith("vbaproject.bin") for name in self._parts)

    def content(self, name: str) -> bytes:
        """The bytes of a part; nothing when there is no such part."""
        return self._parts.get(name, b"")

    def tree(self, name: str | None) -> Element | None:
        """The root of a part, in the transitional namespaces; None when there is no such part.

        Raises:
            DamagedPaperError: it is no well-formed XML, or it declares a document type.
            PaperTooLargeError: it is longer than 32 MB or has more than 2,000,000 tags.
        """
        content = self._parts.get(name) if name else None
        if content is None:
            return None
        if len(content) > MOST_XML_BYTES:
            raise PaperTooLargeError(f"Phần “{name}” quá lớn", f"{MOST_XML_BYTES // 1_000_000} MB")
        if content.count(b"<") > MOST_TAGS:
            raise PaperTooLargeError(f"Phần “{name}” có quá nhiều thẻ", f"{MOST_TAGS} thẻ")
        try:
            return parsed(content)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise DamagedPaperError("Word") from error

    def lenient_tree(self, name: str | None) -> Element | None:
        """Like :meth:`tree`, but None when a part that is no more than an addition is broken."""
        try:
            return self.tree(name)
        except DamagedPaperError:
            return None

    def relationships(self, part: str) -> list[Relationship]:
        """The links from ``part`` (empty: from the package) to parts that are there."""
        folder, name = posixpath.split(part)
        root = self.lenient_tree(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for link in () if root is None else root.iter(f"{_PACKAGE}Relationship"):
            target = part_name(posixpath.normpath(posixpath.join("/" + folder, link.get("Target", ""))))
            if link.get("TargetMode") != "External" and target in self._parts:
                found.append(
                    Relationship(id=link.get("Id", ""), kind=link.get("Type", "").rpartition("/")[2], target=target)
                )
        return found

    def target(self, kind: str) -> str | None:
        """The part of this kind that the main part names, or None."""
        return next((link.target for link in self.links if link.kind == kind), None)


def part_name(name: str) -> str:
    """The name of a part as it is compared: small letters, no leading slash."""
    return name.replace("\\", "/").lstrip("/").lower()
