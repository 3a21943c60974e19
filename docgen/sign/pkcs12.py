"""The key in a PKCS#12 file (``.p12``, ``.pfx``), as the demo and small offices hold it.

The key is parsed once and kept: pyHanko's own signer parses an RSA key twice per signature, and OpenSSL
proves the primes each time (2 x 35 ms for RSA-2048, measured with pyHanko 0.38).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import PKCS12KeyAndCertificates, load_pkcs12
from cryptography.x509.oid import NameOID

from docgen.sign.errors import (
    CertificateExpiredError,
    CertificateNotYetValidError,
    KeyNotFoundError,
    UnusableKeyError,
    WrongSecretError,
)


class Pkcs12Signer:
    """A ``Signer`` whose key lies in this process's memory."""

    def __init__(
        self,
        key: RSAPrivateKey | EllipticCurvePrivateKey,
        certificate: x509.Certificate,
        chain: tuple[x509.Certificate, ...] = (),
    ) -> None:
        self._key = key
        self._certificate = certificate
        self.subject = _name_part(certificate, NameOID.COMMON_NAME)
        self.organisation = _name_part(certificate, NameOID.ORGANIZATION_NAME)
        self.certificate = certificate.public_bytes(Encoding.DER)
        self.chain = tuple(one.public_bytes(Encoding.DER) for one in chain)
        self.signature_size = _signature_size(key)

    @classmethod
    def open(cls, uri: str, *, path: str, secret: Callable[[str], str | None]) -> Pkcs12Signer:
        """Return the signer in the file ``path``; for the errors see ``docgen.sign.open_signer``."""
        try:
            data = Path(path).read_bytes()
        except (OSError, ValueError) as error:
            raise KeyNotFoundError(uri) from error
        signer = cls._from_store(_load(uri, data, secret(uri)), uri)
        signer.check(datetime.now(UTC))
        return signer

    @classmethod
    def _from_store(cls, store: PKCS12KeyAndCertificates, uri: str) -> Pkcs12Signer:
        if store.key is None or store.cert is None:
            raise UnusableKeyError(uri, "tệp không có đủ khóa riêng và chứng thư")
        if not isinstance(store.key, RSAPrivateKey | EllipticCurvePrivateKey):
            raise UnusableKeyError(uri, "khóa không thuộc loại RSA hoặc EC")
        certificate = store.cert.certificate
        if certificate.public_key() != store.key.public_key():
            raise UnusableKeyError(uri, "khóa riêng và chứng thư không đi với nhau")
        return cls(store.key, certificate, tuple(one.certificate for one in store.additional_certs))

    def check(self, at: datetime) -> None:
        """Refuse a certificate that is not in force at ``at``."""
        if at < self._certificate.not_valid_before_utc:
            raise CertificateNotYetValidError(self.subject, self._certificate.not_valid_before_utc)
        if at > self._certificate.not_valid_after_utc:
            raise CertificateExpiredError(self.subject, self._certificate.not_valid_after_utc)

    def sign(self, data: bytes) -> bytes:
        """Return the raw signature over the SHA-256 of ``data``."""
        if isinstance(self._key, RSAPrivateKey):
            return self._key.sign(data, PKCS1v15(), hashes.SHA256())
        return self._key.sign(data, ECDSA(hashes.SHA256()))


def _load(uri: str, data: bytes, secret: str | None) -> PKCS12KeyAndCertificates:
    try:
        return load_pkcs12(data, secret.encode() if secret is not None else None)
    except ValueError as error:  # the one class for both; only the words differ (cryptography 50)
        if "password" in str(error):
            raise WrongSecretError(uri) from error
        raise UnusableKeyError(uri, "tệp không phải là PKCS#12 (.p12, .pfx) hoặc đã hỏng") from error
    except UnsupportedAlgorithm as error:
        raise UnusableKeyError(uri, "tệp dùng thuật toán mã hóa không được hỗ trợ") from error


def _name_part(certificate: x509.Certificate, oid: x509.ObjectIdentifier) -> str:
    found = certificate.subject.get_attributes_for_oid(oid)
    return str(found[0].value) if found else ""


def _signature_size(key: RSAPrivateKey | EllipticCurvePrivateKey) -> int:
    if isinstance(key, RSAPrivateKey):
        return key.key_size // 8
    return 2 * (key.key_size // 8 + 2) + 8  # two integers in DER
