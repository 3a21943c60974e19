"""Opening keys by URI: what is opened, what is refused, and in which words."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from cryptography.hazmat.primitives.serialization import NoEncryption, load_pem_private_key
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    PKCS12PrivateKeyTypes,
    serialize_key_and_certificates,
)
from cryptography.x509.oid import NameOID

from docgen.errors import DocgenError
from docgen.sign import open_signer
from docgen.sign.authority import issue_key
from docgen.sign.document import sign_document
from docgen.sign.errors import (
    CertificateExpiredError,
    CertificateNotYetValidError,
    KeyNotFoundError,
    SigningError,
    UnsupportedKeyUriError,
    UnusableKeyError,
    WrongSecretError,
)
from docgen.verify import verify
from tests.docgen.sign.office import AT, PASSWORD, Office, mark, small_pdf


def no_secret(uri: str) -> None:
    return None


def secret(uri: str) -> str:
    return PASSWORD


def store_with(office: Office, key: PKCS12PrivateKeyTypes, path: Path) -> str:
    """Write a key file without password for ``key``, certified by the office's root; return its URI."""
    root_key = load_pem_private_key((office.folder / "root.key").read_bytes(), None)
    root = x509.load_pem_x509_certificate((office.folder / "root.crt").read_bytes())
    usage = dict.fromkeys(
        (
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "key_cert_sign",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "Lê Văn Cường")]))
        .issuer_name(root.subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(AT - timedelta(days=1))
        .not_valid_after(AT + timedelta(days=1))
        .add_extension(x509.KeyUsage(digital_signature=True, content_commitment=True, **usage), critical=True)
        .sign(root_key, hashes.SHA256())  # type: ignore[arg-type]
    )
    path.write_bytes(serialize_key_and_certificates(None, key, certificate, None, NoEncryption()))
    return f"pkcs12:{path}"


def test_a_signer_says_whose_key_it_is(office: Office) -> None:
    assert office.leader.subject == "Nguyễn Văn An"
    assert office.leader.organisation == "Sở Nội vụ"


def test_a_raw_signature_fits_the_certificate(office: Office) -> None:
    signature = office.leader.sign("nội dung".encode())
    key = x509.load_der_x509_certificate(office.leader.certificate).public_key()
    assert isinstance(key, RSAPublicKey)
    key.verify(signature, "nội dung".encode(), PKCS1v15(), hashes.SHA256())
    assert len(signature) == office.leader.signature_size


def test_the_key_is_kept_and_neither_the_file_nor_the_password_is_asked_for_again(
    office: Office, tmp_path: Path
) -> None:
    path = tmp_path / "an.p12"
    path.write_bytes((office.folder / "leader.p12").read_bytes())
    asked = []

    def counted(uri: str) -> str:
        asked.append(uri)
        return PASSWORD

    signer = open_signer(f"pkcs12:{path}", counted)
    path.unlink()
    assert len({signer.sign(b"the same") for _ in range(10)}) == 1
    assert asked == [f"pkcs12:{path}"]


def test_many_threads_sign_with_one_signer(office: Office) -> None:
    with ThreadPoolExecutor(8) as pool:
        assert len(set(pool.map(office.leader.sign, [b"the same"] * 64))) == 1


def test_an_elliptic_key_without_password_signs_within_the_size_it_promises(office: Office, tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    signer = open_signer(store_with(office, key, tmp_path / "ec.p12"), no_secret)
    signatures = [signer.sign(b"data") for _ in range(50)]
    for signature in signatures:
        key.public_key().verify(signature, b"data", ec.ECDSA(hashes.SHA256()))
    assert max(map(len, signatures)) <= signer.signature_size
    assert (signer.subject, signer.organisation) == ("Lê Văn Cường", "")
    signed = sign_document(small_pdf(), [mark("signer", signer)], at=AT)
    assert verify(signed, office.trust, AT).trusted


def test_a_key_of_another_kind_is_refused(office: Office, tmp_path: Path) -> None:
    uri = store_with(office, ed25519.Ed25519PrivateKey.generate(), tmp_path / "ed.p12")
    with pytest.raises(UnusableKeyError, match="RSA hoặc EC"):
        open_signer(uri, no_secret)


@pytest.mark.parametrize("wrong", ["", "sai", None], ids=["empty", "another", "none"])
def test_a_wrong_password_is_said_to_be_wrong(office: Office, wrong: str | None) -> None:
    with pytest.raises(WrongSecretError, match=r"Mật khẩu .* không đúng"):
        open_signer(f"pkcs12:{office.folder}/leader.p12", lambda uri: wrong)


@pytest.mark.parametrize(
    "uri",
    ["pkcs12:relative/an.p12", "pkcs12:", "pkcs11:token=seal", "/an.p12", "", "https://example.vn/an.p12"],
)
def test_a_uri_that_no_adapter_knows_is_refused(uri: str) -> None:
    with pytest.raises(UnsupportedKeyUriError, match="chưa được hỗ trợ"):
        open_signer(uri, secret)


@pytest.mark.parametrize("path", ["nowhere.p12", "", "a\0b"], ids=["absent", "a folder", "no name at all"])
def test_a_missing_file_is_not_found(tmp_path: Path, path: str) -> None:
    with pytest.raises(KeyNotFoundError, match="Không đọc được khóa ký"):
        open_signer(f"pkcs12:{tmp_path}/{path}", secret)


@pytest.mark.parametrize("data", [b"", b"hello", b"0\x03\x02\x01\x03"], ids=["empty", "text", "other DER"])
def test_a_file_of_another_kind_is_no_key(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "an.p12").write_bytes(data)
    with pytest.raises(UnusableKeyError, match="không phải là PKCS#12"):
        open_signer(f"pkcs12:{tmp_path}/an.p12", secret)


def test_a_store_without_a_certificate_is_no_key(tmp_path: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    (tmp_path / "an.p12").write_bytes(serialize_key_and_certificates(None, key, None, None, NoEncryption()))
    with pytest.raises(UnusableKeyError, match="không có đủ"):
        open_signer(f"pkcs12:{tmp_path}/an.p12", no_secret)


@pytest.mark.parametrize(
    ("days", "error"),
    [(-1000, CertificateExpiredError), (1000, CertificateNotYetValidError)],
    ids=["ended", "not begun"],
)
def test_a_certificate_that_is_not_in_force_is_refused_on_opening(
    office: Office, tmp_path: Path, days: int, error: type[SigningError]
) -> None:
    issue_key(office.folder, "An", "Sở", tmp_path / "an.p12", PASSWORD, at=AT + timedelta(days=days))
    with pytest.raises(error, match="Chứng thư chữ ký số của “An”"):
        open_signer(f"pkcs12:{tmp_path}/an.p12", secret)


def test_every_failure_of_signing_is_a_failure_of_docgen() -> None:
    assert issubclass(SigningError, DocgenError)
