"""Prove a template package (*gói mẫu*) before it is used."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from api.desk import Desk
from api.use_cases.offices import issuer_of, office_code
from docgen.compose import Issuer
from docgen.proof import Fault, ProofRoom, faults


def proof(desk: Desk, folder: Path) -> list[Fault]:
    """What is wrong with a package; trial pages are printed for the offices that its examples name.

    Raises:
        OfficeUnnamedError, OfficeNotFoundError: no such office is known here.
        ConversionError: LibreOffice is absent or busy.
    """

    def issuer_for(content: Mapping[str, Any]) -> Issuer:
        return issuer_of(desk.catalogue.office(office_code(desk, None, content), on=desk.today()))

    return faults(folder, ProofRoom(workshop=desk.workshop, reading_room=desk.reading_room, issuer_for=issuer_for))
