"""A list of many students: made, written to a file of numbers, and proven later by its hash.

20 USC 7908 for recruiters; 34 CFR 99.37 for directory information. Who said no is taken out first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desktop.actions.authority import steps_today
from desktop.actions.changes import Changes, Kind
from desktop.actions.open_case import open_case
from desktop.actions.told import Told, Write
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.office.private_file import private_file
from desktop.records.disclosure import Disclosure, ListPurpose, Need, Receiver, entry_needed
from desktop.records.ids import DisclosureId, ListId, RequestId, new_id, new_ids
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.steps import StepRefusedError, check_release
from desktop.records.student_list import ListAsked, Picked, StudentList, pick
from desktop.records.typed_words import LONGEST_NAME
from desktop.store import disclosures, student_lists
from desktop.store.journal import Event, Fact
from desktop.store.store import Store

STEP = "student_list"
"""The step of a request in which its list is given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A list just made, and what changed with it."""

    made: StudentList
    changes: Changes


def preview(store: Store, asked: ListAsked, *, law: Law, today: date) -> Picked:
    """Who would be on the list today; nothing is written.

    Raises:
        DeskError: ``list_purpose``, ``list_grades``.
    """
    purpose = _purpose(asked, law)
    found = student_lists.students_in(
        store, asked.grades, former=asked.former and purpose.former, today=today
    )
    return pick(found, purpose, on=today)


def check_list(store: Store, asked: ListAsked, *, law: Law, today: date) -> None:
    """Refuse what ``make_list`` would refuse, before a file is chosen.

    Raises:
        StepRefusedError: the request's conditions of release are not met.
        DeskError: as ``make_list``, except for the file.
    """
    _checked(store, asked, law, today)


def make_list(
    store: Store, asked: ListAsked, *, path: Path, law: Law, today: date, by: Initials
) -> Made:
    """Write the student numbers to ``path`` and keep what went out: hash, count, whom for, why.

    Where the ground is one that is logged, each student on it has an entry in the record of
    disclosures (34 CFR 99.32(a)); it names the receiver, and nothing here names a student.

    Raises:
        StepRefusedError: the request's conditions of release are not met.
        DeskError: ``list_receiver``, ``list_interest``, ``list_purpose``, ``list_grades``,
            ``list_basis``, ``list_empty``, ``nine_digits``, ``closed``, ``not_saved``. Nothing is
            written then.
    """
    asked, picked = _checked(store, asked, law, today)
    made = StudentList(
        id=ListId(new_id(by.at)),
        asked=asked,
        count=len(picked.students),
        removed=picked.removed,
        sha256=picked.sha256,
        made_on=today,
        made_at=by.at,
        made_by=by.person,
    )
    entries = tuple(_entries(made, picked, law, by))
    with private_file(path, picked.file) as put:
        with store.change(_event(made), by=by) as change:
            student_lists.save_list(change, made)
            for entry in entries:
                disclosures.add_disclosure(change, entry)
        put()  # last: no list leaves that is not in the register
    return Made(made=made, changes=Changes(kinds=frozenset({Kind.REGISTER, Kind.STUDENT})))


def made_again(store: Store, made: ListId, *, law: Law, today: date) -> Picked:
    """The same list as it would be today; its hash tells whether it is the one that went out.

    Raises:
        DeskError: ``list_purpose``: the program no longer knows what it was for.
    """
    return preview(store, student_lists.student_list(store, made).asked, law=law, today=today)


def given_by_step(told: Told) -> Write:
    """The step in which a list is given: one was made for this request.

    Raises:
        StepRefusedError: ``list_missing``.
    """
    made = student_lists.lists_of(told.store, told.case.request.id)
    if not made:
        raise StepRefusedError(
            "list_missing",
            "No list was made for this request yet.",
            "Make it first: More, Make the list.",
        )
    event = told.event("list.given", list=made[-1].id, sha256=made[-1].sha256)
    return lambda change: change.also(event)


def _checked(store: Store, asked: ListAsked, law: Law, today: date) -> tuple[ListAsked, Picked]:
    asked = replace(asked, receiver=kept_words(asked.receiver), interest=kept_words(asked.interest))
    _check_words(asked)
    picked = preview(store, asked, law=law, today=today)
    if asked.request is not None:
        _check_request(store, asked.request, _purpose(asked, law), law, today)
    if not picked.students:
        raise DeskError(
            "list_empty", "Nobody is left on this list.", "Choose other grades, or answer no."
        )
    return asked, picked


def _check_words(asked: ListAsked) -> None:
    if not asked.receiver or len(asked.receiver) > LONGEST_NAME:
        raise DeskError(
            "list_receiver",
            "Who gets the list is missing, or too long.",
            "Write the person and the body.",
        )
    if not asked.interest:
        raise DeskError(
            "list_interest",
            "What they need it for is missing.",
            "Write it as the log will tell it.",
        )


def _purpose(asked: ListAsked, law: Law) -> ListPurpose:
    purpose = law.bases.lists.get(asked.purpose)
    if purpose is None:
        raise DeskError("list_purpose", "What the list is for is missing.", "Choose it.")
    outside = [one for one in asked.grades if purpose.grades and one not in purpose.grades]
    if not asked.grades or outside:
        raise DeskError(
            "list_grades",
            f"A list needs its grades, and only those of {purpose.citation}."
            if outside
            else "No grade is ticked.",
            "Tick the grades they may have.",
        )
    return purpose


def _check_request(
    store: Store, request: RequestId, purpose: ListPurpose, law: Law, today: date
) -> None:
    """A list for a request waits for what every release to that asker waits for."""
    case = open_case(store, request)
    right = law.rights[case.request.right]
    check_release(right, steps_today(case, right, today=today))
    if case.details.get("disclosure_basis") != purpose.basis:
        raise DeskError(
            "list_basis",
            "The request was checked for another ground than this list goes out on.",
            "Choose what was checked, or do the step “Note what allows it” again.",
        )


def _entries(made: StudentList, picked: Picked, law: Law, by: Initials) -> Iterator[Disclosure]:
    purpose = law.bases.lists[made.asked.purpose]
    basis = law.bases.by_id[purpose.basis]
    ids = new_ids(by.at, len(picked.students))
    for one, entry in zip(picked.students, ids, strict=True):
        need = entry_needed(basis, Receiver.OTHER, special_education=one.special_education)
        if need is not Need.NONE:
            yield Disclosure(
                id=DisclosureId(entry),
                student=one.id,
                request=made.asked.request,
                step=STEP if made.asked.request else "",
                party=made.asked.receiver,
                interest=made.asked.interest,
                records=purpose.gives,
                basis=basis.id,
                disclosed_on=made.made_on,
                idea_only=need is Need.IDEA_ONLY,
                list_id=made.id,
            )


def _event(made: StudentList) -> Event:
    """Which list it was, by purpose, count and hash; whom for stands in the register."""
    facts: dict[str, Fact] = {
        "list": made.id,
        "purpose": made.asked.purpose,
        "grades": list(made.asked.grades),
        "count": made.count,
        "removed": {reason.value: str(count) for reason, count in made.removed.items()},
        "sha256": made.sha256,
    }
    return Event(kind="list.made", request=made.asked.request, facts=facts)
