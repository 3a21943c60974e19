"""Papers made by hand for the checks: a letter and a decision in which nothing is wrong, and ways to spoil them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from docgen.check import Finding, checked
from docgen.paper.model import (
    Alignment,
    Cell,
    Drawn,
    Layout,
    Line,
    PageNumbers,
    Paper,
    Paragraph,
    Place,
    Remark,
    Rule,
    Run,
    Sheet,
    Source,
)
from docgen.read.elements import Annex, Elements, Piece, SignatureBlock

PAGE = Sheet(width=210.0, height=297.0, top=20.0, bottom=20.0, left=30.0, right=15.0)
NUMBERS = PageNumbers(
    place=Place.HEADER, alignment=Alignment.CENTER, first_shown=False, arabic=True, start=None, paragraph=99
)
LEFT_CELL, RIGHT_CELL = (0, 0, 0), (0, 0, 1)
CLOSING_LEFT, CLOSING_RIGHT = (1, 0, 0), (1, 0, 1)
LONG = (
    "Các cơ quan, đơn vị trên địa bàn phường nghiêm túc triển khai thực hiện, kịp thời phản ánh vướng mắc và báo cáo "
    "kết quả về Ủy ban nhân dân phường để tổng hợp, chỉ đạo theo quy định"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """One paragraph: what it is, what it says, how it looks."""

    role: str
    text: str
    size: float | None = 14.0
    bold: bool | None = False
    italic: bool | None = False
    font: str | None = "Times New Roman"
    colour: str | None = "000000"
    alignment: Alignment = Alignment.CENTER
    first_line: float = 0.0
    left: float = 0.0
    before: float = 0.0
    after: float = 0.0
    spacing: float | None = 1.0
    exact: float | None = None
    cell: tuple[int, int, int] | None = None
    label: str = ""
    place: Place = Place.BODY
    page: int = 1


def prose(text: str, **looks: Any) -> Spot:
    """A right paragraph of the body."""
    right: dict[str, Any] = {"alignment": Alignment.JUSTIFIED, "first_line": 12.7, "after": 6.0, "role": "body"}
    return Spot(text=text, **(right | looks))


def basis(text: str, **looks: Any) -> Spot:
    """A right basis."""
    return prose(text, **({"role": "bases", "italic": True} | looks))


_HEAD = (
    Spot(role="superior", text="UBND TỈNH A", size=12.0, cell=LEFT_CELL),
    Spot(role="issuer", text="ỦY BAN NHÂN DÂN PHƯỜNG B", size=12.0, bold=True, cell=LEFT_CELL),
    Spot(role="country", text="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12.0, bold=True, cell=RIGHT_CELL),
    Spot(role="motto", text="Độc lập - Tự do - Hạnh phúc", size=13.0, bold=True, cell=RIGHT_CELL),
)
_NAMED = (
    Spot(role="number", text="Số: 07/QĐ-UBND", size=13.0, cell=(0, 1, 0)),
    Spot(role="place_date", text="Hà Nội, ngày 05 tháng 3 năm 2026", size=13.0, italic=True, cell=(0, 1, 1)),
)
_CLOSING = (
    Spot(role="recipients_word", text="Nơi nhận:", size=12.0, bold=True, italic=True, cell=CLOSING_LEFT),
    Spot(role="recipients", text="- Như Điều 2;", size=11.0, cell=CLOSING_LEFT),
    Spot(role="recipients", text="- Lưu: VT, NC.", size=11.0, cell=CLOSING_LEFT),
    Spot(role="authority", text="TM. ỦY BAN NHÂN DÂN", bold=True, cell=CLOSING_RIGHT),
    Spot(role="position", text="CHỦ TỊCH", bold=True, cell=CLOSING_RIGHT),
    Spot(role="name", text="Nguyễn Văn An", bold=True, cell=CLOSING_RIGHT),
)

#: A decision in which nothing is wrong.
DECISION = (
    *_HEAD,
    *_NAMED,
    Spot(role="kind_name", text="QUYẾT ĐỊNH", bold=True),
    Spot(role="subject", text="Về việc thành lập Tổ công tác", bold=True),
    Spot(role="competence", text="ỦY BAN NHÂN DÂN PHƯỜNG B", bold=True),
    basis("Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;"),
    basis("Theo đề nghị của Chánh Văn phòng."),
    Spot(role="body", text="QUYẾT ĐỊNH:", bold=True),
    prose("Điều 1. Thành lập Tổ công tác", bold=True),
    prose("Tổ công tác có trách nhiệm giúp Ủy ban nhân dân phường."),
    prose("Điều 2. Hiệu lực thi hành", bold=True),
    prose(LONG + "./."),
    *_CLOSING,
)

#: A letter in which nothing is wrong.
LETTER = (
    *_HEAD,
    Spot(role="number", text="Số: 12/UBND-NC", size=13.0, cell=(0, 1, 0)),
    Spot(role="letter_subject", text="V/v nâng bậc lương năm 2026", size=12.0, before=6.0, cell=(0, 1, 0)),
    Spot(role="place_date", text="Hà Nội, ngày 05 tháng 3 năm 2026", size=13.0, italic=True, cell=(0, 1, 1)),
    Spot(role="to_word", text="Kính gửi:", alignment=Alignment.LEFT, left=40.0),
    Spot(role="to", text="- Sở Nội vụ;", alignment=Alignment.LEFT, left=57.3),
    Spot(role="to", text="- Sở Tài chính.", alignment=Alignment.LEFT, left=57.3),
    prose(LONG + "."),
    prose(LONG + "./."),
    _CLOSING[0],
    Spot(role="recipients", text="- Như trên;", size=11.0, cell=CLOSING_LEFT),
    *_CLOSING[2:],
)

#: The rules under issuer and Tiêu ngữ of both, and under the decision's subject: 20, 57 and 25 mm long.
_HEAD_RULES = (("issuer", 25.0), ("motto", 57.0), ("subject", 26.0))


def spoiled(spots: Sequence[Spot], role: str, nth: int = 0, **changes: Any) -> tuple[Spot, ...]:
    """The paper with the ``nth`` paragraph of a role changed."""
    index = [index for index, spot in enumerate(spots) if spot.role == role][nth]
    return (*spots[:index], replace(spots[index], **changes), *spots[index + 1 :])


def without(spots: Sequence[Spot], *roles: str) -> tuple[Spot, ...]:
    """The paper without the paragraphs of these roles."""
    return tuple(spot for spot in spots if spot.role not in roles)


def with_body(spots: Sequence[Spot], *paragraphs: Spot) -> tuple[Spot, ...]:
    """The paper with other paragraphs before its last words."""
    last = max(index for index, spot in enumerate(spots) if spot.role == "body")
    return (*spots[:last], *paragraphs, *spots[last:])


def _paragraph(number: int, spot: Spot) -> Paragraph:
    run = Run(text=spot.text, font=spot.font, size=spot.size, bold=spot.bold, italic=spot.italic, colour=spot.colour)
    layout = Layout(
        alignment=spot.alignment,
        first_line=spot.first_line,
        left=spot.left,
        right=0.0,
        before=spot.before,
        after=spot.after,
        spacing=spot.spacing,
        exact=spot.exact,
    )
    cell = None
    if spot.cell is not None:
        table, row, column = spot.cell
        cell = Cell(table=table, row=row, column=column, columns=2, bordered=False, width=80.0)
    return Paragraph(
        number=number,
        lines=(Line(runs=(run,)),),
        place=spot.place,
        layout=layout,
        cell=cell,
        page=spot.page,
        label=spot.label,
    )


def made(
    spots: Sequence[Spot],
    *,
    sheets: Sequence[Sheet] = (PAGE,),
    rules: Sequence[tuple[str, float]] = _HEAD_RULES,
    source: Source = Source.WORD,
    pages: int | None = 1,
    remarks: frozenset[Remark] = frozenset(),
    **more: Any,
) -> tuple[Paper, Elements]:
    """A paper and its elements."""
    paragraphs = [_paragraph(number, spot) for number, spot in enumerate(spots, 1)]
    by_role: dict[str, list[Paragraph]] = {}
    for spot, paragraph in zip(spots, paragraphs, strict=True):
        by_role.setdefault(spot.role, []).append(paragraph)
    drawn = [
        Rule(width=width, drawn=Drawn.SHAPE, paragraph=by_role[role][-1].number)
        for role, width in rules
        if role in by_role
    ]
    paper = Paper(
        source=source,
        paragraphs=tuple(paragraphs),
        sheets=tuple(sheets),
        rules=tuple(drawn),
        pages=pages,
        remarks=remarks,
        **more,
    )
    return paper, _elements(by_role)


def _pieces(paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    return tuple(Piece(text=p.lines[0].text, paragraph=p, line=p.lines[0]) for p in paragraphs)


def _elements(by_role: dict[str, list[Paragraph]]) -> Elements:
    def pieces(role: str) -> tuple[Piece, ...]:
        return _pieces(by_role.get(role, []))

    def one(role: str) -> Piece | None:
        return next(iter(pieces(role)), None)

    signed = ("authority", "position", "name")
    block = SignatureBlock(
        authority=pieces("authority"),
        position=pieces("position"),
        other_position=pieces("other_position"),
        name=one("name"),
    )
    many = ("country", "motto", "superior", "issuer", "number", "place_date", "kind_name", "subject", "letter_subject")
    singles = ("to_word", "recipients_word", "urgency", "circulation", "drafter")
    boxes: dict[str, Any] = {role: pieces(role) for role in (*many, "competence", "to", "recipients", "contact")}
    boxes |= {role: one(role) for role in singles}
    return Elements(
        **boxes,
        bases=tuple(by_role.get("bases", [])),
        body=tuple(by_role.get("body", [])),
        signatures=(block,) if any(role in by_role for role in signed) else (),
        annexes=_annexes(by_role),
    )


def _annexes(by_role: dict[str, list[Paragraph]]) -> tuple[Annex, ...]:
    labels = _pieces(by_role.get("annex", []))
    return tuple(
        Annex(
            label=label,
            title=_pieces(by_role.get(f"annex_title{index}", [])),
            note=_pieces(by_role.get(f"annex_note{index}", [])),
            body=tuple(by_role.get(f"annex_body{index}", [])),
        )
        for index, label in enumerate(labels)
    )


def findings(spots: Sequence[Spot], **more: Any) -> list[Finding]:
    """What the checks say of a paper."""
    return checked(*made(spots, **more))


def ids(spots: Sequence[Spot], **more: Any) -> list[str]:
    """Only the ids of what the checks say."""
    return [finding.id for finding in findings(spots, **more)]
