"""The command line as people and programs call it: the installed command, in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.documents import KINDS, OFFICES, ROOT, ReadPdf

#: Kinds whose examples the demo's test issues.
ROUND = ("giay_cong_nhan", "ban_dang_ky", "to_trinh")
COMMAND = Path(sys.executable).with_name("docgen")


class Answer:
    """What a command printed and how it ended."""

    def __init__(self, done: subprocess.CompletedProcess[bytes]) -> None:
        self.code = done.returncode
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Docgen = Callable[..., Answer]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all tests of this module: making demo keys takes seconds."""
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def docgen(home: Path) -> Docgen:
    """Runs the command in its own home; ``settings`` are DOCGEN_ variables by their short names."""

    def run(*arguments: str, stdin: Any = None, settings: Mapping[str, str] | None = None) -> Answer:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("DOCGEN_")}
        environment["DOCGEN_HOME"] = str(home)
        environment |= {f"DOCGEN_{name}": value for name, value in (settings or {}).items()}
        data = stdin if isinstance(stdin, bytes) else json.dumps(stdin).encode() if stdin is not None else b""
        done = subprocess.run(
            [str(COMMAND), *arguments], input=data, capture_output=True, env=environment, timeout=120, check=False
        )
        answer = Answer(done)
        assert "Traceback" not in answer.err
        return answer

    return run


def test_kinds_are_listed_with_name_and_abbreviation(docgen: Docgen) -> None:
    told = docgen("kinds", "--json").json
    assert told["total"] == len(told["items"]) == len(KINDS.ids())
    assert {"id": "chi_thi", "name": "Chỉ thị", "abbreviation": "CT"} in told["items"]
    assert "chi_thi" in docgen("kinds").out


def test_an_example_is_json_and_a_kind_may_have_several(docgen: Docgen) -> None:
    assert docgen("example", "cong_van").json == KINDS.kind("cong_van").example()
    assert docgen("example", "cong_van", "ubnd-hung-yen").json["drafting_unit"] == "NC"


def test_a_schema_is_json_schema(docgen: Docgen) -> None:
    assert docgen("schema", "giay_cong_nhan").json == KINDS.kind("giay_cong_nhan").schema


@pytest.mark.parametrize("kind", ["cong_van", "giay_cong_nhan", "quyet_dinh_ban_hanh"])
def test_an_example_goes_into_preview_by_a_pipe(docgen: Docgen, kind: str, tmp_path: Path) -> None:
    output = tmp_path / "x.pdf"
    answer = docgen("preview", kind, "-", "-o", str(output), stdin=docgen("example", kind).out.encode())
    assert (answer.code, answer.err) == (0, "")
    assert "Số: /" in ReadPdf(output.read_bytes()).text(0)


def test_a_preview_can_be_a_word_file(docgen: Docgen, tmp_path: Path) -> None:
    source, output = tmp_path / "x.json", tmp_path / "x.docx"
    source.write_text(docgen("example", "chi_thi").out, encoding="utf-8")
    assert docgen("preview", "chi_thi", str(source), "-o", str(output), "--json").json["file"] == str(output)
    assert output.read_bytes().startswith(b"PK")


def test_the_whole_way_of_a_document(docgen: Docgen, tmp_path: Path) -> None:
    content = KINDS.kind("giay_cong_nhan").example()
    issued = docgen("issue", "giay_cong_nhan", "-", "--request-id", "way-1", "--json", stdin=content).json
    assert {"id", "kind", "office", "number", "notation", "symbol", "issued_on", "subject", "units", "pages"} <= set(
        issued
    )
    assert issued["symbol"] == f"{issued['number']}/{issued['notation']}" == f"{issued['number']}/GCN-UBND"
    assert issued["status"] == "issued"
    again = docgen("issue", "giay_cong_nhan", "-", "--request-id", "way-1", "--json", stdin=content).json
    assert again == issued

    found = docgen(
        "search",
        "giay cong nhan",
        "--unit",
        "Tân An Đông",
        "--year",
        issued["issued_on"][:4],
        "--number",
        issued["symbol"],
        "--json",
    ).json
    assert [item["id"] for item in found["items"]] == [issued["id"]]
    assert docgen("show", issued["id"], "--json").json["sha256"] == issued["sha256"]

    pdf = tmp_path / "paper.pdf"
    assert docgen("get", issued["id"], "-o", str(pdf)).code == 0
    verified = docgen("verify", str(pdf), "--json")
    assert verified.code == 0
    told = verified.json
    assert (told["whole"], told["trusted"], told["status"]) == (True, True, "issued")
    assert [one["role"] for one in told["signatures"]] == ["signer", "seal"]
    assert {"signer", "office", "role", "time", "digest", "whole", "trusted", "changes_after"} <= set(
        told["signatures"][0]
    )

    audited = docgen("audit", "--json")
    assert audited.code == 0
    assert audited.json["wrong"] == []


def test_several_files_are_verified_one_object_a_line(docgen: Docgen, tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    answer = docgen("verify", str(tmp_path / "a.pdf"), str(tmp_path / "missing.pdf"), "--json")
    assert answer.code == 1
    lines = [json.loads(line) for line in answer.out.splitlines()]
    assert [Path(line["file"]).name for line in lines] == ["a.pdf", "missing.pdf"]
    assert all(line["error"] for line in lines)


def test_a_tampered_file_fails_verification(docgen: Docgen, tmp_path: Path) -> None:
    issued = docgen("issue", "giay_cong_nhan", "-", "--json", stdin=KINDS.kind("giay_cong_nhan").example()).json
    pdf = tmp_path / "paper.pdf"
    docgen("get", issued["id"], "-o", str(pdf))
    pdf.write_bytes(pdf.read_bytes() + b"\n% one more line\n")
    answer = docgen("verify", str(pdf), "--json")
    assert answer.code == 1
    assert answer.json["whole"] is False


def test_an_audit_finds_a_changed_object(docgen: Docgen, tmp_path: Path) -> None:
    own = {"HOME": str(tmp_path / "own")}
    issued = docgen(
        "issue", "giay_cong_nhan", "-", "--json", stdin=KINDS.kind("giay_cong_nhan").example(), settings=own
    ).json
    path = Path(docgen("show", issued["id"], "--json", settings=own).json["location"])
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:-1])
    answer = docgen("audit", "--json", settings=own)
    assert answer.code == 1
    assert [wrong["id"] for wrong in answer.json["wrong"]] == [issued["id"]]
    assert docgen("get", issued["id"], "-o", str(tmp_path / "x.pdf"), settings=own).code == 1


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "words"),
    [
        pytest.param(["example", "nothing"], None, 1, "Không có loại văn bản", id="an unknown kind"),
        pytest.param(["example", "cong_van", "nothing"], None, 1, "không có ví dụ", id="an unknown example"),
        pytest.param(["issue", "cong_van", "-"], b"{", 1, "không phải JSON", id="no JSON"),
        pytest.param(["issue", "cong_van", "-"], b"\xff\xfe", 1, "không phải JSON", id="no text"),
        pytest.param(["issue", "cong_van", "/nowhere/x.json"], None, 1, "không đọc được", id="no file"),
        pytest.param(["issue", "cong_van", "-"], b"{}", 1, "subject: thiếu trường bắt buộc", id="an empty content"),
        pytest.param(["issue", "cong_van", "-"], b"[]", 1, "nhóm trường", id="a list for a content"),
        pytest.param(["show", "0" * 32], None, 1, "văn bản", id="an unknown record"),
        pytest.param(["office", "import", "/nowhere/x.toml"], None, 1, "không đọc được", id="no office file"),
        pytest.param(["preview", "cong_van", "-", "-o", "x.txt"], b"{}", 2, "phải có đuôi", id="an unknown format"),
        pytest.param(["issue"], None, 2, "thiếu tham số", id="a missing argument"),
        pytest.param(["kinds", "--nothing"], None, 2, "không có tùy chọn", id="an unknown option"),
        pytest.param(["nothing"], None, 2, "không có lệnh", id="an unknown command"),
        pytest.param(["search", "--year", "x"], None, 2, "chưa đúng", id="a year that is no number"),
    ],
)
def test_bad_input_ends_with_a_clear_sentence(
    docgen: Docgen, arguments: list[str], stdin: Any, code: int, words: str
) -> None:
    answer = docgen(*arguments, stdin=stdin)
    assert answer.code == code
    assert words in answer.err
    if code == 1:
        told = docgen(*arguments, "--json", stdin=stdin)
        assert told.code == 1
        assert words in told.json["error"]


def test_problems_are_told_with_the_path_of_the_field(docgen: Docgen) -> None:
    content = {**KINDS.kind("cong_van").example(), "body": [{"type": "clause", "text": ""}]}
    told = docgen("issue", "cong_van", "-", "--json", stdin=content).json
    assert told["problems"][0]["path"] == "body[0].text"


@pytest.mark.parametrize(
    "settings",
    [
        pytest.param({"LIBREOFFICE": "/nowhere"}, id="LibreOffice"),
        pytest.param({"DATABASE_URL": "postgresql+psycopg://x@127.0.0.1:1/x"}, id="the database"),
        pytest.param({"STORE_URL": "s3://a:b@127.0.0.1:1/x?secure=false"}, id="the object store"),
    ],
)
def test_a_component_that_is_away_ends_with_three(docgen: Docgen, settings: Mapping[str, str]) -> None:
    content = KINDS.kind("giay_cong_nhan").example()
    answer = docgen("issue", "giay_cong_nhan", "-", "--json", stdin=content, settings=settings)
    assert answer.code == 3
    assert answer.json["error"]
    assert "b@127" not in answer.err


def test_offices_are_imported_and_listed(docgen: Docgen, tmp_path: Path) -> None:
    text = (OFFICES / "ubnd-tinh-hung-yen.toml").read_text(encoding="utf-8").replace("ubnd-tinh-hung-yen", "ubnd-thu")
    (tmp_path / "o.toml").write_text(text, encoding="utf-8")
    assert docgen("office", "import", str(tmp_path / "o.toml"), "--json").json["items"] == ["ubnd-thu"]
    listed = docgen("office", "list", "--json").json
    assert "ubnd-thu" in [item["code"] for item in listed["items"]]
    assert listed["total"] == len(listed["items"])
    assert "pkcs12" not in json.dumps(listed)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        pytest.param('place = "Hưng Yên"', "", "place: thiếu trường", id="a missing field"),
        pytest.param('prefix = "KT."', 'prefix = "KY."', "prefix", id="an unknown right"),
        pytest.param(
            "valid_from = 2025-07-01",
            "valid_from = 2025-07-01\nvalid_to = 2020-01-01",
            "valid_to",
            id="days in the wrong order",
        ),
        pytest.param('code = "chung"', 'code = "giay-cong-nhan"', "bị trùng", id="a register twice"),
        pytest.param('place = "Hưng Yên"', "place = ", "TOML", id="no TOML"),
    ],
)
def test_a_wrong_office_file_is_refused_with_its_field(
    docgen: Docgen, tmp_path: Path, old: str, new: str, words: str
) -> None:
    text = (OFFICES / "ubnd-tinh-hung-yen.toml").read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "o.toml").write_text(text.replace(old, new), encoding="utf-8")
    answer = docgen("office", "import", str(tmp_path / "o.toml"))
    assert answer.code == 1
    assert words in answer.err


def test_the_content_may_leave_the_office_to_the_call_or_to_the_setting(docgen: Docgen) -> None:
    content = {name: value for name, value in KINDS.kind("giay_cong_nhan").example().items() if name != "office"}
    code = "ubnd-phuong-tan-an-dong"
    assert "DOCGEN_OFFICE" in docgen("issue", "giay_cong_nhan", "-", stdin=content).err
    assert docgen("issue", "giay_cong_nhan", "-", "--office", code, "--json", stdin=content).json["office"] == code
    by_setting = docgen("issue", "giay_cong_nhan", "-", "--json", stdin=content, settings={"OFFICE": code})
    assert by_setting.json["office"] == code


@pytest.fixture
def few_kinds(tmp_path: Path) -> Path:
    """The kinds of the made-up round alone: every example of every kind would take minutes."""
    folder = tmp_path / "kinds"
    for kind in ROUND:
        shutil.copytree(ROOT / "templates" / "vn" / kind, folder / kind)
    shutil.copyfile(ROOT / "templates" / "vn" / "common.json", folder / "common.json")
    return folder


def test_the_demo_issues_every_example_and_finds_them_again_twice(
    docgen: Docgen, few_kinds: Path, tmp_path: Path
) -> None:
    own = {"HOME": str(tmp_path / "own"), "TEMPLATES": str(few_kinds)}
    examples = sum(len(KINDS.kind(kind).examples) for kind in ROUND)
    shown = docgen("demo", settings=own)
    assert shown.code == 0
    assert shown.out.count("hợp lệ") == examples
    assert "01/GCN-UBND" in shown.out
    assert str(tmp_path / "own" / "objects") in shown.out
    told = docgen("demo", "--json", settings=own).json
    assert told["total"] == examples
    assert all(item["in_order"] for item in told["items"])
    assert told["search"]["total"] == 3 * 2  # the school's papers of these kinds, twice


def test_the_server_refuses_to_listen_beyond_this_machine(docgen: Docgen) -> None:
    answer = docgen("serve", "--host", "0.0.0.0")  # refused, so nothing listens
    assert answer.code == 2
    assert "127.0.0.1" in answer.err


def test_the_version_is_the_projects(docgen: Docgen) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert docgen("--version").out.strip() == f"docgen {version}"
