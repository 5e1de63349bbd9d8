"""Making a letter final: what must be right first, whose word it waits for, its bytes kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.actions.authority import steps_today
from desktop.actions.changes import Changes
from desktop.actions.days import school_page
from desktop.actions.letter import (
    LONGEST_CHARACTERS,
    Writing,
    draft_of,
    fill_draft,
    letter_changes,
    letter_event,
    read_for,
)
from desktop.actions.letter_check import cautions, check_says
from desktop.actions.letter_facts import (
    hidden_in,
    recipient_lines,
    recipient_of,
)
from desktop.actions.open_case import open_case
from desktop.errors import DeskError
from desktop.records.approval import Approval, letter_rests_on, letter_waits_for
from desktop.records.case import (
    Case,
    FacingText,
    Letter,
)
from desktop.records.confidential import shows
from desktop.records.ids import LetterId, RequestId
from desktop.records.law import Law
from desktop.records.person import Initials
from desktop.records.rights import StepRule
from desktop.records.sentence import Sentence
from desktop.records.steps import check_release
from desktop.records.typed_words import holds_ssn
from desktop.store import letters as kept_letters
from desktop.store import queries
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.page import Page
    from desktop.letters.press import Press
    from desktop.letters.template import Templates


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
        fill_draft(store, case, recipient, letter.template, desk, one).enclosures for one in sides
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
    draft = draft_of(case, letter)
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
    draft = draft_of(case, letter)
    pdf = draw(_final_page(store, case, draft, templates, law, practice=practice, on=today), press)
    finished = replace(draft, sha256=hashlib.sha256(pdf).hexdigest())
    event = letter_event("letter.finished", case, finished)
    agreed = approval_of(case, draft.template, law)
    if agreed is not None:
        event = replace(event, facts={**event.facts, "approved_by": agreed.decided_by})
    with store.change(event, by=by) as change:
        kept_letters.finish(change, letter, pdf=pdf, sha256=finished.sha256, by=by)
    return letter_changes(request, letter)


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

    check_gates(case, draft.template, law, on)
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
    template, facts = read_for(store, case, draft, desk)
    return cautions(template, facts)


def _check_says(store: Store, case: Case, draft: Letter, desk: Writing) -> None:
    """Hold the edited text against what the template must say, as the case stands now."""
    template, facts = read_for(store, case, draft, desk)
    check_says(
        template,
        f"{draft.title}\n{draft.text}",
        facts,
        store=store,
        never=desk.templates.never,
        allowed=draft.allowed,
    )


def check_gates(case: Case, template: str, law: Law, on: date) -> None:
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
