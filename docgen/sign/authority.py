"""The demo's own certification authority, made on this machine. It vouches for nobody in the real world.

    make_authority(folder)
    issue_key(folder, "Nguyễn Văn A", "Sở Nội vụ (MẪU)", path_p12, "mật khẩu")
    trust = TrustStore.load(folder)

The folder holds ``root.key`` (mode 0600), ``root.crt`` and ``root.crl``; ``TrustStore.load`` reads the last
two. Files are written beside their place and moved into it, so that a reader never sees half of one. One
process at a time writes. Moments (``at``) are aware and default to now.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, RSAPublicKey, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.hazmat.primitives.serialization.pkcs12 import serialize_key_and_certificates
from cryptography.x509.oid import NameOID

from docgen.sign.errors import AuthorityError, AuthorityMissingError
from docgen.sign.trust import TrustStore

__all__ = ["ROOT_NAME", "TrustStore", "issue_key", "make_authority", "revoke", "write_crl"]

ROOT_NAME = "DOCGEN DEMO ROOT CA (MẪU)"
_KEY, _CERTIFICATE, _LIST = "root.key", "root.crt", "root.crl"
_ROOT_LIFE = timedelta(days=3650)
_LEAF_LIFE = timedelta(days=730)
_LIST_LIFE = timedelta(days=365)
_LONGEST_NAME = 64  # bytes
_BACKDATED = timedelta(days=1)  # clocks of two machines differ


def make_authority(folder: Path, *, at: datetime | None = None) -> None:
    """Make the root's key, its certificate and its CRL in ``folder``; a second time keeps the same root.

    Raises:
        AuthorityError: the folder holds half an authority, or one that cannot be read.
    """
    folder.mkdir(parents=True, exist_ok=True)
    missing = [name for name in (_KEY, _CERTIFICATE) if not (folder / name).exists()]
    if len(missing) == 1:
        raise AuthorityError(f"Thư mục {folder} thiếu {missing[0]}. Hãy khôi phục tệp này hoặc chọn thư mục trống.")
    if missing:
        _write_root(folder, at or datetime.now(UTC))
    if not (folder / _LIST).exists():
        write_crl(folder, at=at)


def issue_key(
    folder: Path, name: str, organisation: str, path_p12: Path, password: str, *, at: datetime | None = None
) -> int:
    """Write a new RSA-2048 key for ``name`` of ``organisation`` to ``path_p12``; return its serial number.

    The file has mode 0600 and replaces one that stood there. The certificate lives two years from ``at``.
    A common name may take 64 bytes; a longer ``name`` is cut at a word, with '…'.

    Raises:
        AuthorityMissingError: ``make_authority`` was not called.
    """
    root_key, root = _load_root(folder)
    moment = at or datetime.now(UTC)
    key = _new_key()
    certificate = (
        _builder(key.public_key(), moment, _LEAF_LIFE)
        .subject_name(_name(name, organisation))
        .issuer_name(root.subject)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(digital_signature=True, content_commitment=True), critical=True)
        .add_extension(_issued_by(root_key), critical=False)
        .sign(root_key, hashes.SHA256())
    )
    store = serialize_key_and_certificates(
        name.encode(), key, certificate, [root], BestAvailableEncryption(password.encode())
    )
    path_p12.parent.mkdir(parents=True, exist_ok=True)
    _write(path_p12, store, mode=0o600)
    return certificate.serial_number


def write_crl(folder: Path, revoked: Iterable[int] = (), *, at: datetime | None = None) -> None:
    """Sign the CRL anew for one year, with the serial numbers ``revoked`` added to those it names already.

    Verification at a moment before ``at`` cannot use this list: a CRL says nothing about its past.

    Raises:
        AuthorityMissingError: ``make_authority`` was not called.
    """
    root_key, root = _load_root(folder)
    moment = (at or datetime.now(UTC)).replace(microsecond=0)
    entries = _revoked_before(folder)
    for serial in revoked:
        entries.setdefault(serial, moment)
    builder = (
        x509.CertificateRevocationListBuilder()
        .issuer_name(root.subject)
        .last_update(moment)
        .next_update(moment + _LIST_LIFE)
        .add_extension(_issued_by(root_key), critical=False)
        .add_extension(x509.CRLNumber(int(moment.timestamp())), critical=False)
    )
    for serial, since in entries.items():
        builder = builder.add_revoked_certificate(
            x509.RevokedCertificateBuilder().serial_number(serial).revocation_date(since).build()
        )
    _write(folder / _LIST, builder.sign(root_key, hashes.SHA256()).public_bytes(Encoding.PEM), mode=0o644)


def revoke(folder: Path, serial: int, *, at: datetime | None = None) -> None:
    """Put the certificate with this serial number on the CRL (*thu hồi chứng thư*); twice is once.

    Raises:
        AuthorityMissingError: ``make_authority`` was not called.
    """
    write_crl(folder, [serial], at=at)


def _write_root(folder: Path, at: datetime) -> None:
    key = _new_key()
    name = _name(ROOT_NAME, "docgen")
    certificate = (
        _builder(key.public_key(), at, _ROOT_LIFE)
        .subject_name(name)
        .issuer_name(name)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(key_cert_sign=True, crl_sign=True), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    _write(folder / _KEY, pem, mode=0o600)
    _write(folder / _CERTIFICATE, certificate.public_bytes(Encoding.PEM), mode=0o644)


def _load_root(folder: Path) -> tuple[RSAPrivateKey, x509.Certificate]:
    try:
        key = load_pem_private_key((folder / _KEY).read_bytes(), password=None)
        certificate = x509.load_pem_x509_certificate((folder / _CERTIFICATE).read_bytes())
    except FileNotFoundError as error:
        raise AuthorityMissingError(folder) from error
    except (OSError, ValueError, TypeError) as error:
        raise AuthorityError(f"Không đọc được cơ quan chứng thực thử nghiệm trong {folder}.") from error
    if not isinstance(key, RSAPrivateKey):
        raise AuthorityError(f"Khóa gốc trong {folder} không phải là RSA.")
    return key, certificate


def _revoked_before(folder: Path) -> dict[int, datetime]:
    path = folder / _LIST
    if not path.exists():
        return {}
    try:
        listed = x509.load_pem_x509_crl(path.read_bytes())
    except (OSError, ValueError) as error:  # starting afresh would give revoked keys back their trust
        raise AuthorityError(f"Không đọc được danh sách thu hồi {path}. Hãy khôi phục tệp này.") from error
    return {entry.serial_number: entry.revocation_date_utc for entry in listed}


def _new_key() -> RSAPrivateKey:
    return generate_private_key(public_exponent=65537, key_size=2048)


def _builder(public_key: RSAPublicKey, at: datetime, life: timedelta) -> x509.CertificateBuilder:
    return (
        x509.CertificateBuilder()
        .public_key(public_key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(at - _BACKDATED)
        .not_valid_after(at + life)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(public_key), critical=False)
    )


def _issued_by(root_key: RSAPrivateKey) -> x509.AuthorityKeyIdentifier:
    return x509.AuthorityKeyIdentifier.from_issuer_public_key(root_key.public_key())


def _name(common_name: str, organisation: str) -> x509.Name:
    return x509.Name(
        [
            x509.NameAttribute(NameOID.COUNTRY_NAME, "VN"),
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, organisation),
            x509.NameAttribute(NameOID.COMMON_NAME, _common_name(common_name)),
        ]
    )


def _common_name(name: str) -> str:
    """Return ``name``, cut at a word when it takes more than the 64 bytes that X.509 libraries allow."""
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    words = name.split()
    while len(words) > 1 and len(f"{' '.join(words)} …".encode()) > _LONGEST_NAME:
        words.pop()
    short = f"{' '.join(words)} …"
    return short if len(short.encode()) <= _LONGEST_NAME else f"{name[:15]}…"


def _usage(
    *,
    digital_signature: bool = False,
    content_commitment: bool = False,
    key_cert_sign: bool = False,
    crl_sign: bool = False,
) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=digital_signature,
        content_commitment=content_commitment,
        key_cert_sign=key_cert_sign,
        crl_sign=crl_sign,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _write(path: Path, data: bytes, *, mode: int) -> None:
    """Put ``data`` at ``path`` in one move; the file never exists with a wider mode."""
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(descriptor, "wb") as file:
            os.fchmod(file.fileno(), mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
