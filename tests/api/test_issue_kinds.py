"""Issuing what differs from the usual: files of their own, copies, urgent documents, offices that were renamed."""

from __future__ import annotations

from datetime import date

import pytest

from api.desk import Desk
from api.use_cases.find import file_of
from api.use_cases.issue import Wish, issue
from api.use_cases.offices import issuer_of
from docgen.compose import Dating
from docgen.errors import InvalidContentError
from tests.documents import KINDS, ReadPdf

LETTER = KINDS.kind("cong_van").example("ubnd-hung-yen")


def issued(desk: Desk, kind: str, **changes: object) -> tuple[str, str]:
    """Symbol in the register, and all that the PDF shows."""
    record = issue(desk, Wish(kind=kind, content={**KINDS.kind(kind).example(), **changes})).record
    return record.symbol, ReadPdf(file_of(desk, record)).text()


def test_a_file_of_its_own_takes_no_number_from_the_register_of_documents(desk: Desk) -> None:
    """Source: NĐ 30/2020, PL I, P.I, II.8.b: it carries the number of its document."""
    symbol, text = issued(desk, "phu_luc")
    assert symbol == "01/PL-UBND"
    assert symbol not in text
    assert issued(desk, "quyet_dinh")[0] == "01/QĐ-UBND"


def test_copies_of_every_kind_share_one_series_of_numbers(desk: Desk) -> None:
    """Source: NĐ 30/2020, PL I, P.II, II.1.c."""
    office = "ubnd-phuong-tan-an-dong"
    signed = {"office": office, "signer": "luong-thi-bich-hanh"}
    symbols = [
        issued(desk, "sao_y_giay", **signed)[0],
        issued(desk, "sao_luc_giay", **signed)[0],
        issued(desk, "sao_y_dien_tu", office=office)[0],
        issued(desk, "trich_sao_giay", **signed)[0],
    ]
    assert symbols == ["01/SY-UBND", "02/SL-UBND", "03/SY-UBND", "04/TrS-UBND"]


@pytest.mark.parametrize(
    ("urgency", "given", "kept"),
    [
        pytest.param("khẩn", None, 1, id="urgent"),
        pytest.param("thượng khẩn", None, 2, id="very urgent"),
        pytest.param("hỏa tốc", None, 3, id="most urgent"),
        pytest.param("hỏa tốc", 1, 1, id="the record's own value counts"),
        pytest.param(None, None, None, id="not urgent"),
    ],
)
def test_the_urgency_of_a_document_is_its_priority_in_the_record(
    desk: Desk, urgency: str | None, given: int | None, kept: int | None
) -> None:
    content = {**LETTER, "record": {"priority": given} if given else {}}
    wish = Wish(kind="cong_van", content={**content, **({"urgency": urgency} if urgency else {})})
    assert issue(desk, wish).record.metadata.priority == kept


def test_a_document_with_a_secrecy_level_spends_no_number(desk: Desk) -> None:
    with pytest.raises(InvalidContentError, match="bí mật nhà nước"):
        issue(desk, Wish(kind="cong_van", content={**LETTER, "secrecy": "TỐI MẬT"}))
    assert issue(desk, Wish(kind="cong_van", content=LETTER)).record.number == 1


@pytest.mark.parametrize(
    ("day", "signer", "printed", "place"),
    [
        pytest.param(date(2025, 6, 30), "luu-ba-quyen", "XÃ TÂN AN HẠ", "Tân An Hạ", id="the day before the merger"),
        pytest.param(date(2025, 7, 1), "che-thi-van-khanh", "XÃ TÂN AN TÂY", "Tân An Tây", id="the day of it"),
        pytest.param(date(2026, 11, 5), "che-thi-van-khanh", "XÃ TÂN AN TÂY", "Tân An Tây", id="long after it"),
    ],
)
def test_a_document_shows_the_name_that_the_office_had_on_its_day(
    desk: Desk, day: date, signer: str, printed: str, place: str
) -> None:
    """Names change: on 01/7/2025 communes were merged and renamed."""
    kind, issuer = KINDS.kind("cong_van"), issuer_of(desk.catalogue.office("ubnd-xa-tan-an-tay", on=day))
    content = kind.checked({**LETTER, "office": "ubnd-xa-tan-an-tay", "signer": signer})
    text = ReadPdf(desk.workshop.pdf(kind, content, issuer, Dating(day=day, number=12)).data).text(0)
    assert f"ỦY BAN NHÂN DÂN {printed}" in text
    assert f"{place}, ngày {day.day:02d} tháng" in text
