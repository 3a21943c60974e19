"""Every adapter in turn: the catalogue on both databases, the store in a folder and on S3."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.catalogue import Catalogue, open_catalogue
from archive.objects import ObjectStore, open_store


@pytest.fixture(params=["sqlite", "postgresql"])
def catalogue_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/so văn bản/so.db"
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def catalogue(catalogue_url: str) -> Iterator[Catalogue]:
    """An empty catalogue."""
    opened = open_catalogue(catalogue_url)
    yield opened
    opened.close()


@pytest.fixture(params=["folder", "s3"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store."""
    return str(tmp_path / "kho") if request.param == "folder" else str(request.getfixturevalue("s3_url"))


@pytest.fixture
def store(store_url: str) -> ObjectStore:
    """An empty store."""
    return open_store(store_url)
