"""A roster plan beside what is on file: who is new, who changed and how, who is the same.

Nothing is ever taken away by a file. A student or parent who is missing from it stays (a former
student still counts, 34 CFR 99.3, and a roster is no evidence that a parent lost a right); what the
file leaves blank keeps its value. Students typed in by hand, or once imported from another system,
are recognized by local number or by name and birth date, so that nobody is doubled.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from desktop.records.ids import PartyId, StudentId
from desktop.records.names import fold
from desktop.records.party import Guardian, Party, Relationship
from desktop.records.roster import RosterGuardian, RosterLink, RosterPlan, RosterStudent
from desktop.records.student import Enrollment, Student


@dataclass(frozen=True, slots=True, kw_only=True)
class StudentUpdate:
    """A student on file whom the roster describes differently.

    ``after`` is ready to be saved. ``fields`` names what differs, for the preview and the journal.
    """

    before: Student
    after: Student
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyUpdate:
    """A parent or guardian on file whom the roster describes differently."""

    before: Party
    after: Party
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RosterChanges:
    """What applying a plan would do. ``missing_from_file`` students stay as they are.

    ``student_ids`` and ``party_ids`` give the ids of those on file by the plan's roster keys, so
    that ``links`` (new, or with a relationship the file knows better) can be written. ``same_name``
    are new students who share a folded name with one on file and nothing that settles it: the
    office may have typed them in by hand.
    """

    new: tuple[RosterStudent, ...] = ()
    updated: tuple[StudentUpdate, ...] = ()
    unchanged: int = 0
    missing_from_file: int = 0
    new_guardians: tuple[RosterGuardian, ...] = ()
    updated_guardians: tuple[PartyUpdate, ...] = ()
    unchanged_guardians: int = 0
    links: tuple[RosterLink, ...] = ()
    student_ids: Mapping[str, StudentId]
    party_ids: Mapping[str, PartyId]
    same_name: tuple[tuple[str, StudentId], ...] = ()


def changes(
    plan: RosterPlan,
    students: Iterable[Student],
    guardians: Iterable[Guardian] = (),
    others: Iterable[Party] = (),
) -> RosterChanges:
    """Compare ``plan`` with everybody on file.

    Args:
        plan: what the file brings; its faults do not matter here.
        students: all students on file.
        guardians: all parties on file for them.
        others: further parties with a roster key, on file for nobody now.
    """
    on_file = tuple(students)
    families = tuple(guardians)
    student_ids = _match_students(plan.students, on_file)
    matched = frozenset(student_ids.values())
    student_ids |= {one.roster_key: one.id for one in on_file if one.roster_key}
    parties = {guardian.party.id: guardian.party for guardian in families}
    parties |= {party.id: party for party in others}
    party_ids = _match_parties(plan, student_ids, families, parties.values())
    told = _updates(plan.students, student_ids, {one.id: one for one in on_file}, _student_update)
    parties_told = _updates(plan.guardians, party_ids, parties, _party_update)
    new = tuple(one for one in plan.students if one.roster_key not in student_ids)
    links = tuple(_links(plan, student_ids, party_ids, families))
    linked = {link.guardian for link in links} - party_ids.keys()
    return RosterChanges(
        new=new,
        updated=tuple(one for one in told if one.fields),
        unchanged=sum(not one.fields for one in told),
        missing_from_file=_missing(on_file, matched) if plan.complete else 0,
        new_guardians=tuple(one for one in plan.guardians if one.roster_key in linked),
        updated_guardians=tuple(one for one in parties_told if one.fields),
        unchanged_guardians=sum(not one.fields for one in parties_told),
        links=links,
        student_ids=student_ids,
        party_ids=party_ids,
        same_name=tuple(_same_names(new, (one for one in on_file if one.id not in matched))),
    )


class _Keyed(Protocol):
    @property
    def roster_key(self) -> str: ...


Told = TypeVar("Told", bound=_Keyed)
Id = TypeVar("Id")
Known = TypeVar("Known")
Update = TypeVar("Update")


def _updates(
    told: Iterable[Told],
    ids: Mapping[str, Id],
    known: Mapping[Id, Known],
    update: Callable[[Known, Told], Update],
) -> list[Update]:
    """Each of those on file beside what the file says of them."""
    return [update(known[ids[one.roster_key]], one) for one in told if one.roster_key in ids]


def _match_students(
    told: Sequence[RosterStudent], on_file: Sequence[Student]
) -> dict[str, StudentId]:
    """Students on file by the key the plan knows them under; each is taken once."""
    found: dict[str, StudentId] = {}
    by_key = {one.roster_key: one.id for one in on_file if one.roster_key}
    for one in told:
        if one.roster_key in by_key:
            found[one.roster_key] = by_key[one.roster_key]
    for mark_of in (_number_mark, _name_mark):
        taken = set(found.values())
        free = _unique(mark_of, (one for one in on_file if one.id not in taken))
        open_ones = _unique(mark_of, (one for one in told if one.roster_key not in found))
        for mark, one in open_ones.items():
            student = free.get(mark)
            if student is not None and _may_be_same(student, one):
                found[one.roster_key] = student.id
    return found


Described = TypeVar("Described", Student, RosterStudent)
Mark = tuple[object, ...]


def _number_mark(one: Student | RosterStudent) -> Mark | None:
    return (one.local_number.casefold(),) if one.local_number else None


def _name_mark(one: Student | RosterStudent) -> Mark | None:
    return (fold(one.full_name()), one.born_on) if one.born_on else None


def _unique(
    mark_of: Callable[[Student | RosterStudent], Mark | None], ones: Iterable[Described]
) -> dict[Mark, Described]:
    """Those whose mark nobody else bears."""
    by_mark: dict[Mark, list[Described]] = defaultdict(list)
    for one in ones:
        mark = mark_of(one)
        if mark is not None:
            by_mark[mark].append(one)
    return {mark: bearers[0] for mark, bearers in by_mark.items() if len(bearers) == 1}


def _may_be_same(student: Student, told: RosterStudent) -> bool:
    """Whether nothing speaks against it and a name speaks for it."""
    if _differ(student.born_on, told.born_on) or _differ(student.local_number, told.local_number):
        return False
    mine = {fold(student.given), fold(student.family)} - {""}
    return bool(mine & {fold(told.given), fold(told.family)})


def _differ(known: object, told: object) -> bool:
    return bool(known) and bool(told) and known != told


def _student_update(before: Student, told: RosterStudent) -> StudentUpdate:
    news = {name: value for name, value in _said(told).items() if getattr(before, name) != value}
    known = {fold(name) for name in before.other_names}
    more = tuple(name for name in told.other_names if fold(name) not in known)
    if more:
        news["other_names"] = before.other_names + more
    return StudentUpdate(before=before, after=replace(before, **news), fields=tuple(news))


def _said(told: RosterStudent) -> dict[str, Any]:
    """What the file says. The IDEA flag is only ever raised: it holds for the formerly eligible."""
    texts = {
        "middle": told.middle,
        "preferred": told.preferred,
        "born_on": told.born_on,
        "grade": told.grade,
        "school_name": told.school_name,
        "local_number": told.local_number,
        "enrollment": told.enrollment,
        "special_education": told.special_education,
        "home_language": told.home_language,
        "roster_key": told.roster_key,
    }
    # A single-name student has one of the two blank: together they are the name.
    name = {"given": told.given, "family": told.family}
    return name | {field: value for field, value in texts.items() if value}


def _match_parties(
    plan: RosterPlan,
    student_ids: Mapping[str, StudentId],
    families: Sequence[Guardian],
    parties: Iterable[Party],
) -> dict[str, PartyId]:
    """Parties on file by roster key; else the same student's guardian of the same name."""
    found = {party.roster_key: party.id for party in parties if party.roster_key}
    taken = {found[one.roster_key] for one in plan.guardians if one.roster_key in found}
    names = {
        one.roster_key: fold(one.name) for one in plan.guardians if one.roster_key not in found
    }
    if not names:
        return found
    by_name = {(one.student, fold(one.party.name)): one.party.id for one in families}
    for link in plan.links:
        student, name = student_ids.get(link.student), names.get(link.guardian)
        party = by_name.get((student, name)) if student and name else None
        if party is not None and party not in taken and link.guardian not in found:
            found[link.guardian] = party
            taken.add(party)
    return found


def _party_update(before: Party, told: RosterGuardian) -> PartyUpdate:
    said = {
        "name": told.name,
        "phone": told.phone,
        "email": told.email,
        "address": told.address if told.address.lines() else None,
        "language": told.language,
        "roster_key": told.roster_key,
    }
    news: dict[str, Any] = {
        name: value for name, value in said.items() if value and getattr(before, name) != value
    }
    return PartyUpdate(before=before, after=replace(before, **news), fields=tuple(news))


_UNSPECIFIC = frozenset({Relationship.PARENT, Relationship.GUARDIAN, Relationship.OTHER})


def _links(
    plan: RosterPlan,
    student_ids: Mapping[str, StudentId],
    party_ids: Mapping[str, PartyId],
    families: Sequence[Guardian],
) -> Iterator[RosterLink]:
    """The links to be written: new ones, and those where the file is the first to be specific.

    What the office knows better ("foster parent") is not overruled by a file.
    """
    on_file = {(one.student, one.party.id): one.relationship for one in families}
    students = student_ids.keys() | {one.roster_key for one in plan.students}
    guardians = party_ids.keys() | {one.roster_key for one in plan.guardians}
    for link in plan.links:
        if link.student in students and link.guardian in guardians:
            student, party = student_ids.get(link.student), party_ids.get(link.guardian)
            known = on_file.get((student, party)) if student and party else None
            if known is None or _more_specific(link.relationship, known):
                yield link


def _more_specific(told: Relationship, known: Relationship) -> bool:
    return told != known and known in _UNSPECIFIC and told is not Relationship.OTHER


def _missing(on_file: Sequence[Student], matched: frozenset[StudentId]) -> int:
    return sum(one.enrollment is Enrollment.ENROLLED and one.id not in matched for one in on_file)


def _same_names(
    new: Sequence[RosterStudent], unmatched: Iterable[Student]
) -> Iterator[tuple[str, StudentId]]:
    """New students beside those on file who share their name, where no birth date tells."""
    by_name: dict[str, list[Student]] = defaultdict(list)
    for student in unmatched:
        by_name[fold(student.full_name())].append(student)
    for one in new if by_name else ():
        for student in by_name.get(fold(one.full_name()), ()):
            if not _differ(student.born_on, one.born_on):
                yield one.roster_key, student.id
