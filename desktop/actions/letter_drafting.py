"""Writing a letter of a request: drafted from its facts, laid out, edited, drawn up anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from desktop.actions.changes import Changes
from desktop.actions.letter import (
    FAMILY,
    FIRST_LANGUAGE,
    RECEIVER,
    Kept,
    Writing,
    draft_of,
    fill_draft,
    letter_changes,
    letter_event,
)
from desktop.actions.letter_facts import (
    family_recipient,
    receiver_recipient,
    recipient_of,
)
from desktop.actions.letter_finishing import check_text
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.records.case import (
    AllowedWords,
    Case,
    FacingText,
    Letter,
    LetterState,
    LetterWish,
)
from desktop.records.ids import LetterId, RequestId, new_id
from desktop.records.law import Law
from desktop.records.party import Party
from desktop.records.person import Initials
from desktop.store import cases, families, students
from desktop.store import letters as kept_letters
from desktop.store.store import Store

if TYPE_CHECKING:
    from desktop.letters.never import Said
    from desktop.letters.template import Draft, Template, Templates


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
    draft = fill_draft(store, case, recipient, template, desk, language or spoken)
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
    with store.change(letter_event("letter.drafted", case, letter), by=by) as change:
        if not students.parties(store, [recipient.id]):
            families.save_parties(change, [recipient])
        kept_letters.save_draft(change, request, letter, by=by.person)
    return Kept(letter=letter.id, changes=letter_changes(request, letter.id))


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
    draft = draft_of(case, letter)
    recipient = recipient_of(store, case, draft.recipient)
    desk = Writing(templates=templates, law=law, today=today)
    fresh = fill_draft(store, case, recipient, draft.template, desk, language)
    written = replace(
        draft,
        template_version=fresh.version,
        office_version=fresh.office_version,
        language=fresh.language,
        title=fresh.title,
        text=fresh.text,
        facing=_facing(store, case, recipient, desk, fresh, facing),
    )
    with store.change(letter_event("letter.redrafted", case, written), by=by) as change:
        kept_letters.save_draft(change, request, written, by=by.person)
        kept_letters.save_wish(change, recipient.id, _wish(written))
    return letter_changes(request, letter)


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
    draft = draft_of(case, letter)
    second = draft.facing
    if facing != (second.language if second else ""):
        desk = Writing(templates=templates, law=law, today=today)
        recipient = recipient_of(store, case, draft.recipient)
        first = fill_draft(store, case, recipient, draft.template, desk, draft.language)
        second = _facing(store, case, recipient, desk, first, facing)
    laid_out = replace(draft, large_print=large_print, facing=second)
    if laid_out == draft:
        return letter_changes(request, letter)
    with store.change(letter_event("letter.laid_out", case, laid_out), by=by) as change:
        kept_letters.save_draft(change, request, laid_out, by=by.person)
        kept_letters.save_wish(change, draft.recipient, _wish(laid_out))
    return letter_changes(request, letter)


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
    second = fill_draft(store, case, recipient, first.template, desk, language)
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
    fresh = (fill_draft(store, case, recipient, letter.template, desk, one) for one in languages)
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
    draft = draft_of(case, letter)
    second = draft.facing
    if second is not None:
        second = replace(second, title=facing_title.strip() or second.title, text=facing_text)
    edited = replace(draft, title=title.strip() or draft.title, text=text, facing=second)
    if edited == draft:
        return letter_changes(request, letter)
    with store.change(letter_event("letter.changed", case, edited), by=by) as change:
        kept_letters.save_draft(change, request, edited, by=by.person)
    return letter_changes(request, letter)


def allow_words(
    store: Store, request: RequestId, letter: LetterId, said: Said, reason: str, *, by: Initials
) -> Changes:
    """Keep words in a draft that are mostly wrong there, with the reason.

    Raises:
        DeskError: ``not_allowed``: these words are wrong in every letter; ``reason``,
            ``nine_digits``, ``letter_finished``.
    """
    case = cases.case(store, request)
    draft = draft_of(case, letter)
    if not said.ask:
        raise DeskError("not_allowed", "These words cannot stay.", "Take them out.")
    why = kept_words(reason)
    if not why:
        raise DeskError("reason", "The reason is missing.", "Write why the words are right here.")
    kept = AllowedWords(rule=said.rule, words=said.words, reason=why, by=by.person)
    event = letter_event("letter.words_kept", case, draft)
    # The words may be a name; the rule says which kind they are.
    event = replace(event, facts={**event.facts, "rule": said.rule, "reason": why})
    with store.change(event, by=by) as change:
        kept_letters.allow_words(change, request, letter, kept, at=by.at)
    return letter_changes(request, letter)
