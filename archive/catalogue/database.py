"""One database, SQLite or PostgreSQL: how it is reached, how long it is waited for, how it fails.

Foreign errors stop here: whatever SQLAlchemy or a driver raises leaves as `CatalogueAwayError`.
"""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine.interfaces import DBAPIConnection

from archive.errors import CatalogueAwayError, InvalidAddressError

#: Longest wait for a lock, a connection or an answer to “are you there?”.
PATIENCE_SECONDS = 8
_EXPECTED = "/thư-mục/so.db, sqlite:////thư-mục/so.db hoặc postgresql+psycopg://tên:mật-khẩu@máy/csdl"
# A client that freezes while it holds the lock of a register must not stop the office: hence the idle limit.
_POSTGRESQL_OPTIONS = (
    f"-c lock_timeout={PATIENCE_SECONDS}s -c statement_timeout=60s -c idle_in_transaction_session_timeout=20s"
)


class Database:
    """An engine that gives short transactions and speaks our errors."""

    def __init__(self, engine: sa.Engine) -> None:
        """Use `Database.at`."""
        self._engine = engine

    @classmethod
    def at(cls, address: str) -> Database:
        """The database at an address; connects to nothing yet, but makes the folder of a SQLite file."""
        url = _parse(address)
        return cls(_sqlite_engine(url) if url.get_backend_name() == "sqlite" else _postgresql_engine(url))

    @property
    def is_postgresql(self) -> bool:
        """PostgreSQL, or else SQLite."""
        return self._engine.dialect.name == "postgresql"

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A transaction that only reads."""
        with _our_errors(), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that may write. On SQLite it holds the only write lock from its first moment."""
        with _our_errors(), self._engine.execution_options(archive_writes=True).begin() as connection:
            yield connection

    def prepare(self) -> None:
        """Switch a SQLite file to its write-ahead log, once; several processes may do it at once."""
        if not self.is_postgresql:
            with _our_errors():
                _switch_to_wal(self._engine)

    def close(self) -> None:
        """Give back every connection."""
        self._engine.dispose()


def insert(connection: sa.Connection, table: sa.Table) -> postgresql.Insert | sqlite.Insert:
    """An INSERT that knows ON CONFLICT, written for the engine behind the connection."""
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


def _parse(address: str) -> sa.URL:
    if "://" not in address:
        return sa.URL.create("sqlite", database=address)
    try:
        url = sa.make_url(address)
    except (sa.exc.ArgumentError, ValueError) as error:
        raise InvalidAddressError(f"{address.partition('://')[0]}://…", _EXPECTED) from error
    if url.get_backend_name() == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    raise InvalidAddressError(url.render_as_string(hide_password=True), _EXPECTED)


def _sqlite_engine(url: sa.URL) -> sa.Engine:
    with _our_errors():
        Path(str(url.database)).absolute().parent.mkdir(parents=True, exist_ok=True)
    engine = _engine(url, connect_args={"timeout": PATIENCE_SECONDS})

    @sa.event.listens_for(engine, "connect")
    def prepare_connection(connection: DBAPIConnection, _: object) -> None:
        # The driver must not open transactions by itself: it would start them as readers, and a reader that
        # turns writer fails at once when somebody else has written in between.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute("PRAGMA synchronous = FULL")  # a number that was given is on disk
        cursor.execute("PRAGMA foreign_keys = ON")
        cursor.close()

    @sa.event.listens_for(engine, "begin")
    def begin(connection: sa.Connection) -> None:
        writes = connection.get_execution_options().get("archive_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _postgresql_engine(url: sa.URL) -> sa.Engine:
    limits = {
        "connect_timeout": 5,
        "tcp_user_timeout": PATIENCE_SECONDS * 1000,
        "options": _POSTGRESQL_OPTIONS,
    }
    return _engine(
        url,
        connect_args={name: value for name, value in limits.items() if name not in url.query},
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
    )


def _engine(url: sa.URL, **options: Any) -> sa.Engine:
    return sa.create_engine(
        url,
        hide_parameters=True,  # errors are logged; names of people do not belong there
        json_serializer=lambda value: json.dumps(value, ensure_ascii=False, allow_nan=False),
        max_overflow=10,
        pool_timeout=PATIENCE_SECONDS,
        **options,
    )


def _switch_to_wal(engine: sa.Engine) -> None:
    """Turn the log on, which SQLite refuses at once, without waiting, while another process does the same."""
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while True:
        connection = engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA journal_mode = WAL").fetchone()
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > give_up_at:
                raise
            time.sleep(0.02)
        finally:
            connection.close()


@contextmanager
def _our_errors() -> Iterator[None]:
    try:
        yield
    except sa.exc.StatementError as error:
        if not isinstance(error, sa.exc.DBAPIError) and error.orig is not None:
            raise error.orig from error  # a mistake of the caller, such as a moment without zone
        raise CatalogueAwayError(_first_line(error.orig or error)) from error
    except (sa.exc.SQLAlchemyError, sqlite3.Error, OSError) as error:
        raise CatalogueAwayError(_first_line(error)) from error


def _first_line(error: BaseException) -> str:
    """What happened, short and without the SQL, whose parameters may name people."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:200]
