"""The registers in the file: what older programs left open, and what is never edited."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from desktop.records.disclosure import Disclosure
from desktop.records.ids import DisclosureId
from desktop.store import disclosures, holds
from desktop.store.journal import Event
from tests.offices import TODAY, a_student
from tests.store import fixture
from tests.store.files import BY


def test_open_requests_of_the_first_program_hold_the_records_from_their_receipt(tmp_path):
    path = tmp_path / "office.records"
    shutil.copy(fixture.fixture_of(1), path)
    store = fixture.opened(path)
    (hold,) = holds.live_holds(store, 1)
    assert hold.from_on == date(2026, 10, 1)
    store.close()


@pytest.fixture
def entry(office):
    student = a_student()
    office.log(student=student)
    made = Disclosure(
        id=DisclosureId(7), student=student.id, party="Lincoln High", interest="Enrolling",
        basis="enrolling_school", disclosed_on=TODAY,
    )  # fmt: skip
    with office.store.change(Event(kind="disclosure.entered"), by=office.sign()) as change:
        change.execute(
            "insert into person (id, name, initials, role) values (1, 'Jo', 'JO', 'registrar')"
        )
        disclosures.add_disclosure(change, made)
    return made


@pytest.mark.parametrize("column", ["party", "interest", "basis", "disclosed_on", "records"])
def test_99_32_an_entry_is_never_edited_even_by_a_bug(office, entry, column):
    with (
        pytest.raises(Exception, match="never edited"),
        office.store.change(Event(kind="note.added"), by=BY) as change,
    ):
        change.execute(f"update disclosure set {column} = 'x' where id = 7")  # noqa: S608
    assert disclosures.disclosure(office.store, entry.id) == entry


def test_only_its_reference_to_a_destroyed_request_may_go(office, entry):
    with office.store.change(Event(kind="note.added"), by=BY) as change:
        change.execute("update disclosure set request_id = null")
    assert disclosures.disclosure(office.store, entry.id).request is None


@pytest.mark.parametrize(
    ("text", "found"),
    [("", True), ("alvarez", True), ("lincoln", True), ("Álvarez linc", True), ("ng", False),
     ("alvarez ng", False), ('"', True)],
)  # fmt: skip
def test_the_list_is_searched_by_student_and_party(office, entry, text, found):
    assert disclosures.disclosure_ids(office.store, text) == ([entry.id] if found else [])


def test_the_list_of_one_student_is_in_the_order_of_the_days(office, entry):
    first = Disclosure(
        id=DisclosureId(8), student=entry.student, party="County Court", interest="Case 12",
        basis="court_order", disclosed_on=date(2025, 1, 2), corrects=entry.id,
    )  # fmt: skip
    with office.store.change(Event(kind="disclosure.entered"), by=office.sign()) as change:
        disclosures.add_disclosure(change, first)
    rows = disclosures.disclosures_of(office.store, entry.student)
    assert [(row.entry, row.corrected) for row in rows] == [(first, False), (entry, True)]
