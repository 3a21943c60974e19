"""Puts the pieces together; the only module that names adapters."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from api.desk import Desk
from api.keys import Keys
from api.settings import Settings
from api.use_cases.demo_files import list_grows_old
from archive.catalogue import open_catalogue
from archive.objects import open_store
from docgen.convert.libreoffice import LIMITS, LibreOffice
from docgen.kinds import Kinds
from docgen.press import Press
from docgen.reading_room import ReadingRoom
from docgen.workshop import Workshop


@contextmanager
def open_desk(settings: Settings, *, samples: bool = True) -> Iterator[Desk]:
    """A desk by the settings, closed at the end.

    With ``samples`` the embedded default fills an empty catalogue with the sample offices and their demo keys, so
    that a newcomer can issue at once; a database that an operator named is never filled by itself.
    """
    limits = replace(
        LIMITS, size=settings.converters, answer=settings.conversion_seconds, wait=settings.waiting_seconds
    )
    converter = LibreOffice(settings.libreoffice, limits)
    workshop = Workshop(Press(), converter)
    reading_room = ReadingRoom()
    try:
        catalogue = open_catalogue(settings.catalogue_address)
        desk = Desk(
            kinds=Kinds(settings.templates),
            workshop=workshop,
            reading_room=reading_room,
            catalogue=catalogue,
            store=open_store(settings.store_address),
            keys=Keys(),
            trust_folder=settings.trust_folder,
            demo_folder=settings.demo_folder,
            sample_offices=settings.sample_offices,
            office=settings.office,
        )
        _prepare(desk, samples=samples and settings.embedded and not catalogue.offices())
        try:
            yield desk
        finally:
            catalogue.close()
    finally:
        reading_room.close()
        workshop.close()


def _prepare(desk: Desk, *, samples: bool) -> None:
    """Sample offices where they are wanted, and a fresh revocation list of the demo authority where it grows old."""
    old = list_grows_old(desk)
    if samples or old:
        # Imported here: the signing libraries take a third of a second that a search need not wait for.
        from api.use_cases.demo import import_samples, refresh_trust

        if old:
            refresh_trust(desk)
        if samples:
            import_samples(desk)
