"""Properties of a paragraph as lengths on the page."""

from __future__ import annotations

from docgen.paper.model import Alignment, Layout
from docgen.paper.word_properties import ParagraphProperties
from docgen.paper.word_xml import millimetres

_ALIGNMENTS = {
    "left": Alignment.LEFT,
    "start": Alignment.LEFT,
    "center": Alignment.CENTER,
    "right": Alignment.RIGHT,
    "end": Alignment.RIGHT,
}
#: What Word puts for "auto" between paragraphs, as a browser does, in points.
_AUTO_GAP = 14.0
#: Height of a line of Times New Roman in sizes of its type.
_LINE_HEIGHT = 1.15
_TWIPS_PER_POINT = 20.0
_SINGLE = 240.0


def alignment(value: str | None) -> Alignment:
    """The alignment that ``w:jc`` names; every way to fill the line is justified."""
    return _ALIGNMENTS.get(value or "left", Alignment.JUSTIFIED)


def layout(properties: ParagraphProperties, *, size: float, letter: float, style: str) -> Layout:
    """How a paragraph is set. ``size`` is its largest type, ``letter`` that of the usual text, in points."""
    spacing, exact = _line_spacing(properties, size)
    return Layout(
        alignment=alignment(properties.get("align")),
        first_line=millimetres(_length(properties.get("first_line"), properties.get("first_line_chars"), letter)),
        left=millimetres(_length(properties.get("left"), properties.get("left_chars"), letter)),
        right=millimetres(properties.get("right", 0.0)),
        before=_AUTO_GAP if properties.get("before_auto") else properties.get("before", 0.0) / _TWIPS_PER_POINT,
        after=_AUTO_GAP if properties.get("after_auto") else properties.get("after", 0.0) / _TWIPS_PER_POINT,
        spacing=spacing,
        exact=exact,
        style=style,
        same_style_gap=not properties.get("contextual", False),
    )


def _length(written: float | None, letters: float | None, letter: float) -> float:
    """Twentieths of a point of a length, or of hundredths of letters of ``letter`` points."""
    if letters is not None and not written:
        return letters / 100 * letter * _TWIPS_PER_POINT
    return written or 0.0


def _line_spacing(properties: ParagraphProperties, size: float) -> tuple[float | None, float | None]:
    line, rule = properties.get("line", 0.0), properties.get("line_rule", "auto")
    if not line:
        return 1.0, None
    if rule == "exact":
        return None, line / _TWIPS_PER_POINT
    if rule == "atLeast":
        return round(max(1.0, line / _TWIPS_PER_POINT / (size * _LINE_HEIGHT)), 3), None
    return round(line / _SINGLE, 3), None
