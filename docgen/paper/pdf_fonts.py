"""What a PDF's font names say: the family as a clerk knows it, bold, italic."""

from __future__ import annotations

import re
from typing import NamedTuple

#: The six capitals that mark an embedded part of a font, or the star of some printer drivers.
_SUBSET = re.compile(r"^(?:[A-Z]{6}\+|\*)")
#: The number that printer drivers count their fonts with.
_COUNT = re.compile(r"-\d{3,}$")
#: Words of a cut at the end of a name; those that may belong to a family only after a hyphen or comma.
_STYLE = re.compile(
    r"(?:[-, ]?(?:Bold|Black|Heavy|Semi[Bb]old|Demi[Bb]old|Italics?|Oblique|Regular)"
    r"|[-,](?:Roman|Normal|Demi|Ital|It|Bd|B|I|BI|Medium|Light|Book))+(?:MT)?$"
)
_BOLD = re.compile(r"bold|black|heavy|demi|[-,](?:Bd|B|BI)$", re.IGNORECASE)
_ITALIC = re.compile(r"ital|obliq|[-,](?:It|I|BI)$", re.IGNORECASE)
_SPACING = re.compile(r"(?<=[a-z])(?=[A-Z])")
#: Fonts that programs for the recognition of scans make up or hide their letters in.
_RECOGNISED = re.compile(r"^\*|^(?:[A-Z]{6}\+)?(?:Fd\d{3,}|HiddenHorzOCR|GlyphLessFont)")
#: PostScript names that cannot be told from their letters.
_FAMILIES = {
    "timesnewromanps": "Times New Roman",
    "timesnewromanpsmt": "Times New Roman",
    "timesnewroman": "Times New Roman",
    "arialmt": "Arial",
    "couriernewps": "Courier New",
    "couriernewpsmt": "Courier New",
    "dejavusans": "DejaVu Sans",
    "dejavuserif": "DejaVu Serif",
    "symbolmt": "Symbol",
}

#: Font descriptor flags. Source: ISO 32000-1, table 123.
ITALIC_FLAG, BOLD_FLAG = 1 << 6, 1 << 18


class Face(NamedTuple):
    """A font as a reader sees it."""

    family: str | None
    bold: bool
    italic: bool
    recognised: bool = False  #: whether its letters were recognised from a scan


def face(name: str, *, flags: int = 0, weight: int = 0, angle: int = 0) -> Face:
    """The face that a PDF calls ``ABCDEF+TimesNewRomanPS-BoldMT``; a font without a name has no family.

    ``flags``, ``weight`` and ``angle`` are the font descriptor's. Many writers leave the weight out or at 400 for a
    bold font, so the name decides first and the weight can only add.
    """
    plain = _COUNT.sub("", _SUBSET.sub("", name)).strip()
    return Face(
        family=_family(plain),
        bold=bool(_BOLD.search(plain)) or bool(flags & BOLD_FLAG) or weight >= 600,
        italic=bool(_ITALIC.search(plain)) or bool(flags & ITALIC_FLAG) or angle < -3,
        recognised=bool(_RECOGNISED.match(name)),
    )


def _family(plain: str) -> str | None:
    """The family alone; names of Vietnamese legacy fonts (``.VnTime``, ``VNI-Times``) stay as they are."""
    if plain.startswith((".Vn", "VNI-")):
        return plain.split(",")[0]
    stem = _STYLE.sub("", plain) or plain
    key = re.sub(r"[-\s_]", "", stem).lower()
    if key in _FAMILIES:
        return _FAMILIES[key]
    if not stem:
        return None
    return stem if " " in stem else _SPACING.sub(" ", stem.replace("-", " ")).strip()
