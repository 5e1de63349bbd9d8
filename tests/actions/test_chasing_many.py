"""Silent places of many requests asked again: told before, as one change, taken back as one."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.actions.chasing_many import ask_all_again, round_of, take_all_back
from desktop.actions.closing import close_request
from desktop.errors import StoppedError
from desktop.records.case import SourceState
from desktop.records.chasing import Whom
from desktop.records.request import Outcome
from desktop.store import cases
from desktop.store.chasing import silent_places
from tests.actions.refusals import events, refused, unchanged
from tests.actions.test_chasing import RUNGS, answer, ask_again, asked
from tests.offices import TODAY, a_student


def two_silent(office):
    made = []
    for given_name in ("Ann", "Ben"):
        request = office.log(student=a_student(given=given_name)).request
        answer(office, request, SourceState.ASKED)
        made.append(request)
    return made


def ask_all(office, requests, days=7, **more):
    return ask_all_again(
        office.store, requests, rungs=RUNGS,
        today=TODAY + timedelta(days=days), by=office.sign(), **more,
    )  # fmt: skip


def the_round(office, requests, days=7):
    return round_of(office.store, requests, rungs=RUNGS, today=TODAY + timedelta(days=days))


def test_what_would_be_asked_is_told_before_with_whom_and_of_how_many_requests(office):
    first, second = two_silent(office)
    ask_again(office, first, 3)
    told = the_round(office, [second, first, office.log().request])
    assert [(place.request, whom) for place, whom in told.places] == [
        (second, Whom.HEAD), (first, Whom.PRINCIPAL),
    ]  # fmt: skip
    assert (told.requests, told.by_whom) == (2, {Whom.HEAD: 1, Whom.PRINCIPAL: 1})
    assert the_round(office, [first], 3).places == ()


def test_what_the_list_of_silent_places_says_is_what_each_case_holds(office):
    first, second = two_silent(office)
    ask_again(office, first, 3)
    for place in silent_places(office.store, [first, second]):
        case = cases.case(office.store, place.request)
        (source,) = [one for one in case.sources if one.id == place.id]
        assert (place.student, place.name) == (case.student.id, source.name)
        assert (place.times, place.last) == (len(source.askings), source.askings[-1])


def test_only_those_can_be_asked_where_it_is_the_turn_of_one(office):
    first, second = two_silent(office)
    ask_again(office, first, 3)
    told = ask_all(office, [first, second], whom=Whom.PRINCIPAL)
    assert [one for one, _ in told.places] == [first]
    assert len(asked(office, second)) == 1
    with refused(office.store, "nothing_silent"):
        ask_all(office, [first, second], whom=Whom.KEEPER)


@pytest.mark.parametrize("after", [0, 1])
def test_stopped_in_the_middle_nothing_is_noted_and_nothing_taken_back(office, after):
    requests = two_silent(office)

    def stops():
        calls = iter([False] * after)
        return lambda: next(calls, True)

    with unchanged(office.store), pytest.raises(StoppedError):
        ask_all(office, requests, cancelled=stops())
    told = ask_all(office, requests)
    with unchanged(office.store), pytest.raises(StoppedError):
        take_all_back(office.store, told, by=office.sign(), cancelled=stops())


def test_how_far_it_is_is_told_place_by_place(office):
    seen = []
    told = ask_all(office, two_silent(office), progress=lambda *far: seen.append(far))
    assert seen == [(1, 2), (2, 2)]
    take_all_back(office.store, told, by=office.sign(), progress=lambda *far: seen.append(far))
    assert seen[2:] == [(1, 2), (2, 2)]


def test_every_silent_place_of_many_is_asked_again_in_one_change(office):
    requests = [*two_silent(office), office.log().request]  # the last was never asked
    told = ask_all(office, requests)
    assert [one for one, _ in told.places] == requests[:2]
    assert told.changes.requests == frozenset(requests[:2])
    assert [asked(office, one)[-1][:2] for one in requests[:2]] == [
        (Whom.HEAD, TODAY + timedelta(days=7))
    ] * 2
    assert [events(office.store, one)[-1].kind for one in requests[:2]] == ["source.asked"] * 2


def test_who_was_asked_today_is_left_in_peace(office):
    first, second = two_silent(office)
    ask_again(office, first, 7)
    assert [one for one, _ in ask_all(office, [first, second]).places] == [second]
    with refused(office.store, "nothing_silent"):
        ask_all(office, [first, second])


def test_many_askings_are_taken_back_but_not_of_a_place_that_answered(office):
    first, second = two_silent(office)
    told = ask_all(office, [first, second])
    answer(office, first, SourceState.FOUND, TODAY + timedelta(days=8))
    changes = take_all_back(office.store, told, by=office.sign())
    assert changes.requests == frozenset({second})
    assert len(asked(office, second)) == 1
    assert len(asked(office, first)) == 2
    with refused(office.store, "not_asked"):
        take_all_back(office.store, told, by=office.sign())


def test_nothing_of_closed_requests_is_asked(office):
    (first, _second) = two_silent(office)
    close_request(
        office.store, first, Outcome.WITHDRAWN, note="The mother called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    with refused(office.store, "nothing_silent"):
        ask_all(office, [first])
