"""A Word file as a paper: every paragraph with its text and looks, lines, pictures, sheets, page numbers.

The body is read first, in the order of the file; headers, footers and notes follow and count on. Nothing of the file
is run, no link is followed. How properties add up stands in ``word_styles``, what a paragraph holds in ``word_text``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from docgen.paper.errors import MOST_CHARACTERS, PaperTooLargeError, UnsupportedFormatError
from docgen.paper.letters import legacy_letters
from docgen.paper.model import Paper, Place, Remark, Source
from docgen.paper.word_fonts import theme_of
from docgen.paper.word_numbering import Numbering
from docgen.paper.word_package import Package, unpacked
from docgen.paper.word_page_numbers import PageField, page_numbers
from docgen.paper.word_pages import Pager, believed_pages
from docgen.paper.word_sections import sections_of
from docgen.paper.word_settings import settings_of
from docgen.paper.word_story import Book, Found, Story
from docgen.paper.word_styles import Styles
from docgen.paper.word_xml import TEXT_BOX, Element, W, paragraph_elements

#: A thousand pages have some 30,000.
MOST_PARAGRAPHS = 100_000

_READ = (".xml", ".rels", "vbaproject.bin")
_CHANGES = tuple(
    f"{W}{name}"
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")
)
#: Notes that are only the line over the notes.
_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def word_paper(data: bytes) -> Paper:
    """The paper that a .docx, .docm, .dotx or .dotm shows.

    Raises:
        UnreadablePaperError: it is no Word file, or broken, or larger than a paper ever is.
    """
    package = Package(unpacked(data, endings=_READ))
    root = package.tree(package.main)
    if root is None or root.tag != f"{W}document":
        raise UnsupportedFormatError
    elements = paragraph_elements(root)
    if len(elements) > MOST_PARAGRAPHS:
        raise PaperTooLargeError("Văn bản có quá nhiều đoạn", f"{MOST_PARAGRAPHS} đoạn")
    book = _book(package, root, elements)
    pager = Pager() if next(root.iter(f"{W}lastRenderedPageBreak"), None) is not None else None
    found = Story(root, book, Place.BODY, pager=pager).read(elements, 1)
    if sum(len(line.text) for paragraph in found.paragraphs for line in paragraph.lines) > MOST_CHARACTERS:
        raise PaperTooLargeError("Tệp có quá nhiều chữ", f"{MOST_CHARACTERS // 10**6} triệu ký tự")
    pages = pager.last if pager else _believed_pages(package, found)
    if pager is None and pages == 1:
        found.paragraphs = [replace(paragraph, page=1) for paragraph in found.paragraphs]
    roots = [root]
    fields = _read_margins(package, book, found, roots)
    _read_notes(package, book, found, roots)
    return Paper(
        source=Source.WORD,
        paragraphs=tuple(found.paragraphs),
        sheets=tuple(replace(section.sheet, numbers=page_numbers(section, fields)) for section in book.sections),
        rules=tuple(found.rules),
        pictures=tuple(found.pictures),
        pages=pages,
        remarks=_remarks(package, found, roots),
    )


def _book(package: Package, root: Element, elements: Sequence[Element]) -> Book:
    settings = settings_of(package.lenient_tree(package.target("settings")))
    theme = theme_of(package.lenient_tree(package.target("theme")), settings.theme_language)
    numbering = Numbering(package.lenient_tree(package.target("numbering")))
    return Book(
        theme=theme,
        numbering=numbering,
        styles=Styles(package.lenient_tree(package.target("styles")), theme, numbering),
        settings=settings,
        sections=sections_of(
            _section_elements(root, elements),
            {link.id: link.target for link in package.links},
            even_differs=settings.even_differs,
            gutter_on_top=settings.gutter_on_top,
        ),
    )


def _section_elements(root: Element, elements: Sequence[Element]) -> list[Element]:
    ends = (element.find(f"{W}pPr/{W}sectPr") for element in elements if not _boxed(element))
    last = root.find(f"{W}body/{W}sectPr")
    return [end for end in (*ends, last) if end is not None]


def _boxed(element: Element) -> bool:
    return next(element.iterancestors(TEXT_BOX), None) is not None


def _read_margins(package: Package, book: Book, body: Found, roots: list[Element]) -> dict[str, PageField | None]:
    """Read each header and footer that is printed, once; the page number of each, by part."""
    fields: dict[str, PageField | None] = {}
    for sheet, section in enumerate(book.sections):
        for key in section.shown():
            part = section.stories[key]
            root = None if part in fields else package.lenient_tree(part)
            if root is None:
                continue
            story = Story(root, book, key[0], sheet=sheet, tables=body.tables)
            found = story.read(paragraph_elements(root), len(body.paragraphs) + 1)
            fields[part] = found.page_fields[0] if found.page_fields else None
            _add(body, found)
            roots.append(root)
    return fields


def _read_notes(package: Package, book: Book, body: Found, roots: list[Element]) -> None:
    for kind in ("footnotes", "endnotes"):
        root = package.lenient_tree(package.target(kind))
        if root is None:
            continue
        elements = [element for element in paragraph_elements(root) if not _separates(element)]
        story = Story(root, book, Place.NOTE, tables=body.tables)
        _add(body, story.read(elements, len(body.paragraphs) + 1))
        roots.append(root)


def _separates(element: Element) -> bool:
    return any(note.get(f"{W}type") in _SEPARATORS for note in element.iterancestors(f"{W}footnote", f"{W}endnote"))


def _add(body: Found, found: Found) -> None:
    body.paragraphs.extend(found.paragraphs)
    body.rules.extend(found.rules)
    body.pictures.extend(found.pictures)
    body.tables = found.tables


def _believed_pages(package: Package, found: Found) -> int | None:
    letters = sum(len("".join(paragraph.text.split())) for paragraph in found.paragraphs)
    return believed_pages(package.lenient_tree("docprops/app.xml"), letters)


def _remarks(package: Package, found: Found, roots: Sequence[Element]) -> frozenset[Remark]:
    remarks = set()
    if package.has_macros:
        remarks.add(Remark.MACROS)
    if any(next(root.iter(*_CHANGES), None) is not None for root in roots):
        remarks.add(Remark.TRACKED_CHANGES)
    runs = [run for paragraph in found.paragraphs for line in paragraph.lines for run in line.runs]
    if legacy_letters("\n".join(run.text for run in runs), {run.font for run in runs if run.font and run.text.strip()}):
        remarks.add(Remark.LEGACY_LETTERS)
    return frozenset(remarks)
