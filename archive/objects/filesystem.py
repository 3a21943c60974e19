"""Bytes in a folder of this machine.

A file appears under its name only when all of it is on disk: written under another name beside its place,
synced, renamed, and the folder synced. What a crash leaves behind has a name that nobody looks for.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import unquote, urlsplit

from archive.errors import InvalidAddressError, ObjectNotFoundError, StoreAwayError
from archive.objects.layout import is_sha256, key_of, sha256_in, sha256_of, whole


class FolderStore:
    """See `archive.objects.ObjectStore`."""

    def __init__(self, root: Path) -> None:
        """Keep bytes below `root`, which is made if missing."""
        self._root = root
        with _our_errors():
            root.mkdir(parents=True, exist_ok=True)

    @classmethod
    def from_url(cls, url: str) -> FolderStore:
        """The store at ``/path`` or ``file:///path`` (percent-encoded)."""
        if "://" not in url:
            return cls(Path(url).absolute())
        parts = urlsplit(url)
        if parts.scheme != "file" or parts.netloc not in ("", "localhost") or not parts.path:
            expected = "file:///thư-mục hoặc s3://khóa:mật-khẩu@máy/bucket"
            raise InvalidAddressError(f"{parts.scheme}://…", expected)
        return cls(Path(unquote(parts.path)))

    def __repr__(self) -> str:
        """Where it is."""
        return f"FolderStore({str(self._root)!r})"

    def put(self, data: bytes) -> str:
        """Store the bytes for good; on disk when this returns."""
        sha256 = sha256_of(data)
        if self.exists(sha256):
            self.check(sha256)
            return sha256
        with _our_errors():
            place = self._place(sha256)
            self._make_folders(place.parent)
            _write(place, data)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes, hashed again."""
        if not self.exists(sha256):
            raise ObjectNotFoundError(sha256)
        with _our_errors():
            return whole(self._place(sha256).read_bytes(), sha256)

    def exists(self, sha256: str) -> bool:
        """Whether there are bytes of that name."""
        self._require_root()
        with _our_errors():
            return is_sha256(sha256) and self._place(sha256).is_file()

    def check(self, sha256: str) -> None:
        """Nothing, if the bytes are there and whole."""
        self.get(sha256)

    def digests(self) -> Iterator[str]:
        """The names of everything stored."""
        self._require_root()
        with _our_errors():
            for path in self._root.glob("??/??/*.pdf"):
                if sha256 := sha256_in(path.relative_to(self._root).as_posix()):
                    yield sha256

    def location(self, sha256: str) -> str:
        """The path of the file."""
        return str(self._place(sha256))

    def ping(self) -> None:
        """Nothing, if the folder is there and may be written to."""
        self._require_root()
        if not os.access(self._root, os.R_OK | os.W_OK | os.X_OK):
            raise StoreAwayError(f"không có quyền ghi vào thư mục {self._root}")

    def _place(self, sha256: str) -> Path:
        return self._root / key_of(sha256)

    def _require_root(self) -> None:
        """A root that is gone is a disk that is not mounted: neither empty nor to be made again."""
        with _our_errors():
            if not self._root.is_dir():
                raise StoreAwayError(f"không thấy thư mục {self._root}")

    def _make_folders(self, folder: Path) -> None:
        for path in (folder.parent, folder):
            with suppress(FileExistsError):
                path.mkdir()
                _sync_folder(path.parent)


def _write(place: Path, data: bytes) -> None:
    """Put a read-only file in its place, whole or not at all."""
    draft = place.with_name(f".{place.name}.{uuid.uuid4().hex}.tmp")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o444), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(place)
    except BaseException:
        with suppress(OSError):
            draft.unlink()
        raise
    _sync_folder(place.parent)


def _sync_folder(folder: Path) -> None:
    """The names in a folder are on disk, not only the files."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _our_errors() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreAwayError(error.strerror or str(error)) from error
