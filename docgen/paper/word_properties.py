"""Properties of paragraphs and runs as they are written in one place: a style, a level of a list, a paragraph.

A property that is not written is not in the dictionary, so that putting one place over another is ``{**low, **high}``.
Lengths are twentieths of a point, sizes points. Source: ECMA-376, part 1, 17.3.1 and 17.3.2.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypedDict

from docgen.paper.word_fonts import Theme
from docgen.paper.word_xml import VAL, Element, W, on, twips, whole


class ParagraphProperties(TypedDict, total=False):
    """What ``w:pPr`` may say, as far as it is seen on the page."""

    style: str
    align: str
    left: float
    right: float
    first_line: float  #: negative for a hanging one
    left_chars: float  #: hundredths of a letter; only where no length is given
    first_line_chars: float
    before: float
    after: float
    before_auto: bool
    after_auto: bool
    line: float
    line_rule: str
    contextual: bool
    list: int  #: numId; 0 takes the paragraph out of its list
    level: int
    tabs: dict[float, str]
    top_border: str  #: ``single``, ``double``, ``dashed``; ``none``
    bottom_border: str
    page_break: bool
    frame_align: str  #: how a frame stands on the page; empty where the frame does not say


class RunProperties(TypedDict, total=False):
    """What ``w:rPr`` may say, as far as it is seen on the page."""

    style: str
    ascii: str
    hansi: str
    complex: str
    size: float
    complex_size: float
    bold: bool
    italic: bool
    caps: bool
    small_caps: bool
    hidden: bool
    underline: bool
    colour: str
    is_complex: bool


def visible_border(element: Element) -> str:
    """``none`` or the kind of line of a border element."""
    value = element.get(VAL, "none")
    return "none" if value in ("nil", "none") else value


def paragraph_properties(element: Element | None) -> ParagraphProperties:
    """What a ``w:pPr`` says."""
    found: ParagraphProperties = {}
    for child in () if element is None else element:
        read = _PARAGRAPH.get(child.tag)
        if read is not None:
            read(child, found)
    return found


def _style(element: Element, found: ParagraphProperties) -> None:
    found["style"] = element.get(VAL, "")


def _align(element: Element, found: ParagraphProperties) -> None:
    found["align"] = element.get(VAL, "left")


def _indent(element: Element, found: ParagraphProperties) -> None:
    left = twips(element.get(f"{W}left") or element.get(f"{W}start"))
    right = twips(element.get(f"{W}right") or element.get(f"{W}end"))
    first, hanging = twips(element.get(f"{W}firstLine")), twips(element.get(f"{W}hanging"))
    if left is not None:
        found["left"] = left
    if right is not None:
        found["right"] = right
    if hanging is not None:
        found["first_line"] = -hanging
    elif first is not None:
        found["first_line"] = first
    _indent_in_letters(element, found)


def _indent_in_letters(element: Element, found: ParagraphProperties) -> None:
    """Word writes the length beside the letters; other programs may write the letters alone."""
    left = whole(element.get(f"{W}leftChars") or element.get(f"{W}startChars"))
    first, hanging = whole(element.get(f"{W}firstLineChars")), whole(element.get(f"{W}hangingChars"))
    if left and "left" not in found:
        found["left_chars"] = float(left)
    if (first or hanging) and "first_line" not in found:
        found["first_line_chars"] = float(-hanging if hanging else first or 0)


def _spacing(element: Element, found: ParagraphProperties) -> None:
    before, after, line = (twips(element.get(f"{W}{name}")) for name in ("before", "after", "line"))
    # Lines are hundredths of 12 points; Word writes the length beside them.
    lines_before, lines_after = whole(element.get(f"{W}beforeLines")), whole(element.get(f"{W}afterLines"))
    if before is not None or lines_before is not None:
        found["before"] = before if before is not None else (lines_before or 0) * 2.4
    if after is not None or lines_after is not None:
        found["after"] = after if after is not None else (lines_after or 0) * 2.4
    if line is not None:
        found["line"] = abs(line)
        found["line_rule"] = element.get(f"{W}lineRule", "auto")
    if (value := element.get(f"{W}beforeAutospacing")) is not None:
        found["before_auto"] = value not in ("0", "false", "off")
    if (value := element.get(f"{W}afterAutospacing")) is not None:
        found["after_auto"] = value not in ("0", "false", "off")


def _contextual(element: Element, found: ParagraphProperties) -> None:
    found["contextual"] = on(element)


def _page_break(element: Element, found: ParagraphProperties) -> None:
    found["page_break"] = on(element)


def _numbering(element: Element, found: ParagraphProperties) -> None:
    for child in element:
        value = whole(child.get(VAL))
        if child.tag == f"{W}numId" and value is not None:
            found["list"] = value
        elif child.tag == f"{W}ilvl" and value is not None:
            found["level"] = min(max(value, 0), 8)


def _tabs(element: Element, found: ParagraphProperties) -> None:
    stops = {}
    for child in element.iter(f"{W}tab"):
        place = twips(child.get(f"{W}pos"))
        if place is not None:
            stops[place] = child.get(VAL, "left")
    found["tabs"] = stops


def _borders(element: Element, found: ParagraphProperties) -> None:
    for child in element:
        if child.tag == f"{W}top":
            found["top_border"] = visible_border(child)
        elif child.tag == f"{W}bottom":
            found["bottom_border"] = visible_border(child)


def _frame(element: Element, found: ParagraphProperties) -> None:
    # A drop capital is a frame too, and stands in the running text.
    if element.get(f"{W}dropCap", "none") == "none":
        found["frame_align"] = element.get(f"{W}xAlign", "")


_PARAGRAPH: dict[str, Callable[[Element, ParagraphProperties], None]] = {
    f"{W}pStyle": _style,
    f"{W}jc": _align,
    f"{W}ind": _indent,
    f"{W}spacing": _spacing,
    f"{W}contextualSpacing": _contextual,
    f"{W}pageBreakBefore": _page_break,
    f"{W}numPr": _numbering,
    f"{W}tabs": _tabs,
    f"{W}pBdr": _borders,
    f"{W}framePr": _frame,
}


def run_properties(element: Element | None, theme: Theme) -> RunProperties:
    """What a ``w:rPr`` says."""
    found: RunProperties = {}
    for child in () if element is None else element:
        tag = child.tag
        if tag == f"{W}sz" or tag == f"{W}szCs":
            _size(child, found)
        elif tag == f"{W}rFonts":
            _fonts(child, found, theme)
        elif tag == f"{W}color":
            found["colour"] = theme.colour(child)
        elif tag == f"{W}u":
            found["underline"] = child.get(VAL, "single") != "none"
        elif tag == f"{W}rStyle":
            found["style"] = child.get(VAL, "")
        else:
            _switch(child, found)
    return found


def _switch(element: Element, found: RunProperties) -> None:
    match element.tag.removeprefix(W):
        case "b":
            found["bold"] = on(element)
        case "i":
            found["italic"] = on(element)
        case "caps":
            found["caps"] = on(element)
        case "smallCaps":
            found["small_caps"] = on(element)
        case "vanish":
            found["hidden"] = on(element)
        case "cs" | "rtl":
            found["is_complex"] = on(element)


def _size(element: Element, found: RunProperties) -> None:
    half_points = twips(element.get(VAL))
    if half_points is not None and half_points > 0:
        # With a unit the length is itself; bare it counts half points.
        size = half_points / 2 if element.get(VAL, "")[-1:].isdigit() else half_points / 20
        found["size" if element.tag == f"{W}sz" else "complex_size"] = size


def _fonts(element: Element, found: RunProperties, theme: Theme) -> None:
    def font(name: str, role: str) -> str | None:
        return theme.fonts.get(element.get(f"{W}{role}", "")) or element.get(f"{W}{name}")

    if named := font("ascii", "asciiTheme"):
        found["ascii"] = named
    if named := font("hAnsi", "hAnsiTheme"):
        found["hansi"] = named
    if named := font("cs", "cstheme"):
        found["complex"] = named
