"""How good a passphrase is, told while it is typed; and which are refused, and why.

Long is what counts, for a file that can be copied and guessed at: fifteen characters, any of them,
with no rule about kinds of characters and no expiry. Refused are only those a guesser tries first.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator
from enum import StrEnum
from functools import lru_cache

from desktop.errors import DeskError
from desktop.paths import resources

SHORTEST_PASSPHRASE = 15

_FEWEST_LETTERS = 8
_STRONG_WORDS = 4
_STRONG_LENGTH = 24
_LEFT_WITHOUT_NAMES = 8  # letters that are nobody's name, at least
_SHORTEST_NAME = 3
_MOST_PIECES = 2
_HINT = "Four or five ordinary words in a row are easy to type and hard to guess."
# What stands in the name of any school, or on any clerk's screen.
_OFFICE_WORDS = frozenset(
    {
        "school", "elementary", "middle", "high", "junior", "senior", "academy", "charter",
        "district", "unified", "county", "independent", "public", "records", "desk", "office",
        "front", "the", "and", "isd", "usd",
    }
)  # fmt: skip
_LETTERS_FOR_DIGITS = str.maketrans("013457@$!", "oieastasi")


class Strength(StrEnum):
    """From nothing typed to hard to guess."""

    EMPTY = "empty"
    SHORT = "short"
    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength(passphrase: str) -> Strength:
    """How hard ``passphrase`` is to guess, by its length and how much it repeats itself."""
    if not passphrase:
        return Strength.EMPTY
    if missing_characters(passphrase):
        return Strength.SHORT
    words = {word.casefold() for word in passphrase.split()}
    if len(set(passphrase.casefold())) < _FEWEST_LETTERS:
        return Strength.WEAK
    if len(words) >= _STRONG_WORDS or len(passphrase) >= _STRONG_LENGTH:
        return Strength.STRONG
    return Strength.FAIR


def missing_characters(passphrase: str) -> int:
    """How many characters are missing to the shortest one allowed."""
    return max(SHORTEST_PASSPHRASE - len(passphrase), 0)


def check_passphrase(passphrase: str, names: Collection[str] = ()) -> None:
    """Refuse a passphrase that does not protect a file that can be copied.

    Args:
        passphrase: as it was typed.
        names: of the school, its town and its people; a passphrase is not made of them.

    Raises:
        DeskError: ``passphrase_short``, also for one character over and over; ``passphrase_common``
            where it is among the first to be tried; ``passphrase_names``.
    """
    if missing_characters(passphrase):
        raise DeskError(
            "passphrase_short",
            f"A passphrase needs at least {SHORTEST_PASSPHRASE} characters.",
            _HINT,
        )
    if len(set(passphrase)) == 1:
        raise DeskError(
            "passphrase_short",
            "A passphrase of one character over and over is guessed at once.",
            _HINT,
        )
    if _is_common(passphrase):
        raise DeskError(
            "passphrase_common", "This passphrase is among the first that are guessed.", _HINT
        )
    if _is_of_names(passphrase, names):
        raise DeskError(
            "passphrase_names",
            "This passphrase is made of names of the school or its people.",
            "Use words that have nothing to do with the office.",
        )


def _is_of_names(passphrase: str, names: Collection[str]) -> bool:
    """Whether too little is left of it once names, words of any office and digits are gone."""
    own = {word for name in names for word in _words(name) if len(word) >= _SHORTEST_NAME}
    if not own:
        return False
    left = "".join(_words(passphrase))
    for word in sorted(own | _OFFICE_WORDS, key=len, reverse=True):
        if len(word) >= _SHORTEST_NAME:
            left = left.replace(word, "")
    named = len(left) < len("".join(_words(passphrase)))
    return named and len(re.sub(r"\d", "", left)) < _LEFT_WITHOUT_NAMES


def _words(text: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.findall(r"\w+", "".join(one for one in plain if not unicodedata.combining(one)))


def _is_common(passphrase: str) -> bool:
    whole, pieces = _common()
    typed = passphrase.casefold()
    return any(
        plain in whole or _is_put_together(plain, pieces)
        for plain in (_bare(typed), _bare(typed.translate(_LETTERS_FOR_DIGITS)))
    )


def _bare(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def _is_put_together(plain: str, pieces: frozenset[str]) -> bool:
    """Whether it is one or two common passwords, over and over, with digits between them."""
    # What can be read up to each place, as the sets of different pieces it took.
    readings: list[set[frozenset[str]]] = [set() for _ in range(len(plain) + 1)]
    readings[0].add(frozenset())
    for start, known in enumerate(readings[:-1]):
        for end, piece in _ways_on(plain, start, pieces) if known else ():
            wider = {one | piece for one in known}
            readings[end] |= {one for one in wider if len(one) <= _MOST_PIECES}
    return bool(readings[-1])


def _ways_on(
    plain: str, start: int, pieces: frozenset[str]
) -> Iterator[tuple[int, frozenset[str]]]:
    if plain[start].isdigit():
        yield start + 1, frozenset()
    for end in range(start + 1, len(plain) + 1):
        if plain[start:end] in pieces:
            yield end, frozenset({plain[start:end]})


@lru_cache(maxsize=1)
def _common() -> tuple[frozenset[str], frozenset[str]]:
    """The sayings and passwords refused as a whole, and the pieces of others."""
    text = resources("office", "common.txt").read_text("utf-8")
    whole, _, pieces = text.partition("# pieces\n")
    lines = (one for one in whole.splitlines() if one and not one.startswith("#"))
    return frozenset(lines), frozenset(pieces.split())
