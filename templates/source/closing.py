"""How documents close: signature blocks (box 7), recipients (box 9b) and the drafter's mark (box 12).

Source: NĐ 30/2020, PL I, P.I, II.7, II.9 and IV; PL III, Mẫu 1.1 to 1.10.
"""

from __future__ import annotations

from docgen.rules.page import PAGE
from templates.source.pieces import RECIPIENTS, bookmark, cell, paragraph, plain_table, repeat, turn, twips


def signature(one: str, number: int) -> str:
    """Box 7 of one signer, ``one`` in the template's language; four bookmarks tell where signature and seal go.

    Bookmarks are counted anew in the filled document; ``number`` only keeps them apart in the template.
    """
    mark = 10 * (number + 1)
    return (
        repeat(f"for line in {one}.lines", paragraph("Authority", "{{ line }}"))
        + repeat(f"for blank in {one}.blanks", paragraph("Authority"))
        + paragraph("SignatureGap", mark=bookmark(f"signature{number}gap", mark))
        + paragraph("Break", mark=bookmark(f"signature{number}foot", mark + 3))
        + repeat(f"for line in {one}.other", paragraph("Signer", "{{ line }}"))
        + f'<w:p><w:pPr><w:pStyle w:val="Signer"/></w:pPr>{bookmark(f"signature{number}start", mark + 1)}'
        f'<w:r><w:t xml:space="preserve">{{{{ {one}.name }}}}</w:t></w:r>'
        f"{bookmark(f'signature{number}end', mark + 2)}</w:p>"
    )


def recipients(width: float = RECIPIENTS) -> str:
    """Box 9b, and box 12 at the right end of its last line. Source: NĐ 30/2020, PL I, P.I, II.9.d and III.3."""
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width - 4)}"/></w:tabs>'
    drafter = (
        "<w:r><w:t>{%r if loop.last and drafter_line %}</w:t></w:r>"
        "<w:r><w:tab/><w:t>{{ drafter_line }}</w:t></w:r><w:r><w:t>{%r endif %}</w:t></w:r>"
    )
    line = (
        f'<w:p><w:pPr><w:pStyle w:val="Recipients"/>{tab}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{{{{ line }}}}</w:t></w:r>{drafter}</w:p>'
    )
    return paragraph("RecipientsWord", "Nơi nhận:") + repeat("for line in recipients", line)


def closing() -> str:
    """Boxes 9b and 7: one signer on the right, two beside each other, more in rows of two."""
    return repeat("if signatures|length == 1", one_signer()) + repeat("if signatures|length != 1", many_signers())


def one_signer() -> str:
    """Recipients and one signer side by side, never split. Source: NĐ 30/2020, PL I, P.I, IV."""
    gap = paragraph("AfterTable")
    return plain_table(
        [RECIPIENTS, PAGE.text_width - RECIPIENTS], [[gap + recipients(), gap + signature("signatures[0]", 1)]]
    )


def many_signers() -> str:
    """Rows of two signers; the recipients in the place that is left, or under the last on the left as in Mẫu 1.9."""
    half, gap = PAGE.text_width / 2, paragraph("AfterTable")
    apart = gap + repeat("if not loop.first", paragraph("Gap"))
    listed = gap + recipients(half)
    left = (
        repeat("if row.left", apart + signature("row.left", 2))
        + repeat("if loop.last and row.left", listed)
        + repeat("if not row.left", apart + recipients(half))
    )
    cells = cell(half, left, inner="right") + cell(half, apart + signature("row.right", 3), inner="left")
    rows = (
        turn(half, "for row in signature_rows")
        + f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cells}</w:tr>"
        + turn(half, "endfor")
    )
    grid = f'<w:gridCol w:w="{twips(half)}"/>' * 2
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Plain"/><w:tblW w:w="{twips(2 * half)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def confirmation() -> str:
    """The block that another office fills in on a leave paper. Source: NĐ 30/2020, PL III, Mẫu 1.10."""
    gap = paragraph("AfterTable")
    words = (
        paragraph("Addition", "Xác nhận của cơ quan (tổ chức) hoặc chính quyền địa phương nơi nghỉ phép")
        + paragraph("Addition", "(nếu cần)")
        + paragraph("Addition", "(Chữ ký, dấu, họ và tên)", extra='<w:spacing w:before="120" w:after="1400"/>')
    )
    return gap + plain_table([RECIPIENTS, PAGE.text_width - RECIPIENTS], [[words, gap]])


def original_closing() -> str:
    """Recipients and signer of a copied document; words stand where its signature stood."""
    gap = paragraph("AfterTable")
    listed = paragraph("RecipientsWord", "Nơi nhận:") + repeat(
        "for line in original.recipients", paragraph("Recipients", "{{ line }}")
    )
    signer = (
        repeat("for line in original.lines", paragraph("Authority", "{{ line }}"))
        + paragraph("Signed", "{{ original.signed }}")
        + repeat("for line in original.other", paragraph("Signer", "{{ line }}"))
        + paragraph("Signer", "{{ original.name }}")
    )
    return plain_table([RECIPIENTS, PAGE.text_width - RECIPIENTS], [[gap + listed, gap + signer]])
