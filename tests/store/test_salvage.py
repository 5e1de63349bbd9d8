"""What can be read of a damaged file is saved, with its gaps told."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta

import pytest

from desktop.errors import DeskError
from desktop.records.ids import RequestId
from desktop.store import btree, queries, vault
from desktop.store.journal import SALVAGED, Event
from desktop.store.raw_pages import PAGE, PageKeys, salt_of
from desktop.store.salvage import read_pages, salvage
from desktop.store.salvage_tables import roots_of
from desktop.store.schema import VERSION
from desktop.store.store import Store
from desktop.store.verify import Outcome, verify
from tests.offices import AT, a_party, a_student, an_office
from tests.store.files import BY, DATABASE_KEY, KEYS, broken_entry, create, rename
from tests.store.fixture import fixture_of

TABLES = ("student", "party", "request", "step", "event", "event_facts")
SHARE, MANY = 5, 400
ROWS = 400


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """A closed office of some hundred requests, some with long words, and what it holds."""
    folder = tmp_path_factory.mktemp("whole") / "home"
    made = an_office(folder)
    for number in range(40):
        made.log(
            student=a_student(given=f"Child {number}"),
            requester=a_party(name=f"Parent {number}"),
            words="Every page of it. " * (number * 10),
        )
    for number in range(ROWS):
        with made.store.change(
            Event(kind="note.added", request=RequestId(1), facts={"text": f"note {number}" * 20}),
            by=made.sign(AT + timedelta(minutes=number)),
        ) as change:
            change.execute(
                "insert into closure (from_on, until_on, title, kind)"
                " values ('2026-01-01', '2026-01-01', ?, 'closure')",
                (f"day {number} " * 10,),
            )
    made.store.close()
    return made


def all_rows(path, keys) -> dict[str, set]:
    store = Store.open(path, keys)
    names = [row[0] for row in store.rows(
        "select name from pragma_table_list where type = 'table' and schema = 'main'"
        " and name not like '%sqlite%'"
    )]  # fmt: skip
    found = {name: set(store.rows(f"select rowid, * from {name}")) for name in names}  # noqa: S608
    found["search"] = set(store.rows("select rowid, names from request_search"))
    store.close()
    return found


def damaged(office, folder, numbers) -> object:
    path = folder / "office.records"
    shutil.copy(office.home.records_file, path)
    with path.open("r+b") as file:
        for number in numbers:
            file.seek((number - 1) * PAGE + 700)
            file.write(b"spoilt by a bad block")
    return path


def saved_from(office, folder, numbers):
    target = folder / "saved" / "office.records"
    done = salvage(damaged(office, folder, numbers), office.opened.keys, target, by=office.sign(AT))
    return target, done


def test_a_sound_file_is_saved_whole(office, tmp_path):
    target, done = saved_from(office, tmp_path, [])
    before, after = (
        all_rows(one, office.opened.keys) for one in (office.home.records_file, target)
    )
    for name, rows in before.items():
        extra = 1 if name in {"event", "event_facts"} else 0
        assert rows <= after[name], name
        assert len(after[name]) == len(rows) + extra, name
    assert (done.bad_pages, done.lost_rows, done.gaps, done.missing) == (0, 0, {}, [])
    assert verify(target, office.opened.keys).outcome is Outcome.CLEAN
    store = Store.open(target, office.opened.keys)
    assert queries.search_ids(store, "child 7")
    store.close()


def lost_fraction(office, folder, numbers) -> float:
    """Rows that were on no bad page and are not in the saved file, of all of them."""
    pages, _total = read_pages(office.home.records_file, office.opened.keys.database)
    before = all_rows(office.home.records_file, office.opened.keys)
    target, done = saved_from(office, folder, numbers)
    after = all_rows(target, office.opened.keys)
    outside = lost = 0
    walked = {name: root for name, root in roots_of(pages).items() if name in before}
    for name, root in walked.items():
        for leaf in btree.walk(pages, root).leaves:
            if leaf in numbers:
                continue
            for row in btree.rows(pages, leaf):
                if _touches(pages, leaf, row, numbers):
                    continue
                outside += 1
                lost += row.number not in {one[0] for one in after[name]}
    assert done.bad_pages == len(set(numbers))
    assert verify(target, office.opened.keys).outcome is Outcome.CLEAN
    return lost / outside


def _touches(pages, leaf, row, numbers) -> bool:
    """Whether a row goes on on a bad page: it cannot be read without it."""
    left = {number: page for number, page in pages.items() if number not in numbers}
    return row.number not in {one.number for one in btree.rows(left, leaf) if one is not None}


def test_a_page_that_leads_to_others_loses_none_of_their_rows(office, tmp_path):
    pages, total = read_pages(office.home.records_file, office.opened.keys.database)
    roots = roots_of(pages)
    leading = [n for n, page in pages.items() if btree.kind_of(n, page) == btree.INTERIOR]
    assert roots["event"] in leading
    assert lost_fraction(office, tmp_path, [roots["event"]]) == 0
    assert total == len(pages)


def test_the_first_page_with_the_list_of_tables_is_not_needed(office, tmp_path):
    assert lost_fraction(office, tmp_path, [1]) <= 0.01


def test_the_whole_list_of_tables_is_not_needed(office, tmp_path):
    """Tables of like shapes are told apart by what may be null and what their texts are."""
    pages, _total = read_pages(office.home.records_file, office.opened.keys.database)
    listed = sorted(btree.walk(pages, 1).seen)
    assert len(listed) > 3
    assert lost_fraction(office, tmp_path, listed) <= 0.01


def test_entries_on_a_bad_page_are_told_as_lost_in_the_journal(office, tmp_path):
    pages, _total = read_pages(office.home.records_file, office.opened.keys.database)
    request = next(leaf for leaf in btree.walk(pages, roots_of(pages)["event"]).leaves)
    target, done = saved_from(office, tmp_path, [request])
    assert done.missing
    store = Store.open(target, office.opened.keys)
    (told,) = store.rows("select kind from event order by seq desc limit 1")
    assert told == (SALVAGED,)
    store.close()


def test_entries_lost_at_the_end_of_the_journal_are_told_by_what_they_left(office, tmp_path):
    """Their facts are on other pages and have their numbers: none is given a second time."""
    pages, _total = read_pages(office.home.records_file, office.opened.keys.database)
    last = btree.walk(pages, roots_of(pages)["event"]).leaves[-1]
    numbers = [row.number for row in btree.rows(pages, last) if row is not None]
    target, done = saved_from(office, tmp_path, [last])
    assert done.missing == [f"{min(numbers)}-{max(numbers)}"]
    store = Store.open(target, office.opened.keys)
    assert store.head().seq == max(numbers) + 1
    assert broken_entry(store) is None
    store.close()


def test_entries_only_the_mark_knows_of_are_told_as_lost(tmp_path):
    path = tmp_path / "office.records"
    store = create(path)
    store.sweep_log()
    whole = path.read_bytes()
    for number in range(3):
        rename(store, f"Somebody {number}")
    store.close()
    path.write_bytes(whole)  # as an old file put back: what was saved since is gone
    done = salvage(path, KEYS, tmp_path / "saved.records", by=BY)
    assert done.missing == ["2-4"]
    assert verify(tmp_path / "saved.records", KEYS).outcome is Outcome.CLEAN


def test_the_entry_that_tells_of_the_loss_cannot_be_changed(office, tmp_path):
    pages, _total = read_pages(office.home.records_file, office.opened.keys.database)
    newest = list(btree.walk(pages, roots_of(pages)["event"]).leaves)[-1]
    target, _done = saved_from(office, tmp_path, [newest])
    store = Store.open(target, office.opened.keys)
    store._connection.execute("drop trigger event_no_update")
    store._connection.execute("update event set initials = 'XX' where kind = ?", (SALVAGED,))
    store.close()
    assert verify(target, office.opened.keys).outcome is Outcome.TAMPERED


def test_a_table_the_list_names_no_more_is_found_where_such_tables_lie(office, tmp_path):
    pages, _total = read_pages(office.home.records_file, office.opened.keys.database)
    names = list(btree.walk(pages, 1).leaves)
    assert len(names) > 2
    for number, leaf in enumerate(names):
        place = tmp_path / str(number)
        place.mkdir()
        assert lost_fraction(office, place, [leaf]) == 0


def at_random(office, folder, figure, count: int, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311
    total = office.home.records_file.stat().st_size // PAGE
    worst = together = 0.0
    for number in range(count):
        bad = chance.sample(range(1, total + 1), chance.randrange(1, 1 + max(1, total // 20)))
        place = folder / str(number)
        place.mkdir()
        lost = lost_fraction(office, place, bad)
        worst, together = max(worst, lost), together + lost
        shutil.rmtree(place)
    figure(f"{count} damages, lost outside bad pages: {together / count:.4%}, at worst {worst:.2%}")
    assert worst <= 0.01


def test_at_least_99_of_100_rows_outside_bad_pages_are_saved(office, tmp_path, figure):
    at_random(office, tmp_path, figure, SHARE, 1)


@pytest.mark.slow
def test_at_least_99_of_100_rows_are_saved_many_times(office, tmp_path, figure):
    at_random(office, tmp_path, figure, MANY, 2)


def test_what_only_the_log_holds_is_saved_too(tmp_path):
    path = tmp_path / "office.records"
    store = create(path)
    with store.change(Event(kind="note.added", facts={"text": "the last"}), by=BY):
        pass
    done = salvage(path, KEYS, tmp_path / "saved.records", by=BY)
    store.close()
    assert done.rows["event"] == 2


def test_a_page_is_proved_by_its_own_mac(tmp_path):
    path = tmp_path / "office.records"
    create(path).close()
    keys = PageKeys.of(DATABASE_KEY, salt_of(path))
    page = path.read_bytes()[PAGE : 2 * PAGE]
    assert keys.proves(2, page)
    assert not keys.proves(3, page)
    assert not keys.proves(2, bytes([page[0] ^ 1]) + page[1:])


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_a_file_of_every_released_schema_is_saved_as_one_of_today(tmp_path, version):
    path = tmp_path / "office.records"
    shutil.copy(fixture_of(version), path)
    target = tmp_path / "saved" / "office.records"
    done = salvage(path, KEYS, target, by=BY)
    assert (done.bad_pages, done.lost_rows, done.missing) == (0, 0, [])
    assert verify(target, KEYS).outcome is Outcome.CLEAN
    store = Store.open(target, KEYS)
    assert store.rows("select count(*) from request") == [(1,)]
    store.close()


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_lost_entries_of_every_released_schema_are_told(tmp_path, version):
    path = tmp_path / "office.records"
    shutil.copy(fixture_of(version), path)
    pages, _total = read_pages(path, DATABASE_KEY)
    (leaf,) = btree.walk(pages, roots_of(pages)["event"]).leaves
    with path.open("r+b") as file:
        file.seek((leaf - 1) * PAGE + 700)
        file.write(b"spoilt by a bad block")
    target = tmp_path / "saved" / "office.records"
    salvage(path, KEYS, target, by=BY)
    assert verify(target, KEYS).outcome is Outcome.CLEAN
    store = Store.open(target, KEYS)
    assert store.rows("select count(*) from request") == [(1,)]
    store.close()


def test_an_earlier_journal_goes_on_past_what_was_lost(tmp_path):
    """What is left of it is still checked entry by entry."""
    path = tmp_path / "office.records"
    shutil.copy(fixture_of(1), path)
    connection = vault.keyed(path, DATABASE_KEY)
    connection.execute("drop trigger event_no_delete")
    connection.execute("delete from event where seq = 2")
    connection.commit()
    connection.close()
    target = tmp_path / "saved.records"
    done = salvage(path, KEYS, target, by=BY)
    assert done.missing == ["2"]
    assert verify(target, KEYS).outcome is Outcome.CLEAN


def test_an_earlier_journal_that_was_changed_is_not_saved_as_if_it_were_whole(tmp_path):
    path = tmp_path / "office.records"
    shutil.copy(fixture_of(1), path)
    connection = vault.keyed(path, DATABASE_KEY)
    connection.execute("drop trigger event_no_update")
    connection.execute("update event set initials = 'XX' where seq = 2")
    connection.commit()
    connection.close()
    with pytest.raises(DeskError, match="tampered"):
        salvage(path, KEYS, tmp_path / "saved.records", by=BY)


def test_another_key_saves_nothing(tmp_path):
    path = tmp_path / "office.records"
    create(path).close()
    with pytest.raises(DeskError, match="nothing_readable"):
        read_pages(path, bytes(32))


def test_the_damaged_file_is_only_read(office, tmp_path):
    path = damaged(office, tmp_path, [5, 9])
    before = path.read_bytes()
    salvage(path, office.opened.keys, tmp_path / "saved.records", by=office.sign())
    assert path.read_bytes() == before
    assert {one.name for one in tmp_path.iterdir()} >= {"office.records", "saved.records"}
