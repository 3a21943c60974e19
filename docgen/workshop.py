"""From content to pages: the press that fills templates and the converter that makes PDF, as one pair of hands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docgen.compose import Dating, Issuer, value_names, values
from docgen.convert import Converter
from docgen.kinds import Kind
from docgen.pdf import MadePdf, made_pdf
from docgen.press import Press
from docgen.render import Properties


class Workshop:
    """Makes documents; any thread may use it, and it keeps its processes warm between documents."""

    def __init__(self, press: Press, converter: Converter) -> None:
        self._press = press
        self._converter = converter

    def docx(self, kind: Kind, content: Mapping[str, Any], issuer: Issuer, dating: Dating) -> bytes:
        """The document for Word. ``content`` is checked already.

        Raises:
            InvalidContentError: the content names a signer whom the office does not have.
            RenderingError: the template cannot be filled.
        """
        title = " ".join(filter(None, [kind.heading or kind.name, kind.subject_of(content)]))
        properties = Properties(title=title, author=issuer.name)
        filled = values(kind, content, issuer, dating)
        return self._press.filled(kind, filled, value_names(kind), properties)

    def pdf(self, kind: Kind, content: Mapping[str, Any], issuer: Issuer, dating: Dating) -> MadePdf:
        """The document as PDF/A-2b with the places of its signatures.

        Raises:
            InvalidContentError, RenderingError: as :meth:`docx`.
            ConversionError: LibreOffice is absent, busy, or refuses the document.
        """
        return made_pdf(self._converter.convert(self.docx(kind, content, issuer, dating)))

    def check(self) -> None:
        """Return quietly when everything that makes a PDF is there.

        Raises:
            ConverterMissingError: LibreOffice is not.
        """
        self._converter.check()

    def warm(self) -> None:
        """Start the processes before the first document."""
        self._press.warm()
        self._converter.warm()

    def close(self) -> None:
        """Stop the processes."""
        self._press.close()
        self._converter.close()
