"""The routes of version 1."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Header, Query, Request, Response

from api.desk import Desk
from api.http.bodies import file_body
from api.http.models import (
    CheckResult,
    DocumentItem,
    DocumentList,
    DocumentWish,
    KindDetail,
    KindList,
    PreviewWish,
    ProblemBody,
    VerificationResult,
)
from api.http.problems import RequestProblemError
from api.telling import told_check, told_kind, told_page, told_record, told_verification
from api.use_cases.check import check
from api.use_cases.find import file_of, search, show
from api.use_cases.issue import Wish, issue
from api.use_cases.preview import Format, preview
from api.use_cases.verify import verification
from archive.search.query import Query as SearchQuery

_MEDIA = {
    Format.PDF: "application/pdf",
    Format.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}

Responses = dict[int | str, dict[str, Any]]


def _problems(*statuses: int) -> Responses:
    """The problems that a route may answer with, for OpenAPI."""
    content = {"application/problem+json": {"schema": ProblemBody.model_json_schema()}}
    return {status: {"description": "Problem (RFC 9457)", "content": content} for status in (*statuses, 500, 503)}


router = APIRouter(prefix="/api/v1")


def desk_of(request: Request) -> Desk:
    """The desk that the application was made with."""
    desk: Desk = request.app.state.desk
    return desk


AtDesk = Annotated[Desk, Depends(desk_of)]
Text = Annotated[str, Query(max_length=1000)]


@router.get("/kinds", tags=["kinds"], response_model=KindList, responses=_problems())
def list_kinds(desk: AtDesk) -> Mapping[str, Any]:
    """Các loại văn bản."""
    items = [told_kind(kind) for kind in desk.kinds.all()]
    return {"total": len(items), "items": items}


@router.get("/kinds/{kind}", tags=["kinds"], response_model=KindDetail, responses=_problems(404, 422))
def show_kind(desk: AtDesk, kind: str) -> Mapping[str, Any]:
    """Một loại văn bản: lược đồ nội dung và các ví dụ."""
    found = desk.kinds.kind(kind)
    told = {"source": found.source, "schema": found.schema, "example": found.example(), "examples": found.examples}
    return {**told_kind(found), **told}


@router.post(
    "/previews",
    tags=["documents"],
    response_class=Response,
    responses={
        200: {"description": "The document as it will look", "content": {kind: {} for kind in _MEDIA.values()}},
        **_problems(400, 404, 413, 422),
    },
)
def make_preview(desk: AtDesk, wish: PreviewWish) -> Response:
    """Xem trước một văn bản: chưa có số, ngày và chữ ký."""
    data = preview(desk, wish.kind, wish.content, office=wish.office, format=wish.format)
    return Response(data, media_type=_MEDIA[wish.format])


@router.post(
    "/documents",
    tags=["documents"],
    status_code=201,
    response_model=DocumentItem,
    responses=_problems(400, 404, 409, 413, 422),
)
def issue_document(
    desk: AtDesk,
    wish: DocumentWish,
    response: Response,
    idempotency_key: Annotated[
        str | None, Header(max_length=200, description="Mã yêu cầu; gửi lại cùng mã thì nhận lại đúng văn bản đó.")
    ] = None,
) -> Mapping[str, Any]:
    """Ban hành một văn bản: cấp số, ký, lưu trữ.

    Cần tiêu đề `Idempotency-Key`: gửi lại cùng mã và cùng nội dung thì nhận lại văn bản đã ban hành, không lấy số mới.
    """
    if not idempotency_key:
        raise RequestProblemError(
            400, "idempotency-key-missing", "Hãy gửi kèm tiêu đề Idempotency-Key, mỗi văn bản một mã riêng."
        )
    issued = issue(desk, Wish(kind=wish.kind, content=wish.content, office=wish.office, request_id=idempotency_key))
    response.headers["Location"] = f"/api/v1/documents/{issued.record.id}"
    if issued.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return told_record(issued.record)


@router.get("/documents", tags=["documents"], response_model=DocumentList, responses=_problems(422))
def find_documents(
    desk: AtDesk,
    q: Annotated[str, Query(max_length=10_000, description="Từ, “cụm từ” hoặc số; có dấu hay không đều được.")] = "",
    unit: Text = "",
    year: Annotated[int | None, Query(ge=1, le=9999)] = None,
    kind: Text = "",
    office: Text = "",
    number: Text = "",
    signer: Text = "",
    since: Annotated[date | None, Query(alias="from", description="Ban hành từ ngày.")] = None,
    until: Annotated[date | None, Query(alias="to", description="Ban hành đến hết ngày.")] = None,
    page: Annotated[int, Query(ge=1, le=1_000_000)] = 1,
) -> Mapping[str, Any]:
    """Tìm văn bản, mới nhất trước."""
    query = SearchQuery(
        text=q,
        unit=unit,
        year=year,
        kind=kind,
        office=office,
        number=number,
        signer=signer,
        issued_from=since,
        issued_to=until,
        page=page,
    )
    return told_page(search(desk, query))


@router.get("/documents/{id}", tags=["documents"], response_model=DocumentItem, responses=_problems(404, 422))
def show_document(desk: AtDesk, id: str) -> Mapping[str, Any]:
    """Thông tin lưu trữ của một văn bản."""
    return told_record(show(desk, id))


@router.get(
    "/documents/{id}/file",
    tags=["documents"],
    response_class=Response,
    responses={
        200: {"description": "The signed PDF", "content": {"application/pdf": {}}},
        **_problems(404, 409, 422),
    },
)
def get_file(desk: AtDesk, id: str) -> Response:
    """Tệp PDF đã ký của một văn bản."""
    record = show(desk, id)
    data = file_of(desk, record)
    name = quote(record.symbol.replace("/", "-") + ".pdf")
    headers = {"ETag": f'"{record.sha256}"', "Content-Disposition": f"inline; filename*=UTF-8''{name}"}
    return Response(data, media_type="application/pdf", headers=headers)


@router.post(
    "/verifications",
    tags=["verifications"],
    response_model=VerificationResult,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
        }
    },
    responses=_problems(413, 422),
)
def verify_file(desk: AtDesk, pdf: Annotated[bytes, Depends(file_body)]) -> Mapping[str, Any]:
    """Kiểm tra chữ ký số và hiệu lực của một tệp PDF (gửi thẳng trong thân yêu cầu)."""
    return told_verification("", verification(desk, pdf))


@router.post(
    "/checks",
    tags=["checks"],
    response_model=CheckResult,
    openapi_extra={
        "requestBody": {
            "required": True,
            "content": {kind: {"schema": {"type": "string", "format": "binary"}} for kind in _MEDIA.values()},
        }
    },
    responses=_problems(413, 422),
)
def check_file(desk: AtDesk, file: Annotated[bytes, Depends(file_body)]) -> Mapping[str, Any]:
    """Kiểm tra thể thức một tệp Word (.docx) hoặc PDF theo Nghị định 30/2020/NĐ-CP (gửi thẳng trong thân yêu cầu)."""
    return told_check("", check(desk, file))
