"""Type name and subject (boxes 5a), competence, and where the text itself begins.

Source: NĐ 30/2020, PL I, P.I, II.5 and II.6; type names: Điều 7.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from docgen.paper.model import Alignment
from docgen.read.elements import Piece
from docgen.read.fixed_words import BODY_HEADS, KIND_HEADS, KINDS_SQUEEZED
from docgen.read.folding import distance, plain, squeezed
from docgen.read.rows import Row
from docgen.read.spelling import soundness
from docgen.read.syllables import is_syllable

_LONGEST_SUBJECT = 9  #: rows
_BODY = re.compile(
    r"^(?:\W|\w\s){0,6}(?:can cu\b|can\s+vao\b|xet (?:de nghi|to trinh)|theo de nghi|dieu 1\b|kinh gui\b|hom nay\b"
    r"|kinh g\w{1,3}i\s?:"
    r"|thuc hien (?:nghi|quyet|thong|chi|ke|cong|luat|chuong|y|su|noi|quy|van|de|cac|nhiem|ket|nhu)|phuc dap\b"
    r"|[i1][.)/]\s+\S)"
)
_OPENERS = re.compile(
    r"^\W{0,2}(?:Căn cứ|Thực hiện|Xét|Theo|Nhằm|Để|Ngày|Hôm nay|Trong|Trên cơ sở|Tiếp theo|Phúc đáp|Sau khi|Nay|"
    r"Vừa qua|Thời gian|Qua|Kính|Tại|Điều \d|Nhân|Được|Với|Vào|Đồng thời|Từ|Năm|Bên|Chúng tôi|Tôi|I\.|1\.|"
    r"A\.|1/|(?:Phần|Chương) [IVX\d]|"
    r"Tên|Số:|\((?:[Kk]èm|[Bb]an hành|[Tt]heo)|Thành phần)(?!\w)"
)
_TO = re.compile(r"^\W{0,6}k\w{2,3}h\s?g\w{1,3}[il]?\b\s*[:;.]?")
_KIND_STARTS = tuple(f"{plain(kind)} " for kind in KINDS_SQUEEZED.values() if " " in kind)
#: titles of chapters that begin like a type name
_CHAPTERS = frozenset({"quydinhchung", "nhungquydinhchung", "quydinhcuthe"})
_JUNK = " .,:;-–—_*'`\"|~^“”‘’«»()[]<>=•°"
#: who decides alone or for a collective: no subject begins so
_HEAD = re.compile(r"^\W*(?:chu tich|giam doc|hieu truong|bo truong|uy ban nhan dan|hoi dong nhan dan)\b")
_UNFINISHED = re.compile(r"(?:[,–-]|\b(?:và|của|các|về|tại|cho|với|thuộc|trên|theo|đối|từ|là|trong|đến|do|việc|sự))$")

#: a line that ends so goes on with a proper name
_NAME_FOLLOWS = re.compile(r"(?<!địa bàn )(?<!cấp )(?<!dân )\b(?:tỉnh|huyện|xã|phường|thành phố|ông|bà|Hội|Sở|Trường)$")


@dataclass(frozen=True, slots=True)
class Title:
    """Boxes 5a and the line of competence; ``kind`` as it is printed, mended."""

    name: tuple[Piece, ...] = ()
    kind: str | None = None
    subject: tuple[Piece, ...] = ()
    competence: tuple[Piece, ...] = ()
    end: int = 0


def kind_in(words: str, *, noisy: bool = True) -> tuple[str, float] | None:
    """The type name that a line of capitals prints and how sure it is; None where it prints none that is known.

    In recognised text (``noisy``) a misread letter is mended; clean text stays as it is printed.
    """
    bare = words.strip(_JUNK)
    letters = [char for char in bare if char.isalpha()]
    if len(letters) < 4 or sum(char.isupper() for char in letters) < 0.75 * len(letters):
        return None
    bare = " ".join(token for token in bare.split() if sum(map(str.isalpha, token)) > 1)
    folded = squeezed(bare)
    if not noisy:
        return (bare, 1.0) if folded in KINDS_SQUEEZED else None
    if folded in KINDS_SQUEEZED:
        return (bare if plain(bare) == plain(KINDS_SQUEEZED[folded]) and _sound(bare) else KINDS_SQUEEZED[folded]), 1.0
    near = {kind for kind in KINDS_SQUEEZED if len(kind) >= 7 and distance(folded, kind, 1) == 1}
    return (KINDS_SQUEEZED[near.pop()], 0.85) if len(near) == 1 else None


def _sound(words: str) -> bool:
    return all(is_syllable(word) for word in words.split()) and words.upper() in {*KINDS_SQUEEZED.values()}


def is_title(row: Row, *, free: bool, noisy: bool = True) -> bool:
    """Whether the row is a type name; ``free``: one that is not in the table, by its first word, will do."""
    columns = list(row.columns())
    if len(columns) > 2 or len(row.text) > 200:
        return False
    words = row.text.strip()
    if kind_in(words, noisy=noisy):
        return True
    letters = [char for char in words if char.isalpha()]
    if len(letters) < 6 or not all(char.isupper() for char in letters) or not 2 <= len(words.split()) <= 9:
        return False
    if len(columns) > 1 or squeezed(words) in _CHAPTERS:
        return False
    known = plain(words).strip(_JUNK).startswith(_KIND_STARTS)
    return known or (free and plain(words).strip(_JUNK).startswith(KIND_HEADS))


def starts_body(row: Row) -> bool:
    """Whether the row cannot be header, title or subject any more: bases, addressees, first words of the text."""
    return bool(_BODY.match(row.plain.strip()))


def addressees_begin(row: Row) -> int | None:
    """Where the words ``Kính gửi:`` end in the row, or None."""
    found = _TO.match(row.plain.lstrip())
    if not found or ("gui" not in found[0] and ":" not in found[0]):
        return None
    return len(row.text) - len(row.text.lstrip()) + found.end()


def title_of(rows: Sequence[Row], start: int, *, noisy: bool) -> Title:
    """Type name, subject and competence that follow the header, which ends at row ``start``."""
    at = start
    while at < min(start + 6, len(rows)):
        row = rows[at]
        if is_title(row, free=True, noisy=noisy):
            break
        if addressees_begin(row) is not None:
            at = _title_below(rows, at)
            break
        if starts_body(row):
            return Title(end=start)
        at += 1
    if at >= min(start + 12, len(rows)) or not is_title(rows[at], free=True, noisy=noisy):
        return Title(end=start)
    row = rows[at]
    words = row.text.strip()
    known = kind_in(words, noisy=noisy)
    kind = known[0] if known else _printed(words)
    name = row.piece(text=kind, sure=known[1] if known else 0.8 if noisy else 0.95)
    rest = words[len(kind) :].strip() if kind and not known else ""
    subject, end = _subject(rows, at + 1, noisy=noisy)
    if subject and plain(subject[0].text).startswith("ve viec"):
        rest = ""
    competence, end = _competence(rows, end)
    pieces = ((row.piece(text=rest),) if rest else ()) + subject
    return Title((name,), kind, pieces, competence, end)


def _title_below(rows: Sequence[Row], start: int) -> int:
    """Index of a type name that stands below the addressees; the end where there is none."""
    for row in rows[start + 1 : start + 9]:
        if kind_in(row.text) and len(list(row.columns())) == 1:
            return row.index
        if (starts_body(row) and addressees_begin(row) is None) or len(row.text) > 90:
            break
    return len(rows)


def _printed(words: str) -> str:
    """The printed type name: the whole line where it is short, else the known name that it begins with."""
    words = words.strip(_JUNK).partition(" (")[0]
    if len(words.split()) <= 6 and not any(map(str.isdigit, words)):
        return words
    heads = [kind for kind in KINDS_SQUEEZED.values() if words.startswith(kind)]
    return max(heads, key=len, default=words)


def _subject(rows: Sequence[Row], at: int, *, noisy: bool) -> tuple[tuple[Piece, ...], int]:
    """The lines of the subject and the index of the row behind; words that end in a colon lead into the text."""
    pieces: list[Piece] = []
    rows_used: list[Row] = []
    spread = sum(row.after_gap for row in rows[at : at + 5]) >= 4
    full = 1000.0 if _is_laid_out(rows, at - 1) else _full_width(rows[at : at + 40])
    while at < len(rows) and len(pieces) < _LONGEST_SUBJECT:
        row = rows[at]
        if _ends_subject(row, rows_used, spread=spread) or (rows_used and _runs_on(rows[at : at + 2], full, rows_used)):
            break
        if not noisy and row.text.rstrip().endswith(":"):
            kept = [piece for piece in pieces if piece.paragraph is not row.parts[0].paragraph]
            return tuple(kept), at - (len(pieces) - len(kept))
        start = _clean_start(row, first=not pieces) if noisy else 0
        words = row.text[start:]
        if any(char.isalnum() for char in words) and not (noisy and soundness(words) < 0.5):
            pieces.append(row.piece(start))
            rows_used.append(row)
        at += 1
    return tuple(pieces), at


def _is_laid_out(rows: Sequence[Row], title: int) -> bool:
    """Whether places on the page are real: the type name stands well inside the text's left edge."""
    boxes = [row.parts[0].line.box for row in rows[title : title + 30]]
    lefts = [box.left for box in boxes if box]
    return bool(lefts) and boxes[0] is not None and boxes[0].left - min(lefts) > 15


def _full_width(rows: Sequence[Row]) -> float:
    """Characters of a line that goes from margin to margin, about."""
    lengths = sorted(len(row.text) for row in rows)
    return 0.85 * lengths[int(len(lengths) * 0.8)] if len(lengths) > 8 else 1000.0


def _runs_on(rows: Sequence[Row], full: float, before: Sequence[Row]) -> bool:
    """Whether a sentence begins here and fills two lines: the text, no subject."""
    text = rows[0].text.strip()
    last = before[-1].text.strip()
    if not text[:1].isupper() or _UNFINISHED.search(last) or _NAME_FOLLOWS.search(last):
        return False
    return len(rows) == 2 and len(text) >= full and len(rows[1].text.strip()) >= full


def _clean_start(row: Row, *, first: bool) -> int:
    """Where the words begin behind the remains of a stamp on the left."""
    about = row.plain.find("ve viec", 0, 48) if first else -1
    if about > 0:
        return about
    stamp = re.match(r"[^|]{0,24}\|\s+(?=\w{2})", row.text)
    return stamp.end() if stamp else 0


def _ends_subject(row: Row, before: Sequence[Row], *, spread: bool) -> bool:
    text = row.text.strip()
    if addressees_begin(row) is not None or starts_body(row) or (is_competence(row) and before):
        return True
    if not before:
        return bool(_OPENERS.match(text) or (is_competence(row) and _HEAD.match(row.plain))) or len(text) > 400
    last = before[-1].text.strip()
    if not any(char.isalnum() for char in text):
        return len(text) > 3 and not spread
    if row.after_gap and not spread and not (text[:1].islower() or _UNFINISHED.search(last)):
        return True
    if last.endswith((".", "./.")) and len(before) > 1 and not spread:
        return True
    if before[0].bold(0, 1) and row.bold(0, 1) is False:
        return True
    if _alignment(before[0]) is Alignment.CENTER and _alignment(row) in (Alignment.JUSTIFIED, Alignment.LEFT):
        return True
    return bool(_OPENERS.match(text)) and not _UNFINISHED.search(last)


def _alignment(row: Row) -> Alignment | None:
    layout = row.parts[0].paragraph.layout
    return layout.alignment if layout else None


def is_competence(row: Row) -> bool:
    """Whether the row, in capitals, names who decides: ``CHỦ TỊCH ỦY BAN NHÂN DÂN …``."""
    words = row.text.strip(_JUNK + " ")
    letters = [char for char in words if char.isalpha()]
    if len(letters) < 5 or sum(char.isupper() for char in letters) < 0.9 * len(letters):
        return False
    low = plain(words)
    return any(low == head or low.startswith(head + " ") for head in _DECIDERS)


_DECIDERS = frozenset(
    plain(head)
    for head in (*BODY_HEADS, "chủ tịch", "giám đốc", "hiệu trưởng", "chi cục trưởng", "cục trưởng", "chánh", "tổng")
)


def _competence(rows: Sequence[Row], at: int) -> tuple[tuple[Piece, ...], int]:
    pieces: list[Piece] = []
    while at < len(rows) and len(pieces) < 4:
        row = rows[at]
        letters = [char for char in row.text if char.isalpha()]
        upper = len(letters) >= 4 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)
        if not (is_competence(row) or (pieces and upper and not kind_in(row.text))):
            if not letters and not pieces and at < len(rows) - 1:
                at += 1
                continue
            break
        pieces.append(row.piece())
        at += 1
    return tuple(pieces), at
