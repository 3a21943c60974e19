"""The demo authority, checked with openssl where it is installed by the system."""

from __future__ import annotations

import stat
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.hazmat.primitives.serialization.pkcs12 import load_pkcs12
from cryptography.x509.oid import NameOID

from docgen.sign.authority import ROOT_NAME, TrustStore, issue_key, make_authority, revoke, write_crl
from docgen.sign.errors import AuthorityError, AuthorityMissingError, TrustStoreError
from tests.docgen.sign.office import AT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_authority(tmp_path)
    return tmp_path


def listed(folder: Path) -> dict[int, x509.RevokedCertificate]:
    crl = x509.load_pem_x509_crl((folder / "root.crl").read_bytes())
    return {entry.serial_number: entry for entry in crl}


def test_making_it_twice_keeps_the_same_root(folder: Path) -> None:
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    make_authority(folder)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_keys_can_be_read_by_their_owner_only(folder: Path) -> None:
    issue_key(folder, "An", "Sở Nội vụ", folder / "keys" / "an.p12", "bí mật")
    for path in (folder / "root.key", folder / "keys" / "an.p12"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_root_says_that_it_is_a_specimen(folder: Path) -> None:
    root = x509.load_pem_x509_certificate((folder / "root.crt").read_bytes())
    assert root.subject.get_attributes_for_oid(NameOID.COMMON_NAME)[0].value == ROOT_NAME
    assert "MẪU" in ROOT_NAME


def test_openssl_finds_the_chain_good_and_the_revoked_one_revoked(folder: Path, tmp_path: Path) -> None:
    for name in ("an", "binh"):
        serial = issue_key(folder, name, "Sở Nội vụ", folder / f"{name}.p12", "bí mật")
        store = load_pkcs12((folder / f"{name}.p12").read_bytes(), "bí mật".encode())
        assert store.cert is not None
        assert store.cert.certificate.serial_number == serial
        (tmp_path / f"{name}.pem").write_bytes(store.cert.certificate.public_bytes(Encoding.PEM))
    revoke(folder, serial)
    command: list[str | Path] = ["openssl", "verify", "-crl_check", "-x509_strict"]
    command += ["-CAfile", folder / "root.crt", "-CRLfile", folder / "root.crl"]
    checked = [
        subprocess.run(
            [*command, tmp_path / f"{name}.pem"],
            capture_output=True,
            text=True,
            timeout=20,
            check=False,
        )
        for name in ("an", "binh")
    ]
    assert checked[0].returncode == 0, checked[0].stderr
    assert "certificate revoked" in checked[1].stdout + checked[1].stderr


def test_a_new_list_keeps_what_was_revoked_and_since_when(folder: Path) -> None:
    revoke(folder, 4711, at=AT)
    write_crl(folder, [4712], at=AT + timedelta(days=2))
    revoke(folder, 4711, at=AT + timedelta(days=3))
    assert {serial: entry.revocation_date_utc for serial, entry in listed(folder).items()} == {
        4711: AT,
        4712: AT + timedelta(days=2),
    }


def test_a_broken_list_is_not_replaced_by_an_empty_one(folder: Path) -> None:
    (folder / "root.crl").write_bytes(b"broken")
    with pytest.raises(AuthorityError, match="danh sách thu hồi"):
        write_crl(folder)


def test_half_an_authority_is_not_completed(folder: Path) -> None:
    (folder / "root.key").unlink()
    with pytest.raises(AuthorityError, match=r"root\.key"):
        make_authority(folder)


def test_a_key_from_an_empty_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(AuthorityMissingError, match="chưa có cơ quan chứng thực"):
        issue_key(tmp_path, "An", "Sở Nội vụ", tmp_path / "an.p12", "bí mật")


def test_a_trust_store_reads_roots_and_lists_and_nothing_else(folder: Path) -> None:
    (folder / "notes.txt").write_text("không phải chứng thư")
    store = TrustStore.load(folder)
    assert (len(store.roots), len(store.crls)) == (1, 1)


def test_an_empty_folder_trusts_nobody(tmp_path: Path) -> None:
    assert TrustStore.load(tmp_path) == TrustStore()


@pytest.mark.parametrize("name", ["broken.crt", "broken.crl"])
def test_a_broken_file_in_a_trust_store_is_named(folder: Path, name: str) -> None:
    (folder / name).write_bytes(b"-----BEGIN NOTHING-----")
    with pytest.raises(TrustStoreError, match=name):
        TrustStore.load(folder)


def test_a_missing_trust_store_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TrustStoreError, match="không có thư mục"):
        TrustStore.load(tmp_path / "nowhere")
