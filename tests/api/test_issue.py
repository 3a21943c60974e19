"""Issue a document: one number for one request, whatever happens in between."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from api.desk import Desk
from api.errors import KeyMissingError, NumberVoidedError, OfficeUnnamedError, RegisterMissingError
from api.settings import TIME_ZONE
from api.use_cases.find import audit, file_of
from api.use_cases.issue import Issued, Wish, issue
from api.use_cases.offices import put_office, read_office
from api.use_cases.verify import verification
from archive.errors import (
    ClockMovedBackError,
    OfficeNotFoundError,
    OfficeNotInForceError,
    RequestConflictError,
    StoreAwayError,
)
from archive.objects import ObjectStore
from archive.record import Status
from archive.search.query import Query
from docgen.convert.libreoffice import LibreOffice
from docgen.errors import ConverterMissingError, InvalidContentError, UnknownKindError
from docgen.kinds import Kinds
from docgen.press import Press
from docgen.sign.errors import KeyNotFoundError, SigningError
from docgen.signers import signings
from docgen.workshop import Workshop
from tests.api.conftest import MakeDesk
from tests.documents import KINDS, OFFICES, SHORT, ReadPdf, example

CERTIFICATE = KINDS.kind("giay_cong_nhan").example()
LETTER = KINDS.kind("cong_van").example("ubnd-hung-yen")


def wish(request_id: str | None = None, **changes: Any) -> Wish:
    return Wish(kind="giay_cong_nhan", content={**CERTIFICATE, **changes}, request_id=request_id)


def reserved(desk: Desk) -> int:
    return desk.catalogue.counts()[Status.RESERVED]


def test_a_document_is_numbered_signed_kept_and_found_again(each_desk: Desk) -> None:
    record = issue(each_desk, wish()).record
    assert (record.symbol, record.status, record.pages) == ("01/GCN-UBND", Status.ISSUED, 1)
    pdf = file_of(each_desk, record)
    assert sha256(pdf).hexdigest() == record.sha256
    assert "Số: 01/GCN-UBND" in ReadPdf(pdf).text()
    assert verification(each_desk, pdf).in_order
    found = each_desk.catalogue.search(Query(unit="truong trung hoc co so tan an dong", year=record.year))
    assert [item.id for item in found.items] == [record.id]


@pytest.mark.parametrize("name", SHORT)
def test_every_example_is_issued_and_all_its_signatures_are_valid(busy_desk: Desk, name: str, tmp_path: Path) -> None:
    desk = busy_desk
    kind, _, short = name.partition("/")
    record = issue(desk, Wish(kind=kind, content=KINDS.kind(kind).example(short))).record
    path = tmp_path / "issued.pdf"
    path.write_bytes(file_of(desk, record))
    told = subprocess.run(["pdfsig", str(path)], capture_output=True, text=True, check=False).stdout
    one = example(name)
    own = sum(1 for signing in signings(one.kind, one.content, one.issuer) if signing.code)
    assert told.count("Signature is Valid.") == own + 1
    assert told.count("ETSI.CAdES.detached") == own + 1
    verdict = verification(desk, path.read_bytes())
    assert verdict.in_order, verdict.verdict.problems
    assert [one.role for one in verdict.verdict.signatures] == ["signer"] * own + ["seal"]


def test_numbers_follow_each_other_and_registers_count_for_themselves(desk: Desk) -> None:
    first, second = issue(desk, wish()).record, issue(desk, wish()).record
    decision = issue(desk, Wish(kind="quyet_dinh_cong_nhan", content=KINDS.kind("quyet_dinh_cong_nhan").example()))
    assert [first.number, second.number, decision.record.number] == [1, 2, 1]


def test_the_same_request_gets_the_same_document(each_desk: Desk) -> None:
    first, again = issue(each_desk, wish("portal-1")), issue(each_desk, wish("portal-1"))
    assert (first.replayed, again.replayed) == (False, True)
    assert first.record == again.record
    assert issue(each_desk, wish("portal-2")).record.number == 2


def test_the_same_request_with_another_wish_is_refused(each_desk: Desk) -> None:
    issue(each_desk, wish("portal-1"))
    with pytest.raises(RequestConflictError):
        issue(each_desk, wish("portal-1", year=2025))
    assert issue(each_desk, wish()).record.number == 2


def test_equal_requests_at_once_get_one_number(each_desk: Desk) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers: list[Issued] = list(threads.map(lambda _: issue(each_desk, wish("portal-1")), range(4)))
    assert len({answer.record.id for answer in answers}) == 1
    assert len({answer.record.sha256 for answer in answers}) == 1
    assert issue(each_desk, wish()).record.number == 2
    assert audit(each_desk).orphans == ()


WRONG: list[tuple[str, Wish, type[Exception]]] = [
    ("an unknown kind", Wish(kind="nothing", content={}), UnknownKindError),
    ("wrong content", wish(year="2026"), InvalidContentError),
    ("an unknown office", wish(office="nowhere"), OfficeNotFoundError),
    ("an unknown signer", wish(signer="nobody"), InvalidContentError),
]


@pytest.mark.parametrize(("bad", "error"), [pytest.param(bad, error, id=name) for name, bad, error in WRONG])
def test_what_is_wrong_never_spends_a_number(desk: Desk, bad: Wish, error: type[Exception]) -> None:
    with pytest.raises(error):
        issue(desk, bad)
    assert reserved(desk) == 0
    assert issue(desk, wish()).record.number == 1


def changed_office(desk: Desk, change: Callable[[dict[str, Any]], Any]) -> None:
    """The ward's office in the catalogue, changed."""
    data: dict[str, Any] = dict(desk.catalogue.office("ubnd-phuong-tan-an-dong", on=desk.today()))
    change(data)
    put_office(desk, data)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        pytest.param(lambda o: o.update(valid_to="2025-12-31"), OfficeNotInForceError, id="an office that ended"),
        pytest.param(lambda o: o["seal"].pop("key"), KeyMissingError, id="a seal without key"),
        pytest.param(
            lambda o: o["seal"].update(key="pkcs12:/nowhere/x.p12"), KeyNotFoundError, id="a key that is not there"
        ),
        pytest.param(
            lambda o: o.update(registers=[{"code": "x", "kinds": ["cong_van"]}]), RegisterMissingError, id="no register"
        ),
    ],
)
def test_an_office_that_is_not_ready_spends_no_number(
    desk: Desk, change: Callable[[dict[str, Any]], Any], error: type[Exception]
) -> None:
    changed_office(desk, change)
    with pytest.raises(error):
        issue(desk, wish())
    assert reserved(desk) == 0


def test_a_secret_that_does_not_open_the_key_spends_no_number(desk: Desk) -> None:
    locked = replace(desk, keys=type(desk.keys)(secret=lambda uri: "wrong"))
    with pytest.raises(SigningError):
        issue(locked, wish())
    assert reserved(desk) == 0


def test_nobody_named_as_office_is_an_error_that_says_what_to_do(desk: Desk) -> None:
    content = {name: value for name, value in CERTIFICATE.items() if name != "office"}
    with pytest.raises(OfficeUnnamedError, match="DOCGEN_OFFICE"):
        issue(desk, Wish(kind="giay_cong_nhan", content=content))
    named = replace(desk, office="ubnd-phuong-tan-an-dong")
    assert issue(named, Wish(kind="giay_cong_nhan", content=content)).record.office == "ubnd-phuong-tan-an-dong"


def test_an_absent_libreoffice_is_found_before_a_number_is_spent(desk: Desk, tmp_path: Path) -> None:
    without = Workshop(Press(), LibreOffice(tmp_path))
    with pytest.raises(ConverterMissingError):
        issue(replace(desk, workshop=without), wish("portal-1"))
    without.close()
    assert reserved(desk) == 0
    assert issue(desk, wish("portal-1")).record.number == 1


def test_a_broken_template_is_found_before_a_number_is_spent(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "kinds"
    for path in KINDS.kind("giay_cong_nhan").folder.parent.rglob("*"):
        if path.is_file():
            target = folder / path.relative_to(KINDS.kind("giay_cong_nhan").folder.parent)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    (folder / "giay_cong_nhan" / "template.docx").write_bytes(b"no template")
    with pytest.raises(Exception, match="không phải tệp Word"):
        issue(replace(desk, kinds=Kinds(folder)), wish())
    assert reserved(desk) == 0


class StoreGone:
    """A store that is away when bytes come, as a server or disk that just failed."""

    def __init__(self, store: ObjectStore) -> None:
        self._store = store

    def put(self, data: bytes) -> str:
        raise StoreAwayError("mất kết nối")

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def test_a_store_that_is_away_after_the_number_keeps_the_number_for_the_retry(each_desk: Desk) -> None:
    with pytest.raises(StoreAwayError, match="Số đã cấp vẫn được giữ"):
        issue(replace(each_desk, store=StoreGone(each_desk.store)), wish("portal-1"))
    assert reserved(each_desk) == 1
    done = issue(each_desk, wish("portal-1"))
    assert (done.record.number, done.record.status) == (1, Status.ISSUED)
    assert audit(each_desk).orphans == ()


class CatalogueGoneAtTheEnd:
    """A catalogue that is gone between the bytes and the record: the process was killed there."""

    def __init__(self, desk: Desk) -> None:
        self._catalogue = desk.catalogue

    def issue(self, *_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    def __getattr__(self, name: str) -> Any:
        return getattr(self._catalogue, name)


def test_bytes_that_were_kept_before_a_crash_are_not_made_again(each_desk: Desk) -> None:
    crashing: Any = CatalogueGoneAtTheEnd(each_desk)
    with pytest.raises(KeyboardInterrupt):
        issue(replace(each_desk, catalogue=crashing), wish("portal-1"))
    kept = set(each_desk.store.digests())
    done = issue(each_desk, wish("portal-1"))
    assert kept == {done.record.sha256} == set(each_desk.store.digests())


def test_a_voided_number_is_not_taken_up(desk: Desk) -> None:
    with pytest.raises(StoreAwayError):
        issue(replace(desk, store=StoreGone(desk.store)), wish("portal-1"))
    record = desk.catalogue.record_of_request("portal-1")
    assert record is not None
    desk.catalogue.change_status(record.id, Status.VOID, reason="văn bản không ban hành", at=desk.clock())
    with pytest.raises(NumberVoidedError, match="01/GCN-UBND"):
        issue(desk, wish("portal-1"))
    assert issue(desk, wish("portal-2")).record.number == 2


def test_an_error_after_the_number_names_the_request_that_finishes_it(desk: Desk) -> None:
    with pytest.raises(StoreAwayError) as caught:
        issue(replace(desk, store=StoreGone(desk.store)), wish())
    request_id = caught.value.__notes__[0].split("“")[1].split("”")[0]
    assert issue(desk, wish(request_id)).record.symbol == "01/GCN-UBND"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=TIME_ZONE)


def test_numbers_start_again_at_new_year_in_viet_nam_and_a_clock_that_jumps_back_is_refused(
    make_desk: MakeDesk, tmp_path: Path
) -> None:
    """17:30 UTC on 31 December is New Year in Việt Nam already."""
    moment = [at("2026-12-31T23:59")]
    desk = make_desk(str(tmp_path / "c.db"), str(tmp_path / "o"), clock=lambda: moment[0])
    assert issue(desk, wish()).record.symbol == "01/GCN-UBND"
    moment[0] = datetime.fromisoformat("2026-12-31T17:30+00:00")
    new_year = issue(desk, wish()).record
    assert (new_year.year, new_year.number, new_year.issued_on.isoformat()) == (2027, 1, "2027-01-01")
    moment[0] = at("2026-12-31T23:59")
    with pytest.raises(ClockMovedBackError, match="đồng hồ"):
        issue(desk, wish())
    assert reserved(desk) == 0


def test_a_document_begun_before_midnight_keeps_its_day(make_desk: MakeDesk, tmp_path: Path) -> None:
    moment = [at("2026-12-31T23:59")]
    desk = make_desk(str(tmp_path / "c.db"), str(tmp_path / "o"), clock=lambda: moment[0])
    with pytest.raises(StoreAwayError):
        issue(replace(desk, store=StoreGone(desk.store)), wish("portal-1"))
    moment[0] = at("2027-01-01T00:01")
    record = issue(desk, wish("portal-1")).record
    assert (record.year, record.number, record.issued_on.isoformat()) == (2026, 1, "2026-12-31")
    assert "ngày 31 tháng 12 năm 2026" in ReadPdf(file_of(desk, record)).text()


def test_the_record_carries_the_fields_of_the_decree(desk: Desk) -> None:
    """Source: NĐ 30/2020, PL VI, P.II."""
    extra = {
        "file_notation": "01.NC",
        "file_year": 2026,
        "ordinal": 3,
        "priority": 1,
        "copies": 5,
        "due_date": "2026-12-01",
    }
    record = issue(desk, Wish(kind="cong_van", content={**LETTER, "record": extra})).record
    about = record.metadata
    assert about.organ_name == "Ủy ban nhân dân tỉnh Hưng Yên"
    assert about.subject == LETTER["subject"]
    assert about.signer_name == "Nguyễn Lê Huy"
    assert about.signer_position == "KT. Chủ tịch, Phó Chủ tịch"
    assert about.recipients == tuple(LETTER["recipients"])
    assert (about.priority, about.copies, about.doc_ordinal) == (1, 5, 3)
    assert about.file_code is not None
    assert (about.file_code.notation, about.file_code.catalog) == ("01.NC", 2026)
    assert record.notation == "UBND-NC"


def test_two_thousand_units_become_one_decision(desk: Desk) -> None:
    units = [{"name": f"Tổ dân phố {index}", "type": "Khu dân cư"} for index in range(2000)]
    content: Mapping[str, Any] = {**KINDS.kind("quyet_dinh_cong_nhan").example(), "recognised": units}
    record = issue(desk, Wish(kind="quyet_dinh_cong_nhan", content=content)).record
    assert record.pages is not None
    assert record.pages > 40
    found = desk.catalogue.search(Query(unit="to dan pho 1999"))
    assert [item.id for item in found.items] == [record.id]
    assert "Công nhận 2000 đơn vị" in ReadPdf(file_of(desk, record)).text(0)


def test_every_sample_office_can_be_read() -> None:
    assert {read_office(path)["code"] for path in OFFICES.glob("*.toml")} == {
        path.stem.partition("--")[0] for path in OFFICES.glob("*.toml")
    }
