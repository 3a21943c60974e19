"""The sections of a filled document: which lie across, and what stands on page 1 of the file alone.

A Word template has one set of section settings, but annexes lie across (*khổ ngang*) by their content, and boxes 11
and 13 belong to the first page only. What an annex's first page must not repeat is put right here.

Source: NĐ 30/2020, PL I, P.I, I.2, III.4 and IV.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from docgen.rules.page import LANDSCAPE, PAGE, Page

Element = etree._Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
#: A bookmark in a section that is to lie across.
LANDSCAPE_BOOKMARK = "landscape"
_LINK = re.compile(r"<Relationship\b[^>]*>")
_ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Edges:
    """Headers and footers by relationship id: those that print nothing, and those that print something."""

    bare: frozenset[str]
    inked: frozenset[str]

    @classmethod
    def read(cls, relationships: bytes, parts: Mapping[str, str]) -> Edges:
        """What a package's filled headers and footers print."""
        found: dict[bool, set[str]] = {True: set(), False: set()}
        for link in _LINK.findall(relationships.decode()):
            facts = dict(_ATTRIBUTE.findall(link))
            part = parts.get(f"word/{facts.get('Target', '')}")
            if part is not None and facts.get("Type", "").endswith(("/header", "/footer")):
                found[_prints(part)].add(facts["Id"])
        return cls(bare=frozenset(found[False]), inked=frozenset(found[True]))


def _prints(part: str) -> bool:
    return "<w:t>" in part or "<w:t " in part or "instr" in part


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """The elements of a section in order, and its settings."""

    content: tuple[Element, ...]
    settings: Element

    @property
    def landscape(self) -> bool:
        """Whether it is marked to lie across."""
        return any(
            str(mark.get(f"{_W}name")).startswith(LANDSCAPE_BOOKMARK)
            for element in self.content
            for mark in element.iter(f"{_W}bookmarkStart")
        )

    @property
    def page(self) -> Page:
        """The page that it is printed on."""
        return LANDSCAPE if self.landscape else PAGE


def sections(root: Element) -> list[Section]:
    """The sections of ``word/document.xml``."""
    body = root.find(f"{_W}body")
    return [] if body is None else list(_read(body))


def _read(body: Element) -> Iterator[Section]:
    content: list[Element] = []
    for element in body:
        settings = element if element.tag == f"{_W}sectPr" else element.find(f"{_W}pPr/{_W}sectPr")
        content.append(element)
        if settings is not None:
            yield Section(content=tuple(content), settings=settings)
            content = []


def set_sections(found: list[Section], edges: Edges) -> None:
    """Turn the pages that lie across, and leave boxes 11 and 13 to the first page."""
    for index, section in enumerate(found):
        if section.landscape:
            _turn(section.settings)
        for reference in list(section.settings):
            if reference.get(_ID) is not None:
                _set_edge(reference, edges, first=index == 0)


def _turn(settings: Element) -> None:
    size = settings.find(f"{_W}pgSz")
    if size is not None and size.get(f"{_W}orient") != "landscape":
        width, height = size.get(f"{_W}w", ""), size.get(f"{_W}h", "")
        size.set(f"{_W}w", height)
        size.set(f"{_W}h", width)
        size.set(f"{_W}orient", "landscape")


def _set_edge(reference: Element, edges: Edges, *, first: bool) -> None:
    """A footer that prints nothing takes no room; the first page's header and footer are not repeated by annexes."""
    parent = reference.getparent()
    kind, footer = reference.get(f"{_W}type"), reference.tag == f"{_W}footerReference"
    if parent is None:
        return
    if footer and not edges.inked & {str(other.get(_ID)) for other in parent.findall(f"{_W}footerReference")}:
        parent.remove(reference)
    elif not first and kind == "first" and reference.get(_ID) in edges.inked:
        bare = _bare(reference, edges)
        if bare:
            reference.set(_ID, bare)


def _bare(reference: Element, edges: Edges) -> str:
    """Relationship of an empty part of the same sort, as another section or page of the document uses it."""
    root = reference.getroottree().getroot()
    return next(
        (str(other.get(_ID)) for other in root.iter(reference.tag) if other.get(_ID) in edges.bare),
        "",
    )
