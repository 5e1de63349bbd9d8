"""Members of staff: who they are, what they may do, and their initials on an entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.records.ids import PersonId


class Role(StrEnum):
    """What a member of staff answers for."""

    FRONT_OFFICE = "front_office"
    REGISTRAR = "registrar"
    PRINCIPAL = "principal"
    ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A member of staff as the records file knows them."""

    id: PersonId
    name: str
    initials: str
    role: Role
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Initials:
    """Who did it and when, as on paper: stands under every change and its event.

    ``at`` carries its zone. It is taken once per action, so the rows and the event of one
    change bear the same moment.
    """

    person: PersonId
    initials: str
    at: datetime


def proposed_initials(name: str) -> str:
    """The first letters of the first and the last word of a name: "Jo Ann Reyes" becomes "JR"."""
    letters = [word[0] for word in name.split() if word[0].isalpha()]
    return "".join(letters[:1] + letters[1:][-1:]).upper()
