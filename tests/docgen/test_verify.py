"""The verdict on signed files: good ones, and every way to spoil one."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter

from docgen.sign import Signer
from docgen.sign.authority import TrustStore, make_authority, revoke, write_crl
from docgen.sign.document import sign_document
from docgen.verify import UnreadablePdfError, verify
from tests.docgen.sign import tampering
from tests.docgen.sign.office import AT, PASSWORD, Office, mark, small_pdf


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    return Office.made_in(tmp_path_factory.mktemp("office"))


@pytest.fixture(scope="module")
def signed(office: Office) -> bytes:
    return office.signed()


def foreign_signature(office: Office, pdf: bytes, digest: str) -> bytes:
    """Sign with pyHanko's own means, as another program would."""
    path = str(office.folder / "clerk.p12")
    signer = signers.SimpleSigner.load_pkcs12(  # type: ignore[no-untyped-call]
        path, passphrase=PASSWORD.encode()
    )
    assert signer is not None
    metadata = signers.PdfSignatureMetadata(
        field_name="Signature1", md_algorithm=digest, subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED
    )
    signed = signers.sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), metadata, signer=signer)
    assert isinstance(signed, io.BytesIO)
    return signed.getvalue()


def test_an_untouched_file_is_whole_and_trusted_and_says_who_signed(office: Office, signed: bytes) -> None:
    verdict = verify(signed, office.trust, AT)
    assert (verdict.whole, verdict.trusted, verdict.problems) == (True, True, ())
    leader, seal = verdict.signatures
    assert (leader.signer, leader.office, leader.role) == ("Nguyễn Văn An", "Sở Nội vụ", "signer")
    assert (seal.signer, seal.office, seal.role) == ("Sở Nội vụ tỉnh Bình Minh", "Tỉnh Bình Minh", "seal")
    assert {(one.time, one.digest, one.problem) for one in (leader, seal)} == {(AT, "sha256", "")}
    assert "trong phạm vi cho phép" in leader.changes_after
    assert seal.changes_after == ""


ADDED = "bị sửa ngoài phạm vi"
CHANGED = "Nội dung đã bị thay đổi"
UNSIGNED_TAIL = "ghi thêm dữ liệu không được ký"


@pytest.mark.parametrize(
    ("spoil", "sentences"),
    [
        pytest.param(tampering.flip_one_bit_of_the_page, [CHANGED], id="a bit of the page flipped"),
        pytest.param(tampering.flip_one_bit_of_the_signature, ["không khớp"], id="a digit of the signature changed"),
        pytest.param(tampering.append_bytes, [UNSIGNED_TAIL], id="bytes after the end"),
        pytest.param(tampering.draw_on_the_page, [ADDED, UNSIGNED_TAIL], id="something drawn on the page"),
        pytest.param(tampering.add_a_note, [ADDED, UNSIGNED_TAIL], id="a note laid over the page"),
        pytest.param(tampering.change_the_title, [UNSIGNED_TAIL], id="the title changed"),
        pytest.param(tampering.write_anew, [CHANGED], id="opened and saved by an editor"),
        pytest.param(tampering.cut_after_the_first_signature, ["Ô ký seal_1 còn trống"], id="the seal cut off"),
        pytest.param(tampering.add_a_second_table, ["bảng tham chiếu kép"], id="a hybrid table added"),
    ],
)
def test_a_spoiled_file_is_neither_whole_nor_trusted(
    office: Office, signed: bytes, spoil: Callable[[bytes], bytes], sentences: list[str]
) -> None:
    verdict = verify(spoil(signed), office.trust, AT)
    assert (verdict.whole, verdict.trusted) == (False, False)
    told = "\n".join(verdict.problems)
    assert all(sentence in told for sentence in sentences), told


def test_a_signature_added_after_the_lock_is_not_allowed(office: Office, signed: bytes) -> None:
    verdict = verify(foreign_signature(office, signed, "sha256"), office.trust, AT)
    assert not verdict.whole
    _leader, seal, stranger = verdict.signatures
    assert ADDED in seal.problem
    assert (stranger.whole, stranger.role) == (True, "unknown")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        pytest.param(b"", "tệp rỗng", id="nothing"),
        pytest.param(b"hello", "không phải là PDF", id="text"),
        pytest.param(b"<!DOCTYPE html><html><body>404</body></html>", "không phải là PDF", id="a web page"),
        pytest.param(bytes(range(256)) * 40, "không phải là PDF", id="garbage"),
        pytest.param(b"%PDF-1.7\n" + bytes(range(256)) * 40, "cắt cụt", id="garbage with a PDF header"),
        pytest.param(b"%PDF-1.7", "cắt cụt", id="only a header"),
    ],
)
def test_what_is_no_pdf_is_refused_with_the_reason(data: bytes, word: str) -> None:
    with pytest.raises(UnreadablePdfError, match=word):
        verify(data, TrustStore(), AT)


@pytest.mark.parametrize(
    ("spoil", "word"),
    [
        pytest.param(tampering.cut_in_the_middle, "cắt cụt", id="half of it"),
        pytest.param(tampering.cut_a_few_bytes, "cắt cụt", id="the end marker lost"),
        pytest.param(tampering.encrypt, "mật khẩu", id="encrypted"),
    ],
)
def test_a_signed_file_that_cannot_be_read_is_refused(
    signed: bytes, spoil: Callable[[bytes], bytes], word: str
) -> None:
    with pytest.raises(UnreadablePdfError, match=word):
        verify(spoil(signed), TrustStore(), AT)


def test_a_file_without_signatures_gets_a_verdict_that_says_so(office: Office) -> None:
    verdict = verify(small_pdf(), office.trust, AT)
    assert (verdict.whole, verdict.trusted, verdict.signatures) == (False, False, ())
    assert verdict.problems == ("Tệp không có chữ ký số nào.",)


def test_another_authority_is_unknown_here_but_the_file_is_whole(signed: bytes, tmp_path: Path) -> None:
    make_authority(tmp_path, at=AT - timedelta(hours=1))
    verdict = verify(signed, TrustStore.load(tmp_path), AT)
    assert (verdict.whole, verdict.trusted) == (True, False)
    assert all("không có trong danh sách tin cậy" in one.problem for one in verdict.signatures)


def test_an_empty_store_trusts_nobody(signed: bytes) -> None:
    verdict = verify(signed, TrustStore(), AT)
    assert (verdict.whole, verdict.trusted) == (True, False)


def test_a_revoked_certificate_is_not_trusted_and_the_other_signer_still_is(tmp_path: Path) -> None:
    office = Office.made_in(tmp_path)
    signed = office.signed()
    revoke(office.folder, office.leader_serial, at=AT + timedelta(days=1))
    verdict = verify(signed, office.trust, AT + timedelta(days=2))
    assert (verdict.whole, verdict.trusted) == (True, False)
    leader, seal = verdict.signatures
    assert f"đã bị thu hồi từ {AT + timedelta(days=1):%d/%m/%Y}" in leader.problem
    assert (leader.trusted, seal.trusted) == (False, True)


@pytest.mark.parametrize(
    ("list_day", "asked_day", "word"),
    [
        pytest.param(790, 800, "đã hết hạn", id="the certificate ended"),
        pytest.param(0, 400, "danh sách thu hồi", id="the revocation list is stale"),
        pytest.param(30, 20, "danh sách thu hồi", id="the revocation list is younger than the question"),
        pytest.param(-40, -30, "chỉ có hiệu lực từ", id="the certificate has not begun"),
    ],
)
def test_trust_is_judged_at_the_moment_asked_for(tmp_path: Path, list_day: int, asked_day: int, word: str) -> None:
    make_authority(tmp_path, at=AT - timedelta(days=60))
    office = Office.made_in(tmp_path)
    signed = office.signed()
    write_crl(office.folder, at=AT + timedelta(days=list_day))
    verdict = verify(signed, office.trust, AT + timedelta(days=asked_day))
    assert (verdict.whole, verdict.trusted) == (True, False)
    assert all(word in one.problem for one in verdict.signatures), verdict.problems


def test_without_a_revocation_list_nobody_is_trusted(office: Office, signed: bytes) -> None:
    verdict = verify(signed, TrustStore(roots=office.trust.roots), AT)
    assert (verdict.whole, verdict.trusted) == (True, False)
    assert "danh sách thu hồi" in verdict.problems[0]


class Borrower:
    """A signer that shows one certificate and signs with another's key."""

    def __init__(self, shown: Signer, hand: Signer) -> None:
        self.subject = shown.subject
        self.organisation = shown.organisation
        self.certificate = shown.certificate
        self.chain = shown.chain
        self.signature_size = shown.signature_size
        self.check = shown.check
        self.sign = hand.sign


def test_a_certificate_swapped_for_another_does_not_fit(office: Office) -> None:
    forged = sign_document(small_pdf(), [mark("signer", Borrower(office.leader, office.clerk))], at=AT)
    verdict = verify(forged, office.trust, AT)
    assert (verdict.whole, verdict.trusted) == (False, False)
    assert "không khớp với chứng thư" in verdict.signatures[0].problem


def test_the_seal_of_an_unknown_authority_spoils_the_trust_of_the_whole(office: Office, tmp_path: Path) -> None:
    strangers = Office.made_in(tmp_path)
    mixed = sign_document(small_pdf(), [mark("signer", office.leader), mark("seal", strangers.seal)], at=AT)
    verdict = verify(mixed, office.trust, AT)
    assert (verdict.whole, verdict.trusted) == (True, False)
    assert [one.trusted for one in verdict.signatures] == [True, False]


@pytest.mark.parametrize(("digest", "said"), [("sha1", "SHA-1"), ("md5", "MD5")])
def test_a_weak_digest_is_named_and_not_trusted(office: Office, digest: str, said: str) -> None:
    verdict = verify(foreign_signature(office, small_pdf(), digest), office.trust, AT)
    (signature,) = verdict.signatures
    assert (signature.digest, signature.trusted, verdict.trusted) == (digest, False, False)
    assert said in signature.problem


def test_a_sound_signature_of_another_program_is_accepted(office: Office) -> None:
    verdict = verify(foreign_signature(office, small_pdf(), "sha256"), office.trust, AT)
    assert (verdict.whole, verdict.trusted) == (True, True)
    assert verdict.signatures[0].role == "unknown"
    assert verdict.signatures[0].time is not None
    assert verdict.signatures[0].time.utcoffset() is not None


def test_a_failed_verification_writes_nothing_to_the_terminal(
    office: Office, signed: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    for spoil in (tampering.flip_one_bit_of_the_page, tampering.draw_on_the_page, tampering.write_anew):
        verify(spoil(signed), TrustStore(), AT)
    assert capfd.readouterr() == ("", "")


def test_every_cut_of_a_signed_file_gets_a_verdict_or_a_reason_and_is_never_whole(
    office: Office, signed: bytes
) -> None:
    for end in range(0, len(signed), 997):
        try:
            assert not verify(signed[:end], office.trust, AT).whole
        except UnreadablePdfError:
            continue


def test_a_byte_spoiled_anywhere_is_noticed_also_in_the_padding_of_the_signature(office: Office, signed: bytes) -> None:
    for place in range(3, len(signed), 1499):
        spoiled = signed[:place] + bytes([signed[place] ^ 0x10]) + signed[place + 1 :]
        try:
            assert not verify(spoiled, office.trust, AT).trusted, place
        except UnreadablePdfError:
            continue


def test_a_moment_without_time_zone_is_a_programming_error(signed: bytes) -> None:
    with pytest.raises(ValueError, match="aware"):
        verify(signed, TrustStore(), datetime(2026, 3, 2))
