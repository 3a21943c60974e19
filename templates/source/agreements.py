"""Layout of what two parties agree on: hợp đồng, bản ghi nhớ, bản thỏa thuận.

The decree gives no model form for them; header, type name, number and signature follow PL I, the parties and their
two signatures follow practice.
"""

from __future__ import annotations

from templates.source.closing import closing
from templates.source.pieces import annexes, header, paragraph, repeat, title


def agreement() -> str:
    """Two parties, their articles, two signatures under ĐẠI DIỆN BÊN A and ĐẠI DIỆN BÊN B."""
    return (
        header()
        + title()
        + paragraph("Body", "{{p preamble }}")
        + paragraph("Body", "Hôm nay, {{ concluded_on|long_date }}, tại {{ concluded_at }}, chúng tôi gồm:")
        + _party("A", "party_a")
        + _party("B", "party_b")
        + paragraph("Body", "{{ agreed }}")
        + paragraph("Body", "{{p articles }}")
        + closing()
        + annexes()
    )


def _party(letter: str, field: str) -> str:
    details = repeat(f"for item in {field}.details", paragraph("Body", "{{ item.label }}: {{ item.value }}"))
    return paragraph("Party", f"BÊN {letter}: {{{{ {field}.name|upper }}}}") + details
