"""Views of the queue: kept for their owner alone, under a name and one of nine digits."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import asdict

from desktop.actions.views import (
    NAME_LETTERS,
    NO_READY_VIEWS,
    PLACES,
    ReadyViews,
    bring_back_views,
    change_view,
    forget_view,
    keep_view,
    load_ready_views,
    views_for,
)
from desktop.errors import DeskError, ResourceError
from desktop.paths import resources
from desktop.records.names import clean_name
from desktop.records.person import Role
from desktop.records.toml_file import decode_toml
from desktop.store.queries import QueueFilter, QueueSort
from desktop.store.views import Look, View, places_of
from tests.offices import an_office, the_wording

READY = load_ready_views(resources("office", "views.toml"))
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


def kept(office) -> list[View]:
    return list(places_of(office.store, office.opened.person.id).views)


def seen(office, role=Role.REGISTRAR, ready=READY):
    return views_for(office.store, replace(office.opened.person, role=role), ready, the_wording())


def names(office, role=Role.REGISTRAR) -> dict[int, str]:
    return {place: one.name for place, one in seen(office, role).by_place.items()}


def test_a_view_comes_back_as_it_was_kept(office):
    keep_view(office.store, 3, "Transcripts", LOOK, by=office.sign())
    assert kept(office) == [View(place=3, name="Transcripts", look=LOOK)]


def test_a_view_under_the_same_key_takes_the_place_of_the_one_before(office):
    for name in ("Before", "After"):
        keep_view(office.store, 1, name, Look(), by=office.sign())
    assert [one.name for one in kept(office)] == ["After"]


def test_what_is_taken_away_is_gone_and_the_others_stay(office):
    for place in PLACES:
        keep_view(office.store, place, f"View {place}", Look(), by=office.sign())
    forget_view(office.store, 4, by=office.sign())
    left = [one.place for one in kept(office)]
    assert left == [place for place in PLACES if place != 4]


def test_nobody_sees_the_views_of_another(office):
    keep_view(office.store, 1, "Mine", Look(), by=office.sign())
    assert places_of(office.store, 4711).views == ()


@pytest.mark.parametrize("name", ["", "   ", "\u202e", "x" * (NAME_LETTERS + 1)])
def test_a_name_nobody_could_read_is_refused(office, name):
    with pytest.raises(DeskError) as caught:
        keep_view(office.store, 1, name, Look(), by=office.sign())
    assert caught.value.code == "view_name"
    assert kept(office) == []


@pytest.mark.parametrize("place", [0, 10, -1])
def test_there_are_nine_keys(office, place):
    with pytest.raises(ValueError, match=str(place)):
        keep_view(office.store, place, "One", Look(), by=office.sign())


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(min_size=1, max_size=NAME_LETTERS).filter(clean_name))
def test_any_name_is_kept_as_typed(office, name):
    keep_view(office.store, 1, name, Look(words=name), by=office.sign())
    (view,) = kept(office)
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
    assert kept(office) == []
    assert seen(office).by_place.keys() == READY.of(Role.REGISTRAR).keys() - {1}


# Ready-made ones


@pytest.mark.parametrize("role", Role)
def test_every_role_finds_views_on_its_first_day_each_with_its_words(office, role):
    words = the_wording()
    found = seen(office, role)
    assert {place: one.name for place, one in found.by_place.items()} == {
        place: words.text(f"word.view.{one.id}") for place, one in READY.of(role).items()
    }
    assert len(found.by_place) >= 2
    assert list(found.by_place) == sorted(found.by_place)
    assert (found.own, found.away) == (frozenset(), frozenset())


def test_none_is_what_a_list_above_the_queue_shows_already():
    """Each sorts, groups or shows otherwise: the list alone has a key of its own."""
    plain = {Look(shown=one) for one in QueueFilter}
    assert not [one.id for one in READY.view if Look(**asdict(one.look)) in plain]


def test_words_are_kept_of_those_there_are_and_of_no_others():
    said = {code for code in the_wording().codes() if code.startswith("word.view.")}
    assert said == {f"word.view.{one.id}" for one in READY.view}


def test_a_kept_view_lies_over_the_ready_made_one_and_taken_away_both_are_gone(office):
    before = names(office)
    keep_view(office.store, 1, "Mine", LOOK, by=office.sign())
    assert names(office) == {**before, 1: "Mine"}
    assert seen(office).own == {1}
    forget_view(office.store, 1, by=office.sign())
    assert names(office) == {place: name for place, name in before.items() if place != 1}
    assert seen(office).away == {1}


def test_what_was_taken_away_is_brought_back_and_what_is_kept_stays(office):
    before = names(office)
    forget_view(office.store, 2, by=office.sign())
    forget_view(office.store, 3, by=office.sign())
    keep_view(office.store, 1, "Mine", LOOK, by=office.sign())
    bring_back_views(office.store, seen(office).away, by=office.sign())
    assert names(office) == {**before, 1: "Mine"}
    assert seen(office).away == frozenset()
    kinds = office.store.rows("select kind from event order by seq desc limit 2")
    assert kinds == [("view.brought_back",)] * 2


def test_a_ready_made_one_is_renamed_and_moved(office):
    look = seen(office).by_place[2].look
    change_view(office.store, 2, 2, "Kinds", look, by=office.sign())
    assert names(office)[2] == "Kinds"
    assert seen(office).by_place[2].look == look
    change_view(office.store, 2, 9, "Kinds", look, by=office.sign())
    assert (names(office)[9], 2 in names(office)) == ("Kinds", False)
    assert seen(office).away == {2}


@pytest.mark.parametrize(("name", "place"), [("", 4), ("Kinds", 0)])
def test_a_change_that_is_refused_moves_nothing(office, name, place):
    before = names(office)
    with pytest.raises((DeskError, ValueError)):
        change_view(office.store, 2, place, name, Look(), by=office.sign())
    assert names(office) == before


def test_without_the_file_only_what_is_kept_is_seen(office):
    keep_view(office.store, 3, "Mine", LOOK, by=office.sign())
    assert seen(office, ready=NO_READY_VIEWS).by_place.keys() == {3}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[view]]\nid = "a"\nkeys = { registrar = 10 }\nlook = {}', "9"),
        ('[[view]]\nid = "a"\nkeys = { janitor = 1 }\nlook = {}', "janitor"),
        ('[[view]]\nid = "a"\nkeys = { registrar = 1 }\nlook = { sort = "colour" }', "colour"),
        ('[[view]]\nid = "a"\nkeys = { registrar = 1 }\nlook = { coat = 1 }', "coat"),
        ('[[view]]\nid = "a"\nkeys = { registrar = 1 }\nlook = { words = "Reyes" }', "searches"),
        ('[[view]]\nid = "a"\nkeys = { registrar = 1 }\nlook = {}\n' * 2, "two views under 1"),
    ],
)
def test_a_damaged_file_is_refused_with_what_is_wrong(text, says):
    with pytest.raises(ResourceError) as caught:
        decode_toml(text, "views.toml", ReadyViews)
    assert says in caught.value.sentence()
