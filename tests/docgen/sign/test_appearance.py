"""Where the pictures stand, in millimetres."""

from __future__ import annotations

import pytest

from docgen.sign.appearance import Anchor, Box, mm, seal_box, seal_box_of_width, signature_box
from docgen.sign.errors import NoRoomForSignatureError


def millimetres(box: Box) -> tuple[float, ...]:
    return tuple(round(side / mm(1), 3) for side in box)


def anchor(gap: float) -> Anchor:
    return Anchor(page=0, centre_x=mm(140), gap_top=mm(80 + gap), name_top=mm(80))


@pytest.mark.parametrize(
    ("gap", "image", "wanted"),
    [
        pytest.param(25, (531, 177), (115.0, 84.167, 165.0, 100.833), id="wide picture: 50 mm, centred"),
        pytest.param(20, (531, 531), (130.0, 80.0, 150.0, 100.0), id="square picture: as high as the gap"),
        pytest.param(20, (500, 200), (115.0, 80.0, 165.0, 100.0), id="both limits met at once"),
        pytest.param(20, (50, 20), (115.0, 80.0, 165.0, 100.0), id="small picture: enlarged"),
        pytest.param(6, (100, 100), (137.0, 80.0, 143.0, 86.0), id="low gap"),
    ],
)
def test_the_signature_fills_the_gap_but_is_never_wider_than_50_mm(
    gap: float, image: tuple[int, int], wanted: tuple[float, ...]
) -> None:
    assert millimetres(signature_box(anchor(gap), image)) == wanted


@pytest.mark.parametrize("gap", [4.9, 0, -3])
def test_a_gap_below_5_mm_is_refused_with_its_height(gap: float) -> None:
    with pytest.raises(NoRoomForSignatureError, match=f"{gap:.1f} mm"):
        signature_box(anchor(gap), (500, 200))


def test_a_round_seal_has_its_real_size_and_covers_the_left_third_of_the_signature() -> None:
    signature = (mm(100), mm(80), mm(145), mm(98))
    left, bottom, right, top = millimetres(seal_box(signature, 36))
    assert (right - left, top - bottom) == (36, 36)
    assert right == 115  # 100 + 45 / 3
    assert (bottom + top) / 2 == 89


def test_a_seal_of_another_shape_keeps_the_shape_of_its_picture() -> None:
    signature = (mm(100), mm(80), mm(145), mm(98))
    left, bottom, right, top = millimetres(seal_box_of_width(signature, 40, (800, 300)))
    assert (left, right) == (75, 115)
    assert (bottom, top) == (81.5, 96.5)
