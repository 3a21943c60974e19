"""Offices (*cơ quan*): imported from TOML files, looked up by code and day, and what they lend to a document."""

from __future__ import annotations

import base64
import json
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from api.desk import Desk
from api.errors import InvalidOfficeError, OfficeUnnamedError, RegisterMissingError
from archive.record import Office
from docgen import content as contents
from docgen.compose import Issuer
from docgen.errors import Problem
from docgen.fonts import printable
from docgen.kinds import Kind
from docgen.rules.places import place_name
from docgen.sign.errors import SigningError
from docgen.sign.images import picture_size
from docgen.signers import person


@cache
def _schema() -> Mapping[str, Any]:
    schema: Mapping[str, Any] = json.loads(Path(__file__).with_name("office.schema.json").read_text())
    return schema


def import_office(desk: Desk, path: Path) -> str:
    """Put the office of a TOML file into the catalogue; its code. The pictures it names are taken in.

    Raises:
        InvalidOfficeError: no TOML, or a field is missing or wrong.
        OfficePeriodsOverlapError: another period of the office shares a day with it.
    """
    data = read_office(path)
    put_office(desk, data)
    return str(data["code"])


def put_office(desk: Desk, data: Mapping[str, Any]) -> None:
    """Keep the data of an office that was read and checked."""
    ends = data.get("valid_to")
    desk.catalogue.put_office(
        data["code"],
        valid_from=date.fromisoformat(data["valid_from"]),
        valid_to=date.fromisoformat(ends) if ends else None,
        data=data,
    )


def read_office(path: Path) -> dict[str, Any]:
    """The data of an office file: days as ISO text, pictures as Base64, key files by absolute path."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InvalidOfficeError(path.name, [Problem("", f"không đọc được tệp TOML ({error})")]) from error
    data = contents.composed(json.loads(json.dumps(raw, default=str)))
    problems = contents.text_problems(raw, printable) or contents.problems(_schema(), data) or _beyond_schema(data)
    if problems:
        raise InvalidOfficeError(path.name, problems)
    for owner in [*data["signers"], *([data["seal"]] if "seal" in data else [])]:
        _take_in(owner, path)
    checked: dict[str, Any] = data
    return checked


def _beyond_schema(data: Mapping[str, Any]) -> list[Problem]:
    """What JSON Schema cannot say: codes that occur twice, days in the wrong order."""
    found = []
    for group in ("signers", "registers"):
        codes = [item["code"] for item in data[group]]
        found += [
            Problem(f"{group}[{index}].code", f"mã “{code}” bị trùng")
            for index, code in enumerate(codes)
            if code in codes[:index]
        ]
    if data.get("valid_to", "9999-12-31") < data["valid_from"]:
        found.append(Problem("valid_to", "ngày hết hiệu lực đứng trước ngày có hiệu lực"))
    return found


def _take_in(owner: dict[str, Any], path: Path) -> None:
    """The picture's bytes in place of its file name, and the key's path made absolute."""
    if "image" in owner:
        picture = path.parent / owner["image"]
        try:
            picture_size(data := picture.read_bytes())
        except (OSError, SigningError) as error:
            message = f"{picture.name} không phải ảnh PNG đọc được"
            raise InvalidOfficeError(path.name, [Problem("image", message)]) from error
        owner["image"] = base64.b64encode(data).decode()
    if "key" in owner:
        scheme, _, rest = str(owner["key"]).partition(":")
        key = (path.parent / rest).resolve()
        if scheme != "pkcs12" or not key.is_file():
            message = f"không có khóa “{owner['key']}”; dạng đúng là pkcs12:đường/dẫn/khóa.p12"
            raise InvalidOfficeError(path.name, [Problem("key", message)])
        owner["key"] = f"pkcs12:{key}"


def offices(desk: Desk) -> tuple[Office, ...]:
    """Every period of every office."""
    return desk.catalogue.offices()


def office_code(desk: Desk, named: str | None, content: Any) -> str:
    """Which office issues: the one that the call names, else the content's own, else the setting's.

    Raises:
        OfficeUnnamedError: none of them says.
    """
    own = content.get("office") if isinstance(content, Mapping) else None
    code = named or (own if isinstance(own, str) else None) or desk.office
    if not code:
        raise OfficeUnnamedError
    return code


def issuer_of(data: Mapping[str, Any]) -> Issuer:
    """An office as a document shows it."""
    return Issuer(
        code=data["code"],
        name=data["name"],
        printed=data["printed"],
        superior=data.get("superior", ()),
        abbreviation=data["abbreviation"],
        place=place_name(data["place_unit"], data["place"]) if "place_unit" in data else data["place"],
        competence=data.get("competence", ""),
        signatories={signer["code"]: person(signer) for signer in data["signers"]},
        notations=data.get("notations", {}),
        contact=data.get("contact", ()),
    )


def register_of(data: Mapping[str, Any], kind: Kind) -> str:
    """The register that numbers documents of a kind: its own, the kind's own series, else the common one.

    Raises:
        RegisterMissingError: the office has none of them.
    """
    for wanted in (kind.id, "*"):
        if wanted == "*" and kind.register:
            return kind.register
        for register in data["registers"]:
            if wanted in register["kinds"]:
                return str(register["code"])
    raise RegisterMissingError(data["code"], kind.id)
