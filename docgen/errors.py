"""The failures of docgen, one class per thing that a caller can act on.

    DocgenError
    ├── KindError                   a template package is missing or broken (docgen.kinds)
    │   ├── UnknownKindError
    │   ├── BrokenKindError
    │   └── UnknownExampleError
    ├── InvalidContentError         the content breaks the kind's schema or the decree
    ├── RenderingError              a template cannot be filled (docgen.render)
    │   ├── ForbiddenTemplateCodeError
    │   ├── UnknownPlaceholderError
    │   └── RenderingLimitError
    ├── ConversionError             Word could not be made into PDF (docgen.convert)
    │   ├── ConverterMissingError
    │   ├── ConverterBusyError
    │   └── ConverterFailedError
    ├── ReadingRoomBusyError        every reader of strangers' files is at work (docgen.reading_room)
    ├── UnreadablePaperError        see docgen.paper.errors
    ├── SigningError                see docgen.sign.errors
    └── UnreadablePdfError          see docgen.sign.errors

Every class builds its own sentence, in Vietnamese, from the facts it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class DocgenError(Exception):
    """Tài liệu không lập được."""


class KindError(DocgenError):
    """Gói mẫu văn bản có lỗi."""


class UnknownKindError(KindError):
    """No folder of this name holds a kind (*loại văn bản*)."""

    def __init__(self, kind: str, known: Sequence[str]) -> None:
        self.kind = kind
        self.known = tuple(known)
        super().__init__(f"Không có loại văn bản “{kind}”. Các loại hiện có: {', '.join(known)}.")


class UnknownExampleError(KindError):
    """The kind has no example of this name."""

    def __init__(self, kind: str, name: str, known: Sequence[str]) -> None:
        self.kind = kind
        self.name = name
        super().__init__(f"Loại “{kind}” không có ví dụ “{name}”. Các ví dụ hiện có: {', '.join(known)}.")


class BrokenKindError(KindError):
    """A template package cannot be read."""

    def __init__(self, kind: str, reason: str) -> None:
        self.kind = kind
        self.reason = reason
        super().__init__(f"Gói mẫu “{kind}” bị hỏng: {reason}. Hãy sửa gói mẫu rồi thử lại.")


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with a content: where it stands, and a sentence for the clerk."""

    path: str  #: as the content names it: ``body[2].text``; empty for the content itself
    message: str

    def __str__(self) -> str:
        return f"{self.path}: {self.message}" if self.path else self.message


class InvalidContentError(DocgenError):
    """The content breaks the kind's schema or a rule of the decree; nothing was spent."""

    def __init__(self, kind: str, problems: Sequence[Problem]) -> None:
        self.kind = kind
        self.problems = tuple(problems)
        shown = "; ".join(str(problem) for problem in self.problems[:10])
        more = f"; và {len(self.problems) - 10} lỗi khác" if len(self.problems) > 10 else ""
        super().__init__(f"Nội dung “{kind}” chưa đúng: {shown}{more}.")


class RenderingError(DocgenError):
    """Không điền được mẫu Word."""


class ForbiddenTemplateCodeError(RenderingError):
    """A template holds code that a template may not run."""

    def __init__(self, template: str, code: str) -> None:
        self.template = template
        self.code = code
        super().__init__(
            f"Mẫu “{template}” chứa lệnh không được phép: {code}. Mẫu chỉ được điền trường, lặp và rẽ nhánh."
        )


class UnknownPlaceholderError(RenderingError):
    """A template asks for a field that nothing fills."""

    def __init__(self, template: str, name: str) -> None:
        self.template = template
        self.name = name
        super().__init__(f"Mẫu “{template}” dùng trường không tồn tại: {name}. Hãy sửa tên trường trong mẫu.")


class RenderingLimitError(RenderingError):
    """A template took more time or memory than it may."""

    def __init__(self, template: str) -> None:
        self.template = template
        super().__init__(f"Mẫu “{template}” chạy quá giới hạn thời gian hoặc bộ nhớ nên đã bị dừng.")


class ConversionError(DocgenError):
    """Không chuyển được văn bản Word sang PDF."""


class ConverterMissingError(ConversionError):
    """LibreOffice is not on this machine."""

    def __init__(self, program: str) -> None:
        self.program = program
        super().__init__(f"Không tìm thấy LibreOffice tại {program}. Hãy cài đặt (make setup) rồi thử lại.")


class ConverterBusyError(ConversionError):
    """Every converter is at work and the wait is over."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"Mọi bộ chuyển đổi PDF đều bận sau {seconds:.0f} giây. Hãy thử lại sau ít phút.")


class ConverterFailedError(ConversionError):
    """LibreOffice died, hung or refused the document, also at a second try."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(f"LibreOffice không chuyển được văn bản sang PDF: {reason}.")


class ReadingRoomBusyError(DocgenError):
    """Every child that opens files is at work and the wait is over."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(f"Mọi bộ đọc tệp đều bận sau {seconds:.0f} giây. Hãy thử lại sau ít phút.")
