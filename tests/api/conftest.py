"""A desk on each pair of components: SQLite and a folder, PostgreSQL and S3."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from api.desk import Desk, now
from api.keys import Keys
from api.use_cases.demo import import_samples
from archive.catalogue import open_catalogue
from archive.objects import open_store
from docgen.reading_room import ReadingRoom
from docgen.workshop import Workshop
from tests.documents import KINDS, OFFICES

MakeDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Demo keys, made once: they take seconds."""
    return tmp_path_factory.mktemp("demo")


@contextmanager
def desks(workshop: Workshop, reading_room: ReadingRoom, demo_folder: Path) -> Iterator[MakeDesk]:
    """Makes desks with the sample offices at an address of a catalogue and of a store."""
    with ExitStack() as stack:

        def make(catalogue_url: str, store_url: str, clock: Callable[[], datetime] = now) -> Desk:
            catalogue = open_catalogue(catalogue_url)
            stack.callback(catalogue.close)
            desk = Desk(
                kinds=KINDS,
                workshop=workshop,
                reading_room=reading_room,
                catalogue=catalogue,
                store=open_store(store_url),
                keys=Keys(),
                trust_folder=demo_folder / "trust",
                demo_folder=demo_folder,
                sample_offices=OFFICES,
                clock=clock,
            )
            import_samples(desk)
            return desk

        yield make


@pytest.fixture
def make_desk(workshop: Workshop, reading_room: ReadingRoom, demo_folder: Path) -> Iterator[MakeDesk]:
    """Makes desks for one test."""
    with desks(workshop, reading_room, demo_folder) as make:
        yield make


@pytest.fixture(scope="session")
def busy_desk(
    workshop: Workshop, reading_room: ReadingRoom, demo_folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Desk]:
    """One desk for all documents that need not be the first of their register."""
    folder = tmp_path_factory.mktemp("busy")
    with desks(workshop, reading_room, demo_folder) as make:
        yield make(str(folder / "catalogue.db"), str(folder / "objects"))


@pytest.fixture
def desk(make_desk: MakeDesk, tmp_path: Path) -> Desk:
    """A desk on the embedded default."""
    return make_desk(str(tmp_path / "catalogue.db"), str(tmp_path / "objects"))


@pytest.fixture(params=["sqlite and a folder", "postgresql and s3"])
def each_desk(request: pytest.FixtureRequest, make_desk: MakeDesk, tmp_path: Path) -> Desk:
    """A desk on every pair of components."""
    if request.param == "sqlite and a folder":
        return make_desk(str(tmp_path / "catalogue.db"), str(tmp_path / "objects"))
    return make_desk(request.getfixturevalue("postgres_url"), request.getfixturevalue("s3_url"))
