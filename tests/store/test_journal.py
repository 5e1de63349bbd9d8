"""The journal: nothing is taken out of it, and nothing is changed in it unseen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.records.ids import RequestId, StudentId
from desktop.store import engine, journal
from desktop.store.journal import Event
from desktop.store.journal_check import Broken, Why, first_broken
from tests.store.files import BY, DATABASE_KEY, KEYS, broken_entry, rename, reopen


@pytest.fixture
def written(store):
    """A journal of five entries, about a student and a request."""
    for number in range(4):
        event = Event(
            kind="step.done",
            request=RequestId(7),
            student=StudentId(3),
            facts={"step": f"step {number}", "pages": number, "before": None, "kept": True},
        )
        with store.change(event, by=BY):
            pass
    return store


def test_entries_are_numbered_without_a_gap_also_after_a_refusal(written):
    for _ in range(2):
        with pytest.raises(RuntimeError), written.change(None, by=BY):
            pass
        rename(written, "Somebody")
    numbers = [row[0] for row in written.rows("select seq from event order by seq")]
    assert numbers == list(range(1, len(numbers) + 1))


def test_the_chain_of_an_untouched_journal_is_whole(written):
    assert broken_entry(written) is None


def test_a_check_derives_the_key_once_and_not_for_each_entry(written):
    """Deriving it takes as long as checking an entry does."""
    keys = _Deriving()
    assert first_broken(written._connection, keys) is None
    assert keys.derived == 1


class _Deriving:
    """The keys of the file, the journal's derived anew each time it is asked for."""

    database, mark, former_journal = KEYS.database, KEYS.mark, ()
    derived = 0

    @property
    def journal(self):
        self.derived += 1
        return KEYS.journal


def test_the_chain_goes_on_in_the_next_session(written, path):
    written.close()
    again = reopen(path)
    rename(again, "Somebody")
    assert broken_entry(again) is None
    again.close()


def test_an_entry_reads_back_as_it_was_written(written):
    entry = journal.entries(written.rows, RequestId(7))[2]
    assert (entry.seq, entry.person, entry.initials, entry.at) == (4, 1, "JR", BY.at)
    assert entry.event == Event(
        kind="step.done",
        request=RequestId(7),
        student=StudentId(3),
        facts={"step": "step 2", "pages": 2, "before": None, "kept": True},
    )


@pytest.mark.parametrize(
    "sql",
    [
        "update event set kind = 'request.closed' where seq = 2",
        "update event set digest = digest",
        "update event_facts set facts = facts",
        "delete from event_facts where seq = 5",
        "insert or replace into event_facts select * from event_facts where seq = 3",
        "insert into event (seq, at, person_id, initials, kind, digest, mac)"
        " select 99, at, person_id, initials, kind, digest, mac from event where seq = 5",
        "delete from event where seq = 5",
        "delete from event",
        "insert or replace into event select * from event where seq = 3",
    ],
)
def test_the_journal_refuses_to_be_changed(written, sql):
    with pytest.raises(engine.Error, match="append-only"):
        written._connection.execute(sql)
    assert written.rows("select count(*) from event") == [(5,)]
    assert broken_entry(written) is None


def tamper(store, sql: str) -> None:
    """What somebody with the database key and another program could do."""
    store._connection.execute("drop trigger event_no_update")
    store._connection.execute("drop trigger event_no_delete")
    store._connection.execute(sql)


@pytest.mark.parametrize(
    "changed",
    [
        "at = '2026-10-04T15:30:00.000+00:00'",
        "person_id = 2",
        "initials = 'XX'",
        "kind = 'step.skipped'",
        "student_id = 4",
        "student_id = null",
        "request_id = 8",
        "digest = zeroblob(32)",
        "digest = x''",
        "mac = zeroblob(32)",
        "seq = 99",
    ],
)
def test_a_change_of_any_column_is_found_with_its_number(written, changed):
    tamper(written, f"update event set {changed} where seq = 3")  # noqa: S608
    found = first_broken(written._connection, KEYS)
    assert found is not None
    assert found.seq == 3


def test_an_entry_taken_out_is_found(written):
    tamper(written, "delete from event where seq = 2")
    assert first_broken(written._connection, KEYS) == Broken(seq=2, why=Why.CHAIN)


def test_an_entry_taken_out_and_the_rest_renumbered_is_found(written):
    tamper(written, "delete from event where seq = 2")
    written._connection.execute("update event set seq = -seq where seq > 2")
    written._connection.execute("update event set seq = -seq - 1 where seq < 0")
    assert first_broken(written._connection, KEYS) == Broken(seq=2, why=Why.CHAIN)


def test_two_entries_swapped_are_found(written):
    tamper(written, "update event set seq = 100 where seq = 3")
    written._connection.execute("update event set seq = 3 where seq = 4")
    written._connection.execute("update event set seq = 4 where seq = 100")
    assert first_broken(written._connection, KEYS) == Broken(seq=3, why=Why.CHAIN)


def test_an_entry_made_up_without_the_key_is_found(written):
    written._connection.execute(
        "insert into event (seq, at, person_id, initials, kind, digest, mac)"
        " select 6, at, person_id, initials, kind, digest, mac from event where seq = 5"
    )
    assert first_broken(written._connection, KEYS) == Broken(seq=6, why=Why.CHAIN)


def test_the_database_key_alone_cannot_make_a_chain(written):
    keys = replace(KEYS, journal=DATABASE_KEY)
    assert first_broken(written._connection, keys) == Broken(seq=1, why=Why.CHAIN)


def test_the_history_of_one_request_leaves_the_others_out(written):
    with written.change(Event(kind="note.added", request=RequestId(8)), by=BY):
        pass
    kinds = [entry.event.kind for entry in journal.entries(written.rows, RequestId(8))]
    assert kinds == ["note.added"]
