"""Lists of many students: who is taken out first, what leaves in the file, and what proves it."""

from __future__ import annotations

import csv
import hashlib
import io
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.records.ids import OptOutId, StudentId
from desktop.records.opt_out import OptOut
from desktop.records.scope import Scope
from desktop.records.student_list import HEADER, Listed, Picked, Removed, grade_order, pick
from tests.offices import TODAY, the_law

PURPOSES = the_law().bases.lists
YESTERDAY = TODAY - timedelta(days=1)


def no_to(scope, *kinds, came=YESTERDAY, back=None):
    return OptOut(id=OptOutId(1), student=StudentId(1), scope=scope, kinds=kinds,
                  received_on=came, rescinded_on=back)  # fmt: skip


def one(number="20417", *opt_outs, **override):
    values = {
        "id": StudentId(1),
        "local_number": number,
        "special_education": False,
        "address_kept": False,
        "number_shared": False,
        "opt_outs": opt_outs,
    }
    return Listed(**{**values, **override})  # fmt: skip


RECRUITERS, DIRECTORY = Scope.RECRUITERS, Scope.DIRECTORY


@pytest.mark.parametrize(
    ("purpose", "opt_out", "reason"),
    [
        ("military", no_to(RECRUITERS), Removed.RECRUITERS),
        ("military", no_to(RECRUITERS, "military"), Removed.RECRUITERS),
        ("military", no_to(RECRUITERS, "colleges"), None),
        ("colleges", no_to(RECRUITERS, "colleges"), Removed.RECRUITERS),
        ("colleges", no_to(RECRUITERS, "military"), None),
        ("military", no_to(DIRECTORY), None),
        ("contact", no_to(DIRECTORY), Removed.DIRECTORY),
        ("contact", no_to(DIRECTORY, "photo", "address"), Removed.DIRECTORY),
        ("contact", no_to(DIRECTORY, "photo"), None),
        ("photographs", no_to(DIRECTORY, "photo"), Removed.DIRECTORY),
        ("contact", no_to(RECRUITERS), None),
        ("recruiters_more", no_to(RECRUITERS, "military"), Removed.RECRUITERS),
        ("recruiters_more", no_to(DIRECTORY, "email"), Removed.DIRECTORY),
        ("contact", no_to(Scope.PPRA), None),
        ("military", no_to(RECRUITERS, came=TODAY + timedelta(days=1)), None),
        ("military", no_to(RECRUITERS, back=TODAY), None),
        ("military", no_to(RECRUITERS, back=TODAY + timedelta(days=1)), Removed.RECRUITERS),
    ],
    ids=[
        "20 USC 7908(a)(2) all recruiters", "7908(a)(2) the military alone",
        "7908(a)(2) colleges alone, the military asks", "7908(a)(2) colleges alone",
        "7908(a)(2) the military alone, a college asks", "99.37 is not 7908",
        "99.37(a)(2) all of it", "99.37(a)(2) any of it", "99.37(a)(2) not this of it",
        "99.37(a)(2) the photograph", "7908 is not 99.37", "more than three facts, 7908",
        "more than three facts, 99.37", "20 USC 1232h is neither", "not here yet",
        "taken back today", "taken back tomorrow",
    ],
)  # fmt: skip
def test_who_said_no_to_it_is_taken_out(purpose, opt_out, reason):
    picked = pick([one("1", opt_out), one("2")], PURPOSES[purpose], on=TODAY)
    assert picked.removed == ({} if reason is None else {reason: 1})
    assert ("1" in picked.numbers) is (reason is None)
    assert "2" in picked.numbers


def test_each_is_counted_once_and_for_the_first_reason_that_holds():
    students = [
        one("1", no_to(RECRUITERS), no_to(DIRECTORY), address_kept=True),
        one("2", address_kept=True), one(""), one("3"),
    ]  # fmt: skip
    picked = pick(students, PURPOSES["recruiters_more"], on=TODAY)
    assert picked.removed == {Removed.RECRUITERS: 1, Removed.PAPER: 1, Removed.NO_NUMBER: 1}
    assert picked.numbers == ("3",)


def test_a_number_two_students_share_brings_nobody_back_who_said_no():
    shared = [one("7", no_to(RECRUITERS), number_shared=True), one("7", number_shared=True)]
    picked = pick(shared, PURPOSES["military"], on=TODAY)
    assert picked.numbers == ()
    assert picked.removed == {Removed.RECRUITERS: 1, Removed.SAME_NUMBER: 1}


def test_the_file_is_one_column_with_its_header_and_its_hash_is_that_of_its_bytes():
    picked = pick([one("20418"), one("20417")], PURPOSES["military"], on=TODAY)
    assert picked.file == b"student_number\r\n20417\r\n20418\r\n"
    assert picked.sha256 == hashlib.sha256(picked.file).hexdigest()


@pytest.mark.parametrize("number", ["=1+1", "+20417", "-20417", "@SUM(A1)", "\t=1"])
def test_no_number_is_a_formula(number):
    picked = Picked(students=(one(number),), removed={})
    ((_, cell),) = [tuple(row[0] for row in csv.reader(io.StringIO(picked.file.decode())))]
    assert cell == f"'{number}"


NUMBERS = st.text(st.characters(codec="utf-8", exclude_characters="\r\n\x00"), max_size=8)
KINDS = st.lists(st.sampled_from(["military", "colleges"]), unique=True, max_size=2)


@given(
    st.lists(
        st.builds(
            lambda number, kinds, kept: one(
                number,
                *([no_to(RECRUITERS, *kinds)] if kinds is not None else ()),
                address_kept=kept,
            ),
            NUMBERS,
            st.one_of(st.none(), KINDS),
            st.booleans(),
        ),
        max_size=20,
    ),
    st.randoms(),
)
def test_nobody_is_lost_nobody_who_said_no_is_there_and_the_order_of_the_roster_changes_nothing(
    students, random
):
    purpose = PURPOSES["military"]
    picked = pick(students, purpose, on=TODAY)
    assert len(picked.students) + sum(picked.removed.values()) == len(students)
    for student in picked.students:
        assert not any(not no.kinds or "military" in no.kinds for no in student.opt_outs)
        assert student.local_number
        assert not student.address_kept
    again = list(students)
    random.shuffle(again)
    assert pick(again, purpose, on=TODAY).sha256 == picked.sha256
    cells = [row[0] if row else "" for row in csv.reader(io.StringIO(picked.file.decode()))]
    assert cells[0] == HEADER
    assert len(cells) == len(picked.students) + 1


def test_one_more_opt_out_never_puts_anybody_on():
    before = [one("1"), one("2"), one("3")]
    after = [one("1"), one("2", no_to(RECRUITERS)), one("3")]
    on = pick(after, PURPOSES["military"], on=TODAY)
    assert set(on.numbers) < set(pick(before, PURPOSES["military"], on=TODAY).numbers)


def test_grades_stand_in_the_order_of_the_school():
    assert sorted(["10", "9", "K", "11", "1"], key=grade_order) == ["K", "1", "9", "10", "11"]


@pytest.mark.parametrize("purpose", PURPOSES.values(), ids=PURPOSES)
def test_what_takes_somebody_off_a_list_is_something_a_family_can_say_no_to(purpose):
    rights = {RECRUITERS: "recruiter-opt-out", DIRECTORY: "directory-opt-out"}
    for removes in purpose.removes:
        right = next(
            rule for rule in the_law().rights.by_id.values() if rule.id == rights[removes.scope]
        )
        field = right.field("opt_out_kinds")
        assert set(removes.kinds) <= {option.id for option in field.option}
    assert set(purpose.first) <= set(purpose.grades or purpose.first)
