"""PDFs made by hand, content stream by content stream, so that a test knows every millimetre of them."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

A4 = (595.0, 842.0)
MM = 72 / 25.4
REGULAR, BOLD, ITALIC = "F1", "F2", "F3"
_FONTS = {REGULAR: "Times-Roman", BOLD: "Times-Bold", ITALIC: "Times-Italic"}
#: Every letter of Vietnamese that ASCII lacks; each gets a code below or above ASCII.
_BASES = "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LETTERS = "".join(
    letter
    for letter in sorted({unicodedata.normalize("NFC", base + tone) for base in _BASES for tone in _TONES} | {*"đĐ"})
    if letter > "~"
)
_CODES = dict(zip(_LETTERS, [*range(1, 32), *range(128, 256)], strict=False))


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A text at a place: millimetres from the left and upper edge to its baseline."""

    text: str
    x: float
    y: float
    size: float = 14
    font: str = REGULAR
    mode: int = 0
    matrix: str = "1 0 0 1"
    colour: str = "0 g"

    def operators(self, height: float) -> bytes:
        """The page operators that show it."""
        codes = "".join(f"{_code(letter):02x}" for letter in self.text)
        place = f"{self.matrix} {self.x * MM:.3f} {height - self.y * MM:.3f} Tm"
        shown = f"BT {self.colour} /{self.font} {self.size} Tf {self.mode} Tr {place} <{codes}> Tj ET\n"
        return shown.encode()


def line(x: float, y: float, width: float) -> bytes:
    """A level line of half a millimetre."""
    return f"{x * MM} {A4[1] - y * MM} m {(x + width) * MM} {A4[1] - y * MM} l S\n".encode()


def upright(x: float, y: float, height: float) -> bytes:
    """An upright line from ``y`` downwards."""
    return f"{x * MM} {A4[1] - y * MM} m {x * MM} {A4[1] - (y + height) * MM} l S\n".encode()


def pdf_of(*pages: Sequence[Print | bytes], stamps: Sequence[Print] = (), **page_keys: Any) -> bytes:
    """A PDF of A4 pages; each of ``stamps`` becomes a signature's appearance on the first page."""
    pdf = pikepdf.new()
    fonts = Dictionary({f"/{key}": _font(pdf, name) for key, name in _FONTS.items()})
    for things in pages:
        pdf.add_blank_page(page_size=A4)
        page = pdf.pages[-1]
        page.Resources = Dictionary(Font=fonts, XObject=Dictionary(Im=_pixel(pdf)))
        page.Contents = Stream(pdf, b"".join(_operators(thing) for thing in things))
        for key, value in page_keys.items():
            page.obj[f"/{key}"] = value
    if stamps:
        appearances = [_stamp(pdf, fonts, stamp) for stamp in stamps]
        pdf.pages[0].obj.Annots = Array(appearances)
        pdf.Root.AcroForm = Dictionary(Fields=Array(appearances), SigFlags=3)
    return saved(pdf)


def picture(x: float, y: float, width: float, height: float) -> bytes:
    """A picture whose upper left corner stands at ``x``, ``y``."""
    bottom = A4[1] - (y + height) * MM
    return f"q {width * MM} 0 0 {height * MM} {x * MM} {bottom} cm /Im Do Q\n".encode()


def saved(pdf: pikepdf.Pdf, **options: Any) -> bytes:
    """The bytes of a PDF, which is closed."""
    buffer = io.BytesIO()
    with pdf:
        pdf.save(buffer, **options)
    return buffer.getvalue()


def _operators(thing: Print | bytes) -> bytes:
    return thing if isinstance(thing, bytes) else thing.operators(A4[1])


def _code(letter: str) -> int:
    return ord(letter) if " " <= letter <= "~" else _CODES[letter]


def _font(pdf: pikepdf.Pdf, name: str) -> pikepdf.Object:
    """A standard font with Vietnamese letters: half an em wide each, a blank a quarter."""
    pairs = "\n".join(f"<{code:02x}> <{ord(letter):04x}>" for letter, code in _CODES.items())
    plain = "<20> <7e> <0020>"
    cmap = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(_CODES)} beginbfchar\n{pairs}\nendbfchar\n1 beginbfrange\n{plain}\nendbfrange\n"
        "endcmap end end\n"
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type1,
            BaseFont=Name(f"/{name}"),
            FirstChar=0,
            LastChar=255,
            Widths=Array([500] * 32 + [250] + [500] * 223),
            FontDescriptor=Dictionary(
                Type=Name.FontDescriptor,
                FontName=Name(f"/{name}"),
                Flags=32,
                FontBBox=Array([0, -250, 1000, 900]),
                ItalicAngle=0,
                Ascent=891,
                Descent=-216,
                CapHeight=660,
                StemV=80,
            ),
            Encoding=Name.WinAnsiEncoding,
            ToUnicode=Stream(pdf, cmap.encode()),
        )
    )


def _pixel(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.make_indirect(
        Stream(
            pdf,
            b"\x80",
            Type=Name.XObject,
            Subtype=Name.Image,
            Width=1,
            Height=1,
            ColorSpace=Name.DeviceGray,
            BitsPerComponent=8,
        )
    )


def _stamp(pdf: pikepdf.Pdf, fonts: Dictionary, stamp: Print) -> pikepdf.Object:
    """A signature field with an appearance over the whole page, so that places stay as they are written."""
    appearance = Stream(
        pdf,
        stamp.operators(A4[1]),
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, *A4]),
        Resources=Dictionary(Font=fonts),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=pikepdf.String(stamp.text),
            F=4,
            Rect=Array([0, 0, *A4]),
            AP=Dictionary(N=appearance),
        )
    )
