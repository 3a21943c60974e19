"""The header of a paper: boxes 1 to 4, 5b and the stamps over it. Source: NĐ 30/2020, PL I, P.I, II.1 to II.5 and IV.

Anchors first: the words of box 1, the number, the date. What is left over in capitals, to their left or above, is the
name of the office.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from docgen.paper.model import Paper, Place
from docgen.read.claims import Claims, is_rule
from docgen.read.elements import Piece
from docgen.read.fixed_words import COUNTRY, KINDS, MOTTO, PARTIES, PROVINCES_SQUEEZED, TITLE_HEADS
from docgen.read.folding import CAPITALS, find, plain, squeezed
from docgen.read.office import offices_in
from docgen.read.rows import Row
from docgen.read.spelling import soundness
from docgen.read.title import is_title, starts_body

_SEARCHED = 60  #: rows in which the header is sought
_DEPTH = 24  #: rows of the header after its first line, at most

_NUMBER = re.compile(r"(?:^|[\s\W])(?P<word>s[o06])(?:\b\s*[:;.,]?(?=\W|\d|\S{0,6}/)|(?=\S{1,6}\s?/))")
_SMALL = "(?:" + "|".join(sorted({kind.lower() for kind in KINDS.values() if kind})) + ")"
_NOTATION = re.compile(
    r"(?P<slash>[/\N{FRACTION SLASH}]|(?<=\d)\s*(?=-\s*[A-ZĐ]{2}))\s*"
    rf"(?P<notation>(?:-\s*[A-ZĐ]+/)?(?:[A-ZĐÐƯ][\w.&]*|{_SMALL}(?=\s?-))"
    r"(?:[-–.]\s?[\wĐđ]+|\s[-–]\s?[\wĐđ]+|,[A-ZĐ]+)*(?:\([\w ]+\))?)"
)
_KINDS = "|".join(sorted(filter(None, KINDS.values()), key=len, reverse=True))
_BARE_NOTATION = re.compile(rf"(?<![\w-])(?:{_KINDS})\s?-\s?[A-ZĐ]{{2,}}\b")
_DATE = re.compile(
    r"(?<![a-z])n\w{0,2}g\w{0,2}y(?P<day>.{0,40}?)h[aou]ng(?P<month>.{0,30}?)\w{0,2}[ai]m(?![a-z])(?P<year>\s*\S{0,8})"
)
_SHORT_DATE = re.compile(r"ng\w?y\s+(?P<day>\d{1,2})\s*[/.-]\s*(?P<month>\d{1,2})\s*[/.-]\s*(?P<year>\d{4})")
_PLACE = re.compile(
    rf"(?P<place>(?:(?:TP|Tp|TX|Tx|P|Q|H|X)\.\s?)?[{CAPITALS}][^\W\d_]*\.?"
    rf"(?:[\s.-]+(?:[{CAPITALS}][^\W\d_]*\.?|\d{{1,2}}(?=\s*,)|-))*)[\s,.;]*$"
)
_LETTER = re.compile(r"(?:^|(?<=\s))[\"“(]?v\s?(?:[/%\\1i]{1,3}\s?v|[/%\\]{1,2})[:.]?(?=\s)|^ve viec\b")
#: the note over an annex names the day of another paper
_NOTE = re.compile(r"^\W*\((?:ban hanh )?kem theo\b")
_DRAFT = re.compile(r"^\W*d\w\s?thao\b.{0,12}$")
_URGENCY = {"hoatoc": "HỎA TỐC", "thuongkhan": "THƯỢNG KHẨN", "khan": "KHẨN", "hoatochengio": "HỎA TỐC HẸN GIỜ"}
_SECRECY = {"tuyetmat": "TUYỆT MẬT", "toimat": "TỐI MẬT", "mat": "MẬT"}
_CIRCULATION = {"luuhanhnoibo", "xemxongtralai", "xemxongthuhoi", "tailieuthuhoi"}


@dataclass
class Header:
    """What was found, and the index of the first row behind it."""

    country: tuple[Piece, ...] = ()
    motto: tuple[Piece, ...] = ()
    superior: tuple[Piece, ...] = ()
    issuer: tuple[Piece, ...] = ()
    number: tuple[Piece, ...] = ()
    place_date: tuple[Piece, ...] = ()
    letter_subject: tuple[Piece, ...] = ()
    urgency: Piece | None = None
    secrecy: Piece | None = None
    circulation: Piece | None = None
    draft: Piece | None = None
    end: int = 0
    first: int = 0  #: index of the row of box 1
    anchored: bool = False  #: whether box 1 was found, or what stands in its place
    claims: Claims = field(default_factory=Claims)


def header_of(rows: Sequence[Row], *, noisy: bool) -> Header:
    """The header of the paper that these rows begin with."""
    header = Header()
    _country_and_motto(rows, header)
    header.end = _end(rows, header, noisy=noisy)
    zone = rows[: header.end]
    for row in (*zone[header.first :], *zone[: header.first]):
        _number(row, header)
        _place_and_date(row, header)
    _stamps(zone, header)
    _letter_subject(zone, header)
    anchored = header.anchored
    if anchored or header.number:
        number = header.number[0] if header.number else None
        header.superior, header.issuer = offices_in(
            zone, header.claims, number, first=header.first, anchored=anchored, noisy=noisy
        )
    return header


def starts_header(row: Row) -> bool:
    """Whether box 1 stands in the row: another paper begins."""
    return "viet" in row.plain and _span(COUNTRY, row, 5) is not None


def _country_and_motto(rows: Sequence[Row], header: Header) -> None:
    for row in rows[:_SEARCHED]:
        span = _span(COUNTRY, row, 7) or _small_country(row, rows)
        if span:
            header.country = (header.claims.take(row, *span),)
            header.first, header.anchored = row.index, True
            break
    for row in rows[header.first : header.first + 6 if header.country else _SEARCHED]:
        span = find(MOTTO, row.plain, 5)
        if span:
            header.motto = (header.claims.take(row, *span),)
            header.first = header.first if header.country else row.index
            header.anchored = True
            break
    if not header.anchored:
        _party(rows, header)


def _party(rows: Sequence[Row], header: Header) -> None:
    """Papers of the Party and of the Youth Union have their own words in the place of box 1."""
    for row in rows[:_SEARCHED]:
        for phrase in PARTIES:
            span = _span(phrase, row, 2) if phrase[:6] in squeezed(row.text) else None
            if span and span[1] == len(row.text.rstrip()):
                header.claims.take(row, *span)
                header.first, header.anchored = row.index, True
                return


def _small_country(row: Row, rows: Sequence[Row]) -> tuple[int, int] | None:
    """Box 1 in small letters: only where the motto stands below."""
    if "viet" not in row.plain or not any(find(MOTTO, below.plain, 3) for below in rows[row.index + 1 : row.index + 3]):
        return None
    return find(COUNTRY, row.plain, 5)


def _span(phrase: str, row: Row, limit: int) -> tuple[int, int] | None:
    """Where the phrase stands in capitals."""
    span = find(phrase, row.plain, limit)
    if not span:
        return None
    letters = [char for char in row.text[span[0] : span[1]] if char.isalpha()]
    return span if sum(char.isupper() for char in letters) * 10 >= len(letters) * 7 else None


def _end(rows: Sequence[Row], header: Header, *, noisy: bool) -> int:
    """Index of the first row that is no header: a title, ``Kính gửi`` or the text itself."""
    last = min(len(rows), header.first + _DEPTH)
    dated = False
    for row in rows[header.first + header.anchored : last]:
        if is_title(row, free=False) or starts_body(row) or (dated and row.text.strip().startswith(TITLE_HEADS)):
            return row.index
        dated = dated or (not noisy and bool(_DATE.search(row.plain)))
    return last


def _number(row: Row, header: Header) -> None:
    if header.number:
        return
    word = _NUMBER.search(row.plain)
    if not word:
        bare = _BARE_NOTATION.search(row.text, 0, 60) if header.first < row.index <= header.first + 6 else None
        if bare:
            header.number = (header.claims.take(row, bare.start(), bare.end()),)
        return
    start = word.start("word")
    if not _begins_column(row, start):
        return
    limit = _date_start(row, start)
    notations = list(_NOTATION.finditer(row.text, word.end(), limit))
    found = notations[-1] if notations else _BARE_NOTATION.search(row.text, word.end(), limit)
    if found:
        header.number = (header.claims.take(row, start, found.end()),)
    elif re.fullmatch(r"[\s:.…_\d]*(?:/[\s.…]*)?", row.text[word.end() : limit]):
        header.number = (header.claims.take(row, start, limit),)


def _begins_column(row: Row, start: int) -> bool:
    """Whether nothing stands before the word ``Số`` in its column but noise, or the type name of a law."""
    column = max((a for a, _ in row.columns() if a <= start), default=0)
    before = row.plain[column:start].strip(" .,:;-_'`\"*|~^")
    return len(before) <= 3 or before in {"nghi quyet", "luat", "lenh", "quyet dinh", "phap lenh", "bo luat"}


def _date_start(row: Row, start: int) -> int:
    """Where the place and date begin in a row, or its end; for the number, which stands before."""
    found = _DATE.search(row.plain, start) or _SHORT_DATE.search(row.plain, start)
    if not found:
        return len(row.text)
    return found.start()


def _place_and_date(row: Row, header: Header) -> None:
    if header.place_date or "ng" not in row.plain or _NOTE.match(row.plain):
        return
    found = _DATE.search(row.plain) or _SHORT_DATE.search(row.plain)
    if not found:
        return
    free = header.claims.last_before(row, found.start())
    gaps = [start for start, _ in row.columns(free, found.start())]
    place = _PLACE.search(row.text, gaps[-1] if gaps else free, found.start())
    start = place.start("place") + _shouted(place["place"]) if place else found.start()
    stray = not place and bool(row.text[free : found.start()].strip(" \t.,-–"))
    if stray and not header.number and row.index > header.first + 8:
        return
    header.place_date = (header.claims.take(row, start, found.end()),)


def _shouted(place: str) -> int:
    """Length of the words in capitals before a place: the name of an office that runs on into it."""
    found = re.match(rf"(?:[{CAPITALS}]{{2,}}\s+){{2,}}(?=[{CAPITALS}][^\W{CAPITALS}])", place)
    return found.end() if found else 0


def circulation_in_margin(paper: Paper) -> Piece | None:
    """Box 11 where a Word file keeps it in the top margin."""
    for paragraph in paper.of(Place.HEADER):
        for line in paragraph.lines:
            if paragraph.page in (None, 1) and squeezed(line.text) in _CIRCULATION:
                return Piece(text=line.text.strip(), paragraph=paragraph, line=line)
    return None


def _stamps(zone: Sequence[Row], header: Header) -> None:
    for row in zone:
        for start, end in row.columns():
            words = squeezed(row.text[start:end])
            if _DRAFT.match(row.plain[start:end]) and row.text[start:end].upper() == row.text[start:end]:
                header.draft = header.claims.take(row, start, end)
            elif words in _URGENCY and row.text[start:end].isupper():
                header.urgency = header.claims.take(row, start, end)
            elif words in _SECRECY and row.text[start:end].isupper():
                header.secrecy = header.claims.take(row, start, end)
            elif words in _CIRCULATION:
                header.circulation = header.claims.take(row, start, end)


def _letter_subject(zone: Sequence[Row], header: Header) -> None:
    """Lines from ``V/v`` on, in its own column."""
    pieces: list[Piece] = []
    cell = None
    for row in zone[_from(zone, header) :]:
        free = list(header.claims.free(row))
        if len(pieces) == 8:
            break
        if not pieces:
            for start, end in free[:2]:
                found = _LETTER.search(row.plain, start, end)
                if found and not row.text[start : found.start()].strip(" \"'“-.,"):
                    cell = row.part_at(start).paragraph.cell
                    pieces.append(header.claims.take(row, found.start(), end))
                    break
            continue
        if not free:
            if any(True for _ in row.columns()):
                continue
            break
        start, end = free[0]
        here = row.part_at(start).paragraph.cell
        if (here is None) != (cell is None) or (here and cell and here.column != cell.column):
            break
        if is_rule(row.text[start:end]) or _shouts(row.text[start:end]) or row.plain[start:].startswith("so:"):
            break
        pieces.append(header.claims.take(row, start, end))
    header.letter_subject = tuple(pieces)


def _from(zone: Sequence[Row], header: Header) -> int:
    """Index of the first row of the header: that of box 1, or of the number where it stands before."""
    numbered = (row.index for row in zone for part in row.parts if header.number and part.line is header.number[0].line)
    return min(header.first, next(numbered, header.first))


def _shouts(words: str) -> bool:
    """Whether the words are a line in capitals, not a symbol."""
    return words.isupper() and sum(map(str.isalpha, words)) >= 8 and "/" not in words


def place_of(words: str) -> str | None:
    """The place as it is known, or as it stands where it is made of sound words in capitals."""
    words = " ".join(words.split()).strip(" ,.;-")
    known = PROVINCES_SQUEEZED.get(squeezed(words))
    if known and plain(known) == plain(words):
        return known if known.lower() != words.lower() else words
    return words if words and soundness(words) == 1.0 else None
