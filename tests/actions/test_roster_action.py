"""Importing a roster: whole or not at all, again without doubling, and nothing else is kept."""

from __future__ import annotations

import csv
import io
import time
from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.actions.roster import apply_roster, compare_roster
from desktop.errors import DeskError
from desktop.records.ids import new_ids
from desktop.records.roster import ReadingStoppedError, never, silent
from desktop.records.roster_columns import guess_mapping
from desktop.records.roster_csv import read_csv
from desktop.records.roster_oneroster import read_oneroster
from desktop.store import students
from desktop.store.near_names import NameFinder
from tests.offices import AT, TODAY, a_student
from tests.rosters import PLAIN, USERS_1_1, one_roster, plain_csv, table, text_of
from tests.store.files import broken_entry

CANARY = "canary-7Q3f"


def read(files, today=TODAY):
    return read_oneroster(files, today=today)


def applied(office, plan, *, at=AT, progress=silent, cancelled=never, source="oneroster"):
    found, _ = apply_roster(
        office.store, plan, source=source, progress=progress, cancelled=cancelled,
        by=office.sign(at),
    )  # fmt: skip
    return found


def everything(office):
    """Every value of every table, as the file holds it once it is decrypted."""
    rows = office.store.rows(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite_%'"
    )
    for (name,) in rows:
        for row in office.store.rows(f'select * from "{name}"'):  # noqa: S608  # our own names
            yield from row


def counts(office):
    sql = "select (select count(*) from {}), (select count(*) from {}), (select count(*) from {})"
    return office.store.rows(sql.format("student", "party", "guardian"))[0]


def test_students_and_their_parents_are_on_file_and_found(office):
    plan = read(one_roster(40))
    found = applied(office, plan)
    assert len(found.new) == 40
    assert counts(office) == (40, len(plan.guardians), len(plan.links))
    one = plan.students[7]
    (hit, *_) = NameFinder(office.store, "student_search").find(one.local_number)
    student = students.student(office.store, hit)
    assert (student.given, student.family, student.born_on) == (one.given, one.family, one.born_on)
    assert len(students.guardians(office.store, hit)) == 2


def test_every_one_of_many_gets_an_id_of_its_own(office):
    """All ids of one import bear the same moment, so they must not be drawn one by one."""
    assert len(set(new_ids(AT, 100_000))) == 100_000
    plan = read(one_roster(3_000))
    applied(office, plan)
    assert counts(office) == (3_000, len(plan.guardians), len(plan.links))


def test_the_same_file_again_changes_nothing(office):
    files = one_roster(60)
    applied(office, read(files))
    before = counts(office)
    found = applied(office, read(files), at=AT + timedelta(days=1))
    assert (found.new, found.updated, found.unchanged) == ((), (), 60)
    assert (found.new_guardians, found.updated_guardians, found.links) == ((), (), ())
    assert counts(office) == before


def test_a_later_file_updates_and_doubles_nobody(office):
    applied(office, read(one_roster(30)))
    before = counts(office)
    files = one_roster(30)
    files["users.csv"] = files["users.csv"].replace(b",KG,", b",01,")
    plan = read(files)
    moved = replace(plan.guardians[0], phone="(559) 555-0999")
    found = applied(
        office,
        replace(plan, guardians=(moved, *plan.guardians[1:])),
        at=AT + timedelta(days=200),
    )
    assert {one.fields for one in found.updated} == {("grade",)}
    assert [one.fields for one in found.updated_guardians] == [("phone",)]
    assert counts(office) == before
    grades = {one.grade for one in students.all_students(office.store)}
    assert "K" not in grades


def test_who_is_missing_from_the_file_stays(office):
    by_hand = a_student(local_number="999999")
    office.log(student=by_hand)
    found = applied(office, read(one_roster(5)))
    assert found.missing_from_file == 1
    assert students.student(office.store, by_hand.id) == by_hand


def test_a_student_typed_in_by_hand_is_recognized_by_the_number(office):
    plan = read(one_roster(3))
    told = plan.students[1]
    by_hand = a_student(given=told.given, family=told.family, local_number=told.local_number,
                        born_on=None, grade="")  # fmt: skip
    office.log(student=by_hand)
    found = applied(office, plan)
    assert [one.after.id for one in found.updated] == [by_hand.id]
    assert counts(office)[0] == 3
    assert students.student(office.store, by_hand.id).born_on == told.born_on


def test_one_faulty_row_and_nothing_goes_in(office):
    lines = plain_csv(20).decode().splitlines(keepends=True)
    lines[5] = lines[5].replace("/", "-99-", 1)
    plan = read_csv("list.csv", "".join(lines).encode(), guess_mapping(PLAIN), today=TODAY)
    assert [fault.line for fault in plan.faults] == [6]
    with pytest.raises(DeskError) as refused:
        applied(office, plan, source="csv")
    assert refused.value.code == "roster.faults"
    assert counts(office) == (0, 0, 0)
    left_out = plan.without_faulty_rows()
    applied(office, left_out, source="csv")
    assert counts(office)[0] == 19


@pytest.mark.parametrize("looks", [0, 1, 3])
def test_cancelled_at_any_look_keeps_nothing(office, looks):
    office.log()
    before = (counts(office), len(office.store.rows("select seq from event")))
    asked = []

    def cancelled():
        asked.append(1)
        return len(asked) > looks

    with pytest.raises(ReadingStoppedError):
        applied(office, read(one_roster(400)), cancelled=cancelled)
    assert (counts(office), len(office.store.rows("select seq from event"))) == before
    applied(office, read(one_roster(2)))


def test_progress_is_told_in_rows_of_all_rows(office):
    told = []
    applied(office, read(one_roster(400)), progress=lambda done, total: told.append((done, total)))
    assert told[0][0] == 0
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {total for _, total in told} == {told[0][1]}


def test_the_history_keeps_counts_and_no_name(office):
    plan = read(one_roster(10))
    applied(office, plan)
    ((facts,),) = office.store.rows(
        "select facts from event_facts join event using (seq) where kind = 'roster.imported'"
    )
    assert '"new":10' in facts.replace(" ", "")
    assert not any(one.family in facts for one in plan.students)
    assert broken_entry(office.store) is None


def with_canary(data, kept):
    """The file with a canary in every cell of a column that is not ``kept``."""
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    marked = [
        {title: cell if title in kept else CANARY for title, cell in row.items()} for row in rows
    ]
    return table(list(rows[0]), marked)


def test_other_columns_of_a_set_are_nowhere_in_the_file(office):
    files = one_roster(8)
    files["demographics.csv"] = with_canary(
        files["demographics.csv"], {"sourcedId", "status", "birthDate"}
    )
    others = {"username", "userIds", "password", "enabledUser", "dateLastModified"}
    files["users.csv"] = with_canary(files["users.csv"], set(USERS_1_1) - others)
    applied(office, read(files))
    assert counts(office)[0] == 8
    assert not [value for value in everything(office) if CANARY in str(value)]


def test_unmapped_columns_of_a_list_are_nowhere_in_the_file(office):
    columns = (*PLAIN, "SSN", "Religion", "Notes")
    child = ("4711", "Alvarez", "Mia", "", "3/14/2017", "4", "Maple Grove", "Active", "N",
             "English", "Rafael Alvarez", "Father", "555-0101", "r@example.org", "1 Elm Street",
             "", "", "", "", CANARY, CANARY, CANARY)  # fmt: skip
    data = text_of(columns, [child]).encode()
    plan = read_csv("list.csv", data, guess_mapping(columns), today=TODAY)
    applied(office, plan, source="csv")
    assert counts(office) == (1, 1, 1)
    assert not [value for value in everything(office) if CANARY in str(value)]


def test_ten_thousand_students_with_two_parents_take_less_than_ten_seconds(office, capsys):
    # The processor's time, so that a busy machine does not make a slow program of it.
    files = one_roster(10_000)
    began = time.process_time()
    plan = read(files)
    read_at = time.process_time()
    compare_roster(office.store, plan)
    compared_at = time.process_time()
    applied(office, plan)
    done_at = time.process_time()
    with capsys.disabled():
        print(  # noqa: T201  # the figure is wanted in the report of the tests
            f"\n10,000 students: read {read_at - began:.1f} s, compare"
            f" {compared_at - read_at:.1f} s, write {done_at - compared_at:.1f} s"
        )
    assert counts(office)[0] == 10_000
    assert done_at - began < 10
