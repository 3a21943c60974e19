"""From the user space of a PDF's page to millimetres on the page as it is read."""

from __future__ import annotations

import math
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

_MM = 25.4 / 72


class Frame(NamedTuple):
    """A matrix: x' = a·x + c·y + e, y' = b·x + d·y + f."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Millimetres from the left and the upper edge."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def box(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right, bottom on the page as read."""
        if self.b == self.c == 0 or self.a == self.d == 0:
            x1, y1 = self.a * left + self.c * bottom + self.e, self.b * left + self.d * bottom + self.f
            x2, y2 = self.a * right + self.c * top + self.e, self.b * right + self.d * top + self.f
        else:
            corners = ((left, bottom), (left, top), (right, bottom), (right, top))
            xs, ys = zip(*(self.point(x, y) for x, y in corners), strict=True)
            x1, y1, x2, y2 = min(xs), min(ys), max(xs), max(ys)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def under(self, m: Any) -> Frame:
        """The frame inside a form that is drawn with the matrix ``m``."""
        return Frame(
            self.a * m.a + self.c * m.b,
            self.b * m.a + self.d * m.b,
            self.a * m.c + self.c * m.d,
            self.b * m.c + self.d * m.d,
            self.a * m.e + self.c * m.f + self.e,
            self.b * m.e + self.d * m.f + self.f,
        )


def frame_of(page: Any) -> tuple[Frame, float, float]:
    """The frame of a page, and its width and height in millimetres as read."""
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(page, box) or not _is_page(box):
        box.left, box.bottom, box.right, box.top = 0, 0, 595, 842
    k = _MM
    left, bottom, right, top = box.left * k, box.bottom * k, box.right * k, box.top * k
    turn = pdfium.FPDFPage_GetRotation(page)
    frame = (
        Frame(k, 0, 0, -k, -left, top),
        Frame(0, k, k, 0, -bottom, -left),
        Frame(-k, 0, 0, k, right, -bottom),
        Frame(0, -k, -k, 0, top, right),
    )[turn if turn in (1, 2, 3) else 0]
    width, height = right - left, top - bottom
    return (frame, height, width) if turn in (1, 3) else (frame, width, height)


def _is_page(box: Any) -> bool:
    sides = (box.left, box.bottom, box.right, box.top)
    return all(map(math.isfinite, sides)) and box.right - box.left > 1 and box.top - box.bottom > 1
