"""Styles of a Word file put together: what a paragraph and a run look like after everything that applies.

From low to high: defaults of the file, table style, paragraph style with its ancestors and its list level, list level
named by the paragraph, the paragraph itself; for runs a character style and the run itself. Switches such as bold undo
each other between the styles of table, paragraph and character.
Source: ECMA-376, part 1, 17.7.2 and 17.7.3.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

from docgen.paper.word_fonts import Theme
from docgen.paper.word_numbering import Numbering
from docgen.paper.word_properties import ParagraphProperties, RunProperties, paragraph_properties, run_properties
from docgen.paper.word_xml import VAL, Element, W

#: A table style, and which of its conditions (``firstRow``) hold for a cell.
TableLook: TypeAlias = tuple[str, tuple[str, ...]]
NO_TABLE: TableLook = ("", ())

#: Longer lines of descent are no styles that a person made.
_MOST_ANCESTORS = 50

_Switch: TypeAlias = Literal["bold", "italic", "caps", "small_caps", "hidden"]
_SWITCHES: tuple[_Switch, ...] = ("bold", "italic", "caps", "small_caps", "hidden")

#: What Word does where neither defaults nor styles say anything. Source: ECMA-376, part 1, 17.3.2.
_BARE: RunProperties = {"ascii": "Times New Roman", "hansi": "Times New Roman", "size": 10.0, "colour": "000000"}


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written, without its ancestors."""

    name: str
    kind: str  #: ``paragraph``, ``character``, ``table``
    parent: str
    paragraph: ParagraphProperties
    run: RunProperties
    conditions: Mapping[str, tuple[ParagraphProperties, RunProperties]]
    element: Element


class Styles:
    """The styles of one file; answers are remembered, so one object serves one file and one thread."""

    def __init__(self, root: Element | None, theme: Theme, numbering: Numbering) -> None:
        self._theme = theme
        self._numbering = numbering
        self._styles: dict[str, Style] = {}
        self._usual: dict[str, str] = {}
        self._default_paragraph: ParagraphProperties = {}
        self._default_run: RunProperties = {}
        self._paragraphs: dict[tuple[str, TableLook], ParagraphProperties] = {}
        self._runs: dict[tuple[str, str, TableLook], RunProperties] = {}
        if root is not None:
            self._read(root)

    def _read(self, root: Element) -> None:
        self._default_paragraph = paragraph_properties(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr"))
        self._default_run = run_properties(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"), self._theme)
        for element in root.iterchildren(f"{W}style"):
            style_id, kind = element.get(f"{W}styleId", ""), element.get(f"{W}type", "paragraph")
            self._styles[style_id] = _style(element, kind, self._theme)
            if element.get(f"{W}default", "0") in ("1", "true", "on"):
                self._usual[kind] = style_id

    def line(self, style_id: str, kind: str) -> list[Style]:
        """A style of this kind after its ancestors, the eldest first; empty for an unknown one. Cycles end."""
        found: dict[str, Style] = {}
        while style_id not in found and len(found) < _MOST_ANCESTORS:
            style = self._styles.get(style_id)
            if style is None or style.kind != kind:
                break
            found[style_id] = style
            style_id = style.parent
        return list(reversed(found.values()))

    def table_style(self, style_id: str | None) -> str:
        """The id of the style of a table that names ``style_id`` or none."""
        return style_id if style_id in self._styles else self._usual.get("table", "")

    def paragraph_style(self, own: ParagraphProperties) -> str:
        """The id of the style of a paragraph: the one it names, if there is one, else the usual one."""
        style_id = own.get("style", "")
        named = self._styles.get(style_id)
        return style_id if named is not None and named.kind == "paragraph" else self._usual.get("paragraph", "")

    def style_name(self, style_id: str) -> str:
        """The name that Word shows for a style."""
        style = self._styles.get(style_id)
        return style.name if style else ""

    def paragraph(self, own: ParagraphProperties, table: TableLook = NO_TABLE) -> ParagraphProperties:
        """All that applies to a paragraph that says ``own`` of itself."""
        style_id = self.paragraph_style(own)
        styled = self._styled_paragraph(style_id, table)
        if "list" not in own:
            return {**styled, **own}
        level = self._numbering.indents(own["list"], own.get("level", styled.get("level", 0)))
        return {**styled, **level, **own}

    def _styled_paragraph(self, style_id: str, table: TableLook) -> ParagraphProperties:
        key = (style_id, table)
        if key not in self._paragraphs:
            merged: ParagraphProperties = {**self._default_paragraph, **self._table_paragraph(table)}
            for style in self.line(style_id, "paragraph"):
                merged.update(self._numbering.indents_of_style(style.paragraph))
                merged.update(style.paragraph)
            self._paragraphs[key] = merged
        return self._paragraphs[key]

    def _table_paragraph(self, table: TableLook) -> ParagraphProperties:
        merged: ParagraphProperties = {}
        for style in self.line(table[0], "table"):
            merged.update(style.paragraph)
            for condition in table[1]:
                if condition in style.conditions:
                    merged.update(style.conditions[condition][0])
        return merged

    def run(self, own: RunProperties, paragraph_style: str, table: TableLook = NO_TABLE) -> RunProperties:
        """All that applies to a run that says ``own`` of itself, in a paragraph of a style."""
        return {**self._styled_run(paragraph_style, own.get("style", ""), table), **own}

    def _styled_run(self, paragraph_style: str, character_style: str, table: TableLook) -> RunProperties:
        key = (paragraph_style, character_style, table)
        if key not in self._runs:
            places = [
                self._table_run(table),
                _merged(style.run for style in self.line(paragraph_style, "paragraph")),
                _merged(style.run for style in self.line(character_style, "character")),
            ]
            merged = _merged([_BARE, self._default_run, *places])
            for switch in _SWITCHES:
                undone = sum(place.get(switch, False) for place in places) % 2 == 1
                merged[switch] = self._default_run.get(switch, False) or undone
            self._runs[key] = merged
        return self._runs[key]

    def _table_run(self, table: TableLook) -> RunProperties:
        merged: RunProperties = {}
        for style in self.line(table[0], "table"):
            merged.update(style.run)
            for condition in table[1]:
                if condition in style.conditions:
                    merged.update(style.conditions[condition][1])
        return merged


def _style(element: Element, kind: str, theme: Theme) -> Style:
    return Style(
        name=_value(element, "name"),
        kind=kind,
        parent=_value(element, "basedOn"),
        paragraph=paragraph_properties(element.find(f"{W}pPr")),
        run=run_properties(element.find(f"{W}rPr"), theme),
        conditions={
            part.get(f"{W}type", ""): (
                paragraph_properties(part.find(f"{W}pPr")),
                run_properties(part.find(f"{W}rPr"), theme),
            )
            for part in element.iterchildren(f"{W}tblStylePr")
        },
        element=element,
    )


def _value(element: Element, name: str) -> str:
    child = element.find(f"{W}{name}")
    return "" if child is None else child.get(VAL, "")


def _merged(places: Iterable[RunProperties]) -> RunProperties:
    merged: RunProperties = {}
    for place in places:
        merged.update(place)
    return merged
