"""Small Word files made of pieces of XML, for tests of what reads Word files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
    }.items()
)
LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"

A4 = (
    '<w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="720" w:footer="720" w:gutter="0"/>'
)
TIMES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    '<w:sz w:val="28"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
)


def run(text: str, properties: str = "") -> str:
    """A run with its properties."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str = "", properties: str = "") -> str:
    """A paragraph around runs; plain text becomes a run."""
    inner = content if not content or content.startswith("<") else run(content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def table(*rows: tuple[str, ...], properties: str = "", grid: tuple[int, ...] = (4000, 5000)) -> str:
    """A table of cells that hold paragraphs."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    cells = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{cells}</w:tbl>"


def field(code: str, result: str = "2") -> str:
    """A field of several runs, as Word writes it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"{run(result)}"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def word_file(
    body: str,
    *,
    section: str = A4,
    styles: str = TIMES,
    numbering: str = "",
    settings: str = "",
    footnotes: str = "",
    margins: Mapping[str, str] | None = None,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A package of a body and what goes with it.

    ``margins`` are headers and footers by relationship id (``header1``, ``footer1``), ``more`` further parts by name.
    """
    stories = {"styles": styles, "numbering": numbering, "settings": settings, "footnotes": footnotes}
    parts: dict[str, str | bytes] = {
        f"word/{name}.xml": f"<w:{name} {NAMESPACES}>{content}</w:{name}>"
        for name, content in stories.items()
        if content
    }
    links = [(name, name) for name, content in stories.items() if content]
    for name, content in (margins or {}).items():
        tag = "hdr" if name.startswith("header") else "ftr"
        parts[f"word/{name}.xml"] = f"<w:{tag} {NAMESPACES}>{content}</w:{tag}>"
        links.append((name, name.rstrip("0123456789")))
    linked = "".join(f'<Relationship Id="{id_}" Type="{LINK}/{kind}" Target="{id_}.xml"/>' for id_, kind in links)
    last = f"<w:sectPr>{section}</w:sectPr>" if section else ""
    return zipped(
        {
            "[Content_Types].xml": (
                f'<Types xmlns="{TYPES}"><Default Extension="xml" ContentType="application/xml"/>'
                '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
            ),
            "_rels/.rels": (
                f'<Relationships xmlns="{LINKS}"><Relationship Id="rId1" Type="{LINK}/officeDocument"'
                ' Target="word/document.xml"/></Relationships>'
            ),
            "word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}{last}</w:body></w:document>",
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{LINKS}">{linked}</Relationships>',
            **parts,
            **(more or {}),
        }
    )


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The parts as a zip."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return packed.getvalue()
