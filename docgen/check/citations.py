"""Documents that are cited: how the first and the later times, and with their right day (C15, C36).

Source: NĐ 30/2020, PL I, P.I, II.6.a and b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from docgen.check.citing import DATE, Citation, citations
from docgen.check.findings import Finding, Level
from docgen.check.number import numbered
from docgen.check.subject import Subject
from docgen.check.words import Flow, flow, folded, in_quotes, paragraph_text, quoted
from docgen.paper.model import Paragraph, Place
from docgen.rules.dating import long_date

__all__ = ["RULES", "Citation", "citations"]

_PLACE = "PL I, P.I, II.6.b"
_LAW = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh)(?: (?!số |Nghị |Thông tư|Quyết định)[^\s;.:()]+){0,24}? "
    r"số:? ?\d+/\d{4}/(?:QH|UBTVQH|PL-UBTVQH)\d+"
)
#: Characters behind a citation in which its issuer and title stand, and words that make a title worth comparing.
_FAR, _TELLING = 400, 6
_TITLE = re.compile(
    rf"\s*(?:,?\s*{DATE})?\s*(?:của [^,;.]{{3,60}}?)?,?\s+(?P<title>(?:về|quy định|sửa đổi|ban hành|hướng dẫn) .*)"
)
_CLAUSE_END = re.compile(r"[;:\n(]|\.\s|, (?:Căn cứ|Nghị|Quyết|Thông tư)")
#: Millimetres of the widest line that a column of a table holds.
_COLUMN = 110.0
#: Types that a text says for any document, and the abbreviations that no office bears. Source: PL III, I.
_LOOSE = ("Văn bản", "Công văn")
_TYPES = {"BC": "Báo cáo", "TTr": "Tờ trình", "QĐ": "Quyết định", "KH": "Kế hoạch", "NQ": "Nghị quyết"}
_TYPES |= {"TB": "Thông báo"}
#: What offices propose is cited after the proposal itself. Source: PL III, Mẫu 1.2.
_PROPOSALS = ("Tờ trình", "Công văn", "Báo cáo", "Văn bản")
_PROPOSED = re.compile(r"đề nghị|^\W*Xét ")
#: Types that only central bodies issue, and how their names begin.
_CENTRAL = {"Nghị định": re.compile("Chính phủ"), "Thông tư": re.compile("Bộ|Ngân hàng|Thanh tra|Kiểm toán|Tòa|Viện")}
_TITLED_APART = re.compile(r"[Tt]rích yếu")
_SENTENCE, _STOPS = re.compile(r"\n|\.\s"), re.compile(r"[;:\n]|\.\s")
#: Paragraphs in which a text says what it goes with.
_HEAD = 12
_GOES_WITH = re.compile(r"\(?(?:Ban hành )?[Kk]èm theo\b")
_DATED_BEFORE = re.compile(r"[Nn]gày\s+\d{1,2}")


def known_document(sheet: Subject) -> Iterator[Finding]:
    """C36: a cited document carries the day, the type and the title that it has; one finding for each place."""
    text = sheet.everything.text
    for citation in citations(sheet.everything):
        behind = text[citation.end : citation.end + _FAR]
        candidates = [one for one in sheet.cited(citation.symbol) if folded(one.issuer) in folded(behind)]
        if not candidates:
            continue
        right = next((one for one in candidates if one.day == citation.day), candidates[0])
        name = f"{right.kind} số {right.symbol}"
        found, at = quoted(text[citation.start : citation.end]), sheet.everything.at(citation.start)
        wrong = []
        if citation.day is not None and citation.day != right.day:
            day = long_date(right.day)
            wrong.append((day, f"Sửa ngày ban hành: {name} ban hành {day}."))
        if folded(citation.kind) != folded(right.kind):
            wrong.append((name, f"Sửa tên loại: văn bản {right.symbol} là {right.kind.lower()}."))
        if _other_title(behind, right.title):
            wrong.append((right.title, f"Sửa trích yếu: {name} là “{right.title}”."))
        for expected, message in wrong:
            yield sheet.finding(
                "C36", _PLACE, at, level=Level.PRACTICE, found=found, expected=expected, message=message
            )


def _other_title(behind: str, title: str) -> bool:
    """Whether a title is told behind a citation, and hardly a word of it belongs to the right one."""
    told = _TITLE.match(_CLAUSE_END.split(behind, maxsplit=1)[0])
    if not told or not title:
        return False
    words = folded(told["title"]).split()
    return len(words) >= _TELLING and len(set(words) & set(folded(title).split())) < len(set(words)) / 4


def laws(sheet: Subject) -> Iterator[Finding]:
    """C15: laws and ordinances are cited by type and name, without number."""
    matches = list(_LAW.finditer(sheet.wording.text))
    if matches:
        yield sheet.finding(
            "C15",
            "PL I, P.I, II.6.a và b",
            sheet.wording.at(matches[0].start()),
            found=f"“{quoted(matches[0][0])}”{_more(matches, 'chỗ khác')}",
            expected="tên loại và tên của Luật, Pháp lệnh",
            message="Bỏ số, ký hiệu khi viện dẫn Luật, Pháp lệnh; chỉ ghi tên loại và tên.",
        )


def first_time(sheet: Subject) -> Iterator[Finding]:
    """C15: the first time a document is cited with its day, its office and its title; one finding for each lack.

    A text that goes with a decision has no number of its own, and the decision may have cited it already.
    """
    if (not numbered(sheet) and not sheet.kind) or _attached(sheet):
        return
    lacking: dict[str, list[Citation]] = {}
    for citation in _first(sheet):
        if lack := _lack(sheet, citation):
            lacking.setdefault(lack, []).append(citation)
    for lack, places in lacking.items():
        symbols = ", ".join(place.symbol for place in places)
        yield sheet.finding(
            "C15",
            _PLACE,
            sheet.wording.at(places[0].start),
            found=f"“{quoted(sheet.wording.text[places[0].start : places[0].end])}”{_more(places, 'văn bản khác')}",
            expected="tên loại, số, ký hiệu, thời gian ban hành, cơ quan ban hành, trích yếu",
            message=f"Ghi thêm {lack} của văn bản được viện dẫn lần đầu: {quoted(symbols, 200)}.",
        )


def _first(sheet: Subject) -> Iterator[Citation]:
    """The first place of each cited document, where the author cites it; a footnote may tell what it lacks."""
    told = set[str]()
    notes = flow(sheet.paper.of(Place.NOTE), sheet.paper.source)
    told.update(citation.document for citation in citations(notes))
    for citation in sheet.citations:
        if citation.document not in told and not citation.nested and not _in_other_words(sheet.wording, citation):
            yield citation
        told.add(citation.document)


def _in_other_words(text: Flow, citation: Citation) -> bool:
    """Whether a citation is somebody else's, or an aside to words that name the document already."""
    at = text.at(citation.start)
    columns = at is not None and (_narrow(at, lines=1) or (at.cell is not None and at.cell.columns > 1))
    return columns or in_quotes(text.text, citation.start) or text.text[: citation.start].endswith("(")


def _lack(sheet: Subject, citation: Citation) -> str:
    """What a first citation surely lacks, in words; empty where nothing."""
    text = sheet.wording.text
    before = _SENTENCE.split(text[max(citation.start - _FAR, 0) : citation.start])[-1]
    behind = text[citation.end : citation.end + _FAR]
    if not citation.dated:
        return "" if _dated_near(text, citation) else "thời gian, cơ quan ban hành và trích yếu"
    if citation.untitled:
        titled = citation.kind in before or _TITLED_APART.search(behind[:120])
        proposed = citation.kind in _PROPOSALS and _PROPOSED.search(before)
        return "" if titled or proposed else "trích yếu"
    central = _CENTRAL.get(citation.kind.capitalize())
    clause = f"{before} {_STOPS.split(behind, maxsplit=1)[0]}"
    return "tên cơ quan ban hành" if central and not central.search(clause) else ""


def _attached(sheet: Subject) -> bool:
    """Whether the head says that the text goes with another document."""
    head = (p for p in sheet.paper.of(Place.BODY) if p.number <= _HEAD)
    return not numbered(sheet) and any(_GOES_WITH.match(paragraph_text(paragraph)) for paragraph in head)


def _dated_near(text: str, citation: Citation) -> bool:
    """Whether the day stands before the citation in its sentence, or a few words behind it."""
    begin = max(text.rfind("\n", 0, citation.start), text.rfind(". ", 0, citation.start), citation.start - 200, 0)
    return bool(_DATED_BEFORE.search(text[begin : citation.start]) or "ngày" in text[citation.end : citation.end + 60])


def _listed(text: Flow, citation: Citation) -> bool:
    """Whether a document is named in a title, a table or a list of enclosures, where it keeps its day."""
    at = text.at(citation.start)
    begins = text.text.rfind("\n", 0, citation.start) + 1
    alone = not any(map(str.isalpha, text.text[begins : citation.start]))
    return citation.nested or alone or (at is not None and (at.cell is not None or _narrow(at)))


def _narrow(paragraph: Paragraph, *, lines: int = 2) -> bool:
    """Whether every printed line is short enough for a column of a table; ``lines`` are the fewest that tell."""
    widths = [line.box.width for line in paragraph.lines if line.box is not None]
    return len(widths) >= lines and max(widths) < _COLUMN


def later_times(sheet: Subject) -> Iterator[Finding]:
    """C15: later on only type, number and notation; one finding for each document."""
    text = sheet.wording
    told: dict[str, list[Citation]] = {}
    for citation in sheet.citations:
        told.setdefault(citation.document, []).append(citation)
    for places in told.values():
        again = [citation for citation in places[1:] if citation.dated and not _listed(text, citation)]
        if not again or not (places[0].dated or _dated_near(text.text, places[0])):
            continue
        first = again[0]
        right = f"{first.kind} số {first.symbol}"
        yield sheet.finding(
            "C15",
            _PLACE,
            text.at(first.start),
            found=f"“{quoted(text.text[first.start : first.last])}”{_more(again, 'chỗ khác')}",
            expected=right,
            message=f"Từ lần viện dẫn thứ hai chỉ ghi tên loại và số, ký hiệu: “{right}”.",
        )


def type_named(sheet: Subject) -> Iterator[Finding]:
    """C15: a document is cited by its own type, which its notation shows."""
    text = sheet.wording
    wrong = [
        (citation, right)
        for citation in sheet.citations
        if citation.kind in _LOOSE
        and (right := _shown_type(citation.symbol))
        and not in_quotes(text.text, citation.start)
    ]
    if wrong:
        citation, right = wrong[0]
        yield sheet.finding(
            "C15",
            _PLACE,
            text.at(citation.start),
            found=f"“{quoted(text.text[citation.start : citation.end])}”{_more(wrong, 'chỗ khác')}",
            expected=f"{right} số {citation.symbol}",
            message=f"Ghi đúng tên loại của văn bản được viện dẫn: ký hiệu {citation.symbol} là của {right.lower()}.",
        )


def _shown_type(symbol: str) -> str:
    """The type that a notation surely names; empty for all others."""
    return _TYPES.get(symbol.rpartition("/")[2].split("-")[0], "")


def _more(places: Sequence[object], name: str) -> str:
    return f" và {len(places) - 1} {name}" if len(places) > 1 else ""


RULES = (known_document, laws, first_time, later_times, type_named)
