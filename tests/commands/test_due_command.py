"""``records-desk due`` as it is typed: answers, JSON, calendars, and one sentence on bad input."""

import json
import subprocess
import sys

import pytest

from desktop import commands
from desktop.paths import resources
from desktop.records.request import Right

KEYS = [
    "rule",
    "citation",
    "counting",
    "days",
    "counted_from",
    "due_on",
    "work_by",
    "extended",
    "before_event",
    "confidence",
    "applies",
    "explanation",
]


@pytest.fixture
def due(capsys):
    """Run the command in this process: exit code, what it printed, what it complained."""

    def run(line, *more):
        code = commands.main(["due", *line.split(), *more])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def answer(due):
    """The JSON answer of a good question."""

    def run(line, *more):
        code, out, _ = due(line, *more, "--json")
        assert code == 0
        return json.loads(out)

    return run


def dates(found):
    return {limit["rule"]: (limit["due_on"], limit["work_by"]) for limit in found["limits"]}


def test_the_answer_has_exactly_the_promised_keys(answer):
    found = answer("--right inspect --received 2026-10-01 --state CA")
    assert list(found) == ["driving", "limits"]
    assert all(list(limit) == KEYS for limit in found["limits"])


def test_story_1_in_json(answer):
    found = answer("--right inspect --received 2026-10-01")
    (limit,) = found["limits"]
    explanation = limit.pop("explanation")
    assert found["driving"] == "US-1"
    assert limit == {
        "rule": "US-1",
        "citation": "34 CFR 99.10(b)",
        "counting": "calendar",
        "days": 45,
        "counted_from": "2026-10-01",
        "due_on": "2026-11-15",
        "work_by": "2026-11-13",
        "extended": False,
        "before_event": None,
        "confidence": "statute text seen",
        "applies": "yes",
    }
    assert explanation[2] == "The last day is Sunday, November 15, 2026."


def test_story_6_in_json_earliest_first(answer):
    found = answer(
        "--right inspect --received 2027-02-02 --state CA --special-education "
        "--event iep_meeting=2027-02-10"
    )
    assert found["driving"] == "US-2.iep_meeting"
    assert [limit["due_on"] for limit in found["limits"]] == ["2027-02-09"] * 4 + ["2027-03-19"] * 2
    assert found["limits"][0]["before_event"] == "iep_meeting"
    assert found["limits"][0]["days"] is None


def test_the_text_says_due_work_by_and_why(due):
    code, out, err = due("--right inspect --received 2026-10-01")
    assert (code, err) == (0, "")
    assert out.startswith(
        "Due: Sunday, November 15, 2026\n"
        "Work by: Friday, November 13, 2026\n"
        "Because of: US-1 (34 CFR 99.10(b))\n"
    )
    assert "That day is day 0." in " ".join(out.split())


@pytest.mark.parametrize("right", sorted(set(Right) - {Right.INSPECT, Right.COPIES}))
def test_a_right_without_limits_in_law_says_so_and_shows_the_target(due, right):
    code, out, err = due(f"--right {right} --received 2026-10-01 --json")
    found = json.loads(out)
    assert (code, found["driving"]) == (0, None)
    assert {limit["applies"] for limit in found["limits"]} == {"target"}
    assert "No law in our table names a number of days for this right" in err
    printed = " ".join(due(f"--right {right} --received 2026-10-01")[1].split())
    assert "The office's own target: LOCAL-" in printed
    assert "Because of:" not in printed


def test_a_state_can_be_typed_small(answer):
    assert answer("--right inspect --received 2026-09-14 --state ca")["driving"] == "CA-1"


def test_the_date_of_the_request_moves_what_counts_from_it(answer):
    found = answer("--right inspect --received 2026-09-14 --requested 2026-09-10 --state CA")
    assert dates(found)["CA-1"] == ("2026-09-17", "2026-09-17")
    assert dates(found)["US-1"] == ("2026-10-29", "2026-10-29")


def test_a_spoken_request_leaves_written_rules_waiting(answer):
    found = answer("--right inspect --received 2026-10-01 --state NC --oral")
    waiting = next(limit for limit in found["limits"] if limit["rule"] == "NC-1")
    assert (waiting["applies"], found["driving"]) == ("when_written", "US-1")


def test_an_optional_rule_is_asked_about(answer):
    found = answer("--right inspect --received 2026-10-01 --state TX")
    asked = next(limit for limit in found["limits"] if limit["rule"] == "TX-2")
    assert (asked["applies"], found["driving"]) == ("ask", "US-1")


def test_an_extension_is_counted_and_its_reason_said(answer):
    found = answer(
        "--right inspect --received 2026-10-01 --state IL --extend 5 --reason", "A large file"
    )
    (limit,) = [limit for limit in found["limits"] if limit["extended"]]
    assert (limit["rule"], limit["days"], limit["due_on"]) == ("IL-1", 15, "2026-10-23")
    assert "The office extends it by 5 business days: A large file." in limit["explanation"]


def test_a_promise_is_listed_and_does_not_drive(answer):
    found = answer("--right inspect --received 2026-10-01 --promise 10")
    assert [limit["rule"] for limit in found["limits"]] == ["OFFICE", "US-1"]
    assert (found["limits"][0]["due_on"], found["driving"]) == ("2026-10-11", "US-1")
    assert found["limits"][0]["confidence"] is None


def test_a_state_without_a_limit_says_none_was_found_in_our_table(due):
    _, out, _ = due("--right inspect --received 2026-10-01 --state NJ")
    assert "no state limit found in our table" in " ".join(out.split())


def test_a_received_date_in_the_future_is_fine_for_a_calculator(answer):
    assert dates(answer("--right inspect --received 2100-01-15"))["US-1"][0] == "2100-03-01"


def test_a_toml_calendar_changes_holidays_and_closures(answer, tmp_path):
    file = tmp_path / "school.toml"
    file.write_text(
        'holidays = "none"\nextra_holidays = [2026-09-16]\nclosures = [[2026-10-28, 2026-10-30]]\n'
    )
    found = answer("--right inspect --received 2026-09-14 --state CA --calendar", str(file))
    assert dates(found) == {
        "CA-1": ("2026-09-22", "2026-09-22"),
        "US-1": ("2026-10-29", "2026-10-27"),
    }


def test_an_ics_calendar_gives_closures(answer, tmp_path):
    file = tmp_path / "school.ics"
    file.write_text(
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\n"
        "DTSTART;VALUE=DATE:20261112\r\nDTEND;VALUE=DATE:20261114\r\nSUMMARY:Conferences\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    found = answer("--right inspect --received 2026-10-01 --calendar", str(file))
    # Wednesday the 11th is Veterans Day.
    assert dates(found)["US-1"] == ("2026-11-15", "2026-11-10")
    assert any("Conferences" in one for one in found["limits"][0]["explanation"])


GOOD = "--right inspect --received 2026-10-01"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("", "--right, --received"),
        ("--right inspect", "--received"),
        ("--right see --received 2026-10-01", "'see' is none of inspect, copies"),
        ("--right inspect --received 10/01/2026", "'10/01/2026' is no date"),
        ("--right inspect --received 20261001", "is no date"),
        ("--right inspect --received 2026-02-29", "'2026-02-29' is no date"),
        ("--right inspect --received 2026-W40-4", "is no date"),
        (f"{GOOD} --requested 2026-10-02", "dated later than the day it was received"),
        (f"{GOOD} --state ZZ", "no rule book for the state 'ZZ'"),
        (f"{GOOD} --state California", "no state's two letters"),
        (f"{GOOD} --state US", "no state's two letters"),
        (f"{GOOD} --state ../x", "no state's two letters"),
        (f"{GOOD} --event iep_meeting", "iep_meeting needs its date, as iep_meeting=2027-02-10"),
        (f"{GOOD} --event iep=2026-10-10", "'iep' is none of iep_meeting, hearing"),
        ("--right inspect --received 1899-12-31", "1899-12-31 is before the year 1900"),
        (f"{GOOD} --event hearing=soon", "'soon' is no date"),
        (f"{GOOD} --event hearing=2026-10-09 --event hearing=2026-10-10", "given twice"),
        (f"{GOOD} --extend 5", "both its days and its reason"),
        (f"{GOOD} --reason volume", "both its days and its reason"),
        (f"{GOOD} --extend five --reason x", "is no number of days"),
        (f"{GOOD} --extend -1 --reason x", "is no number of days"),
        (f"{GOOD} --extend 5 --reason x", "allows an extension"),
        (f"{GOOD} --promise 0", "is no number of days"),
        (f"{GOOD} --calendar nothing.ics", "nothing.ics cannot be used: it is not there"),
        (f"{GOOD} --rec 2026-10-01", "nrecognized arguments"),
        ("--right inspect --received 9999-12-31", "after the year 9999"),
    ],
)
def test_bad_input_is_one_sentence_on_the_error_stream_and_exit_code_2(due, line, said):
    code, out, err = due(line)
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1


def test_a_damaged_book_of_the_asked_state_is_refused_with_file_and_line(
    due, tmp_path, monkeypatch
):
    rules = tmp_path / "resources" / "rules"
    rules.mkdir(parents=True)
    (rules / "federal.toml").write_bytes((resources("rules") / "federal.toml").read_bytes())
    (rules / "ca.toml").write_text('[book]\nstate = "CA"\nname = 3\n')
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    code, _, err = due(f"{GOOD} --state CA")
    assert code == 2
    assert "ca.toml, line 3, book.name" in err


def test_help_names_every_right_and_ends_well(due):
    code, out, _ = due("--help")
    assert code == 0
    assert "directory-opt-out" in " ".join(out.split())


def test_an_unknown_command_is_refused(capsys):
    assert commands.main(["dew"]) == 2
    assert "dew" in capsys.readouterr().err


def test_the_program_answers_from_the_command_line():
    done = subprocess.run(  # noqa: S603  # our own program
        [sys.executable, "-m", "desktop", "due", *GOOD.split(), "--json"],
        capture_output=True,
        check=True,
        text=True,
    )
    assert json.loads(done.stdout)["driving"] == "US-1"


def test_the_command_loads_no_window_no_store_and_no_letters():
    code = (
        "import sys; from desktop import commands;"
        f"commands.main(['due', *{GOOD.split()!r}]);"
        "found = {'PySide6', 'sqlcipher3', 'reportlab', 'keyring', 'icalendar'} & set(sys.modules);"
        "assert not found, found"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)  # noqa: S603


def test_the_programs_help_names_what_opens_the_window(capsys):
    assert commands.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert "--practice" in said
    assert "--home FOLDER" in said


STATES = sorted(file.stem.upper() for file in resources("rules").glob("??.toml"))


@pytest.mark.parametrize("state", STATES)
def test_every_right_has_a_date_in_every_state(answer, state):
    """A date of the law or, where none names one, the office's own target; never none at all."""
    for right in Right:
        found = answer(f"--right {right} --received 2026-10-01 --state {state}")
        counted = [limit for limit in found["limits"] if limit["applies"] in {"yes", "target"}]
        assert counted, right
        for limit in counted:
            assert limit["work_by"] >= "2026-10-01", right
            assert limit["work_by"] <= limit["due_on"], right
            assert limit["citation"], right
        if right in {Right.INSPECT, Right.COPIES}:  # 34 CFR 99.10(b), 300.613(a)
            assert found["driving"] == counted[0]["rule"]
            assert counted[0]["due_on"] <= "2026-11-15"


def test_there_are_the_fifty_states_and_the_district():
    assert len(STATES) == 51
