"""Students, the people on file for them, and papers: what is kept, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import msgspec
import pytest

from desktop.actions import families
from desktop.records.ids import OrderId, PartyId, StudentId
from desktop.records.order import Limit, Order, OrderKind
from desktop.records.party import Relationship
from desktop.records.typed_words import LONGEST_NAME
from desktop.store import cases, queries, students
from tests.actions.refusals import last_event, refused, unchanged
from tests.offices import TODAY, a_party, a_student

MIA, RAFAEL = a_student(), a_party()
NUMBER = "It says 123-45-6789."


def save(office, student=MIA):
    return families.save_student(office.store, student, today=TODAY, by=office.sign())


def put(office, party=RAFAEL, relationship=Relationship.FATHER, student=MIA.id):
    return families.put_on_file(office.store, student, party, relationship, by=office.sign())


def an_order(office, **override):
    values = {
        "id": OrderId(7), "student": MIA.id, "kind": OrderKind.CUSTODY, "court": "42nd District",
        "limited_party": RAFAEL.id, "limits": frozenset({Limit.DECISIONS}),
        "read_by": office.opened.person.id,
    }  # fmt: skip
    return Order(**{**values, **override})


def note(office, **override):
    return families.note_order(office.store, an_order(office, **override), by=office.sign())


def facts(office):
    kind, found = last_event(office.store)
    return kind, msgspec.json.decode(found)


@pytest.fixture
def family(office):
    save(office)
    put(office)
    return office


# Students


def test_a_student_is_entered_with_names_as_they_are_written(office):
    student = a_student(
        id=StudentId(5), given=" Mi\u200ba ", other_names=("Mimi", "  ", "M\u202e. Ortiz"),
        preferred="\u200bMimi",
    )  # fmt: skip
    changes = save(office, student)
    kept = students.student(office.store, StudentId(5))
    assert (kept.given, kept.preferred, kept.other_names) == ("Mia", "Mimi", ("Mimi", "M. Ortiz"))
    assert changes.students == {5}
    assert facts(office) == ("student.added", {})


def test_a_correction_tells_which_fields_and_not_what_stood_there(family):
    save(family, replace(MIA, given="Maya", grade="5"))
    assert facts(family) == ("student.changed", {"fields": ["given", "grade"]})
    assert "Maya" not in str(family.store.rows("select facts from event_facts"))


def test_a_corrected_name_is_found_in_the_queue_and_the_old_one_is_not(office):
    student = a_student()
    logged = office.log(student=student, requester=a_party(name="Elena Ortiz"))
    save(office, replace(student, family="Nguyễn"))
    assert queries.search_ids(office.store, "nguyen") == [logged.request]
    assert queries.search_ids(office.store, "mia alvarez") == []


def test_a_page_saved_as_it_is_writes_nothing(family):
    with unchanged(family.store):
        save(family)


@pytest.mark.parametrize(
    ("override", "code"),
    [
        ({"given": "\u200b", "family": " "}, "student_name"),
        ({"family": "x" * (LONGEST_NAME + 1)}, "student_name"),
        ({"born_on": TODAY + timedelta(days=1)}, "born_later"),
        ({"local_number": "123-45-6789"}, "student_number"),
    ],
)
def test_a_student_that_cannot_be_is_refused(family, override, code):
    with refused(family.store, code):
        save(family, replace(MIA, **override))


# People


def test_a_person_on_file_is_found_with_the_student(family):
    (guardian,) = students.guardians(family.store, MIA.id)
    assert (guardian.party, guardian.relationship) == (RAFAEL, Relationship.FATHER)
    assert facts(family) == ("guardian.saved", {"party": RAFAEL.id, "relationship": "father"})


def test_a_correction_of_a_person_holds_for_every_student(family):
    brother = a_student(id=StudentId(6), given="Leo")
    save(family, brother)
    put(family, student=brother.id)
    changes = put(family, replace(RAFAEL, phone="555-0199"), Relationship.GUARDIAN)
    assert changes.students == {MIA.id, brother.id}
    found = [students.guardians(family.store, one)[0] for one in (MIA.id, brother.id)]
    assert [(one.party.phone, one.relationship) for one in found] == [
        ("555-0199", Relationship.GUARDIAN), ("555-0199", Relationship.FATHER)]  # fmt: skip


def test_parents_stand_before_guardians_and_others(family):
    for place, (name, how) in enumerate(
        [("Ann", Relationship.OTHER), ("Bea", Relationship.GUARDIAN), ("Cy", Relationship.MOTHER)]
    ):
        put(family, a_party(id=PartyId(place + 20), name=name), how)
    names = [one.party.name for one in students.guardians(family.store, MIA.id)]
    assert names == ["Cy", "Rafael Alvarez", "Bea", "Ann"]


@pytest.mark.parametrize(
    "override",
    [
        {"name": " \u200b", "organization": ""},
        {"name": "x" * (LONGEST_NAME + 1)},
        {"organization": "x" * (LONGEST_NAME + 1)},
    ],
)
def test_a_person_that_cannot_be_is_refused(family, override):
    with refused(family.store, "party_name"):
        put(family, replace(RAFAEL, **override))


def test_a_person_taken_off_file_still_stands_on_their_requests(office):
    student, father = a_student(), a_party()
    logged = office.log(student=student, requester=father, put_on_file=True)
    families.take_off_file(office.store, student.id, father.id, by=office.sign())
    assert students.guardians(office.store, student.id) == []
    assert cases.case(office.store, logged.request).requester == father
    assert facts(office) == ("guardian.removed", {"party": father.id})


# Papers


def test_a_paper_is_kept_as_it_was_noted(family):
    order = an_order(
        family, dated_on=date(2026, 1, 5), until_on=date(2027, 1, 5), passage=" No decisions. "
    )
    changes = families.note_order(family.store, order, by=family.sign())
    assert students.orders(family.store, MIA.id) == [replace(order, passage="No decisions.")]
    assert changes.students == {MIA.id}
    assert facts(family) == (
        "order.noted", {"order": 7, "kind": "custody", "limits": ["decisions"]})  # fmt: skip


PAPERS = {
    "34 CFR 99.4: revoked without the sentence": (
        {"limits": frozenset({Limit.RECORDS}), "passage": "  "}, "order_passage"),
    "limits nobody": ({"limited_party": None}, "order_nobody"),
    "limits somebody in nothing": ({"limits": frozenset()}, "order_nothing"),
    "ends before it begins": (
        {"dated_on": date(2026, 1, 5), "until_on": date(2026, 1, 4)}, "order_dates"),
    "a Social Security number in the passage": ({"passage": NUMBER}, "nine_digits"),
    "a Social Security number in the court": ({"court": NUMBER}, "nine_digits"),
}  # fmt: skip


@pytest.mark.parametrize("why", PAPERS)
def test_a_paper_that_cannot_be_so_is_refused(family, why):
    override, code = PAPERS[why]
    with refused(family.store, code):
        note(family, **override)


def test_a_paper_that_limits_nobody_is_kept(family):
    note(family, limited_party=None, limits=frozenset())
    assert students.orders(family.store, MIA.id)[0].limited_party is None


def test_a_paper_ends_today_and_stays_in_the_list(family):
    note(family)
    families.end_order(family.store, MIA.id, OrderId(7), today=TODAY, by=family.sign())
    (order,) = students.orders(family.store, MIA.id)
    assert order.ended_on == TODAY
    assert not order.in_force(TODAY)
    assert facts(family) == ("order.ended", {"order": 7})


def test_a_paper_that_ended_keeps_its_day(family):
    note(family)
    families.end_order(family.store, MIA.id, OrderId(7), today=TODAY, by=family.sign())
    later = TODAY + timedelta(days=9)
    with unchanged(family.store):
        families.end_order(family.store, MIA.id, OrderId(7), today=later, by=family.sign())


def test_a_child_with_a_paper_that_binds_is_flagged_in_the_queue(office):
    student, father = a_student(), a_party()
    logged = office.log(student=student, requester=father)

    def flagged():
        return bool(queries.queue_rows(office.store, [logged.request])[0].papers)

    assert not flagged()
    note(office, student=student.id, limited_party=father.id)
    assert flagged()
    families.end_order(office.store, student.id, OrderId(7), today=TODAY, by=office.sign())
    assert not flagged()
