"""What tests know of the project's own documents: kinds, examples, sample offices, and how to read a PDF back."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2

from api.use_cases.offices import issuer_of, read_office
from docgen.compose import Dating, Issuer
from docgen.kinds import Kind, Kinds
from docgen.rules.page import LANDSCAPE, PAGE, Page

ROOT = Path(__file__).parents[1]
KINDS = Kinds(ROOT / "templates" / "vn")
OFFICES = ROOT / "templates" / "offices"
DAY = date(2026, 11, 5)
NUMBERED = Dating(day=DAY, number=7)
BLANK = Dating(day=DAY)
POINTS_PER_MM = 72 / 25.4

#: Every example of every kind, as ``kind/name``.
EXAMPLES = [f"{kind.id}/{name}" for kind in KINDS.all() for name in kind.examples]
#: Those that take milliseconds: not the one that fills sixty pages.
SHORT = [name for name in EXAMPLES if not name.endswith("-60-trang")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One example with all that a document of it needs."""

    kind: Kind
    content: Mapping[str, Any]
    issuer: Issuer


def example(name: str) -> Example:
    """The example ``kind/name``."""
    kind_id, _, example_name = name.partition("/")
    kind = KINDS.kind(kind_id)
    content = kind.checked(kind.example(example_name or None))
    return Example(kind=kind, content=content, issuer=issuer_of(read_office(OFFICES / f"{content['office']}.toml")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """One printed character, its place in millimetres from the page's left and top edge."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


class ReadPdf:
    """A PDF as a reader sees it."""

    def __init__(self, data: bytes) -> None:
        self._pdf = pypdfium2.PdfDocument(io.BytesIO(data))
        self.pages = len(self._pdf)

    def text(self, page: int | None = None) -> str:
        """The text of one page or of all as it was stored, every blank and line end as one space."""
        wanted = range(self.pages) if page is None else [page]
        raw = " ".join(self._pdf[index].get_textpage().get_text_bounded() for index in wanted)
        # PDFium writes U+FFFE where a line was broken at a hyphen.
        return " ".join(raw.replace("\ufffe", "-").split())

    def place(self, page: int, text: str, *, last: bool = False) -> Letter:
        """Where ``text`` stands on a page: its first occurrence, or its last."""
        reader = self._pdf[page].get_textpage()
        raw = unicodedata.normalize("NFC", reader.get_text_range())
        start = raw.rfind(text) if last else raw.find(text)
        assert start >= 0, f"“{text}” is not on page {page + 1}"
        boxes = [reader.get_charbox(index) for index in range(start, start + len(text)) if raw[index].strip()]
        height = self._pdf[page].get_height()
        left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
        top, bottom = height - max(box[3] for box in boxes), height - min(box[1] for box in boxes)
        scale = POINTS_PER_MM
        return Letter(text=text, left=left / scale, top=top / scale, right=right / scale, bottom=bottom / scale)

    def sheet(self, page: int) -> Page:
        """The page as the decree has it, upright or across."""
        return LANDSCAPE if self._pdf[page].get_width() > self._pdf[page].get_height() else PAGE

    def lines(self, page: int) -> list[Letter]:
        """Every run of text on a page with its bounds."""
        reader, high = self._pdf[page].get_textpage(), self._pdf[page].get_height() / POINTS_PER_MM
        found = []
        for index in range(reader.count_rects()):
            box = reader.get_rect(index)
            left, bottom, right, top = (value / POINTS_PER_MM for value in box)
            text = reader.get_text_bounded(*box).strip()
            found.append(Letter(text=text, left=left, top=high - top, right=right, bottom=high - bottom))
        return found

    def rules(self, page: int) -> list[Letter]:
        """The horizontal rules drawn on a page, from top to bottom."""
        height = self._pdf[page].get_height()
        found = []
        for thing in self._pdf[page].get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
            left, bottom, right, top = (value / POINTS_PER_MM for value in thing.get_bounds())
            if right - left > 5 and top - bottom < 1:
                high = height / POINTS_PER_MM
                found.append(Letter(text="", left=left, top=high - top, right=right, bottom=high - bottom))
        return sorted(found, key=lambda rule: rule.top)
