"""How good a passphrase is, told while it is typed; ``keys`` refuses a short one."""

from __future__ import annotations

from enum import StrEnum

from desktop.office.keys import SHORTEST_PASSPHRASE

_FEWEST_LETTERS = 8
_STRONG_WORDS = 4
_STRONG_LENGTH = 24


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
