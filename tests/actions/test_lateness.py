"""Why a legal date was not kept: asked when it is closed, correctable, counted, and never a bar."""

from __future__ import annotations

import io
from datetime import timedelta

import msgspec
import openpyxl
import pytest

from desktop.actions.closing import close_request, reopen_request
from desktop.actions.evidence import Making, make_evidence
from desktop.actions.lateness import tell_lateness
from desktop.actions.reports import MONTHLY, report, report_sheet
from desktop.actions.sheets import Telling
from desktop.actions.steps import do_step
from desktop.office.spreadsheet import as_xlsx
from desktop.records.lateness import is_late
from desktop.records.logged import Lateness
from desktop.records.report import month_of
from desktop.records.request import Outcome
from desktop.store import cases
from tests.actions.refusals import events, refused, unchanged
from tests.letters.pages import whole_text
from tests.offices import TODAY, WHOLE, a_party, a_student, the_defaults, the_law, the_wording

LATER = TODAY + timedelta(days=60)  # the federal 45 calendar days are over (34 CFR 99.10(b))
PLACE = Lateness(reason="place", words="The nurse was on leave.")


@pytest.fixture
def request_id(office):
    """A request nobody has worked yet."""
    return office.log().request


def close(office, request, late=None, outcome=Outcome.WITHDRAWN, today=LATER):
    return close_request(
        office.store, request, outcome, note="Called.", late=late, law=office.law, today=today,
        by=office.sign(),
    )  # fmt: skip


def tell(office, request, told, today=LATER):
    return tell_lateness(office.store, request, told, law=office.law, today=today, by=office.sign())


def kinds(office, request):
    return [one.kind for one in events(office.store, request)]


def why_late(office, today=LATER):
    telling = Telling(law=office.law, wording=the_wording(), today=today)
    period = month_of(today, today=today)
    ages = the_defaults().report_age_calendar_days
    return report(office.store, MONTHLY, period, telling, ages=ages)


def lines(found):
    part = next(one for one in found.parts if one.code == "why_late")
    return {line.code: line.number for line in part.lines}


def test_every_reason_of_the_list_has_its_words():
    known = {f"word.late_reason.{one}" for one in the_defaults().late_reasons}
    said = {one for one in the_wording().codes() if one.startswith("word.late_reason.")}
    assert known == said
    assert "not_known" in the_defaults().late_reasons


def test_the_reason_is_kept_with_the_closing_and_in_the_history(office, request_id):
    close(office, request_id, PLACE)
    assert cases.case(office.store, request_id).request.lateness == PLACE
    told = next(e for e in events(office.store, request_id) if e.kind == "request.lateness_told")
    assert told.facts["late_reason"] == "place"


@pytest.mark.parametrize("late", [None, Lateness(reason="")])
def test_saying_nothing_closes_it_all_the_same(office, request_id, late):
    close(office, request_id, late)
    case = cases.case(office.store, request_id)
    assert case.request.outcome is Outcome.WITHDRAWN
    assert case.request.lateness is None
    assert "request.lateness_told" not in kinds(office, request_id)


def test_a_reason_for_what_was_kept_in_time_is_not_written(office, request_id):
    close(office, request_id, PLACE, today=TODAY)
    assert cases.case(office.store, request_id).request.lateness is None
    with refused(office.store, "not_late"):
        tell(office, request_id, PLACE)


def test_what_was_given_in_time_is_not_late_when_the_file_is_closed_later(office, request_id):
    for code, how in (
        ("identity", {"choice": "photo_id"}),
        ("authority", {"choice": "parent_no_paper"}),
        ("review", WHOLE),
        ("inspected", {}),
    ):
        do_step(office.store, request_id, code, law=office.law, today=TODAY, by=office.sign(),
                **how)  # fmt: skip
    assert not is_late(cases.case(office.store, request_id), office.law, today=LATER)


def test_what_was_no_request_is_never_asked_why(office, request_id):
    close(office, request_id, PLACE, outcome=Outcome.ENTERED_WRONGLY)
    assert cases.case(office.store, request_id).request.lateness is None
    with refused(office.store, "not_late"):
        tell(office, request_id, PLACE)


def test_it_is_corrected_also_when_closed_and_the_history_keeps_both(office, request_id):
    close(office, request_id, PLACE)
    tell(office, request_id, Lateness(reason="staff"))
    assert cases.case(office.store, request_id).request.lateness == Lateness(reason="staff")
    event = events(office.store, request_id)[-1]
    assert event.kind == "request.lateness_corrected"
    assert event.facts["late_reason_before"] == "place"
    assert event.facts["words_before"] == PLACE.words


def test_the_same_again_writes_nothing(office, request_id):
    close(office, request_id, PLACE)
    with unchanged(office.store):
        tell(office, request_id, PLACE)


def test_opened_again_and_closed_again_it_stands_once(office, request_id):
    close(office, request_id, PLACE)
    reopen_request(office.store, request_id, reason="More.", law=office.law, by=office.sign())
    close(office, request_id, PLACE)
    assert kinds(office, request_id).count("request.lateness_told") == 1


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (Lateness(reason=""), "late_reason"),
        (Lateness(reason="other", words="Her number is 123-45-6789."), "nine_digits"),
    ],
)
def test_what_cannot_be_said_is_refused(office, request_id, told, code):
    with refused(office.store, code):
        tell(office, request_id, told)


def test_a_number_nobody_needs_stops_the_closing_as_a_whole(office, request_id):
    with refused(office.store, "nine_digits"):
        close(office, request_id, Lateness(reason="other", words="123-45-6789"))


def test_the_report_counts_what_was_said_and_reads_the_rest_from_the_file(office):
    said, not_known, unsaid = (office.log(student_is_new=True, **_another(n)).request
                               for n in range(3))  # fmt: skip
    close(office, said, PLACE)
    close(office, not_known, Lateness(reason="not_known"))
    close(office, unsaid)
    found = why_late(office)
    assert lines(found) == {"told.place": 1, "told.not_known": 1, "other": 1}
    figures = found.figures
    late = figures.closed - figures.on_time + figures.late_open
    assert sum(figures.told_late.values()) + sum(figures.why_late.values()) == late == 3


def test_a_correction_moves_the_count_and_the_workbook_says_the_same(office, request_id):
    close(office, request_id, PLACE)
    tell(office, request_id, Lateness(reason="volume"))
    found = why_late(office)
    assert lines(found) == {"told.volume": 1}
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(report_sheet(found, the_wording()))))
    rows = [row for row in book.active.iter_rows(values_only=True) if row[0] == "Late, and why"]
    assert rows == [("Late, and why", "More came in than the office could do", 1)]


def test_the_words_stand_in_no_report(office, request_id):
    close(office, request_id, PLACE)
    found = why_late(office)
    assert "nurse" not in str(found.parts)
    assert "nurse" not in str(report_sheet(found, the_wording()))


def test_the_evidence_pack_shows_it_to_a_reader_and_to_a_machine(office, request_id):
    close(office, request_id, PLACE)
    making = Making(law=the_law(), wording=the_wording(), today=LATER)
    pack = make_evidence(office.store, request_id, making=making, by=office.sign())
    assert "a place searched answered late. The nurse was on leave." in whole_text(pack.pdf)
    parts = msgspec.json.decode(pack.copy)["parts"]
    clocks = next(one["items"] for one in parts if one["part"] == "clocks")
    assert any(one["facts"].get("late_reason") == "place" for one in clocks)


def _another(place):
    student = a_student(given=f"Child{place}", local_number=f"9{place}")
    return {"student": student, "requester": a_party(name=f"Parent {place}")}
