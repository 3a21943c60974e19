"""The marks of a closing gathered by signer, and what the rest of the paper tells of a misread signer.

Source: NĐ 30/2020, PL I, P.I, II.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docgen.read.elements import Piece, SignatureBlock
from docgen.read.fixed_words import HEADS
from docgen.read.folding import CAPITALS, distance, plain, squeezed
from docgen.read.names import is_name
from docgen.read.rows import Row
from docgen.read.signing import Mark, Sign
from docgen.read.spelling import soundness

_APART = 45.0  #: millimetres; signers stand about 80 from each other
_RANK_TRACE = re.compile(r"\W{0,3}bs[.\s]?ck[i1l]{1,2}\b")
_CAPITALISED = re.compile(rf"[{CAPITALS}]\w+(?: [{CAPITALS}]\w+){{2,4}}")
_HEAD_POSTS = tuple(plain(post) for post in HEADS.values())


def blocks(marks: Sequence[Mark], *, noisy: bool) -> Iterator[SignatureBlock]:
    """The marks gathered by signer."""
    columns: list[list[Mark]] = []
    for mark in marks:
        column = _column_for(mark, columns, marks, noisy=noisy)
        column.append(mark)
    for column in columns:
        yield from _signers(column)


def _column_for(mark: Mark, columns: list[list[Mark]], marks: Sequence[Mark], *, noisy: bool) -> list[Mark]:
    """The column of signers that a mark stands in; a new one where two stand on one row."""
    beside = [other for other in marks if other.row == mark.row and other is not mark]
    apart = not noisy and all(_is_apart(mark, column[0]) for column in columns)
    if not columns or ((beside or apart) and not _nearest(mark, columns)):
        columns.append([])
        return columns[-1]
    if len(columns) == 1 and not beside:
        return columns[0]
    return min(columns, key=lambda column: (any(m.row == mark.row for m in column), abs(column[0].left - mark.left)))


def _is_apart(one: Mark, other: Mark) -> bool:
    """Whether two marks of a page stand too far from each other, left to right, to be of one signer."""
    return one.piece.line.box is not None and abs(one.left - other.left) > _APART


def _nearest(mark: Mark, columns: list[list[Mark]]) -> bool:
    """Whether some column has no mark on this row yet and begins near this mark."""
    return any(
        all(other.row != mark.row for other in column) and abs(column[0].left - mark.left) < 25 for column in columns
    )


def _signers(column: Sequence[Mark]) -> Iterator[SignatureBlock]:
    authority: list[Piece] = []
    position: list[Piece] = []
    other: list[Piece] = []
    for mark in column:
        if mark.sign is Sign.AUTHORITY:
            if position and not _is_heading(position):
                yield SignatureBlock(authority=tuple(authority), position=tuple(position), other_position=tuple(other))
                authority, position, other = [], [], []
            authority.append(mark.piece)
        elif mark.sign in (Sign.POSITION, Sign.BLURRED):
            (other if position and (mark.after_gap or other) else position).append(mark.piece)
        elif authority or position:
            yield SignatureBlock(
                authority=tuple(authority), position=tuple(position), other_position=tuple(other), name=mark.piece
            )
            authority, position, other = [], [], []
        else:
            yield SignatureBlock(name=mark.piece)
    if authority or position:
        yield SignatureBlock(authority=tuple(authority), position=tuple(position), other_position=tuple(other))


def _is_heading(position: Sequence[Piece]) -> bool:
    """Whether the lines over a right say for whom the signer stands: ``ĐẠI DIỆN BÊN A``."""
    return all(squeezed(piece.text).startswith("daidien") for piece in position)


def without_stray_names(marks: Sequence[Mark]) -> list[Mark]:
    """The marks, without names where several posts stand side by side and not each has its name."""
    rows = [mark.row for mark in marks if mark.sign is Sign.POSITION]
    names = sum(mark.sign is Sign.NAME for mark in marks)
    if len(rows) == len(set(rows)) or names == len(rows):
        return list(marks)
    return [mark for mark in marks if mark.sign is not Sign.NAME]


def by_office(mark: Mark, marks: Sequence[Mark], beside: int | None, office: str) -> Mark:
    """A misread post, put right where it must be that of the head of the office.

    So it is where its last word agrees, one misread word stands before it, it stands ``beside`` the words ``Nơi nhận``
    (index of their row) and no other line of right or post does.
    """
    head = head_of(office)
    if head is None or mark.sign not in (Sign.POSITION, Sign.BLURRED):
        return mark
    words = mark.piece.text.split()
    if mark.sign is Sign.POSITION:
        cut_short = mark.piece.text != head and head.endswith(" " + mark.piece.text)
        return replace(mark, piece=replace(mark.piece, text=head, sure=0.75)) if cut_short else mark
    alone = sum(other.sign is not Sign.NAME for other in marks) == 1
    if not alone or mark.row != beside or len(words) != 2 or squeezed(words[1]) != squeezed(head.split()[-1]):
        return mark
    return replace(mark, sign=Sign.POSITION, piece=replace(mark.piece, text=head, sure=0.65))


def head_of(office: str) -> str | None:
    """The post of who heads an office, by its name."""
    return next((post for name, post in HEADS.items() if office.upper().startswith(name + " ")), None)


def head_by_text(text: Sequence[Row], closing: Sequence[Row], marks: Sequence[Mark], office: str) -> list[Mark]:
    """The name of the head of the office, where only his post was read under the text and a seal hides the name.

    The text must name just one person with that post, and the post be one that says its kind of office (``Hiệu
    trưởng``, ``Chi cục trưởng``): directors and chairmen of other bodies stand in too many texts.
    """
    head = head_of(office)
    if head is None or not head.endswith("TRƯỞNG") or [mark.piece.text for mark in marks] != [head]:
        return []
    hidden = sum(_is_of_seal(row.text[a:b], office) for row in closing for a, b in row.columns())
    names = _heads_in(text, (plain(head),)) if hidden >= 2 else set()
    if len(names) != 1:
        return []
    mark = marks[0]
    return [replace(mark, sign=Sign.NAME, piece=replace(mark.piece, text=names.pop(), sure=0.6))]


def of_seal(words: str, office: str) -> bool:
    """Whether the words are of the office's name: so the rim of its seal reads."""
    letters = squeezed(words)
    return len(letters) >= 5 and letters in squeezed(office)


def _is_of_seal(words: str, office: str) -> bool:
    """Whether the words are what recognition makes of a seal: noise, or words of the office's name."""
    if of_seal(words, office):
        return True
    return len(words) >= 3 and not words.lstrip().startswith("-") and soundness(words) < 0.7


def own_name(text: Sequence[Row], closing: Sequence[Row]) -> list[Mark]:
    """The misread name of the signer, where the same paper prints one name so near to it that it must be it.

    A misread name behind a rank is that of the head of the office, where the text names just one.
    """
    clean = {squeezed(name): name for row in text for name in _names_in(row.text)}
    for row in closing:
        for start, end in row.columns():
            near = _nearest_names(row.text[start:end], clean)
            if len(near) == 1:
                return [_name_mark(row, (start, end), near.pop(), 0.75)]
            trace = _RANK_TRACE.match(row.plain[start:end])
            heads = _heads_in(text, _HEAD_POSTS) if trace else set()
            if len(heads) == 1:
                return [_name_mark(row, (start, end), f"BSCKI. {heads.pop()}", 0.65)]
    return []


def _name_mark(row: Row, span: tuple[int, int], name: str, sure: float) -> Mark:
    """A mark at the end of the words; behind another name on the same line it stands in the column on the right."""
    box = row.part_at(span[0]).line.box
    behind = len(row.text[slice(*span)].split()) > 5
    left = (box.left if box else 0.0) + (60.0 if behind else 0.0)
    return Mark(Sign.NAME, row.piece(*span, text=name, sure=sure), row.index, left, row.after_gap)


def _nearest_names(words: str, clean: Mapping[str, str]) -> set[str]:
    """Clean names whose last two words stand at the end of these words, all letters but three agreeing."""
    tail = words.split()[-4:]
    if len(tail) < 2:
        return set()
    return {
        name
        for letters, name in clean.items()
        if tail[-2:] == name.split()[-2:]
        and any(distance(squeezed(" ".join(tail[-size:])), letters, 3) <= 3 for size in range(2, len(tail) + 1))
    }


def _heads_in(rows: Sequence[Row], posts: tuple[str, ...]) -> set[str]:
    """Names in the text behind which one of the (plain) posts stands."""
    found = set()
    for row in rows:
        for name in _names_in(row.text):
            behind = plain(row.text[row.text.find(name) + len(name) :]).lstrip(" \t,.:;-()")
            if behind.removeprefix("chuc vu").lstrip(" :").startswith(posts):
                found.add(name)
    return found


def _names_in(text: str) -> Iterator[str]:
    """Names of persons in a line of the text, each also without its last words: a post may follow it."""
    for found in _CAPITALISED.finditer(text):
        words = found[0].split(" ")
        for start in range(len(words) - 2):
            for end in range(start + 3, min(start + 5, len(words)) + 1):
                if is_name(name := " ".join(words[start:end])) and words[end - 1] not in ("Phó", "Nguyên", "Quyền"):
                    yield name
