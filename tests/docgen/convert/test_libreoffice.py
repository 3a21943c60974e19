"""LibreOffice: absent, hung, killed, fed with rubbish, tempted to fetch things; and the pool that survives it."""

from __future__ import annotations

import http.server
import io
import os
import signal
import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from docgen.convert.libreoffice import LIMITS, LibreOffice
from docgen.errors import ConverterBusyError, ConverterFailedError, ConverterMissingError
from docgen.workshop import Workshop
from tests.documents import NUMBERED, ReadPdf, example


@pytest.fixture(scope="module")
def office() -> Iterator[LibreOffice]:
    made = LibreOffice(limits=replace(LIMITS, size=1, wait=30, answer=30))
    yield made
    made.close()


@pytest.fixture(scope="module")
def docx(workshop: Workshop) -> bytes:
    one = example("giay_cong_nhan/truong-thcs")
    return workshop.docx(one.kind, one.content, one.issuer, NUMBERED)


def test_an_absent_libreoffice_is_named_with_its_remedy(docx: bytes, tmp_path: Path) -> None:
    absent = LibreOffice(tmp_path / "nowhere")
    with pytest.raises(ConverterMissingError, match="make setup"):
        absent.convert(docx)
    absent.close()


def test_a_killed_libreoffice_costs_no_document(office: LibreOffice, docx: bytes) -> None:
    office.convert(docx)
    for pid in office.pids():
        os.kill(pid, signal.SIGKILL)
    assert ReadPdf(office.convert(docx)).pages == 1


def test_a_libreoffice_killed_in_the_middle_costs_no_document(office: LibreOffice, workshop: Workshop) -> None:
    one = example("quyet_dinh_cong_nhan/phuong")
    units = [{"name": f"Tổ dân phố {index}", "type": "Khu dân cư"} for index in range(2000)]
    long = workshop.docx(one.kind, one.kind.checked({**one.content, "recognised": units}), one.issuer, NUMBERED)
    office.convert(long)
    with ThreadPoolExecutor(1) as thread:
        made = thread.submit(office.convert, long)
        threading.Event().wait(0.3)
        for pid in office.pids():
            os.kill(pid, signal.SIGKILL)
        assert ReadPdf(made.result()).pages > 40


def test_a_hung_libreoffice_is_stopped_and_the_document_refused(docx: bytes) -> None:
    hung = LibreOffice(limits=replace(LIMITS, size=1, answer=0.001))
    with pytest.raises(ConverterFailedError, match="quá thời gian"):
        hung.convert(docx)
    assert hung.pids() == []
    hung.close()


def test_a_stopped_process_counts_as_hung(docx: bytes) -> None:
    office = LibreOffice(limits=replace(LIMITS, size=1, answer=3))
    office.convert(docx)
    os.kill(office.pids()[0], signal.SIGSTOP)
    assert ReadPdf(office.convert(docx)).pages == 1
    office.close()


def test_a_document_waits_only_so_long_for_a_converter(docx: bytes) -> None:
    busy = LibreOffice(limits=replace(LIMITS, size=1, wait=0.01))
    with ThreadPoolExecutor(4) as threads:
        answers = [threads.submit(busy.convert, docx) for _ in range(4)]
        errors = [answer.exception() for answer in answers]
    busy.close()
    assert sum(error is None for error in errors) >= 1
    assert {type(error) for error in errors if error} == {ConverterBusyError}


def test_rubbish_is_refused_and_the_next_document_works(office: LibreOffice, docx: bytes) -> None:
    with pytest.raises(ConverterFailedError):
        office.convert(b"PK\x03\x04 this is no document")
    assert ReadPdf(office.convert(docx)).pages == 1


def test_a_pool_replaces_its_children_before_they_grow(docx: bytes) -> None:
    office = LibreOffice(limits=replace(LIMITS, size=1, jobs=2))
    first = (office.convert(docx), office.pids())[1]
    office.convert(docx)
    office.convert(docx)
    assert office.pids() != first
    office.close()


def test_nothing_is_fetched_from_files_or_hosts(office: LibreOffice, docx: bytes, tmp_path: Path) -> None:
    """A picture that is linked, not embedded, stays out. The listener would hear of any request."""
    heard: list[str] = []

    class Listener(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_error(404)

        def do_OPTIONS(self) -> None:
            self.do_GET()

        def do_HEAD(self) -> None:
            self.do_GET()

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Listener)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        office.convert(linking(docx, f"http://127.0.0.1:{server.server_port}/picture.png"))
        assert heard == []
    finally:
        server.shutdown()
        server.server_close()


def linking(docx: bytes, target: str) -> bytes:
    """The document with a picture that is linked to ``target``."""
    namespaces = (
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    )
    picture = (
        f"<w:p><w:r><w:drawing><wp:inline {namespaces}><wp:extent cx='900000' cy='900000'/>"
        "<wp:docPr id='1' name='x'/><a:graphic><a:graphicData "
        "uri='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:pic><pic:nvPicPr>"
        "<pic:cNvPr id='1' name='x'/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:link='rIdX'/>"
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x='0' y='0'/>"
        "<a:ext cx='900000' cy='900000'/></a:xfrm><a:prstGeom prst='rect'><a:avLst/></a:prstGeom></pic:spPr>"
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )
    relation = (
        '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        f'Target="{target}" TargetMode="External"/></Relationships>'
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode()
            if name == "word/document.xml":
                data = data.replace("<w:body>", f"<w:body>{picture}", 1)
            if name == "word/_rels/document.xml.rels":
                data = data.replace("</Relationships>", relation)
            new.writestr(name, data)
    return buffer.getvalue()
