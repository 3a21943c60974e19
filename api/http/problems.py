"""Every error as problem+json (RFC 9457) with a stable ``type``: the one place where HTTP learns of failures."""

from __future__ import annotations

import logging
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.errors import KNOWN_ERRORS, ExitCode, answer_to, problems_of

log = logging.getLogger("docgen.http")

#: Types of problems are relative references: stable names under this path.
TYPES = "/problems/"

_TITLES = {
    400: "Yêu cầu không đọc được",
    404: "Không tìm thấy",
    405: "Không hỗ trợ phương thức này",
    409: "Xung đột với trạng thái hiện tại",
    413: "Dữ liệu gửi lên quá lớn",
    415: "Loại dữ liệu không được hỗ trợ",
    422: "Dữ liệu chưa đúng",
    500: "Lỗi trong hệ thống",
    503: "Một bộ phận đang không dùng được",
}
#: Seconds after which a caller may try again when a component is away.
_RETRY_AFTER = "5"


def problem(status: int, type_: str, detail: str, **more: Any) -> JSONResponse:
    """One problem as an answer."""
    body = {"type": TYPES + type_, "title": _TITLES.get(status, "Lỗi"), "status": status, "detail": detail, **more}
    headers = {"Retry-After": _RETRY_AFTER} if status == 503 else None
    return JSONResponse(body, status_code=status, media_type="application/problem+json", headers=headers)


class RequestProblemError(Exception):
    """A request that is wrong before any use case is asked."""

    def __init__(self, status: int, type_: str, detail: str) -> None:
        self.status = status
        self.type = type_
        self.detail = detail
        super().__init__(detail)


def add_problems(app: FastAPI) -> None:
    """Teach an application to answer every error with a problem."""
    for kind in KNOWN_ERRORS:
        app.add_exception_handler(kind, _known)
    app.add_exception_handler(RequestProblemError, _request)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unknown)


def _known(_: Request, error: Exception) -> JSONResponse:
    answer = answer_to(error)
    if answer.exit is ExitCode.AWAY or answer.status >= 500:
        log.error("%s: %s", answer.type, error, exc_info=error)
    problems = problems_of(error)
    detail = " ".join([str(error), *getattr(error, "__notes__", ())])
    return problem(answer.status, answer.type, detail, **({"problems": problems} if problems else {}))


def _request(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestProblemError)
    return problem(error.status, error.type, error.detail)


def _invalid(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(one["type"] == "json_invalid" for one in found):
        return problem(400, "unreadable-body", "Thân yêu cầu không phải JSON đúng.")
    problems = [{"path": ".".join(map(str, one["loc"][1:])), "message": one["msg"]} for one in found]
    where = ", ".join(one["path"] for one in problems)
    return problem(422, "invalid-request", f"Yêu cầu chưa đúng ở: {where}.", problems=problems)


def _http(_: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, HTTPException)
    names = {400: "unreadable-body", 404: "not-found", 405: "method-not-allowed"}
    said = error.detail != HTTPStatus(error.status_code).phrase
    detail = str(error.detail) if said else f"{_TITLES.get(error.status_code, 'Lỗi')}."
    answer = problem(error.status_code, names.get(error.status_code, "http-error"), detail)
    answer.headers.update(error.headers or {})
    return answer


def _unknown(_: Request, error: Exception) -> JSONResponse:
    log.error("unexpected error", exc_info=error)
    return problem(500, "unexpected", "Hệ thống gặp lỗi ngoài dự kiến; lỗi đã được ghi lại.")
