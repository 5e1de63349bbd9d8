"""A silent place is asked again, each time with who was asked, by whom and when."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.actions import chasing, searching
from desktop.records.case import SourceState
from desktop.records.chasing import Whom, ladder, next_whom
from desktop.records.defaults import ChaseDays
from desktop.store import cases
from desktop.wording.history import Names, history_lines
from tests.actions.refusals import events, refused
from tests.offices import TODAY, the_defaults, the_wording

RUNGS = ladder(the_defaults().chase)


@pytest.fixture
def request_id(office):
    return office.log().request


def place(office, request):
    return cases.case(office.store, request).sources[0]


def answer(office, request, state, today=TODAY):
    source = place(office, request).id
    searching.answer_source(office.store, request, source, state, today=today, by=office.sign())


def ask_again(office, request, days=0, rungs=RUNGS):
    return chasing.ask_again(
        office.store, request, place(office, request).id, rungs=rungs,
        today=TODAY + timedelta(days=days), by=office.sign(),
    )  # fmt: skip


def take_back(office, request):
    source = place(office, request).id
    return chasing.take_back_asking(office.store, request, source, by=office.sign())


def asked(office, request):
    return [(one.whom, one.on, one.by) for one in place(office, request).askings]


def test_asking_goes_up_the_ladder_and_stays_at_its_top(office, request_id):
    answer(office, request_id, SourceState.ASKED)
    for days in (7, 10, 14):
        ask_again(office, request_id, days)
    me = office.opened.person.id
    assert asked(office, request_id) == [
        (Whom.KEEPER, TODAY, me),
        (Whom.HEAD, TODAY + timedelta(days=7), me),
        (Whom.PRINCIPAL, TODAY + timedelta(days=10), me),
        (Whom.PRINCIPAL, TODAY + timedelta(days=14), me),
    ]
    assert place(office, request_id).asked_on == TODAY


def test_the_journal_names_the_place_whom_and_the_how_manieth_asking(office, request_id):
    answer(office, request_id, SourceState.ASKED)
    ask_again(office, request_id, 7)
    event = events(office.store, request_id)[-1]
    assert event.kind == "source.asked"
    assert event.facts == {
        "place": "Cumulative folder", "whom": "head", "times": 2, "asked_on": "2026-10-12",
    }  # fmt: skip


def test_an_asking_the_office_left_out_is_passed_over(office, request_id):
    answer(office, request_id, SourceState.ASKED)
    without_head = ladder(ChaseDays(keeper_business_days=5, principal_business_days=2))
    ask_again(office, request_id, 7, without_head)
    assert [one.whom for one in place(office, request_id).askings] == ["keeper", "principal"]


def test_a_place_is_asked_once_a_day(office, request_id):
    answer(office, request_id, SourceState.ASKED)
    with refused(office.store, "asked_today"):
        ask_again(office, request_id)


@pytest.mark.parametrize("state", [None, SourceState.FOUND, SourceState.NONE])
def test_only_a_place_that_was_asked_and_is_silent_is_asked_again(office, request_id, state):
    if state is not None:
        answer(office, request_id, SourceState.ASKED)
        answer(office, request_id, state)
    for does in (lambda: ask_again(office, request_id, 7), lambda: take_back(office, request_id)):
        with refused(office.store, "not_asked"):
            does()


def test_the_last_asking_is_taken_back_and_the_one_before_stands(office, request_id):
    answer(office, request_id, SourceState.ASKED)
    ask_again(office, request_id, 7)
    take_back(office, request_id)
    assert [one.whom for one in place(office, request_id).askings] == [Whom.KEEPER]
    assert events(office.store, request_id)[-1].facts["asked_on"] == "2026-10-12"
    assert events(office.store, request_id)[-1].kind == "source.asking_taken_back"


def test_with_its_only_asking_taken_back_a_place_is_still_to_be_asked(office, request_id):
    before = place(office, request_id)
    answer(office, request_id, SourceState.ASKED)
    take_back(office, request_id)
    assert place(office, request_id) == before


def test_asking_a_place_whose_answer_was_wrong_begins_no_second_ladder(office, request_id):
    answer(office, request_id, SourceState.ASKED)
    answer(office, request_id, SourceState.NONE, TODAY + timedelta(days=1))
    answer(office, request_id, SourceState.ASKED, TODAY + timedelta(days=2))
    assert [one.on for one in place(office, request_id).askings] == [TODAY]


def test_the_history_tells_of_every_asking_in_words(office, request_id):
    answer(office, request_id, SourceState.ASKED)
    ask_again(office, request_id, 7)
    take_back(office, request_id)
    lines = history_lines(
        cases.history(office.store, request_id),
        right=office.law.rights[cases.case(office.store, request_id).request.right],
        names=Names(people={}, requests={}),
        wording=the_wording(),
    )
    assert [one.text for one in lines[-2:]] == [
        "Cumulative folder: asked the head of the place, 2 times now.",
        "Cumulative folder: took back the asking of Monday, October 12, 2026"
        " (the head of the place), which was noted by mistake.",
    ]


@given(days=st.tuples(*[st.integers(0, 30)] * 3), made=st.integers(0, 50))
def test_nobody_whose_asking_is_left_out_is_ever_asked(days, made):
    keeper, head, principal = days
    rungs = ladder(
        ChaseDays(
            keeper_business_days=keeper,
            head_business_days=head,
            principal_business_days=principal,
        )
    )
    left_out = {whom for whom, count in zip(Whom, days, strict=True) if not count}
    assert next_whom(rungs, made) not in left_out or not any(days)
