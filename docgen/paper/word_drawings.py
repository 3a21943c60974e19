"""Drawn lines and pictures that hang on a paragraph, in DrawingML and in the VML of older Word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from docgen.paper.word_xml import ALTERNATES, OFFICE, PIC, TEXT_BOX, VML, WP, WPG, WPS, A, Element, branch

_EMU_PER_MM = 36_000.0
#: What is flatter than this is a horizontal line, in millimetres.
_FLAT = 1.0
#: Lines shorter than this are specks.
_SHORTEST = 1.0
_LONGEST = 100_000.0
_LINES = frozenset({"line", "straightConnector1"})

_PIXEL = 25.4 / 96
#: Units of VML in millimetres; what a bare number counts depends on where it stands.
_UNITS = {"": 0.0, "px": _PIXEL, "pt": 25.4 / 72, "in": 25.4, "cm": 10.0, "mm": 1.0, "pc": 25.4 / 6}
_LENGTH = re.compile(r"\s*(-?\d*\.?\d+)\s*([a-z]*)\s*")
_VML_LINES = frozenset({"#_x0000_t32", "#_x0000_t20"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnLine:
    """A horizontal line shape; lengths in millimetres."""

    width: float
    dashed: bool = False
    double: bool = False
    left: float | None = None  #: from ``left_of``
    left_of: str = ""  #: ``page``, ``margin``, ``column``


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPicture:
    """A picture as it is placed, in millimetres."""

    width: float
    height: float


def drawn_in(element: Element) -> Iterator[DrawnLine | DrawnPicture]:
    """Lines and pictures of a ``w:drawing``, ``w:pict`` or ``w:object``; what lies in text boxes is left out."""
    for shape in _shapes(element):
        tag = shape.tag
        found: DrawnLine | DrawnPicture | None = None
        if tag == f"{WPS}wsp":
            found = _modern_line(shape)
        elif tag == f"{PIC}pic":
            found = _modern_picture(shape)
        elif str(tag).startswith(VML):
            found = _vml(shape)
        if found is not None:
            yield found


def _shapes(element: Element) -> Iterator[Element]:
    for child in element:
        if child.tag == TEXT_BOX:
            continue
        if child.tag == ALTERNATES:
            chosen = branch(child)
            if chosen is not None:
                yield from _shapes(chosen)
            continue
        yield child
        yield from _shapes(child)


def _emu(element: Element | None, attribute: str) -> float | None:
    """Millimetres of an attribute in English Metric Units."""
    try:
        length = float("" if element is None else element.get(attribute, "")) / _EMU_PER_MM
    except ValueError:
        return None
    return length if abs(length) <= _LONGEST else None


def _placed(shape: Element) -> Element | None:
    return next(shape.iterancestors(f"{WP}inline", f"{WP}anchor"), None)


def _scale(shape: Element) -> float:
    """How much a group that is stretched stretches a shape in it."""
    scale = 1.0
    for group in shape.iterancestors(f"{WPG}wgp", f"{WPG}grpSp"):
        # The properties are the second or third child; looking further would take long in a long group.
        frames = (child.find(f"{A}xfrm") for child in islice(group, 3) if child.tag == f"{WPG}grpSpPr")
        frame = next(frames, None)
        outer, inner = (None if frame is None else _emu(frame.find(f"{A}{name}"), "cx") for name in ("ext", "chExt"))
        scale *= outer / inner if outer and inner else 1.0
    return scale


def _extent(shape: Element) -> tuple[float, float] | None:
    """Width and height in millimetres."""
    own, around = next(shape.iter(f"{A}ext"), None), _placed(shape)
    width, height = _emu(own, "cx"), _emu(own, "cy")
    if width is not None and height is not None:
        scale = _scale(shape)
        return width * scale, height * scale
    extent = None if around is None else around.find(f"{WP}extent")
    width, height = _emu(extent, "cx"), _emu(extent, "cy")
    return None if width is None or height is None else (width, height)


def _modern_line(shape: Element) -> DrawnLine | None:
    properties, extent = shape.find(f"{WPS}spPr"), _extent(shape)
    geometry = None if properties is None else properties.find(f"{A}prstGeom")
    if properties is None or extent is None or not _is_flat(*extent):
        return None
    if (geometry is None or geometry.get("prst") not in _LINES) and extent[1] > _FLAT / 2:
        return None
    line = properties.find(f"{A}ln")
    if line is not None and line.find(f"{A}noFill") is not None:
        return None
    dash = None if line is None else line.find(f"{A}prstDash")
    left, left_of = _left(shape)
    return DrawnLine(
        width=round(extent[0], 2),
        dashed=dash is not None and dash.get("val", "solid") != "solid",
        double=line is not None and line.get("cmpd", "sng") != "sng",
        left=left,
        left_of=left_of,
    )


def _is_flat(width: float, height: float) -> bool:
    return abs(height) <= max(_FLAT, 0.05 * width) and width >= _SHORTEST


def _left(shape: Element) -> tuple[float | None, str]:
    """How far from what a floating shape begins; nothing of one in a group or aligned by a word."""
    around = _placed(shape)
    place = None if around is None else around.find(f"{WP}positionH")
    offset = None if place is None else place.find(f"{WP}posOffset")
    if place is None or offset is None or next(shape.iterancestors(f"{WPG}wgp"), None) is not None:
        return None, ""
    try:
        return round(float(offset.text or "") / _EMU_PER_MM, 2), place.get("relativeFrom", "")
    except ValueError:
        return None, ""


def _modern_picture(shape: Element) -> DrawnPicture | None:
    extent = _extent(shape)
    return None if extent is None else DrawnPicture(width=round(extent[0], 2), height=round(extent[1], 2))


def _vml(shape: Element) -> DrawnLine | DrawnPicture | None:
    name = str(shape.tag).removeprefix(VML)
    if name not in ("line", "shape", "rect"):
        return None
    unit, style = _unit(shape), _style(shape.get("style", ""))
    width, height = _length(style.get("width"), unit), _length(style.get("height"), unit)
    if name == "line":
        width, height = _between_ends(shape, unit)
    if width is None or height is None:
        return None
    if shape.find(f"{VML}imagedata") is not None:
        return DrawnPicture(width=round(width, 2), height=round(height, 2))
    is_line = name == "line" or shape.get("type") in _VML_LINES or height <= _FLAT / 2
    unseen = shape.get("stroked") in ("f", "false") and not shape.get(f"{OFFICE}hr")
    return _vml_line(shape, style, width) if is_line and not unseen and _is_flat(width, height) else None


def _vml_line(shape: Element, style: dict[str, str], width: float) -> DrawnLine:
    stroke, grouped = shape.find(f"{VML}stroke"), next(shape.iterancestors(f"{VML}group"), None) is not None
    return DrawnLine(
        width=round(width, 2),
        dashed=stroke is not None and stroke.get("dashstyle", "solid") != "solid",
        double=stroke is not None and stroke.get("linestyle", "single") != "single",
        left=None if grouped else _length(style.get("margin-left"), _PIXEL),
        left_of=style.get("mso-position-horizontal-relative", "text").replace("text", "column"),
    )


def _between_ends(shape: Element, unit: float) -> tuple[float | None, float | None]:
    """Width and height between the two ends of a ``v:line``."""
    start, end = shape.get("from", "0,0").split(","), shape.get("to", "0,0").split(",")
    if len(start) != 2 or len(end) != 2:
        return None, None
    (x1, y1), (x2, y2) = ((_length(at or "0", unit) for at in pair) for pair in (start, end))
    if x1 is None or x2 is None or y1 is None or y2 is None:
        return None, None
    return abs(x2 - x1), abs(y2 - y1)


def _unit(shape: Element) -> float:
    """Millimetres of a bare number: a pixel, or in groups a part of the group."""
    unit = _PIXEL
    for group in reversed(list(shape.iterancestors(f"{VML}group"))):
        width = _length(_style(group.get("style", "")).get("width"), unit)
        inner = _length(group.get("coordsize", "1000,1000").partition(",")[0], 1.0)
        if width and inner:
            unit = width / inner
    return unit


def _style(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";"))
    return {name.strip(): value.strip() for name, _, value in pairs}


def _length(text: str | None, unit: float) -> float | None:
    """Millimetres of a length; ``unit`` is what a bare number counts."""
    match = _LENGTH.fullmatch(text or "")
    if match is None or match[2] not in _UNITS:
        return None
    length = float(match[1]) * (_UNITS[match[2]] or unit)
    return length if abs(length) <= _LONGEST else None


def aligned_box(paragraph: Element) -> str:
    """How the text box around a paragraph is set on the page: ``center``; empty for none and for one set by length."""
    for around in paragraph.iterancestors(f"{WP}anchor", f"{VML}shape", f"{VML}rect"):
        if around.tag == f"{WP}anchor":
            return around.findtext(f"{WP}positionH/{WP}align") or ""
        return _style(around.get("style", "")).get("mso-position-horizontal", "")
    return ""
