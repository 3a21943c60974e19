"""Runs every fuzz target for a bounded time: ``python -m tests.fuzz [SECONDS]``, seeded with our own documents.

What crashed a target stands in ``fuzz-findings/``, one file each; send it through ``docgen read`` to see it again.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from docgen.convert.libreoffice import LibreOffice
from docgen.press import Press
from docgen.workshop import Workshop
from tests.documents import NUMBERED, example

#: Short documents that together show most of what the readers look at.
SEEDS = ("cong_van", "quyet_dinh_cong_nhan", "bien_ban_hop_xet")
FINDINGS = Path("fuzz-findings")


def corpus(folder: Path) -> None:
    """A folder of seeds for each target."""
    workshop = Workshop(Press(), LibreOffice())
    try:
        for kind in SEEDS:
            one = example(kind)
            docx = workshop.docx(one.kind, one.content, one.issuer, NUMBERED)
            pdf = workshop.pdf(one.kind, one.content, one.issuer, NUMBERED).data
            with zipfile.ZipFile(io.BytesIO(docx)) as package:
                xml = package.read("word/document.xml")
            text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pdf, capture_output=True, check=True).stdout
            for target, data in (("word", docx), ("pdf", pdf), ("xml", xml), ("text", text)):
                (folder / target).mkdir(exist_ok=True)
                (folder / target / kind).write_bytes(data)
    finally:
        workshop.close()


def main() -> int:
    """Exit code 1 when a target crashed, hung or grew."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    FINDINGS.mkdir(exist_ok=True)
    failed = []
    with tempfile.TemporaryDirectory() as folder:
        corpus(Path(folder))
        for target in sorted(path.name for path in Path(folder).iterdir()):
            print(f"{target}: {seconds} s", flush=True)
            options = [f"-max_total_time={seconds}", f"-artifact_prefix={FINDINGS}/{target}-", "-verbosity=0"]
            command = [sys.executable, "-m", "tests.fuzz.target", target, f"{folder}/{target}", *options]
            if subprocess.run(command).returncode:
                failed.append(target)
    print(f"failed: {', '.join(failed)}" if failed else "nothing failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
