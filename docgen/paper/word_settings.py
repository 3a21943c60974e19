"""Switches for a whole Word file that change how its parts are read."""

from __future__ import annotations

from dataclasses import dataclass

from docgen.paper.word_xml import VAL, Element, W, on, whole

#: From Word 2013 on the indent of a table is that of its side, before it was that of its text.
_SIDES_INDENTED = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What ``settings.xml`` says."""

    even_differs: bool = False  #: headers of even pages are their own
    gutter_on_top: bool = False
    outer_indent: bool = True  #: the indent of a table is that of its text
    theme_language: str = ""  #: in which fonts of the theme are chosen: ``vi-VN``


def settings_of(root: Element | None) -> Settings:
    """The settings of a file; those of Word without any where it has none."""
    if root is None:
        return Settings()
    modes = (
        whole(setting.get(VAL))
        for setting in root.iter(f"{W}compatSetting")
        if setting.get(f"{W}name") == "compatibilityMode"
    )
    return Settings(
        even_differs=_switched(root, "evenAndOddHeaders"),
        gutter_on_top=_switched(root, "gutterAtTop"),
        outer_indent=(next(modes, None) or 0) < _SIDES_INDENTED,
        theme_language=_theme_language(root),
    )


def _theme_language(root: Element) -> str:
    element = root.find(f"{W}themeFontLang")
    return "" if element is None else element.get(VAL, "")


def _switched(root: Element, name: str) -> bool:
    element = root.find(f"{W}{name}")
    return element is not None and on(element)
