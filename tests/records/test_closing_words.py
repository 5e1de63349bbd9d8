"""What a district calls its days: which titles are proposed as days without school."""

from __future__ import annotations

import pytest

from desktop.paths import resources
from desktop.records.closing_words import load_closing_words

WORDS = load_closing_words(resources("office", "closures.toml"))


@pytest.mark.parametrize(
    "title",
    [
        "Winter Break", "NO SCHOOL - Teacher Work Day", "Fall Recess (schools closed)",
        "Non-Student Day", "Thanksgiving", "MLK Day: District Closed", "Presidents' Day",
        "Student-free day", "New Year\u2019s Day", "No School",
    ],
)  # fmt: skip
def test_titles_that_close_the_school(title):
    assert WORDS.proposes(title)


@pytest.mark.parametrize(
    "title",
    [
        "Early Release", "Half Day - Fall Break begins at noon", "Breakfast with the principal",
        "Thanksgiving concert", "School board", "Picture day", "First day back after winter break",
        "Closing the gap: parent evening", "",
    ],
)  # fmt: skip
def test_titles_that_do_not(title):
    assert not WORDS.proposes(title)
