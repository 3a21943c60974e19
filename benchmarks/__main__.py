"""Prints the figures of docs/performance.md: ``make bench``. Nothing here is a test; nothing here fails."""

from __future__ import annotations

import io
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pikepdf

from api.desk import Desk
from api.keys import Keys
from api.use_cases.demo import import_samples
from api.use_cases.find import file_of, search
from api.use_cases.issue import Wish, issue
from api.use_cases.preview import Format, preview
from api.use_cases.verify import verification
from archive.catalogue import open_catalogue
from archive.objects import open_store
from archive.search.query import Query
from docgen.convert.libreoffice import LibreOffice
from docgen.kinds import Kinds
from docgen.press import Press
from docgen.reading_room import ReadingRoom
from docgen.workshop import Workshop

ROOT = Path(__file__).parents[1]


def timed(times: int, work: Callable[[], object], *, warm: int = 5) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds, after some turns that do not count."""
    for _ in range(warm):
        work()
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken), sorted(taken)[max(0, round(times * 0.95) - 1)]


def line(name: str, times: int, work: Callable[[], object], *, warm: int = 5) -> None:
    """Measure and print one figure."""
    median, late = timed(times, work, warm=warm)
    print(f"| {name} | {median:.0f} | {late:.0f} | {times} |", flush=True)


def soffice_once(folder: Path, docx: Path) -> None:
    """The peer that most projects use: LibreOffice started for one document."""
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        str(docx),
    ]
    subprocess.run(command, check=False, capture_output=True)


def machine() -> str:
    """One line about the machine."""
    model = next((one for one in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in one), ": ?")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1024**3
    version = subprocess.run(["soffice", "--version"], check=False, capture_output=True, text=True).stdout.split()
    office = " ".join(version[:2])
    return (
        f"{model.partition(': ')[2]}, {os.cpu_count()} cores, {memory} GiB, Python {platform.python_version()}, "
        f"{office}, load {os.getloadavg()[0]:.1f} at the start"
    )


def main() -> None:
    """Print the table."""
    print(machine())
    print("\n| what | median ms | p95 ms | times |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        workshop, reading_room = Workshop(Press(), LibreOffice()), ReadingRoom()
        desk = Desk(
            kinds=Kinds(ROOT / "templates" / "vn"),
            workshop=workshop,
            reading_room=reading_room,
            catalogue=open_catalogue(str(folder / "catalogue.db")),
            store=open_store(str(folder / "objects")),
            keys=Keys(),
            trust_folder=folder / "trust",
            demo_folder=folder / "demo",
            sample_offices=ROOT / "templates" / "offices",
        )
        import_samples(desk)
        try:
            measure(desk, folder)
        finally:
            reading_room.close()
            workshop.close()
            desk.catalogue.close()


def measure(desk: Desk, folder: Path) -> None:
    """All figures, on a desk with the embedded default."""
    certificate = desk.kinds.kind("giay_cong_nhan").example()
    decision = desk.kinds.kind("quyet_dinh_cong_nhan").example()
    letter = desk.kinds.kind("cong_van").example("ubnd-hung-yen")

    def look(kind: str, content: object, format: Format = Format.PDF) -> bytes:
        return preview(desk, kind, content, format=format)

    line("preview of giay_cong_nhan (1 page), warm, to PDF/A-2b", 200, lambda: look("giay_cong_nhan", certificate))
    line("preview of cong_van (2 pages), warm", 100, lambda: look("cong_van", letter))
    line(
        "preview of quyet_dinh_cong_nhan (6 pages, 70 units), warm", 50, lambda: look("quyet_dinh_cong_nhan", decision)
    )
    line("preview of giay_cong_nhan as Word", 200, lambda: look("giay_cong_nhan", certificate, Format.DOCX))

    docx = folder / "certificate.docx"
    docx.write_bytes(look("giay_cong_nhan", certificate, Format.DOCX))
    if shutil.which("soffice"):
        line("peer: the same Word file, LibreOffice started for it", 10, lambda: soffice_once(folder, docx), warm=2)

    line(
        "issue of giay_cong_nhan: number, two signatures, archive",
        100,
        lambda: issue(desk, Wish(kind="giay_cong_nhan", content=certificate)),
    )
    pdf = file_of(desk, issue(desk, Wish(kind="giay_cong_nhan", content=certificate)).record)
    line("verification of two signatures", 50, lambda: verification(desk, pdf))
    line(
        "search by unit and year among some 100 documents",
        100,
        lambda: search(desk, Query(unit="tan an dong", year=2026)),
    )

    two_pages = look("cong_van", letter)
    line("read of cong_van (2 pages, PDF), warm", 100, lambda: desk.reading_room.read(two_pages))
    long_letter = {**letter, "body": letter["body"] * 7}
    ten_pages = look("cong_van", long_letter, Format.DOCX)
    with pikepdf.open(io.BytesIO(look("cong_van", long_letter))) as pdf_of_it:
        pages = len(pdf_of_it.pages)
    line(f"check of cong_van ({pages} pages, Word), warm", 50, lambda: desk.reading_room.check(ten_pages))

    program = str(Path(sys.executable).with_name("docgen"))
    line("docgen --help", 20, lambda: subprocess.run([program, "--help"], check=True, capture_output=True))


if __name__ == "__main__":
    main()
