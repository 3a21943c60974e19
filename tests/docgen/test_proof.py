"""A template package is proved before it is used: every way to spoil one is told, and a good one passes."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from api.use_cases.offices import issuer_of, read_office
from docgen.issuer import Issuer
from docgen.proof import MOST_STYLES, ProofRoom, faults
from docgen.reading_room import ReadingRoom
from docgen.workshop import Workshop
from tests.documents import OFFICES, ROOT

KIND = "giay_moi"
Spoil = Callable[[Path], None]


def issuer_for(content: Mapping[str, Any]) -> Issuer:
    return issuer_of(read_office(OFFICES / f"{content['office']}.toml"))


@pytest.fixture(scope="module")
def room(workshop: Workshop, reading_room: ReadingRoom) -> ProofRoom:
    return ProofRoom(workshop=workshop, reading_room=reading_room, issuer_for=issuer_for)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of a kind with one example, to be spoiled."""
    source = ROOT / "templates" / "vn"
    shutil.copyfile(source / "common.json", tmp_path / "common.json")
    shutil.copytree(source / KIND, tmp_path / KIND)
    for example in sorted((tmp_path / KIND / "examples").iterdir())[1:]:
        example.unlink()
    return tmp_path / KIND


def part(name: str, change: Callable[[str], str]) -> Spoil:
    """Changes one part of the template."""

    def spoil(folder: Path) -> None:
        buffer = io.BytesIO()
        with zipfile.ZipFile(folder / "template.docx") as old, zipfile.ZipFile(buffer, "w") as new:
            for entry in old.namelist():
                text = old.read(entry).decode()
                changed = change(text) if entry == name else text
                assert entry != name or changed != text, "the spoiling changed nothing"
                new.writestr(entry, changed)
        (folder / "template.docx").write_bytes(buffer.getvalue())

    return spoil


def json_file(path: str, change: Callable[[dict[str, Any]], None]) -> Spoil:
    """Changes one JSON file of the package; ``path`` may be a pattern."""

    def spoil(folder: Path) -> None:
        (file,) = folder.glob(path)
        data = json.loads(file.read_text())
        change(data)
        file.write_text(json.dumps(data))

    return spoil


def with_field(schema: dict[str, Any]) -> None:
    schema["properties"]["dress_code"] = {"title": "Trang phục", "type": "string"}
    schema["required"].append("dress_code")


def needless(folder: Path) -> None:
    """A required field that the example gives and no template prints."""
    json_file("schema.json", with_field)(folder)
    json_file("examples/*.json", lambda content: content.update(dress_code="Lễ phục"))(folder)


def needless_code(folder: Path) -> None:
    """The same with a field that must keep a pattern."""
    needless(folder)
    json_file("schema.json", lambda schema: schema["properties"]["dress_code"].update(pattern="^[A-Z]+$"))(folder)
    json_file("examples/*.json", lambda content: content.update(dress_code="QPHUC"))(folder)


BODY = "word/document.xml"


@pytest.mark.parametrize(
    ("spoil", "where", "message"),
    [
        pytest.param(lambda folder: (folder / "kind.toml").unlink(), "kind.toml", "kind.toml", id="no kind.toml"),
        pytest.param(
            lambda folder: shutil.rmtree(folder / "examples"), "examples", "không có ví dụ nào", id="no example"
        ),
        pytest.param(
            json_file("examples/*.json", lambda content: content.pop("recipients")),
            "examples/",
            "recipients",
            id="an example against its schema",
        ),
        pytest.param(
            part(BODY, lambda xml: xml.replace("{{ heading }}", "{{ headline }}")),
            "template.docx",
            "headline",
            id="an unknown placeholder",
        ),
        pytest.param(
            part(BODY, lambda xml: xml.replace("{{ heading }}", "{{ ''.__class__ }}")),
            "template.docx",
            "không được phép",
            id="code",
        ),
        pytest.param(
            part(
                "word/_rels/document.xml.rels",
                lambda xml: xml.replace(
                    "</Relationships>",
                    '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                    'image" Target="http://127.0.0.1/x.png" TargetMode="External"/></Relationships>',
                ),
            ),
            "template.docx",
            "liên kết ra ngoài",
            id="an external link",
        ),
        pytest.param(needless, "template.docx", "“dress_code” không được in", id="a required field that is not used"),
        pytest.param(
            needless_code, "template.docx", "“dress_code” không được in", id="a required field with a pattern"
        ),
        pytest.param(
            part("word/styles.xml", lambda xml: xml.replace("</w:styles>", f"<!--{'x' * MOST_STYLES}--></w:styles>")),
            "template.docx",
            "styles.xml",
            id="fat styles",
        ),
        pytest.param(
            part(BODY, lambda xml: xml.replace('w:left="1701"', 'w:left="1000"')),
            "(Word)",
            "C02",
            id="a margin too narrow",
        ),
        pytest.param(
            part("word/styles.xml", lambda xml: xml.replace("Times New Roman", "Arial")),
            "(Word)",
            "C03",
            id="another font",
        ),
    ],
)
def test_a_spoiled_package_is_told(folder: Path, room: ProofRoom, spoil: Spoil, where: str, message: str) -> None:
    spoil(folder)
    found = faults(folder, room)
    assert any(where in fault.where and message in fault.message for fault in found), found


def test_a_good_package_has_no_fault(folder: Path, room: ProofRoom) -> None:
    assert faults(folder, room) == []
