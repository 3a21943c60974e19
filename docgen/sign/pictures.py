"""Specimen pictures for the demo, each with 'MẪU' in it, so that nothing passes for a real office's paper.

Drawn four times too large and scaled down, which makes the edges smooth. 300 dpi, transparent PNG.

Source: NĐ 30/2020, PL I, P.I, II.7.d (signature: blue, transparent PNG) and II.8.a (seal: red, transparent
PNG, real size).
"""

from __future__ import annotations

import hashlib
import io
import math
import unicodedata
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from random import Random

from PIL import Image, ImageDraw, ImageFont

SIGNATURE_MM = (45.0, 18.0)
SEAL_MM = 36.0

_DPI = 300
_OVERSAMPLED = 4
_FONTS = Path("/usr/share/fonts/truetype/liberation2")
_BLUE = (24, 58, 170)
_RED = (200, 20, 30)
_SPECIMEN = "MẪU"

Point = tuple[float, float]
_Font = ImageFont.FreeTypeFont


def specimen_signature(name: str) -> bytes:
    """Return a blue flourish as a transparent PNG, 45 x 18 mm at 300 dpi; one name gives one flourish."""
    text = unicodedata.normalize("NFC", name)
    chance = Random(hashlib.sha256(text.encode()).digest())  # a drawing needs no secret
    ink = Image.new("L", (_side(SIGNATURE_MM[0]), _side(SIGNATURE_MM[1])), 0)
    draw = ImageDraw.Draw(ink)
    _brush(draw, _curve(_one_stroke(chance, len(text.split()))))
    draw.text((_px(43.5), _px(17.2)), _SPECIMEN, font=_font(3.6, bold=True), fill=255, anchor="rs")
    return _png(ink, _BLUE)


def specimen_seal(organisation: str, superior: str) -> bytes:
    """Return a round red seal as a transparent PNG, 36 mm at 300 dpi.

    ``organisation`` runs along the upper arc, ``superior`` (the body above it, may be '') along the lower;
    long names are set smaller.
    """
    side = _side(SEAL_MM)
    ink = Image.new("L", (side, side), 0)
    draw = ImageDraw.Draw(ink)
    for radius_mm, width_mm in ((17.6, 0.9), (16.3, 0.3), (10.6, 0.35)):
        _circle(draw, side / 2, _px(radius_mm), _px(width_mm))
    _arc_text(ink, _capitals(organisation), middle_mm=13.45, widest_degrees=210)
    if superior:
        _arc_text(ink, _capitals(superior), middle_mm=13.45, widest_degrees=130, below=True)
    _star(draw, (side / 2, side / 2 - _px(5.4)), _px(4.0))
    draw.text((side / 2, side / 2 + _px(5.8)), _SPECIMEN, font=_font(6.9, bold=True), fill=255, anchor="ms")
    return _png(ink, _RED)


def _px(millimetres: float) -> int:
    return round(millimetres / 25.4 * _DPI * _OVERSAMPLED)


def _side(millimetres: float) -> int:
    """Return a side of the canvas; rounded up, so that the picture has 300 dpi and not a hair less."""
    return math.ceil(millimetres / 25.4 * _DPI) * _OVERSAMPLED


def _font(height_mm: float, *, bold: bool = False) -> _Font:
    name = "LiberationSerif-Bold.ttf" if bold else "LiberationSerif-Regular.ttf"
    return ImageFont.truetype(_FONTS / name, _px(height_mm))


def _capitals(text: str) -> str:
    return unicodedata.normalize("NFC", text).upper()


def _png(ink: Image.Image, colour: tuple[int, int, int]) -> bytes:
    """Return the ink, scaled down, as the transparency of one flat colour."""
    size = (ink.width // _OVERSAMPLED, ink.height // _OVERSAMPLED)
    picture = Image.new("RGBA", size, colour)
    picture.putalpha(ink.resize(size, Image.Resampling.LANCZOS))
    out = io.BytesIO()
    picture.save(out, "PNG", dpi=(_DPI, _DPI), optimize=True)
    return out.getvalue()


# the signature -----------------------------------------------------------------------------------------


def _one_stroke(chance: Random, words: int) -> list[Point]:
    """Return the turns of the pen in millimetres: a tall initial, a running hand, a flourish underneath."""
    return [*_initial(chance), *_running_hand(chance, 4 + min(words, 5)), *_flourish(chance)]


def _initial(chance: Random) -> list[Point]:
    lean = chance.uniform(-1.0, 1.0)
    top, foot = chance.uniform(1.2, 2.4), chance.uniform(12.6, 14.0)
    return [
        (3.2, chance.uniform(7.5, 9.0)),
        (5.6 + lean, top + 2.2),
        (8.6 + lean, top),
        (7.8, 6.5),
        (5.4, foot),
        (3.6, foot - 2.4),
        (6.4, chance.uniform(8.2, 9.4)),
        (11.4, chance.uniform(7.6, 8.4)),
        (12.2, 10.7),
    ]


def _running_hand(chance: Random, waves: int) -> list[Point]:
    """Return ups and downs that get lower towards the right, as a tired hand writes."""
    points: list[Point] = []
    step = 22.0 / (2 * waves)
    for wave in range(waves):
        left = 12.6 + 2 * wave * step
        height = chance.uniform(1.2, 4.2) * (1.15 - 0.7 * wave / waves)
        if chance.random() < 0.25:
            height += 3.2
        points.append((left + step * chance.uniform(0.5, 0.9), 10.6 - height))
        points.append((left + step * chance.uniform(1.2, 1.7), 10.6 + chance.uniform(-0.1, 0.9)))
    return points


def _flourish(chance: Random) -> list[Point]:
    dip = chance.uniform(13.4, 14.4)
    return [
        (39.0, chance.uniform(7.0, 8.2)),
        (41.6, chance.uniform(4.6, 5.6)),
        (38.6, 8.9),
        (24.0, dip - 0.6),
        (9.6, dip + 1.4),
        (5.4, dip + 0.6),
        (12.0, dip - 0.4),
        (24.0, dip + 0.3),
        (chance.uniform(28.5, 31.0), dip + 0.9),
    ]


def _curve(points: Sequence[Point], steps: int = 48) -> list[Point]:
    """Return a smooth curve through the points: one cubic Bézier between each two, tangents to neighbours."""
    padded = [points[0], *points, points[-1]]
    curve: list[Point] = []
    for before, start, end, after in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        first = (start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6)
        second = (end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6)
        curve.extend(_bezier(start, first, second, end, step / steps) for step in range(steps))
    return [*curve, points[-1]]


def _bezier(start: Point, first: Point, second: Point, end: Point, t: float) -> Point:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    x, y = (
        sum(weight * point[axis] for weight, point in zip(weights, (start, first, second, end), strict=True))
        for axis in (0, 1)
    )
    return (x, y)


def _brush(draw: ImageDraw.ImageDraw, curve: Sequence[Point]) -> None:
    """Draw a pen that is thin at both ends and on upward strokes."""
    for index, (here, there) in enumerate(pairwise(curve)):
        along = index / len(curve)
        down = (there[1] - here[1]) / (math.dist(here, there) or 1)
        radius = _px((0.2 + 0.09 * down) * (0.45 + 0.55 * math.sin(math.pi * along) ** 0.5))
        for part in range(4):
            x, y = (_px(a + (b - a) * part / 4) for a, b in zip(here, there, strict=True))
            draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=255)


# the seal ----------------------------------------------------------------------------------------------


def _circle(draw: ImageDraw.ImageDraw, centre: float, radius: float, width: int) -> None:
    box = (centre - radius, centre - radius, centre + radius, centre + radius)
    draw.ellipse(box, outline=255, width=width)


def _star(draw: ImageDraw.ImageDraw, centre: Point, radius: float) -> None:
    corners = []
    for corner in range(10):
        length = radius if corner % 2 == 0 else radius * 0.382
        angle = math.radians(36 * corner - 90)
        corners.append((centre[0] + length * math.cos(angle), centre[1] + length * math.sin(angle)))
    draw.polygon(corners, fill=255)


def _arc_text(ink: Image.Image, text: str, *, middle_mm: float, widest_degrees: float, below: bool = False) -> None:
    """Write ``text`` along a circle around the middle, upright above, or below read from left to right."""
    font = _fitting_font(text, _px(middle_mm) * math.radians(widest_degrees))
    angle = -font.getlength(text) / _px(middle_mm) / 2
    for letter in text:
        half = font.getlength(letter) / _px(middle_mm) / 2
        angle += half
        _letter(ink, letter, font, -angle if below else angle, _px(middle_mm), below=below)
        angle += half


def _fitting_font(text: str, room: float) -> _Font:
    height_mm = 3.5
    while height_mm > 1.4 and _font(height_mm, bold=True).getlength(text) > room:
        height_mm -= 0.1
    return _font(height_mm, bold=True)


def _letter(ink: Image.Image, letter: str, font: _Font, angle: float, radius: float, *, below: bool) -> None:
    """Paste one letter with its middle on the circle, ``angle`` radians clockwise from the top or bottom."""
    side = round(font.size * 2.4)
    stamp = Image.new("L", (side, side), 0)
    ImageDraw.Draw(stamp).text((side / 2, side / 2 + font.size * 0.33), letter, font=font, fill=255, anchor="ms")
    stamp = stamp.rotate(-math.degrees(angle), resample=Image.Resampling.BICUBIC)
    outward = 1 if below else -1
    x = ink.width / 2 - outward * radius * math.sin(angle)
    y = ink.height / 2 + outward * radius * math.cos(angle)
    ink.paste(255, (round(x - side / 2), round(y - side / 2)), stamp)
