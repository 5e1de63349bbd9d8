"""The practice office: whole, varied, made afresh each day, and apart from the real one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.actions.days import office_calendar
from desktop.actions.office import Opened
from desktop.actions.practising import open_practice_office
from desktop.paths import Home
from desktop.records.agenda import Section, horizon
from desktop.records.chasing import Whom
from desktop.records.law import Law
from desktop.records.party import Relationship
from desktop.records.request import Outcome, Status
from desktop.records.student_list import Removed
from desktop.store import (
    care,
    cases,
    consents,
    disclosures,
    holds,
    opt_outs,
    queries,
    student_lists,
    students,
)
from desktop.store.agenda import read_agenda
from desktop.store.queries import QueueFilter
from tests.offices import the_defaults, the_law
from tests.store.files import broken_entry

NOW = datetime(2026, 10, 7, 15, 0, tzinfo=UTC)  # a Wednesday


def law_of(_state: str | None) -> Law:
    return the_law()


def opened_at(folder: Path, now: datetime) -> Opened:
    return open_practice_office(Home(folder=folder), law_of, the_defaults(), now=now)


@pytest.fixture(scope="module")
def practice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    opened = opened_at(tmp_path_factory.mktemp("practice"), NOW)
    yield opened
    opened.store.close()


def today() -> date:
    return NOW.astimezone().date()


def shown(practice: Opened, which: QueueFilter) -> list[queries.QueueRow]:
    ids = queries.queue_ids(practice.store, which, person=practice.person.id, today=today())
    return queries.queue_rows(practice.store, ids)


def test_it_holds_sixty_students_and_forty_requests(practice):
    assert len(students.student_ids(practice.store)) >= 60
    open_rows = shown(practice, QueueFilter.OPEN)
    assert len(open_rows) + len(shown(practice, QueueFilter.CLOSED)) >= 40


@pytest.mark.parametrize(
    "which",
    [QueueFilter.OPEN, QueueFilter.OVERDUE, QueueFilter.WAITING, QueueFilter.CLOSED],
)
def test_every_filter_of_the_queue_has_something_to_show(practice, which):
    assert shown(practice, which)


def test_something_is_due_today_on_an_office_day(practice):
    assert any(row.work_by == today() for row in shown(practice, QueueFilter.OPEN))


def test_closed_requests_ended_in_different_ways(practice):
    outcomes = {row.outcome for row in shown(practice, QueueFilter.CLOSED)}
    assert {
        Outcome.INSPECTED,
        Outcome.COPIES_SENT,
        Outcome.WITHDRAWN,
        Outcome.NO_RECORDS,
    } <= outcomes


def test_what_was_done_came_through_the_journal_whole(practice):
    assert broken_entry(practice.store) is None
    for row in shown(practice, QueueFilter.CLOSED):
        kinds = [entry.event.kind for entry in cases.history(practice.store, row.id)]
        assert kinds[0] == "request.logged"
        assert "request.closed" in kinds
        assert row.status is Status.CLOSED


def test_letters_of_the_practice_office_are_kept_and_marked(practice):
    letters = [
        letter
        for row in shown(practice, QueueFilter.OPEN)
        for letter in cases.case(practice.store, row.id).letters
    ]
    assert letters
    pdf = cases.letter_pdf(practice.store, letters[0].id)
    assert pdf is not None
    assert "PR" in PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


def test_the_same_day_opens_the_same_file_and_the_next_day_a_fresh_one(tmp_path):
    first = opened_at(tmp_path, NOW)
    made = queries.made_at(first.store)
    first.store.close()
    again = opened_at(tmp_path, NOW + timedelta(hours=1))
    assert queries.made_at(again.store) == made
    again.store.close()
    tomorrow = opened_at(tmp_path, NOW + timedelta(days=1))
    assert queries.made_at(tomorrow.store) != made
    tomorrow.store.close()


def test_a_damaged_practice_file_is_made_again(tmp_path):
    first = opened_at(tmp_path, NOW)
    first.store.close()
    (tmp_path / "office.records").write_bytes(b"not a records file")
    again = opened_at(tmp_path, NOW)
    assert queries.open_ids(again.store)
    again.store.close()


# The registers


def test_places_stand_on_different_rungs_of_the_ladder(practice):
    looks = horizon(office_calendar(practice.store), the_defaults(), today())
    read = read_agenda(practice.store, (Section.CHASE,), days=looks, deciding=())
    found = sorted((one.asked, *one.codes) for one in read.items[Section.CHASE])
    assert found == [(1, Whom.HEAD), (2, Whom.PRINCIPAL)]


def test_every_register_has_something_to_see(practice):
    store = practice.store
    entries = disclosures.disclosure_rows(store, disclosures.disclosure_ids(store))
    assert {one.entry.refused for one in entries} == {True, False}
    assert any(one.entry.threat for one in entries)
    assert len(opt_outs.opt_out_ids(store)) >= 6
    assert len(consents.consent_ids(store)) >= 4
    (made,) = student_lists.list_rows(store, student_lists.list_ids(store))
    assert made.made.removed[Removed.RECRUITERS] == 2
    held = holds.hold_rows(store, holds.hold_ids(store))
    assert {one.closed_on is None for one in held} == {True, False}  # one waits for a hearing


def test_the_list_that_went_out_is_no_file_of_the_practice_office(tmp_path):
    opened_at(tmp_path, NOW).store.close()
    assert not list(tmp_path.glob("*.csv*"))


def test_what_a_grandmother_told_and_showed_is_kept(practice):
    (zoe,) = [one for one in students.all_students(practice.store) if one.local_number == "104655"]
    grandmother = next(
        one.party
        for one in students.guardians(practice.store, zoe.id)
        if one.relationship is Relationship.GRANDPARENT
    )
    told = care.care(practice.store, zoe.id, grandmother.id)
    assert told is not None
    assert told.paper_holds(today())
