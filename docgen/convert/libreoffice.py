"""LibreOffice as converter: a pool of children, each with one LibreOffice inside and a profile of its own.

A child that hangs or dies is replaced and the document tried once more; a document that fails twice is refused.
What a child does stands in ``docgen.convert.office``.
"""

from __future__ import annotations

from pathlib import Path

from docgen.children import ChildDiedError, Children, ChildrenBusyError, Limits
from docgen.convert.office import LIBRARY, PROGRAM
from docgen.errors import ConverterBusyError, ConverterFailedError, ConverterMissingError

#: One child for each core of a small server; LibreOffice grows by about 40 MB in 200 documents.
LIMITS = Limits(size=2, wait=60, answer=120, start=60, memory=6 * 1024**3, jobs=300)


class LibreOffice:
    """The converter that runs LibreOffice. See :class:`docgen.convert.Converter`."""

    def __init__(self, program: Path = PROGRAM, limits: Limits = LIMITS) -> None:
        """``program`` is LibreOffice's folder of libraries."""
        self._program = program
        self._limits = limits
        self._children = Children("docgen.convert.office", limits, environment={"DOCGEN_LIBREOFFICE": str(program)})

    def convert(self, docx: bytes) -> bytes:
        """The document as tagged PDF/A-2b. Raises as the port says."""
        self.check()
        try:
            return self._once(docx)
        except ChildDiedError:
            return self._again(docx)

    def check(self) -> None:
        """Return quietly when LibreOffice is on this machine. Raises as the port says."""
        if not (self._program / LIBRARY).is_file():
            raise ConverterMissingError(str(self._program))

    def warm(self) -> None:
        """Start every LibreOffice, without waiting for them."""
        if (self._program / LIBRARY).is_file():
            self._children.warm()

    def pids(self) -> list[int]:
        """Process ids of the children that are running."""
        return self._children.pids()

    def close(self) -> None:
        """Stop every LibreOffice."""
        self._children.close()

    def _again(self, docx: bytes) -> bytes:
        try:
            return self._once(docx)
        except ChildDiedError as error:
            reason = "quá thời gian cho phép" if error.late else "chương trình bị dừng hai lần liền"
            raise ConverterFailedError(reason) from error

    def _once(self, docx: bytes) -> bytes:
        try:
            answer, pdf = self._children.call({}, docx)
        except ChildrenBusyError as error:
            raise ConverterBusyError(self._limits.wait) from error
        if "error" in answer:
            raise ConverterFailedError(str(answer["error"]))
        return pdf
