"""One story of a Word file (the body, a header, the notes) as numbered paragraphs with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from docgen.paper.model import Layout, Paragraph, Picture, Place, Rule
from docgen.paper.word_drawings import DrawnLine, drawn_in
from docgen.paper.word_fonts import Theme
from docgen.paper.word_layout import layout
from docgen.paper.word_numbering import Numbering
from docgen.paper.word_page_numbers import PageField, page_field
from docgen.paper.word_pages import Pager
from docgen.paper.word_properties import ParagraphProperties, paragraph_properties, run_properties
from docgen.paper.word_rules import border_rules, cell_rules, shape_rule, text_rules
from docgen.paper.word_sections import Section
from docgen.paper.word_settings import Settings
from docgen.paper.word_styles import NO_TABLE, Styles
from docgen.paper.word_tables import CellPlace, Tables
from docgen.paper.word_text import Content, Reader, Turn
from docgen.paper.word_xml import TEXT_BOX, Element, W, millimetres


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """What all stories of a file share."""

    theme: Theme
    numbering: Numbering
    styles: Styles
    settings: Settings
    sections: list[Section]

    @property
    def letter(self) -> float:
        """Points of the usual text."""
        return self.styles.run({}, self.styles.paragraph_style({})).get("size", 10.0)


@dataclass(slots=True)
class Found:
    """What a story holds."""

    paragraphs: list[Paragraph] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    page_fields: list[PageField] = field(default_factory=list)
    tables: int = 0  #: number of the first table of the next story


class Story:
    """Reads the paragraphs of one story, each once and in order."""

    def __init__(
        self, root: Element, book: Book, place: Place, *, sheet: int = 0, tables: int = 0, pager: Pager | None = None
    ) -> None:
        """``sheet`` is the section in which the story begins, ``tables`` the number of its first table.

        Without a ``pager`` pages are not known.
        """
        self._book = book
        self._place = place
        self._sheet = sheet
        self._pager = pager
        self._reader = Reader(root, book.styles, book.theme)
        self._tables = Tables(root, book.styles, outer_indent=book.settings.outer_indent, first=tables)
        self._letter = book.letter
        self._before: ParagraphProperties | None = None
        self._cells: dict[CellPlace, tuple[int, int]] = {}
        self.found = Found(tables=self._tables.next_number)

    def read(self, elements: Iterable[Element], number: int) -> Found:
        """Read these ``w:p``, counting from ``number``."""
        for at, element in enumerate(elements, start=number):
            self._paragraph(element, at)
        for place, (first, last) in self._cells.items():
            self.found.rules.extend(cell_rules(place, first, last))
        return self.found

    @property
    def _section(self) -> Section:
        return self._book.sections[min(self._sheet, len(self._book.sections) - 1)]

    def _paragraph(self, element: Element, number: int) -> None:
        styles, own_element = self._book.styles, element.find(f"{W}pPr")
        own = paragraph_properties(own_element)
        cell = self._cell(element, number)
        table = cell.look if cell else NO_TABLE
        style_id = styles.paragraph_style(own)
        properties = styles.paragraph(own, table)
        content = self._reader.content(element, style_id, table)
        boxed = next(element.iterancestors(TEXT_BOX), None) is not None
        set_as = layout(
            properties,
            size=self._size(content, own_element, style_id),
            letter=self._letter,
            style=styles.style_name(style_id),
        )
        paragraph = Paragraph(
            number=number,
            lines=content.lines,
            place=self._place_of(properties, boxed=boxed),
            layout=set_as,
            cell=cell.cell if cell else None,
            page=None if boxed else self._page(element, content, properties),
            sheet=self._sheet,
            label=self._book.numbering.label(properties, style_id),
        )
        self.found.paragraphs.append(paragraph)
        self._drawn(paragraph, content, set_as, properties, cell)
        page_number = page_field(element, content, properties, number)
        if page_number:
            self.found.page_fields.append(page_number)
        if own_element is not None and own_element.find(f"{W}sectPr") is not None and not boxed:
            self._end_section()

    def _cell(self, element: Element, number: int) -> CellPlace | None:
        """The cell around a paragraph, up to the text box that it stands in."""
        around = next(element.iterancestors(f"{W}tc", TEXT_BOX), None)
        if around is None or around.tag == TEXT_BOX:
            return None
        place = self._tables.place(around, self._section.text_width)
        if place is not None:
            first, _ = self._cells.get(place, (number, number))
            self._cells[place] = (first, number)
        return place

    def _size(self, content: Content, own: Element | None, style_id: str) -> float:
        """Points of the largest type in a paragraph; of its mark when it is empty."""
        sizes = [run.size for line in content.lines for run in line.runs if run.size]
        if sizes:
            return max(sizes)
        mark = run_properties(None if own is None else own.find(f"{W}rPr"), self._book.theme)
        return self._book.styles.run(mark, style_id).get("size", self._letter)

    def _place_of(self, properties: ParagraphProperties, *, boxed: bool) -> Place:
        framed = boxed or "frame_align" in properties
        return Place.FRAME if framed and self._place is Place.BODY else self._place

    def _page(self, element: Element, content: Content, properties: ParagraphProperties) -> int | None:
        if self._pager is None:
            return None
        rows = list(element.iterancestors(f"{W}tr"))
        cells = list(element.iterancestors(f"{W}tc"))
        turns = [Turn.SET, *content.turns] if properties.get("page_break") else content.turns
        return self._pager.place(turns, rows[-1] if rows else None, cells[-1] if cells else None)

    def _drawn(
        self,
        paragraph: Paragraph,
        content: Content,
        set_as: Layout,
        properties: ParagraphProperties,
        cell: CellPlace | None,
    ) -> None:
        rules, number = self.found.rules, paragraph.number
        width = cell.text_width if cell and cell.text_width is not None else self._section.text_width
        rules.extend(border_rules(properties, self._before, number, width))
        rules.extend(text_rules(paragraph.lines, set_as, number))
        self._before = properties
        margin = self._section.sheet.left or 0.0
        column = margin + millimetres(cell.text_left) if cell else margin
        for drawing in content.drawings:
            for drawn in drawn_in(drawing):
                if isinstance(drawn, DrawnLine):
                    rules.append(shape_rule(drawn, number, page=paragraph.page, margin=margin, column=column))
                else:
                    picture = Picture(width=drawn.width, height=drawn.height, paragraph=number, page=paragraph.page)
                    self.found.pictures.append(picture)

    def _end_section(self) -> None:
        self._sheet += 1
        if self._pager and self._section.begins_page:
            self._pager.set_break()
