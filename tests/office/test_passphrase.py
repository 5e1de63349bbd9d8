"""How good a passphrase is, in a word."""

from __future__ import annotations

import pytest

from desktop.errors import DeskError
from desktop.office.passphrase import Strength, check_passphrase, missing_characters, strength


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", Strength.EMPTY),
        ("orchard", Strength.SHORT),
        ("fourteen chars", Strength.SHORT),
        ("aaaaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("ab ab ab ab ab ab", Strength.WEAK),
        ("MapleGrove2026!", Strength.FAIR),
        ("maple maple grove", Strength.FAIR),
        ("blue kettle by river", Strength.STRONG),
        ("correcthorsebatterystaple", Strength.STRONG),
        ("사과 나무 아래 조용한 고양이 한 마리", Strength.STRONG),
    ],
)
def test_strength_is_told_by_length_and_repetition(typed, found):
    assert strength(typed) is found


def test_the_missing_characters_are_counted():
    assert missing_characters("maple") == 10
    assert missing_characters("maple grove office") == 0


@pytest.mark.parametrize("typed", ["a" * 30, " " * 15])
def test_one_character_over_and_over_is_refused_with_a_sentence(typed):
    with pytest.raises(DeskError) as refused:
        check_passphrase(typed)
    assert refused.value.code == "passphrase_short"
    assert "one character over and over" in refused.value.message
