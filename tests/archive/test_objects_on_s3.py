"""What only S3 can suffer: servers that are away, silent or refuse."""

from __future__ import annotations

import socket
import time
from io import BytesIO
from urllib.parse import quote

import pytest

from archive import ArchiveError, InvalidAddressError, StoreAwayError
from archive.objects import ObjectStore, open_store
from archive.objects.layout import key_of
from tests.archive.samples import sha256
from tests.archive.test_objects import s3_client
from tests.services.ceph import ACCESS_KEY, SECRET_KEY
from tests.services.process import free_port

_DATA = b"%PDF-1.7"
_NAME = sha256(_DATA)


def _assert_away_soon(store: ObjectStore) -> None:
    start = time.monotonic()
    with pytest.raises(StoreAwayError) as caught:
        store.put(_DATA)
    assert time.monotonic() - start < 10
    assert SECRET_KEY not in str(caught.value)


def test_a_server_that_is_not_there_is_away() -> None:
    store = open_store(f"s3://key:{quote(SECRET_KEY, safe='')}@127.0.0.1:{free_port()}/bucket?secure=false")
    _assert_away_soon(store)
    with pytest.raises(StoreAwayError):
        store.ping()
    with pytest.raises(StoreAwayError):
        list(store.digests())


def test_a_server_that_accepts_and_says_nothing_is_away_within_10_seconds() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        _assert_away_soon(open_store(f"s3://k:s@127.0.0.1:{silent.getsockname()[1]}/bucket?secure=false"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(f":{quote(SECRET_KEY, safe='')}@", ":wrong@", id="wrong secret"),
        pytest.param(f"//{ACCESS_KEY}:", "//nobody:", id="unknown key"),
        pytest.param("secure=false", "secure=true", id="TLS to a server without"),
    ],
)
def test_a_server_that_refuses_is_away(s3_url: str, old: str, new: str) -> None:
    _assert_away_soon(open_store(s3_url.replace(old, new)))


def test_a_bucket_that_vanished_is_away_and_not_empty(s3_url: str) -> None:
    store = open_store(s3_url)
    store.ping()
    client, bucket = s3_client(s3_url)
    client.remove_bucket(bucket)
    with pytest.raises(StoreAwayError):
        store.ping()
    with pytest.raises(ArchiveError):
        store.put(_DATA)


def test_a_second_put_does_not_write_again(s3_url: str) -> None:
    store = open_store(s3_url)
    store.put(_DATA)
    client, bucket = s3_client(s3_url)
    before = client.stat_object(bucket, key_of(_NAME)).last_modified
    time.sleep(1.1)  # S3 tells whole seconds
    store.put(_DATA)
    assert client.stat_object(bucket, key_of(_NAME)).last_modified == before


def test_an_object_carries_its_hash_and_is_a_pdf(s3_url: str) -> None:
    open_store(s3_url).put(_DATA)
    client, bucket = s3_client(s3_url)
    found = client.stat_object(bucket, key_of(_NAME))
    assert found.content_type == "application/pdf"
    assert found.metadata is not None
    assert found.metadata["x-amz-meta-sha256"] == _NAME


def test_files_of_others_in_the_bucket_are_not_seen(s3_url: str) -> None:
    store = open_store(s3_url)
    store.put(_DATA)
    client, bucket = s3_client(s3_url)
    client.put_object(bucket, "ab/cd/notes.pdf", BytesIO(b"x"), 1)
    assert list(store.digests()) == [_NAME]


@pytest.mark.parametrize(
    "url",
    [
        "s3://127.0.0.1:9000/bucket",
        "s3://key:s3cret@127.0.0.1:9000/",
        "s3://key:s3cret@/bucket",
        "s3://key:s3cret@127.0.0.1:9000/a/b",
        "s3://key:s3cret@127.0.0.1:port/bucket",
        "s3://key@127.0.0.1:9000/bucket",
    ],
)
def test_an_address_with_a_part_missing_is_refused_without_its_secret(url: str) -> None:
    with pytest.raises(InvalidAddressError) as caught:
        open_store(url)
    assert "s3cret" not in str(caught.value)
