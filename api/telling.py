"""How records, verdicts and audits are told to other programs: the JSON of the command line and of HTTP alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from api.errors import answer_to, problems_of

if TYPE_CHECKING:  # what is told was made elsewhere; a command that tells of one thing need not load the others
    from api.use_cases.find import Audit
    from api.use_cases.verify import Verification
    from archive.record import Office, Record
    from archive.search.query import Page
    from docgen.kinds import Kind
    from docgen.reading_room import Checked


def told_kind(kind: Kind) -> dict[str, Any]:
    """A kind in a list."""
    return {"id": kind.id, "name": kind.name, "abbreviation": kind.abbreviation}


def told_record(record: Record) -> dict[str, Any]:
    """A record with the fields of the contract first, then those of NĐ 30/2020, PL VI."""
    about = record.metadata
    return {
        "id": record.id,
        "kind": record.kind,
        "office": record.office,
        "number": record.printed_number,
        "notation": record.notation,
        "symbol": record.symbol,
        "issued_on": record.issued_on.isoformat(),
        "subject": about.subject,
        "units": list(record.units),
        "pages": record.pages,
        "sha256": record.sha256,
        "status": str(record.status),
        "year": record.year,
        "register": record.register,
        "type_name": about.type_name,
        "organ_name": about.organ_name,
        "signer": {"position": about.signer_position, "name": about.signer_name},
        "recipients": list(about.recipients),
        "language": about.language,
        "size": record.size,
        "issued_at": record.issued_at.isoformat() if record.issued_at else None,
        **_told_optional(record),
    }


def _told_optional(record: Record) -> dict[str, Any]:
    """Fields that are told only when they are stated."""
    about = record.metadata
    fields: Mapping[str, Any] = {
        "note": about.description or None,
        "priority": about.priority,
        "copies": about.copies,
        "due_date": about.due_date.isoformat() if about.due_date else None,
        "file_notation": about.file_code.notation if about.file_code else None,
        "file_year": about.file_code.catalog if about.file_code else None,
        "ordinal": about.doc_ordinal,
    }
    return {name: value for name, value in fields.items() if value is not None}


def told_page(page: Page) -> dict[str, Any]:
    """One page of a search."""
    return {
        "total": page.total,
        "page": page.page,
        "page_size": page.page_size,
        "items": [told_record(record) for record in page.items],
    }


def told_office(office: Office) -> dict[str, Any]:
    """An office in a list; keys and pictures stay inside."""
    data = office.data
    return {
        "code": office.code,
        "name": data["name"],
        "abbreviation": data["abbreviation"],
        "place": data["place"],
        "level": data["level"],
        "valid_from": office.valid_from.isoformat(),
        "valid_to": office.valid_to.isoformat() if office.valid_to else None,
        "signers": [
            {"code": signer["code"], "name": signer["name"], "position": signer["position"]}
            for signer in data["signers"]
        ],
        "registers": [{"code": register["code"], "kinds": register["kinds"]} for register in data["registers"]],
    }


def told_verification(file: str, verification: Verification) -> dict[str, Any]:
    """A verification as the contract names its fields."""
    verdict, record = verification.verdict, verification.record
    return {
        "file": file,
        "whole": verdict.whole,
        "trusted": verdict.trusted,
        "status": verification.status,
        "signatures": [
            {
                "signer": signature.signer,
                "office": signature.office,
                "role": signature.role,
                "time": signature.time.isoformat() if signature.time else None,
                "digest": signature.digest,
                "whole": signature.whole,
                "trusted": signature.trusted,
                "changes_after": signature.changes_after,
                "problem": signature.problem,
            }
            for signature in verdict.signatures
        ],
        "problems": list(verdict.problems),
        "document": {"id": record.id, "symbol": record.symbol} if record else None,
    }


def told_check(file: str, checked: Checked) -> dict[str, Any]:
    """A check as the contract names its fields."""
    return {
        "file": file,
        "kind": checked.kind,
        "findings": [dict(finding) for finding in checked.findings],
    }


def told_reading(file: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """What was read from a file: every field by name, null where it cannot be told."""
    return {"file": file, **fields}


def told_audit(audit: Audit) -> dict[str, Any]:
    """What an audit found."""
    return {
        "checked": audit.checked,
        "wrong": [{"id": record_id, "message": message} for record_id, message in audit.wrong],
        "orphans": list(audit.orphans),
        "reserved": audit.reserved,
    }


def told_error(error: Exception) -> dict[str, Any]:
    """An error for a program: the sentence, its stable name, the places that are wrong, what to do about a number."""
    notes = list(getattr(error, "__notes__", ()))
    return {"error": str(error), "type": answer_to(error).type, "problems": problems_of(error), "notes": notes}
