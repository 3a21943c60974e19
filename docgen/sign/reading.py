"""A signed PDF as verification needs it: opened strictly, its signatures found, its byte ranges measured.

It is read strictly and never repaired: what one program repairs, another reads differently.
"""

from __future__ import annotations

import io
from typing import Any

from asn1crypto import parser as asn1_parser  # type: ignore[import-untyped]
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

from docgen.sign.errors import UnreadablePdfError

MOST_SIGNATURES = 100  # in one file; each costs some 10 ms
_HEADER_WITHIN = 1024  # bytes; what readers accept before %PDF-


def read(pdf: bytes) -> PdfFileReader:
    """Return a strict reader of ``pdf``.

    Raises:
        UnreadablePdfError: it is empty, no PDF, cut off, broken or encrypted.
    """
    if not pdf:
        raise UnreadablePdfError("tệp rỗng")
    if b"%PDF-" not in pdf[:_HEADER_WITHIN]:
        raise UnreadablePdfError("tệp không phải là PDF")
    try:
        reader = PdfFileReader(io.BytesIO(pdf))
        encrypted = reader.encrypted
    except Exception as error:  # a hostile file finds every class there is, RecursionError too
        raise UnreadablePdfError("tệp bị cắt cụt hoặc cấu trúc sai chuẩn, hãy xin lại tệp gốc") from error
    if encrypted:
        raise UnreadablePdfError("tệp đặt mật khẩu, hãy xin tệp không đặt mật khẩu")
    return reader


def signature_fields(
    reader: PdfFileReader,
) -> tuple[list[tuple[str, EmbeddedPdfSignature | None]], list[str]]:
    """Return the signatures with the names of their fields, in the order of signing, and the empty fields.

    None stands for a signature that cannot be read.

    Raises:
        UnreadablePdfError: the form is broken, or holds more than a hundred fields for signatures.
    """
    try:
        fields = [(str(name), value, ref.get_object()) for name, value, ref in enumerate_sig_fields(reader)]
    except Exception as error:
        raise UnreadablePdfError("biểu mẫu trong tệp bị hỏng") from error
    if len(fields) > MOST_SIGNATURES:
        raise UnreadablePdfError(f"tệp có hơn {MOST_SIGNATURES} ô chữ ký")
    found = [(name, _embedded(reader, field, name)) for name, value, field in fields if value is not None]
    found.sort(key=lambda one: one[1].signed_revision if one[1] else -1)
    return found, [name for name, value, _ in fields if value is None]


def _embedded(reader: PdfFileReader, field: Any, name: str) -> EmbeddedPdfSignature | None:
    try:
        embedded = EmbeddedPdfSignature(reader, field, name)
        embedded.signer_cert  # noqa: B018  # a signature without its certificate cannot be judged
    except Exception:  # see read
        return None
    return embedded


def covers(pdf: bytes, embedded: EmbeddedPdfSignature) -> bool:
    """Tell whether the byte range is the whole file but for the signature, padded with nothing but zeros."""
    content = embedded.pkcs7_content
    written = b"<%s>" % content.hex().encode()
    try:
        start, head, tail_start, tail = (int(one) for one in embedded.byte_range)
        padding = content[asn1_parser.peek(content) :]
    except (TypeError, ValueError):
        return False
    return (
        (start, tail_start, tail_start + tail) == (0, head + len(written), len(pdf))
        and pdf[head:tail_start].lower() == written
        and not any(padding)
    )
