"""Between our port and pyHanko 0.38, which is pre-1.0: what its API changes, changes here.

pyHanko speaks asyncio and logs every strange file. Here its coroutines run to the end from plain code, and
its logging is silent, because what it has to say ends up in an error or a verdict.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from asn1crypto import x509  # type: ignore[import-untyped]
from pyhanko.sign.signers.pdf_cms import Signer as PyHankoSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

from docgen.errors import DocgenError
from docgen.sign import Signer
from docgen.sign.errors import SigningFailedError

DIGEST = "sha256"
_Result = TypeVar("_Result")

for _name in ("pyhanko", "pyhanko_certvalidator"):
    logging.getLogger(_name).setLevel(logging.CRITICAL + 1)


class BridgedSigner(PyHankoSigner):
    """A ``docgen.sign.Signer`` as pyHanko wants to see it."""

    def __init__(self, signer: Signer) -> None:
        self._signer = signer
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        registry.register_multiple(x509.Certificate.load(der) for der in signer.chain)
        super().__init__(
            signing_cert=x509.Certificate.load(signer.certificate),
            cert_registry=registry,
            embed_roots=False,  # a root is believed because the verifier has it; a copy is only weight
        )

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Return the raw signature; for a dry run, which only measures, as many zero bytes."""
        if dry_run:
            return bytes(self._signer.signature_size)
        if digest_algorithm != DIGEST:
            raise SigningFailedError(self._signer.subject, f"không dùng thuật toán băm {digest_algorithm}")
        try:
            return self._signer.sign(data)
        except DocgenError:
            raise
        except Exception as error:  # an adapter that leaks: the port promises SigningError
            raise SigningFailedError(self._signer.subject, "thiết bị giữ khóa báo lỗi") from error


def run(work: Coroutine[Any, Any, _Result]) -> _Result:
    """Return what ``work`` returns, also when this thread already runs an event loop."""
    try:
        asyncio.get_running_loop()
    except RuntimeError:
        return asyncio.run(work)
    with ThreadPoolExecutor(max_workers=1) as executor:
        return executor.submit(asyncio.run, work).result()
