"""The pieces that kinds share: header, title, addressees, stamps in frames, annexes, tables; not how they close.

Each function gives back WordprocessingML with the template language of docxtpl inside runs, so that Word opens and
edits it. Boxes are numbered as in the decree's diagram.
Source: NĐ 30/2020, PL I, P.I, IV; PL III.
"""

from __future__ import annotations

from docgen.fonts import text_width
from docgen.rules.page import CHOSEN, GUTTER, PAGE, TWIPS_PER_MM, URGENCY_FRAMES

#: Millimetres of the left column (boxes 2, 3, 5b); the right one (1, 4) takes the rest.
LEFT = 75.0
#: Millimetres of the column of recipients (box 9b); the signature (box 7) takes the rest.
RECIPIENTS = 80.0
#: Bright red (*đỏ tươi*) of the stamp of urgency. Source: NĐ 30/2020, PL I, P.I, III.2.b.
RED = "FF0000"
#: Millimetres of the frame around the scope of circulation: its longest words and a little air.
CIRCULATION_WIDTH = 52.0


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


def cell(width: float, content: str, *, inner: str = "") -> str:
    """A table cell, ``width`` in millimetres; ``inner`` names the side that keeps off its neighbour."""
    gutter = f'<w:tcMar><w:{inner} w:w="{twips(GUTTER)}" w:type="dxa"/></w:tcMar>' if inner else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{gutter}</w:tcPr>{content}</w:tc>'


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


def turn(width: float, code: str) -> str:
    """A row of a table that only holds a command of the template's language."""
    return f"<w:tr><w:trPr/>{cell(width, paragraph('TableCell', f'{{%tr {code} %}}'))}</w:tr>"


def frame(text: str, size: tuple[float, float], *, style: str, colour: str = "000000", align: str = "left") -> str:
    """A rectangle of one single line around ``text``, ``size`` in millimetres from line to line."""
    width, height = size
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="8" w:space="0" w:color="{colour}"/>'
        for side in ("top", "left", "bottom", "right")
    )
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Plain"/><w:tblW w:w="{twips(width)}" w:type="dxa"/>'
        f'<w:jc w:val="{align}"/><w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{twips(width)}"/></w:tblGrid><w:tr><w:trPr>'
        f'<w:trHeight w:val="{twips(height)}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
        f'<w:tcW w:w="{twips(width)}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f"{paragraph(style, text)}</w:tc></w:tr></w:tbl>"
    )


def urgency() -> str:
    """Box 10b: the urgency in its red frame. Source: NĐ 30/2020, PL I, P.I, III.2.b."""
    frames = "".join(
        repeat(f"if urgency == '{text}'", frame(text, size, style="Urgency", colour=RED))
        for text, size in URGENCY_FRAMES.items()
    )
    return repeat("if urgency", paragraph("AfterTable") + frames + paragraph("Break"))


def circulation() -> str:
    """Box 11 in the top margin, right half of page 1. Source: NĐ 30/2020, PL I, P.I, III.2.c and IV."""
    wide = frame("{{ circulation }}", (CIRCULATION_WIDTH, 8.0), style="Circulation", align="right")
    return repeat("if circulation", wide)


def contact() -> str:
    """Box 13 at the foot of page 1, under a rule as wide as the text. Source: NĐ 30/2020, PL I, P.I, III.4 and IV."""
    lines = repeat("for line in contact", paragraph("Contact", "{{ line }}"))
    return repeat("if contact", paragraph("RuleFull") + lines)


def issuer(office: str = "office") -> str:
    """Box 2. Source: NĐ 30/2020, PL I, P.I, II.2."""
    return (
        repeat(f"for line in {office}.superior", paragraph("Superior", "{{ line }}"))
        + repeat(f"for line in {office}.printed", paragraph("Office", "{{ line }}"))
        + paragraph("RulePart")
    )


def country() -> str:
    """Box 1. Source: NĐ 30/2020, PL I, P.I, II.1."""
    return (
        paragraph("Country", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        + paragraph("Motto", "Độc lập - Tự do - Hạnh phúc")
        + paragraph("RuleWhole")
    )


def header(*, letter: bool = False, dated: bool = True, numbered: bool = True) -> str:
    """Boxes 1 to 4, 5b for a letter, 10b where the document is urgent. Source: NĐ 30/2020, PL I, P.I, II.1 to II.5."""
    # A cell without a paragraph is no Word: without a number an empty one stands there.
    number = paragraph("Number", "{{ number_line }}" if numbered else "")
    if letter:
        number += paragraph("LetterSubject", "V/v {{ subject }}")
    number += urgency()
    day = paragraph("PlaceDate", "{{ date_line }}") if dated else paragraph("PlaceDate")
    return head_table(number, day) + paragraph("AfterTable")


def head_table(number: str, day: str, office: str = "office") -> str:
    """Boxes 2 and 1 side by side, ``number`` and ``day`` below them where they are anything."""
    rows = [[issuer(office), country()], *([[number, day]] if number else [])]
    return plain_table([LEFT, PAGE.text_width - LEFT], rows)


def title(name: str = "{{ heading }}", subject: str = "{{ subject }}") -> str:
    """Box 5a: type name, subject, rule. Source: NĐ 30/2020, PL I, P.I, II.5.b."""
    return paragraph("KindName", name) + paragraph("Subject", subject) + paragraph("RulePart") + paragraph("AfterTable")


def addressees(words: str = "Kính gửi", group: str = "addressees") -> str:
    """Box 9a: one addressee on the line of ``Kính gửi:``, several on dashed lines under its colon.

    The dashes stand under the colon, wherever the width of the words puts it. Source: NĐ 30/2020, PL I, P.I, II.9.d.

    Args:
        words: what stands before the colon.
        group: the lines, in the template's language.
    """
    left, hang = 30.0, text_width("- ", CHOSEN["addressees"], bold=False)
    colon = left + text_width(words, CHOSEN["addressees"], bold=False)
    start = f'<w:ind w:left="{twips(left)}"/>'
    wide = text_width(f"{words}: ", CHOSEN["addressees"], bold=False)
    hanging = f'<w:spacing w:before="240"/><w:ind w:left="{twips(left + wide)}" w:hanging="{twips(wide)}"/>'
    one = paragraph("Addressees", f"{words}: {{{{ {group}[0] }}}}", extra=hanging)
    item = f'<w:ind w:left="{twips(colon + hang)}" w:hanging="{twips(hang)}"/>'
    many = paragraph("Addressees", f"{words}:", extra=f'<w:spacing w:before="240"/>{start}') + repeat(
        f"for line in {group}", paragraph("Addressees", "{{ line }}", extra=item)
    )
    chosen = repeat(f"if {group}|length == 1", one) + repeat(f"if {group}|length != 1", many)
    return repeat(f"if {group}", chosen + paragraph("AfterTable"))


def body() -> str:
    """Box 6."""
    return paragraph("Body", "{{p body }}")


def section(*, inside: bool) -> str:
    """Page, margins and page number; ``inside`` ends a section within the text, else the document's last.

    Every section counts from 1 and hides its first number. Boxes 11 and 13 come from the header and footer of the
    first page; ``docgen.sections`` leaves them to the file's first section, and the unused header for even pages is
    the empty one that it gives the others. Source: NĐ 30/2020, PL I, P.I, I.7 and III.1.đ.
    """
    edges = "".join(
        f'<w:{edge}Reference w:type="{page}" r:id="{link}"/>'
        for edge, page, link in (
            ("header", "default", "rId2"),
            ("header", "even", "rId3"),
            ("header", "first", "rId5"),
            ("footer", "default", "rId6"),
            ("footer", "first", "rId7"),
        )
    )
    properties = (
        f'<w:sectPr>{edges}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(PAGE.width)}" w:h="{twips(PAGE.height)}"/>'
        f'<w:pgMar w:top="{twips(PAGE.top)}" w:right="{twips(PAGE.right)}" w:bottom="{twips(PAGE.bottom)}"'
        f' w:left="{twips(PAGE.left)}" w:header="{twips(10)}" w:footer="{twips(PAGE.bottom)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )
    return paragraph("Break", extra=properties) if inside else paragraph("Break") + properties


def annex_head(label: str, heading: str, note: str, *, across: str = "") -> str:
    """The three lines over an annex and their rule. Source: NĐ 30/2020, PL I, P.I, III.1.b and c; Mẫu 2.2.

    Args:
        label: ``Phụ lục I``.
        heading: its title.
        note: what it is attached to.
        across: condition, in the template's language, under which its section lies across.
    """
    mark = repeat(f"if {across}", paragraph("Break", mark=bookmark("landscape1", 900))) if across else ""
    return (
        mark
        + paragraph("AnnexLabel", label)
        + paragraph("AnnexTitle", heading)
        + paragraph("AnnexNote", note)
        + paragraph("RulePart")
        + paragraph("AfterTable")
    )


def annexes() -> str:
    """Every annex on a page of its own, its pages counted from 1."""
    head = annex_head("{{ annex.label }}", "{{ annex.title }}", "{{ annex.note }}", across="annex.landscape")
    return repeat("for annex in annexes", section(inside=True) + head + paragraph("Body", "{{p annex.body }}"))


def ending() -> str:
    """The end of a text that no signature follows: its last words get the mark ``./.``."""
    return paragraph("Break", mark=bookmark("ending1", 901))


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

    total = sum(width for _, width, _, _ in columns)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Bordered"/><w:tblW w:w="{twips(total)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        + row(head, properties="<w:tblHeader/>")
        + turn(columns[0][1], loop)
        + row(cells)
        + turn(columns[0][1], "endfor")
        + "</w:tbl>"
        + paragraph("AfterTable")
    )
