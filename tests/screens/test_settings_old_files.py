"""Old files in the settings: the schedule, the list, asking once, the certificate."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.actions.restoring import offered_in
from desktop.records.backups import Why
from desktop.screens.confirm import ConfirmDialog
from desktop.store import retention
from tests.actions.test_retention import LATER, closed, keep
from tests.offices import a_student
from tests.screens.settings_pages import Settings

LINE = "District schedule 4.2"


@pytest.fixture
def opened(qtbot, office):
    return lambda: Settings(qtbot, office, "old_files", on=LATER)


def rows(page):
    return [(row[0], row[4]) for row in page.rows(page.tab.files)]


def test_without_a_schedule_the_page_says_what_that_means(office, opened):
    closed(office)
    tab = opened().tab
    assert tab.files.empty_state().sentence().startswith("There is no schedule")
    assert not tab.clear_out.isEnabled()


def test_a_schedule_is_saved_with_its_line_and_lists_what_is_past_it(office, opened):
    closed(office)
    page = opened()
    page.type("5")
    page.tab.reason.setText(LINE)
    page.click(page.tab.save)
    assert page.said() == "Saved."
    assert retention.keep_years(office.store) == 5
    assert rows(page) == [("2026-0001", "May go")]


@pytest.mark.parametrize(
    ("years", "reason", "message"),
    [("many", LINE, "That is no number of years."), ("5", "", "The reason is missing.")],
)
def test_what_is_wrong_with_a_schedule_is_told_beside_it(opened, years, reason, message):
    page = opened()
    page.tab.years.setText(years)
    page.tab.reason.setText(reason)
    page.click(page.tab.save)
    told = page.tab.years_message.text() + page.tab.reason_message.text()
    assert message in told


def test_files_on_hold_are_listed_and_stay(office, opened):
    from desktop.store import cases  # noqa: PLC0415

    student = cases.case(office.store, closed(office)).student
    office.log(student=student, student_is_new=False)
    keep(office)
    page = opened()
    assert rows(page) == [("2026-0001", "On hold: nothing about this student may be destroyed")]
    assert not page.tab.clear_out.isEnabled()


def test_destroying_asks_once_and_leaves_a_certificate_that_can_be_saved(
    qtbot, office, opened, tmp_path
):
    closed(office)
    keep(office)
    page = opened()
    page.click(page.tab.clear_out)
    assert page.tab.reason_message.text() == "Write which schedule says so."
    page.tab.reason.setText(LINE)
    page.click(page.tab.clear_out)
    dialog = page.dialog(ConfirmDialog)
    assert dialog.question.text() == "Destroy one file?"
    dialog.act.click()
    qtbot.waitUntil(lambda: rows(page) == [], timeout=20_000)
    (before,) = offered_in(office.home.folder)
    assert (before.note.why, before.note.requests) == (Why.BEFORE_PURGE, 1)
    assert len(page.rows(page.tab.certificates)) == 1
    page.tab.save_to(tmp_path / "certificate.pdf")
    assert (tmp_path / "certificate.pdf").read_bytes().startswith(b"%PDF")


def test_300_624_a_the_families_are_told_before_special_education_files_go(
    qtbot, office, opened, tmp_path
):
    closed(office, student=a_student(special_education=True), put_on_file=True)
    keep(office)
    page = opened()
    assert rows(page) == [
        ("2026-0001", "Special education: tell the family first (34 CFR 300.624(a))")
    ]
    assert not page.tab.clear_out.isEnabled()
    dialog = page.tab.ask_when()
    dialog.on.set_value(LATER)
    dialog.save.click()
    assert "leaves the families no time" in dialog.on.message.text()
    dialog.reject()
    page.tab.tell_families(LATER + timedelta(days=60), tmp_path / "notices.pdf")
    assert (tmp_path / "notices.pdf").read_bytes().startswith(b"%PDF")
    assert rows(page) == [("2026-0001", "Special education: the family has time to answer")]
    assert not page.tab.tell.isVisible()
