"""Titles of articles and clauses (*điều, khoản*), and running text that is set like one (C17).

Source: NĐ 30/2020, PL I, P.I, II.6.đ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from docgen.check.findings import Finding
from docgen.check.lengths import measured
from docgen.check.looks import letters, runs_of, seen, share
from docgen.check.subject import Subject
from docgen.check.words import in_quotes, is_caps, paragraph_text, quoted
from docgen.paper.model import Paragraph
from docgen.read.elements import Piece

_PLACE = "PL I, P.I, II.6.đ"
_ARTICLE = re.compile(r"^Điều\s+\d{1,3}\s?[.:]\s*(\S.*)$")
_CLAUSE = re.compile(r"^(\d{1,2})(\.?)\s+(\S.*)$")
_POINT = re.compile(r"^(?:\d{1,2}\.|[a-zđ]\))\s+(\S.*)$")
#: What begins a new series of clauses.
_NEW_SERIES = re.compile(r"^(?:Điều \d|[IVX]+\.|Chương|Mục|Phần|Phụ lục)", re.IGNORECASE)
#: Marks at the end of a sentence or of an item, which no title has.
_SENTENCE = re.compile(r"[.;:,/!?…]\W*$")
#: Letters of the longest title, and millimetres that its last line surely leaves free.
_LONGEST, _FREE = 130, 12.0
#: Words in capitals that are more than a name or an abbreviation.
_MANY_CAPS = 4
#: Places that make a habit.
_HABIT = 3


def article_titles(sheet: Subject) -> Iterator[Finding]:
    """C17: the title of an article is bold like its number, where the other articles show theirs so."""
    titled = [p for p in sheet.prose if (m := _ARTICLE.match(paragraph_text(p))) and _is_title(m[1])]
    light = [paragraph for paragraph in titled if _title_bold(paragraph) is False and _bold(paragraph) is None]
    if light and len(light) * 2 < len(titled):
        yield _fault(
            sheet,
            light,
            " tiêu đề không đậm",
            "kiểu chữ đứng, đậm",
            "Trình bày tiêu đề của điều bằng kiểu chữ đứng, đậm như từ “Điều” và số thứ tự.",
        )


def article_capitals(sheet: Subject) -> Iterator[Finding]:
    """C17: the title of an article is set in small letters."""
    loud = [p for p in sheet.prose if (m := _ARTICLE.match(paragraph_text(p))) and _is_title(m[1]) and _loud(m[1])]
    if loud:
        message = "Trình bày tiêu đề của điều bằng chữ in thường."
        yield _fault(sheet, loud, "", "chữ in thường", message)


def clause_titles(sheet: Subject) -> Iterator[Finding]:
    """C17: a clause's title on a line of its own is bold."""
    prose = sheet.prose
    light = [above for above, below in pairwise(prose) if _is_clause_title(above, below) and _bold(above) is False]
    if light and sheet.laid_out:
        yield _fault(
            sheet,
            light,
            " không đậm",
            "kiểu chữ đứng, đậm",
            "Trình bày số thứ tự và tiêu đề của khoản bằng kiểu chữ đứng, đậm.",
        )


def bold_text(sheet: Subject) -> Iterator[Finding]:
    """C17: the words of clauses and points are not bold; only titles are."""
    heavy = [p for p in sheet.prose if (m := _POINT.match(paragraph_text(p))) and _is_text(m[1]) and _bold(p)]
    if len(heavy) >= _HABIT:
        yield _fault(
            sheet, heavy, " đậm", "kiểu chữ đứng, không đậm", "Bỏ chữ đậm ở lời văn của khoản, điểm không phải tiêu đề."
        )


def clause_order(sheet: Subject) -> Iterator[Finding]:
    """C17: clauses are counted one by one, a full stop behind each number; only Word tells paragraphs surely."""
    if not sheet.in_word:
        return
    before, skipped, dotless = 0, list[tuple[Paragraph, int, int]](), list[Paragraph]()
    for paragraph in sheet.prose:
        text = paragraph_text(paragraph)
        if _NEW_SERIES.match(text):
            before = 0
        if (match := _CLAUSE.match(text)) is None or _quoted(sheet, paragraph):
            continue
        number = int(match[1])
        if not match[2]:
            if before and number == before + 1 and match[3][:1].isupper():
                dotless.append(paragraph)
                before = number
            continue
        if before and before + 1 < number <= before + _HABIT:
            skipped.append((paragraph, before, number))
        before = number if number == 1 or before else 0
    for paragraph, before, number in skipped[:1]:
        more = f" và {len(skipped) - 1} chỗ khác" if len(skipped) > 1 else ""
        yield sheet.finding(
            "C17",
            _PLACE,
            paragraph,
            found=f"sau khoản {before} là khoản {number}{more}",
            expected=f"khoản {before + 1}",
            message="Đánh lại số thứ tự các khoản cho liên tục.",
        )
    if dotless:
        yield _fault(sheet, dotless, "", "“2.”", "Đặt dấu chấm (.) sau số thứ tự của khoản.")


def _quoted(sheet: Subject, paragraph: Paragraph) -> bool:
    """Whether a paragraph begins inside quotation marks that another one opened."""
    start = sheet.starts.get(paragraph.number)
    return start is not None and in_quotes(sheet.wording.text, start)


def _is_title(words: str) -> bool:
    """Whether words are a title and no sentence."""
    return len(words) <= _LONGEST and not _SENTENCE.search(words)


def _is_text(words: str) -> bool:
    """Whether words are a sentence and no title."""
    return letters(words) > 40 and words.rstrip("”) ").endswith((".", ";"))


def _loud(title: str) -> bool:
    """Whether most of a title is in capitals, beyond abbreviations and a name."""
    words = [word for word in title.split() if sum(map(str.isalpha, word)) > 1]
    loud = [word for word in words if is_caps(word)]
    return len(loud) >= _MANY_CAPS and len(loud) > len(words) / 2


def _is_clause_title(above: Paragraph, below: Paragraph) -> bool:
    """Whether a numbered line is a title: short, with no mark at its end, and a sentence below."""
    text, next_text = paragraph_text(above), paragraph_text(below)
    match = _CLAUSE.match(text)
    if match is None or not match[2] or not _is_title(match[3]) or len(match[3].split()) < 3:
        return False
    told = next_text[:1].isupper() and _is_text(next_text) and not _POINT.match(next_text)
    return told and not _NEW_SERIES.match(next_text) and above.page == below.page and _ends_early(above, below)


def _ends_early(above: Paragraph, below: Paragraph) -> bool:
    """Whether a title leaves room behind it, where lines have places: it is no sentence that goes on."""
    upper, lower = list(measured(above)), list(measured(below))
    if not upper or not lower:
        return True
    return upper[-1].box.right < max(line.box.right for line in lower) - _FREE


def _bold(paragraph: Paragraph) -> bool | None:
    """Whether all words of a paragraph are bold; None where some are or nobody can tell."""
    runs = [run for line in paragraph.lines for run in seen(line)]
    if not runs or any(run.bold is None for run in runs):
        return None
    heavy = share(runs, lambda run: run.bold)
    return True if heavy > 0.95 else False if heavy < 0.05 else None


def _title_bold(paragraph: Paragraph) -> bool | None:
    """Whether an article's title is bold; None where it is in part, or nobody can tell."""
    match = _ARTICLE.match(paragraph.lines[0].text) if paragraph.lines else None
    if match is None:
        return None
    runs = runs_of(Piece(text=match[1].strip(), paragraph=paragraph, line=paragraph.lines[0]))
    if not runs or any(run.bold is None for run in runs):
        return None
    heavy = share(runs, lambda run: run.bold)
    return True if heavy > 0.9 else False if heavy < 0.1 else None


def _fault(sheet: Subject, places: Sequence[Paragraph], how: str, expected: str, message: str) -> Finding:
    """One finding for all places, at the first of them."""
    more = f" và {len(places) - 1} chỗ khác" if len(places) > 1 else ""
    found = f"“{quoted(paragraph_text(places[0]), 60)}”{how}{more}"
    return sheet.finding("C17", _PLACE, places[0], found=found, expected=expected, message=message)


RULES = (article_titles, article_capitals, clause_titles, bold_text, clause_order)
