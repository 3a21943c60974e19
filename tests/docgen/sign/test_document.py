"""Signatures on a PDF, read back by other programs: poppler's pdfsig, pikepdf."""

from __future__ import annotations

import asyncio
import dataclasses
import io
import re
import subprocess
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from docgen.sign import Signer, open_signer
from docgen.sign.authority import issue_key
from docgen.sign.document import SignatureMark, sign_document
from docgen.sign.errors import (
    AlreadySignedError,
    CertificateNotYetValidError,
    SigningFailedError,
    UnsignablePdfError,
    UnusablePictureError,
)
from docgen.verify import verify
from tests.docgen.sign.office import AT, LOWER_RIGHT, MIDDLE, ON_ITS_LEFT, PASSWORD, Office, mark, small_pdf
from tests.docgen.sign.tampering import add_a_second_table, cut_after_the_first_signature, encrypt


def pdfsig(pdf: bytes, folder: Path) -> str:
    """Return what poppler says about the signatures."""
    (folder / "signed.pdf").write_bytes(pdf)
    done = subprocess.run(["pdfsig", folder / "signed.pdf"], capture_output=True, text=True, timeout=30, check=True)
    return done.stdout


def signature_fields(pdf: bytes) -> dict[str, bool]:
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return {str(field.T): "/V" in field for field in opened.Root.AcroForm.Fields}


@pytest.fixture(scope="module")
def signed(office: Office) -> bytes:
    return office.signed()


def test_poppler_finds_the_leaders_signature_and_the_seal_valid(signed: bytes, tmp_path: Path) -> None:
    said = pdfsig(signed, tmp_path)
    assert re.findall(r"Field Name: (\S+)", said) == ["signer_1", "seal_1"]
    assert said.count("Signature Validation: Signature is Valid.") == 2
    assert said.count("Signature Type: ETSI.CAdES.detached") == 2
    assert said.count("Signing Hash Algorithm: SHA-256") == 2
    assert said.count("Total document signed") == 1
    assert "Nguyễn Văn An" in said


def test_two_persons_and_the_seal_sign_minutes(office: Office, tmp_path: Path) -> None:
    marks = [
        mark("signer", office.leader),
        mark("signer", office.clerk, MIDDLE, page=1),
        mark("seal", office.seal, ON_ITS_LEFT),
    ]
    signed = sign_document(small_pdf(), marks, at=AT)
    verdict = verify(signed, office.trust, AT)
    assert (verdict.whole, verdict.trusted, verdict.problems) == (True, True, ())
    assert [one.role for one in verdict.signatures] == ["signer", "signer", "seal"]
    assert pdfsig(signed, tmp_path).count("Signature is Valid.") == 3


@pytest.mark.parametrize("persons", [1, 2])
def test_persons_sign_without_a_seal(office: Office, tmp_path: Path, persons: int) -> None:
    marks = [mark("signer", office.leader), mark("signer", office.clerk, MIDDLE)][:persons]
    signed = sign_document(small_pdf(), marks, at=AT)
    verdict = verify(signed, office.trust, AT)
    assert (verdict.whole, verdict.trusted) == (True, True)
    assert pdfsig(signed, tmp_path).count("Signature is Valid.") == persons


def test_signing_only_appends_and_the_unsigned_part_stays_pdf_a_2b(signed: bytes, tmp_path: Path) -> None:
    unsigned = small_pdf()
    assert signed.startswith(unsigned)
    (tmp_path / "unsigned.pdf").write_bytes(signed[: len(unsigned)])
    assert pikepdf.pdfa.validate_written(tmp_path / "unsigned.pdf", "2b").passed


def test_every_field_exists_before_the_first_signature(office: Office, signed: bytes) -> None:
    assert signature_fields(cut_after_the_first_signature(signed)) == {"signer_1": True, "seal_1": False}


def test_the_first_signature_allows_form_filling_and_the_last_locks_everything(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        certified = pdf.Root.Perms.DocMDP.Reference[0]
        assert str(certified.TransformMethod) == "/DocMDP"
        assert int(certified.TransformParams.P) == 2
        first, last = pdf.Root.AcroForm.Fields
        assert "/Lock" not in first
        assert str(last.Lock.Action) == "/All"
        assert int(last.Lock.P) == 1
        methods = [str(one.TransformMethod) for one in last.V.Reference]
        assert "/FieldMDP" in methods


def test_a_picture_is_drawn_once_at_300_dpi_with_its_transparency_and_nothing_else(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        assert [float(side) for side in field.Rect] == pytest.approx(LOWER_RIGHT, abs=0.01)
        appearance = field.AP.N
        assert "/Font" not in appearance.Resources
        (picture,) = appearance.Resources.XObject.values()
        assert 300 <= int(picture.Width) / 45 * 25.4 < 302
        mask = Image.frombytes("L", (int(picture.Width), int(picture.Height)), picture.SMask.read_bytes())
        assert mask.getextrema() == (0, 255)
        assert b" S" not in appearance.read_bytes()  # no border


def test_a_large_scan_is_scaled_down_to_what_300_dpi_needs(office: Office) -> None:
    scan = io.BytesIO()
    Image.effect_noise((2250, 900), 60).convert("RGBA").save(scan, "PNG")
    large = dataclasses.replace(mark("signer", office.leader), image=scan.getvalue())
    assert len(sign_document(small_pdf(), [large], at=AT)) < len(small_pdf()) + 600_000


def test_the_moment_of_signing_is_the_one_given(office: Office, signed: bytes) -> None:
    assert [one.time for one in verify(signed, office.trust, AT).signatures] == [AT, AT]
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        assert str(pdf.Root.AcroForm.Fields[0].V.M) == f"D:{AT:%Y%m%d%H%M%S}+07'00'"


def test_reason_and_place_are_kept(signed: bytes) -> None:
    with pikepdf.open(io.BytesIO(signed)) as pdf:
        value = pdf.Root.AcroForm.Fields[0].V
        assert (str(value.Reason), str(value.Location)) == ("Ký ban hành văn bản", "Hà Nội")


def test_signing_works_where_an_event_loop_runs(office: Office) -> None:
    async def inside() -> bytes:
        return office.signed()

    assert verify(asyncio.run(inside()), office.trust, AT).whole


def test_many_threads_sign_with_the_same_keys(office: Office) -> None:
    with ThreadPoolExecutor(6) as pool:
        documents = list(pool.map(lambda _: office.signed(), range(12)))
    assert all(verify(document, office.trust, AT).trusted for document in documents)


def test_a_signed_file_is_not_signed_again(office: Office, signed: bytes) -> None:
    with pytest.raises(AlreadySignedError, match="đã có chữ ký số"):
        office.signed(signed)


@pytest.mark.parametrize(
    ("broken", "word"),
    [
        pytest.param(lambda pdf: b"hello", "cấu trúc", id="no PDF"),
        pytest.param(lambda pdf: b"%PDF-1.7 and nothing", "cấu trúc", id="only a header"),
        pytest.param(lambda pdf: pdf[: len(pdf) // 2], "cấu trúc", id="half a PDF"),
        pytest.param(encrypt, "mật khẩu", id="encrypted"),
        pytest.param(add_a_second_table, "cấu trúc", id="hybrid cross-reference table"),
    ],
)
def test_a_file_that_cannot_take_a_signature_is_refused(
    office: Office, broken: Callable[[bytes], bytes], word: str
) -> None:
    with pytest.raises(UnsignablePdfError, match=word):
        office.signed(broken(small_pdf()))


@pytest.mark.parametrize("page", [2, -1])
def test_a_page_that_the_file_has_not_is_refused(office: Office, page: int) -> None:
    with pytest.raises(UnsignablePdfError, match="2 trang"):
        sign_document(small_pdf(), [mark("signer", office.leader, page=page)], at=AT)


@pytest.mark.parametrize("image", [b"", b"hello", b"\x89PNG\r\n\x1a\n cut"])
def test_a_picture_that_is_none_is_refused(office: Office, image: bytes) -> None:
    with pytest.raises(UnusablePictureError, match="PNG"):
        sign_document(small_pdf(), [dataclasses.replace(mark("signer", office.leader), image=image)], at=AT)


def test_a_certificate_not_in_force_at_the_moment_of_signing_is_refused(office: Office, tmp_path: Path) -> None:
    with pytest.raises(CertificateNotYetValidError, match="chưa có hiệu lực"):
        sign_document(small_pdf(), [mark("signer", office.leader)], at=AT - timedelta(days=30))


def test_signing_without_marks_or_time_zone_is_a_programming_error(office: Office) -> None:
    with pytest.raises(ValueError, match="no marks"):
        sign_document(small_pdf(), [], at=AT)
    with pytest.raises(ValueError, match="aware"):
        sign_document(small_pdf(), [mark("signer", office.leader)], at=AT.replace(tzinfo=None))


class Unplugged:
    """A signer whose device was pulled out."""

    def __init__(self, signer: Signer) -> None:
        self.subject = signer.subject
        self.organisation = signer.organisation
        self.certificate = signer.certificate
        self.chain = signer.chain
        self.signature_size = signer.signature_size
        self.check = signer.check

    def sign(self, data: bytes) -> bytes:
        raise OSError("no such device")


def test_the_failure_of_a_device_becomes_ours(office: Office) -> None:
    with pytest.raises(SigningFailedError, match="Nguyễn Văn An"):
        sign_document(small_pdf(), [mark("signer", Unplugged(office.leader))], at=AT)


def test_a_long_name_and_chain_find_room(office: Office, tmp_path: Path) -> None:
    issue_key(office.folder, "Ủy ban nhân dân " * 8, "Ộ" * 500, tmp_path / "long.p12", PASSWORD, at=AT)
    signer = open_signer(f"pkcs12:{tmp_path}/long.p12", lambda uri: PASSWORD)
    assert signer.subject == "Ủy ban nhân dân Ủy ban nhân dân Ủy ban nhân dân …"
    assert signer.organisation == "Ộ" * 500
    marks: list[SignatureMark] = [mark("signer", signer)]
    assert verify(sign_document(small_pdf(), marks, at=AT), office.trust, AT).trusted
