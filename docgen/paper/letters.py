"""Text in the letters of before Unicode: TCVN3 (``.VnTime``) and VNI (``VNI-Times``).

Such files show right only in their own fonts; to a program they are Latin letters with odd accents. They are told from
the text itself; the fonts that a file names only make it surer, because many files in Unicode still name old fonts, and
a PDF or a pasted text has lost them. Nothing is converted here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

#: TCVN3 letters that Latin-1 shows as signs, where no word in Unicode has them: ``µ`` à, ``®`` đ, ``¬`` ơ, ``ª`` ê, …
_TCVN3_SIGN = r"(?<=[A-Za-z])[µ¶·¸¹¨©®ª«¬»¼½¾]|[®©«¬¨ª§](?=[A-Za-zÀ-ÿµ¶·¸¹])"
_TCVN3_SIGNS = re.compile(_TCVN3_SIGN)
#: These, and those shown as letters: capitals within a small word (``ViÖt``), and letters that Vietnamese has not.
_TCVN3 = re.compile(_TCVN3_SIGN + r"|(?<=[a-z])[À-ÖØ-Þ]|(?<=[A-Za-z])[ßäåæçëîïñö÷øüþÿ×]")
#: VNI writes the tone as a letter of its own after the vowel (``aâ`` â, ``oä`` ộ, ``uû`` ủ), and đ as ``ñ``.
_VNI = re.compile(
    r"[aA][ùøûõïáàåãäâêéèúüëÙØÛÕÏÁÀÅÃÄÂÊÉÈÚÜË]|[eE][ùøûõïáàåãäâÙØÛÕÏÁÀÅÃÄÂ]|[oôöuyOÔÖUY][øûïåäüëõØÛÏÅÄÜËÕ]|\bñ|\bÑ"
)
#: Letters that only Vietnamese in Unicode has.
_UNICODE = re.compile(r"[ĂăĐđƠơƯưẠ-ỹ]")
_WORD = re.compile(r"\w+")
#: Of so many words, at least, one shows old letters; German and French stay far below, Vietnamese far above.
_SHARE = 0.2
#: In TCVN3 at least one in so many is a sign; German and French write none within words.
_SIGNS_IN = 15
_FEWEST, _FEWEST_WITH_FONT = 5, 2


def legacy_letters(text: str, fonts: Iterable[str]) -> str | None:
    """``"TCVN3"`` or ``"VNI"`` for text in those letters, None for text that can be read.

    ``fonts`` are the families that the file names. A few stray signs are no proof: ``40µm`` and ``Nuñez`` are read.
    """
    families = tuple(fonts)
    in_unicode = len(_UNICODE.findall(text))
    tcvn3, vni = len(_TCVN3.findall(text)), len(_VNI.findall(text))
    if len(_TCVN3_SIGNS.findall(text)) * _SIGNS_IN < tcvn3:
        tcvn3 = 0
    signs = max(tcvn3, vni)
    if any(name.startswith((".Vn", "VNI-", "VNI ")) for name in families):
        told = signs >= _FEWEST_WITH_FONT and signs * 5 >= in_unicode
    else:
        told = signs >= _FEWEST and signs > in_unicode and signs >= _SHARE * len(_WORD.findall(text))
    if not told:
        return None
    return "VNI" if vni >= tcvn3 else "TCVN3"
