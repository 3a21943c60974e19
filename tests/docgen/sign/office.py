"""A demo office to sign with: an authority, three keys, and a small PDF/A-2b made by pikepdf."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Self

import pikepdf
from PIL import ImageCms

from docgen.sign import Signer, open_signer
from docgen.sign.appearance import Box, mm
from docgen.sign.authority import issue_key, make_authority
from docgen.sign.document import Role, SignatureMark, sign_document
from docgen.sign.pictures import specimen_seal, specimen_signature
from docgen.sign.trust import TrustStore

PASSWORD = "mật khẩu thử"
AT = datetime.now(timezone(timedelta(hours=7))).replace(microsecond=0)
LOWER_RIGHT: Box = (mm(120), mm(60), mm(165), mm(78))
MIDDLE: Box = (mm(40), mm(120), mm(85), mm(138))
ON_ITS_LEFT: Box = (mm(99), mm(51), mm(135), mm(87))


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Three owners of keys under one authority."""

    folder: Path
    leader: Signer
    clerk: Signer
    seal: Signer
    leader_serial: int

    @classmethod
    def made_in(cls, folder: Path) -> Self:
        """Make the authority and the keys, from yesterday on."""
        make_authority(folder, at=AT - timedelta(hours=1))
        serial = issue_key(folder, "Nguyễn Văn An", "Sở Nội vụ", folder / "leader.p12", PASSWORD, at=AT)
        issue_key(folder, "Trần Thị Bình", "Sở Nội vụ", folder / "clerk.p12", PASSWORD, at=AT)
        issue_key(folder, "Sở Nội vụ tỉnh Bình Minh", "Tỉnh Bình Minh", folder / "seal.p12", PASSWORD, at=AT)
        leader, clerk, seal = (
            open_signer(f"pkcs12:{folder}/{name}.p12", lambda uri: PASSWORD) for name in ("leader", "clerk", "seal")
        )
        return cls(folder=folder, leader=leader, clerk=clerk, seal=seal, leader_serial=serial)

    @property
    def trust(self) -> TrustStore:
        """The store as it stands on the disk now."""
        return TrustStore.load(self.folder)

    def signed(self, pdf: bytes | None = None) -> bytes:
        """Return the small PDF with the leader's signature and the seal."""
        return sign_document(
            pdf or small_pdf(), [mark("signer", self.leader), mark("seal", self.seal, ON_ITS_LEFT)], at=AT
        )


def mark(role: Role, signer: Signer, box: Box = LOWER_RIGHT, page: int = 0) -> SignatureMark:
    """Return a mark with a specimen picture."""
    return SignatureMark(
        role=role,
        signer=signer,
        page=page,
        box=box,
        image=_seal_picture() if role == "seal" else _signature_picture(signer.subject),
        reason="Ký ban hành văn bản",
        location="Hà Nội",
    )


@cache
def small_pdf() -> bytes:
    """Return two A4 pages with a rectangle each, PDF/A-2b, objects in plain sight."""
    with pikepdf.new() as pdf:
        for shade in (b"0.8 g", b"0.6 g"):
            page = pdf.add_blank_page(page_size=(595.28, 841.89))
            page.obj.Contents = pdf.make_stream(shade + b" 100 700 200 40 re f")
        profile = pdf.make_stream(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(), N=3)
        pdf.Root.OutputIntents = pikepdf.Array(
            [
                pikepdf.Dictionary(
                    Type=pikepdf.Name.OutputIntent,
                    S=pikepdf.Name.GTS_PDFA1,
                    OutputConditionIdentifier="sRGB",
                    DestOutputProfile=profile,
                )
            ]
        )
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = "Văn bản thử"
            metadata["pdfaid:part"] = "2"
            metadata["pdfaid:conformance"] = "B"
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


@cache
def _signature_picture(name: str) -> bytes:
    return specimen_signature(name)


@cache
def _seal_picture() -> bytes:
    return specimen_seal("Sở Nội vụ", "Ủy ban nhân dân tỉnh Bình Minh")
