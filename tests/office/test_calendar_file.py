"""School calendars from TOML and .ics: what counts as a closure, and what a bad file says."""

from datetime import date

import pytest

from desktop.errors import DeskError
from desktop.office.calendar_file import CalendarFile, read_calendar
from desktop.records.calendar import Closure

AROUND = date(2026, 10, 1)


def ics(*events: str) -> str:
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//School//EN\n{body}END:VCALENDAR\n"
    return text.replace("\n", "\r\n")


def read(folder, text, name="school.ics"):
    file = folder / name
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_calendar(file, around=AROUND)


def days(calendar):
    return [(one.from_on.isoformat(), one.until_on.isoformat()) for one in calendar.closures]


def test_toml_gives_place_extra_holidays_and_closures(tmp_path):
    text = """
holidays = "US-CA"
extra_holidays = [2026-10-05]
closures = [[2026-12-21, 2027-01-01], [2027-03-29, 2027-04-02]]
"""
    assert read(tmp_path, text, "school.toml") == CalendarFile(
        place="US-CA",
        extra_holidays=(date(2026, 10, 5),),
        closures=(
            Closure(from_on=date(2026, 12, 21), until_on=date(2027, 1, 1), title="closed"),
            Closure(from_on=date(2027, 3, 29), until_on=date(2027, 4, 2), title="closed"),
        ),
    )


def test_an_empty_toml_says_nothing(tmp_path):
    assert read(tmp_path, "", "school.toml") == CalendarFile()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('holidays = "US-ZZ"', "No public holidays are known for 'US-ZZ'"),
        ('holidays = "Mars"', "No public holidays are known for 'Mars'"),
        ("closures = [[2027-01-02, 2027-01-01]]", "begins on 2027-01-02 and ends before"),
        ("closures = [[2027-01-02]]", "line 1, closures[0]"),
        ("closures = [2027-01-02]", "line 1, closures[0]"),
        ('\nextra_holidays = ["soon"]', "line 2, extra_holidays[0]"),
        ("extra_holidays = [2026-10-05T10:00:00]", "line 1, extra_holidays[0]"),
        ("\n\nclosed = []", "line 3, closed"),
        ("\nclosures = [[2026-02-30, 2026-03-01]]", "line 2"),
        (b"\xff\xfe", "it cannot be read as UTF-8 text"),
        ("x = " + "[" * 5000, "cannot be used"),
    ],
)
def test_a_bad_toml_is_refused_in_one_sentence_that_says_where(tmp_path, text, said):
    with pytest.raises(DeskError) as refused:
        read(tmp_path, text, "school.toml")
    assert said in refused.value.message
    assert "\n" not in refused.value.sentence()


def test_an_all_day_event_is_a_closure_and_its_end_is_the_day_after(tmp_path):
    text = ics(
        "DTSTART;VALUE=DATE:20261221\nDTEND;VALUE=DATE:20270102\nSUMMARY:Winter break",
        "DTSTART;VALUE=DATE:20261111\nSUMMARY:Veterans Day",
        "DTSTART;VALUE=DATE:20270215\nDURATION:P2D",
    )
    assert read(tmp_path, text).closures == (
        Closure(from_on=date(2026, 11, 11), until_on=date(2026, 11, 11), title="Veterans Day"),
        Closure(from_on=date(2026, 12, 21), until_on=date(2027, 1, 1), title="Winter break"),
        Closure(from_on=date(2027, 2, 15), until_on=date(2027, 2, 16), title="closed"),
    )


def test_an_event_with_hours_is_only_an_event_even_when_it_fills_the_day(tmp_path):
    text = ics(
        "DTSTART:20261105T000000Z\nDTEND:20261106T000000Z\nSUMMARY:Staff day",
        "DTSTART;TZID=America/New_York:20261110T080000\nDTEND;TZID=America/New_York:20261110T180000",
    )
    assert read(tmp_path, text).closures == ()


def test_a_cancelled_event_is_nothing(tmp_path):
    text = ics("DTSTART;VALUE=DATE:20261105\nSTATUS:CANCELLED\nSUMMARY:Staff day")
    assert read(tmp_path, text).closures == ()


def test_a_repeating_closure_is_written_out_for_three_years_around(tmp_path):
    found = days(read(tmp_path, ics("DTSTART;VALUE=DATE:20150704\nRRULE:FREQ=YEARLY")))
    assert found[0] == ("2015-07-04", "2015-07-04")
    assert found[1:] == [(f"{year}-07-04", f"{year}-07-04") for year in range(2023, 2030)]


def test_a_repeating_closure_ends_leaves_days_out_and_adds_others(tmp_path):
    event = """
UID:friday
DTSTART;VALUE=DATE:20270604
RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20270625T000000Z
EXDATE;VALUE=DATE:20270611
RDATE;VALUE=DATE:20270702
"""
    assert [first for first, _ in days(read(tmp_path, ics(event)))] == [
        "2027-06-04",
        "2027-06-18",
        "2027-06-25",
        "2027-07-02",
    ]


def test_one_day_of_a_repeating_closure_can_be_moved_or_cancelled(tmp_path):
    text = ics(
        "UID:friday\nDTSTART;VALUE=DATE:20270604\nRRULE:FREQ=WEEKLY;COUNT=3",
        "UID:friday\nRECURRENCE-ID;VALUE=DATE:20270611\nDTSTART;VALUE=DATE:20270610",
        "UID:friday\nRECURRENCE-ID;VALUE=DATE:20270618\nSTATUS:CANCELLED\n"
        "DTSTART;VALUE=DATE:20270618",
    )
    assert [first for first, _ in days(read(tmp_path, text))] == ["2027-06-04", "2027-06-10"]


def test_a_title_is_one_short_line(tmp_path):
    long = "DTSTART;VALUE=DATE:20261105\nSUMMARY:Snow\\n  and\tice " + "x" * 500
    (closure,) = read(tmp_path, ics(long)).closures
    assert closure.title.startswith("Snow and ice x")
    assert len(closure.title) == 120


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"hello",
        b"\x00\xff\xfe\x01",
        b"BEGIN:VCALENDAR",
        ics("SUMMARY:No date"),
        ics("DTSTART;VALUE=DATE:20261399"),
        ics("DTSTART;VALUE=DATE:20261105\nRRULE:FREQ=SECONDLY"),
        ics("DTSTART;VALUE=DATE:20261105\nRRULE:FREQ=DAILY;INTERVAL=0"),
        ics("DTSTART;VALUE=DATE:20261105\nRRULE:COUNT=3"),
        ics("DTSTART;VALUE=DATE:20261105\nDTEND;VALUE=DATE:20261101"),
        ics("DTSTART;VALUE=DATE:99991230\nDURATION:P9D"),
    ],
)
def test_a_bad_ics_is_refused_in_one_sentence(tmp_path, text):
    with pytest.raises(DeskError) as refused:
        read(tmp_path, text)
    assert refused.value.code == "calendar_file"
    assert "school.ics" in refused.value.message
    assert "\n" not in refused.value.sentence()


def test_a_file_that_is_missing_a_folder_or_of_another_kind_is_refused(tmp_path):
    (tmp_path / "folder.ics").mkdir()
    (tmp_path / "plan.pdf").write_bytes(b"%PDF")
    for name in ("missing.ics", "missing.toml", "folder.ics", "plan.pdf"):
        with pytest.raises(DeskError) as refused:
            read_calendar(tmp_path / name, around=AROUND)
        assert name in refused.value.message


def test_a_file_far_too_large_is_refused_unread(tmp_path):
    file = tmp_path / "huge.ics"
    with file.open("wb") as stream:
        stream.truncate(9 * 1024 * 1024)
    with pytest.raises(DeskError) as refused:
        read_calendar(file, around=AROUND)
    assert "larger than 8 MB" in refused.value.message
