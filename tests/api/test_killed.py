"""SIGKILL in the middle of issuing, again and again: every request ends with one number and one document."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from api.settings import Settings
from archive.catalogue import open_catalogue
from archive.objects import open_store
from archive.record import Status
from archive.search.query import Query
from tests.documents import ROOT

REQUESTS = [f"portal-{index}" for index in range(24)]
KILLS = 8
#: Issues the requests that it is told, one after another, and says so after each.
CHILD = """
import sys
from api.app import open_desk
from api.settings import Settings
from api.use_cases.issue import Wish, issue

with open_desk(Settings()) as desk:
    content = desk.kinds.kind("giay_cong_nhan").example()
    print("ready", flush=True)
    for request in sys.argv[1:]:
        issue(desk, Wish(kind="giay_cong_nhan", content=content, request_id=request))
        print(request, flush=True)
"""


def run(home: Path, requests: list[str], kill_after: float | None) -> list[str]:
    """The requests that were answered before the child ended or was killed."""
    environment = {**os.environ, "DOCGEN_HOME": str(home)}
    with subprocess.Popen(
        [sys.executable, "-c", CHILD, *requests], stdout=subprocess.PIPE, text=True, env=environment, cwd=ROOT
    ) as child:
        assert child.stdout
        assert child.stdout.readline() == "ready\n"
        if kill_after is not None:
            time.sleep(kill_after)
            child.send_signal(signal.SIGKILL)
        answered = child.stdout.read().split()
        code = child.wait()
    assert code == (0 if kill_after is None else -signal.SIGKILL)
    return answered


def test_every_request_gets_one_number_and_one_document_whenever_the_process_is_killed(tmp_path: Path) -> None:
    seed = 20261122
    moments = random.Random(seed)
    waiting, answered = list(REQUESTS), set[str]()
    for _ in range(KILLS):
        answered |= set(run(tmp_path, [*waiting], moments.uniform(0.05, 2.5)))
        waiting = [request for request in waiting if request not in answered] or waiting
    run(tmp_path, REQUESTS, None)

    settings = Settings(home=tmp_path)
    catalogue, store = open_catalogue(settings.catalogue_address), open_store(settings.store_address)
    records = catalogue.search(Query(statuses=frozenset(Status), page_size=500)).items
    assert sorted(record.request_id for record in records) == sorted(REQUESTS)
    assert sorted(record.number for record in records) == list(range(1, len(REQUESTS) + 1))
    assert {record.status for record in records} == {Status.ISSUED}
    for record in records:
        assert record.sha256
        store.check(record.sha256)
    catalogue.close()
