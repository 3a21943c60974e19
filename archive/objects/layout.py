"""How bytes are named: by their SHA-256, spread over two levels of folders so that none grows too big."""

from __future__ import annotations

import hashlib
import re

from archive.errors import ObjectCorruptError

_SHA256 = re.compile(r"[0-9a-f]{64}")
_KEY = re.compile(r"(?P<a>[0-9a-f]{2})/(?P<b>[0-9a-f]{2})/(?P<sha256>(?P=a)(?P=b)[0-9a-f]{60})\.pdf")


def sha256_of(data: bytes) -> str:
    """The name of the bytes."""
    return hashlib.sha256(data).hexdigest()


def is_sha256(name: str) -> bool:
    """Whether it is a name of ours; anything else names nothing, and never a path."""
    return _SHA256.fullmatch(name) is not None


def key_of(sha256: str) -> str:
    """The place below the root: ``ab/cd/abcd….pdf``."""
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}.pdf"


def sha256_in(key: str) -> str | None:
    """The name in a key, or None for a file that is not ours, such as the leftover of a crash."""
    found = _KEY.fullmatch(key)
    return found["sha256"] if found else None


def whole(data: bytes, sha256: str) -> bytes:
    """The same bytes, if they hash to their name; else raises `ObjectCorruptError`."""
    found = sha256_of(data)
    if found != sha256:
        raise ObjectCorruptError(sha256, found)
    return data
