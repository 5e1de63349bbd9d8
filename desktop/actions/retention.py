"""Set how long request files are kept, and destroy those whose time is over, with a certificate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from desktop.actions.changes import Changes, Kind
from desktop.actions.days import school_page
from desktop.actions.words import kept_words
from desktop.errors import DeskError
from desktop.letters.page import Letterhead, Page, draw
from desktop.records.ids import RequestId, new_id
from desktop.records.person import Initials
from desktop.records.retention import OldFile, closed_by, why_kept
from desktop.store import queries, retention
from desktop.store.journal import PURGED, Event
from desktop.store.retention import Purge
from desktop.store.store import Store
from desktop.wording.sentences import Wording

LONGEST_YEARS = 100


def set_schedule(store: Store, years: int, *, reason: str, by: Initials) -> Changes:
    """Keep closed request files this many years; 0 keeps them without end.

    Raises:
        DeskError: ``years``, ``reason``, ``nine_digits``.
    """
    if not 0 <= years <= LONGEST_YEARS:
        raise DeskError("years", "That is no number of years.", f"Type 0 to {LONGEST_YEARS}.")
    said = _reason(reason)
    event = Event(
        kind="retention.set",
        facts={"before": str(retention.keep_years(store)), "years": years, "reason": said},
    )
    with store.change(event, by=by) as change:
        retention.set_keep_years(change, years)
    return Changes.of_office()


def review(store: Store, *, today: date) -> list[OldFile]:
    """The closed files whose time is over by the office's schedule, those on hold included."""
    years = retention.keep_years(store)
    if years <= 0:
        return []
    return retention.old_files(store, closed_before=closed_by(today, years))


def destroy_files(
    store: Store, requests: Sequence[RequestId], *, reason: str, today: date, by: Initials
) -> Changes:
    """Destroy old request files and keep a certificate of it: numbers, day, person, reason.

    The record of disclosures, opt-outs and consents of the students stay. So does the journal,
    without the facts of these requests: it goes on telling who did what kind of thing when.

    Raises:
        DeskError: ``kept``: one of them is on hold, linked with an open request, not old enough or
            not there; ``reason``, ``nine_digits``; nothing is destroyed.
    """
    said = _reason(reason)
    years = retention.keep_years(store)
    listed = {file.id: file for file in review(store, today=today)}
    chosen = [listed.get(one) for one in requests]
    files = [one for one in chosen if one and why_kept(one, years=years, today=today) is None]
    if not files or len(files) < len(requests):
        raise DeskError(
            "kept",
            "One of these files must still be kept.",
            "Look at the list again: it says which, and why.",
        )
    numbers = tuple(file.number for file in files)
    purge = Purge(
        purged_at=by.at,
        person=by.person,
        closed_before_on=closed_by(today, years),
        numbers=numbers,
        reason=said,
    )
    with store.change(None, by=by) as change:
        facts = retention.journaled_about(store, requests)
        change.also(
            Event(kind=PURGED, facts={"numbers": list(numbers), "reason": said, "dropped": facts})
        )
        retention.destroy(change, requests, facts)
        retention.certify(change, new_id(by.at), purge, by)
    store.sweep_log()
    return Changes(kinds=frozenset({Kind.REQUEST, Kind.STUDENT}))


def certificate(store: Store, purge: Purge, wording: Wording, *, practice: bool) -> bytes:
    """The certificate of one destruction as a PDF: day, numbers, person, schedule, journal.

    No family is named, since none is kept.
    """
    people = {one.id: one.name for one in queries.people(store)}
    text = wording.text(
        "certificate.text",
        on=purge.purged_at.astimezone().date(),
        count=len(purge.numbers),
        closed_before=purge.closed_before_on,
        person=people.get(purge.person, ""),
        reason=purge.reason,
        numbers=", ".join(purge.numbers),
        head=store.head().short(),
    )
    school = school_page(store)
    page = Page(
        letterhead=Letterhead(school=school),
        recipient=(),
        on=purge.purged_at.astimezone().date(),
        reference="",
        title=wording.text("certificate.title"),
        text=text,
        signer=(people.get(purge.person, ""),),
        practice=practice,
        paper=school.paper,
    )
    return draw(page)


def _reason(reason: str) -> str:
    if not reason.strip():
        raise DeskError("reason", "The reason is missing.", "Write which schedule says so.")
    return kept_words(reason)
