"""A broken or hostile Word file is refused with a reason, or read as far as it goes; it never breaks the reader."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from contextlib import suppress

import pytest

from docgen.paper.errors import (
    DamagedPaperError,
    PaperTooLargeError,
    UnreadablePaperError,
    UnsupportedFormatError,
)
from docgen.paper.model import Alignment
from docgen.paper.word import MOST_PARAGRAPHS, word_paper
from docgen.paper.word_package import MOST_BYTES, MOST_ENTRIES, MOST_TAGS, MOST_XML_BYTES, unpacked
from tests.docgen.paper.word_files import LINKS, TIMES, field, paragraph, run, table, word_file, zipped

GOOD = word_file(
    paragraph("Điều 1", '<w:jc w:val="both"/><w:ind w:firstLine="720"/>') + table((paragraph("a"), paragraph("b"))),
    margins={"header1": paragraph(field("PAGE"))},
    section='<w:headerReference w:type="default" r:id="header1"/>',
)


def with_part(name: str, content: str | bytes) -> bytes:
    return word_file(paragraph("chữ"), more={name: content})


@pytest.mark.parametrize(
    ("data", "error"),
    [
        pytest.param(b"", DamagedPaperError, id="nothing"),
        pytest.param(b"PK\x03\x04 and no more", DamagedPaperError, id="only the first bytes"),
        pytest.param(GOOD[:-100], DamagedPaperError, id="cut short"),
        pytest.param(word_file(paragraph("x" * 3_000_001)), PaperTooLargeError, id="too many letters"),
        pytest.param(zipped({"a.txt": "x"}), UnsupportedFormatError, id="a zip of something else"),
        pytest.param(zipped({"word/document.xml": "<x/>"}), UnsupportedFormatError, id="another root"),
        pytest.param(zipped({"word/document.xml": ""}), DamagedPaperError, id="an empty text"),
        pytest.param(zipped({"word/document.xml": "<w:document>"}), DamagedPaperError, id="no XML"),
        pytest.param(
            with_part("word/document.xml", '<!DOCTYPE d [<!ENTITY e "x">]><d>&e;</d>'), DamagedPaperError, id="entities"
        ),
        pytest.param(word_file("<w:sdt>" * 10_000 + "</w:sdt>" * 10_000), DamagedPaperError, id="10,000 deep"),
        pytest.param(zipped({f"{n}.txt": "" for n in range(MOST_ENTRIES + 1)}), PaperTooLargeError, id="many entries"),
        pytest.param(word_file("<w:p/>" * (MOST_PARAGRAPHS + 1)), PaperTooLargeError, id="many paragraphs"),
        pytest.param(word_file("<w:x/>" * MOST_TAGS), PaperTooLargeError, id="many tags"),
        pytest.param(word_file(" " * MOST_XML_BYTES), PaperTooLargeError, id="a long text part"),
    ],
)
def test_what_is_no_sound_word_file_is_refused(data: bytes, error: type[UnreadablePaperError]) -> None:
    with pytest.raises(error):
        word_paper(data)


def test_a_zip_bomb_is_inflated_no_further_than_the_limit() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("bomb.xml", "w") as entry:
        for _ in range(MOST_BYTES // 10_000_000 + 1):
            entry.write(bytes(10_000_000))
    with pytest.raises(PaperTooLargeError):
        unpacked(packed.getvalue())
    assert unpacked(packed.getvalue(), endings=(".txt",)) == {}


@pytest.mark.parametrize("part", ["styles", "numbering", "settings", "footnotes", "theme", "header1"])
def test_a_broken_part_beside_the_text_does_not_hide_the_text(part: str) -> None:
    link = f'<Relationship Id="{part}" Type="x/{part.rstrip("1")}" Target="{part}.xml"/>'
    links = f'<Relationships xmlns="{LINKS}">{link}</Relationships>'
    more = {"word/_rels/document.xml.rels": links, f"word/{part}.xml": "<broken"}
    section = '<w:headerReference w:type="default" r:id="header1"/>'
    assert word_paper(word_file(paragraph("chữ"), styles="", section=section, more=more)).text == "chữ"


def test_an_entry_without_a_name_is_passed_over() -> None:
    good = word_file(paragraph("Điều 1"))
    with zipfile.ZipFile(io.BytesIO(good)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr(zipfile.ZipInfo("x"), "")
        archive.infolist()[-1].filename = ""
    assert word_paper(packed.getvalue()).paragraphs[0].text == "Điều 1"


def test_links_that_lead_out_of_the_package_or_nowhere_are_not_followed() -> None:
    targets = ("../../../../etc/passwd", "http://example.org/styles.xml", "none.xml")
    outside = "".join(f'<Relationship Id="x" Type="x/styles" Target="{target}"/>' for target in targets)
    external = '<Relationship Id="y" Type="x/settings" Target="settings.xml" TargetMode="External"/>'
    links = f'<Relationships xmlns="{LINKS}">{outside}{external}</Relationships>'
    assert word_paper(with_part("word/_rels/document.xml.rels", links)).text == "chữ"


def test_a_style_without_a_name_of_its_own_is_no_trap() -> None:
    styles = '<w:style w:type="paragraph" w:styleId=""><w:rPr><w:b/></w:rPr></w:style>'
    assert word_paper(word_file(paragraph("chữ"), styles=styles)).text == "chữ"


@pytest.mark.parametrize("value", ["", "-1", "99999999999999999999", "1e999", "nan", "abc", "12pt", "%", "\u0663"])
def test_absurd_numbers_are_as_good_as_none(value: str) -> None:
    data = io.BytesIO(GOOD)
    with zipfile.ZipFile(data) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    main = parts["word/document.xml"].decode()
    parts["word/document.xml"] = re.sub(r'(w:(?:w|firstLine|top|left)=)"\d+"', f'\\1"{value}"', main).encode()
    assert word_paper(zipped(parts)).paragraphs[0].text == "Điều 1"


def test_the_strict_namespaces_are_read_too() -> None:
    data = io.BytesIO(GOOD)
    with zipfile.ZipFile(data) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for usual, strict in (
        (b"schemas.openxmlformats.org/wordprocessingml/2006/main", b"purl.oclc.org/ooxml/wordprocessingml/main"),
        (
            b"schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    ):
        parts = {name: content.replace(usual, strict) for name, content in parts.items()}
    read = word_paper(zipped(parts))
    assert read == word_paper(GOOD)
    assert read.paragraphs[0].layout is not None
    assert read.paragraphs[0].layout.alignment is Alignment.JUSTIFIED


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(
            word_file(
                paragraph("x", '<w:pStyle w:val="S9999"/>'),
                styles=TIMES
                + "".join(
                    f'<w:style w:type="paragraph" w:styleId="S{n}"><w:basedOn w:val="S{n - 1}"/></w:style>'
                    for n in range(10_000)
                ),
            ),
            id="a long line of styles",
        ),
        pytest.param(word_file(paragraph(field("PAGE ") * 20_000)), id="many fields"),
        pytest.param(word_file(table(("<w:tcPr/>" + paragraph(),) * 5_000, grid=(1,) * 5_000)), id="a wide table"),
        pytest.param(word_file(paragraph(run("chữ") * 50_000)), id="many runs"),
    ],
)
def test_long_files_are_read_in_bounded_time(data: bytes) -> None:
    began = time.monotonic()
    word_paper(data)
    assert time.monotonic() - began < 10


def test_whatever_is_done_to_its_bytes_it_is_read_or_refused() -> None:
    chance = random.Random(3)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    for _ in range(300):
        broken = dict(parts)
        name = chance.choice(list(parts))
        content = bytearray(parts[name])
        for _ in range(chance.randint(1, 5)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        broken[name] = bytes(content)
        with suppress(UnreadablePaperError):
            word_paper(zipped(broken))
