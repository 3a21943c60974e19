"""PORT Converter: a Word document in, a tagged PDF/A-2b out, with the places of its bookmarks.

The one adapter is ``docgen.convert.libreoffice``.
"""

from __future__ import annotations

from typing import Protocol


class Converter(Protocol):
    """Anything that makes a PDF of a Word document; any thread may use it."""

    def convert(self, docx: bytes) -> bytes:
        """The document as tagged PDF/A-2b; its bookmarks are named destinations.

        Raises:
            ConverterMissingError: the program is not on this machine.
            ConverterBusyError: it was at work for too long.
            ConverterFailedError: it died or refused the document twice.
        """

    def check(self) -> None:
        """Return quietly when the program is on this machine.

        Raises:
            ConverterMissingError: it is not.
        """

    def warm(self) -> None:
        """Get ready before the first document."""

    def close(self) -> None:
        """Give back what the converter holds."""
