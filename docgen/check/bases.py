"""The bases (*căn cứ*): type and the marks at the ends of lines (C14).

Source: NĐ 30/2020, PL I, P.I, II.6.a.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.findings import Finding
from docgen.check.looks import letters, main_size, seen, share, size_text
from docgen.check.subject import Subject
from docgen.check.words import ending, paragraph_text, quoted
from docgen.paper.model import Paragraph

_PLACE = "PL I, P.I, II.6.a"
#: How lines begin that go on with the bases, whatever they are called.
MORE = re.compile(r"^(?:Căn cứ|Theo (?:\S+ ){0,3}đề nghị|Xét|Thực hiện|Trên cơ sở|Sau khi)\b", re.IGNORECASE)
#: A document behind the semicolon that ends the one before.
_TWO = re.compile(
    r"; (?:Căn cứ )?(?:Nghị định|Nghị quyết|Luật|Bộ luật|Quyết định|Thông tư|Kế hoạch|Chỉ thị) (?:số )?\S"
)
#: A list that goes on in a sentence of its own.
_LEAD = re.compile(r":$")


def _bases(sheet: Subject) -> list[Paragraph]:
    """The bases, where they are a list and not the opening words of a letter."""
    bases = list(_together([paragraph for paragraph in sheet.elements.bases if paragraph_text(paragraph)]))
    texts = [paragraph_text(base) for base in bases]
    listed = any(text.endswith(";") for text in texts) or (sheet.elements.competence and texts)
    return bases if listed and any(text.startswith("Căn cứ") for text in texts) else []


def _together(bases: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The bases up to the first paragraph that neither is one nor goes on with one."""
    before = ""
    for base in bases:
        text = paragraph_text(base)
        if before.endswith((".", ";", ":")) and not MORE.match(text):
            return
        yield base
        before = text


def ends(sheet: Subject) -> Iterator[Finding]:
    """C14: every basis but the last ends with a semicolon."""
    bases = _bases(sheet)
    wrong = [base for base in bases[:-1] if not paragraph_text(base).endswith(";")]
    if wrong and sheet.paper.source.value == "docx":
        yield sheet.finding(
            "C14",
            _PLACE,
            wrong[0],
            found=f"căn cứ kết thúc bằng “{ending(paragraph_text(wrong[0]))}”",
            expected="dấu chấm phẩy (;)",
            message="Kết thúc mỗi căn cứ bằng dấu chấm phẩy (;), trừ căn cứ cuối cùng.",
        )


def apart(sheet: Subject) -> Iterator[Finding]:
    """C14: every basis begins a line of its own."""
    joined = [base for base in _bases(sheet) if _TWO.search(paragraph_text(base))]
    if joined:
        yield sheet.finding(
            "C14",
            _PLACE,
            joined[0],
            found=f"hai căn cứ trong một đoạn: “{quoted(paragraph_text(joined[0]), 60)}”{_count(joined)}",
            expected="mỗi căn cứ một dòng",
            message="Xuống dòng sau mỗi căn cứ.",
        )


def last_end(sheet: Subject) -> Iterator[Finding]:
    """C14: the last basis ends with a full stop."""
    bases = _bases(sheet)
    if not bases or _goes_on(sheet, bases[-1]):
        return
    text = paragraph_text(bases[-1])
    if text.endswith((".", "…")) or (not _ended(text) and not sheet.in_word):
        return
    if _LEAD.search(text):
        message = "Tách câu dẫn xuống đoạn riêng và kết thúc căn cứ cuối cùng bằng dấu chấm (.)."
    else:
        message = "Kết thúc căn cứ cuối cùng bằng dấu chấm (.)."
    yield sheet.finding(
        "C14",
        _PLACE,
        bases[-1],
        found=f"căn cứ cuối kết thúc bằng “{ending(text)}”",
        expected="dấu chấm (.)",
        message=message,
    )


def _goes_on(sheet: Subject, last: Paragraph) -> bool:
    """Whether the next words are another basis that was not recognised as one."""
    after = next((p for p in sheet.prose if p.number > last.number), None)
    return after is not None and bool(MORE.match(paragraph_text(after)))


def _ended(text: str) -> bool:
    return text.endswith((";", ",", ":", "!"))


def look(sheet: Subject) -> Iterator[Finding]:
    """C14: italic, 13 to 14 points."""
    bases = _bases(sheet)
    if not sheet.laid_out:
        return
    upright = [base for base in bases if _upright(base) and not _LEAD.search(paragraph_text(base))]
    if upright:
        yield sheet.finding(
            "C14",
            _PLACE,
            upright[0],
            found=f"căn cứ kiểu chữ đứng: “{quoted(paragraph_text(upright[0]), 40)}”{_count(upright)}",
            expected="kiểu chữ nghiêng",
            message="Trình bày các căn cứ bằng kiểu chữ nghiêng.",
        )
    allowed = sheet.limits.sizes["bases"]
    sized = [
        (base, size)
        for base in bases
        if (size := main_size(run for line in base.lines for run in seen(line))) is not None
        and not allowed.holds(size, tolerance=sheet.size_slack)
    ]
    if sized:
        yield sheet.finding(
            "C14",
            _PLACE,
            sized[0][0],
            found=f"căn cứ cỡ chữ {size_text(sized[0][1])}{_count(sized)}",
            expected="cỡ chữ 13 đến 14",
            message="Đặt các căn cứ ở cỡ chữ 13 đến 14.",
        )


def _upright(base: Paragraph) -> bool:
    runs = [run for line in base.lines for run in seen(line)]
    upright = share(runs, lambda run: None if run.italic is None else not run.italic)
    return upright > 0.5 and sum(letters(run.text) for run in runs) > 10


def _count(places: Sequence[object]) -> str:
    return f" và {len(places) - 1} căn cứ khác" if len(places) > 1 else ""


RULES = (ends, apart, last_end, look)
