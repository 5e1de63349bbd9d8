"""Ids made by the program: many of one moment, all different, in the order of their moments."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop.records.ids import new_id, new_ids

AT = datetime(2026, 10, 5, 15, 30, tzinfo=UTC)


def test_two_hundred_thousand_ids_of_one_moment_are_all_different():
    made = [new_id(AT) for _ in range(100_000)] + new_ids(AT, 100_000)
    assert len(set(made)) == 200_000


def test_ids_sort_by_the_moment_they_were_made():
    assert new_id(AT) < new_id(AT + timedelta(milliseconds=1))


def test_ids_asked_for_together_come_ascending():
    made = new_ids(AT, 5_000)
    assert made == sorted(made)


def test_a_moment_before_the_first_office_still_gives_a_positive_id():
    assert new_id(datetime(2019, 1, 1, tzinfo=UTC)) >= 0


def test_ids_fit_the_file_until_2089():
    assert new_id(datetime(2089, 1, 1, tzinfo=UTC)) < 2**63


def test_more_than_a_moment_can_hold_is_refused():
    with pytest.raises(ValueError, match="cannot all be different"):
        new_ids(AT, 2**22 + 1)
