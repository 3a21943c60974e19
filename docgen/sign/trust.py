"""Whom verification believes: a folder of root certificates (``*.crt``) and revocation lists (``*.crl``)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from docgen.sign.errors import TrustStoreError


@dataclass(frozen=True, slots=True, kw_only=True)
class TrustStore:
    """Roots that are believed and the lists (CRL, *danh sách thu hồi*) they published, all DER.

    Every authority between a signature and its root needs its list here: without one nobody is trusted,
    because verification never asks the network.
    """

    roots: tuple[bytes, ...] = ()
    crls: tuple[bytes, ...] = ()

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Return the store in ``folder``; other files there are left alone. An empty folder trusts nobody.

        Raises:
            TrustStoreError: there is no such folder, or a file in it cannot be read.
        """
        if not folder.is_dir():
            raise TrustStoreError(folder, "không có thư mục này")
        return cls(
            roots=tuple(der for path in sorted(folder.glob("*.crt")) for der in _read(path, _certificates)),
            crls=tuple(der for path in sorted(folder.glob("*.crl")) for der in _read(path, _crl)),
        )


def _read(path: Path, parse: Callable[[bytes], Iterator[bytes]]) -> list[bytes]:
    try:
        return list(parse(path.read_bytes()))
    except (OSError, ValueError) as error:
        raise TrustStoreError(path, "tệp hỏng hoặc không đọc được") from error


def _certificates(data: bytes) -> Iterator[bytes]:
    if data.lstrip().startswith(b"-----"):
        found = x509.load_pem_x509_certificates(data)
    else:
        found = [x509.load_der_x509_certificate(data)]
    for certificate in found:
        yield certificate.public_bytes(Encoding.DER)


def _crl(data: bytes) -> Iterator[bytes]:
    load = x509.load_pem_x509_crl if data.lstrip().startswith(b"-----") else x509.load_der_x509_crl
    yield load(data).public_bytes(Encoding.DER)
