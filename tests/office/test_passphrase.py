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


def refusal(passphrase, names=()):
    try:
        check_passphrase(passphrase, names)
    except DeskError as fault:
        return fault.code
    return ""


@pytest.mark.parametrize(
    "typed",
    [
        "correct horse battery staple",
        "Correct-Horse-Battery-Staple!",
        "passwordpassword",
        "P@ssw0rdP@ssw0rd",
        "password123456789",
        "monkey12345dragon",
        "123456789012345678",
        "qwerty qwerty qwerty",
        "1qaz2wsx3edc4rfv",
        "The quick brown fox",
        "ILoveYou ILoveYou 1!",
    ],
)
def test_what_is_tried_first_is_refused(typed):
    assert refusal(typed) == "passphrase_common"


@pytest.mark.parametrize(
    "typed",
    [
        "purple lantern over seven bridges",
        "quiet river under stones",
        "blue kettle by the river",
        "사과 나무 아래 조용한 고양이 한 마리",
        "горный ручей поёт песню",
        "x7Kq!m2Vb9#tRw4z",
        "monkeys eat dragons at breakfast",
        "my daughter paints purple whales",
    ],
)
def test_ordinary_long_passphrases_are_taken(typed):
    assert refusal(typed, ("Maple Grove School", "Jo Reyes")) == ""


SCHOOL = ("Maple Grove Elementary School", "Maple Grove Unified", "José Reyes-Ångström")


@pytest.mark.parametrize(
    "typed",
    [
        "Maple Grove School 2026",
        "maplegroveelementary",
        "MAPLE-GROVE-UNIFIED",
        "Jose Reyes Maple Grove",
        "reyes angstrom 2026!",
        "maplegrove records desk",
    ],
)
def test_names_of_the_school_and_its_people_are_refused(typed):
    assert refusal(typed, SCHOOL) == "passphrase_names"


def test_a_name_among_other_words_is_no_fault():
    assert refusal("grove of seven purple lanterns", SCHOOL) == ""


def test_every_refusal_is_a_sentence_with_a_remedy():
    for typed in ("short", "passwordpassword", "Maple Grove School 2026"):
        with pytest.raises(DeskError) as caught:
            check_passphrase(typed, SCHOOL)
        assert caught.value.message.endswith(".")
        assert caught.value.remedy


def test_nothing_is_slow_to_refuse():
    """The pieces of a long text are looked for without trying every way to put it together."""
    check_passphrase("a b" + "abcdefgh " * 500, SCHOOL)
