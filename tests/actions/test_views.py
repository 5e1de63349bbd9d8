"""Views of the queue: kept for their owner alone, under a name and one of nine digits."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.actions.views import NAME_LETTERS, PLACES, forget_view, keep_view
from desktop.errors import DeskError
from desktop.records.names import clean_name
from desktop.store.queries import QueueFilter, QueueSort
from desktop.store.views import Look, View, views_of
from tests.offices import an_office

LOOK = Look(
    shown=QueueFilter.WAITING,
    words="transcript",
    sort=QueueSort.OWNER,
    descending=True,
    by_week=True,
    columns=("student", "state"),
)


@pytest.fixture
def office(tmp_path):
    made = an_office(tmp_path / "home")
    yield made
    made.store.close()


def test_a_view_comes_back_as_it_was_kept(office):
    keep_view(office.store, 3, "Transcripts", LOOK, by=office.sign())
    assert views_of(office.store, office.opened.person.id) == [
        View(place=3, name="Transcripts", look=LOOK)
    ]


def test_a_view_under_the_same_key_takes_the_place_of_the_one_before(office):
    for name in ("Before", "After"):
        keep_view(office.store, 1, name, Look(), by=office.sign())
    assert [one.name for one in views_of(office.store, office.opened.person.id)] == ["After"]


def test_what_is_taken_away_is_gone_and_the_others_stay(office):
    for place in PLACES:
        keep_view(office.store, place, f"View {place}", Look(), by=office.sign())
    forget_view(office.store, 4, by=office.sign())
    left = [one.place for one in views_of(office.store, office.opened.person.id)]
    assert left == [place for place in PLACES if place != 4]


def test_nobody_sees_the_views_of_another(office):
    keep_view(office.store, 1, "Mine", Look(), by=office.sign())
    assert views_of(office.store, 4711) == []


@pytest.mark.parametrize("name", ["", "   ", "\u202e", "x" * (NAME_LETTERS + 1)])
def test_a_name_nobody_could_read_is_refused(office, name):
    with pytest.raises(DeskError) as caught:
        keep_view(office.store, 1, name, Look(), by=office.sign())
    assert caught.value.code == "view_name"
    assert views_of(office.store, office.opened.person.id) == []


@pytest.mark.parametrize("place", [0, 10, -1])
def test_there_are_nine_keys(office, place):
    with pytest.raises(ValueError, match=str(place)):
        keep_view(office.store, place, "One", Look(), by=office.sign())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=NAME_LETTERS).filter(clean_name))
def test_any_name_is_kept_as_typed(office, name):
    keep_view(office.store, 1, name, Look(words=name), by=office.sign())
    (view,) = views_of(office.store, office.opened.person.id)
    assert view.name == clean_name(view.name)
    assert view.look.words == name


def test_the_journal_tells_the_key_and_neither_name_nor_words(office):
    keep_view(office.store, 2, "Reyes family", LOOK, by=office.sign())
    ((facts,),) = office.store.rows(
        "select facts from event join event_facts using (seq) where kind = 'view.kept'"
    )
    assert json.loads(facts) == {"place": 2}


def test_a_view_a_newer_program_wrote_is_left_out(office):
    keep_view(office.store, 1, "Kept", Look(), by=office.sign())
    office.store._connection.execute(
        "update queue_view set body = json_set(body, '$.look.sort', 'colour')"
    )
    assert views_of(office.store, office.opened.person.id) == []
