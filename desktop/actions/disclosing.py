"""The record of disclosures: entries that a step makes, and entries typed by hand.

34 CFR 99.32, 300.614. An entry is never edited; a correction is a new one that names the old.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from desktop.actions.changes import Changes
from desktop.actions.told import Told, Write, with_event
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.disclosure import (
    Disclosure,
    Need,
    Receiver,
    entry_needed,
    faults,
    receiver_of,
    refusal_needed,
)
from desktop.records.ids import DisclosureId, new_id
from desktop.records.law import Law
from desktop.records.opt_out import stopping
from desktop.records.order import Limit
from desktop.records.person import Initials
from desktop.records.sentence import Sentence
from desktop.records.steps import StepRefusedError
from desktop.store import disclosures, opt_outs, students
from desktop.store.journal import Event
from desktop.store.store import Store

# 34 CFR 99.31(a)(12)
_OWN_ASKING = {Receiver.MINOR_STUDENT: "minor_student", Receiver.ELIGIBLE_STUDENT: "family"}
_FIELD_OF = {
    "basis": "disclosure_basis",
    "interest": "party_interest",
    "records": "disclosure_records",
}


class DisclosureRefusedError(DeskError):
    """An entry cannot be made as typed; ``fields`` says what is wrong with each."""

    def __init__(self, fields: Mapping[str, Sentence]) -> None:
        super().__init__("entry", "Something in this entry is missing.", "See the marked fields.")
        self.fields = dict(fields)


def enter_by_step(told: Told, *, refused: bool) -> Iterator[Write]:
    """The entry of a step; done again with other words, a correction of the one before.

    Raises:
        StepRefusedError: ``fields``: the entry lacks what the law asks for; ``opted_out``: the
            family said no to all that this basis allows.
    """
    entry = _entry(told, refused=refused)
    _check_opt_outs(told, entry)
    need = _need(told, entry)
    if need is Need.NONE:
        event = told.event("disclosure.not_needed")
        yield lambda change: change.also(event)
        return
    _check_entry(told, entry)
    before = disclosures.latest_of_step(told.store, told.case.request.id, told.step)
    made = replace(entry, idea_only=need is Need.IDEA_ONLY, corrects=before.id if before else None)
    if before is None or not _same(before, made):
        yield _enter(made)


def _entry(told: Told, *, refused: bool) -> Disclosure:
    """The entry a step makes of its fields; what a consent says stands in for what is not asked."""
    case = told.case
    return Disclosure(
        id=DisclosureId(new_id(told.by.at)),
        student=case.student.id,
        request=case.request.id,
        step=told.step,
        party=_party(told),
        interest=_interest(told),
        records=told.said("disclosure_records") or told.said("consent_records"),
        basis=told.details.get("disclosure_basis", "") or _basis_by_itself(told),
        disclosed_on=told.day("refused_on" if refused else "disclosed_on") or told.today,
        refused=refused,
        threat=told.details.get("threat", ""),
        recipients=told.details.get("recipients", ""),
        further=told.said("further"),
    )


def _party(told: Told) -> str:
    """Who asks; or whom the family's own consent names."""
    requester = told.case.requester
    named = told.said("consent_recipient") if told.right.asks == "family" else ""
    return named or ", ".join(filter(None, (requester.name, requester.organization)))


def _interest(told: Told) -> str:
    """What they need it for; for a student who asks, the question."""
    fields = ("party_interest", "consent_purpose", "question")
    return next(filter(None, map(told.said, fields)), "")


def _basis_by_itself(told: Told) -> str:
    """The basis where nobody has to pick one: the consent on paper, or the student's own asking."""
    if told.right.asks == "family" and told.details.get("consent_recipient"):
        return "consent"
    return _OWN_ASKING.get(_receiver(told), "")


def _need(told: Told, entry: Disclosure) -> Need:
    case, basis = told.case, told.law.bases.by_id.get(entry.basis)
    receiver = _receiver(told)
    if entry.refused:
        return refusal_needed(basis, receiver)
    if basis is None:
        return Need.RECORD  # the fault of the missing basis is told beside its field
    special = case.student.special_education or case.request.special_education
    return entry_needed(basis, receiver, special_education=special)


def _receiver(told: Told) -> Receiver:
    case = told.case
    if told.right.asks == "family" and told.details.get("consent_recipient"):
        return Receiver.OTHER
    revoked = any(
        order.in_force(told.today)
        and order.limited_party == case.requester.id
        and Limit.RECORDS in order.limits
        for order in case.orders
    )
    return receiver_of(case.request.relationship, case.student, on=told.today, revoked=revoked)


def _check_opt_outs(told: Told, entry: Disclosure) -> None:
    """An opt-out of everything stops the basis it is about; one of some kinds, the person weighs.

    34 CFR 99.37(a)(2); 20 USC 7908(a)(2).
    """
    basis = told.law.bases.by_id.get(entry.basis)
    if entry.refused or basis is None:
        return
    noes = opt_outs.opt_outs_of(told.store, told.case.student.id)
    if any(not one.kinds for one in stopping(basis, noes, on=entry.disclosed_on)):
        raise StepRefusedError(
            "opted_out",
            "The family opted out of this; the opt-out is in the register.",
            "Answer no, or find what else allows it.",
        )


def _check_entry(told: Told, entry: Disclosure) -> None:
    found = faults(entry, told.law.bases, today=told.today)
    if found:
        lacks = {_FIELD_OF.get(name, name): says for name, says in found.items()}
        raise StepRefusedError(
            "fields", "The record of disclosures needs more.", "See the marked fields.", lacks
        )


def _same(before: Disclosure, now: Disclosure) -> bool:
    return replace(now, id=before.id, corrects=before.corrects) == before


def _enter(entry: Disclosure) -> Write:
    return with_event(lambda change: disclosures.add_disclosure(change, entry), _entered(entry))


def _entered(entry: Disclosure) -> Event:
    kind = "corrected" if entry.corrects else "refused" if entry.refused else "entered"
    facts: dict[str, str | int] = {"entry": entry.id, "basis": entry.basis}
    if entry.corrects:
        facts["corrects"] = entry.corrects
    return Event(
        kind=f"disclosure.{kind}", request=entry.request, student=entry.student, facts=facts
    )


def enter_disclosure(
    store: Store, entry: Disclosure, *, law: Law, today: date, by: Initials
) -> Changes:
    """Make an entry typed by hand, or a new one that corrects an old one.

    Raises:
        DisclosureRefusedError: a field is missing or cannot be so.
        DeskError: ``not_needed``: the law asks for no entry on this basis; ``nine_digits``.
            Nothing is written.
    """
    entry = _cleaned(entry)
    found = faults(entry, law.bases, today=today)
    if found:
        raise DisclosureRefusedError(found)
    need = need_by_hand(store, entry, law)
    if need is Need.NONE:
        raise DeskError(
            "not_needed",
            "The law asks for no entry here.",
            "The record is for others than these; nothing was entered.",
        )
    made = replace(entry, idea_only=need is Need.IDEA_ONLY)
    with store.change(_entered(made), by=by) as change:
        disclosures.add_disclosure(change, made)
    return Changes.of_register(made.student)


def need_by_hand(store: Store, entry: Disclosure, law: Law) -> Need:
    """Whether the law asks for an entry typed by hand; its basis says who got the records."""
    basis = law.bases.by_id.get(entry.basis)
    if entry.refused or basis is None:
        return refusal_needed(basis, Receiver.OTHER)
    special = students.student(store, entry.student).special_education
    return entry_needed(basis, Receiver.OTHER, special_education=special)


def _cleaned(entry: Disclosure) -> Disclosure:
    return replace(
        entry,
        party=kept_words(entry.party),
        interest=kept_words(entry.interest),
        records=kept_words(entry.records),
        threat=kept_words(entry.threat),
        recipients=kept_words(entry.recipients),
        further=kept_words(entry.further),
    )
