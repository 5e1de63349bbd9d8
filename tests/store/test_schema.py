"""Files of every released schema open in this program, with everything in them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import date

import pytest

from desktop.records.chasing import Asking, Whom
from desktop.records.names import fold
from desktop.store import cases, queries, schema, vault
from desktop.store.near_names import NameFinder
from desktop.store.queries import QueueFilter
from tests.offices import TODAY
from tests.store import fixture
from tests.store.files import KEYS, broken_entry, create


@pytest.mark.parametrize("version", range(1, schema.VERSION + 1))
def test_a_file_of_an_earlier_program_opens_with_everything_in_it(tmp_path, version):
    path = tmp_path / "office.records"
    shutil.copy(fixture.fixture_of(version), path)
    store = fixture.opened(path)
    assert broken_entry(store) is None
    (request,) = queries.queue_ids(store, QueueFilter.OPEN, person=1, today=TODAY)
    case = cases.case(store, request)
    assert case.request.number == "2026-0001"
    assert (case.student.listed_name(), case.requester.name) == ("Alvarez, Mia", "Rafael Alvarez")
    assert case.clocks.driving == "US-1"
    assert [step.code for step in case.steps if step.done_on] == ["receipt"]
    assert [note.text for note in case.notes] == ["Called back at noon."]
    assert queries.search_ids(store, "alvarez") == [request]
    assert NameFinder(store, "student_search").find("mia") == [1]
    assert schema.version_of(store._connection) == schema.VERSION
    store.close()


def test_a_place_asked_in_an_earlier_program_was_asked_once_on_that_day(tmp_path):
    path = tmp_path / "office.records"
    shutil.copy(fixture.fixture_of(1), path)
    connection = vault.keyed(path, KEYS.database)
    connection.execute("update source set state = 'asked', asked_on = '2026-10-02'")
    connection.commit()
    connection.close()
    store = fixture.opened(path)
    (request,) = queries.queue_ids(store, QueueFilter.OPEN, person=1, today=TODAY)
    askings = [one.askings for one in cases.case(store, request).sources]
    assert askings
    assert set(askings) == {(Asking(whom=Whom.KEEPER, on=date(2026, 10, 2)),)}
    store.close()


def test_an_earlier_file_brought_up_to_date_is_like_a_new_one(tmp_path):
    old = tmp_path / "old.records"
    shutil.copy(fixture.fixture_of(1), old)
    store, new = fixture.opened(old), create(tmp_path / "new.records")
    assert fixture.tables(store._connection) == fixture.tables(new._connection)
    store.close()
    new.close()


def test_opening_a_file_of_today_loads_no_migrations():
    """They cost a fifth of a second, which belongs to nobody's start."""
    code = (
        "import sys; from pathlib import Path; import tempfile, shutil;"
        "from desktop.store import schema; from tests.store import fixture;"
        "sys.modules.pop('sqlite_utils', None);"
        "folder = tempfile.mkdtemp(); path = Path(folder) / 'office.records';"
        "shutil.copy(fixture.fixture_of(schema.VERSION), path);"
        "fixture.opened(path).close();"
        "assert 'sqlite_utils' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)  # noqa: S603


def test_every_table_checks_its_types(store):
    rows = store.rows("select name, strict from pragma_table_list where type = 'table'")
    ours = {name for name in fixture.tables(store._connection) if "_search" not in name}
    loose = [name for name, strict in rows if name in ours and not strict]
    assert loose == []


INDEXES = (
    "student_search", "party_search", "request_search", "words_search", "disclosure_search"
)  # fmt: skip


def test_deleted_text_is_overwritten_in_the_search_indexes_too(store):
    for table in (
        "student_search",
        "party_search",
        "request_search",
        "words_search",
        "disclosure_search",
    ):
        kept = store.rows(f"select v from {table}_config where k = 'secure-delete'")  # noqa: S608
        assert kept == [(1,)]


@pytest.mark.parametrize(
    "statement",
    [
        "select r.id from request r where r.closed_on is null order by r.work_by, r.due_on, r.id",
        "select count(*) from request r where r.closed_on is null and r.work_by < '2026-01-01'",
        "select count(*) from request r where r.closed_on is null and r.owner_id = 1",
        "select count(*) from request r where r.closed_on is null and r.status = 'waiting'",
        "select count(*) from request where closed_on is not null",
        "select id from request where student_id = 1 order by received_on desc, id desc",
        "select id from request where linked_to = 1",
        "select seq from event where request_id = 1 order by seq",
        "select id from step where request_id = 1 order by position",
        "select id from source where request_id = 1 order by id",
        "select id from asking where request_id = 1 order by id",
        "select id from source where state = 'asked'",
        "select id from appointment where state in ('set', 'saw_all', 'saw_part')"
        " and meet_on between '2026-10-01' and '2026-10-31'",
        "select id from student order by sorted_as, id",
        "select h.request_id from hold h where h.student_id = 1 and h.released_on is null",
        "select id from disclosure order by disclosed_on desc, id desc limit 10",
        "select 1 from disclosure where corrects = 1",
        "select id from disclosure where student_id = 1 order by disclosed_on",
        "select id from opt_out where student_id = 1",
        "select id from consent where student_id = 1",
    ],
)
def test_what_is_asked_often_has_an_index_also_without_statistics(store, statement):
    plan = " ".join(row[3] for row in store.rows(f"explain query plan {statement}"))
    assert "USING" in plan
    assert "INDEX" in plan


def test_visits_to_come_are_found_without_reading_those_of_all_years(store):
    """An index by day alone made the registrar's morning read every visit there ever was."""
    statement = "select id from appointment where state = 'set' and meet_on <= '2026-10-31'"
    ((*_, told),) = store.rows(f"explain query plan {statement}")
    assert "(state=? AND meet_on<?)" in told


def test_names_are_kept_as_they_sort(office):
    office.log()
    assert office.store.rows("select sorted_as from student") == [(fold("Alvarez Mia"),)]
