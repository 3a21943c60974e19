"""Run by Alembic, within the transaction that `archive.migrations.upgrade` has opened."""

from __future__ import annotations

from alembic import context

from archive.catalogue.tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
context.run_migrations()
