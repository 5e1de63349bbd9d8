"""Settings, Days: the office's own numbers, with their bounds, a reason, and what follows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.actions import days, searching
from desktop.actions.targets import set_targets
from desktop.records.agenda import Section, horizon
from desktop.records.case import SourceState
from desktop.records.targets import Target, number_of, settled
from desktop.screens import jobs
from desktop.store import cases, targets
from desktop.store.agenda import read_agenda
from tests.offices import TODAY, an_office, the_defaults
from tests.screens.settings_pages import KEYS, Settings


@pytest.fixture
def office(tmp_path):
    made = an_office(tmp_path / "home")
    yield made
    assert jobs.drain(10_000)
    made.store.close()


@pytest.fixture
def opened(qtbot, office):
    return Settings(qtbot, office, "days")


def set_number(opened, target, number, reason="The superintendent, staff meeting"):
    opened.page.rows[target].field.setText(str(number))
    opened.page.reason.setText(reason)
    opened.page.save.click()


def test_every_number_has_its_field_with_the_number_that_holds(opened):
    shown = {target: row.field.text() for target, row in opened.page.rows.items()}
    assert shown == {one: str(number_of(the_defaults(), one)) for one in Target}


def test_the_keyboard_goes_through_every_number_to_the_reason_and_save(opened):
    seen = [opened.focus()]
    for _ in range(len(Target) + 1):
        opened.press(KEYS.Key_Tab)
        seen.append(opened.focus())
    rows = [row.field for row in opened.page.rows.values()]
    assert seen == [*rows, opened.page.reason, opened.page.save]


def test_a_number_is_saved_with_its_reason_and_what_it_was_before(office, opened):
    set_number(opened, Target.UNTOUCHED_SCHOOL_DAYS, 4)
    assert opened.said() == "Saved."
    assert targets.decided(office.store) == {"untouched_school_days": 4}
    assert opened.desk.defaults.agenda.untouched_school_days == 4
    assert opened.page.rows[Target.UNTOUCHED_SCHOOL_DAYS].unit.text() == (
        "school days, 2 as shipped"
    )
    (facts,) = office.store.rows(
        "select facts from event join event_facts using (seq) where kind = 'target.set'"
    )[0]
    for said in ('"untouched_school_days":4', '"untouched_school_days_before":2', "staff meeting"):
        assert said in facts.replace('": ', '":')


def test_what_is_set_back_follows_what_is_shipped_again(office, opened):
    for number in (4, 2):
        set_number(opened, Target.UNTOUCHED_SCHOOL_DAYS, number)
    assert targets.decided(office.store) == {}
    assert office.store.rows("select count(*) from target") == [(2,)]


@pytest.mark.parametrize("typed", ["", "0", "31", "x", "-3", "2.5", "²"])
def test_a_number_out_of_bounds_is_told_beside_its_field(office, opened, typed):
    set_number(opened, Target.SOON_SCHOOL_DAYS, typed)
    row = opened.page.rows[Target.SOON_SCHOOL_DAYS]
    assert row.message.text().startswith("This is not a number from 1 to 30.")
    assert opened.focus() is row.field
    assert targets.decided(office.store) == {}


def test_without_a_reason_nothing_is_saved(office, opened):
    set_number(opened, Target.SOON_SCHOOL_DAYS, 8, reason=" ")
    assert opened.page.reason_message.text().startswith("The reason is missing.")
    assert targets.decided(office.store) == {}


def test_hours_that_never_begin_are_refused(office, opened):
    set_number(opened, Target.NOTICES_FROM_HOUR, 16)
    message = opened.page.rows[Target.NOTICES_UNTIL_HOUR].message
    assert message.text().startswith("The first hour of notices is not before the last one.")
    assert targets.decided(office.store) == {}


def test_what_is_typed_and_not_saved_is_there_again(qtbot, office, opened):
    opened.page.rows[Target.AGAIN_REQUESTS].field.setText("5")
    opened.page.hide()
    again = Settings(qtbot, office, "days")
    assert again.page.rows[Target.AGAIN_REQUESTS].field.text() == "5"
    assert again.said() == "What you changed here is not saved yet."


def test_a_place_is_asked_again_after_the_days_the_office_set(office):
    request = office.log().request
    source = cases.case(office.store, request).sources[0].id
    searching.answer_source(
        office.store, request, source, SourceState.ASKED, today=TODAY, by=office.sign()
    )

    def to_chase(defaults):
        looks = horizon(days.office_calendar(office.store), defaults, TODAY + timedelta(days=2))
        read = read_agenda(office.store, (Section.CHASE,), days=looks, deciding=())
        return read.counts[Section.CHASE]

    assert to_chase(the_defaults()) == 0
    set_targets(
        office.store, {Target.KEEPER_BUSINESS_DAYS: 2}, reason="Short year",
        shipped=the_defaults(), by=office.sign(),
    )  # fmt: skip
    assert to_chase(settled(the_defaults(), targets.decided(office.store))) == 1
