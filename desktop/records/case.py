"""One request with everything the request page shows: people, papers, dates, steps, letters."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from desktop.records.appointment import Appointment
from desktop.records.approval import Approval
from desktop.records.care import Care
from desktop.records.chasing import Asking
from desktop.records.clock import Clocks
from desktop.records.consent import Consent
from desktop.records.ids import (
    LetterId,
    NoteId,
    PartyId,
    PersonId,
    RequestId,
    SourceId,
)
from desktop.records.logged import Request
from desktop.records.order import Order
from desktop.records.party import Guardian, Party
from desktop.records.release import Item
from desktop.records.steps import Step, StepState
from desktop.records.student import Student


class SourceState(StrEnum):
    """How far one place has answered."""

    TO_ASK = "to_ask"
    ASKED = "asked"
    FOUND = "found"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place where records live, as searched for one request. ``pages`` counts sheets found.

    Where ``overwrites`` holds, the place must be asked to keep what it has before it is written
    over (34 CFR 99.10(e)); ``kept_on`` is the day it said that it does. ``vendor``: a company
    keeps the records for the school. ``askings`` are each time somebody was asked, oldest first.
    """

    id: SourceId
    name: str
    keeper: str = ""
    state: SourceState = SourceState.TO_ASK
    asked_on: date | None = None
    answered_on: date | None = None
    pages: int = 0
    note: str = ""
    overwrites: bool = False
    kept_on: date | None = None
    vendor: bool = False
    askings: tuple[Asking, ...] = ()

    @property
    def may_be_lost(self) -> bool:
        """Whether what lies there may be written over before anybody has looked."""
        return self.overwrites and self.kept_on is None and self.answered_on is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fee:
    """The charge for copies: pages times the rate, and postage.

    There is no place for search, retrieval or redaction (34 CFR 99.11(b)); a fee that keeps the
    family from the records is waived (99.11(a)). Amounts are US cents.
    """

    pages: int = 0
    cents_a_page: int = 0
    postage_cents: int = 0
    waived: bool = False
    waiver_reason: str = ""

    @property
    def copy_cents(self) -> int:
        """Pages times the rate, before any waiver."""
        return self.pages * self.cents_a_page

    @property
    def total_cents(self) -> int:
        """What is asked of the family: nothing when waived."""
        return 0 if self.waived else self.copy_cents + self.postage_cents


class LetterState(StrEnum):
    """Where a letter stands. A finished letter never changes; a correction is a new letter."""

    DRAFT = "draft"
    FINISHED = "finished"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sending:
    """One time a finished letter was printed, saved or left the office; ``how`` is a code."""

    how: str
    on: date
    by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedWords:
    """Words that are mostly wrong in a letter and stay in this one, and why."""

    rule: str
    words: str
    reason: str
    by: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class FacingText:
    """The same letter in a second language, which takes turns with the first on the paper's sides.

    ``office_version`` is that of the wording in this language, as of the letter itself.
    """

    language: str
    title: str
    text: str
    office_version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterWish:
    """How somebody reads letters best: in large print, and in which second language as well."""

    large_print: bool = False
    facing: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter as kept: who it goes to, final text, and once finished its PDF's hash.

    ``office_version`` counts the office's own wordings of its template; 0 is the wording as
    shipped, whose number ``template_version`` is. ``sent_how`` is a code: how it left, or was last
    printed or saved while it has not. ``sendings`` has every time, oldest first. ``large_print``
    sets it in 18 points.
    """

    id: LetterId
    recipient: PartyId
    template: str
    template_version: str
    language: str
    title: str
    text: str
    state: LetterState
    sha256: str = ""
    drafted_at: datetime
    finished_at: datetime | None = None
    sent_how: str = ""
    sent_on: date | None = None
    office_version: int = 0
    finished_by: PersonId | None = None
    sendings: tuple[Sending, ...] = ()
    allowed: tuple[AllowedWords, ...] = ()
    large_print: bool = False
    facing: FacingText | None = None

    @property
    def texts(self) -> tuple[str, ...]:
        """Titles and texts of every side."""
        second = (self.facing.title, self.facing.text) if self.facing else ()
        return (self.title, self.text, *second)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A sentence somebody in the office wrote on the request."""

    id: NoteId
    text: str
    person: PersonId
    written_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Everything about one request, read in one go.

    ``reply_address`` is the address or e-mail this request gave for its answer; it is used for
    this request's letters only and never written over the household. ``related`` are requests it
    is linked with. ``details`` is what its steps wrote down, by the field's id. ``items`` is what
    was answered, record by record, ``approvals`` what the principal was asked. ``care`` is what
    the requester told or showed where they are no parent on paper; ``on_file`` are the people and
    ``consents`` the consents on file for the student.
    """

    request: Request
    student: Student
    requester: Party
    orders: tuple[Order, ...]
    clocks: Clocks
    steps: tuple[Step, ...]
    sources: tuple[Source, ...]
    appointments: tuple[Appointment, ...]
    fee: Fee | None
    letters: tuple[Letter, ...]
    notes: tuple[Note, ...]
    reply_address: str = ""
    related: tuple[RequestId, ...] = ()
    details: Mapping[str, str] = field(default_factory=dict)
    items: tuple[Item, ...] = ()
    approvals: tuple[Approval, ...] = ()
    care: Care | None = None
    on_file: tuple[Guardian, ...] = ()
    consents: tuple[Consent, ...] = ()

    @property
    def done(self) -> frozenset[str]:
        """The steps that are done, for limits that end with one."""
        return frozenset(step.code for step in self.steps if step.state is StepState.DONE)

    @property
    def chosen(self) -> Mapping[str, str]:
        """What was answered: the choice by the step's code, the value by the field's id."""
        choices = {step.code: step.choice for step in self.steps if step.choice}
        return {**self.details, **choices}
