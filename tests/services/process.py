"""What every throw-away server needs: a program, a free port, a start and a stop of its own processes."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

PATIENCE_SECONDS = 60


def program(name: str, *, package: str, folders: Sequence[str] = ()) -> str:
    """The path of a program. A missing one fails the test: what was not tested is not known to work."""
    for pattern in folders:
        for folder in sorted(Path("/").glob(pattern.lstrip("/")), reverse=True):
            if (folder / name).exists():
                return str(folder / name)
    found = shutil.which(name)
    if found is None:
        pytest.fail(f"the program {name} is not installed; run: apt-get install {package}", pytrace=False)
    return found


def free_port() -> int:
    """A port of 127.0.0.1 that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def run(*command: str, stdin: str | None = None) -> str:
    """What a command printed; fails with its complaint."""
    done = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=PATIENCE_SECONDS, check=False)
    if done.returncode != 0:
        pytest.fail(f"{command[0]} answered {done.returncode}: {done.stderr[-2000:]}", pytrace=False)
    return done.stdout


def start(*command: str, log: Path) -> subprocess.Popen[bytes]:
    """A server as a child of ours, which writes to a log."""
    with log.open("ab") as out:
        return subprocess.Popen(command, stdout=out, stderr=out, stdin=subprocess.DEVNULL)


def wait_until(answers: Callable[[], bool], *, server: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the server answers; fail with the end of its log if it dies or stays silent."""
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while not answers():
        if server.poll() is not None or time.monotonic() > give_up_at:
            pytest.fail(f"{server.args!r} did not start: {log.read_text()[-2000:]}", pytrace=False)
        time.sleep(0.02)


def stop(server: subprocess.Popen[bytes], *, by: signal.Signals, seconds: float) -> None:
    """End one server, by force when it takes its time."""
    if server.poll() is None:
        server.send_signal(by)
    try:
        server.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait(timeout=PATIENCE_SECONDS)


def listens(port: int) -> bool:
    """Whether somebody accepts connections there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
