"""One demo office for all tests of signing."""

from __future__ import annotations

import pytest

from tests.docgen.sign.office import Office


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A demo office; its folder is shared, so tests that revoke make their own."""
    return Office.made_in(tmp_path_factory.mktemp("office"))
