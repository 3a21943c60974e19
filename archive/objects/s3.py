"""Bytes in an S3 bucket (Ceph RGW and its like), through the minio client.

Write once: minio 7.2.20 cannot send ``If-None-Match: *`` with `put_object` (an unknown header becomes
metadata), so the object is looked for first. Two processes may still write the same name at once; they write
the same bytes. Nothing but hashes goes into the metadata of an object: the client takes ASCII only, and names
belong elsewhere.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import parse_qs, unquote, urlsplit

import urllib3
from minio import Minio
from minio.error import MinioException, S3Error

from archive.errors import InvalidAddressError, ObjectNotFoundError, StoreAwayError
from archive.objects.layout import is_sha256, key_of, sha256_in, sha256_of, whole

# A dead server is known after two tries of four seconds. Reading waits that long for each
# piece, not for the whole.
_TIMEOUT = urllib3.Timeout(connect=2, read=4)
_RETRIES = urllib3.Retry(total=1, backoff_factor=0.2, status_forcelist=[500, 502, 503, 504], raise_on_status=False)
_NOT_THERE = frozenset({"NoSuchKey", "NoSuchObject"})
_OURS_ALREADY = frozenset({"BucketAlreadyOwnedByYou", "BucketAlreadyExists"})


class S3Store:
    """See `archive.objects.ObjectStore`."""

    def __init__(self, client: Minio, *, endpoint: str, bucket: str) -> None:
        """Keep bytes in the bucket, which is made on first use."""
        self._client = client
        self._endpoint = endpoint
        self._bucket = bucket
        self._bucket_is_there = False

    @classmethod
    def from_url(cls, url: str) -> S3Store:
        """The store at ``s3://access:secret@host:port/bucket?secure=false&region=…&ca_file=…``."""
        try:
            parts = urlsplit(url)
            options = {name: values[-1] for name, values in parse_qs(parts.query).items()}
            host = parts.netloc.rpartition("@")[2]
            bucket = parts.path.strip("/")
            if not (parts.username and parts.password and host and bucket) or "/" in bucket:
                raise ValueError("a part is missing")
            client = Minio(
                host,
                access_key=unquote(parts.username),
                secret_key=unquote(parts.password),
                secure=options.get("secure", "true") != "false",
                region=options.get("region", "us-east-1"),
                http_client=_pool(options.get("ca_file")),
            )
        except ValueError:
            # Without `from`: the sentence of the cause may quote the address, and with it the secret.
            expected = "s3://khóa:mật-khẩu@máy:cổng/bucket?secure=false&region=…"
            raise InvalidAddressError("s3://…", expected) from None
        return cls(client, endpoint=host, bucket=bucket)

    def __repr__(self) -> str:
        """Where it is, without keys."""
        return f"S3Store({self._endpoint!r}, {self._bucket!r})"

    def put(self, data: bytes) -> str:
        """Store the bytes for good."""
        sha256 = sha256_of(data)
        if self.exists(sha256):
            self.check(sha256)
            return sha256
        with _our_errors():
            self._client.put_object(
                self._bucket,
                key_of(sha256),
                io.BytesIO(data),
                len(data),
                content_type="application/pdf",
                metadata={"sha256": sha256},
            )
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes, hashed again."""
        self._require_bucket()
        if not is_sha256(sha256):
            raise ObjectNotFoundError(sha256)
        with _our_errors(sha256):
            answer = self._client.get_object(self._bucket, key_of(sha256))
            try:
                data = answer.read()
            finally:
                answer.close()
                answer.release_conn()
        return whole(data, sha256)

    def exists(self, sha256: str) -> bool:
        """Whether there are bytes of that name."""
        self._require_bucket()
        try:
            with _our_errors(sha256):
                if is_sha256(sha256):
                    self._client.stat_object(self._bucket, key_of(sha256))
                return is_sha256(sha256)
        except ObjectNotFoundError:
            return False

    def check(self, sha256: str) -> None:
        """Nothing, if the bytes are there and whole."""
        self.get(sha256)

    def digests(self) -> Iterator[str]:
        """The names of everything stored."""
        self._require_bucket()
        with _our_errors():
            for found in self._client.list_objects(self._bucket, recursive=True):
                if sha256 := sha256_in(found.object_name or ""):
                    yield sha256

    def location(self, sha256: str) -> str:
        """The address within the server."""
        return f"s3://{self._bucket}/{key_of(sha256)}"

    def ping(self) -> None:
        """Nothing, if the server answers and the bucket is there."""
        self._require_bucket()
        with _our_errors():
            if not self._client.bucket_exists(self._bucket):
                raise StoreAwayError(f"không thấy bucket {self._bucket}")

    def _require_bucket(self) -> None:
        """Make the bucket, once; of two that make it at once one is told that it is there."""
        if self._bucket_is_there:
            return
        with _our_errors():
            try:
                if not self._client.bucket_exists(self._bucket):
                    self._client.make_bucket(self._bucket)
            except S3Error as error:
                if error.code not in _OURS_ALREADY:
                    raise
        self._bucket_is_there = True


def _pool(ca_file: str | None) -> urllib3.PoolManager:
    """Connections that check certificates and never wait for long."""
    return urllib3.PoolManager(
        maxsize=40, timeout=_TIMEOUT, retries=_RETRIES, cert_reqs="CERT_REQUIRED", ca_certs=ca_file
    )


@contextmanager
def _our_errors(sha256: str = "") -> Iterator[None]:
    """Foreign errors become ours. The cause is a code or a kind: texts of the client may quote addresses."""
    try:
        yield
    except S3Error as error:
        if sha256 and error.code in _NOT_THERE:
            raise ObjectNotFoundError(sha256) from error
        raise StoreAwayError(f"S3 từ chối: {error.code}") from error
    except (MinioException, urllib3.exceptions.HTTPError, OSError, ValueError) as error:
        cause = getattr(error, "reason", None) or error
        raise StoreAwayError(f"S3 không trả lời: {type(cause).__name__}") from error
