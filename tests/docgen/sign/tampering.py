"""What people do to a signed PDF, each as a function from bytes to bytes."""

# mypy: disallow-untyped-calls=False
from __future__ import annotations

import io
import re
import struct

import pikepdf
import pypdf
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name as name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter


def flip_one_bit_of_the_page(pdf: bytes) -> bytes:
    """Turn the rectangle's '700' into '600'-odd: one bit in the first revision."""
    place = pdf.index(b"100 700 200 40 re") + 4
    return pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :]


def flip_one_bit_of_the_signature(pdf: bytes) -> bytes:
    """Change a digit near the end of the last signature's own bytes, where the raw signature lies."""
    place = re.compile(rb"0{200,}>").search(pdf, pdf.rindex(b"/Contents"))
    assert place is not None
    digit = place.start() - 40
    return pdf[:digit] + (b"1" if pdf[digit : digit + 1] != b"1" else b"2") + pdf[digit + 1 :]


def append_bytes(pdf: bytes) -> bytes:
    """Add a comment after the end."""
    return pdf + b"\n% and ten thousand more\n"


def draw_on_the_page(pdf: bytes) -> bytes:
    """Paint a red bar in an incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    bar = generic.StreamObject(stream_data=b"q 1 0 0 rg 100 700 200 20 re f Q")
    writer.add_stream_to_page(0, writer.add_object(bar))
    return _written(writer)


def add_a_note(pdf: bytes) -> bytes:
    """Lay a text note over the page in an incremental update."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    page = writer.find_page_for_modification(0)[0]
    note = generic.DictionaryObject(
        {
            name("/Type"): name("/Annot"),
            name("/Subtype"): name("/FreeText"),
            name("/Rect"): generic.ArrayObject(map(_number, (100, 700, 300, 720))),
            name("/Contents"): generic.pdf_string("Không có hiệu lực"),
            name("/DA"): generic.pdf_string("/Helv 12 Tf"),
        }
    )
    writer.register_annotation(page, writer.add_object(note))
    return _written(writer)


def change_the_title(pdf: bytes) -> bytes:
    """Change the title in an incremental update; pyHanko's own policy lets this pass."""
    writer = pypdf.PdfWriter(io.BytesIO(pdf), incremental=True)
    writer.add_metadata({"/Title": "Văn bản khác"})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def write_anew(pdf: bytes) -> bytes:
    """Open and save, as an editor does."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out)
    return out.getvalue()


def cut_after_the_first_signature(pdf: bytes) -> bytes:
    """Throw away what came after the first signature's revision, to the byte."""
    head, gap, tail = first_byte_range(pdf)
    return pdf[: head + gap + tail]


def cut_in_the_middle(pdf: bytes) -> bytes:
    """Keep the first half."""
    return pdf[: len(pdf) // 2]


def cut_a_few_bytes(pdf: bytes) -> bytes:
    """Lose the end marker, as a broken download does."""
    return pdf[:-20]


def encrypt(pdf: bytes) -> bytes:
    """Save with a password."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        opened.save(out, encryption=pikepdf.Encryption(owner="chủ", user="khách"))
    return out.getvalue()


def add_a_second_table(pdf: bytes) -> bytes:
    """Append a hybrid cross-reference section: a classic table that points to a stream with more entries."""
    previous = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        size, root = int(opened.trailer.Size), opened.trailer.Root.objgen[0]
    place = len(pdf) + 1
    entry = struct.pack(">BIB", 1, place, 0)
    stream = b"%d 0 obj\n<</Type/XRef/W[1 4 1]/Index[%d 1]/Size %d/Root %d 0 R/Length %d>>\nstream\n" % (
        size,
        size,
        size + 1,
        root,
        len(entry),
    )
    stream += entry + b"\nendstream\nendobj\n"
    table = b"xref\n0 0\ntrailer\n<</Size %d/Root %d 0 R/Prev %d/XRefStm %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        size + 1,
        root,
        previous,
        place,
        place + len(stream),
    )
    return pdf + b"\n" + stream + table


def first_byte_range(pdf: bytes) -> tuple[int, int, int]:
    """Return the bytes before, in and after the gap of the first signature."""
    found = re.search(rb"/ByteRange\s*\[\s*0 (\d+) (\d+) (\d+)", pdf)
    assert found is not None
    head, start, tail = (int(part) for part in found.groups())
    return head, start - head, tail


def _written(writer: IncrementalPdfFileWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _number(value: int) -> generic.NumberObject:
    return generic.NumberObject(value)
