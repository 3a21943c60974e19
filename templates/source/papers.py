"""Layouts of the papers with fixed lines: công điện, giấy mời, giấy giới thiệu, giấy nghỉ phép, biên bản, thư công.

Source: NĐ 30/2020, PL III, Mẫu 1.6 to 1.10.
"""

from __future__ import annotations

from docgen.fonts import text_width
from docgen.rules.page import CHOSEN
from templates.source.closing import closing, confirmation
from templates.source.pieces import annexes, body, header, paragraph, repeat, title, twips


def _listed(group: str, text: str = "{{ item }}") -> str:
    """Dashed lines, a semicolon after each, a stop after the last."""
    return repeat(f"for item in {group}", paragraph("Body", f"- {text}{{{{ ';' if not loop.last else '.' }}}}"))


def telegram() -> str:
    """Công điện: who wires, to whom. Source: NĐ 30/2020, PL III, Mẫu 1.6."""
    hang = text_width("- ", CHOSEN["addressees"], bold=False)
    item = f'<w:ind w:left="{twips(55 + hang)}" w:hanging="{twips(hang)}"/>'
    one = paragraph("Wire", "{{ sender }} điện: {{ addressees[0] }}.")
    many = paragraph("Wire", "{{ sender }} điện:") + repeat(
        "for line in addressees", paragraph("Addressees", "{{ line }}", extra=item)
    )
    to = repeat("if addressees|length == 1", one) + repeat("if addressees|length != 1", many)
    return header() + title() + to + paragraph("AfterTable") + body() + closing() + annexes()


def invitation() -> str:
    """Giấy mời. Source: NĐ 30/2020, PL III, Mẫu 1.7."""
    invited = repeat(
        "if guests|length == 1", paragraph("Body", "{{ sender }} trân trọng kính mời: {{ guests[0] }}.")
    ) + repeat("if guests|length != 1", paragraph("Body", "{{ sender }} trân trọng kính mời:") + _listed("guests"))
    return (
        header()
        + title()
        + invited
        + paragraph("Body", "Tới dự {{ event }}.")
        + paragraph("Body", "Chủ trì: {{ chair }}.")
        + paragraph("Body", "Thời gian: {{ starts_at|meeting_time }}.")
        + paragraph("Body", "Địa điểm: {{ venue }}.")
        + body()
        + closing()
        + annexes()
    )


def introduction() -> str:
    """Giấy giới thiệu: no subject under its name. Source: NĐ 30/2020, PL III, Mẫu 1.8."""
    return (
        header()
        + _untitled()
        + paragraph("Wire", "{{ sender }} trân trọng giới thiệu:")
        + paragraph("Body", "{{ person.title }}: {{ person.name }}")
        + paragraph("Body", "Chức vụ: {{ person.position }}{% if person.unit %}, {{ person.unit }}{% endif %}")
        + paragraph("Body", "Được cử đến: {{ sent_to }}")
        + paragraph("Body", "Về việc: {{ purpose }}")
        + paragraph(
            "Body",
            "Đề nghị Quý cơ quan tạo điều kiện để {{ person.title|lower }} có tên ở trên hoàn thành nhiệm vụ.",
        )
        + paragraph("Body", "Giấy này có giá trị đến hết {{ valid_until|long_date }}.")
        + closing()
    )


def leave() -> str:
    """Giấy nghỉ phép, with a block for the place of leave to confirm. Source: NĐ 30/2020, PL III, Mẫu 1.10."""
    return (
        header()
        + _untitled()
        + paragraph(
            "Body",
            "Xét Đơn đề nghị nghỉ phép {{ requested_on|long_date }} của {{ person.title|lower }} {{ person.name }},",
        )
        + paragraph("Body", "{{ sender }} cấp cho:")
        + paragraph("Body", "{{ person.title }}: {{ person.name }}")
        + paragraph("Body", "Chức vụ: {{ person.position }}{% if person.unit %}, {{ person.unit }}{% endif %}")
        + paragraph(
            "Body",
            "Được nghỉ phép trong thời gian {{ days|two_digits }} ngày, kể từ {{ from|long_date }} đến hết "
            "{{ to|long_date }} tại {{ place }}.",
        )
        + paragraph("Body", "Số ngày nghỉ phép nêu trên được tính vào {{ counted_as }}.")
        + closing()
        + confirmation()
    )


def minutes() -> str:
    """Biên bản: no place and date in the head. Source: NĐ 30/2020, PL III, Mẫu 1.9."""
    return (
        header(dated=False)
        + title()
        + paragraph("Body", "Thời gian bắt đầu: {{ started_at|clock_time }}.")
        + paragraph("Body", "Địa điểm: {{ place }}.")
        + paragraph("Body", "Thành phần tham dự:")
        + repeat(
            "for item in attendees",
            paragraph("Body", "{{ loop.index }}. {{ item.name }}, {{ item.role }}{{ ';' if not loop.last else '.' }}"),
        )
        + paragraph("Body", "Chủ trì (chủ tọa): {{ signatures[1].name }}.")
        + paragraph("Body", "Thư ký (người ghi biên bản): {{ signatures[0].name }}.")
        + paragraph("Body", "Nội dung (theo diễn biến {{ event }}):")
        + body()
        + paragraph("Body", "{{ event|first_upper }} kết thúc vào {{ ended_at|clock_time }}.")
        + closing()
    )


def greeting() -> str:
    """Thư công: no number; the decree gives no form, offices print name, place, date and a salutation."""
    return (
        header(numbered=False)
        + title("{{ heading }}", "{{ subject }}")
        + repeat("if salutation", paragraph("Invited", "{{ salutation }}"))
        + body()
        + closing()
    )


def _untitled() -> str:
    """Box 5a of a paper without a subject: its name and a rule."""
    return paragraph("KindName", "{{ heading }}") + paragraph("RulePart") + paragraph("AfterTable")
