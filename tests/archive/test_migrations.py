"""The tables in the program and the tables that the migrations make are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from archive import CatalogueAwayError, InvalidAddressError
from archive.catalogue import open_catalogue
from archive.catalogue.tables import METADATA
from archive.migrations import configuration
from tests.archive.samples import DAY, reservation


@contextmanager
def _connected(url: str) -> Iterator[sa.Connection]:
    engine = sa.create_engine(url)
    try:
        with engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _is_ours(name: str | None, _kind: str, _parents: object) -> bool:
    """All but the index of words, which each engine has in its own way: FTS5 with its tables, GIN."""
    return name is None or not name.startswith(("search_words", "ix_search_texts_words"))


def test_migrations_and_tables_agree(catalogue_url: str) -> None:
    open_catalogue(catalogue_url).close()
    options = {"compare_type": True, "include_name": _is_ours}
    with _connected(catalogue_url) as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=options), METADATA) == []


def test_the_name_of_a_step_tells_its_place_in_the_chain() -> None:
    steps = list(ScriptDirectory.from_config(configuration()).walk_revisions())[::-1]
    assert [step.revision for step in steps] == [f"{place:04d}" for place in range(1, len(steps) + 1)]
    for step in steps:
        assert re.fullmatch(rf"v{step.revision}_[a-z_]+\.py", Path(step.path).name)


def test_opening_again_keeps_what_is_there(catalogue_url: str) -> None:
    first = open_catalogue(catalogue_url)
    record = first.reserve(reservation(), day=DAY)
    first.close()
    second = open_catalogue(catalogue_url)
    assert second.record(record.id) == record
    second.close()


def test_a_database_of_a_newer_version_is_not_touched(catalogue_url: str) -> None:
    open_catalogue(catalogue_url).close()
    with _connected(catalogue_url) as connection:
        connection.execute(sa.text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(CatalogueAwayError, match="9999"):
        open_catalogue(catalogue_url)


def test_a_bare_path_is_a_sqlite_file_and_its_folder_is_made(tmp_path: Path) -> None:
    open_catalogue(str(tmp_path / "a" / "b" / "so.db")).close()
    assert (tmp_path / "a" / "b" / "so.db").is_file()


@pytest.mark.parametrize(
    "url",
    [
        "mysql://root:s3cret@localhost/x",
        "sqlite://",
        "sqlite:///:memory:",
        "bolt+x://a:s3cret@b",
        "://s3cret",
    ],
)
def test_an_address_that_is_not_understood_is_refused_without_its_secret(url: str) -> None:
    with pytest.raises(InvalidAddressError) as caught:
        open_catalogue(url)
    assert "s3cret" not in str(caught.value)
