"""No office day is left before the legal date: the page and the badge say why one acts today."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.actions.days import add_entry
from tests.desks import a_desk
from tests.offices import an_office
from tests.screens.intakes import an_open_intake
from tests.screens.request_pages import Opened

THANKSGIVING = date(2026, 11, 26)
SAID = (
    "The office is not open on any day from receipt to that date. Act on Thursday, November 26,"
    " 2026, the day of receipt, or open the office for it."
)


@pytest.fixture
def office(tmp_path):
    """A Californian office, closed for the five business days after Thanksgiving."""
    made = an_office(tmp_path / "home", state="CA")
    add_entry(
        made.store, from_on=THANKSGIVING, until_on=date(2026, 12, 11), title="Break",
        kind="closure", law=made.law, by=made.sign(),
    )  # fmt: skip
    yield made
    made.store.close()


def test_the_request_page_and_its_badge_say_so(qtbot, office):
    logged = office.log(THANKSGIVING, received_on=THANKSGIVING)
    page = Opened(qtbot, a_desk(office, THANKSGIVING), logged.request).page
    assert SAID in page.dates.reason.text()
    assert "finish by" not in page.dates.reason.text()
    assert page.badge.toolTip() == SAID
    assert page.badge.accessibleDescription() == SAID


def test_the_intake_form_says_so(qtbot, office):
    dialog = an_open_intake(qtbot, office, on=THANKSGIVING)
    dialog.details.received_on.set_value(THANKSGIVING)
    assert dialog.dates.due_work_by.text() == SAID
    assert dialog.dates.due.toolTip() == SAID


def test_where_an_office_day_is_left_the_badge_has_no_tip(qtbot, office):
    logged = office.log(date(2026, 11, 3), received_on=date(2026, 11, 2))
    page = Opened(qtbot, a_desk(office, date(2026, 11, 3)), logged.request).page
    assert page.badge.toolTip() == ""
