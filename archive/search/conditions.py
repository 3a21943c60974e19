"""From a `Query` to conditions of SQL. What is typed only ever becomes a bound value."""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa

from archive.catalogue.tables import record_units, records, search_texts
from archive.search import postgresql, sqlite
from archive.search.fold import fold, is_storable
from archive.search.index import wrap_tokens
from archive.search.query import Query, read_number, read_text

#: No name is longer (OrganName: 200), and SQLite refuses LIKE patterns over 50,000 bytes.
_LONGEST_NAME = 2_000
_MOST_TOKENS = 10
_LARGEST_NUMBER = 2**31 - 1


def conditions(query: Query, *, on_postgresql: bool) -> list[sa.ColumnElement[bool]]:
    """What a record must meet; all of it."""
    return [
        records.c.status.in_([str(status) for status in query.statuses]),
        *_exact(query),
        *_days(query),
        *_number(query.number),
        *_signer(query.signer),
        *_unit(query.unit),
        *_text(query.text, on_postgresql=on_postgresql),
    ]


def _exact(query: Query) -> Iterator[sa.ColumnElement[bool]]:
    for column, value in (
        (records.c.kind, query.kind),
        (records.c.office, query.office),
        (records.c.register, query.register),
    ):
        if value:
            yield column == value if is_storable(value) else sa.false()
    if query.year is not None:
        yield records.c.year == query.year if 0 < query.year <= 9999 else sa.false()


def _days(query: Query) -> Iterator[sa.ColumnElement[bool]]:
    if query.issued_from is not None:
        yield records.c.issued_on >= query.issued_from
    if query.issued_to is not None:
        yield records.c.issued_on <= query.issued_to


def _number(typed: str) -> Iterator[sa.ColumnElement[bool]]:
    """Source: NĐ 30/2020, PL I, P.I, II.3: a number, and a notation of groups."""
    if not typed.strip():
        return
    wanted = read_number(typed)
    if wanted.number is None and not wanted.tokens:
        yield sa.false()
    if wanted.number is not None:
        yield records.c.number == wanted.number if wanted.number <= _LARGEST_NUMBER else sa.false()
    if len(wanted.tokens) > _MOST_TOKENS:
        yield sa.false()
    elif wanted.tokens:
        yield records.c.notation_folded.like("%" + "%".join(wrap_tokens([t]) for t in wanted.tokens) + "%")


def _signer(typed: str) -> Iterator[sa.ColumnElement[bool]]:
    if typed.strip():
        yield _has(records.c.signer_folded, typed)


def _unit(typed: str) -> Iterator[sa.ColumnElement[bool]]:
    """A unit concerned by part of its name; the issuing office by part of its name or its exact code."""
    if not typed.strip():
        return
    concerned = sa.select(record_units.c.record_id).where(_has(record_units.c.folded, typed))
    by_code = records.c.office == typed.strip() if is_storable(typed) else sa.false()
    yield sa.or_(by_code, _has(records.c.organ_folded, typed), records.c.id.in_(concerned))


def _text(typed: str, *, on_postgresql: bool) -> Iterator[sa.ColumnElement[bool]]:
    if not typed.strip():
        return
    phrases = read_text(typed)
    if not phrases.words:
        yield sa.false()
        return
    matches = (postgresql if on_postgresql else sqlite).matches(phrases)
    yield records.c.id.in_(sa.select(search_texts.c.record_id).where(matches))


def _has(column: sa.Column[str], typed: str) -> sa.ColumnElement[bool]:
    """Whether the folded column has what was typed somewhere in it; signs alone are in nothing."""
    folded = fold(typed)
    if not 0 < len(folded) <= _LONGEST_NAME:
        return sa.false()
    return column.contains(folded, autoescape=True)
