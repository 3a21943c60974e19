"""Finding documents again; one suite for both databases."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from hypothesis import given, settings

from archive import Record, Status
from archive.catalogue import Catalogue, open_catalogue
from archive.catalogue.tables import search_texts
from archive.search import postgresql
from archive.search.query import MAX_PAGE_SIZE, Query, read_text
from tests.archive.samples import NOW, issue, metadata, reservation
from tests.archive.test_fold_and_query import ANYTHING


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    """A catalogue that tests only read, made once for each database: making it takes half a second."""
    if request.param == "sqlite":
        url = str(tmp_path_factory.mktemp("search") / "so.db")
    else:
        url = request.getfixturevalue("postgres_server").new_database()
    opened = open_catalogue(url)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def found(filled: Catalogue) -> dict[str, Record]:
    """What is in it."""
    return _fill(filled)


def _fill(catalogue: Catalogue) -> dict[str, Record]:
    """Three issued documents of two offices, and a number that was only reserved."""
    decision = issue(
        catalogue,
        reservation(units=("Tổ dân phố số 5", "Trường THCS Lê Quý Đôn")),
        day=date(2026, 3, 1),
        text="Điều 1. Công nhận danh hiệu văn hóa cho 120 hộ; mã 1e5, 50%.",
    )
    plan = issue(
        catalogue,
        reservation(
            kind="ke-hoach",
            register="ke-hoach",
            notation="KH-UBND",
            metadata=metadata(type_name="Kế hoạch", subject="Kế hoạch công tác", signer_name="Lê Văn Đức"),
            units=(),
        ),
        day=date(2026, 3, 1),
        text=unicodedata.normalize("NFD", "công dân, nhận xét"),
    )
    letter = issue(
        catalogue,
        reservation(
            kind="cong-van",
            office="H17.02",
            notation="BCA-V05-P2",
            metadata=metadata(type_name="", organ_name="Công an phường Sơn Trà", subject="Mời họp"),
            units=("100%_Đoàn",),
        ),
        day=date(2027, 1, 5),
    )
    reserved = catalogue.reserve(reservation(metadata=metadata(subject="Bí thư")), day=date(2027, 1, 6))
    return {"decision": decision, "plan": plan, "letter": letter, "reserved": reserved}


def _names(catalogue: Catalogue, found: dict[str, Record], **conditions: Any) -> set[str]:
    page = catalogue.search(Query(**conditions))
    assert page.total == len(page.items)
    by_id = {record.id: name for name, record in found.items()}
    assert all(record == catalogue.record(record.id) for record in page.items)
    return {by_id[record.id] for record in page.items}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("", {"decision", "plan", "letter"}, id="nothing asked"),
        pytest.param("cong nhan", {"decision", "plan"}, id="without accents, in any order"),
        pytest.param("CÔNG NHẬN", {"decision", "plan"}, id="with accents, upper case"),
        pytest.param('"công nhận"', {"decision"}, id="a phrase keeps its order"),
        pytest.param('"nhan cong"', set(), id="a phrase in the wrong order"),
        pytest.param('"cong nha"', set(), id="a phrase ends with a whole word"),
        pytest.param("công nhận kế", {"plan"}, id="every word must occur"),
        pytest.param("cong xyz", set(), id="one word missing"),
        pytest.param("duc", {"plan"}, id="đ in a signer"),
        pytest.param("dang quyet thang", {"decision", "letter"}, id="the signer"),
        pytest.param("le quy don", {"decision"}, id="a unit"),
        pytest.param("hai chau", {"decision", "plan"}, id="the office"),
        pytest.param("nhu dieu 3", {"decision", "plan", "letter"}, id="a recipient"),
        pytest.param("120 ho", {"decision"}, id="the text of the document"),
        pytest.param("1e5", {"decision"}, id="what looks like a number in science"),
        pytest.param("01/QĐ-UBND", {"decision"}, id="number and notation as printed"),
        pytest.param('"1 qd ubnd"', {"decision"}, id="number and notation without the zero"),
        pytest.param("*", set(), id="only signs find nothing"),
        pytest.param("quye*", set(), id="no prefixes"),
        pytest.param('"', set(), id="a lone quote"),
        pytest.param("cong OR xyz", set(), id="OR is a word"),
        pytest.param("cong -nhan", {"decision", "plan"}, id="minus is a gap"),
        pytest.param("folded:cong", set(), id="no column names"),
        pytest.param("NEAR(cong nhan)", set(), id="NEAR is a word"),
        pytest.param("'; DROP TABLE records; --", set(), id="no SQL"),
    ],
)
def test_words_find_documents(filled: Catalogue, found: dict[str, Record], text: str, names: set[str]) -> None:
    assert _names(filled, found, text=text) == names


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("1", {"decision", "plan", "letter"}, id="a number"),
        pytest.param("01", {"decision", "plan", "letter"}, id="as printed"),
        pytest.param("01/QĐ-UBND", {"decision"}, id="with notation"),
        pytest.param("1 ubnd", {"decision", "plan"}, id="part of the notation"),
        pytest.param("kh", {"plan"}, id="notation only"),
        pytest.param("1/bca-p2", {"letter"}, id="parts in order, one left out"),
        pytest.param("1/p2-bca", set(), id="parts in the wrong order"),
        pytest.param("1/q", set(), id="no half parts"),
        pytest.param("2", set(), id="another number"),
        pytest.param("99999999999999999999", set(), id="a number no database holds"),
        pytest.param("9999999999", set(), id="over 31 bits"),
        pytest.param("/", set(), id="only signs"),
        pytest.param(" ", {"decision", "plan", "letter"}, id="blank asks nothing"),
        pytest.param("1/" + "qd " * 5000, set(), id="endless"),
    ],
)
def test_numbers_are_found_as_people_type_them(
    filled: Catalogue, found: dict[str, Record], typed: str, names: set[str]
) -> None:
    assert _names(filled, found, number=typed) == names


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("to dan pho so 5", {"decision"}, id="a unit concerned"),
        pytest.param("Quý Đôn", {"decision"}, id="part of its name"),
        pytest.param("H17.02", {"letter"}, id="the exact code of the issuing office"),
        pytest.param("h17", set(), id="part of a code is not a code"),
        pytest.param("son tra", {"letter"}, id="part of the name of the issuing office"),
        pytest.param("%", set(), id="percent is no pattern"),
        pytest.param("100%_", {"letter"}, id="signs of patterns are gaps"),
        pytest.param("_", set(), id="underscore is no pattern"),
        pytest.param("\x00", set(), id="NUL"),
        pytest.param("x" * 100_000, set(), id="endless"),
    ],
)
def test_units_are_found_by_part_of_their_name(
    filled: Catalogue, found: dict[str, Record], typed: str, names: set[str]
) -> None:
    assert _names(filled, found, unit=typed) == names


@pytest.mark.parametrize(
    ("conditions", "names"),
    [
        ({"year": 2026}, {"decision", "plan"}),
        ({"year": 10**30}, set()),
        ({"kind": "cong-van"}, {"letter"}),
        ({"kind": "\x00"}, set()),
        ({"office": "H17.01"}, {"decision", "plan"}),
        ({"register": "ke-hoach"}, {"plan"}),
        ({"signer": "LÊ VĂN"}, {"plan"}),
        ({"signer": "%"}, set()),
        ({"issued_from": date(2026, 3, 1), "issued_to": date(2026, 3, 1)}, {"decision", "plan"}),
        ({"issued_from": date(2026, 3, 2)}, {"letter"}),
        ({"issued_to": date(2026, 2, 28)}, set()),
        ({"text": "cong", "signer": "duc", "year": 2026}, {"plan"}),
        ({"statuses": frozenset({Status.RESERVED})}, {"reserved"}),
        ({"statuses": frozenset({Status.RESERVED}), "text": "bi thu"}, {"reserved"}),
        ({"statuses": frozenset()}, set()),
    ],
)
def test_conditions_must_all_be_met(
    filled: Catalogue, found: dict[str, Record], conditions: dict[str, Any], names: set[str]
) -> None:
    assert _names(filled, found, **conditions) == names


def test_a_withdrawn_document_is_still_found_and_a_void_number_only_on_request(
    catalogue: Catalogue,
) -> None:
    found = _fill(catalogue)
    catalogue.change_status(found["plan"].id, Status.WITHDRAWN, reason="Nhầm", at=NOW)
    catalogue.change_status(found["reserved"].id, Status.VOID, reason="Bỏ", at=NOW)
    assert _names(catalogue, found) == {"decision", "plan", "letter"}
    assert _names(catalogue, found, statuses=frozenset({Status.VOID})) == {"reserved"}


def test_the_newest_comes_first_and_pages_do_not_overlap(catalogue: Catalogue) -> None:
    days = [date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 2), date(2026, 1, 2), date(2026, 1, 3)]
    symbols = [issue(catalogue, reservation(), day=day).symbol for day in days]
    pages = [catalogue.search(Query(page=page, page_size=2)) for page in (1, 2, 3)]
    assert [record.symbol for page in pages for record in page.items] == symbols[::-1]
    assert {page.total for page in pages} == {5}


@pytest.mark.parametrize("page", [4, 10**30])
def test_a_page_beyond_the_end_is_empty_with_the_right_total(
    filled: Catalogue, found: dict[str, Record], page: int
) -> None:
    beyond = filled.search(Query(page=page))
    assert (beyond.total, beyond.items) == (len(found) - 1, ())


def test_odd_pages_are_taken_as_the_nearest(filled: Catalogue, found: dict[str, Record]) -> None:
    page = filled.search(Query(page=-3, page_size=10**9))
    assert (page.page, page.page_size, len(page.items)) == (1, MAX_PAGE_SIZE, 3)
    assert filled.search(Query(page_size=0)).page_size == 1


@pytest.mark.parametrize("text", ["đ " * 5000, "“" * 10_000, "x" * 10_000, '"a b" ' * 2000])
def test_10_kilobytes_of_typing_find_nothing_and_break_nothing(
    filled: Catalogue, found: dict[str, Record], text: str
) -> None:
    assert _names(filled, found, text=text) == set()


def test_10000_different_words_are_all_looked_for(catalogue: Catalogue) -> None:
    text = " ".join(f"từ{number}" for number in range(10_000))
    issue(catalogue, reservation(), text=text)
    assert catalogue.search(Query(text=text)).total == 1
    assert catalogue.search(Query(text=f"{text} thiếu")).total == 0


def test_a_phrase_is_found_at_the_end_of_a_long_document(catalogue: Catalogue) -> None:
    issue(catalogue, reservation(), text="công dân nhận " * 20_000 + "công nhận cuối cùng")
    assert catalogue.search(Query(text='"công nhận cuối cùng"')).total == 1
    assert catalogue.search(Query(text='"nhận cuối dân"')).total == 0


def test_endless_tables_of_numbers_are_kept_and_found_by_their_beginning(catalogue: Catalogue) -> None:
    table = " ".join(f"{number:09d}" for number in range(300_000))
    assert issue(catalogue, reservation(), text=table).status is Status.ISSUED
    assert catalogue.search(Query(text="000000007 cong nhan")).total == 1


@settings(deadline=None, max_examples=100)
@given(text=ANYTHING, number=ANYTHING, unit=ANYTHING, signer=ANYTHING)
def test_nothing_typed_breaks_a_search(filled: Catalogue, text: str, number: str, unit: str, signer: str) -> None:
    for query in (Query(text=text), Query(number=number), Query(unit=unit), Query(signer=signer, kind=unit)):
        assert filled.search(query).total <= 3


def test_postgresql_answers_from_its_index(postgres_url: str) -> None:
    open_catalogue(postgres_url).close()
    asked = sa.select(search_texts.c.record_id).where(postgresql.matches(read_text('"công nhận"')))
    dialect = sa.make_url(postgres_url).get_dialect()()
    sql = asked.compile(dialect=dialect, compile_kwargs={"literal_binds": True})
    with psycopg.connect(postgres_url.replace("+psycopg", "")) as connection:
        connection.execute("SET enable_seqscan = off")
        plan = str(connection.execute(f"EXPLAIN {sql}".encode()).fetchall())
    assert "ix_search_texts_words" in plan
