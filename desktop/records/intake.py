"""What is typed when a request is logged, and which of it cannot be so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from desktop.records.care import Care
from desktop.records.clock import Asked
from desktop.records.ids import PersonId, RequestId
from desktop.records.party import Party, Relationship
from desktop.records.request import Access, Channel, EventKind, Right
from desktop.records.sentence import Sentence, sentence
from desktop.records.student import Student
from desktop.records.typed_words import LONGEST_NAME, LONGEST_WORDS, holds_ssn


class Place(StrEnum):
    """The field a fault stands beside."""

    STUDENT = "student"
    REQUESTER = "requester"
    RELATIONSHIP = "relationship"
    RECEIVED_ON = "received_on"
    REQUESTED_ON = "requested_on"
    WORDS = "words"
    EVENT = "event"
    BORN_ON = "born_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that cannot be so: where, and what to say."""

    place: Place
    says: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Intake:
    """One request as typed. A student or party not on file yet is given whole, flagged new.

    ``put_on_file`` keeps a new requester with the student for next time. ``link_to`` is an
    earlier request this one belongs with. ``reply_address`` answers this request only. ``care`` is
    what a requester who is no parent on paper told or showed.
    """

    student: Student
    student_is_new: bool = False
    requester: Party
    requester_is_new: bool = False
    put_on_file: bool = False
    relationship: Relationship
    right: Right
    access: Access
    channel: Channel
    received_on: date
    requested_on: date | None = None
    words: str = ""
    record_kinds: tuple[str, ...] = ()
    language: str = "en"
    interpreter: bool = False
    special_education: bool = False
    events: Mapping[EventKind, date] = field(default_factory=dict)
    reply_address: str = ""
    owner: PersonId | None = None
    link_to: RequestId | None = None
    care: Care | None = None

    def asked(self, state: str) -> Asked:
        """The facts its dates depend on."""
        return Asked(
            right=self.right,
            copies=self.access is Access.COPIES,
            received_on=self.received_on,
            requested_on=self.requested_on,
            in_writing=self.channel.written,
            special_education=self.special_education,
            state=state,
            events=self.events,
        )


def faults(intake: Intake, *, today: date) -> tuple[Fault, ...]:
    """What cannot be so, in the order of the form; empty when the request can be logged."""
    found = (
        *_name_faults(intake),
        *_date_faults(intake, today),
        *_event_faults(intake),
        *_word_faults(intake),
    )
    return tuple(found)


def _name_faults(intake: Intake) -> list[Fault]:
    found = []
    if not intake.student.full_name().strip():
        found.append(Fault(place=Place.STUDENT, says=sentence("intake.fault.no_student")))
    if not (intake.requester.name or intake.requester.organization).strip():
        found.append(Fault(place=Place.REQUESTER, says=sentence("intake.fault.no_requester")))
    asks = (intake.requester.name, intake.requester.organization)
    for place, names in ((Place.STUDENT, intake.student.name_parts()), (Place.REQUESTER, asks)):
        if any(len(name) > LONGEST_NAME for name in names):
            says = sentence("intake.fault.name_long", most=LONGEST_NAME)
            found.append(Fault(place=place, says=says))
    return found


def _date_faults(intake: Intake, today: date) -> list[Fault]:
    found = []
    born_on = intake.student.born_on
    if born_on is not None and born_on > today:
        found.append(Fault(place=Place.BORN_ON, says=sentence("intake.fault.born_later")))
    if intake.received_on > today:
        says = sentence("intake.fault.received_later", received=intake.received_on)
        found.append(Fault(place=Place.RECEIVED_ON, says=says))
    elif born_on is not None and intake.received_on < born_on <= today:
        says = sentence("intake.fault.received_before_birth")
        found.append(Fault(place=Place.RECEIVED_ON, says=says))
    if intake.requested_on and intake.requested_on > intake.received_on:
        says = sentence("intake.fault.requested_later")
        found.append(Fault(place=Place.REQUESTED_ON, says=says))
    return found


def _event_faults(intake: Intake) -> list[Fault]:
    return [
        Fault(place=Place.EVENT, says=sentence("intake.fault.event_before", event=on))
        for on in intake.events.values()
        if on < intake.received_on
    ]


def _word_faults(intake: Intake) -> list[Fault]:
    if holds_ssn(intake.words):
        return [Fault(place=Place.WORDS, says=sentence("intake.fault.nine_digits"))]
    if len(intake.words) > LONGEST_WORDS:
        return [Fault(place=Place.WORDS, says=sentence("intake.fault.words_long"))]
    return []
