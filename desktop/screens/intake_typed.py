"""What stands in the fields of the intake form, as plain values: kept as a draft and put back.

Nothing here is checked. Dates are text, as read (ISO) or, where they cannot be read, as typed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import msgspec

from desktop.records.party import Party
from desktop.records.typed_words import without_ssn
from desktop.screens.care_fields import TypedCare
from desktop.screens.date_field import DateField


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedStudent:
    """``student`` is the id of a student on file, 0 for none; ``adding`` opens the new fields."""

    student: int = 0
    search: str = ""
    adding: bool = False
    given: str = ""
    family: str = ""
    born_on: str = ""
    grade: str = ""
    number: str = ""
    special_education: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedRequester:
    """``chosen`` is a choice of the list as text; the rest is what "someone else" holds.

    ``existing`` is the id of a party already in the file, 0 for a new one. ``keep`` is None until
    somebody decided whether to keep the person on file.
    """

    chosen: str = ""
    existing: int = 0
    name: str = ""
    relationship: str = ""
    organization: str = ""
    phone: str = ""
    email: str = ""
    street: str = ""
    city: str = ""
    state: str = ""
    postal_code: str = ""
    keep: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedDetails:
    """What is asked and how it came. Language and special education are None until set by hand."""

    right: str = ""
    cannot_come: bool = False
    channel: str = ""
    received_on: str = ""
    requested_on: str = ""
    words: str = ""
    record_kinds: tuple[str, ...] = ()
    language: str | None = None
    interpreter: bool = False
    special_education: bool | None = None
    iep_meeting: str = ""
    hearing: str = ""
    resolution: str = ""
    survey: str = ""
    comply_by: str = ""
    reply_address: str = ""
    owner: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedIntake:
    """The whole form. ``answered`` are earlier requests of which somebody said "not this one".

    ``care`` answers the questions to somebody who is no parent on paper.
    """

    student: TypedStudent = TypedStudent()
    requester: TypedRequester = TypedRequester()
    details: TypedDetails = TypedDetails()
    care: TypedCare = field(default_factory=TypedCare)
    link_to: int = 0
    answered: tuple[int, ...] = ()


def contact_fields(party: Party) -> dict[str, str]:
    """How to reach a party, as it stands in the fields of "someone else" from left to right."""
    at = party.address
    return {
        "organization": party.organization,
        "phone": party.phone,
        "email": party.email,
        "street": ", ".join(line for line in (at.street, at.street_2) if line),
        "city": at.city,
        "state": at.state,
        "postal_code": at.postal_code,
    }


def to_draft(typed: TypedIntake) -> dict[str, Any]:
    """The fields as plain JSON values; a Social Security number in the words is not kept."""
    words = without_ssn(typed.details.words)
    kept = replace(typed, details=replace(typed.details, words=words))
    fields: dict[str, Any] = msgspec.to_builtins(kept)
    return fields


def from_draft(fields: Mapping[str, Any]) -> TypedIntake | None:
    """The form as it was typed, or None when another version of the program kept it otherwise."""
    try:
        return msgspec.convert(dict(fields), TypedIntake)
    except msgspec.ValidationError:
        return None


def typed_date(field: DateField) -> str:
    """What the field holds: the date in ISO form, or the text that is no date yet."""
    on = field.value()
    return on.isoformat() if on else field.entry.text()


def put_date(field: DateField, typed: str) -> None:
    """Put back what ``typed_date`` gave."""
    field.entry.setText(typed)
    field.entry.textEdited.emit(typed)
    if field.value() is not None:
        field.set_value(field.value())
