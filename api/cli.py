"""The command line ``docgen``: translate in, call one use case, translate out.

Only light things are imported up here, so that ``docgen --help`` answers at once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from api.cli_papers import check, kind, read_papers
from api.terminal import Commands, WrongInputError, print_json, read, read_json, settings, told, write

if TYPE_CHECKING:
    from api.desk import Desk
    from archive.record import Record

_json = click.option("--json", "as_json", is_flag=True, help="In kết quả dạng JSON.")
_office = click.option("--office", help="Mã cơ quan ban hành; mặc định lấy trong nội dung.")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(package_name="docgen", message="docgen %(version)s")
def main() -> None:
    """Soạn, cấp số, ký, lưu trữ và tra cứu văn bản hành chính theo Nghị định 30/2020/NĐ-CP."""


for _command in (check, read_papers, kind):
    main.add_command(_command)


@contextmanager
def _desk(as_json: bool, *, samples: bool = True) -> Iterator[Desk]:
    with told(as_json):
        from api.app import open_desk

        with open_desk(settings(), samples=samples) as desk:
            yield desk


def _line(record: Record) -> str:
    return f"{record.id}  {record.symbol:<22} {record.issued_on:%d/%m/%Y}  {record.metadata.subject}"


@main.command()
@_json
def kinds(as_json: bool) -> None:
    """Liệt kê các loại văn bản."""
    from api.telling import told_kind

    with _kinds(as_json) as found:
        if as_json:
            items = [told_kind(kind) for kind in found.all()]
            print_json({"total": len(items), "items": items})
        else:
            for kind in found.all():
                click.echo(f"{kind.id:<22} {kind.abbreviation or '-':<5} {kind.name}")


@contextmanager
def _kinds(as_json: bool) -> Iterator[Any]:
    """The kinds alone: no database and no LibreOffice are needed for them."""
    with told(as_json):
        from docgen.kinds import Kinds

        yield Kinds(settings().templates)


@main.command()
@click.argument("kind")
@click.argument("name", required=False)
@_json
def example(kind: str, name: str | None, as_json: bool) -> None:
    """In một ví dụ nội dung (JSON) của loại KIND."""
    with _kinds(as_json) as found:
        print_json(found.kind(kind).example(name))


@main.command()
@click.argument("kind")
@_json
def schema(kind: str, as_json: bool) -> None:
    """In lược đồ nội dung (JSON Schema) của loại KIND."""
    with _kinds(as_json) as found:
        print_json(found.kind(kind).schema)


@main.command()
@click.argument("kind")
@click.argument("file")
@click.option("-o", "output", required=True, help="Tệp kết quả, .pdf hoặc .docx.")
@_office
@_json
def preview(kind: str, file: str, output: str, office: str | None, as_json: bool) -> None:
    """Xem trước văn bản, không lấy số; FILE là tệp JSON, hoặc - để đọc từ đầu vào chuẩn."""
    suffix = Path(output).suffix.lower().lstrip(".")
    if suffix not in ("pdf", "docx"):
        raise click.UsageError("tệp sau -o phải có đuôi .pdf hoặc .docx")
    with _desk(as_json) as desk:
        from api.use_cases.preview import Format
        from api.use_cases.preview import preview as make

        data = make(desk, kind, read_json(file), office=office, format=Format(suffix))
        write(output, data)
        if as_json:
            print_json({"file": output, "size": len(data)})
        else:
            click.echo(f"Đã ghi {output}")


@main.command()
@click.argument("kind")
@click.argument("file")
@_office
@click.option("--request-id", help="Mã yêu cầu; gửi lại cùng mã thì nhận lại đúng văn bản đã cấp số.")
@_json
def issue(kind: str, file: str, office: str | None, request_id: str | None, as_json: bool) -> None:
    """Ban hành văn bản: cấp số, ký, lưu trữ."""
    with _desk(as_json) as desk:
        from api.telling import told_record
        from api.use_cases.issue import Wish
        from api.use_cases.issue import issue as make

        wish = Wish(kind=kind, content=read_json(file), office=office, request_id=request_id)
        issued = make(desk, wish)
        if as_json:
            print_json(told_record(issued.record))
        else:
            click.echo(_line(issued.record))


@main.command()
@click.argument("text", required=False, default="")
@click.option("--unit", default="", help="Đơn vị ban hành hoặc đơn vị liên quan.")
@click.option("--year", type=int, help="Năm ban hành.")
@click.option("--kind", default="", help="Loại văn bản.")
@click.option("--office", default="", help="Mã cơ quan ban hành.")
@click.option("--number", default="", help="Số, ký hiệu như người ta gõ: 12, 07/QĐ-UBND, 12 qd ubnd.")
@click.option("--signer", default="", help="Người ký.")
@click.option("--from", "since", type=click.DateTime(["%Y-%m-%d"]), help="Ban hành từ ngày.")
@click.option("--to", "until", type=click.DateTime(["%Y-%m-%d"]), help="Ban hành đến hết ngày.")
@click.option("--page", type=click.IntRange(1), default=1, help="Trang kết quả.")
@_json
def search(
    text: str,
    unit: str,
    year: int | None,
    kind: str,
    office: str,
    number: str,
    signer: str,
    since: Any,
    until: Any,
    page: int,
    as_json: bool,
) -> None:
    """Tìm văn bản: từ có dấu hoặc không dấu, “cụm từ”, số, đơn vị, năm, loại, người ký, ngày."""
    with _desk(as_json) as desk:
        from api.telling import told_page
        from api.use_cases.find import search as find
        from archive.search.query import Query

        query = Query(
            text=text,
            unit=unit,
            year=year,
            kind=kind,
            office=office,
            number=number,
            signer=signer,
            issued_from=since.date() if since else None,
            issued_to=until.date() if until else None,
            page=page,
        )
        found = find(desk, query)
        if as_json:
            print_json(told_page(found))
        else:
            click.echo(f"Tìm thấy {found.total} văn bản")
            for record in found.items:
                click.echo(_line(record))


@main.command()
@click.argument("record_id", metavar="ID")
@_json
def show(record_id: str, as_json: bool) -> None:
    """Xem thông tin lưu trữ của một văn bản."""
    with _desk(as_json) as desk:
        from api.telling import told_record
        from api.use_cases.find import location_of
        from api.use_cases.find import show as find

        record = find(desk, record_id)
        record_told = {**told_record(record), "location": location_of(desk, record)}
        if as_json:
            print_json(record_told)
        else:
            for name, value in record_told.items():
                click.echo(f"{name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}")


@main.command()
@click.argument("record_id", metavar="ID")
@click.option("-o", "output", required=True, help="Tệp PDF kết quả.")
@_json
def get(record_id: str, output: str, as_json: bool) -> None:
    """Lấy tệp PDF đã ký của một văn bản."""
    with _desk(as_json) as desk:
        from api.use_cases.find import file_of
        from api.use_cases.find import show as find

        data = file_of(desk, find(desk, record_id))
        write(output, data)
        if as_json:
            print_json({"file": output, "size": len(data)})
        else:
            click.echo(f"Đã ghi {output}")


@main.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE.pdf...")
@_json
def verify(files: tuple[str, ...], as_json: bool) -> None:
    """Kiểm tra chữ ký số và hiệu lực; mã thoát 0 khi nguyên vẹn, tin cậy và còn hiệu lực."""
    with _desk(as_json) as desk:
        results = [_verified(desk, file, as_json) for file in files]
    sys.exit(0 if all(results) else 1)


def _verified(desk: Desk, file: str, as_json: bool) -> bool:
    """Whether one file is in order; a file that cannot be judged is told like any other and is not."""
    from api.telling import told_verification
    from api.use_cases.verify import verification
    from docgen.rules.dating import VIETNAM
    from docgen.sign.errors import UnreadablePdfError

    try:
        result = verification(desk, read(file))
    except (UnreadablePdfError, WrongInputError) as error:
        if as_json:
            print_json({"file": file, "error": str(error)})
        click.echo(f"Lỗi: {file}: {error}", err=True)
        return False
    if as_json:
        print_json(told_verification(file, result))
    else:
        click.echo(f"{file}: {_sentence(result.verdict.whole, result.verdict.trusted, result.status)}")
        for signature in result.verdict.signatures:
            moment = f"{signature.time.astimezone(VIETNAM):%H:%M %d/%m/%Y}" if signature.time else "không rõ thời gian"
            click.echo(f"  {signature.signer}, {signature.office}, {moment}. {signature.problem}".rstrip())
        for problem in result.verdict.problems:
            click.echo(f"  {problem}")
    return result.in_order


def _sentence(whole: bool, trusted: bool, status: str) -> str:
    words = [
        "nguyên vẹn" if whole else "KHÔNG nguyên vẹn",
        "chữ ký được tin cậy" if trusted else "chữ ký KHÔNG được tin cậy",
        {"issued": "còn hiệu lực", "withdrawn": "ĐÃ THU HỒI"}.get(status, "KHÔNG có trong kho lưu trữ này"),
    ]
    return ", ".join(words)


@main.group()
def office() -> None:
    """Cơ quan ban hành văn bản."""


@office.command("import")
@click.argument("files", nargs=-1, metavar="FILE.toml...")
@click.option("--samples", is_flag=True, help="Nhập các cơ quan mẫu kèm khóa ký thử nghiệm.")
@_json
def office_import(files: tuple[str, ...], samples: bool, as_json: bool) -> None:
    """Nhập cơ quan từ tệp TOML; nhập lại thì thay bản cũ."""
    if not files and not samples:
        raise click.UsageError("cần ít nhất một tệp, hoặc --samples")
    with _desk(as_json, samples=False) as desk:
        from api.use_cases.demo import import_samples
        from api.use_cases.offices import import_office

        codes = import_samples(desk) if samples else []
        codes += [import_office(desk, Path(file)) for file in files]
        if as_json:
            print_json({"total": len(codes), "items": codes})
        else:
            click.echo(f"Đã nhập: {', '.join(codes)}")


@office.command("list")
@_json
def office_list(as_json: bool) -> None:
    """Liệt kê các cơ quan."""
    with _desk(as_json) as desk:
        from api.telling import told_office
        from api.use_cases.offices import offices

        items = [told_office(one) for one in offices(desk)]
        if as_json:
            print_json({"total": len(items), "items": items})
        else:
            for item in items:
                click.echo(f"{item['code']:<28} {item['abbreviation']:<10} {item['name']}")


@main.command()
@_json
def audit(as_json: bool) -> None:
    """Băm lại mọi tệp trong kho và đối chiếu với sổ; mã thoát 1 khi có tệp sai."""
    with _desk(as_json) as desk:
        from api.telling import told_audit
        from api.use_cases.find import audit as look

        result = look(desk)
        if as_json:
            print_json(told_audit(result))
        else:
            click.echo(f"Đã kiểm tra {result.checked} tệp, {len(result.wrong)} tệp sai.")
            click.echo(f"Số đang giữ: {result.reserved}. Tệp thừa (không thuộc văn bản nào): {len(result.orphans)}.")
            for record_id, message in result.wrong:
                click.echo(f"  {record_id}: {message}", err=True)
    sys.exit(1 if result.wrong else 0)


@main.command()
@click.option("--host", help="Địa chỉ lắng nghe; mặc định DOCGEN_BIND hoặc 127.0.0.1.")
@click.option("--port", type=click.IntRange(1, 65535), help="Cổng; mặc định 8000.")
def serve(host: str | None, port: int | None) -> None:
    """Chạy dịch vụ HTTP."""
    with told(False):
        from api.http.server import serve as run

        run(settings(), host, port)


@main.command()
@_json
def demo(as_json: bool) -> None:
    """Ban hành mọi ví dụ, rồi tra cứu lại theo đơn vị và năm."""
    with _desk(as_json, samples=False) as desk:
        from api import demo as printed

        whole = printed.told(desk, print_json) if as_json else printed.shown(desk, click.echo)
    sys.exit(0 if whole else 1)


if __name__ == "__main__":
    main()
