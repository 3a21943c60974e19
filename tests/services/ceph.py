"""A throw-away S3 server: Ceph with one monitor, one store in memory and one radosgw, no manager.

Authentication stays on: without it radosgw hangs for five minutes before it gives up (16.2.15, measured).
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.services.process import free_port, listens, program, run, start, stop, wait_until

ACCESS_KEY = "docgen-test"
SECRET_KEY = "p@ss/w:rd%40+&?#"  # every sign that an address must encode
_POOLS = (
    ".rgw.root",
    "default.rgw.log",
    "default.rgw.control",
    "default.rgw.meta",
    "default.rgw.buckets.index",
    "default.rgw.buckets.data",
    "default.rgw.buckets.non-ec",
)
_CONFIG = """
[global]
fsid = {fsid}
mon host = [v2:127.0.0.1:{v2_port},v1:127.0.0.1:{v1_port}]
public addr = 127.0.0.1
cluster addr = 127.0.0.1
auth cluster required = cephx
auth service required = cephx
auth client required = cephx
auth allow insecure global id reclaim = false
keyring = {root}/keyring
run dir = {root}
log file = {root}/$name.log
admin socket = {root}/$name.asok
pid file =
osd pool default size = 1
osd pool default min size = 1
osd pool default pg num = 1
osd pool default pgp num = 1
osd pool default pg autoscale mode = off
mon allow pool size one = true
mon max pg per osd = 1000
mon data avail crit = 1
mon data avail warn = 1
osd crush chooseleaf type = 0
osd objectstore = memstore
osd class load list = *
osd class default list = *
debug none = 0/0
[mon.a]
mon data = {root}/mon
[osd.0]
osd data = {root}/osd
keyring = {root}/osd/keyring
[client.rgw]
rgw data = {root}/rgw
rgw frontends = beast tcp_nodelay=1 endpoint=127.0.0.1:{port}
rgw gc max objs = 4
rgw lc max objs = 4
rgw usage max shards = 1
rgw enable apis = s3, admin
"""


class CephServer:
    """One cluster in a folder of its own."""

    def __init__(self) -> None:
        """Find the programs and write the configuration; start nothing."""
        self.port = free_port()
        self._mon = program("ceph-mon", package="ceph-mon")
        self._osd = program("ceph-osd", package="ceph-osd")
        self._rgw = program("radosgw", package="radosgw")
        self._authtool = program("ceph-authtool", package="ceph-common")
        self._root = Path(tempfile.mkdtemp(prefix="docgen-ceph-"))
        self._fsid = str(uuid.uuid4())
        self._v2_port, self._v1_port = free_port(), free_port()
        for folder in ("mon", "osd", "rgw"):
            (self._root / folder).mkdir()
        self._conf = str(self._root / "ceph.conf")
        settings = {"fsid": self._fsid, "root": self._root, "port": self.port}
        ports = {"v1_port": self._v1_port, "v2_port": self._v2_port}
        Path(self._conf).write_text(_CONFIG.format(**settings, **ports))
        self._servers: list[subprocess.Popen[bytes]] = []

    def start(self) -> None:
        """Start everything and make one user; returns when S3 answers."""
        self._make_monitor()
        self._start(self._mon, "-i", "a")
        self._make_store()
        self._start(self._osd, "-i", "0")
        with ThreadPoolExecutor(len(_POOLS)) as threads:  # one by one they would take nine seconds
            list(threads.map(self._make_pool, _POOLS))
        rgw = self._start(self._rgw, "-n", "client.rgw")
        admin = program("radosgw-admin", package="radosgw")
        user = ("user", "create", "--uid=test", "--display-name=test")
        keys = (f"--access-key={ACCESS_KEY}", f"--secret={SECRET_KEY}")
        run(admin, "-c", self._conf, "-n", "client.rgw", *user, *keys)
        wait_until(lambda: listens(self.port), server=rgw, log=self._root / "out")

    def remove(self) -> None:
        """Stop everything, the last first, and throw the cluster away. The store in memory takes its time."""
        for server in reversed(self._servers):
            stop(server, by=signal.SIGTERM, seconds=1)
        shutil.rmtree(self._root, ignore_errors=True)

    def new_bucket(self) -> str:
        """The address of a bucket that does not exist yet."""
        secret = quote(SECRET_KEY, safe="")
        place = f"127.0.0.1:{self.port}/test-{uuid.uuid4().hex}"
        return f"s3://{ACCESS_KEY}:{secret}@{place}?secure=false"

    def _start(self, executable: str, *arguments: str) -> subprocess.Popen[bytes]:
        server = start(executable, "-f", "-c", self._conf, *arguments, log=self._root / "out")
        self._servers.append(server)
        return server

    def _make_monitor(self) -> None:
        keyring, monmap = str(self._root / "keyring"), str(self._root / "monmap")
        address = f"[v2:127.0.0.1:{self._v2_port},v1:127.0.0.1:{self._v1_port}]"
        monmaptool = program("monmaptool", package="ceph-mon")
        run(monmaptool, "--create", "--fsid", self._fsid, "--addv", "a", address, monmap)
        run(self._authtool, "--create-keyring", keyring, "--gen-key", "-n", "mon.", "--cap", "mon", "allow *")
        everything = ("--cap", "mon", "allow *", "--cap", "osd", "allow *", "--cap", "mgr", "allow *")
        run(self._authtool, keyring, "--gen-key", "-n", "client.admin", *everything)
        objects = ("--cap", "mon", "allow rw", "--cap", "osd", "allow rwx")
        run(self._authtool, keyring, "--gen-key", "-n", "client.rgw", *objects)
        run(self._mon, "-c", self._conf, "-i", "a", "--mkfs", "--monmap", monmap, "--keyring", keyring)

    def _make_store(self) -> None:
        key = run(self._authtool, "--gen-print-key").strip()
        store = str(uuid.uuid4())
        self._ask("osd", "new", store, "-i", "-", stdin=f'{{"cephx_secret": "{key}"}}')
        keyring = str(self._root / "osd" / "keyring")
        run(self._authtool, "--create-keyring", keyring, "-n", "osd.0", "--add-key", key)
        run(self._osd, "-c", self._conf, "-i", "0", "--mkfs", "--osd-uuid", store)

    def _make_pool(self, pool: str) -> None:
        self._ask("osd", "pool", "create", pool, "1", "1")
        self._ask("osd", "pool", "application", "enable", pool, "rgw")

    def _ask(self, *question: str, stdin: str | None = None) -> None:
        ceph = program("ceph", package="ceph-common")
        run(ceph, "-c", self._conf, "--connect-timeout", "30", *question, stdin=stdin)


@pytest.fixture(scope="session")
def ceph_server() -> Iterator[CephServer]:
    """The server that the tests share."""
    server = CephServer()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def s3_url(ceph_server: CephServer) -> str:
    """The address of a new bucket."""
    return ceph_server.new_bucket()
