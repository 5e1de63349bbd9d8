"""No name can be read in the files, and what was deleted is gone from inside them too."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.actions.closing import close_request
from desktop.records.ids import ClosureId, PartyId, StudentId
from desktop.records.request import Outcome
from desktop.store import families, office
from desktop.store.journal import Event
from tests.offices import TODAY, a_party, a_student
from tests.store.files import BY, reopen
from tests.store.pages import clear_text

CANARY = "Xanthippe"
WORDS = "zugzwang quilombo"


def everything_on_disk(path) -> bytes:
    return b"".join(one.read_bytes() for one in path.parent.iterdir())


def test_no_name_and_no_word_can_be_read_in_the_files(office):
    student = a_student(given=CANARY, family=CANARY, other_names=(CANARY,), local_number=CANARY)
    office.log(student=student, requester=a_party(name=CANARY), words=WORDS)
    path = office.home.records_file
    wal = path.with_name(path.name + "-wal")
    assert wal.stat().st_size > 0
    for data in (everything_on_disk(path), everything_on_disk(path).lower()):
        for text in (CANARY, WORDS, "Maple Grove", "CREATE TABLE", "SQLite format"):
            assert text.encode() not in data
            assert text.lower().encode() not in data
            assert text.encode("utf-16-le") not in data


def test_the_test_itself_can_see_what_lies_in_a_page(store, path):
    store.keep_draft((1, "intake", CANARY, "2026-10-05"))
    store.close()
    assert CANARY.encode() in clear_text(path)


def test_a_dropped_draft_is_gone_from_the_pages(store, path):
    long_text = CANARY * 2000
    store.keep_draft((1, "intake", long_text, "2026-10-05"))
    store.keep_draft((1, "intake", CANARY, "2026-10-05"))
    store.drop_draft(1, "intake")
    store.close()
    assert CANARY.encode() not in clear_text(path)
    assert not path.with_name(path.name + "-wal").exists()


def test_a_closure_taken_back_is_gone_from_the_pages(store, path):
    day = date(2026, 12, 24)
    with store.change(Event(kind="calendar.added"), by=BY) as change:
        office.add_closure(
            change, ClosureId(5), from_on=day, until_on=day, title=CANARY, kind="closure"
        )
    with store.change(Event(kind="calendar.removed"), by=BY) as change:
        office.remove_closure(change, ClosureId(5))
    store.close()
    assert CANARY.encode() not in clear_text(path)


@pytest.mark.parametrize("table", ["student", "party"])
def test_a_corrected_name_is_gone_from_the_pages_and_the_indexes(store, path, table):
    for given in (CANARY, "Mia"):
        with store.change(Event(kind="student.changed"), by=BY) as change:
            if table == "student":
                one = a_student(id=StudentId(9), given=given, family="Alvarez")
                families.save_students(change, [one])
            else:
                families.save_parties(change, [a_party(id=PartyId(9), name=given)])
    store.close()
    assert CANARY.encode() not in clear_text(path)
    assert CANARY.lower().encode() not in clear_text(path)


def test_a_request_is_found_by_the_corrected_name_only(office):
    student = a_student(given=CANARY)
    logged = office.log(student=student)
    corrected = a_student(id=student.id, given="Mia")
    with office.store.change(Event(kind="student.changed"), by=office.sign()) as change:
        families.save_students(change, [corrected])
    close_request(
        office.store, logged.request, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    path = office.home.records_file
    office.store.close()
    key = office.opened.keys.database
    store = reopen(path, key)
    rows = store.rows("select names from request_search")
    store.close()
    assert CANARY.lower() not in rows[0][0]
    assert "mia" in rows[0][0]
