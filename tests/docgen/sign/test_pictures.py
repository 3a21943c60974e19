"""The specimen pictures: what they promise about size, colour and transparency."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from docgen.sign.pictures import specimen_seal, specimen_signature


def opened(png: bytes) -> Image.Image:
    picture = Image.open(io.BytesIO(png))
    assert picture.format == "PNG"
    assert picture.mode == "RGBA"
    return picture


@pytest.mark.parametrize(
    ("png", "width_mm", "height_mm", "channel"),
    [
        pytest.param(specimen_signature("Nguyễn Văn An"), 45, 18, 2, id="signature, blue"),
        pytest.param(specimen_seal("Sở Nội vụ", "Tỉnh Bình Minh"), 36, 36, 0, id="seal, red"),
    ],
)
def test_a_picture_has_its_size_at_300_dpi_its_colour_and_a_transparent_ground(
    png: bytes, width_mm: float, height_mm: float, channel: int
) -> None:
    picture = opened(png)
    assert picture.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    for side, length in zip(picture.size, (width_mm, height_mm), strict=True):
        assert 300 <= side / length * 25.4 < 301
    alpha = picture.getchannel("A")
    assert alpha.getextrema() == (0, 255)
    assert all(alpha.getpixel(corner) == 0 for corner in [(0, 0), (picture.width - 1, 0)])
    clear = alpha.histogram()[0] / (picture.width * picture.height)
    assert clear > 0.5
    inks = [picture.getchannel(band).getextrema()[1] for band in "RGB"]
    assert inks.index(max(inks, key=float)) == channel  # type: ignore[arg-type]


def test_one_name_gives_one_flourish_and_another_name_another() -> None:
    assert specimen_signature("Nguyễn Văn An") == specimen_signature("Nguyễn Văn An")
    assert specimen_signature("Nguyễn Văn An") != specimen_signature("Trần Thị Bình")


def test_a_decomposed_name_gives_the_flourish_of_the_composed_one() -> None:
    assert specimen_signature("Nguye\u0302\u0303n") == specimen_signature("Nguyễn")


def test_the_word_specimen_stands_in_the_lower_right_of_every_signature() -> None:
    corners = []
    for name in ("Nguyễn Văn An", "Trần Thị Bình"):
        alpha = opened(specimen_signature(name)).getchannel("A")
        corners.append(alpha.crop((400, 150, alpha.width, alpha.height)).tobytes())
    assert corners[0] == corners[1]
    assert max(corners[0]) == 255


@pytest.mark.parametrize(
    ("organisation", "superior"),
    [("", ""), ("A" * 200, "B" * 200), ("Sở Nội vụ", "")],
    ids=["no names", "names beyond any office", "nobody above"],
)
def test_a_seal_is_drawn_for_any_name(organisation: str, superior: str) -> None:
    assert opened(specimen_seal(organisation, superior)).size == (426, 426)
