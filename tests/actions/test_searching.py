"""Searching the places where records live, and using what a linked request's search found."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.actions import closing, searching
from desktop.actions.office import set_places
from desktop.records.case import SourceState
from desktop.records.ids import PartyId, SourceId
from desktop.records.place import Place
from desktop.records.request import Outcome
from desktop.store import cases
from tests.actions.refusals import events, refused, unchanged
from tests.offices import TODAY, a_party, a_student

LATER = TODAY + timedelta(days=4)


@pytest.fixture
def request_id(office):
    places = [
        Place(name="Vault", keeper="Ana"),
        Place(name="Nurse", keeper="Bo"),
        Place(name="Old system"),
    ]
    set_places(office.store, places, by=office.sign())
    return office.log().request


def sources(office, request):
    return cases.case(office.store, request).sources


def answer(office, request, place, state, today=TODAY, **how):
    return searching.answer_source(
        office.store, request, sources(office, request)[place].id, state,
        today=today, by=office.sign(), **how,
    )  # fmt: skip


def add(office, request, name="Bus office", keeper=""):
    return searching.add_source(office.store, request, name=name, keeper=keeper, by=office.sign())


def take_over(office, request, earlier):
    return searching.take_over_search(office.store, request, earlier, by=office.sign())


@pytest.mark.parametrize(
    ("state", "pages", "kept"),
    [
        (SourceState.ASKED, 0, (0, TODAY, None)),
        (SourceState.FOUND, 12, (12, TODAY, TODAY)),
        (SourceState.NONE, 0, (0, TODAY, TODAY)),
        (SourceState.NONE, 9, (0, TODAY, TODAY)),
    ],
)
def test_what_a_place_answered_is_kept_with_its_days(office, request_id, state, pages, kept):
    answer(office, request_id, 0, state, pages=pages, note=" in box 4 ")
    source = sources(office, request_id)[0]
    assert (source.state, source.note) == (state, "in box 4")
    assert (source.pages, source.asked_on, source.answered_on) == kept
    event = events(office.store, request_id)[-1]
    assert event.kind == "source.answered"
    assert event.facts == {
        "place": "Vault", "state": state, "pages": kept[0], "before": "to_ask"}  # fmt: skip


def test_a_place_was_asked_on_the_first_day_it_was_asked(office, request_id):
    answer(office, request_id, 0, SourceState.ASKED)
    answer(office, request_id, 0, SourceState.FOUND, LATER, pages=3)
    source = sources(office, request_id)[0]
    assert (source.asked_on, source.answered_on) == (TODAY, LATER)


def test_a_note_written_later_leaves_the_day_of_the_answer(office, request_id):
    answer(office, request_id, 0, SourceState.FOUND, pages=3)
    answer(office, request_id, 0, SourceState.FOUND, LATER, pages=3, note="one page is torn")
    source = sources(office, request_id)[0]
    assert (source.note, source.answered_on) == ("one page is torn", TODAY)


def test_more_pages_are_a_new_answer(office, request_id):
    answer(office, request_id, 0, SourceState.FOUND, pages=3)
    answer(office, request_id, 0, SourceState.FOUND, LATER, pages=5)
    assert sources(office, request_id)[0].answered_on == LATER


def test_the_same_answer_again_is_no_news(office, request_id):
    answer(office, request_id, 0, SourceState.NONE)
    with unchanged(office.store):
        answer(office, request_id, 0, SourceState.NONE, LATER)


@pytest.mark.parametrize("pages", [-1, searching.MOST_PAGES + 1])
def test_a_number_of_pages_that_cannot_be_is_refused(office, request_id, pages):
    with refused(office.store, "pages"):
        answer(office, request_id, 0, SourceState.FOUND, pages=pages)


def test_a_place_of_another_list_is_refused(office, request_id):
    with refused(office.store, "no_source"):
        searching.answer_source(
            office.store, request_id, SourceId(5), SourceState.NONE,
            today=TODAY, by=office.sign(),
        )  # fmt: skip


def test_a_note_with_a_social_security_number_is_refused(office, request_id):
    with refused(office.store, "nine_digits"):
        answer(office, request_id, 0, SourceState.NONE, note="under 123-45-6789")


def test_a_place_added_is_searched_for_this_request_only(office, request_id):
    add(office, request_id, " Bus office ", " Cy ")
    other = office.log(student=a_student(id=5), requester=a_party(id=PartyId(5))).request
    added = sources(office, request_id)[-1]
    assert (added.name, added.keeper, added.state) == ("Bus office", "Cy", SourceState.TO_ASK)
    assert [one.name for one in sources(office, other)] == ["Vault", "Nurse", "Old system"]
    assert events(office.store, request_id)[-1].facts == {"place": "Bus office"}


def test_a_place_without_a_name_is_refused(office, request_id):
    with refused(office.store, "place_name"):
        add(office, request_id, " ")


# One search, two answers


@pytest.fixture
def mothers(office, request_id):
    """The mother's request about the same child, nothing searched yet."""
    student = cases.case(office.store, request_id).student
    return office.log(
        student=student, student_is_new=False, requester=a_party(id=PartyId(9), name="Elena"),
        link_to=request_id,
    ).request  # fmt: skip


def test_open_places_take_the_answers_of_the_other_search(office, request_id, mothers):
    answer(office, request_id, 0, SourceState.FOUND, pages=12, note="box 4")
    answer(office, request_id, 1, SourceState.NONE)
    answer(office, request_id, 2, SourceState.ASKED)
    add(office, request_id, "Bus office")
    answer(office, request_id, 3, SourceState.FOUND, pages=2)
    answer(office, mothers, 1, SourceState.FOUND, pages=1)
    before = [one.id for one in sources(office, mothers)]
    take_over(office, mothers, request_id)
    found = sources(office, mothers)
    assert [(one.name, one.state, one.pages) for one in found] == [
        ("Vault", SourceState.FOUND, 12),
        ("Nurse", SourceState.FOUND, 1),
        ("Old system", SourceState.TO_ASK, 0),
        ("Bus office", SourceState.FOUND, 2),
    ]
    assert [one.id for one in found][:3] == before
    event = events(office.store, mothers)[-1]
    assert event.facts == {"number": "2026-0001", "places": 2}
    assert [one.pages for one in sources(office, request_id)] == [12, 0, 0, 2]


def test_a_search_without_answers_gives_nothing_to_take_over(office, request_id, mothers):
    with unchanged(office.store):
        take_over(office, mothers, request_id)


def test_another_childs_search_is_never_taken_over(office, request_id):
    other = office.log(student=a_student(id=5), requester=a_party(id=PartyId(5))).request
    answer(office, request_id, 0, SourceState.FOUND, pages=12)
    with refused(office.store, "other_student"):
        take_over(office, other, request_id)


@pytest.mark.parametrize(
    "act",
    [
        lambda office, one, _: answer(office, one, 0, SourceState.NONE),
        lambda office, one, _: add(office, one),
        take_over,
    ],
    ids=["answer", "add", "take over"],
)
def test_a_closed_request_is_not_searched(office, request_id, mothers, act):
    answer(office, request_id, 0, SourceState.NONE)
    closing.close_request(
        office.store, mothers, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    with refused(office.store, "closed"):
        act(office, mothers, request_id)


def test_34_cfr_99_10_e_a_place_that_writes_over_itself_is_asked_to_keep_what_it_has(office):
    set_places(
        office.store, [Place(name="Video", overwrites=True), Place(name="Vault")], by=office.sign()
    )
    request = office.log().request
    video, vault = cases.case(office.store, request).sources
    assert (video.may_be_lost, vault.may_be_lost) == (True, False)
    searching.keep_source(office.store, request, video.id, today=LATER, by=office.sign())
    kept = cases.case(office.store, request).sources[0]
    assert (kept.kept_on, kept.may_be_lost, kept.answered_on) == (LATER, False, None)
    assert events(office.store, request)[-1].kind == "source.kept"
    with unchanged(office.store):
        searching.keep_source(office.store, request, video.id, today=LATER, by=office.sign())
    with refused(office.store, "keeps_anyway"):
        searching.keep_source(office.store, request, vault.id, today=LATER, by=office.sign())


def test_what_was_found_can_no_longer_be_lost(office):
    set_places(office.store, [Place(name="Video", overwrites=True)], by=office.sign())
    request = office.log().request
    (video,) = cases.case(office.store, request).sources
    searching.answer_source(
        office.store, request, video.id, SourceState.NONE, today=TODAY, by=office.sign()
    )
    assert not cases.case(office.store, request).sources[0].may_be_lost
