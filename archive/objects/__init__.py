"""PORT: bytes kept under their own name, the SHA-256 in hex. One adapter for a folder, one for S3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol


class ObjectStore(Protocol):
    """Bytes in, their SHA-256 out; SHA-256 in, the same bytes out. Nothing is ever overwritten or removed.

    Safe to share between threads. Every method may raise `StoreAwayError`.
    """

    def put(self, data: bytes) -> str:
        """The SHA-256 (hex) of the bytes, which are on disk when this returns.

        Putting the same bytes twice changes nothing.

        Raises:
            ObjectCorruptError: other bytes are already stored under that name.
        """
        ...

    def get(self, sha256: str) -> bytes:
        """The bytes, hashed again on the way out.

        Raises:
            ObjectNotFoundError: there are none.
            ObjectCorruptError: they were changed.
        """
        ...

    def exists(self, sha256: str) -> bool:
        """Whether there are bytes of that name; does not read them."""
        ...

    def check(self, sha256: str) -> None:
        """Nothing, if the bytes are there and whole; raises as `get` does."""
        ...

    def digests(self) -> Iterator[str]:
        """The names of everything stored, in no particular order."""
        ...

    def location(self, sha256: str) -> str:
        """Where the bytes are, for people: a path or an ``s3://`` address, never with a secret."""
        ...

    def ping(self) -> None:
        """Nothing, if the store can take and give bytes; else raises `StoreAwayError` within ten seconds."""
        ...


def open_store(url: str) -> ObjectStore:
    """The store at an address: ``/path``, ``file:///path`` or ``s3://access:secret@host:port/bucket``.

    Of S3 the access key and the secret are percent-encoded; ``?secure=false`` turns TLS off, ``&region=…``
    names the region (default ``us-east-1``), ``&ca_file=…`` a certificate authority of one's own. A folder is
    made at once, a bucket on first use: a service may start while its S3 is down.

    Raises:
        InvalidAddressError: the address is not understood.
        StoreAwayError: the folder cannot be made.
    """
    from archive.objects.filesystem import FolderStore
    from archive.objects.s3 import S3Store

    return S3Store.from_url(url) if url.startswith("s3://") else FolderStore.from_url(url)
