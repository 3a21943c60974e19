"""What an office has issued: its registers, records, bytes and search.

`archive` keeps. It gives out numbers in order (*cấp số*), remembers what each number was given for, stores
the bytes of the document under their own SHA-256, and finds the document again. It does not make documents,
knows no Word and no web, and imports neither `docgen` nor `api`. Everything is synchronous; every wait has a
limit.

How a document is kept, so that a crash between any two lines leaves an honest RESERVED row and never a hole::

    record = catalogue.reserve(reservation, day=today)      # one short transaction; same request, same number
    # ... the caller makes and signs the PDF: `data`, named by its `sha256`
    if catalogue.intend(record.id, sha256=sha256, size=len(data), pages=1, previous=record.sha256):
        store.put(data)                                     # bytes first
        record = catalogue.issue(record.id, sha256=sha256, issued_at=now, text="…")

`intend` answers False when another process announced its bytes first: read the record again and follow it.
The doors are `archive.catalogue.open_catalogue` and `archive.objects.open_store`.
"""

from archive.errors import (
    ArchiveError,
    CatalogueAwayError,
    ClockMovedBackError,
    InvalidAddressError,
    InvalidMetadataError,
    NumberTakenError,
    ObjectCorruptError,
    ObjectNotFoundError,
    OfficeNotFoundError,
    OfficeNotInForceError,
    OfficePeriodsOverlapError,
    RecordNotFoundError,
    RequestConflictError,
    StoreAwayError,
    TransitionError,
)
from archive.metadata import FileCode, Metadata
from archive.record import Event, Office, Record, Reservation, Status, check_reservation

__all__ = [
    "ArchiveError",
    "CatalogueAwayError",
    "ClockMovedBackError",
    "Event",
    "FileCode",
    "InvalidAddressError",
    "InvalidMetadataError",
    "Metadata",
    "NumberTakenError",
    "ObjectCorruptError",
    "ObjectNotFoundError",
    "Office",
    "OfficeNotFoundError",
    "OfficeNotInForceError",
    "OfficePeriodsOverlapError",
    "Record",
    "RecordNotFoundError",
    "RequestConflictError",
    "Reservation",
    "Status",
    "StoreAwayError",
    "TransitionError",
    "check_reservation",
]
