"""Which layout each kind has, and the layouts of what offices write most: letters, named documents, decisions.

A layout is a list of pieces in reading order. Kinds of one model form share one.
Source: NĐ 30/2020, PL III.
"""

from __future__ import annotations

from templates.source.agreements import agreement
from templates.source.closing import closing
from templates.source.copies import copy, paper_copy
from templates.source.papers import greeting, introduction, invitation, leave, minutes, telegram
from templates.source.pieces import (
    addressees,
    annex_head,
    annexes,
    body,
    ending,
    head_table,
    header,
    paragraph,
    repeat,
    section,
    title,
)
from templates.source.recognition import certificate, decision, minutes_of_review, registration, report


def letter() -> str:
    """Công văn. Source: NĐ 30/2020, PL III, Mẫu 1.5."""
    return header(letter=True) + addressees() + body() + closing() + annexes()


def named() -> str:
    """A document with a type name; ``Kính gửi`` where the content has it. Source: NĐ 30/2020, PL III, Mẫu 1.4."""
    return header() + title() + addressees() + body() + closing() + annexes()


def proposal() -> str:
    """Tờ trình, to a superior. Source: NĐ 30/2020, PL III, Mẫu 1.4; PL I, P.I, II.9.b."""
    attached = repeat(
        "if attachments",
        paragraph("Body", "Hồ sơ gửi kèm theo Tờ trình này gồm:")
        + repeat(
            "for item in attachments",
            paragraph("Body", "{{ loop.index }}. {{ item }}{{ ';' if not loop.last else '.' }}"),
        ),
    )
    return header() + title() + addressees() + body() + attached + closing() + annexes()


def enactment(word: str) -> str:
    """A decision or resolution; what it issues or approves follows it in the file.

    Args:
        word: ``QUYẾT ĐỊNH:`` or ``QUYẾT NGHỊ:``.

    Source: NĐ 30/2020, PL III, Mẫu 1.1, 1.2 and 1.3.
    """
    attached = repeat("if attached", section(inside=True) + attached_text())
    return (
        header()
        + title()
        + paragraph("Competence", "{{ competence }}")
        + paragraph("Body", "{{p preamble }}")
        + paragraph("Decide", word)
        + paragraph("Body", "{{p articles }}")
        + closing()
        + attached
        + annexes()
    )


def attached_text() -> str:
    """A text that a decision issues: own header without number and date. Source: NĐ 30/2020, PL III, Mẫu 1.3."""
    return (
        head_table("", "")
        + paragraph("KindName", "{{ attached.heading }}")
        + paragraph("Subject", "{{ attached.subject }}")
        + paragraph("AnnexNote", "{{ attached.note }}")
        + paragraph("RulePart")
        + paragraph("AfterTable")
        + paragraph("Body", "{{p attached.body }}")
        + ending()
    )


def annex_file() -> str:
    """An annex in a file of its own: no header. Source: NĐ 30/2020, PL III, Mẫu 2.1 and 2.2."""
    head = annex_head(
        "{{ annexes[0].label }}", "{{ annexes[0].title }}", "{{ annexes[0].note }}", across="annexes[0].landscape"
    )
    return head + body() + ending()


LAYOUTS = {
    "cong_van": letter,
    **dict.fromkeys(
        (
            "chi_thi",
            "quy_che",
            "quy_dinh",
            "thong_cao",
            "thong_bao",
            "huong_dan",
            "chuong_trinh",
            "ke_hoach",
            "phuong_an",
            "de_an",
            "du_an",
            "giay_uy_quyen",
            "phieu_gui",
            "phieu_chuyen",
            "phieu_bao",
        ),
        named,
    ),
    "bao_cao": report,
    "to_trinh": proposal,
    "ban_dang_ky": registration,
    "bien_ban_hop_xet": minutes_of_review,
    "quyet_dinh_cong_nhan": decision,
    "giay_cong_nhan": certificate,
    "nghi_quyet": lambda: enactment("QUYẾT NGHỊ:"),
    "quyet_dinh": lambda: enactment("QUYẾT ĐỊNH:"),
    "quyet_dinh_ban_hanh": lambda: enactment("QUYẾT ĐỊNH:"),
    "van_ban_kem_theo": attached_text,
    "phu_luc": annex_file,
    "cong_dien": telegram,
    "giay_moi": invitation,
    "giay_gioi_thieu": introduction,
    "giay_nghi_phep": leave,
    "bien_ban": minutes,
    "thu_cong": greeting,
    "hop_dong": agreement,
    "ban_ghi_nho": agreement,
    "ban_thoa_thuan": agreement,
    **dict.fromkeys(("sao_y_giay", "sao_luc_giay", "trich_sao_giay"), paper_copy),
    **dict.fromkeys(("sao_y_dien_tu", "sao_luc_dien_tu", "trich_sao_dien_tu"), copy),
}
