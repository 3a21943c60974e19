"""The styles part: every element of Mục V of the decree as one paragraph style, with a Vietnamese name for Word.

Source: NĐ 30/2020, PL I, P.I, V; sizes and gaps from ``docgen.rules.page``.
"""

from __future__ import annotations

from collections.abc import Iterator

from docgen.rules.page import CHOSEN, FONT, INDENT, PARAGRAPH_GAP, TWIPS_PER_MM

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)

#: Lines of body text: 1.1, between single and one and a half (in 240ths of a line).
_BODY_LINES = 264
_GAP = round(PARAGRAPH_GAP * 20)
_INDENT = round(INDENT * TWIPS_PER_MM)


def _style(
    style_id: str,
    name: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: str = "center",
    before: int = 0,
    after: int = 0,
    lines: int = 240,
    exact: bool = False,
    indent: int = 0,
    running: bool = False,
    keep_next: bool = False,
    border: bool = False,
    outline: int | None = None,
    colour: str = "",
) -> str:
    """One paragraph style; gaps in twentieths of a point, ``lines`` in 240ths or, with ``exact``, in twips.

    ``running`` text is justified, with the gaps and lines of the body. Source: NĐ 30/2020, PL I, P.I, II.6.e.
    """
    if running:
        align, after, lines, indent = "both", _GAP, _BODY_LINES, _INDENT
    rule = "exact" if exact else "auto"
    properties = "".join(
        [
            "<w:keepNext/>" if keep_next else "",
            "<w:widowControl/>",
            '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>' if border else "",
            f'<w:spacing w:before="{before}" w:after="{after}" w:line="{lines}" w:lineRule="{rule}"/>',
            f'<w:ind w:firstLine="{indent}"/>' if indent else "",
            f'<w:jc w:val="{align}"/>',
            f'<w:outlineLvl w:val="{outline}"/>' if outline is not None else "",
        ]
    )
    runs = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    runs += f'<w:color w:val="{colour}"/>' if colour else ""
    half = round(size * 2)
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{properties}</w:pPr>'
        f'<w:rPr>{runs}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
    )


def _all() -> Iterator[str]:
    body = CHOSEN["body"]
    yield _style("Country", "Quốc hiệu", CHOSEN["country"], bold=True)
    yield _style("Motto", "Tiêu ngữ", CHOSEN["motto"], bold=True)
    yield _style("Superior", "Cơ quan chủ quản", CHOSEN["superior"])
    yield _style("Office", "Cơ quan ban hành", CHOSEN["office"], bold=True)
    yield _style("Number", "Số ký hiệu", CHOSEN["number"], before=120)
    yield _style("PlaceDate", "Địa danh thời gian", CHOSEN["date"], italic=True, before=120)
    yield _style("LetterSubject", "Trích yếu công văn", CHOSEN["letter_subject"], before=120)
    yield _style("KindName", "Tên loại", CHOSEN["kind"], bold=True, before=240, keep_next=True, outline=0)
    yield _style("Subject", "Trích yếu", CHOSEN["subject"], bold=True, keep_next=True)
    yield _style("RuleWhole", "Kẻ dài bằng chữ", 1, lines=40, exact=True, border=True, before=20)
    yield _style("RulePart", "Kẻ một phần dòng", 1, lines=40, exact=True, border=True, before=40)
    yield _style("RuleFull", "Kẻ hết dòng", 1, lines=40, exact=True, border=True, before=40)
    yield _style("Gap", "Khoảng trống", 12, lines=240)
    yield _style("Urgency", "Mức độ khẩn", CHOSEN["urgency"], bold=True, colour="FF0000")
    yield _style("Circulation", "Phạm vi lưu hành", CHOSEN["circulation"], bold=True)
    yield _style("Contact", "Địa chỉ cơ quan", CHOSEN["contact"])
    yield _style("Addressees", "Kính gửi", CHOSEN["addressees"], align="left", lines=_BODY_LINES)
    yield _style("Competence", "Thẩm quyền ban hành", body, bold=True, before=_GAP, after=_GAP, keep_next=True)
    yield _style("Basis", "Căn cứ", body, italic=True, running=True)
    yield _style("Decide", "Quyết định hai chấm", body, bold=True, before=_GAP, after=_GAP, keep_next=True)
    yield _style("Body", "Nội dung", body, running=True)
    yield _style("Division", "Phần Chương Mục", body, bold=True, before=_GAP, keep_next=True, outline=1)
    yield _style("DivisionTitle", "Tiêu đề Phần Chương Mục", body, bold=True, after=_GAP, keep_next=True)
    yield _style("Article", "Điều", body, bold=True, keep_next=True, outline=2, running=True)
    yield _style("Heading", "Mục La Mã", body, bold=True, keep_next=True, outline=1, running=True)
    yield _style("ClauseTitle", "Khoản có tiêu đề", body, bold=True, keep_next=True, outline=2, running=True)
    yield _style("Authority", "Quyền hạn chức vụ", CHOSEN["authority"], bold=True)
    yield _style("SignatureGap", "Chỗ ký", 2, lines=40, exact=True, after=round(26 * TWIPS_PER_MM))
    yield _style("Signer", "Họ tên người ký", CHOSEN["signer"], bold=True)
    yield _style("RecipientsWord", "Chữ Nơi nhận", CHOSEN["recipients_word"], bold=True, italic=True, align="left")
    yield _style("Recipients", "Danh sách nơi nhận", CHOSEN["recipients"], align="left")
    yield _style("AnnexLabel", "Phụ lục", CHOSEN["annex"], bold=True, keep_next=True, outline=0)
    yield _style("AnnexTitle", "Tiêu đề phụ lục", CHOSEN["annex_title"], bold=True, keep_next=True)
    yield _style("AnnexNote", "Chỉ dẫn phụ lục", CHOSEN["annex_title"], italic=True, keep_next=True)
    yield _style("TableHead", "Đầu bảng", 13, bold=True, before=40, after=40, keep_next=True)
    yield _style("TableCell", "Ô bảng", 13, align="left", before=40, after=40)
    yield _style("AfterTable", "Sau bảng", 6, lines=120, exact=True)
    yield _style("Break", "Ngắt", 1, lines=20, exact=True)
    yield _style("CertificateName", "Tên giấy", CHOSEN["kind"], bold=True, before=480, outline=0)
    yield _style("CertificateUnit", "Tên đơn vị được cấp giấy", 14, bold=True, before=120, after=120)
    yield _style("CertificateLine", "Dòng trên giấy", 14, before=60, after=60, lines=_BODY_LINES)
    yield _style("CopyForm", "Hình thức sao", CHOSEN["copy"], bold=True)
    yield _style("Signed", "Chữ Đã ký", 14, italic=True, before=400, after=400)
    yield _style("Invited", "Đối tượng", body, bold=True, before=_GAP, after=_GAP, keep_next=True)
    yield _style("Wire", "Dòng điện, giới thiệu", body, before=_GAP, after=_GAP, keep_next=True)
    yield _style("Party", "Bên tham gia", body, bold=True, keep_next=True, align="left", before=_GAP, after=_GAP)
    yield _style("Addition", "Phần bổ sung", 13)
    yield _style("PageNumber", "Số trang", CHOSEN["page_number"])


def styles_xml() -> str:
    """``word/styles.xml``: defaults, the styles above and one bordered table."""
    size = round(CHOSEN["body"] * 2)
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {NAMESPACES}><w:docDefaults>'
        f'<w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        '</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/></w:style><w:style w:type="table" w:default="1" w:styleId="Plain">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="Bordered"><w:name w:val="Bảng kẻ khung"/><w:basedOn w:val="Plain"/>'
        '<w:tblPr><w:tblInd w:w="85" w:type="dxa"/><w:tblBorders>'
        + "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        )
        + '</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr></w:style>{''.join(_all())}</w:styles>"
    )
