"""Words on PostgreSQL: a GIN index on the words of the folded column.

The vector is made from our words as they are, not by `to_tsvector`: its parser has its own idea of a word,
and it keeps no more than 256 places of one and none after the 16,383rd. Phrases are therefore looked for in
the text of the rows that have all the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from archive.catalogue.tables import search_texts
from archive.search.query import Phrases

# Written as in the index, or the planner does not use it.
_WORDS = "array_to_tsvector(string_to_array((search_texts.folded)::text, ' '::text))"

#: PostgreSQL walks a question by recursion: 5,000 words at once exceed its stack.
_WORDS_AT_ONCE = 500


def matches(phrases: Phrases) -> sa.ColumnElement[bool]:
    """A condition on `search_texts`: every word occurs, and every phrase as it stands."""
    padded = sa.literal(" ") + search_texts.c.folded + sa.literal(" ")
    return sa.and_(
        *_has_words(phrases.words),
        *(padded.contains(f" {phrase} ", autoescape=True) for phrase in phrases.phrases),
    )


def _has_words(words: Sequence[str]) -> Iterator[sa.TextClause]:
    for start in range(0, len(words), _WORDS_AT_ONCE):
        asked = " & ".join(f"'{word}'" for word in words[start : start + _WORDS_AT_ONCE])
        yield sa.text(f"{_WORDS} @@ CAST(:words_{start} AS tsquery)").bindparams(**{f"words_{start}": asked})
