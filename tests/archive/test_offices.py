"""Offices change their names; an old document keeps the old one. One suite for both databases."""

from __future__ import annotations

from datetime import date

import pytest

from archive import (
    InvalidMetadataError,
    Office,
    OfficeNotFoundError,
    OfficeNotInForceError,
    OfficePeriodsOverlapError,
)
from archive.catalogue import Catalogue

_OLD = {"name": "Ủy ban nhân dân quận Hải Châu"}
_NEW = {"name": "Ủy ban nhân dân phường Hải Châu", "lines": [1, 2]}


@pytest.fixture
def reorganised(catalogue: Catalogue) -> Catalogue:
    """One office that got a new name on 1 July 2025, when districts were abolished."""
    catalogue.put_office("H17", valid_from=date(2025, 7, 1), valid_to=None, data=_NEW)
    catalogue.put_office("H17", valid_from=date(2020, 1, 1), valid_to=date(2025, 6, 30), data=_OLD)
    return catalogue


@pytest.mark.parametrize(
    ("day", "data"),
    [
        pytest.param(date(2020, 1, 1), _OLD, id="first day"),
        pytest.param(date(2025, 6, 30), _OLD, id="last day, included"),
        pytest.param(date(2025, 7, 1), _NEW, id="first day of the new name"),
        pytest.param(date(9999, 12, 31), _NEW, id="no end"),
    ],
)
def test_an_office_is_given_as_it_was_on_the_day(reorganised: Catalogue, day: date, data: dict[str, object]) -> None:
    assert reorganised.office("H17", on=day) == data


def test_an_office_before_its_time_is_not_in_force(reorganised: Catalogue) -> None:
    with pytest.raises(OfficeNotInForceError, match="31/12/2019"):
        reorganised.office("H17", on=date(2019, 12, 31))


@pytest.mark.parametrize("code", ["H99", "h17", "", "H17\x00"])
def test_an_unknown_office_is_not_found(reorganised: Catalogue, code: str) -> None:
    with pytest.raises(OfficeNotFoundError):
        reorganised.office(code, on=date(2026, 1, 1))


def test_offices_are_listed_by_code_and_time(reorganised: Catalogue) -> None:
    reorganised.put_office("A1", valid_from=date(2024, 1, 1), valid_to=None, data={})
    assert [(office.code, office.valid_from.year) for office in reorganised.offices()] == [
        ("A1", 2024),
        ("H17", 2020),
        ("H17", 2025),
    ]
    assert reorganised.offices()[1] == Office(
        code="H17", valid_from=date(2020, 1, 1), valid_to=date(2025, 6, 30), data=_OLD
    )


def test_importing_a_period_again_replaces_it(reorganised: Catalogue) -> None:
    end = date(2030, 1, 1)
    reorganised.put_office("H17", valid_from=date(2025, 7, 1), valid_to=end, data={"name": "khác"})
    assert reorganised.office("H17", on=end) == {"name": "khác"}
    assert len(reorganised.offices()) == 2


@pytest.mark.parametrize(
    ("valid_from", "valid_to"),
    [
        pytest.param(date(2025, 6, 30), date(2025, 6, 30), id="shares the last day"),
        pytest.param(date(2019, 1, 1), date(2020, 1, 1), id="shares the first day"),
        pytest.param(date(2019, 1, 1), None, id="swallows all"),
        pytest.param(date(2026, 1, 1), None, id="within one without end"),
    ],
)
def test_periods_of_one_office_may_not_overlap(reorganised: Catalogue, valid_from: date, valid_to: date | None) -> None:
    before = reorganised.offices()
    with pytest.raises(OfficePeriodsOverlapError):
        reorganised.put_office("H17", valid_from=valid_from, valid_to=valid_to, data={})
    assert reorganised.offices() == before


def test_a_replaced_period_may_not_grow_into_the_next(reorganised: Catalogue) -> None:
    with pytest.raises(OfficePeriodsOverlapError):
        reorganised.put_office("H17", valid_from=date(2020, 1, 1), valid_to=None, data=_OLD)


@pytest.mark.parametrize(
    ("code", "valid_to", "data"),
    [
        pytest.param("", None, {}, id="no code"),
        pytest.param("H\x00", None, {}, id="NUL in the code"),
        pytest.param("H1", date(2019, 12, 31), {}, id="ends before it begins"),
        pytest.param("H1", None, {"a": object()}, id="not JSON"),
        pytest.param("H1", None, {"a": "\x00"}, id="NUL in the data"),
    ],
)
def test_an_office_that_cannot_be_kept_is_refused(
    catalogue: Catalogue, code: str, valid_to: date | None, data: dict[str, object]
) -> None:
    with pytest.raises(InvalidMetadataError):
        catalogue.put_office(code, valid_from=date(2020, 1, 1), valid_to=valid_to, data=data)
    assert catalogue.offices() == ()
