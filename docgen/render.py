"""A Word template and values in, a Word document out.

docxtpl reads the template language out of Word's XML; Jinja2 compiles it once, in a sandbox, and only the nodes
listed here may occur: fields, loops, branches, comparisons and a few filters. Calls, arithmetic, assignments,
macros and imports are refused by name before anything runs. Document properties and every other part of the
package are never evaluated. What time and memory a template may take is bounded by ``docgen.press``.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from xml.sax.saxutils import escape

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, TemplateError, TemplateSyntaxError, UndefinedError, meta, nodes
from jinja2.exceptions import SecurityError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from docgen.errors import ForbiddenTemplateCodeError, RenderingError, UnknownPlaceholderError
from docgen.finish import finished
from docgen.rules.dating import clock_time, long_date, meeting_time
from docgen.sections import Edges

#: Bytes of a template, unpacked, and files in it, at most.
MOST_BYTES = 50_000_000
MOST_FILES = 2_000

#: Parts of the package that are filled; nothing else is evaluated.
_FILLED = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")

_RELATIONSHIPS = "word/_rels/document.xml.rels"

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_ALLOWED_NODES: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Const,
    nodes.If,
    nodes.For,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Filter,
    nodes.Test,
)
_ALLOWED_TESTS = frozenset({"defined", "none", "even", "odd"})


def _slash_date(day: str) -> str:
    return date.fromisoformat(day).strftime("%d/%m/%Y")


#: What a template may do with a value.
FILTERS: Mapping[str, Callable[..., Any]] = {
    "upper": lambda text: str(text).upper(),
    "lower": lambda text: str(text).lower(),
    "first_upper": lambda text: str(text)[:1].upper() + str(text)[1:],
    "length": len,
    "join": lambda items, between=", ": between.join(items),
    "long_date": lambda day: long_date(date.fromisoformat(day)),
    "slash_date": _slash_date,
    "clock_time": lambda moment: clock_time(datetime.fromisoformat(moment)),
    "meeting_time": lambda moment: meeting_time(datetime.fromisoformat(moment)),
    "two_digits": lambda number: f"{number:02d}",
}


def _printed(value: Any) -> Any:
    """What a field prints: text and numbers as they are, nothing for an absent field; a group is an error."""
    if value is None:
        return ""
    if isinstance(value, Mapping | list):
        raise TypeError("một nhóm trường hoặc danh sách không in được như chữ")
    return value


class _Environment(ImmutableSandboxedEnvironment):
    """The sandbox: no globals, our filters only, absent fields print nothing, unknown ones are errors."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined, finalize=_printed)
        self.globals.clear()
        self.filters = dict(FILTERS)
        self.tests = {name: test for name, test in self.tests.items() if name in _ALLOWED_TESTS}

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a mapping, never a method of it."""
        if isinstance(obj, Mapping):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


_ENVIRONMENT = _Environment()


@dataclass(frozen=True, slots=True, kw_only=True)
class Compiled:
    """A template ready to be filled any number of times."""

    name: str
    parts: Mapping[str, Template]  #: compiled parts by name in the package
    rest: Mapping[str, bytes]  #: all other parts as they are


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What the document says of itself to Word and to PDF readers."""

    title: str
    author: str


def compiled(name: str, template: bytes, known: frozenset[str]) -> Compiled:
    """A template checked and compiled.

    Args:
        name: for messages; the kind's id.
        template: bytes of a .docx.
        known: names that the values will have.

    Raises:
        RenderingError: no .docx, or larger than it may be.
        ForbiddenTemplateCodeError: it holds code that a template may not run, or links to outside files.
        UnknownPlaceholderError: it uses a name that is not in ``known``.
    """
    files = _unpacked(name, template)
    _refuse_links(name, files)
    package = DocxTemplate(io.BytesIO(template))
    parts, rest = {}, {}
    for path, data in files.items():
        if _FILLED.fullmatch(path):
            _refuse_open_brackets(name, data)
            parts[path] = _compiled_part(name, package.patch_xml(data.decode()), known)
        elif path != "docProps/core.xml":
            rest[path] = data
    return Compiled(name=name, parts=parts, rest=rest)


def rendered(template: Compiled, values: Mapping[str, Any], properties: Properties) -> bytes:
    """The filled document as .docx bytes; the same values give the same bytes.

    Raises:
        UnknownPlaceholderError: a field of a field does not exist.
        ForbiddenTemplateCodeError: the sandbox stopped the template.
    """
    marked = _with_markup(values)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for path, data in template.rest.items():
            package.writestr(_entry(path), data)
        package.writestr(_entry("docProps/core.xml"), _core(properties))
        filled = {path: _filled(template.name, part, marked) for path, part in template.parts.items()}
        edges = Edges.read(template.rest.get(_RELATIONSHIPS, b""), filled)
        for path, xml in filled.items():
            package.writestr(_entry(path), finished(xml, edges) if path == "word/document.xml" else xml.encode())
    return buffer.getvalue()


def _entry(path: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _unpacked(name: str, template: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            entries = package.infolist()
            if len(entries) > MOST_FILES or sum(entry.file_size for entry in entries) > MOST_BYTES:
                raise RenderingError(f"Mẫu “{name}” quá lớn: tối đa {MOST_FILES} tệp và {MOST_BYTES} byte.")
            files = {entry.filename: package.read(entry) for entry in entries}
    except (zipfile.BadZipFile, EOFError, NotImplementedError, ValueError) as error:
        raise RenderingError(f"Mẫu “{name}” không phải tệp Word .docx đọc được ({error}).") from error
    if "word/document.xml" not in files:
        raise RenderingError(f"Mẫu “{name}” không phải tệp Word .docx: thiếu word/document.xml.")
    return files


def _refuse_links(name: str, files: Mapping[str, bytes]) -> None:
    """No part may point to a file or host outside; a link that a reader may click is no part."""
    for path, data in files.items():
        if path.endswith(".rels"):
            for link in re.findall(rb"<Relationship\b[^>]*>", data):
                if b'TargetMode="External"' in link and b"/hyperlink" not in link:
                    raise ForbiddenTemplateCodeError(name, f"liên kết ra ngoài trong {path}")


def _refuse_open_brackets(name: str, part: bytes) -> None:
    """Every field and command is closed in the paragraph that opens it; docxtpl would swallow text up to the next."""
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as error:
        raise RenderingError(f"Mẫu “{name}” không phải tệp Word .docx đọc được ({error}).") from error
    for paragraph in root.iter(f"{_W}p"):
        text = "".join(run.text or "" for run in paragraph.iter(f"{_W}t"))
        if any(text.count(opened) != text.count(closed) for opened, closed in (("{{", "}}"), ("{%", "%}"))):
            raise ForbiddenTemplateCodeError(name, f"ngoặc chưa đóng trong “{text[:80]}”")


def _compiled_part(name: str, source: str, known: frozenset[str]) -> Template:
    try:
        tree = _ENVIRONMENT.parse(source)
        for node in tree.find_all(nodes.Node):
            _refuse(name, node)
        unknown = meta.find_undeclared_variables(tree) - known
        if unknown:
            raise UnknownPlaceholderError(name, min(unknown))
        return _ENVIRONMENT.from_string(source)
    except TemplateSyntaxError as error:
        line = source.splitlines()[error.lineno - 1 : error.lineno] or [""]
        shown = re.sub(r"<[^>]+>", " ", line[0])
        raise ForbiddenTemplateCodeError(name, f"{error.message} gần “{' '.join(shown.split())[:80]}”") from error


def _refuse(name: str, node: nodes.Node) -> None:
    if isinstance(node, nodes.Filter) and node.name not in FILTERS:
        raise ForbiddenTemplateCodeError(name, f"bộ lọc “{node.name}”")
    if isinstance(node, nodes.Test) and node.name not in _ALLOWED_TESTS:
        raise ForbiddenTemplateCodeError(name, f"phép thử “{node.name}”")
    if isinstance(node, nodes.Getattr) and node.attr.startswith("_"):
        raise ForbiddenTemplateCodeError(name, f"thuộc tính “{node.attr}”")
    if not isinstance(node, _ALLOWED_NODES):
        raise ForbiddenTemplateCodeError(name, f"lệnh “{type(node).__name__}”")


def _with_markup(values: Mapping[str, Any]) -> dict[str, Any]:
    """The values with the XML that ``docgen.compose`` made marked as such, so that it is not escaped."""
    annexes = [_marked(annex, "body") for annex in values["annexes"]]
    attached, original = values["attached"], values["original"]
    return {
        **_marked(values, "body", "preamble", "articles"),
        "annexes": annexes,
        "attached": attached and _marked(attached, "body"),
        "original": original and _marked(original, "body", "bases"),
    }


def _marked(group: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {**group, **{name: Markup(group[name]) for name in names}}


def _filled(name: str, part: Template, values: Mapping[str, Any]) -> str:
    try:
        return part.render(values)
    except UndefinedError as error:
        field = re.search(r"'(\w+)'$", error.message or "")
        raise UnknownPlaceholderError(name, field[1] if field else error.message or "?") from error
    except SecurityError as error:
        raise ForbiddenTemplateCodeError(name, str(error)) from error
    except (TemplateError, TypeError, ValueError, AttributeError, KeyError) as error:
        raise RenderingError(f"Mẫu “{name}” không điền được: {error}.") from error


def _core(properties: Properties) -> str:
    """``docProps/core.xml``: title, author and language; no time, so that equal values give equal bytes."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{escape(properties.title)}</dc:title><dc:creator>{escape(properties.author)}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>"
    )
