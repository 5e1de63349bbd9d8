"""The itemised answer: what is kept, what the journal tells, what is refused."""

from __future__ import annotations

import pytest

from desktop.actions import release, searching
from desktop.actions.closing import close_request
from desktop.records.case import SourceState
from desktop.records.ids import ItemId
from desktop.records.release import ItemAnswer
from desktop.records.request import Outcome
from desktop.store import cases
from tests.actions.refusals import events, refused
from tests.offices import TODAY


@pytest.fixture
def request_id(office):
    return office.log().request


def answer(office, request, what="Report cards", given=ItemAnswer.GIVEN, **how):
    return release.answer_item(
        office.store, request, what=what, answer=given,
        law=office.law, today=TODAY, by=office.sign(), **how,
    )  # fmt: skip


def told(office, request, kind):
    return [event for event in events(office.store, request) if event.kind == kind]


def items(office, request):
    return cases.case(office.store, request).items


def test_items_are_kept_in_the_order_they_were_written(office, request_id):
    answer(office, request_id, " Report cards ")
    answer(
        office, request_id, "Bus video", ItemAnswer.PART_WITHHELD,
        reason="other_child_out", note=" Other riders' faces. ",
    )  # fmt: skip
    first, second = items(office, request_id)
    assert (first.what, first.answer, first.reason) == ("Report cards", ItemAnswer.GIVEN, "")
    assert (second.reason, second.note) == ("other_child_out", "Other riders' faces.")


def test_the_journal_tells_codes_and_never_what_the_record_is(office, request_id):
    answer(
        office, request_id, "Note of Ms. Okafor", ItemAnswer.NOT_RECORD,
        reason="sole_possession", answered=["maker", "memory", "unshared"],
    )  # fmt: skip
    (event,) = told(office, request_id, "item.added")
    assert (event.facts["answer"], event.facts["ground"]) == ("not_record", "sole_possession")
    assert event.facts["place"] == 1
    assert "Okafor" not in str(event.facts)


def test_a_changed_item_keeps_its_place_and_tells_what_it_was(office, request_id):
    answer(office, request_id, "First")
    answer(office, request_id, "Second")
    first = items(office, request_id)[0]
    answer(office, request_id, "First", ItemAnswer.NOT_HELD, reason="not_found", item=first.id)
    assert [one.what for one in items(office, request_id)] == ["First", "Second"]
    (event,) = told(office, request_id, "item.changed")
    assert (event.facts["answer_before"], event.facts["ground"]) == ("given", "not_found")


def test_the_same_answer_again_writes_nothing(office, request_id):
    answer(office, request_id)
    answer(office, request_id, item=items(office, request_id)[0].id)
    assert not told(office, request_id, "item.changed")


def test_a_reason_left_over_from_before_goes_when_it_is_given_after_all(office, request_id):
    answer(office, request_id, given=ItemAnswer.NOT_HELD, reason="not_found")
    answer(office, request_id, reason="not_found", item=items(office, request_id)[0].id)
    assert items(office, request_id)[0].reason == ""


def test_an_item_is_taken_off_and_stays_in_the_history(office, request_id):
    answer(office, request_id)
    gone = items(office, request_id)[0].id
    release.remove_item(office.store, request_id, gone, law=office.law, by=office.sign())
    assert items(office, request_id) == ()
    assert told(office, request_id, "item.removed")[0].facts["item"] == gone


def test_what_is_not_on_the_list_cannot_be_changed_or_taken_off(office, request_id):
    with refused(office.store, "no_item"):
        answer(office, request_id, item=ItemId(7))
    with refused(office.store, "no_item"):
        release.remove_item(office.store, request_id, ItemId(7), law=office.law, by=office.sign())


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"what": " "}, "item_what"),
        ({"given": ItemAnswer.NOT_HELD}, "item_reason"),
        ({"given": ItemAnswer.PART_WITHHELD, "reason": "other_child_out"}, "item_note"),
        ({"given": ItemAnswer.NOT_RECORD, "reason": "peer_grades"}, "item_question"),
        ({"given": ItemAnswer.NOT_RECORD, "reason": "treatment"}, "item_reason"),
        ({"note": "123-45-6789"}, "nine_digits"),
    ],
)
def test_an_item_that_says_too_little_is_refused(office, request_id, said, code):
    with refused(office.store, code):
        answer(office, request_id, **said)


def test_a_closed_request_takes_no_item(office, request_id):
    close_request(
        office.store, request_id, Outcome.WITHDRAWN, note="Called.",
        law=office.law, today=TODAY, by=office.sign(),
    )  # fmt: skip
    with refused(office.store, "closed"):
        answer(office, request_id)


def test_the_list_begins_with_the_places_that_answered(office, request_id):
    first, second, *_ = cases.case(office.store, request_id).sources
    for source, state, pages in (
        (first, SourceState.FOUND, 4), (second, SourceState.NONE, 0),
    ):  # fmt: skip
        searching.answer_source(
            office.store, request_id, source.id, state, pages=pages, today=TODAY, by=office.sign()
        )
    answer(office, request_id, second.name)
    release.items_from_search(office.store, request_id, law=office.law, by=office.sign())
    found = [(one.what, one.answer) for one in items(office, request_id)]
    assert found == [(second.name, ItemAnswer.GIVEN), (first.name, ItemAnswer.GIVEN)]
    with refused(office.store, "no_answers"):
        release.items_from_search(office.store, request_id, law=office.law, by=office.sign())


def test_nothing_found_is_not_held(office, request_id):
    source = cases.case(office.store, request_id).sources[0]
    searching.answer_source(
        office.store, request_id, source.id, SourceState.NONE, today=TODAY, by=office.sign()
    )
    release.items_from_search(office.store, request_id, law=office.law, by=office.sign())
    (item,) = items(office, request_id)
    assert (item.answer, item.reason) == (ItemAnswer.NOT_HELD, "not_found")
