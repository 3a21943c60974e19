"""Children end with their parent, however the parent went, and leave nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.documents import ROOT

#: Starts one child that works on a request that never ends, and says its process id.
PARENT = """
import sys, threading, time
from docgen.children import ChildDiedError, Children, Limits

children = Children("tests.docgen.endless", Limits(size=1))
threading.Thread(target=lambda: children.call({}), daemon=True).start()
while not children.pids():
    time.sleep(0.01)
print(children.pids()[0], flush=True)
time.sleep(60)
"""


def lives(pid: int) -> bool:
    """Whether the process runs; one that ended and waits to be fetched does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("by", [signal.SIGTERM, signal.SIGKILL])
def test_a_child_in_the_middle_of_an_endless_request_ends_with_its_parent(by: signal.Signals, tmp_path: Path) -> None:
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as parent:
        assert parent.stdout
        pid = int(parent.stdout.readline())
        time.sleep(1)
        assert lives(pid)
        parent.send_signal(by)
    deadline = time.monotonic() + 10
    while lives(pid) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not lives(pid)
    assert list(tmp_path.glob("docgen-child-*")) == []
