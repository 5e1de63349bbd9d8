"""Two wordings beside each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.letters.compare import Mark, compared

LINES = st.lists(st.sampled_from(["One.", "Two.", "Three.", ""]), max_size=8)


@pytest.mark.parametrize(
    ("before", "now", "marks"),
    [
        ("One.\nTwo.", "One.\nTwo.", ["=", "="]),
        ("One.\nTwo.", "One.\nThree.", ["=", "-", "+"]),
        ("One.", "One.\nTwo.", ["=", "+"]),
        ("One.\nTwo.", "Two.", ["-", "="]),
        ("", "One.", ["+"]),
        ("", "", []),
    ],
)
def test_a_line_is_the_same_new_or_gone(before, now, marks):
    signs = {Mark.SAME: "=", Mark.NEW: "+", Mark.GONE: "-"}
    assert [signs[one.mark] for one in compared(before, now)] == marks


@given(LINES, LINES)
def test_both_wordings_can_be_read_off_the_comparison(before, now):
    lines = compared("\n".join(before), "\n".join(now))
    old = [one.text for one in lines if one.mark is not Mark.NEW]
    new = [one.text for one in lines if one.mark is not Mark.GONE]
    assert old == "\n".join(before).splitlines()
    assert new == "\n".join(now).splitlines()
