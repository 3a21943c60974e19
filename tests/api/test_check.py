"""Files of clerks are checked and read: over the command line, over HTTP, and against the archive's own documents."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest

from api.desk import Desk
from api.use_cases.check import check
from api.use_cases.issue import Wish, issue
from docgen.workshop import Workshop
from tests.api.test_cli import Docgen, docgen, home
from tests.api.test_http import client, serve
from tests.docgen.paper.word_files import paragraph, word_file
from tests.documents import KINDS, NUMBERED, example

__all__ = ["client", "docgen", "home", "serve"]

PLAN = KINDS.kind("ke_hoach").example("thanh-thuy")
FIELDS = (
    "kind",
    "superior_body",
    "issuing_body",
    "number",
    "notation",
    "place",
    "date",
    "subject",
    "recipients_to",
    "recipients",
    "signer_authority",
    "signer_position",
    "signer_name",
    "cited_documents",
)


def word(name: str, workshop: Workshop, changed: Mapping[str, Any] | None = None) -> bytes:
    one = example(name)
    return workshop.docx(one.kind, {**one.content, **(changed or {})}, one.issuer, NUMBERED)


@pytest.fixture(scope="module")
def right(workshop: Workshop, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file that keeps the decree."""
    path = tmp_path_factory.mktemp("papers") / "thong-bao.docx"
    path.write_bytes(word("giay_moi/hoi-nghi-tong-ket", workshop))
    return path


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Word file that breaks it: margins, and a law cited with its number."""
    path = tmp_path_factory.mktemp("papers") / "sai.docx"
    text = "Thực hiện Thông tư số 124/2021/TT-BCA ngày 18/12/2021 của Bộ trưởng Bộ Công an."
    narrow = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="300" w:right="300" w:bottom="300" w:left="300"/>'
    path.write_bytes(word_file(paragraph(text), section=narrow))
    return path


def test_a_paper_that_keeps_the_decree_ends_with_0(docgen: Docgen, right: Path) -> None:
    answer = docgen("check", "--json", str(right))
    assert answer.code == 0
    assert answer.json == {"file": str(right), "kind": "GIẤY MỜI", "findings": []}


def test_a_paper_that_breaks_it_ends_with_1_and_every_finding_is_whole(docgen: Docgen, wrong: Path) -> None:
    answer = docgen("check", "--json", str(wrong))
    assert answer.code == 1
    found = answer.json["findings"]
    assert {"C02", "C36"} <= {finding["id"] for finding in found}
    for finding in found:
        assert finding.keys() == {"id", "level", "clause", "page", "paragraph", "found", "expected", "message"}
        assert finding["level"] in ("rule", "form", "practice")
        assert finding["clause"].startswith("NĐ 30/2020")
    assert "Trái quy định" in docgen("check", str(wrong)).out


def test_each_file_is_told_and_one_that_cannot_be_read_does_not_hide_the_others(
    docgen: Docgen, right: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "hong.docx"
    broken.write_bytes(b"PK\x03\x04 broken")
    answer = docgen("check", "--json", str(broken), str(tmp_path / "absent.pdf"), str(right))
    assert answer.code == 1
    first, second, third = [json.loads(line) for line in answer.out.splitlines()]
    assert first["file"] == str(broken)
    assert first["error"]
    assert second["error"]
    assert third["findings"] == []


def test_findings_go_as_comments_into_a_copy(docgen: Docgen, wrong: Path, tmp_path: Path) -> None:
    before, output = wrong.read_bytes(), tmp_path / "da-xem.docx"
    assert docgen("check", str(wrong), "--annotate", str(output)).code == 1
    assert wrong.read_bytes() == before
    assert (
        docgen("check", "--json", str(output)).json["findings"]
        == docgen("check", "--json", str(wrong)).json["findings"]
    )


def test_comments_are_for_one_word_file_only(docgen: Docgen, right: Path, tmp_path: Path) -> None:
    assert docgen("check", str(right), str(right), "--annotate", str(tmp_path / "x.docx")).code == 2
    text = tmp_path / "van-ban.txt"
    text.write_text("CÔNG VĂN\n")
    answer = docgen("check", str(text), "--annotate", str(tmp_path / "x.docx"))
    assert answer.code == 1
    assert "chỉ ghi chú thích được vào tệp Word" in answer.err
    assert not (tmp_path / "x.docx").exists()


def test_comments_never_go_into_the_file_itself(docgen: Docgen, wrong: Path, tmp_path: Path) -> None:
    before = wrong.read_bytes()
    link = tmp_path / "link.docx"
    link.symlink_to(wrong)
    for output in (wrong, link):
        answer = docgen("check", str(wrong), "--annotate", str(output))
        assert answer.code == 2
        assert "tệp khác" in answer.err
    assert wrong.read_bytes() == before


@pytest.mark.parametrize("command", ["check", "read"])
def test_a_file_without_end_is_too_large(docgen: Docgen, command: str) -> None:
    answer = docgen(command, "--json", "/dev/zero")
    assert answer.code == 1
    assert "50 MB" in answer.json["error"]


def test_a_paper_may_come_from_standard_input(docgen: Docgen, right: Path) -> None:
    data = right.read_bytes()
    assert docgen("check", "--json", "-", stdin=data).json == {"file": "-", "kind": "GIẤY MỜI", "findings": []}
    assert docgen("read", "--json", "-", stdin=data).json["number"]["value"] == "07"


def test_old_letters_are_told_by_the_reader_too(docgen: Docgen, tmp_path: Path) -> None:
    path = tmp_path / "cu.txt"
    path.write_text("CÉng hßa x· héi chñ nghÜa ViÖt Nam\n§éc lËp - Tù do - H¹nh phóc\nSè: 12/Q§-UB\n" * 5)
    answer = docgen("read", "--json", str(path))
    assert answer.code == 1
    assert "TCVN3" in answer.json["error"]


def test_a_paper_is_read_field_by_field(docgen: Docgen, right: Path) -> None:
    told = docgen("read", "--json", str(right)).json
    assert tuple(told) == ("file", *FIELDS)
    assert told["number"]["value"] == "07"
    assert told["recipients_to"] is None
    shown = docgen("read", str(right)).out
    assert "GM-UBND" in shown
    assert "2026-11-05" in shown


def test_a_cited_document_is_compared_with_the_archive(desk: Desk, workshop: Workshop) -> None:
    record = issue(desk, Wish(kind="ke_hoach", content=PLAN)).record
    name = f"Kế hoạch số {record.symbol} ngày 01 tháng 01 năm 2020 của {record.metadata.organ_name}"
    body = [{"type": "paragraph", "text": f"Thực hiện {name}."}]
    found = check(desk, word("cong_van/ubnd-hung-yen", workshop, {"body": body})).findings
    (finding,) = [one for one in found if one["id"] == "C36"]
    day = record.issued_on
    assert f"năm {day.year}" in finding["expected"]
    assert record.symbol in finding["message"]


def test_a_file_is_checked_over_http(client: httpx.Client, right: Path, wrong: Path) -> None:
    good = client.post("/api/v1/checks", content=right.read_bytes())
    assert (good.status_code, good.json()) == (200, {"file": "", "kind": "GIẤY MỜI", "findings": []})
    bad = client.post("/api/v1/checks", content=wrong.read_bytes()).json()
    assert "C36" in {finding["id"] for finding in bad["findings"]}


@pytest.mark.parametrize(
    ("data", "status", "problem"),
    [
        pytest.param(b'{"a": 1}', 422, "unreadable-paper", id="no document"),
        pytest.param(b"", 422, "unreadable-paper", id="empty"),
        pytest.param(b"PK\x03\x04 broken", 422, "unreadable-paper", id="broken"),
        pytest.param(b"%PDF-" + b" " * 50_000_001, 413, "body-too-large", id="over 50 MB"),
    ],
)
def test_a_file_that_cannot_be_checked_is_a_problem(
    client: httpx.Client, data: bytes, status: int, problem: str
) -> None:
    answer = client.post("/api/v1/checks", content=data)
    assert answer.status_code == status
    assert answer.json()["type"].endswith(problem)


def test_a_kind_is_proved_from_the_command_line(docgen: Docgen, tmp_path: Path) -> None:
    empty = docgen("kind", "check", "--json", str(tmp_path))
    assert empty.code == 1
    assert empty.json["faults"]
