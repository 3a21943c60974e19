"""The office (*cơ quan ban hành*) as its documents show it, and when it issues one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from docgen.rules.authority import Signatory


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """An office with the lines that it prints and the people who sign for it."""

    code: str
    name: str  #: official name, in full
    printed: Sequence[str]  #: lines of box 2
    superior: Sequence[str]  #: lines of the direct superior (*cơ quan chủ quản*) over them
    abbreviation: str  #: in the notation
    place: str  #: địa danh
    competence: str  #: thẩm quyền ban hành, over the bases of a decision
    signatories: Mapping[str, Signatory]  #: by code; the first signs where the content names nobody
    notations: Mapping[str, str] = field(default_factory=dict)  #: whole notations by kind, where the office deviates
    contact: Sequence[str] = ()  #: lines of box 13: address, e-mail, site, telephone


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """Number and day of a document; a preview has neither."""

    day: date
    number: int | None = None
