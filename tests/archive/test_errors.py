"""Every error speaks to a clerk and crosses from one process to another."""

from __future__ import annotations

import pickle
from datetime import date

import pytest

import archive
from archive import ArchiveError, Status

_DAY, _LATER = date(2026, 1, 2), date(2026, 12, 31)
_ERRORS = [
    archive.InvalidMetadataError(("trích yếu (Subject) dài 501 ký tự, tối đa 500",)),
    archive.InvalidAddressError("ftp://…", "s3://…"),
    archive.RecordNotFoundError("r-1"),
    archive.OfficeNotFoundError("H17"),
    archive.OfficeNotInForceError("H17", _DAY),
    archive.OfficePeriodsOverlapError("H17", _DAY, _LATER),
    archive.RequestConflictError("r-1"),
    archive.ClockMovedBackError("quyet-dinh", _DAY, _LATER),
    archive.NumberTakenError("H17", 2026, 7, "QĐ-UBND"),
    archive.TransitionError(Status.VOID, Status.ISSUED),
    archive.ObjectNotFoundError("ab"),
    archive.ObjectCorruptError("ab", "cd"),
    archive.StoreAwayError("No space left on device"),
    archive.CatalogueAwayError("database is locked"),
]
_each = pytest.mark.parametrize("error", _ERRORS, ids=lambda error: type(error).__name__)


def test_no_error_is_missing_here() -> None:
    assert {type(error) for error in _ERRORS} == set(ArchiveError.__subclasses__())


@_each
def test_an_error_tells_the_clerk_what_to_do(error: ArchiveError) -> None:
    sentence = str(error)
    assert any(word in sentence for word in ("hãy", "Hãy"))
    assert sentence.endswith(".")
    assert "None" not in sentence


@_each
def test_an_error_survives_pickling(error: ArchiveError) -> None:
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert vars(copy) == vars(error)
    assert str(copy) == str(error)


def test_facts_may_be_given_by_name() -> None:
    error = archive.NumberTakenError(office="H17", year=2026, number=7, notation="QĐ-UBND")
    assert "07/QĐ-UBND" in str(pickle.loads(pickle.dumps(error)))


def test_dates_are_written_the_vietnamese_way() -> None:
    assert "02/01/2026" in str(archive.OfficeNotInForceError("H17", _DAY))
