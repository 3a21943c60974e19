"""PDF in, verdict out: is the document whole, and who vouches for its signers.

    verdict = verify(pdf, TrustStore.load(folder), at=datetime.now(UTC))

The whole procedure, which the code below follows by number:

    1  read the file; what is no PDF, is locked with a password or cut off is refused with a word why
    2  find the signatures: every filled signature field, in the order of signing
    3  judge each signature:
       3.1  intact: the digest of the signed bytes is the one that was signed
       3.2  valid: the signature fits the certificate
       3.3  what came after it is allowed: at most form filling and more signatures, and no more than the
            signature itself permits (DocMDP, FieldMDP)
       3.4  trusted: a chain to a root of the store, in force at the moment asked for, nobody in it revoked
            by the lists of the store (a list that is missing or stale is a failure), no weak digest
    4  the last signature or trusted time stamp covers every byte of the file. pyHanko alone would let pass
       bytes after the end and a new /Title
    5  no field that was made for a signature stands empty: a later revision may have been cut off
    6  the document is whole when 3.1-3.3 hold for every signature, and 4 and 5; trusted when it is whole and
       3.4 holds for every signature

Nothing here asks the network. Not judged: what the paper says, whether the signer had the power to sign, and
certificates at the moment of signing instead of ``at`` (that needs time stamps that the store trusts).

Source: NĐ 30/2020, PL I, P.I, II.7.d and II.8.a; PDF attacks of pdf-insecurity.org (USF, ISA, SWA, shadow).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.sign.diff_analysis import DiffResult, ModificationLevel
from pyhanko.sign.validation import async_validate_pdf_signature, async_validate_pdf_timestamp
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import PdfSignatureStatus, SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from docgen.rules.dating import VIETNAM
from docgen.sign.bridge import run
from docgen.sign.distrust import distrust
from docgen.sign.errors import UnreadablePdfError
from docgen.sign.reading import covers, read, signature_fields
from docgen.sign.trust import TrustStore

__all__ = ["SignatureVerdict", "TrustStore", "UnreadablePdfError", "Verdict", "verify"]

_OUR_FIELD = re.compile(r"(signer|seal)_\d+")

_NOT_SIGNED = "Tệp không có chữ ký số nào."
_HYBRID = (
    "Tệp dùng bảng tham chiếu kép, hai phần mềm có thể đọc thành hai nội dung khác nhau, "
    "nên không kết luận được là nguyên vẹn."
)
_CHANGED = "Nội dung đã bị thay đổi sau khi ký."
_UNFIT = "Chữ ký số không hợp lệ: không khớp với chứng thư đi kèm."
_UNCOVERED = "Chữ ký không bao trùm trọn vẹn phần tệp mà nó ký."
_BROKEN = "Chữ ký số bị hỏng hoặc thuộc loại không kiểm tra được."
_EMPTY = "Ô ký {} còn trống: văn bản chưa ký đủ hoặc phần ký sau đã bị cắt bỏ."
_ADDED = "Sau chữ ký này, tệp bị sửa ngoài phạm vi mà chữ ký cho phép."
_ALLOWED = "Sau chữ ký này, tệp có thêm chữ ký hoặc nội dung điền vào biểu mẫu, trong phạm vi cho phép."
_BAD_STAMP = "Dấu thời gian trong tệp không hợp lệ hoặc không do tổ chức được tin cậy ở đây cấp."


@dataclass(frozen=True, slots=True, kw_only=True)
class SignatureVerdict:
    """What is known about one signature."""

    signer: str  #: the owner's name (CN), or ''
    office: str  #: the owner's office (O), or ''
    role: str  #: 'signer', 'seal' or 'unknown', read from the field's name
    time: datetime | None  #: aware; what a trusted time stamp says, else what the signer says
    digest: str  #: 'sha256', …; '' when it cannot be read
    whole: bool  #: what it signed is unchanged, and what came later was allowed
    trusted: bool  #: a known authority vouches for the signer at the moment asked for
    changes_after: str  #: a Vietnamese sentence about what came after it, or ''
    problem: str  #: a Vietnamese sentence when not whole or not trusted, else ''


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is known about the file; ``trusted`` is never True without ``whole``."""

    whole: bool  #: unchanged since the last signature, which covers every byte
    trusted: bool  #: whole, and every signer is vouched for
    signatures: tuple[SignatureVerdict, ...]  #: in the order of signing
    problems: tuple[str, ...]  #: Vietnamese sentences; empty when whole and trusted


def verify(pdf: bytes, trust: TrustStore, at: datetime) -> Verdict:
    """Return the verdict on ``pdf`` at the moment ``at`` (aware).

    Raises:
        UnreadablePdfError: there is nothing to judge: no PDF, encrypted, cut off, broken.
    """
    if at.utcoffset() is None:
        raise ValueError("at must be an aware datetime")
    reader = read(pdf)  # 1
    embedded, empty = signature_fields(reader)  # 2
    if not embedded:
        return Verdict(whole=False, trusted=False, signatures=(), problems=(_NOT_SIGNED,))
    judged = run(_judged(embedded, trust, at))  # 3
    problems = [  # about the file
        *([_HYBRID] if reader.xrefs.hybrid_xrefs_present else []),
        *_uncovered(pdf, embedded, judged),  # 4
        *(_EMPTY.format(name) for name in empty if _OUR_FIELD.fullmatch(name)),  # 5
    ]
    signatures = tuple(one for one in judged if isinstance(one, SignatureVerdict))
    stamped = all(one for one in judged if isinstance(one, bool))
    whole = not problems and bool(signatures) and all(one.whole for one in signatures)  # 6
    return Verdict(
        whole=whole,
        trusted=whole and all(one.trusted for one in signatures) and stamped,
        signatures=signatures,
        problems=tuple(dict.fromkeys([*problems, *_told(signatures), *([] if stamped else [_BAD_STAMP])])),
    )


def _told(signatures: Sequence[SignatureVerdict]) -> Iterator[str]:
    for one in signatures:
        if one.problem and one.problem != _HYBRID:  # said once, about the file
            yield f"{one.signer}: {one.problem}" if one.signer else one.problem
    if not signatures:
        yield _NOT_SIGNED


# 3: each signature -------------------------------------------------------------------------------------


async def _judged(
    found: Sequence[tuple[str, EmbeddedPdfSignature | None]], trust: TrustStore, at: datetime
) -> list[SignatureVerdict | bool]:
    """Return a verdict per signature, and for a document time stamp whether it is good."""
    judged: list[SignatureVerdict | bool] = []
    for name, embedded in found:
        if embedded is None:
            judged.append(_unreadable(name))
        elif embedded.sig_object_type == "/DocTimeStamp":
            judged.append(await _good_stamp(embedded, _context(trust, at)))
        else:
            judged.append(await _judge(name, embedded, trust, at))
    return judged


async def _judge(name: str, embedded: EmbeddedPdfSignature, trust: TrustStore, at: datetime) -> SignatureVerdict:
    strict, lenient = _context(trust, at), _context(trust, at, revocation=False)
    try:
        status = await async_validate_pdf_signature(embedded, strict)
        known = status.trusted or (await async_validate_pdf_signature(embedded, lenient)).trusted
    except Exception:  # a hostile file finds every class there is
        return _unreadable(name, embedded)
    damage = _damage(status)
    doubt = distrust(status, at, but_for_revocation=known)
    return SignatureVerdict(
        signer=_name_part(embedded, "common_name"),
        office=_name_part(embedded, "organization_name"),
        role=_role(name),
        time=_time(status),
        digest=status.md_algorithm,
        whole=not damage,
        trusted=status.trusted and not doubt,
        changes_after=_changes_after(status),
        problem=damage or doubt,
    )


def _context(trust: TrustStore, at: datetime, *, revocation: bool = True) -> ValidationContext:
    """Return a fresh context: it remembers certificates and paths, so each validation gets its own."""
    return ValidationContext(
        trust_roots=[x509.Certificate.load(der) for der in trust.roots],
        crls=list(trust.crls),
        moment=at,
        allow_fetching=False,
        # "hard-fail" would ask only about certificates that name a CRL of their own
        revocation_mode="require" if revocation else "soft-fail",
    )


def _damage(status: PdfSignatureStatus) -> str:
    """Return why the document is not as it was signed, or ''."""
    if not status.intact:  # 3.1
        return _CHANGED
    if not status.valid:  # 3.2
        return _UNFIT
    if status.coverage is None or status.coverage < SignatureCoverageLevel.ENTIRE_REVISION:
        return _UNCOVERED
    if not (status.docmdp_ok and _level(status) <= ModificationLevel.FORM_FILLING):  # 3.3
        return _ADDED
    return ""


def _level(status: PdfSignatureStatus) -> ModificationLevel:
    difference = status.diff_result
    return difference.modification_level if isinstance(difference, DiffResult) else ModificationLevel.OTHER


def _changes_after(status: PdfSignatureStatus) -> str:
    if status.coverage == SignatureCoverageLevel.ENTIRE_FILE or _level(status) == ModificationLevel.NONE:
        return ""
    allowed = status.docmdp_ok and _level(status) <= ModificationLevel.FORM_FILLING
    return _ALLOWED if allowed else _ADDED


async def _good_stamp(embedded: EmbeddedPdfSignature, context: ValidationContext) -> bool:
    try:
        status = await async_validate_pdf_timestamp(embedded, context)
    except Exception:  # a hostile file finds every class there is
        return False
    return bool(status.trusted and status.coverage >= SignatureCoverageLevel.ENTIRE_REVISION)


def _unreadable(name: str, embedded: EmbeddedPdfSignature | None = None) -> SignatureVerdict:
    hybrid = embedded is not None and embedded.reader.xrefs.hybrid_xrefs_present
    return SignatureVerdict(
        signer=_name_part(embedded, "common_name") if embedded else "",
        office=_name_part(embedded, "organization_name") if embedded else "",
        role=_role(name),
        time=None,
        digest=embedded.md_algorithm if embedded else "",
        whole=False,
        trusted=False,
        changes_after="",
        problem=_HYBRID if hybrid else _BROKEN,
    )


def _name_part(embedded: EmbeddedPdfSignature, part: str) -> str:
    try:
        found = embedded.signer_cert.subject.native.get(part, "")
    except (ValueError, TypeError, KeyError):  # a name that is no proper name
        return ""
    return str(found[-1] if isinstance(found, list) else found)


def _role(name: str) -> str:
    ours = _OUR_FIELD.fullmatch(name)
    return ours[1] if ours else "unknown"


def _time(status: PdfSignatureStatus) -> datetime | None:
    stamp = status.timestamp_validity
    moment = stamp.timestamp if stamp is not None and stamp.trusted else status.signer_reported_dt
    if moment is not None and moment.utcoffset() is None:  # /M may leave the zone out
        return moment.replace(tzinfo=VIETNAM)
    return moment


# 4: the end of the file --------------------------------------------------------------------------------


def _uncovered(
    pdf: bytes,
    found: Sequence[tuple[str, EmbeddedPdfSignature | None]],
    judged: Sequence[SignatureVerdict | bool],
) -> Iterator[str]:
    """Yield a sentence when the last signature or good time stamp leaves bytes of the file unsigned."""
    closing = [one for (_, one), verdict in zip(found, judged, strict=True) if one and verdict is not False]
    if not closing or not covers(pdf, closing[-1]):
        yield "Sau chữ ký cuối cùng, tệp còn bị ghi thêm dữ liệu không được ký."
