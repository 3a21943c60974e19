"""A pool of child processes that may be killed: a request goes in, an answer comes out, within a time.

Templates and LibreOffice run in such children, because only a process that can be killed bounds what a template
or a document may cost. Parent and child talk over a socket pair: one JSON message and one message of bytes each
way, never pickles, so a child that was taken over can hand back nothing but data. A child ends when its parent
is gone, however the parent went.
"""

from __future__ import annotations

import json
import os
import queue
import resource
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

Message = Mapping[str, Any]
Handler = Callable[[Message, bytes], tuple[Message, bytes]]


class ChildError(Exception):
    """Base of what can go wrong with a child."""


class ChildrenBusyError(ChildError):
    """No child became free in time."""


class ChildDiedError(ChildError):
    """The child ended before it answered, or was stopped because it took too long."""

    def __init__(self, *, late: bool) -> None:
        self.late = late
        super().__init__("the child took too long" if late else "the child died")


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a pool allows."""

    size: int = 2  #: children at once
    wait: float = 30.0  #: seconds until a child must be free
    answer: float = 60.0  #: seconds until an answer must be there
    start: float = 60.0  #: seconds until a new child must say that it is ready
    memory: int = 4 * 1024**3  #: bytes of address space of one child
    jobs: int = 300  #: answers after which a child is replaced, because LibreOffice grows


class _Child:
    """One child process and the parent's end of its line."""

    def __init__(self, command: Sequence[str], limits: Limits, environment: Mapping[str, str]) -> None:
        ours, theirs = socket.socketpair()
        self._folder = tempfile.mkdtemp(prefix="docgen-child-")
        with theirs:
            self._process = subprocess.Popen(
                [*command, self._folder, str(os.getpid()), str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                env={**environment, "TMPDIR": self._folder, "DOCGEN_CHILD_MEMORY": str(limits.memory)},
                start_new_session=True,
            )
        self._line = Connection(ours.detach())
        self._limits = limits
        self.jobs = 0
        self.ready = False

    def call(self, message: Message, payload: bytes) -> tuple[Message, bytes]:
        if not self.ready:
            self._receive(self._limits.start)
            self.ready = True
        try:
            self._line.send_bytes(json.dumps(message, ensure_ascii=False).encode())
            self._line.send_bytes(payload)
        except OSError as error:
            raise ChildDiedError(late=False) from error
        answer = json.loads(self._receive(self._limits.answer))
        data = self._receive(self._limits.answer)
        self.jobs += 1
        return answer, data

    def _receive(self, seconds: float) -> bytes:
        try:
            if not self._line.poll(seconds):
                raise ChildDiedError(late=True)
            return self._line.recv_bytes()
        except (EOFError, OSError) as error:
            raise ChildDiedError(late=False) from error

    @property
    def pid(self) -> int:
        return self._process.pid

    def stop(self) -> None:
        """End the process at once; what it works on is lost."""
        self._line.close()
        self._process.kill()
        self._process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)


class Children:
    """A pool of children of one kind; any thread may call it."""

    def __init__(self, module: str, limits: Limits, *, environment: Mapping[str, str] | None = None) -> None:
        """Children run ``python -m module``, each started when first needed."""
        self._command = (sys.executable, "-m", module)
        self._limits = limits
        keep = ("PATH", "HOME", "LANG", "LC_ALL", "PYTHONPATH", "VIRTUAL_ENV")
        inherited = {name: os.environ[name] for name in keep if name in os.environ}
        self._environment = {**inherited, **(environment or {})}
        self._free: queue.LifoQueue[_Child | None] = queue.LifoQueue()
        for _ in range(limits.size):
            self._free.put(None)
        self._all: set[_Child] = set()
        self._guard = threading.Lock()
        self._closed = False

    def call(self, message: Message, payload: bytes = b"") -> tuple[Message, bytes]:
        """The answer of one child.

        Raises:
            ChildrenBusyError: none was free within the limit.
            ChildDiedError: it died or took too long; the pool stays whole, the next call gets a new one.
        """
        try:
            child = self._free.get(timeout=self._limits.wait)
        except queue.Empty:
            raise ChildrenBusyError("no child is free") from None
        try:
            child = child or self._started()
            answer = child.call(message, payload)
        except BaseException:
            self._dropped(child)
            self._free.put(None)
            raise
        if child.jobs >= self._limits.jobs:
            self._dropped(child)
            self._free.put(None)
        else:
            self._free.put(child)
        return answer

    def warm(self) -> None:
        """Start every child that is not running yet, without waiting until they are ready."""
        taken = []
        while not self._free.empty():
            child = self._free.get_nowait()
            taken.append(child or self._started())
        for child in taken:
            self._free.put(child)

    def pids(self) -> list[int]:
        """Process ids of the children that are running."""
        with self._guard:
            return [child.pid for child in self._all]

    def close(self) -> None:
        """Stop every child."""
        with self._guard:
            self._closed = True
            running, self._all = self._all, set()
        for child in running:
            child.stop()

    def _started(self) -> _Child:
        with self._guard:
            child = _Child(self._command, self._limits, self._environment)
            self._all.add(child)
        return child

    def _dropped(self, child: _Child | None) -> None:
        if child is None:
            return
        with self._guard:
            known = child in self._all
            self._all.discard(child)
        if known:
            child.stop()


def work_folder() -> Path:
    """The child's own folder, which goes with it."""
    return Path(sys.argv[-3])


def serve(handler: Handler) -> None:
    """The child's side: answer requests on the line named by the last argument until the parent is gone."""
    memory = int(os.environ.get("DOCGEN_CHILD_MEMORY", "0"))
    if memory:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    threading.Thread(target=_end_with_parent, args=[int(sys.argv[-2])], daemon=True).start()
    line = Connection(int(sys.argv[-1]))
    try:
        line.send_bytes(b"ready")
        while True:
            answer, data = handler(json.loads(line.recv_bytes()), line.recv_bytes())
            line.send_bytes(json.dumps(answer, ensure_ascii=False).encode())
            line.send_bytes(data)
    except (EOFError, BrokenPipeError, ConnectionResetError):
        shutil.rmtree(work_folder(), ignore_errors=True)


def _end_with_parent(parent: int) -> None:
    """End the process when the parent is gone, also in the middle of a request that would never end."""
    while os.getppid() == parent:
        time.sleep(1)
    shutil.rmtree(work_folder(), ignore_errors=True)
    os._exit(1)
