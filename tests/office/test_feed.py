"""A district's whole feed as it really comes: hours, zones, repeats, moved and cancelled events."""

from __future__ import annotations

import time
from datetime import date

import pytest

from desktop.errors import DeskError
from desktop.office.calendar_file import read_feed
from tests.office.test_calendar_file import ics

FIRST, LAST = date(2026, 7, 1), date(2028, 6, 30)


@pytest.fixture(autouse=True)
def chicago(monkeypatch):
    """The office's own clock, whatever that of the machine is."""
    monkeypatch.setenv("TZ", "America/Chicago")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def read(folder, *events, first=FIRST, last=LAST):
    file = folder / "feed.ics"
    file.write_bytes(ics(*events).encode())
    return read_feed(file, first=first, last=last)


def said(feed):
    return [
        (one.from_on.isoformat(), one.until_on.isoformat(), one.title, one.whole_days)
        for one in feed.happenings
    ]


@pytest.mark.parametrize(
    ("event", "expected"),
    [
        ("DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270102\nSUMMARY:Winter break",
         ("2026-12-21", "2027-01-01", "Winter break", True)),
        # Outlook writes a whole day as hours from midnight to midnight in a zone.
        ("DTSTART;TZID=America/Chicago:20261125T000000\nDTEND;TZID=America/Chicago:20261128T000000\n"
         "SUMMARY:Thanksgiving", ("2026-11-25", "2026-11-27", "Thanksgiving", True)),
        # Midnight here, written in UTC.
        ("DTSTART:20261111T060000Z\nDTEND:20261112T060000Z\nSUMMARY:Veterans Day",
         ("2026-11-11", "2026-11-11", "Veterans Day", True)),
        # Seven in the evening here is the next day in UTC.
        ("DTSTART:20261106T010000Z\nDTEND:20261106T030000Z\nSUMMARY:Board",
         ("2026-11-05", "2026-11-05", "Board", False)),
        ("DTSTART:20261105T200000\nDTEND:20261106T000000\nSUMMARY:Concert",
         ("2026-11-05", "2026-11-05", "Concert", False)),
        ("DTSTART;VALUE=DATE:20261101\nSUMMARY:A day", ("2026-11-01", "2026-11-01", "A day", True)),
    ],
)  # fmt: skip
def test_an_event_falls_on_the_offices_own_days(tmp_path, event, expected):
    assert said(read(tmp_path, event)) == [expected]


def test_repeats_are_written_out_inside_the_span_only(tmp_path):
    event = "DTSTART;VALUE=DATE:20200704\nRRULE:FREQ=YEARLY\nSUMMARY:July 4"
    assert [one[0] for one in said(read(tmp_path, event))] == ["2026-07-04", "2027-07-04"]


def test_a_break_that_began_before_the_span_is_still_told(tmp_path):
    event = "DTSTART;VALUE=DATE:20260620\nDTEND;VALUE=DATE:20260815\nSUMMARY:Summer"
    assert [one[:2] for one in said(read(tmp_path, event))] == [("2026-06-20", "2026-08-14")]


def test_a_moved_occurrence_is_told_once_on_its_new_day_and_a_cancelled_one_not_at_all(tmp_path):
    feed = read(
        tmp_path,
        "UID:a\nDTSTART;VALUE=DATE:20261002\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:Friday",
        "UID:a\nRECURRENCE-ID;VALUE=DATE:20261009\nDTSTART;VALUE=DATE:20261008\nSUMMARY:Thursday",
        "UID:a\nRECURRENCE-ID;VALUE=DATE:20261016\nDTSTART;VALUE=DATE:20261016\nSTATUS:CANCELLED",
        "DTSTART;VALUE=DATE:20261020\nSTATUS:CANCELLED\nSUMMARY:Gone",
    )
    assert [one[0] for one in said(feed)] == ["2026-10-02", "2026-10-08"]


def test_the_same_event_twice_is_told_once(tmp_path):
    event = "DTSTART;VALUE=DATE:20261101\nSUMMARY:Closed"
    assert len(read(tmp_path, event, event).happenings) == 1


def test_an_event_without_sense_is_counted_and_the_others_come(tmp_path):
    feed = read(
        tmp_path,
        "DTSTART;VALUE=DATE:20261105\nDTEND;VALUE=DATE:20261101\nSUMMARY:Backwards",
        "SUMMARY:No day at all",
        "DTSTART;VALUE=DATE:20261101\nSUMMARY:Closed",
    )
    assert ([one[2] for one in said(feed)], feed.unreadable) == (["Closed"], 2)


@pytest.mark.parametrize(
    ("name", "body", "why"),
    [
        ("feed.ics", b"nothing", "not a calendar"),
        ("feed.toml", b"", "does not end in .ics"),
        ("feed.ics", b"x" * (8 * 1024 * 1024 + 1), "larger than 8 MB"),
    ],
)
def test_a_file_that_is_no_feed_is_refused_in_one_sentence(tmp_path, name, body, why):
    (tmp_path / name).write_bytes(body)
    with pytest.raises(DeskError) as refused:
        read_feed(tmp_path / name, first=FIRST, last=LAST)
    assert why in refused.value.message
