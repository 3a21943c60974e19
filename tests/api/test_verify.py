"""Verification: signatures, and whether the document is still in force."""

from __future__ import annotations

import pytest

from api.desk import Desk
from api.use_cases.issue import Wish, issue
from api.use_cases.verify import verification
from archive.record import Status
from docgen.sign.errors import UnreadablePdfError
from tests.documents import KINDS

CERTIFICATE = KINDS.kind("giay_cong_nhan").example()


def issued(desk: Desk) -> tuple[str, bytes]:
    record = issue(desk, Wish(kind="giay_cong_nhan", content=CERTIFICATE)).record
    assert record.sha256
    return record.id, desk.store.get(record.sha256)


def test_an_issued_paper_is_in_order_and_its_record_is_told(desk: Desk) -> None:
    record_id, pdf = issued(desk)
    found = verification(desk, pdf)
    assert found.in_order
    assert found.record is not None
    assert (found.record.id, found.status) == (record_id, Status.ISSUED)
    signer, seal = found.verdict.signatures
    assert (signer.signer, signer.digest, seal.role) == ("Đỗ Quang Thiệu (MẪU)", "sha256", "seal")


def test_a_withdrawn_paper_is_whole_but_not_in_order(desk: Desk) -> None:
    record_id, pdf = issued(desk)
    desk.catalogue.change_status(record_id, Status.WITHDRAWN, reason="cấp sai", at=desk.clock())
    found = verification(desk, pdf)
    assert found.verdict.whole
    assert found.verdict.trusted
    assert found.status == "withdrawn"
    assert not found.in_order


def test_a_changed_paper_is_neither_whole_nor_known(desk: Desk) -> None:
    _, pdf = issued(desk)
    changed = bytearray(pdf)
    changed[len(pdf) // 3] ^= 1
    found = verification(desk, bytes(changed))
    assert not found.verdict.whole
    assert found.status == "unknown"


def test_what_is_no_pdf_is_refused(desk: Desk) -> None:
    with pytest.raises(UnreadablePdfError):
        verification(desk, b"<html>")
