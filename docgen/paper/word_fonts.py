"""What a theme and a font table add to the looks of text: theme fonts, theme colours, letters of symbol fonts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from docgen.paper.word_xml import VAL, A, Element, W

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
#: Names that text uses for the theme's colours -> names in the theme, unless settings say otherwise.
_MAPPED = {"text1": "dk1", "text2": "dk2", "background1": "lt1", "background2": "lt2", "dark1": "dk1", "dark2": "dk2"}
_MAPPED |= {"light1": "lt1", "light2": "lt2", "hyperlink": "hlink", "followedHyperlink": "folHlink"}

#: Letters of Symbol and Wingdings, which stand at U+F000 and on, as a reader sees them.
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0FE: "☒", 0xF0A8: "◻", 0xF06F: "□", 0xF02D: "-"}
_SYMBOLS |= {0xF076: "❖", 0xF0E0: "→", 0xF06E: "■", 0xF071: "❑", 0xF072: "❒", 0xF0F0: "⇒", 0xF0AE: "→", 0xF0D7: "⋅"}
_SYMBOLS |= {0xF0B0: "°", 0xF0B4: "×", 0xF0B1: "±", 0xF0A3: "≤", 0xF0B3: "≥", 0xF0BE: "—", 0xF020: " "}
_PRIVATE = re.compile("[\uf000-\uf0ff]")
_UNKNOWN = "▪"


def seen(text: str) -> str:
    """The text with letters of symbol fonts as the nearest sign that every font has."""
    return _PRIVATE.sub(lambda match: _SYMBOLS.get(ord(match[0]), _UNKNOWN), text)


def symbol(code: str) -> str:
    """The sign of ``w:sym``, whose code is hexadecimal and may lack the private range; empty for nonsense."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if not 0 < point < 0xFFFF or 0xD800 <= point < 0xE000:
        return ""
    return seen(chr(point if point > 0xFF else 0xF000 + point))


@dataclass(frozen=True, slots=True)
class Theme:
    """The fonts and colours that a file calls by a role."""

    fonts: dict[str, str] = field(default_factory=dict)  #: ``minorHAnsi`` -> ``Calibri``
    colours: dict[str, str] = field(default_factory=dict)  #: ``text1`` -> ``000000``

    def colour(self, element: Element) -> str:
        """The colour of ``w:color``: ``auto`` is black; a shaded theme colour is what the program worked out."""
        value = element.get(VAL, "auto")
        worked_out = value.upper() if _COLOUR.fullmatch(value) else "000000"
        shaded = element.get(f"{W}themeTint") or element.get(f"{W}themeShade")
        return worked_out if shaded else self.colours.get(element.get(f"{W}themeColor", ""), worked_out)


#: Languages whose letters have a font of their own in themes, beside the Latin one -> its name there.
_SCRIPTS = {"vi": "Viet"}


def theme_of(root: Element | None, language: str = "") -> Theme:
    """The theme of a file; an empty one where there is none.

    ``language`` is that in which the file's settings have theme fonts chosen, such as ``vi-VN``.
    """
    if root is None:
        return Theme()
    return Theme(_fonts(root, _SCRIPTS.get(language.partition("-")[0], "")), _colours(root))


def _fonts(root: Element, letters: str) -> dict[str, str]:
    fonts: dict[str, str] = {}
    for size in ("major", "minor"):
        for script, slots in (("latin", ("HAnsi", "Ascii")), ("ea", ("EastAsia",)), ("cs", ("Bidi",))):
            face = next(root.iter(f"{A}{size}Font"), None)
            font = None if face is None else face.find(f"{A}{script}")
            if face is not None and script == "latin":
                font = next((own for own in face.iter(f"{A}font") if own.get("script") == letters), font)
            if font is not None and font.get("typeface"):
                fonts |= {f"{size}{slot}": font.get("typeface", "") for slot in slots}
    return fonts


def _colours(root: Element) -> dict[str, str]:
    scheme = next(root.iter(f"{A}clrScheme"), None)
    found = {}
    for role in () if scheme is None else scheme:
        for value in role:
            code = value.get("lastClr") or value.get("val") or ""
            if _COLOUR.fullmatch(code):
                found[str(role.tag).removeprefix(A)] = code.upper()
    return found | {name: found[role] for name, role in _MAPPED.items() if role in found}
