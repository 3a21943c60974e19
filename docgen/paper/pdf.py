"""A PDF as a paper: printed lines with their boxes, paragraphs guessed from them, drawn rules, pictures.

PDFium reads it, through its own interface, because it is quick and survives broken files. It is not safe in threads;
one lock stands before it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Generator
from contextlib import closing

import pypdfium2
import pypdfium2.raw as pdfium

from docgen.paper.errors import (
    MOST_CHARACTERS,
    DamagedPaperError,
    PaperTooLargeError,
    PaperTooSlowError,
    ProtectedPaperError,
)
from docgen.paper.model import Paper
from docgen.paper.pdf_assembly import paper
from docgen.paper.pdf_content import PageContent
from docgen.paper.pdf_page import page_content

MOST_PAGES = 500
#: Seconds that one file may take; looked at between pages.
LONGEST = 20.0

_LOCK = threading.Lock()


def pdf_paper(data: bytes) -> Paper:
    """The paper that a PDF shows, appearances of signatures included.

    Raises:
        ProtectedPaperError: it opens only with a password.
        DamagedPaperError: no page can be read.
        PaperTooLargeError: over 500 pages or 3 million characters.
        PaperTooSlowError: not read within 20 seconds.
    """
    with _LOCK, closing(_contents(data)) as contents:
        return paper(contents)


def _contents(data: bytes) -> Generator[PageContent, None, None]:
    """Every page as PDFium sees it."""
    end = time.monotonic() + LONGEST
    document = _document(data)
    try:
        pages = len(document)
        if pages < 1:
            raise DamagedPaperError("PDF")
        if pages > MOST_PAGES:
            raise PaperTooLargeError(f"Tệp có {pages} trang", f"{MOST_PAGES} trang")
        characters = 0
        readable = False
        for index in range(pages):
            content = page_content(document, index)
            readable = readable or content is not None
            content = content or PageContent(width=210.0, height=297.0)
            characters += content.characters
            if characters > MOST_CHARACTERS:
                raise PaperTooLargeError("Tệp có quá nhiều chữ", f"{MOST_CHARACTERS // 10**6} triệu ký tự")
            if time.monotonic() > end:
                raise PaperTooSlowError(LONGEST)
            yield content
        if not readable:
            raise DamagedPaperError("PDF")
    finally:
        document.close()


def _document(data: bytes) -> pypdfium2.PdfDocument:
    start = max(data.find(b"%PDF", 0, 1024), 0)
    try:
        return pypdfium2.PdfDocument(data[start:] if start else data)
    except pypdfium2.PdfiumError as error:
        if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
            raise ProtectedPaperError from error
        raise DamagedPaperError("PDF") from error
