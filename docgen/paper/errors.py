"""Why a file cannot be read as a paper, one class per thing that a clerk can do about it.

    UnreadablePaperError
    ├── EmptyFileError
    ├── PaperTooLargeError      more bytes, entries, pages or text than are read
    ├── PaperTooSlowError       not read within the time that one file may take
    ├── ProtectedPaperError     opens only with a password
    ├── OldFormatError          .doc or .rtf: Word itself turns it into .docx
    ├── UnsupportedFormatError  spreadsheets, slides, pictures, web pages and what nobody knows
    ├── UnjudgeablePaperError   holds no letters that a check can trust: a scan
    ├── LegacyLettersError      written in VNI or TCVN3 letters, which only their own fonts show right
    └── DamagedPaperError       says it is a PDF or a Word file, and is broken

Every class builds its own sentence, in Vietnamese, from the facts it is given.
"""

from __future__ import annotations

from docgen.errors import DocgenError

#: Bytes of a file that is read, at most; what lies behind every door promises the same 50 MB.
MOST_BYTES = 50_000_000
#: Letters of a paper, at most.
MOST_CHARACTERS = 3_000_000


class UnreadablePaperError(DocgenError):
    """Không đọc được tệp."""


class EmptyFileError(UnreadablePaperError):
    """The file holds nothing, or nothing but blanks."""

    def __init__(self) -> None:
        super().__init__("Tệp rỗng. Hãy kiểm tra lại và gửi tệp có nội dung.")


class PaperTooLargeError(UnreadablePaperError):
    """The file, or what it unpacks to, is more than is read of one file."""

    def __init__(self, what: str, limit: str) -> None:
        self.what = what
        self.limit = limit
        super().__init__(f"{what}, quá giới hạn {limit}. Hãy tách tệp hoặc lưu lại cho gọn rồi thử lại.")


class PaperTooSlowError(UnreadablePaperError):
    """Reading took longer than one file may take."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"Chưa đọc xong tệp sau {seconds:.0f} giây nên đã dừng. Hãy tách tệp rồi thử lại.")


class ProtectedPaperError(UnreadablePaperError):
    """The file opens only with a password."""

    def __init__(self) -> None:
        super().__init__("Tệp được bảo vệ bằng mật khẩu. Hãy bỏ mật khẩu, lưu lại rồi thử lại.")


class OldFormatError(UnreadablePaperError):
    """A format of old word processors; ``format`` is its ending: ``.doc``, ``.rtf``."""

    def __init__(self, format: str) -> None:
        self.format = format
        super().__init__(f"Tệp theo định dạng cũ {format}. Hãy mở bằng Word, lưu lại thành .docx rồi thử lại.")


class UnsupportedFormatError(UnreadablePaperError):
    """A file of a kind that is not read; ``format`` names it in Vietnamese, empty where nobody knows."""

    def __init__(self, format: str = "") -> None:
        self.format = format
        what = f"Chưa đọc được {format}" if format else "Không nhận ra định dạng của tệp"
        super().__init__(f"{what}. Hãy gửi tệp .docx, .pdf hoặc văn bản thuần (.txt, mã UTF-8).")


class DamagedPaperError(UnreadablePaperError):
    """The file cannot be read to the end; ``format``, as which it begins, is ``PDF``, ``Word`` or empty."""

    def __init__(self, format: str) -> None:
        self.format = format
        what = f"Tệp {format}" if format else "Tệp"
        super().__init__(f"{what} bị hỏng hoặc bị cắt ngắn. Hãy tải lại hoặc xuất lại tệp rồi thử lại.")


class UnjudgeablePaperError(UnreadablePaperError):
    """The file opens, but shows no letters that a check can trust; ``reason`` is a sentence that says why."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"{reason} Hãy gửi tệp Word gốc, hoặc kiểm tra bằng mắt.")


class LegacyLettersError(UnreadablePaperError):
    """The text is in VNI or TCVN3 letters."""

    def __init__(self) -> None:
        super().__init__(
            "Văn bản dùng bộ mã cũ VNI hoặc TCVN3 nên không đọc được chữ. Hãy chuyển sang Unicode rồi thử lại."
        )
