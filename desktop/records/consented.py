"""Whether somebody asks under a consent the office may rely on, and whose it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from desktop.records.asker import Holder
from desktop.records.consent import Capacity, Consent, ConsentKind, Standing, standing
from desktop.records.names import fold
from desktop.records.party import Party
from desktop.records.student import Student

_HOLDERS = {Capacity.PARENT: Holder.PARENTS, Capacity.STUDENT: Holder.STUDENT}


def consented_by(
    consents: Iterable[Consent], student: Student, party: Party, *, on: date
) -> Holder | None:
    """Who consented that ``party`` sees records, by a consent that stands on ``on``.

    A consent for a class of parties ("colleges he applies to") names nobody; whether it fits is
    for a person to say. The student's own comes first: it is the one that counts from 18 on.
    """
    found = {
        _HOLDERS[one.signed_as]
        for one in consents
        if one.kind is ConsentKind.DISCLOSURE
        and one.signed_as is not None
        and standing(one, student, on=on) is Standing.VALID
        and names(one, party)
    }
    return next((holder for holder in (Holder.STUDENT, Holder.PARENTS) if holder in found), None)


def names(consent: Consent, party: Party) -> bool:
    """Whether the recipient is this person, or the body they write for, by every word of it."""
    recipient = set(fold(consent.recipient).split())
    asked = [set(fold(name).split()) for name in (party.name, party.organization)]
    return any(words and words <= recipient for words in asked)
