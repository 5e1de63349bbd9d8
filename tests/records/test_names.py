# ruff: noqa: RUF001  # characters that look alike are the subject here
"""Names in every script fold to keys a hurried person types, and are shown as they were typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.names import clean_name, fold, given_and_family, search_keys

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("José", "jose"),
        ("Nguyễn Thị Bích Đào", "nguyen thi bich dao"),
        ("Łukasz Wójcik", "lukasz wojcik"),
        ("Søren Kjærgård", "soren kjaergard"),
        ("Weiß", "weiss"),
        ("Þórdís Guðmundsdóttir", "thordis gudmundsdottir"),
        ("İpek Yıldız", "ipek yildiz"),
        ("Bidziłí Tsosie", "bidzili tsosie"),
        ("O'Brien", "obrien"),
        ("O’Brien", "obrien"),
        ("OʼBrien", "obrien"),
        ("ʻAukai", "aukai"),
        ("Smith-Jones", "smith jones"),
        ("Smith\u2011Jones", "smith jones"),
        ("  Ana   María\tLópez ", "ana maria lopez"),
        ("A.J. St. John, Jr.", "aj st john jr"),
        ("Ａｎａ", "ana"),
        ("محمد", "محمد"),
        ("أحمد", "احمد"),
        ("مُحَمَّد", "محمد"),
        ("שָׁלוֹם", "שלום"),
        ("प्रिया", "प्रिया"),
        ("김민준", "김민준"),
        ("王小明", "王小明"),
        ("Соловьёва", "соловьева"),
        ("Ὀδυσσεύς", "οδυσσευσ"),
        ("ガブリエル", "ガブリエル"),
        ("😀", "😀"),
        ("", ""),
        ("'", ""),
    ],
)
def test_a_name_folds_to_its_plain_key(typed, key):
    assert fold(typed) == key


@pytest.mark.parametrize(
    ("name", "tried"),
    [
        ("Smith-Jones", {"smith jones", "smithjones"}),
        ("O’Brien", {"obrien", "o brien"}),
        ("Nguyễn", {"nguyen"}),
        ("José", {"jose"}),
        ("Müller", {"muller", "mueller"}),
        ("Mu\u0308ller", {"muller", "mueller"}),
        ("McDonald", {"mcdonald", "mc donald"}),
        ("de la Cruz", {"de la cruz", "dela cruz", "delacruz"}),
        ("DeLaCruz", {"delacruz", "de la cruz"}),
        ("St. John", {"st john", "saint john", "stjohn"}),
        ("Al-Hassan", {"al hassan", "alhassan"}),
        ("محمد", {"محمد"}),
        ("", set()),
    ],
)
def test_a_name_is_found_under_every_spelling_people_try(name, tried):
    assert tried <= set(search_keys(name))


def test_the_plain_spelling_comes_first_and_none_twice():
    keys = search_keys("Anne-Marie O'Neill")
    assert keys[0] == "anne marie oneill"
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "typed",
    [
        "<b>Bob</b> & Sons",
        'Robert "Bob" O’Brien',
        "😀 Mia",
        "محمد",
        "Nguyễn",
        "می\u200cخواهم",
        "x" * 300,
    ],
)
def test_what_was_typed_is_kept(typed):
    assert clean_name(typed) == typed


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("  Mia  ", "Mia"),
        ("Mia\x00\x07 Alvarez", "Mia Alvarez"),
        ("Mia\r\nAlvarez", "Mia Alvarez"),
        ("Mia\ud800", "Mia"),
        ("Mia\u202e zeravlA", "Mia zeravlA"),
        ("\ufeffMia\u200b", "Mia"),
        ("Jose\u0301", "José"),
    ],
)
def test_what_cannot_be_shown_is_taken_out(typed, shown):
    assert clean_name(typed) == shown


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing_and_the_result_can_be_saved(text):
    cleaned = clean_name(text)
    assert clean_name(cleaned) == cleaned
    cleaned.encode("utf-8")


@given(ANY_TEXT)
def test_search_keys_are_folded_already(text):
    for key in search_keys(text):
        assert fold(key) == key


@given(ANY_TEXT)
def test_case_never_decides(text):
    assert fold(text.upper()) == fold(text.upper().lower())


@pytest.mark.parametrize(
    ("typed", "given_name", "family"),
    [
        ("Mia Alvarez", "Mia", "Alvarez"),
        ("Mia", "Mia", ""),
        ("", "", ""),
        ("Alvarez, Mia", "Mia", "Alvarez"),
        ("da Silva, Anna", "Anna", "da Silva"),
        ("Anna da Silva", "Anna", "da Silva"),
        ("Ana María de la Cruz", "Ana María", "de la Cruz"),
        ("Vincent Van Dyk", "Vincent", "Van Dyk"),
        ("Van Nguyen", "Van", "Nguyen"),
        ("Mary Ann Smith-Jones", "Mary Ann", "Smith-Jones"),
    ],
)
def test_a_typed_name_is_parted_before_the_small_words_of_the_family(typed, given_name, family):
    assert given_and_family(typed) == (given_name, family)
