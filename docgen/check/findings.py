"""A finding: one place where a paper departs from the decree, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """How binding the text behind a check is."""

    #: the wording of the decree and its appendix I, II
    RULE = "rule"
    #: only the model forms of appendix III show it
    FORM = "form"
    #: good practice; nothing prescribes it
    PRACTICE = "practice"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What stands there, what the decree wants, and a sentence for the clerk."""

    id: str  #: ``C05``
    level: Level
    clause: str  #: ``NĐ 30/2020, PL I, P.I, II.1``
    page: int | None
    paragraph: int | None  #: number as in ``docgen.paper.model.Paragraph``
    found: str
    expected: str
    message: str  #: one sentence of Vietnamese that says how to mend it
