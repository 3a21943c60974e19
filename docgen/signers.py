"""Who signs a document and how the signature blocks (*ô số 7*) stand beside each other.

One signer stands on the right, two beside each other, three to six in rows of two; the recipients take the free
place on the left or a row of their own. A person of another office gets room to sign, but no key of ours.

Source: NĐ 30/2020, PL I, P.I, II.7 and IV; PL III, Mẫu 1.1 to 1.10. Rows of two are practice: the forms show one
signer, or two in minutes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from docgen.errors import InvalidContentError, Problem
from docgen.fonts import line_count
from docgen.issuer import Issuer
from docgen.kinds import Appearance, Kind, Slot
from docgen.rules.authority import Authority, Prefix, Signatory, authority_lines, name_lines
from docgen.rules.page import CHOSEN, GUTTER, PAGE


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """One signature that a document asks for, in the order of the page."""

    code: str  #: the office's own signer; empty for a person of another office
    signatory: Signatory
    heading: tuple[str, ...] = ()  #: lines over the signer: ``THƯ KÝ``, ``ĐẠI DIỆN BÊN A``
    post: bool = True  #: right and post are printed
    sealed: bool = False  #: the office's seal stands over it

    @property
    def lines(self) -> list[str]:
        """The lines of box 7a."""
        return [*self.heading, *(authority_lines(self.signatory) if self.post else [])]


def signings(kind: Kind, content: Mapping[str, Any], issuer: Issuer) -> list[Signing]:
    """Every signature with a block on the page, in order.

    Raises:
        InvalidContentError: the office has no signer of a code that the content names.
    """
    found = [
        signing
        for slot in kind.slots
        if slot.appearance is Appearance.PICTURE
        for signing in _of_slot(kind, slot, content, issuer)
    ]
    return _joint(found, issuer, content["partner"]) if content.get("partner") else found


def principal(found: Sequence[Signing]) -> Signing | None:
    """Who answers for the document in the record: the sealed signature, else the last."""
    return next((one for one in found if one.sealed), found[-1] if found else None)


def person(data: Mapping[str, Any]) -> Signatory:
    """A signer from the data of an office or of a content."""
    return Signatory(
        name=data["name"],
        position=data.get("position", ""),
        authority=[Authority(prefix=Prefix(line["prefix"]), of=line["of"]) for line in data.get("authority") or ()],
        other_position=data.get("other_position") or "",
        rank=data.get("rank") or "",
    )


def printed(found: Sequence[Signing]) -> list[dict[str, Any]]:
    """The blocks as a template prints them: ``lines``, ``other``, ``name``, and ``blanks`` that level the names."""
    rows = [found] if len(found) == 1 else [found[index : index + 2] for index in range(0, len(found), 2)]
    return [block for row in rows for block in _levelled(row)]


def rows_of(blocks: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Rows of two blocks, ``left`` and ``right``; the left of the last row is None where the number is odd.

    There the recipients stand, as beside a single signer.
    """
    rows = [{"left": left, "right": right} for left, right in zip(blocks[::2], blocks[1::2], strict=False)]
    return rows if len(blocks) % 2 == 0 else [*rows, {"left": None, "right": blocks[-1]}]


def _of_slot(kind: Kind, slot: Slot, content: Mapping[str, Any], issuer: Issuer) -> Iterator[Signing]:
    heading = (slot.heading,) if slot.heading else ()
    post = slot.post or not slot.heading
    if slot.outside:
        people = _found(content, slot.field)
        for one in [people] if isinstance(people, Mapping) else people or ():
            above = (*heading, *([one["heading"].upper()] if one.get("heading") else []))
            yield Signing(code="", signatory=person(one), heading=above, post=post)
        return
    wanted = (content.get(slot.several) if slot.several else None) or content.get(slot.field)
    if wanted is None and slot.optional:
        return
    codes = wanted if isinstance(wanted, list) else [wanted or next(iter(issuer.signatories), "")]
    for index, code in enumerate(codes, 1):
        if code not in issuer.signatories:
            known = ", ".join(issuer.signatories)
            message = f"cơ quan “{issuer.code}” không có người ký “{code}”; hiện có: {known}"
            raise InvalidContentError(kind.id, [Problem(slot.field, message)])
        sealed = slot.sealed and index == len(codes)
        yield Signing(code=code, signatory=issuer.signatories[code], heading=heading, post=post, sealed=sealed)


def _found(content: Mapping[str, Any], path: str) -> Any:
    """What stands at a path such as ``party_b.representative``, or None."""
    value: Any = content
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _joint(found: Sequence[Signing], issuer: Issuer, partner: Mapping[str, Any]) -> list[Signing]:
    """The signatures of two offices: ours on the left, the partner's on the right, each under its office's name."""
    ours = [
        Signing(
            code=one.code,
            signatory=one.signatory,
            heading=(*_office_heading(" ".join(issuer.printed), one.signatory), *one.heading),
            post=one.post,
            sealed=one.sealed,
        )
        for one in found
    ]
    theirs = person(partner["signer"])
    heading = _office_heading(" ".join(partner["printed"]), theirs)
    return [*ours, Signing(code="", signatory=theirs, heading=heading)]


def _office_heading(name: str, signatory: Signatory) -> tuple[str, ...]:
    """The office's name over its signer, unless the line of right names the collective (``TM. …``) already."""
    named = bool(signatory.authority) and signatory.authority[0].prefix is Prefix.TM
    return () if named else (name.upper(),)


def _levelled(row: Sequence[Signing]) -> list[dict[str, Any]]:
    """The blocks of one row with as many blank lines under the shorter ones as bring the names to one height."""
    above = [_height(one.lines) for one in row]
    below = [_height(name_lines(one.signatory)[:-1]) for one in row]
    deepest = max(up + down for up, down in zip(above, below, strict=True))
    return [
        {
            "lines": one.lines,
            "blanks": [""] * (deepest - up - down),
            "other": name_lines(one.signatory)[:-1],
            "name": name_lines(one.signatory)[-1],
        }
        for one, up, down in zip(row, above, below, strict=True)
    ]


def _height(lines: Sequence[str]) -> int:
    """Printed lines that ``lines`` take in half of the text's width."""
    width = PAGE.text_width / 2 - GUTTER
    return sum(line_count(line, CHOSEN["authority"], width, bold=True) for line in lines)
