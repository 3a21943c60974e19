"""Misread words of agency names mended from a list of phrases; what cannot be mended stays and is called unsure.

A phrase is put right where its letters agree without marks and spaces, or but for one letter in nine (two in 14).
Only for recognised text: a clean paper is read as it is printed, mistakes and all.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from docgen.read.common_words import COMMON_WORDS
from docgen.read.fixed_words import AGENCY_PHRASES, KINDS, POSITIONS, PROVINCES
from docgen.read.folding import distance, plain, squeezed
from docgen.read.syllables import is_syllable

_TOKEN = re.compile(r"\S+")
_MARKED = re.compile("[^A-ZĐ]")  #: letters with marks: no abbreviation
_LONGEST = 9  #: words in the longest phrase


def _wrong(letters: str) -> int:
    """How many letters of a phrase may be wrong."""
    return 2 if len(letters) >= 14 else 1


class Phrases:
    """Phrases to be found again by their letters alone."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Each phrase as it is to be printed, in lower case but for names."""
        self._by_letters = {squeezed(phrase): phrase for phrase in phrases}
        self._by_part: dict[str, list[str]] = defaultdict(list)
        for letters in self._by_letters:
            size = len(letters) // (_wrong(letters) + 1)
            if len(letters) >= 9:
                for part in {letters[:size], letters[-size:]}:
                    self._by_part[part].append(letters)
        self._sizes = {len(part) for part in self._by_part}

    def nearest(self, words: str) -> str | None:
        """The phrase that these words must be: the same letters, or the only one near enough."""
        letters = squeezed(words)
        if letters in self._by_letters:
            return self._by_letters[letters]
        if len(letters) < 9:
            return None
        near = {
            phrase
            for size in self._sizes
            for part in (letters[:size], letters[-size:])
            for phrase in self._by_part.get(part, ())
            if phrase[:2] == letters[:2]
            and abs(len(phrase) - len(letters)) <= 1
            and distance(letters, phrase, _wrong(phrase)) <= _wrong(phrase)
        }
        return self._by_letters[near.pop()] if len(near) == 1 else None


_UNITS = ("tỉnh", "thành phố", "thị xã", "huyện")
_AGENCIES = Phrases([*AGENCY_PHRASES, *PROVINCES, *(f"{unit} {name}" for unit in _UNITS for name in PROVINCES)])
_FIXED = Phrases([*(kind.lower() for kind in KINDS), *(position.lower() for position in POSITIONS)])


def mended(words: str, *, own: Iterable[str] = ()) -> str:
    """The words with known phrases put right, in capitals; ``own`` adds phrases that the same paper prints clean."""
    own_phrases = Phrases(own)
    words = remarked(" ".join(words.split()))
    tokens = [part for token in _TOKEN.findall(words) for part in _parted(token)]
    result: list[str] = []
    at = 0
    while at < len(tokens):
        for size in range(min(_LONGEST, len(tokens) - at), 0, -1):
            window = " ".join(tokens[at : at + size])
            phrase = own_phrases.nearest(window) or _AGENCIES.nearest(window) or _FIXED.nearest(window)
            if phrase and (size > 1 or " " in phrase or not is_syllable(window.strip(".,-"))):
                result.append(_framed(window, phrase.upper()))
                at += size
                break
        else:
            result.append(tokens[at])
            at += 1
    return " ".join(result)


def _parted(token: str) -> list[str]:
    """Two syllables that run together, apart, where only one cut makes two; else the token."""
    if len(token) < 4 or not token.isalpha() or is_syllable(token) or token.isascii():
        return [token]
    cuts = [at for at in range(1, len(token)) if is_syllable(token[:at]) and is_syllable(token[at:])]
    return [token[: cuts[0]], token[cuts[0] :]] if len(cuts) == 1 else [token]


def remarked(words: str) -> str:
    """The words with tone and vowel marks put right where two of them make a common word but for their marks.

    A word that makes a common one with its neighbour as it stands is left alone.
    """
    words = re.sub(_MISREAD_UNIT, lambda found: _right_unit(found[1]) + found[2], words)
    tokens = words.split(" ")
    bare = [token.strip(_MARKS).lower() for token in tokens]
    fixed = [False] * len(tokens)
    for at in range(len(tokens) - 1):
        if f"{bare[at]} {bare[at + 1]}" in COMMON_WORDS:
            fixed[at] = fixed[at + 1] = True
    for at in range(len(tokens) - 1):
        if (fixed[at] and fixed[at + 1]) or not bare[at] or not bare[at + 1]:
            continue
        right = _BY_PAIR.get((plain(bare[at]), plain(bare[at + 1])))
        if not right or (fixed[at] and right[0] != bare[at]) or (fixed[at + 1] and right[1] != bare[at + 1]):
            continue
        for offset, word in enumerate(right):
            tokens[at + offset] = _as_written(tokens[at + offset], bare[at + offset], word)
            bare[at + offset], fixed[at + offset] = word, True
    return " ".join(_stopped(token, word) for token, word in zip(tokens, bare, strict=True))


def _stopped(token: str, bare: str) -> str:
    """A syllable that ends in a stop and lost its tone gets the usual one: *sắc*, in few words *nặng*."""
    found = _TONELESS.search(bare)
    if not found or is_syllable(bare) or not bare.isalpha():
        return token
    mark = "\u0323" if bare in _HEAVY else "\u0301"
    at = found.start(1)
    right = unicodedata.normalize("NFC", bare[: at + 1] + mark + bare[at + 1 :])
    return _as_written(token, bare, right) if is_syllable(right) else token


def _right_unit(word: str) -> str:
    return "TỈNH" if word.isupper() else "Tỉnh" if word[0].isupper() else "tỉnh"


def _pairs() -> dict[tuple[str, str], tuple[str, str]]:
    """Common words by their letters without marks, those left out that share them with another."""
    by_letters: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for one, other in (word.split(" ") for word in COMMON_WORDS):
        by_letters[plain(one), plain(other)].append((one, other))
    return {letters: words[0] for letters, words in by_letters.items() if len(words) == 1}


def _as_written(token: str, bare: str, word: str) -> str:
    """The token with the right word in it, in capitals as it was."""
    at = token.lower().find(bare)
    old = token[at : at + len(bare)]
    new = word.upper() if old.isupper() and len(old) > 1 else word.capitalize() if old[:1].isupper() else word
    return token[:at] + new + token[at + len(bare) :]


#: ``tỉnh`` misread before the name of a province
_MISREAD_UNIT = re.compile(
    rf"(?<!\w)([tT][iìíĩị]nh|T[IÌÍĨỊ]NH)(\s+(?:{'|'.join(re.escape(name) for name in PROVINCES)}))(?!\w)"
)
_TONELESS = re.compile(r"([âêôă])(?:c|ch|p|t)$")
_HEAVY_TEXT = """
    viêc luât thuât mât vât nhiêt biêt hoat côc môt tôc nôi nghiêp hiêp lâp tâp hâp nhâp
"""
_HEAVY = frozenset(_HEAVY_TEXT.split())
_MARKS = ".,;:()[]“”\"'‘’-–"
_BY_PAIR = _pairs()


def _framed(window: str, phrase: str) -> str:
    """The phrase with the brackets and marks that stood around the window."""
    start = re.match(r"[^\w\s]*", window)
    end = re.search(r"[^\w\s]*$", window)
    return (start[0] if start else "") + phrase + (end[0] if end else "")


def soundness(words: str) -> float:
    """How many of the words are Vietnamese syllables, numbers or abbreviations of capitals, from 0 to 1."""
    tokens = [token.strip(".,;:()“”\"'/-–") for token in words.split()]
    tokens = [part for token in tokens for part in re.split(r"[-–/.&]", token) if part]
    if not tokens:
        return 0.0
    return sum(_sound(token) for token in tokens) / len(tokens)


def _sound(token: str) -> bool:
    if token.isdigit() or is_syllable(token):
        return True
    if len(token) == 1:
        return token in "IVXABCĐ&+" and token != "C"
    return token.isalpha() and token.isupper() and (token.isascii() or not _MARKED.search(token))
