"""Last touches on a filled document that Word's template language cannot express.

Three things depend on the text that was filled in: how long the rules under a name or a subject are, which lines
must go over to the next page together with a table or the signature, and where the words stand that ``./.`` ends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from docgen.flow import flow
from docgen.fonts import longest_line
from docgen.rules.ending import ended
from docgen.rules.page import CHOSEN, PAGE, RULE_SHARE, TWIPS_PER_MM
from docgen.sections import Edges, sections, set_sections

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
#: Share of the line above that a rule takes: the middle of what the decree allows.
_SHARE = (RULE_SHARE.least + RULE_SHARE.most) / 2
#: Style of a rule -> share of the text above it. Source: NĐ 30/2020, PL I, P.I, II.1.b, II.2.b, II.5.b.
_RULES = {"RuleWhole": 1.0, "RulePart": _SHARE}
#: Size in points, and whether bold, of the styles that stand over a rule.
_ABOVE = {
    "Motto": (CHOSEN["motto"], True),
    "Office": (CHOSEN["office"], True),
    "Subject": (CHOSEN["subject"], True),
    "CertificateName": (CHOSEN["kind"], True),
    "KindName": (CHOSEN["kind"], True),
    "AnnexNote": (CHOSEN["annex_title"], False),
}
#: Styles of running text, which the mark ``./.`` ends.
_RUNNING = frozenset({"Body", "Article", "ClauseTitle"})
#: Styles that lead on to what follows them.
_LEADING = frozenset({"CertificateLine", "Party"})
#: Rows of a table that is the head of a block, such as that of a copy: it goes over as a whole.
_HEAD_ROWS = 2
#: Where the signature block begins: a bookmark of this name in its table.
SIGNATURE_BOOKMARK = "signature"
#: Bookmarks of a signature's place, as the template names them.
_PLACE = re.compile(r"signature\d+(gap|foot|start|end)")
#: A bookmark where a text ends that no signature follows, such as one attached to a decision.
ENDING_BOOKMARK = "ending"

Element = etree._Element


def finished(xml: str, edges: Edges) -> bytes:
    """``word/document.xml`` with its rules measured, its last lines tied to the signature, its sections set.

    Args:
        xml: the filled part.
        edges: what the package's headers and footers print.
    """
    root = etree.fromstring(xml.encode(), etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    _number_places(root)
    found = sections(root)
    set_sections(found, edges)
    widths = {element: section.page.text_width for section in found for element in section.content}
    for paragraph in root.iter(f"{_W}p"):
        style = _style(paragraph)
        if style in _RULES:
            _measure(paragraph, _RULES[style], widths)
    for table in root.iter(f"{_W}tbl"):
        if _is_signature_block(table):
            _end(table)
            flow(table)
        _tie(table)
    for mark in root.iter(f"{_W}bookmarkStart"):
        place = mark.getparent()
        if place is not None and str(mark.get(f"{_W}name")).startswith(ENDING_BOOKMARK):
            _end(place)
            _tie_over(place)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _number_places(root: Element) -> None:
    """The bookmarks of signatures counted in reading order: a template repeats one block for every signer."""
    counts: dict[str, int] = {}
    for identity, mark in enumerate(root.iter(f"{_W}bookmarkStart"), 1):
        end = mark.getnext()
        if end is not None and end.tag == f"{_W}bookmarkEnd" and end.get(f"{_W}id") == mark.get(f"{_W}id"):
            mark.set(f"{_W}id", str(identity))
            end.set(f"{_W}id", str(identity))
        if place := _PLACE.fullmatch(str(mark.get(f"{_W}name"))):
            counts[place[1]] = counts.get(place[1], 0) + 1
            mark.set(f"{_W}name", f"{SIGNATURE_BOOKMARK}{counts[place[1]]}{place[1]}")


def _style(paragraph: Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else str(style.get(f"{_W}val"))


def _text(paragraph: Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))


def _measure(rule: Element, share: float, widths: Mapping[Element, float]) -> None:
    """Indents on both sides of a rule, so that it is ``share`` of the text above and centred under it."""
    style, texts = _text_above(rule)
    properties = rule.find(f"{_W}pPr")
    if style not in _ABOVE or properties is None:
        return
    size, bold = _ABOVE[style]
    width = widths.get(rule) or _column_width(rule)
    longest = max(longest_line(text, size, width, bold=bold) for text in texts)
    side = str(round((width - longest * share) / 2 * TWIPS_PER_MM))
    indent = etree.SubElement(properties, f"{_W}ind")
    indent.set(f"{_W}left", side)
    indent.set(f"{_W}right", side)


def _text_above(rule: Element) -> tuple[str, list[str]]:
    """Style and texts of the paragraphs right above a rule, as far up as the style stays the same."""
    style = ""
    texts: list[str] = []
    for paragraph in rule.itersiblings(preceding=True):
        if texts and _style(paragraph) != style:
            break
        style = _style(paragraph)
        texts.append(_text(paragraph))
    return style, texts


def _column_width(paragraph: Element) -> float:
    """Millimetres of the cell or page that a paragraph stands in."""
    parent = paragraph.getparent()
    width = None if parent is None else parent.find(f"{_W}tcPr/{_W}tcW")
    return PAGE.text_width if width is None else int(width.get(f"{_W}w", "0")) / TWIPS_PER_MM


def _is_signature_block(table: Element) -> bool:
    return any(str(mark.get(f"{_W}name")).startswith(SIGNATURE_BOOKMARK) for mark in table.iter(f"{_W}bookmarkStart"))


def _tie(table: Element) -> None:
    """What stands before a table goes over to the next page with it: a lead-in, a letter's last words, a last row.

    So the signature block never stands alone on a page.
    """
    before = table.getprevious()
    if before is None or before.tag != f"{_W}p":
        return
    if _style(before) in _RUNNING | _LEADING:
        _keep(before)
    above = before.getprevious()
    if _style(before) == "AfterTable" and above is not None and above.tag == f"{_W}tbl" and _is_signature_block(table):
        _keep(before)
        rows = above.findall(f"{_W}tr")
        for row in rows if len(rows) <= _HEAD_ROWS else rows[-1:]:
            for paragraph in row.iter(f"{_W}p"):
                _keep(paragraph)


def _tie_over(place: Element) -> None:
    """The last words before an ending keep with the table behind it, as a copied signature."""
    before, after = place.getprevious(), place.getnext()
    if before is not None and before.tag == f"{_W}p" and after is not None and after.tag == f"{_W}tbl":
        _keep(before)
        _keep(place)


def _keep(paragraph: Element) -> None:
    """The paragraph keeps with the next one."""
    properties = paragraph.find(f"{_W}pPr")
    if properties is not None and properties.find(f"{_W}keepNext") is None:
        # The schema wants it right behind the style.
        properties.insert(1, etree.Element(f"{_W}keepNext"))


def _end(close: Element) -> None:
    """The last words before the signature block, or another end of a text, end in ``./.``."""
    before = close.getprevious()
    if before is not None and before.tag == f"{_W}p" and _style(before) in _RUNNING:
        texts = [text for text in before.iter(f"{_W}t") if text.text and text.text.strip()]
        if texts:
            texts[-1].text = ended(texts[-1].text or "")
