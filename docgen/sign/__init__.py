"""Signing: the port that every key speaks through, and the door that opens a key by its URI.

    signer = open_signer("pkcs12:/etc/docgen/van-thu.p12", secret=lambda uri: getpass())
    mark = SignatureMark(role="seal", signer=signer, page=0, box=box, image=png, reason="…", location="…")
    signed = sign_document(pdf, [mark], at=datetime.now(UTC))       # docgen.sign.document

The modules of this package:

- ``document``   signatures on a PDF          - ``appearance``  where their pictures stand
- ``pkcs12``     the adapter for key files    - ``pictures``    specimen pictures for the demo
- ``authority``  the demo's own authority     - ``trust``       whom verification believes
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from docgen.sign.errors import UnsupportedKeyUriError


class Signer(Protocol):
    """One key (*khóa ký*) that can make signatures, and the certificate that names its owner.

    An adapter is safe for use by several threads and keeps no secret after it was opened.
    """

    @property
    def subject(self) -> str:
        """The owner's name: the common name (CN) of the certificate."""

    @property
    def organisation(self) -> str:
        """The owner's office: the organisation (O) of the certificate, or ''."""

    @property
    def certificate(self) -> bytes:
        """The certificate, DER."""

    @property
    def chain(self) -> tuple[bytes, ...]:
        """The certificates of the authorities above it, DER, in any order."""

    @property
    def signature_size(self) -> int:
        """The greatest number of bytes that ``sign`` gives back."""

    def check(self, at: datetime) -> None:
        """Return quietly when the certificate is in force at ``at``.

        Raises:
            CertificateExpiredError: it ended before.
            CertificateNotYetValidError: it begins later.
        """

    def sign(self, data: bytes) -> bytes:
        """Return the raw signature over the SHA-256 of ``data``: RSA PKCS#1 v1.5, or ECDSA in DER.

        Raises:
            SigningError: the key or its device refused.
        """


def open_signer(uri: str, secret: Callable[[str], str | None]) -> Signer:
    """Return the signer that ``uri`` names; the scheme chooses the adapter.

    ``pkcs12:/abs/path/file.p12`` is a key file. ``secret`` is asked once, with the URI, for the password
    (None: the key has none); the answer is not kept.

    Raises:
        UnsupportedKeyUriError: no adapter for the scheme, or the path is not absolute.
        KeyNotFoundError: there is no such file.
        WrongSecretError: the password does not open it.
        UnusableKeyError: the file holds no key that can sign.
        CertificateExpiredError, CertificateNotYetValidError: the certificate is not in force now.
    """
    # Imported here: an adapter's libraries are needed only by those who use it.
    from docgen.sign.pkcs12 import Pkcs12Signer

    match uri.partition(":"):
        case ("pkcs12", ":", path) if path.startswith("/"):
            return Pkcs12Signer.open(uri, path=path, secret=secret)
        case _:
            raise UnsupportedKeyUriError(uri)
