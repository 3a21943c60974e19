"""The body (*nội dung*): size, slant, alignment, indent, gaps, line spacing, end mark (C16, C18).

Text in tables is measured by none of this: the decree says nothing of it.
Source: NĐ 30/2020, PL I, P.I, II.6.e; the end mark stands in every model form of PL III.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from docgen.check.bases import MORE
from docgen.check.findings import Finding, Level
from docgen.check.lengths import LINE_HEIGHT, lines_taken
from docgen.check.looks import letters, main_size, seen, share, size_text
from docgen.check.subject import Subject
from docgen.check.words import SMALL, ending, in_quotes, paragraph_text, quoted
from docgen.paper.model import Alignment, Paragraph, Run
from docgen.rules.ending import END_MARK

_PLACE = "PL I, P.I, II.6.e"
#: Millimetres by which an indent may be off before an eye sees it.
_INDENT_SLACK = 0.5
#: Millimetres of an indent that sets a block apart from running text.
_FAR = 25.0
#: Lines of its own in the middle of the page: division words, titles, ``QUYẾT ĐỊNH:``.
_HEADING = re.compile(
    r"^(?:Phần|Chương|Mục|Tiểu mục|CHƯƠNG|PHẦN|MỤC)\s+[\dIVXLC]+|^[IVXLC]+[./]\s|^[^" + SMALL + r"]{3,}$"
)
_ENDED = re.compile(r"(?:\.\s?/\.|\./|/\.)\s*[”\"’)]*\s*$")


def _running(sheet: Subject) -> list[Paragraph]:
    """Bases and body in order, without lines that stand in the middle or at the right."""
    bases = [base for base in sheet.elements.bases if base.cell is None and paragraph_text(base)]
    both = sorted({p.number: p for p in (*bases, *sheet.prose)}.values(), key=lambda paragraph: paragraph.number)
    return [paragraph for paragraph in both if not _aside(paragraph) and not _HEADING.match(_text(paragraph))]


def _aside(paragraph: Paragraph) -> bool:
    """Whether a paragraph stands in the middle, at the right, or far in, as lists of addressees do."""
    layout = paragraph.layout
    if layout is None:
        return False
    return layout.alignment in (Alignment.CENTER, Alignment.RIGHT) or layout.left + layout.first_line > _FAR


def _text(paragraph: Paragraph) -> str:
    return paragraph_text(paragraph)


def size(sheet: Subject) -> Iterator[Finding]:
    """C16: 13 to 14 points; in a PDF, where tables are not told apart, only by most of the letters."""
    allowed, slack = sheet.limits.sizes["body"], sheet.size_slack

    def wrong(run: Run) -> bool | None:
        return None if run.size is None else not allowed.holds(run.size, tolerance=slack)

    runs = {p.number: [run for line in p.lines for run in seen(line)] for p in sheet.prose}
    if sheet.in_pdf and share([run for some in runs.values() for run in some], wrong) < 0.6:
        return
    places = [paragraph for paragraph in sheet.prose if share(runs[paragraph.number], wrong) > 0.5]
    if places:
        value = main_size(run for p in places for run in runs[p.number] if wrong(run))
        yield _fault(
            sheet,
            places,
            f"cỡ chữ {size_text(value or 0)}",
            "cỡ chữ 13 đến 14",
            "Đặt nội dung văn bản ở cỡ chữ 13 đến 14.",
        )


def upright(sheet: Subject) -> Iterator[Finding]:
    """C16: the body is upright; a whole paragraph in italics is not."""
    if not sheet.laid_out:
        return
    places = [
        paragraph
        for paragraph in _running(sheet)
        if _slanted(paragraph) and not _is_basis(sheet, paragraph) and not _quoted(sheet, paragraph)
    ]
    if places:
        message = "Trình bày nội dung văn bản bằng kiểu chữ đứng."
        yield _fault(sheet, places, "đoạn chữ nghiêng", "kiểu chữ đứng", message)


def _slanted(paragraph: Paragraph) -> bool:
    runs = [run for line in paragraph.lines for run in seen(line)]
    text = _text(paragraph)
    note = text.startswith(("(", "“", '"', "*", "Ghi chú", "Lưu ý", "Kèm theo", "Gửi kèm", "Đính kèm"))
    return not note and sum(letters(run.text) for run in runs) > 60 and share(runs, lambda run: run.italic) > 0.9


def _quoted(sheet: Subject, paragraph: Paragraph) -> bool:
    """Whether a paragraph goes on with words that another one began to quote."""
    places = [
        start for start, at in zip(sheet.wording.starts, sheet.wording.paragraphs, strict=True) if at is paragraph
    ]
    return any(in_quotes(sheet.wording.text, place) for place in places)


def _is_basis(sheet: Subject, paragraph: Paragraph) -> bool:
    """Whether a paragraph is one of the bases, recognised as such or by its first words."""
    return any(base.number == paragraph.number for base in sheet.elements.bases) or bool(MORE.match(_text(paragraph)))


def justified(sheet: Subject) -> Iterator[Finding]:
    """C16: both edges even, wherever a paragraph is longer than a line."""
    if not sheet.in_word:
        return
    places = [
        paragraph
        for paragraph in _running(sheet)
        if paragraph.layout is not None
        and paragraph.layout.alignment is Alignment.LEFT
        and len(paragraph.lines) == 1
        and lines_taken(sheet, paragraph) > 1.3
    ]
    if places:
        yield _fault(sheet, places, "đoạn canh trái", "canh đều cả hai lề", "Canh đều hai lề cho nội dung văn bản.")


def indent(sheet: Subject) -> Iterator[Finding]:
    """C16: the first line of a paragraph begins 1 cm or 1,27 cm in; tabs and blanks may do it."""
    wanted = sheet.limits.indents
    places = [
        (paragraph, start)
        for paragraph in _running(sheet)
        if (start := _start(paragraph)) is not None
        and not any(abs(start - value) <= _INDENT_SLACK for value in wanted)
        and letters(_text(paragraph)) >= 30
    ]
    if places:
        paragraphs = [paragraph for paragraph, _ in places]
        yield _fault(
            sheet,
            paragraphs,
            f"chữ đầu dòng lùi vào {median(start for _, start in places) / 10:.2f} cm".replace(".", ","),
            "lùi vào 1 cm hoặc 1,27 cm",
            "Đặt chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm.",
        )


def _start(paragraph: Paragraph) -> float | None:
    """Millimetres from the margin to the first letter, where indents alone say it."""
    if paragraph.layout is None or not paragraph.lines or paragraph.lines[0].text[:1].isspace():
        return None
    return paragraph.layout.left + paragraph.layout.first_line


def gaps(sheet: Subject) -> Iterator[Finding]:
    """C16: at least six points between paragraphs."""
    least = sheet.limits.paragraph_gap
    running = _running(sheet)
    narrow = [
        (below, gap)
        for above, below in pairwise(running)
        if below.number == above.number + 1 and (gap := _gap(above, below)) is not None and gap < least - 0.3
    ]
    if narrow:
        yield _fault(
            sheet,
            [paragraph for paragraph, _ in narrow],
            f"khoảng cách giữa các đoạn {size_text(median(gap for _, gap in narrow))} pt",
            f"tối thiểu {least:g} pt",
            f"Đặt khoảng cách giữa các đoạn văn tối thiểu {least:g} pt.",
        )


def _gap(above: Paragraph, below: Paragraph) -> float | None:
    """Points between two paragraphs that follow each other; the larger reading where programs differ."""
    if above.layout is None or below.layout is None:
        return None
    same = above.layout.style == below.layout.style
    after = 0.0 if same and not above.layout.same_style_gap else above.layout.after
    before = 0.0 if same and not below.layout.same_style_gap else below.layout.before
    return after + before


def spacing(sheet: Subject) -> Iterator[Finding]:
    """C16: lines from single to one and a half."""
    places = [paragraph for paragraph in _running(sheet) if _badly_spaced(sheet, paragraph)]
    if places:
        layout = places[0].layout
        value = "" if layout is None else _spacing_text(layout.spacing, layout.exact)
        yield _fault(
            sheet,
            places,
            f"cách dòng {value}",
            "từ dòng đơn đến 1,5 lines",
            "Đặt khoảng cách giữa các dòng từ dòng đơn đến 1,5 lines.",
        )


def _badly_spaced(sheet: Subject, paragraph: Paragraph) -> bool:
    if paragraph.layout is None:
        return False
    allowed = sheet.limits.line_spacing
    if paragraph.layout.spacing is not None:
        return not allowed.holds(paragraph.layout.spacing, tolerance=0.015)
    size = main_size(run for line in paragraph.lines for run in seen(line))
    if paragraph.layout.exact is None or size is None:
        return False
    return not allowed.holds(paragraph.layout.exact / (size * LINE_HEIGHT), tolerance=0.04)


def _spacing_text(multiple: float | None, exact: float | None) -> str:
    return f"{multiple:.2f} lines".replace(".", ",") if multiple is not None else f"cố định {exact or 0:g} pt"


def end_mark(sheet: Subject) -> Iterator[Finding]:
    """C18: the text ends with ``./.``, as every model form does."""
    last = next((p for p in reversed(sheet.elements.body) if _text(p)), None)
    elements = sheet.elements
    if last is None or not (elements.recipients_word or elements.signatures) or last.cell is not None:
        return
    if not _ENDED.search(_text(last)):
        yield sheet.finding(
            "C18",
            "PL III, II",
            last,
            level=Level.FORM,
            found=f"kết thúc bằng “{ending(_text(last))}”",
            expected=f"kết thúc bằng “{END_MARK}”",
            message=f"Kết thúc nội dung văn bản bằng “{END_MARK}”.",
        )


def _fault(sheet: Subject, places: Sequence[Paragraph], found: str, expected: str, message: str) -> Finding:
    """One finding for all places, at the first of them."""
    more = f" và {len(places) - 1} đoạn khác" if len(places) > 1 else ""
    return sheet.finding(
        "C16",
        _PLACE,
        places[0],
        found=f"{found}: “{quoted(_text(places[0]), 40)}”{more}",
        expected=expected,
        message=message,
    )


RULES = (size, upright, justified, indent, gaps, spacing, end_mark)
