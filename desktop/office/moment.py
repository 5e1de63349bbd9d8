"""The wall clock. Nothing else in the program asks what day it is."""

from __future__ import annotations

from datetime import UTC, date, datetime

from desktop.records.person import Initials, Person


def today() -> date:
    """The office's date: the local one, since a request received at 5 pm was received today."""
    return datetime.now().astimezone().date()


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


def sign(person: Person) -> Initials:
    """That person's initials under something done now."""
    return Initials(person=person.id, initials=person.initials, at=now())
