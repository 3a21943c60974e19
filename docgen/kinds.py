"""Kinds of documents (*loại văn bản*): template packages, one folder each; adding one touches no Python.

<kind>/kind.toml       name, abbreviation, how the notation is made, who signs
<kind>/template.docx   the Word template
<kind>/schema.json     what a content of this kind must hold (JSON Schema 2020-12, Vietnamese titles)
<kind>/examples/*.json contents: documentation, test input and placeholders of forms at once
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

from docgen import content as contents
from docgen.errors import BrokenKindError, InvalidContentError, Problem, UnknownExampleError, UnknownKindError
from docgen.fonts import printable
from docgen.rules.outline import table_problems

_ID = re.compile(r"[a-z][a-z0-9_]{0,59}")
_SHARED = "../common.json#/$defs/"


class Appearance(StrEnum):
    """How a digital signature shows on the page."""

    #: the picture of a signature, in its block
    PICTURE = "picture"
    #: one line of text in the top margin of page 1, no block, no picture (NĐ 30/2020, PL I, P.I, II.8.b; P.II, I.3)
    TEXT = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place on the page where somebody signs, or several people by one right."""

    field: str = ""  #: content field that names the signer (or a list of them); a path where ``outside``
    several: str = ""  #: content field that may name several signers instead
    optional: bool = False  #: nobody signs here where the content names nobody; else the office's first signer does
    outside: bool = False  #: the field holds a person of another office: room to sign, no key and no picture
    heading: str = ""  #: words above the signer, as ``THƯ KÝ`` in minutes; else the signer's own right and post
    post: bool = False  #: right and post are printed under the heading, too
    sealed: bool = False  #: the office's seal stands over this signature, the last of several
    appearance: Appearance = Appearance.PICTURE
    text: str = ""  #: words of a text appearance; in braces content fields, ``{office}`` and ``{time}``

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Slot:
        """A slot from its table in ``kind.toml``."""
        return cls(**{**data, "appearance": Appearance(data.get("appearance", "picture"))})


@dataclass(frozen=True, kw_only=True)
class Kind:
    """One kind of document, read from its folder."""

    id: str
    name: str  #: ``Quyết định``
    abbreviation: str  #: ``QĐ``; empty for a letter (*công văn*), to which the decree gives none
    heading: str  #: type name as printed over the subject; empty where none is printed
    notation: tuple[str, ...]  #: groups of the notation: ``kind``, ``office`` or the name of a content field
    dated: bool  #: whether place and date are printed (minutes print none)
    numbered: bool  #: whether a number is printed (a separate annex and a *thư công* print none)
    register: str  #: series of numbers of its own where the office names none for the kind, as copies have
    archive_line: str  #: what follows ``Lưu:`` where the content does not say it
    subject: str  #: subject for the record where the content has none; fields in braces
    units: tuple[str, ...]  #: where the content names the units that the document is about
    slots: tuple[Slot, ...]
    source: str  #: the model form or rule that the layout follows
    folder: Path

    @cached_property
    def template(self) -> bytes:
        """The Word template."""
        return _bytes(self.id, self.folder / "template.docx")

    @cached_property
    def template_digest(self) -> str:
        """SHA-256 of the template, in hexadecimal."""
        return sha256(self.template).hexdigest()

    @cached_property
    def schema(self) -> Mapping[str, Any]:
        """The JSON Schema of a content, self-contained: what it shares with other kinds is inside."""
        return _bundled(self.id, self.folder)

    @cached_property
    def examples(self) -> Mapping[str, Mapping[str, Any]]:
        """Example contents by name, in the order of their names."""
        paths = sorted((self.folder / "examples").glob("*.json"))
        return {path.stem: _json(self.id, path) for path in paths}

    def example(self, name: str | None = None) -> Mapping[str, Any]:
        """One example, the first without a name.

        Raises:
            UnknownExampleError: the kind has none of this name.
        """
        found = self.examples.get(name) if name else next(iter(self.examples.values()), None)
        if found is None:
            raise UnknownExampleError(self.id, name or "", list(self.examples))
        return found

    def checked(self, content: Any) -> Mapping[str, Any]:
        """The content in NFC, blanks trimmed, when nothing is wrong with it.

        Raises:
            InvalidContentError: it breaks the schema or holds what cannot be printed.
        """
        try:
            composed = contents.composed(content)
            problems = (
                contents.text_problems(content, printable)
                or contents.secrecy_problems(composed)
                or contents.problems(self.schema, composed)
                or [Problem(path, message) for path, message in _table_problems(composed)]
            )
        except RecursionError:
            raise InvalidContentError(self.id, [contents.TOO_DEEP]) from None
        if problems:
            raise InvalidContentError(self.id, problems)
        checked: Mapping[str, Any] = composed
        return checked

    def units_of(self, content: Mapping[str, Any]) -> tuple[str, ...]:
        """Names of the units that a content is about, each once, in order."""
        names = [name for path in self.units for name in _at(content, path.split("."))]
        return tuple(dict.fromkeys(names))

    def subject_of(self, content: Mapping[str, Any]) -> str:
        """The subject (*trích yếu*) for the record."""
        if "subject" in content:
            return str(content["subject"])
        return self.filled(self.subject, content)

    def filled(self, text: str, content: Mapping[str, Any]) -> str:
        """``text`` of ``kind.toml`` with what the content has for the fields in braces, such as ``{unit.name}``."""
        return re.sub(r"\{([\w.]+)\}", lambda field: next(_at(content, field[1].split(".")), ""), text)


class Kinds:
    """All template packages of a folder, read when first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def ids(self) -> list[str]:
        """Names of the kinds, sorted."""
        return sorted(path.parent.name for path in self._folder.glob("*/kind.toml"))

    @cached_property
    def _read(self) -> dict[str, Kind]:
        return {}

    def kind(self, kind_id: str) -> Kind:
        """The kind of this name.

        Raises:
            UnknownKindError: there is none.
            BrokenKindError: its folder cannot be read.
        """
        if kind_id not in self._read:
            if not _ID.fullmatch(kind_id) or not (self._folder / kind_id / "kind.toml").is_file():
                raise UnknownKindError(kind_id, self.ids())
            self._read[kind_id] = read_kind(self._folder / kind_id)
        return self._read[kind_id]

    def all(self) -> list[Kind]:
        """Every kind, sorted by name."""
        return [self.kind(kind_id) for kind_id in self.ids()]


def read_kind(folder: Path) -> Kind:
    """A kind from its folder.

    Raises:
        BrokenKindError: ``kind.toml`` is missing, is no TOML or lacks a key.
    """
    kind_id = folder.name
    try:
        data = tomllib.loads(_bytes(kind_id, folder / "kind.toml").decode())
        slots = tuple(Slot.of(slot) for slot in data["signatures"])
        return Kind(
            id=kind_id,
            name=data["name"],
            abbreviation=data.get("abbreviation", ""),
            heading=data.get("heading", ""),
            notation=tuple(data["notation"]),
            dated=data.get("dated", True),
            numbered=data.get("numbered", True),
            register=data.get("register", ""),
            archive_line=data.get("archive_line", ""),
            subject=data.get("subject", ""),
            units=tuple(data.get("units", ["units[]"])),
            slots=slots,
            source=data.get("source", ""),
            folder=folder,
        )
    except KeyError as error:
        raise BrokenKindError(kind_id, f"kind.toml thiếu khóa {error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, TypeError, ValueError) as error:
        raise BrokenKindError(kind_id, f"kind.toml không đọc được ({error})") from error


def _table_problems(content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Faults of the tables in a content's body and annexes, where the kind has them."""
    if isinstance(body := content.get("body"), list):
        yield from table_problems(body, "body")
    for index, annex in enumerate(content.get("annexes") or ()):
        yield from table_problems(annex["body"], f"annexes[{index}].body")


def _bytes(kind_id: str, path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise BrokenKindError(kind_id, f"không đọc được {path.name} ({error.strerror})") from error


def _json(kind_id: str, path: Path) -> Any:
    try:
        return json.loads(_bytes(kind_id, path))
    except ValueError as error:
        raise BrokenKindError(kind_id, f"{path.name} không phải JSON ({error})") from error


def _bundled(kind_id: str, folder: Path) -> Mapping[str, Any]:
    """The schema of a folder with the shared definitions that it refers to, directly or not, put inside."""
    schema = _json(kind_id, folder / "schema.json")
    if not isinstance(schema, dict):
        raise BrokenKindError(kind_id, "schema.json không mô tả một nhóm trường")
    shared_path = folder.parent / "common.json"
    shared = _json(kind_id, shared_path)["$defs"] if shared_path.is_file() else {}
    try:
        Draft202012Validator.check_schema(schema)
    except SchemaError as error:
        raise BrokenKindError(kind_id, f"schema.json không phải JSON Schema ({error.message})") from error
    own = json.loads(json.dumps(schema).replace(_SHARED, "#/$defs/"))
    needed: dict[str, Any] = {}
    waiting = list(_references(own))
    while waiting:
        name = waiting.pop()
        if name in needed or name in own.get("$defs", {}):
            continue
        if name not in shared:
            raise BrokenKindError(kind_id, f"schema.json dùng định nghĩa không có: {name}")
        needed[name] = shared[name]
        waiting += _references(shared[name])
    if "properties" not in own:
        raise BrokenKindError(kind_id, "schema.json không có các trường (properties)")
    definitions = {**own.get("$defs", {}), **needed}
    return {**own, **({"$defs": dict(sorted(definitions.items()))} if definitions else {})}


def _references(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        target = value.get("$ref")
        if isinstance(target, str) and target.startswith("#/$defs/"):
            yield target.removeprefix("#/$defs/")
        for item in value.values():
            yield from _references(item)
    elif isinstance(value, list):
        for item in value:
            yield from _references(item)


def _at(value: Any, path: Sequence[str]) -> Iterator[str]:
    """Texts found along a path such as ``recognised[].name``; nothing where the content has no such field."""
    if not path:
        if value is not None:
            yield str(value)
        return
    name, many = path[0].removesuffix("[]"), path[0].endswith("[]")
    if isinstance(value, Mapping) and name in value:
        for item in value[name] if many else [value[name]]:
            yield from _at(item, path[1:])
