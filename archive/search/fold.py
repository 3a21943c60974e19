"""Folding of Vietnamese text: one form for the index and for the question, the same on both databases.

Neither database can do it: FTS5 takes đ for a letter of its own, PostgreSQL reads ``1234/QĐ-ĐHD`` as the name
of a file.
"""

from __future__ import annotations

import re
import unicodedata

#: Longer words are cut, in the index and in the question alike: PostgreSQL refuses words over 2046 bytes.
LONGEST_WORD = 100

_GAPS = re.compile(r"[\W_]+")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")
_D_WITH_STROKE = str.maketrans({"đ": "d"})


def fold(text: str) -> str:
    """Lower-case words without accents, one space between them: ``QĐ-UBND, số 07`` gives ``qd ubnd so 07``.

    Only letters and digits are left, so folded text can never be read as the syntax of a query. Folding twice
    changes nothing.
    """
    decomposed = unicodedata.normalize("NFD", unicodedata.normalize("NFD", text).casefold())
    bare = "".join(char for char in decomposed if not unicodedata.category(char).startswith("M"))
    return _GAPS.sub(" ", bare.translate(_D_WITH_STROKE)).strip()


def words(text: str) -> list[str]:
    """The folded words in order, none longer than `LONGEST_WORD`."""
    return [word[:LONGEST_WORD] for word in fold(text).split()]


def is_storable(text: str) -> bool:
    """Whether both databases take the text: PostgreSQL has no NUL, UTF-8 has no lone surrogates."""
    return _UNSTORABLE.search(text) is None
