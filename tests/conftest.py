"""Fixtures for all tests: real servers, and one workshop with real LibreOffice."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from functools import cache

import pytest

from docgen.convert.libreoffice import LibreOffice
from docgen.pdf import MadePdf
from docgen.press import Press
from docgen.reading_room import ReadingRoom
from docgen.workshop import Workshop
from tests.documents import NUMBERED, example
from tests.services.ceph import ceph_server, s3_url
from tests.services.postgres import postgres_server, postgres_url

__all__ = ["ceph_server", "postgres_server", "postgres_url", "s3_url"]


@pytest.fixture(autouse=True)
def no_settings_of_the_developer(monkeypatch: pytest.MonkeyPatch) -> None:
    """A developer's own settings must not leak into tests."""
    for name in [name for name in os.environ if name.startswith("DOCGEN_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def workshop() -> Iterator[Workshop]:
    """The workshop that the tests share."""
    made = Workshop(Press(), LibreOffice())
    yield made
    made.close()


@pytest.fixture(scope="session")
def reading_room() -> Iterator[ReadingRoom]:
    """The reading room that the tests share."""
    made = ReadingRoom()
    yield made
    made.close()


@pytest.fixture(scope="session")
def made(workshop: Workshop) -> Callable[[str], MadePdf]:
    """Every example as PDF, ``kind/name``, made once for all tests."""

    @cache
    def make(name: str) -> MadePdf:
        one = example(name)
        return workshop.pdf(one.kind, one.content, one.issuer, NUMBERED)

    return make
