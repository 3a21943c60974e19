"""Findings as Word comments: a copy of a file in which each stands beside its paragraph.

Only the text part, the comments, the list of links and the list of content types are written anew; every other part
keeps its bytes. Comments may not stand in headers, footers, notes and text boxes, so what is found there is said at
the paragraph that the text box hangs on, or at the first one.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime

from lxml import etree

from docgen.check.findings import Finding
from docgen.paper.errors import DamagedPaperError, UnsupportedFormatError
from docgen.paper.word_package import Package, part_name, unpacked
from docgen.paper.word_xml import (
    PARAGRAPH,
    Element,
    R,
    W,
    is_strict,
    outer_paragraph,
    paragraph_elements,
    parsed,
    strict,
)

AUTHOR = "docgen"
INITIALS = "DG"

_LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = R[1:-1] + "/comments"
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_TYPES_PART = "[content_types].xml"
#: The first day that a zip can hold, so that equal input gives equal output.
_NO_DAY = (1980, 1, 1, 0, 0, 0)
#: Signs that XML cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def annotated(docx: bytes, findings: Sequence[Finding], *, at: datetime | None = None) -> bytes:
    """A copy of a Word file with each finding as a comment, after those that it has.

    ``at`` is the aware moment that the comments bear; without it they bear none.

    Raises:
        UnreadablePaperError: it is no Word file, or broken, or larger than a paper ever is.
    """
    parts = unpacked(docx)
    package = Package(parts)
    root = package.tree(package.main)
    if root is None or root.tag != f"{W}document":
        raise UnsupportedFormatError
    paragraphs = paragraph_elements(root)
    if not findings or not paragraphs:
        return docx
    comments_part = package.target("comments")
    comments = package.tree(comments_part)
    if comments is None:
        comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
    first_id = _first_free_id(root, comments)
    for number, finding in enumerate(findings, start=first_id):
        anchor, stands_elsewhere = _anchor(paragraphs, finding.paragraph)
        _mark(anchor, number)
        comments.append(_comment(number, finding, at, stands_elsewhere=stands_elsewhere))
    changed = {package.main: _bytes(root)}
    if comments_part is None:
        comments_part = _free_name(parts, posixpath.dirname(package.main))
        changed |= _linked(parts, package.main, comments_part)
    changed[comments_part] = _bytes(comments)
    if is_strict(package.content(package.main)):
        changed = {name: strict(content) for name, content in changed.items()}
    return _repacked(docx, parts, changed)


def _anchor(paragraphs: Sequence[Element], number: int | None) -> tuple[Element, bool]:
    """The paragraph that bears the comment, and whether the finding itself stands outside the running text."""
    if number is None:
        return outer_paragraph(paragraphs[0]), False
    if not 1 <= number <= len(paragraphs):
        return outer_paragraph(paragraphs[0]), True
    return outer_paragraph(paragraphs[number - 1]), False


def _mark(paragraph: Element, number: int) -> None:
    """Put a comment around all that a paragraph holds."""
    begin = etree.Element(f"{W}commentRangeStart", {f"{W}id": str(number)})
    has_properties = len(paragraph) > 0 and paragraph[0].tag == f"{W}pPr"
    paragraph.insert(1 if has_properties else 0, begin)
    etree.SubElement(paragraph, f"{W}commentRangeEnd", {f"{W}id": str(number)})
    run = etree.SubElement(paragraph, f"{W}r")
    etree.SubElement(run, f"{W}commentReference", {f"{W}id": str(number)})


def _comment(number: int, finding: Finding, at: datetime | None, *, stands_elsewhere: bool) -> Element:
    comment = etree.Element(f"{W}comment", {f"{W}id": str(number), f"{W}author": AUTHOR, f"{W}initials": INITIALS})
    if at is not None:
        comment.set(f"{W}date", at.isoformat(timespec="seconds"))
    run = etree.SubElement(etree.SubElement(comment, PARAGRAPH), f"{W}r")
    text = etree.SubElement(run, f"{W}t", {_XML_SPACE: "preserve"})
    text.text = _FORBIDDEN.sub(" ", _sentence(finding, stands_elsewhere=stands_elsewhere))
    return comment


def _sentence(finding: Finding, *, stands_elsewhere: bool) -> str:
    parts = [f"[{finding.id}] {finding.message} ({finding.clause})."]
    if stands_elsewhere:
        parts.append("Chỗ này nằm ở đầu trang, chân trang hoặc chú thích.")
    if finding.found:
        parts.append(f"Đang ghi: {_ended(finding.found)}")
    if finding.expected:
        parts.append(f"Cần: {_ended(finding.expected)}")
    return " ".join(parts)


def _ended(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _first_free_id(root: Element, comments: Element) -> int:
    """A comment number above all that the file uses."""
    used = [0]
    marks = (f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference", f"{W}comment")
    for element in (*root.iter(*marks), *comments.iter(f"{W}comment")):
        number = element.get(f"{W}id", "")
        if number.isdecimal() and len(number) < 9:
            used.append(int(number))
    return max(used) + 1


def _free_name(parts: Mapping[str, bytes], folder: str) -> str:
    """A part name that nothing has yet, in small letters."""
    taken = {name.lower() for name in parts}
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in range(len(taken) + 1))
    return next(name for name in names if name not in taken)


def _linked(parts: Mapping[str, bytes], main: str, comments_part: str) -> dict[str, bytes]:
    """The list of links of the main part and the list of content types, each with the new part."""
    folder, name = posixpath.split(main)
    links_part = posixpath.join(folder, "_rels", f"{name}.rels")
    links = _tree(parts, links_part, "Relationships", _LINKS)
    ids = {link.get("Id") for link in links}
    link_id = next(f"rIdDocgen{number}" for number in range(len(ids) + 1) if f"rIdDocgen{number}" not in ids)
    attributes = {"Id": link_id, "Type": _KIND, "Target": f"/{comments_part}"}
    etree.SubElement(links, f"{{{_LINKS}}}Relationship", attributes)
    types = _tree(parts, _TYPES_PART, "Types", _TYPES)
    override = {"PartName": f"/{comments_part}", "ContentType": _CONTENT_TYPE}
    etree.SubElement(types, f"{{{_TYPES}}}Override", override)
    return {links_part: _bytes(links), _TYPES_PART: _bytes(types)}


def _tree(parts: Mapping[str, bytes], wanted: str, tag: str, namespace: str) -> Element:
    """The root of a list, or a new one where the file has none."""
    empty = f'<{tag} xmlns="{namespace}"/>'.encode()
    try:
        return parsed(next((content for name, content in parts.items() if part_name(name) == wanted), empty))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DamagedPaperError("Word") from error


def _bytes(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _repacked(docx: bytes, parts: Mapping[str, bytes], changed: Mapping[str, bytes]) -> bytes:
    """The file with these parts changed or added, the others and their order as they were."""
    packed, left = io.BytesIO(), dict(changed)
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name, content in parts.items():
            info = old.getinfo(name)
            new.writestr(info, left.pop(part_name(name), content), compress_type=info.compress_type)
        for name, content in left.items():
            new.writestr(zipfile.ZipInfo(name, _NO_DAY), content, compress_type=zipfile.ZIP_DEFLATED)
    return packed.getvalue()
