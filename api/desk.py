"""The desk (*bàn văn thư*): everything that a use case may use, put together by ``api.app``."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from api.keys import Keys
from api.settings import TIME_ZONE
from archive.catalogue import Catalogue
from archive.objects import ObjectStore
from docgen.kinds import Kinds
from docgen.reading_room import ReadingRoom
from docgen.workshop import Workshop


def now() -> datetime:
    """The moment, aware, in Việt Nam."""
    return datetime.now(TIME_ZONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a clerk has at hand."""

    kinds: Kinds
    workshop: Workshop
    reading_room: ReadingRoom
    catalogue: Catalogue
    store: ObjectStore
    keys: Keys
    trust_folder: Path
    demo_folder: Path
    sample_offices: Path
    office: str = ""  #: code of the office that issues where nothing else says
    clock: Callable[[], datetime] = field(default=now)

    def today(self) -> date:
        """The day in Việt Nam."""
        return self.clock().astimezone(TIME_ZONE).date()
