"""The schema, step by step (Alembic), shipped inside the package and run whenever a catalogue is opened.

A step is never changed after a release. Its file name tells the order: ``v0001_…``, ``v0002_…``. New columns
come with a default, so that the program of yesterday still runs on the schema of today.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError

from archive.errors import CatalogueAwayError

# Any number will do, as long as it stays the same: it names the lock under which one process migrates.
_LOCK = 30_2020


def upgrade(connection: sa.Connection) -> None:
    """Bring the database to the newest schema, within the transaction of the connection.

    Of several processes one works and the others wait: on SQLite because the transaction holds the write
    lock, on PostgreSQL through an advisory lock.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(sa.select(sa.func.pg_advisory_xact_lock(_LOCK)))
    config = configuration()
    config.attributes["connection"] = connection
    try:
        if not _is_newest(connection, config):
            command.upgrade(config, "head")
    except CommandError as error:
        raise CatalogueAwayError(f"phiên bản cơ sở dữ liệu không hợp với chương trình: {error}") from error


def configuration() -> Config:
    """What Alembic must know; there is no alembic.ini."""
    config = Config()
    config.set_main_option("script_location", "archive:migrations")
    config.set_main_option("path_separator", "os")
    return config


def _is_newest(connection: sa.Connection, config: Config) -> bool:
    current = MigrationContext.configure(connection).get_current_revision()
    return current == ScriptDirectory.from_config(config).get_current_head()
