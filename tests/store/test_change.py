"""One change, one transaction, one event; or nothing at all."""

from __future__ import annotations

import pytest

from desktop.records.ids import PersonId
from desktop.records.person import Person, Role
from desktop.store import engine, office
from desktop.store.journal import Event
from tests.store.files import BY, names, rename, reopen


def events(store) -> list[str]:
    return [row[0] for row in store.rows("select kind from event order by seq")]


def test_a_change_writes_its_rows_and_its_event_together(store):
    rename(store, "Jo Reyes-Lind")
    assert names(store) == ["Jo Reyes-Lind"]
    assert events(store) == ["office.created", "person.changed"]
    assert not store._connection.in_transaction


def test_a_change_without_an_event_is_refused_and_leaves_no_trace(store):
    with (
        pytest.raises(RuntimeError, match="without its event"),
        store.change(None, by=BY) as change,
    ):
        change.execute("update person set name = 'Nobody' where id = 1")
    assert names(store) == ["Jo Reyes"]
    assert events(store) == ["office.created"]
    assert not store._connection.in_transaction


def test_an_event_added_inside_is_enough(store):
    with store.change(None, by=BY) as change:
        change.execute("update person set name = 'Jo R.' where id = 1")
        change.also(Event(kind="person.changed"))
    assert names(store) == ["Jo R."]


def change_then(store, then) -> None:
    with store.change(Event(kind="person.changed"), by=BY) as change:
        change.execute("update person set name = 'Nobody' where id = 1")
        change.also(Event(kind="person.noted"))
        then(change)


@pytest.mark.parametrize("fault", [ValueError, KeyboardInterrupt, engine.Error])
def test_anything_raised_inside_takes_everything_back(store, fault):
    def fail(_change) -> None:
        raise fault

    with pytest.raises(fault):
        change_then(store, fail)
    assert names(store) == ["Jo Reyes"]
    assert events(store) == ["office.created"]
    assert not store._connection.in_transaction


def test_a_rule_of_the_tables_broken_inside_takes_everything_back(store):
    twice = Person(id=PersonId(1), name="Twice", initials="TW", role=Role.PRINCIPAL)
    with pytest.raises(engine.IntegrityError):
        change_then(store, lambda change: office.add_person(change, twice))
    assert names(store) == ["Jo Reyes"]
    assert events(store) == ["office.created"]


def test_what_hangs_on_nothing_is_refused(store):
    with (
        pytest.raises(engine.IntegrityError),
        store.change(Event(kind="note.added"), by=BY) as change,
    ):
        change.execute("insert into note values (1, 99, 'text', 1, '2026-10-05')")
    assert store.rows("select * from note") == []


def test_a_text_in_a_number_column_is_refused(store):
    with (
        pytest.raises(engine.IntegrityError),
        store.change(Event(kind="person.changed"), by=BY) as change,
    ):
        change.execute("update person set active = 'yes' where id = 1")


def test_a_change_inside_a_change_is_our_bug_and_saves_neither(store):
    with pytest.raises(engine.Error):
        change_then(store, lambda _change: rename(store, "Inner"))
    assert names(store) == ["Jo Reyes"]
    assert not store._connection.in_transaction


def test_a_change_refused_leaves_the_next_one_possible(store):
    for _ in range(3):
        with (
            pytest.raises(ValueError, match="no"),
            store.change(Event(kind="person.changed"), by=BY),
        ):
            raise ValueError("no")
        rename(store, "Jo Reyes")
    assert len(events(store)) == 4


def test_a_saved_change_is_there_for_the_next_who_opens(store, path):
    rename(store, "Jo Reyes-Lind")
    other = reopen(path)
    assert names(other) == ["Jo Reyes-Lind"]
    other.close()


def test_a_draft_is_kept_replaced_and_dropped_without_an_event(store):
    store.keep_draft((1, "intake", '{"given": "Mia"}', "2026-10-05T15:30:00+00:00"))
    store.keep_draft((1, "intake", '{"given": "Mia A"}', "2026-10-05T15:31:00+00:00"))
    assert store.draft(1, "intake") == '{"given": "Mia A"}'
    assert store.draft(1, "student") is None
    store.drop_draft(1, "intake")
    assert store.draft(1, "intake") is None
    assert events(store) == ["office.created"]
    assert not store._connection.in_transaction
