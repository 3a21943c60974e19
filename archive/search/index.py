"""The text that stands in the index for a record, and how it gets there.

Both engines read the same folded column: SQLite through FTS5, kept in step by triggers, PostgreSQL through an
index on its words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sqlalchemy as sa

from archive.catalogue.database import insert
from archive.catalogue.tables import search_texts
from archive.record import Record
from archive.search.fold import words

#: Bytes of different words that one record may bring: PostgreSQL refuses a word vector over 1 MiB. A document
#: of 999 pages of prose has some 60 kB; only endless tables of numbers come near.
MOST_BYTES = 800_000


def put_text(connection: sa.Connection, record: Record, *, text: str) -> None:
    """Write or replace the words by which the record is found; `text` are those of the document itself."""
    folded = " ".join(_bounded(_words_of(record, text)))
    wish = insert(connection, search_texts).values(record_id=record.id, folded=folded)
    connection.execute(wish.on_conflict_do_update(index_elements=[search_texts.c.record_id], set_={"folded": folded}))


def wrap_tokens(tokens: Iterable[str]) -> str:
    """Tokens in a form in which LIKE can ask for whole tokens in order: ``/qd//ubnd/``."""
    return "".join(f"/{token}/" for token in tokens)


def _words_of(record: Record, text: str) -> Iterator[str]:
    """The words, those by which people look first: the rest is cut if there are too many."""
    metadata = record.metadata
    for part in (
        f"{record.printed_number} {record.notation}",
        f"{record.number} {record.notation}",
        metadata.subject,
        metadata.type_name,
        metadata.organ_name,
        metadata.signer_name,
        *metadata.recipients,
        *record.units,
        text,
    ):
        yield from words(part)


def _bounded(stream: Iterable[str]) -> Iterator[str]:
    seen: set[str] = set()
    room = MOST_BYTES
    for word in stream:
        if word not in seen:
            room -= len(word.encode())
            if room < 0:
                return
            seen.add(word)
        yield word
