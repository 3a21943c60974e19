"""Issue a document (*ban hành*): from content to a numbered, signed, archived PDF.

    1  check   kind, content, office, signers, keys, and the template: wrong input stops here, nothing is spent
    2  number  reserve it in one short transaction; a request asked for again gets its number again
    3  make    fill the template, convert; no lock is held
    4  sign    the signers, then the office's seal
    5  keep    announce the bytes, put them under their SHA-256, then make the record ISSUED

After a crash the same request takes up where the last one stopped: a number that was reserved is used, bytes that
were announced and put are not made again. Source: NĐ 30/2020, Điều 14, 15.
"""

from __future__ import annotations

import base64
import io
import json
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any
from uuid import uuid4

from PIL import Image

from api.desk import Desk
from api.errors import KNOWN_ERRORS, KeyMissingError, NumberVoidedError, RequestStuckError
from api.use_cases.offices import issuer_of, office_code, register_of
from archive.metadata import FileCode, Metadata
from archive.record import Record, Reservation, Status
from docgen.compose import Dating, Issuer, notation_of
from docgen.kinds import Appearance, Kind, Slot
from docgen.pdf import MadePdf
from docgen.rules.authority import metadata_position
from docgen.rules.dating import signing_time
from docgen.sign.appearance import Anchor, seal_box, signature_box
from docgen.sign.document import OpenPlace, SignatureMark, sign_document
from docgen.sign.lettering import text_box, text_lines
from docgen.signers import principal, signings

#: Urgency -> its code in the exchange of documents (edXML); 0 is none. Source: QĐ 28/2018/QĐ-TTg; NĐ 30/2020, PL VI.
PRIORITIES = {"khẩn": 1, "thượng khẩn": 2, "hỏa tốc": 3}
#: Shape of a place that is left open for a signature whose picture is not known: width and height.
OPEN_SHAPE = (5, 2)
#: Seconds that a request waits for another process that works on the same request, and between two looks.
PATIENCE, PAUSE = 10.0, 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a caller asks for."""

    kind: str
    content: Any
    office: str | None = None
    request_id: str | None = None  #: the caller's own name for this request; without one it is unique


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """The record of an issued document, and whether an earlier request had made it."""

    record: Record
    replayed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """A wish that was found in order."""

    kind: Kind
    content: Mapping[str, Any]
    office: Mapping[str, Any]
    issuer: Issuer


def issue(desk: Desk, wish: Wish) -> Issued:
    """The document, issued; asked for again with the same request id, the same document.

    Raises:
        DocgenError, ArchiveError, UseCaseError: see ``api.errors``; before step 2 nothing is spent, after it
            the number waits for the same request to come again.
    """
    kind = desk.kinds.kind(wish.kind)
    content = kind.checked(wish.content)
    code = office_code(desk, wish.office, content)
    request_id = wish.request_id or uuid4().hex
    digest = request_digest(wish.kind, code, content)
    known = desk.catalogue.record_of_request(request_id)
    if known and known.status is Status.ISSUED and known.request_digest == digest:
        return Issued(record=known, replayed=True)
    day = known.issued_on if known else desk.today()
    case = _checked(desk, kind, content, code, day)  # 1
    record = desk.catalogue.reserve(_reservation(case, request_id, digest), day=day, at=desk.clock())  # 2
    if record.status is Status.ISSUED:
        return Issued(record=record, replayed=True)
    if record.status is not Status.RESERVED:
        raise NumberVoidedError(record.symbol)
    try:
        return _finished(desk, case, record)
    except KNOWN_ERRORS as error:
        error.add_note(
            f"Số {record.symbol} vẫn được giữ. Hãy gửi lại đúng nội dung này với mã yêu cầu “{request_id}” để hoàn tất."
        )
        raise


def request_digest(kind: str, office: str, content: Mapping[str, Any]) -> str:
    """SHA-256 of a request, so that the same id with another wish is noticed."""
    text = json.dumps([kind, office, content], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode(errors="surrogatepass")).hexdigest()


def _checked(desk: Desk, kind: Kind, content: Mapping[str, Any], code: str, day: date) -> _Case:
    """Step 1: everything that can be found wrong before a number is spent."""
    office = desk.catalogue.office(code, on=day)
    case = _Case(kind=kind, content=content, office=office, issuer=issuer_of(office))
    for uri in _keys(case):
        desk.keys.signer(uri).check(desk.clock())
    desk.workshop.docx(kind, content, case.issuer, Dating(day=day))
    desk.workshop.check()
    desk.store.ping()
    return case


def _finished(desk: Desk, case: _Case, record: Record) -> Issued:
    """Steps 3 to 5 for a reserved number, or what another process has made of it meanwhile."""
    if record.sha256 and desk.store.exists(record.sha256):
        return _closed(desk, case, record.id, record.sha256, replayed=False)
    made = desk.workshop.pdf(
        case.kind, case.content, case.issuer, Dating(day=record.issued_on, number=record.number)
    )  # 3
    marks, others = list(_marks(desk, case, made)), list(_left_open(case, made))
    signed = sign_document(made.data, marks, at=desk.clock(), left_open=others)  # 4
    name = sha256(signed).hexdigest()
    announced = desk.catalogue.intend(
        record.id, sha256=name, size=len(signed), pages=made.pages, previous=record.sha256
    )  # 5
    if not announced:
        return _other_process(desk, case, record.id)
    desk.store.put(signed)
    return _closed(desk, case, record.id, name, replayed=False)


def _closed(desk: Desk, case: _Case, record_id: str, name: str, *, replayed: bool) -> Issued:
    text = " ".join(_texts(case.content))
    record = desk.catalogue.issue(record_id, sha256=name, issued_at=desk.clock(), text=text)
    return Issued(record=record, replayed=replayed)


def _other_process(desk: Desk, case: _Case, record_id: str) -> Issued:
    """Another process announced its bytes first: its document counts, or is finished in its place."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        record = desk.catalogue.record(record_id)
        if record.status is Status.ISSUED:
            return Issued(record=record, replayed=True)
        if record.sha256 and desk.store.exists(record.sha256):
            return _closed(desk, case, record_id, record.sha256, replayed=True)
        time.sleep(PAUSE)
    raise RequestStuckError(record.symbol)


def _keys(case: _Case) -> Iterator[str]:
    """URIs of the keys that the document needs."""
    found = signings(case.kind, case.content, case.issuer)
    for signing in found:
        if signing.code:
            yield _material(case, _signer(case, signing.code), signing.signatory.name)[0]
    if any(signing.sealed for signing in found) or _text_slots(case.kind):
        yield _material(case, case.office.get("seal", {}), "con dấu")[0]


def _text_slots(kind: Kind) -> list[Slot]:
    return [slot for slot in kind.slots if slot.appearance is Appearance.TEXT]


def _signer(case: _Case, code: str) -> Mapping[str, Any]:
    return next(signer for signer in case.office["signers"] if signer["code"] == code)


def _material(case: _Case, owner: Mapping[str, Any], name: str) -> tuple[str, bytes]:
    """Key and picture of a signer or of the seal."""
    if not owner.get("key") or not owner.get("image"):
        raise KeyMissingError(case.issuer.code, name)
    return owner["key"], base64.b64decode(owner["image"])


def _marks(desk: Desk, case: _Case, made: MadePdf) -> Iterator[SignatureMark]:
    """Persons in the order of the page, then the seal over the one that is sealed, or the office's line of text.

    A person of another office has a place on the page and no mark.
    """
    seals = [_text_mark(desk, case, slot, made) for slot in _text_slots(case.kind)]
    for signing, anchor in zip(signings(case.kind, case.content, case.issuer), made.anchors, strict=True):
        if not signing.code:
            continue
        uri, image = _material(case, _signer(case, signing.code), signing.signatory.name)
        with Image.open(io.BytesIO(image)) as picture:
            box = signature_box(anchor, picture.size)
        yield SignatureMark(
            role="signer",
            signer=desk.keys.signer(uri),
            page=anchor.page,
            box=box,
            image=image,
            reason="Ký văn bản",
            location=case.issuer.place,
        )
        if signing.sealed:
            seals.append(_seal(desk, case, anchor, box))
    yield from seals


def _left_open(case: _Case, made: MadePdf) -> Iterator[OpenPlace]:
    """The places where people of other offices sign with keys of their own."""
    for signing, anchor in zip(signings(case.kind, case.content, case.issuer), made.anchors, strict=True):
        if not signing.code:
            yield OpenPlace(name=signing.signatory.name, page=anchor.page, box=signature_box(anchor, OPEN_SHAPE))


def _text_mark(desk: Desk, case: _Case, slot: Slot, made: MadePdf) -> SignatureMark:
    """The office's signature as a line in the top margin. Source: NĐ 30/2020, PL I, P.I, II.8.b and P.II, I.3."""
    facts = {"office": case.issuer.name, "time": signing_time(desk.clock())}
    lines = text_lines(case.kind.filled(slot.text, {**case.content, **facts}))
    uri, _ = _material(case, case.office.get("seal", {}), "con dấu")
    return SignatureMark(
        role="seal",
        signer=desk.keys.signer(uri),
        page=0,
        box=text_box(lines, made.first_page),
        text=lines,
        reason="Ban hành văn bản",
        location=case.issuer.place,
    )


def _seal(desk: Desk, case: _Case, anchor: Anchor, signature: tuple[float, float, float, float]) -> SignatureMark:
    uri, image = _material(case, case.office.get("seal", {}), "con dấu")
    return SignatureMark(
        role="seal",
        signer=desk.keys.signer(uri),
        page=anchor.page,
        box=seal_box(signature, case.office["seal"]["diameter_mm"]),
        image=image,
        reason="Ban hành văn bản",
        location=case.issuer.place,
    )


def _reservation(case: _Case, request_id: str, digest: str) -> Reservation:
    return Reservation(
        request_id=request_id,
        request_digest=digest,
        kind=case.kind.id,
        office=case.issuer.code,
        register=register_of(case.office, case.kind),
        notation=notation_of(case.kind, case.content, case.issuer),
        metadata=_metadata(case),
        units=case.kind.units_of(case.content),
        content=case.content,
    )


def _metadata(case: _Case) -> Metadata:
    """The fields of Phụ lục VI. Source: NĐ 30/2020, PL VI, P.II, văn bản đi."""
    content, record = case.content, case.content.get("record", {})
    signing = principal(signings(case.kind, content, case.issuer))
    due = record.get("due_date")
    return Metadata(
        type_name=case.kind.name,
        organ_name=case.issuer.name,
        subject=case.kind.subject_of(content),
        language=record.get("language", "Tiếng Việt"),
        description=record.get("note", ""),
        signer_position=metadata_position(signing.signatory) if signing else "",
        signer_name=signing.signatory.name if signing else "",
        recipients=tuple(content.get("recipients", ())),
        priority=record.get("priority", PRIORITIES.get(content.get("urgency", ""))),
        copies=record.get("copies"),
        due_date=date.fromisoformat(due) if due else None,
        file_code=_file_code(case.office, record),
        doc_ordinal=record.get("ordinal"),
    )


def _file_code(office: Mapping[str, Any], record: Mapping[str, Any]) -> FileCode | None:
    if "file_notation" not in record:
        return None
    return FileCode(
        organ_id=office.get("organ_id", ""), catalog=record.get("file_year"), notation=record["file_notation"]
    )


def _texts(value: Any) -> Iterator[str]:
    """Every text of a content, for the search."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
