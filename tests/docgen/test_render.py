"""Templates may fill fields, loop and branch; everything else is refused, and nothing they do can hurt."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from docgen.children import Limits
from docgen.compose import value_names, values
from docgen.errors import (
    ForbiddenTemplateCodeError,
    RenderingError,
    RenderingLimitError,
    UnknownPlaceholderError,
)
from docgen.kinds import Kind
from docgen.press import Press
from docgen.render import Compiled, Properties, compiled, rendered
from tests.documents import NUMBERED, example

ONE = example("giay_cong_nhan/truong-thcs")
KNOWN = value_names(ONE.kind)
VALUES = values(ONE.kind, ONE.content, ONE.issuer, NUMBERED)
PROPERTIES = Properties(title="Thử", author="Thử")


def package(text: str, *, part: str = "word/document.xml", more: Mapping[str, bytes] | None = None) -> bytes:
    """The kind's template with ``text`` as a paragraph of the document, or inside another part."""
    run = f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(ONE.kind.template)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == part:
                for start in ("<w:body>", "</w:pPr>", "<dc:title>", 'core-properties"'):
                    if start in data:
                        at = data.index(start) + len(start)
                        inside = run if start == "<w:body>" else f"<w:r><w:t>{text}</w:t></w:r>"
                        data = data[:at] + (inside if start.startswith("<") else "") + data[at:]
                        break
            new.writestr(name, data)
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return buffer.getvalue()


def compile_(text: str, **where: Any) -> Compiled:
    return compiled("thu", package(text, **where), KNOWN)


def filled(text: str) -> str:
    """The document's XML after ``text`` was filled in."""
    docx = rendered(compile_(text), VALUES, PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(docx)) as made:
        return made.read("word/document.xml").decode()


def test_fields_loops_and_branches_work() -> None:
    assert "Trường Trung học cơ sở Tân An Đông, 2026" in filled("{{ unit.name }}, {{ year }}")
    assert "12 tháng 11" in filled("{{ decision.date|long_date }}")
    assert ">có</w:t>" in filled("{% if unit.address %}có{% else %}không{% endif %}")


def test_a_field_that_the_content_leaves_out_prints_nothing() -> None:
    assert "<w:t>[]</w:t>" in filled("[{{ record.note }}]").replace(' xml:space="preserve"', "")


def test_what_a_content_says_is_never_markup() -> None:
    content = {**ONE.content, "unit": {**ONE.content["unit"], "name": "<w:p/> & {{ year }}"}}
    docx = rendered(compile_("x"), values(ONE.kind, content, ONE.issuer, NUMBERED), PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(docx)) as made:
        assert "&lt;w:p/&gt; &amp; {{ year }}" in made.read("word/document.xml").decode()


@pytest.mark.parametrize("text", ["{{ subjekt }}", "{% for x in unitz %}{% endfor %}", "{{ unit.name }}{{ xyz }}"])
def test_an_unknown_placeholder_is_an_error_that_names_it(text: str) -> None:
    with pytest.raises(UnknownPlaceholderError, match=r"subjekt|unitz|xyz"):
        compile_(text)


def test_an_unknown_field_of_a_known_one_is_named_too() -> None:
    with pytest.raises(UnknownPlaceholderError, match="adres"):
        filled("{{ unit.adres }}")


@pytest.mark.parametrize("field", ["items", "keys", "khong_co"])
def test_a_field_that_is_no_field_is_named_even_where_python_knows_the_name(field: str) -> None:
    with pytest.raises(UnknownPlaceholderError, match=field):
        filled(f"{{{{ unit.{field} }}}}")


def test_a_group_of_fields_is_not_printed() -> None:
    with pytest.raises(RenderingError, match="không in được"):
        filled("{{ unit }}")


@pytest.mark.parametrize(
    "code",
    [
        pytest.param("{{ ''.__class__.__mro__ }}", id="the way to every class"),
        pytest.param("{{ unit.__init__.__globals__ }}", id="a private attribute"),
        pytest.param("{{ unit['__class__'] }}{{ unit.keys() }}", id="a call"),
        pytest.param("{{ cycler.__init__.__globals__.os.popen('id').read() }}", id="the popular escape"),
        pytest.param("{{ 'a' * 100000000 }}", id="a memory bomb"),
        pytest.param("{{ 9 ** 9 ** 9 }}", id="a time bomb"),
        pytest.param("{{ 'a'|attr('upper') }}", id="an attribute by filter"),
        pytest.param("{{ year|map('upper') }}", id="a filter that is not ours"),
        pytest.param("{% set x = 1 %}", id="an assignment"),
        pytest.param("{% include 'x' %}", id="an include"),
        pytest.param("{% import 'x' as y %}", id="an import"),
        pytest.param("{% macro m() %}{% endmacro %}", id="a macro"),
        pytest.param("{% for i in range(10) %}{% endfor %}", id="a function of the language"),
        pytest.param("{{ lipsum() }}", id="a global of the language"),
        pytest.param("{{ unit", id="an open bracket"),
        pytest.param("{% if %}", id="a half command"),
    ],
)
def test_code_in_a_template_is_refused_before_anything_runs(code: str) -> None:
    with pytest.raises((ForbiddenTemplateCodeError, UnknownPlaceholderError)):
        compile_(code)


def test_code_in_a_header_is_refused_too() -> None:
    with pytest.raises(ForbiddenTemplateCodeError):
        compile_("{{ unit.keys() }}", part="word/header1.xml")


def test_code_in_the_properties_is_never_looked_at(tmp_path: Path) -> None:
    code = b"<x>{{ cycler.__init__.__globals__.os.system('touch /tmp/x') }}</x>"
    docx = rendered(compile_("x", more={"docProps/app.xml": code, "customXml/item1.xml": code}), VALUES, PROPERTIES)
    with zipfile.ZipFile(io.BytesIO(docx)) as made:
        assert made.read("docProps/app.xml") == code
        assert "Thử" in made.read("docProps/core.xml").decode()


def test_a_template_that_points_to_files_outside_is_refused() -> None:
    link = (
        b'<Relationships><Relationship Id="x" Type="http://x/image" Target="file:///etc/passwd" TargetMode="External"/>'
    )
    with pytest.raises(ForbiddenTemplateCodeError, match="liên kết ra ngoài"):
        compile_("x", more={"word/_rels/header1.xml.rels": link})


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"%PDF-1.7 not a zip", id="no zip"),
        pytest.param(b"PK\x03\x04 cut off", id="a zip cut off"),
    ],
)
def test_what_is_no_word_file_is_refused_in_words(data: bytes) -> None:
    with pytest.raises(RenderingError, match="không phải tệp Word"):
        compiled("thu", data, KNOWN)


def test_a_zip_bomb_is_refused_before_it_is_unpacked() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as bomb:
        bomb.writestr("word/document.xml", bytes(60_000_000))
    with pytest.raises(RenderingError, match="quá lớn"):
        compiled("thu", buffer.getvalue(), KNOWN)


def with_template(text: str, tmp_path: Path) -> Kind:
    (tmp_path / "template.docx").write_bytes(package(text))
    return replace(ONE.kind, folder=tmp_path)


@pytest.fixture(scope="module")
def press() -> Iterator[Press]:
    made = Press(Limits(size=1, wait=10, answer=3, memory=1024**3))
    yield made
    made.close()


def test_the_press_tells_of_errors_as_the_renderer_does(press: Press, tmp_path: Path) -> None:
    with pytest.raises(UnknownPlaceholderError, match="subjekt"):
        press.filled(with_template("{{ subjekt }}", tmp_path), VALUES, KNOWN, PROPERTIES)


def test_a_template_that_never_ends_is_stopped_and_the_next_one_works(press: Press, tmp_path: Path) -> None:
    loops = 12
    text = "".join(f"{{% for v{i} in recipients %}}" for i in range(loops)) + "x" + "{% endfor %}" * loops
    many = {**VALUES, "recipients": ["x"] * 50}
    start = time.monotonic()
    with pytest.raises(RenderingLimitError):
        press.filled(with_template(text, tmp_path), many, KNOWN, PROPERTIES)
    assert time.monotonic() - start < 30
    assert press.filled(ONE.kind, VALUES, KNOWN, PROPERTIES).startswith(b"PK")
