"""The tables, the same on SQLite and PostgreSQL. `archive.migrations` makes them; a test compares the two.

What only one engine has, the index of words, is in the first migration alone: the virtual table
`search_words` of SQLite with its triggers, the index `ix_search_texts_words` of PostgreSQL.
"""

from __future__ import annotations

from datetime import UTC, datetime

import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator


class Moment(TypeDecorator[datetime]):
    """An aware moment, UTC when it comes back: SQLite forgets the zone, PostgreSQL gives the session's."""

    impl = sa.DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC; a naive one is a mistake of the caller."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without zone: {value}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    }
)

offices = sa.Table(
    "offices",
    METADATA,
    sa.Column("code", sa.String, primary_key=True),
    sa.Column("valid_from", sa.Date, primary_key=True),
    sa.Column("valid_to", sa.Date),
    sa.Column("data", sa.JSON, nullable=False),
)

# One row per series of numbers. It is the lock of the series, and outlives the year: `last_day` shows a clock
# that jumped back over New Year.
registers = sa.Table(
    "registers",
    METADATA,
    sa.Column("office", sa.String, primary_key=True),
    sa.Column("register", sa.String, primary_key=True),
    sa.Column("last_day", sa.Date),
)

counters = sa.Table(
    "counters",
    METADATA,
    sa.Column("office", sa.String, primary_key=True),
    sa.Column("register", sa.String, primary_key=True),
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("last_number", sa.Integer, nullable=False),
)

records = sa.Table(
    "records",
    METADATA,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("request_id", sa.String, nullable=False),
    sa.Column("request_digest", sa.String, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("office", sa.String, nullable=False),
    sa.Column("register", sa.String, nullable=False),
    sa.Column("year", sa.Integer, nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("notation", sa.String, nullable=False),
    sa.Column("issued_on", sa.Date, nullable=False),
    sa.Column("status", sa.String, nullable=False),
    sa.Column("created_at", Moment, nullable=False),
    sa.Column("issued_at", Moment),
    sa.Column("content", sa.JSON, nullable=False),
    sa.Column("sha256", sa.String),
    sa.Column("size", sa.BigInteger),
    sa.Column("pages", sa.Integer),
    # Source: NĐ 30/2020, PL VI, P.II.
    sa.Column("type_name", sa.String, nullable=False),
    sa.Column("organ_name", sa.String, nullable=False),
    sa.Column("subject", sa.String, nullable=False),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("description", sa.String, nullable=False),
    sa.Column("signer_position", sa.String, nullable=False),
    sa.Column("signer_name", sa.String, nullable=False),
    sa.Column("recipients", sa.JSON, nullable=False),
    sa.Column("priority", sa.Integer),
    sa.Column("copies", sa.Integer),
    sa.Column("due_date", sa.Date),
    sa.Column("file_code", sa.JSON(none_as_null=True)),
    sa.Column("doc_ordinal", sa.Integer),
    # Folded, for search.
    sa.Column("organ_folded", sa.String, nullable=False),
    sa.Column("signer_folded", sa.String, nullable=False),
    sa.Column("notation_folded", sa.String, nullable=False),
    sa.UniqueConstraint("request_id"),
    sa.UniqueConstraint("office", "register", "year", "number"),
    sa.UniqueConstraint("office", "year", "number", "notation"),
    sa.Index(None, "sha256"),
    sa.Index(None, "issued_on", "number", "id"),
)

record_units = sa.Table(
    "record_units",
    METADATA,
    sa.Column("record_id", sa.String, sa.ForeignKey("records.id"), primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("folded", sa.String, nullable=False),
)

events = sa.Table(
    "events",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("record_id", sa.String, sa.ForeignKey("records.id"), nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("from_status", sa.String),
    sa.Column("to_status", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Index(None, "record_id"),
)

# The number `id` is for FTS5, which knows rows by number only.
search_texts = sa.Table(
    "search_texts",
    METADATA,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("record_id", sa.String, sa.ForeignKey("records.id"), nullable=False),
    sa.Column("folded", sa.String, nullable=False),
    sa.UniqueConstraint("record_id"),
)
