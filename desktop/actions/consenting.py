"""Consents: kept by a step or by hand when every element is there, revoked, taken back.

34 CFR 99.30; 300.9(c). R-7.1: a consent lacking an element is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.ending import check_end
from desktop.actions.told import Told, Write, with_event
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.consent import Capacity, Consent, ConsentKind, Element, meant_by, missing
from desktop.records.ids import ConsentId, RequestId, new_id
from desktop.records.party import Relationship
from desktop.records.person import Initials
from desktop.records.sentence import Sentence, sentence
from desktop.records.steps import StepRefusedError
from desktop.store import consents
from desktop.store.journal import Event
from desktop.store.store import Change, Store


class ConsentRefusedError(DeskError):
    """A consent cannot be kept as typed; ``lacks`` says what is wrong, by element or "until_on"."""

    def __init__(self, lacks: Mapping[str, Sentence]) -> None:
        super().__init__("consent", "Without this it is not a consent.", "See the marked fields.")
        self.lacks = dict(lacks)


def keep_by_step(told: Told) -> Write:
    """The consent a step wrote down.

    Raises:
        StepRefusedError: ``fields``: it lacks an element.
    """
    consent = replace(
        _signed(told),
        recipient=told.said("consent_recipient"),
        purpose=told.said("consent_purpose"),
        records=told.said("consent_records"),
        until_on=told.day("consent_until_on"),
    )
    return _keep(told, consent, _faults(consent, told.today))


def keep_survey_by_step(told: Told) -> Write:
    """The consent that a student takes part in a survey, which comes before it (20 USC 1232h(b)).

    Raises:
        StepRefusedError: ``fields``: it lacks an element, or was signed after the survey.
    """
    survey = replace(_signed(told), kind=ConsentKind.SURVEY, records=told.said("material"))
    given_on, lacks = told.day("survey"), _faults(survey, told.today)
    if given_on and survey.signed_on and survey.signed_on > given_on:
        lacks[Element.SIGNED_ON.value] = sentence("consent.after_survey")
    return _keep(told, survey, lacks)


def keep_consent(store: Store, consent: Consent, *, today: date, by: Initials) -> Changes:
    """Keep a consent that came without a request.

    Raises:
        ConsentRefusedError: it lacks an element of 34 CFR 99.30, or a day cannot be so.
        DeskError: ``nine_digits``.
    """
    kept = replace(
        consent,
        signer=kept_words(consent.signer),
        recipient=kept_words(consent.recipient),
        purpose=kept_words(consent.purpose),
        records=kept_words(consent.records),
    )
    lacks = _faults(kept, today)
    if lacks:
        raise ConsentRefusedError(lacks)
    event = Event(kind="consent.kept", student=kept.student, facts={"consent": kept.id})
    with store.change(event, by=by) as change:
        consents.save_consent(change, kept)
    return Changes.of_register(kept.student)


def _signed(told: Told) -> Consent:
    """Who signed, as whom and when; what the request brought before keeps its id."""
    request = told.case.request
    before = consents.consent_of_request(told.store, request.id)
    return Consent(
        id=before.id if before else ConsentId(new_id(told.by.at)),
        student=request.student,
        request=request.id,
        signer=_signer(told),
        signed_as=_signed_as(told),
        records="",
        signed_on=told.day("consent_signed_on"),
    )


def _keep(told: Told, consent: Consent, lacks: Mapping[str, Sentence]) -> Write:
    if lacks:
        fields = {f"consent_{name}": says for name, says in lacks.items()}
        raise StepRefusedError(
            "fields", "Without this it is not a consent.", "See the marked fields.", fields
        )
    event = told.event("consent.kept", consent=consent.id)
    return with_event(lambda change: consents.save_consent(change, consent), event)


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


def _faults(consent: Consent, today: date) -> dict[str, Sentence]:
    """R-7.1: what a consent lacks of 34 CFR 99.30, or what in it cannot be so."""
    lacks = {element.value: sentence(f"consent.lacks.{element}") for element in missing(consent)}
    if consent.signed_on is not None and consent.signed_on > today:
        lacks[Element.SIGNED_ON.value] = sentence("consent.signed_later")
    if consent.until_on and consent.signed_on and consent.until_on < consent.signed_on:
        lacks["until_on"] = sentence("consent.until_before")
    return lacks


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
