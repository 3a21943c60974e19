"""Layouts of the papers by which units are recognised as safe (*An toàn về an ninh, trật tự*).

Source: TT 124/2021/TT-BCA, Điều 4 to 12; NĐ 30/2020, PL III, Mẫu 1.2, 1.4 and 1.9.
"""

from __future__ import annotations

from templates.source.closing import closing
from templates.source.pieces import (
    addressees,
    annex_head,
    annexes,
    body,
    bordered_table,
    header,
    paragraph,
    repeat,
    section,
    title,
)

_STANDARD = "“An toàn về an ninh, trật tự”"


def report() -> str:
    """Báo cáo; with ``assessment`` it carries the results of a year. Source: Mẫu 1.4; TT 124/2021, Điều 8, 9.2."""
    criteria = bordered_table(
        [
            ("TT", 12, "center", "{{ loop.index }}"),
            ("Tiêu chí", 60, "left", "{{ item.criterion }}"),
            ("Kết quả, minh chứng", 68, "left", "{{ item.result }}"),
            ("Đánh giá", 25, "center", "{{ 'Đạt' if item.met else 'Chưa đạt' }}"),
        ],
        "for item in assessment.criteria",
    )
    figures = repeat(
        "if assessment.figures",
        paragraph("Body", "Số liệu chủ yếu:")
        + repeat(
            "for item in assessment.figures",
            paragraph("Body", "- {{ item.name }}: {{ item.value }}{{ ';' if not loop.last else '.' }}"),
        ),
    )
    results = repeat(
        "if assessment",
        paragraph(
            "Body",
            "Kết quả thực hiện từng tiêu chí của {{ assessment.unit }} trong kỳ đánh giá từ ngày "
            "{{ assessment.period.from|slash_date }} đến ngày {{ assessment.period.to|slash_date }} như sau:",
        )
        + criteria
        + figures
        + paragraph(
            "Body",
            "Đối chiếu với các tiêu chí nêu trên, {{ assessment.unit }} tự đánh giá: "
            f"{{{{ assessment.conclusion }}}} tiêu chuẩn {_STANDARD} năm {{{{ assessment.year }}}}.",
        ),
    )
    return header() + title() + addressees() + body() + results + closing() + annexes()


def registration() -> str:
    """Bản đăng ký; no form is prescribed, the fields follow TT 124/2021, Điều 4.1, 5.1, 6.1, 7.1 and 9.2.a."""
    households = repeat(
        "if households",
        paragraph(
            "Body",
            "Tổng số hộ gia đình: {{ households.total }} hộ; số hộ đăng ký tham gia: {{ households.registered }} hộ.",
        ),
    )
    models = repeat(
        "if models",
        paragraph("Body", "Mô hình phong trào toàn dân bảo vệ an ninh Tổ quốc đăng ký xây dựng, duy trì:")
        + repeat("for item in models", paragraph("Body", "- {{ item }}{{ ';' if not loop.last else '.' }}")),
    )
    return (
        header()
        + title()
        + addressees()
        + body()
        + paragraph("Body", "Tên đơn vị: {{ unit.name }}.")
        + paragraph("Body", "Loại đơn vị: {{ unit.type }}.")
        + repeat("if unit.address", paragraph("Body", "Địa chỉ: {{ unit.address }}."))
        + households
        + paragraph(
            "Body",
            f"{{{{ unit.name }}}} đăng ký phấn đấu đạt tiêu chuẩn {_STANDARD} năm {{{{ year }}}} và cam kết:",
        )
        + repeat("for item in commitments", paragraph("Body", "{{ loop.index }}. {{ item }}"))
        + models
        + paragraph("Body", "{{ unit.name }} kính đề nghị cấp có thẩm quyền xem xét, ghi nhận.")
        + closing()
    )


def minutes_of_review() -> str:
    """Biên bản họp xét: no place and date in the head. Source: NĐ 30/2020, PL III, Mẫu 1.9; TT 124/2021, Điều 9.1."""
    criteria = bordered_table(
        [
            ("TT", 12, "center", "{{ loop.index }}"),
            ("Tiêu chí", 60, "left", "{{ item.criterion }}"),
            ("Ý kiến của cuộc họp", 68, "left", "{{ item.result }}"),
            ("Kết quả", 25, "center", "{{ 'Đạt' if item.met else 'Chưa đạt' }}"),
        ],
        "for item in criteria",
    )
    return (
        header(dated=False)
        + title()
        + paragraph("Body", "Thời gian bắt đầu: {{ started_at|clock_time }}.")
        + paragraph("Body", "Địa điểm: {{ place }}.")
        + paragraph("Body", "Thành phần tham dự:")
        + repeat(
            "for item in attendees",
            paragraph(
                "Body",
                "{{ loop.index }}. {{ item.name }}, {{ item.role }}{{ ';' if not loop.last else '.' }}",
            ),
        )
        + paragraph("Body", "Chủ trì (chủ tọa): {{ signatures[1].name }}.")
        + paragraph("Body", "Thư ký (người ghi biên bản): {{ signatures[0].name }}.")
        + paragraph("Body", "Nội dung (theo diễn biến cuộc họp):")
        + body()
        + repeat("if criteria", paragraph("Body", "Kết quả đánh giá từng tiêu chí:") + criteria)
        + repeat(
            "if vote",
            paragraph(
                "Body",
                "Biểu quyết: {{ vote.for }} ý kiến tán thành, {{ vote.against }} ý kiến không tán thành.",
            ),
        )
        + repeat("if conclusion", paragraph("Body", "Kết luận: {{ conclusion }}"))
        + paragraph("Body", "Cuộc họp kết thúc vào {{ ended_at|clock_time }}.")
        + closing()
    )


def decision() -> str:
    """Quyết định công nhận, its list as an annex. Source: NĐ 30/2020, PL III, Mẫu 1.2, 2.2; TT 124/2021, Điều 12.2."""

    def article(number: int, text: str) -> str:
        bold = f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">Điều {number}. </w:t></w:r>'
        return (
            f'<w:p><w:pPr><w:pStyle w:val="Body"/></w:pPr>{bold}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
        )

    units = bordered_table(
        [
            ("TT", 12, "center", "{{ loop.index }}"),
            ("Tên đơn vị", 62, "left", "{{ unit.name }}"),
            ("Loại đơn vị", 31, "center", "{{ unit.type }}"),
            ("Địa chỉ", 60, "left", "{{ unit.address }}"),
        ],
        "for unit in recognised",
    )
    return (
        header()
        + title()
        + paragraph("Competence", "{{ competence }}")
        + body()
        + paragraph("Decide", "QUYẾT ĐỊNH:")
        + article(
            1,
            f"Công nhận {{{{ recognised|length|two_digits }}}} đơn vị đạt tiêu chuẩn {_STANDARD} năm {{{{ year }}}} "
            "(có danh sách tại Phụ lục kèm theo).",
        )
        + article(2, "Quyết định này có hiệu lực kể từ ngày ký.")
        + article(3, "{{ responsible }} chịu trách nhiệm thi hành Quyết định này.")
        + closing()
        + section(inside=True)
        + annex_head(
            "Phụ lục",
            f"DANH SÁCH CÁC ĐƠN VỊ ĐẠT TIÊU CHUẨN {_STANDARD.upper()} NĂM {{{{ year }}}}",
            "(Kèm theo Quyết định số …/QĐ-… ngày … tháng … năm … của …)",
        )
        + units
    )


def certificate() -> str:
    """Giấy công nhận. The form annexed to TT 124/2021 was not found: this layout is provisional, replace it freely."""
    return (
        header()
        + paragraph("CertificateName", "{{ heading }}")
        + paragraph("RulePart")
        + paragraph("Competence", "{{ competence }}", extra='<w:spacing w:before="360" w:after="120"/>')
        + paragraph("CertificateLine", "Công nhận:")
        + paragraph("CertificateUnit", "{{ unit.name }}")
        + paragraph(
            "CertificateLine",
            "({{ unit.type }}{% if unit.address %}; địa chỉ: {{ unit.address }}{% endif %})",
        )
        + paragraph("CertificateUnit", f"Đạt tiêu chuẩn {_STANDARD} năm {{{{ year }}}}")
        + paragraph(
            "CertificateLine",
            "Theo Quyết định số {{ decision.symbol }} {{ decision.date|long_date }}.",
            extra='<w:keepNext/><w:spacing w:before="60" w:after="480"/>',
        )
        + closing()
    )
