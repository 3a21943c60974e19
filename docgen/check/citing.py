"""Where a text names other documents, and how much of each it tells: day, office, title.

Offices are known by how their names are built, capitals first, so that words after a name are not taken for it.
Source: NĐ 30/2020, PL I, P.I, II.6.b.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from docgen.check.words import Flow

_KINDS = (
    r"Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Hướng dẫn|Kế hoạch|Chương trình|Công điện"
    r"|Công văn|Văn bản|Báo cáo|Tờ trình|Thông báo|Kết luận|Quy định|Quy chế|Đề án|Biên bản|Giấy mời"
)
_SYMBOL = r"\d{1,5}[A-Za-z]?(?:/\d{4})?/[A-ZĐ][A-Za-zĐđ0-9]*(?:\s?[-–]\s?[A-ZĐ][A-Za-zĐđ0-9]*)*"
_NUMERIC = r"\d{1,2}\s*(?:/|-|\.|tháng)\s*\d{1,2}\s*(?:/|-|\.|năm)\s*\d{4}"
DATE = r"ngày\s+(?P<day>\d{1,2})\s*(?:/|-|\.|tháng)\s*(?P<month>\d{1,2})\s*(?:/|-|\.|năm)\s*(?P<year>\d{4})"
_CITATION = re.compile(
    rf"(?P<kind>{_KINDS})\s+(?:số:?\s*)?(?P<symbol>{_SYMBOL})(?P<dated>\s?,?\s*{DATE})?", re.IGNORECASE
)
#: Words by which one document takes another into its own title.
_WITHIN = re.compile(
    r"\b(?:về|quy định|sửa đổi|bổ sung|ban hành|hướng dẫn|phê duyệt|thi hành|thực hiện|triển khai|thay thế)\b"
)
#: Where a clause that names documents ends.
_STOPS = re.compile(r"[;:\n(]|\.\s")
#: Characters behind a citation in which its office and title stand.
_FAR = 400
#: Small words inside the names of offices, beside the second syllable of a word that begins with a capital.
_SMALL = re.compile(
    "nhân|dân|tỉnh|thành|phố|phường|xã|huyện|quận|thị|trấn|trung|ương|nước|và|nông|thôn|tối|cao|khu|vực|quốc|gia"
    "|hội|cấp|-|–"
)
_WORD = re.compile(r"[^\s;,.:()“”]+")
_OF = re.compile(r",?\s+(?:của|do)\s+")
_LATE = re.compile(rf",?\s+ngày\s+{_NUMERIC}")
#: The end of a clause, or words of the sentence around a citation.
_END = re.compile(r"\s*(?P<mark>$|[.;)”\n]|,(?!\s*\d))|\s(?P<word>nêu|thì|đã|và)\s")
_DATED_LATER = re.compile(rf",?\s+của\s+[^;:.\n()]{{3,70}}?,?\s+ngày\s+{_NUMERIC}")
_ASIDE = re.compile(r"\s*\((?:[^\s()]+ ?){1,4}\)")
_TITLE_WORD = re.compile(r"\b(?:về|v/v)\b", re.IGNORECASE)
#: More documents of the same type, named only by number.
_LISTED = re.compile(r"\s*(?:và\s+)?số\s+\d")
_CLAUSE = re.compile(r"[;:\n]|\.\s")
_SENTENCE = re.compile(r"\n|\.\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One place where a document is named by number and notation."""

    start: int
    end: int  #: behind the symbol, and behind the day where one follows at once
    kind: str
    symbol: str
    day: date | None
    dated: bool  #: whether a date stands behind it, real or not
    nested: bool  #: whether it stands in the title of another document
    last: int  #: behind the day, where that follows the office
    untitled: bool  #: whether surely no title follows
    issued: bool  #: whether surely an office follows, and nothing else

    @property
    def document(self) -> str:
        """The symbol as one document is known by, however many zeros were put before its number."""
        return self.symbol.lstrip("0")


def citations(text: Flow) -> list[Citation]:
    """Every citation in a text, in order."""
    matches = list(_CITATION.finditer(text.text))
    starts = [match.start() for match in matches]
    found: list[Citation] = []
    for match, after in zip(matches, [*starts[1:], len(text.text)], strict=False):
        behind = text.text[match.end() : min(after, match.end() + _FAR)]
        late = None if match["dated"] else _DATED_LATER.match(behind)
        told = _told(behind, text.text[match.end() : match.end() + _FAR])
        found.append(
            Citation(
                start=match.start(),
                end=match.end(),
                kind=match["kind"],
                symbol=re.sub(r"\s", "", match["symbol"]).replace("–", "-"),
                day=_day(match),
                dated=match["dated"] is not None or late is not None,
                nested=_nested(text.text, found, match.start()),
                last=match.end() + (late.end() if late else 0),
                untitled=told is not None,
                issued=told is True,
            )
        )
    return found


def _day(match: re.Match[str]) -> date | None:
    if match["dated"] is None:
        return None
    try:
        return date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None


def _nested(text: str, before: list[Citation], start: int) -> bool:
    """Whether a citation in the same clause took this one into its title; behind a comma a new one begins."""
    if not before:
        return False
    between = text[before[-1].end : start]
    if before[-1].nested and between.strip() in (",", "và"):
        return True
    if _STOPS.search(between) or (between.endswith(", ") and _TITLE_WORD.search(between) and not before[-1].nested):
        return False
    return bool(_WITHIN.search(between))


def _told(behind: str, whole: str) -> bool | None:
    """Whether the words behind a citation tell its office and no title; None where a title may stand there.

    ``behind`` ends where another document is named, ``whole`` does not. Two documents may share a title that follows
    the second; the first then has no office of its own.
    """
    text = _ASIDE.sub("", behind, count=1)
    place, issued = 0, False
    if of := _OF.match(text):
        place = _office_end(text, of.end())
        issued = place > of.end()
    if late := _LATE.match(text, place):
        place = late.end()
    end = _END.match(text, place)
    if end is None:
        return None
    mark, rest = end["mark"] or end["word"] or "", text[end.end() :]
    if mark in (";", ",", "và") and _LISTED.match(rest):
        return None if _TITLE_WORD.search(_SENTENCE.split(whole, maxsplit=1)[0]) else issued
    if mark in (",", "và") and not issued:
        return None
    if mark == "," and _TITLE_WORD.search(_CLAUSE.split(rest, maxsplit=1)[0]):
        return None
    return issued


def _office_end(text: str, start: int) -> int:
    """Where the name of an office that begins at ``start`` ends; ``start`` where none does."""
    end = place = start
    second = False
    while word := _WORD.match(text, place):
        if word[0][:1].isupper():
            second = True
        elif _SMALL.fullmatch(word[0]) or second:
            second = second and _SMALL.fullmatch(word[0]) is not None
        else:
            break
        end = word.end() if word[0] not in ("và", "-", "–") else end
        if text[word.end() : word.end() + 1] != " ":
            break
        place = word.end() + 1
    return end
