"""Change what the office's letters say: a new version, back to an old one, back to the shipped."""

from __future__ import annotations

from desktop.actions.changes import Changes
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.letters.own_wording import check_wording
from desktop.letters.template import Template, Templates
from desktop.records.ids import new_id
from desktop.records.office_wording import OfficeWording, check_may_word
from desktop.records.person import Initials
from desktop.store import office_letters, queries
from desktop.store.journal import Event
from desktop.store.store import Store


def change_wording(
    store: Store,
    template: str,
    language: str,
    *,
    title: str,
    text: str,
    reason: str,
    shipped: Templates,
    by: Initials,
) -> Changes:
    """Keep another wording of a letter; letters drafted from now on are written with it.

    Raises:
        WordingError: what ``check_wording`` refuses, with the line.
        DeskError: ``wording_role``, ``wording_reason``, ``wording_same``, ``nine_digits``.
    """
    found = shipped.exactly(template, language)
    check_wording(found.worded(title, text), shipped.never)
    kept_words(f"{title}\n{text}")
    return _enter(store, found, title, text, reason, by)


def restore_shipped(
    store: Store, template: str, language: str, *, reason: str, shipped: Templates, by: Initials
) -> Changes:
    """Go back to the wording as shipped; the office's own versions stay and can be taken up again.

    Raises:
        DeskError: ``wording_role``, ``wording_reason``; ``wording_same`` where it is as shipped.
    """
    return _enter(store, shipped.exactly(template, language), "", "", reason, by)


def _enter(
    store: Store, shipped: Template, title: str, text: str, reason: str, by: Initials
) -> Changes:
    check_may_word(by.person, queries.people(store))
    why = kept_words(reason)
    if not why:
        raise DeskError("wording_reason", "The reason is missing.", "Write why it is changed.")
    versions = [
        one for one in office_letters.wordings(store) if one.key == (shipped.id, shipped.language)
    ]
    now = (versions[-1].title, versions[-1].text) if versions else ("", "")
    if (title, text) == now:
        raise DeskError("wording_same", "This is the wording already.", "Nothing was changed.")
    wording = OfficeWording(
        template=shipped.id,
        language=shipped.language,
        version=len(versions) + 1,
        title=title,
        text=text,
        shipped_version=shipped.version,
        shipped_title=shipped.title,
        shipped_text=shipped.body,
        reason=why,
        changed_by=by.person,
        changed_at=by.at,
    )
    with store.change(_event(wording), by=by) as change:
        office_letters.add_wording(change, new_id(by.at), wording)
    return Changes.of_office()


def _event(wording: OfficeWording) -> Event:
    kind = "wording.restored" if wording.is_shipped else "wording.changed"
    return Event(
        kind=kind,
        facts={
            "template": wording.template,
            "language": wording.language,
            "version": wording.version,
            "shipped": wording.shipped_version,
            "reason": wording.reason,
        },
    )
