"""Making a list of many students: what leaves, what is kept of it, and what stops it."""

from __future__ import annotations

import csv
import hashlib
from dataclasses import replace
from datetime import date

import msgspec
import pytest

from desktop.actions import families, listing, opting_out, steps
from desktop.records.ids import OptOutId, OrderId, StudentId, new_id
from desktop.records.opt_out import OptOut
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.request import Right
from desktop.records.scope import Scope
from desktop.records.steps import StepRefusedError
from desktop.records.student import Enrollment
from desktop.records.student_list import ListAsked, Removed
from desktop.store import cases, disclosures, retention, student_lists
from tests.actions.refusals import last_event, refused, unchanged
from tests.offices import AT, TODAY, a_party, a_student

RECRUITER = a_party(name="Sgt. Dale", organization="Recruiting Station")
ASKED = ListAsked(
    purpose="military", receiver="Sgt. Dale, Recruiting Station",
    interest="To tell seniors about service", grades=("11", "12"),
)  # fmt: skip


def a_pupil(office, given, number, grade="11", **more):
    student = a_student(
        id=StudentId(new_id(AT)), given=given, family="Lee", grade=grade, local_number=number,
        born_on=date(2009, 5, 2), **more,
    )  # fmt: skip
    families.save_student(office.store, student, today=TODAY, by=office.sign())
    return student


def say_no(office, student, scope=Scope.RECRUITERS, kinds=()):
    one = OptOut(id=OptOutId(new_id(AT)), student=student.id, scope=scope, kinds=kinds,
                 received_on=TODAY)  # fmt: skip
    opting_out.note_opt_out(office.store, one, today=TODAY, by=office.sign())


def keep_address(office, student):
    """A paper that keeps the family's address from somebody."""
    father = a_party(name="Rafael Lee")
    families.put_on_file(office.store, student.id, father, Relationship.FATHER, by=office.sign())
    order = Order(
        id=OrderId(new_id(AT)), student=student.id, kind=OrderKind.PROTECTION,
        limited_party=father.id, limits=frozenset({Limit.ADDRESS}),
        read_by=office.opened.person.id, passage="The address shall not be disclosed.",
    )  # fmt: skip
    families.note_order(office.store, order, by=office.sign())


@pytest.fixture
def school(office):
    """Two juniors and a senior who said nothing, and others who are not on such a list."""
    for given, number, grade in (("Ada", "105", "11"), ("Bo", "103", "12"), ("Cy", "104", "11")):
        a_pupil(office, given, number, grade)
    say_no(office, a_pupil(office, "Di", "101"))
    keep_address(office, a_pupil(office, "Ed", "102"))
    say_no(office, a_pupil(office, "Flo", "106"), Scope.DIRECTORY)
    a_pupil(office, "Gil", "")
    a_pupil(office, "Hal", "107", "10")
    a_pupil(office, "Ivy", "108", "12", enrollment=Enrollment.FORMER)
    return office


def make(office, path, asked=ASKED):
    return listing.make_list(
        office.store, asked, path=path, law=office.law, today=TODAY, by=office.sign()
    )


def numbers(path):
    with path.open(newline="") as file:
        return [row[0] for row in csv.reader(file)][1:]


def test_20_usc_7908_the_file_has_the_numbers_without_those_who_opted_out(school, tmp_path):
    made = make(school, tmp_path / "list.csv").made
    assert numbers(tmp_path / "list.csv") == ["103", "104", "105", "106"]
    assert made.count == 4
    assert made.removed == {Removed.RECRUITERS: 1, Removed.PAPER: 1, Removed.NO_NUMBER: 1}


def test_the_register_proves_which_file_went_and_names_nobody(school, tmp_path):
    path = tmp_path / "list.csv"
    made = make(school, path).made
    kept = student_lists.student_list(school.store, made.id)
    assert kept == made
    assert kept.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert (kept.asked.receiver, kept.made_on) == (ASKED.receiver, TODAY)
    kind, facts = last_event(school.store)
    said = msgspec.json.decode(facts)
    assert (kind, said["sha256"], said["count"]) == ("list.made", made.sha256, 4)
    assert said["removed"] == {"recruiters": "1", "paper": "1", "no_number": "1"}
    assert not any(name in facts for name in ("Ada", "Lee", "105", "Dale"))


def test_99_32_a_each_student_on_a_recruiters_list_has_it_in_their_record(school, tmp_path):
    made = make(school, tmp_path / "list.csv").made
    rows = school.store.rows("select student_id from disclosure where list_id = ?", (made.id,))
    (entry,) = disclosures.disclosures_of(school.store, rows[0][0])
    assert len(rows) == 4
    assert (entry.entry.party, entry.entry.basis) == (ASKED.receiver, "recruiters")
    assert entry.entry.records == "Name, address, telephone"
    assert disclosures.disclosure_ids(school.store) == []  # the list is one line of its register
    assert len(disclosures.disclosure_ids(school.store, "dale")) == 4


def test_99_32_d_4_directory_information_is_in_no_record(school, tmp_path):
    make(school, tmp_path / "list.csv", replace(ASKED, purpose="contact"))
    assert numbers(tmp_path / "list.csv") == ["101", "103", "104", "105"]
    assert school.store.rows("select count(*) from disclosure") == [(0,)]


def test_99_37_b_former_students_only_where_asked_for(school, tmp_path):
    asked = replace(ASKED, purpose="contact", former=True)
    make(school, tmp_path / "a.csv", asked)
    assert numbers(tmp_path / "a.csv")[-1] == "108"
    asked = replace(ASKED, former=True)  # 20 USC 7908: students, not leavers
    make(school, tmp_path / "b.csv", asked)
    assert "108" not in numbers(tmp_path / "b.csv")


def test_made_again_it_is_the_same_until_somebody_says_no(school, tmp_path):
    made = make(school, tmp_path / "list.csv").made
    again = {"law": school.law, "today": TODAY}
    assert listing.made_again(school.store, made.id, **again).sha256 == made.sha256
    (student,) = school.store.rows("select id from student where local_number = '103'")
    say_no(school, a_student(id=StudentId(student[0])))
    now = listing.made_again(school.store, made.id, **again)
    assert now.sha256 != made.sha256
    assert now.numbers == ("104", "105", "106")


def test_a_number_of_two_students_on_file_is_on_no_list(school, tmp_path):
    a_pupil(school, "Jo", "103", "9")
    made = make(school, tmp_path / "list.csv").made
    assert numbers(tmp_path / "list.csv") == ["104", "105", "106"]
    assert made.removed[Removed.SAME_NUMBER] == 1


def test_the_file_is_readable_by_this_person_alone(school, tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("an older one")
    path.chmod(0o644)
    make(school, path)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.glob("list*")] == ["list.csv"]


def test_what_cannot_be_written_is_not_in_the_register(school, tmp_path):
    with refused(school.store, "not_saved"):
        make(school, tmp_path / "nowhere" / "list.csv")


def test_what_is_not_in_the_register_is_not_written(school, tmp_path, monkeypatch):
    def full(*_):
        raise OSError("full")

    monkeypatch.setattr(disclosures, "search_keys", full)
    with unchanged(school.store), pytest.raises(OSError, match="full"):
        make(school, tmp_path / "list.csv")
    assert list(tmp_path.glob("*.csv*")) == []


@pytest.mark.parametrize(
    ("override", "code"),
    [
        ({"receiver": "  "}, "list_receiver"),
        ({"interest": ""}, "list_interest"),
        ({"interest": "123-45-6789"}, "nine_digits"),
        ({"purpose": "marketing"}, "list_purpose"),
        ({"grades": ()}, "list_grades"),
        ({"grades": ("3",)}, "list_grades"),
        ({"grades": ("7",)}, "list_empty"),
    ],
    ids=["nobody gets it", "no interest", "nine digits", "not ours", "no grade",
         "20 USC 7908(a)(1) secondary only", "nobody left"],
)  # fmt: skip
def test_what_a_list_cannot_go_without(school, tmp_path, override, code):
    with refused(school.store, code):
        make(school, tmp_path / "list.csv", replace(ASKED, **override))
    assert not (tmp_path / "list.csv").exists()


# For a request


def ask(office, basis="recruiters", opt_outs="taken_out"):
    """A recruiter asks for the list; the request is worked until it can be given."""
    request = office.log(
        right=Right.THIRD_PARTY, student=a_student(given="Zoe", local_number="109", grade="11"),
        requester=RECRUITER, relationship=Relationship.RECRUITER,
    ).request  # fmt: skip
    done = {"law": office.law, "today": TODAY, "by": office.sign()}

    def do(code, choice="", **details):
        steps.do_step(office.store, request, code, choice=choice, details=details, **done)

    do("who", party_kind="recruiter", party_interest="To tell seniors about service")
    do("identity", "call_back")
    do("basis", "fits")
    do("which", disclosure_basis=basis, basis_shown="Letter of September 14")
    if opt_outs:
        do("opt_outs", opt_outs)
    do("answer", "give_list")
    return request, do


def test_a_list_for_a_request_waits_for_its_conditions(school, tmp_path):
    request, do = ask(school, opt_outs="")
    asked = replace(ASKED, request=request)
    with unchanged(school.store), pytest.raises(StepRefusedError, match="gate"):
        make(school, tmp_path / "list.csv", asked)
    do("opt_outs", "taken_out")
    made = make(school, tmp_path / "list.csv", asked).made
    assert student_lists.lists_of(school.store, request) == [made]
    with school.store.change(None, by=school.sign()) as change:
        retention.destroy(change, [request], [])
        change.also(listing._event(made))
    assert student_lists.student_list(school.store, made.id).asked.request is None


def test_a_list_goes_out_on_the_ground_that_was_checked(school, tmp_path):
    request, _ = ask(school, basis="directory")
    with refused(school.store, "list_basis"):
        make(school, tmp_path / "list.csv", replace(ASKED, request=request))


def test_the_step_is_done_once_a_list_was_made(school, tmp_path):
    request, do = ask(school)
    with unchanged(school.store), pytest.raises(StepRefusedError, match="list_missing"):
        do("student_list", list_given_on=TODAY.isoformat())
    make(school, tmp_path / "list.csv", replace(ASKED, request=request))
    do("student_list", list_given_on=TODAY.isoformat())
    assert "student_list" in cases.case(school.store, request).done


def test_a_list_that_went_out_is_never_edited(school, tmp_path):
    make(school, tmp_path / "list.csv")
    with (
        pytest.raises(Exception, match="never edited"),
        school.store.change(None, by=school.sign()) as change,
    ):
        change.execute("update student_list set count = 3")


def test_lists_are_found_by_who_got_them_and_by_their_hash(school, tmp_path):
    made = make(school, tmp_path / "a.csv").made
    other = make(school, tmp_path / "b.csv", replace(ASKED, receiver="State University")).made
    assert student_lists.list_ids(school.store) == [other.id, made.id]
    assert student_lists.list_ids(school.store, "recruiting") == [made.id]
    assert set(student_lists.list_ids(school.store, made.sha256[:10])) == {made.id, other.id}
    assert student_lists.list_ids(school.store, "nobody") == []
