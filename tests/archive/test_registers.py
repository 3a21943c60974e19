"""Source: NĐ 30/2020, Điều 15.1: from 01 each year, in order, each number once."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from archive import (
    ClockMovedBackError,
    InvalidMetadataError,
    NumberTakenError,
    RequestConflictError,
    Status,
)
from archive.catalogue import Catalogue, open_catalogue
from tests.archive.samples import DAY, NOW, issue, metadata, reservation


def test_numbers_of_a_register_run_from_01_without_holes(catalogue: Catalogue) -> None:
    symbols = [catalogue.reserve(reservation(), day=DAY).symbol for _ in range(11)]
    assert symbols[0] == "01/QĐ-UBND"
    assert symbols[8:] == ["09/QĐ-UBND", "10/QĐ-UBND", "11/QĐ-UBND"]


def test_a_reserved_record_tells_all_that_was_asked(catalogue: Catalogue) -> None:
    wish = reservation("r-1")
    record = catalogue.reserve(wish, day=DAY, at=NOW)
    assert (record.status, record.year, record.issued_on) == (Status.RESERVED, 2026, DAY)
    assert (record.request_id, record.request_digest) == ("r-1", wish.request_digest)
    assert (record.kind, record.office, record.register) == (wish.kind, wish.office, wish.register)
    assert (record.metadata, record.units, record.content) == (wish.metadata, wish.units, wish.content)
    assert (record.created_at, record.issued_at) == (NOW, None)
    assert (record.sha256, record.size, record.pages) == (None, None, None)
    assert catalogue.record(record.id) == record
    assert catalogue.record_of_request("r-1") == record


def test_each_register_and_each_office_counts_by_itself(catalogue: Catalogue) -> None:
    catalogue.reserve(reservation(), day=DAY)
    plan = catalogue.reserve(reservation(register="ke-hoach", notation="KH-UBND"), day=DAY)
    elsewhere = catalogue.reserve(reservation(office="H17.02"), day=DAY)
    assert (plan.number, elsewhere.number) == (1, 1)


def test_the_same_request_gets_the_same_record_whatever_became_of_it(catalogue: Catalogue) -> None:
    record = issue(catalogue, reservation("r-1"))
    assert catalogue.reserve(reservation("r-1"), day=DAY) == record
    withdrawn = catalogue.change_status(record.id, Status.WITHDRAWN, reason="Ban hành nhầm", at=NOW)
    assert catalogue.reserve(reservation("r-1"), day=DAY) == withdrawn
    assert catalogue.reserve(reservation(), day=DAY).number == 2


def test_the_same_request_id_with_another_content_is_refused_and_spends_nothing(catalogue: Catalogue) -> None:
    catalogue.reserve(reservation("r-1"), day=DAY)
    with pytest.raises(RequestConflictError):
        catalogue.reserve(reservation("r-1", request_digest="other"), day=DAY)
    assert catalogue.reserve(reservation(), day=DAY).number == 2


def test_on_1_january_a_register_starts_at_01_again(catalogue: Catalogue) -> None:
    numbers = [
        catalogue.reserve(reservation(), day=day).number
        for day in (date(2026, 12, 31), date(2026, 12, 31), date(2027, 1, 1), date(2027, 1, 1))
    ]
    assert numbers == [1, 2, 1, 2]


def test_a_request_repeated_after_new_year_keeps_its_number_of_the_old_year(catalogue: Catalogue) -> None:
    before = catalogue.reserve(reservation("r-1"), day=date(2026, 12, 31))
    assert catalogue.reserve(reservation("r-1"), day=date(2027, 1, 1)) == before


@pytest.mark.parametrize(
    ("last_day", "day"),
    [
        pytest.param(date(2026, 11, 22), date(2026, 11, 21), id="one day back"),
        pytest.param(date(2027, 1, 1), date(2026, 12, 31), id="back over New Year"),
    ],
)
def test_a_clock_that_moved_back_is_refused_and_spends_nothing(catalogue: Catalogue, last_day: date, day: date) -> None:
    catalogue.reserve(reservation(), day=last_day)
    with pytest.raises(ClockMovedBackError) as caught:
        catalogue.reserve(reservation("late"), day=day)
    assert (caught.value.day, caught.value.last_day) == (day, last_day)
    assert catalogue.record_of_request("late") is None
    assert catalogue.reserve(reservation(), day=last_day).number == 2


def test_a_register_may_go_on_from_paper_but_starts_at_01_the_next_year(catalogue: Catalogue) -> None:
    numbers = [
        catalogue.reserve(reservation(), day=day, first_number=57).number
        for day in (date(2026, 7, 1), date(2026, 7, 2), date(2027, 1, 1))
    ]
    assert numbers == [57, 58, 1]


def test_two_registers_may_not_give_the_same_number_with_the_same_notation(catalogue: Catalogue) -> None:
    catalogue.reserve(reservation(), day=DAY)
    with pytest.raises(NumberTakenError) as caught:
        catalogue.reserve(reservation("twin", register="quyet-dinh-2"), day=DAY)
    assert (caught.value.office, caught.value.year, caught.value.number) == ("H17.01", 2026, 1)
    assert catalogue.record_of_request("twin") is None
    assert catalogue.counts()[Status.RESERVED] == 1


def test_what_cannot_be_kept_is_refused_before_a_number_is_spent(catalogue: Catalogue) -> None:
    with pytest.raises(InvalidMetadataError, match="Subject"):
        catalogue.reserve(reservation(metadata=metadata(subject="x" * 501)), day=DAY)
    assert catalogue.reserve(reservation(), day=DAY).number == 1


def test_equal_requests_at_once_get_one_number(catalogue_url: str) -> None:
    catalogues = [open_catalogue(catalogue_url) for _ in range(4)]
    barrier = threading.Barrier(len(catalogues))

    def ask(catalogue: Catalogue) -> list[str]:
        ids = []
        for turn in range(15):
            barrier.wait(timeout=30)
            ids.append(catalogue.reserve(reservation(f"r-{turn}"), day=DAY).id)
        return ids

    with ThreadPoolExecutor(len(catalogues)) as threads:
        answers = list(threads.map(ask, catalogues))
    assert all(answer == answers[0] for answer in answers)
    numbers = [catalogues[0].record(record_id).number for record_id in answers[0]]
    assert numbers == list(range(1, 16))
    for catalogue in catalogues:
        catalogue.close()


def test_equal_requests_at_once_through_two_registers_get_one_number(catalogue_url: str) -> None:
    catalogues = {name: open_catalogue(catalogue_url) for name in ("a", "b")}
    barrier = threading.Barrier(2)

    def ask(register: str) -> list[str]:
        ids = []
        for turn in range(15):
            wish = reservation(f"r-{turn}", register=register, notation=f"QĐ-{register}")
            barrier.wait(timeout=30)
            ids.append(catalogues[register].reserve(wish, day=DAY).id)
        return ids

    with ThreadPoolExecutor(2) as threads:
        one, other = threads.map(ask, catalogues)
    assert one == other
    found = [catalogues["a"].record(record_id) for record_id in one]
    for register in catalogues:
        numbers = [record.number for record in found if record.register == register]
        assert numbers == list(range(1, len(numbers) + 1))
    for catalogue in catalogues.values():
        catalogue.close()
