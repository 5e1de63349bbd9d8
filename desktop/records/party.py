"""People and bodies that ask for records or receive them, and how they are related."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from desktop.records.ids import PartyId, StudentId
from desktop.records.school import NO_ADDRESS, Address


class Relationship(StrEnum):
    """How the asking person stands to the student, as told or as the roster says.

    "Lives with", "custodial" and "on the pick-up list" are not here on purpose: none of them
    decides whether a parent may see records (34 CFR 99.4).
    """

    MOTHER = "mother"
    FATHER = "father"
    PARENT = "parent"
    GUARDIAN = "guardian"
    FOSTER_PARENT = "foster_parent"
    SURROGATE_PARENT = "surrogate_parent"
    STEPPARENT = "stepparent"
    GRANDPARENT = "grandparent"
    CAREGIVER = "caregiver"
    SELF = "self"
    REPRESENTATIVE = "representative"
    ATTORNEY = "attorney"
    CASEWORKER = "caseworker"
    OTHER_SCHOOL = "other_school"
    AGENCY = "agency"
    RECRUITER = "recruiter"
    OTHER = "other"


_MAIL_ADDRESS = re.compile(r"[!#-'*+/-9=?A-Z^-~.-]{1,64}@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LONGEST_ADDRESS = 254  # RFC 5321


def is_mail_address(text: str) -> bool:
    """Whether ``text`` is one e-mail address and nothing else."""
    return len(text) <= _LONGEST_ADDRESS and _MAIL_ADDRESS.fullmatch(text) is not None


SPEAKS_FOR_A_PARENT = frozenset({Relationship.REPRESENTATIVE, Relationship.ATTORNEY})
"""Those who act for somebody else; what reaches them reaches that person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Someone who asks or receives: a person, or a person writing for a body.

    ``language`` is a BCP 47 code ("en", "es", "vi"); empty when nobody asked.
    """

    id: PartyId
    name: str
    organization: str = ""
    address: Address = NO_ADDRESS
    phone: str = ""
    email: str = ""
    language: str = ""
    roster_key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardian:
    """A party on file for a student, offered first at intake."""

    student: StudentId
    party: Party
    relationship: Relationship
