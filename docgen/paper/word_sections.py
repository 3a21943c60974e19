"""Sections of a Word file: their sheets, and which headers and footers each of them shows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from docgen.paper.model import Place, Sheet
from docgen.paper.word_xml import Element, R, W, millimetres, on, twips, whole

#: A sheet of US Letter with margins of an inch, which Word takes when a file says nothing. Source: 17.6.13.
_WIDTH, _HEIGHT, _MARGIN = 12240.0, 15840.0, 1440.0

#: Which pages a header or footer is for, in the order in which a page number is looked for.
PAGES = ("default", "even", "first")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section as it is written."""

    sheet: Sheet
    text_width: float  #: twentieths of a point
    stories: Mapping[tuple[Place, str], str] = field(default_factory=dict)  #: (place, pages) -> name of a part
    first_differs: bool = False
    start: int | None = None
    number_format: str = "decimal"
    begins_page: bool = True

    def shown(self) -> list[tuple[Place, str]]:
        """The headers and footers that this section prints."""
        return [key for pages in PAGES for key in self.stories if key[1] == pages]


def sections_of(
    elements: Sequence[Element], parts: Mapping[str, str], *, even_differs: bool, gutter_on_top: bool
) -> list[Section]:
    """The sections of these ``w:sectPr``, each with what it takes over from the one before it.

    ``parts`` maps relationship ids to parts. A file without any has one section.
    """
    found: list[Section] = []
    references: dict[tuple[Place, str], str] = {}
    for element in elements:
        references = references | _references(element, parts)
        found.append(_section(element, references, even_differs=even_differs, gutter_on_top=gutter_on_top))
    return found or [_section(None, {}, even_differs=even_differs, gutter_on_top=gutter_on_top)]


def _references(element: Element, parts: Mapping[str, str]) -> dict[tuple[Place, str], str]:
    found = {}
    for place, name in ((Place.HEADER, "headerReference"), (Place.FOOTER, "footerReference")):
        for reference in element.iterchildren(f"{W}{name}"):
            part = parts.get(reference.get(f"{R}id", ""))
            if part:
                found[(place, reference.get(f"{W}type", "default"))] = part
    return found


def _section(
    element: Element | None, references: Mapping[tuple[Place, str], str], *, even_differs: bool, gutter_on_top: bool
) -> Section:
    def read(child: str, attribute: str) -> str | None:
        found = None if element is None else element.find(f"{W}{child}")
        return None if found is None else found.get(f"{W}{attribute}")

    def length(child: str, attribute: str, usual: float) -> float:
        value = twips(read(child, attribute))
        return usual if value is None else abs(value)

    title = None if element is None else element.find(f"{W}titlePg")
    first_differs = title is not None and on(title)
    gutter = length("pgMar", "gutter", 0.0)
    width, height = length("pgSz", "w", _WIDTH), length("pgSz", "h", _HEIGHT)
    left = length("pgMar", "left", _MARGIN) + (0.0 if gutter_on_top else gutter)
    right = length("pgMar", "right", _MARGIN)
    unseen = {pages for pages, seen in (("first", first_differs), ("even", even_differs)) if not seen}
    return Section(
        sheet=Sheet(
            width=millimetres(width),
            height=millimetres(height),
            top=millimetres(length("pgMar", "top", _MARGIN) + (gutter if gutter_on_top else 0.0)),
            bottom=millimetres(length("pgMar", "bottom", _MARGIN)),
            left=millimetres(left),
            right=millimetres(right),
        ),
        text_width=max(width - left - right, 0.0),
        stories={key: part for key, part in references.items() if key[1] not in unseen},
        first_differs=first_differs,
        start=whole(read("pgNumType", "start")),
        number_format=read("pgNumType", "fmt") or "decimal",
        begins_page=(read("type", "val") or "nextPage") != "continuous",
    )
