"""Content against its JSON Schema: what is wrong, where, in words for the clerk who typed it.

Also the rules for text that no schema can say: Unicode in composed form (NFC), no control characters, nothing
that the font of the decree cannot print.

Source: NĐ 30/2020, PL I, P.I, I.4 (Unicode, TCVN 6909:2001).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from docgen.errors import Problem

#: Most problems that are worth reporting at once.
MOST_PROBLEMS = 50
#: Characters and pieces of text that one content may hold: together they stay under the 999 pages that the
#: record of a document can state (NĐ 30/2020, PL VI, P.II, PageAmount), so no number is spent on what
#: cannot be kept. Tables are bounded by ``docgen.rules.outline`` as well.
MOST_CHARACTERS = 1_000_000
MOST_TEXTS = 20_000

#: Names that a field for a level of secrecy (*độ mật*) might have, and what is said of it.
SECRECY_FIELDS = frozenset({"secrecy", "secrecy_level", "do_mat", "độ_mật", "độ mật", "mat", "mật"})
NO_SECRETS = (
    "hệ thống này nối mạng nên không lập, không lưu văn bản có độ mật; văn bản chứa bí mật nhà nước phải soạn thảo và "
    "quản lý theo pháp luật về bảo vệ bí mật nhà nước"
)

#: Said of a content whose blocks lie inside each other beyond what can be read.
TOO_DEEP = Problem("", "các khối lồng vào nhau quá sâu")

_TYPES = {
    "string": "một chuỗi chữ",
    "integer": "một số nguyên",
    "number": "một số",
    "boolean": "true hoặc false",
    "array": "một danh sách",
    "object": "một nhóm trường",
}

_formats = FormatChecker(formats=())


@_formats.checks("date", raises=ValueError)
def _is_date(value: object) -> bool:
    """A real day of the calendar, as 2026-02-28."""
    if isinstance(value, str):
        date.fromisoformat(value)
    return True


def composed(value: Any) -> Any:
    """The same JSON value, every text in NFC and without blanks around it, line ends as spaces."""
    if isinstance(value, str):
        return " ".join(unicodedata.normalize("NFC", value).split())
    if isinstance(value, Mapping):
        return {unicodedata.normalize("NFC", str(key)): composed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [composed(item) for item in value]
    if isinstance(value, float) and value.is_integer():
        return int(value)  # JSON knows one kind of number: 2026.0 is the year 2026
    return value


def text_problems(value: Any, printable: Callable[[str], bool]) -> list[Problem]:
    """What no schema can say: control characters, letters that the font lacks, too much text.

    Args:
        value: the content as it was given, not yet composed.
        printable: whether the document's font has a glyph for a character.
    """
    texts = list(_texts(value, ""))
    if sum(len(text) for _, text in texts) > MOST_CHARACTERS:
        return [Problem("", f"nội dung dài quá {MOST_CHARACTERS:,} ký tự".replace(",", "."))]
    if len(texts) > MOST_TEXTS:
        return [Problem("", f"nội dung có quá {MOST_TEXTS:,} đoạn và ô bảng".replace(",", "."))]
    found = (problem for path, text in texts for problem in _unprintable(path, text, printable))
    return list(islice(found, MOST_PROBLEMS))


def secrecy_problems(value: Any) -> list[Problem]:
    """A content that claims a level of secrecy is refused: state secrets do not belong on a networked service.

    Source: NĐ 26/2020/NĐ-CP, Điều 4 (computers for secret documents are not connected); NĐ 30/2020, PL I, P.I, III.2.a.
    """
    if not isinstance(value, Mapping):
        return []
    record = value.get("record")
    places = [("", value), *([("record.", record)] if isinstance(record, Mapping) else [])]
    return [Problem(f"{path}{name}", NO_SECRETS) for path, group in places for name in group if name in SECRECY_FIELDS]


def problems(schema: Mapping[str, Any], value: Any) -> list[Problem]:
    """Where ``value`` breaks a self-contained JSON Schema 2020-12, at most :data:`MOST_PROBLEMS` places."""
    validator = Draft202012Validator(schema, format_checker=_formats)
    errors = islice(validator.iter_errors(value), MOST_PROBLEMS)
    return [problem for error in errors for problem in _translated(error)][:MOST_PROBLEMS]


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield path, str(key)
            yield from _texts(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list | tuple):
        for index, item in enumerate(value):
            yield from _texts(item, f"{path}[{index}]")


def _unprintable(path: str, text: str, printable: Callable[[str], bool]) -> Iterator[Problem]:
    for character in sorted(set(unicodedata.normalize("NFC", text)) - set("\n\r\t")):
        if unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn"):
            yield Problem(path, f"có ký tự điều khiển U+{ord(character):04X} không in được; hãy xóa ký tự đó")
        elif not printable(character):
            yield Problem(
                path,
                f"có ký tự “{character}” (U+{ord(character):04X}) mà phông Times New Roman không có; hãy thay bằng chữ",
            )


def _path(error: ValidationError) -> str:
    text = ""
    for step in error.absolute_path:
        text += f"[{step}]" if isinstance(step, int) else (f".{step}" if text else str(step))
    return text


def _titled(error: ValidationError) -> str:
    title = error.schema.get("title") if isinstance(error.schema, Mapping) else None
    return f"“{title}” " if title else ""


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _translated(error: ValidationError) -> Iterator[Problem]:
    """One JSON Schema error as one or more sentences at the right place."""
    path, rule = _path(error), error.validator
    value: Any = error.instance
    limit: Any = error.validator_value
    match rule:
        case "required":
            missing = [name for name in limit if name not in value]
            name = next((name for name in missing if f"'{name}' is a required" in error.message), missing[0])
            yield Problem(_joined(path, name), "thiếu trường bắt buộc")
        case "additionalProperties" | "unevaluatedProperties":
            known = error.schema.get("properties", ()) if isinstance(error.schema, Mapping) else ()
            for name in value:
                if name not in known:
                    yield Problem(_joined(path, name), "trường lạ, mẫu không có trường này ở đây")
        case "type":
            wanted = _TYPES.get(str(limit), str(limit))
            yield Problem(path, f"{_titled(error)}phải là {wanted}")
        case "enum" | "const":
            choices = limit if isinstance(limit, list) else [limit]
            yield Problem(path, f"{_titled(error)}phải là một trong: {', '.join(map(str, choices))}")
        case "maxLength":
            yield Problem(path, f"{_titled(error)}dài quá {limit} ký tự (đang có {len(value)})")
        case "minLength":
            yield Problem(path, f"{_titled(error)}không được để trống")
        case "maxItems":
            yield Problem(path, f"{_titled(error)}có quá {limit} dòng (đang có {len(value)})")
        case "minItems":
            yield Problem(path, f"{_titled(error)}phải có ít nhất {limit} dòng")
        case "minimum" | "exclusiveMinimum":
            yield Problem(path, f"{_titled(error)}phải {'lớn hơn' if 'excl' in str(rule) else 'từ'} {limit}")
        case "maximum":
            yield Problem(path, f"{_titled(error)}không được quá {limit}")
        case "pattern" | "format":
            help_text = error.schema.get("description", "") if isinstance(error.schema, Mapping) else ""
            yield Problem(path, f"{_titled(error)}viết chưa đúng dạng. {help_text}".strip().rstrip("."))
        case "anyOf":
            yield Problem(path, "phải có “title” (tiêu đề) hoặc “text” (lời văn)")
        case _:
            yield Problem(path, f"{_titled(error)}không hợp lệ ({rule})")
