"""Bounded reading of what callers send."""

from __future__ import annotations

from fastapi import Request

from api.http.problems import RequestProblemError

#: Bytes of a PDF to verify, and of any other body, at most.
MOST_PDF_BYTES = 100_000_000
MOST_BODY_BYTES = 10_000_000


async def pdf_body(request: Request) -> bytes:
    """The PDF of a request's body, read up to its limit."""
    data = bytearray()
    async for chunk in request.stream():
        data += chunk
        if len(data) > MOST_PDF_BYTES:
            raise RequestProblemError(413, "body-too-large", "Tệp PDF lớn hơn 100 MB.")
    return bytes(data)


async def bounded_body(request: Request) -> None:
    """Refuse a JSON body that is larger than it may be, before it is parsed."""
    if int(request.headers.get("content-length") or 0) > MOST_BODY_BYTES:
        raise RequestProblemError(413, "body-too-large", "Thân yêu cầu lớn hơn 10 MB.")
    size = 0
    chunks = []
    async for chunk in request.stream():
        size += len(chunk)
        if size > MOST_BODY_BYTES:
            raise RequestProblemError(413, "body-too-large", "Thân yêu cầu lớn hơn 10 MB.")
        chunks.append(chunk)
    # Starlette keeps a body that was read in this attribute and gives it to whoever asks next.
    request._body = b"".join(chunks)
