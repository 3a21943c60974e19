"""What one page of a PDF shows, before anything is made of it: words, drawn lines, pictures.

Millimetres from the upper left corner of the page as it is read: cropped and turned.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from docgen.paper.model import Box
from docgen.paper.pdf_fonts import Face


class Look(NamedTuple):
    """What characters of one run share."""

    face: Face
    size: float  #: points
    colour: str | None
    invisible: bool


@dataclass(slots=True, eq=False)
class Word:
    """Characters without a blank, drawn by one text object: a word or part of one."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    baseline: float
    em: float  #: millimetres of the type size
    look: Look
    after: str = ""  #: the blanks that the file itself writes after it
    stamp: int | None = None  #: which appearance it belongs to; None on the page itself


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Stroke:
    """A thin straight line or rectangle."""

    left: float
    top: float
    right: float
    bottom: float
    dashed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture as it is placed."""

    box: Box
    stamp: bool
    order: int  #: how many things were painted before it


@dataclass(slots=True, kw_only=True)
class PageContent:
    """Everything that one page shows."""

    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    turned: list[Word] = field(default_factory=list)  #: written upwards, downwards or aslant
    horizontals: list[Stroke] = field(default_factory=list)
    verticals: list[Stroke] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    first_text: int | None = None  #: how many things were painted before the first text
    characters: int = 0
