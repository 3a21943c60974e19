"""The reading room (*phòng đọc*): files of strangers are opened in children that may be killed.

A file that a clerk has may be a bomb. It is opened, read and checked in a child process with bounded memory and
time; whatever the file does to the child, the service goes on. Answers are plain values, as the API tells them.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from docgen.children import ChildDiedError, Children, ChildrenBusyError, Limits, Message, serve
from docgen.errors import ReadingRoomBusyError
from docgen.paper import errors as paper_errors
from docgen.paper.errors import (
    DamagedPaperError,
    LegacyLettersError,
    PaperTooLargeError,
    PaperTooSlowError,
    UnjudgeablePaperError,
    UnreadablePaperError,
)
from docgen.paper.model import Remark

if TYPE_CHECKING:
    from docgen.check.known import Cited
    from docgen.paper.model import Paper
    from docgen.read import Elements, Reading

#: A file of 50 MB must be read within 30 seconds and 1 GB, or not at all.
LIMITS = Limits(size=2, wait=60, answer=30, memory=1024**3, jobs=500)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check found in one file."""

    kind: str | None  #: printed name of the type, ``công văn`` for a letter, None when it was not recognised
    findings: tuple[Mapping[str, Any], ...]  #: fields of ``docgen.check.findings.Finding``
    asked: tuple[str, ...]  #: symbols of cited documents of which nothing was known


#: Files in which nothing can be judged.
_WITHOUT_LETTERS = frozenset({Remark.SCANNED, Remark.RECOGNISED})
#: Seconds in which the death of a child is more likely another's doing (the kernel's, short of memory) than the file's.
_SECOND_TRY = 5.0


class ReadingRoom:
    """Opens, reads and checks files; any thread may use it."""

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._children = Children("docgen.reading_room", limits)

    def read(self, data: bytes) -> Mapping[str, Any]:
        """The fields of a paper by name, each ``{"value", "confidence", "where"}`` or None.

        Raises:
            UnreadablePaperError: the file is none that can be read; its class says why.
            ReadingRoomBusyError: every child is at work.
        """
        answer, _ = self._call({"do": "read"}, data)
        fields: Mapping[str, Any] = answer["fields"]
        return fields

    def check(self, data: bytes, *, known: Sequence[Cited] = ()) -> Checked:
        """The findings on a paper; ``known`` are documents that it may cite, beside the small table of the checker.

        Raises:
            UnreadablePaperError, ReadingRoomBusyError: as :meth:`read`.
        """
        told = [{**asdict(one), "day": one.day.isoformat()} for one in known]
        answer, _ = self._call({"do": "check", "known": told}, data)
        return Checked(kind=answer["kind"], findings=tuple(answer["findings"]), asked=tuple(answer["asked"]))

    def annotate(self, docx: bytes, findings: Sequence[Mapping[str, Any]]) -> bytes:
        """A copy of a Word file with the findings as comments at their places.

        Raises:
            UnreadablePaperError, ReadingRoomBusyError: as :meth:`read`.
        """
        _, data = self._call({"do": "annotate", "findings": list(findings)}, docx)
        return data

    def warm(self) -> None:
        """Start the children before the first file."""
        self._children.warm()

    def pids(self) -> list[int]:
        """Process ids of the children that are running."""
        return self._children.pids()

    def close(self) -> None:
        """Stop the children."""
        self._children.close()

    def _call(self, request: Mapping[str, Any], data: bytes) -> tuple[Mapping[str, Any], bytes]:
        try:
            answer, made = self._answered(request, data)
        except ChildrenBusyError as error:
            raise ReadingRoomBusyError(self._limits.wait) from error
        except ChildDiedError as error:
            raise PaperTooSlowError(self._limits.answer) if error.late else DamagedPaperError("") from error
        if "error" in answer:
            raise getattr(paper_errors, answer["error"])(**answer["facts"])
        return answer, made

    def _answered(self, request: Mapping[str, Any], data: bytes) -> tuple[Message, bytes]:
        """A child's answer; a child that ended while it was idle does not cost the next file."""
        begun = time.monotonic()
        try:
            return self._children.call(request, data)
        except ChildDiedError as error:
            if error.late or time.monotonic() - begun > _SECOND_TRY:
                raise
        return self._children.call(request, data)


def _told(error: UnreadablePaperError) -> tuple[Mapping[str, Any], bytes]:
    """An error as it crosses the line: every class of it is built from its own attributes."""
    facts = {name: value for name, value in vars(error).items() if not name.startswith("_")}
    return {"error": type(error).__name__, "facts": facts}, b""


def _child() -> None:
    from docgen.check.comments import annotated
    from docgen.check.findings import Finding
    from docgen.paper.opening import opened
    from docgen.read import elements_of, reading

    def handle(request: Mapping[str, Any], data: bytes) -> tuple[Mapping[str, Any], bytes]:
        try:
            if request["do"] == "annotate":
                return {}, annotated(data, [Finding(**finding) for finding in request["findings"]])
            paper = opened(data)
            elements = elements_of(paper)
            fields = reading(paper, elements)
            if request["do"] == "read":
                if Remark.LEGACY_LETTERS in paper.remarks and not any(asdict(fields).values()):
                    raise LegacyLettersError
                return {"fields": asdict(fields)}, b""
            return _judged(paper, elements, fields, request["known"]), b""
        except UnreadablePaperError as error:
            return _told(error)
        except (MemoryError, RecursionError):
            return _told(PaperTooLargeError("Tệp cần quá nhiều bộ nhớ để đọc", "1 GB"))

    serve(handle)


def _judged(paper: Paper, elements: Elements, fields: Reading, known: Sequence[Mapping[str, Any]]) -> Message:
    """The findings, and which cited documents nobody knew."""
    from docgen.check import Cited, checked
    from docgen.check.known import known as always_known

    given: dict[str, list[Cited]] = {}
    for one in known:
        given.setdefault(one["symbol"], []).append(Cited(**{**one, "day": date.fromisoformat(one["day"])}))
    asked: list[str] = []

    def cited(symbol: str) -> Sequence[Cited]:
        found = [*always_known(symbol), *given.get(symbol, ())]
        if not found:
            asked.append(symbol)
        return found

    findings = checked(paper, elements, cited=cited)
    if [finding.id for finding in findings] == ["C00"]:
        if Remark.LEGACY_LETTERS in paper.remarks:
            raise LegacyLettersError
        if paper.remarks & _WITHOUT_LETTERS:
            raise UnjudgeablePaperError(findings[0].message)
    if not findings and not any(asdict(fields).values()):
        raise UnjudgeablePaperError("Không nhận ra thành phần thể thức nào của văn bản hành chính trong tệp.")
    return {
        "kind": fields.kind.value if fields.kind else None,
        "findings": [asdict(finding) for finding in findings],
        "asked": list(dict.fromkeys(asked)),
    }


if __name__ == "__main__":
    _child()
