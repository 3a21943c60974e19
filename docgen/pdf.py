"""LibreOffice's PDF made into the archive's PDF: strictly PDF/A-2b, and the places of the signatures read out.

Named destinations come from bookmarks in the Word template, so the places follow the layout wherever it went.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pikepdf

from docgen.errors import ConverterFailedError
from docgen.sign.appearance import Anchor

#: Bookmarks of the templates: ``signature1gap``, ``…foot``, ``…start``, ``…end``.
_PLACE = re.compile(r"signature(\d+)(gap|foot|start|end)")


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePdf:
    """A PDF with what is known of its layout."""

    data: bytes
    pages: int
    first_page: tuple[float, float]  #: width and height of page 1, in points
    anchors: tuple[Anchor, ...]  #: places of the signatures, in the order of the template


def made_pdf(converted: bytes) -> MadePdf:
    """The PDF without what PDF/A-2b validators object to, and its signature places.

    LibreOffice 7.4 writes an open action and a checksum that strict validators refuse; the destinations have
    done their work and go too.

    Raises:
        ConverterFailedError: what came from the converter is no PDF.
    """
    try:
        with pikepdf.open(io.BytesIO(converted)) as pdf:
            anchors = _anchors(pdf)
            for key in ("/OpenAction", "/Dests"):
                if key in pdf.Root:
                    del pdf.Root[key]
            if "/DocChecksum" in pdf.trailer:
                del pdf.trailer["/DocChecksum"]
            buffer = io.BytesIO()
            pdf.save(buffer, deterministic_id=True)
            return MadePdf(data=buffer.getvalue(), pages=len(pdf.pages), first_page=_size(pdf), anchors=anchors)
    except pikepdf.PdfError as error:
        raise ConverterFailedError(f"tệp PDF tạo ra bị hỏng ({error})") from error


def _size(pdf: pikepdf.Pdf) -> tuple[float, float]:
    left, bottom, right, top = (float(edge) for edge in pdf.pages[0].mediabox)
    return (right - left, top - bottom)


def _anchors(pdf: pikepdf.Pdf) -> tuple[Anchor, ...]:
    if "/Dests" not in pdf.Root:
        return ()
    pages: dict[Any, int] = {page.objgen: index for index, page in enumerate(pdf.pages)}
    places: dict[int, dict[str, tuple[int, float, float]]] = {}
    for name, target in pdf.Root.Dests.items():
        # LibreOffice writes the name in its own hexadecimal escapes: plain letters and digits stay.
        if found := _PLACE.fullmatch(str(name).lstrip("/")):
            place = target.D if isinstance(target, pikepdf.Dictionary) else target
            where = (pages[place[0].objgen], float(place[2]), float(place[3]))
            places.setdefault(int(found[1]), {})[found[2]] = where
    return tuple(_anchor(places[index]) for index in sorted(places))


def _anchor(place: Mapping[str, tuple[int, float, float]]) -> Anchor:
    page, start_x, _ = place["start"]
    return Anchor(
        page=page,
        centre_x=(start_x + place["end"][1]) / 2,
        gap_top=place["gap"][2],
        name_top=place["foot"][2],
    )
