"""A signature that shows as text: lines of black Times at the upper right edge of page 1, no picture.

The font is embedded with the letters used and their true widths, and maps back to Unicode, so the file stays PDF/A
and the words can be read and searched.

Source: NĐ 30/2020, PL I, P.I, II.8.b and P.II, I.3 (10 points, upright, black, upper right of the first page);
ISO 32000-1, 9.7.4 and 9.10.3.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import ceil

from fontTools import subset
from fontTools.ttLib import TTFont
from pyhanko.pdf_utils import generic, layout
from pyhanko.pdf_utils.content import PdfContent, ResourceType
from pyhanko.pdf_utils.generic import pdf_name

from docgen.fonts import FOLDER, line_widths, text_width
from docgen.rules.page import PAGE
from docgen.sign.appearance import Box, mm

#: Points of the letters and of a line. pyHanko cuts the sides of an appearance to whole points and stretches it back
#: to its box (0.38), so that only boxes of whole points keep the size of their letters.
SIZE, LEADING = 10.0, 12.0
#: Millimetres of the page's edge over the text: under what a printer reaches, over the head of the text.
_EDGE = 8.0
#: Share of the size that stands under the foot of a line.
_DESCENT = 0.22
_NAME = "DOCGEN+LiberationSerif"


def text_lines(text: str) -> tuple[str, ...]:
    """``text`` broken at blanks to the width between the margins."""
    words, lines = text.split(), [""]
    for word in words:
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(line_widths(longer, SIZE, PAGE.text_width, bold=False)) > 1:
            lines.append(word)
        else:
            lines[-1] = longer
    return tuple(lines)


def text_box(lines: Sequence[str], page: tuple[float, float]) -> Box:
    """The box of the lines on a ``page`` of this width and height in points: in the top margin, right edge flush."""
    right, top = page[0] - mm(PAGE.right), page[1] - mm(_EDGE)
    return (right - _width(lines), top - LEADING * len(lines), right, top)


def _width(lines: Sequence[str]) -> float:
    """Points of the widest line, whole."""
    return float(ceil(mm(max(text_width(line, SIZE, bold=False) for line in lines))))


class Lettering(PdfContent):
    """Lines of text as pyHanko draws them, flush right; one object belongs to one file."""

    def __init__(self, lines: Sequence[str]) -> None:
        self._lines = tuple(lines)
        self._width = _width(lines)
        super().__init__(box=layout.BoxConstraints(width=self._width, height=LEADING * len(lines)))

    def render(self) -> bytes:
        """Return the operators that write the lines."""
        font = _font("".join(self._lines))
        self.set_resource(ResourceType.FONT, pdf_name("/Times"), self._embedded(font))
        height = LEADING * len(self._lines)
        drawn = []
        for index, line in enumerate(self._lines):
            x = self._width - mm(text_width(line, SIZE, bold=False))
            y = height - LEADING * (index + 1) + _DESCENT * SIZE
            codes = "".join(f"{font.glyphs[letter]:04X}" for letter in line)
            drawn.append(f"BT /Times {SIZE:g} Tf 0 g 1 0 0 1 {x:.3f} {y:.3f} Tm <{codes}> Tj ET")
        return " ".join(drawn).encode()

    def _embedded(self, font: _Font) -> generic.PdfObject:
        """The font as a composite one whose codes are its glyphs. Source: ISO 32000-1, 9.7.4."""
        add = self._ensure_writer.add_object
        descriptor = _dictionary(
            Type=pdf_name("/FontDescriptor"),
            FontName=pdf_name(f"/{_NAME}"),
            Flags=_number(4),
            FontBBox=_numbers(font.bounds),
            ItalicAngle=_number(0),
            Ascent=_number(font.ascent),
            Descent=_number(font.descent),
            CapHeight=_number(font.ascent),
            StemV=_number(80),
            FontFile2=add(_stream(font.data, Length1=_number(len(font.data)))),
        )
        descendant = _dictionary(
            Type=pdf_name("/Font"),
            Subtype=pdf_name("/CIDFontType2"),
            BaseFont=pdf_name(f"/{_NAME}"),
            CIDSystemInfo=_dictionary(
                Registry=generic.pdf_string("Adobe"), Ordering=generic.pdf_string("Identity"), Supplement=_number(0)
            ),
            FontDescriptor=add(descriptor),
            CIDToGIDMap=pdf_name("/Identity"),
            W=generic.ArrayObject([_number(0), _numbers(font.widths)]),
        )
        return add(
            _dictionary(
                Type=pdf_name("/Font"),
                Subtype=pdf_name("/Type0"),
                BaseFont=pdf_name(f"/{_NAME}"),
                Encoding=pdf_name("/Identity-H"),
                DescendantFonts=generic.ArrayObject([add(descendant)]),
                ToUnicode=add(_stream(_unicode_map(font.glyphs))),
            )
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Font:
    """A font with only some letters."""

    data: bytes
    glyphs: Mapping[str, int]  #: index by letter
    widths: Sequence[int]  #: by index, in thousandths of the size
    bounds: Sequence[int]
    ascent: int
    descent: int


@lru_cache(maxsize=64)
def _font(letters: str) -> _Font:
    options = subset.Options(hinting=False, notdef_outline=True, layout_features=[], glyph_names=False)
    options.drop_tables += ["FFTM"]  # a table of FontForge's own, of no use to a reader
    with TTFont(FOLDER / "LiberationSerif-Regular.ttf") as font:
        chosen = subset.Subsetter(options)
        chosen.populate(text=letters)
        chosen.subset(font)
        buffer = io.BytesIO()
        font.save(buffer)
        em, head, metrics = font["head"].unitsPerEm, font["head"], font["hmtx"].metrics
        order, table = font.getGlyphOrder(), font.getBestCmap()
        scale = 1000 / em
        return _Font(
            data=buffer.getvalue(),
            glyphs={letter: font.getGlyphID(table[ord(letter)]) for letter in sorted(set(letters))},
            widths=[round(metrics[name][0] * scale) for name in order],
            bounds=[round(value * scale) for value in (head.xMin, head.yMin, head.xMax, head.yMax)],
            ascent=round(font["hhea"].ascent * scale),
            descent=round(font["hhea"].descent * scale),
        )


def _unicode_map(glyphs: Mapping[str, int]) -> bytes:
    """The CMap from glyph to Unicode. Source: ISO 32000-1, 9.10.3 (at most 100 lines in one block)."""
    lines = [f"<{index:04X}> <{ord(letter):04X}>" for letter, index in sorted(glyphs.items(), key=lambda one: one[1])]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    mapped = "".join("{} beginbfchar\n{}\nendbfchar\n".format(len(block), "\n".join(block)) for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{mapped}"
        "endcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode()


def _dictionary(**entries: generic.PdfObject) -> generic.DictionaryObject:
    return generic.DictionaryObject({pdf_name(f"/{name}"): value for name, value in entries.items()})  # type: ignore[no-untyped-call]


def _stream(data: bytes, **entries: generic.PdfObject) -> generic.StreamObject:
    packed = {**entries, "Filter": pdf_name("/FlateDecode")}
    return generic.StreamObject(
        {pdf_name(f"/{name}"): value for name, value in packed.items()}, encoded_data=zlib.compress(data)
    )


def _numbers(values: Sequence[int]) -> generic.ArrayObject:
    return generic.ArrayObject([_number(value) for value in values])


def _number(value: int) -> generic.NumberObject:
    return generic.NumberObject(value)  # type: ignore[no-untyped-call]
