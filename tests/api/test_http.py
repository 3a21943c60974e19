"""The HTTP door, over a real socket."""

from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx2 as httpx
import pytest
import uvicorn

from api.desk import Desk
from api.http.server import bound_address, create_app
from api.settings import Settings
from archive.objects import open_store
from tests.api.conftest import MakeDesk
from tests.documents import KINDS, ReadPdf

CERTIFICATE = KINDS.kind("giay_cong_nhan").example()
WISH = {"kind": "giay_cong_nhan", "content": CERTIFICATE}
Serve = Callable[[Desk], httpx.Client]


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Serves a desk on a free port and gives a client for it."""
    servers: list[tuple[uvicorn.Server, threading.Thread]] = []
    clients: list[httpx.Client] = []

    def start(desk: Desk) -> httpx.Client:
        line = socket.socket()
        line.bind(("127.0.0.1", 0))
        server = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="warning"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [line]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.01)
        servers.append((server, thread))
        client = httpx.Client(base_url=f"http://127.0.0.1:{line.getsockname()[1]}", timeout=60)
        clients.append(client)
        return client

    yield start
    for client in clients:
        client.close()
    for server, thread in servers:
        server.should_exit = True
        thread.join()


@pytest.fixture
def client(serve: Serve, desk: Desk) -> httpx.Client:
    return serve(desk)


def issue(client: httpx.Client, key: str, wish: Any = WISH) -> httpx.Response:
    return client.post("/api/v1/documents", json=wish, headers={"Idempotency-Key": key})


def test_the_whole_way_of_a_document(serve: Serve, each_desk: Desk) -> None:
    client = serve(each_desk)
    made = issue(client, "k1")
    assert made.status_code == 201
    record = made.json()
    assert made.headers["Location"] == f"/api/v1/documents/{record['id']}"
    assert "Idempotency-Replayed" not in made.headers
    assert record["symbol"] == "01/GCN-UBND"

    again = issue(client, "k1")
    assert (again.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert again.content == made.content

    found = client.get("/api/v1/documents", params={"unit": "tan an dong", "year": record["year"], "q": "công nhận"})
    assert (found.json()["total"], found.json()["items"][0]["id"]) == (1, record["id"])
    assert client.get(made.headers["Location"]).json() == record

    file = client.get(f"{made.headers['Location']}/file")
    assert file.headers["Content-Type"] == "application/pdf"
    assert file.headers["ETag"] == f'"{record["sha256"]}"'
    verified = client.post("/api/v1/verifications", content=file.content).json()
    assert (verified["whole"], verified["trusted"], verified["status"]) == (True, True, "issued")
    assert verified["document"] == {"id": record["id"], "symbol": record["symbol"]}


def test_equal_requests_at_once_get_one_number(client: httpx.Client) -> None:
    with ThreadPoolExecutor(4) as threads:
        answers = list(threads.map(lambda _: issue(client, "k1"), range(4)))
    assert {answer.status_code for answer in answers} == {201}
    assert len({answer.json()["id"] for answer in answers}) == 1
    assert issue(client, "k2").json()["number"] == "02"


def test_kinds_are_told_with_schema_and_example(client: httpx.Client) -> None:
    assert client.get("/api/v1/kinds").json()["total"] == len(KINDS.ids())
    kind = client.get("/api/v1/kinds/cong_van").json()
    assert kind["schema"] == KINDS.kind("cong_van").schema
    assert kind["example"] == KINDS.kind("cong_van").example()
    assert set(kind["examples"]) == set(KINDS.kind("cong_van").examples)


@pytest.mark.parametrize(("format", "start"), [("pdf", b"%PDF-"), ("docx", b"PK")])
def test_a_preview_spends_no_number(client: httpx.Client, format: str, start: bytes) -> None:
    answer = client.post("/api/v1/previews", json={**WISH, "format": format})
    assert answer.status_code == 200
    assert answer.content.startswith(start)
    assert issue(client, "k1").json()["number"] == "01"


def test_a_preview_leaves_number_and_day_open(client: httpx.Client) -> None:
    answer = client.post("/api/v1/previews", json=WISH)
    assert "Số: /GCN-UBND" in ReadPdf(answer.content).text()


PROBLEMS: list[tuple[str, Callable[[httpx.Client], httpx.Response], int, str]] = [
    ("an unknown kind", lambda c: issue(c, "k", {"kind": "x", "content": {}}), 404, "unknown-kind"),
    ("wrong content", lambda c: issue(c, "k", {"kind": "cong_van", "content": {}}), 422, "invalid-content"),
    ("a field that is none", lambda c: issue(c, "k", {**WISH, "x": 1}), 422, "invalid-request"),
    ("content that is no object", lambda c: issue(c, "k", {**WISH, "content": []}), 422, "invalid-request"),
    ("an unknown office", lambda c: issue(c, "k", {**WISH, "office": "x"}), 422, "office-not-found"),
    ("no key for the request", lambda c: c.post("/api/v1/documents", json=WISH), 400, "idempotency-key-missing"),
    (
        "no JSON",
        lambda c: c.post("/api/v1/previews", content=b"{", headers={"Content-Type": "application/json"}),
        400,
        "unreadable-body",
    ),
    (
        "JSON that is too deep",
        lambda c: c.post(
            "/api/v1/previews",
            content=b'{"kind":"cong_van","content":{"a":' + b"[" * 100_000 + b"]" * 100_000 + b"}}",
            headers={"Content-Type": "application/json"},
        ),
        400,
        "unreadable-body",
    ),
    ("an unknown record", lambda c: c.get("/api/v1/documents/x"), 404, "record-not-found"),
    ("the file of an unknown record", lambda c: c.get("/api/v1/documents/x/file"), 404, "record-not-found"),
    ("an unknown path", lambda c: c.get("/api/v1/nothing"), 404, "not-found"),
    ("another method", lambda c: c.delete("/api/v1/kinds"), 405, "method-not-allowed"),
    ("a page before the first", lambda c: c.get("/api/v1/documents?page=0"), 422, "invalid-request"),
    ("a file that is no PDF", lambda c: c.post("/api/v1/verifications", content=b"x"), 422, "unreadable-pdf"),
    ("no file at all", lambda c: c.post("/api/v1/verifications"), 422, "unreadable-pdf"),
    (
        "a body that is too large",
        lambda c: c.post("/api/v1/previews", content=b" " * 10_000_001),
        413,
        "body-too-large",
    ),
]


@pytest.mark.parametrize(
    ("ask", "status", "type_"), [pytest.param(ask, status, type_, id=name) for name, ask, status, type_ in PROBLEMS]
)
def test_errors_are_problems_with_a_stable_type(
    client: httpx.Client, ask: Callable[[httpx.Client], httpx.Response], status: int, type_: str
) -> None:
    answer = ask(client)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["type"], problem["status"]) == (f"/problems/{type_}", status)
    assert problem["detail"]
    assert client.get("/healthz").json() == {"status": "ok"}


def test_a_key_used_for_another_wish_is_refused(client: httpx.Client) -> None:
    issue(client, "k1")
    answer = issue(client, "k1", {**WISH, "content": {**CERTIFICATE, "year": 2025}})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/idempotency-key-reused")


def test_problems_name_the_fields(client: httpx.Client) -> None:
    answer = issue(client, "k", {**WISH, "content": {**CERTIFICATE, "unit": {"name": "", "type": "Khác"}}})
    assert {problem["path"] for problem in answer.json()["problems"]} == {"unit.name", "unit.type"}


def test_a_store_that_is_away_is_told_and_ready_no_more(serve: Serve, desk: Desk) -> None:
    away = replace(desk, store=open_store("s3://a:b@127.0.0.1:1/x?secure=false"))
    client = serve(away)
    answer = issue(client, "k1")
    assert (answer.status_code, answer.json()["type"]) == (503, "/problems/store-away")
    assert answer.headers["Retry-After"]
    ready = client.get("/readyz")
    assert ready.status_code == 503
    assert ready.json()["catalogue"] == "ok"
    done = issue(serve(desk), "k1")
    assert done.json()["number"] == "01"


def test_openapi_describes_every_route_and_its_problems(client: httpx.Client) -> None:
    told = client.get("/openapi.json").json()
    assert told["openapi"].startswith("3.1")
    assert {
        "/api/v1/kinds", "/api/v1/kinds/{kind}", "/api/v1/previews", "/api/v1/documents", "/api/v1/documents/{id}",
        "/api/v1/documents/{id}/file", "/api/v1/verifications", "/api/v1/checks", "/healthz", "/readyz",
    } == set(told["paths"])  # fmt: skip
    for path in ("/api/v1/previews", "/api/v1/documents"):
        assert {"400", "404", "413", "422", "500", "503"} <= set(told["paths"][path]["post"]["responses"])
    assert json.dumps(told).count("application/problem+json") > 20
    assert client.get("/docs").status_code == 200


def test_the_server_binds_to_loopback_unless_the_operator_widens_it() -> None:
    assert bound_address(None, Settings()) == "127.0.0.1"
    assert bound_address("::1", Settings()) == "::1"
    assert bound_address(None, Settings(bind="0.0.0.0")) == "0.0.0.0"


def test_numbers_go_on_after_a_restart(serve: Serve, make_desk: MakeDesk, tmp_path: Path) -> None:
    places = (str(tmp_path / "c.db"), str(tmp_path / "o"))
    assert issue(serve(make_desk(*places)), "k1").json()["number"] == "01"
    restarted = serve(make_desk(*places))
    assert issue(restarted, "k2").json()["number"] == "02"
    assert issue(restarted, "k1").json()["number"] == "01"
