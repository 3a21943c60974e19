"""Many processes take numbers from one register while some of them are killed."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from archive import Status
from archive.catalogue import open_catalogue
from archive.search.query import Query
from tests.archive.children import in_children, start_taking, take_numbers
from tests.archive.samples import DAY, reservation

_CHANCE = random.Random(30_2020)


def _shares(workers: int, requests_each: int) -> list[list[str]]:
    """The requests of each process; its neighbour asks a third of them too, at the same time."""
    own = [[f"{worker}-{turn}" for turn in range(requests_each)] for worker in range(workers)]
    return [ids + own[worker - 1][::3] for worker, ids in enumerate(own)]


def _take_under_fire(url: str, *, workers: int, requests_each: int, kills: int) -> int:
    """How many processes died by SIGKILL. Each is followed by another that asks the same again."""
    shares = _shares(workers, requests_each)
    running = {worker: start_taking(url, share) for worker, share in enumerate(shares)}
    killed = 0
    while running:
        time.sleep(_CHANCE.uniform(0.02, 0.1))
        if killed < kills:
            victim = _CHANCE.choice(list(running))
            running[victim].kill()
        for worker, process in list(running.items()):
            if process.is_alive():
                continue
            process.join()
            del running[worker]
            if process.exitcode != 0:
                assert process.exitcode == -9
                killed += 1
                running[worker] = start_taking(url, shares[worker])
    return killed


def _assert_no_double_and_no_hole(url: str, *, count: int) -> None:
    catalogue = open_catalogue(url)
    asked = Query(statuses=frozenset(Status), page_size=500)
    numbers = [record.number for record in catalogue.search(asked).items]
    assert sorted(numbers) == list(range(1, count + 1))
    assert catalogue.reserve(reservation(), day=DAY).number == count + 1
    catalogue.close()


def test_8_processes_on_sqlite_with_kills_leave_no_double_and_no_hole(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/so.db"
    killed = _take_under_fire(url, workers=8, requests_each=50, kills=12)
    assert killed >= 12
    _assert_no_double_and_no_hole(url, count=400)


def test_32_processes_on_postgresql_with_kills_leave_no_double_and_no_hole(postgres_url: str) -> None:
    killed = _take_under_fire(postgres_url, workers=32, requests_each=10, kills=16)
    assert killed >= 16
    _assert_no_double_and_no_hole(postgres_url, count=320)


def test_4_processes_may_open_a_fresh_database_at_once(catalogue_url: str) -> None:
    answers = in_children(take_numbers, [(catalogue_url, [f"r-{child}"]) for child in range(4)])
    assert answers == [None] * 4
    _assert_no_double_and_no_hole(catalogue_url, count=4)


@pytest.mark.parametrize("units", [2000])
def test_a_document_about_2000_units_is_kept_and_found_by_each(catalogue_url: str, units: int) -> None:
    catalogue = open_catalogue(catalogue_url)
    names = tuple(f"Trường Tiểu học số {number} Đống Đa" for number in range(units))
    record = catalogue.reserve(reservation(units=names), day=DAY)
    assert catalogue.record(record.id).units == names
    every = frozenset(Status)
    for number in (0, 999, units - 1):
        assert catalogue.search(Query(unit=f"truong tieu hoc so {number} dong da", statuses=every)).total == 1
    assert catalogue.search(Query(text=f'"số {units - 1} đống đa"', statuses=every)).total == 1
    catalogue.close()
