"""The fields of a record as a paper shows them, each with how sure it is and where it stands; None rather than a guess.

Numbers and days are often written by hand, and recognition turns them into other numbers: in recognised text a number
is believed only where it stands tight before the slash and the date beside it is whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from docgen.paper.model import Paper
from docgen.read.citations import Citation, citations
from docgen.read.elements import Elements, Piece, SignatureBlock
from docgen.read.folding import plain, squeezed
from docgen.read.header import place_of
from docgen.read.recognition import elements_in, is_noisy
from docgen.read.rows import rows_of
from docgen.read.signers import head_of
from docgen.read.spelling import mended, remarked, soundness
from docgen.read.symbol import symbol_of

LETTER = "công văn"
_ANNEX_NOTE = re.compile(
    r"\((?:Ban hành k|K)èm theo\s+(?P<kind>[\w\s]{3,30}?)\s[Ss]ố:?\s*"
    r"(?P<digits>\d{1,5}[A-Z]?)\s*/\s*(?P<notation>[A-ZĐ][\w.-]+)"
)
#: what is less sure than this is not said
_BELIEVED = 0.6
_CUT_SYMBOL = re.compile(r"\d\S*/\S*\w-$")
_EDGES = " .,:;-–—_*'`\"|~^“”‘’«»=•°"


@dataclass(frozen=True, slots=True)
class Field:
    """One value, how sure it is (0 to 1), and the page and paragraph where it stands."""

    value: Any
    confidence: float
    where: Mapping[str, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The fields of a record; None for what does not stand there or cannot be read."""

    kind: Field | None = None
    superior_body: Field | None = None
    issuing_body: Field | None = None
    number: Field | None = None
    notation: Field | None = None
    place: Field | None = None
    date: Field | None = None  #: ISO
    subject: Field | None = None
    recipients_to: Field | None = None  #: list
    recipients: Field | None = None  #: list
    signer_authority: Field | None = None  #: list of lines
    signer_position: Field | None = None
    signer_name: Field | None = None
    cited_documents: Field | None = None  #: list of {kind, symbol, date, issuer, name}


def reading(paper: Paper, elements: Elements | None = None) -> Reading:
    """The fields of the (first) paper in a file."""
    rows = rows_of(paper)
    noisy = is_noisy(paper, rows)
    boxes = elements_in(paper, rows, noisy=noisy) if elements is None else elements
    cited = list(_cited(boxes))
    kind = _kind(boxes)
    place, day = _place_and_date(boxes, noisy, cited)
    if day is None and kind and "BIÊN BẢN" in str(kind.value):
        day = _day_of_meeting(boxes)
    issuer = _body(boxes.issuer, noisy)
    number, notation = _number(boxes, kind, dated=day is not None, noisy=noisy)
    if noisy and kind and number is None:
        number, notation = _symbol_in_annex(paper, str(kind.value), notation)
    signer = _signer(boxes, " ".join(piece.text for piece in boxes.issuer))
    authority, position = _signed_as(signer, noisy)
    return Reading(
        kind=kind,
        superior_body=_body(boxes.superior, noisy),
        issuing_body=issuer,
        number=number,
        notation=notation,
        place=place,
        date=day,
        subject=_subject(paper, boxes, noisy),
        recipients_to=_list(boxes.to, noisy),
        recipients=_list(boxes.recipients, noisy),
        signer_authority=authority,
        signer_position=position,
        signer_name=_field(signer.name.text, signer.name.sure, signer.name) if signer and signer.name else None,
        cited_documents=_cited_field(boxes, cited),
    )


def _field(value: Any, confidence: float, piece: Piece) -> Field:
    paragraph = piece.paragraph
    return Field(value, round(confidence, 2), {"page": paragraph.page, "paragraph": paragraph.number})


def _one_line(pieces: Sequence[Piece]) -> str:
    """The words of the pieces; a symbol that was cut at its hyphen is whole again."""
    text = ""
    for piece in pieces:
        words = " ".join(piece.text.split())
        text += words if not text or _CUT_SYMBOL.search(text) else f" {words}"
    return text


def _joined(pieces: Sequence[Piece]) -> Field | None:
    text = _one_line(pieces)
    sure = min((piece.sure for piece in pieces), default=0.0)
    return _field(text, sure, pieces[0]) if text and sure >= _BELIEVED else None


def _body(pieces: Sequence[Piece], noisy: bool) -> Field | None:
    """The name of an office, its lines mended together where they were recognised from a picture."""
    joined = _joined(pieces)
    if joined is None or not noisy:
        return joined
    name = re.sub(r"(?<=\w)- ", " - ", mended(str(joined.value)))
    return _field(name, joined.confidence, pieces[0]) if soundness(name) == 1.0 else None


def _is_annex(boxes: Elements) -> bool:
    """Whether the file holds annexes and no paper."""
    return bool(boxes.annexes) and not (boxes.country or boxes.kind_name or boxes.body)


def _kind(boxes: Elements) -> Field | None:
    if _is_annex(boxes):
        label = boxes.annexes[0].label
        return _field(label.text.strip()[: len("Phụ lục")], label.sure, label)
    if boxes.kind_name:
        piece = boxes.kind_name[0]
        return _field(" ".join(piece.text.split()), piece.sure, piece)
    if boxes.letter_subject:
        return _field(LETTER, 0.95, boxes.letter_subject[0])
    if boxes.to_word and (boxes.number or boxes.issuer or boxes.recipients_word):
        return _field(LETTER, 0.8 if boxes.number else 0.6, boxes.to_word)
    return None


def _place_and_date(boxes: Elements, noisy: bool, cited: Sequence[Citation]) -> tuple[Field | None, Field | None]:
    if not boxes.place_date:
        return None, None
    piece = boxes.place_date[0]
    text = " ".join(part.text for part in boxes.place_date)
    before = re.search(r"n\w{0,2}g\w{0,2}y", plain(text))
    place = place_of(text[: before.start()]) if before else None
    day = _day(text)
    if day and noisy and any(cite.date and cite.date > day for cite in cited):
        day = None
    return (
        _field(place, 0.97 if noisy else 1.0, piece) if place else None,
        _field(day.isoformat(), 0.9 if noisy else 1.0, piece) if day else None,
    )


def _day_of_meeting(boxes: Elements) -> Field | None:
    """The day that the minutes name in their first lines; None where the header shows another year."""
    shown = re.search(r"n[ăâa]m\s*(\d{4})", " ".join(piece.text for piece in boxes.place_date))
    for paragraph in boxes.body[:6]:
        text = " ".join(paragraph.text.split())
        day = _day(text) if re.match(r"^\W*(?:Hôm nay|Vào lúc|Thời gian|Lúc)", text) else None
        if day and (shown is None or int(shown[1]) == day.year):
            return Field(day.isoformat(), 0.7, {"page": paragraph.page, "paragraph": paragraph.number})
    return None


def _day(text: str) -> date | None:
    words = re.search(
        r"ng[àằaáâă]y\s*(\d{1,2})\s*th[áảaâ]ng\s*(\d{1,2})\s*n[ăâa]m\s*(\d{4})(?!\S*\d)", text, re.IGNORECASE
    ) or re.search(r"ngày\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\b", text, re.IGNORECASE)
    if not words:
        return None
    try:
        day = date(int(words[3]), int(words[2]), int(words[1]))
    except ValueError:
        return None
    return day if 1945 <= day.year <= 2100 else None


def _number(boxes: Elements, kind: Field | None, *, dated: bool, noisy: bool) -> tuple[Field | None, Field | None]:
    if not boxes.number:
        return None, None
    piece = boxes.number[0]
    printed = str(kind.value) if kind else None
    office = " ".join(part.text for part in boxes.issuer)
    number, notation = symbol_of(piece.text, kind=printed, office=office, dated=dated, noisy=noisy)
    return (
        _field(number, 0.85 if noisy else 1.0, piece) if number else None,
        _field(notation, 0.9 if noisy else 1.0, piece) if notation else None,
    )


def _symbol_in_annex(paper: Paper, kind: str, notation: Field | None) -> tuple[Field | None, Field | None]:
    """Number and notation as the note over an annex prints them: ``(Kèm theo Công văn số 12/SYT-NVY ngày …)``."""
    for paragraph in paper.paragraphs:
        found = _ANNEX_NOTE.search(paragraph.text)
        if not found or squeezed(found["kind"]) != squeezed(kind):
            continue
        if notation is None or squeezed(found["notation"]) == squeezed(str(notation.value)):
            where = {"page": paragraph.page, "paragraph": paragraph.number}
            return Field(found["digits"], 0.8, where), notation or Field(found["notation"], 0.8, where)
    return None, notation


def _subject(paper: Paper, boxes: Elements, noisy: bool) -> Field | None:
    pieces = boxes.subject or boxes.letter_subject or _named_subject(paper)
    if _is_annex(boxes):
        pieces = boxes.annexes[0].title
    text = _one_line(pieces).strip(_EDGES)
    text = re.sub(r"^[Vv]\s?[/%\\⁄]{1,3}\s?[Vv]?[:.]?\s+", "V/v ", text)
    text += "”" if text.count("“") > text.count("”") else ""
    if not text or (noisy and soundness(text) < 0.7):
        return None
    return _field(remarked(text) if noisy else text, 0.8 if noisy else 0.95, pieces[0])


def _named_subject(paper: Paper) -> tuple[Piece, ...]:
    """The subject of a form that has a line for it: ``Trích yếu: …``."""
    for paragraph in paper.paragraphs[:60]:
        found = re.match(
            r"^\W*(?:\w{1,3}[.)]\s*)?Trích yếu\s*(?:nội dung)?\s*:\s*(?P<words>\w.*)", paragraph.text, re.DOTALL
        )
        if found:
            return (Piece(text=found["words"], paragraph=paragraph, line=paragraph.lines[0], sure=0.8),)
    return ()


def _list(pieces: Sequence[Piece], noisy: bool) -> Field | None:
    """One entry for each recipient: dashes and end marks off, wrapped lines joined."""
    entries: list[str] = []
    for piece in pieces:
        words = " ".join(piece.text.split())
        if piece.sure < _BELIEVED:
            continue
        if noisy:
            words = remarked(words)
        goes_on = bool(entries) and not re.match(r"^[\W_]*[-–—+~•*:]\s*\S", words) and not entries[-1].endswith(";")
        if goes_on:
            entries[-1] += " " + words
        else:
            entries.append(words)
    split = [part for entry in entries for part in re.split(r";\s+(?=\S)", entry)]
    values = [value for value in (part.strip(_EDGES + "+¬") for part in split) if value]
    return _field(values, 0.75 if noisy else 0.95, pieces[0]) if values else None


def _signer(boxes: Elements, office: str) -> SignatureBlock | None:
    """Who signs the paper: of several who takes the chair, else the head of the office, else the first.

    Secretaries and the second party of a contract do not count, a name without a post only where the list of
    recipients stands by. None where two names ran together on one line: nobody can tell whose the post is.
    """
    listed = boxes.recipients_word is not None
    main = [block for block in boxes.signatures if not _is_second(block)]
    lines = [id(block.name.line) for block in main if block.name]
    if len(lines) != len(set(lines)):
        return None
    posted = [block for block in main if block.authority or any(piece.sure or listed for piece in block.position)]
    if posted and (posted[0].name or len(posted) > 1):
        return next((block for block in posted if _is_first(block, office)), posted[0])
    bare = [block for block in main if block.name] if listed else []
    if len(posted) == 1 and len(bare) == 1:
        return SignatureBlock(authority=posted[0].authority, position=posted[0].position, name=bare[0].name)
    if bare:
        return bare[0]
    return posted[0] if len(posted) == 1 else None


def _is_first(block: SignatureBlock, office: str) -> bool:
    """Whether the block is that of the chair of a meeting, or of the head of the office or who signs for the head."""
    first = squeezed(block.position[0].text) if block.position else ""
    if first in ("chutoa", "chutri"):
        return True
    head = squeezed(head_of(office) or "?")
    return first == head or any(squeezed(piece.text).endswith(head) for piece in block.authority)


def _is_second(block: SignatureBlock) -> bool:
    seconds = ("thuky", "nguoighi", "nguoilap", "ketoan", "daidienbenb", "nguoinhan")
    return any(squeezed(piece.text).startswith(seconds) for piece in block.position)


def _signed_as(signer: SignatureBlock | None, noisy: bool) -> tuple[Field | None, Field | None]:
    if signer is None:
        return None, None
    authority = list(signer.authority)
    position = [piece for piece in signer.position if not squeezed(piece.text).startswith("daidienben")]
    position = position or list(signer.position)
    if any(piece.sure == 0.0 for piece in position):
        deputy = bool(authority) and squeezed(authority[-1].text).startswith("kt")
        return (_lines(authority) if deputy else None), None
    if noisy and not position and authority and squeezed(authority[-1].text)[:2] in ("tm", "tl"):
        return None, None
    return _lines(authority), _joined(position)


def _lines(pieces: Sequence[Piece]) -> Field | None:
    if not pieces:
        return None
    return _field([" ".join(piece.text.split()) for piece in pieces], min(piece.sure for piece in pieces), pieces[0])


def _cited(boxes: Elements) -> Iterator[Citation]:
    text = "\n".join(" ".join(paragraph.text.split()) for paragraph in (*boxes.bases, *boxes.body))
    return citations(text)


def _cited_field(boxes: Elements, cited: Sequence[Citation]) -> Field | None:
    if not cited:
        return None
    first = (*boxes.bases, *boxes.body)[0]
    value = [
        {
            "kind": cite.kind,
            "symbol": cite.symbol,
            "date": cite.date.isoformat() if cite.date else None,
            "issuer": cite.issuer,
            "name": cite.name,
        }
        for cite in cited
    ]
    return Field(value, 0.85, {"page": first.page, "paragraph": first.number})
