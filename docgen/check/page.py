"""The sheet: size, direction, margins, page numbers (C01, C02, C04).

Source: NĐ 30/2020, PL I, P.I, I.1 to 3 and 7; III.1.đ.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import median

from docgen.check.findings import Finding
from docgen.check.lengths import Measured, body_lines, fills_more_than_a_page
from docgen.check.looks import letters, main_size, seen, size_text
from docgen.check.subject import Subject
from docgen.check.words import plain
from docgen.paper.model import Alignment, PageNumbers, Paragraph, Place, Sheet

_SIDES = {"top": "trên", "bottom": "dưới", "left": "trái", "right": "phải"}
#: Millimetres by which a margin that was only inferred from letters must be off: at the left edge lines begin exactly
#: on it, elsewhere they end where words end.
_INFERRED, _FLUSH_LEFT = 1.5, 0.8
#: Millimetres from the edge of the paper within which stand headers, footers and stamps that nothing marks as such.
_EDGE = 14.0


def paper_size(sheet: Subject) -> Iterator[Finding]:
    """C01: every sheet is A4."""
    if not sheet.laid_out:
        return
    wide, high = sheet.limits.paper_width, sheet.limits.paper_height
    slack = 2.0 if sheet.in_pdf else 1.0
    for index, section in _sheets(sheet):
        sizes = sorted((section.width, section.height))
        if abs(sizes[0] - wide) > slack or abs(sizes[1] - high) > slack:
            yield sheet.finding(
                "C01",
                "PL I, P.I, I.1",
                _first_on(sheet, index),
                page=index + 1 if sheet.in_pdf else None,
                found=f"khổ giấy {_mm(section.width)} x {_mm(section.height)} mm",
                expected=f"A4, {_mm(wide)} x {_mm(high)} mm",
                message="Đặt khổ giấy A4 (210 mm x 297 mm) cho toàn văn bản.",
            )
            return


def direction(sheet: Subject) -> Iterator[Finding]:
    """C01: a sheet lies on its side only where it carries a table."""
    if not sheet.in_word:
        return
    for index, section in _sheets(sheet):
        on_it = [paragraph for paragraph in sheet.paper.of(Place.BODY) if paragraph.sheet == index]
        if section.width > section.height and on_it and not any(paragraph.cell for paragraph in on_it):
            yield sheet.finding(
                "C01",
                "PL I, P.I, I.2",
                on_it[0],
                found="trang nằm ngang, không có bảng",
                expected="trang đứng",
                message="Trình bày văn bản theo chiều dài của khổ A4; chỉ để trang ngang khi có bảng, biểu.",
            )
            return


def margins(sheet: Subject) -> Iterator[Finding]:
    """C02: the four margins of every upright section."""
    for side, name in _SIDES.items():
        allowed = sheet.limits.margins[side]
        wrong = [
            (index, value)
            for index, section in _sheets(sheet)
            if section.width <= section.height
            and (value := getattr(section, side)) is not None
            and not allowed.holds(value, tolerance=sheet.length_slack)
        ]
        if wrong:
            index, value = wrong[0]
            places = f" ({len(wrong)} phần)" if len(wrong) > 1 else ""
            yield _margin(sheet, name, side, f"lề {name} {_mm(value)} mm{places}", _first_on(sheet, index))


def inferred_margins(sheet: Subject) -> Iterator[Finding]:
    """C02 in a PDF: where lines of the body surely stand outside the left and right margins."""
    if not sheet.in_pdf:
        return
    lines = body_lines(sheet)
    if len(lines) < 8:
        return
    page = _page_width(sheet, lines)
    if page is None:
        return
    for side, name, value in (
        ("left", "trái", _edge([line.box.left for line in lines])),
        ("right", "phải", page + _edge([-line.box.right for line in lines])),
    ):
        if not sheet.limits.margins[side].holds(value, tolerance=_FLUSH_LEFT if side == "left" else _INFERRED):
            yield _margin(sheet, name, side, f"lề {name} khoảng {_mm(round(value))} mm", lines[0].paragraph)


def overrun(sheet: Subject) -> Iterator[Finding]:
    """C02 in a PDF: where words of the page surely reach into the upper or lower margin."""
    if not sheet.in_pdf:
        return
    contact = {piece.paragraph.number for piece in sheet.elements.contact}
    lines = [
        (paragraph, line.box, section)
        for paragraph in sheet.paper.of(Place.BODY, Place.NOTE)
        if paragraph.number not in contact and (section := sheet.sheet_of(paragraph)) is not None
        if section.width < section.height
        for line in paragraph.lines
        if line.box is not None and letters(line.text)
    ]
    for side, name, rooms in (
        ("top", "trên", [(box.top, at) for at, box, _ in lines]),
        ("bottom", "dưới", [(section.height - box.bottom, at) for at, box, section in lines]),
    ):
        room, at = min(rooms, key=lambda pair: pair[0], default=(None, None))
        if room is not None and _EDGE < room < sheet.limits.margins[side].least - _INFERRED:
            yield _margin(sheet, name, side, f"chữ cách mép {name} {_mm(room)} mm", at)


def _page_width(sheet: Subject, lines: Sequence[Measured]) -> float | None:
    """Width of the pages that the lines stand on, if they are all alike and upright."""
    widths = {round(section.width) for line in lines if (section := sheet.sheet_of(line.paragraph)) is not None}
    heights = {round(section.height) for line in lines if (section := sheet.sheet_of(line.paragraph)) is not None}
    return float(widths.pop()) if len(widths) == 1 and len(heights) == 1 and max(widths | {0}) < min(heights) else None


def _edge(places: Sequence[float]) -> float:
    """The edge that most lines share: the value at the first quarter of all that begin leftmost."""
    ordered = sorted(places)
    return median(ordered[: max(3, len(ordered) // 2)])


def _margin(sheet: Subject, name: str, side: str, found: str, at: Paragraph | None) -> Finding:
    allowed = sheet.limits.margins[side]
    wanted = f"{allowed.least:g} đến {allowed.most:g} mm"
    return sheet.finding(
        "C02",
        "PL I, P.I, I.3",
        at,
        found=found,
        expected=f"lề {name} {wanted}",
        message=f"Đặt lề {name} từ {wanted}.",
    )


def numbers_in_word(sheet: Subject) -> Iterator[Finding]:
    """C04 in Word: numbers stand in the middle of the top margin, the first hidden, Arabic, from 1."""
    sections = [section for _, section in _sheets(sheet)]
    if not sheet.in_word or not sections:
        return
    shown = [section.numbers for section in sections if section.numbers is not None]
    if not shown:
        if fills_more_than_a_page(sheet):
            yield _number(
                sheet, None, "không có số trang", "số trang", "Đánh số trang ở giữa lề trên, từ trang thứ hai."
            )
        return
    yield from _number_place(sheet, shown)
    first = sections[0].numbers
    if first is not None and first.first_shown:
        message = "Không hiển thị số ở trang thứ nhất (chọn “Different First Page”)."
        yield _number(sheet, first, "trang thứ nhất có số", "trang thứ nhất không hiện số", message)
    if first is not None and first.start not in (None, 1):
        message = "Đánh số trang bắt đầu từ số 1."
        yield _number(sheet, first, f"số trang bắt đầu từ {first.start}", "bắt đầu từ 1", message)


def _number_place(sheet: Subject, shown: Sequence[PageNumbers]) -> Iterator[Finding]:
    low = next((numbers for numbers in shown if numbers.place is Place.FOOTER), None)
    if low is not None:
        message = "Chuyển số trang lên giữa lề trên của trang."
        yield _number(sheet, low, "số trang ở lề dưới", "giữa lề trên", message)
    aside = next((n for n in shown if n.place is Place.HEADER and n.alignment is not Alignment.CENTER), None)
    if aside is not None:
        yield _number(sheet, aside, "số trang không ở giữa", "canh giữa", "Canh giữa số trang theo chiều ngang.")
    letters = next((numbers for numbers in shown if not numbers.arabic), None)
    if letters is not None:
        message = "Đánh số trang bằng chữ số Ả Rập."
        yield _number(sheet, letters, "số trang không phải chữ số Ả Rập", "chữ số Ả Rập", message)
    yield from _number_look(sheet, shown[0])


def _number_look(sheet: Subject, numbers: PageNumbers) -> Iterator[Finding]:
    paragraph = _paragraph(sheet, numbers.paragraph)
    if paragraph is None:
        return
    runs = [run for line in paragraph.lines for run in seen(line)]
    size = main_size(runs)
    if size is not None and not sheet.limits.sizes["page_number"].holds(size, tolerance=sheet.size_slack):
        yield _number(
            sheet, numbers, f"số trang cỡ chữ {size_text(size)}", "cỡ chữ 13 đến 14", "Đặt số trang ở cỡ chữ 13 đến 14."
        )
    if any(run.bold or run.italic for run in runs):
        yield _number(
            sheet, numbers, "số trang đậm hoặc nghiêng", "kiểu chữ đứng", "Trình bày số trang bằng kiểu chữ đứng."
        )


def numbers_in_pdf(sheet: Subject) -> Iterator[Finding]:
    """C04 in a PDF: numbers on the second and later pages, in the middle of the top margin."""
    pages = sheet.paper.pages or 0
    if not sheet.in_pdf or pages < 2:
        return
    if not _numbered_pages(sheet):
        return
    high = _page_numbers(sheet, Place.HEADER)
    low = _page_numbers(sheet, Place.FOOTER)
    if low and not high:
        yield _number_at(
            sheet, low[0], "số trang ở lề dưới", "giữa lề trên", "Chuyển số trang lên giữa lề trên của trang."
        )
    elif not high and not sheet.paper.bare_pages:
        yield _number(sheet, None, "không có số trang", "số trang", "Đánh số trang ở giữa lề trên, từ trang thứ hai.")
    yield from _sizes_in_pdf(sheet, high)
    for paragraph in high:
        box, section = paragraph.lines[0].box, sheet.sheet_of(paragraph)
        if box is not None and section is not None and not _centred(box.centre, section):
            yield _number_at(
                sheet, paragraph, "số trang không ở giữa", "canh giữa", "Canh giữa số trang theo chiều ngang."
            )
            break


def _sizes_in_pdf(sheet: Subject, numbers: Sequence[Paragraph]) -> Iterator[Finding]:
    """Page numbers of a size that is not allowed, told at the first of them."""
    allowed = sheet.limits.sizes["page_number"]
    sizes = [(at, size) for at in numbers if (size := main_size(run for line in at.lines for run in seen(line)))]
    wrong = [(at, size) for at, size in sizes if not allowed.holds(size, tolerance=sheet.size_slack)]
    if wrong:
        at, size = wrong[0]
        yield _number_at(
            sheet, at, f"số trang cỡ chữ {size_text(size)}", "cỡ chữ 13 đến 14", "Đặt số trang ở cỡ chữ 13 đến 14."
        )


def _numbered_pages(sheet: Subject) -> set[int]:
    """The pages that show a number: upright, not the first, and the first of no annex."""
    firsts = {1, *(annex.label.paragraph.page or 0 for annex in sheet.elements.annexes)}
    upright = {index + 1 for index, section in _sheets(sheet) if section.width < section.height}
    return upright - firsts


def _page_numbers(sheet: Subject, place: Place) -> list[Paragraph]:
    """Paragraphs of a margin that hold nothing but the number of their page."""
    return [
        paragraph
        for paragraph in sheet.paper.of(place)
        if plain(paragraph.text).strip("- ").isdecimal() and paragraph.lines and (paragraph.page or 0) > 1
    ]


def _centred(middle: float, section: Sheet) -> bool:
    """Whether a place is in the middle of the page or of the text, whichever margins the law allows."""
    return section.width / 2 - 4 <= middle <= section.width / 2 + 12


def _number(sheet: Subject, at: PageNumbers | None, found: str, expected: str, message: str) -> Finding:
    paragraph = None if at is None else _paragraph(sheet, at.paragraph)
    return _number_at(sheet, paragraph, found, expected, message)


def _number_at(sheet: Subject, at: Paragraph | None, found: str, expected: str, message: str) -> Finding:
    return sheet.finding("C04", "PL I, P.I, I.7", at, found=found, expected=expected, message=message)


def _sheets(sheet: Subject) -> Iterator[tuple[int, Sheet]]:
    """Sections, or pages that are not only a picture."""
    bare = set(sheet.paper.bare_pages) if sheet.in_pdf else set()
    return ((index, section) for index, section in enumerate(sheet.paper.sheets) if index + 1 not in bare)


def _first_on(sheet: Subject, index: int) -> Paragraph | None:
    return next((paragraph for paragraph in sheet.paper.of(Place.BODY) if paragraph.sheet == index), None)


def _paragraph(sheet: Subject, number: int) -> Paragraph | None:
    return next((paragraph for paragraph in sheet.paper.paragraphs if paragraph.number == number), None)


def _mm(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0").replace(".", ",")


RULES = (paper_size, direction, margins, inferred_margins, overrun, numbers_in_word, numbers_in_pdf)
