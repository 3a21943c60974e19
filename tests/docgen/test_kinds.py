"""Template packages: a folder each; a new one touches no Python, a broken one is named."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from docgen.errors import BrokenKindError, UnknownExampleError, UnknownKindError
from docgen.kinds import Kinds
from docgen.workshop import Workshop
from tests.documents import BLANK, KINDS, ROOT, ReadPdf, example

#: Abbreviation by kind. Source: NĐ 30/2020, Điều 7 (29 types) and PL III, I (27 of them, and three copies).
ABBREVIATIONS = {
    "nghi_quyet": "NQ",
    "quyet_dinh": "QĐ",
    "chi_thi": "CT",
    "quy_che": "QC",
    "quy_dinh": "QyĐ",
    "thong_cao": "TC",
    "thong_bao": "TB",
    "huong_dan": "HD",
    "chuong_trinh": "CTr",
    "ke_hoach": "KH",
    "phuong_an": "PA",
    "de_an": "ĐA",
    "du_an": "DA",
    "bao_cao": "BC",
    "bien_ban": "BB",
    "to_trinh": "TTr",
    "hop_dong": "HĐ",
    "cong_dien": "CĐ",
    "ban_ghi_nho": "BGN",
    "ban_thoa_thuan": "BTT",
    "giay_uy_quyen": "GUQ",
    "giay_moi": "GM",
    "giay_gioi_thieu": "GGT",
    "giay_nghi_phep": "GNP",
    "phieu_gui": "PG",
    "phieu_chuyen": "PC",
    "phieu_bao": "PB",
    "cong_van": "",
    "thu_cong": "",
    "sao_y_giay": "SY",
    "sao_y_dien_tu": "SY",
    "sao_luc_giay": "SL",
    "sao_luc_dien_tu": "SL",
    "trich_sao_giay": "TrS",
    "trich_sao_dien_tu": "TrS",
}


def test_every_type_of_the_decree_is_there_with_its_abbreviation() -> None:
    assert {kind: KINDS.kind(kind).abbreviation for kind in ABBREVIATIONS} == ABBREVIATIONS


@pytest.mark.parametrize("kind_id", sorted(ABBREVIATIONS))
def test_every_type_has_a_realistic_example_and_one_that_strains_it(kind_id: str) -> None:
    assert len(KINDS.kind(kind_id).examples) >= 2


@pytest.mark.parametrize("kind_id", KINDS.ids())
def test_the_schema_of_a_kind_stands_by_itself(kind_id: str) -> None:
    schema = KINDS.kind(kind_id).schema
    Draft202012Validator.check_schema(schema)
    assert "common.json" not in json.dumps(schema)


@pytest.mark.parametrize("kind_id", KINDS.ids())
def test_every_field_has_a_vietnamese_title(kind_id: str) -> None:
    kind = KINDS.kind(kind_id)
    properties = {
        name: field if "title" in field else kind.schema["$defs"][field["$ref"].rpartition("/")[2]]
        for name, field in kind.schema["properties"].items()
    }
    assert [name for name, field in properties.items() if not field.get("title")] == []


def test_the_templates_in_the_tree_are_those_that_the_source_makes() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "templates.source", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of kinds with one of them in it."""
    shutil.copy(ROOT / "templates" / "vn" / "common.json", tmp_path)
    shutil.copytree(ROOT / "templates" / "vn" / "cong_van", tmp_path / "cong_van")
    return tmp_path


def test_a_new_folder_is_a_new_kind(folder: Path, workshop: Workshop) -> None:
    shutil.copytree(folder / "cong_van", folder / "thu_moi")
    toml = (folder / "thu_moi" / "kind.toml").read_text().replace("Công văn", "Thư mời")
    (folder / "thu_moi" / "kind.toml").write_text(toml)
    kind = Kinds(folder).kind("thu_moi")
    one = example("cong_van/ubnd-hung-yen")
    made = workshop.pdf(kind, kind.checked(kind.example("ubnd-hung-yen")), one.issuer, BLANK)
    assert kind.name == "Thư mời"
    assert "Kính gửi:" in ReadPdf(made.data).text(0)


@pytest.mark.parametrize("name", ["thu", "../cong_van", "cong_van/../cong_van", "", "CONG_VAN", "x" * 500])
def test_a_name_that_is_no_kind_is_refused_and_the_kinds_are_named(folder: Path, name: str) -> None:
    with pytest.raises(UnknownKindError, match="cong_van"):
        Kinds(folder).kind(name)


def test_an_unknown_example_is_refused_and_the_examples_are_named() -> None:
    with pytest.raises(UnknownExampleError, match="ubnd-hung-yen"):
        KINDS.kind("cong_van").example("nothing")


@pytest.mark.parametrize(
    ("file", "text", "words"),
    [
        pytest.param("kind.toml", "name = ", "kind.toml không đọc được", id="a kind.toml that is no TOML"),
        pytest.param("kind.toml", 'name = "x"', "thiếu khóa", id="a kind.toml that lacks keys"),
        pytest.param("schema.json", "[]", "nhóm trường", id="a schema that is a list"),
        pytest.param("schema.json", '{"type": 5}', "không phải JSON Schema", id="a schema that is none"),
        pytest.param("schema.json", "{", "schema.json không phải JSON", id="a schema that is no JSON"),
        pytest.param(
            "schema.json", '{"$ref": "../common.json#/$defs/x"}', "định nghĩa không có: x", id="a reference to nothing"
        ),
    ],
)
def test_a_broken_package_is_named_with_what_is_wrong(folder: Path, file: str, text: str, words: str) -> None:
    (folder / "cong_van" / file).write_text(text)
    with pytest.raises(BrokenKindError, match=words):
        _ = Kinds(folder).kind("cong_van").schema


def test_a_package_without_template_is_broken(folder: Path) -> None:
    (folder / "cong_van" / "template.docx").unlink()
    with pytest.raises(BrokenKindError, match=r"template\.docx"):
        _ = Kinds(folder).kind("cong_van").template
