"""A record after its number was given; one suite for both databases."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from archive import (
    FileCode,
    InvalidMetadataError,
    Record,
    RecordNotFoundError,
    Status,
    TransitionError,
)
from archive.catalogue import Catalogue
from tests.archive.samples import DAY, NOW, issue, metadata, reservation, sha256

_ONE, _OTHER = sha256(b"one"), sha256(b"other")


def _reserve(catalogue: Catalogue) -> Record:
    return catalogue.reserve(reservation(), day=DAY)


def test_a_reserved_record_is_issued_once_its_bytes_were_announced(catalogue: Catalogue) -> None:
    record = _reserve(catalogue)
    assert catalogue.intend(record.id, sha256=_ONE, size=1234, pages=2, previous=None)
    issued = catalogue.issue(record.id, sha256=_ONE, issued_at=NOW, text="toàn văn")
    assert (issued.status, issued.issued_at) == (Status.ISSUED, NOW)
    assert (issued.sha256, issued.size, issued.pages) == (_ONE, 1234, 2)
    assert catalogue.record(record.id) == issued


def test_only_one_of_two_announcements_wins(catalogue: Catalogue) -> None:
    record = _reserve(catalogue)
    assert catalogue.intend(record.id, sha256=_ONE, size=1, pages=1, previous=None)
    assert not catalogue.intend(record.id, sha256=_OTHER, size=1, pages=1, previous=None)
    assert catalogue.record(record.id).sha256 == _ONE


def test_who_knows_what_was_announced_may_announce_anew(catalogue: Catalogue) -> None:
    record = _reserve(catalogue)
    catalogue.intend(record.id, sha256=_ONE, size=1, pages=1, previous=None)
    assert catalogue.intend(record.id, sha256=_OTHER, size=2, pages=3, previous=_ONE)
    assert catalogue.record(record.id).pages == 3


def test_nothing_is_announced_on_a_record_that_is_no_longer_reserved(catalogue: Catalogue) -> None:
    record = issue(catalogue, reservation())
    assert not catalogue.intend(record.id, sha256=_OTHER, size=1, pages=1, previous=record.sha256)
    assert catalogue.record(record.id) == record


def test_issuing_the_same_bytes_again_changes_nothing(catalogue: Catalogue) -> None:
    record = issue(catalogue, reservation())
    later = NOW + timedelta(hours=1)
    assert catalogue.issue(record.id, sha256=str(record.sha256), issued_at=later) == record
    assert len(catalogue.events(record.id)) == 2


def test_bytes_that_were_not_announced_are_not_issued(catalogue: Catalogue) -> None:
    record = _reserve(catalogue)
    with pytest.raises(TransitionError):
        catalogue.issue(record.id, sha256=_ONE, issued_at=NOW)
    catalogue.intend(record.id, sha256=_ONE, size=1, pages=1, previous=None)
    with pytest.raises(TransitionError):
        catalogue.issue(record.id, sha256=_OTHER, issued_at=NOW)
    assert catalogue.record(record.id).status is Status.RESERVED


def test_other_bytes_do_not_replace_issued_ones(catalogue: Catalogue) -> None:
    record = issue(catalogue, reservation())
    with pytest.raises(TransitionError) as caught:
        catalogue.issue(record.id, sha256=_OTHER, issued_at=NOW)
    assert caught.value.from_status is Status.ISSUED


def test_of_processes_that_finish_one_record_at_once_one_issues_and_all_see_it(catalogue: Catalogue) -> None:
    record = _reserve(catalogue)
    barrier = threading.Barrier(6)

    def finish(worker: int) -> bool:
        name = sha256(bytes([worker]))
        barrier.wait(timeout=30)
        if not catalogue.intend(record.id, sha256=name, size=1, pages=1, previous=None):
            return False
        return catalogue.issue(record.id, sha256=name, issued_at=NOW).sha256 == name

    with ThreadPoolExecutor(6) as threads:
        assert sorted(threads.map(finish, range(6))) == [False] * 5 + [True]
    assert catalogue.record(record.id).status is Status.ISSUED


@pytest.mark.parametrize("pages", [pytest.param(1000, id="four digits"), pytest.param(-1, id="negative")])
def test_a_number_of_pages_over_three_digits_is_refused(catalogue: Catalogue, pages: int) -> None:
    record = _reserve(catalogue)
    with pytest.raises(InvalidMetadataError, match="PageAmount"):
        catalogue.intend(record.id, sha256=_ONE, size=1, pages=pages, previous=None)


def test_what_is_not_a_sha256_is_not_announced(catalogue: Catalogue) -> None:
    with pytest.raises(InvalidMetadataError, match="SHA-256"):
        catalogue.intend(_reserve(catalogue).id, sha256="../../x", size=1, pages=1, previous=None)


@pytest.mark.parametrize(
    ("issued", "to", "allowed"),
    [
        pytest.param(False, Status.VOID, True, id="a reserved number is made void"),
        pytest.param(True, Status.WITHDRAWN, True, id="an issued document is withdrawn"),
        pytest.param(False, Status.WITHDRAWN, False, id="what was never issued is not withdrawn"),
        pytest.param(False, Status.ISSUED, False, id="only issue issues"),
        pytest.param(True, Status.VOID, False, id="an issued number is not made void"),
        pytest.param(True, Status.RESERVED, False, id="nothing becomes reserved again"),
        pytest.param(True, Status.ISSUED, False, id="an issued document is not issued again"),
    ],
)
def test_a_status_changes_only_by_the_table(catalogue: Catalogue, issued: bool, to: Status, allowed: bool) -> None:
    record = issue(catalogue, reservation()) if issued else _reserve(catalogue)
    if allowed:
        assert catalogue.change_status(record.id, to, reason="Nhầm nội dung", at=NOW).status is to
    else:
        with pytest.raises(TransitionError) as caught:
            catalogue.change_status(record.id, to, reason="Nhầm nội dung", at=NOW)
        assert (caught.value.from_status, caught.value.to_status) == (record.status, to)
        assert catalogue.record(record.id) == record


def test_a_void_number_is_not_given_again(catalogue: Catalogue) -> None:
    catalogue.change_status(_reserve(catalogue).id, Status.VOID, reason="Bỏ dự thảo", at=NOW)
    assert _reserve(catalogue).number == 2


def test_a_void_record_is_never_issued(catalogue: Catalogue) -> None:
    record = _reserve(catalogue)
    catalogue.intend(record.id, sha256=_ONE, size=1, pages=1, previous=None)
    catalogue.change_status(record.id, Status.VOID, reason="Bỏ dự thảo", at=NOW)
    with pytest.raises(TransitionError):
        catalogue.issue(record.id, sha256=_ONE, issued_at=NOW)


@pytest.mark.parametrize("reason", ["", " \n", "\x00"])
def test_a_status_is_not_changed_without_a_reason(catalogue: Catalogue, reason: str) -> None:
    record = issue(catalogue, reservation())
    with pytest.raises(InvalidMetadataError, match="lý do"):
        catalogue.change_status(record.id, Status.WITHDRAWN, reason=reason, at=NOW)


def test_every_change_leaves_an_event(catalogue: Catalogue) -> None:
    record = issue(catalogue, reservation())
    catalogue.change_status(record.id, Status.WITHDRAWN, reason="Sai thẩm quyền", at=NOW)
    steps = [(event.from_status, event.to_status, event.reason) for event in catalogue.events(record.id)]
    assert steps == [
        (None, Status.RESERVED, ""),
        (Status.RESERVED, Status.ISSUED, ""),
        (Status.ISSUED, Status.WITHDRAWN, "Sai thẩm quyền"),
    ]
    assert [event.at for event in catalogue.events(record.id)][1:] == [NOW, NOW]


def test_moments_come_back_in_utc(catalogue: Catalogue) -> None:
    in_hanoi = datetime(2027, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=7)))
    record = catalogue.reserve(reservation(), day=date(2027, 1, 1), at=in_hanoi)
    assert record.created_at == in_hanoi
    assert record.created_at.tzinfo is UTC


def test_a_moment_without_zone_is_a_mistake_of_the_caller(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="without zone"):
        catalogue.reserve(reservation(), day=DAY, at=datetime(2026, 11, 22))
    assert _reserve(catalogue).number == 1


def test_all_metadata_comes_back(catalogue: Catalogue) -> None:
    full = metadata(
        description="Ghi chú",
        priority=1,
        copies=12,
        due_date=date(2026, 12, 1),
        file_code=FileCode(organ_id="H17.01", catalog=2026, notation="01.TCCB"),
        doc_ordinal=7,
    )
    record = catalogue.reserve(reservation(metadata=full), day=DAY)
    assert catalogue.record(record.id).metadata == full


def test_content_comes_back_verbatim_and_in_order(catalogue: Catalogue) -> None:
    content = {"b": "Nguyễn Thị Ánh\n“x”", "a": [{"z": 1, "y": 0.1}], "c": "𝄞 \\u0041", "d": {}}
    record = catalogue.reserve(reservation(content=content), day=DAY)
    kept = catalogue.record(record.id).content
    assert kept == content
    assert list(kept) == ["b", "a", "c", "d"]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"metadata": metadata(subject="a\x00b")}, id="NUL in the subject"),
        pytest.param({"metadata": metadata(recipients=("a\x00",))}, id="NUL in a recipient"),
        pytest.param({"units": ("a\x00",)}, id="NUL in a unit"),
        pytest.param({"content": {"a": ["\x00"]}}, id="NUL in the content"),
        pytest.param({"content": {"\x00": 1}}, id="NUL in a key of the content"),
        pytest.param({"content": {"a": "\ud800"}}, id="half a character in the content"),
        pytest.param({"content": {"a": float("nan")}}, id="not a number in the content"),
        pytest.param({"content": {"a": DAY}}, id="a date in the content"),
        pytest.param({"office": "H\x00"}, id="NUL in the office"),
        pytest.param({"kind": "\ud800"}, id="half a character in the kind"),
    ],
)
def test_what_a_database_cannot_store_is_refused_by_both(catalogue: Catalogue, changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidMetadataError):
        catalogue.reserve(reservation(**changes), day=DAY)
    assert _reserve(catalogue).number == 1


def test_nul_in_the_text_of_a_document_does_not_stop_its_issue(catalogue: Catalogue) -> None:
    assert issue(catalogue, reservation(), text="trước\x00sau \ud800").status is Status.ISSUED


@pytest.mark.parametrize("key", ["unknown", "", "a\x00b", "\ud800"])
def test_what_is_not_there_is_not_found(catalogue: Catalogue, key: str) -> None:
    with pytest.raises(RecordNotFoundError):
        catalogue.record(key)
    with pytest.raises(RecordNotFoundError):
        catalogue.events(key)
    with pytest.raises(RecordNotFoundError):
        catalogue.intend(key, sha256=_ONE, size=1, pages=1, previous=None)
    with pytest.raises(RecordNotFoundError):
        catalogue.issue(key, sha256=_ONE, issued_at=NOW)
    with pytest.raises(RecordNotFoundError):
        catalogue.change_status(key, Status.VOID, reason="x", at=NOW)
    assert catalogue.record_of_request(key) is None
    assert catalogue.record_by_sha256(key) is None


def test_a_record_is_found_by_its_bytes_and_a_kept_one_before_others(catalogue: Catalogue) -> None:
    void = _reserve(catalogue)
    kept = _reserve(catalogue)
    for record in (void, kept):
        catalogue.intend(record.id, sha256=_ONE, size=1, pages=1, previous=None)
    catalogue.change_status(void.id, Status.VOID, reason="Bỏ", at=NOW)
    issued = catalogue.issue(kept.id, sha256=_ONE, issued_at=NOW)
    assert catalogue.record_by_sha256(_ONE) == issued


def test_digests_are_those_of_issued_and_withdrawn_records(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("archive.catalogue.sql._DIGESTS_AT_ONCE", 2)
    kept = [issue(catalogue, reservation()) for _ in range(5)]
    catalogue.change_status(kept[0].id, Status.WITHDRAWN, reason="Nhầm", at=NOW)
    catalogue.intend(_reserve(catalogue).id, sha256=_ONE, size=1, pages=1, previous=None)
    assert dict(catalogue.digests()) == {record.id: record.sha256 for record in kept}


def test_counts_name_every_status(catalogue: Catalogue) -> None:
    issue(catalogue, reservation())
    _reserve(catalogue)
    assert catalogue.counts() == {
        Status.RESERVED: 1,
        Status.ISSUED: 1,
        Status.VOID: 0,
        Status.WITHDRAWN: 0,
    }


def test_a_catalogue_that_answers_can_be_pinged(catalogue: Catalogue) -> None:
    catalogue.ping()
