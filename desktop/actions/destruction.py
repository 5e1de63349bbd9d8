"""Telling a family that special education records are no longer needed, before any is destroyed.

34 CFR 300.624(a): the parents are told; (b) they may ask to have them destroyed. From 18 on the
student is (300.625). That they were told stands in the history of the request.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from desktop.actions.changes import Changes
from desktop.actions.days import school_page
from desktop.actions.letter import Writing
from desktop.actions.letter_facts import contact_name, contact_phone, load_phrases, rights_holders
from desktop.errors import DeskError
from desktop.paths import resources
from desktop.records.confidential import hidden_from, shows
from desktop.records.ids import StudentId
from desktop.records.party import Party
from desktop.records.person import Initials
from desktop.records.retention import Keep, OldFile, why_kept
from desktop.records.school import School
from desktop.records.student import Student
from desktop.store import students
from desktop.store.journal import Event
from desktop.store.retention import TOLD
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.page import Page

NOTICE = "destruction_notice"
"""The paper that tells it."""


def to_tell(files: Iterable[OldFile], *, years: int, today: date) -> tuple[OldFile, ...]:
    """The files that only wait for the family to be told."""
    return tuple(one for one in files if why_kept(one, years=years, today=today) is Keep.NOT_TOLD)


def notices(
    store: Store, files: Sequence[OldFile], *, destroy_on: date, desk: Writing, practice: bool
) -> tuple[Page, ...]:
    """The notices about ``files``: for each student, one to each who holds the rights.

    They are in the language of whom they go to, with the address.

    Raises:
        DeskError: ``no_family``: nobody may be written to; ``destroy_early``: the day is not to
            come.
    """
    if destroy_on <= desk.today:
        raise DeskError(
            "destroy_early", "That day leaves the family no time.", "Choose a later one."
        )
    numbers: dict[StudentId, list[str]] = {}
    for file in files:
        numbers.setdefault(file.student_id, []).append(file.number)
    return tuple(
        page
        for student, told in numbers.items()
        for page in _of_student(store, student, told, destroy_on, desk, practice)
    )


def _of_student(
    store: Store,
    student: StudentId,
    numbers: Sequence[str],
    destroy_on: date,
    desk: Writing,
    practice: bool,
) -> tuple[Page, ...]:
    one, orders = students.student(store, student), students.orders(store, student)
    holders = rights_holders(store, one, orders, desk.today)
    if not holders:
        raise DeskError(
            "no_family",
            f"Nobody to tell is on the page of the student of request {numbers[0]}.",
            "Add a parent there, or the student from 18 on.",
        )
    return tuple(
        _notice(store, one, party, numbers, destroy_on, desk, practice) for party in holders
    )


def notices_pdf(
    store: Store, files: Sequence[OldFile], *, destroy_on: date, desk: Writing, practice: bool
) -> bytes:
    """The notices as one PDF.

    Raises:
        DeskError: as ``notices``.
    """
    from desktop.letters.page import draw_all  # noqa: PLC0415  # after first paint

    return draw_all(notices(store, files, destroy_on=destroy_on, desk=desk, practice=practice))


def note_told(store: Store, files: Sequence[OldFile], *, destroy_on: date, by: Initials) -> Changes:
    """The notices left: each file's history says that the family was told, and until when."""
    facts = {"destroy_on": destroy_on.isoformat()}
    with store.change(None, by=by) as change:
        for file in files:
            change.also(Event(kind=TOLD, request=file.id, student=file.student_id, facts=facts))
    return Changes.of_request(*(file.id for file in files))


def _notice(
    store: Store,
    student: Student,
    party: Party,
    numbers: Sequence[str],
    destroy_on: date,
    desk: Writing,
    practice: bool,
) -> Page:
    from desktop.letters.page import Letterhead, Page  # noqa: PLC0415  # after first paint

    school = school_page(store)
    template = desk.templates.get(NOTICE, party.language)
    phrases = load_phrases(resources("letters"), template.language)
    draft = template.fill(
        {
            "recipient": party.name or party.organization,
            "student": student.full_name(),
            "numbers": list(numbers),
            "destroy_on": destroy_on,
            "contact_name": contact_name(school, phrases),
            "contact_phone": contact_phone(school),
            "complaint_line": school.complaint_line,
        }
    )
    return Page(
        letterhead=Letterhead(school=school),
        recipient=tuple(_address(store, student, party, school, desk.today)),
        on=desk.today,
        reference="",
        title=draft.title,
        text=draft.text,
        language=draft.language,
        signer=(school.records_contact or school.principal,),
        practice=practice,
    )


def _address(
    store: Store, student: Student, party: Party, school: School, today: date
) -> Iterator[str]:
    """Name and address; no address that a paper keeps from them."""
    orders, on_file = students.orders(store, student.id), students.guardians(store, student.id)
    hidden = hidden_from(orders, on_file, party, school, today)
    yield from filter(None, (party.name, party.organization))
    lines = party.address.lines()
    if not shows(" ".join(lines), hidden):
        yield from lines
