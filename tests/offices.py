"""Real offices for tests: an encrypted file in a temporary folder, and valid values to start from.

Every builder makes something valid; a test overrides only what it is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

from desktop.actions.intake import Logged, log_request
from desktop.actions.office import Opened, create_office
from desktop.actions.people import NewPerson
from desktop.actions.steps import do_step
from desktop.office.sealing import KdfCost
from desktop.paths import Home, resources
from desktop.records.defaults import Defaults, load_defaults
from desktop.records.disclosure import load_bases
from desktop.records.ids import PartyId, PersonId, RequestId, StudentId, new_id
from desktop.records.intake import Intake
from desktop.records.law import Law
from desktop.records.party import Party, Relationship
from desktop.records.person import Initials, Person, Role
from desktop.records.release import load_reasons
from desktop.records.request import Access, Channel, Right
from desktop.records.rights import load_rights
from desktop.records.rules import load_rule_books
from desktop.records.school import Address, School
from desktop.records.student import Student
from desktop.store.journal import Event
from desktop.store.office import add_person
from desktop.store.queries import people
from desktop.store.store import Store
from desktop.wording.sentences import Wording, load_wording

PASSPHRASE = "purple lantern over seven bridges"
CODE = "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"
# One guess costs next to nothing here; the real cost is measured in its own test.
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
AT = datetime(2026, 10, 5, 15, 30, tzinfo=UTC)
TODAY = date(2026, 10, 5)  # a Monday


WHOLE: dict[str, Any] = {"choice": "whole", "details": {"other_children": "no"}}
"""How the review step is done where no page names another child."""


@cache
def the_law() -> Law:
    """Every shipped rule book and right."""
    return Law(
        books=load_rule_books(resources("rules")),
        rights=load_rights(resources("rights")),
        bases=load_bases(resources("disclosures", "bases.toml")),
        reasons=load_reasons(resources("release", "reasons.toml")),
    )


@cache
def the_wording() -> Wording:
    """The shipped English sentences."""
    return load_wording("en")


@cache
def the_defaults() -> Defaults:
    """The shipped lists."""
    return load_defaults(resources("office", "defaults.toml"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An open office with its first person, and the law."""

    opened: Opened
    home: Home
    law: Law

    @property
    def store(self) -> Store:
        """The open records file."""
        return self.opened.store

    def sign(self, at: datetime = AT) -> Initials:
        """The first person's initials."""
        person = self.opened.person
        return Initials(person=person.id, initials=person.initials, at=at)

    def principal(self, at: datetime = AT) -> Initials:
        """The principal's initials; they join the staff when first asked for."""
        found = next((one for one in people(self.store) if one.role is Role.PRINCIPAL), None)
        if found is None:
            found = Person(
                id=PersonId(new_id(AT)), name="Dana Whitfield", initials="DW", role=Role.PRINCIPAL
            )
            with self.store.change(Event(kind="person.added"), by=self.sign()) as change:
                add_person(change, found)
        return Initials(person=found.id, initials=found.initials, at=at)

    def review(self, request: RequestId, today: date = TODAY, at: datetime = AT) -> None:
        """Do the review as it is where no page names another child."""
        do_step(self.store, request, "review", law=self.law, today=today, by=self.sign(at), **WHOLE)

    def log(self, today: date = TODAY, **override: Any) -> Logged:
        """Log a request through the real action."""
        return log_request(
            self.store, an_intake(**override), law=self.law, today=today, by=self.sign()
        )


def an_office(folder: Path, **school: Any) -> Office:
    """A new office in ``folder``; Texas by default, a state without a shorter limit of its own."""
    home = Home(folder=folder)
    opened = create_office(
        home,
        a_school(**school),
        NewPerson(name="Jo Reyes", initials="JR", role=Role.REGISTRAR, passphrase=PASSPHRASE),
        places=[shipped.place() for shipped in the_defaults().place],
        at=AT,
        recovery=CODE,
        cost=CHEAP,
    )
    return Office(opened=opened, home=home, law=the_law())


def a_school(**override: Any) -> School:
    """Maple Grove School, in Texas."""
    values: dict[str, Any] = {
        "name": "Maple Grove School",
        "district": "Maple Grove Unified School District",
        "address": Address(
            street="100 Orchard Lane", city="Maple Grove", state="TX", postal_code="75001"
        ),
        "phone": "555-0100",
        "principal": "Dana Whitfield",
        "records_contact": "Jo Reyes",
        "records_contact_title": "Registrar",
        "state": "TX",
        "cents_a_page": 10,
    }
    return School(**{**values, **override})


def a_student(**override: Any) -> Student:
    """Mia Alvarez, grade 4."""
    values: dict[str, Any] = {
        "id": StudentId(new_id(AT)),
        "given": "Mia",
        "family": "Alvarez",
        "born_on": date(2017, 3, 14),
        "grade": "4",
        "local_number": "20417",
    }
    return Student(**{**values, **override})


def a_party(**override: Any) -> Party:
    """Rafael Alvarez, who lives far away."""
    values: dict[str, Any] = {"id": PartyId(new_id(AT)), "name": "Rafael Alvarez"}
    return Party(**{**values, **override})


def an_intake(**override: Any) -> Intake:
    """A father asks by e-mail to see his daughter's records; both are new to the file."""
    values: dict[str, Any] = {
        "student": override.get("student") or a_student(),
        "student_is_new": True,
        "requester": override.get("requester") or a_party(),
        "requester_is_new": True,
        "relationship": Relationship.FATHER,
        "right": Right.INSPECT,
        "access": Access.VISIT,
        "channel": Channel.EMAIL,
        "received_on": TODAY,
        "words": "I would like to see Mia's records.",
    }
    return Intake(**{**values, **override})
