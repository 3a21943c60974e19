"""Right, post and name of a signer. Source: NĐ 30/2020, Điều 13; PL I, P.I, II.7."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from docgen.rules.authority import Authority, Prefix, Signatory, authority_lines, metadata_position, name_lines

TM = Authority(prefix=Prefix.TM, of="Ủy ban nhân dân")
KT = Authority(prefix=Prefix.KT, of="Chủ tịch")


@pytest.mark.parametrize(
    ("authority", "position", "lines"),
    [
        pytest.param([], "Chủ tịch", ["CHỦ TỊCH"], id="the head in own right"),
        pytest.param([TM], "Chủ tịch", ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], id="the head for the collective"),
        pytest.param([KT], "Phó Chủ tịch", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], id="a deputy for the head"),
        pytest.param(
            [TM, KT],
            "Phó Chủ tịch",
            ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
            id="a deputy in a collegial body",
        ),
        pytest.param(
            [Authority(prefix=Prefix.TL, of="Bộ trưởng")],
            "Vụ trưởng Vụ Pháp chế",
            ["TL. BỘ TRƯỞNG", "VỤ TRƯỞNG VỤ PHÁP CHẾ"],
            id="by order",
        ),
        pytest.param(
            [Authority(prefix=Prefix.TUQ, of="Giám đốc")],
            "Trưởng phòng",
            ["TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG"],
            id="by delegation",
        ),
        pytest.param([Authority(prefix=Prefix.Q, of="Giám đốc")], "", ["Q. GIÁM ĐỐC"], id="entrusted with the post"),
    ],
)
def test_the_lines_over_a_signature_are_the_decrees(
    authority: Sequence[Authority], position: str, lines: list[str]
) -> None:
    assert authority_lines(Signatory(name="A", position=position, authority=authority)) == lines


def test_another_post_and_a_rank_stand_by_the_name() -> None:
    signer = Signatory(name="Vũ Trung Thành", position="Phó Trưởng Ban", other_position="Phó Giám đốc", rank="Đại tá")
    assert name_lines(signer) == ["PHÓ GIÁM ĐỐC", "Đại tá Vũ Trung Thành"]


def test_a_plain_signer_is_just_a_name() -> None:
    assert name_lines(Signatory(name="Lê Tuấn Phong", position="Chủ tịch")) == ["Lê Tuấn Phong"]


def test_the_record_keeps_right_and_post_within_a_hundred_characters() -> None:
    signer = Signatory(name="A", position="Phó Chủ tịch", authority=[KT])
    assert metadata_position(signer) == "KT. Chủ tịch, Phó Chủ tịch"
    assert len(metadata_position(Signatory(name="A", position="x" * 300))) == 100
