"""Destroying old request files: only what may go, whole, with a certificate, and nothing else."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from desktop.actions import retention
from desktop.actions.closing import close_request
from desktop.actions.letter_drafting import draft_letter
from desktop.actions.steps import write_note
from desktop.errors import DeskError
from desktop.letters.template import load_templates
from desktop.records.request import Outcome
from desktop.store import cases
from desktop.store import retention as files
from desktop.store.journal import Event
from desktop.store.verify import verify
from tests.actions.refusals import everything
from tests.offices import TODAY, a_party, a_student, the_wording
from tests.store.files import broken_entry
from tests.store.pages import clear_text

LATER = TODAY + timedelta(days=6 * 366)
LATER_AT = datetime(LATER.year, LATER.month, LATER.day, 15, tzinfo=UTC)


def closed(office, **intake):
    request = office.log(**intake).request
    write_note(office.store, request, "Called back.", by=office.sign())
    close_request(
        office.store,
        request,
        Outcome.WITHDRAWN,
        note="They found it.",
        law=office.law,
        today=TODAY,
        by=office.sign(),
    )
    return request


def keep(office, years=5):
    retention.set_schedule(office.store, years, reason="District schedule 4.2", by=office.sign())


def destroy(office, *requests, reason="District schedule 4.2"):
    by = office.sign(LATER_AT)
    return retention.destroy_files(office.store, requests, reason=reason, today=LATER, by=by)


def rows_left(office, request):
    tables = [row[0] for row in office.store.rows(
        "select name from sqlite_schema where type = 'table' and sql like '%request_id integer%'"
        " and name <> 'event'")]  # fmt: skip
    return {
        table: office.store.rows(
            f"select count(*) from {table} where request_id = ?",  # noqa: S608
            (request,),
        )[0][0]
        for table in tables
    }


def test_without_a_schedule_nothing_is_offered_and_nothing_can_go(office):
    request = closed(office)
    assert retention.review(office.store, today=LATER) == []
    with pytest.raises(DeskError, match="kept"):
        destroy(office, request)
    assert cases.case(office.store, request)


def test_a_file_past_its_time_goes_with_all_that_is_its_own_and_a_certificate_stays(office):
    request = closed(office)
    keep(office)
    assert [one.id for one in retention.review(office.store, today=LATER)] == [request]
    destroy(office, request)
    with pytest.raises(KeyError):
        cases.case(office.store, request)
    assert set(rows_left(office, request).values()) == {0}
    (certificate,) = files.purges(office.store)
    assert certificate.numbers == ("2026-0001",)
    assert certificate.reason == "District schedule 4.2"
    assert broken_entry(office.store) is None
    last = office.store.rows(
        "select kind, facts from event join event_facts using (seq) order by seq desc limit 1"
    )[0]
    assert last[0] == "retention.destroyed"
    assert "Alvarez" not in last[1]


def test_what_was_written_about_a_destroyed_file_is_nowhere_in_the_office_s_folder(office):
    words = "xylophone quilombo"
    request = closed(office, words=words)
    letter = draft_letter(office.store, request, "receipt", templates=load_templates(),
                          law=office.law, today=TODAY, by=office.sign()).letter  # fmt: skip
    for kind in (f"request.{request}", f"hold.{request}", f"list.{request}", f"letter:{letter}"):
        office.store.keep_draft((office.opened.person.id, kind, words, "2026-10-05"))
    with office.store.change(
        Event(kind="step.done", request=request, facts={"note": words}), by=office.sign()
    ):
        pass
    keep(office)
    destroy(office, request)
    assert words not in str(everything(office.store))
    assert broken_entry(office.store) is None
    office.store.close()
    found = clear_text(office.home.records_file, office.opened.keys.database)
    assert words.encode() not in found
    assert verify(office.home.records_file, office.opened.keys).purged


def residue(office, words):
    """How many of these words stand in any page of the file, free ones included, or in its log."""
    path = office.home.records_file
    office.store.sweep_log()
    found = clear_text(path, office.opened.keys.database).lower()
    return sum(word.encode() in found for word in words)


def destroy_many(office, count):
    """So many requests, each with words, a note and a letter of its own, destroyed at once."""
    words = [f"zugzwang{place}quilombo" for place in range(count)]
    student, party = a_student(), a_party()
    requests = []
    for place, word in enumerate(words):
        more = {"student_is_new": False, "requester_is_new": False} if place else {}
        request = closed(office, words=word, student=student, requester=party, **more)
        write_note(office.store, request, word.upper(), by=office.sign())
        requests.append(request)
    keep(office)
    before = residue(office, words)
    destroy(office, *requests)
    return before, residue(office, words)


def test_of_what_was_destroyed_nothing_is_left_in_any_page(office):
    assert destroy_many(office, 25) == (25, 0)


@pytest.mark.slow
def test_of_what_was_destroyed_nothing_is_left_at_full_count(office):
    assert destroy_many(office, 250) == (250, 0)


def test_a_file_too_young_stays(office):
    request = closed(office)
    keep(office, 7)
    with pytest.raises(DeskError, match="kept"):
        destroy(office, request)


def test_34_cfr_99_10_e_nothing_on_hold_goes_and_then_nothing_at_all(office):
    first = closed(office)
    student = cases.case(office.store, first).student
    second = closed(office)
    office.log(student=student, student_is_new=False)
    keep(office)
    with pytest.raises(DeskError, match="kept"):
        destroy(office, second, first)
    assert cases.case(office.store, second)
    destroy(office, second)


def test_a_file_linked_with_an_open_request_stays(office):
    first = closed(office)
    office.log(link_to=first)
    keep(office)
    with pytest.raises(DeskError, match="kept"):
        destroy(office, first)


@pytest.mark.parametrize(("years", "reason"), [(-1, "x"), (101, "x"), (5, " ")])
def test_a_schedule_needs_a_number_of_years_and_a_reason(office, years, reason):
    with pytest.raises(DeskError):
        retention.set_schedule(office.store, years, reason=reason, by=office.sign())
    assert files.keep_years(office.store) == 0


def test_the_certificate_is_a_pdf_with_numbers_and_nobodys_name(office):
    request = closed(office)
    keep(office)
    destroy(office, request)
    (purge,) = files.purges(office.store)
    pdf = retention.certificate(office.store, purge, the_wording(), practice=False)
    text = " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())
    assert "Certificate of destruction" in text
    assert "2026-0001" in text
    assert "1 closed request." in text
    assert office.store.head().short() in text
    assert "Alvarez" not in text
