"""Words as a reader sees them: lines joined, blanks collapsed, spellings that mean the same made one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from docgen.paper.model import Paragraph, Source
from docgen.read.elements import Piece

#: Where the mark of ``oa`` and ``uy`` stands is a matter of school; the decree itself prints both.
_SCHOOLS = re.compile("OÀ|OÁ|OẢ|OÃ|OẠ|UỲ|UÝ|UỶ|UỸ|UỴ")
_SWAPPED = {
    "OÀ": "ÒA",
    "OÁ": "ÓA",
    "OẢ": "ỎA",
    "OÃ": "ÕA",
    "OẠ": "ỌA",
    "UỲ": "ÙY",
    "UÝ": "ÚY",
    "UỶ": "ỦY",
    "UỸ": "ŨY",
    "UỴ": "ỤY",
}
#: A paragraph that ends so is whole; any other may go on in the next one, where a file says nothing of paragraphs.
_WHOLE = re.compile(r"[.;:!?/”\"]$")
#: A notation broken at the end of a line: ``QĐ-`` and ``BCA`` on the next.
_BROKEN = re.compile(r"\w-$")
_CAPITAL = re.compile(r"[A-ZĐ]")


#: The small letters of Vietnamese; a range of code points would take in capitals.
SMALL = "a-zđàáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"


def plain(text: str) -> str:
    """``text`` with every blank as one space."""
    return " ".join(text.split())


def folded(text: str) -> str:
    """Capitals, single spaces, one school of placing marks: what two spellings of one name share."""
    return _SCHOOLS.sub(lambda match: _SWAPPED[match[0]], plain(text).upper())


def joined(texts: Iterable[str]) -> str:
    """Lines as one: a blank between them, none where a notation was broken at its hyphen."""
    whole = ""
    for text in map(plain, texts):
        if not text:
            continue
        glue = "" if not whole or (_BROKEN.search(whole[-4:]) and _CAPITAL.match(text)) else " "
        whole += glue + text
    return whole


def text_of(pieces: Iterable[Piece]) -> str:
    """The words of an element on one line."""
    return joined(piece.text for piece in pieces)


def paragraph_text(paragraph: Paragraph) -> str:
    """Label and lines of a paragraph on one line."""
    return joined([paragraph.label, *(line.text for line in paragraph.lines)])


def is_caps(text: str) -> bool:
    """Whether every letter is a capital."""
    return text == text.upper()


def quoted(text: str, most: int = 80) -> str:
    """``text`` short enough for a report, cut behind a whole word."""
    text = plain(text)
    if len(text) <= most:
        return text
    whole = text[:most].rpartition(" ")[0]
    return (whole if len(whole) > most / 2 else text[: most - 1]).rstrip() + "…"


def ending(text: str, most: int = 24) -> str:
    """The last words of ``text``, whole."""
    text = plain(text)
    if len(text) <= most:
        return text
    return "…" + (text[-most:].partition(" ")[2] or text[-most:])


def in_quotes(text: str, place: int) -> bool:
    """Whether a place stands in somebody else's words: between quotation marks that are still open."""
    before = text[max(place - 6000, 0) : place]
    return before.count("“") > before.count("”")


@dataclass(frozen=True, kw_only=True)
class Flow:
    """Paragraphs as one text that remembers where each began."""

    text: str
    starts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    def at(self, place: int) -> Paragraph | None:
        """The paragraph in which the character at ``place`` stands."""
        index = bisect_right(self.starts, place) - 1
        return self.paragraphs[index] if 0 <= index < len(self.paragraphs) else None

    @cached_property
    def lower(self) -> str:
        """The text in small letters, character for character."""
        lower = self.text.lower()
        return lower if len(lower) == len(self.text) else self.text


def flow(paragraphs: Iterable[Paragraph], source: Source) -> Flow:
    """The text of paragraphs, one a line in Word; elsewhere a sentence that goes on is not cut."""
    parts: list[str] = []
    starts: list[int] = []
    kept: list[Paragraph] = []
    length, last = 0, ""
    for paragraph in paragraphs:
        words = paragraph_text(paragraph)
        if not words:
            continue
        glue = _glue(last, words, source)
        starts.append(length + len(glue))
        kept.append(paragraph)
        parts += [glue, words]
        length += len(glue) + len(words)
        last = words[-4:]
    return Flow(text="".join(parts), starts=tuple(starts), paragraphs=tuple(kept))


def _glue(last: str, words: str, source: Source) -> str:
    """What stands between the end of a paragraph and the next one."""
    if not last:
        return ""
    if source is Source.WORD or _WHOLE.search(last):
        return "\n"
    return "" if _BROKEN.search(last) and _CAPITAL.match(words) else " "
