"""Bodies that callers send and get: the API's own words, documented in OpenAPI."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict, Field

from api.use_cases.preview import Format


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)


class DocumentWish(_Strict):
    """A document to be issued."""

    kind: str = Field(description="Loại văn bản, xem GET /api/v1/kinds.", examples=["giay_cong_nhan"], max_length=60)
    office: str | None = Field(
        default=None, description="Mã cơ quan ban hành; mặc định lấy trong nội dung.", max_length=60
    )
    content: dict[str, Any] = Field(description="Nội dung theo lược đồ của loại, xem GET /api/v1/kinds/{kind}.")


class PreviewWish(DocumentWish):
    """A document to look at."""

    format: Format = Field(default=Format.PDF, description="pdf hoặc docx.", strict=False)


class KindItem(BaseModel):
    """A kind in a list."""

    id: str
    name: str
    abbreviation: str


class KindList(BaseModel):
    """All kinds."""

    total: int
    items: list[KindItem]


class KindDetail(KindItem):
    """A kind with what its content must hold."""

    source: str
    content_schema: dict[str, Any] = Field(alias="schema", serialization_alias="schema")
    example: dict[str, Any]
    examples: dict[str, dict[str, Any]]


class SignerItem(BaseModel):
    """Who signed."""

    position: str
    name: str


class DocumentItem(BaseModel):
    """The record of a document."""

    model_config = ConfigDict(extra="allow")

    id: str
    kind: str
    office: str
    number: str = Field(examples=["07"])
    notation: str = Field(examples=["QĐ-UBND"])
    symbol: str = Field(examples=["07/QĐ-UBND"])
    issued_on: str = Field(examples=["2026-11-12"])
    subject: str
    units: list[str]
    pages: int | None
    sha256: str | None
    status: str = Field(examples=["issued"])
    year: int
    register_code: str = Field(alias="register")
    type_name: str
    organ_name: str
    signer: SignerItem
    recipients: list[str]
    language: str
    size: int | None
    issued_at: str | None


class DocumentList(BaseModel):
    """One page of documents, newest first."""

    total: int
    page: int
    page_size: int
    items: list[DocumentItem]


class SignatureItem(BaseModel):
    """One signature of a file."""

    signer: str
    office: str
    role: str
    time: str | None
    digest: str
    whole: bool
    trusted: bool
    changes_after: str
    problem: str


class DocumentLink(BaseModel):
    """The record that a file belongs to."""

    id: str
    symbol: str


class VerificationResult(BaseModel):
    """What is known of a PDF."""

    file: str
    whole: bool
    trusted: bool
    status: str
    signatures: list[SignatureItem]
    problems: list[str]
    document: DocumentLink | None


class FindingItem(BaseModel):
    """One place where a paper departs from the decree."""

    id: str = Field(examples=["C05"])
    level: str = Field(description="rule, form hoặc practice", examples=["rule"])
    clause: str = Field(examples=["NĐ 30/2020, PL I, P.I, II.1"])
    page: int | None
    paragraph: int | None
    found: str
    expected: str
    message: str


class CheckResult(BaseModel):
    """What a check found."""

    file: str
    kind: str | None = Field(examples=["QUYẾT ĐỊNH"])
    findings: list[FindingItem]


class ProblemItem(BaseModel):
    """One place that is wrong."""

    path: str
    message: str


class ProblemBody(BaseModel):
    """An error (RFC 9457)."""

    type: str = Field(examples=["/problems/invalid-content"])
    title: str
    status: int
    detail: str
    problems: list[ProblemItem] | None = None
