"""Keys by URI, opened once and kept; their secrets are read when needed and kept nowhere.

The password of ``pkcs12:/path/key.p12`` stands in the file ``/path/key.p12.secret``, readable by the service only.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from docgen.sign import Signer, open_signer


def secret_beside(uri: str) -> str | None:
    """The password in the file beside a key file; None when there is none."""
    path = Path(uri.partition(":")[2] + ".secret")
    return path.read_text().strip() if path.is_file() else None


class Keys:
    """Open keys, by URI; any thread may ask."""

    def __init__(self, secret: Callable[[str], str | None] = secret_beside) -> None:
        self._secret = secret
        self._open: dict[str, Signer] = {}
        self._guard = threading.Lock()

    def signer(self, uri: str) -> Signer:
        """The key of this name.

        Raises:
            SigningError: it is not there, its secret is wrong, or its certificate is not in force.
        """
        with self._guard:
            if uri not in self._open:
                self._open[uri] = open_signer(uri, self._secret)
            return self._open[uri]
