"""Which papers a request offers, as the shipped list says it."""

from dataclasses import replace
from datetime import date, time

import pytest

from desktop.paths import resources
from desktop.records.appointment import Appointment
from desktop.records.case import Fee
from desktop.records.printout import About, Shape, load_printouts, offered_printouts
from desktop.records.request import Right
from desktop.store import cases
from tests.offices import an_office, the_law, the_wording

SHIPPED = load_printouts(resources("printouts", "printouts.toml"))
VISIT = Appointment(id=1, meet_on=date(2026, 10, 20), meet_at=time(9, 30), place="Room 12")


@pytest.fixture
def case(tmp_path):
    office = an_office(tmp_path)
    return cases.case(office.store, office.log().request)


def offered(case, *, held=True):
    right = the_law().rights[case.request.right]
    return {one.id for one in offered_printouts(SHIPPED, right, case, held=held)}


def test_a_request_to_see_records_offers_its_folder_and_search_papers(case):
    assert {"cover", "folder_label", "envelope", "search_memo", "hold_memo"} <= offered(case)


@pytest.mark.parametrize("paper", ["sign_in", "reviewed"])
def test_a_paper_of_the_visit_waits_for_one(case, paper):
    assert paper not in offered(case)
    assert paper in offered(replace(case, appointments=(VISIT,)))


def test_a_receipt_for_copies_waits_for_a_charge_34_cfr_99_11(case):
    assert "fee_receipt" not in offered(case)
    assert "fee_receipt" in offered(replace(case, fee=Fee(pages=3, cents_a_page=10)))


def test_a_hold_memo_is_offered_while_something_is_held_34_cfr_99_10_e(case):
    assert "hold_memo" not in offered(case, held=False)


def test_a_request_without_a_search_asks_no_place(tmp_path):
    office = an_office(tmp_path)
    case = cases.case(office.store, office.log(right=Right.COMPLAINT).request)
    assert "search_memo" not in offered(case)


@pytest.mark.parametrize("one", SHIPPED.printout, ids=lambda one: one.id)
def test_every_paper_has_a_name_and_its_text(one):
    assert f"word.printout.{one.id}" in the_wording()
    text = resources("printouts", "en", f"{one.id}.md")
    assert text.is_file() is (one.shape is Shape.PAGE)


@pytest.mark.parametrize("one", SHIPPED.printout, ids=lambda one: one.id)
def test_what_a_family_gets_is_there_in_spanish(one):
    english = resources("printouts", "en", f"{one.id}.md")
    for_staff = one.shape is not Shape.PAGE or 'audience = "internal"' in english.read_text()
    assert resources("printouts", "es", f"{one.id}.md").is_file() is not for_staff


def test_no_two_papers_share_a_shortcut():
    keys = [one.keys for one in SHIPPED.of(About.REQUEST) if one.keys]
    assert len(keys) == len(set(keys))
