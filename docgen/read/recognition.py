"""From a paper to its elements: header, title, closing, and the body between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from docgen.paper.model import Paper, Paragraph, Remark, Source
from docgen.read.closing import closing_of
from docgen.read.elements import Annex, Elements, Piece
from docgen.read.folding import squeezed
from docgen.read.foot import contact_of
from docgen.read.header import circulation_in_margin, header_of, starts_header
from docgen.read.rows import Row, rows_of
from docgen.read.syllables import is_syllable
from docgen.read.title import addressees_begin, starts_body, title_of

#: signs that nobody types in an office paper, and signs that few do
_ODD = re.compile(r"[\^{}\\`¬§©\N{FRACTION SLASH}‡«»ˆ]")
_RARE = re.compile(r"[~|<>#•]")
#: a number or a day that is neither digits nor a blank: handwriting, misread
_GARBLED = re.compile(r"^\W*s[o06](?![\s\d.…_:;]*/)(?![\s:;.]*\d+[a-z]?\b)[\s:;.]*\S{1,6}\s?/\s?[a-z]{2,4}\s?-")
_GARBLED_DAY = re.compile(r", ngay(?!\s*[\d.…_\s]*thang).{1,8}?thang")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BASE = re.compile(r"^\W*(?:Căn cứ|Theo đề nghị|Xét đề nghị)\b")
_MAYBE_BASE = re.compile(r"^\W*(?:Thực hiện|Xét|Theo|Trên cơ sở)\b")
_FIRST_ARTICLE = re.compile(r"^\W*(?:Điều\s+\S{1,3}[.:]|QUYẾT ĐỊNH\s*:?$|QUYẾT NGHỊ\s*:?$|CHỈ THỊ\s*:?$)")
_COPIES = frozenset({"saoy", "saoluc", "trichsao"})
_DEPTH = 40  #: rows in which a file that begins like an annex may still show the header of a paper
_ANNEX = re.compile(r"^\s*(?:PHỤ LỤC|Phụ lục)\s*(?:số\s*)?(?:[IVXLC]+|\d{1,3})?\s*[.:]?\s*$")


def elements_of(paper: Paper) -> Elements:
    """The elements that were recognised; of several papers in one file, those of the first."""
    rows = rows_of(paper)
    return elements_in(paper, rows, noisy=is_noisy(paper, rows))


def elements_in(paper: Paper, rows: Sequence[Row], *, noisy: bool) -> Elements:
    """The elements of a paper whose rows are known; ``noisy``: misread letters are mended."""
    if not rows:
        return Elements()
    if _ANNEX.match(rows[0].text) and not any(map(starts_header, rows[:_DEPTH])):
        return Elements(annexes=_annexes(rows, 0), contact=contact_of(paper))
    header = header_of(rows, noisy=noisy)
    title = title_of(rows, header.end, noisy=noisy)
    text_begins = max(title.end, header.end)
    whole, rows = rows, rows[: _next_paper(rows, text_begins)]
    to_word, to, text_begins = _addressees(rows, title.end if title.name else header.end)
    if title.name and not to_word:
        to_word, to, _ = _addressees(rows[: title.end], header.end)
    office = " ".join(piece.text for piece in header.issuer)
    closing = closing_of(rows, text_begins, noisy=noisy, office=office)
    inner = _paragraphs(rows[text_begins : closing.start])
    based = _bases(inner) if title.name else 0
    return Elements(
        country=header.country,
        motto=header.motto,
        superior=header.superior,
        issuer=header.issuer,
        number=header.number,
        place_date=header.place_date,
        kind_name=title.name,
        subject=title.subject,
        letter_subject=() if title.name else header.letter_subject,
        competence=title.competence,
        bases=tuple(inner[:based]),
        body=tuple(inner[based:]),
        to_word=to_word,
        to=to,
        recipients_word=closing.recipients_word,
        recipients=closing.recipients,
        signatures=closing.signatures,
        urgency=header.urgency,
        secrecy=header.secrecy,
        circulation=header.circulation or circulation_in_margin(paper),
        drafter=closing.drafter,
        contact=contact_of(paper),
        draft=header.draft,
        annexes=_annexes(rows, closing.end),
        several=len(rows) < len(whole),
    )


def is_noisy(paper: Paper, rows: Sequence[Row]) -> bool:
    """Whether the text was recognised from a picture, so that its letters may be wrong.

    A PDF says so itself; plain text shows it by signs that nobody types and by words that are no Vietnamese.
    """
    if paper.source is not Source.TEXT:
        return Remark.RECOGNISED in paper.remarks
    sample = rows if len(rows) <= 120 else [*rows[:60], *rows[-60:]]
    odd = sum(len(_ODD.findall(row.text)) for row in sample)
    wrong = sum(
        not word.isascii() and word[1:].islower() and not is_syllable(word)
        for row in sample
        for word in _WORD.findall(row.text)
    )
    garbled = any(_GARBLED.match(row.plain) or _GARBLED_DAY.search(row.plain) for row in rows[:20])
    rare = sum(len(_RARE.findall(row.text)) for row in sample)
    return garbled or (odd >= 1 and odd + rare + wrong >= 2) or (rare >= 1 and wrong >= 2)


def _next_paper(rows: Sequence[Row], start: int) -> int:
    """Index of the row where another paper begins: where box 1 or the form of a copy (*SAO Y*) comes, or the end.

    What a copy shows first, and what its file is read as, is the copied paper. Source: NĐ 30/2020, PL III, Mẫu 3.1.
    """
    for row in rows[start + 3 :]:
        if starts_header(row):
            return row.index
        if any(squeezed(row.text[a:b]) in _COPIES and row.text[a:b].isupper() for a, b in row.columns()):
            return _form_begins(rows, row.index)
    return len(rows)


def _form_begins(rows: Sequence[Row], heading: int) -> int:
    """Index of the first row of a copy's form: in Word of the heading's table, else of the office over its line."""
    cell = rows[heading].parts[0].paragraph.cell
    at = heading
    while at and (cell or rows[at - 1].text.isupper()):
        before = rows[at - 1].parts[0].paragraph.cell
        if (before.table if before else None) != (cell.table if cell else None):
            break
        at -= 1
    return at


def _addressees(rows: Sequence[Row], start: int) -> tuple[Piece | None, tuple[Piece, ...], int]:
    """Box 9a: the words ``Kính gửi``, who they are, and the row where the text begins."""
    for row in rows[start : start + 8]:
        end = addressees_begin(row)
        if end is None:
            continue
        word = row.piece(0, end)
        pieces: list[Piece] = [row.piece(a, b) for a, b in row.columns(end) if any(map(str.isalnum, row.text[a:b]))]
        at = row.index + 1
        while at < len(rows) and len(pieces) < 80 and _is_addressee(rows[at], rows[at - 1], bool(pieces)):
            if any(map(str.isalnum, rows[at].text)):
                pieces.append(rows[at].piece())
            at += 1
        return word, tuple(pieces), at
    return None, (), start


def _is_addressee(row: Row, before: Row, some: bool) -> bool:
    text = row.text.strip()
    if re.match(r"^[\W_]{0,3}[-–—+~•*]\s*\S", text) or not any(map(str.isalnum, text)):
        return True
    if starts_body(row):
        return False
    if not some:
        return True
    last = before.text.strip()
    return (last.endswith((",", ";", " và")) and not row.after_gap) or (text[:1].islower() and not row.after_gap)


def _bases(inner: Sequence[Paragraph]) -> int:
    """How many paragraphs at the beginning are bases; a paragraph that breaks off goes on in the next."""
    count = 0
    for paragraph in inner:
        goes_on = count > 0 and not inner[count - 1].text.rstrip().endswith((";", ".", ",", ":"))
        if _FIRST_ARTICLE.match(paragraph.text) or not (goes_on or _is_base(paragraph)):
            break
        count += 1
    return count


def _is_base(paragraph: Paragraph) -> bool:
    """Whether the paragraph is a basis: by its first words, and by its end where these may begin any sentence."""
    text = paragraph.text.strip()
    return bool(_BASE.match(text) or (_MAYBE_BASE.match(text) and text.endswith(";")))


def _paragraphs(rows: Sequence[Row]) -> list[Paragraph]:
    seen: dict[int, Paragraph] = {}
    for row in rows:
        for part in row.parts:
            seen.setdefault(part.paragraph.number, part.paragraph)
    return list(seen.values())


def _shouts(row: Row, *, some: bool) -> bool:
    """Whether a row is of a title in capitals; where ``some`` of it stands above, a number will do."""
    single = len(list(row.columns())) == 1
    return row.text.isupper() or (some and single and not any(map(str.isalpha, row.text)))


def _annexes(rows: Sequence[Row], start: int) -> tuple[Annex, ...]:
    """The annexes from a row on: behind the closing of a paper, or a file that holds nothing else."""
    starts = [row.index for row in rows[start:] if _ANNEX.match(row.text)]
    annexes = []
    for start, end in pairwise([*starts, len(rows)]):
        at = start + 1
        title: list[Piece] = []
        note: list[Piece] = []
        while at < end and len(title) < 6 and _shouts(rows[at], some=bool(title)):
            title.append(rows[at].piece())
            at += 1
        while (
            at < end
            and len(note) < 3
            and (rows[at].text.strip().startswith("(") or (note and not note[-1].text.endswith(")")))
        ):
            note.append(rows[at].piece())
            at += 1
        body = tuple(_paragraphs(rows[at:end]))
        annexes.append(Annex(label=rows[start].piece(), title=tuple(title), note=tuple(note), body=body))
    return tuple(annexes)
