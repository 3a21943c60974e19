"""How words look: size, weight, slant and capitals of an element, measured against what the decree wants.

Blanks, tabs and stray marks never count: only letters and digits that a reader sees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from docgen.check.findings import Finding, Level
from docgen.check.subject import Subject
from docgen.check.words import is_caps, plain, text_of
from docgen.paper.model import Line, Place, Run
from docgen.read.elements import Piece

#: Part of an element's letters that must look wrong before the element does.
_SHARE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What the decree wants of an element; None where it wants nothing."""

    size: str | None = None  #: key of ``Limits.sizes``
    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None


def letters(text: str) -> int:
    """How many letters and digits a reader sees."""
    return sum(character.isalnum() for character in text)


def runs_of(piece: Piece) -> list[Run]:
    """The runs of a piece's own words; those of the whole line where the words cannot be found in it."""
    start = piece.line.text.find(piece.text)
    if start < 0:
        return seen(piece.line)
    return _cut(piece.line.runs, start, start + len(piece.text))


def seen(line: Line) -> list[Run]:
    """The runs of a line that hold letters or digits."""
    return [run for run in line.runs if letters(run.text)]


def _cut(runs: Iterable[Run], start: int, end: int) -> list[Run]:
    """What stands between two places of a line."""
    kept, place = [], 0
    for run in runs:
        first, last = max(start - place, 0), min(end - place, len(run.text))
        place += len(run.text)
        text = run.text[first:last] if first < last else ""
        if letters(text):
            kept.append(Run(text=text, font=run.font, size=run.size, bold=run.bold, italic=run.italic))
    return kept


def share(runs: Sequence[Run], wrong: Callable[[Run], bool | None]) -> float:
    """Part of the letters for which ``wrong`` says True; 0 where any run does not know."""
    total = bad = 0
    for run in runs:
        answer = wrong(run)
        if answer is None:
            return 0.0
        count = letters(run.text)
        total += count
        bad += count if answer else 0
    return bad / total if total else 0.0


def size_text(size: float) -> str:
    """``13`` and ``12,5``, as a clerk reads sizes."""
    return f"{size:.1f}".rstrip("0").rstrip(".").replace(".", ",")


def main_size(runs: Iterable[Run]) -> float | None:
    """The size of most letters, None where unknown."""
    sizes: Counter[float] = Counter()
    for run in runs:
        if run.size is not None:
            sizes[round(run.size, 1)] += letters(run.text)
    return sizes.most_common(1)[0][0] if sizes else None


def printed(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces of the page itself, without those that a signature laid over it."""
    return [piece for piece in pieces if piece.paragraph.place is not Place.STAMP]


def look_findings(
    sheet: Subject,
    check: str,
    place: str,
    name: str,
    pieces: Iterable[Piece],
    look: Look,
    *,
    level: Level = Level.RULE,
    figures: bool = True,
) -> Iterator[Finding]:
    """One finding for each way in which an element looks wrong: size, weight, slant, capitals.

    With ``figures`` False runs of bare figures do not count in a PDF, where a signature may have laid them over a
    blank.
    """
    pieces = printed(pieces)
    runs = [run for piece in pieces for run in runs_of(piece)]
    if sheet.in_pdf and not figures:
        runs = [run for run in runs if any(map(str.isalpha, run.text))]
    if not pieces or not runs:
        return
    if look.caps is not None and not _caps_right(text_of(pieces), caps=look.caps):
        letter = "in hoa" if look.caps else "in thường"
        yield sheet.finding(
            check,
            place,
            pieces[0],
            level=level,
            found=text_of(pieces),
            expected=f"chữ {letter}",
            message=f"Trình bày {name} bằng chữ {letter}.",
        )
    if not sheet.laid_out:
        return
    if (size := _wrong_size(sheet, runs, look)) is not None and look.size is not None:
        wanted = _range_text(sheet, look.size)
        yield sheet.finding(
            check,
            place,
            pieces[0],
            level=level,
            found=f"{name} cỡ chữ {size_text(size)}",
            expected=f"cỡ chữ {wanted}",
            message=f"Đặt {name} ở cỡ chữ {wanted}.",
        )
    if style := _wrong_style(runs, look):
        yield sheet.finding(
            check,
            place,
            pieces[0],
            level=level,
            found=f"{name} {_style_text(runs)}",
            expected=f"kiểu chữ {style}",
            message=f"Trình bày {name} bằng kiểu chữ {style}.",
        )


def _caps_right(text: str, *, caps: bool) -> bool:
    words = [word for word in plain(text).split() if sum(map(str.isalpha, word)) > 1]
    if caps:
        return is_caps(text)
    return len(words) < 3 or not all(is_caps(word) for word in words)


def _wrong_size(sheet: Subject, runs: Sequence[Run], look: Look) -> float | None:
    """The size that most of the wrong letters have."""
    if look.size is None:
        return None
    allowed, slack = sheet.limits.sizes[look.size], sheet.size_slack

    def wrong(run: Run) -> bool | None:
        return None if run.size is None else not allowed.holds(run.size, tolerance=slack)

    if share(runs, wrong) <= _SHARE:
        return None
    return main_size([run for run in runs if wrong(run)])


def _range_text(sheet: Subject, key: str) -> str:
    allowed = sheet.limits.sizes[key]
    if allowed.least == allowed.most:
        return size_text(allowed.least)
    return f"{size_text(allowed.least)} đến {size_text(allowed.most)}"


def _wrong_style(runs: Sequence[Run], look: Look) -> str:
    """The whole style that is wanted, in words, if any part of it is missing."""
    bold, italic = look.bold, look.italic
    heavy = bold is not None and share(runs, lambda run: None if run.bold is None else run.bold is not bold) > _SHARE
    slanted = (
        italic is not None
        and share(runs, lambda run: None if run.italic is None else run.italic is not italic) > _SHARE
    )
    if not heavy and not slanted:
        return ""
    words = [{True: "nghiêng", False: "đứng"}[italic]] if italic is not None else []
    if bold is not None:
        words.append("đậm" if bold else "không đậm")
    return ", ".join(words)


def _style_text(runs: Sequence[Run]) -> str:
    italic = share(runs, lambda run: bool(run.italic)) > _SHARE
    bold = share(runs, lambda run: bool(run.bold))
    weight = "đậm" if bold > 1 - _SHARE else "có chỗ đậm" if bold > _SHARE else "không đậm"
    return f"{'nghiêng' if italic else 'đứng'}, {weight}"
