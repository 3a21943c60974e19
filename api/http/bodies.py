"""Bounded reading of what callers send: a body that is too large is refused before anything parses it."""

from __future__ import annotations

from fastapi import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from api.http.problems import problem
from docgen.paper.errors import MOST_BYTES

#: Bytes of a PDF to verify, of a file to check, and of any other body, at most.
MOST_PDF_BYTES = 100_000_000
MOST_FILE_BYTES = MOST_BYTES
MOST_BODY_BYTES = 10_000_000


async def file_body(request: Request) -> bytes:
    """The file of a request's body."""
    return await request.body()


def _limit(path: str) -> int:
    if path.endswith("/verifications"):
        return MOST_PDF_BYTES
    return MOST_FILE_BYTES if path.endswith("/checks") else MOST_BODY_BYTES


class BoundedBody:
    """ASGI middleware that reads a body up to its limit and hands it on, or answers 413."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request."""
        if scope["type"] != "http" or scope["method"] not in ("POST", "PUT", "PATCH"):
            await self._app(scope, receive, send)
            return
        limit = _limit(scope["path"])
        declared = dict(scope["headers"]).get(b"content-length", b"0")
        body = None if declared.isdigit() and int(declared) > limit else await _read(receive, limit)
        if body is None:
            answer = problem(413, "body-too-large", f"Thân yêu cầu lớn hơn {limit // 1_000_000} MB.")
            await answer(scope, receive, send)
            return
        waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

        async def again() -> Message:
            return waiting.pop() if waiting else await receive()

        await self._app(scope, again, send)


async def _read(receive: Receive, limit: int) -> bytes | None:
    """The whole body; None when it is larger than ``limit`` bytes."""
    body = bytearray()
    while True:
        message = await receive()
        body += message.get("body", b"")
        if len(body) > limit:
            return None
        if not message.get("more_body"):
            return bytes(body)
