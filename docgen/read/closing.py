"""The end of a paper: addressees below (box 9b) and the signers (boxes 7a and 7b), in columns or woven together.

Source: NĐ 30/2020, PL I, P.I, II.7 and II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from docgen.read.elements import Piece, SignatureBlock
from docgen.read.folding import distance, plain, squeezed
from docgen.read.rows import Row
from docgen.read.signers import blocks, by_office, head_by_text, of_seal, own_name, without_stray_names
from docgen.read.signing import (
    JUNK,
    Mark,
    Sign,
    continues,
    mark_above,
    mark_at,
    name_below,
    pair_at,
    post_in,
    right_in,
    woven_name,
)
from docgen.read.spelling import remarked, soundness

_DEPTH = 48  #: rows after ``Nơi nhận`` that may belong to it and to the signers
_BACK = 14  #: rows before it
_TAIL = 40  #: last rows in which the signers are sought where no list of recipients stands
_DASH = re.compile(r"^[\s*_.,:`'‘’|~+•●¬-]{0,4}[-–—~+•●:_¬*-]\s*(?=\w)")
_END_MARK = re.compile(r"\.\s?/\s?\..{0,8}$|\./\W{0,4}$|/\.\W{0,4}$")
_SIGNED = re.compile(r"^\W*\(?(?:da )?ky(?:,? ten)?(?:,? dong dau)?(?:,? ghi ro ho ten)?\)?\W*$")
_STAMP = re.compile(r"ky boi|nguoi ky|thoi gian ky|email:|co quan:|ngay ky|signature|signed")
_DRAFTER = re.compile(r"^[A-ZĐ]{1,6}[.,]?\s?\(\d{1,4}\)\.?$")
#: initials alone count only behind the last recipient, ``Lưu: …``
_INITIALS = re.compile(r"^[A-ZĐ]{2,6}\.$")
_ANNEX = re.compile(r"^\W{0,3}(?:phu luc|bieu mau|mau so)\b.{0,30}$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Closing:
    """What was found; ``start`` and ``end`` are the rows that the closing takes up."""

    recipients_word: Piece | None = None
    recipients: tuple[Piece, ...] = ()
    signatures: tuple[SignatureBlock, ...] = ()
    drafter: Piece | None = None
    start: int = 0
    end: int = 0


def closing_of(rows: Sequence[Row], start: int, *, noisy: bool, office: str = "") -> Closing:
    """The closing of the paper whose text begins at row ``start`` and whose rows these are.

    In recognised text (``noisy``) the name of the ``office`` helps to read the post of its head.
    """
    word = next((row for row in rows[start:] if recipients_begin(row) is not None), None)
    if word:
        first = _first_row(rows, max(start, word.index - _BACK), word.index)
        last = min(len(rows), word.index + _DEPTH)
        while last < len(rows) and any(_DASH.match(row.text) for row in rows[last : last + 2]):
            last += 1
    else:
        first = _first_row_without_recipients(rows, start)
        last = min(len(rows), first + _DEPTH)
    marks: list[Mark] = []
    recipients: list[Piece] = []
    end = _read_rows(rows[first:last], marks, recipients, noisy=noisy) + first
    if noisy:
        beside = word.index if word else None
        marks = [mark for mark in marks if mark.sign is not Sign.BLURRED or not of_seal(mark.piece.text, office)]
        marks = without_stray_names([by_office(mark, marks, beside, office) for mark in marks])
        if not any(mark.sign is Sign.NAME for mark in marks):
            text, below = rows[:first], rows[first:end]
            marks += own_name(text, below) or head_by_text(text, below, marks, office)
    return Closing(
        recipients_word=word.piece(0, recipients_begin(word)) if word else None,
        recipients=tuple(recipients),
        signatures=tuple(blocks(marks, noisy=noisy)),
        drafter=_drafter(rows[first:end]),
        start=first,
        end=end,
    )


def _drafter(rows: Sequence[Row]) -> Piece | None:
    """Box 12, the initials of who drafted and how many copies were made."""
    for row in rows:
        kept = False
        for start, end in row.columns():
            words = row.text[start:end]
            if _DRAFTER.match(words) or (kept and _INITIALS.match(words)):
                return row.piece(start, end)
            kept = bool(re.search(r"\bluu\b", row.plain[start:end]))
    return None


def _read_rows(rows: Sequence[Row], marks: list[Mark], recipients: list[Piece], *, noisy: bool) -> int:
    """Files the rows under signers and recipients; how many belong to the closing."""
    listing = False
    for at, row in enumerate(rows):
        if at and _ends_closing(row, marks):
            return at
        for span in _columns(row):
            listing = _read_column(row, span, listing, marks, recipients, noisy=noisy)
    return len(rows)


def recipients_begin(row: Row) -> int | None:
    """Where the words ``Nơi nhận:`` end in the row, or None."""
    if "nh" not in row.plain and "Nh" not in row.text and "hận" not in row.text:
        return None
    for start, end in list(row.columns())[:2]:
        text = row.plain[start:end]
        colon = text.find(":")
        head = text[: colon if 0 <= colon <= 14 else 9]
        letters = squeezed(head)
        if colon >= 0 and colon <= 14 and letters and distance(letters, "noinhan", 2) <= 2:
            return start + colon + 1
        if letters[:7] in ("noinhan", "noinham", "noinhar"):
            rest = re.match(r"\W*n\W*o\W*i\W*n\W*h\W*a\W*\w", text)
            if rest and row.text[start : start + 1].isupper() | (not text[:1].isalpha()):
                return start + rest.end()
    return None


def _first_row(rows: Sequence[Row], low: int, word: int) -> int:
    """The row after the text's last: after the end mark where there is one, else ``Nơi nhận`` itself."""
    for at in range(word - 1, low - 1, -1):
        if _END_MARK.search(rows[at].text.rstrip()):
            return at + 1
    at = word
    while at > low and (right_in(rows[at - 1].text.strip()) or post_in(rows[at - 1].text.strip(), noisy=False)):
        at -= 1
    return at


def _first_row_without_recipients(rows: Sequence[Row], start: int) -> int:
    for row in rows[start:]:
        if _END_MARK.search(row.text.rstrip()):
            return row.index + 1
    tail = rows[max(start, len(rows) - _TAIL) :]
    signed = (row.index for row in tail if any(_is_sign(row, span) for span in row.columns()))
    return next(signed, max(start, len(rows) - 12))


def _is_sign(row: Row, span: tuple[int, int]) -> bool:
    """Whether a right, a post or two posts stand there."""
    words = row.text[span[0] : span[1]]
    return bool(right_in(words) or post_in(words, noisy=False) or pair_at(row, span))


def _ends_closing(row: Row, marks: Sequence[Mark]) -> bool:
    if _ANNEX.match(row.plain.strip()) and row.text.strip()[:1].isupper():
        return True
    named = any(mark.sign is Sign.NAME for mark in marks)
    return named and len(row.text) > 90 and row.text.strip()[:1].isalnum() and len(list(row.columns())) == 1


def _columns(row: Row) -> Iterator[tuple[int, int]]:
    """Columns of a row; where ``Nơi nhận:`` runs on into another column, or an item of the list, that is one too."""
    for start, end in row.columns():
        word = recipients_begin(row) if start == next(row.columns())[0] else None
        if word and start < word < end:
            yield start, word
            start = word
            while start < end and row.text[start] in " \t*_:;.,'`":
                start += 1
        dash = _DASH.match(row.text[start:end])
        stop = row.text.find(";", start, end) + 1 if dash else 0
        if stop and stop < end and row.text[stop:end].strip(JUNK + ")("):
            yield start, stop
            start = stop + len(row.text[stop:end]) - len(row.text[stop:end].lstrip())
        if start < end:
            yield start, end


def _read_column(
    row: Row, span: tuple[int, int], listing: bool, marks: list[Mark], recipients: list[Piece], *, noisy: bool
) -> bool:
    """Files the words under signers or recipients; whether the list of recipients is open afterwards."""
    words = row.text[span[0] : span[1]]
    word = recipients_begin(row)
    if word is not None and span[1] <= word:
        return True
    if _SIGNED.match(plain(words)) or _STAMP.search(plain(words)):
        return listing
    dash = _DASH.match(words)
    if dash and listing:
        name = woven_name(row, span) if noisy else None
        if name:
            marks.append(name)
            span = span[0], span[0] + words.find(name.piece.text)
        recipients.append(_recipient(row, span, noisy))
        return not re.search(r"\bluu\b", plain(words))
    pair = pair_at(row, span) if noisy else ()
    mark = None if pair else mark_at(row, span, noisy=noisy)
    if mark is None and not pair and not noisy:
        mark = name_below(row, span, marks)
    if pair:
        marks.extend(pair)
    elif mark:
        marks.append(mark)
    elif marks and not noisy and continues(row, span, above := mark_above(row, span, marks)):
        marks.append(replace(above, piece=row.piece(*span), row=row.index, after_gap=False))
    elif listing and recipients and _goes_on(words, recipients[-1].text, noisy):
        recipients.append(row.piece(span[0], span[1]))
    return listing


def _recipient(row: Row, span: tuple[int, int], noisy: bool) -> Piece:
    """One line of the list; in recognised text without the noise of the column beside it, marks put right."""
    words = row.text[span[0] : span[1]].strip()
    if not noisy:
        return row.piece(*span)
    kept = re.match(r".*?(?:;|\.(?=\s)|$)", words)
    clean = kept[0] if kept and len(kept[0]) > 4 else words
    return row.piece(*span, text=remarked(clean), sure=0.8 if soundness(clean) > 0.6 else 0.4)


def _goes_on(words: str, before: str, noisy: bool) -> bool:
    """Whether a line without a dash goes on with the recipient before it."""
    if not any(map(str.isalnum, words)) or words.isupper():
        return False
    return not noisy or (soundness(words) == 1.0 and len(words) > 3 and not before.endswith((";", ".")))
