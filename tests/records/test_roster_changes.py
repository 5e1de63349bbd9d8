"""A roster beside what is on file: updates without doubling, and nothing is ever taken away."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.records.ids import PartyId, StudentId
from desktop.records.party import Guardian, Party, Relationship
from desktop.records.roster import RosterGuardian, RosterLink, RosterPlan, RosterStudent
from desktop.records.roster_changes import changes
from desktop.records.roster_oneroster import read_oneroster
from desktop.records.school import Address
from desktop.records.student import Enrollment, Student
from tests.rosters import one_roster

TODAY = date(2026, 9, 1)
BORN = date(2015, 3, 4)
HOME = Address(street="12 Elm Street", city="Ridgefield", state="CA", postal_code="93000")


def on_file(**facts):
    known: dict[str, Any] = {
        "id": StudentId(7), "given": "Mia", "family": "Alvarez", "born_on": BORN, "grade": "4",
        "local_number": "1001", "roster_key": "s1",
    }  # fmt: skip
    return Student(**(known | facts))


def told(**facts):
    known: dict[str, Any] = {
        "roster_key": "s1", "given": "Mia", "family": "Alvarez", "born_on": BORN, "grade": "4",
        "local_number": "1001", "enrollment": Enrollment.ENROLLED,
    }  # fmt: skip
    return RosterStudent(**(known | facts))


def party(**facts):
    known: dict[str, Any] = {
        "id": PartyId(9),
        "name": "Ana Alvarez",
        "phone": "555-0101",
        "roster_key": "p1",
    }
    return Party(**(known | facts))


def ana(**facts):
    known: dict[str, Any] = {"roster_key": "p1", "name": "Ana Alvarez"}
    return RosterGuardian(**(known | facts))


LINK = RosterLink(student="s1", guardian="p1", relationship=Relationship.PARENT)


def as_on_file(plan):
    """The students, parties and guardians an import of ``plan`` leaves on file."""
    found = changes(plan, [])
    ids = {one.roster_key: StudentId(at) for at, one in enumerate(found.new, 1)}
    students = [one.entered(ids[one.roster_key]) for one in found.new]
    parties = {
        one.roster_key: one.entered(PartyId(at)) for at, one in enumerate(found.new_guardians, 1)
    }
    guardians = [
        Guardian(
            student=ids[link.student],
            party=parties[link.guardian],
            relationship=link.relationship,
        )
        for link in found.links
    ]
    return students, guardians


def test_the_first_import_is_all_new():
    plan = read_oneroster(one_roster(30), today=TODAY)
    found = changes(plan, [])
    assert (len(found.new), len(found.updated), found.unchanged) == (30, 0, 0)
    assert len(found.new_guardians) == len(plan.guardians)
    assert len(found.links) == 60


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_the_same_file_again_changes_nothing(version):
    plan = read_oneroster(one_roster(30, version=version), today=TODAY)
    found = changes(plan, *as_on_file(plan))
    assert (found.new, found.updated, found.unchanged) == ((), (), 30)
    assert (found.new_guardians, found.updated_guardians, found.links) == ((), (), ())
    assert found.missing_from_file == 0


def test_a_changed_grade_updates_the_student_and_names_the_field():
    found = changes(RosterPlan(students=(told(grade="5"),)), [on_file()])
    (update,) = found.updated
    assert update.fields == ("grade",)
    assert update.after == replace(on_file(), grade="5")
    assert found.new == ()


def test_what_the_file_leaves_blank_keeps_its_value():
    known = on_file(middle="Rosa", preferred="Mimi", home_language="es", school_name="Maple Grove")
    quiet = told(grade="", born_on=None, local_number="", enrollment=None)
    assert changes(RosterPlan(students=(quiet,)), [known]).unchanged == 1


def test_the_special_education_mark_is_raised_and_never_taken_away():
    known = on_file(special_education=True)
    assert changes(RosterPlan(students=(told(special_education=False),)), [known]).unchanged == 1
    (update,) = changes(RosterPlan(students=(told(special_education=True),)), [on_file()]).updated
    assert update.after.special_education


def test_other_names_are_added_to_those_the_office_knows():
    known = on_file(other_names=("Mia Rivera",))
    plan = RosterPlan(students=(told(other_names=("MIA RIVERA", "Mia Soto")),))
    assert changes(plan, [known]).updated[0].after.other_names == ("Mia Rivera", "Mia Soto")


def test_a_student_missing_from_the_file_is_counted_and_left_alone():
    others = [
        on_file(id=StudentId(8), roster_key="s8", local_number="1008", given="Leo"),
        on_file(
            id=StudentId(9), roster_key="s9", local_number="", enrollment=Enrollment.FORMER
        ),
    ]  # fmt: skip
    found = changes(RosterPlan(students=(told(),)), [on_file(), *others])
    assert found.missing_from_file == 1
    assert found.updated == ()


def test_nobody_is_missing_from_a_file_that_lists_only_changes():
    plan = RosterPlan(students=(told(),), complete=False)
    other = on_file(id=StudentId(8), roster_key="s8", local_number="1008")
    assert changes(plan, [on_file(), other]).missing_from_file == 0


@pytest.mark.parametrize(
    "known",
    [
        on_file(roster_key=""),
        on_file(roster_key="", local_number=""),
        on_file(roster_key="", born_on=None),
        on_file(roster_key="csv:1001"),
        on_file(roster_key="", local_number="", family="ÁLVAREZ"),
    ],
)
def test_a_student_typed_in_by_hand_or_from_another_system_is_recognized(known):
    found = changes(RosterPlan(students=(told(),)), [known])
    assert found.new == ()
    assert found.student_ids["s1"] == known.id
    assert found.updated[0].after.roster_key == "s1"


@pytest.mark.parametrize(
    "known",
    [
        on_file(roster_key="", born_on=date(2014, 1, 1)),
        on_file(roster_key="", local_number="2002"),
        on_file(roster_key="", given="Leo", family="Kim"),
        on_file(roster_key="", local_number="", given="Leo"),
    ],
)
def test_another_child_is_never_taken_for_the_student(known):
    found = changes(RosterPlan(students=(told(),)), [known])
    assert [one.roster_key for one in found.new] == ["s1"]


def test_twins_by_name_and_birth_date_are_not_guessed_at():
    twins = [on_file(id=StudentId(at), roster_key="", local_number="") for at in (1, 2)]
    found = changes(RosterPlan(students=(told(),)), twins)
    assert len(found.new) == 1
    assert found.same_name == (("s1", StudentId(1)), ("s1", StudentId(2)))


def test_a_new_student_with_a_name_on_file_and_no_birth_date_is_pointed_out():
    known = on_file(roster_key="", local_number="", born_on=None)
    found = changes(RosterPlan(students=(told(),)), [known])
    assert found.same_name == (("s1", known.id),)


def test_a_parent_updates_by_roster_key_and_keeps_what_the_file_does_not_say():
    known = Guardian(
        student=StudentId(7), party=party(address=HOME), relationship=Relationship.MOTHER
    )
    plan = RosterPlan(students=(told(),), guardians=(ana(phone="555-0199"),), links=(LINK,))
    found = changes(plan, [on_file()], [known])
    (update,) = found.updated_guardians
    assert update.fields == ("phone",)
    assert update.after.address == HOME
    assert found.links == ()


def test_a_parent_typed_in_by_hand_is_recognized_beside_the_child():
    known = Guardian(
        student=StudentId(7), party=party(roster_key=""), relationship=Relationship.MOTHER
    )
    plan = RosterPlan(students=(told(),), guardians=(ana(name="ANA ÁLVAREZ"),), links=(LINK,))
    found = changes(plan, [on_file()], [known])
    assert found.new_guardians == ()
    assert found.party_ids == {"p1": PartyId(9)}
    assert found.updated_guardians[0].after.roster_key == "p1"


def test_a_parent_of_the_same_name_elsewhere_is_another_person():
    stranger = Guardian(
        student=StudentId(8), party=party(roster_key=""), relationship=Relationship.MOTHER
    )
    plan = RosterPlan(students=(told(),), guardians=(ana(),), links=(LINK,))
    found = changes(plan, [on_file()], [stranger])
    assert [one.roster_key for one in found.new_guardians] == ["p1"]


def test_a_parent_who_is_not_in_the_file_any_more_stays_on_file():
    known = Guardian(student=StudentId(7), party=party(), relationship=Relationship.FATHER)
    found = changes(RosterPlan(students=(told(),)), [on_file()], [known])
    assert found.links == ()
    assert found.updated_guardians == ()


@pytest.mark.parametrize(
    ("known", "said", "written"),
    [
        (Relationship.PARENT, Relationship.MOTHER, True),
        (Relationship.OTHER, Relationship.GRANDPARENT, True),
        (Relationship.FOSTER_PARENT, Relationship.GUARDIAN, False),
        (Relationship.MOTHER, Relationship.PARENT, False),
        (Relationship.MOTHER, Relationship.MOTHER, False),
        (Relationship.PARENT, Relationship.OTHER, False),
    ],
)
def test_a_file_makes_a_relationship_clearer_and_never_vaguer(known, said, written):
    guardian = Guardian(student=StudentId(7), party=party(), relationship=known)
    link = replace(LINK, relationship=said)
    plan = RosterPlan(students=(told(),), guardians=(ana(),), links=(link,))
    assert changes(plan, [on_file()], [guardian]).links == ((link,) if written else ())


def test_a_party_taken_off_a_childs_file_is_not_entered_twice():
    plan = RosterPlan(students=(told(),), guardians=(ana(),), links=(LINK,))
    found = changes(plan, [on_file()], others=[party()])
    assert found.new_guardians == ()
    assert found.links == (LINK,)


def test_a_delta_links_people_who_are_on_file_already():
    plan = RosterPlan(students=(), guardians=(ana(),), links=(LINK,), complete=False)
    found = changes(plan, [on_file()])
    assert [one.roster_key for one in found.new_guardians] == ["p1"]
    assert found.links == (LINK,)
    assert changes(replace(plan, guardians=()), [on_file()]).links == ()
