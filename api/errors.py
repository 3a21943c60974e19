"""What the use cases themselves refuse, and the one table from every error to its answer.

UseCaseError
├── InvalidOfficeError       an office file is no TOML, or lacks a field
├── OfficeUnnamedError       nothing says which office issues
├── KeyMissingError          a signer or the seal has no key
├── RegisterMissingError     the office has no register for the kind
├── NumberVoidedError        the request's number was voided
├── NotIssuedError           the record has no document yet
├── NotLoopbackError         the server was asked to listen beyond this machine
└── RequestStuckError        another process holds the request and does not finish
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from archive import errors as archive_errors
from docgen import errors as docgen_errors
from docgen.errors import Problem
from docgen.paper import errors as paper_errors
from docgen.sign import errors as signing_errors


class ExitCode(IntEnum):
    """How the command line ends."""

    #: done
    DONE = 0
    #: the input is wrong or unreadable, or the thing asked about is not in order
    WRONG = 1
    #: the command was not understood
    USAGE = 2
    #: a component is away: LibreOffice, database, object store, key
    AWAY = 3


class UseCaseError(Exception):
    """Việc này không làm được."""


class InvalidOfficeError(UseCaseError):
    """An office file cannot be used."""

    def __init__(self, file: str, problems: Sequence[Problem]) -> None:
        self.file = file
        self.problems = tuple(problems)
        super().__init__(f"Tệp cơ quan “{file}” chưa đúng: {'; '.join(map(str, problems))}.")


class OfficeUnnamedError(UseCaseError):
    """Neither the call, nor the content, nor the settings name an office."""

    def __init__(self) -> None:
        super().__init__(
            "Chưa biết cơ quan ban hành. Hãy thêm trường “office” vào nội dung, dùng --office, "
            "hoặc đặt biến DOCGEN_OFFICE."
        )


class KeyMissingError(UseCaseError):
    """The office has no key for a signer or for its seal."""

    def __init__(self, office: str, owner: str) -> None:
        self.office = office
        self.owner = owner
        super().__init__(
            f"Cơ quan “{office}” chưa khai báo khóa ký hoặc hình ảnh chữ ký của “{owner}”. "
            "Hãy bổ sung rồi nhập lại tệp cơ quan (docgen office import)."
        )


class RegisterMissingError(UseCaseError):
    """No register of the office takes documents of this kind."""

    def __init__(self, office: str, kind: str) -> None:
        super().__init__(f"Cơ quan “{office}” không có sổ đăng ký nào cho loại “{kind}”.")


class NumberVoidedError(UseCaseError):
    """The number of this request was voided; the request cannot be finished."""

    def __init__(self, symbol: str) -> None:
        super().__init__(f"Số {symbol} của yêu cầu này đã bị hủy. Hãy gửi lại với mã yêu cầu mới.")


class NotIssuedError(UseCaseError):
    """The record's number is taken, but its document was never finished."""

    def __init__(self, symbol: str) -> None:
        super().__init__(f"Văn bản số {symbol} chưa được ban hành nên chưa có tệp PDF.")


class NotLoopbackError(UseCaseError):
    """The server may not listen beyond this machine until callers have keys."""

    def __init__(self, address: str) -> None:
        self.address = address
        super().__init__(
            f"Chưa có khóa cho hệ thống gọi nên dịch vụ chỉ lắng nghe trên máy này (127.0.0.1), không trên {address}. "
            "Trong container, đặt DOCGEN_BIND nếu thật sự cần."
        )


class RequestStuckError(UseCaseError):
    """Another process works on the same request and did not finish in time."""

    def __init__(self, symbol: str) -> None:
        super().__init__(f"Số {symbol} đang được một tiến trình khác xử lý. Hãy gửi lại đúng yêu cầu này sau ít phút.")


@dataclass(frozen=True, slots=True)
class Answer:
    """How an error is told: HTTP status, stable name of the problem, exit code."""

    status: int
    type: str
    exit: ExitCode = ExitCode.WRONG


_AWAY = ExitCode.AWAY

#: The first class that fits counts, so a class stands before its base.
ANSWERS: Sequence[tuple[type[Exception], Answer]] = (
    (docgen_errors.UnknownKindError, Answer(404, "unknown-kind")),
    (docgen_errors.UnknownExampleError, Answer(404, "unknown-example")),
    (docgen_errors.BrokenKindError, Answer(500, "broken-kind")),
    (docgen_errors.InvalidContentError, Answer(422, "invalid-content")),
    (docgen_errors.RenderingError, Answer(500, "broken-template")),
    (docgen_errors.ConverterMissingError, Answer(503, "converter-missing", _AWAY)),
    (docgen_errors.ConverterBusyError, Answer(503, "converter-busy", _AWAY)),
    (docgen_errors.ConversionError, Answer(503, "conversion-failed", _AWAY)),
    (docgen_errors.ReadingRoomBusyError, Answer(503, "reading-room-busy", _AWAY)),
    (paper_errors.UnreadablePaperError, Answer(422, "unreadable-paper")),
    (signing_errors.UnreadablePdfError, Answer(422, "unreadable-pdf")),
    (signing_errors.SigningError, Answer(503, "signing-failed", _AWAY)),
    (signing_errors.TrustStoreError, Answer(503, "trust-store-away", _AWAY)),
    (docgen_errors.DocgenError, Answer(500, "document-failed")),
    (archive_errors.InvalidMetadataError, Answer(422, "invalid-metadata")),
    (archive_errors.RecordNotFoundError, Answer(404, "record-not-found")),
    (archive_errors.OfficeNotFoundError, Answer(422, "office-not-found")),
    (archive_errors.OfficeNotInForceError, Answer(422, "office-not-in-force")),
    (archive_errors.OfficePeriodsOverlapError, Answer(409, "office-periods-overlap")),
    (archive_errors.RequestConflictError, Answer(422, "idempotency-key-reused")),
    (archive_errors.ClockMovedBackError, Answer(409, "clock-moved-back")),
    (archive_errors.NumberTakenError, Answer(409, "number-taken")),
    (archive_errors.TransitionError, Answer(409, "transition-refused")),
    (archive_errors.ObjectNotFoundError, Answer(500, "object-lost")),
    (archive_errors.ObjectCorruptError, Answer(500, "object-corrupt")),
    (archive_errors.StoreAwayError, Answer(503, "store-away", _AWAY)),
    (archive_errors.CatalogueAwayError, Answer(503, "catalogue-away", _AWAY)),
    (archive_errors.InvalidAddressError, Answer(503, "wrong-address", _AWAY)),
    (archive_errors.ArchiveError, Answer(500, "archive-failed")),
    (InvalidOfficeError, Answer(422, "invalid-office")),
    (OfficeUnnamedError, Answer(422, "office-unnamed")),
    (KeyMissingError, Answer(503, "key-missing", _AWAY)),
    (RegisterMissingError, Answer(422, "register-missing")),
    (NumberVoidedError, Answer(409, "number-voided")),
    (NotLoopbackError, Answer(500, "not-loopback", ExitCode.USAGE)),
    (NotIssuedError, Answer(409, "not-issued")),
    (RequestStuckError, Answer(503, "request-in-progress", _AWAY)),
)

#: Bases of everything that is told to people by the table above.
KNOWN_ERRORS = (docgen_errors.DocgenError, archive_errors.ArchiveError, UseCaseError)


def answer_to(error: Exception) -> Answer:
    """The answer to one of the :data:`KNOWN_ERRORS`."""
    return next(answer for kind, answer in ANSWERS if isinstance(error, kind))


def problems_of(error: Exception) -> list[dict[str, str]]:
    """The single places that are wrong, where the error names them."""
    found = getattr(error, "problems", ())
    return [{"path": problem.path, "message": problem.message} for problem in found if isinstance(problem, Problem)]
