"""What this project prints is read back as it was meant: every example of every kind, as Word file and as PDF.

What a file does not print is not read out of it: minutes have no day in their header, a separate annex no office.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from typing import Any

import pytest

from docgen.compose import notation_of, values
from docgen.originals import original_values
from docgen.paper.model import Paper
from docgen.paper.opening import opened
from docgen.pdf import MadePdf
from docgen.read import Elements, Reading, elements_of, reading
from docgen.rules.authority import name_lines
from docgen.signers import signings
from docgen.workshop import Workshop
from tests.documents import DAY, NUMBERED, SHORT, Example, example

#: Of several signers the reader names one: who takes the chair or has the seal; of two parties the first.
SECRETARY = "THƯ KÝ"


@pytest.fixture(scope="module", params=["docx", "pdf"])
def paper_of(
    request: pytest.FixtureRequest, workshop: Workshop, made: Callable[[str], MadePdf]
) -> Callable[[str], Paper]:
    """An example as it is read from a Word file, and from a PDF, opened once."""

    @cache
    def paper(name: str) -> Paper:
        if request.param == "pdf":
            return opened(made(name).data)
        one = example(name)
        return opened(workshop.docx(one.kind, one.content, one.issuer, NUMBERED))

    return paper


@pytest.mark.parametrize("name", SHORT)
def test_every_field_is_read_as_it_was_printed(name: str, paper_of: Callable[[str], Paper]) -> None:
    paper = paper_of(name)
    one = example(name)
    wanted = printed(one, paper.text)
    found = reading(paper)
    assert {field: value(found, field) for field in wanted} == wanted


@pytest.mark.parametrize("name", SHORT)
def test_stamps_drafter_and_address_are_found_in_their_boxes(name: str, paper_of: Callable[[str], Paper]) -> None:
    one = example(name)
    meant = values(one.kind, one.content, one.issuer, NUMBERED)
    found = elements_of(paper_of(name))
    assert words(found, "urgency") == meant["urgency"]
    assert words(found, "circulation") == meant["circulation"]
    assert words(found, "drafter") == meant["drafter_line"]
    assert words(found, "contact").split() == " ".join(meant["contact"]).split()
    assert found.secrecy is None


@pytest.mark.parametrize("name", SHORT)
def test_a_clean_file_is_read_with_confidence(name: str, paper_of: Callable[[str], Paper]) -> None:
    found = reading(paper_of(name))
    header = (found.kind, found.number, found.notation, found.place, found.issuing_body, found.signer_name)
    assert all(field.confidence >= 0.9 for field in header if field)


def printed(one: Example, text: str) -> dict[str, Any]:
    """The fields that a reader must find in an example whose words are ``text``; None for what it does not print."""
    meant = values(one.kind, one.content, one.issuer, NUMBERED)
    if one.content.get("original"):
        return copied(one)
    if "annex_title" in one.content:
        return nothing() | {"kind": "Phụ lục", "subject": meant["annexes"][0]["title"]}
    # A text that a decision issues stands in a file of its own under its own type name.
    titled = meant if meant["heading"] else one.content.get("attached") or meant
    subject = titled["subject"] if "".join(titled["subject"].split()) in "".join(text.split()) else None
    letter = not titled["heading"]
    found = {
        "kind": titled["heading"] or "công văn",
        "number": f"{NUMBERED.number:02}" if one.kind.numbered else None,
        "notation": notation_of(one.kind, one.content, one.issuer) if one.kind.numbered else None,
        "superior_body": " ".join(meant["office"]["superior"]) or None,
        "issuing_body": " ".join(meant["office"]["printed"]),
        "subject": f"V/v {subject}" if letter and subject else subject,
        "recipients": entries(meant["recipients"]),
        "signer_name": signer(one),
    }
    if one.kind.dated:
        return found | {"place": one.issuer.place, "date": DAY.isoformat()}
    # Minutes tell the day of the meeting in their first words; that is what a record of them is dated by.
    return found | {"place": None}


def copied(one: Example) -> dict[str, Any]:
    """A copy is read as the paper that it repeats: what stands first on it, and what one looks for.

    Number, day and signer of the copy itself stand under the last line of that paper, or in its top margin.
    """
    original = one.content["original"]
    meant = original_values(original)
    number, _, notation = original["symbol"].partition("/")
    return {
        "kind": meant["heading"] or "công văn",
        "number": number,
        "notation": notation,
        "place": original["place"],
        "date": date.fromisoformat(original["date"]).isoformat(),
        "superior_body": " ".join(meant["office"]["superior"]) or None,
        "issuing_body": " ".join(meant["office"]["printed"]),
        "subject": original["subject"] if meant["heading"] else f"V/v {original['subject']}",
        "recipients": entries(meant["recipients"]),
        "signer_name": meant["name"],
    }


def nothing() -> dict[str, Any]:
    """No field at all."""
    names = ("number", "notation", "place", "date", "superior_body", "issuing_body", "recipients", "signer_name")
    return dict.fromkeys(names)


def signer(one: Example) -> str | None:
    """Who signs for the office: under the seal, else the first who is no secretary."""
    found = signings(one.kind, one.content, one.issuer)
    sealed = [signing for signing in found if signing.sealed]
    first = [signing for signing in found if signing.heading != (SECRETARY,)]
    chosen = sealed[-1:] or first[:1]
    return name_lines(chosen[0].signatory)[-1] if chosen else None


def entries(lines: Sequence[str]) -> list[str] | None:
    """Recipients without dash and end mark."""
    return [re.sub(r"^- |[;.]$", "", line).rstrip(";.") for line in lines] or None


def value(found: Reading, name: str) -> Any:
    """The value of a field, or None."""
    field = getattr(found, name)
    return field.value if field else None


def words(found: Elements, name: str) -> str:
    """The words of an element; empty for none."""
    pieces = getattr(found, name) or ()
    return " ".join(piece.text for piece in (pieces if isinstance(pieces, tuple) else (pieces,)))
