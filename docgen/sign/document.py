"""Signatures on a PDF: all fields first, then one incremental update per signature, nothing rewritten.

    signed = sign_document(pdf, [leader, deputy, seal], at=datetime.now(UTC))

Why so. The first signature certifies the document and from then on allows only form filling (DocMDP P=2).
The fields of the later signatures exist already, so each of them is form filling. The last one locks every
field and forbids any change (FieldMDP All, P=1), so that nothing can be signed, filled or drawn afterwards.
Fields are named ``signer_1``, ``signer_2``, ``seal_1``: verification reads the role back from the name.

Each signature is PAdES B-B (ETSI.CAdES.detached, SHA-256) with the moment of signing in ``/M``, where PAdES
wants it. Not here: time stamps, revocation data in the file, encrypted input.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from pyhanko.pdf_utils import layout
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import (
    FieldMDPAction,
    FieldMDPSpec,
    MDPPerm,
    SigFieldSpec,
    SigSeedSubFilter,
    append_signature_field,
)
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner
from pyhanko.stamp import StaticStampStyle

from docgen.errors import DocgenError
from docgen.sign import Signer
from docgen.sign.appearance import Box
from docgen.sign.bridge import DIGEST, BridgedSigner, run
from docgen.sign.errors import AlreadySignedError, SigningFailedError, UnsignablePdfError
from docgen.sign.images import Picture, PictureContent, prepared
from docgen.sign.lettering import Lettering

Role = Literal["signer", "seal"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureMark:
    """One visible signature to be made."""

    role: Role  #: a person (*người ký*), or the office's seal (*con dấu*)
    signer: Signer
    page: int  #: 0-based
    box: Box  #: in points, see ``docgen.sign.appearance``; the picture keeps its shape inside
    reason: str
    location: str
    image: bytes = b""  #: PNG; its transparency is kept
    text: tuple[str, ...] = ()  #: lines shown instead of a picture, see ``docgen.sign.lettering``


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenPlace:
    """An empty field in which a person of another office signs later, with a key of their own."""

    name: str
    page: int  #: 0-based
    box: Box


def sign_document(
    pdf: bytes, marks: Sequence[SignatureMark], at: datetime, left_open: Sequence[OpenPlace] = ()
) -> bytes:
    """Return ``pdf`` with one signature per mark, in their order, appended after the bytes given.

    Places ``left_open`` become fields ``partner_1``, ``partner_2``; while there are any the last signature of ours
    locks our own fields only and lets theirs be signed.

    ``at`` is the moment of signing (aware): every certificate must be in force then, and verification reports
    it. A caller with a running event loop may call this; it blocks that loop.

    Raises:
        CertificateExpiredError, CertificateNotYetValidError: before anything is signed.
        AlreadySignedError: ``pdf`` holds a signature.
        UnsignablePdfError: ``pdf`` is broken, encrypted, or lacks a page that a mark names.
        UnusablePictureError: a mark's image is no picture.
        SigningError: a key refused.
    """
    if at.utcoffset() is None:
        raise ValueError("at must be an aware datetime")
    if not marks:
        raise ValueError("no marks to sign with")
    for mark in marks:
        mark.signer.check(at)
    planned = _planned(marks)
    signed = run(_signed(pdf, planned, left_open, at))
    if not signed.startswith(pdf):  # the first revision is what was checked as PDF/A
        raise SigningFailedError(marks[0].signer.subject, "thư viện ký đã ghi đè nội dung gốc")
    return signed


@dataclass(frozen=True, slots=True, kw_only=True)
class _Planned:
    """One mark with its place in the whole: its field's name, and whether it opens or closes the row."""

    mark: SignatureMark
    field: str
    picture: Picture | None  #: None: the mark shows text
    first: bool
    last: bool


def _planned(marks: Sequence[SignatureMark]) -> list[_Planned]:
    counted: Counter[str] = Counter()
    planned = []
    for index, mark in enumerate(marks):
        counted[mark.role] += 1
        left, bottom, right, top = mark.box
        planned.append(
            _Planned(
                mark=mark,
                field=f"{mark.role}_{counted[mark.role]}",
                picture=None if mark.text else prepared(mark.image, right - left, top - bottom),
                first=index == 0,
                last=index == len(marks) - 1,
            )
        )
    return planned


async def _signed(pdf: bytes, planned: Sequence[_Planned], left_open: Sequence[OpenPlace], at: datetime) -> bytes:
    try:
        writer = _opened(pdf)
        for number, place in enumerate(left_open, 1):
            _add_open_field(writer, place, f"partner_{number}")
        for one in planned:
            _add_field(writer, one, _lock(planned, left_open) if one.last else None)
        output = io.BytesIO()
        for one in planned:
            output = await _AtMoment(one, at, closed=not left_open).async_sign_pdf(
                writer, existing_fields_only=True, bytes_reserved=_room_for(one.mark.signer)
            )
            if not one.last:
                writer = IncrementalPdfFileWriter(output)
    except DocgenError:
        raise
    except Exception as error:  # pyHanko has dozens of classes, and more for every way to break a PDF
        raise UnsignablePdfError("cấu trúc tệp hỏng hoặc không phù hợp để ký") from error
    return output.getvalue()


def _opened(pdf: bytes) -> Any:
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if writer.prev.encrypted:
        raise UnsignablePdfError("tệp đặt mật khẩu")
    if writer.prev.embedded_signatures:
        raise AlreadySignedError
    return writer


def _lock(planned: Sequence[_Planned], left_open: Sequence[OpenPlace]) -> FieldMDPSpec:
    """What the last signature locks: every field, or only ours while another office has to sign."""
    if left_open:
        return FieldMDPSpec(FieldMDPAction.INCLUDE, fields=[one.field for one in planned])
    return FieldMDPSpec(FieldMDPAction.ALL)


def _refuse_missing_page(writer: Any, page: int) -> None:
    pages = int(writer.root["/Pages"]["/Count"])
    if not 0 <= page < pages:
        raise UnsignablePdfError(f"tệp có {pages} trang, không có trang {page + 1}")


def _add_open_field(writer: Any, place: OpenPlace, name: str) -> None:
    _refuse_missing_page(writer, place.page)
    append_signature_field(
        writer,
        SigFieldSpec(
            name,
            on_page=place.page,
            box=place.box,  # type: ignore[arg-type]  # see _add_field
            readable_field_name=f"Chỗ ký số của {place.name}",
        ),
    )


def _add_field(writer: Any, one: _Planned, lock: FieldMDPSpec | None) -> None:
    _refuse_missing_page(writer, one.mark.page)
    closed = lock is not None and lock.action is FieldMDPAction.ALL
    append_signature_field(
        writer,
        SigFieldSpec(
            one.field,
            on_page=one.mark.page,
            box=one.mark.box,  # type: ignore[arg-type]  # annotated as integers, floats are kept (0.38)
            readable_field_name=f"Chữ ký số của {one.mark.signer.subject}",
            field_mdp_spec=lock,
            doc_mdp_update_value=MDPPerm.NO_CHANGES if closed else None,
        ),
    )


class _AtMoment(PdfSigner):
    """pyHanko's signer for one mark, at a moment of ours instead of the machine's."""

    def __init__(self, one: _Planned, at: datetime, *, closed: bool) -> None:
        self._at = at
        super().__init__(
            PdfSignatureMetadata(
                field_name=one.field,
                md_algorithm=DIGEST,
                subfilter=SigSeedSubFilter.PADES,
                reason=one.mark.reason,
                location=one.mark.location,
                certify=one.first,
                docmdp_permissions=MDPPerm.NO_CHANGES if one.last and closed else MDPPerm.FILL_FORMS,
            ),
            signer=BridgedSigner(one.mark.signer),
            stamp_style=_style(one),
        )

    def init_signing_session(self, pdf_out: Any, existing_fields_only: bool = False) -> Any:
        """Return pyHanko's session with the clock set."""
        session = super().init_signing_session(pdf_out, existing_fields_only=existing_fields_only)
        session.system_time = self._at
        return session


def _room_for(signer: Signer) -> int:
    """Return the hexadecimal digits to keep free for a signature; pyHanko would make a whole one to measure.

    What grows: the certificates, the raw signature and the issuer's name, which the certificate holds too.
    """
    certificates = len(signer.certificate) + sum(map(len, signer.chain))
    return 2 * (certificates + signer.signature_size + len(signer.certificate) + 1024)


def _style(one: _Planned) -> Any:
    """Only the picture or the text. pyHanko's own text stamps write wrong font widths, which breaks PDF/A (0.38)."""
    return StaticStampStyle(
        background=PictureContent(one.picture) if one.picture else Lettering(one.mark.text),
        background_opacity=1.0,
        border_width=0,
        background_layout=layout.SimpleBoxLayoutRule(
            x_align=layout.AxisAlignment.ALIGN_MID,
            y_align=layout.AxisAlignment.ALIGN_MID,
            inner_content_scaling=layout.InnerScaling.STRETCH_TO_FIT,
        ),
    )
