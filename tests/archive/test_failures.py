"""Databases that are away, locked or full, and stores that are away once the number is taken."""

from __future__ import annotations

import resource
import sqlite3
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from archive import CatalogueAwayError, Status, StoreAwayError
from archive.catalogue import Catalogue, open_catalogue
from archive.objects import open_store
from archive.search.query import Query
from tests.archive.children import in_child
from tests.archive.samples import DAY, NOW, reservation, sha256
from tests.services.postgres import PostgresServer
from tests.services.process import free_port


def test_a_store_that_is_away_after_the_number_was_taken_costs_no_number(catalogue: Catalogue, tmp_path: Path) -> None:
    data, name = b"%PDF-1.7", sha256(b"%PDF-1.7")
    record = catalogue.reserve(reservation("r-1"), day=DAY)
    assert catalogue.intend(record.id, sha256=name, size=len(data), pages=1, previous=None)
    with pytest.raises(StoreAwayError):
        open_store(f"s3://k:s@127.0.0.1:{free_port()}/bucket?secure=false").put(data)

    again = catalogue.reserve(reservation("r-1"), day=DAY)
    assert (again.id, again.number, again.status) == (record.id, 1, Status.RESERVED)
    assert catalogue.intend(again.id, sha256=name, size=len(data), pages=1, previous=again.sha256)
    assert open_store(str(tmp_path / "kho")).put(data) == name
    assert catalogue.issue(again.id, sha256=name, issued_at=NOW).status is Status.ISSUED


def test_a_stopped_postgresql_is_away_soon_and_back_when_it_is_started() -> None:
    server = PostgresServer()
    try:
        server.start()
        catalogue = open_catalogue(server.new_database())
        record = catalogue.reserve(reservation("r-1"), day=DAY)
        server.stop()
        asks: list[Callable[[], object]] = [
            lambda: catalogue.reserve(reservation(), day=DAY),
            lambda: catalogue.record(record.id),
            lambda: catalogue.search(Query(text="x")),
            lambda: list(catalogue.digests()),
            catalogue.ping,
        ]
        start = time.monotonic()
        for ask in asks:
            with pytest.raises(CatalogueAwayError):
                ask()
        assert time.monotonic() - start < 5
        server.start()
        assert catalogue.reserve(reservation("r-1"), day=DAY) == record
        assert catalogue.reserve(reservation(), day=DAY).number == 2
        catalogue.close()
    finally:
        server.remove()


def test_a_database_that_is_not_there_is_away_and_its_password_is_not_told() -> None:
    with pytest.raises(CatalogueAwayError) as caught:
        open_catalogue(f"postgresql+psycopg://docgen:s3cret@127.0.0.1:{free_port()}/so")
    assert "s3cret" not in str(caught.value)


def test_a_lock_held_too_long_is_told_and_spends_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("archive.catalogue.database.PATIENCE_SECONDS", 0.3)
    catalogue = open_catalogue(str(tmp_path / "so.db"))
    rival = sqlite3.connect(tmp_path / "so.db", isolation_level=None)
    rival.execute("BEGIN IMMEDIATE")
    with pytest.raises(CatalogueAwayError, match="locked"):
        catalogue.reserve(reservation(), day=DAY)
    assert catalogue.search(Query()).total == 0  # readers are not held up
    rival.execute("ROLLBACK")
    rival.close()
    assert catalogue.reserve(reservation(), day=DAY).number == 1
    catalogue.close()


def _reserve_on_a_full_disk(path: str) -> None:
    catalogue = open_catalogue(path)
    size = Path(path).stat().st_size
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    content = {"text": "x" * 2 * size}
    catalogue.reserve(reservation("big", content=content), day=DAY)


def test_a_full_disk_under_sqlite_is_told_and_spends_nothing(tmp_path: Path) -> None:
    path = str(tmp_path / "so.db")
    open_catalogue(path).close()
    assert isinstance(in_child(_reserve_on_a_full_disk, path), CatalogueAwayError)
    catalogue = open_catalogue(path)
    assert catalogue.record_of_request("big") is None
    assert catalogue.reserve(reservation(), day=DAY).number == 1
    catalogue.close()


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "so.db").write_bytes(b"%PDF-1.7 " * 1000)
    with pytest.raises(CatalogueAwayError, match="not a database"):
        open_catalogue(str(tmp_path / "so.db"))


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("")
    with pytest.raises(CatalogueAwayError):
        open_catalogue(str(tmp_path / "a" / "so.db"))
