"""What one line of a signature block says: a right, a post, a name. Source: NĐ 30/2020, PL I, P.I, II.7.

In recognised text (``noisy``) fixed words are mended within narrow bounds; what looks like a post and cannot be read is
marked, so that nobody takes the line beside it for the whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from docgen.read.elements import Piece
from docgen.read.fixed_words import BODY_HEADS, COLLECTIVES, POSITIONS, POSITIONS_SQUEEZED
from docgen.read.folding import distance, squeezed
from docgen.read.names import is_name, name_at_end
from docgen.read.rows import Row
from docgen.read.spelling import soundness

JUNK = " .,:;-–—_*'`\"|~^“”‘’«»[]<>=•°/\\"
_PREFIX = re.compile(r"^(?P<prefix>T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TUQ|TM|KT|TL|Q)\s?[.,:;]?\s?(?P<of>\S.*)$")
_INNER_RIGHT = re.compile(r"(?<![A-ZĐ])(?:T\s?/\s?M|K\s?/\s?T|T\s?/\s?L|TUQ|TM|KT|TL)\s?[.,]\s?\S.*$")
_ONE_COLUMN = 15.0  #: millimetres between the middles of lines of one block, at most
_SIGNED = 8.0  #: millimetres left free for the signature, at least
_PREFIXES = {"tm": "TM", "kt": "KT", "tl": "TL", "tuq": "TUQ"}
_DEPUTY = re.compile(r"(?<!\w)(?:PHÓ|PHO|THỨ) [A-ZÀ-Ỹ ]+$")
_RIGHTS = {
    **{prefix + squeezed(words): f"{shown}. {words}" for prefix, shown in _PREFIXES.items() for words in POSITIONS},
    **{"tm" + squeezed(words): f"TM. {words}" for words in COLLECTIVES},
}


class Sign(StrEnum):
    """What a line of a signature block says."""

    #: quyền hạn
    AUTHORITY = "authority"
    #: chức vụ
    POSITION = "position"
    #: họ tên
    NAME = "name"
    #: a line that looks like a post and cannot be read
    BLURRED = "blurred"


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a signature block, where it stands and what it says."""

    sign: Sign
    piece: Piece
    row: int
    left: float
    after_gap: bool


def mark_at(row: Row, span: tuple[int, int], *, noisy: bool) -> Mark | None:
    """What the words between two positions say of a signer; None where they say nothing."""
    words = row.text[span[0] : span[1]]
    read = _read_sign(words, noisy)
    if not read:
        return None
    sign, text, sure = read
    piece = row.piece(*span, text=text.strip(), sure=sure)
    return Mark(sign, piece, row.index, _place(row, span, noisy=noisy), row.after_gap)


def _place(row: Row, span: tuple[int, int], *, noisy: bool) -> float:
    """Where the words stand from left to right: the middle of their line, since blocks are centred; else their column.

    In recognised text, whose columns run together, the left end of the line.
    """
    part = row.part_at(span[0])
    if part.line.box:
        return part.line.box.left if noisy else part.line.box.centre
    return part.paragraph.cell.column * 1000.0 if part.paragraph.cell else float(span[0])


def _read_sign(words: str, noisy: bool) -> tuple[Sign, str, float] | None:
    right = right_in(words, noisy=noisy)
    if right:
        return Sign.AUTHORITY, *right
    post = post_in(words, noisy=noisy)
    if post:
        return Sign.POSITION, *post
    name = name_at_end(words, strict=noisy)
    if name:
        alone = not words[: name[0]].strip(JUNK)
        return Sign.NAME, words[name[0] : name[1]], 1.0 if alone else 0.9
    if noisy and _blurred(words):
        return Sign.BLURRED, words, 0.0
    return None


def right_in(words: str, *, noisy: bool = False) -> tuple[str, float] | None:
    """A line of right as printed (``TM. …``), mended where letters were misread."""
    bare = " ".join(words.strip(JUNK).split())
    found = _PREFIX.match(bare)
    if found and _capitals(found["of"]) and len(squeezed(found["of"])) > 2:
        known = _RIGHTS.get(squeezed(bare))
        if noisy and known:
            return known, 1.0
        if not noisy or (found["of"].isupper() and soundness(found["of"]) == 1.0 and len(found["prefix"]) > 1):
            return bare, 1.0 if known or not noisy else 0.8
    inner = _INNER_RIGHT.search(bare) if noisy else None
    if inner and squeezed(inner[0]) in _RIGHTS:
        return _RIGHTS[squeezed(inner[0])], 0.9
    if noisy and _capitals(bare):
        folded = squeezed(bare)
        if folded in _RIGHTS:
            return _RIGHTS[folded], 0.95
        if len(folded) >= 8 and folded not in POSITIONS_SQUEEZED:
            near = {right for right in _RIGHTS if distance(folded, right, 1) == 1}
            posts = any(distance(folded, post, 1) == 1 for post in POSITIONS_SQUEEZED)
            if len(near) == 1 and not posts:
                return _RIGHTS[near.pop()], 0.85
    return None


def post_in(words: str, *, noisy: bool) -> tuple[str, float] | None:
    """A post as printed, mended where letters were misread."""
    bare = " ".join(words.strip(JUNK).split())
    if noisy:
        bare = re.sub(r"^(?:[^\w\s]*\d*[^\w\s]*\s+)+", "", bare)
        deputy = _DEPUTY.search(bare)
        bare = bare[deputy.start() :] if deputy and squeezed(deputy[0]) in POSITIONS_SQUEEZED else bare
    if not 4 <= len(bare) <= 90:
        return None
    folded = squeezed(bare)
    if folded in POSITIONS_SQUEEZED and (_capitals(bare) or folded in ("thuky", "chutri", "chutoa")):
        return (POSITIONS_SQUEEZED[folded] if noisy else bare), 1.0
    if not _capitals(bare):
        return None
    if any(bare.startswith(post + " ") for post in POSITIONS) and (not noisy or _names_office(bare)):
        return bare, 0.95
    if noisy and len(folded) >= 6:
        near = {post for post in POSITIONS if _nearly_post(bare, post)}
        if bare.endswith(" CỤC TRƯỞNG") and len(bare) <= 14:
            near = {"CỤC TRƯỞNG"}
        if len(near) == 1:
            return near.pop(), 0.85
    return None


def _names_office(words: str) -> bool:
    """Whether the words behind a misread post, all sound, begin like the name of an office."""
    rest = next(words[len(post) + 1 :].lower() for post in POSITIONS if words.startswith(post + " "))
    return soundness(words) == 1.0 and rest.startswith(BODY_HEADS)


def _nearly_post(words: str, post: str) -> bool:
    """Whether one word of the post was misread by one letter, and a word long enough to tell it from others."""
    found, wanted = words.split(), post.split()
    letters = squeezed(post)
    if len(found) != len(wanted):
        return len(letters) >= 10 and distance(squeezed(words), letters, 1) == 1
    wrong = [(squeezed(a), squeezed(b)) for a, b in zip(found, wanted, strict=True) if squeezed(a) != squeezed(b)]
    return len(wrong) == 1 and len(wrong[0][1]) >= 3 and distance(*wrong[0], 1) == 1


def pair_at(row: Row, span: tuple[int, int]) -> tuple[Mark, ...]:
    """Two posts or two names side by side that recognition ran together on one line."""
    tokens = [
        (found.start(), found.end()) for found in re.finditer(r"\S+", row.text[: span[1]]) if found.start() >= span[0]
    ]
    if not 4 <= len(tokens) <= 12:
        return ()
    for start, _ in tokens[2:-1]:
        left, right = row.text[span[0] : start].strip(), row.text[start : span[1]].strip()
        if squeezed(left) in POSITIONS_SQUEEZED and squeezed(right) in POSITIONS_SQUEEZED and _capitals(left + right):
            sign, sure = Sign.POSITION, 0.9
            left, right = POSITIONS_SQUEEZED[squeezed(left)], POSITIONS_SQUEEZED[squeezed(right)]
        elif is_name(left) and is_name(right) and len(left.split()) > 2 and len(right.split()) > 2:
            sign, sure = Sign.NAME, 0.85
        else:
            continue
        part = row.part_at(span[0])
        edge = part.line.box.left if part.line.box else 0.0
        return (
            Mark(sign, row.piece(span[0], start, text=left, sure=sure), row.index, edge, row.after_gap),
            Mark(sign, row.piece(start, span[1], text=right, sure=sure), row.index, edge + 60.0, row.after_gap),
        )
    return ()


def woven_name(row: Row, span: tuple[int, int]) -> Mark | None:
    """A name that recognition put behind a recipient of another column; noise or the end of ``Lưu: …`` parts them."""
    words = row.text[span[0] : span[1]]
    found = name_at_end(words)
    if not found or words.rstrip().endswith((";", ".", ",")):
        return None
    before = words[: found[0]].split()
    noise = before and not before[-1].strip(".,").isalpha() and not before[-1].endswith(":")
    if not noise and not (before and before[-1].isupper() and len(before) > 3):
        return None
    part = row.part_at(span[0])
    piece = row.piece(*span, text=words[found[0] : found[1]], sure=0.85)
    left = part.line.box.right if part.line.box else float(span[1])
    return Mark(Sign.NAME, piece, row.index, left, row.after_gap)


def name_below(row: Row, span: tuple[int, int], marks: Sequence[Mark]) -> Mark | None:
    """A name of a family that no list knows, in clean text: capitalised words, at some distance under right or post."""
    words = row.text[span[0] : span[1]].split()
    place = _place(row, span, noisy=False)
    above = next((mark for mark in reversed(marks) if abs(mark.left - place) < _ONE_COLUMN), None)
    if above is None or above.sign is Sign.NAME or not 2 <= len(words) <= 6:
        return None
    here, over = row.part_at(span[0]).line.box, above.piece.line.box
    signed = here.top - over.bottom > _SIGNED if here and over else row.after_gap
    if not signed or not all(word.isalpha() and word.istitle() for word in words):
        return None
    return Mark(Sign.NAME, row.piece(*span, sure=0.95), row.index, place, row.after_gap)


def mark_above(row: Row, span: tuple[int, int], marks: Sequence[Mark]) -> Mark:
    """The mark right above the words: of the row before the nearest, else the last."""
    before = [mark for mark in marks if mark.row == row.index - 1] or marks[-1:]
    return min(before, key=lambda mark: abs(mark.left - _place(row, span, noisy=False)))


def continues(row: Row, span: tuple[int, int], before: Mark) -> bool:
    """Whether the words go on with the post or right of the row before, which wrapped."""
    words = row.text[span[0] : span[1]]
    wraps = before.sign in (Sign.POSITION, Sign.AUTHORITY) and row.index == before.row + 1 and not row.after_gap
    return wraps and _capitals(words) and len(squeezed(words)) > 2 and not any(map(str.isdigit, words))


def _capitals(words: str) -> bool:
    letters = [char for char in words if char.isalpha()]
    return bool(letters) and sum(char.isupper() for char in letters) >= 0.85 * len(letters)


def _blurred(words: str) -> bool:
    """Whether misread capitals hold a piece of a post, so that one stands there that nobody can read."""
    folded = squeezed(words)
    return (
        _capitals(words) and any(part in folded for part in ("tich", "chut", "giam", "truong", "utic"))
    ) or folded.endswith("doc")
