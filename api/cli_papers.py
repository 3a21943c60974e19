"""The commands on files that somebody already has: check them, read them, prove a template package."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from api.terminal import WrongInputError, print_json, settings, told, write

if TYPE_CHECKING:
    from api.desk import Desk
    from docgen.reading_room import Checked

_json = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON, mỗi tệp một dòng.")
_files = click.argument("files", nargs=-1, required=True, metavar="FILE...")


@contextmanager
def _desk(as_json: bool) -> Iterator[Desk]:
    with told(as_json):
        from api.app import open_desk

        with open_desk(settings()) as desk:
            yield desk


@click.command()
@_files
@click.option("--annotate", "output", metavar="OUT.docx", help="Ghi bản sao có chú thích của Word tại từng lỗi.")
@_json
def check(files: tuple[str, ...], output: str | None, as_json: bool) -> None:
    """Kiểm tra thể thức, kỹ thuật trình bày tệp Word hoặc PDF; mã thoát 0 khi không trái quy định nào."""
    if output and len(files) > 1:
        raise click.UsageError("--annotate chỉ dùng với một tệp")
    if output and _same(output, files[0]):
        raise click.UsageError("--annotate phải ghi ra tệp khác tệp được kiểm tra")
    with _desk(as_json) as desk:
        results = [_each(file, as_json, lambda file: _checked(desk, file, output, as_json)) for file in files]
    sys.exit(0 if all(results) else 1)


def _each(file: str, as_json: bool, work: Callable[[str], bool]) -> bool:
    """Whether one file went well; one that cannot be read is told like any other and did not."""
    from docgen.paper.errors import UnreadablePaperError

    try:
        return work(file)
    except (UnreadablePaperError, WrongInputError) as error:
        if as_json:
            print_json({"file": file, "error": str(error)})
        click.echo(f"Lỗi: {file}: {error}", err=True)
        return False


def _same(one: str, other: str) -> bool:
    """Whether two names are of one file that is there."""
    try:
        return Path(one).samefile(other)
    except OSError:
        return False


def _content(file: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``; no more are taken in than a paper may have.

    Raises:
        WrongInputError: it cannot be read.
        PaperTooLargeError: it is larger; devices and pipes that never end are.
    """
    from docgen.paper.errors import MOST_BYTES, PaperTooLargeError

    try:
        if file == "-":
            data = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(file).open("rb") as source:
                data = source.read(MOST_BYTES + 1)
    except OSError as error:
        raise WrongInputError(f"không đọc được “{file}”: {error.strerror}") from error
    if len(data) > MOST_BYTES:
        raise PaperTooLargeError("Tệp quá nặng", f"{MOST_BYTES // 10**6} MB")
    return data


def _checked(desk: Desk, file: str, output: str | None, as_json: bool) -> bool:
    from api.telling import told_check
    from api.use_cases.check import annotated
    from api.use_cases.check import check as judge

    data = _content(file)
    if output and not data.startswith(b"PK"):
        raise WrongInputError("chỉ ghi chú thích được vào tệp Word (.docx)")
    checked = judge(desk, data)
    if output:
        write(output, annotated(desk, data, checked))
    if as_json:
        print_json(told_check(file, checked))
    else:
        _show_findings(file, checked)
    return not any(finding["level"] == "rule" for finding in checked.findings)


def _show_findings(file: str, checked: Checked) -> None:
    words = {"rule": "Trái quy định", "form": "Khác mẫu", "practice": "Nên sửa"}
    click.echo(f"{file}: {checked.kind or 'không rõ loại'}, {len(checked.findings)} điểm cần xem")
    for finding in checked.findings:
        click.echo(f"  [{finding['id']}] {words[finding['level']]}{_place(finding)}: {finding['message']}")
        click.echo(f"         đang ghi: {finding['found']}; cần: {finding['expected']} ({finding['clause']})")


def _place(where: Mapping[str, Any]) -> str:
    page = f", trang {where['page']}" if where["page"] else ""
    return page + (f", đoạn {where['paragraph']}" if where["paragraph"] else "")


@click.command("read")
@_files
@_json
def read_papers(files: tuple[str, ...], as_json: bool) -> None:
    """Đọc các thành phần thể thức của tệp PDF, Word hoặc văn bản thô: loại, số, ký hiệu, ngày, trích yếu, người ký…"""
    with told(as_json):
        from docgen.reading_room import ReadingRoom

        room = ReadingRoom()
        try:
            results = [
                _each(file, as_json, lambda file: _shown(file, room.read(_content(file)), as_json)) for file in files
            ]
        finally:
            room.close()
    sys.exit(0 if all(results) else 1)


def _shown(file: str, fields: Mapping[str, Any], as_json: bool) -> bool:
    from api.telling import told_reading

    if as_json:
        print_json(told_reading(file, fields))
        return True
    click.echo(f"{file}:")
    if not any(fields.values()):
        click.echo("  không đọc được thành phần nào: tệp là ảnh quét, hoặc không phải văn bản hành chính")
        return True
    for name, field in fields.items():
        click.echo(f"  {name:<18} {_words(None if field is None else field['value'])}")
    return True


def _words(value: Any) -> str:
    """A value in a line: parts of one thing beside each other, things of a list after semicolons."""
    if isinstance(value, Mapping):
        return ", ".join(str(part) for part in value.values() if part)
    if isinstance(value, list | tuple):
        return "; ".join(map(_words, value))
    return "-" if value is None else str(value)


@click.group()
def kind() -> None:
    """Gói mẫu của một loại văn bản."""


@kind.command("check")
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@_json
def kind_check(folder: Path, as_json: bool) -> None:
    """Kiểm tra một gói mẫu trước khi dùng; mã thoát 0 khi dùng được."""
    with _desk(as_json) as desk:
        from api.use_cases.kinds import proof

        found = proof(desk, folder)
        if as_json:
            print_json(
                {"folder": str(folder), "faults": [{"where": one.where, "message": one.message} for one in found]}
            )
        else:
            for one in found:
                click.echo(f"{one.where}: {one.message}")
            click.echo(f"{folder}: {len(found)} lỗi" if found else f"{folder}: dùng được")
    sys.exit(1 if found else 0)
