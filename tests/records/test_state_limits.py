"""What is said about a state where it is chosen: every number from the rule books."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from desktop.errors import ResourceError
from desktop.paths import resources
from desktop.records.person import proposed_initials
from desktop.records.rules import load_rule_books
from desktop.records.state_limits import in_short, state_names
from tests.offices import the_law, the_wording

ON = date(2026, 10, 5)


def said(state, books=None):
    books = books or the_law().books
    return [the_wording().say(one) for one in in_short(books, state, received_on=ON)]


def test_every_state_and_the_district_is_offered_by_name():
    names = state_names(the_law().books)
    assert len(names) == 51
    assert names[0] == ("AL", "Alabama")
    assert ("DC", "District of Columbia") in names
    assert [name for _, name in names] == sorted(name for _, name in names)


@pytest.mark.parametrize("state", [code for code, _ in state_names(the_law().books)])
def test_something_can_be_said_of_every_state(state):
    assert said(state)


def test_a_state_without_a_limit_of_its_own_has_the_federal_one():
    assert said("NJ") == [
        "New Jersey: no shorter limit found in our table; the federal 45 days apply."
    ]


def test_a_rule_the_office_must_decide_about_is_named_and_does_not_count_as_found():
    first, second = said("TX")
    assert first == "Texas: no shorter limit found in our table; the federal 45 days apply."
    assert second.startswith("The office decides whether this one applies: ")
    assert "10 business days" in second


def test_a_shorter_limit_is_said_with_its_citation():
    assert said("CA")[0] == (
        "California: see or copy the child's records, 5 business days (Cal. Educ. Code 49069.7(b))."
    )


def test_shorter_limits_for_some_do_not_hide_that_others_wait_longer():
    lines = said("CT")
    assert "the federal 45 days apply" in lines[0]
    assert all("10 calendar days" in line for line in lines[1:])


def test_a_limit_as_long_as_the_federal_one_is_not_called_shorter():
    assert "no shorter limit" in said("CO")[0]


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(resources("rules"), tmp_path / "rules")


def test_a_damaged_book_leaves_its_state_to_choose_and_says_so(folder):
    (folder / "tx.toml").write_text("[book]\nstate = ", "utf-8")
    books = load_rule_books(folder)
    assert ("TX", "TX") in state_names(books)
    assert "tx.toml" in said("TX", books)[0]


def test_without_the_federal_book_nothing_is_said(folder):
    (folder / "federal.toml").write_text("nonsense", "utf-8")
    books = load_rule_books(folder)
    assert len(state_names(books)) == 51
    with pytest.raises(ResourceError):
        said("TX", books)


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("Jo Reyes", "JR"),
        ("Jo Ann de la Cruz", "JC"),
        ("cher", "C"),
        ("", ""),
        ("  ", ""),
        ("(Dr.) Ann Lee", "AL"),
        ("Zoë Ångström", "ZÅ"),
        ("محمد الخطيب", "ما"),
        ("<b>Bo</b>", ""),
    ],
)
def test_initials_are_proposed_from_first_and_last_word(name, initials):
    assert proposed_initials(name) == initials
