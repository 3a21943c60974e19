"""A template package before it is used: whatever would go wrong with it at a clerk's desk is found here.

In this order, because each step needs the one before: the folder can be read, its examples keep its schema, the
template runs in the sandbox and asks for nothing unknown, every required field reaches the page, the styles are
lean, and the pages keep the decree.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from docgen.check.findings import Level
from docgen.compose import Dating, Issuer
from docgen.errors import DocgenError, InvalidContentError
from docgen.kinds import Kind, read_kind
from docgen.reading_room import ReadingRoom
from docgen.workshop import Workshop

#: Bytes of styles.xml. Word's own default of 350 KB costs 60 ms of every conversion; what the decree needs takes 15.
MOST_STYLES = 64_000
#: A day and a number for trial pages.
TRIAL = Dating(day=date(2026, 2, 3), number=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong with a package."""

    where: str  #: file in the package, or example
    message: str  #: sentence in Vietnamese


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofRoom:
    """What proving a package needs."""

    workshop: Workshop
    reading_room: ReadingRoom
    issuer_for: Callable[[Mapping[str, Any]], Issuer]  #: an office to print trial pages for


def faults(folder: Path, room: ProofRoom) -> list[Fault]:
    """Everything found wrong with the package in ``folder``; empty when it may be used.

    Raises:
        ConversionError: LibreOffice is absent or busy; the package is not to blame.
    """
    try:
        kind = read_kind(folder.resolve())
        found = [*_example_faults(kind)]
    except DocgenError as error:
        return [Fault(where="kind.toml", message=str(error))]
    return found or [*_style_faults(kind), *_page_faults(kind, room)]


def _example_faults(kind: Kind) -> Iterator[Fault]:
    if not kind.examples:
        yield Fault(where="examples", message="Gói mẫu không có ví dụ nào; cần ít nhất một tệp examples/*.json.")
    for name, content in kind.examples.items():
        try:
            kind.checked(content)
        except InvalidContentError as error:
            yield Fault(where=f"examples/{name}.json", message=str(error))


def _style_faults(kind: Kind) -> Iterator[Fault]:
    try:
        with zipfile.ZipFile(io.BytesIO(kind.template)) as package:
            size = package.getinfo("word/styles.xml").file_size
    except (zipfile.BadZipFile, KeyError):
        return  # the press tells what is wrong with such a template
    if size > MOST_STYLES:
        yield Fault(
            where="template.docx",
            message=f"Phần kiểu chữ (styles.xml) nặng {size:,} byte, quá {MOST_STYLES:,}; hãy bỏ các kiểu không dùng.",
        )


def _page_faults(kind: Kind, room: ProofRoom) -> Iterator[Fault]:
    unused: set[str] | None = None
    for name, example in kind.examples.items():
        content = kind.checked(example)
        try:
            issuer = room.issuer_for(content)
            docx = room.workshop.docx(kind, content, issuer, TRIAL)
            pdf = room.workshop.pdf(kind, content, issuer, TRIAL).data
        except DocgenError as error:
            yield Fault(where="template.docx", message=f"Ví dụ “{name}”: {error}")
            continue
        silent = set(_silent_fields(kind, content, room, issuer))
        unused = silent if unused is None else unused & silent
        yield from _layout_faults(f"examples/{name}.json (Word)", docx, room)
        yield from _layout_faults(f"examples/{name}.json (PDF)", pdf, room)
    for path in sorted(unused or ()):
        yield Fault(where="template.docx", message=f"Trường bắt buộc “{path}” không được in ra ở đâu cả.")


def _layout_faults(where: str, data: bytes, room: ProofRoom) -> Iterator[Fault]:
    for finding in room.reading_room.check(data).findings:
        if finding["level"] == Level.RULE:
            yield Fault(where=where, message=f"[{finding['id']}] {finding['message']} ({finding['clause']})")


def _silent_fields(kind: Kind, content: Mapping[str, Any], room: ProofRoom, issuer: Issuer) -> Iterator[str]:
    """Paths of required fields that may hold anything without changing a page."""

    def printed(one: Mapping[str, Any]) -> Mapping[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(room.workshop.docx(kind, one, issuer, TRIAL))) as package:
            return {part: package.read(part) for part in package.namelist() if part.startswith("word/")}

    before = printed(content)
    for path, other in _variants(kind.schema, kind.schema, content, ""):
        try:
            changed = kind.checked(other)
            after = printed(changed)
        except InvalidContentError:
            continue  # this variant is refused, so it tells nothing
        if changed != content and after == before:
            yield path


def _variants(
    root: Mapping[str, Any], schema: Mapping[str, Any], value: Any, path: str
) -> Iterator[tuple[str, dict[str, Any]]]:
    """For every required field, its path and ``value`` with only that field changed."""
    schema = _resolved(root, schema)
    for name in schema.get("required", ()):
        inner, within = f"{path}.{name}".lstrip("."), _resolved(root, schema.get("properties", {}).get(name, {}))
        if name not in value or value[name] in (None, [], {}):
            continue
        for where, other in _others(root, within, value[name], inner):
            yield where, {**value, name: other}


def _others(root: Mapping[str, Any], schema: Mapping[str, Any], value: Any, path: str) -> Iterator[tuple[str, Any]]:
    """Values like this one but for one field in it; only the first item of a list is changed."""
    if isinstance(value, Mapping):
        yield from _variants(root, schema, value, path)
    elif isinstance(value, list):
        for where, other in _others(root, _resolved(root, schema.get("items", {})), value[0], f"{path}[]"):
            yield where, [other, *value[1:]]
    elif isinstance(value, bool):
        yield path, not value
    elif isinstance(value, int):
        yield path, value + 1 if value < schema.get("maximum", value + 1) else value - 1
    elif "enum" in schema:
        yield path, next((one for one in schema["enum"] if one != value), value)
    elif schema.get("format") == "date":
        yield path, (date.fromisoformat(value) + timedelta(days=1)).isoformat()
    elif isinstance(value, str):
        yield path, _other_text(schema, value)


def _other_text(schema: Mapping[str, Any], value: str) -> str:
    """Another text that the schema takes, where changing one letter makes one, else ``value``."""
    longer = f"Thử {value}"[: schema.get("maxLength")]
    places = reversed(range(len(value)))
    changed = (f"{value[:at]}{letter}{value[at + 1 :]}" for at in places for letter in "12abAB")
    pattern = re.compile(schema.get("pattern", ""))
    return next((text for text in (longer, *changed) if text != value and pattern.search(text)), value)


def _resolved(root: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    """A schema with its reference followed."""
    if "$ref" in schema:
        definition: Mapping[str, Any] = root["$defs"][str(schema["$ref"]).removeprefix("#/$defs/")]
        return {**definition, **{key: item for key, item in schema.items() if key != "$ref"}}
    return schema
