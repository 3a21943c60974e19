"""A throw-away PostgreSQL. Works as root (the server itself runs as user postgres) and as anybody else."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.services.process import free_port, program, run, start, stop, wait_until

_FOLDERS = ["/usr/lib/postgresql/*/bin"]  # Debian keeps the servers out of PATH
# Tests may lose data in a power failure; they do not lose time waiting for the disk.
_FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200")


class PostgresServer:
    """One cluster in a folder of its own."""

    def __init__(self) -> None:
        """Make the cluster; start nothing."""
        self.port = free_port()
        self._root = Path(tempfile.mkdtemp(prefix="docgen-postgres-"))
        self._log = self._root / "log"
        self._log.touch()
        self._as_owner: tuple[str, ...] = ()
        if os.geteuid() == 0:
            shutil.chown(self._root, "postgres", "postgres")
            setpriv = program("setpriv", package="util-linux")
            self._as_owner = (setpriv, "--reuid=postgres", "--regid=postgres", "--init-groups")
        initdb = program("initdb", package="postgresql", folders=_FOLDERS)
        make = (initdb, "-D", str(self._root / "data"), "-U", "postgres", "-A", "trust", "-E", "UTF8")
        run(*self._as_owner, *make, "--locale=C.UTF-8", "--no-sync")
        self._server: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start, also again after a stop, on the same port."""
        postgres = program("postgres", package="postgresql", folders=_FOLDERS)
        sockets = f"unix_socket_directories={self._root}"
        settings = (*_FAST, f"port={self.port}", "listen_addresses=127.0.0.1", sockets)
        options = [part for setting in settings for part in ("-c", setting)]
        command = (*self._as_owner, postgres, "-D", str(self._root / "data"), *options)
        self._server = start(*command, log=self._log)
        wait_until(self._answers, server=self._server, log=self._log)

    def stop(self) -> None:
        """Stop at once; open connections are cut."""
        if self._server is not None:
            stop(self._server, by=signal.SIGINT, seconds=20)

    def remove(self) -> None:
        """Stop, and throw the cluster away."""
        self.stop()
        shutil.rmtree(self._root, ignore_errors=True)

    def run(self, statement: str, *, database: str = "postgres") -> None:
        """Run one statement as superuser, outside a transaction."""
        with psycopg.connect(self._conninfo(database), autocommit=True) as connection:
            connection.execute(statement.encode())

    def new_database(self) -> str:
        """The address of a fresh database."""
        name = f"test_{uuid.uuid4().hex}"
        self.run(f"CREATE DATABASE {name}")
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{name}"

    def _conninfo(self, database: str) -> str:
        return f"host=127.0.0.1 port={self.port} user=postgres dbname={database} connect_timeout=5"

    def _answers(self) -> bool:
        try:
            self.run("SELECT 1")
        except psycopg.OperationalError:
            return False
        return True


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """The server that the tests share; a test that stops servers makes its own."""
    server = PostgresServer()
    try:
        server.start()
        yield server
    finally:
        server.remove()


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The address of an empty database, gone after the test."""
    url = postgres_server.new_database()
    yield url
    postgres_server.run(f"DROP DATABASE {url.rpartition('/')[2]} WITH (FORCE)")
