"""The failures of signing and of reading a signed file, one class per thing that a caller can act on.

DocgenError
├── SigningError                    no signature was made
│   ├── UnsupportedKeyUriError      no adapter knows this kind of key
│   ├── KeyNotFoundError            nothing stands where the key should be
│   ├── WrongSecretError            the password or PIN does not open the key
│   ├── UnusableKeyError            the key is there and cannot sign
│   ├── CertificateExpiredError     the certificate ended before the moment of signing
│   ├── CertificateNotYetValidError the certificate begins after the moment of signing
│   ├── AlreadySignedError          the PDF is signed; nothing may be added
│   ├── UnsignablePdfError          the PDF cannot take a signature
│   ├── UnusablePictureError        the picture is no picture
│   ├── NoRoomForSignatureError     the layout leaves no gap for the signature
│   └── SigningFailedError          the key or the library refused
├── AuthorityError                  the demo authority's folder
│   └── AuthorityMissingError
├── TrustStoreError                 the folder of trusted authorities cannot be read
└── UnreadablePdfError              verification has nothing to judge
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from docgen.errors import DocgenError
from docgen.rules.dating import VIETNAM


def _day(moment: datetime) -> str:
    return f"{moment.astimezone(VIETNAM):%d/%m/%Y %H:%M}"


class SigningError(DocgenError):
    """Không ký được văn bản."""


class UnsupportedKeyUriError(SigningError):
    """The URI's scheme is not one that docgen can open."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        super().__init__(
            f"Không mở được khóa ký “{uri}”: loại khóa này chưa được hỗ trợ. "
            "Hãy khai báo theo dạng pkcs12:/đường/dẫn/tuyệt/đối/khóa.p12."
        )


class KeyNotFoundError(SigningError):
    """Nothing readable stands where the URI points."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        super().__init__(f"Không đọc được khóa ký “{uri}”. Hãy kiểm tra đường dẫn và quyền đọc tệp rồi thử lại.")


class WrongSecretError(SigningError):
    """The password or PIN does not open the key."""

    def __init__(self, uri: str) -> None:
        self.uri = uri
        super().__init__(f"Mật khẩu của khóa ký “{uri}” không đúng. Hãy nhập lại mật khẩu.")


class UnusableKeyError(SigningError):
    """The key was found and opened, and cannot make our signatures."""

    def __init__(self, uri: str, reason: str) -> None:
        self.uri = uri
        self.reason = reason
        super().__init__(f"Khóa ký “{uri}” không dùng được: {reason}. Hãy dùng khóa ký khác.")


class CertificateExpiredError(SigningError):
    """The certificate (*chứng thư chữ ký số*) ended before the moment of signing."""

    def __init__(self, subject: str, until: datetime) -> None:
        self.subject = subject
        self.until = until
        super().__init__(f"Chứng thư chữ ký số của “{subject}” đã hết hạn lúc {_day(until)}. Hãy gia hạn rồi ký lại.")


class CertificateNotYetValidError(SigningError):
    """The certificate begins after the moment of signing."""

    def __init__(self, subject: str, since: datetime) -> None:
        self.subject = subject
        self.since = since
        super().__init__(
            f"Chứng thư chữ ký số của “{subject}” chưa có hiệu lực trước {_day(since)}. "
            "Hãy kiểm tra đồng hồ của máy hoặc ký sau thời điểm này."
        )


class AlreadySignedError(SigningError):
    """The PDF holds a signature; a new field would break what it certifies."""

    def __init__(self) -> None:
        super().__init__("Tệp PDF đã có chữ ký số. Hãy lập lại tệp chưa ký rồi ký đủ các chữ ký trong một lần.")


class UnsignablePdfError(SigningError):
    """The PDF is broken, locked, or has not the page that a mark asks for."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"Không ký được tệp PDF này: {reason}. Hãy lập lại tệp PDF rồi ký lại.")


class UnusablePictureError(SigningError):
    """The bytes given as the picture of a signature or a seal are no picture."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"Hình chữ ký hoặc hình dấu không dùng được: {reason}. Hãy dùng tệp PNG có nền trong suốt.")


class NoRoomForSignatureError(SigningError):
    """Between the office of the signer and the name there is no gap."""

    def __init__(self, gap: float) -> None:
        self.gap = gap  # points
        super().__init__(
            f"Giữa chức vụ và họ tên người ký chỉ còn {gap / 72 * 25.4:.1f} mm, "
            "không đủ chỗ cho hình chữ ký. Hãy chừa khoảng trống trong mẫu."
        )


class SigningFailedError(SigningError):
    """The key, its device or the library refused for a reason of its own."""

    def __init__(self, subject: str, reason: str) -> None:
        self.subject = subject
        self.reason = reason
        super().__init__(f"Chữ ký của “{subject}” không tạo được: {reason}. Hãy thử lại.")


class AuthorityError(DocgenError):
    """Không dùng được cơ quan chứng thực thử nghiệm."""


class AuthorityMissingError(AuthorityError):
    """The folder holds no demo authority."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__(f"Thư mục {folder} chưa có cơ quan chứng thực thử nghiệm. Hãy tạo trước rồi thử lại.")


class TrustStoreError(DocgenError):
    """A trusted root or a revocation list cannot be read."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        self.reason = reason
        super().__init__(f"Kho chứng thư tin cậy {path} không dùng được: {reason}.")


class UnreadablePdfError(DocgenError):
    """The bytes are no PDF that verification can judge."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"Không đọc được tệp PDF: {reason}.")
