"""Is this PDF genuine, and is it still in force? The signatures answer the first, the register the second."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from api.desk import Desk
from archive.record import Record, Status
from docgen.sign.trust import TrustStore
from docgen.verify import Verdict, verify


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """The verdict on a file and, where the archive holds these very bytes, their record."""

    verdict: Verdict
    record: Record | None

    @property
    def status(self) -> str:
        """The record's status; ``unknown`` for a file that this archive does not hold."""
        return self.record.status if self.record else "unknown"

    @property
    def in_order(self) -> bool:
        """Whole, trusted and in force."""
        return self.verdict.whole and self.verdict.trusted and self.status == Status.ISSUED


def verification(desk: Desk, pdf: bytes) -> Verification:
    """The verification of a PDF, now.

    Raises:
        UnreadablePdfError: the file is no PDF that can be judged.
        TrustStoreError: the trust store cannot be read.
    """
    verdict = verify(pdf, TrustStore.load(desk.trust_folder), at=desk.clock())
    return Verification(verdict=verdict, record=desk.catalogue.record_by_sha256(sha256(pdf).hexdigest()))
