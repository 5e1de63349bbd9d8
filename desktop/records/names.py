# ruff: noqa: RUF001  # characters that look alike are the subject here
"""Names as families write them, and the plain keys by which a hurried person finds them.

``clean_name`` makes typed or imported text safe to show and leaves its spelling alone; ``fold``
makes the key that two spellings share; ``search_keys`` lists the spellings people try. Likeness
with typing errors is the search's business, not this module's.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

# Every mark used as an apostrophe, glottal stop or okina: dropped, so that O'Brien finds OBrien.
_APOSTROPHES = "'’‘‛`´ʹʻʼʽʾʿˈˊˋ′‵＇՚ꞌꞋ"
# Dropped without a gap: "A.J." is asked for as "AJ", "Gal·la" as "Galla".
_CLOSED_UP = ".·"

# Letters Unicode does not take apart, each with the letter an English keyboard has for it; and the
# Arabic letters that writers swap freely.
_BASE_LETTERS = {
    "æ": "ae", "ð": "d", "ø": "o", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l",
    "ŋ": "ng", "œ": "oe", "ŧ": "t", "ƀ": "b", "ɓ": "b", "ƙ": "k", "ƚ": "l", "ǥ": "g", "ȼ": "c",
    "ɇ": "e", "ɔ": "o", "ɖ": "d", "ɗ": "d", "ə": "e", "ǝ": "e", "ɛ": "e", "ɣ": "g", "ɨ": "i",
    "ɩ": "i", "ɵ": "o", "ʉ": "u", "ʊ": "u", "ʋ": "v", "ƴ": "y", "ⱥ": "a", "ꞑ": "n",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
}  # fmt: skip

_DROPPED = dict.fromkeys(map(ord, _APOSTROPHES + _CLOSED_UP))
_TRANSLATION = str.maketrans(_BASE_LETTERS) | _DROPPED
# Marks that writers leave out: accents, the points of Hebrew and of Arabic. Signs that are letters
# in their own script (Devanagari vowels, kana voicing, Hangul) stay.
_MARKS = re.compile(
    "[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
    "\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
_NEEDS_WORK = re.compile(r"[^0-9a-z ]|^ | $|  ")
_FOLD_ROUNDS = 6

_BIDI_AND_INVISIBLE = frozenset(
    "\u061c\u200b\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2060"
    "\u2066\u2067\u2068\u2069\ufeff"
)
_UNSAFE = re.compile(
    f"[\\x00-\\x1f\\x7f-\\x9f\\ud800-\\udfff{''.join(sorted(_BIDI_AND_INVISIBLE))}]"
)
_LINE_BREAKS = re.compile("[\t\n\v\f\r\x85\u2028\u2029]+")

_HYPHENS = re.compile("[-\u00ad\u2010-\u2015\u2212\u30a0\ufe58\ufe63\uff0d]")
_APOSTROPHE = re.compile(f"[{re.escape(_APOSTROPHES)}]")
_INNER_CAPITAL = re.compile(r"(?<=[a-zß-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])")
_SPELLED_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue",
     "Ø": "Oe", "Å": "Aa"}
)  # fmt: skip
_PARTICLES = frozenset({
    "abd", "abu", "al", "ap", "af", "av", "bar", "ben", "bin", "da", "das", "de", "degli", "dei",
    "del", "della", "den", "der", "di", "do", "dos", "du", "el", "fitz", "ibn", "la", "las", "le",
    "les", "lo", "los", "mac", "mc", "ni", "nic", "o", "oude", "st", "ter", "ten", "tor", "ui",
    "van", "ver", "von", "zu", "zum", "zur",
})  # fmt: skip


def clean_name(text: str) -> str:
    """``text`` as it was typed, without what cannot be shown.

    Control characters, lone surrogates and the marks that reverse the reading direction go; a line
    break or tab becomes one space; the ends are trimmed; accents are put together (NFC). All else
    stays: quotes, ``<b>``, emoji, joiners that Persian and Indic scripts need. Cleaning twice
    changes nothing.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    kept = _UNSAFE.sub("", _LINE_BREAKS.sub(" ", text))
    return unicodedata.normalize("NFC", kept).strip()


def fold(text: str) -> str:
    """The key that spellings of one name share: "Nguyễn" and "nguyen", "O'Brien" and "OBrien".

    Lower case without accents; letters such as đ, ł, ø and ß as an English keyboard has them;
    apostrophes and full stops dropped; hyphens and other punctuation become single spaces. Names
    in other scripts stay in their script. Folding twice changes nothing.
    """
    # Taking characters apart can bring forth others that fold again, so go on until nothing moves.
    for _ in range(_FOLD_ROUNDS):
        if not _NEEDS_WORK.search(text):
            return text
        folded = _fold_once(text)
        if folded == text:
            return text
        text = folded
    return text


def search_keys(name: str) -> tuple[str, ...]:
    """Every spelling under which a person may try ``name``, folded; the plain one first.

    "Smith-Jones" is tried as "smith jones" and "smithjones", "O'Brien" also as "o brien", "Müller"
    also as "mueller", "de la Cruz" also as "delacruz", "McDonald" also as "mc donald".
    """
    return tuple(dict.fromkeys(key for key in _spellings(name) if key))


def given_and_family(typed: str) -> tuple[str, str]:
    """The parts of a name typed in one go: "da Silva, Anna" and "Anna da Silva" alike.

    Small words such as "da" go with the family; a single word is the given name.
    """
    family, comma, given = typed.partition(",")
    if comma:
        return given.strip(), family.strip()
    words = typed.split()
    first = max(len(words) - 1, 1)
    while first > 1 and fold(words[first - 1]) in _PARTICLES:
        first -= 1
    return " ".join(words[:first]), " ".join(words[first:])


def _fold_once(text: str) -> str:
    opened = unicodedata.normalize("NFKD", text.translate(_DROPPED)).casefold()
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", opened)).translate(_TRANSLATION)
    spaced = bare if bare.isalnum() else "".join(map(_spaced, bare))
    return unicodedata.normalize("NFC", " ".join(spaced.split()))


@lru_cache(maxsize=4096)  # asked of every character of every letter and name
def _spaced(character: str) -> str:
    """Punctuation and separators as a space; what has no shape of its own as nothing."""
    category = unicodedata.category(character)
    if category[0] in "PZ" or character in "\t\n\v\f\r\x85":
        return " "
    return "" if category in {"Cc", "Cf", "Cs"} else character


def _spellings(name: str) -> Iterator[str]:
    plain = fold(name)
    yield plain
    yield from _joined(plain)
    if plain == name:
        return
    yield fold(_HYPHENS.sub("", name))
    yield fold(_APOSTROPHE.sub(" ", name))
    yield fold(_INNER_CAPITAL.sub(" ", name))
    composed = unicodedata.normalize("NFC", name)
    yield fold(composed.translate(_SPELLED_OUT))


def _joined(folded: str) -> Iterator[str]:
    """Particles written together: "de la cruz" as "dela cruz" and "delacruz"; saints both ways."""
    words = folded.split()
    if len(words) > 1:
        yield _glued(words, to_name=False)
        yield _glued(words, to_name=True)
    if "st" in words or "saint" in words:
        yield " ".join({"st": "saint", "saint": "st"}.get(word, word) for word in words)


def _glued(words: list[str], *, to_name: bool) -> str:
    glued = words[0]
    for before, word in pairwise(words):
        sticks = before in _PARTICLES and (to_name or word in _PARTICLES)
        glued += word if sticks else f" {word}"
    return glued
