"""Reports from a real file: the page, the table and the file agree, and nobody is named."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, date, datetime, timedelta

import pypdf
import pytest

from desktop.actions import reports
from desktop.actions.closing import close_request
from desktop.actions.reports import ANNUAL, MONTHLY, report, report_page, report_sheet
from desktop.actions.sheets import Telling
from desktop.letters.page import draw
from desktop.records.ids import StudentId, new_id
from desktop.records.person import Initials
from desktop.records.report import month_of, year_of
from desktop.records.request import Channel, Outcome, Right
from desktop.records.school_year import school_year
from desktop.records.sheet import as_csv
from tests.actions.refusals import last_event
from tests.letters.pages import PRESS
from tests.offices import AT, TODAY, a_party, a_student, the_defaults, the_wording

LATER = TODAY + timedelta(days=80)
AGES = the_defaults().report_age_calendar_days


def telling(office, today=TODAY):
    return Telling(law=office.law, wording=the_wording(), today=today)


def made_of(office, code=MONTHLY, today=TODAY, on=TODAY):
    period = month_of(on, today=today) if code == MONTHLY else year_of(
        *school_year(today), today=today)  # fmt: skip
    return report(office.store, code, period, telling(office, today), ages=AGES)


def a_case(office, place, right=Right.INSPECT, channel=Channel.EMAIL, closed=None):
    student = a_student(id=StudentId(new_id(AT)), given=f"Xanthippe{place}")
    came = TODAY - timedelta(days=2)
    request = office.log(student=student, requester=a_party(name="Zugzwang"), right=right,
                         channel=channel, received_on=came).request  # fmt: skip
    if closed:
        at = datetime(closed.year, closed.month, closed.day, 15, tzinfo=UTC)
        by = Initials(person=office.opened.person.id, initials="JR", at=at)
        close_request(office.store, request, Outcome.WITHDRAWN, note="Called.", law=office.law,
                      today=closed, by=by)  # fmt: skip
    return request


@pytest.fixture
def busy(office):
    """Three in October, one of them closed at once; one more is closed far too late."""
    a_case(office, 1, closed=TODAY)
    a_case(office, 2, Right.AMEND, Channel.LETTER)
    a_case(office, 3)
    return office


def numbers(found, code):
    part = next(one for one in found.parts if one.code == code)
    return {line.code: line.number for line in part.lines}


def test_the_month_is_counted_from_the_file(busy):
    found = made_of(busy)
    assert numbers(found, "figures") == {
        "received": 3, "closed": 1, "on_time": 1, "on_time_percent": 100, "median_days": 2,
        "open": 2, "late_open": 0,
    }  # fmt: skip
    assert numbers(found, "by_right") == {"inspect": 2, "amend": 1}
    assert numbers(found, "by_channel") == {"letter": 1, "email": 2}
    assert numbers(found, "why_late") == {}
    assert numbers(found, "by_age") == {"0": 2, "8": 0, "15": 0, "31": 0, "46": 0}


def test_what_is_closed_after_its_day_is_late(busy):
    a_case(busy, 4, closed=LATER)
    found = made_of(busy, today=LATER, on=LATER)
    assert numbers(found, "figures")["on_time_percent"] == 0
    assert numbers(found, "figures")["late_open"] == 2
    assert sum(numbers(found, "why_late").values()) == 3


def test_the_year_tells_its_months(busy):
    found = made_of(busy, ANNUAL, today=LATER)
    assert numbers(found, "by_month") == {"2026-10": 3}
    assert "2026 to 2027" in found.title


@pytest.mark.parametrize("code", [MONTHLY, ANNUAL])
def test_the_page_and_the_file_agree_in_every_number(busy, code):
    a_case(busy, 4, Right.THIRD_PARTY, Channel.PHONE, closed=LATER)
    found = made_of(busy, code, today=LATER, on=LATER)
    pdf = draw(report_page(busy.store, found, the_wording(), practice=False), PRESS)
    text = " ".join(pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text().split())
    table = as_csv(report_sheet(found, the_wording())).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table)))
    assert len(rows) > 12
    for part, label, number in rows[1:]:
        line = next(x for p in found.parts if p.title == part for x in p.lines if x.label == label)
        assert number == ("" if line.number is None else str(line.number))
        assert re.search(rf"{re.escape(label)} {re.escape(line.shown)}(?!\d)", text), (label, text)


def test_the_report_is_one_tagged_page_whose_charts_are_told_in_words(busy):
    for place, right in enumerate(Right, 10):
        channel = list(Channel)[place % 4]
        if right not in {Right.HEARING, Right.STATEMENT, Right.REVOKE_CONSENT}:
            a_case(busy, place, right, channel)
    found = made_of(busy, today=LATER, on=TODAY)
    pdf = draw(report_page(busy.store, found, the_wording(), practice=False), PRESS)
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    figures = re.findall(rb"/S/Figure.*?/Alt <feff([0-9a-f]+)>", raw(reader))
    said = [bytes.fromhex(one.decode()).decode("utf-16-be") for one in figures]
    charts = [one for one in said if one.startswith("Bar chart")]
    assert len(charts) == len([one for one in found.parts if one.lines]) - 1
    assert any("Correct a record 2" in one for one in charts)


def raw(reader):
    return b"\n".join(
        f"/S{one['/S']}/Alt <feff{one['/Alt'].encode('utf-16-be').hex()}>".encode()
        for one in figures_below(reader.trailer["/Root"]["/StructTreeRoot"]["/K"])
    )


def figures_below(kids):
    for kid in kids if isinstance(kids, list) else [kids]:
        node = kid.get_object()
        if isinstance(node, dict):
            if node.get("/S") == "/Figure" and "/Alt" in node:
                yield node
            yield from figures_below(node.get("/K", []))


def test_the_report_names_nobody_and_carries_the_journals_head(busy):
    found = made_of(busy)
    page = report_page(busy.store, found, the_wording(), practice=False)
    text = " ".join(page.texts()) + str(report_sheet(found, the_wording()))
    assert "Xanthippe" not in text
    assert "Zugzwang" not in text
    assert busy.store.head().short() in page.text


def test_printing_it_is_journaled_without_a_name(busy):
    reports.note_left(busy.store, made_of(busy), "printed", pages=1, by=busy.sign())
    kind, facts = last_event(busy.store)
    assert kind == "report.left"
    assert '"report":"monthly"' in facts


def test_the_audit_trail_has_every_entry_and_no_name(busy):
    sheet = reports.trail_sheet(busy.store, telling(busy), date(2026, 10, 1), date(2026, 12, 31))
    assert [row[0] for row in sheet.rows] == list(range(1, busy.store.head().seq + 1))
    assert ("Request: logged", "request.logged") in {(row[3], row[5]) for row in sheet.rows}
    assert "Xanthippe" not in str(sheet)
    nothing = reports.trail_sheet(busy.store, telling(busy), date(2025, 1, 1), date(2025, 2, 1))
    assert nothing.rows == ()
