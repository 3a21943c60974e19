"""What a person may ask for, and how typed text and typed numbers are read.

Nothing typed is an error and nothing typed is syntax, but for one pair of quotes around a phrase.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import chain

from archive.record import Record, Status
from archive.search.fold import fold, words

MAX_PAGE_SIZE = 500

_SO_BEFORE_DIGIT = re.compile(r"\bso(?=\d)")
_QUOTED = re.compile(r'["“”]([^"“”]*)["“”]')


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Conditions that must all be met; an empty one asks for nothing. Text is compared folded."""

    text: str = ""
    """Words that must all occur, in any order; words in double quotes must follow each other."""
    unit: str = ""
    """Part of the name of a unit concerned or of the issuing office, or the exact code of that office."""
    number: str = ""
    """As typed: ``12``, ``07/QĐ-UBND``, ``so 12 qd``, ``qd 12``."""
    signer: str = ""
    """Part of the name of the signer."""
    year: int | None = None
    kind: str = ""
    office: str = ""
    register: str = ""
    issued_from: date | None = None
    issued_to: date | None = None
    """The last day, included."""
    statuses: frozenset[Status] = frozenset({Status.ISSUED, Status.WITHDRAWN})
    page: int = 1
    """From 1; smaller is taken as 1."""
    page_size: int = 20
    """1 to `MAX_PAGE_SIZE`; others are taken as the nearest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page of what was found, newest first: by date of the document, number, id."""

    total: int
    """How many records were found on all pages."""
    items: tuple[Record, ...]
    page: int
    page_size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """A text query, folded."""

    words: tuple[str, ...]
    """Every word, those of phrases included, once each."""
    phrases: tuple[str, ...]
    """Quoted runs of two words and more, one space between words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedNumber:
    """A number as typed, read: both parts may be missing."""

    number: int | None
    tokens: tuple[str, ...]
    """Folded parts of the notation, in order."""


def read_text(text: str) -> Phrases:
    """The words and phrases of a typed text. A quote without its partner is no quote."""
    quoted = [words(part) for part in _QUOTED.findall(text)]
    loose = words(_QUOTED.sub(" ", text))
    phrases = dict.fromkeys(" ".join(phrase) for phrase in quoted if len(phrase) > 1)
    return Phrases(words=tuple(dict.fromkeys(chain(*quoted, loose))), phrases=tuple(phrases))


def read_number(text: str) -> TypedNumber:
    """The number and the parts of the notation in what was typed; the word ``số`` is dropped.

    The first run of digits that stands alone is the number; a number too long for any register keeps its
    first ten digits and so finds nothing.
    """
    tokens = [token for token in _SO_BEFORE_DIGIT.sub("so ", fold(text)).split() if token != "so"]
    place = next((at for at, token in enumerate(tokens) if token.isdecimal()), None)
    if place is None:
        return TypedNumber(number=None, tokens=tuple(tokens))
    digits = tokens.pop(place).lstrip("0") or "0"
    return TypedNumber(number=int(digits[:10]), tokens=tuple(tokens))
