"""Content, office and number brought together: the values that a template is filled with.

Everything is plain text, lists and mappings; ``body`` and each annex's ``body`` are WordprocessingML made here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.attachments import annexes_of, attached_of, parent_of
from docgen.issuer import Dating, Issuer
from docgen.kinds import Kind
from docgen.originals import original_values
from docgen.rules.dating import date_line
from docgen.rules.ending import basis_lines
from docgen.rules.numbering import notation, number_line
from docgen.rules.outline import Line, Style, outline
from docgen.rules.page import LANDSCAPE, PAGE
from docgen.rules.recipients import addressee_lines, archive_text, drafter_text, recipient_lines
from docgen.signers import printed, rows_of, signings
from docgen.wordml import body_xml, paragraph

__all__ = ["Dating", "Issuer", "notation_of", "value_names", "values"]

#: Names that a template may use besides the fields of its content.
_PRINTED = frozenset(
    {
        "office",
        "competence",
        "heading",
        "number_line",
        "date_line",
        "subject",
        "addressees",
        "recipients",
        "signatures",
        "signature_rows",
        "body",
        "preamble",
        "articles",
        "annexes",
        "attached",
        "original",
        "partner",
        "urgency",
        "circulation",
        "drafter_line",
        "contact",
        "sender",
        "symbol",
    }
)


def notation_of(kind: Kind, content: Mapping[str, Any], issuer: Issuer) -> str:
    """The notation (*ký hiệu*): ``QĐ-UBND``, or ``UBND-NC`` for a letter.

    A joint document adds the partner's abbreviation. Source: NĐ 30/2020, PL I, P.I, II.3.b.
    """
    if kind.id in issuer.notations:
        return issuer.notations[kind.id]
    groups = {"kind": kind.abbreviation, "office": issuer.abbreviation}
    own = [groups.get(group) or str(content.get(group) or "") for group in kind.notation]
    partner = content.get("partner") or {}
    return notation([*own, partner.get("abbreviation", "")])


def values(kind: Kind, content: Mapping[str, Any], issuer: Issuer, dating: Dating) -> dict[str, Any]:
    """All that the template of ``kind`` may ask for, by name: the content's fields and the printed lines.

    Raises:
        InvalidContentError: the content names a signer whom the office does not have.
    """
    addressees = content.get("addressees") or ()
    code = notation_of(kind, content, issuer)
    blocks = printed(signings(kind, content, issuer))
    parent = parent_of(kind, content, issuer, code, dating)
    preamble = _preamble(content)
    articles = body_xml(
        outline(content.get("body") or ()), (LANDSCAPE if content.get("landscape") else PAGE).text_width
    )
    return {
        **_completed(kind.schema, kind.schema, content),
        "office": _office(content, issuer),
        "competence": (content.get("competence") or issuer.competence).upper(),
        "heading": content.get("heading") or kind.heading,
        "number_line": number_line(dating.number, code) if kind.numbered else "",
        "sender": content.get("sender") or issuer.name,
        "symbol": parent.symbol,
        "date_line": date_line(issuer.place, dating.day, blank=dating.number is None) if kind.dated else "",
        "subject": kind.subject_of(content),
        "addressees": addressee_lines(addressees) if addressees else [],
        "recipients": _recipients(kind, content),
        "drafter_line": drafter_text(**content["drafter"]) if content.get("drafter") else "",
        "urgency": (content.get("urgency") or "").upper(),
        "circulation": (content.get("circulation") or "").upper(),
        "contact": list(content.get("contact") or issuer.contact) if "contact" in kind.schema["properties"] else [],
        "partner": content.get("partner"),
        "signatures": blocks,
        "signature_rows": rows_of(blocks),
        "body": preamble + articles,
        "preamble": preamble,
        "articles": articles,
        "annexes": annexes_of(content, parent),
        "attached": attached_of(content, parent),
        "original": original_values(content["original"]) if content.get("original") else None,
    }


def value_names(kind: Kind) -> frozenset[str]:
    """Names that a template of ``kind`` may use."""
    return frozenset({*_PRINTED, *kind.schema["properties"]})


def _office(content: Mapping[str, Any], issuer: Issuer) -> dict[str, Any]:
    """Box 2. In a joint document both names, a hyphen between them, and no superior: each office has its own."""
    partner = content.get("partner")
    names, superior = list(issuer.printed), list(issuer.superior)
    if partner:
        names, superior = [*names[:-1], f"{names[-1]} -", *(line.upper() for line in partner["printed"])], []
    return {"name": issuer.name, "place": issuer.place, "printed": names, "superior": superior}


def _recipients(kind: Kind, content: Mapping[str, Any]) -> list[str]:
    line = content.get("archive_line")
    archive = archive_text(line["unit"], line.get("copies")) if line else kind.archive_line
    if "recipients" not in content:
        return []
    return recipient_lines(content["recipients"], as_above=bool(content.get("addressees")), archive=archive)


def _preamble(content: Mapping[str, Any]) -> str:
    """Bases and lead-in of a content as XML."""
    lead_in = content.get("lead_in") or ""
    bases = basis_lines(content.get("bases") or (), continued=lead_in.startswith("Căn cứ"))
    opening = [Line(style=Style.BODY, text=lead_in)] if lead_in else []
    return "".join(paragraph("Basis", (basis, False)) for basis in bases) + body_xml(opening, PAGE.text_width)


def _completed(root: Mapping[str, Any], schema: Mapping[str, Any], value: Any) -> Any:
    """The content with ``None`` for every optional field that the schema knows, so that templates may ask."""
    if "$ref" in schema:
        name = str(schema["$ref"]).removeprefix("#/$defs/")
        return _completed(root, root["$defs"][name], value)
    if isinstance(value, Mapping):
        known = schema.get("properties", {})
        return {
            name: _completed(root, known.get(name, {}), value.get(name)) for name in dict.fromkeys([*known, *value])
        }
    if isinstance(value, list):
        return [_completed(root, schema.get("items", {}), item) for item in value]
    return value
