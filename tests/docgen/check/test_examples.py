"""What this project makes keeps the decree: every example of every kind, as Word file and as PDF, blank and numbered.

Five examples are whole transcriptions of real documents whose wording is kept to the letter, slips included
(`tests/test_examples_against_seeds.py`). Those slips, and nothing else, are found.
"""

from __future__ import annotations

from collections import Counter

import pytest

from docgen.check import Level, checked
from docgen.paper.pdf import pdf_paper
from docgen.paper.word import word_paper
from docgen.workshop import Workshop
from tests.documents import BLANK, EXAMPLES, NUMBERED, example

#: Slips of wording and citation in the transcriptions, by check and clause.
SLIPS = {
    "chi_thi/binh-thuan": {
        ("C15", "PL I, P.I, II.6.b"): 2,  # Thông tư 124 a second time with its day; Quyết định 1383 without title
    },
    "cong_van/bcd-hung-yen": {
        ("C15", "PL I, P.I, II.6.b"): 2,  # Thông tư 124 and Quyết định 510 again with their days
        ("C25", "PL I, P.I, II.9.b"): 1,  # “Như kính gửi”, and not first
        ("C29", "PL II, V.7"): 1,  # “Khoản 7 Điều 7”
        ("C36", "PL I, P.I, II.6.b"): 2,  # Thông tư 124 dated 18/12/2021 twice
    },
    "cong_van/ubnd-dong-thap": {
        ("C29", "PL II, III.1.a"): 1,  # “Ủy ban nhân dân Tỉnh”
    },
    "cong_van/ubnd-hung-yen": {
        ("C15", "PL I, P.I, II.6.b"): 2,  # Thông tư 124 and Thông tư 48 again with their days
        ("C19", "Điều 13.2; PL I, P.I, II.7.b"): 1,  # the committee asks, its chairman's deputy signs without TM.
        ("C25", "PL I, P.I, II.9.b"): 1,  # “Như kính gửi”
        ("C29", "PL II, V.1"): 1,  # “quần chúng nhân dân”
    },
    "ke_hoach/thanh-thuy": {
        ("C14", "PL I, P.I, II.6.a"): 1,  # the last basis runs into the lead-in sentence
        ("C29", "PL II, IV.1.a"): 1,  # “Ban chỉ đạo”
        ("C29", "PL II, V.1"): 1,  # “vận động nhân dân”
    },
}

every_example = pytest.mark.parametrize("name", EXAMPLES)


def slips(name: str) -> Counter[tuple[str, str]]:
    """What is to be found in an example."""
    return Counter(SLIPS.get(name, {}))


def found(paper_findings: list[tuple[str, str]]) -> Counter[tuple[str, str]]:
    """Findings by check and clause."""
    return Counter((check, clause.removeprefix("NĐ 30/2020, ")) for check, clause in paper_findings)


@every_example
@pytest.mark.parametrize("dating", [NUMBERED, BLANK], ids=["numbered", "blank"])
def test_a_word_file_of_ours_breaks_no_rule_but_by_its_wording(workshop: Workshop, name: str, dating: object) -> None:
    made = example(name)
    data = workshop.docx(made.kind, made.content, made.issuer, NUMBERED if dating is NUMBERED else BLANK)
    findings = checked(word_paper(data))
    assert found([(f.id, f.clause) for f in findings if f.level is Level.RULE or f.id == "C36"]) == slips(name)


@every_example
def test_a_pdf_of_ours_breaks_no_rule_but_by_its_wording(workshop: Workshop, name: str) -> None:
    made = example(name)
    findings = checked(pdf_paper(workshop.pdf(made.kind, made.content, made.issuer, NUMBERED).data))
    assert found([(f.id, f.clause) for f in findings if f.level is Level.RULE or f.id == "C36"]) == slips(name)


def test_every_slip_belongs_to_an_example() -> None:
    assert SLIPS.keys() <= set(EXAMPLES)
