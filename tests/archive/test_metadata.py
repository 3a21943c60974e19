"""Source: NĐ 30/2020, PL VI, P.II: the longest value of each field; PL I, P.I, II.3.c: the printed number."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest

from archive import FileCode, InvalidMetadataError, check_reservation
from archive.record import printed_number
from tests.archive.samples import metadata, reservation

_TEXTS = [
    ("TypeName", "type_name", 100),
    ("OrganName", "organ_name", 200),
    ("Subject", "subject", 500),
    ("Language", "language", 30),
    ("Description", "description", 500),
    ("SignerInfo.Position", "signer_position", 100),
    ("SignerInfo.FullName", "signer_name", 50),
]
_NUMBERS = [("Priority", "priority", 9), ("IssuedAmount", "copies", 999), ("DocOrdinal", "doc_ordinal", 999)]


@pytest.mark.parametrize(("code", "field", "limit"), _TEXTS)
def test_a_text_may_be_as_long_as_the_decree_allows_and_not_longer(code: str, field: str, limit: int) -> None:
    check_reservation(reservation(metadata=metadata(**{field: "Đ" * limit})))
    with pytest.raises(InvalidMetadataError, match=rf"\({code}\) dài {limit + 1} ký tự, tối đa {limit}"):
        check_reservation(reservation(metadata=metadata(**{field: "Đ" * (limit + 1)})))


@pytest.mark.parametrize(("code", "field", "limit"), _NUMBERS)
def test_a_number_may_have_as_many_digits_as_the_decree_allows(code: str, field: str, limit: int) -> None:
    check_reservation(reservation(metadata=metadata(**{field: limit})))
    for wrong in (limit + 1, -1):
        with pytest.raises(InvalidMetadataError, match=code):
            check_reservation(reservation(metadata=metadata(**{field: wrong})))


@pytest.mark.parametrize(
    ("code", "file_code"),
    [
        ("FileCode.OrganId", FileCode(organ_id="x" * 36)),
        ("FileCode.FileCatalog", FileCode(catalog=10000)),
        ("FileCode.FileNotation", FileCode(notation="x" * 21)),
    ],
)
def test_the_file_code_has_limits_of_its_own(code: str, file_code: FileCode) -> None:
    with pytest.raises(InvalidMetadataError, match=code):
        check_reservation(reservation(metadata=metadata(file_code=file_code)))


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("CodeNotation", {"notation": "x" * 31}),
        ("To.OrganName", {"metadata": metadata(recipients=("x", "x" * 201))}),
        ("thiếu mã yêu cầu", {"request_id": " "}),
        ("thiếu mã cơ quan", {"office": ""}),
        ("thiếu ký hiệu", {"notation": ""}),
    ],
)
def test_a_reservation_is_checked_too(name: str, changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidMetadataError, match=name):
        check_reservation(reservation(**changes))


def test_every_problem_is_told_at_once() -> None:
    with pytest.raises(InvalidMetadataError) as caught:
        check_reservation(reservation(office="", metadata=metadata(subject="x" * 501, copies=1000)))
    assert len(caught.value.problems) == 3


def test_characters_are_counted_as_people_count_them() -> None:
    decomposed = unicodedata.normalize("NFD", "ữ" * 50)
    assert len(decomposed) == 150
    check_reservation(reservation(metadata=metadata(signer_name=decomposed)))


@pytest.mark.parametrize(
    ("number", "printed"), [(1, "01"), (9, "09"), (10, "10"), (99, "99"), (100, "100"), (1234, "1234")]
)
def test_a_number_is_printed_with_two_digits_at_least(number: int, printed: str) -> None:
    assert printed_number(number) == printed
