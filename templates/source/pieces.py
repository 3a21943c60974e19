"""The pieces that kinds share: header, title, addressees, signature block, recipients, annexes.

Each function gives back WordprocessingML with the template language of docxtpl inside runs, so that Word opens and
edits it. Boxes are numbered as in the decree's diagram.
Source: NĐ 30/2020, PL I, P.I, IV; PL III.
"""

from __future__ import annotations

from docgen.fonts import text_width
from docgen.rules.page import CHOSEN, PAGE, TWIPS_PER_MM

#: Millimetres of the left column (boxes 2, 3, 5b); the right one (1, 4) takes the rest.
LEFT = 75.0
#: Millimetres of the column of recipients (box 9b); the signature (box 7) takes the rest.
RECIPIENTS = 80.0


def twips(millimetres: float) -> int:
    """Word's unit, a twentieth of a point."""
    return round(millimetres * TWIPS_PER_MM)


def paragraph(style: str, text: str = "", *, extra: str = "", mark: str = "") -> str:
    """A paragraph of one run; ``extra`` goes into its properties, ``mark`` before the run."""
    run = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{mark}{run}</w:p>'


def repeat(code: str, inner: str) -> str:
    """``inner`` for every turn of a loop, or under a condition: ``for x in y`` or ``if x``."""
    return f"{paragraph('Body', f'{{%p {code} %}}')}{inner}{paragraph('Body', f'{{%p end{code.split()[0]} %}}')}"


def bookmark(name: str, number: int) -> str:
    """A point that conversion turns into a place in the PDF. Names hold letters and digits only."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def cell(width: float, inner: str) -> str:
    """A table cell, ``width`` in millimetres."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{inner}</w:tc>'


def plain_table(widths: list[float], rows: list[list[str]]) -> str:
    """A table without borders whose rows do not split; widths in millimetres."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = "".join(
        "<w:tr><w:trPr><w:cantSplit/></w:trPr>"
        + "".join(cell(width, inner) for width, inner in zip(widths, row, strict=True))
        + "</w:tr>"
        for row in rows
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Plain"/><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>'
    )


def header(*, letter: bool = False, dated: bool = True) -> str:
    """Boxes 1 to 4, and 5b for a letter. Source: NĐ 30/2020, PL I, P.I, II.1 to II.5."""
    right = PAGE.text_width - LEFT
    issuer = (
        repeat("for line in office.superior", paragraph("Superior", "{{ line }}"))
        + repeat("for line in office.printed", paragraph("Office", "{{ line }}"))
        + paragraph("RulePart")
    )
    country = (
        paragraph("Country", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + paragraph("Motto", "Độc lập - Tự do - Hạnh phúc")
        + paragraph("RuleWhole")
    )
    number = paragraph("Number", "{{ number_line }}")
    if letter:
        number += paragraph("LetterSubject", "V/v {{ subject }}")
    day = paragraph("PlaceDate", "{{ date_line }}") if dated else paragraph("PlaceDate")
    return plain_table([LEFT, right], [[issuer, country], [number, day]]) + paragraph("AfterTable")


def title(name: str = "{{ heading }}", subject: str = "{{ subject }}") -> str:
    """Box 5a: type name, subject, rule. Source: NĐ 30/2020, PL I, P.I, II.5.b."""
    return paragraph("KindName", name) + paragraph("Subject", subject) + paragraph("RulePart") + paragraph("AfterTable")


def addressees() -> str:
    """Box 9a: one addressee on the line of ``Kính gửi:``, several on dashed lines under its colon.

    The dashes stand under the colon, wherever the width of the words puts it. Source: NĐ 30/2020, PL I, P.I, II.9.d.
    """
    left, hang = 30.0, text_width("- ", CHOSEN["addressees"], bold=False)
    colon = left + text_width("Kính gửi", CHOSEN["addressees"], bold=False)
    start = f'<w:ind w:left="{twips(left)}"/>'
    words = text_width("Kính gửi: ", CHOSEN["addressees"], bold=False)
    hanging = f'<w:spacing w:before="240"/><w:ind w:left="{twips(left + words)}" w:hanging="{twips(words)}"/>'
    one = paragraph("Addressees", "Kính gửi: {{ addressees[0] }}", extra=hanging)
    item = f'<w:ind w:left="{twips(colon + hang)}" w:hanging="{twips(hang)}"/>'
    many = paragraph("Addressees", "Kính gửi:", extra=f'<w:spacing w:before="240"/>{start}') + repeat(
        "for line in addressees", paragraph("Addressees", "{{ line }}", extra=item)
    )
    chosen = repeat("if addressees|length == 1", one) + repeat("if addressees|length != 1", many)
    return repeat("if addressees", chosen + paragraph("AfterTable"))


def body() -> str:
    """Box 6."""
    return paragraph("Body", "{{p body }}")


def _signature(index: int) -> str:
    """Box 7 of one signer; four bookmarks tell where signature and seal go."""
    number = 10 * (index + 1)
    return (
        repeat(f"for line in signatures[{index}].lines", paragraph("Authority", "{{ line }}"))
        + paragraph("SignatureGap", mark=bookmark(f"signature{index + 1}gap", number))
        + paragraph("Break", mark=bookmark(f"signature{index + 1}foot", number + 3))
        + repeat(f"for line in signatures[{index}].other", paragraph("Signer", "{{ line }}"))
        + f'<w:p><w:pPr><w:pStyle w:val="Signer"/></w:pPr>{bookmark(f"signature{index + 1}start", number + 1)}'
        f'<w:r><w:t xml:space="preserve">{{{{ signatures[{index}].name }}}}</w:t></w:r>'
        f"{bookmark(f'signature{index + 1}end', number + 2)}</w:p>"
    )


def recipients() -> str:
    """Box 9b. Source: NĐ 30/2020, PL I, P.I, II.9.d."""
    return paragraph("RecipientsWord", "Nơi nhận:") + repeat(
        "for line in recipients", paragraph("Recipients", "{{ line }}")
    )


def closing() -> str:
    """Boxes 9b and 7 side by side, never split. Source: NĐ 30/2020, PL I, P.I, IV."""
    right, gap = PAGE.text_width - RECIPIENTS, paragraph("AfterTable")
    return plain_table([RECIPIENTS, right], [[gap + recipients(), gap + _signature(0)]])


def minutes_closing() -> str:
    """Secretary and chair side by side, recipients below the secretary. Source: NĐ 30/2020, PL III, Mẫu 1.9."""
    half, gap = PAGE.text_width / 2, paragraph("AfterTable")
    return plain_table([half, half], [[gap + _signature(0), gap + _signature(1)], [gap + recipients(), gap]])


def section(*, inside: bool) -> str:
    """Page, margins and page number; ``inside`` ends a section within the text, else the document's last.

    Every section counts from 1 and hides its first number. Source: NĐ 30/2020, PL I, P.I, I.7 and III.1.đ.
    """
    properties = (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:headerReference w:type="first" r:id="rId3"/>'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{twips(PAGE.width)}" w:h="{twips(PAGE.height)}"/>'
        f'<w:pgMar w:top="{twips(PAGE.top)}" w:right="{twips(PAGE.right)}" w:bottom="{twips(PAGE.bottom)}"'
        f' w:left="{twips(PAGE.left)}" w:header="{twips(10)}" w:footer="{twips(10)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    return paragraph("Break", extra=properties) if inside else paragraph("Break") + properties


def annex_head(label: str, heading: str, note: str) -> str:
    """The three lines over an annex and their rule. Source: NĐ 30/2020, PL I, P.I, III.1.b and c; Mẫu 2.2."""
    return (
        paragraph("AnnexLabel", label)
        + paragraph("AnnexTitle", heading)
        + paragraph("AnnexNote", note)
        + paragraph("RulePart")
        + paragraph("AfterTable")
    )


def annexes() -> str:
    """Every annex on a page of its own, its pages counted from 1."""
    head = annex_head("{{ annex.label }}", "{{ annex.title }}", "{{ annex.note }}")
    return repeat("for annex in annexes", section(inside=True) + head + paragraph("Body", "{{p annex.body }}"))


def bordered_table(columns: list[tuple[str, float, str, str]], loop: str) -> str:
    """A table with a repeated head and one row for each turn of ``loop``.

    Args:
        columns: title, width in millimetres, alignment and text of the cell, for each column.
        loop: such as ``for unit in recognised``.
    """
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for _, width, _, _ in columns)
    head = "".join(cell(width, paragraph("TableHead", name)) for name, width, _, _ in columns)
    cells = "".join(
        cell(width, paragraph("TableCell", text, extra=f'<w:jc w:val="{align}"/>')) for _, width, align, text in columns
    )

    def row(inner: str, *, properties: str = "") -> str:
        return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{inner}</w:tr>"

    def turn(code: str) -> str:
        return row(cell(columns[0][1], paragraph("TableCell", f"{{%tr {code} %}}")))

    total = sum(width for _, width, _, _ in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Bordered"/><w:tblW w:w="{twips(total)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + row(head, properties="<w:tblHeader/>")
        + turn(loop)
        + row(cells)
        + turn("endfor")
        + "</w:tbl>"
        + paragraph("AfterTable")
    )
