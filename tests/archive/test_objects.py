"""Bytes under their own name; one suite for the folder and for S3."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from minio import Minio

from archive import ObjectCorruptError, ObjectNotFoundError
from archive.objects import ObjectStore, open_store
from archive.objects.layout import key_of
from tests.archive.samples import sha256
from tests.services.ceph import SECRET_KEY

_DATA = b"%PDF-1.7 \x00\xff noi dung"
_NAME = sha256(_DATA)

Tamper = Callable[[str, bytes | None], None]


def s3_client(url: str) -> tuple[Minio, str]:
    """A client of our own, to do what the store would never do, and the name of the bucket."""
    parts = urlsplit(url)
    host = f"{parts.hostname}:{parts.port}"
    keys = unquote(str(parts.username)), unquote(str(parts.password))
    client = Minio(host, access_key=keys[0], secret_key=keys[1], secure=False, region="us-east-1")
    return client, parts.path.strip("/")


@pytest.fixture
def tamper(store_url: str) -> Tamper:
    """Change stored bytes behind the back of the store, or remove them."""

    def in_folder(name: str, data: bytes | None) -> None:
        path = Path(store_url) / key_of(name)
        path.unlink()
        if data is not None:
            path.write_bytes(data)

    def in_bucket(name: str, data: bytes | None) -> None:
        client, bucket = s3_client(store_url)
        if data is None:
            client.remove_object(bucket, key_of(name))
        else:
            client.put_object(bucket, key_of(name), BytesIO(data), len(data))

    return in_bucket if store_url.startswith("s3://") else in_folder


def test_bytes_come_back_under_their_sha256(store: ObjectStore) -> None:
    assert store.put(_DATA) == _NAME
    assert store.exists(_NAME)
    assert store.get(_NAME) == _DATA
    store.check(_NAME)


@pytest.mark.parametrize("data", [pytest.param(b"", id="empty"), pytest.param(b"x" * 12_000_000, id="12 MB")])
def test_any_size_is_kept(store: ObjectStore, data: bytes) -> None:
    assert store.get(store.put(data)) == data


def test_putting_the_same_bytes_twice_changes_nothing(store: ObjectStore) -> None:
    assert store.put(_DATA) == store.put(_DATA)
    assert list(store.digests()) == [_NAME]


def test_a_store_opened_again_has_what_was_put(store: ObjectStore, store_url: str) -> None:
    store.put(_DATA)
    assert open_store(store_url).get(_NAME) == _DATA


def test_an_empty_store_has_nothing(store: ObjectStore) -> None:
    assert not store.exists(_NAME)
    assert list(store.digests()) == []
    with pytest.raises(ObjectNotFoundError):
        store.get(_NAME)
    with pytest.raises(ObjectNotFoundError):
        store.check(_NAME)


@pytest.mark.parametrize("name", ["", "../../../etc/passwd", "A" * 64, "g" * 64, "a\x00b", f"{_NAME}\n"])
def test_what_is_not_a_sha256_names_nothing(store: ObjectStore, name: str) -> None:
    assert not store.exists(name)
    with pytest.raises(ObjectNotFoundError):
        store.get(name)


def test_digests_name_everything(store: ObjectStore) -> None:
    names = {store.put(bytes([number])) for number in range(12)}
    assert set(store.digests()) == names


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(_DATA[:-1], id="cut"),
        pytest.param(b"", id="emptied"),
        pytest.param(_DATA.replace(b"noi", b"n0i"), id="one byte changed"),
    ],
)
def test_bytes_changed_behind_our_back_are_not_given_out(store: ObjectStore, tamper: Tamper, data: bytes) -> None:
    store.put(_DATA)
    tamper(_NAME, data)
    with pytest.raises(ObjectCorruptError) as caught:
        store.get(_NAME)
    assert (caught.value.sha256, caught.value.found) == (_NAME, sha256(data))
    with pytest.raises(ObjectCorruptError):
        store.check(_NAME)


def test_a_put_does_not_pretend_that_changed_bytes_are_well_kept(store: ObjectStore, tamper: Tamper) -> None:
    store.put(_DATA)
    tamper(_NAME, b"other")
    with pytest.raises(ObjectCorruptError):
        store.put(_DATA)


def test_bytes_removed_behind_our_back_are_not_found_and_may_be_put_again(store: ObjectStore, tamper: Tamper) -> None:
    store.put(_DATA)
    tamper(_NAME, None)
    assert not store.exists(_NAME)
    with pytest.raises(ObjectNotFoundError):
        store.get(_NAME)
    assert store.put(_DATA) == _NAME
    assert store.get(_NAME) == _DATA


def test_many_threads_may_put_the_same_and_other_bytes_at_once(store: ObjectStore) -> None:
    pieces = [bytes([number % 5]) * 1000 for number in range(40)]
    with ThreadPoolExecutor(8) as threads:
        names = list(threads.map(store.put, pieces))
    assert set(store.digests()) == set(names)
    assert [store.get(name) for name in names] == pieces


def test_a_location_is_for_people_and_tells_no_secret(store: ObjectStore) -> None:
    assert store.location(_NAME).endswith(key_of(_NAME))
    assert SECRET_KEY not in store.location(_NAME) + repr(store)


def test_a_store_that_works_can_be_pinged(store: ObjectStore) -> None:
    store.ping()
