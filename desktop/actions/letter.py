"""Draft a letter from a case, finish it as a kept PDF, and note how it left the office."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.actions.authority import steps_today
from desktop.actions.changes import Changes, Kind
from desktop.actions.days import school_page
from desktop.actions.letter_check import cautions, check_says
from desktop.actions.letter_facts import (
    Facts,
    family_recipient,
    hidden_in,
    load_phrases,
    receiver_recipient,
    recipient_lines,
    recipient_of,
)
from desktop.actions.letter_values import values_for
from desktop.actions.open_case import open_case
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.paths import resources
from desktop.records.approval import Approval, letter_rests_on, letter_waits_for
from desktop.records.case import (
    AllowedWords,
    Case,
    FacingText,
    Letter,
    LetterState,
    LetterWish,
    Sending,
)
from desktop.records.confidential import shows
from desktop.records.disclosure import Disclosure
from desktop.records.ids import LetterId, RequestId, new_id
from desktop.records.law import Law
from desktop.records.party import Party, is_mail_address
from desktop.records.person import Initials
from desktop.records.request import Right, Status
from desktop.records.rights import StepRule
from desktop.records.sentence import Sentence
from desktop.records.steps import Step, StepState, check_release
from desktop.records.typed_words import holds_ssn
from desktop.store import cases, disclosures, families, queries, requests, students
from desktop.store import letters as kept_letters
from desktop.store.journal import Event, Fact
from desktop.store.store import Change, Store

if TYPE_CHECKING:
    from desktop.letters.never import Said
    from desktop.letters.page import Page
    from desktop.letters.press import Press
    from desktop.letters.template import Draft, Template, Templates

FIRST_LANGUAGE = "en"
"""What a letter has on one side at least where it is printed in two languages."""
FAMILY = "family"
"""The audience of a notice to the student's family, whoever asked for the records."""
RECEIVER = "receiver"
"""The audience of what goes with records: whoever gets them, asker or not."""
_AMENDS = frozenset({Right.AMEND, Right.HEARING})
_FOLLOWS_AMENDMENT = frozenset({Right.HEARING, Right.STATEMENT})
LEFT_THE_OFFICE = frozenset({"handed_over", "mailed", "emailed"})
SENT_HOW = ("printed", "saved", "exported", "handed_over", "mailed", "emailed")
LONGEST_CHARACTERS = 50_000
"""Of a letter's text: about thirty pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What a letter is written with: the templates, the law whose steps it tells of, the day."""

    templates: Templates
    law: Law
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A letter just written or changed, and what changed with it."""

    letter: LetterId
    changes: Changes


def draft_letter(
    store: Store,
    request: RequestId,
    template: str,
    *,
    templates: Templates,
    law: Law,
    today: date,
    language: str = "",
    by: Initials,
) -> Kept:
    """Write a letter from the case as a draft that can be edited.

    It goes to the requester; a notice to the family goes to the next of its members who has none
    yet, and what goes with records to whom a consent names. ``language`` is the recipient's own
    where empty, and English where a letter has no translation. It is printed as was last chosen
    for a letter to the same person.

    Raises:
        DeskError: there is no such template, nobody to write to, or what it must say is not known
            yet; the message says which step comes first.
    """
    case = cases.case(store, request)
    recipient = _next_recipient(store, case, templates.get(template), today, by)
    spoken = case.request.language if recipient.id == case.requester.id else recipient.language
    desk = Writing(templates=templates, law=law, today=today)
    draft = _filled(store, case, recipient, template, desk, language or spoken)
    wish = kept_letters.wish_of(store, recipient.id)
    letter = Letter(
        id=LetterId(new_id(by.at)),
        recipient=recipient.id,
        template=draft.template,
        template_version=draft.version,
        office_version=draft.office_version,
        language=draft.language,
        title=draft.title,
        text=draft.text,
        state=LetterState.DRAFT,
        drafted_at=by.at,
        large_print=wish.large_print,
        facing=_facing(store, case, recipient, desk, draft, wish.facing),
    )
    with store.change(_event("letter.drafted", case, letter), by=by) as change:
        if not students.parties(store, [recipient.id]):
            families.save_parties(change, [recipient])
        kept_letters.save_draft(change, request, letter, by=by.person)
    return Kept(letter=letter.id, changes=_changes(request, letter.id))


def redraft_letter(
    store: Store,
    request: RequestId,
    letter: LetterId,
    *,
    templates: Templates,
    law: Law,
    today: date,
    language: str,
    facing: str = "",
    by: Initials,
) -> Changes:
    """Write a draft again from the case as it stands now, in ``language``; its edits are gone.

    ``facing`` is the language of its second side, empty for one language alone.

    Raises:
        DeskError: ``letter_finished``, or as ``draft_letter``.
    """
    case = cases.case(store, request)
    draft = _draft(case, letter)
    recipient = recipient_of(store, case, draft.recipient)
    desk = Writing(templates=templates, law=law, today=today)
    fresh = _filled(store, case, recipient, draft.template, desk, language)
    written = replace(
        draft,
        template_version=fresh.version,
        office_version=fresh.office_version,
        language=fresh.language,
        title=fresh.title,
        text=fresh.text,
        facing=_facing(store, case, recipient, desk, fresh, facing),
    )
    with store.change(_event("letter.redrafted", case, written), by=by) as change:
        kept_letters.save_draft(change, request, written, by=by.person)
        kept_letters.save_wish(change, recipient.id, _wish(written))
    return _changes(request, letter)


def lay_out(
    store: Store,
    request: RequestId,
    letter: LetterId,
    *,
    large_print: bool,
    facing: str,
    templates: Templates,
    law: Law,
    today: date,
    by: Initials,
) -> Changes:
    """Choose how a draft is printed; its text stays, and the next letter to them is alike.

    ``facing`` is the language of its second side, written from the case unless it stands there
    already; empty for one language alone.

    Raises:
        DeskError: ``letter_finished``, or as ``draft_letter``.
    """
    case = cases.case(store, request)
    draft = _draft(case, letter)
    second = draft.facing
    if facing != (second.language if second else ""):
        desk = Writing(templates=templates, law=law, today=today)
        recipient = recipient_of(store, case, draft.recipient)
        first = _filled(store, case, recipient, draft.template, desk, draft.language)
        second = _facing(store, case, recipient, desk, first, facing)
    laid_out = replace(draft, large_print=large_print, facing=second)
    if laid_out == draft:
        return _changes(request, letter)
    with store.change(_event("letter.laid_out", case, laid_out), by=by) as change:
        kept_letters.save_draft(change, request, laid_out, by=by.person)
        kept_letters.save_wish(change, draft.recipient, _wish(laid_out))
    return _changes(request, letter)


def _wish(letter: Letter) -> LetterWish:
    second = letter.facing.language if letter.facing else ""
    return LetterWish(large_print=letter.large_print, facing=second)


def _facing(
    store: Store, case: Case, recipient: Party, desk: Writing, first: Draft, wanted: str
) -> FacingText | None:
    """The second language of a letter; English where the one wanted is that of its first side."""
    offered = desk.templates.languages(first.template)
    ways = (one for one in (wanted, FIRST_LANGUAGE) if one in offered and one != first.language)
    language = next(ways, "") if wanted else ""
    if not language:
        return None
    second = _filled(store, case, recipient, first.template, desk, language)
    return FacingText(
        language=language,
        title=second.title,
        text=second.text,
        office_version=second.office_version,
    )


def is_as_drafted(
    store: Store, case: Case, letter: Letter, desk: Writing, *, texts: tuple[str, ...]
) -> bool:
    """Whether ``texts`` are what the template says of the case as it stands now.

    They are as ``Letter.texts``: title and text of each side.
    """
    recipient = recipient_of(store, case, letter.recipient)
    languages = (letter.language, *((letter.facing.language,) if letter.facing else ()))
    fresh = (_filled(store, case, recipient, letter.template, desk, one) for one in languages)
    return tuple(said for one in fresh for said in (one.title, one.text)) == texts


def _next_recipient(
    store: Store, case: Case, template: Template, today: date, by: Initials
) -> Party:
    if template.audience == RECEIVER:
        return receiver_recipient(store, case, template.id, by)
    if template.audience != FAMILY:
        return case.requester
    written = frozenset(one.recipient for one in case.letters if one.template == template.id)
    return family_recipient(store, case, written, today)


def _filled(
    store: Store, case: Case, recipient: Party, template: str, desk: Writing, language: str
) -> Draft:
    found = desk.templates.get(template, language)
    facts = facts_for(store, case, recipient, desk, found.language)
    return found.fill(values_for(facts, found.fields))


def facts_for(store: Store, case: Case, recipient: Party, desk: Writing, language: str) -> Facts:
    """What a letter or another paper of this case is filled from, in ``language``."""
    people = {person.id: person.name for person in queries.people(store)}
    school = school_page(store)
    return Facts(
        case=case,
        school=school,
        right=desk.law.rights.by_id.get(case.request.right),
        recipient=recipient,
        taken_by=people.get(case.request.taken_by, ""),
        phrases=load_phrases(resources("letters"), language),
        today=desk.today,
        details=_details(store, case),
        places=tuple((one.name, one.keeper) for one in queries.places(store)),
        disclosures=_disclosures(store, case),
        bases=desk.law.bases,
        # A paper that bound when the request came hides to its end, and so does one of today.
        hidden=hidden_in(case, school, recipient, case.request.received_on)
        | hidden_in(case, school, recipient, desk.today),
    )


def _disclosures(store: Store, case: Case) -> tuple[Disclosure, ...]:
    if case.request.right is not Right.DISCLOSURE_RECORD:
        return ()
    rows = disclosures.disclosures_of(store, case.student.id)
    return tuple(row.entry for row in rows if not row.corrected)


def _details(store: Store, case: Case) -> Mapping[str, str]:
    """What the steps wrote down; a hearing or statement also tells what its amendment did."""
    found: dict[str, str] = {}
    if case.request.right in _FOLLOWS_AMENDMENT:
        for one in sorted(case.related):
            before = cases.case(store, one)
            if before.request.right in _AMENDS:
                found |= before.details
    return found | dict(case.details)


def edit_letter(
    store: Store,
    request: RequestId,
    letter: LetterId,
    *,
    title: str,
    text: str,
    facing_title: str = "",
    facing_text: str = "",
    by: Initials,
) -> Changes:
    """Keep the edited text of a draft, and that of its second side where it has one.

    Raises:
        DeskError: ``letter_finished``: a finished letter never changes; or what ``check_text``
            refuses.
    """
    check_text(f"{title}\n{facing_title}", f"{text}\n{facing_text}")
    case = cases.case(store, request)
    draft = _draft(case, letter)
    second = draft.facing
    if second is not None:
        second = replace(second, title=facing_title.strip() or second.title, text=facing_text)
    edited = replace(draft, title=title.strip() or draft.title, text=text, facing=second)
    if edited == draft:
        return _changes(request, letter)
    with store.change(_event("letter.changed", case, edited), by=by) as change:
        kept_letters.save_draft(change, request, edited, by=by.person)
    return _changes(request, letter)


def allow_words(
    store: Store, request: RequestId, letter: LetterId, said: Said, reason: str, *, by: Initials
) -> Changes:
    """Keep words in a draft that are mostly wrong there, with the reason.

    Raises:
        DeskError: ``not_allowed``: these words are wrong in every letter; ``reason``,
            ``nine_digits``, ``letter_finished``.
    """
    case = cases.case(store, request)
    draft = _draft(case, letter)
    if not said.ask:
        raise DeskError("not_allowed", "These words cannot stay.", "Take them out.")
    why = kept_words(reason)
    if not why:
        raise DeskError("reason", "The reason is missing.", "Write why the words are right here.")
    kept = AllowedWords(rule=said.rule, words=said.words, reason=why, by=by.person)
    event = _event("letter.words_kept", case, draft)
    # The words may be a name; the rule says which kind they are.
    event = replace(event, facts={**event.facts, "rule": said.rule, "reason": why})
    with store.change(event, by=by) as change:
        kept_letters.allow_words(change, request, letter, kept, at=by.at)
    return _changes(request, letter)


def check_text(title: str, text: str) -> None:
    """Refuse what is never kept, in a letter or anywhere.

    Raises:
        DeskError: ``nine_digits`` or ``letter_long``.
    """
    if holds_ssn(title) or holds_ssn(text):
        raise DeskError(
            "nine_digits",
            "That looks like a Social Security number; it is not kept here.",
            "Please take it out.",
        )
    if len(title) + len(text) > LONGEST_CHARACTERS:
        raise DeskError(
            "letter_long", "This letter is longer than thirty pages.", "Please make it shorter."
        )


def check_hidden(texts: Iterable[str], hidden: frozenset[str]) -> None:
    """Refuse a letter that tells somebody what a paper on file keeps from them.

    Raises:
        DeskError: ``address_hidden``.
    """
    if any(shows(text, hidden) for text in texts):
        raise DeskError(
            "address_hidden",
            "A paper on file keeps an address from this person, and this letter shows it.",
            "Take the address, telephone or e-mail of the other household out of the letter.",
        )


def page_of(
    store: Store,
    case: Case,
    letter: Letter,
    *,
    enclosures: tuple[tuple[str, ...], ...],
    practice: bool,
    on: date,
) -> Page:
    """The letter as a page to draw: what preview and print show is the same page.

    ``enclosures`` are those of each side, in its language.
    """
    from desktop.letters.page import Letterhead, Page  # noqa: PLC0415  # after first paint

    school, recipient = school_page(store), recipient_of(store, case, letter.recipient)
    signer = (school.records_contact or school.principal, school.records_contact_title)
    signature = queries.signature_of(store, signer[0]) if signer[0] else b""
    page = Page(
        letterhead=Letterhead(school=school),
        recipient=recipient_lines(case, recipient, hidden_in(case, school, recipient, on)),
        on=on,
        reference=case.request.number,
        title=letter.title,
        text=letter.text,
        language=letter.language,
        signer=tuple(line for line in signer if line),
        enclosures=enclosures[0],
        practice=practice,
        signature=signature,
        paper=school.paper,
        large_print=letter.large_print,
    )
    return replace(page, facing=_second_side(page, letter.facing, enclosures[-1]))


def _second_side(first: Page, facing: FacingText | None, enclosed: tuple[str, ...]) -> Page | None:
    if facing is None:
        return None
    said = replace(first, title=facing.title, text=facing.text, language=facing.language)
    return replace(said, enclosures=enclosed)


def enclosures_of(
    store: Store, case: Case, letter: Letter, desk: Writing
) -> tuple[tuple[str, ...], ...]:
    """What the template says is enclosed, filled from the case as it stands, side by side."""
    sides = (letter.language, *((letter.facing.language,) if letter.facing else ()))
    if not desk.templates.get(letter.template, letter.language).enclosures:
        return ((),) * len(sides)
    recipient = recipient_of(store, case, letter.recipient)
    return tuple(
        _filled(store, case, recipient, letter.template, desk, one).enclosures for one in sides
    )


def check_finishing(
    store: Store,
    request: RequestId,
    letter: LetterId,
    *,
    templates: Templates,
    law: Law,
    practice: bool,
    today: date,
) -> None:
    """Refuse what ``finish_letter`` would refuse, before a printer is chosen.

    Raises:
        StepRefusedError: the letter hands something over and a condition of release is open.
        DeskError: ``letter_finished``, ``letter_empty``, ``characters`` no font has, ``closed``, or
            what ``check_text``, ``check_says`` and ``check_hidden`` refuse.
    """
    case = open_case(store, request)
    draft = _draft(case, letter)
    _final_page(store, case, draft, templates, law, practice=practice, on=today)


def finish_letter(
    store: Store,
    request: RequestId,
    letter: LetterId,
    *,
    templates: Templates,
    law: Law,
    practice: bool,
    today: date,
    by: Initials,
    press: Press | None = None,
) -> Changes:
    """Make the draft final: its PDF is kept with its hash, and it never changes again.

    Raises:
        DeskError: as ``check_finishing``; nothing is written.
    """
    from desktop.letters.page import draw  # noqa: PLC0415  # after first paint

    case = open_case(store, request)
    draft = _draft(case, letter)
    pdf = draw(_final_page(store, case, draft, templates, law, practice=practice, on=today), press)
    finished = replace(draft, sha256=hashlib.sha256(pdf).hexdigest())
    event = _event("letter.finished", case, finished)
    agreed = approval_of(case, draft.template, law)
    if agreed is not None:
        event = replace(event, facts={**event.facts, "approved_by": agreed.decided_by})
    with store.change(event, by=by) as change:
        kept_letters.finish(change, letter, pdf=pdf, sha256=finished.sha256, by=by)
    return _changes(request, letter)


def _final_page(
    store: Store,
    case: Case,
    draft: Letter,
    templates: Templates,
    law: Law,
    *,
    practice: bool,
    on: date,
) -> Page:
    """The page to keep, once nothing stands against it."""
    from desktop.letters.printable import check_printable  # noqa: PLC0415  # after first paint

    _check_gates(case, draft.template, law, on)
    for side in _sides(draft):
        check_text(side.title, side.text)
    if not all(side.text.strip() for side in _sides(draft)):
        raise DeskError("letter_empty", "This letter is empty.", "Write what it should say.")
    desk = Writing(templates=templates, law=law, today=on)
    for side in _sides(draft):
        _check_says(store, case, side, desk)
    enclosed = enclosures_of(store, case, draft, desk)
    page = page_of(store, case, draft, enclosures=enclosed, practice=practice, on=on)
    recipient = recipient_of(store, case, draft.recipient)
    check_hidden(page.texts(), hidden_in(case, school_page(store), recipient, on))
    check_printable(page)
    return page


def _sides(letter: Letter) -> tuple[Letter, ...]:
    """The letter as each of its languages says it."""
    second = letter.facing
    if second is None:
        return (letter,)
    said = replace(letter, title=second.title, text=second.text, language=second.language)
    return (letter, replace(said, office_version=second.office_version))


def cautions_of(store: Store, case: Case, draft: Letter, desk: Writing) -> tuple[Sentence, ...]:
    """What somebody should look at once more before this draft is finished."""
    template, facts = _read_for(store, case, draft, desk)
    return cautions(template, facts)


def _check_says(store: Store, case: Case, draft: Letter, desk: Writing) -> None:
    """Hold the edited text against what the template must say, as the case stands now."""
    template, facts = _read_for(store, case, draft, desk)
    check_says(
        template,
        f"{draft.title}\n{draft.text}",
        facts,
        store=store,
        never=desk.templates.never,
        allowed=draft.allowed,
    )


def _read_for(store: Store, case: Case, draft: Letter, desk: Writing) -> tuple[Template, Facts]:
    template = desk.templates.get(draft.template, draft.language)
    recipient = recipient_of(store, case, draft.recipient)
    return template, facts_for(store, case, recipient, desk, template.language)


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
            _check_gates(case, sent.template, law, on)
    event = _event("letter.sent", case, replace(sent, sent_how=how, sent_on=on))
    with store.change(event, by=by) as change:
        if how in LEFT_THE_OFFICE or sent.sent_how not in LEFT_THE_OFFICE:
            kept_letters.mark_sent(change, letter, how=how, on=on)
        sending = Sending(how=how, on=on, by=by.person)
        kept_letters.add_sending(change, request, letter, sending, at=by.at)
        _tick(change, case, sent, how, law, on, by)
    return _changes(request, letter)


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
    draft = _draft(case, letter)
    with store.change(_event("letter.dropped", case, draft), by=by) as change:
        kept_letters.drop_draft(change, letter)
    return _changes(request, letter)


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


def _check_gates(case: Case, template: str, law: Law, on: date) -> None:
    """Whatever hands something over waits for its conditions, however access is given.

    What counts are the facts of the day it leaves.
    """
    right = law.rights[case.request.right]
    waits = approval_missing(case, template, law)
    if waits is not None:
        raise waits
    if any(rule.release and template in rule.letters for rule in right.step):
        check_release(right, steps_today(case, right, today=on))


def approval_missing(case: Case, template: str, law: Law) -> DeskError | None:
    """Says which decision of the principal a letter waits for; None when it waits for none."""
    rule = approval_before(case, template, law)
    if rule is None:
        return None
    return DeskError(
        "approval",
        f"This letter waits for the principal: “{rule.title}”.",
        "It can be written now, and finished once the principal has agreed.",
    )


def approval_before(case: Case, template: str, law: Law) -> StepRule | None:
    """The step in which the principal decides what a letter tells; None once it is decided."""
    right, request = law.rights.by_id.get(case.request.right), case.request
    if right is None:
        return None
    return letter_waits_for(right, request.access, case.chosen, case.steps, template)


def approval_of(case: Case, template: str, law: Law) -> Approval | None:
    """What the principal agreed to before a letter like this could be finished."""
    right = law.rights.by_id.get(case.request.right)
    return None if right is None else letter_rests_on(right, case.approvals, template)


def _draft(case: Case, letter: LetterId) -> Letter:
    found = next((one for one in case.letters if one.id == letter), None)
    if found is None or found.state is not LetterState.DRAFT:
        raise DeskError(
            "letter_finished",
            "This letter is finished and never changes.",
            "Write a new letter instead.",
        )
    return found


def _event(kind: str, case: Case, letter: Letter) -> Event:
    facts: dict[str, Fact] = {
        "letter": letter.id,
        "template": letter.template,
        "version": letter.template_version,
        "office_version": letter.office_version,
        "language": letter.language,
        "sha256": letter.sha256,
        "large_print": letter.large_print,
        "facing": letter.facing.language if letter.facing else "",
    }
    if letter.sent_on is not None:
        facts |= {"how": letter.sent_how, "sent_on": letter.sent_on.isoformat()}
    return Event(kind=kind, request=case.request.id, student=case.student.id, facts=facts)


def _changes(request: RequestId, letter: LetterId) -> Changes:
    return Changes(
        kinds=frozenset({Kind.LETTER, Kind.REQUEST}),
        requests=frozenset({request}),
        letter=letter,
    )
