"""The application and the server that runs it."""

from __future__ import annotations

import ipaddress
import logging

import uvicorn
from fastapi import FastAPI

from api.app import open_desk
from api.desk import Desk
from api.errors import NotLoopbackError
from api.http import health, routes
from api.http.bodies import BoundedBody
from api.http.problems import add_problems
from api.settings import Settings

log = logging.getLogger("docgen.http")


def create_app(desk: Desk) -> FastAPI:
    """The application over a desk."""
    app = FastAPI(
        title="docgen",
        summary="Văn bản hành chính: soạn, cấp số, ký, lưu trữ, tra cứu",
        description="Chưa có khóa cho hệ thống gọi: dịch vụ chỉ lắng nghe trên máy này (loopback).",
        version="1",
    )
    app.state.desk = desk
    app.add_middleware(BoundedBody)
    add_problems(app)
    app.include_router(routes.router)
    app.include_router(health.router)
    return app


def serve(settings: Settings, host: str | None = None, port: int | None = None) -> None:
    """Run the server until it is told to stop.

    Until callers have keys, only this machine may call: another address than loopback must be asked for by
    ``DOCGEN_BIND``, as the container does, and is logged.
    """
    address = bound_address(host, settings)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    with open_desk(settings) as desk:
        desk.workshop.warm()
        desk.reading_room.warm()
        log.info("API at http://%s:%d, documentation at /docs", address, port or settings.port)
        uvicorn.run(create_app(desk), host=address, port=port or settings.port, log_config=None)


def bound_address(host: str | None, settings: Settings) -> str:
    """The address to listen on: what was asked for if it is loopback, or what the operator's setting widened to.

    Raises:
        NotLoopbackError: the command line asks for more than loopback and the setting does not.
    """
    address = host or settings.bind
    if _loopback(address):
        log.info("listening on loopback only: callers have no keys yet")
    elif address == settings.bind:
        log.warning("DOCGEN_BIND widens the service to %s though callers have no keys yet", address)
    else:
        raise NotLoopbackError(address)
    return address


def _loopback(address: str) -> bool:
    try:
        return ipaddress.ip_address(address).is_loopback
    except ValueError:
        return address == "localhost"
