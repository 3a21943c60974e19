"""The document that a copy (*bản sao*) repeats: its own header, body and signature lines as a template prints them.

Nothing of the copied document is signed anew: where its signature stood the copy says so in words.

Source: NĐ 30/2020, Điều 25; PL I, P.II; PL III, Mẫu 3.1 and 3.2.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from docgen.rules.authority import authority_lines, name_lines
from docgen.rules.dating import date_line
from docgen.rules.ending import basis_lines
from docgen.rules.outline import outline
from docgen.rules.page import PAGE
from docgen.rules.recipients import addressee_lines, recipient_lines
from docgen.signers import person
from docgen.wordml import body_xml, paragraph

#: Printed in the place of a signature and a seal that a copy cannot show.
SIGNED = "(Đã ký)"


def original_values(original: Mapping[str, Any]) -> dict[str, Any]:
    """The printed lines of the copied document, named as those of a document of ours."""
    addressees = original.get("addressees") or ()
    signatory = person(original["signer"])
    *other, name = name_lines(signatory)
    bases = basis_lines(original.get("bases") or (), continued=False)
    return {
        "office": {"superior": original.get("superior") or [], "printed": original["printed"]},
        "number_line": f"Số: {original['symbol']}",
        "date_line": date_line(original["place"], date.fromisoformat(original["date"]), blank=False),
        "heading": (original.get("heading") or "").upper(),
        "subject": original["subject"],
        "competence": (original.get("competence") or "").upper(),
        "decides": original.get("decides") or "",
        "bases": "".join(paragraph("Basis", (basis, False)) for basis in bases),
        "addressees": addressee_lines(addressees) if addressees else [],
        "body": body_xml(outline(original["body"]), PAGE.text_width),
        "recipients": recipient_lines(
            original.get("recipients") or (), as_above=bool(addressees), archive=original["archive"]
        ),
        "lines": authority_lines(signatory),
        "signed": SIGNED,
        "other": other,
        "name": name,
    }
