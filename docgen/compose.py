"""Content, office and number brought together: the values that a template is filled with.

Everything is plain text, lists and mappings; ``body`` and each annex's ``body`` are WordprocessingML made here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from docgen.errors import InvalidContentError, Problem
from docgen.kinds import Kind, Slot
from docgen.rules.authority import Signatory, authority_lines, name_lines
from docgen.rules.dating import date_line
from docgen.rules.ending import basis_lines
from docgen.rules.numbering import notation, number_line, roman
from docgen.rules.outline import Line, Style, outline
from docgen.rules.recipients import addressee_lines, archive_text, recipient_lines
from docgen.wordml import body_xml, paragraph

#: The note under an annex's title. On an electronic document the blanks are not filled.
#: Source: NĐ 30/2020, PL I, P.I, III.1.c; PL III, Mẫu 2.2.
ANNEX_NOTE = "(Kèm theo Văn bản số …/…-… ngày … tháng … năm … của …)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """The office (*cơ quan ban hành*) as a document shows it."""

    code: str
    name: str  #: official name, in full
    printed: Sequence[str]  #: lines of box 2
    superior: Sequence[str]  #: lines of the direct superior (*cơ quan chủ quản*) over them
    abbreviation: str  #: in the notation
    place: str  #: địa danh
    competence: str  #: thẩm quyền ban hành, over the bases of a decision
    signatories: Mapping[str, Signatory]  #: by code; the first signs where the content names nobody
    notations: Mapping[str, str] = field(default_factory=dict)  #: whole notations by kind, where the office deviates


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """Number and day of a document; a preview has neither."""

    day: date
    number: int | None = None


def notation_of(kind: Kind, content: Mapping[str, Any], issuer: Issuer) -> str:
    """The notation (*ký hiệu*): ``QĐ-UBND``, or ``UBND-NC`` for a letter.

    Source: NĐ 30/2020, PL I, P.I, II.3.b.
    """
    if kind.id in issuer.notations:
        return issuer.notations[kind.id]
    groups = {"kind": kind.abbreviation, "office": issuer.abbreviation}
    return notation([groups.get(group) or str(content.get(group) or "") for group in kind.notation])


def signatory_of(kind: Kind, slot: Slot, content: Mapping[str, Any], issuer: Issuer) -> tuple[str, Signatory]:
    """Code and person who signs in a slot.

    Raises:
        InvalidContentError: the office has no signer of the code that the content names.
    """
    codes = list(issuer.signatories)
    code = content.get(slot.field) or (codes[0] if codes else "")
    if code not in issuer.signatories:
        message = f"cơ quan “{issuer.code}” không có người ký “{code}”; hiện có: {', '.join(codes)}"
        raise InvalidContentError(kind.id, [Problem(slot.field, message)])
    return code, issuer.signatories[code]


def values(kind: Kind, content: Mapping[str, Any], issuer: Issuer, dating: Dating) -> dict[str, Any]:
    """All that the template of ``kind`` may ask for, by name: the content's fields and the printed lines.

    Raises:
        InvalidContentError: the content names a signer whom the office does not have.
    """
    addressees = content.get("addressees") or ()
    return {
        **_completed(kind.schema, kind.schema, content),
        "office": {
            "name": issuer.name,
            "place": issuer.place,
            "printed": list(issuer.printed),
            "superior": list(issuer.superior),
        },
        "competence": issuer.competence.upper(),
        "heading": kind.heading,
        "number_line": number_line(dating.number, notation_of(kind, content, issuer)),
        "date_line": date_line(issuer.place, dating.day, blank=dating.number is None) if kind.dated else "",
        "subject": kind.subject_of(content),
        "addressees": addressee_lines(addressees) if addressees else [],
        "recipients": _recipients(kind, content),
        "signatures": [_signature(kind, slot, content, issuer) for slot in kind.slots],
        "body": _body(content),
        "annexes": _annexes(content.get("annexes") or ()),
    }


def value_names(kind: Kind) -> frozenset[str]:
    """Names that a template of ``kind`` may use."""
    printed = {"office", "competence", "heading", "number_line", "date_line", "subject", "addressees"}
    return frozenset({*printed, "recipients", "signatures", "body", "annexes", *kind.schema["properties"]})


def _recipients(kind: Kind, content: Mapping[str, Any]) -> list[str]:
    line = content.get("archive_line")
    archive = archive_text(line["unit"], line.get("copies")) if line else kind.archive_line
    return recipient_lines(content["recipients"], as_above=bool(content.get("addressees")), archive=archive)


def _signature(kind: Kind, slot: Slot, content: Mapping[str, Any], issuer: Issuer) -> dict[str, Any]:
    _, signatory = signatory_of(kind, slot, content, issuer)
    lines = [slot.heading] if slot.heading else authority_lines(signatory)
    *other, name = name_lines(signatory)
    return {"lines": lines, "other": other, "name": name}


def _body(content: Mapping[str, Any]) -> str:
    """Bases, lead-in and body of a content as XML."""
    lead_in = content.get("lead_in") or ""
    bases = basis_lines(content.get("bases") or (), continued=lead_in.startswith("Căn cứ"))
    opening = [Line(style=Style.BODY, text=lead_in)] if lead_in else []
    lines = [*opening, *outline(content.get("body") or ())]
    return "".join(paragraph("Basis", (basis, False)) for basis in bases) + body_xml(lines)


def _annexes(annexes: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Annexes (*phụ lục*), numbered in Roman when there are several.

    Source: NĐ 30/2020, PL I, P.I, III.1.a to c.
    """
    many = len(annexes) > 1
    return [
        {
            "label": f"Phụ lục {roman(index)}" if many else "Phụ lục",
            "title": annex["title"].upper(),
            "note": ANNEX_NOTE,
            "body": body_xml(outline(annex["body"])),
        }
        for index, annex in enumerate(annexes, 1)
    ]


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
