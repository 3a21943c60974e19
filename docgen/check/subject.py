"""What a rule looks at: a paper, its elements, the limits and what is known of cited documents."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from docgen.check.citing import Citation, citations
from docgen.check.findings import Finding, Level
from docgen.check.known import Citations
from docgen.check.limits import Limits
from docgen.check.words import Flow, flow, folded, paragraph_text, quoted, text_of
from docgen.paper.model import Paper, Paragraph, Place, Sheet, Source
from docgen.read.elements import Elements, Piece

#: Names that a type may carry beside that of the table. Source: NĐ 30/2020, PL III, I.
_SAME_KINDS = {"GIẤY UỶ QUYỀN": "GIẤY ỦY QUYỀN", "BẢN THOẢ THUẬN": "BẢN THỎA THUẬN"}


@dataclass(frozen=True, kw_only=True)
class Subject:
    """Everything that one check of one paper needs."""

    paper: Paper
    elements: Elements
    limits: Limits
    cited: Citations

    @property
    def in_word(self) -> bool:
        """Whether the file says how paragraphs are set."""
        return self.paper.source is Source.WORD

    @property
    def in_pdf(self) -> bool:
        """Whether the file says where every line stands."""
        return self.paper.source is Source.PDF

    @property
    def laid_out(self) -> bool:
        """Whether the file shows a page at all."""
        return self.paper.source is not Source.TEXT

    @property
    def size_slack(self) -> float:
        """Points by which a size may be off before it counts: Word is exact, a PDF is measured."""
        return 0.3 if self.in_pdf else 0.05

    @property
    def length_slack(self) -> float:
        """Millimetres by which a length may be off: Word rounds to twips and centimetres, a PDF is measured."""
        return 0.6 if self.in_pdf else 0.3

    @cached_property
    def kind(self) -> str:
        """The type name as printed, in capitals; empty for a letter."""
        return _SAME_KINDS.get(name := folded(text_of(self.elements.kind_name)), name)

    @cached_property
    def is_letter(self) -> bool:
        """Whether this is surely a công văn: no type name, and a subject that begins with V/v."""
        return not self.elements.kind_name and bool(self.elements.letter_subject)

    @cached_property
    def is_named(self) -> bool:
        """Whether the type is one of those to which the decree gives an abbreviation."""
        return self.kind in self.limits.abbreviations

    @cached_property
    def issuer_pieces(self) -> tuple[Piece, ...]:
        """The lines of the issuing body that stand in one place: a table's cell, or the running text."""
        pieces = self.elements.issuer
        first = pieces[0].paragraph.cell if pieces else None
        tables = [None if piece.paragraph.cell is None else piece.paragraph.cell.table for piece in pieces]
        here = None if first is None else first.table
        return tuple(piece for piece, table in zip(pieces, tables, strict=True) if table == here)

    @cached_property
    def issuer(self) -> str:
        """The issuing body in capitals."""
        return folded(text_of(self.issuer_pieces))

    @cached_property
    def prose(self) -> tuple[Paragraph, ...]:
        """Paragraphs of the body that are running text: not empty, not in tables."""
        return tuple(
            paragraph
            for paragraph in self.elements.body
            if paragraph.cell is None and paragraph.place is Place.BODY and paragraph_text(paragraph)
        )

    @cached_property
    def wording(self) -> Flow:
        """Bases and body as one text."""
        paragraphs = sorted({p.number: p for p in (*self.elements.bases, *self.elements.body)}.items())
        return flow((paragraph for _, paragraph in paragraphs), self.paper.source)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The documents that bases and body name, in order."""
        return tuple(citations(self.wording))

    @cached_property
    def labels(self) -> Flow:
        """Subject, addressees and recipients as one text, a paragraph a line."""
        elements = self.elements
        pieces = (*elements.subject, *elements.letter_subject, *elements.to, *elements.recipients)
        known = {paragraph.number for paragraph in self.wording.paragraphs}
        paragraphs = sorted({p.paragraph.number: p.paragraph for p in pieces}.items())
        return flow((paragraph for number, paragraph in paragraphs if number not in known), Source.WORD)

    @cached_property
    def starts(self) -> Mapping[int, int]:
        """Where each paragraph of the wording begins in its text, by number."""
        flow = self.wording
        return {paragraph.number: start for start, paragraph in zip(flow.starts, flow.paragraphs, strict=True)}

    @cached_property
    def everything(self) -> Flow:
        """The whole running text."""
        return flow(self.paper.of(Place.BODY), self.paper.source)

    def sheet_of(self, paragraph: Paragraph) -> Sheet | None:
        """The section or page that a paragraph stands on."""
        sheets = self.paper.sheets
        return sheets[paragraph.sheet] if 0 <= paragraph.sheet < len(sheets) else None

    def text_width(self, paragraph: Paragraph) -> float | None:
        """Millimetres between the margins, where the file says them."""
        sheet = self.sheet_of(paragraph)
        if sheet is None or sheet.left is None or sheet.right is None:
            return None
        return sheet.width - sheet.left - sheet.right

    def finding(
        self,
        check: str,
        place: str,
        at: Paragraph | Piece | None,
        *,
        found: str,
        expected: str,
        message: str,
        level: Level = Level.RULE,
        page: int | None = None,
    ) -> Finding:
        """A finding of this paper; ``place`` is the clause without the decree's name."""
        paragraph = at.paragraph if isinstance(at, Piece) else at
        return Finding(
            id=check,
            level=level,
            clause=self.limits.clause(place),
            page=page if paragraph is None else paragraph.page,
            paragraph=None if paragraph is None else paragraph.number,
            found=quoted(found, 120),
            expected=expected,
            message=message,
        )


#: A pure function from a paper to what is wrong with it.
CheckRule = Callable[[Subject], Iterator[Finding]]
