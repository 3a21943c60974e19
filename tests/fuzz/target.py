"""One fuzz target in one process, as libFuzzer wants it: ``python -m tests.fuzz.target NAME [libFuzzer options]``.

A target fails on any error but ``UnreadablePaperError``, on a single input that takes over 30 seconds and on memory
over 1 GB.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Callable, Mapping

import atheris

with atheris.instrument_imports(include=["docgen"]):
    from docgen.check import checked
    from docgen.check.comments import annotated
    from docgen.paper.errors import UnreadablePaperError
    from docgen.paper.opening import opened
    from docgen.read import elements_of, reading

_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)
_LINKS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    b'Target="word/document.xml"/></Relationships>'
)


def whole(data: bytes) -> None:
    """Open, read and check a file of these bytes."""
    try:
        paper = opened(data)
        elements = elements_of(paper)
        reading(paper, elements)
        findings = checked(paper, elements)
        if data.startswith(b"PK"):
            annotated(data, findings)
    except UnreadablePaperError:
        return


def inside(data: bytes) -> None:
    """The same for a Word file whose document.xml is these bytes: most mutations of a zip end at its checksums."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("[Content_Types].xml", _TYPES)
        package.writestr("_rels/.rels", _LINKS)
        package.writestr("word/document.xml", data)
    whole(buffer.getvalue())


TARGETS: Mapping[str, Callable[[bytes], None]] = {"pdf": whole, "word": whole, "xml": inside, "text": whole}


if __name__ == "__main__":
    name = sys.argv.pop(1)
    atheris.Setup([sys.argv[0], "-timeout=30", "-rss_limit_mb=1024", *sys.argv[1:]], TARGETS[name])
    atheris.Fuzz()
