"""Page numbers of a Word section: which header or footer prints them, and how they stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from docgen.paper.model import Alignment, PageNumbers
from docgen.paper.word_drawings import aligned_box
from docgen.paper.word_layout import alignment
from docgen.paper.word_properties import ParagraphProperties
from docgen.paper.word_sections import Section
from docgen.paper.word_text import Content
from docgen.paper.word_xml import Element

_PAGE = re.compile(r"\bPAGE\b", re.IGNORECASE)
_SWITCH = re.compile(r"\bPAGE\b[^\\]*\\\*\s*\"?(\w+)", re.IGNORECASE)
#: A paragraph with a page number has few fields, each in a few pieces.
_MOST_CODES, _LONGEST_CODE = 100, 1_000
_ARABIC = frozenset({"decimal", "decimalzero", "numberindash", "arabic", "arabicdash", "mergeformat", "charformat"})
#: Tabulators of Word's own header style: the middle of the line, then its end.
_USUAL_STOPS = ("center", "right")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageField:
    """A field that prints the number of the page."""

    paragraph: int
    alignment: Alignment
    format: str  #: its own, in small letters; empty: that of the section


def page_field(paragraph: Element, content: Content, properties: ParagraphProperties, number: int) -> PageField | None:
    """The page number that a paragraph prints, or None."""
    codes = "".join(content.field_codes[:_MOST_CODES])[:_LONGEST_CODE]
    if not _PAGE.search(codes):
        return None
    switch = _SWITCH.search(codes)
    return PageField(
        paragraph=number,
        alignment=_alignment(paragraph, content, properties),
        format=switch[1].lower() if switch else "",
    )


def _alignment(paragraph: Element, content: Content, properties: ParagraphProperties) -> Alignment:
    """Where the number stands: by the frame or the box around it, by tabulators, or as the paragraph does."""
    around = properties.get("frame_align") or aligned_box(paragraph)
    if around in ("left", "center", "right"):
        return alignment(around)
    own = alignment(properties.get("align"))
    if own in (Alignment.LEFT, Alignment.JUSTIFIED) and content.tabs_before_page:
        stops = [kind for _, kind in sorted(properties.get("tabs", {}).items()) if kind not in ("clear", "bar")]
        kinds = stops or list(_USUAL_STOPS)
        return alignment(kinds[min(content.tabs_before_page, len(kinds)) - 1])
    return own


def page_numbers(section: Section, fields: Mapping[str, PageField | None]) -> PageNumbers | None:
    """How a section numbers its pages; ``fields`` holds the page number of each header and footer, by part."""
    printed = [(key, field) for key in section.shown() if (field := fields.get(section.stories[key])) is not None]
    if not printed:
        return None
    (place, _), field = printed[0]
    on_first = "first" if section.first_differs else "default"
    kind = section.number_format.lower() if field.format in ("", "mergeformat", "charformat") else field.format
    return PageNumbers(
        place=place,
        alignment=field.alignment,
        first_shown=any(pages == on_first for (_, pages), _ in printed),
        arabic=kind in _ARABIC,
        start=section.start,
        paragraph=field.paragraph,
    )
