"""The working-out: every sentence has words, and the sentences count to the same date again."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.office.holidays import place_of, public_holidays
from desktop.paths import resources
from desktop.records.calendar import Calendar, Closure, Counting
from desktop.records.clock import Asked, clocks
from desktop.records.logged import Extension
from desktop.records.request import EventKind, Right
from desktop.records.rules import RuleBook, RuleBooks, load_rule_books
from desktop.wording.sentences import load_wording

BOOKS = load_rule_books(resources("rules"))
WORDING = load_wording()
STATES = ["", *sorted(set(BOOKS.by_state) - {"US"})]
SOME_DAY = date(2026, 12, 18)
BREAK = Closure(from_on=date(2026, 12, 21), until_on=date(2027, 1, 1), title="Winter break")


def work_out(*, calendar=None, books=BOOKS, promise=0, **facts):
    given: dict[str, Any] = {"right": Right.INSPECT, "received_on": SOME_DAY} | facts
    request = Asked(**given)
    own = Calendar(holidays=public_holidays(place_of(request.state)), closures=(BREAK,))
    return clocks(request, books=books, calendar=calendar or own, promise_calendar_days=promise)


def sentences(found):
    limits = [*found.limits, *([found.promise] if found.promise else [])]
    return [*found.notes, *(one for limit in limits for one in limit.working)]


def varied():
    """Cases that between them say everything the clock can say."""
    soon, past = SOME_DAY + timedelta(days=5), SOME_DAY - timedelta(days=5)
    cases = [
        work_out(
            state=state, right=right, in_writing=written, special_education=True, events=events
        )
        for state in STATES
        for right in Right
        for written in (True, False)
        for events in ({}, dict.fromkeys(EventKind, soon), dict.fromkeys(EventKind, past))
    ]
    cases += [
        work_out(state=state, extension=Extension(days=days, reason="Large volume."))
        for state, days in (("IL", 5), ("HI", 20), ("GA", 30), ("NC", 20))
    ]
    cases += [
        work_out(events=dict.fromkeys(EventKind, soon)),
        work_out(special_education=True, events=dict.fromkeys(EventKind, SOME_DAY)),
        work_out(state="CT", special_education=True, requested_on=past),
        work_out(special_education=True, requested_on=SOME_DAY - timedelta(days=90)),
        work_out(right=Right.AMEND, books=replace(BOOKS, local=None)),
        work_out(right=Right.AMEND, done=frozenset({"decision"})),
        *(work_out(state="IN", books=changed_by_the_office(one), **HEARING) for one in Counting),
        work_out(state="IN", **HEARING | {"received_on": HEARING_ON - timedelta(days=1)}),
        work_out(promise=10),
        work_out(promise=60),
        work_out(calendar=Calendar(office_days=frozenset({1}))),
        work_out(calendar=Calendar(office_days=frozenset())),
        work_out(state="CA", books=damaged()),
        *(work_out(state="IL", books=other_counting(one), extension=one) for one in OTHER),
        *(work_out(state="IL", books=other_counting(one)) for one in OTHER),
    ]
    return cases


def damaged():
    federal = load_rule_books(resources("rules"), states=[])
    broken = load_rule_books(Path(__file__).parent / "no such folder")
    fault = type(broken.faults[0])("ca.toml", "", 3, "it is damaged")
    return RuleBooks(by_state=federal.by_state, faults=(fault,))


# Extensions no shipped rule has: a district's book may.
OTHER = [
    Extension(days=60, reason=f"{counting} {mode}")
    for counting in Counting
    for mode in ("added", "total_from_start")
]


HEARING_ON = SOME_DAY + timedelta(days=30)
HEARING = {
    "right": Right.HEARING,
    "special_education": True,
    "events": {EventKind.AMENDMENT_HEARING: HEARING_ON},
}


def changed_by_the_office(counting):
    """Indiana's book with its notice in other days, a pause, a reason and an open extension."""
    book = msgspec.to_builtins(BOOKS.book("IN"), builtin_types=(date,))
    _, held, notice = book["rule"]
    terms = {"counting": held["counting"], "mode": "open_ended", "condition": "the family asks"}
    notice |= {"counting": counting}
    held |= {
        "confidence": "office rule",
        "office": "Our board says so.",
        "pauses": "while school is out",
        "extension": terms,
    }
    changed = msgspec.convert({**book, "rule": [held, notice]}, RuleBook)
    return replace(BOOKS, by_state={**BOOKS.by_state, "IN": changed})


def other_counting(extension):
    counting, mode = extension.reason.split()
    book = msgspec.to_builtins(BOOKS.book("IL"), builtin_types=(date,))
    first = book["rule"][0] | {"counting": counting, "confidence": "not found"}
    first["extension"] = {"days": 60, "counting": counting, "mode": mode, "condition": "asked"}
    changed = msgspec.convert({**book, "rule": [first]}, RuleBook)
    return RuleBooks(by_state={**BOOKS.by_state, "IL": changed})


@pytest.fixture(scope="module")
def everything():
    return varied()


def test_every_sentence_the_clock_says_has_words(everything):
    for found in everything:
        for sentence in sentences(found):
            assert WORDING.say(sentence)


def test_every_sentence_of_the_catalogue_can_be_said(everything):
    said = {sentence.code for found in everything for sentence in sentences(found)}
    catalogue = {code for code in WORDING.codes() if code.startswith("clock.")}
    assert catalogue - said == {"clock.promise.title"}
    assert said <= catalogue


def recount(limit):
    """The date again, from nothing but the sentences."""
    start = next(one for one in limit.working if one.code.startswith("clock.start."))
    count = next(one for one in limit.working if one.code.startswith("clock.count."))
    counting = count.code.rsplit(".", 1)[1]
    named = {"clock.skipped.holiday", "clock.skipped.closure"}
    left_out = {one.values["on"] for one in limit.working if one.code in named}
    on, left = start.values["on"], count.values["days"]
    while left:
        on += timedelta(days=1)
        weekend = on.isoweekday() > 5
        left -= counting == "calendar" or not (weekend or on in left_out)
    return on


def weekend_days(limit):
    start = limit.counted_from
    days = (start + timedelta(days=n) for n in range(1, (limit.due_on - start).days + 1))
    return sum(on.isoweekday() > 5 for on in days)


@settings(deadline=None)  # the first year imports the holidays
@given(
    state=st.sampled_from(STATES),
    received=st.dates(date(2000, 1, 1), date(2090, 1, 1)),
    right=st.sampled_from(Right),
    earlier=st.none() | st.integers(0, 30),
)
def test_the_sentences_count_to_the_same_date(state, received, right, earlier):
    requested = None if earlier is None else received - timedelta(days=earlier)
    found = work_out(
        state=state,
        received_on=received,
        requested_on=requested,
        right=right,
        special_education=True,
    )
    for limit in found.limits:
        result = next(one for one in limit.working if one.code == "clock.result")
        assert recount(limit) == result.values["on"] == limit.due_on


@pytest.mark.parametrize("extension", OTHER, ids=lambda one: one.reason)
def test_the_sentences_of_an_extended_limit_count_to_the_same_date(extension):
    found = work_out(state="IL", books=other_counting(extension), extension=extension)
    (limit,) = [one for one in found.limits if one.extended]
    assert recount(limit) == limit.due_on


def test_weekends_are_summed_and_holidays_named():
    found = work_out(state="IL", received_on=date(2026, 10, 1))
    limit = found.driving_limit
    assert limit is not None
    said = {one.code: one.values for one in limit.working}
    assert said["clock.skipped.weekend"]["days"] == weekend_days(limit) == 4
    assert said["clock.skipped.holiday"] == {"on": date(2026, 10, 12), "title": "Columbus Day"}


def test_the_working_out_reads_as_plain_sentences():
    limit = work_out(received_on=date(2026, 10, 1)).driving_limit
    assert limit is not None
    assert [WORDING.say(one) for one in limit.working][:6] == [
        "The count starts on Thursday, October 1, 2026, the day the school received the request. "
        "That day is day 0.",
        "It counts 45 calendar days: weekends, holidays and school closures count too.",
        "The last day is Sunday, November 15, 2026.",
        "Sunday, November 15, 2026 is on a weekend, and the office is closed.",
        "A limit in calendar days does not move to a later day because of that.",
        "The last day before it on which the office is open is Friday, November 13, 2026: "
        "finish by then.",
    ]


def test_each_holiday_between_the_legal_date_and_the_work_by_date_is_named():
    found = work_out(
        received_on=date(2026, 5, 20), calendar=Calendar(holidays=public_holidays("US"))
    )
    limit = found.driving_limit
    assert limit is not None
    closed = [one for one in limit.working if one.code.startswith("clock.closed.")]
    assert [(one.code, one.values["on"]) for one in closed] == [
        ("clock.closed.weekend", date(2026, 7, 4)),
        ("clock.closed.holiday", date(2026, 7, 3)),
    ]


def test_confidence_and_source_stand_in_every_working_out(everything):
    for found in everything:
        for limit in found.limits:
            codes = [one.code for one in limit.working]
            assert "clock.source" in codes
            assert sum(code.startswith("clock.confidence.") for code in codes) == 1
            words = " ".join(WORDING.say(one) for one in limit.working)
            assert limit.citation in words
