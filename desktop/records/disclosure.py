"""The record of disclosures: who asked for a student's records or got them, why, and on what basis.

The exceptions stand in ``resources/disclosures/bases.toml``; here is what they mean for an entry
(34 CFR 99.32; 300.614 for special education records).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec

from desktop.errors import ResourceError
from desktop.records.age import turns_18_on
from desktop.records.ids import DisclosureId, ListId, RequestId, StudentId
from desktop.records.party import Relationship
from desktop.records.scope import Scope
from desktop.records.sentence import Sentence, sentence
from desktop.records.student import Student
from desktop.records.toml_file import fault_at, read_toml
from desktop.records.typed_words import LONGEST_NAME, holds_ssn

LONGEST_TEXT = 2_000
_PARENTS = frozenset(
    {
        Relationship.MOTHER,
        Relationship.FATHER,
        Relationship.PARENT,
        Relationship.GUARDIAN,
        Relationship.SURROGATE_PARENT,  # a parent under 34 CFR 300.30(a)(5)
    }
)


class Basis(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One exception under which records may go out; the file says what each column means."""

    id: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z_0-9]*$")]
    title: str
    citation: str
    logged: bool
    idea: bool
    condition: str
    redisclosure: bool
    threat: bool = False
    stopped_by: str = ""
    k12: bool = True


class Removes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The opt-outs that take a student off a list: of ``scope``, about one of ``kinds`` or all."""

    scope: Scope
    kinds: tuple[str, ...] = ()

    def counts(self, kinds: tuple[str, ...]) -> bool:
        """Whether an opt-out of ``kinds`` does; one of no kind is one of everything."""
        return not kinds or not self.kinds or not set(self.kinds).isdisjoint(kinds)


class ListPurpose(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A list of many students that goes out on one basis; the file says what each column means."""

    id: Annotated[str, msgspec.Meta(pattern="^[a-z][a-z_]*$")]
    title: str
    basis: str
    citation: str
    gives: str
    removes: tuple[Removes, ...]
    grades: tuple[str, ...] = ()
    first: tuple[str, ...] = ()
    former: bool = False


class _BasesFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    redisclosure_citation: str
    basis: tuple[Basis, ...]
    list: tuple[ListPurpose, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bases:
    """Every exception and list, in the order it is offered, and the fault of an unread file.

    ``redisclosure_citation`` is the limit on passing records on, which a letter names.
    """

    by_id: Mapping[str, Basis] = field(default_factory=dict)
    lists: Mapping[str, ListPurpose] = field(default_factory=dict)
    redisclosure_citation: str = ""
    faults: tuple[ResourceError, ...] = ()

    def offered(self) -> tuple[Basis, ...]:
        """What a school of today's pupils can choose from."""
        return tuple(basis for basis in self.by_id.values() if basis.k12)

    def title(self, id_: str) -> str:
        """The plain name of one; its id where the file no longer has it."""
        return self.by_id[id_].title if id_ in self.by_id else id_


def load_bases(file: Path) -> Bases:
    """Read the exceptions; a broken file is told in ``faults`` and everything else still works."""
    try:
        read = read_toml(file, _BasesFile)
        by_id = {basis.id: basis for basis in read.basis}
        lists = {one.id: one for one in read.list}
        if len(by_id) != len(read.basis) or len(lists) != len(read.list):
            raise fault_at(file, "basis", "an id stands twice")
        if any(one.basis not in by_id for one in read.list):
            raise fault_at(file, "list.basis", "there is no such basis")
    except ResourceError as fault:
        return Bases(faults=(fault,))
    return Bases(by_id=by_id, lists=lists, redisclosure_citation=read.redisclosure_citation)


class Receiver(StrEnum):
    """Who asks or receives, as 34 CFR 99.32(d) tells them apart."""

    PARENT = "parent"
    ELIGIBLE_STUDENT = "eligible_student"
    MINOR_STUDENT = "minor_student"
    SCHOOL_OFFICIAL = "school_official"
    OTHER = "other"


class Need(StrEnum):
    """Whether an entry must be made, and in which of the two lists it counts."""

    NONE = "none"
    RECORD = "record"
    IDEA_ONLY = "idea_only"


# 34 CFR 99.32(d)(1) and (2); 300.614 exempts the same.
_NEVER = frozenset({Receiver.PARENT, Receiver.ELIGIBLE_STUDENT, Receiver.SCHOOL_OFFICIAL})


def receiver_of(
    relationship: Relationship, student: Student, *, on: date, revoked: bool = False
) -> Receiver:
    """How someone stands to the record on a day.

    A parent is one until the student is 18 (34 CFR 99.5), and not when a paper on file took the
    right away (``revoked``). Who cares for a child without a paper is entered: too much in the
    record does no harm.
    """
    adult = student.born_on is not None and turns_18_on(student.born_on) <= on
    if relationship is Relationship.SELF:
        return Receiver.ELIGIBLE_STUDENT if adult else Receiver.MINOR_STUDENT
    if relationship in _PARENTS and not adult and not revoked:
        return Receiver.PARENT
    return Receiver.OTHER


def entry_needed(basis: Basis, receiver: Receiver, *, special_education: bool) -> Need:
    """Whether a disclosure must be entered.

    Access with consent is not in the record of 34 CFR 99.32 (99.32(d)(3)) but in that of special
    education records, where 300.614 exempts parents and the school's own employees only.
    """
    if receiver in _NEVER:
        return Need.NONE
    if basis.logged:
        return Need.RECORD
    return Need.IDEA_ONLY if basis.idea and special_education else Need.NONE


def refusal_needed(basis: Basis | None, receiver: Receiver) -> Need:
    """Whether a refused request must be entered: 34 CFR 99.32(a)(1) covers each request.

    Those whom 99.32(d) exempts are exempt here too; 300.614 lists only who got access.
    """
    exempt = receiver in _NEVER or (basis is not None and not basis.logged)
    return Need.NONE if exempt else Need.RECORD


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """One entry. It is never edited: a correction is a new entry whose ``corrects`` names the old.

    ``interest`` is the party's legitimate interest, ``records`` what they asked for or got.
    ``idea_only`` entries count in the list of 300.614 alone. ``threat`` and ``recipients`` belong
    to an emergency (99.32(a)(5)); ``further`` names who may pass it on for the school
    (99.32(b)(1)). ``step`` is the step of ``request`` that made it; empty when typed by hand.
    ``list_id`` is the list of many students the student stood on.
    """

    id: DisclosureId
    student: StudentId
    request: RequestId | None = None
    step: str = ""
    party: str
    interest: str
    records: str = ""
    basis: str = ""
    disclosed_on: date
    refused: bool = False
    idea_only: bool = False
    threat: str = ""
    recipients: str = ""
    further: str = ""
    corrects: DisclosureId | None = None
    list_id: ListId | None = None


def faults(entry: Disclosure, bases: Bases, *, today: date) -> dict[str, Sentence]:
    """What an entry lacks or what in it cannot be so, by field; empty when it can be made."""
    return dict(_faults(entry, bases.by_id.get(entry.basis), today))


def _faults(entry: Disclosure, basis: Basis | None, today: date) -> Iterator[tuple[str, Sentence]]:
    if not entry.party:
        yield "party", sentence("disclosure.fault.party")
    if not entry.interest and not entry.refused:
        yield "interest", sentence("disclosure.fault.interest")
    if basis is None and (entry.basis or not entry.refused):
        yield "basis", sentence("disclosure.fault.basis")
    if entry.disclosed_on > today:
        yield "disclosed_on", sentence("disclosure.fault.later")
    if basis is not None and basis.threat and not entry.refused:
        yield from _emergency_faults(entry)
    yield from _text_faults(entry)


def _emergency_faults(entry: Disclosure) -> Iterator[tuple[str, Sentence]]:
    """34 CFR 99.32(a)(5): the threat that was the basis, and the parties it was told to."""
    if not entry.threat:
        yield "threat", sentence("disclosure.fault.threat")
    if not entry.recipients:
        yield "recipients", sentence("disclosure.fault.recipients")


def _text_faults(entry: Disclosure) -> Iterator[tuple[str, Sentence]]:
    if len(entry.party) > LONGEST_NAME:
        yield "party", sentence("disclosure.fault.long", most=LONGEST_NAME)
    for name in ("party", "interest", "records", "threat", "recipients", "further"):
        text = getattr(entry, name)
        if holds_ssn(text):
            yield name, sentence("details.fault.nine_digits")
        elif len(text) > LONGEST_TEXT:
            yield name, sentence("disclosure.fault.long", most=LONGEST_TEXT)
