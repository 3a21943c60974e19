"""Why a signature is not believed, in one Vietnamese sentence for the clerk."""

from __future__ import annotations

from datetime import datetime

from pyhanko.sign.ades.report import AdESIndeterminate
from pyhanko.sign.validation.status import PdfSignatureStatus

from docgen.rules.dating import VIETNAM

WEAK_DIGESTS = {"md2": "MD2", "md5": "MD5", "sha1": "SHA-1"}

_UNKNOWN = "Chứng thư của người ký do tổ chức không có trong danh sách tin cậy ở đây cấp."
_NO_LIST = "Không biết chứng thư đã bị thu hồi hay chưa: danh sách thu hồi (CRL) của tổ chức cấp bị thiếu hoặc quá hạn."
_NOT_FOR_SIGNING = "Chứng thư của người ký không được cấp để ký văn bản."
_WEAK = "Chữ ký hoặc chứng thư dùng thuật toán yếu, không còn an toàn."


def distrust(status: PdfSignatureStatus, at: datetime, *, but_for_revocation: bool) -> str:
    """Return why the signer is not vouched for at ``at``, or ''. The gravest reason wins.

    ``but_for_revocation`` tells whether the chain would hold if nobody asked for revocation lists; pyHanko
    has one word for a missing list and a chain that does not hold (0.38).
    """
    digest = status.md_algorithm
    if digest in WEAK_DIGESTS:
        return f"Chữ ký dùng thuật toán băm yếu {WEAK_DIGESTS[digest]}, không còn an toàn."
    if status.trusted:
        return ""
    if status.revocation_details is not None:
        owner = "tổ chức cấp chứng thư" if status.revocation_details.ca_revoked else "người ký"
        return f"Chứng thư của {owner} đã bị thu hồi từ {_day(status.revocation_details.revocation_date)}."
    if but_for_revocation:
        return _NO_LIST
    match status.trust_problem_indic:
        case AdESIndeterminate.NO_CERTIFICATE_CHAIN_FOUND:
            return _UNKNOWN
        case AdESIndeterminate.CHAIN_CONSTRAINTS_FAILURE:
            return _NOT_FOR_SIGNING
        case AdESIndeterminate.CRYPTO_CONSTRAINTS_FAILURE:
            return _WEAK
    return _out_of_date(status, at) or _UNKNOWN


def _out_of_date(status: PdfSignatureStatus, at: datetime) -> str:
    path = status.validation_path
    authorities = list(path.iter_certs(include_root=True)) if path is not None else []
    for certificate in (status.signing_cert, *authorities):
        owner = "người ký" if certificate == status.signing_cert else "tổ chức cấp chứng thư"
        if at > certificate.not_valid_after:
            return f"Chứng thư của {owner} đã hết hạn từ {_day(certificate.not_valid_after)}."
        if at < certificate.not_valid_before:
            return f"Chứng thư của {owner} chỉ có hiệu lực từ {_day(certificate.not_valid_before)}."
    return ""


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y}"
