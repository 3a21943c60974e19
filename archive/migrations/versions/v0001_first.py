"""Offices, registers, records, events and search."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first schema."""
    _offices_and_registers()
    _records()
    _details()
    if op.get_bind().dialect.name == "postgresql":
        _words_of_postgresql()
    else:
        _words_of_sqlite()


def _offices_and_registers() -> None:
    op.create_table(
        "offices",
        sa.Column("code", sa.String, nullable=False),
        sa.Column("valid_from", sa.Date, nullable=False),
        sa.Column("valid_to", sa.Date),
        sa.Column("data", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("code", "valid_from", name="pk_offices"),
    )
    op.create_table(
        "registers",
        sa.Column("office", sa.String, nullable=False),
        sa.Column("register", sa.String, nullable=False),
        sa.Column("last_day", sa.Date),
        sa.PrimaryKeyConstraint("office", "register", name="pk_registers"),
    )
    op.create_table(
        "counters",
        sa.Column("office", sa.String, nullable=False),
        sa.Column("register", sa.String, nullable=False),
        sa.Column("year", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("last_number", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("office", "register", "year", name="pk_counters"),
    )


def _records() -> None:
    op.create_table(
        "records",
        sa.Column("id", sa.String, nullable=False),
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
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True)),
        sa.Column("content", sa.JSON, nullable=False),
        sa.Column("sha256", sa.String),
        sa.Column("size", sa.BigInteger),
        sa.Column("pages", sa.Integer),
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
        sa.Column("file_code", sa.JSON),
        sa.Column("doc_ordinal", sa.Integer),
        sa.Column("organ_folded", sa.String, nullable=False),
        sa.Column("signer_folded", sa.String, nullable=False),
        sa.Column("notation_folded", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_records"),
        sa.UniqueConstraint("request_id", name="uq_records_request_id"),
        sa.UniqueConstraint("office", "register", "year", "number", name="uq_records_office_register_year_number"),
        sa.UniqueConstraint("office", "year", "number", "notation", name="uq_records_office_year_number_notation"),
    )
    op.create_index("ix_records_sha256", "records", ["sha256"])
    op.create_index("ix_records_issued_on_number_id", "records", ["issued_on", "number", "id"])


def _details() -> None:
    op.create_table(
        "record_units",
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("folded", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("record_id", "position", name="pk_record_units"),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name="fk_record_units_record_id"),
    )
    op.create_table(
        "events",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("from_status", sa.String),
        sa.Column("to_status", sa.String, nullable=False),
        sa.Column("reason", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_events"),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name="fk_events_record_id"),
    )
    op.create_index("ix_events_record_id", "events", ["record_id"])
    op.create_table(
        "search_texts",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("folded", sa.String, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_search_texts"),
        sa.ForeignKeyConstraint(["record_id"], ["records.id"], name="fk_search_texts_record_id"),
        sa.UniqueConstraint("record_id", name="uq_search_texts_record_id"),
    )


def _words_of_postgresql() -> None:
    op.execute(
        "CREATE INDEX ix_search_texts_words ON search_texts "
        "USING gin (array_to_tsvector(string_to_array((folded)::text, ' '::text)))"
    )


def _words_of_sqlite() -> None:
    """An index without text of its own, kept in step by triggers as the FTS5 manual writes them."""
    op.execute(
        "CREATE VIRTUAL TABLE search_words USING fts5(folded, content='search_texts', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 0')"
    )
    forget = "INSERT INTO search_words(search_words, rowid, folded) VALUES ('delete', old.id, old.folded);"
    learn = "INSERT INTO search_words(rowid, folded) VALUES (new.id, new.folded);"
    for event, actions in (("INSERT", learn), ("DELETE", forget), ("UPDATE", forget + learn)):
        op.execute(f"CREATE TRIGGER search_texts_{event.lower()} AFTER {event} ON search_texts BEGIN {actions} END")
