"""Whether a word can be Vietnamese: the sound pattern of a syllable, not a dictionary.

A syllable is an onset, a rhyme and at most one tone; a rhyme that ends in a stop takes only *sắc* or *nặng*. What
breaks the pattern (``đât``, ``Lfong``) was misread or is an abbreviation or foreign.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_ONSET = re.compile(r"(?:ngh|ng|nh|th|tr|ch|gh|kh|ph|gi|qu|[bcdđghklmnprstvx])?")
_RHYMES_TEXT = """
    a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê
    êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa oac oach oai oam oan oang
    oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơc
    ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ up ut uy uya uych uyên uyêt uyn uynh uyt
    uyu uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu
    yn ynh yt uyp
"""
_RHYMES = frozenset(_RHYMES_TEXT.split())
_STOPS = ("c", "ch", "p", "t")


@lru_cache(maxsize=8192)
def is_syllable(word: str) -> bool:
    """Whether the word, of letters in NFC, follows the pattern."""
    spread = unicodedata.normalize("NFD", word.lower())
    tones = _TONES.findall(spread)
    bare = unicodedata.normalize("NFC", _TONES.sub("", spread))
    onset = _ONSET.match(bare)
    if len(tones) > 1 or not onset:
        return False
    rhymes = {bare[onset.end() :], bare}
    if bare.startswith("gi"):
        rhymes |= {bare[1:], bare[2:]}
    if bare.startswith("qu"):
        rhymes.add(bare[1:])
    if rhymes.isdisjoint(_RHYMES):
        return False
    return not bare.endswith(_STOPS) or tones in (["\u0301"], ["\u0323"])
