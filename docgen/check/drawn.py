"""Rules (*đường kẻ*) under Tiêu ngữ, issuer and subject: which line hangs under which words, and how long it is.

In Word a line shape may hang on any paragraph near by, so a rule counts as missing only where no stray line is left.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docgen.check.findings import Finding, Level
from docgen.check.looks import main_size, printed, runs_of
from docgen.check.subject import Subject
from docgen.fonts import longest_line
from docgen.paper.model import Drawn, Paragraph, Place, Rule
from docgen.read.elements import Piece
from docgen.rules.page import Range

#: Part of its right length by which a rule may be off: hands draw them. One as long as its words has two ends to
#: miss, the limits of the others leave room already.
_SLACK, _WHOLE_SLACK = 0.05, 0.1
#: Millimetres below the words within which a rule of a PDF is theirs.
_NEAR = 8.0


def rule_findings(
    sheet: Subject, check: str, place: str, name: str, pieces: Sequence[Piece], wanted: Range, expected: str
) -> Iterator[Finding]:
    """What is wrong with the rule under an element: none, broken, too short or too long, or mere underlining."""
    pieces = printed(pieces)
    if not pieces or not sheet.laid_out:
        return
    own = _own(sheet, pieces)
    if not own:
        if _surely_none(sheet, pieces):
            yield sheet.finding(
                check,
                place,
                pieces[-1],
                found=f"không có đường kẻ dưới {name}",
                expected=expected,
                message=f"Kẻ một đường ngang, nét liền dưới {name}, {expected}.",
            )
        return
    rule = own[0]
    if rule.dashed:
        yield sheet.finding(
            check,
            place,
            pieces[-1],
            found=f"đường kẻ nét đứt dưới {name}",
            expected="nét liền",
            message=f"Đổi đường kẻ dưới {name} thành nét liền.",
        )
    if rule.drawn is Drawn.UNDERLINE and wanted.least >= 1:
        yield sheet.finding(
            check,
            place,
            pieces[-1],
            level=Level.PRACTICE,
            found=f"{name} gạch chân",
            expected="đường kẻ ngang",
            message=f"Kẻ một đường ngang dưới {name} thay cho gạch chân.",
        )
    elif len(own) == 1 and not _right_length(rule.width, _widths(pieces), wanted):
        yield sheet.finding(
            check,
            place,
            pieces[-1],
            found=f"đường kẻ dưới {name} dài {rule.width:.0f} mm, dòng chữ dài {max(_widths(pieces)):.0f} mm",
            expected=expected,
            message=f"Kẻ lại đường ngang dưới {name}, {expected}.",
        )


def _right_length(width: float, words: Sequence[float], wanted: Range) -> bool:
    """Whether a rule fits any reading of “the line of words” where these stand on several lines."""
    if not words or min(words) <= 0:
        return True
    slack = _WHOLE_SLACK if wanted.least >= 1 else _SLACK
    return wanted.least * (1 - slack) * min(words) <= width <= wanted.most * (1 + slack) * max(words)


def _widths(pieces: Sequence[Piece]) -> list[float]:
    """Millimetres of each line of words."""
    return [piece.line.box.width if piece.line.box is not None else _typed_width(piece) for piece in pieces]


def _typed_width(piece: Piece) -> float:
    runs = runs_of(piece)
    room = piece.paragraph.cell.width if piece.paragraph.cell is not None else None
    bold = bool(runs) and all(run.bold for run in runs)
    return longest_line(piece.text, main_size(runs) or 13.0, room or 165.0, bold=bold)


def _own(sheet: Subject, pieces: Sequence[Piece]) -> list[Rule]:
    """The rules that hang under these words."""
    if sheet.in_pdf:
        return [rule for rule in sheet.paper.rules if any(_under(rule, piece) for piece in pieces[-1:])]
    last = pieces[-1].paragraph
    if shared := _shared(sheet, pieces[-1]):
        return shared
    return [rule for rule in sheet.paper.rules if _hangs_on(sheet, rule, last)]


def _shared(sheet: Subject, piece: Piece) -> list[Rule]:
    """The rule under words that share a line with others across the page: the shorter of two is the issuer's."""
    motto, issuer = printed(sheet.elements.motto), printed(sheet.issuer_pieces)
    if not motto or not issuer or motto[-1].paragraph is not issuer[-1].paragraph or motto[-1].line != issuer[-1].line:
        return []
    here = motto[-1].paragraph.number
    near = [rule for rule in sheet.paper.rules if rule.paragraph in (here, here + 1) and rule.drawn is Drawn.SHAPE]
    if len(near) != 2 or near[0].width == near[1].width:
        return []
    return [max(near, key=_width)] if piece is motto[-1] else [min(near, key=_width)] if piece is issuer[-1] else []


def _width(rule: Rule) -> float:
    return rule.width


def _under(rule: Rule, piece: Piece) -> bool:
    box = piece.line.box
    if box is None or rule.left is None or rule.top is None or rule.page != piece.paragraph.page:
        return False
    return (
        box.bottom - 2 <= rule.top <= box.bottom + _NEAR and box.left - 3 <= rule.left + rule.width / 2 <= box.right + 3
    )


def _hangs_on(sheet: Subject, rule: Rule, last: Paragraph) -> bool:
    """Whether a rule of a Word file stands in the words' own paragraph, cell, or right below them."""
    if rule.paragraph is None:
        return False
    if rule.paragraph == last.number:
        return True
    at = next((paragraph for paragraph in sheet.paper.paragraphs if paragraph.number == rule.paragraph), None)
    if at is None:
        return False
    if last.cell is not None and at.cell is not None:
        same = (last.cell.table, last.cell.column) == (at.cell.table, at.cell.column)
        return same and abs(at.number - last.number) <= 6
    if last.cell is None and at.cell is None:
        between = (p for p in sheet.paper.paragraphs if last.number < p.number < at.number and p.place is Place.BODY)
        return (
            at.number > last.number
            and not any(paragraph.text.strip(" _-–—\t\n") for paragraph in between)
            and (not at.text.strip(" _-–—\t\n"))
        )
    return False


def _surely_none(sheet: Subject, pieces: Sequence[Piece]) -> bool:
    """Whether no line near the head of the paper could be the missing one."""
    if sheet.in_pdf:
        page = pieces[-1].paragraph.page
        box = pieces[-1].line.box
        if box is None or page is None or page in sheet.paper.bare_pages:
            return False
        return not any(
            rule.page == page and rule.top is not None and box.bottom - 2 <= rule.top <= box.bottom + 2 * _NEAR
            for rule in sheet.paper.rules
        )
    head = _end_of_head(sheet)
    taken = [rule for group in _headed(sheet) for rule in _own(sheet, group)[:1]]
    near = [rule for rule in sheet.paper.rules if rule.paragraph is None or rule.paragraph <= head]
    return all(any(rule is own for own in taken) for rule in near)


def _headed(sheet: Subject) -> list[Sequence[Piece]]:
    """The groups of words at the head that carry a rule."""
    elements = sheet.elements
    groups = (elements.motto, sheet.issuer_pieces, elements.subject)
    return [group for group in map(printed, groups) if group]


def _end_of_head(sheet: Subject) -> int:
    """Number of the last paragraph in which a line at the head may hang."""
    elements = sheet.elements
    pieces = (*elements.subject, *elements.kind_name, *elements.letter_subject, *elements.place_date, *elements.motto)
    return max((piece.paragraph.number for piece in pieces), default=0) + 2
