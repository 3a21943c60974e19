"""Where the pictures of the signature and the seal stand: geometry, in points of the PDF page.

The origin is the lower left corner and y goes up, as in PDF. Nothing here reads or writes a file.

Source: NĐ 30/2020, PL I, P.I, II.7.d (the signature's image: centred between office and name) and II.8.a
(the seal's image: real size, over about a third of the signature's image, on its left).
"""

from __future__ import annotations

from dataclasses import dataclass

from docgen.sign.errors import NoRoomForSignatureError

#: left, bottom, right, top, in points
Box = tuple[float, float, float, float]

POINTS_PER_MM = 72 / 25.4
WIDEST_SIGNATURE_MM = 50.0
LOWEST_GAP_MM = 5.0  # below this a signature is a smudge


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The gap for one signature, as the layout left it."""

    page: int  #: 0-based
    centre_x: float  #: the middle of the signer's block, in points from the left
    gap_top: float  #: y of the gap's upper edge: the foot of the last line of the office (*chức vụ*)
    name_top: float  #: y of the gap's lower edge: the head of the name (*họ tên*); less than ``gap_top``


def mm(length: float) -> float:
    """Return ``length`` millimetres in points."""
    return length * POINTS_PER_MM


def signature_box(anchor: Anchor, image_size: tuple[int, int]) -> Box:
    """Return the box of the signature's image (*hình ảnh chữ ký*), in the middle of the gap.

    ``image_size`` is width and height in pixels; the image keeps this shape, at most 50 mm wide and as high
    as the gap.

    Raises:
        NoRoomForSignatureError: the gap is lower than 5 mm.

    Source: NĐ 30/2020, PL I, P.I, II.7.d.
    """
    gap = anchor.gap_top - anchor.name_top
    if gap < mm(LOWEST_GAP_MM):
        raise NoRoomForSignatureError(gap)
    width_px, height_px = image_size
    scale = min(mm(WIDEST_SIGNATURE_MM) / width_px, gap / height_px)
    return _box_around(anchor.centre_x, (anchor.gap_top + anchor.name_top) / 2, width_px * scale, height_px * scale)


def seal_box(signature: Box, diameter_mm: float) -> Box:
    """Return the box of a round seal (*con dấu*) of this real diameter, over the signature's left third.

    Its right edge stands at a third of the signature's width; both have one middle line.

    Source: NĐ 30/2020, PL I, P.I, II.8.a.
    """
    return _over_left_third(signature, mm(diameter_mm), mm(diameter_mm))


def seal_box_of_width(signature: Box, width_mm: float, image_size: tuple[int, int]) -> Box:
    """Return the box of a seal of any shape: its real width is given, its height follows from the picture."""
    width_px, height_px = image_size
    return _over_left_third(signature, mm(width_mm), mm(width_mm) * height_px / width_px)


def _over_left_third(signature: Box, width: float, height: float) -> Box:
    left, bottom, right, top = signature
    seal_right = left + (right - left) / 3
    return _box_around(seal_right - width / 2, (bottom + top) / 2, width, height)


def _box_around(x: float, y: float, width: float, height: float) -> Box:
    return (x - width / 2, y - height / 2, x + width / 2, y + height / 2)
