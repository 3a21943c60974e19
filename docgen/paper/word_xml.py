"""The XML of Word files: a safe parser, the names of tags, and values as Word writes them.

Word's strict files differ from the usual ones in their namespaces only, so these are renamed before parsing.
Source: ECMA-376, part 1 and part 4.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element

_OPEN = b"http://schemas.openxmlformats.org/"
_STRICT = b"http://purl.oclc.org/ooxml/"
#: Strict namespace -> the one that every other file uses.
_RENAMED = (
    (_STRICT + b"wordprocessingml/main", _OPEN + b"wordprocessingml/2006/main"),
    (_STRICT + b"officeDocument/relationships", _OPEN + b"officeDocument/2006/relationships"),
    (_STRICT + b"officeDocument/math", _OPEN + b"officeDocument/2006/math"),
    (_STRICT + b"drawingml/wordprocessingDrawing", _OPEN + b"drawingml/2006/wordprocessingDrawing"),
    (_STRICT + b"drawingml/picture", _OPEN + b"drawingml/2006/picture"),
    (_STRICT + b"drawingml/main", _OPEN + b"drawingml/2006/main"),
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
VML = "{urn:schemas-microsoft-com:vml}"
OFFICE = "{urn:schemas-microsoft-com:office:office}"

ALTERNATES = f"{MC}AlternateContent"
PARAGRAPH = f"{W}p"
TEXT_BOX = f"{W}txbxContent"
VAL = f"{W}val"

#: Units that a measure may carry, in twentieths of a point.
_TWIPS = {"": 1.0, "pt": 20.0, "pc": 240.0, "pi": 240.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 1440 / 25.4}
_MEASURE = re.compile(r"\s*([-+]?\d*\.?\d+)\s*([a-z]*)\s*")
#: No page of Word is longer than 22 inches; ten of them bound every length that can mean something.
_FARTHEST = 10 * 22 * 1440.0
_MM_PER_TWIP = 25.4 / 1440

#: Prefixes of what a Choice may ask for and this reader understands.
_UNDERSTOOD = frozenset({"wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "wpi"})


def parsed(content: bytes) -> Element:
    """The root element; entities are never followed.

    Raises:
        etree.XMLSyntaxError: not well-formed, or nested deeper than 256.
        ValueError: the part declares a document type, which no Word file does.
    """
    if is_strict(content):
        for name, usual in _RENAMED:
            content = content.replace(name, usual)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    root = etree.fromstring(content, parser)
    if etree.ElementTree(root).docinfo.internalDTD is not None:
        raise ValueError("document type")
    return root


def is_strict(content: bytes) -> bool:
    """Whether XML is written in the strict namespaces."""
    return _STRICT in content


def strict(content: bytes) -> bytes:
    """The XML with the usual namespaces renamed to the strict ones."""
    for name, usual in _RENAMED:
        content = content.replace(usual, name)
    return content


def on(element: Element) -> bool:
    """Whether a switch like ``w:b`` is on; without a value it is."""
    return element.get(VAL, "1") not in ("0", "false", "off")


def twips(text: str | None) -> float | None:
    """A length in twentieths of a point from ``284``, ``14.2pt`` or ``5mm``; None for none and for nonsense."""
    if text and text.isdecimal():
        length = float(text)
    else:
        match = _MEASURE.fullmatch(text or "")
        if match is None or match[2] not in _TWIPS:
            return None
        length = float(match[1]) * _TWIPS[match[2]]
    return length if abs(length) <= _FARTHEST else None


def whole(text: str | None) -> int | None:
    """A whole number that fits 32 bits, or None."""
    try:
        number = float(text or "")
    except ValueError:
        return None
    return int(number) if math.isfinite(number) and abs(number) < 2**31 else None


def millimetres(length: float) -> float:
    """Millimetres of twentieths of a point, to the hundredth."""
    return round(length * _MM_PER_TWIP, 2)


def branch(alternates: Element) -> Element | None:
    """The one branch of ``mc:AlternateContent`` that counts: a Choice that is understood, else the Fallback."""
    fallback = None
    for child in alternates:
        if child.tag == f"{MC}Choice":
            if _UNDERSTOOD.issuperset(child.get("Requires", "?").split()):
                return child
        elif child.tag == f"{MC}Fallback" and fallback is None:
            fallback = child
    return fallback


def paragraph_elements(root: Element) -> list[Element]:
    """Every ``w:p`` in the order of the file, without those of branches that do not count.

    The place in this list, from 1, is the number of the paragraph in the paper.
    """
    passed_over: set[Element] = set()
    for alternates in root.iter(ALTERNATES):
        chosen = branch(alternates)
        for other in alternates:
            if other is not chosen:
                passed_over.update(other.iter(PARAGRAPH))
    return [paragraph for paragraph in root.iter(PARAGRAPH) if paragraph not in passed_over]


def outer_paragraph(paragraph: Element) -> Element:
    """The outermost ``w:p`` around a paragraph of a text box, or the paragraph itself."""
    around: Iterator[Element] = paragraph.iterancestors(PARAGRAPH)
    return next(reversed(list(around)), paragraph)
