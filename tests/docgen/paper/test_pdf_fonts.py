"""Font names of PDFs, as writers leave them."""

from __future__ import annotations

import pytest

from docgen.paper.pdf_fonts import face


@pytest.mark.parametrize(
    ("name", "family", "bold", "italic"),
    [
        pytest.param("ABCDEF+TimesNewRomanPS-BoldMT", "Times New Roman", True, False, id="Word, embedded"),
        pytest.param("TimesNewRomanPSMT", "Times New Roman", False, False, id="Word"),
        pytest.param("Times New Roman,BoldItalic", "Times New Roman", True, True, id="comma style"),
        pytest.param("BAAAAA+LiberationSerif-BoldItalic", "Liberation Serif", True, True, id="LibreOffice"),
        pytest.param("*Times New Roman-Bold-11840", "Times New Roman", True, False, id="recognised scan"),
        pytest.param("ArialMT", "Arial", False, False, id="Arial"),
        pytest.param("Cambria-Bold", "Cambria", True, False, id="hyphen style"),
        pytest.param("SegoeUI-Semibold", "Segoe UI", True, False, id="semibold"),
        pytest.param(".VnTime,Bold", ".VnTime", True, False, id="tcvn3"),
        pytest.param("VNI-Times", "VNI-Times", False, False, id="vni keeps its hyphen"),
        pytest.param("Times-Roman", "Times", False, False, id="standard font"),
        pytest.param("", None, False, False, id="no name"),
    ],
)
def test_a_font_name_says_family_and_style(name: str, family: str | None, bold: bool, italic: bool) -> None:
    assert face(name)[:3] == (family, bold, italic)


@pytest.mark.parametrize(
    ("told", "bold", "italic"),
    [
        pytest.param({"weight": 700}, True, False, id="weight"),
        pytest.param({"flags": 1 << 18}, True, False, id="bold flag"),
        pytest.param({"flags": 1 << 6}, False, True, id="italic flag"),
        pytest.param({"angle": -12}, False, True, id="angle"),
        pytest.param({"weight": 500, "flags": 32}, False, False, id="medium is not bold"),
    ],
)
def test_a_descriptor_adds_what_the_name_leaves_out(told: dict[str, int], bold: bool, italic: bool) -> None:
    assert face("CIDFont", **told)[1:3] == (bold, italic)
