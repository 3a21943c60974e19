"""The demo: sample offices with keys of the machine's own authority, and every example issued once.

The authority, its keys and the pictures are made here and say MẪU; nothing that they sign can pass for the paper of
a real office.
"""

from __future__ import annotations

import base64
import fcntl
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from api.desk import Desk
from api.use_cases.demo_files import authority, list_grows_old, older
from api.use_cases.find import file_of
from api.use_cases.issue import Wish, issue
from api.use_cases.offices import put_office, read_office
from api.use_cases.verify import Verification, verification
from archive.record import Record
from docgen.sign.authority import issue_key, make_authority, write_crl
from docgen.sign.pictures import specimen_seal, specimen_signature

#: A key lives two years and is made anew well before its end.
_KEY_AGE = timedelta(days=600)


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One example that the demo issued."""

    kind: str
    example: str
    record: Record
    verification: Verification
    milliseconds: float  #: from content to kept PDF


def demo(desk: Desk) -> Iterator[Step]:
    """Issue every example of every kind, in turn."""
    import_samples(desk)
    for kind in desk.kinds.all():
        for name, content in kind.examples.items():
            start = time.perf_counter()
            record = issue(desk, Wish(kind=kind.id, content=content)).record
            milliseconds = (time.perf_counter() - start) * 1000
            checked = verification(desk, file_of(desk, record))
            yield Step(kind=kind.id, example=name, record=record, verification=checked, milliseconds=milliseconds)


def import_samples(desk: Desk) -> list[str]:
    """The sample offices with demo keys, in the catalogue; their codes. Twice is as good as once."""
    with _alone(desk.demo_folder):
        _prepare_authority(desk)
        offices = [read_office(path) for path in sorted(desk.sample_offices.glob("*.toml"))]
        for office in offices:
            _equip(desk, office)
            put_office(desk, office)
    return [str(office["code"]) for office in offices]


def refresh_trust(desk: Desk) -> None:
    """Sign the demo's revocation list anew; see :func:`api.use_cases.demo_files.list_grows_old`."""
    with _alone(desk.demo_folder):
        _prepare_authority(desk)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process at a time makes keys."""
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _prepare_authority(desk: Desk) -> None:
    folder = authority(desk)
    make_authority(folder)
    if list_grows_old(desk):
        write_crl(folder)
    desk.trust_folder.mkdir(parents=True, exist_ok=True)
    for name in ("root.crt", "root.crl"):
        shutil.copyfile(folder / name, desk.trust_folder / f"docgen-demo-{name}")


def _equip(desk: Desk, office: dict[str, Any]) -> None:
    """Demo keys and specimen pictures for everybody in a sample office."""
    name, superior = str(office["name"]), " ".join(office.get("superior", ()))
    # An office that changed its name has a period for each name, and keys in that name.
    period = f"{office['code']}-{office['valid_from']}"
    for signer in office["signers"]:
        file = desk.demo_folder / "keys" / f"{period}-{signer['code']}"
        signer["key"] = _key(desk, file, signer["name"], name)
        signer["image"] = _picture(file, partial(specimen_signature, signer["name"]))
    if seal := office.get("seal"):
        file = desk.demo_folder / "keys" / f"{period}-seal"
        seal["key"] = _key(desk, file, name, name)
        seal["image"] = _picture(file, partial(specimen_seal, name, superior))


def _key(desk: Desk, file: Path, owner: str, office: str) -> str:
    """URI of the owner's demo key, made where there is none or where it grows old."""
    path, secret = file.with_suffix(".p12"), file.with_suffix(".p12.secret")
    if not path.exists() or older(desk, path, _KEY_AGE):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        password = secrets.token_urlsafe(24)
        secret.touch(mode=0o600)
        secret.write_text(password)
        issue_key(authority(desk), _specimen_name(owner), _specimen_name(office), path, password)
    return f"pkcs12:{path}"


def _picture(file: Path, draw: Callable[[], bytes]) -> str:
    """A specimen picture as Base64, drawn once."""
    path = file.with_suffix(".png")
    if not path.exists():
        path.write_bytes(draw())
    return base64.b64encode(path.read_bytes()).decode()


def _specimen_name(name: str) -> str:
    """A name for a demo certificate: marked MẪU and cut to 64 bytes.

    X.509 allows 64 letters (RFC 5280, A.1); the library that makes the certificates counts bytes.
    """
    mark = " (MẪU)"
    if len((name + mark).encode()) <= 64:
        return name + mark
    return name.encode()[: 64 - len(("…" + mark).encode())].decode(errors="ignore") + "…" + mark
