"""Consents: what makes one whole, and whether the office may still rely on it.

To disclose: 34 CFR 99.30; 300.9(c) for revocation. Past disclosures stand whatever happens to the
consent. To take part in a survey: 20 USC 1232h(b); it lets nobody see records.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.records.age import turns_18_on
from desktop.records.ids import ConsentId, RequestId, StudentId
from desktop.records.names import fold
from desktop.records.student import Student


class Capacity(StrEnum):
    """As who the signer signed."""

    PARENT = "parent"
    STUDENT = "student"


class ConsentKind(StrEnum):
    """What was agreed to."""

    DISCLOSURE = "disclosure"
    SURVEY = "survey"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """A signed consent. ``recipient`` may be a class of parties, such as "colleges he applies to".

    For a survey ``records`` is which survey, and ``recipient`` and ``purpose`` are empty.
    ``until_on`` is the last day it says itself; the rule asks for none. ``revoked_on`` is the day
    it was taken back.
    """

    id: ConsentId
    student: StudentId
    request: RequestId | None = None
    kind: ConsentKind = ConsentKind.DISCLOSURE
    signer: str
    signed_as: Capacity | None
    recipient: str = ""
    purpose: str = ""
    records: str
    signed_on: date | None
    until_on: date | None = None
    revoked_on: date | None = None


class Element(StrEnum):
    """What 34 CFR 99.30 asks a consent to have."""

    SIGNER = "signer"
    CAPACITY = "capacity"
    SIGNED_ON = "signed_on"
    RECORDS = "records"
    PURPOSE = "purpose"
    RECIPIENT = "recipient"


# 20 USC 1232h(b) asks for prior written consent and names no elements of its own.
_OF_A_SURVEY = frozenset({Element.SIGNER, Element.CAPACITY, Element.SIGNED_ON, Element.RECORDS})


class Standing(StrEnum):
    """Whether the office may rely on a consent, and if not, why."""

    VALID = "valid"
    INCOMPLETE = "incomplete"
    REVOKED = "revoked"
    NOT_YET = "not_yet"
    OVER = "over"
    STUDENT_IS_18 = "student_is_18"
    SIGNED_UNDER_18 = "signed_under_18"


def missing(consent: Consent) -> tuple[Element, ...]:
    """The elements a consent lacks; it is none until it has all (R-7.1)."""
    has = {
        Element.SIGNER: consent.signer.strip(),
        Element.CAPACITY: consent.signed_as,
        Element.SIGNED_ON: consent.signed_on,
        Element.RECORDS: consent.records.strip(),
        Element.PURPOSE: consent.purpose.strip(),
        Element.RECIPIENT: consent.recipient.strip(),
    }
    asked = _OF_A_SURVEY if consent.kind is ConsentKind.SURVEY else has
    return tuple(element for element, value in has.items() if element in asked and not value)


def standing(consent: Consent, student: Student, *, on: date) -> Standing:
    """Whether the office may rely on ``consent`` on a day.

    A revocation is not backwards: the days before it keep their answer (300.9(c)(3)). A parent's
    consent ends at 18, when consent is the student's to give (R-7.2; 34 CFR 99.5(a)(1)).
    """
    return next(_against(consent, student, on), Standing.VALID)


def _against(consent: Consent, student: Student, on: date) -> Iterator[Standing]:
    if missing(consent) or consent.signed_on is None:
        yield Standing.INCOMPLETE
        return
    if consent.revoked_on is not None and on >= consent.revoked_on:
        yield Standing.REVOKED
    if on < consent.signed_on:
        yield Standing.NOT_YET
    if consent.until_on is not None and on > consent.until_on:
        yield Standing.OVER
    yield from _age_against(consent, student, on)


def _age_against(consent: Consent, student: Student, on: date) -> Iterator[Standing]:
    adult_on = turns_18_on(student.born_on) if student.born_on else None
    if consent.signed_as is Capacity.PARENT and adult_on is not None and on >= adult_on:
        yield Standing.STUDENT_IS_18
    if consent.kind is ConsentKind.SURVEY:
        return  # 20 USC 1232h(c)(5)(B): an emancipated student signs before 18
    # College classes before 18 leave this school's own records to the parents.
    if consent.signed_as is Capacity.STUDENT and _before(consent.signed_on, adult_on):
        yield Standing.SIGNED_UNDER_18


def _before(signed_on: date | None, adult_on: date | None) -> bool:
    return signed_on is not None and adult_on is not None and signed_on < adult_on


def meant_by(consent: Consent, recipient: str) -> bool:
    """Whether a revocation for ``recipient`` is about this consent; for nobody named, about any."""
    named, given = fold(recipient).split(), fold(consent.recipient).split()
    return not named or set(named) <= set(given) or set(given) <= set(named)
