"""Every figure and list that the checks measure by, as data with the day from which it holds.

An amended decree is a new instance of :class:`Limits` beside ``ND30_2020``; no check names a figure of its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from docgen.rules import page
from docgen.rules.page import Range
from docgen.rules.types import ABBREVIATIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a version of the decree allows; lengths in millimetres, sizes and gaps in points."""

    name: str  #: as clauses cite it
    valid_from: date
    paper_width: float
    paper_height: float
    margins: Mapping[str, Range]
    font: str
    sizes: Mapping[str, Range]
    indents: tuple[float, ...]  #: where the first line of a paragraph may begin
    paragraph_gap: float  #: least
    letter_subject_gap: float  #: between the number and ``V/v``
    line_spacing: Range  #: multiples of a single line
    rule_share: Range  #: rule under issuer and subject, as a part of the line of text
    abbreviations: Mapping[str, str]  #: of the named types, by the name in capitals
    addressed: frozenset[str]  #: named types that may have ``Kính gửi``
    urgencies: Mapping[str, tuple[float, float]]  #: words of the stamp, width and height of its frame

    def clause(self, place: str) -> str:
        """``NĐ 30/2020, PL I, P.I, II.1.a``."""
        return f"{self.name}, {place}"


#: Elements that are set like the body. Source: NĐ 30/2020, PL I, P.I, II.6.a and III.1.c.
_MORE_SIZES = {"bases": Range(least=13, most=14), "annex_note": Range(least=13, most=14)}

#: Nghị định 30/2020/NĐ-CP as it was issued; no amendment is known.
ND30_2020 = Limits(
    name="NĐ 30/2020",
    valid_from=date(2020, 3, 5),
    paper_width=page.PAGE.width,
    paper_height=page.PAGE.height,
    margins=MappingProxyType(page.MARGINS),
    font=page.FONT,
    sizes=MappingProxyType(page.SIZES | _MORE_SIZES),
    indents=page.INDENTS,
    paragraph_gap=page.PARAGRAPH_GAP,
    letter_subject_gap=6.0,
    line_spacing=page.LINE_SPACING,
    rule_share=page.RULE_SHARE,
    abbreviations=ABBREVIATIONS,
    addressed=frozenset({"TỜ TRÌNH", "BÁO CÁO"}),
    urgencies=MappingProxyType(page.URGENCY_FRAMES),
)
