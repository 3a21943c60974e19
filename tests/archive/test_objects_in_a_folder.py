"""What only a folder can suffer: full disks, lost mounts, crashes between two lines."""

from __future__ import annotations

import resource
import shutil
import stat
from pathlib import Path

import pytest

from archive import InvalidAddressError, StoreAwayError
from archive.objects import open_store
from archive.objects.layout import key_of
from tests.archive.children import in_child
from tests.archive.samples import sha256

_DATA = b"%PDF-1.7"
_NAME = sha256(_DATA)


def _put_on_a_full_disk(root: str) -> None:
    store = open_store(root)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
    store.put(b"x" * 5000)


def test_a_full_disk_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    error = in_child(_put_on_a_full_disk, str(tmp_path))
    assert isinstance(error, StoreAwayError)
    assert list(open_store(str(tmp_path)).digests()) == []
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert open_store(str(tmp_path)).put(b"x" * 5000) == sha256(b"x" * 5000)


def test_what_a_crash_left_behind_is_not_seen(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    store.put(_DATA)
    place = tmp_path / key_of(_NAME)
    place.with_name(f".{place.name}.1234.tmp").write_bytes(b"half")
    (tmp_path / "ab" / "cd").mkdir(parents=True)
    (tmp_path / "ab" / "cd" / "notes.pdf").write_bytes(b"")
    (tmp_path / "ab" / "cd" / place.name).write_bytes(b"in the wrong folder")
    assert list(store.digests()) == [_NAME]


def test_files_are_read_only(tmp_path: Path) -> None:
    open_store(str(tmp_path)).put(_DATA)
    assert stat.S_IMODE((tmp_path / key_of(_NAME)).stat().st_mode) & 0o222 == 0


def test_a_second_put_does_not_touch_the_file(tmp_path: Path) -> None:
    store = open_store(str(tmp_path))
    store.put(_DATA)
    before = (tmp_path / key_of(_NAME)).stat()
    store.put(_DATA)
    after = (tmp_path / key_of(_NAME)).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_root_that_is_gone_is_away_and_not_made_again(tmp_path: Path) -> None:
    root = tmp_path / "mount"
    store = open_store(f"file://{root}")
    shutil.rmtree(root)
    for ask in (lambda: store.put(_DATA), lambda: store.get(_NAME), lambda: store.exists(_NAME), store.ping):
        with pytest.raises(StoreAwayError):
            ask()
    with pytest.raises(StoreAwayError):
        list(store.digests())
    assert not root.exists()


def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "kho").write_text("")
    with pytest.raises(StoreAwayError):
        open_store(str(tmp_path / "kho"))


def test_a_file_url_may_encode_its_path(tmp_path: Path) -> None:
    open_store(f"file://{tmp_path}/kho%20l%C6%B0u").put(_DATA)
    assert (tmp_path / "kho lưu" / key_of(_NAME)).is_file()


@pytest.mark.parametrize("url", ["file://server/share", "http://localhost/x", "file://"])
def test_an_address_that_is_no_folder_is_refused(url: str) -> None:
    with pytest.raises(InvalidAddressError):
        open_store(url)
