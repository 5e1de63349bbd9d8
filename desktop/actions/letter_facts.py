"""All a letter can be filled from: the case, the school, who it goes to, a language's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import msgspec

from desktop.errors import DeskError
from desktop.records.age import turns_18_on
from desktop.records.case import Case
from desktop.records.confidential import hidden_from, shows
from desktop.records.disclosure import Bases, Disclosure
from desktop.records.ids import PartyId, new_id
from desktop.records.order import Limit, Order
from desktop.records.party import Party, Relationship
from desktop.records.person import Initials
from desktop.records.release import Reasons
from desktop.records.request import Right
from desktop.records.rights import RightRule
from desktop.records.school import School
from desktop.records.student import Student
from desktop.records.toml_file import read_toml
from desktop.store import students
from desktop.store.store import Store

_CARES = frozenset(Relationship) - {
    Relationship.SELF,
    Relationship.STEPPARENT,
    Relationship.GRANDPARENT,
    Relationship.REPRESENTATIVE,
    Relationship.OTHER,
}


class Phrases(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of one language for places the office left empty, and titles of codes.

    ``asked`` says what a right asks for, ``reason`` why something is not given, ``exclusion`` what
    a thing that is no education record is, then one sentence for each question its reason asks;
    ``option`` is what was chosen in a field of a step. A letter that still has a place opening with
    ``to_write`` is not finished.
    """

    front_office: str
    someone: str
    the_records: str
    pages_of: str
    to_write: str
    paper: str
    mail_subject: str
    mail_text: str
    asked: dict[str, str]
    order: dict[str, str]
    record_kind: dict[str, str]
    reason: dict[str, str]
    exclusion: dict[str, tuple[str, ...]]
    language: dict[str, str]
    option: dict[str, dict[str, str]]


def load_phrases(folder: Path, language: str) -> Phrases:
    """The phrases of ``language``.

    Raises:
        ResourceError: the file is damaged or not there.
    """
    return read_toml(folder / language / "phrases.toml", Phrases)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What a letter is filled from.

    ``taken_by`` is the name of who took the request, ``recipient`` who the letter goes to,
    ``details`` what the steps of the case wrote down, and those of the request it came from.
    ``places`` are the office's, with who keeps each, ``bases`` why records may go to others,
    ``reasons`` why something is not given. ``hidden`` is what a paper on file keeps from
    the person written to: no value holds it.
    """

    case: Case
    school: School
    right: RightRule | None
    recipient: Party
    taken_by: str
    phrases: Phrases
    today: date
    details: Mapping[str, str]
    places: Sequence[tuple[str, str]]
    disclosures: Sequence[Disclosure]
    bases: Bases
    reasons: Reasons
    hidden: frozenset[str] = frozenset()


def hidden_in(case: Case, school: School, recipient: Party, today: date) -> frozenset[str]:
    """What a paper on file keeps from the person a letter of this case goes to.

    A lawyer or representative is taken to act for the person a paper limits, unless a consent on
    file says for whom they act. Whom the asker's own consent names is told no more than the asker.
    """
    known = {case.requester.id, *(one.party.id for one in case.on_file)}
    asker = (
        frozenset[str]()
        if recipient.id in known
        else hidden_in(case, school, case.requester, today)
    )
    return asker | hidden_from(
        case.orders,
        case.on_file,
        recipient,
        school,
        today,
        relationship=_stands_as(case, recipient),
        consents=case.consents,
    )


def _stands_as(case: Case, recipient: Party) -> Relationship:
    """How somebody stands to the student: as they asked, else as the student's page says."""
    if recipient.id == case.requester.id:
        return case.request.relationship
    on_file = (one.relationship for one in case.on_file if one.party.id == recipient.id)
    return next(on_file, Relationship.OTHER)


def contact_name(school: School, phrases: Phrases) -> str:
    """Whom to ask for."""
    return school.records_contact or school.principal or phrases.front_office


def contact_phone(school: School) -> str:
    """Where to reach them; where nothing is known "Call the front office at Lincoln School"."""
    return school.phone or school.email or school.name


def place_to_bring(school: School, phrases: Phrases) -> str:
    """Where a paper is brought or somebody comes to."""
    return ", ".join((phrases.front_office, *school.address.lines()))


def recipient_lines(
    case: Case, recipient: Party | None = None, hidden: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """The address block: the name, then the answer-to address of this request or the one on file.

    ``recipient`` is the requester where none is given. An address given with this request is used
    for letters to its requester only, never put on file. One that holds something ``hidden`` is
    left out whole: half an address would still send it there.
    """
    party = recipient or case.requester
    names = tuple(line for line in (party.name, party.organization) if line)
    reply = case.reply_address if party.id == case.requester.id else ""
    typed = tuple(line.strip() for line in reply.splitlines() if line.strip())
    lines = typed or party.address.lines()
    return names if shows(" ".join(lines), hidden) else names + lines


def recipient_of(store: Store, case: Case, recipient: PartyId) -> Party:
    """Who a letter goes to."""
    if recipient == case.requester.id:
        return case.requester
    return students.party(store, recipient)


def receiver_recipient(store: Store, case: Case, template: str, by: Initials) -> Party:
    """Who gets the records: whoever asked for them, or whom the family's consent names.

    Somebody named there is not on file; a party of that name is made, once for each letter that
    goes with the records.

    Raises:
        DeskError: ``no_receiver``: no step has written down yet who gets them.
    """
    if case.request.right is not Right.CONSENT:
        return case.requester
    named = case.details.get("consent_recipient", "")
    if not named:
        raise DeskError(
            "no_receiver",
            "This letter goes to whoever gets the records, and nobody is named yet.",
            "Do the step that writes down what the consent says first.",
        )
    written = (one.recipient for one in case.letters if one.template == template)
    before = (recipient_of(store, case, one) for one in written)
    new = Party(id=PartyId(new_id(by.at)), name=named)
    return next((party for party in before if party.name == named), new)


def family_recipient(store: Store, case: Case, written: frozenset[PartyId], today: date) -> Party:
    """Who of the student's family a notice goes to: the next one who has none yet.

    Each parent has the right to it (34 CFR 99.4), so each gets a letter of their own; the student
    alone does from 18 (99.5). Somebody whose right to records a paper took away gets none.

    Raises:
        DeskError: ``no_family``: nobody on the student's page may be written to.
    """
    able = rights_holders(store, case.student, case.orders, today)
    if not able:
        raise DeskError(
            "no_family",
            "This letter goes to the family, and nobody of it is on the student's page.",
            "Add a parent there, or the student from 18 on, and write the letter again.",
        )
    return next((party for party in able if party.id not in written), able[0])


def rights_holders(
    store: Store, student: Student, orders: Iterable[Order], today: date
) -> list[Party]:
    """Who of the family holds the rights: each parent, or from 18 the student alone.

    Somebody whose right to records a paper took away does not (34 CFR 99.4, 99.5).
    """
    adult = student.born_on is not None and turns_18_on(student.born_on) <= today
    wanted = frozenset({Relationship.SELF}) if adult else _CARES
    limited = {
        order.limited_party
        for order in orders
        if Limit.RECORDS in order.limits and order.in_force(today)
    }
    on_file = students.guardians(store, student.id)
    return [
        one.party for one in on_file if one.relationship in wanted and one.party.id not in limited
    ]
