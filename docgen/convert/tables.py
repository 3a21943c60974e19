"""Long tables made ready for LibreOffice, in the copy of a Word document that it converts and nobody else sees.

Before it lays out a document LibreOffice 7.4 guesses where a long table will break and cuts it there: it takes the
20 to 53 paragraphs that it expects on a page, divides them by the cells of the table's second row, and makes pieces
of that many rows, of two at least. The layout then joins the pieces again, but gives up after some twenty steps on a
page, two for a piece where the head is repeated. So a table of eight columns ended after 21 rows, in the middle of
a page or with its last row below the margin (measured 2026-11-22; later versions of LibreOffice no longer guess).

A second row of one cell makes the pieces as long as a page. It is part of the head, empty, and a twentieth of a
point high.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

Element = etree._Element

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"
_DOCUMENT = "word/document.xml"
_UNREADABLE = (zipfile.BadZipFile, zlib.error, etree.XMLSyntaxError, KeyError, RuntimeError, OSError, EOFError)
#: Rows that come together in any case, and cells of a row that leave the pieces long enough.
_FEW_ROWS, _FEW_CELLS = 18, 3


def eased(docx: bytes) -> bytes:
    """The document with a thin second row in the head of every long table.

    Unchanged where there is none, and where it cannot be read: LibreOffice says what is wrong with it.
    """
    try:
        return _eased(docx)
    except _UNREADABLE:
        return docx


def _eased(docx: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        xml = package.read(_DOCUMENT)
        if b"tblHeader" not in xml:
            return docx
        root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
        long = [table for table in root.iterfind(f"{_W}body/{_W}tbl") if _is_long(table)]
        if not long:
            return docx
        for table in long:
            _ease(table)
        return _replaced(package, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _is_long(table: Element) -> bool:
    """Whether LibreOffice would cut it into many pieces; a head of joined rows cannot take a row between."""
    rows = table.findall(f"{_W}tr")
    return (
        len(rows) > _FEW_ROWS
        and rows[0].find(f"{_W}trPr/{_W}tblHeader") is not None
        and len(rows[1].findall(f"{_W}tc")) > _FEW_CELLS
        and all(merge.get(f"{_W}val") == "restart" for merge in rows[1].iterfind(f"{_W}tc/{_W}tcPr/{_W}vMerge"))
    )


def _ease(table: Element) -> None:
    first = table.find(f"{_W}tr")
    columns = len(table.findall(f"{_W}tblGrid/{_W}gridCol"))
    if first is not None and columns:
        first.addnext(etree.fromstring(_thin_row(columns)))


def _thin_row(columns: int) -> str:
    """A row of one cell over all columns, as low as a row can be."""
    return (
        f'<w:tr xmlns:w="{_NAMESPACE}"><w:trPr><w:cantSplit/><w:trHeight w:val="1" w:hRule="exact"/><w:tblHeader/>'
        f'</w:trPr><w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr><w:p><w:pPr><w:keepNext/>'
        '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/></w:pPr></w:p></w:tc></w:tr>'
    )


def _replaced(package: zipfile.ZipFile, document: bytes) -> bytes:
    """The package with another main part."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as target:
        for item in package.infolist():
            target.writestr(item.filename, document if item.filename == _DOCUMENT else package.read(item))
    return made.getvalue()
