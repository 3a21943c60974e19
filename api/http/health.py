"""Is the process alive, and can it work: ``/healthz`` and ``/readyz``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from api.desk import Desk
from archive.errors import ArchiveError

router = APIRouter(tags=["health"])


@router.get("/healthz")
async def healthz() -> Mapping[str, str]:
    """The process answers."""
    return {"status": "ok"}


@router.get("/readyz", responses={503: {"description": "A component is away"}})
def readyz(request: Request) -> JSONResponse:
    """Database and object store answer."""
    desk: Desk = request.app.state.desk
    parts: dict[str, Any] = {"catalogue": _state(desk.catalogue.ping), "store": _state(desk.store.ping)}
    ready = all(state == "ok" for state in parts.values())
    return JSONResponse({"status": "ok" if ready else "away", **parts}, status_code=200 if ready else 503)


def _state(ping: Callable[[], None]) -> str:
    try:
        ping()
    except ArchiveError as error:
        return str(error)
    return "ok"
