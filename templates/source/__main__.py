"""Writes ``template.docx`` of every kind that has a layout here; ``--check`` only says which are out of date."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

from templates.source.layouts import LAYOUTS
from templates.source.pieces import circulation, contact, paragraph, section
from templates.source.styles import NAMESPACES, styles_xml

KINDS = Path(__file__).parents[1] / "vn"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def _relationships(**targets: tuple[str, str]) -> str:
    links = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, (kind, target) in targets.items()
    )
    return (
        f'{_DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{links}</Relationships>"
    )


def _content_types() -> str:
    parts = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/header1.xml": f"{_WORD}.header+xml",
        "/word/header2.xml": f"{_WORD}.header+xml",
        "/word/header3.xml": f"{_WORD}.header+xml",
        "/word/footer1.xml": f"{_WORD}.footer+xml",
        "/word/footer2.xml": f"{_WORD}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    }
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts.items())
    return (
        f'{_DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _edge(element: str, inner: str) -> str:
    """A header or footer."""
    return f"{_DECLARATION}<w:{element} {NAMESPACES}>{inner}</w:{element}>"


def _page_number() -> str:
    """Page number, Arabic, centred in the top margin. Source: NĐ 30/2020, PL I, P.I, I.7."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    return _edge("hdr", f'<w:p><w:pPr><w:pStyle w:val="PageNumber"/></w:pPr>{field}</w:p>')


def package(kind: str) -> bytes:
    """The Word template of a kind; equal every time it is made."""
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            rId1=(f"{_OFFICE}/officeDocument", "word/document.xml"), rId2=(core, "docProps/core.xml")
        ),
        "docProps/core.xml": f'{_DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/'
        'package/2006/metadata/core-properties"/>',
        "word/document.xml": f"{_DECLARATION}<w:document {NAMESPACES}><w:body>{LAYOUTS[kind]()}"
        f"{section(inside=False)}</w:body></w:document>",
        "word/_rels/document.xml.rels": _relationships(
            rId1=(f"{_OFFICE}/styles", "styles.xml"),
            rId2=(f"{_OFFICE}/header", "header1.xml"),
            rId3=(f"{_OFFICE}/header", "header2.xml"),
            rId4=(f"{_OFFICE}/settings", "settings.xml"),
            rId5=(f"{_OFFICE}/header", "header3.xml"),
            rId6=(f"{_OFFICE}/footer", "footer1.xml"),
            rId7=(f"{_OFFICE}/footer", "footer2.xml"),
        ),
        "word/styles.xml": styles_xml(),
        "word/settings.xml": f'{_DECLARATION}<w:settings {NAMESPACES}><w:defaultTabStop w:val="720"/>'
        '<w:themeFontLang w:val="vi-VN"/></w:settings>',
        "word/header1.xml": _page_number(),
        "word/header2.xml": _edge("hdr", paragraph("PageNumber")),
        "word/header3.xml": _edge("hdr", circulation() + paragraph("Break")),
        "word/footer1.xml": _edge("ftr", paragraph("Break")),
        "word/footer2.xml": _edge("ftr", contact() + paragraph("Break")),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return buffer.getvalue()


def main() -> int:
    """Write or check every template; the exit code is 1 when a check finds one out of date."""
    stale = []
    for kind in [kind for kind in LAYOUTS if (KINDS / kind / "kind.toml").is_file()]:
        path, made = KINDS / kind / "template.docx", package(kind)
        if not path.is_file() or path.read_bytes() != made:
            stale.append(kind)
            if "--check" not in sys.argv:
                path.write_bytes(made)
    print("\n".join(f"{'stale' if '--check' in sys.argv else 'written'}: {kind}" for kind in stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
