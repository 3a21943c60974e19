"""Pictures as PDF wants them: scaled to what 300 dpi needs, compressed once, transparency kept apart."""

from __future__ import annotations

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, UnidentifiedImageError
from pyhanko.pdf_utils import generic, layout
from pyhanko.pdf_utils.content import PdfContent, ResourceType
from pyhanko.pdf_utils.generic import pdf_name

from docgen.sign.errors import UnusablePictureError

DOTS_PER_POINT = 300 / 72
WORTH_SCALING = 0.9  # nearer to 300 dpi than this, scaling would only blur
LARGEST_PICTURE = 40_000_000  # pixels; more is no scan of a signature


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture ready for the PDF; both streams are deflated, 8 bits a sample."""

    width: int  # pixels
    height: int
    colour: bytes  # RGB
    alpha: bytes


@lru_cache(maxsize=64)
def prepared(image: bytes, width: float, height: float) -> Picture:
    """Return ``image`` for a box of ``width`` x ``height`` points; the last 64 answers are kept.

    Raises:
        UnusablePictureError: the bytes are no picture, or one beyond 40 million pixels.
    """
    picture = _decoded(image)
    needed = max(width * DOTS_PER_POINT / picture.width, height * DOTS_PER_POINT / picture.height)
    if needed < WORTH_SCALING:
        size = (max(1, round(picture.width * needed)), max(1, round(picture.height * needed)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    alpha = picture.getchannel("A")
    return Picture(
        width=picture.width,
        height=picture.height,
        colour=zlib.compress(picture.convert("RGB").tobytes()),
        alpha=zlib.compress(alpha.tobytes()),
    )


def picture_size(image: bytes) -> tuple[int, int]:
    """Return width and height of a picture in pixels, without decoding it.

    Raises:
        UnusablePictureError: the bytes are no picture.
    """
    try:
        with Image.open(io.BytesIO(image)) as picture:
            return picture.size
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise UnusablePictureError("không nhận ra định dạng hình") from error


def _decoded(image: bytes) -> Image.Image:
    width, height = picture_size(image)
    if width * height > LARGEST_PICTURE:
        raise UnusablePictureError(f"hình quá lớn ({width} x {height} điểm ảnh)")
    try:
        with Image.open(io.BytesIO(image)) as picture:
            return picture.convert("RGBA")
    except (OSError, ValueError, SyntaxError) as error:
        raise UnusablePictureError("hình bị hỏng") from error


class PictureContent(PdfContent):
    """A ``Picture`` as pyHanko draws it; one object belongs to one file."""

    def __init__(self, picture: Picture) -> None:
        super().__init__(box=layout.BoxConstraints(width=picture.width, height=picture.height))
        self._picture = picture

    def render(self) -> bytes:
        """Return the operators that fill the box with the picture."""
        writer = self._ensure_writer
        colour = self._stream(self._picture.colour, "/DeviceRGB")
        colour["/SMask"] = writer.add_object(self._stream(self._picture.alpha, "/DeviceGray"))
        self.set_resource(ResourceType.XOBJECT, pdf_name("/Picture"), writer.add_object(colour))
        return b"q %d 0 0 %d 0 0 cm /Picture Do Q" % (self._picture.width, self._picture.height)

    def _stream(self, deflated: bytes, colours: str) -> generic.StreamObject:
        return generic.StreamObject(
            {
                pdf_name("/Type"): pdf_name("/XObject"),
                pdf_name("/Subtype"): pdf_name("/Image"),
                pdf_name("/Width"): _number(self._picture.width),
                pdf_name("/Height"): _number(self._picture.height),
                pdf_name("/ColorSpace"): pdf_name(colours),
                pdf_name("/BitsPerComponent"): _number(8),
                pdf_name("/Filter"): pdf_name("/FlateDecode"),
            },
            encoded_data=deflated,
        )


def _number(value: int) -> generic.NumberObject:
    return generic.NumberObject(value)  # type: ignore[no-untyped-call]
