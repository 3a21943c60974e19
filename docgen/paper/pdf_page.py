"""One page of a PDF as PDFium sees it: words with their places and looks, drawn lines, pictures.

Millimetres from the upper left corner of the page as it is read: cropped and turned. What the words mean together is
not known here. PDFium is asked as seldom as possible, because every question costs about half a microsecond.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from docgen.paper.model import Box
from docgen.paper.pdf_content import Image, Look, PageContent, Stroke, Word
from docgen.paper.pdf_fonts import Face, face
from docgen.paper.pdf_frame import Frame, frame_of
from docgen.paper.pdf_letters import plain_letters

#: Characters, drawn things, lines among them and depth of forms in forms that are read of one page.
MOST_CHARACTERS = 200_000
MOST_OBJECTS = 50_000
MOST_STROKES = 1_000
DEEPEST = 8

_MM = 25.4 / 72
_WORD = re.compile(r"[^\s\ufeff\u200b\0]+")
#: Dots to write on are a word of their own; looked for only where there are any, because it takes its time.
_LEADERS = re.compile(r"[.…_]{3}")
_WORD_OR_LEADERS = re.compile(r"[.…_]{3,}|(?:(?![.…_]{3})[^\s\ufeff\u200b\0])+")
_BLANKS = " \u00a0\t"
_LINE_HEIGHT = 1.0  #: a drawn thing no thicker than this many millimetres and …
_LINE_LENGTH = 3.0  #: … at least this long is a line
_MOST_CORNERS = 6  #: a rectangle that is closed twice over
_SLOPE = 0.1  #: text that climbs or falls no more than this is level: scans are seldom straight
_INVISIBLE = 3  #: text render mode. Source: ISO 32000-1, table 106
_BOLD_MODE = 2  #: filled and stroked: how many writers make bold letters of a regular font


class _Drawing(NamedTuple):
    """What the characters of one text object share."""

    look: Look
    level: bool
    baseline: float | None  #: None where the line slopes
    stamp: int | None


def page_content(document: Any, index: int) -> PageContent | None:
    """What page ``index`` (from 0) shows, appearances of signatures included; None where it cannot be loaded.

    Not safe in threads: PDFium is not. The caller holds the lock.
    """
    page = pdfium.FPDF_LoadPage(document, index)
    if not page:
        return None
    try:
        flattened = _is_flattened(page)
        if flattened:
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, index)
            if not page:
                return None
        return _Reader(page, pdfium.FPDFPage_CountObjects(page) - 1 if flattened else None).content()
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)


def _is_flattened(page: Any) -> bool:
    """Whether appearances of annotations were made part of the page, in one form that is painted last.

    Signed papers carry their number and day only in appearances. Links and notes that open show nothing.
    """
    silent = (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP)
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), 1000)):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        if annotation:
            subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
            pdfium.FPDFPage_CloseAnnot(annotation)
            if subtype not in silent:
                return bool(pdfium.FPDFPage_Flatten(page, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS)
    return False


class _Reader:
    """Reads one loaded page; ``own`` is how many objects the page had before its appearances were flattened into it."""

    def __init__(self, page: Any, own: int | None) -> None:
        self._page = page
        self._own = own
        self._frame, width, height = frame_of(page)
        self._found = PageContent(width=width, height=height)
        self._stamps: dict[int, int] = {}
        self._drawn: dict[int, _Drawing] = {}
        self._looks: dict[Look, Look] = {}
        self._faces: dict[int, Face] = {}
        self._painted = 0
        self._rectangle = pdfium.FS_RECTF()
        self._rectangle_reference = ctypes.byref(self._rectangle)

    def content(self) -> PageContent:
        self._objects()
        text = pdfium.FPDFText_LoadPage(self._page)
        if text:
            try:
                self._words(text)
            finally:
                pdfium.FPDFText_ClosePage(text)
        return self._found

    def _objects(self) -> None:
        """Drawn lines and pictures, and which text belongs to which appearance."""
        for index in range(pdfium.FPDFPage_CountObjects(self._page)):
            thing = pdfium.FPDFPage_GetObject(self._page, index)
            self._object(thing, self._frame, 0, stamp=None, stamping=index == self._own)

    def _object(self, thing: Any, frame: Frame, depth: int, *, stamp: int | None, stamping: bool) -> None:
        self._painted += 1
        if not thing or self._painted > MOST_OBJECTS or depth > DEEPEST:
            return
        kind = pdfium.FPDFPageObj_GetType(thing)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if stamp is not None:
                self._stamps[ctypes.addressof(thing.contents)] = stamp
            elif self._found.first_text is None:
                self._found.first_text = self._painted
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(thing, frame)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self._image(thing, frame, stamp is not None)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            matrix = pdfium.FS_MATRIX()
            inner = frame.under(matrix) if pdfium.FPDFPageObj_GetMatrix(thing, matrix) else frame
            for index in range(pdfium.FPDFFormObj_CountObjects(thing)):
                child = pdfium.FPDFFormObj_GetObject(thing, index)
                self._object(child, inner, depth + 1, stamp=index if stamping else stamp, stamping=False)

    def _bounds(self, thing: Any, frame: Frame) -> tuple[float, float, float, float] | None:
        sides = [ctypes.c_float() for _ in range(4)]
        if not pdfium.FPDFPageObj_GetBounds(thing, *sides):
            return None
        box = frame.box(*(side.value for side in sides))
        return box if all(map(math.isfinite, box)) else None

    def _path(self, thing: Any, frame: Frame) -> None:
        found = len(self._found.horizontals) + len(self._found.verticals)
        if found >= MOST_STROKES:
            return
        stroked = _is_stroked(thing)
        # PDFium's bounds of a stroked path are wider than its line, by the thickness on every side.
        box = (_along(thing, frame) if stroked else None) or self._bounds(thing, frame)
        if not box:
            return
        left, top, right, bottom = box
        if bottom - top <= _LINE_HEIGHT and right - left >= _LINE_LENGTH:
            dashed = pdfium.FPDFPageObj_GetDashCount(thing) > 0
            self._found.horizontals.append(Stroke(left=left, top=top, right=right, bottom=bottom, dashed=dashed))
        elif right - left <= _LINE_HEIGHT and bottom - top >= _LINE_LENGTH:
            self._found.verticals.append(Stroke(left=left, top=top, right=right, bottom=bottom))
        elif right - left >= _LINE_LENGTH and bottom - top >= _LINE_LENGTH and stroked:
            # A frame: its upright sides part columns as drawn lines do.
            for side in (left, right):
                self._found.verticals.append(Stroke(left=side, top=top, right=side, bottom=bottom))

    def _image(self, thing: Any, frame: Frame, stamp: bool) -> None:
        if box := self._bounds(thing, frame):
            left, top, right, bottom = box
            if bottom - top <= _LINE_HEIGHT and right - left >= _LINE_LENGTH:
                self._found.horizontals.append(Stroke(left=left, top=top, right=right, bottom=bottom))
            else:
                placed = Box(left=left, top=top, right=right, bottom=bottom)
                self._found.images.append(Image(box=placed, stamp=stamp, order=self._painted))

    def _words(self, text: Any) -> None:
        count = min(pdfium.FPDFText_CountChars(text), MOST_CHARACTERS)
        if count <= 0:
            return
        self._found.characters = count
        characters = _characters(text, count)
        before: Word | None = None
        end = 0
        words = _WORD_OR_LEADERS if _LEADERS.search(characters) else _WORD
        for match in words.finditer(characters):
            start = match.start()
            if before is not None:
                before.after = _written_blanks(text, characters, end, start)
            before = None
            end = match.end()
            for first, last, thing in _pieces(text, start, end):
                word = self._word(text, thing, first, last, plain_letters(characters[first:last]))
                before = word or before

    def _word(self, text: Any, thing: Any, first: int, last: int, letters: str) -> Word | None:
        """The word of the characters from ``first`` up to ``last``; None where nothing of it stands on the page."""
        if not letters or not thing:
            return None
        address = ctypes.addressof(thing.contents)
        drawn = self._drawn.get(address)
        if drawn is None:
            drawn = self._drawn[address] = self._drawing(text, thing, first)
        here = self._rectangle
        if not pdfium.FPDFText_GetLooseCharBox(text, first, self._rectangle_reference):
            return None
        x1, y1, x2, y2 = here.left, here.bottom, here.right, here.top
        if last - first > 1 and pdfium.FPDFText_GetLooseCharBox(text, last - 1, self._rectangle_reference):
            x1, y1 = min(x1, here.left), min(y1, here.bottom)
            x2, y2 = max(x2, here.right), max(y2, here.top)
        left, top, right, bottom = self._frame.box(x1, y1, x2, y2)
        if not (right >= 0 and left <= self._found.width and bottom >= 0 and top <= self._found.height):
            return None
        baseline = drawn.baseline if drawn.baseline is not None else self._baseline(text, first)
        word = Word(letters, left, right, top, bottom, baseline, drawn.look.size * _MM, drawn.look, "", drawn.stamp)
        (self._found.words if drawn.level else self._found.turned).append(word)
        return word

    def _drawing(self, text: Any, thing: Any, index: int) -> _Drawing:
        """What all characters share that one text object draws; ``index`` is one of them."""
        matrix, frame = pdfium.FS_MATRIX(), self._frame
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        forward, down = frame.a * matrix.a + frame.c * matrix.b, frame.b * matrix.a + frame.d * matrix.b
        level = forward > 0 and abs(down) <= _SLOPE * forward
        straight = level and abs(down) <= 1e-4 * forward
        return _Drawing(
            look=self._look(thing, matrix),
            level=level,
            baseline=self._baseline(text, index) if straight else None,
            stamp=self._stamps.get(ctypes.addressof(thing.contents)),
        )

    def _baseline(self, text: Any, index: int) -> float:
        x, y = ctypes.c_double(), ctypes.c_double()
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        return self._frame.point(x.value, y.value)[1]

    def _look(self, thing: Any, matrix: Any) -> Look:
        font = pdfium.FPDFTextObj_GetFont(thing)
        address = ctypes.addressof(font.contents) if font else 0
        if address not in self._faces:
            self._faces[address] = _face(font)
        size = ctypes.c_float()
        pdfium.FPDFTextObj_GetFontSize(thing, size)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(thing)
        wide = math.hypot(matrix.a, matrix.b)
        high = abs(matrix.a * matrix.d - matrix.b * matrix.c) / wide if wide else 0.0
        slant = abs(matrix.a * matrix.c + matrix.b * matrix.d) > 0.15 * high * wide
        declared = self._faces[address]
        shown = declared._replace(bold=declared.bold or mode == _BOLD_MODE, italic=declared.italic or slant)
        look = Look(shown, _rounded(abs(size.value) * high), _colour(thing), mode == _INVISIBLE)
        return self._looks.setdefault(look, look)


def _along(path: Any, frame: Frame) -> tuple[float, float, float, float] | None:
    """The box of the points of a straight line or rectangle; None for other paths."""
    count = pdfium.FPDFPath_CountSegments(path)
    matrix = pdfium.FS_MATRIX()
    if not 2 <= count <= _MOST_CORNERS or not pdfium.FPDFPageObj_GetMatrix(path, matrix):
        return None
    inner, x, y = frame.under(matrix), ctypes.c_float(), ctypes.c_float()
    points = []
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(path, index)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return None
        points.append(inner.point(x.value, y.value))
    xs, ys = zip(*points, strict=True)
    box = min(xs), min(ys), max(xs), max(ys)
    return box if all(map(math.isfinite, box)) else None


def _is_stroked(path: Any) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdfium.FPDFPath_GetDrawMode(path, fill, stroke) and stroke.value)


def _characters(text: Any, count: int) -> str:
    """One Python character for each character of the page."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, buffer) - 1
    characters = bytes(buffer)[: 2 * count].decode("utf-16-le", "replace")
    if written == count == len(characters):
        return characters
    # Glyphs without letters, or letters beyond 16 bits: PDFium's own string would shift the places.
    codes = (pdfium.FPDFText_GetUnicode(text, index) for index in range(count))
    return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\0" for code in codes)


def _pieces(text: Any, start: int, end: int) -> Iterator[tuple[int, int, Any]]:
    """The parts of a word that one text object draws each, with the object."""
    thing = pdfium.FPDFText_GetTextObject(text, start)
    if end - start == 1 or _is_same(pdfium.FPDFText_GetTextObject(text, end - 1), thing):
        yield start, end, thing
        return
    first = start
    for index in range(start + 1, end):
        here = pdfium.FPDFText_GetTextObject(text, index)
        if not _is_same(here, thing):
            yield first, index, thing
            first, thing = index, here
    yield first, end, thing


def _is_same(one: Any, other: Any) -> bool:
    if not one or not other:
        return bool(one) == bool(other)
    return ctypes.addressof(one.contents) == ctypes.addressof(other.contents)


def _written_blanks(text: Any, characters: str, start: int, end: int) -> str:
    """The blanks between two words that stand in the file; PDFium makes others up from gaps."""
    if end - start == 1:
        blank = characters[start]
        return blank if blank in _BLANKS and pdfium.FPDFText_IsGenerated(text, start) != 1 else ""
    return "".join(
        characters[index]
        for index in range(start, end)
        if characters[index] in _BLANKS and pdfium.FPDFText_IsGenerated(text, index) != 1
    )


def _face(font: Any) -> Face:
    if not font:
        return Face(None, bold=False, italic=False)
    name = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(font, name, len(name))
    angle = ctypes.c_int()
    pdfium.FPDFFont_GetItalicAngle(font, angle)
    flags, weight = pdfium.FPDFFont_GetFlags(font), pdfium.FPDFFont_GetWeight(font)
    return face(name.value.decode("utf-8", "replace"), flags=max(flags, 0), weight=weight, angle=angle.value)


def _colour(thing: Any) -> str | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(thing, red, green, blue, alpha):
        return None
    return f"{red.value:02x}{green.value:02x}{blue.value:02x}"


def _rounded(size: float) -> float:
    """Points, to the half point where that is what was meant."""
    half = round(size * 2) / 2
    return half if abs(size - half) <= 0.1 else round(size, 2)
