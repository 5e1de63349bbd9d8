"""Enter and correct students, the people on file for them, and the papers about them."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.ids import OrderId, PartyId, StudentId
from desktop.records.names import clean_name
from desktop.records.order import Order
from desktop.records.party import Party, Relationship
from desktop.records.person import Initials
from desktop.records.roster_cells import looks_like_social_security
from desktop.records.student import Student
from desktop.records.typed_words import LONGEST_NAME
from desktop.store import families, students
from desktop.store.journal import Event
from desktop.store.store import Store


def save_student(store: Store, student: Student, *, today: date, by: Initials) -> Changes:
    """Enter a student, or correct one; the history keeps which fields changed, not their text.

    Nothing is written where nothing changed.

    Raises:
        DeskError: ``student_name``, ``born_later``, ``student_number``.
    """
    student = replace(
        student,
        given=clean_name(student.given),
        middle=clean_name(student.middle),
        family=clean_name(student.family),
        preferred=clean_name(student.preferred),
        name_while_attending=clean_name(student.name_while_attending),
        other_names=tuple(filter(None, map(clean_name, student.other_names))),
    )
    _check_student(student, today)
    try:
        before: Student | None = students.student(store, student.id)
    except KeyError:
        before = None
    if student == before:
        return Changes.of_student(student.id)
    changed = [one.name for one in fields(student) if _differs(before, student, one.name)]
    event = Event(
        kind="student.changed" if before else "student.added",
        student=student.id,
        facts={"fields": changed} if before else {},
    )
    with store.change(event, by=by) as change:
        families.save_students(change, [student])
    return Changes.of_student(student.id)


def _check_student(student: Student, today: date) -> None:
    if not student.full_name().strip():
        raise DeskError("student_name", "The student has no name.", "Type at least one name.")
    if any(len(part) > LONGEST_NAME for part in student.name_parts()):
        raise DeskError(
            "student_name", f"A name can have up to {LONGEST_NAME} characters.", "Shorten it."
        )
    if student.born_on and student.born_on > today:
        raise DeskError("born_later", "The birth date is after today.", "Check the year.")
    if looks_like_social_security(student.local_number):
        raise DeskError(
            "student_number",
            "This looks like a Social Security number, and the office must not keep those.",
            "Type the school's own number for the student.",
        )


def _differs(before: Student | None, now: Student, name: str) -> bool:
    return before is not None and getattr(before, name) != getattr(now, name)


def put_on_file(
    store: Store, student: StudentId, party: Party, relationship: Relationship, *, by: Initials
) -> Changes:
    """Put a person on file for a student, new or corrected.

    A correction holds for every student the person is on file for.

    Raises:
        DeskError: ``party_name``.
    """
    party = replace(party, name=clean_name(party.name), organization=clean_name(party.organization))
    if not (party.name or party.organization):
        raise DeskError("party_name", "The person has no name.", "Type a name.")
    if max(len(party.name), len(party.organization)) > LONGEST_NAME:
        raise DeskError(
            "party_name", f"A name can have up to {LONGEST_NAME} characters.", "Shorten it."
        )
    event = Event(
        kind="guardian.saved",
        student=student,
        facts={"party": party.id, "relationship": relationship},
    )
    with store.change(event, by=by) as change:
        families.save_parties(change, [party])
        families.save_guardians(change, [(student, party.id, relationship)])
    return Changes.of_student(*(one.id for one in students.students_of(store, party.id)))


def take_off_file(store: Store, student: StudentId, party: PartyId, *, by: Initials) -> Changes:
    """Take a person off a student's file; their requests and the history stay."""
    event = Event(kind="guardian.removed", student=student, facts={"party": party})
    with store.change(event, by=by) as change:
        families.remove_guardian(change, student, party)
    return Changes.of_student(student)


def note_order(store: Store, order: Order, *, by: Initials) -> Changes:
    """Note a paper on file: what it limits, whom, until when, who read it.

    Raises:
        DeskError: ``order_nobody`` and ``order_nothing`` (it limits nobody, or somebody in
            nothing), ``order_dates``, ``order_passage`` (taking away records rights needs the
            sentence that says so), ``nine_digits``.
    """
    order = replace(order, court=kept_words(order.court), passage=kept_words(order.passage))
    if order.limits and order.limited_party is None:
        raise DeskError("order_nobody", "The paper limits nobody yet.", "Choose whom it limits.")
    if order.limited_party is not None and not order.limits:
        raise DeskError(
            "order_nothing",
            "Nothing is ticked of what the paper says about this person.",
            "Tick what it says, or choose that it limits nobody.",
        )
    if order.dated_on and order.until_on and order.until_on < order.dated_on:
        raise DeskError("order_dates", "The paper ends before it begins.", "Correct the dates.")
    if "records" in order.limits and not order.passage.strip():
        raise DeskError(
            "order_passage",
            "Nothing is written of what the paper says about records.",
            "Write the sentence that takes this right away; without one, the right stays.",
        )
    event = Event(
        kind="order.noted",
        student=order.student,
        facts={"order": order.id, "kind": order.kind, "limits": sorted(order.limits)},
    )
    with store.change(event, by=by) as change:
        families.add_order(change, order)
    return Changes.of_student(order.student)


def end_order(
    store: Store, student: StudentId, order: OrderId, *, today: date, by: Initials
) -> Changes:
    """A paper no longer binds from today; it stays in the list. One that ended stays as it is."""
    ended = {one.id for one in students.orders(store, student) if one.ended_on is not None}
    if order in ended:
        return Changes.of_student(student)
    event = Event(kind="order.ended", student=student, facts={"order": order})
    with store.change(event, by=by) as change:
        families.end_order(change, order, today.isoformat())
    return Changes.of_student(student)
