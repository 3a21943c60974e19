"""Phần, Chương, Mục, Điều, khoản, điểm: numbers, marks, type (C17).

Source: NĐ 30/2020, PL I, P.I, II.6.đ and V (6a, 6b).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.check.findings import Finding, Level
from docgen.check.looks import runs_of, share
from docgen.check.subject import Subject
from docgen.check.words import is_caps, paragraph_text, quoted
from docgen.paper.model import Alignment, Paragraph
from docgen.read.elements import Piece
from docgen.rules.numbering import POINT_LETTERS

_PLACE = "PL I, P.I, II.6.đ"
_DIVISION = re.compile(r"^(phần|chương|mục|tiểu mục)\s+(thứ \w+|[IVXLC]+|\d+)\s*(?:[.:–-]\s*(\S.*))?$", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXLC]+")
_ARTICLE = re.compile(r"^(Điều|ĐIỀU)\s+([0-9]{1,4})\s?([.:](?!\S)|[–-](?=\s))\s*(.*)$")
_HEADING = re.compile(r"^([IVX]+)\s?([./)-])\s*(\S.*)$")
_POINT = re.compile(r"^([a-zđ])\s?([).:/])\s")
#: A number of a khoản, and enough of its words to tell a title from running text.
_NUMBERED = re.compile(r"\s*(\d{1,2}\.)\s*(\S.{20,60})")
_CLAUSE = re.compile(r"^(\d{1,2})\s?([/-])\s")
#: What begins a new series of points.
_NEW_SERIES = re.compile(r"^(?:Điều \d|\d+[.)]|[IVX]+\.|Chương|Mục)")


def divisions(sheet: Subject) -> Iterator[Finding]:
    """C17: Phần and Chương take Roman numbers, Mục and Tiểu mục Arabic, on a line of their own, not in capitals."""
    told: set[str] = set()
    for paragraph in sheet.prose:
        match = _DIVISION.match(text := paragraph_text(paragraph))
        if match is None or not _is_heading(sheet, paragraph, match[3]):
            continue
        for fault, expected, message in _division_faults(match):
            if fault not in told:
                told.add(fault)
                yield _fault(sheet, paragraph, f"{fault}: “{quoted(text, 50)}”", expected, message)


def _division_faults(match: re.Match[str]) -> Iterator[tuple[str, str, str]]:
    word, number, title = match[1], match[2], match[3]
    name = word.capitalize()
    roman = name in ("Phần", "Chương")
    if roman is not bool(_ROMAN.fullmatch(number)):
        figures = "chữ số La Mã" if roman else "chữ số Ả Rập"
        yield f"{name} đánh số “{number}”", figures, f"Đánh số thứ tự của {name.lower()} bằng {figures}."
    if is_caps(word):
        yield f"từ “{word}” in hoa", f"“{name}”", f"Trình bày từ “{name}” và số thứ tự bằng chữ in thường."
    if title:
        yield (
            f"{name} và tiêu đề trên cùng một dòng",
            "tiêu đề ở dòng dưới",
            f"Xuống dòng giữa “{name} {number}” và tiêu đề.",
        )


def _is_heading(sheet: Subject, paragraph: Paragraph, title: str | None) -> bool:
    """Whether a line is a heading and no sentence that begins with a citation."""
    if title and not is_caps(title):
        return False
    if paragraph.layout is not None:
        return paragraph.layout.alignment is Alignment.CENTER
    return not title or is_caps(title)


def articles(sheet: Subject) -> Iterator[Finding]:
    """C17: ``Điều 1.`` with a full stop, bold and upright."""
    found = [(p, match) for p in sheet.prose if (match := _ARTICLE.match(paragraph_text(p)))]
    dotless = [p for p, match in found if match[3] != "."]
    if dotless:
        yield _fault(
            sheet,
            dotless[0],
            f"“{quoted(paragraph_text(dotless[0]), 30)}”{_more(dotless)}",
            "“Điều 1.”",
            "Đặt dấu chấm (.) sau số thứ tự của điều.",
        )
    light = [p for p, _ in found if _not_bold(p)]
    if light:
        yield _fault(
            sheet,
            light[0],
            f"“{quoted(paragraph_text(light[0]), 30)}” không đậm{_more(light)}",
            "kiểu chữ đứng, đậm",
            "Trình bày từ “Điều”, số thứ tự và tiêu đề của điều bằng kiểu chữ đứng, đậm.",
        )
    yield from _order(sheet, [(p, int(match[2])) for p, match in found])


def _not_bold(paragraph: Paragraph) -> bool:
    """Whether the word Điều and its number are surely not bold."""
    if paragraph.label or not paragraph.lines:
        return False
    line = paragraph.lines[0]
    match = re.match(r"\s*(?:Điều|ĐIỀU)\s+\d+", line.text)
    if match is None:
        return False
    runs = runs_of(Piece(text=match[0].strip(), paragraph=paragraph, line=line))
    return share(runs, lambda run: None if run.bold is None else not run.bold) > 0.5


def _order(sheet: Subject, numbers: Sequence[tuple[Paragraph, int]]) -> Iterator[Finding]:
    """Articles that are counted from 1 leave none out and use none twice."""
    if not numbers or numbers[0][1] != 1:
        return
    for (_, before), (paragraph, number) in pairwise(numbers):
        if number == 1:
            return
        if number != before + 1:
            found = f"sau Điều {before} là Điều {number}"
            yield _fault(sheet, paragraph, found, f"Điều {before + 1}", "Đánh lại số thứ tự các điều cho liên tục.")
            return


def headings(sheet: Subject) -> Iterator[Finding]:
    """C17: ``I. NHỮNG KẾT QUẢ``, capitals and bold."""
    found = [(p, match) for p in sheet.prose if (match := _HEADING.match(paragraph_text(p))) and _short(match[3])]
    if not found or found[0][1][1] != "I":
        return
    small = [p for p, match in found if not is_caps(match[3])]
    if small:
        yield _fault(
            sheet,
            small[0],
            f"“{quoted(paragraph_text(small[0]), 50)}”{_more(small)}",
            "chữ in hoa",
            "Trình bày số thứ tự và tiêu đề của mục bằng chữ in hoa, đậm.",
            place="PL I, P.I, V (6b)",
        )
    light = [p for p, _ in found if _heading_not_bold(p)]
    if light:
        yield _fault(
            sheet,
            light[0],
            f"“{quoted(paragraph_text(light[0]), 50)}” không đậm{_more(light)}",
            "kiểu chữ đứng, đậm",
            "Trình bày số thứ tự và tiêu đề của mục bằng kiểu chữ đứng, đậm.",
            place="PL I, P.I, V (6b)",
        )
    odd = [p for p, match in found if match[2] != "."]
    if odd:
        yield _fault(
            sheet,
            odd[0],
            f"“{quoted(paragraph_text(odd[0]), 30)}”{_more(odd)}",
            "“I.”",
            "Đặt dấu chấm (.) sau số thứ tự của mục.",
            place="PL I, P.I, V (6b)",
            level=Level.FORM,
        )


def _short(title: str) -> bool:
    """Whether words are a title and no sentence."""
    return len(title) <= 150 and not title.rstrip().endswith((".", ";", "./.", ","))


def _heading_not_bold(paragraph: Paragraph) -> bool:
    runs = [run for line in paragraph.lines for run in line.runs if any(map(str.isalpha, run.text))]
    return share(runs, lambda run: None if run.bold is None else not run.bold) > 0.5


def points(sheet: Subject) -> Iterator[Finding]:
    """C17: points are lettered a, b, c, d, đ, e … in the Vietnamese order, a bracket behind."""
    series: list[tuple[Paragraph, str, str]] = []
    told: set[str] = set()
    for paragraph in sheet.prose:
        text = paragraph_text(paragraph)
        if match := _POINT.match(text):
            series.append((paragraph, match[1], match[2]))
            for fault in _point_faults(sheet, series):
                if fault.message not in told:
                    told.add(fault.message)
                    yield fault
        elif _NEW_SERIES.match(text):
            series = []


def _point_faults(sheet: Subject, series: Sequence[tuple[Paragraph, str, str]]) -> Iterator[Finding]:
    """What the last point of a series does wrong."""
    paragraph, letter, mark = series[-1]
    before = series[-2][1] if len(series) > 1 else ""
    counted = series[0][1] == "a"
    skipped = before == "d" and letter == "e"
    if counted and len(series) > 1 and (letter not in POINT_LETTERS or skipped):
        right = POINT_LETTERS[min(POINT_LETTERS.find(before) + 1, len(POINT_LETTERS) - 1)] if before else "a"
        yield _fault(
            sheet,
            paragraph,
            f"sau điểm {before}) là điểm {letter})",
            f"điểm {right})",
            "Đánh thứ tự các điểm theo bảng chữ cái tiếng Việt: a, b, c, d, đ, e, g, h, i, k, l…",
        )
    if counted and len(series) == 2 and mark != ")" and series[0][2] != ")":
        yield _fault(
            sheet,
            series[0][0],
            f"“{quoted(paragraph_text(series[0][0]), 30)}”",
            "“a)”",
            "Đặt dấu đóng ngoặc đơn sau chữ cái thứ tự của điểm.",
        )


def clauses(sheet: Subject) -> Iterator[Finding]:
    """C17: a full stop after the number of a khoản, no slash and no dash."""
    found = [(p, int(m[1]), m[2]) for p in sheet.prose if (m := _CLAUSE.match(paragraph_text(p)))]
    pairs = [a for a, b in pairwise(found) if a[1] == 1 and b[1] == 2 and a[2] == b[2]]
    if pairs:
        paragraph = pairs[0][0]
        message = "Đặt dấu chấm (.) sau số thứ tự của khoản."
        yield _fault(sheet, paragraph, f"“{quoted(paragraph_text(paragraph), 30)}”{_more(found)}", "“1.”", message)


def clause_numbers(sheet: Subject) -> Iterator[Finding]:
    """C17: the number of a khoản is bold only together with a title."""
    places = [paragraph for paragraph in sheet.prose if _number_alone_bold(paragraph)]
    if len(places) > 1:
        yield _fault(
            sheet,
            places[0],
            f"số thứ tự đậm: “{quoted(paragraph_text(places[0]), 40)}”{_more(places)}",
            "kiểu chữ đứng, không đậm",
            "Bỏ chữ đậm ở số thứ tự của khoản không có tiêu đề.",
        )


def _number_alone_bold(paragraph: Paragraph) -> bool:
    """Whether a paragraph's number is bold and the words after it are not."""
    if paragraph.label or not paragraph.lines:
        return False
    line = paragraph.lines[0]
    match = _NUMBERED.match(line.text)
    if match is None:
        return False
    number = runs_of(Piece(text=match[1], paragraph=paragraph, line=line))
    words = runs_of(Piece(text=match[2], paragraph=paragraph, line=line))
    return share(number, lambda run: run.bold) > 0.9 and share(words, lambda run: _light(run.bold)) > 0.9


def _light(bold: bool | None) -> bool | None:
    return None if bold is None else not bold


def _more(places: Sequence[object]) -> str:
    return f" và {len(places) - 1} chỗ khác" if len(places) > 1 else ""


def _fault(
    sheet: Subject,
    at: Paragraph,
    found: str,
    expected: str,
    message: str,
    *,
    place: str = _PLACE,
    level: Level = Level.RULE,
) -> Finding:
    return sheet.finding("C17", place, at, found=found, expected=expected, message=message, level=level)


RULES = (divisions, articles, headings, points, clauses, clause_numbers)
