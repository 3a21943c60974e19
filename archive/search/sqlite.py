"""Words on SQLite: an FTS5 table over the folded column, which stores no text of its own.

Made by the first migration, with the triggers that keep it in step. The tokenizer only splits at spaces: the
text comes folded.
"""

from __future__ import annotations

import sqlalchemy as sa

from archive.catalogue.tables import search_texts
from archive.search.query import Phrases

_words = sa.table("search_words", sa.column("rowid", sa.Integer), sa.column("search_words", sa.String))


def matches(phrases: Phrases) -> sa.ColumnElement[bool]:
    """A condition on `search_texts`: every word occurs, and every phrase as it stands."""
    asked = " ".join(f'"{part}"' for part in (*phrases.words, *phrases.phrases))
    found = sa.select(_words.c.rowid).where(_words.c.search_words.match(asked))
    return search_texts.c.id.in_(found)
