"""What hangs on a document: annexes (*phụ lục*) and the text that a decision issues (*văn bản kèm theo*).

Source: NĐ 30/2020, PL I, P.I, III.1; PL III, Mẫu 1.3, 2.1, 2.2.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from docgen.issuer import Dating, Issuer
from docgen.kinds import Kind
from docgen.rules.attaching import Parent, attachment_note, open_note
from docgen.rules.numbering import BLANK_NUMBER, roman, symbol
from docgen.rules.outline import outline
from docgen.rules.page import LANDSCAPE, PAGE
from docgen.wordml import body_xml


def parent_of(kind: Kind, content: Mapping[str, Any], issuer: Issuer, code: str, dating: Dating) -> Parent:
    """The document that annexes hang on: the one that a separate annex names, else this one, with notation ``code``."""
    if named := content.get("parent"):
        return Parent(
            name=named["name"],
            symbol=named["symbol"],
            day=date.fromisoformat(named["date"]),
            numbered=True,
            office=named.get("office") or issuer.name,
        )
    return Parent(
        name=kind.heading.capitalize() if kind.heading else kind.name,
        symbol=f"{BLANK_NUMBER}/{code}" if dating.number is None else symbol(dating.number, code),
        day=dating.day,
        numbered=dating.number is not None,
        office=content.get("competence") or issuer.name,
    )


def annexes_of(content: Mapping[str, Any], parent: Parent) -> list[dict[str, Any]]:
    """Annexes (*phụ lục*), numbered in Roman when there are several.

    A file that is an annex itself is its own only one. Source: NĐ 30/2020, PL I, P.I, III.1.a to c.
    """
    annexes: Sequence[Mapping[str, Any]] = content.get("annexes") or ()
    many = len(annexes) > 1
    note = attachment_note(parent) if content.get("paper") else open_note("Văn bản")
    if "annex_title" in content:
        number = content.get("annex_number")
        return [
            {
                "label": f"Phụ lục {roman(number)}" if number else "Phụ lục",
                "title": content["annex_title"].upper(),
                "note": note,
                "landscape": bool(content.get("landscape")),
                "body": "",
            }
        ]
    return [
        {
            "label": f"Phụ lục {roman(index)}" if many else "Phụ lục",
            "title": annex["title"].upper(),
            "note": note,
            "landscape": bool(annex.get("landscape")),
            "body": body_xml(outline(annex["body"]), (LANDSCAPE if annex.get("landscape") else PAGE).text_width),
        }
        for index, annex in enumerate(annexes, 1)
    ]


def attached_of(content: Mapping[str, Any], parent: Parent) -> dict[str, str] | None:
    """The text that a decision issues or approves (*văn bản kèm theo*). Source: NĐ 30/2020, PL III, Mẫu 1.3."""
    attached = content.get("attached")
    if not attached:
        return None
    named = parent.name if content.get("parent") else "Quyết định"
    abbreviation = parent.symbol.partition("/")[2].partition("-")[0]
    return {
        "heading": attached["heading"].upper(),
        "subject": attached["subject"],
        "note": attachment_note(parent) if content.get("paper") else open_note(named, abbreviation),
        "body": body_xml(outline(attached.get("body") or ()), PAGE.text_width),
    }
