"""Consents: kept by a step when every element is there, revoked, taken back.

34 CFR 99.30; 300.9(c). R-7.1: a consent lacking an element is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.ending import check_end
from desktop.actions.told import Told, Write, with_event
from desktop.records.consent import Capacity, Consent, Element, meant_by, missing
from desktop.records.ids import ConsentId, RequestId, new_id
from desktop.records.party import Relationship
from desktop.records.person import Initials
from desktop.records.sentence import sentence
from desktop.records.steps import StepRefusedError
from desktop.store import consents
from desktop.store.journal import Event
from desktop.store.store import Change, Store

_ELEMENT_FIELD = {
    Element.SIGNER: "consent_signer",
    Element.CAPACITY: "consent_capacity",
    Element.SIGNED_ON: "consent_signed_on",
    Element.RECORDS: "consent_records",
    Element.PURPOSE: "consent_purpose",
    Element.RECIPIENT: "consent_recipient",
}


def keep_by_step(told: Told) -> Write:
    """The consent a step wrote down.

    Raises:
        StepRefusedError: ``fields``: it lacks an element.
    """
    request = told.case.request
    before = consents.consent_of_request(told.store, request.id)
    one = Consent(
        id=before.id if before else ConsentId(new_id(told.by.at)),
        student=request.student,
        request=request.id,
        signer=_signer(told),
        signed_as=_signed_as(told),
        recipient=told.said("consent_recipient"),
        purpose=told.said("consent_purpose"),
        records=told.said("consent_records"),
        signed_on=told.day("consent_signed_on"),
        until_on=told.day("consent_until_on"),
    )
    _check_consent(one, told.today)
    event = told.event("consent.kept", consent=one.id)
    return with_event(lambda change: consents.save_consent(change, one), event)


def _signer(told: Told) -> str:
    """Who signed: the name as typed, or the requester's where none is asked for."""
    requester = told.case.requester
    return told.details.get("consent_signer", "") or requester.name or requester.organization


def _signed_as(told: Told) -> Capacity | None:
    """As who: what was chosen, or how the requester stands to the student."""
    chosen = told.details.get("consent_capacity", "")
    if chosen:
        return Capacity.PARENT if chosen == Capacity.PARENT else Capacity.STUDENT
    by_student = told.case.request.relationship is Relationship.SELF
    return Capacity.STUDENT if by_student else Capacity.PARENT


def _check_consent(consent: Consent, today: date) -> None:
    """R-7.1: without every element of 34 CFR 99.30 there is no consent.

    Raises:
        StepRefusedError: ``fields``.
    """
    lacks = {
        _ELEMENT_FIELD[element]: sentence(f"consent.lacks.{element}")
        for element in missing(consent)
    }
    if consent.signed_on is not None and consent.signed_on > today:
        lacks["consent_signed_on"] = sentence("consent.signed_later")
    if consent.until_on and consent.signed_on and consent.until_on < consent.signed_on:
        lacks["consent_until_on"] = sentence("consent.until_before")
    if lacks:
        raise StepRefusedError(
            "fields", "Without this it is not a consent.", "See the marked fields.", lacks
        )


def revoke_by_step(told: Told) -> Write:
    """The family takes consents back from the day the request came in (300.9(c)(3))."""
    request = told.case.request
    recipient = told.details.get("revoked_recipient", "")
    on = request.received_on
    chosen = [
        one.id
        for one in consents.consents_of(told.store, request.student)
        if one.revoked_on is None and _signed_by(one, on) and meant_by(one, recipient)
    ]
    kind = "consent.revoked" if chosen else "consent.none_to_revoke"
    event = told.event(kind, consents=len(chosen), revoked_on=on.isoformat())

    def write(change: Change) -> None:
        for one in chosen:
            consents.revoke(change, one, on, by_request=request.id)

    return with_event(write, event)


def _signed_by(consent: Consent, on: date) -> bool:
    return consent.signed_on is not None and consent.signed_on <= on


def revoke_consent(
    store: Store, consent: ConsentId, *, on: date, today: date, by: Initials
) -> Changes:
    """The family took a consent back, from ``on``; disclosures made before it stand.

    Raises:
        DeskError: ``ended_later`` or ``ended_early``.
    """
    one = consents.consent(store, consent)
    if one.revoked_on is not None:
        return Changes.of_register(one.student)
    check_end(one.signed_on or on, on, today)
    event = Event(
        kind="consent.revoked",
        request=one.request,
        student=one.student,
        facts={"consents": 1, "revoked_on": on.isoformat()},
    )
    with store.change(event, by=by) as change:
        consents.revoke(change, consent, on, by_request=None)
    return Changes.of_register(one.student)


def take_consent_back(store: Store, request: RequestId) -> Iterator[Write]:
    """A consent that a step kept by mistake goes; the history keeps that it was there."""
    kept = consents.consent_of_request(store, request)
    if kept is not None:
        event = Event(kind="consent.taken_back", request=request, student=kept.student)
        yield with_event(lambda change: consents.drop_consent(change, kept.id), event)


def take_revocation_back(store: Store, request: RequestId) -> Iterator[Write]:
    """What a step revoked by mistake counts again."""
    if consents.revoked_by(store, request):
        event = Event(kind="consent.unrevoked", request=request)
        yield with_event(lambda change: consents.unrevoke(change, request), event)
