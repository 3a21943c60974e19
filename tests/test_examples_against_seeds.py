"""The examples beside the kinds: valid, at home in a sample office, and true to the five real documents.

Five examples are whole transcriptions of real documents (`specimens/seeds/seed0.txt` … `seed4.txt`). Here every
word of a document is compared with the words of its example, in order. What the service prints by itself is taken
off the document first, by one small function each: numbering and dashes, the end mark `./.`, line breaks.

The wording is the authors' own and is kept to the letter, slips included. Do not mend these in an example:

- seed 0: `BCD` beside `BCĐ`; `Quy định về` and `Tiêu chí` with a capital inside a sentence; `Khoản 7 Điều 7` and
  `Khoản 1 Điều 6` with a capital; Circular 124/2021/TT-BCA dated 28/12/2021 once and 18/12/2021 twice; a comma in
  `510/QĐ-BCA-V05, ngày`; `an ninh trật tự` beside `an ninh, trật tự`; `ANTQ` never explained; no `./.` at the end
- seed 1: `triển khải`; `mục đích ý nghĩa` and `chức năng nhiệm vụ` without a comma; `Thông tư 124/…` without `số`
- seed 2: an unbalanced quotation mark before `Ngày toàn dân phòng, chống mua bán người`; `hằng năm` beside `hàng năm`;
  `phòng chống` beside `phòng, chống`; `Giấy chứng nhận` where the law says `Giấy công nhận`; `04-CT/UBND`
- seed 3: `Tỉnh` with a capital; `Lưu VT` without a colon and one recipient without a dash (the service prints both)
- seed 4: `cơ quan doanh nghiệp` without a comma in the subject; `Ban chỉ đạo` for `Ban Chỉ đạo`; `lãnh chỉ đạo`;
  `bảo vệ tổ quốc`, `nhân dân` without a capital; the last legal basis runs into the lead-in sentence

The subject of seed 3 is lost; the example's subject is taken from its lead-in sentence.
"""

from __future__ import annotations

import copy
import json
import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

ROOT = Path(__file__).parent.parent
KINDS = ROOT / "templates" / "vn"
OFFICES = ROOT / "templates" / "offices"
SEEDS = Path(__file__).parent / "specimens" / "seeds"

SCHEMAS = sorted(KINDS.glob("*/schema.json"))
EXAMPLES = sorted(KINDS.glob("*/examples/*.json"))
OFFICE_FILES = sorted(OFFICES.glob("*.toml"))


@dataclass(frozen=True, slots=True)
class Transcription:
    """One real document and the example made of it, with the words where the document's parts begin."""

    seed: str
    example: str
    body_begins: str
    addressees_begin: str | None = None
    subject: tuple[str, str] | None = None  # first words, and the words that follow the subject


TRANSCRIPTIONS = [
    Transcription(
        seed="seed0.txt",
        example="cong_van/examples/bcd-hung-yen.json",
        body_begins="Thời gian qua việc triển khai",
        addressees_begin="Kính gửi:",
        subject=("V/v tiếp tục", "Kính gửi:"),
    ),
    Transcription(
        seed="seed1.txt",
        example="cong_van/examples/ubnd-hung-yen.json",
        body_begins="Thực hiện Thông tư số 124/2021/TT-BCA",
        addressees_begin="Kính gửi:",
        subject=("V/v tiếp tục", "CỘNG HÒA"),
    ),
    Transcription(
        seed="seed2.txt",
        example="chi_thi/examples/binh-thuan.json",
        body_begins="Ngày 28 tháng 12 năm 2021, Bộ trưởng",
        subject=("Triển khai thực hiện", "Ngày 28 tháng 12 năm 2021, Bộ trưởng"),
    ),
    Transcription(
        seed="seed3.txt",
        example="cong_van/examples/ubnd-dong-thap.json",
        body_begins="Tiếp nhận Hướng dẫn số",
        addressees_begin="Kính gửi:",
    ),
    Transcription(
        seed="seed4.txt",
        example="ke_hoach/examples/thanh-thuy.json",
        body_begins="Căn cứ Thông tư số",
        subject=("Triển khai thực hiện", "Căn cứ Thông tư số"),
    ),
]

every_transcription = pytest.mark.parametrize("pair", TRANSCRIPTIONS, ids=lambda pair: pair.seed)


# --- the document's side: what the service prints by itself is taken off ---


def seed_text(name: str) -> str:
    """The document, its lines mended but not joined, without numbering."""
    text = unicodedata.normalize("NFC", (SEEDS / name).read_text(encoding="utf-8"))
    return without_numbering(with_whole_notations(without_emphasis(text)))


def without_emphasis(text: str) -> str:
    """Asterisks come from the extraction, not from the author."""
    return text.replace("*", "")


def with_whole_notations(text: str) -> str:
    """`124/2021/TT-⏎BCA` in one piece: the line was broken inside a notation (*ký hiệu*)."""
    return re.sub(r"(?<=\S)-[ ]*\n\s*(?=[A-ZĐ])", "-", text)


def without_numbering(text: str) -> str:
    """Lines without `II.`, `3.`, `3.1.` or a dash in front, sentences without `(1)`: the service numbers."""
    text = re.sub(r"^[ ]*(?:[IVX]+\.|\d+(?:\.\d+)*\.|-)[ ]+", "", text, flags=re.MULTILINE)
    return re.sub(r"(?<=\s)\(\d\)(?=\s)", "", text)


def without_end_mark(words: Sequence[str]) -> list[str]:
    """`chỉ đạo./.` ends as `chỉ đạo.`: the service prints the end mark."""
    return [*words[:-1], words[-1].removesuffix("/.")]


def section(text: str, begins: str, ends: str) -> str:
    """The part from its first words up to the words of the next part."""
    joined = " ".join(text.split())
    start = joined.index(begins)
    return joined[start : joined.index(ends, start + len(begins))]


def seed_body(pair: Transcription) -> list[str]:
    """The words between the header and *Nơi nhận*."""
    return without_end_mark(section(seed_text(pair.seed), pair.body_begins, "Nơi nhận:").split())


def seed_subject(pair: Transcription) -> list[str]:
    assert pair.subject is not None
    return section(seed_text(pair.seed), *pair.subject).removeprefix("V/v ").split()


def seed_addressees(pair: Transcription) -> list[str]:
    assert pair.addressees_begin is not None
    text = section(seed_text(pair.seed), pair.addressees_begin, pair.body_begins)
    return text.removeprefix(pair.addressees_begin).split()


def seed_recipients(pair: Transcription) -> list[str]:
    """The words of *Nơi nhận*; the line `Lưu: VT, …` up to its full stop is the last."""
    text = " ".join(seed_text(pair.seed).split())
    found = re.search(r"Nơi nhận:(.*Lưu:? VT, [^ ]+\.)(?= )", text)
    assert found is not None
    return re.sub(r"Lưu:? VT", "Lưu: VT", found.group(1)).split()


# --- the example's side: what the service will print, without numbering ---


def example_body(content: Mapping[str, Any]) -> list[str]:
    return [word for part in body_parts(content) for word in part.split()]


def body_parts(content: Mapping[str, Any]) -> Iterator[str]:
    for base in content.get("bases", []):
        yield f"{base};"  # all of them: the one lead-in behind bases starts with “Căn cứ”
    if "lead_in" in content:
        yield content["lead_in"]
    yield from block_parts(content["body"])


def block_parts(blocks: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for block in blocks:
        if "title" in block:
            yield block["title"].upper() if block["type"] == "heading" else block["title"]
        if "text" in block:
            yield block["text"]
        yield from block.get("items", [])
        yield from block_parts(block.get("children", []))


def listed(lines: Sequence[str]) -> list[str]:
    """The words of a printed list: `;` after each line, `.` after the last."""
    return (";\n".join(lines) + ".").split()


def example_recipients(content: Mapping[str, Any]) -> list[str]:
    return listed([*content["recipients"], f"Lưu: VT, {content['archive_line']['unit']}"])


def read(path: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return content


def texts(blocks: Sequence[dict[str, Any]]) -> Iterator[tuple[Any, Any]]:
    """Every place in the blocks that holds wording, as container and key."""
    for block in blocks:
        yield from ((block, key) for key in ("title", "text") if key in block)
        items = block.get("items", [])
        yield from ((items, index) for index in range(len(items)))
        yield from texts(block.get("children", []))


# --- true to the documents ---


@every_transcription
def test_the_body_of_an_example_has_every_word_of_its_document_in_order(pair: Transcription) -> None:
    assert example_body(read(KINDS / pair.example)) == seed_body(pair)


@every_transcription
def test_one_word_dropped_anywhere_in_an_example_is_noticed(pair: Transcription) -> None:
    content = read(KINDS / pair.example)
    expected = seed_body(pair)
    for place in range(sum(1 for _ in texts(content["body"]))):
        changed = copy.deepcopy(content)
        holder, key = list(texts(changed["body"]))[place]
        words = holder[key].split()
        holder[key] = " ".join([*words[: len(words) // 2], *words[len(words) // 2 + 1 :]])
        assert example_body(changed) != expected


@every_transcription
def test_two_words_changing_places_in_an_example_are_noticed(pair: Transcription) -> None:
    content = read(KINDS / pair.example)
    holder, key = next(texts(content["body"]))
    first, second, *rest = holder[key].split()
    holder[key] = " ".join([second, first, *rest])
    assert example_body(content) != seed_body(pair)


@pytest.mark.parametrize("pair", [pair for pair in TRANSCRIPTIONS if pair.subject], ids=lambda pair: pair.seed)
def test_the_subject_of_an_example_is_that_of_its_document(pair: Transcription) -> None:
    assert read(KINDS / pair.example)["subject"].split() == seed_subject(pair)


@pytest.mark.parametrize("pair", [pair for pair in TRANSCRIPTIONS if pair.addressees_begin], ids=lambda pair: pair.seed)
def test_the_addressees_of_an_example_are_those_of_its_document(pair: Transcription) -> None:
    assert listed(read(KINDS / pair.example)["addressees"]) == seed_addressees(pair)


@every_transcription
def test_the_recipients_of_an_example_are_those_of_its_document(pair: Transcription) -> None:
    assert example_recipients(read(KINDS / pair.example)) == seed_recipients(pair)


@every_transcription
def test_the_signer_of_an_example_signed_its_document(pair: Transcription) -> None:
    content = read(KINDS / pair.example)
    signer = signers(content["office"])[content["signer"]]
    signature_block = section(seed_text(pair.seed) + "\n∎", "Nơi nhận:", "∎")
    assert signature_block.rstrip().endswith(f"{signer['rank']} {signer['name']}".strip())


# --- numbers, dashes and end marks are left to the service ---


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_no_wording_of_an_example_carries_what_the_service_prints(path: Path) -> None:
    for wording in leaves(read(path)):
        assert wording == " ".join(wording.split())
        assert unicodedata.is_normalized("NFC", wording)
        assert not re.match(r"(?:[IVX]+\.|\d+(?:\.\d+)*\.|[a-zđ]\)|\(\d+\)|-|V/v)\s", wording)
        assert not wording.endswith("./.")


def leaves(value: object) -> Iterator[str]:
    """Every string in a content."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from leaves(inner)
    elif isinstance(value, Sequence):
        for inner in value:
            yield from leaves(inner)


# --- valid ---


def schema_resource(path: Path) -> tuple[str, Resource[Any]]:
    return path.as_uri(), Resource.from_contents(read(path))


def validator(kind: str) -> Draft202012Validator:
    """Checks contents of a kind; schemas are looked up under the address of their file."""
    files = [KINDS / "common.json", *SCHEMAS]
    registry: Registry[Any] = Registry().with_resources(schema_resource(path) for path in files)
    start = {"$ref": (KINDS / kind / "schema.json").as_uri()}
    return Draft202012Validator(start, registry=registry, format_checker=Draft202012Validator.FORMAT_CHECKER)


@pytest.mark.parametrize("path", SCHEMAS, ids=lambda path: path.parent.name)
def test_every_kind_has_an_example(path: Path) -> None:
    assert list((path.parent / "examples").glob("*.json"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_every_example_is_valid_for_its_kind(path: Path) -> None:
    problems = validator(path.parts[-3]).iter_errors(read(path))
    assert [f"{problem.json_path}: {problem.message}" for problem in problems] == []


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: f"{path.parts[-3]}/{path.name}")
def test_every_example_is_issued_and_signed_by_a_sample_office(path: Path) -> None:
    content = read(path)
    known = signers(content["office"])
    named = [content[field] for field in ("signer", "secretary") if field in content]
    named += [code for field in ("signers", "members") for code in content.get(field, ())]
    assert [code for code in named if code not in known] == []


# --- the sample offices ---

OFFICE_KEYS: dict[str, type] = {
    "code": str,
    "name": str,
    "printed": list,
    "superior": list,
    "abbreviation": str,
    "place": str,
    "level": str,
    "competence": str,
    "valid_from": date,
    "signers": list,
    "seal": dict,
    "registers": list,
}
OPTIONAL_OFFICE_KEYS = {"valid_to", "notations", "contact"}
LEVELS = {"trung ương", "tỉnh", "xã", "đơn vị"}
PREFIXES = {"TM.", "KT.", "TL.", "TUQ.", "Q."}
SIGNER_KEYS = {"code", "name", "rank", "authority", "position", "other_position"}


def office(code: str) -> dict[str, Any]:
    return tomllib.loads((OFFICES / f"{code}.toml").read_text(encoding="utf-8"))


def signers(code: str) -> dict[str, dict[str, Any]]:
    return {signer["code"]: signer for signer in office(code)["signers"]}


def kinds_known() -> set[str]:
    return {path.parent.name for path in SCHEMAS}


every_office = pytest.mark.parametrize("code", [path.stem for path in OFFICE_FILES])


@every_office
def test_an_office_has_the_keys_of_an_office_and_no_others(code: str) -> None:
    entry = office(code)
    assert set(entry) - OPTIONAL_OFFICE_KEYS == set(OFFICE_KEYS)
    assert {key: entry[key] for key, type_ in OFFICE_KEYS.items() if type(entry[key]) is not type_} == {}
    assert entry["code"] == code.partition("--")[0]  # a file for each name that an office has had
    assert entry["level"] in LEVELS
    assert 0 < len(entry["name"]) <= 200
    assert set(entry["seal"]) == {"diameter_mm"}


@every_office
def test_the_printed_lines_of_an_office_are_in_capitals(code: str) -> None:
    entry = office(code)
    assert 1 <= len(entry["printed"]) <= 4
    assert [line for line in entry["printed"] + entry["superior"] if line != line.upper()] == []


@every_office
def test_every_signer_of_an_office_has_a_code_of_its_own_and_an_authority_of_the_decree(code: str) -> None:
    entries = office(code)["signers"]
    assert [set(entry) for entry in entries] == [SIGNER_KEYS] * len(entries)
    assert len(signers(code)) == len(entries) > 0
    lines = [line for entry in entries for line in entry["authority"]]
    assert [line for line in lines if set(line) != {"prefix", "of"}] == []
    assert {line["prefix"] for line in lines} <= PREFIXES


@every_office
def test_every_register_of_an_office_names_known_kinds_and_one_takes_all_the_rest(code: str) -> None:
    registers = office(code)["registers"]
    assert [set(entry) for entry in registers] == [{"code", "name", "kinds"}] * len(registers)
    assert sum(1 for entry in registers if entry["kinds"] == ["*"]) == 1
    assert {kind for entry in registers for kind in entry["kinds"]} <= kinds_known() | {"*"}
