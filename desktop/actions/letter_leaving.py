"""A letter leaves the office, is sent again, or is thrown away; and the step it ends."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from desktop.actions.changes import Changes
from desktop.actions.days import school_page
from desktop.actions.letter import LEFT_THE_OFFICE, SENT_HOW, draft_of, letter_changes, letter_event
from desktop.actions.letter_facts import (
    hidden_in,
    load_phrases,
    recipient_of,
)
from desktop.actions.letter_finishing import check_gates, check_hidden
from desktop.errors import DeskError
from desktop.paths import resources
from desktop.records.case import (
    Case,
    Letter,
    LetterState,
    Sending,
)
from desktop.records.confidential import shows
from desktop.records.ids import LetterId, RequestId
from desktop.records.law import Law
from desktop.records.party import is_mail_address
from desktop.records.person import Initials
from desktop.records.request import Status
from desktop.records.rights import StepRule
from desktop.records.steps import Step, StepState
from desktop.store import cases, requests
from desktop.store import letters as kept_letters
from desktop.store.journal import Event
from desktop.store.store import Change, Store


def mark_sent(
    store: Store,
    request: RequestId,
    letter: LetterId,
    how: str,
    *,
    law: Law,
    on: date,
    today: date,
    by: Initials,
) -> Changes:
    """Note how a finished letter left; the step it belongs to is done with it.

    Printing and saving count for steps that tell the family something; a step that hands records
    over, or that something else waits for, is done only when the letter was handed over, mailed or
    e-mailed. A letter that has left
    and is printed once more has still left on its day.

    Raises:
        StepRefusedError: the letter hands something over, and on that day a condition of release
            was open: the student had turned 18 since it was finished, for instance.
        DeskError: ``letter_draft``, ``sent_how``, or ``sent_on``: a day that cannot be.
    """
    case = cases.case(store, request)
    sent = next((one for one in case.letters if one.id == letter), None)
    if sent is None or sent.state is not LetterState.FINISHED:
        raise DeskError("letter_draft", "This letter is still a draft.", "Finish it first.")
    if how not in SENT_HOW:
        raise DeskError("sent_how", "That is no way a letter leaves.", "Choose another.")
    _check_day(sent, on, today)
    if how in LEFT_THE_OFFICE:
        recipient = recipient_of(store, case, sent.recipient)
        check_hidden(sent.texts, hidden_in(case, school_page(store), recipient, on))
        if case.request.status is not Status.CLOSED:
            check_gates(case, sent.template, law, on)
    event = letter_event("letter.sent", case, replace(sent, sent_how=how, sent_on=on))
    with store.change(event, by=by) as change:
        if how in LEFT_THE_OFFICE or sent.sent_how not in LEFT_THE_OFFICE:
            kept_letters.mark_sent(change, letter, how=how, on=on)
        sending = Sending(how=how, on=on, by=by.person)
        kept_letters.add_sending(change, request, letter, sending, at=by.at)
        _tick(change, case, sent, how, law, on, by)
    return letter_changes(request, letter)


def _check_day(sent: Letter, on: date, today: date) -> None:
    if on > today:
        raise DeskError(
            "sent_on",
            "A letter cannot have left on a day to come.",
            "Choose today or a day before.",
        )
    # finished_at is UTC: late in an American day it is tomorrow there.
    if sent.finished_at is not None and on < sent.finished_at.date() - timedelta(days=1):
        raise DeskError(
            "sent_on",
            "The letter was not finished yet on that day.",
            "Choose the day it left the office.",
        )


def mail_address(store: Store, case: Case, letter: Letter, on: date) -> str:
    """Where a message with this letter goes: the e-mail of its request, else the one on file.

    Empty where there is none, or a paper keeps it from whoever is written to.
    """
    recipient = recipient_of(store, case, letter.recipient)
    reply = case.reply_address.strip() if recipient.id == case.requester.id else ""
    address = reply if is_mail_address(reply) else recipient.email.strip()
    hidden = hidden_in(case, school_page(store), recipient, on)
    return address if is_mail_address(address) and not shows(address, hidden) else ""


def mail_of(
    store: Store, case: Case, letter: Letter, pdf: bytes, *, on: date, practice: bool = False
) -> bytes:
    """A finished letter as a message of RFC 5322 that waits to be sent, its PDF attached.

    Its subject and the name of the attachment name the request and nobody; that of the practice
    office begins by saying so.
    """
    from desktop.letters.mail import message  # noqa: PLC0415  # loads the library for e-mail
    from desktop.letters.words import read_labels  # noqa: PLC0415

    phrases, number = load_phrases(resources("letters"), letter.language), case.request.number
    mark = f"{read_labels(letter.language).practice}: " if practice else ""
    return message(
        pdf,
        to=mail_address(store, case, letter, on),
        subject=f"{mark}{phrases.mail_subject.format(number=number)}",
        text=phrases.mail_text,
        name=f"{number}.pdf",
    )


def drop_letter(store: Store, request: RequestId, letter: LetterId, *, by: Initials) -> Changes:
    """Throw a draft away on purpose.

    Raises:
        DeskError: ``letter_finished``.
    """
    case = cases.case(store, request)
    draft = draft_of(case, letter)
    with store.change(letter_event("letter.dropped", case, draft), by=by) as change:
        kept_letters.drop_draft(change, letter)
    return letter_changes(request, letter)


def _tick(
    change: Change, case: Case, sent: Letter, how: str, law: Law, on: date, by: Initials
) -> None:
    if case.request.status is Status.CLOSED:
        return
    for step in case.steps:
        rule = law.rights[case.request.right].step_rule(step.code)
        left = how in LEFT_THE_OFFICE or not (rule.release or rule.gate)
        if sent.template in rule.letters and _by_letter(rule) and left and _still_open(step):
            done = replace(step, state=StepState.DONE, done_by=by.person, done_on=on)
            steps = tuple(done if one.code == step.code else one for one in case.steps)
            requests.save_steps(change, case.request.id, steps)
            change.also(
                Event(
                    kind="step.done",
                    request=case.request.id,
                    student=case.student.id,
                    facts={"step": step.code, "choice": "", "note": ""},
                )
            )
            return


def _by_letter(rule: StepRule) -> bool:
    """Whether the letter alone finishes the step: nothing in it is decided or written down."""
    asks = rule.choice or any(field.needed for field in rule.field)
    return not (asks or rule.approval)


def _still_open(step: Step) -> bool:
    return step.state is StepState.OPEN
