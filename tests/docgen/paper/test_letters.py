"""Old letters are told from Unicode, by the text first and the fonts second."""

from __future__ import annotations

import pytest

from docgen.paper.letters import legacy_letters
from docgen.paper.pdf_letters import plain_letters

TCVN3 = "Céng hßa x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc"
VNI = "Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam Ñoäc laäp - Töï do - Haïnh phuùc"
UNICODE = "Cộng hòa xã hội chủ nghĩa Việt Nam Độc lập - Tự do - Hạnh phúc"


@pytest.mark.parametrize(
    ("text", "fonts", "told"),
    [
        pytest.param(TCVN3, [], "TCVN3", id="tcvn3 without its font"),
        pytest.param(TCVN3, [".VnTime"], "TCVN3", id="tcvn3 in its font"),
        pytest.param("QuyÕt ®Þnh", [".VnTimeH"], "TCVN3", id="two words in the font"),
        pytest.param(VNI, ["Times New Roman"], "VNI", id="vni without its font"),
        pytest.param("UÛY BAN NHAÂN DAÂN", ["VNI-Times"], "VNI", id="vni capitals"),
        pytest.param(UNICODE, [], None, id="unicode"),
        pytest.param(UNICODE, [".VnTime", "VNI-Times"], None, id="unicode that names old fonts"),
        pytest.param("hoà khoá quá quân quê quỹ thuỷ", [], None, id="tones on the second vowel"),
        pytest.param("Bụi mịn dưới 40µm, nước ngoài: Nuñez, Müller ©", [], None, id="stray signs"),
        pytest.param("Für größere Wörter überqueren wir die schöne Straße, daß", [], None, id="german"),
        pytest.param("UBND", [".VnTimeH"], None, id="plain letters in an old font"),
        pytest.param("", [".VnTime"], None, id="nothing"),
    ],
)
def test_old_letters_are_told_by_what_stands_there(text: str, fonts: list[str], told: str | None) -> None:
    assert legacy_letters(text, fonts) == told


@pytest.mark.parametrize(
    ("stored", "seen"),
    [
        pytest.param("Quye\u0302\u0301t", "Quyết", id="decomposed"),
        pytest.param("Quye\u0301\u0302t", "Quyết", id="marks in the wrong order"),
        pytest.param("\u00e1\u0302", "ấ", id="tone first, half composed"),
        pytest.param("u\u0301\u031b", "ứ", id="tone before the hook"),
        pytest.param("NĐ\ufffeCP", "NĐ-CP", id="hyphen at the end of a line"),
        pytest.param("NĐ\u00adCP", "NĐ-CP", id="soft hyphen"),
        pytest.param("\uf0b7", "•", id="bullet of a symbol font"),
        pytest.param("a\u200bb\x07", "ab", id="what nobody sees"),
    ],
)
def test_letters_of_a_pdf_come_as_a_reader_sees_them(stored: str, seen: str) -> None:
    assert plain_letters(stored) == seen
